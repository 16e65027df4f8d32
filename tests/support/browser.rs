//! A Chromium without a window, spoken to over two pipes in the protocol of its developer tools.
//!
//! The protocol is JSON, one message to a zero byte (<https://chromedevtools.github.io/devtools-protocol/>).

#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long anything may take; far longer than it does, for slow machines.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is expected of the browser, and what to do when it is not there.
const RUNS: &str = "Chromium runs; is it installed as `chromium` (on Debian: apt-get install chromium)?";

const FLAGS: &[&str] = &[
    "--remote-debugging-pipe",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
];

/// A browser with one tab; it ends with this value.
pub struct Browser {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    calls: u64,
    session: Option<String>,
    events: Vec<Value>,
    _profile: TempDir,
}

impl Browser {
    /// Starts the `chromium` of the `PATH`.
    pub fn start() -> Self {
        let profile = tempfile::tempdir().unwrap();
        // The browser reads from descriptor 3 and writes to 4; only a shell can name them without unsafe code.
        let mut child = Command::new("sh")
            .args(["-c", "exec chromium \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", "chromium"])
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("there is a shell");
        let (to, pipe) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (sender, from) = channel();
        std::thread::spawn(move || {
            for message in BufReader::new(pipe).split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).expect("the browser speaks JSON");
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let events = Vec::new();
        let mut browser = Self { child, to, from, calls: 0, session: None, events, _profile: profile };
        let tab = browser.call("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.call("Target.attachToTarget", json!({"targetId": tab, "flatten": true}));
        browser.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Network", "Log", "Audits"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Calls a method of the protocol.
    #[track_caller]
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        self.ask(method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Calls a method that may fail.
    #[track_caller]
    fn ask(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.calls += 1;
        let mut message = json!({"id": self.calls, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let sent = write!(self.to, "{message}\0").and_then(|()| self.to.flush());
        sent.expect(RUNS);
        let answer = self.receive(|answer, id| answer["id"] == id);
        answer.get("error").map_or_else(|| Ok(answer["result"].clone()), |error| Err(error.clone()))
    }

    /// Opens an address and waits until all of it is loaded; what was told before is forgotten.
    pub fn open(&mut self, url: &str) {
        self.events.clear();
        self.call("Page.navigate", json!({"url": url}));
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            self.receive(|event, _| event["method"] == "Page.loadEventFired");
        }
    }

    /// The value of a JavaScript expression in the page.
    #[track_caller]
    pub fn eval(&mut self, expression: &str) -> Value {
        let answer = self.call("Runtime.evaluate", json!({"expression": expression, "returnByValue": true}));
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Runs what leads away from the page, which then may not answer any more.
    pub fn leave(&mut self, expression: &str) {
        self.ask("Runtime.evaluate", json!({"expression": expression})).ok();
    }

    /// Waits until an expression is true; a page that is being left while it is asked can't tell yet.
    #[track_caller]
    pub fn wait_for(&mut self, expression: &str) {
        let start = Instant::now();
        let question = json!({"expression": expression, "returnByValue": true});
        let is_true =
            |answer: Result<Value, Value>| answer.is_ok_and(|it| it["result"]["value"] == json!(true));
        while !is_true(self.ask("Runtime.evaluate", question.clone())) {
            assert!(start.elapsed() < PATIENCE, "never true: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses a key by its name (`Enter`, `ArrowDown`) or character, and lets it go.
    #[track_caller]
    pub fn press(&mut self, key: &str) {
        let (number, code, text) = match key {
            "Tab" => (9, key, ""),
            "Enter" => (13, key, "\r"),
            "Escape" => (27, key, ""),
            " " => (32, "Space", key),
            "ArrowUp" => (38, key, ""),
            "ArrowDown" => (40, key, ""),
            "/" => (191, "Slash", key),
            _ => panic!("no number is known for the key {key}"),
        };
        for (kind, text) in [("keyDown", text), ("keyUp", "")] {
            let event = json!({"type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number,
                "text": text});
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Goes on by the Tab key until the focus is on what a selector of CSS names.
    #[track_caller]
    pub fn tab_to(&mut self, selector: &str) {
        for _ in 0..200 {
            if self.eval(&format!("document.activeElement.matches({})", json!(selector))) == json!(true) {
                return;
            }
            self.press("Tab");
        }
        panic!("the Tab key does not lead to {selector}");
    }

    /// What the browser has told since the page was opened.
    pub fn events(&self) -> &[Value] {
        &self.events
    }

    /// Reads until a message is there, and keeps the events read before.
    #[track_caller]
    fn receive(&mut self, is_it: impl Fn(&Value, u64) -> bool) -> Value {
        loop {
            let told = self.from.recv_timeout(PATIENCE);
            let message = told.expect(RUNS);
            let found = is_it(&message, self.calls);
            if message.get("method").is_some() {
                self.events.push(message.clone());
            }
            if found {
                return message;
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to, it ends its processes before its folder goes; one that hangs is killed.
        let close = json!({"id": 0, "method": "Browser.close"});
        write!(self.to, "{close}\0").and_then(|()| self.to.flush()).ok();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(10) && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
