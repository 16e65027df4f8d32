//! What readers and other sites take along: previews, JSON-LD, citations, cards, and the way to a correction.

mod support;

#[path = "support/html.rs"]
mod html;
#[path = "support/inert.rs"]
mod inert;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use html::{Kind, Page};
use serde_json::{Value, json};
use support::{Ran, Tree, build, copy, talent_flow, tree};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");
const HERE: &str = env!("CARGO_MANIFEST_DIR");
const BASE: &str = "https://flow.example/site";

struct Published {
    files: Tree,
    pages: BTreeMap<String, Page>,
}

/// The golden site as it is, and at an address with cards of every kind; the hostile one so; the repository's own.
static PLAIN: LazyLock<Published> = LazyLock::new(|| published(GOLDEN.as_ref(), &[]));
static FULL: LazyLock<Published> = LazyLock::new(|| with_cards(|root| copy(GOLDEN.as_ref(), root), "true"));
static HOSTILE: LazyLock<Published> =
    LazyLock::new(|| with_cards(|root| inert::hostile().write(root), "true"));
static OWN: LazyLock<Published> = LazyLock::new(|| published(HERE.as_ref(), &["--base-url", BASE]));

fn published(root: &Path, flags: &[&str]) -> Published {
    let temp = tempfile::tempdir().unwrap();
    build(root, temp.path(), &[&["--quiet", "--force"], flags].concat()).success();
    let files = tree(temp.path());
    Published { pages: html::pages(&files), files }
}

fn with_cards(write: impl Fn(&Path), embeds: &str) -> Published {
    let temp = tempfile::tempdir().unwrap();
    write(temp.path());
    let site = temp.path().join("content/site.yaml");
    let yaml = fs::read_to_string(&site).unwrap();
    fs::write(&site, format!("{yaml}embeds: {embeds}\n")).unwrap();
    published(temp.path(), &["--base-url", BASE])
}

impl Published {
    /// The pages with the frame of the site.
    fn proper(&self) -> impl Iterator<Item = (&String, &Page)> {
        let stands_alone = |page: &Page| meta(page, "name", "robots") == Some("noindex");
        self.pages.iter().filter(move |(_, page)| !stands_alone(page))
    }

    fn text(&self, address: &str) -> String {
        String::from_utf8(self.files[address].clone()).unwrap()
    }

    /// What a page tells machines.
    fn graph(&self, address: &str) -> Vec<Value> {
        graph(&self.pages[address]).unwrap_or_else(|| panic!("{address} has no JSON-LD"))
    }

    fn cards(&self) -> Vec<&String> {
        self.files.keys().filter(|name| name.split('/').any(|part| part == "embed")).collect()
    }
}

fn meta<'a>(page: &'a Page, attribute: &'static str, name: &'static str) -> Option<&'a str> {
    page.all("meta").find(|meta| meta.get(attribute) == Some(name))?.get("content")
}

/// The text of the first element that has an attribute.
fn text_in<'a>(page: &'a Page, name: &str, attribute: &str) -> Option<&'a str> {
    let is_it =
        |kind: &Kind| matches!(kind, Kind::Element(e) if e.name == name && e.get(attribute).is_some());
    let at = page.nodes.iter().position(|node| is_it(&node.kind))?;
    page.nodes.get(at + 1)?.text()
}

fn graph(page: &Page) -> Option<Vec<Value>> {
    let text = text_in(page, "script", "type")?;
    let document: Value = serde_json::from_str(text).expect("JSON-LD is JSON");
    assert_eq!(document["@context"], "https://schema.org");
    Some(document["@graph"].as_array().expect("a graph").clone())
}

#[test]
fn every_page_has_a_preview() {
    for site in [&*FULL, &*OWN, &*HOSTILE] {
        for (address, page) in site.proper() {
            let og = |name| meta(page, "property", name).unwrap_or_else(|| panic!("{address}: no {name}"));
            for name in ["og:title", "og:site_name", "og:description"] {
                assert!(!og(name).trim().is_empty(), "{address}: {name} is empty");
            }
            assert!(["website", "profile", "article"].contains(&og("og:type")), "{address}");
            assert_eq!(og("og:url"), format!("{BASE}/{address}"));
            let (here, other) =
                if address.starts_with("zh/") { ("zh_CN", "en_GB") } else { ("en_GB", "zh_CN") };
            assert_eq!((og("og:locale"), og("og:locale:alternate")), (here, other), "{address}");
            assert_eq!(meta(page, "name", "twitter:card"), Some("summary"), "{address}");
            assert_eq!(meta(page, "property", "og:image"), None, "there is no picture to show");
        }
    }
    assert!(PLAIN.proper().all(|(_, page)| meta(page, "property", "og:url").is_none()));
    assert_eq!(meta(&FULL.pages["people/ada-example.html"], "property", "og:type"), Some("profile"));
    let cy = meta(&FULL.pages["people/cy-o-specimen.html"], "property", "og:description");
    assert!(cy.unwrap().contains("Specimen"), "without a summary, the latest move: {cy:?}");
}

/// Holds one thing of a graph, and what is in it, against what the vocabulary asks of its type.
fn check(thing: &Value, address: &str) {
    let told = |property: &str| thing[property].as_str().is_some_and(|text| !text.trim().is_empty());
    match thing["@type"].as_str().unwrap_or_else(|| panic!("{address}: no type in {thing}")) {
        "WebSite" | "Person" | "Organization" | "ListItem" => assert!(told("name"), "{address}: {thing}"),
        "OrganizationRole" => {
            let ends = ["worksFor", "memberOf", "affiliation", "alumniOf", "member"];
            let ends = ends.iter().filter(|end| thing[end]["@type"].is_string());
            assert_eq!(ends.count(), 1, "{address}: a role has one other end: {thing}");
        }
        "BreadcrumbList" => {
            let items = thing["itemListElement"].as_array().unwrap();
            assert!(items.len() > 1);
            for (at, item) in items.iter().enumerate() {
                assert_eq!(item["position"], at + 1);
                assert!(item["item"].as_str().unwrap().starts_with(BASE), "{address}");
            }
        }
        other => panic!("{address}: what is a {other}?"),
    }
    for (key, value) in thing.as_object().unwrap() {
        if key.ends_with("Date") {
            let date = value.as_str().unwrap();
            let lengths: Vec<usize> = date.split('-').map(str::len).collect();
            assert!([&[4][..], &[4, 2], &[4, 2, 2]].contains(&&*lengths), "{address}: {key} {date}");
        }
        let parts = value.as_array().into_iter().flatten().chain([value]);
        parts.filter(|part| part.is_object()).for_each(|part| check(part, address));
    }
}

#[test]
fn what_machines_are_told_is_sound() {
    for site in [&*PLAIN, &*FULL, &*OWN, &*HOSTILE] {
        let mut people = 0;
        for (address, page) in &site.pages {
            let Some(graph) = graph(page) else { continue };
            for thing in &graph {
                check(thing, address);
            }
            people += graph.iter().filter(|thing| thing["@type"] == "Person").count();
            let start = "<script type=\"application/ld+json\">";
            let text = site.text(address);
            let data = text.split_once(start).unwrap().1.split_once("</script>").unwrap().0;
            assert!(!data.contains('<'), "{address}: nothing in it can end it");
        }
        let all =
            site.pages.keys().filter(|address| address.contains("people/") && !address.contains("embed/"));
        let redirects = |address: &&String| meta(&site.pages[*address], "name", "robots").is_none();
        assert_eq!(people, all.filter(redirects).count());
    }
}

#[test]
fn hostile_texts_arrive_in_json_as_they_were_written() {
    let hostile = inert::hostile();
    let ada = &HOSTILE.graph("people/ada.html")[0];
    assert_eq!(ada["name"].as_str().unwrap(), hostile.text("Ada"));
}

#[test]
fn a_person_and_their_roles() {
    let ada = FULL.graph("people/ada-example.html");
    assert_eq!(
        ada[0],
        json!({
            "@type": "Person",
            "name": "Ada Example",
            "alternateName": ["艾达·范例", "A. E. Example", "エイダ"],
            "description": "Founded Orbit Labs.",
            "url": format!("{BASE}/people/ada-example.html"),
            "sameAs": ["https://www.wikidata.org/wiki/Q42", "https://x.com/ada"],
            "worksFor": [{
                "@type": "OrganizationRole",
                "worksFor": {
                    "@type": "Organization", "name": "Orbit Labs", "url": format!("{BASE}/orgs/orbit-labs.html"),
                },
                "roleName": "Co-founder and CEO",
                "startDate": "2019-03",
            }],
            "alumniOf": [{
                "@type": "OrganizationRole",
                "alumniOf": {
                    "@type": "Organization",
                    "name": "Meridian University",
                    "url": format!("{BASE}/orgs/meridian-university.html"),
                },
                "roleName": "Doctorate",
            }],
        })
    );
    // Told by a blog alone, and so only reported: no machine is told of it.
    let ben = FULL.graph("people/ben-sample.html")[0].to_string();
    assert!(!ben.contains("Engineer") && !ben.contains("2019"), "{ben}");
    // The date of the promotion is contested; that of the departure is not.
    let head = &FULL.graph("people/ben-sample.html")[0]["worksFor"][1];
    assert_eq!((&head["roleName"], &head["endDate"]), (&json!("Head of Guidance"), &json!("2024-11")));
    assert!(head["startDate"].is_null(), "{head}");
}

#[test]
fn an_organization_and_who_is_there() {
    let orbit = &FULL.graph("orgs/orbit-labs.html")[0];
    let members = orbit["member"].as_array().unwrap();
    let ada = members.iter().find(|role| role["member"]["name"] == "Ada Example").unwrap();
    assert_eq!((&ada["member"]["@type"], &ada["startDate"]), (&json!("Person"), &json!("2019-03")));
    assert!(
        OWN.graph("orgs/openai.html")[0]["member"].as_array().unwrap().len() <= 20,
        "the list is bounded"
    );
}

#[test]
fn the_site_and_the_way_to_a_page() {
    let home = FULL.graph("zh/index.html");
    assert_eq!(home[0]["@type"], "WebSite");
    assert_eq!((&home[0]["name"], &home[0]["inLanguage"]), (&json!("轨道实验室人员变动"), &json!("zh")));
    let way = FULL.graph("people/ada-example.html").pop().unwrap();
    let names: Vec<_> = way["itemListElement"].as_array().unwrap().iter().map(|item| &item["name"]).collect();
    assert_eq!(names, ["People", "Ada Example"]);
    assert_eq!(PLAIN.graph("people/ada-example.html").len(), 1, "without addresses there is no way to tell");
}

#[test]
fn how_to_cite_a_page() {
    let cited = |site: &Published, address: &str| {
        let page = &site.pages[address];
        [text_in(page, "p", "data-copy"), text_in(page, "pre", "data-copy")]
            .map(|text| text.unwrap().to_owned())
    };
    let [text, bibtex] = cited(&FULL, "people/ada-example.html");
    let url = format!("{BASE}/people/ada-example.html");
    let said = "“Ada Example”, Orbit Labs, who comes and goes. Records complete to 31 December 2024.";
    assert_eq!(text, format!("{said} {url}"));
    let entry = "@misc{people:ada-example,
  title = {{Ada Example}},
  author = {{Orbit Labs, who comes and goes}},
  year = {2024},
  month = dec,
  note = {Records complete to 31 December 2024}";
    assert_eq!(bibtex, format!("{entry},\n  url = {{{url}}}\n}}"));
    assert_eq!(
        cited(&PLAIN, "people/ada-example.html"),
        [said.to_owned(), format!("{entry}\n}}")],
        "without an address there is none to cite"
    );
    let [text, _] = cited(&FULL, "zh/people/ada-example.html");
    let end = "记录截至2024年12月31日。https://flow.example/site/zh/people/ada-example.html";
    assert_eq!(text, format!("“艾达·范例”，轨道实验室人员变动，{end}"));
    let [_, bibtex] = cited(&FULL, "people/cy-o-specimen.html");
    assert!(bibtex.contains("title = {{Cy O'Specimen <b>\\&amp;</b>}}"), "{bibtex}");
    for (address, page) in HOSTILE.proper() {
        let bibtex = text_in(page, "pre", "data-copy").unwrap();
        let count = |brace| bibtex.matches(brace).count();
        assert_eq!(count('{'), count('}'), "{address}");
    }
}

#[test]
fn what_can_be_copied_has_a_name_of_its_own() {
    for site in [&*FULL, &*OWN, &*HOSTILE] {
        for (address, page) in site.proper() {
            let copied = ["p", "pre", "textarea"].into_iter().flat_map(|name| page.all(name));
            let mut names: Vec<&str> = copied.filter_map(|element| element.get("data-copy")).collect();
            let total = names.len();
            assert!(total >= 2 && names.iter().all(|name| !name.is_empty()), "{address}: {names:?}");
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), total, "{address}: {names:?}");
        }
    }
}

#[test]
fn every_record_and_every_move_has_a_way_to_a_correction() {
    let edits = |page: &Page| -> Vec<String> {
        let links = page.all("a").filter(|a| a.has_word("rel", "external"));
        links
            .filter_map(|a| a.get("href"))
            .filter(|to| to.contains("/edit/main/"))
            .map(str::to_owned)
            .collect()
    };
    let to = |file: &str| format!("https://example.org/records/edit/main/content/{file}");
    for (address, file) in [
        ("people/ada-example.html", "people/ada-example.yaml"),
        ("orgs/orbit-labs.html", "orgs/orbit-labs.yaml"),
        ("events/restructuring.html", "events/restructuring.yaml"),
        ("figures/attrition.html", "figures/attrition.yaml"),
        ("cohorts/launch.html", "cohorts/launch.yaml"),
        ("sources/herald-2019-03-04.html", "sources/herald-2019-03-04.yaml"),
        ("zh/pages/about.html", "pages/about.md"),
    ] {
        assert!(edits(&PLAIN.pages[address]).contains(&to(file)), "{address}");
        assert!(PLAIN.text(address).contains(if address.starts_with("zh/") {
            "提出更正"
        } else {
            "Suggest a correction"
        }));
    }
    let ben = edits(&PLAIN.pages["people/ben-sample.html"]);
    for moved in ["2019/2019-ben-sample-join", "2024/2024-11-ben-sample-departure"] {
        assert!(ben.contains(&to(&format!("moves/{moved}.yaml"))), "{ben:?}");
    }
    for (address, page) in
        OWN.proper().filter(|_| !fs::read_to_string("content/site.yaml").unwrap().contains("repository:"))
    {
        assert_eq!(edits(page), [""; 0], "{address}: there is no repository to lead to");
        assert!(!OWN.text(address).contains("Suggest a correction"), "{address}");
    }
}

#[test]
fn cards_are_made_only_when_asked_for() {
    assert_eq!(PLAIN.cards(), [""; 0]);
    assert!(PLAIN.pages.values().all(|page| page.all("textarea").next().is_none()));
    let people = with_cards(|root| copy(GOLDEN.as_ref(), root), "[people]");
    assert!(people.cards().iter().all(|name| name.contains("embed/people/")));
    assert_eq!(people.cards().len(), 6, "three people in two languages");
    for name in [
        "embed/people/ada-example.html",
        "zh/embed/moves/2019-03-ada-example-join.html",
        "embed/charts/moves-by-year.html",
        "embed/charts/flows.orbit-labs.html",
        "embed/charts/posts.orbit-labs.html",
        "embed/charts/members.launch.html",
        "embed/charts/share.attrition.html",
    ] {
        assert!(FULL.files.contains_key(name), "there is no {name}: {:?}", FULL.cards());
    }
}

#[test]
fn a_card_stands_alone() {
    for site in [&*FULL, &*HOSTILE] {
        for name in site.cards() {
            let page = &site.pages[name];
            assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
            let policy = meta(page, "http-equiv", "Content-Security-Policy").unwrap();
            assert!(policy.starts_with("default-src 'none'; style-src 'self'"), "{name}");
            assert_eq!(meta(page, "name", "robots"), Some("noindex"));
            assert_eq!((page.all("script").count(), page.all("nav").count()), (0, 0), "{name}");
            assert_eq!(page.all("base").next().and_then(|base| base.get("target")), Some("_blank"));
            assert_eq!(page.all("h1").count(), 1, "{name}");
            let canonical = page.all("link").find(|link| link.has_word("rel", "canonical")).unwrap();
            let canonical = canonical.get("href").unwrap().strip_prefix(BASE).unwrap();
            assert!(site.pages.contains_key(&canonical[1..]), "{name}: {canonical}");
            for link in page.all("a").chain(page.all("link")).filter_map(|e| e.get("href")) {
                let path = link.split('#').next().unwrap();
                if path.is_empty() || path.contains(':') {
                    continue;
                }
                let to = Path::new(name).parent().unwrap().join(path);
                let mut parts: Vec<&str> = Vec::new();
                for part in to.to_str().unwrap().split('/') {
                    match part {
                        ".." => parts.truncate(parts.len() - 1),
                        part => parts.push(part),
                    }
                }
                assert!(site.files.contains_key(&parts.join("/")), "{name} leads to {link}");
            }
        }
    }
}

#[test]
fn a_page_shows_how_to_embed_its_card() {
    let code = text_in(&FULL.pages["people/ada-example.html"], "textarea", "data-copy").unwrap();
    let src = format!("{BASE}/embed/moves/2019-03-ada-example-join.html");
    let frame = |page: &Page| page.all("iframe").next().map(|frame| frame.attributes.clone());
    let iframe = frame(&Page::parse(&format!("<!doctype html>{code}"))).unwrap();
    assert_eq!(iframe["src"], src);
    assert!(iframe["title"].contains("Ada Example"), "{iframe:?}");
    let mut seen = 0;
    for (address, page) in HOSTILE.proper() {
        let codes = page.nodes.windows(2).filter_map(|pair| match &pair[0].kind {
            Kind::Element(e) if e.name == "textarea" => pair[1].text(),
            _ => None,
        });
        let site = meta(page, "property", "og:site_name").unwrap();
        for code in codes {
            let shown = Page::parse(&format!("<!doctype html>{code}"));
            let nodes: Vec<_> = shown.nodes.iter().filter(|node| node.depth > 3).collect();
            assert!(nodes.is_empty(), "{address}: {nodes:?}");
            let frame = shown.all("iframe").next().unwrap();
            let names: Vec<&String> = frame.attributes.keys().collect();
            assert_eq!(names, ["height", "loading", "src", "style", "title", "width"], "{address}");
            assert!(frame.get("title").is_some_and(|title| title.ends_with(site)), "{address}: {code}");
            seen += 1;
            assert!(shown.errors.is_empty(), "{address}: {:?}", shown.errors);
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn what_to_embed_is_checked() {
    let temp = tempfile::tempdir().unwrap();
    let check = |embeds: &str| {
        let folder = temp.path().join("content");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("site.yaml"), format!("title: Site\nlanguages: [en]\nembeds: {embeds}\n"))
            .unwrap();
        Ran::of(talent_flow().args(["check", "-r"]).arg(temp.path()))
    };
    for fine in ["true", "false", "[]", "[people, moves, charts]"] {
        check(fine).success();
    }
    let wrong = check("[peple]").code(1);
    let told = wrong.stdout() + &wrong.stderr();
    assert!(told.contains("site.yaml:3") && told.contains("did you mean `people`?"), "{told}");
    let wrong = check("all").code(1);
    let told = wrong.stdout() + &wrong.stderr();
    assert!(told.contains("expected `true`, or a list of `people`, `moves` and `charts`"), "{told}");
}
