//! Search: what can be found, and the page that shows it.

use super::directory;
use crate::model::{MoveIx, OrgIx, PersonIx, PostIx, Text};
use crate::pages::frame::Frame;
use crate::pages::routes::{self, Route};
use crate::pages::rows::paging::ROWS;
use crate::pages::view::listing::{initial, sort_key};
use crate::pages::view::{View, Words};
use crate::search::{By, Entry, Gathering, Index, Name};
use crate::wording::Noun;
use serde::Serialize;
use std::cmp::Reverse;

/// What can be found, in the order in which equals are shown: the keys of the texts that name it.
const KINDS: [&str; 10] =
    ["person", "organization", "team", "post", "cohort", "event", "figure", "page", "move", "source"];

/// What scripts call to hand over what they hold; `static/js/search.js` defines it.
const REGISTER: &str = "talentFlowSearch";

/// The page: without scripts, the way into each list.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    pub lists: Vec<List>,
}

/// One list of the site.
#[derive(Debug, Serialize)]
pub struct List {
    pub title: &'static str,
    pub href: String,
    pub total: String,
    /// Where each letter begins, in a list by name.
    pub letters: Vec<Letter>,
}

/// A letter of a list, and the page on which it begins.
#[derive(Debug, Serialize, PartialEq)]
pub struct Letter {
    pub letter: char,
    pub href: String,
}

/// What the script says.
#[derive(Serialize)]
struct Texts {
    kinds: [&'static str; 10],
    one: &'static str,
    many: &'static str,
    best: &'static str,
    none: &'static str,
    short: &'static str,
}

/// Gathers what can be found in a language; `view` is that of the page of the search.
pub fn index(view: &View) -> Index {
    let mut gathering = Gathering::default();
    people(view, &mut gathering);
    orgs(view, &mut gathering);
    titles(view, &mut gathering);
    moves(view, &mut gathering);
    sources(view, &mut gathering);
    gathering.index()
}

/// A script of the search: a shard, or what tells which shard holds what.
pub fn script(view: &View, index: &Index, shard: Option<usize>) -> Vec<u8> {
    if let Some(number) = shard {
        return index.script(number, REGISTER).unwrap_or_default().into_bytes();
    }
    let texts = Texts {
        kinds: KINDS.map(|key| view.text(key)),
        one: view.text("search_one"),
        many: view.text("search_many"),
        best: view.text("search_best"),
        none: view.text("search_none"),
        short: view.text("search_short"),
    };
    index.directory(REGISTER, &texts).into_bytes()
}

fn kind(key: &str) -> u8 {
    KINDS.iter().position(|kind| *kind == key).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

fn name<'a>(words: &Words<'a>) -> Name<'a> {
    Name { text: words.text, lang: words.lang }
}

/// A text in every other language that it is written in.
fn others<'a>(view: &View<'a>, text: &'a Text, more: &'a [Text]) -> Vec<Name<'a>> {
    view.other_names(text, more).iter().map(name).collect()
}

/// People; those with the most moves first.
fn people(view: &View, into: &mut Gathering) {
    let archive = view.archive;
    let mut all: Vec<PersonIx> = archive.people().map(|(ix, _)| ix).collect();
    all.sort_by_key(|ix| Reverse(archive.moves_of_person(*ix).len()));
    for ix in all {
        let person = &archive[ix];
        let mut names = others(view, &person.name, &person.other_names);
        let sorted = person.sort_name.iter().flat_map(Text::parts).map(|(_, text)| &**text);
        names.extend(sorted.filter(|text| !text.contains(',')).map(|text| Name { text, lang: None }));
        let open = view.site.careers.of_person(ix).iter().find(|stint| stint.is_open());
        into.add(&Entry {
            kind: kind("person"),
            by: By::Name,
            title: name(&view.words(&person.name)),
            href: &view.href(Route::Person(ix)),
            detail: open.map(|stint| name(&view.words(&archive[stint.org].name))),
            others: &names,
        });
    }
}

/// Organizations, those with the most moves first; then all teams, then all posts.
fn orgs(view: &View, into: &mut Gathering) {
    let archive = view.archive;
    let mut all: Vec<OrgIx> = archive.orgs().map(|(ix, _)| ix).collect();
    all.sort_by_key(|ix| Reverse(archive.moves_of_org(*ix).len()));
    let mut add = |key: &str, text: &Text, more: &[Text], href: &str, detail: Name| {
        into.add(&Entry {
            kind: kind(key),
            by: By::Name,
            title: name(&view.words(text)),
            href,
            detail: Some(detail),
            others: &others(view, text, more),
        });
    };
    for &ix in &all {
        let org = &archive[ix];
        let what = Name { text: view.wording.org_kind(org.kind), lang: None };
        add("organization", &org.name, &org.other_names, &view.href(Route::Org(ix)), what);
    }
    for &ix in &all {
        let org = name(&view.words(&archive[ix].name));
        for team in &archive[ix].teams {
            add("team", &team.name, &[], &view.part_href(Route::Org(ix), "team", &team.id), org);
        }
    }
    for &ix in &all {
        let org = name(&view.words(&archive[ix].name));
        let mut pages: Vec<Option<PostIx>> = vec![None; archive[ix].posts.len()];
        for (post, _) in view.site.posts.of_org(ix) {
            pages[post.at()] = Some(post);
        }
        for (post, page) in archive[ix].posts.iter().zip(pages) {
            let href = match page {
                Some(page) => view.href(Route::Post(ix, page)),
                None => view.part_href(Route::Org(ix), "post", &post.id),
            };
            add("post", &post.name, &[], &href, org);
        }
    }
}

/// What has a title and a page of its own; events latest first.
fn titles(view: &View, into: &mut Gathering) {
    let archive = view.archive;
    let mut add = |key: &str, route: Route, title: &Text, detail: &str| {
        into.add(&Entry {
            kind: kind(key),
            by: By::Title,
            title: name(&view.words(title)),
            href: &view.href(route),
            detail: (!detail.is_empty()).then_some(Name { text: detail, lang: None }),
            others: &others(view, title, &[]),
        });
    };
    for (ix, cohort) in archive.cohorts() {
        add("cohort", Route::Cohort(ix), &cohort.title, &view.wording.date(&cohort.formed));
    }
    for (ix, event) in archive.events().rev() {
        add("event", Route::Event(ix, 1), &event.title, &view.wording.period(&event.date));
    }
    for (ix, figure) in archive.figures() {
        add("figure", Route::Figure(ix), &figure.title, &view.wording.period(&figure.period));
    }
    for (ix, page) in archive.pages() {
        add("page", Route::Free(ix), &page.title, "");
    }
}

/// Moves, latest first, by their titles and the roles left and taken.
fn moves(view: &View, into: &mut Gathering) {
    let archive = view.archive;
    let all: Vec<MoveIx> = archive.moves().map(|(ix, _)| ix).rev().collect();
    for ix in all {
        let moved = &archive[ix];
        let link = view.moved(ix);
        let mut roles: Vec<Name> = Vec::new();
        for role in moved.from.iter().chain(&moved.to).filter_map(|place| place.role.as_ref()) {
            for (tag, text) in role.parts() {
                let is_new = !link.text.contains(&**text) && roles.iter().all(|known| known.text != &**text);
                if is_new {
                    roles.push(Name { text, lang: view.lang(tag.unwrap_or(view.first())) });
                }
            }
        }
        let when = view.effective(ix);
        into.add(&Entry {
            kind: kind("move"),
            by: By::Words,
            title: Name { text: link.text, lang: link.lang },
            href: &link.href,
            detail: when.as_ref().map(|when| Name { text: &when.text, lang: None }),
            others: &roles,
        });
    }
}

/// Sources, by their titles and publishers. One that is written inline leads to what rests on it.
fn sources(view: &View, into: &mut Gathering) {
    for work in &view.site.index.works {
        let Some(&ix) = work.first() else { continue };
        let source = &view.archive[ix];
        let cited = || Some(view.subject(view.site.citations.of(ix).first()?.subject).href);
        let Some(href) = routes::source(view.archive, ix).map(|route| view.href(route)).or_else(cited) else {
            continue;
        };
        let title = view.source_title(source);
        let mut names = source.title.as_ref().map_or_else(Vec::new, |title| others(view, title, &[]));
        names.extend(source.publisher.iter().flat_map(|publisher| {
            std::iter::once(name(&view.words(publisher))).chain(others(view, publisher, &[]))
        }));
        let when = source.date.as_ref().map(|date| view.wording.date(date));
        into.add(&Entry {
            kind: kind("source"),
            by: By::Words,
            title: name(&title),
            href: &href,
            detail: when.as_ref().map(|text| Name { text, lang: None }),
            others: &names,
        });
    }
}

/// The page of the search.
pub fn page(view: &View) -> (Frame, SearchPage) {
    let archive = view.archive;
    let listing = view.listing();
    let count = |noun, n| view.wording.count(noun, n);
    let list = |key, route: Route, total| List {
        title: view.text(key),
        href: view.href(route),
        total,
        letters: Vec::new(),
    };
    let people = listing.people.iter().map(|&ix| {
        let person = &archive[ix];
        initial(&sort_key(person.sort_name.as_ref(), &person.name, view.language, view.first()))
    });
    let orgs = listing
        .orgs
        .iter()
        .map(|&ix| initial(&sort_key(None, &archive[ix].name, view.language, view.first())));
    let mut lists = vec![
        List {
            letters: letters(view, people, Route::People),
            ..list("people", Route::People(1), count(Noun::Person, archive.people().len()))
        },
        List {
            letters: letters(view, orgs, Route::Orgs),
            ..list("organizations", Route::Orgs(1), count(Noun::Organization, archive.orgs().len()))
        },
        list("moves", Route::Timeline, count(Noun::Move, archive.moves().len())),
    ];
    let others = [
        ("events", Route::Events(1), Noun::Event, archive.events().len()),
        ("figures", Route::Figures(1), Noun::Figure, archive.figures().len()),
        ("cohorts", Route::Cohorts(1), Noun::Cohort, archive.cohorts().len()),
        ("sources", Route::Sources(1), Noun::Source, view.site.index.works.len()),
    ];
    let others = others.into_iter().filter(|(.., n)| *n > 0);
    lists.extend(others.map(|(key, route, noun, n)| list(key, route, count(noun, n))));
    (Frame::new(view, view.text("search")), SearchPage { lists })
}

/// Where each letter of a list begins.
fn letters(view: &View, initials: impl Iterator<Item = char>, route: impl Fn(usize) -> Route) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (at, letter) in initials.enumerate() {
        if letters.last().is_none_or(|last| last.letter != letter) {
            let page = view.href(route(at / ROWS + 1));
            letters.push(Letter { letter, href: format!("{page}#{}", directory::anchor(letter)) });
        }
    }
    letters
}
