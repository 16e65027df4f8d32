//! What the site is followed by, read as those who follow it do: by a feed reader, a calendar, a crawler.

mod support;

#[path = "feeds/calendar.rs"]
mod calendar;
#[path = "support/html.rs"]
mod html;
#[path = "support/inert.rs"]
mod inert;
#[path = "feeds/sitemap.rs"]
mod sitemap;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use feed_rs::model::Feed;
use icalendar::parser::unfold;
use support::{Tree, build, copy, tree};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");
const BASE: &str = "https://flow.example/moves";

/// The golden site with more records, published.
fn golden(records: &[(&str, &str)], flags: &[&str]) -> Tree {
    let temp = tempfile::tempdir().unwrap();
    let (site, out) = (temp.path().join("site"), temp.path().join("public"));
    copy(GOLDEN.as_ref(), &site);
    for (name, record) in records {
        write(&site.join("content").join(name), record);
    }
    build(&site, &out, flags).success();
    tree(&out)
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn published() -> Tree {
    golden(&[], &["--base-url", BASE])
}

#[track_caller]
fn feed(files: &Tree, name: &str) -> Feed {
    // Where the feed was got from, which relative links are resolved against.
    let base = format!("{BASE}/{name}");
    let parser = feed_rs::parser::Builder::new().base_uri(Some(&base)).build();
    parser.parse(&*files[name]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn text<'a>(files: &'a Tree, name: &str) -> &'a str {
    std::str::from_utf8(&files[name]).unwrap()
}

fn feeds(files: &Tree) -> Vec<&String> {
    let feeds = files.iter().filter(|(_, bytes)| bytes.windows(5).any(|window| window == b"<feed"));
    feeds.map(|(name, _)| name).filter(|name| has_extension(name, "xml")).collect()
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| entry.title.as_ref().unwrap().content.as_str()).collect()
}

#[test]
fn a_reader_finds_what_atom_asks_for() {
    for (files, scheme) in [(published(), "https://"), (golden(&[], &[]), "urn:uuid:")] {
        let names = feeds(&files);
        let expected = ["changes.xml", "feed.xml", "orgs/orbit-labs.xml"];
        let expected = expected.iter().flat_map(|name| [(*name).to_owned(), format!("zh/{name}")]);
        assert_eq!(names.iter().map(|name| (*name).clone()).collect::<BTreeSet<_>>(), expected.collect());
        let mut ids = BTreeSet::new();
        for name in names {
            let feed = feed(&files, name);
            assert!(feed.title.is_some() && feed.description.is_some() && feed.updated.is_some(), "{name}");
            assert_eq!(feed.authors.len(), 1, "{name}");
            assert!(
                feed.authors[0].name.as_ref().is_some_and(|name| !name.is_empty())
                    && !feed.entries.is_empty(),
                "{name}"
            );
            assert_eq!(feed.language.as_deref(), Some(if name.starts_with("zh/") { "zh" } else { "en" }));
            assert!(feed.id.starts_with(scheme) && ids.insert(feed.id.clone()), "{name}: {}", feed.id);
            let own = feed.links.iter().find(|link| link.rel.as_deref() == Some("self")).unwrap();
            assert_eq!(own.href, format!("{BASE}/{name}"));
            let mut entries = BTreeSet::new();
            for entry in &feed.entries {
                assert!(entry.id.starts_with(scheme) && entries.insert(entry.id.clone()), "{name}");
                assert!(entry.updated <= feed.updated && entry.published <= entry.updated, "{name}");
                assert!(entry.title.as_ref().is_some_and(|title| !title.content.is_empty()), "{name}");
                assert!(entry.summary.as_ref().is_some_and(|summary| summary.content.contains("https://")));
                let page = entry.links[0].href.strip_prefix(BASE).unwrap().trim_start_matches('/');
                let (page, _) = page.split_once('#').unwrap_or((page, ""));
                assert!(files.contains_key(page), "{name}: {page}");
            }
        }
    }
}

#[test]
fn the_latest_moves_come_first() {
    let files = published();
    let feed = feed(&files, "feed.xml");
    assert_eq!(
        titles(&feed)[..3],
        [
            "Retracted: Cy O'Specimen <b>&amp;</b> joins Orbit Labs as an adviser",
            "Cancelled: Cy was to join <Orbit Labs>",
            "Ben Sample resigns as Head of Guidance at Orbit Labs to join Meridian Institute",
        ]
    );
    let days: Vec<_> = feed.entries.iter().map(|entry| entry.published.unwrap()).collect();
    assert!(days.is_sorted_by(|one, next| one >= next));
    assert_eq!(days[2].to_rfc3339(), "2024-10-30T00:00:00+00:00", "the day of the announcement");
    assert!(days.iter().all(|day| day.to_rfc3339().as_str() < "2025"), "none is later than `as_of`");
    let summary = &feed.entries[2].summary.as_ref().unwrap().content;
    for told in ["Took effect: November 2024", "Announced: 30 October 2024", "Sources"] {
        assert!(summary.contains(told), "{summary}");
    }
    assert!(feed.entries[1].summary.as_ref().unwrap().content.contains("never took"), "how sure it is");
}

#[test]
fn changes_follow_the_sources() {
    // A record of long ago that was corrected with what was read later comes before all others.
    let source =
        "{url: 'https://archive.example/corrected', kind: news, date: 2019-05, accessed: 2024-12-20}";
    let join = format!(
        "person: ada-example\nkind: join\ndate: 2019-03\nto: {{org: orbit-labs, capacity: founder, post: chief-executive}}\nsources: [{source}]\n"
    );
    let files = golden(&[("moves/2019/2019-03-ada-example-join.yaml", &join)], &["-u", BASE]);
    let changes = feed(&files, "changes.xml");
    assert_eq!(titles(&changes)[0], "Ada Example co-founds Orbit Labs as Chief Executive Officer");
    assert_eq!(changes.entries[0].updated.unwrap().to_rfc3339(), "2024-12-20T00:00:00+00:00");
    let latest = feed(&files, "feed.xml");
    assert_ne!(titles(&latest)[0], titles(&changes)[0], "it is no news");
    // Dated after `as_of`, as the year 2024 is until its end, a source counts as of that day.
    assert!(changes.entries.iter().all(|entry| entry.updated.unwrap().to_rfc3339().as_str() < "2025"));
}

#[test]
fn feeds_and_calendars_are_found_from_pages() {
    let files = published();
    for (address, page) in html::pages(&files) {
        if address == "404.html" || page.all("main").next().is_none() {
            continue;
        }
        let is_feed = |e: &&html::Element| e.get("type") == Some("application/atom+xml");
        let found = page.all("link").filter(is_feed).count();
        let is_org = address.ends_with("orgs/orbit-labs.html");
        assert_eq!(found, if is_org { 3 } else { 2 }, "{address}");
        assert_eq!(page.all("a").filter(is_feed).count() > 0, is_org || address.ends_with("follow.html"));
        let link = |href: &str| page.all("a").any(|a| a.get("href").is_some_and(|to| to.ends_with(href)));
        assert!(link("follow.html"), "{address}");
        assert_eq!(link("calendar.ics"), address.ends_with("follow.html"), "{address}");
    }
}

#[test]
fn names_stay_when_texts_change() {
    let site = fs::read_to_string(Path::new(GOLDEN).join("content/site.yaml")).unwrap();
    let renamed = site.replace("Orbit Labs, who comes", "Orbit Labs, and who comes");
    let named = |flags: &[&str]| {
        let files = golden(&[("site.yaml", &renamed)], flags);
        feed(&files, "feed.xml").entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>()
    };
    let before = |flags: &[&str]| {
        let files = golden(&[], flags);
        feed(&files, "feed.xml").entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>()
    };
    assert_eq!(named(&["-u", BASE]), before(&["-u", BASE]));
    assert_ne!(named(&[]), before(&[]), "nothing else tells one site from another");
}

#[test]
fn hostile_texts_stay_texts() {
    let temp = tempfile::tempdir().unwrap();
    let read = |payload: inert::Payload, name: &str| {
        let (site, out) = (temp.path().join(name), temp.path().join(format!("{name}-public")));
        payload.write(&site);
        build(&site, &out, &["--quiet", "-u", BASE]).success();
        tree(&out)
    };
    let (hostile, harmless) = (read(inert::hostile(), "hostile"), read(inert::harmless(), "harmless"));
    let tags = |text: &str| {
        text.split('<')
            .skip(1)
            .map(|tag| tag.split(['>', ' ']).next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for name in feeds(&hostile) {
        let (one, other) = (feed(&hostile, name), feed(&harmless, name));
        assert_eq!(one.entries.len(), other.entries.len(), "{name}");
        assert_eq!(tags(text(&hostile, name)), tags(text(&harmless, name)), "{name}");
        for (one, other) in one.entries.iter().zip(&other.entries) {
            assert_eq!((&one.id, &one.links), (&other.id, &other.links));
            // As HTML, a summary is paragraphs and links with the texts in them.
            let page = |entry: &feed_rs::model::Entry| {
                let summary = &entry.summary.as_ref().unwrap().content;
                let page = html::Page::parse(&format!("<!doctype html><title>x</title>{summary}"));
                page.elements()
                    .map(|e| (e.name.clone(), e.attributes.keys().cloned().collect::<Vec<_>>()))
                    .collect::<Vec<_>>()
            };
            assert_eq!(page(one), page(other), "{name}");
        }
    }
    for name in ["sitemap.xml", "robots.txt"] {
        assert!(hostile[name] == harmless[name], "{name} holds no text");
    }
    for name in ["calendar.ics", "zh/calendar.ics"] {
        let properties = |files: &Tree| {
            let unfolded = unfold(text(files, name));
            unfolded.lines().map(|line| line.split([':', ';']).next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(properties(&hostile), properties(&harmless), "{name}");
    }
}
