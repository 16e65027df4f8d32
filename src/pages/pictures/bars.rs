//! The moves of all years in bars, by kind.

use super::chart::{Cell, ChartView, Table};
use crate::charts::Caption;
use crate::charts::axis::Entry as Look;
use crate::charts::histogram::{self, Histogram, YearBar};
use crate::model::{Kind, Move, Status};
use crate::pages::routes::{Picture, Route};
use crate::pages::rows::calendar::Entry;
use crate::pages::view::View;
use crate::wording::{Noun, fill};
use chrono::Datelike;

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

impl View<'_> {
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
        Some(chart.noted(self.notes(&notes)).embedded(self, Picture::Years))
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

    /// What is said of counts that are not nothing; what is in doubt is listed on a page of its own.
    pub fn notes(&self, counts: &[(&str, usize)]) -> Vec<Cell> {
        let told = counts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| {
            let text = self.filled(key, "count", &self.wording.count(Noun::Move, *n));
            match *key {
                "not_held_not_counted" | "disputed_counted" => Cell::link(text, self.href(Route::Doubts(1))),
                _ => Cell::text(text),
            }
        });
        told.collect()
    }
}

/// How many moves are in years that are not drawn.
fn earlier(data: &Histogram) -> usize {
    let left = data.years.len() - data.drawn().len();
    data.years[..left].iter().flat_map(|bar| &bar.counts).sum()
}
