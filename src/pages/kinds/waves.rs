//! Waves of departures: all of them, and one with its people, its context and what it is held against.

use super::method;
use crate::analysis::Wave;
use crate::analysis::scan::Departure;
use crate::charts::diverging::WaveMark;
use crate::charts::{Caption, Dot, MOST_DOTS, Strip, strip};
use crate::model::{Day, OrgIx};
use crate::pages::frame::Frame;
use crate::pages::pictures::chart::{Cell, ChartView, Table};
use crate::pages::routes::{Picture, Route};
use crate::pages::rows::Row;
use crate::pages::rows::paging::{More, Pager, ROWS, rows};
use crate::pages::view::{Link, View};
use crate::wording::{Noun, fill};
use chrono::Datelike;
use serde::Serialize;
use std::collections::BTreeMap;

/// From so many years on a chance is told as less than that.
const LONG: f64 = 1e6;

/// How long a month is, in days.
const MONTH: f64 = 365.25 / 12.0;

/// A page of all waves.
#[derive(Debug, Serialize)]
pub struct WavesPage<'a> {
    pub total: String,
    pub waves: Vec<WaveRow<'a>>,
    pub pager: Option<Pager>,
    /// How waves are found.
    pub how: Vec<String>,
}

/// A wave in one line.
#[derive(Debug, Serialize)]
pub struct WaveRow<'a> {
    pub href: String,
    pub title: String,
    pub days: String,
    /// Who left.
    pub people: Vec<Link<'a>>,
    /// How many more.
    pub more: Option<String>,
}

/// A wave.
#[derive(Debug, Serialize)]
pub struct WavePage<'a> {
    pub title: String,
    pub org: Link<'a>,
    pub days: String,
    pub rate: String,
    pub expected: Option<String>,
    pub chance: String,
    pub moves: Vec<Row<'a>>,
    /// Where the others are, of a wave of very many.
    pub more: Option<More>,
    pub events: Vec<Row<'a>>,
    pub around: ChartView,
    /// How waves are found.
    pub how: Vec<String>,
}

/// How many people a line names.
const NAMED: usize = 12;

/// A page of all waves, the latest first.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, WavesPage<'a>) {
    let all = view.site.waves.all();
    let range = rows(all.len(), ROWS, number);
    let shown = all.iter().rev().skip(range.start).take(range.len());
    let page = WavesPage {
        total: view.wording.count(Noun::Wave, all.len()),
        waves: shown.map(|wave| view.wave_row(wave)).collect(),
        pager: Pager::new(view, all.len(), ROWS, number, Route::Waves),
        how: method::explained(view, "waves"),
    };
    (Frame::new(view, view.text("waves")), page)
}

/// A wave.
pub fn page<'a>(view: &View<'a>, org: OrgIx, first: Day) -> Option<(Frame, WavePage<'a>)> {
    let wave = view.site.waves.find(org, first)?;
    let title = view.wave_title(wave);
    let others = wave.moves().len().saturating_sub(ROWS);
    let more = || More {
        href: view.href(view.moves_of_org(org, 1)),
        text: view.filled("and_more", "n", &view.wording.number(others)),
    };
    let page = WavePage {
        org: view.org(org),
        days: view.wording.days(first, wave.cluster.last),
        rate: view.wave_rate(wave),
        expected: view.wave_expected(wave),
        chance: view.wave_chance(wave),
        moves: wave.moves().take(ROWS).map(|ix| view.row(ix)).collect(),
        more: (others > 0).then(more),
        events: wave.events.iter().take(ROWS).map(|ix| view.event_row(*ix)).collect(),
        around: view.wave_chart(wave),
        how: method::explained(view, "waves"),
        title,
    };
    Some((Frame::new(view, page.title.clone()), page))
}

impl<'a> View<'a> {
    /// The waves of an organization, the latest first.
    pub fn waves_of(&self, org: OrgIx) -> Vec<WaveRow<'a>> {
        self.site.waves.of_org(org).rev().take(ROWS).map(|(_, wave)| self.wave_row(wave)).collect()
    }

    /// The waves of an organization as its chart marks them, oldest first.
    pub fn wave_marks(&self, org: OrgIx) -> Vec<WaveMark> {
        let mark = |(at, (_, wave)): (usize, (usize, &Wave))| WaveMark {
            first: wave.first(),
            last: wave.cluster.last,
            label: self.wording.number(at + 1),
            name: self.wave_title(wave),
            href: self.href(Route::Wave(org, wave.first())),
        };
        self.site.waves.of_org(org).enumerate().map(mark).collect()
    }

    /// "Five departures in 12 days: Orbit Labs, May 2024".
    pub fn wave_title(&self, wave: &Wave) -> String {
        let (wording, cluster) = (self.wording, &wave.cluster);
        let key = if cluster.days() == 1 { "wave_title_day" } else { "wave_title" };
        let pairs = [
            ("departures", &*wording.opening(Noun::Departure, cluster.departures.len())),
            ("days", &*wording.count(Noun::Day, cluster.days())),
            ("org", self.words(&self.archive[wave.org].name).text),
            ("date", &*wording.months(cluster.first, cluster.last)),
        ];
        fill(self.text(key), &pairs)
    }

    fn wave_row(&self, wave: &Wave) -> WaveRow<'a> {
        let others = wave.moves().len().saturating_sub(NAMED);
        WaveRow {
            href: self.href(Route::Wave(wave.org, wave.first())),
            title: self.wave_title(wave),
            days: self.wording.days(wave.first(), wave.cluster.last),
            people: wave.moves().take(NAMED).map(|ix| self.person(self.archive[ix].person)).collect(),
            more: (others > 0).then(|| self.filled("and_more", "n", &self.wording.number(others))),
        }
    }

    fn wave_rate(&self, wave: &Wave) -> String {
        let odds = wave.cluster.odds;
        let key = if odds.others == 0 { "wave_rate_none" } else { "wave_rate_value" };
        let pairs = [
            ("n", &*self.wording.rough(odds.rate() * MONTH)),
            ("count", &*self.wording.count(Noun::Departure, odds.others)),
            ("from", &*self.wording.day(odds.from)),
            ("to", &*self.wording.day(odds.to)),
        ];
        fill(self.text(key), &pairs)
    }

    fn wave_expected(&self, wave: &Wave) -> Option<String> {
        let expected = || self.wording.rough(wave.cluster.expected());
        (wave.cluster.odds.others > 0).then(|| self.filled("wave_expected_value", "n", &expected()))
    }

    fn wave_chance(&self, wave: &Wave) -> String {
        let years = wave.cluster.odds.years();
        if years >= LONG {
            return self.text("wave_chance_least").to_owned();
        }
        self.filled("wave_chance_value", "n", &self.wording.rough(years))
    }

    /// The departures around a wave.
    pub fn wave_chart(&self, wave: &Wave) -> ChartView {
        let (wording, cluster) = (self.wording, &wave.cluster);
        let (from, to) = (cluster.odds.from, cluster.odds.to);
        let all: Vec<&Departure> = self.site.waves.around(wave).collect();
        let exact = || all.iter().filter(|departure| departure.earliest == departure.latest);
        let people = wording.count(Noun::Person, cluster.departures.len());
        let drawn = Strip {
            days: (from, to),
            window: (cluster.first, cluster.last),
            label: people.clone(),
            dots: exact().map(|departure| self.wave_dot(departure)).collect(),
        };
        let days = wording.days(cluster.first, cluster.last);
        let name = self.words(&self.archive[wave.org].name).text;
        let count = wording.count(Noun::Departure, all.len());
        let pairs = [
            ("from", &*wording.day(from)),
            ("to", &*wording.day(to)),
            ("count", &*count),
            ("wave", &*wording.number(cluster.departures.len())),
            ("date", &*days),
        ];
        let title = self.filled("wave_around", "name", name);
        let description = fill(self.text("wave_around_described"), &pairs);
        let mut notes = Vec::new();
        if drawn.dots.len() > MOST_DOTS {
            notes.push(self.text("wave_columns").to_owned());
        }
        let imprecise = all.len() - drawn.dots.len();
        if imprecise > 0 {
            let count = wording.count(Noun::Departure, imprecise);
            notes.push(self.filled("wave_not_drawn", "count", &count));
        }
        let caption = Caption { id: "around", title: &title, description: &description };
        let table = if all.len() > MOST_DOTS { self.years_table(&all) } else { self.moves_table(wave, &all) };
        let chart = ChartView::new(caption, |width| strip(&drawn, width), table).noted(notes);
        chart.embedded(self, Picture::Wave(wave.org, wave.first()))
    }

    fn wave_dot(&self, departure: &Departure) -> Dot {
        let told = self.moved(departure.cause);
        let name = self.wording.labelled(&self.wording.day(departure.earliest), told.text);
        Dot { day: departure.earliest, name, href: told.href }
    }

    /// Every departure.
    fn moves_table(&self, wave: &Wave, all: &[&Departure]) -> Table {
        let head = ["departures", "date", "wave_in_window"].map(|key| self.text(key).to_owned()).into();
        let row = |departure: &&Departure| {
            let is_in = wave.moves().any(|ix| ix == departure.cause);
            let date = if departure.earliest == departure.latest {
                self.wording.day(departure.earliest)
            } else {
                self.effective(departure.cause).map(|when| when.text.into_owned()).unwrap_or_default()
            };
            let is_in = self.text(if is_in { "yes" } else { "no" });
            vec![self.moved(departure.cause).into(), Cell::text(date), Cell::text(is_in)]
        };
        Table { head, rows: all.iter().map(row).collect() }
    }

    /// How many there are in each month, or in a year where the month is not known, with the year's moves.
    fn years_table(&self, all: &[&Departure]) -> Table {
        let mut counts: BTreeMap<(i32, Option<u32>), usize> = BTreeMap::new();
        for departure in all {
            let (first, last) = (departure.earliest, departure.latest);
            let is_in_month = (first.year(), first.month()) == (last.year(), last.month());
            *counts.entry((first.year(), is_in_month.then(|| first.month()))).or_default() += 1;
        }
        let head = ["date", "departures"].map(|key| self.text(key).to_owned()).into();
        let row = |((year, month), count): (&(i32, Option<u32>), &usize)| {
            let date =
                month.map_or_else(|| self.wording.year(*year), |month| self.wording.month(*year, month));
            let is_told = self.site.calendar.years().any(|(told, _)| told == *year);
            let href = is_told.then(|| self.href(Route::Year(*year, 1)));
            let cell = Cell { href, ..Cell::text(date) };
            vec![cell, Cell::text(self.wording.number(*count))]
        };
        Table { head, rows: counts.iter().map(row).collect() }
    }
}
