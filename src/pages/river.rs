//! The timeline as a picture: all years month by month, a year by its months, a month by its days.

use super::calendar::{Entry, Year};
use super::chart::{Cell, ChartView, Table};
use super::paging::MOVES;
use super::routes::Route;
use super::view::View;
use crate::analysis::Wave;
use crate::charts::Caption;
use crate::charts::river::{self, Band, Branch, Mark, Place, River, Row};
use crate::model::{Day, EventIx, Kind};
use crate::wording::{Noun, fill};
use chrono::{Datelike, Months};

/// How many years are drawn, silent ones that are drawn as such included; earlier ones are left to the list.
const MOST_YEARS: usize = 30;

/// From how many years without anything on they are drawn as one silence.
const SILENCE: i32 = 3;

/// How many events are marked, the latest.
const MOST_EVENTS: usize = 120;

/// How many waves are marked, the largest.
const MOST_WAVES: usize = 40;

/// The height of a row of a month among all years, of a month in its year, and of a day, in CSS pixels.
const HEIGHTS: [f64; 3] = [12.0, 26.0, 16.0];

/// A stretch of time that becomes a row.
struct Stretch<'e> {
    /// Written at the left.
    label: String,
    /// Its name in a sentence.
    date: String,
    /// `None` for what is not known so precisely.
    days: Option<(Day, Day)>,
    href: Option<String>,
    told: Vec<&'e Entry>,
}

/// A picture that is being made, row by row.
struct Drawn<'v, 'a> {
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
struct Said {
    height: f64,
    from: String,
    to: String,
    how: &'static str,
    loose: &'static str,
    /// How many moves are in years that are not drawn.
    earlier: usize,
}

impl<'a> View<'a> {
    /// All years.
    pub fn river_of_years(&self) -> Option<ChartView> {
        let mut drawn = Drawn::new(self);
        let years: Vec<(i32, &Year)> = self.site.calendar.years().rev().collect();
        let (last, first) = (years.first()?.0, years.last()?.0);
        let mut later: Option<i32> = None;
        let mut earliest = last;
        let mut earlier = 0;
        let mut room = MOST_YEARS;
        for (year, told) in years {
            let silent = later.map_or(0, |later| later - year - 1);
            let needed = if silent < SILENCE { usize::try_from(silent).unwrap_or(0) + 1 } else { 1 };
            if needed > room {
                (earlier, room) = (earlier + told.moves, 0);
                continue;
            }
            room -= needed;
            if silent >= SILENCE {
                drawn.silence(year + 1, year + silent);
            } else {
                (year + 1..=year + silent).rev().for_each(|year| drawn.year(year, &Year::default(), (1, 12)));
            }
            let end = if year == last { self.last_month(year, told) } else { 12 };
            let start = if year == first { told.months.keys().next().copied().unwrap_or(12) } else { 1 };
            drawn.year(year, told, (start, end));
            (later, earliest) = (Some(year), year);
        }
        let said = Said {
            height: HEIGHTS[0],
            from: self.wording.year(earliest),
            to: self.wording.year(last),
            how: "river_how",
            loose: "river_loose",
            earlier,
        };
        drawn.finish(self.site.waves.all().iter().collect(), &said)
    }

    /// A year by its months.
    pub fn river_of_year(&self, year: i32, told: &Year) -> Option<ChartView> {
        let mut drawn = Drawn::new(self);
        if !told.loose.is_empty() {
            drawn.add(Stretch {
                label: self.wording.year(year),
                date: self.wording.year(year),
                days: None,
                href: Some(self.loose_href(year, told)),
                told: told.loose.iter().collect(),
            });
        }
        for month in (1..=self.last_month(year, told)).rev() {
            let stretch = self.month_stretch(year, month, told);
            drawn.add(Stretch { label: self.wording.month_name(month), ..stretch });
        }
        let said = Said {
            height: HEIGHTS[1],
            from: self.wording.month(year, 1),
            to: self.wording.month(year, 12),
            how: "river_how",
            loose: "river_loose",
            earlier: 0,
        };
        let days = (Day::from_ymd_opt(year, 1, 1)?, Day::from_ymd_opt(year, 12, 31)?);
        drawn.finish(self.waves_in(days), &said)
    }

    /// A month by its days.
    pub fn river_of_month(&self, year: i32, month: u32, told: &[Entry]) -> Option<ChartView> {
        let days = month_days(year, month)?;
        let mut drawn = Drawn::new(self);
        let (on_days, loose): (Vec<&Entry>, Vec<&Entry>) =
            told.iter().partition(|entry| self.day_of(**entry).is_some());
        if !loose.is_empty() {
            let label = self.wording.month_name(month);
            let date = self.wording.month(year, month);
            drawn.add(Stretch { label, date, days: None, href: None, told: loose });
        }
        for day in days.0.iter_days().take_while(|day| *day <= days.1).collect::<Vec<_>>().into_iter().rev() {
            drawn.add(Stretch {
                label: day.day().to_string(),
                date: self.wording.day(day),
                days: Some((day, day)),
                href: None,
                told: on_days.iter().copied().filter(|entry| self.day_of(**entry) == Some(day)).collect(),
            });
        }
        let said = Said {
            height: HEIGHTS[2],
            from: self.wording.day(days.0),
            to: self.wording.day(days.1),
            how: "river_how_days",
            loose: "river_loose_month",
            earlier: 0,
        };
        drawn.finish(self.waves_in(days), &said)
    }

    /// Where a month of a year is told.
    pub fn month_href(&self, year: i32, month: u32, told: &Year) -> String {
        if told.is_split() {
            return self.href(Route::Month(year, month, 1));
        }
        let later: usize = told.months.range(month + 1..).map(|(_, told)| told.len()).sum();
        format!("{}#month-{month}", self.href(Route::Year(year, later / MOVES + 1)))
    }

    /// The waves that share a day with some days, oldest first.
    pub fn waves_in(&self, (from, to): (Day, Day)) -> Vec<&'a Wave> {
        let all = self.site.waves.all().iter();
        all.filter(|wave| wave.first() <= to && from <= wave.cluster.last).collect()
    }

    /// The day of a move or an event, where it is known.
    pub fn day_of(&self, entry: Entry) -> Option<Day> {
        let date = match entry {
            Entry::Move(ix) => self.archive[ix].effective()?,
            Entry::Event(ix) => self.archive[ix].date.span(),
        };
        (date.earliest() == date.latest()).then(|| date.earliest())
    }

    fn loose_href(&self, year: i32, told: &Year) -> String {
        let later = told.own_len() - told.loose.len();
        format!("{}#month-unknown", self.href(Route::Year(year, later / MOVES + 1)))
    }

    fn month_stretch<'e>(&self, year: i32, month: u32, told: &'e Year) -> Stretch<'e> {
        let entries = told.months.get(&month);
        Stretch {
            label: String::new(),
            date: self.wording.month(year, month),
            days: month_days(year, month),
            href: entries.map(|_| self.month_href(year, month, told)),
            told: entries.into_iter().flatten().collect(),
        }
    }

    /// The last month of a year that records can be of: of the latest year, that of the last record or of "now".
    fn last_month(&self, year: i32, told: &Year) -> u32 {
        let now = self.archive.site().as_of.latest();
        let recorded = told.months.keys().next_back().copied().unwrap_or(1);
        if year == now.year() { now.month().max(recorded) } else { 12 }
    }
}

impl<'v, 'a> Drawn<'v, 'a> {
    fn new(view: &'v View<'a>) -> Self {
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
    fn year(&mut self, year: i32, told: &Year, (start, end): (u32, u32)) {
        let label = self.view.wording.year(year);
        let is_told = told.own_len() > 0 || told.is_split();
        let href = is_told.then(|| self.view.href(Route::Year(year, 1)));
        self.add(Stretch { date: label.clone(), label, days: None, href, told: told.loose.iter().collect() });
        for month in (start..=end).rev() {
            self.add(self.view.month_stretch(year, month, told));
        }
    }

    fn silence(&mut self, first: i32, last: i32) {
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

    fn add(&mut self, stretch: Stretch) {
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
            name: format!("{}: {}", view.period(&view.archive[ix].date).text, link.text),
            label: link.text.to_owned(),
            lang: link.lang.map(str::to_owned),
            href: link.href,
        });
    }

    fn finish(mut self, mut waves: Vec<&Wave>, said: &Said) -> Option<ChartView> {
        if self.table.is_empty() && self.marks.is_empty() {
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
        let mut notes = vec![view.text(said.how).to_owned()];
        notes.extend(self.has_loose.then(|| view.text(said.loose).to_owned()));
        notes.extend((!is_all).then(|| view.text("river_some").to_owned()));
        notes.extend(
            view.notes(&[("not_held_not_counted", self.not_held), ("earlier_not_drawn", said.earlier)]),
        );
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

/// The first and the last day of a month.
pub fn month_days(year: i32, month: u32) -> Option<(Day, Day)> {
    let first = Day::from_ymd_opt(year, month, 1)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}
