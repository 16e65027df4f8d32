//! The reader's choice of a theme: `cargo test --test theme_in_browser -- --ignored`, with `chromium` installed.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/server.rs"]
mod server;

use browser::Browser;
use serde_json::json;
use support::build;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");
/// What the root says, what the form says, and whether the page is dark.
const TOLD: &str = "[document.documentElement.dataset.theme ?? '', \
    document.querySelector('[data-theme-choice]').value, \
    getComputedStyle(document.documentElement).backgroundColor === 'rgb(22, 24, 26)']";

#[test]
#[ignore = "needs Chromium"]
fn a_chosen_theme_holds_on_every_page_and_on_the_way_back() {
    let temp = tempfile::tempdir().unwrap();
    build(GOLDEN.as_ref(), &temp.path().join("public"), &["--quiet"]).success();
    let base = server::serve(&temp.path().join("public"), "/");
    let mut browser = Browser::start();
    let choose = |browser: &mut Browser, theme: &str| {
        browser.eval(&format!(
            "(choice => {{ choice.value = '{theme}'; choice.dispatchEvent(new Event('change')); }})\
            (document.querySelector('[data-theme-choice]')), null"
        ));
    };
    browser.open(&format!("{base}index.html"));
    assert_eq!(browser.eval(TOLD), json!(["", "system", false]));
    choose(&mut browser, "dark");
    assert_eq!(browser.eval(TOLD), json!(["dark", "dark", true]));
    browser.open(&format!("{base}zh/people.html"));
    assert_eq!(browser.eval(TOLD), json!(["dark", "dark", true]), "on another page");
    choose(&mut browser, "light");
    browser.eval("history.back(), null");
    browser.wait_for("location.pathname === '/index.html' && document.readyState === 'complete'");
    browser.wait_for("document.querySelector('[data-theme-choice]').value === 'light'");
    assert_eq!(browser.eval(TOLD), json!(["light", "light", false]), "on the way back");
    choose(&mut browser, "system");
    browser.open(&format!("{base}404.html"));
    assert_eq!(browser.eval("document.documentElement.dataset.theme ?? ''"), json!(""));
}
