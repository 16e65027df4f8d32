//! Filters: the choices in a page's form agree with its rows, and the rows with the records.

mod support;

#[path = "support/html.rs"]
mod html;
#[path = "support/large.rs"]
mod large;
#[path = "support/site.rs"]
mod site;

use html::{Kind, Page, pages};
use site::Site;
use std::collections::BTreeMap;
use std::path::Path;
use support::{build, tree};

const HERE: &str = env!("CARGO_MANIFEST_DIR");
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

/// The form of a list, and the list below it.
#[derive(Default)]
struct Filter {
    is_script: bool,
    text: String,
    /// Each `name=value`, and how many rows it says it has.
    choices: Vec<(String, usize)>,
    /// Where each row leads, and its choices.
    rows: Vec<(String, Vec<usize>)>,
}

impl Filter {
    /// The choices of a row by what it leads to.
    fn of(&self, href: &str) -> Vec<&str> {
        let (_, numbers) = self.rows.iter().find(|(row, _)| row.ends_with(href)).expect("the row is there");
        numbers.iter().map(|n| self.choices[*n].0.as_str()).collect()
    }

    /// What is offered of a facet.
    fn offered(&self, facet: &str) -> Vec<&str> {
        let choices = self.choices.iter().map(|(choice, _)| choice.split_once('=').unwrap());
        choices.filter(|(name, _)| *name == facet).map(|(_, value)| value).collect()
    }
}

/// The filters of a page, each with the rows that follow it.
fn filters(page: &Page) -> Vec<Filter> {
    let mut filters: Vec<Filter> = Vec::new();
    let (mut is_small, mut wants_href, mut form) = (false, false, None);
    for node in &page.nodes {
        if form.is_some_and(|depth| node.depth <= depth) {
            form = None;
        }
        match &node.kind {
            Kind::Element(e) if e.has_word("class", "filter") => {
                let is_script = e.get("hidden").is_some() && e.get("data-script").is_some();
                filters.push(Filter { is_script, ..Filter::default() });
                form = Some(node.depth);
            }
            Kind::Element(e) => {
                is_small = e.name == "small";
                let filter = filters.last_mut();
                if let Some(numbers) = e.get("data-facets") {
                    let numbers = numbers.split_ascii_whitespace().map(|n| n.parse().unwrap()).collect();
                    filter.expect("a form comes first").rows.push((String::new(), numbers));
                    wants_href = true;
                } else if e.name == "input" && form.is_some() {
                    let choice = format!("{}={}", e.get("name").unwrap(), e.get("value").unwrap());
                    filter.unwrap().choices.push((choice, 0));
                } else if wants_href && (e.has_word("class", "name") || e.name == "a" && node.depth > 0) {
                    // The row's title is the first link after its date.
                    let filter = filter.unwrap();
                    let href = e.get("href").unwrap();
                    href.clone_into(&mut filter.rows.last_mut().unwrap().0);
                    wants_href =
                        !e.has_word("class", "name") && !href.contains('#') && !href.contains("events/");
                }
            }
            Kind::Text(text) if form.is_some() => {
                let filter = filters.last_mut().unwrap();
                if std::mem::take(&mut is_small) {
                    filter.choices.last_mut().unwrap().1 = text.parse().unwrap();
                } else {
                    filter.text.push_str(text);
                }
            }
            _ => {}
        }
    }
    filters
}

fn built(root: &Path) -> BTreeMap<String, Page> {
    let out = tempfile::tempdir().unwrap();
    build(root, &out.path().join("public"), &["--quiet"]).success();
    pages(&tree(&out.path().join("public")))
}

/// Ten moves of one year at two organizations, an event, and people and organizations enough for a filter.
fn site() -> Site {
    let site = Site::empty();
    site.write("orgs/orbit.yaml", "name: {en: Orbit <b>, zh: 轨道}\nkind: lab\nfounded: 2015\n");
    site.write("orgs/comet.yaml", "name: Comet\nkind: company\ntags: [far]\n");
    for i in 0..8 {
        let kind = if i == 0 { "university" } else { "fund" };
        site.write(&format!("orgs/other-{i}.yaml"), format!("name: Other {i}\nkind: {kind}\n"));
        site.write(&format!("people/p-{i}.yaml"), format!("name: Person {i}\n"));
        let capacity = if i < 2 { ", capacity: board" } else { "" };
        let more = match i {
            3 => "status: reported\n",
            4 => "tags: [far, near]\n",
            _ => "",
        };
        let join = format!("to: {{org: orbit{capacity}}}\n{more}{SOURCES}");
        site.write(
            &format!("moves/join-{i}.yaml"),
            format!("person: p-{i}\nkind: join\ndate: 2024-0{}-02\n{join}", i + 1),
        );
    }
    let leave = |person, to| {
        format!("person: {person}\nkind: departure\ndate: 2024-10-03\nfrom: {{org: orbit}}\n{to}{SOURCES}")
    };
    site.write("moves/leave-1.yaml", leave("p-1", "to: {org: comet}\n"));
    site.write("moves/leave-2.yaml", leave("p-2", ""));
    site.write("events/start.yaml", format!("date: 2024-05-06\ntitle: Start\norgs: [comet]\n{SOURCES}"));
    site
}

const SOURCES: &str = "sources: [{url: https://herald.example/a, kind: news}]\n";

#[test]
fn rows_say_what_their_records_say() {
    let pages = built(site().root());
    let year = &filters(&pages["timeline/2024.html"])[0];
    assert_eq!(
        year.of("p-3.html#join-3"),
        ["kind=join", "org=orbit", "capacity=employee", "status=reported"]
    );
    assert_eq!(year.of("p-0.html#join-0")[2..], ["capacity=board", "status=confirmed"]);
    // What the record leaves out: the seat on the board is left for a job at the next organization.
    let left = [
        "kind=departure",
        "org=orbit",
        "org=comet",
        "capacity=employee",
        "capacity=board",
        "status=confirmed",
    ];
    assert_eq!(year.of("p-1.html#leave-1"), left);
    assert_eq!(year.of("p-4.html#join-4")[4..], ["tag=far", "tag=near"]);
    assert_eq!(year.of("events/start.html"), ["kind=event", "org=comet"]);
    // All are of one year, so it can't be chosen.
    assert!(year.offered("year").is_empty());

    let org = filters(&pages["orgs/orbit.html"]);
    assert_eq!(org.len(), 2, "people and moves");
    assert!(org[0].choices.iter().all(|(choice, _)| choice.starts_with("people-")), "apart from the moves'");
    assert_eq!(org[0].offered("people-capacity"), ["employee", "board"]);
    // What all moves have is no choice: the organization itself.
    assert_eq!(org[1].offered("org"), ["comet"]);

    let people = &filters(&pages["people.html"])[0];
    assert_eq!(people.of("p-1.html"), ["org=comet", "capacity=employee", "status=confirmed", "year=2024"]);
    assert!(people.of("p-2.html").is_empty(), "who is nowhere has no choice, and can be filtered away");
    let orgs = &filters(&pages["orgs.html"])[0];
    assert_eq!(orgs.offered("kind"), ["lab", "company", "university", "fund"]);
    assert_eq!(orgs.of("orbit.html"), ["kind=lab", "year=2015"]);
    assert_eq!(orgs.of("comet.html"), ["kind=company", "tag=far"]);
    assert!(filters(&pages["orgs/comet.html"]).is_empty(), "a short list needs no filter");
}

#[test]
fn the_timeline_is_filtered_over_all_years() {
    let site = site();
    site.write("events/late.yaml", format!("date: 2026-01\ntitle: Late\norgs: [orbit]\n{SOURCES}"));
    let all = &filters(&built(site.root())["timeline.html"])[0];
    assert_eq!(all.offered("year"), ["2026", "2024"]);
    assert_eq!(all.of("p-1.html#join-1")[4..], ["year=2024"]);
    assert_eq!(all.of("events/late.html"), ["kind=event", "org=orbit", "year=2026"]);
    assert_eq!(all.rows.len(), 12, "every move and event");

    for i in 0..500 {
        let event = format!("date: 2023-05\ntitle: Event {i}\norgs: [orbit]\n{SOURCES}");
        site.write(&format!("events/event-{i}.yaml"), event);
    }
    let pages = built(site.root());
    assert!(filters(&pages["timeline.html"]).is_empty(), "too much for one page: it is in the years");
    assert_eq!(filters(&pages["timeline/2024.html"])[0].rows.len(), 11);
}

#[test]
fn choices_agree_with_rows_on_every_page() {
    let temp = tempfile::tempdir().unwrap();
    large::write(temp.path());
    let mut seen = 0;
    for root in [HERE.as_ref(), GOLDEN.as_ref(), temp.path(), site().root()] {
        let pages = built(root);
        for (address, page) in &pages {
            for filter in filters(page) {
                seen += 1;
                assert!(filter.is_script, "{address}: only scripts show it");
                for (n, (choice, count)) in filter.choices.iter().enumerate() {
                    let having = filter.rows.iter().filter(|(_, has)| has.contains(&n)).count();
                    assert_eq!(having, *count, "{address}: {choice}");
                    assert!(
                        0 < having && having < filter.rows.len(),
                        "{address}: {choice} tells nothing apart"
                    );
                }
                for (row, has) in &filter.rows {
                    assert!(has.is_sorted_by(|a, b| a < b), "{address} {row}");
                    assert!(has.iter().all(|n| *n < filter.choices.len()), "{address} {row}");
                }
            }
            let loads = page
                .all("script")
                .any(|script| script.get("src").is_some_and(|src| src.ends_with("js/filter.js")));
            assert_eq!(loads, !filters(page).is_empty(), "{address}: the script is there with the form");
        }
        for (address, page) in pages.iter().filter(|(address, _)| !address.starts_with("zh/")) {
            let Some(chinese) = pages.get(&format!("zh/{address}")) else { continue };
            let choices = |page| {
                let all = filters(page).into_iter().flat_map(|filter| filter.choices);
                all.collect::<std::collections::BTreeSet<_>>()
            };
            // A directory is in another order in Chinese, so that a page of it has others.
            if !page.elements().any(|e| e.has_word("class", "pager")) {
                assert_eq!(
                    choices(page),
                    choices(chinese),
                    "{address}: a view can be shared across languages"
                );
            }
        }
    }
    assert!(seen > 50, "{seen} filters");
}

#[test]
fn a_filter_says_when_it_covers_one_page_of_many() {
    let temp = tempfile::tempdir().unwrap();
    large::write(temp.path());
    let left = format!("person: person-0\nkind: departure\ndate: 2025-01-05\nfrom: {{org: hub}}\n{SOURCES}");
    std::fs::write(temp.path().join("content/moves/left.yaml"), left).unwrap();
    let pages = built(temp.path());
    let told = "The filter covers this page of the list only.";
    let of = |address: &str| filters(&pages[address]).remove(0);
    assert!(of("orgs.html").text.contains(told));
    assert!(of("orgs/hub.moves.html").text.contains(told));
    assert!(of("zh/orgs/hub.moves.html").text.contains("筛选只涵盖列表的这一页。"));
    assert!(filters(&pages["orgs/hub.html"]).is_empty(), "an excerpt is not filtered");
    assert!(!filters(&built(site().root())["timeline/2024.html"])[0].text.contains(told));
}
