//! Joins and departures of an organization in bars, quarter by quarter, and its moves under the years that these
//! lead to.

use super::chart::{Cell, ChartView, Table};
use crate::analysis::{Period, Rhythm, Tally};
use crate::charts::Caption;
use crate::charts::axis::Entry as Look;
use crate::charts::diverging::{self, Bar, Diverging};
use crate::charts::histogram::MOST_YEARS;
use crate::model::{Day, Move, MoveIx, OrgIx, Status};
use crate::pages::routes::Picture;
use crate::pages::rows::Row;
use crate::pages::rows::paging::{Group, ROWS, group, is_long};
use crate::pages::view::View;
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

impl<'a> View<'a> {
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
        let marked = (!data.waves.is_empty()).then(|| self.text("waves_marked").to_owned());
        let notes = self.rhythm_notes(&rhythm, dated - drawn(&data));
        let chart = chart.noted(marked.map(Cell::text).into_iter().chain(notes));
        Some(chart.embedded(self, Picture::Rhythm(ix)))
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
        format!("{}#moves-{at}", self.href(self.moves_of_org(org, page)))
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
            let part = if is_long(self.archive.moves_of_org(ix).len()) { "" } else { "#moves_" };
            let all = format!("{}{part}", self.href(self.moves_of_org(ix, 1)));
            rows.push(row(self.text("year_unknown").to_owned(), &rhythm.undated, &all));
        }
        let head = ["period", "joins", "departures"].map(|key| self.text(key).to_owned());
        Table { head: head.into(), rows }
    }

    fn rhythm_notes(&self, rhythm: &Rhythm, earlier: usize) -> Vec<Cell> {
        let moves = || rhythm.tallies().flat_map(|tally| tally.arrivals.iter().chain(&tally.departures));
        let disputed = moves().filter(|ix| self.archive[**ix].status == Status::Disputed).count();
        let is_spread = rhythm.periods.keys().any(|period| period.quarter.is_none());
        let how = is_spread.then(|| Cell::text(self.text("quarter_unknown_how")));
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
}

fn drawn(data: &Diverging) -> usize {
    data.bars.iter().map(|bar| bar.arrivals + bar.departures).sum()
}

/// The first year that a move can be in, where that is known.
fn year(moved: &Move) -> Option<i32> {
    let day = moved.effective()?.earliest();
    (day != Day::MIN).then(|| day.year())
}
