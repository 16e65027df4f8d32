//! Published sites, and one page of each kind of them: for tests that hold all pages against something.

#![allow(dead_code, reason = "each test uses a part of it")]

use crate::browser::Browser;
use crate::support::{Tree, build, tree};
use crate::{inert, large};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub const HERE: &str = env!("CARGO_MANIFEST_DIR");
pub const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

/// A published site, and the addresses of one page of each kind.
pub struct Published {
    pub name: &'static str,
    pub folder: PathBuf,
    pub kinds: Vec<String>,
}

/// One of each sort.
pub struct Sites {
    pub golden: Published,
    pub own: Published,
    pub large: Published,
    pub hostile: Published,
}

pub static SITES: LazyLock<Sites> = LazyLock::new(|| {
    let temp = tempfile::tempdir().unwrap();
    let (large, hostile) = (temp.path().join("large records"), temp.path().join("hostile records"));
    large::write(&large);
    inert::hostile().write(&hostile);
    Sites {
        golden: Published::new("golden", GOLDEN.as_ref()),
        own: Published::new("own", HERE.as_ref()),
        large: Published::new("large", &large),
        hostile: Published::new("hostile", &hostile),
    }
});

impl Published {
    fn new(name: &'static str, root: &Path) -> Self {
        // In the target folder: what a static holds is never dropped, and so cleans nothing up.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser").join(name);
        build(root, &folder, &["--quiet"]).success();
        let kinds = kinds(&tree(&folder));
        Self { name, folder, kinds }
    }

    /// Its address as a folder opened in a browser.
    pub fn files(&self) -> String {
        format!("file://{}/", self.folder.display())
    }
}

/// The largest page of each kind, in each language: it has the most that can go wrong.
pub fn kinds(files: &Tree) -> Vec<String> {
    let mut largest: BTreeMap<String, &String> = BTreeMap::new();
    for (address, bytes) in files.iter().filter(|(name, _)| is_page(name)) {
        if String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\"") {
            continue;
        }
        let page = largest.entry(kind(address)).or_insert(address);
        if bytes.len() > files[*page].len() {
            *page = address;
        }
    }
    largest.into_values().cloned().collect()
}

fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "html")
}

/// `zh/orgs/orbit.moves.2.html` is a page of the kind `zh/orgs/*.moves.#`.
fn kind(address: &str) -> String {
    let (folder, name) = address.rsplit_once('/').unwrap_or(("", address));
    let mut parts: Vec<&str> = name.split('.').collect();
    let is_list = folder.is_empty() || folder == "zh";
    if !is_list {
        parts[0] = if folder.ends_with("timeline") && parts[0].contains('-') { "month" } else { "*" };
    }
    if folder.ends_with("posts") {
        // An organization and a post.
        parts.truncate(1);
    }
    let number = |part| if str::parse::<u32>(part).is_ok() { "#" } else { part };
    format!("{folder}/{}", parts.into_iter().map(number).collect::<Vec<_>>().join("."))
}

/// What the browser complains about on the page that is open, and whatever is loaded from elsewhere.
pub fn complaints(browser: &Browser, base: &str) -> Vec<String> {
    let complaint = |event: &Value| {
        let params = &event["params"];
        // At the root of a host, a browser asks for an icon on its own.
        if event.to_string().contains("/favicon.ico\"") {
            return None;
        }
        let told = match event["method"].as_str()? {
            "Runtime.exceptionThrown" | "Network.loadingFailed" | "Audits.issueAdded" => true,
            "Runtime.consoleAPICalled" => params["type"] == "error" || params["type"] == "warning",
            "Log.entryAdded" => params["entry"]["level"] == "error" || params["entry"]["level"] == "warning",
            "Network.responseReceived" => {
                params["response"]["status"].as_u64().is_some_and(|code| code >= 400)
            }
            "Network.requestWillBeSent" => {
                !params["request"]["url"].as_str().is_some_and(|url| url.starts_with(base))
            }
            _ => false,
        };
        told.then(|| format!("{} {params}", event["method"]))
    };
    browser.events().iter().filter_map(complaint).collect()
}
