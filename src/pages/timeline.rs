//! The timeline: its years, a year, a month.

use super::calendar::Year;
use super::events::EventRow;
use super::frame::Frame;
use super::moves::MoveRow;
use super::paging::{Group, MOVES, Pager, rows};
use super::routes::Route;
use super::view::View;
use crate::model::MoveIx;
use crate::wording::Noun;
use serde::Serialize;

/// How many events a page of the timeline tells before it sends readers to the list of them.
const EVENTS: usize = 100;

/// The years.
#[derive(Debug, Serialize)]
pub struct Timeline {
    pub total: String,
    /// The latest first.
    pub years: Vec<Count>,
}

/// A part of the timeline, and how much it tells.
#[derive(Debug, Serialize)]
pub struct Count {
    pub href: String,
    pub text: String,
    pub moves: String,
}

/// A page of a year or of a month.
#[derive(Debug, Serialize)]
pub struct Period<'a> {
    pub title: String,
    pub total: String,
    /// The year of a month.
    pub year: Option<Neighbour>,
    pub previous: Option<Neighbour>,
    pub next: Option<Neighbour>,
    pub events: Vec<EventRow<'a>>,
    pub all_events: Option<String>,
    /// The months of a year that has a page for each.
    pub months: Vec<Count>,
    pub groups: Vec<Group<Option<String>, MoveRow<'a>>>,
    pub pager: Option<Pager>,
}

/// The period before or after.
#[derive(Debug, Serialize)]
pub struct Neighbour {
    pub href: String,
    pub text: String,
}

/// The years.
pub fn page(view: &View) -> (Frame, Timeline) {
    let year = |year: &Year| Count {
        href: view.href(Route::Year(year.year, 1)),
        text: view.wording.year(year.year),
        moves: view.wording.count(Noun::Move, year.len()),
    };
    let timeline = Timeline {
        total: view.wording.count(Noun::Move, view.archive.moves().len()),
        years: view.site.calendar.years().iter().rev().map(year).collect(),
    };
    (Frame::new(view, view.text("timeline")), timeline)
}

/// A page of a year; `None` for one that nothing is recorded of.
pub fn year<'a>(view: &View<'a>, year: i32, number: usize) -> Option<(Frame, Period<'a>)> {
    let around = view.site.calendar.year(year)?;
    let here = around.here;
    let neighbour = |year: &Year| Neighbour {
        href: view.href(Route::Year(year.year, 1)),
        text: view.wording.year(year.year),
    };
    let moves = here.own_moves();
    let month = |month: &u32, moves: &Vec<MoveIx>| Count {
        href: view.href(Route::Month(year, *month, 1)),
        text: view.wording.month(year, *month),
        moves: view.wording.count(Noun::Move, moves.len()),
    };
    let months = here.months.iter().rev().filter(|_| here.is_split() && number == 1);
    let shown = moves[rows(moves.len(), MOVES, number)].iter().copied();
    let title = view.wording.year(year);
    let period = Period {
        total: view.wording.count(Noun::Move, here.len()),
        year: None,
        previous: around.before.map(neighbour),
        next: around.after.map(neighbour),
        months: months.map(|(number, moves)| month(number, moves)).collect(),
        groups: view.grouped_rows(shown.map(|(month, ix)| (month.map(|m| view.wording.month(year, m)), ix))),
        pager: Pager::new(view, moves.len(), MOVES, number, |page| Route::Year(year, page)),
        ..Period::new(view, title.clone(), here, None, number)
    };
    Some((Frame::new(view, title), period))
}

/// A page of a month; `None` for one that has no moves.
pub fn month<'a>(view: &View<'a>, year: i32, month: u32, number: usize) -> Option<(Frame, Period<'a>)> {
    let here = view.site.calendar.year(year)?.here;
    let moves = here.months.get(&month)?;
    let neighbour = |month: &u32| Neighbour {
        href: view.href(Route::Month(year, *month, 1)),
        text: view.wording.month(year, *month),
    };
    let shown = moves.iter().rev().skip((number - 1) * MOVES).take(MOVES);
    let title = view.wording.month(year, month);
    let period = Period {
        total: view.wording.count(Noun::Move, moves.len()),
        year: Some(Neighbour { href: view.href(Route::Year(year, 1)), text: view.wording.year(year) }),
        previous: here.months.range(..month).next_back().map(|(month, _)| neighbour(month)),
        next: here.months.range(month + 1..).next().map(|(month, _)| neighbour(month)),
        groups: view.grouped_rows(shown.map(|ix| (None, *ix))),
        pager: Pager::new(view, moves.len(), MOVES, number, |page| Route::Month(year, month, page)),
        ..Period::new(view, title.clone(), here, Some(month), number)
    };
    Some((Frame::new(view, title), period))
}

impl<'a> Period<'a> {
    /// A period with its events, which its first page tells.
    fn new(view: &View<'a>, title: String, year: &Year, month: Option<u32>, number: usize) -> Self {
        let events = || year.events.iter().filter(move |(of, _)| month.is_none() || *of == month);
        let shown = if number == 1 { EVENTS } else { 0 };
        Self {
            title,
            total: String::new(),
            year: None,
            previous: None,
            next: None,
            events: events().take(shown).map(|(_, ix)| view.event_row(*ix)).collect(),
            all_events: (number == 1 && events().count() > EVENTS).then(|| view.href(Route::Events(1))),
            months: Vec::new(),
            groups: Vec::new(),
            pager: None,
        }
    }
}
