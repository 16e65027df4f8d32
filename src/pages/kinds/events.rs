//! Events: all of them, and one with the moves told in its context.

use crate::model::EventIx;
use crate::pages::frame::Frame;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::evidence::SourceView;
use crate::pages::rows::paging::{Group, Pager, ROWS, group, rows};
use crate::pages::view::{Link, Prose, View, When, Words};
use crate::wording::Noun;
use chrono::Datelike;
use serde::Serialize;

/// A page of all events, the latest first.
#[derive(Debug, Serialize)]
pub struct Events<'a> {
    pub total: String,
    pub groups: Vec<Group<String, Row<'a>>>,
    pub pager: Option<Pager>,
}

/// An event.
#[derive(Debug, Serialize)]
pub struct EventPage<'a> {
    pub title: Words<'a>,
    pub when: When<'a>,
    pub summary: Option<Words<'a>>,
    pub note: Option<Prose<'a>>,
    pub orgs: Vec<Link<'a>>,
    pub people: Vec<Link<'a>>,
    pub moves: Vec<Row<'a>>,
    pub pager: Option<Pager>,
    pub sources: Vec<SourceView<'a>>,
}

/// A page of all events.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, Events<'a>) {
    let total = view.archive.events().len();
    let range = rows(total, ROWS, number);
    let shown = view.archive.events().rev().skip(range.start).take(range.len());
    let year = |ix: EventIx| {
        let span = view.archive[ix].date.span();
        let from = if span.earliest() == crate::model::Day::MIN { span.latest() } else { span.earliest() };
        view.wording.year(from.year())
    };
    let events = Events {
        total: view.wording.count(Noun::Event, total),
        groups: group(shown.map(|(ix, _)| (year(ix), view.event_row(ix)))),
        pager: Pager::new(view, total, ROWS, number, Route::Events),
    };
    (Frame::new(view, view.text("events")), events)
}

/// A page of an event; the further ones go on with its moves.
pub fn page<'a>(view: &View<'a>, ix: EventIx, number: usize) -> (Frame, EventPage<'a>) {
    let event = &view.archive[ix];
    let title = view.words(&event.title);
    let summary = view.maybe(event.summary.as_ref());
    let moves = &view.site.index.moves_of_event[ix.at()];
    let page = EventPage {
        title,
        when: view.period(&event.date),
        summary,
        note: view.prose(event.note.as_ref()),
        orgs: event.orgs.iter().map(|ix| view.org(*ix)).collect(),
        people: event.people.iter().map(|ix| view.person(*ix)).collect(),
        moves: moves[rows(moves.len(), ROWS, number)].iter().map(|ix| view.row(*ix)).collect(),
        pager: Pager::new(view, moves.len(), ROWS, number, |page| Route::Event(ix, page)),
        sources: view.sources(&event.sources),
    };
    (Frame::new(view, title.text).described(summary).edited(view, &event.common.file), page)
}
