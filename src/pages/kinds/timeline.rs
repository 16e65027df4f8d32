//! The timeline: its years, a year, a month. Time is space: what lies far apart stands far apart.

use super::moments::{Beside, Head, MonthLink, Silence};
use crate::pages::frame::Frame;
use crate::pages::pictures::chart::ChartView;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::calendar::{self, Entry, Year};
use crate::pages::rows::filter::{Filter, Of};
use crate::pages::rows::paging::{Group, MOVES, Neighbour, Pager, rows};
use crate::pages::view::View;
use crate::wording::Noun;
use serde::Serialize;

/// The years.
#[derive(Debug, Serialize)]
pub struct Timeline<'a> {
    pub total: String,
    pub river: Option<ChartView>,
    pub by_year: Option<ChartView>,
    pub filter: Option<Filter<'a>>,
    /// The latest first; with what is told in them, if that is little enough for one page.
    pub years: Vec<Group<YearRow<'a>, Row<'a>>>,
}

/// A year among all.
#[derive(Debug, Serialize)]
pub struct YearRow<'a> {
    pub href: String,
    pub text: String,
    pub moves: String,
    /// The years before it of which nothing is recorded, and how long they were.
    pub silence: Option<Silence>,
    pub months: Vec<MonthLink>,
    /// What happened in it beside the moves, oldest first: all, or only the waves where the rest has rows.
    pub context: Vec<Beside<'a>>,
    /// How much more of that there is.
    pub more: Option<String>,
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
    pub river: Option<ChartView>,
    /// The months of a year.
    pub months: Vec<MonthLink>,
    pub filter: Option<Filter<'a>>,
    /// What it tells, by month.
    pub stretches: Vec<Group<Head<'a>, Row<'a>>>,
    pub pager: Option<Pager>,
}

/// How many moves and events at most are told among the years, to be filtered together.
const WHOLE: usize = 500;

/// Of how many years, the latest, months and context are told among all years.
const DETAILED: usize = 60;

/// The years.
pub fn page<'a>(view: &View<'a>) -> (Frame, Timeline<'a>) {
    let all: Vec<(i32, &Year)> = view.site.calendar.years().collect();
    let is_whole = all.iter().map(|(_, told)| told.len()).sum::<usize>() <= WHOLE;
    let months = all.iter().flat_map(|(_, told)| told.months.values());
    let most = months.map(|told| calendar::moves(told)).max().unwrap_or(0);
    let latest = (0..all.len()).rev();
    let mut years: Vec<_> = latest.clone().map(|at| year_among(view, &all, at, most, is_whole)).collect();
    let entries = latest.filter(|_| is_whole).flat_map(|at| all[at].1.all()).map(|(_, entry)| entry);
    let of = Of { title: "moves", ..Of::default() };
    let timeline = Timeline {
        total: view.wording.count(Noun::Move, view.archive.moves().len()),
        river: view.river_of_years(),
        by_year: view.moves_by_year_chart(),
        filter: view.filter(of, &mut years, entries, View::mark_entry),
        years,
    };
    (Frame::new(view, view.text("timeline")), timeline)
}

/// A year among all; `most` is what the fullest month of all has.
fn year_among<'a>(
    view: &View<'a>,
    all: &[(i32, &Year)],
    at: usize,
    most: usize,
    is_whole: bool,
) -> Group<YearRow<'a>, Row<'a>> {
    let (year, told) = all[at];
    let before = at.checked_sub(1).map(|before| all[before].0);
    let is_detailed = all.len() - at <= DETAILED;
    let (context, more) = match (is_whole, is_detailed) {
        (true, _) => (view.waves_beside(year), None),
        (false, true) => view.context_of(year, told),
        (false, false) => (Vec::new(), None),
    };
    let heading = YearRow {
        href: view.href(Route::Year(year, 1)),
        text: view.wording.year(year),
        moves: view.wording.count(Noun::Move, told.moves),
        silence: before.and_then(|before| view.silent_years(before, year)),
        months: if is_detailed { view.month_links(year, told, most) } else { Vec::new() },
        context,
        more,
    };
    Group { heading, rows: if is_whole { view.rows_of_year(year, told) } else { Vec::new() } }
}

/// A page of a year; `None` for one that nothing is recorded of.
pub fn year<'a>(view: &View<'a>, year: i32, number: usize) -> Option<(Frame, Period<'a>)> {
    let told = view.site.calendar.year(year)?;
    let (before, after) = view.site.calendar.beside(year);
    let neighbour = |year| Neighbour { href: view.href(Route::Year(year, 1)), text: view.wording.year(year) };
    let total = told.own_len();
    let range = rows(total, MOVES, number);
    let shown: Vec<(Option<u32>, Entry)> = told.own().skip(range.start).take(range.len()).collect();
    let title = view.wording.year(year);
    let mut stretches = view.stretches(year, &shown);
    let pager = Pager::new(view, total, MOVES, number, |page| Route::Year(year, page));
    let most = told.months.values().map(|told| calendar::moves(told)).max();
    let period = Period {
        title: title.clone(),
        total: view.wording.count(Noun::Move, told.moves),
        year: None,
        previous: before.map(neighbour),
        next: after.map(neighbour),
        river: if number == 1 { view.river_of_year(year, told) } else { None },
        months: view.month_links(year, told, most.unwrap_or(0)),
        filter: filter(view, pager.is_some(), &mut stretches, &shown),
        stretches,
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
    let shown = told.iter().rev().skip(range.start).take(range.len());
    let shown: Vec<(Option<u32>, Entry)> = shown.map(|entry| (Some(month), *entry)).collect();
    let title = view.wording.month(year, month);
    let mut stretches = view.stretches(year, &shown);
    for stretch in &mut stretches {
        view.text("moves").clone_into(&mut stretch.heading.text);
    }
    let pager = Pager::new(view, told.len(), MOVES, number, |page| Route::Month(year, month, page));
    let period = Period {
        title: title.clone(),
        total: view.wording.count(Noun::Move, calendar::moves(told)),
        year: Some(Neighbour { href: view.href(Route::Year(year, 1)), text: view.wording.year(year) }),
        previous: months.range(..month).next_back().map(neighbour),
        next: months.range(month + 1..).next().map(neighbour),
        river: if number == 1 { view.river_of_month(year, month, told) } else { None },
        months: Vec::new(),
        filter: filter(view, pager.is_some(), &mut stretches, &shown),
        stretches,
        pager,
    };
    Some((Frame::new(view, title), period))
}

fn filter<'a>(
    view: &View<'a>,
    is_part: bool,
    stretches: &mut [Group<Head<'a>, Row<'a>>],
    shown: &[(Option<u32>, Entry)],
) -> Option<Filter<'a>> {
    let entries = shown.iter().map(|(_, entry)| *entry);
    view.filter(Of { title: "moves", is_part, ..Of::default() }, stretches, entries, View::mark_entry)
}
