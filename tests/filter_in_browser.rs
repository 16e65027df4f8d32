//! Filters in a real browser, by keyboard: `cargo test --test filter_in_browser -- --ignored`.

mod support;

#[path = "support/browser.rs"]
mod browser;

use browser::Browser;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use support::build;

/// Sixteen moves of one year: twelve joins, of which three at Comet, and four departures from Orbit.
static PUBLISHED: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("filter");
    fs::remove_dir_all(&folder).ok();
    let put = |path: &str, text: &str| {
        let path = folder.join("site/content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("site.yaml", "title: Filtered\nlanguages: [en, zh]\nas_of: 2025-06-30\n");
    put("orgs/orbit.yaml", "name: {en: Orbit, zh: 轨道}\nkind: lab\n");
    put("orgs/comet.yaml", "name: {en: Comet, zh: 彗星}\nkind: lab\n");
    let source = "sources: [{url: https://herald.example/a, kind: news}]\n";
    for i in 0..12 {
        let org = if i < 9 { "orbit" } else { "comet" };
        let tags = if i < 3 { "tags: [early]\n" } else { "" };
        put(&format!("people/p-{i}.yaml"), &format!("name: Person {i}\n{tags}"));
        let join = format!("person: p-{i}\nkind: join\ndate: 2024-{:02}-02\nto: {{org: {org}}}\n", i + 1);
        put(&format!("moves/join-{i}.yaml"), &(join + source));
        if i < 4 {
            let leave = format!("person: p-{i}\nkind: departure\ndate: 2024-12-1{i}\nfrom: {{org: orbit}}\n");
            put(&format!("moves/leave-{i}.yaml"), &(leave + source));
        }
    }
    let out = folder.join("a & b");
    build(&folder.join("site"), &out, &["--quiet"]).success();
    out
});

/// Opens a facet and switches one of its choices.
fn choose(browser: &mut Browser, name: &str, value: &str) {
    let input = format!("input[name='{name}'][value='{value}']");
    browser.eval("document.activeElement.blur()");
    if browser.eval(&format!("document.querySelector({}).checkVisibility()", json!(input))) != json!(true) {
        browser.tab_to(&format!(".facet:has({input}) > summary"));
        browser.press("Enter");
    }
    browser.tab_to(&input);
    browser.press(" ");
}

/// The titles of the months and rows that are seen, what the filter says, and the query of the address.
const SEEN: &str = "({
    months: [...document.querySelectorAll('section h2')].filter(e => e.checkVisibility()).length,
    rows: [...document.querySelectorAll('.row')].filter(e => e.checkVisibility()).length,
    told: document.querySelector('.filter [role=status]').textContent,
    query: location.search,
})";

fn seen(months: u8, rows: u8, told: &str, query: &str) -> Value {
    json!({"months": months, "rows": rows, "told": told, "query": query})
}

#[test]
#[ignore = "needs Chromium"]
fn a_list_is_filtered_by_keyboard() {
    let base = format!("file://{}/", PUBLISHED.display().to_string().replace(' ', "%20"));
    let mut browser = Browser::start();
    browser.open(&format!("{base}timeline/2024.html"));
    assert_eq!(browser.eval(SEEN), seen(12, 16, "", ""));

    choose(&mut browser, "kind", "departure");
    let departures = seen(1, 4, "4 of 16 shown", "?kind=departure");
    assert_eq!(browser.eval(SEEN), departures);
    let count = |browser: &mut Browser, value: &str| {
        browser.eval(&format!("document.querySelector('input[value={value}] ~ small').textContent"))
    };
    // Of the departures, none is from Comet; of the kinds, the choice itself changes nothing.
    assert_eq!([count(&mut browser, "comet"), count(&mut browser, "orbit")], ["0", "4"]);
    assert_eq!([count(&mut browser, "join"), count(&mut browser, "departure")], ["12", "4"]);
    // The Enter key does nothing on a choice.
    browser.press("Enter");
    assert_eq!(browser.eval(SEEN), departures);

    choose(&mut browser, "org", "comet");
    let nothing = seen(0, 0, "0 of 16 shown · Nothing matches.", "?kind=departure&org=comet");
    assert_eq!(browser.eval(SEEN), nothing);
    choose(&mut browser, "kind", "join");
    assert_eq!(browser.eval(SEEN), seen(3, 3, "3 of 16 shown", "?kind=join&kind=departure&org=comet"));
    let chosen =
        browser.eval("[...document.querySelector('.filter-chosen').children].map(e => e.textContent)");
    assert_eq!(chosen, json!(["Join", "Departure", "Comet"]));

    // The way back leads through what was chosen, and a reload keeps it.
    browser.leave("history.back()");
    browser.wait_for("location.search === '?kind=departure&org=comet'");
    browser.wait_for("document.querySelector('.filter [role=status]').textContent.startsWith('0 of')");
    assert_eq!(browser.eval(SEEN), nothing);
    browser.leave("window.isOld = true, location.reload()");
    browser.wait_for("!window.isOld && document.readyState === 'complete'");
    assert_eq!(browser.eval(SEEN), nothing);
    assert_eq!(browser.eval("document.querySelector('input[value=departure]').checked"), true);

    // Another language has the same view.
    let chinese = browser.eval("document.querySelector('header a[hreflang=zh]').href");
    assert!(
        chinese.as_str().unwrap().ends_with("zh/timeline/2024.html?kind=departure&org=comet"),
        "{chinese}"
    );

    browser.tab_to(".filter button");
    browser.press("Enter");
    assert_eq!(browser.eval(SEEN), seen(12, 16, "", ""));
    assert_eq!(
        browser.eval("document.activeElement.matches('.facet > summary')"),
        true,
        "the focus is not lost"
    );
    browser.leave("history.back()");
    browser.wait_for("location.search === '?kind=departure&org=comet'");
    browser.wait_for("document.querySelector('.filter [role=status]').textContent.startsWith('0 of')");

    // From a page that was gone to, the way back leads to the list as it was.
    browser.open(&format!("{base}people.html"));
    browser.leave("history.back()");
    browser.wait_for("location.search === '?kind=departure&org=comet' && document.readyState === 'complete'");
    assert_eq!(browser.eval(SEEN), nothing);
}

#[test]
#[ignore = "needs Chromium"]
fn two_lists_of_a_page_are_filtered_apart() {
    let base = format!("file://{}/", PUBLISHED.display().to_string().replace(' ', "%20"));
    let mut browser = Browser::start();
    // What is not offered is no choice.
    browser.open(&format!("{base}orgs/orbit.html?people-tag=1066&kind=departure&other=1"));
    let rows = |section: &str| {
        format!(
            "[...document.querySelectorAll('[aria-labelledby={section}] .row')].filter(e => e.checkVisibility()).length"
        )
    };
    let both = format!("[{}, {}]", rows("people_"), rows("moves_"));
    assert_eq!(browser.eval(&both), json!([9, 4]));
    assert_eq!(browser.eval("[...document.forms].filter(f => f.matches('.filter')).length"), 2);
    choose(&mut browser, "kind", "join");
    assert_eq!(browser.eval(&both), json!([9, 13]));
    assert_eq!(browser.eval("location.search"), "?people-tag=1066&other=1&kind=join&kind=departure");
    choose(&mut browser, "people-tag", "early");
    assert_eq!(browser.eval(&both), json!([3, 13]));
    // Esc closes the facet, and the focus stays with it.
    browser.press("Escape");
    assert_eq!(browser.eval("document.activeElement.matches('.facet:not([open]) > summary')"), true);
}

#[test]
#[ignore = "needs Chromium"]
fn a_link_to_what_is_filtered_away_leads_there() {
    let base = format!("file://{}/", PUBLISHED.display().to_string().replace(' ', "%20"));
    let mut browser = Browser::start();
    browser.open(&format!("{base}orgs/orbit.html?kind=departure&org=nothing"));
    browser.eval(
        "document.querySelector('[aria-labelledby=moves_] .row[hidden]').id = 'away', location.hash = 'away'",
    );
    browser.wait_for("document.querySelector('#away').checkVisibility()");
    assert_eq!(browser.eval("location.search"), "?org=nothing");
}

#[test]
#[ignore = "needs Chromium"]
fn without_scripts_the_list_is_whole_and_no_form_is_seen() {
    let base = format!("file://{}/", PUBLISHED.display().to_string().replace(' ', "%20"));
    let mut browser = Browser::start();
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.open(&format!("{base}timeline/2024.html?kind=departure"));
    assert_eq!(browser.eval(SEEN), seen(12, 16, "", "?kind=departure"));
    assert_eq!(browser.eval("document.querySelector('.filter').checkVisibility()"), false);
}

#[test]
#[ignore = "needs Chromium"]
fn on_paper_only_what_is_chosen_is_told() {
    let base = format!("file://{}/", PUBLISHED.display().to_string().replace(' ', "%20"));
    let mut browser = Browser::start();
    browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    let form = "document.querySelector('.filter').innerText.trim()";
    for (query, told) in [("", ""), ("?kind=departure", "4 of 16 shown Departure")] {
        browser.open(&format!("{base}timeline/2024.html{query}"));
        let text = browser.eval(form);
        let words: Vec<&str> = text.as_str().unwrap().split_whitespace().collect();
        let is_seen = browser.eval("document.querySelector('.filter').checkVisibility()") == json!(true);
        assert_eq!(if is_seen { words.join(" ") } else { String::new() }, told);
    }
}
