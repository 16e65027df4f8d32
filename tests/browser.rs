//! Pages in a real browser: `cargo test --test browser -- --ignored`, with `chromium` installed.
//!
//! One page of each kind, in both languages, of four sites: the golden one, the repository's own, a large
//! one, and one whose every text is hostile and has words that no line holds.

mod support;

#[path = "support/browser.rs"]
mod browser;
#[path = "support/inert.rs"]
mod inert;
#[path = "support/large.rs"]
mod large;
#[path = "support/published.rs"]
mod published;
#[path = "support/server.rs"]
mod server;

use browser::Browser;
use published::{GOLDEN, SITES, complaints, kinds};
use serde_json::json;
use support::{build, tree};

/// The text of a page, without what only scripts show; the search is one of them, shown where they run.
const TEXT: &str = "document.querySelectorAll('[data-script], [role=search]').forEach(part => part.remove()), document.body.innerText";

#[test]
#[ignore = "needs Chromium"]
fn a_bad_page_is_noticed() {
    // Were the browser deaf, the other tests would pass on any page.
    let temp = tempfile::tempdir().unwrap();
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src 'self'\">";
    let open = |browser: &mut Browser, body: &str| {
        std::fs::write(
            temp.path().join("bad.html"),
            format!("<!doctype html>{policy}<title>Bad</title>{body}"),
        )
        .unwrap();
        let base = format!("file://{}/", temp.path().display());
        browser.open(&format!("{base}bad.html"));
        complaints(browser, &base).join("\n")
    };
    let mut browser = Browser::start();
    assert_eq!(open(&mut browser, "<p>Nothing is bad.</p>"), "");
    for (bad, told) in [
        ("<p style='color: red'>Styled</p>", "style"),
        ("<script>alert(1)</script>", "script"),
        ("<img alt='' src='lost.png'>", "loadingFailed"),
        ("<img alt='' src='https://elsewhere.invalid/x.png'>", "elsewhere.invalid"),
    ] {
        let complaints = open(&mut browser, bad);
        assert!(complaints.contains(told), "{bad}: {complaints}");
    }
}

#[test]
#[ignore = "needs Chromium"]
fn pages_load_without_a_complaint_and_read_the_same_from_anywhere() {
    let mut browser = Browser::start();
    for site in [&SITES.golden, &SITES.own, &SITES.hostile] {
        let root = server::serve(&site.folder, "/");
        let below = server::serve(&site.folder, "/some/where/");
        for address in &site.kinds {
            let mut texts = Vec::new();
            for base in [&site.files(), &root, &below] {
                browser.open(&format!("{base}{address}"));
                let styled = browser.eval("getComputedStyle(document.body).marginTop === '0px'");
                assert_eq!(styled, json!(true), "{base}{address} has no style");
                texts.push(browser.eval(TEXT));
                let complaints = complaints(&browser, base);
                assert!(complaints.is_empty(), "{} {base}{address}: {complaints:#?}", site.name);
            }
            assert!(texts.iter().all(|text| *text == texts[0]), "{} {address} reads differently", site.name);
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn pages_read_the_same_without_scripts() {
    let mut browser = Browser::start();
    for site in [&SITES.golden, &SITES.own] {
        for address in &site.kinds {
            let mut texts = Vec::new();
            for disabled in [false, true] {
                browser.call("Emulation.setScriptExecutionDisabled", json!({"value": disabled}));
                browser.open(&format!("{}{address}", site.files()));
                texts.push(browser.eval(TEXT));
            }
            assert!(texts[0].as_str().is_some_and(|text| text.len() > 20), "{address} has no text");
            assert!(texts[0] == texts[1], "{} {address} reads differently without scripts", site.name);
        }
    }
}

/// What is wider than the window, outermost first.
const TOO_WIDE: &str = "document.scrollingElement.scrollWidth <= innerWidth ? [] : \
    [...document.body.querySelectorAll('*')].filter(e => !e.parentElement.closest('.sections, .scroll')).filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 \
    || e.getBoundingClientRect().left < -0.5).map(e => e.outerHTML.slice(0, 120)).concat('the page').slice(0, 3)";

#[test]
#[ignore = "needs Chromium"]
fn no_page_scrolls_sideways() {
    let mut browser = Browser::start();
    let mut wrong = Vec::new();
    for site in [&SITES.own, &SITES.hostile, &SITES.large] {
        for address in &site.kinds {
            browser.open(&format!("{}{address}", site.files()));
            for (width, scheme) in [320, 390, 768, 1280].into_iter().flat_map(|w| [(w, "light"), (w, "dark")])
            {
                let size = json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false});
                browser.call("Emulation.setDeviceMetricsOverride", size);
                let dark = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
                browser.call("Emulation.setEmulatedMedia", dark);
                assert_eq!(browser.eval("innerWidth"), json!(width), "the window has the width asked for");
                let told = browser.eval(TOO_WIDE);
                if told != json!([]) {
                    wrong.push(format!("{} {address} at {width} px, {scheme}: {told:#}", site.name));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} pages are too wide:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(12)].join("\n")
    );
}

/// What is wrong with the charts that are shown: labels that cover each other, leave the picture or are too
/// small to read, and what is missing beside the picture.
const UNREADABLE: &str = r#"(() => {
    const wrong = [];
    for (const svg of document.querySelectorAll('svg.chart')) {
        const frame = svg.getBoundingClientRect();
        const told = what => wrong.push(`${svg.querySelector('title')?.textContent}: ${what}`);
        for (const part of ['title', 'desc']) {
            if (!svg.querySelector(`:scope > ${part}`)?.textContent.trim()) told(`no ${part}`);
        }
        if (frame.width === 0) continue;
        const texts = [...svg.querySelectorAll('text')].filter(text => text.firstChild?.data?.trim());
        const rects = texts.map(text => text.getBoundingClientRect());
        texts.forEach((text, i) => {
            const a = rects[i];
            if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1
                || a.bottom > frame.bottom + 1) told(`"${text.firstChild.data}" leaves the picture`);
            const size = parseFloat(getComputedStyle(text).fontSize) * frame.width / svg.viewBox.baseVal.width;
            if (size < 10) told(`"${text.firstChild.data}" is ${size} px`);
            rects.slice(i + 1).forEach((b, j) => {
                const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (across > 1 && down > 1) {
                    told(`"${text.firstChild.data}" covers "${texts[i + 1 + j].firstChild.data}"`);
                }
            });
        });
    }
    for (const figure of document.querySelectorAll('.chart-figure')) {
        // Below the picture, or shown beside it in the same section.
        const beside = figure.closest('section, main');
        if (!(figure.querySelector('details table tbody tr') || beside?.querySelector('table tbody tr'))) wrong.push('no data: ' + figure.innerText);
        if (![...figure.querySelectorAll('svg')].some(svg => svg.getBoundingClientRect().width > 0)) {
            wrong.push('no picture: ' + figure.innerText);
        }
    }
    return wrong.slice(0, 5);
})()"#;

#[test]
#[ignore = "needs Chromium"]
fn a_bad_chart_is_noticed() {
    let temp = tempfile::tempdir().unwrap();
    let mut browser = Browser::start();
    let mut told = |texts: &str, data: &str| {
        let style = "<style>text { font: 12px sans-serif }</style>";
        let svg = format!("<svg class='chart' viewBox='0 0 300 50' width='300' height='50'>{texts}</svg>");
        let figure = format!("<figure class='chart-figure'>{svg}<details>{data}</details></figure>");
        std::fs::write(temp.path().join("bad.html"), format!("<!doctype html>{style}{figure}")).unwrap();
        browser.open(&format!("file://{}/bad.html", temp.path().display()));
        browser.eval(UNREADABLE).to_string()
    };
    let named = "<title>Named</title><desc>Described</desc>";
    let data = "<table><tbody><tr><td>1</table>";
    let good = format!("{named}<text x='9' y='20'>One</text><text x='99' y='20'>Two</text>");
    assert_eq!(told(&good, data), "[]");
    assert!(told(&good, "").contains("no data"));
    for (bad, problem) in [
        ("<text x='9' y='20'>One</text>", "no desc"),
        ("<text x='9' y='20'>One</text><text x='15' y='24'>Two</text>", "covers"),
        ("<text x='290' y='20'>Too far to the right</text>", "leaves the picture"),
        ("<text x='9' y='20' style='font-size: 9px'>One</text>", "9 px"),
    ] {
        let named = if problem == "no desc" { "" } else { named };
        assert!(told(&format!("{named}{bad}"), data).contains(problem), "{bad}");
    }
}

#[test]
#[ignore = "needs Chromium"]
fn charts_can_be_read() {
    let mut browser = Browser::start();
    let mut wrong = Vec::new();
    for site in [&SITES.own, &SITES.hostile, &SITES.large] {
        let mut drawn = tree(&site.folder);
        drawn.retain(|_, bytes| String::from_utf8_lossy(bytes).contains("class=\"chart-figure\""));
        let pages = kinds(&drawn);
        assert!(pages.iter().any(|page| page == "index.html"), "{} has charts: {pages:?}", site.name);
        for address in pages {
            browser.open(&format!("{}{address}", site.files()));
            for width in [360, 1280] {
                let size = json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false});
                browser.call("Emulation.setDeviceMetricsOverride", size);
                let told = browser.eval(UNREADABLE);
                if told != json!([]) {
                    wrong.push(format!("{} {address} at {width} px: {told:#}", site.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} pages:\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
}

#[test]
#[ignore = "needs Chromium"]
fn both_colour_schemes_are_there() {
    let mut browser = Browser::start();
    browser.open(&format!("{}index.html", SITES.golden.files()));
    let colours = ["light", "dark"].map(|scheme| {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        browser.call("Emulation.setEmulatedMedia", features);
        browser.eval("[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color].join()")
    });
    assert_ne!(colours[0], colours[1]);
}

#[test]
#[ignore = "needs Chromium"]
fn former_addresses_lead_on() {
    let mut browser = Browser::start();
    let below = server::serve(&SITES.golden.folder, "/some/where/");
    for base in [SITES.golden.files(), below] {
        for (former, now) in [
            ("people/benjamin-sample.html", "people/ben-sample.html"),
            ("zh/sources/herald-guidance.html", "zh/sources/herald-2024-06-03.html"),
        ] {
            browser.open(&format!("{base}{former}"));
            browser
                .wait_for(&format!("location.href === '{base}{now}' && document.readyState === 'complete'"));
        }
    }
}

#[test]
#[ignore = "needs Chromium"]
fn the_page_for_lost_readers_works_at_any_depth() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("public");
    let base = server::serve(&out, "/some/where/");
    build(GOLDEN.as_ref(), &out, &["--quiet", "--base-url", &base]).success();
    let mut browser = Browser::start();
    for lost in ["lost.html", "people/nobody.html", "a/b/c/d.html"] {
        browser.open(&format!("{base}{lost}"));
        assert_eq!(browser.eval("document.querySelector('h1').innerText"), json!("Page not found"));
        let styled = browser.eval("getComputedStyle(document.body).marginTop === '0px'");
        assert_eq!(styled, json!(true), "{lost} has no style");
        let links = browser.eval("[...document.links].map(a => a.href)");
        assert_eq!(links, json!([format!("{base}index.html"), format!("{base}zh/index.html")]));
    }
}
