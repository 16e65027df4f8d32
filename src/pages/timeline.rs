//! The timeline: its years, a year, a month.

use super::calendar::{self, Entry, Year};
use super::chart::ChartView;
use super::filter::{Filter, Of};
use super::frame::Frame;
use super::paging::{Group, MOVES, Pager, group, rows};
use super::routes::Route;
use super::rows::Row;
use super::view::View;
use crate::wording::Noun;
use serde::Serialize;

/// The years.
#[derive(Debug, Serialize)]
pub struct Timeline {
    pub total: String,
    pub by_year: Option<ChartView>,
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
    /// The months of a year that has a page for each.
    pub months: Vec<Count>,
    pub filter: Option<Filter<'a>>,
    /// What it tells, by month.
    pub groups: Vec<Group<Option<String>, Row<'a>>>,
    pub pager: Option<Pager>,
}

/// The period before, after or around.
#[derive(Debug, Serialize)]
pub struct Neighbour {
    pub href: String,
    pub text: String,
}

/// The years.
pub fn page(view: &View) -> (Frame, Timeline) {
    let year = |(year, told): (i32, &Year)| Count {
        href: view.href(Route::Year(year, 1)),
        text: view.wording.year(year),
        moves: view.wording.count(Noun::Move, told.moves),
    };
    let timeline = Timeline {
        total: view.wording.count(Noun::Move, view.archive.moves().len()),
        by_year: view.moves_by_year_chart(),
        years: view.site.calendar.years().rev().map(year).collect(),
    };
    (Frame::new(view, view.text("timeline")), timeline)
}

/// A page of a year; `None` for one that nothing is recorded of.
pub fn year<'a>(view: &View<'a>, year: i32, number: usize) -> Option<(Frame, Period<'a>)> {
    let told = view.site.calendar.year(year)?;
    let (before, after) = view.site.calendar.beside(year);
    let neighbour = |year| Neighbour { href: view.href(Route::Year(year, 1)), text: view.wording.year(year) };
    let month = |(month, told): (&u32, &Vec<Entry>)| Count {
        href: view.href(Route::Month(year, *month, 1)),
        text: view.wording.month(year, *month),
        moves: view.wording.count(Noun::Move, calendar::moves(told)),
    };
    let total = told.own_len();
    let range = rows(total, MOVES, number);
    let shown = || told.own().skip(range.start).take(range.len());
    let mut groups =
        group(shown().map(|(month, entry)| {
            (month.map(|month| view.wording.month(year, month)), view.entry_row(entry))
        }));
    let pager = Pager::new(view, total, MOVES, number, |page| Route::Year(year, page));
    let title = view.wording.year(year);
    let period = Period {
        title: title.clone(),
        total: view.wording.count(Noun::Move, told.moves),
        year: None,
        previous: before.map(neighbour),
        next: after.map(neighbour),
        months: told.months.iter().rev().filter(|_| told.is_split() && number == 1).map(month).collect(),
        filter: filter(view, pager.is_some(), &mut groups, shown().map(|(_, entry)| entry)),
        groups,
        pager,
    };
    Some((Frame::new(view, title), period))
}

/// A page of a month; `None` for one that nothing is recorded of.
pub fn month<'a>(view: &View<'a>, year: i32, month: u32, number: usize) -> Option<(Frame, Period<'a>)> {
    let months = &view.site.calendar.year(year)?.months;
    let told = months.get(&month)?;
    let neighbour = |(month, _): (&u32, &Vec<Entry>)| Neighbour {
        href: view.href(Route::Month(year, *month, 1)),
        text: view.wording.month(year, *month),
    };
    let range = rows(told.len(), MOVES, number);
    let shown = || told.iter().rev().skip(range.start).take(range.len()).copied();
    let mut groups =
        vec![Group { heading: None, rows: shown().map(|entry| view.entry_row(entry)).collect() }];
    let pager = Pager::new(view, told.len(), MOVES, number, |page| Route::Month(year, month, page));
    let title = view.wording.month(year, month);
    let period = Period {
        title: title.clone(),
        total: view.wording.count(Noun::Move, calendar::moves(told)),
        year: Some(Neighbour { href: view.href(Route::Year(year, 1)), text: view.wording.year(year) }),
        previous: months.range(..month).next_back().map(neighbour),
        next: months.range(month + 1..).next().map(neighbour),
        months: Vec::new(),
        filter: filter(view, pager.is_some(), &mut groups, shown()),
        groups,
        pager,
    };
    Some((Frame::new(view, title), period))
}

fn filter<'a>(
    view: &View<'a>,
    is_part: bool,
    groups: &mut [Group<Option<String>, Row<'a>>],
    entries: impl Iterator<Item = Entry>,
) -> Option<Filter<'a>> {
    view.filter(Of { title: "moves", is_part, ..Of::default() }, groups, entries, View::mark_entry)
}
