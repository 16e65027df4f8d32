//! Texts of records stay texts, whatever they say: a hostile site is compared with its harmless twin.
//!
//! Both have the same records with other texts, so their pages must be the same trees of the same elements
//! and attributes: what broke out of a text would be an element, an attribute or a page too many.

mod support;

#[path = "support/html.rs"]
mod html;
#[path = "support/inert.rs"]
mod inert;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use html::{Kind, Node, Page};
use inert::Payload;
use support::{Ran, Tree, build, talent_flow, tree};

/// The hostile site and its harmless twin, as published.
static SITES: LazyLock<[Tree; 2]> =
    LazyLock::new(|| [inert::hostile(), inert::harmless()].map(|payload| published(&payload)));
static PAGES: LazyLock<[BTreeMap<String, Page>; 2]> =
    LazyLock::new(|| [0, 1].map(|i| html::pages(&SITES[i])));

fn published(payload: &Payload) -> Tree {
    let temp = tempfile::tempdir().unwrap();
    let (site, out) = (temp.path().join("site"), temp.path().join("public"));
    payload.write(&site);
    Ran::of(talent_flow().args(["check", "--strict", "-r"]).arg(&site)).success();
    build(&site, &out, &["--quiet", "--strict"]).success();
    tree(&out)
}

/// The pages of both, side by side.
fn twins() -> impl Iterator<Item = (&'static str, &'static Page, &'static Page)> {
    let [hostile, harmless] = &*PAGES;
    hostile.iter().map(|(address, page)| (address.as_str(), page, &harmless[address]))
}

#[test]
fn the_files_are_the_same() {
    let [hostile, harmless] = &*SITES;
    assert_eq!(hostile.keys().collect::<Vec<_>>(), harmless.keys().collect::<Vec<_>>());
    assert!(hostile["css/site.css"] == harmless["css/site.css"], "no text reaches the style sheet");
}

#[test]
fn hostile_pages_parse_without_an_error() {
    for (address, page, _) in twins() {
        assert!(page.errors.is_empty(), "{address}: {:?}", page.errors);
    }
}

/// What is on a page beside its pictures: those shorten a text by its width, and so differ.
fn beside_pictures(page: &Page) -> impl Iterator<Item = &Node> {
    let mut picture = None;
    page.nodes.iter().filter(move |node| {
        if picture.is_some_and(|depth| node.depth > depth) {
            return false;
        }
        picture = matches!(&node.kind, Kind::Element(e) if e.name == "svg").then_some(node.depth);
        picture.is_none()
    })
}

/// The same without texts in a language of their own, whose rules change them: JSON-LD and BibTeX. The test of
/// what is shared reads them.
fn in_html(page: &Page) -> impl Iterator<Item = &Node> {
    let mut other = None;
    beside_pictures(page).filter(move |node| {
        let is_inside = other.is_some_and(|depth| node.depth > depth);
        if !is_inside {
            let is_other = |e: &html::Element| {
                e.get("type") == Some("application/ld+json")
                    || e.name == "pre" && e.get("data-copy").is_some()
            };
            other = matches!(&node.kind, Kind::Element(e) if is_other(e)).then_some(node.depth);
        }
        !is_inside
    })
}

#[test]
fn a_picture_holds_nothing_but_what_is_drawn() {
    let drawn = [
        "svg", "g", "a", "title", "desc", "text", "rect", "line", "circle", "path", "polygon", "polyline",
        "defs", "pattern", "tspan",
    ];
    let mut pictures = 0;
    for (address, page, _) in twins() {
        let beside: Vec<*const Node> = beside_pictures(page).map(std::ptr::from_ref).collect();
        for node in page.nodes.iter().filter(|node| !beside.contains(&std::ptr::from_ref(*node))) {
            let Kind::Element(element) = &node.kind else { continue };
            pictures += usize::from(element.name == "svg");
            assert!(drawn.contains(&&*element.name), "{address}: {}", element.name);
            let runs = |name: &&String| name.starts_with("on") || name.contains("style");
            assert_eq!(element.attributes.keys().find(runs), None, "{address}");
            let href = element.attributes.get("href").map_or("", |href| href);
            assert!(!href.contains("javascript:"), "{address}: {href}");
        }
    }
    assert!(pictures > 0);
}

#[test]
fn no_text_becomes_an_element_or_an_attribute() {
    let shape = |page: &Page| -> Vec<String> {
        let told = beside_pictures(page).map(|node| match &node.kind {
            Kind::Element(e) => format!("{} {} {:?}", node.depth, e.name, e.attributes.keys()),
            Kind::Text(_) => format!("{} text", node.depth),
            Kind::Comment(_) => format!("{} comment", node.depth),
        });
        told.collect()
    };
    for (address, hostile, harmless) in twins() {
        let (hostile, harmless) = (shape(hostile), shape(harmless));
        if let Some(at) = (0..hostile.len().max(harmless.len())).find(|&i| hostile.get(i) != harmless.get(i))
        {
            panic!("{address}, node {at}: {:?} instead of {:?}", hostile.get(at), harmless.get(at));
        }
    }
}

#[test]
fn every_text_arrives_as_it_was_written() {
    let (hostile, harmless) = (inert::hostile(), inert::harmless());
    let parts = |p: &Payload| [p.text.clone(), p.decoded.to_owned(), p.url(""), p.word.to_owned()];
    let (from, to) = (parts(&hostile), parts(&harmless));
    let told =
        |text: &str| from.iter().zip(&to).fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    for (address, hostile, harmless) in twins() {
        for (one, other) in in_html(hostile).zip(in_html(harmless)) {
            match (&one.kind, &other.kind) {
                // An address shown as text is in its normal form, as in the link around it.
                (Kind::Text(one), Kind::Text(_)) if one.starts_with("https://") => {}
                (Kind::Text(one), Kind::Text(other)) => assert_eq!(told(one), *other, "{address}"),
                (Kind::Element(one), Kind::Element(other)) => {
                    let texts = one.attributes.iter().filter(|(name, _)| *name != "href");
                    for (name, value) in texts {
                        assert_eq!(told(value), other.attributes[name], "{address}: {name} of {}", one.name);
                    }
                }
                _ => panic!("{address}: other trees"),
            }
        }
    }
}

#[test]
fn every_field_reaches_a_page() {
    // Without this, the other tests could compare pages that leave the texts out.
    for (pages, payload) in PAGES.iter().zip([inert::hostile(), inert::harmless()]) {
        let texts: Vec<&str> =
            pages.values().flat_map(|page| page.nodes.iter().filter_map(|n| n.text())).collect();
        for name in inert::shown() {
            let wanted = payload.text(&name);
            assert!(texts.iter().any(|text| text.contains(&wanted)), "no page shows the {name}");
        }
    }
}

#[test]
fn addresses_keep_to_the_web_and_to_their_attribute() {
    for (address, page, _) in twins() {
        for link in page.elements().filter_map(|element| element.get("href")) {
            // The empty icon that keeps browsers from asking for one.
            let relative = !link.contains(':') || link == "data:,";
            let web = link.starts_with("https://") && !link.contains(['<', '>', '"', ' ', '`']);
            assert!(relative || web, "{address} links to {link}");
        }
    }
}

#[test]
fn a_sanitizer_finds_nothing_to_remove() {
    // Allowed is what the harmless pages hold, and nothing else.
    let mut allowed: HashMap<String, HashSet<String>> = HashMap::new();
    // Scripts are named in the head alone; in a body there is none.
    for element in PAGES[1].values().flat_map(Page::elements).filter(|element| element.name != "script") {
        allowed.entry(element.name.clone()).or_default().extend(element.attributes.keys().cloned());
    }
    let mut oracle = ammonia::Builder::empty();
    oracle
        .tags(allowed.keys().map(String::as_str).collect())
        .tag_attributes(
            allowed.iter().map(|(n, a)| (n.as_str(), a.iter().map(String::as_str).collect())).collect(),
        )
        .url_schemes(HashSet::from(["https", "http"]))
        .link_rel(None);
    for (address, bytes) in SITES[0].iter().filter(|(address, _)| PAGES[0].contains_key(*address)) {
        let page = std::str::from_utf8(bytes).unwrap();
        let body = page.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>")).unwrap().0;
        let cleaned = oracle.clean(body).to_string();
        let nodes = |html: &str| Page::parse(html).nodes;
        assert!(nodes(body) == nodes(&cleaned), "{address}: the sanitizer removes something");
    }
}

#[test]
fn ids_and_classes_are_the_templates_own() {
    let of = |pages: &BTreeMap<String, Page>| -> BTreeSet<String> {
        let ids = pages.values().flat_map(Page::elements).filter_map(|element| element.get("id"));
        ids.map(str::to_owned).collect()
    };
    assert_eq!(of(&PAGES[0]), of(&PAGES[1]));
}
