//! Search in a real browser, by keyboard: `cargo test --test search_in_browser -- --ignored`, with `chromium` installed.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/server.rs"]
mod server;
#[path = "../benches/synthetic/mod.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod synthetic;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use browser::Browser;
use serde_json::{Value, json};
use support::build;
use synthetic::World;
use talent_flow::search::fold;

static GOLDEN: LazyLock<PathBuf> =
    LazyLock::new(|| published("golden", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site").as_ref()));

/// A site whose index has many shards.
static LARGE: LazyLock<PathBuf> = LazyLock::new(|| {
    let temp = tempfile::tempdir().unwrap();
    World::new(3000, 5).write(temp.path()).unwrap();
    published("large", temp.path())
});

fn published(name: &str, root: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search").join(name);
    build(root, &folder, &["--quiet"]).success();
    folder
}

/// The golden site from a folder, and below a path of a host.
fn places() -> [String; 2] {
    [format!("file://{}/", GOLDEN.display()), server::serve(&GOLDEN, "/some/where/")]
}

fn write(browser: &mut Browser, text: &str) {
    for c in text.chars() {
        browser.call("Input.insertText", json!({"text": c.to_string()}));
    }
}

const ACTIVE: &str = "document.querySelector('[aria-selected=true]')?.innerText.split('\\n')[0] ?? null";
const IS_OPEN: &str = "document.querySelector('[role=listbox]').hidden === false";

fn first_option(browser: &mut Browser, begins: &str) {
    let first = "document.querySelector('[role=listbox]:not([hidden]) [role=option]')?.innerText";
    browser.wait_for(&format!("{first}?.startsWith({}) === true", json!(begins)));
}

#[track_caller]
fn without_complaint(browser: &Browser) {
    for event in browser.events() {
        let text = event.to_string();
        let is_bad = ["Runtime.exceptionThrown", "Audits.issueAdded"].iter().any(|m| event["method"] == *m)
            || event["params"]["entry"]["level"] == "error";
        assert!(!is_bad || text.contains("favicon"), "{text}");
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_name_is_found_and_opened_by_keyboard_alone() {
    let mut browser = Browser::start();
    for base in places() {
        browser.open(&format!("{base}orgs.html"));
        browser.press("/");
        assert_eq!(browser.eval("document.activeElement.name"), json!("q"));
        assert_eq!(browser.eval("document.activeElement.value"), json!(""), "the key is not written");
        write(&mut browser, "ben sam");
        first_option(&mut browser, "Ben Sample");
        let field = "document.activeElement";
        assert_eq!(browser.eval(&format!("{field}.getAttribute('aria-expanded')")), json!("true"));
        assert!(
            browser
                .eval("document.querySelector('[role=search] [role=status]').innerText")
                .as_str()
                .unwrap()
                .contains("result")
        );
        browser.press("ArrowDown");
        assert_eq!(browser.eval(ACTIVE), json!("Ben Sample"));
        let pointed = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).innerText.startsWith('Ben Sample')";
        assert_eq!(browser.eval(pointed), json!(true));
        browser.press("ArrowUp");
        assert_eq!(browser.eval(ACTIVE), Value::Null);
        browser.press("Escape");
        assert_eq!(browser.eval(IS_OPEN), json!(false));
        assert_eq!(browser.eval("document.activeElement.value"), json!("ben sam"), "the text stays");
        browser.press("ArrowDown");
        first_option(&mut browser, "Ben Sample");
        browser.press("ArrowDown");
        browser.press("Enter");
        browser.wait_for(&format!("location.href === '{base}people/ben-sample.html'"));
        without_complaint(&browser);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn enter_leads_to_the_page_of_the_search_and_back_leads_back() {
    let mut browser = Browser::start();
    for base in places() {
        browser.open(&format!("{base}people/ben-sample.html"));
        browser.press("/");
        write(&mut browser, "sample");
        first_option(&mut browser, "Ben Sample");
        browser.press("Enter");
        browser.wait_for(&format!("location.href === '{base}search.html?q=sample'"));
        let first = "document.querySelector('[data-found] li a')";
        browser.wait_for(&format!("{first}?.innerText.startsWith('Ben Sample') === true"));
        assert_eq!(browser.eval("document.querySelector('input').value"), json!("sample"));
        // What is written on goes into the address, and a page that is left and come back to shows it again.
        browser.eval("document.querySelector('input').focus()");
        write(&mut browser, " b");
        browser.wait_for(&format!("location.href === '{base}search.html?q=sample%20b'"));
        browser.wait_for("document.querySelectorAll('[data-found] li').length > 0");
        browser.press("ArrowUp");
        assert_eq!(browser.eval("document.activeElement.name"), json!("q"), "nothing is above the field");
        browser.press("ArrowDown");
        assert_eq!(browser.eval(&format!("document.activeElement === {first}")), json!(true));
        let chinese = "document.querySelector('header a[hreflang=zh]').href";
        assert_eq!(browser.eval(chinese), json!(format!("{base}zh/search.html?q=sample%20b")));
        browser.press("Enter");
        browser.wait_for(&format!("location.href.startsWith('{base}people/ben-sample.html')"));
        browser.eval("history.back()");
        browser.wait_for(&format!("location.href === '{base}search.html?q=sample%20b'"));
        browser.wait_for(&format!("{first}?.innerText.startsWith('Ben Sample') === true"));
        assert_eq!(browser.eval("document.querySelector('input').value"), json!("sample b"));
        browser.eval("history.back()");
        browser.wait_for(&format!("location.href === '{base}people/ben-sample.html'"));
        without_complaint(&browser);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn a_chinese_character_is_enough_and_a_latin_letter_is_not() {
    let mut browser = Browser::start();
    for base in places() {
        browser.open(&format!("{base}zh/people.html"));
        browser.press("/");
        write(&mut browser, "范");
        first_option(&mut browser, "艾达·范例");
        for query in ["达·范", "达范", "エイダ"] {
            browser.eval("document.activeElement.value = ''");
            write(&mut browser, query);
            first_option(&mut browser, "艾达·范例");
        }
        browser.eval("document.activeElement.value = ''");
        write(&mut browser, "a");
        let status = "document.querySelector('[role=search] [role=status]').innerText";
        browser.wait_for(&format!("{status}.includes('两个字母')"));
        assert_eq!(browser.eval(IS_OPEN), json!(false));
        write(&mut browser, "d");
        first_option(&mut browser, "艾达·范例");
        without_complaint(&browser);
    }
}

#[test]
#[ignore = "needs Chromium"]
fn what_an_input_method_composes_is_looked_for_once_it_is_written() {
    let mut browser = Browser::start();
    browser.open(&format!("file://{}/zh/index.html", GOLDEN.display()));
    browser.press("/");
    let compose = json!({"text": "fan", "selectionStart": 3, "selectionEnd": 3});
    browser.call("Input.imeSetComposition", compose);
    assert_eq!(browser.eval("document.activeElement.value"), json!("fan"));
    std::thread::sleep(std::time::Duration::from_millis(300));
    let status = "document.querySelector('[role=search] [role=status]').innerText";
    assert_eq!(browser.eval(status), json!(""), "letters on their way to a character are no question");
    browser.call("Input.insertText", json!({"text": "范"}));
    first_option(&mut browser, "艾达·范例");
}

#[test]
#[ignore = "needs Chromium"]
fn the_key_can_be_turned_off() {
    let mut browser = Browser::start();
    let base = server::serve(&GOLDEN, "/");
    browser.open(&format!("{base}search.html"));
    browser.eval("document.querySelector('[data-search-key]').click()");
    browser.open(&format!("{base}people.html"));
    browser.press("/");
    assert_eq!(browser.eval("document.activeElement === document.body"), json!(true));
}

#[test]
#[ignore = "needs Chromium"]
fn without_scripts_the_page_leads_into_every_list() {
    let mut browser = Browser::start();
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    for base in places() {
        browser.open(&format!("{base}search.html"));
        let shown = "document.querySelector('main').innerText";
        let text = browser.eval(shown);
        for list in ["People", "Organizations", "Moves", "Events", "Sources"] {
            assert!(text.as_str().unwrap().contains(list), "{list}: {text}");
        }
        assert_eq!(
            browser.eval("document.querySelectorAll('main [data-script]:not([hidden])').length"),
            json!(0)
        );
        let letters = browser.eval("document.querySelectorAll('.letters a').length");
        assert!(letters.as_u64().is_some_and(|n| n >= 4), "{letters}");
    }
}

#[test]
#[ignore = "needs Chromium"]
fn the_script_folds_as_the_index_does() {
    let script = include_str!("../static/js/search.js");
    let parts = script.split_once("const DENSE").and_then(|(_, rest)| rest.split_once("const clip"));
    let define = format!("globalThis.fold = (() => {{ const DENSE {} return fold; }})()", parts.unwrap().0);
    let mut browser = Browser::start();
    browser.eval(&define);
    let every: Vec<String> = (0x20..0x3000_u32)
        .chain(0x3000..0x3400)
        .chain((0x3400..0xd800).step_by(97))
        .chain(0xf900..0xfffe)
        .chain((0x2_0000..0x3_2400).step_by(331))
        .filter_map(char::from_u32)
        .map(|c| format!("A{c}e 字{c}"))
        .collect();
    let texts =
        ["Łukasz Strauß, O’Brien", "ＯｐｅｎＡＩ　２０２４", "萨姆·奥尔特曼", "ΟΔΟΣ ὈΔΥΣΣΕΎΣ", "한국 エイダ"];
    let all: Vec<&str> = texts.into_iter().chain(every.iter().map(String::as_str)).collect();
    let folded = browser.eval(&format!("{}.map(fold)", json!(all)));
    let differ = all.iter().zip(folded.as_array().unwrap()).filter(|(text, js)| json!(fold(text)) != **js);
    let differ: Vec<_> = differ.map(|(text, js)| format!("{text}: {} and {js}", fold(text))).collect();
    // Letters that one of the two does not know yet.
    assert!(differ.len() < 20, "{}: {:#?}", differ.len(), &differ[..20]);
}

/// Asks the page of the search, and gives the first lines that it shows, and what it has loaded, compressed.
fn asked(browser: &mut Browser, base: &str, query: &str) -> (Vec<String>, Vec<String>) {
    browser.open(&format!("{base}search.html"));
    browser.eval(&format!("document.querySelector('input').value = {}", json!(query)));
    browser.eval("document.querySelector('input').dispatchEvent(new InputEvent('input'))");
    browser.wait_for("!document.querySelector('[data-found]').hidden");
    let names = browser
        .eval("[...document.querySelectorAll('[data-found] li')].map(li => li.innerText.split('\\n')[0])");
    let loaded = browser.eval(
        "[...document.head.querySelectorAll('script')].map(s => s.src).filter(s => /\\/search\\/\\w+\\.js$/.test(s))",
    );
    (serde_json::from_value(names).unwrap(), serde_json::from_value(loaded).unwrap())
}

#[test]
#[ignore = "needs Chromium"]
fn any_name_of_a_large_site_is_found_first_with_few_files() {
    let base = format!("file://{}/", LARGE.display());
    let mut browser = Browser::start();
    for folder in ["", "zh/"] {
        browser.open(&format!("{base}{folder}people.html"));
        let names = browser.eval("[...document.querySelectorAll('.directory .name')].map(a => a.innerText)");
        for name in names.as_array().unwrap().iter().step_by(23).filter_map(Value::as_str) {
            for query in [name.to_owned(), format!("  {} ", name.to_uppercase())] {
                let (found, loaded) = asked(&mut browser, &format!("{base}{folder}"), &query);
                assert!(found.first().is_some_and(|first| first.starts_with(name)), "{query}: {found:?}");
                assert!(loaded.len() <= 4, "{loaded:?}");
            }
        }
        let (found, _) = asked(&mut browser, &format!("{base}{folder}"), "zzyzx");
        assert_eq!(found, Vec::<String>::new());
    }
}
