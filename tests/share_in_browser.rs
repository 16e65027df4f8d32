//! Copying and embedding in a real browser: `cargo test --test share_in_browser -- --ignored`.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/server.rs"]
mod server;

use std::fs;

use browser::Browser;
use serde_json::json;
use support::{build, copy};
use tempfile::TempDir;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

/// The golden site with cards.
fn site() -> TempDir {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("records");
    copy(GOLDEN.as_ref(), &root);
    let yaml = fs::read_to_string(root.join("content/site.yaml")).unwrap();
    fs::write(root.join("content/site.yaml"), format!("{yaml}embeds: true\n")).unwrap();
    build(&root, &temp.path().join("public"), &["--quiet", "--base-url", "https://flow.example"]).success();
    temp
}

/// Copies the link of the first move by keyboard, and gives what then can be pasted.
fn copied(browser: &mut Browser, page: &str) -> String {
    browser.open(page);
    // From the first button on the way: Tab reaches it, Enter presses it.
    browser.eval("document.querySelector('main a').focus()");
    browser.tab_to(".copy");
    let name = browser.eval("document.activeElement.getAttribute('aria-label')");
    assert!(name.as_str().unwrap().starts_with("Copy link: "), "{name}");
    browser.press("Enter");
    browser.wait_for("document.querySelector('[data-copy-words]').textContent === 'Copied'");
    assert_eq!(browser.eval("document.activeElement.textContent"), json!("Copied"), "the focus stays");
    // What was copied is what a field is given that is pasted into.
    browser.eval("document.body.append(document.createElement('textarea')), document.querySelector('body > textarea').focus()");
    browser.call(
        "Input.dispatchKeyEvent",
        json!({"type": "keyDown", "key": "v", "modifiers": 2, "commands": ["paste"]}),
    );
    browser.wait_for("document.querySelector('body > textarea').value !== ''");
    browser.eval("document.querySelector('body > textarea').value").as_str().unwrap().to_owned()
}

#[test]
#[ignore = "needs Chromium"]
fn the_link_of_a_move_is_copied_by_keyboard() {
    let temp = site();
    let public = temp.path().join("public");
    let mut browser = Browser::start();
    for base in [format!("file://{}/", public.display()), server::serve(&public, "/some/where/")] {
        let page = format!("{base}people/ada-example.html");
        assert_eq!(copied(&mut browser, &page), format!("{page}#2019-03-ada-example-join"));
        // A browser that lets no page at the clipboard still copies what is selected.
        let without = "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})";
        let script = browser.call("Page.addScriptToEvaluateOnNewDocument", json!({"source": without}));
        assert_eq!(copied(&mut browser, &page), format!("{page}#2019-03-ada-example-join"));
        browser.call("Page.removeScriptToEvaluateOnNewDocument", script);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_card_loads_in_a_frame_of_another_site() {
    let temp = site();
    let public = temp.path().join("public");
    let cards = server::serve(&public, "/site/");
    let host = temp.path().join("host");
    fs::create_dir(&host).unwrap();
    let mut browser = Browser::start();
    for card in [
        "embed/people/ada-example.html",
        "zh/embed/moves/2024-11-ben-sample-departure.html",
        "embed/charts/moves-by-year.html",
        "embed/charts/members.launch.html",
    ] {
        let frame = format!("<iframe src='{cards}{card}' title='A card' width='100%' height='400'></iframe>");
        let page = format!(
            "<!doctype html><html lang='en'><link rel='icon' href='data:,'><title>Host</title>{frame}"
        );
        fs::write(host.join("index.html"), page).unwrap();
        let elsewhere = server::serve(&host, "/");
        browser.open(&format!("{elsewhere}index.html"));
        let told: Vec<String> = browser
            .events()
            .iter()
            .filter(|event| {
                let level = &event["params"]["entry"]["level"];
                let method = event["method"].as_str().unwrap_or_default();
                ["Runtime.exceptionThrown", "Network.loadingFailed", "Audits.issueAdded"].contains(&method)
                    || level == "error"
                    || level == "warning"
            })
            .map(ToString::to_string)
            .collect();
        assert_eq!(told, [""; 0], "{card}");
        // Alone, it has its style, and all that it links to opens beside the site that shows it.
        browser.open(&format!("{cards}{card}"));
        assert_eq!(browser.eval("getComputedStyle(document.body).marginTop"), json!("0px"), "{card}");
        assert_eq!(browser.eval("document.querySelector('base').target"), json!("_blank"));
        for width in [320, 600] {
            let size = json!({"width": width, "height": 400, "deviceScaleFactor": 1, "mobile": false});
            browser.call("Emulation.setDeviceMetricsOverride", size);
            let wide = browser.eval("document.scrollingElement.scrollWidth");
            assert!(wide.as_u64().unwrap() <= width, "{card} at {width}: {wide}");
        }
        browser.call("Emulation.clearDeviceMetricsOverride", json!({}));
    }
}

#[test]
#[ignore = "needs Chromium"]
fn links_of_a_card_open_beside_the_site_that_shows_it() {
    let temp = site();
    let mut browser = Browser::start();
    let cards = server::serve(&temp.path().join("public"), "/");
    browser.open(&format!("{cards}embed/charts/moves-by-year.html"));
    for link in ["h1 a", "svg a"] {
        let click = format!(
            "(() => {{ const links = [...document.querySelectorAll('{link}')]; \
             const link = links.find(a => a.getBoundingClientRect().width > 0); \
             link.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true, view: window}})); }})()"
        );
        browser.call("Target.setDiscoverTargets", json!({"discover": true}));
        browser.eval(&click);
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert!(
            browser.eval("location.pathname").as_str().unwrap().contains("/embed/"),
            "{link} leaves the card"
        );
    }
}
