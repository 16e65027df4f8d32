//! The picture of a stretch of the timeline, made row by row.

use super::Stretch;
use crate::analysis::Wave;
use crate::charts::Caption;
use crate::charts::river::{self, Band, Branch, Mark, Place, River, Row};
use crate::model::{EventIx, Kind};
use crate::pages::pictures::chart::{Cell, ChartView, Table};
use crate::pages::routes::Route;
use crate::pages::rows::calendar::{Entry, Year};
use crate::pages::view::View;
use crate::wording::{Noun, fill};

/// How many waves are marked, the largest.
const MOST_WAVES: usize = 40;

/// How many events are marked, the latest.
const MOST_EVENTS: usize = 120;

/// A picture that is being made, row by row.
pub struct Drawn<'v, 'a> {
    view: &'v View<'a>,
    rows: Vec<Row>,
    marks: Vec<Mark>,
    table: Vec<(Cell, Vec<usize>)>,
    /// The row with the most, and how many these are.
    most: (String, usize),
    not_held: usize,
    has_loose: bool,
}

/// What is said of a picture.
pub struct Said {
    pub height: f64,
    pub from: String,
    pub to: String,
    pub how: &'static str,
    pub loose: &'static str,
    /// How many moves are in years that are not drawn.
    pub earlier: usize,
}

impl<'v, 'a> Drawn<'v, 'a> {
    /// An empty picture.
    pub fn new(view: &'v View<'a>) -> Self {
        Self {
            view,
            rows: Vec::new(),
            marks: Vec::new(),
            table: Vec::new(),
            most: (String::new(), 0),
            not_held: 0,
            has_loose: false,
        }
    }

    /// A year among others: a row for what is known to the year only, and one for each month.
    pub fn year(&mut self, year: i32, told: &Year, (start, end): (u32, u32)) {
        let label = self.view.wording.year(year);
        let is_told = told.own_len() > 0 || told.is_split();
        let href = is_told.then(|| self.view.href(Route::Year(year, 1)));
        self.add(Stretch { date: label.clone(), label, days: None, href, told: told.loose.iter().collect() });
        for month in (start..=end).rev() {
            self.add(self.view.month_stretch(year, month, told));
        }
    }

    /// A long time without anything.
    pub fn silence(&mut self, first: i32, last: i32) {
        let years = format!("{}\u{2013}{}", self.view.wording.year(first), self.view.wording.year(last));
        self.rows.push(Row {
            label: String::new(),
            days: None,
            name: self.view.filled("nothing_between", "date", &years),
            href: None,
            counts: Vec::new(),
            is_gap: true,
        });
    }

    /// One more row, earlier than those before.
    pub fn add(&mut self, stretch: Stretch) {
        let mut counts = vec![0; Kind::ALL.len()];
        for entry in stretch.told.iter().rev() {
            match entry {
                Entry::Move(ix) => {
                    let moved = &self.view.archive[*ix];
                    if moved.took_hold() {
                        counts[moved.kind as usize] += 1;
                    } else {
                        self.not_held += 1;
                    }
                }
                Entry::Event(ix) => self.mark(*ix, stretch.days.is_some()),
            }
        }
        self.has_loose |= stretch.days.is_none() && !stretch.told.is_empty();
        let total: usize = counts.iter().sum();
        if total > self.most.1 {
            self.most = (stretch.date.clone(), total);
        }
        if total > 0 {
            let cell = Cell { href: stretch.href.clone(), ..Cell::text(stretch.date.clone()) };
            self.table.push((cell, counts.clone()));
        }
        let name = self.view.moves_in(&counts, &stretch.date);
        let (label, days, href) = (stretch.label, stretch.days, stretch.href);
        self.rows.push(Row { label, days, name, href, counts, is_gap: false });
    }

    fn mark(&mut self, ix: EventIx, is_dated: bool) {
        let view = self.view;
        let link = view.event(ix);
        let day = view.day_of(Entry::Event(ix)).filter(|_| is_dated);
        self.marks.push(Mark {
            at: day.map_or(Place::Row(self.rows.len()), Place::Day),
            name: view.wording.labelled(&view.period(&view.archive[ix].date).text, link.text),
            label: link.text.to_owned(),
            lang: link.lang.map(str::to_owned),
            href: link.href,
        });
    }

    /// Draws it with the waves in it; `None` where there is nothing.
    pub fn finish(mut self, mut waves: Vec<&Wave>, said: &Said) -> Option<ChartView> {
        if self.table.is_empty() {
            return None;
        }
        let view = self.view;
        let is_all = self.marks.len() <= MOST_EVENTS && waves.len() <= MOST_WAVES;
        self.marks.truncate(MOST_EVENTS);
        waves.sort_by_key(|wave| std::cmp::Reverse(wave.moves().len()));
        waves.truncate(MOST_WAVES);
        waves.sort_by_key(|wave| std::cmp::Reverse(wave.first()));
        let total = self.table.iter().flat_map(|(_, counts)| counts).sum();
        let count = |n| view.wording.count(Noun::Move, n);
        let pairs = [
            ("count", &*count(total)),
            ("from", &*said.from),
            ("to", &*said.to),
            ("date", &*self.most.0),
            ("most", &*count(self.most.1)),
        ];
        let description = fill(view.text("river_described"), &pairs);
        let caption = Caption { id: "river", title: view.text("river_title"), description: &description };
        let mut notes = vec![Cell::text(view.text(said.how))];
        notes.extend(self.has_loose.then(|| Cell::text(view.text(said.loose))));
        notes.extend((!is_all).then(|| Cell::text(view.text("river_some"))));
        notes.extend(view.notes(&[("not_held_not_counted", self.not_held), ("river_earlier", said.earlier)]));
        let table = self.table_of_kinds();
        let river = River {
            row: said.height,
            kinds: view.branches(),
            rows: self.rows,
            bands: waves.into_iter().map(|wave| view.wave_band(wave)).collect(),
            marks: self.marks,
            marks_name: view.text("event").to_owned(),
            bands_name: view.text("wave").to_owned(),
        };
        Some(ChartView::new(caption, |width| river::river(&river, width), table).noted(notes))
    }

    /// A row a stretch with any moves, a column a kind.
    fn table_of_kinds(&self) -> Table {
        let wording = self.view.wording;
        let mut head = vec![self.view.text("date").to_owned()];
        head.extend(Kind::ALL.iter().map(|kind| wording.kind(*kind).to_owned()));
        let row = |(cell, counts): &(Cell, Vec<usize>)| {
            let first = Cell { text: cell.text.clone(), href: cell.href.clone(), lang: None };
            let counts = counts.iter().map(|n| Cell::text(wording.number(*n)));
            std::iter::once(first).chain(counts).collect()
        };
        Table { head, rows: self.table.iter().map(row).collect() }
    }
}

impl View<'_> {
    /// The kinds from the line outward.
    fn branches(&self) -> Vec<Branch> {
        let branch = |kind: &Kind| Branch {
            class: kind.as_str(),
            name: self.wording.kind(*kind).to_owned(),
            is_out: matches!(kind, Kind::Departure | Kind::Leave),
            thickness: match kind {
                Kind::Join | Kind::Departure | Kind::Return => 1.0,
                Kind::Promotion | Kind::Transfer | Kind::Leave => 0.5,
            },
        };
        Kind::ALL.iter().map(branch).collect()
    }

    fn wave_band(&self, wave: &Wave) -> Band {
        Band {
            days: (wave.first(), wave.cluster.last),
            name: self.wave_title(wave),
            href: self.href(Route::Wave(wave.org, wave.first())),
        }
    }

    /// "Two joins and one departure in May 2024".
    pub fn moves_in(&self, counts: &[usize], date: &str) -> String {
        let counted = Kind::ALL.iter().zip(counts).filter(|(_, n)| **n > 0);
        let counted: Vec<String> = counted.map(|(kind, n)| self.wording.count((*kind).into(), *n)).collect();
        fill(self.text("moves_in"), &[("count", &self.wording.list(&counted)), ("date", date)])
    }
}
