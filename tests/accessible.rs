//! WCAG 2.2 AA by axe-core, in a real browser: `npm ci --ignore-scripts --prefix tests/tools`, then
//! `cargo test --test accessible -- --ignored`, with `chromium` installed.
//!
//! One page of each kind, in both languages and both themes, at the widths of a desktop and a phone.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/inert.rs"]
mod inert;
#[path = "support/large.rs"]
mod large;
#[path = "support/published.rs"]
mod published;

use browser::Browser;
use published::{HERE, SITES};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What axe is asked: the rules of WCAG up to 2.2 AA, and its own best practices.
const ASK: &str = "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', \
    'wcag21aa', 'wcag22aa', 'best-practice']}).then(results => results.violations.map(violation => \
    violation.id + ': ' + violation.nodes.slice(0, 3).map(node => node.target.join(' ') + ' (' + \
    node.any.concat(node.all, node.none).map(check => check.message).join('; ') + ')').join(' | ')))";

/// The source of axe-core.
fn axe() -> String {
    let file = format!("{HERE}/tests/tools/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{file}: {error}; run `npm ci --ignore-scripts --prefix tests/tools`"))
}

/// What is wrong with the page that is open.
fn violations(browser: &mut Browser, axe: &str) -> Vec<String> {
    // Through the protocol, so that the page's own policy stays as strict as it is.
    browser.call("Runtime.evaluate", json!({"expression": axe}));
    let ask = json!({"expression": ASK, "awaitPromise": true, "returnByValue": true});
    let told = browser.call("Runtime.evaluate", ask);
    let told = told["result"]["value"].as_array().unwrap_or_else(|| panic!("axe says {told}"));
    told.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
#[ignore = "needs Chromium"]
fn a_page_that_bars_readers_is_noticed() {
    let temp = tempfile::tempdir().unwrap();
    let page = "<!doctype html><html lang=en><title>Bad</title><main><h1>Bad</h1>\
        <p style='color: #999; background: #fff'>Pale</p><img src='data:,'><input></main>";
    std::fs::write(temp.path().join("bad.html"), page).unwrap();
    let mut browser = Browser::start();
    browser.open(&format!("file://{}/bad.html", temp.path().display()));
    let told = violations(&mut browser, &axe()).join("\n");
    for rule in ["color-contrast", "image-alt", "label"] {
        assert!(told.contains(&format!("{rule}:")), "no {rule} in {told}");
    }
}

#[test]
#[ignore = "needs Chromium"]
fn no_page_bars_a_reader() {
    let (axe, mut browser, mut wrong) = (axe(), Browser::start(), String::new());
    for site in [&SITES.golden, &SITES.own, &SITES.large] {
        for address in &site.kinds {
            for (width, scheme) in [(1280, "light"), (360, "dark")] {
                let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
                browser.call("Emulation.setDeviceMetricsOverride", size);
                let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
                browser.call("Emulation.setEmulatedMedia", features);
                browser.open(&format!("{}{address}", site.files()));
                for told in violations(&mut browser, &axe) {
                    writeln!(wrong, "{} {address}, {scheme}, {width} px: {told}", site.name).unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} violations:\n{wrong}", wrong.lines().count());
}
