//! Moves in bars: those of all years by kind, and those into and out of an organization by quarter.

use super::calendar::Entry;
use super::chart::{Cell, ChartView, Table};
use super::org;
use super::paging::{Group, ROWS, group};
use super::routes::Route;
use super::rows::Row;
use super::view::View;
use crate::analysis::{Period, Rhythm, Tally};
use crate::charts::Caption;
use crate::charts::axis::Entry as Look;
use crate::charts::diverging::{self, Bar, Diverging};
use crate::charts::histogram::{self, Histogram, MOST_YEARS, YearBar};
use crate::model::{Day, Kind, Move, MoveIx, OrgIx, Status};
use crate::wording::{Noun, fill};
use chrono::Datelike;
use serde::Serialize;

/// From how many dated arrivals and departures on they are drawn.
const ENOUGH: usize = 5;

/// How many years without a move are drawn after the last one.
const QUIET_YEARS: i32 = 10;

/// The heading of the moves of a year, which the bars of that year lead to.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct YearHead {
    pub id: String,
    pub text: String,
}

/// What is told of a year: moves that took hold, by kind, and others.
#[derive(Debug, Default)]
struct YearCount {
    kinds: [usize; Kind::ALL.len()],
    not_held: usize,
    disputed: usize,
    /// How many are only known to lie in one of several years.
    unsure: usize,
}

impl YearCount {
    fn add(&mut self, moved: &Move) {
        if !moved.took_hold() {
            self.not_held += 1;
            return;
        }
        self.kinds[moved.kind as usize] += 1;
        self.disputed += usize::from(moved.status == Status::Disputed);
        let is_unsure = moved.effective().is_some_and(|date| date.earliest().year() != date.latest().year());
        self.unsure += usize::from(is_unsure);
    }

    fn total(&self) -> usize {
        self.kinds.iter().sum()
    }
}

impl<'a> View<'a> {
    /// The moves of all years that took hold, by year and kind; `None` where there are none.
    pub fn moves_by_year_chart(&self) -> Option<ChartView> {
        let counts = self.year_counts();
        let data = self.histogram(&counts);
        let (from, to) = (data.years.first()?, data.years.last()?);
        let most = counts.iter().max_by_key(|(year, count)| (count.total(), *year))?;
        let sum = |of: fn(&YearCount) -> usize| counts.iter().map(|(_, count)| of(count)).sum::<usize>();
        let moves = |n: usize| self.wording.count(Noun::Move, n);
        let description = fill(
            self.text("moves_by_year_described"),
            &[
                ("count", &moves(sum(YearCount::total))),
                ("from", &from.label),
                ("to", &to.label),
                ("year", &self.wording.year(most.0)),
                ("most", &moves(most.1.total())),
            ],
        );
        let caption =
            Caption { id: "moves_by_year", title: self.text("moves_by_year"), description: &description };
        let notes = [
            ("not_held_not_counted", sum(|count| count.not_held)),
            ("disputed_counted", sum(|count| count.disputed)),
            ("unsure_year_counted", sum(|count| count.unsure)),
            ("earlier_not_drawn", earlier(&data)),
        ];
        let chart = ChartView::new(caption, |size| histogram::draw(&data, size), self.year_table(&counts));
        Some(chart.noted(self.notes(&notes)))
    }

    /// The arrivals at an organization and the departures from it; `None` where they are too few.
    pub fn rhythm_chart(&self, ix: OrgIx) -> Option<ChartView> {
        let rhythm = Rhythm::of_org(self.archive, &self.site.careers, ix);
        let dated: usize = rhythm.periods.values().map(Tally::len).sum();
        if dated < ENOUGH {
            return None;
        }
        let data = self.diverging(ix, &rhythm)?;
        let of = |count: fn(&Tally) -> usize| rhythm.periods.values().map(count).sum::<usize>();
        let (first, last) = (rhythm.periods.keys().next()?, rhythm.periods.keys().next_back()?);
        let description = fill(
            self.text("rhythm_described"),
            &[
                ("from", &self.wording.year(first.year)),
                ("to", &self.wording.year(last.year)),
                ("joins", &self.wording.count(Noun::Join, of(|tally| tally.arrivals.len()))),
                ("departures", &self.wording.count(Noun::Departure, of(|tally| tally.departures.len()))),
            ],
        );
        let title = self.filled("rhythm_title", "name", self.words(&self.archive[ix].name).text);
        let caption = Caption { id: "rhythm", title: &title, description: &description };
        let chart =
            ChartView::new(caption, |size| diverging::draw(&data, size), self.rhythm_table(ix, &rhythm));
        Some(chart.noted(self.rhythm_notes(&rhythm, dated - drawn(&data))))
    }

    /// Moves under the years that they may have begun in; `by_year` puts headings above them.
    pub fn under_years(
        &self,
        moves: impl Iterator<Item = MoveIx>,
        by_year: bool,
    ) -> Vec<Group<Option<YearHead>, Row<'a>>> {
        group(moves.map(|ix| (by_year.then(|| self.year_head(ix)), self.row(ix))))
    }

    fn year_head(&self, ix: MoveIx) -> YearHead {
        match year(&self.archive[ix]) {
            Some(year) => YearHead { id: format!("moves-{year}"), text: self.wording.year(year) },
            None => YearHead { id: "moves-undated".into(), text: self.text("year_unknown").into() },
        }
    }

    /// Where the moves of an organization in a year are told, on its page or on one of its pages of moves.
    fn org_year_href(&self, org: OrgIx, at: i32) -> String {
        let moves = self.archive.moves_of_org(org);
        let until = moves.partition_point(|&ix| year(&self.archive[ix]).is_none_or(|year| year <= at));
        let page = (moves.len() - until) / ROWS + 1;
        let route = if org::is_long(moves.len()) { Route::OrgMoves(org, page) } else { Route::Org(org) };
        format!("{}#moves-{at}", self.href(route))
    }

    fn year_counts(&self) -> Vec<(i32, YearCount)> {
        let years = self.site.calendar.years().map(|(year, told)| {
            let mut count = YearCount::default();
            for entry in told.months.values().flatten().chain(&told.loose) {
                if let Entry::Move(ix) = entry {
                    count.add(&self.archive[*ix]);
                }
            }
            (year, count)
        });
        years.filter(|(_, count)| count.total() > 0).collect()
    }

    fn histogram(&self, counts: &[(i32, YearCount)]) -> Histogram {
        let look = |(at, kind): (usize, &Kind)| Look {
            class: kind.as_str(),
            is_hatched: at % 2 == 1,
            name: self.wording.kind(*kind).to_owned(),
        };
        let bar = |(year, count): &(i32, YearCount)| {
            let label = self.wording.year(*year);
            let counted = Kind::ALL.iter().zip(count.kinds).filter(|(_, n)| *n > 0);
            let counted: Vec<String> =
                counted.map(|(kind, n)| self.wording.count((*kind).into(), n)).collect();
            let name =
                fill(self.text("moves_in"), &[("count", &self.wording.list(&counted)), ("date", &label)]);
            YearBar {
                year: *year,
                name,
                label,
                href: self.href(Route::Year(*year, 1)),
                counts: count.kinds.to_vec(),
            }
        };
        let kinds = Kind::ALL.iter().enumerate().map(look).collect();
        Histogram { kinds, years: counts.iter().map(bar).collect() }
    }

    fn year_table(&self, counts: &[(i32, YearCount)]) -> Table {
        let mut head = vec![self.text("year").to_owned(), self.text("moves").to_owned()];
        head.extend(Kind::ALL.iter().map(|kind| self.wording.kind(*kind).to_owned()));
        let row = |(year, count): &(i32, YearCount)| {
            let href = self.href(Route::Year(*year, 1));
            let total = Cell::link(self.wording.number(count.total()), href);
            let kinds = count.kinds.iter().map(|n| Cell::text(self.wording.number(*n)));
            [Cell::text(self.wording.year(*year)), total].into_iter().chain(kinds).collect()
        };
        Table { head, rows: counts.iter().map(row).collect() }
    }

    fn diverging(&self, ix: OrgIx, rhythm: &Rhythm) -> Option<Diverging> {
        let (first, last) = (rhythm.periods.keys().next()?.year, rhythm.periods.keys().next_back()?.year);
        let now = self.archive.site().as_of.latest().year();
        let last = last.max(now.min(last.saturating_add(QUIET_YEARS)));
        let years = first.max(last.saturating_sub(MOST_YEARS - 1))..=last;
        let look = |class, is_hatched, key| Look { class, is_hatched, name: self.text(key).to_owned() };
        let days = (Day::from_ymd_opt(*years.start(), 1, 1)?, Day::from_ymd_opt(last + 1, 1, 1)?);
        let bars = rhythm.periods.iter().filter(|(period, _)| years.contains(&period.year));
        Some(Diverging {
            days,
            years: years.clone().map(|year| (year, self.wording.year(year))).collect(),
            legend: [
                look("join", false, "joins"),
                look("departure", false, "departures"),
                look("join", true, "quarter_unknown_spread"),
            ],
            bars: bars.filter_map(|(period, tally)| self.tally_bar(ix, *period, tally)).collect(),
            waves: self.wave_marks(ix),
        })
    }

    fn tally_bar(&self, ix: OrgIx, period: Period, tally: &Tally) -> Option<Bar> {
        let month = period.quarter.map_or(1, |quarter| quarter * 3 - 2);
        let quarters = if period.quarter.is_some() { 1 } else { 4 };
        let first = Day::from_ymd_opt(period.year, month, 1)?;
        let (arrivals, departures) = (tally.arrivals.len(), tally.departures.len());
        let counted = [(Noun::Join, arrivals), (Noun::Departure, departures)];
        let counted = counted.into_iter().filter(|(_, n)| *n > 0);
        let counted: Vec<String> = counted.map(|(noun, n)| self.wording.count(noun, n)).collect();
        let (count, date) = (self.wording.list(&counted), self.period_name(period));
        Some(Bar {
            first,
            end: first.checked_add_months(chrono::Months::new(3 * quarters))?,
            quarters,
            name: fill(self.text("moves_in"), &[("count", &count), ("date", &date)]),
            href: self.org_year_href(ix, period.year),
            arrivals,
            departures,
        })
    }

    fn rhythm_table(&self, ix: OrgIx, rhythm: &Rhythm) -> Table {
        let count = |moves: usize, href: &str| match moves {
            0 => Cell::text("0"),
            n => Cell::link(self.wording.number(n), href),
        };
        let row = |name: String, tally: &Tally, href: &str| {
            let (arrivals, departures) = (tally.arrivals.len(), tally.departures.len());
            vec![Cell::text(name), count(arrivals, href), count(departures, href)]
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (period, tally) in &rhythm.periods {
            rows.push(row(self.period_name(*period), tally, &self.org_year_href(ix, period.year)));
        }
        if !rhythm.undated.is_empty() {
            let is_long = org::is_long(self.archive.moves_of_org(ix).len());
            let route = if is_long { Route::OrgMoves(ix, 1) } else { Route::Org(ix) };
            let all = format!("{}{}", self.href(route), if is_long { "" } else { "#moves_" });
            rows.push(row(self.text("year_unknown").to_owned(), &rhythm.undated, &all));
        }
        let head = ["period", "joins", "departures"].map(|key| self.text(key).to_owned());
        Table { head: head.into(), rows }
    }

    fn rhythm_notes(&self, rhythm: &Rhythm, earlier: usize) -> Vec<String> {
        let moves = || rhythm.tallies().flat_map(|tally| tally.arrivals.iter().chain(&tally.departures));
        let disputed = moves().filter(|ix| self.archive[**ix].status == Status::Disputed).count();
        let is_spread = rhythm.periods.keys().any(|period| period.quarter.is_none());
        let how = is_spread.then(|| self.text("quarter_unknown_how").to_owned());
        let counts = [
            ("undated_not_drawn", rhythm.undated.len()),
            ("disputed_counted", disputed),
            ("earlier_not_drawn", earlier),
        ];
        how.into_iter().chain(self.notes(&counts)).collect()
    }

    fn period_name(&self, period: Period) -> String {
        let year = self.wording.year(period.year);
        match period.quarter {
            Some(n) => fill(self.text("quarter_of"), &[("date", &year), ("n", &n.to_string())]),
            None => self.filled("quarter_unknown_in", "date", &year),
        }
    }

    /// What is said of counts that are not nothing.
    fn notes(&self, counts: &[(&str, usize)]) -> Vec<String> {
        let told = counts.iter().filter(|(_, n)| *n > 0);
        told.map(|(key, n)| self.filled(key, "count", &self.wording.count(Noun::Move, *n))).collect()
    }
}

/// How many moves are in years that are not drawn.
fn earlier(data: &Histogram) -> usize {
    let left = data.years.len() - data.drawn().len();
    data.years[..left].iter().flat_map(|bar| &bar.counts).sum()
}

fn drawn(data: &Diverging) -> usize {
    data.bars.iter().map(|bar| bar.arrivals + bar.departures).sum()
}

/// The first year that a move can be in, where that is known.
fn year(moved: &Move) -> Option<i32> {
    let day = moved.effective()?.earliest();
    (day != Day::MIN).then(|| day.year())
}
