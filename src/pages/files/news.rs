//! The feeds: the latest moves of the site or of an organization, and the records that were learned last.
//!
//! A feed holds a bounded number of entries, whatever the size of the site. An entry and its feed are named by
//! their whole address. Where the site does not tell where it is published, links are relative to the feed and
//! names made of the site's title, for want of anything else that tells one site from another.

use crate::analysis::Subject;
use crate::archive::Archive;
use crate::feeds::{self, atom};
use crate::model::{Day, EdtfDate, Move, MoveIx, OrgIx, SourceIx, Status, Text};
use crate::pages::frame::FeedLink;
use crate::pages::routes::{self, Feed};
use crate::pages::view::{View, Words};
use crate::wording::fill;
use std::cmp::Reverse;

/// How many entries a feed holds.
const ENTRIES: usize = 50;

/// How many moves an organization has that is worth following.
pub const MOVES: usize = 5;

/// How many organizations have a feed: creating a file is the dearest thing that a build does.
pub const ORGS: usize = 100;

/// The organizations that have a feed, by id: the `ORGS` with the most moves, and `MOVES` at least.
pub fn followed(archive: &Archive) -> Vec<OrgIx> {
    let moves = |ix: OrgIx| archive.moves_of_org(ix).len();
    let mut followed: Vec<OrgIx> =
        archive.orgs().map(|(ix, _)| ix).filter(|ix| moves(*ix) >= MOVES).collect();
    followed.sort_by_key(|ix| Reverse(moves(*ix)));
    followed.truncate(ORGS);
    followed.sort_unstable();
    followed
}

/// The feed of an organization, where it has one.
pub fn of_org(view: &View, ix: OrgIx) -> Option<FeedLink> {
    view.site.followed.binary_search(&ix).ok()?;
    let name = view.words(&view.archive[ix].name).text;
    Some(FeedLink { path: Feed::Org(ix).path(view.archive), title: view.filled("feed_of", "name", name) })
}

/// A feed.
pub fn feed(view: &View, feed: Feed) -> Vec<u8> {
    let path = feed.path(view.archive);
    let entries = match feed {
        Feed::Moves => moves(view, view.archive.moves().map(|(ix, _)| ix)),
        Feed::Org(ix) => moves(view, view.archive.moves_of_org(ix).iter().copied()),
        Feed::Changes => {
            let latest = view.site.learned.latest(ENTRIES);
            latest.into_iter().map(|(subject, day)| record(view, subject, day)).collect()
        }
    };
    let site = view.archive.site();
    let title = view.words(&site.title).text;
    let updated = entries.iter().map(|entry| entry.updated).max();
    let feed = atom::Feed {
        id: id(view, &path),
        title: format!("{title} · {}", name(view, feed)),
        subtitle: about(view, feed),
        language: view.language.to_string(),
        updated: updated.unwrap_or_else(|| site.as_of.latest()),
        author: title.to_owned(),
        rights: view
            .maybe(site.license.as_ref())
            .map(|license| view.filled("licensed_under", "name", license.text)),
        own: view.whole(&path),
        page: view.whole(&view.route.path(view.archive)),
        entries,
    };
    feed.write()
}

/// What a feed is called.
pub fn name(view: &View, feed: Feed) -> String {
    match feed {
        Feed::Moves => view.text("latest_moves").to_owned(),
        Feed::Changes => view.text("latest_changes").to_owned(),
        Feed::Org(ix) => view.filled("feed_of", "name", view.words(&view.archive[ix].name).text),
    }
}

/// What is in a feed, and what its days mean.
pub fn about(view: &View, feed: Feed) -> String {
    let key = if feed == Feed::Changes { "feed_changes_about" } else { "feed_moves_about" };
    let (n, date) = (view.wording.number(ENTRIES), view.wording.date(&view.archive.site().as_of));
    fill(view.text(key), &[("n", &n), ("date", &date)])
}

/// The day on which a move was made public as far as is known, no later than `as_of`.
pub fn told(archive: &Archive, moved: &Move) -> Day {
    let now = archive.site().as_of.latest();
    moved.announced.as_ref().or(moved.date.as_ref()).map_or(now, |date| date.latest().min(now))
}

/// The title of a move, which outside its page has to say itself how sure it is.
pub fn title(view: &View, ix: MoveIx) -> String {
    let title = view.moved(ix).text;
    match view.status(view.archive[ix].status) {
        Some(status) => fill(view.text("changed_record"), &[("kind", status.word), ("name", title)]),
        None => title.to_owned(),
    }
}

/// What is told of a move: its dates, and how sure it is.
pub fn facts(view: &View, moved: &Move) -> Vec<String> {
    let is_past = |date: &EdtfDate| !view.archive.site().as_of.is_before(date);
    let took_effect = |date: &EdtfDate| moved.took_hold() && is_past(date);
    let date = moved.date.as_ref();
    let dates = [
        (if date.is_some_and(took_effect) { "took_effect_on" } else { "date_on" }, date),
        ("announced_on", moved.announced.as_ref()),
        ("planned_until", moved.until.as_ref()),
    ];
    let told =
        |(key, date): (_, Option<&EdtfDate>)| Some(view.filled(key, "date", &view.wording.date(date?)));
    let status = (moved.status != Status::Confirmed).then(|| view.wording.status_explained(moved.status));
    dates.into_iter().filter_map(told).chain(status.map(str::to_owned)).collect()
}

/// The latest of some moves.
fn moves(view: &View, moves: impl Iterator<Item = MoveIx>) -> Vec<atom::Entry> {
    let told = moves.map(|ix| (Reverse(told(view.archive, &view.archive[ix])), Reverse(ix)));
    let mut latest: Vec<_> = told.collect();
    latest.sort_unstable();
    latest.truncate(ENTRIES);
    let entry = |(Reverse(told), Reverse(ix))| {
        let learned = view.site.learned.of(Subject::Move(ix)).unwrap_or(told);
        atom::Entry { published: Some(told), ..record(view, Subject::Move(ix), learned.max(told)) }
    };
    latest.into_iter().map(entry).collect()
}

/// A record that was learned on a day.
fn record(view: &View, subject: Subject, updated: Day) -> atom::Entry {
    let archive = view.archive;
    let link = view.subject(subject);
    let path = link.href.strip_prefix(view.up).unwrap_or(&link.href);
    let (kind, summary): (_, Option<&Text>) = match subject {
        Subject::Move(ix) => ("move", archive[ix].summary.as_ref()),
        Subject::Person(ix) => ("person", archive[ix].summary.as_ref()),
        Subject::Org(ix) => ("organization", archive[ix].summary.as_ref()),
        Subject::Event(ix) => ("event", archive[ix].summary.as_ref()),
        Subject::Cohort(ix) => ("cohort", archive[ix].definition.as_ref()),
        Subject::Figure(_) => ("figure", None),
    };
    let (title, category, facts) = if let Subject::Move(ix) = subject {
        let kind = archive[ix].kind;
        (title(view, ix), (kind.as_str(), view.wording.kind(kind)), facts(view, &archive[ix]))
    } else {
        let pairs = [("kind", view.text(kind)), ("name", link.text)];
        (fill(view.text("changed_record"), &pairs), (kind, view.text(kind)), Vec::new())
    };
    let facts = (!facts.is_empty()).then(|| atom::Text { text: facts.join(" · "), lang: None });
    atom::Entry {
        id: id(view, path),
        title: atom::Text { text: title, lang: link.lang.map(str::to_owned) },
        page: view.whole(path),
        published: None,
        updated,
        category: Some(category),
        summary: atom::Summary {
            paragraphs: view.maybe(summary).map(text).into_iter().chain(facts).collect(),
            sources_title: view.text("sources").to_owned(),
            sources: subject.sources(archive).into_iter().map(|ix| source(view, ix)).collect(),
        },
    }
}

fn source(view: &View, ix: SourceIx) -> atom::Source {
    let source = &view.archive[ix];
    let publisher = view.publisher(source).map(|publisher| publisher.text.to_owned());
    let date = source.date.as_ref().map(|date| view.wording.date(date));
    let origin: String =
        publisher.into_iter().chain(date).flat_map(|part| [" · ".to_owned(), part]).collect();
    atom::Source { url: source.url.as_str().to_owned(), title: text(view.source_title(source)), origin }
}

fn text(words: Words) -> atom::Text {
    atom::Text { text: words.text.to_owned(), lang: words.lang.map(str::to_owned) }
}

/// The name of what is at an address, for programs (RFC 4287, 4.2.6).
fn id(view: &View, path: &str) -> String {
    let address = view.address(path);
    routes::absolute(view.archive, &address)
        .unwrap_or_else(|| feeds::uuid(site(view.archive), &address).urn().to_string())
}

/// What tells the site from others: where it is published, or else its title.
pub fn site(archive: &Archive) -> &str {
    let (site, first) = (archive.site(), archive.site().first_language());
    let title = || site.title.show(first, first).map_or("", |shown| &**shown.value);
    site.base_url.as_ref().map_or_else(title, |url| url.as_str().trim_end_matches('/'))
}
