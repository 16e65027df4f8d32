//! Along the line of time: rows and what stands around them, silences, months, events and waves.

use crate::analysis::Wave;
use crate::model::{Day, EventIx, Move};
use crate::pages::pictures::river::month_days;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::calendar::{self, Entry, Year};
use crate::pages::rows::paging::Group;
use crate::pages::view::View;
use crate::wording::Noun;
use chrono::Datelike;
use serde::Serialize;

/// A month, and how much it tells.
#[derive(Debug, Serialize)]
pub struct MonthLink {
    /// None where nothing is recorded.
    pub href: Option<String>,
    /// As short as it gets.
    pub text: String,
    pub moves: String,
    pub number: String,
    /// How dense it is, from 0 to 4.
    pub density: usize,
}

/// An event or a wave.
#[derive(Debug, Serialize)]
pub struct Beside<'a> {
    pub href: String,
    pub title: std::borrow::Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    pub when: String,
    /// `event` or `wave`.
    pub class: &'static str,
    pub word: &'static str,
}

/// A time of which nothing is recorded.
#[derive(Debug, Serialize)]
pub struct Silence {
    pub text: String,
    /// How much room it gets, from 1 to 6.
    pub size: i64,
}

/// What stands above the rows of one month.
#[derive(Debug, Serialize)]
pub struct Head<'a> {
    pub id: String,
    pub text: String,
    /// What lies between it and the later month before it.
    pub silence: Option<Silence>,
    pub waves: Vec<Beside<'a>>,
}

/// How many events and waves a year has among all years.
const CONTEXT: usize = 8;

impl<'a> View<'a> {
    /// The months of a year, those without anything too: the room of each is the same.
    pub fn month_links(&self, year: i32, told: &Year, most: usize) -> Vec<MonthLink> {
        let link = |month: u32| {
            let moves = told.months.get(&month).map_or(0, |told| calendar::moves(told));
            MonthLink {
                href: told.months.contains_key(&month).then(|| self.month_href(year, month, told)),
                text: self.wording.month_name(month),
                moves: self.wording.count(Noun::Move, moves),
                number: self.wording.number(moves),
                density: (moves * 4).div_ceil(most.max(1)),
            }
        };
        (1..=12).map(link).collect()
    }

    /// The events and waves of a year, and how many there are beyond those told.
    pub fn context_of(&self, year: i32, told: &Year) -> (Vec<Beside<'a>>, Option<String>) {
        let waves = self.waves_beginning_in(year);
        let waves = waves.into_iter().map(|wave| (wave.first(), self.wave_beside(wave)));
        let events = told.all().filter_map(|(_, entry)| match entry {
            Entry::Event(ix) => Some((self.archive[ix].date.span().earliest(), self.event_beside(ix))),
            Entry::Move(_) => None,
        });
        let mut context: Vec<(Day, Beside)> = waves.chain(events).collect();
        context.sort_by_key(|(day, _)| *day);
        let others = context.len().saturating_sub(CONTEXT);
        let more = (others > 0).then(|| self.filled("and_more", "n", &self.wording.number(others)));
        (context.into_iter().take(CONTEXT).map(|(_, beside)| beside).collect(), more)
    }

    /// The waves of a year, oldest first.
    pub fn waves_beside(&self, year: i32) -> Vec<Beside<'a>> {
        self.waves_beginning_in(year).into_iter().map(|wave| self.wave_beside(wave)).collect()
    }

    fn waves_beginning_in(&self, year: i32) -> Vec<&'a Wave> {
        let is_first = |wave: &&Wave| wave.first().year() == year;
        self.waves_in_year(year).into_iter().filter(is_first).collect()
    }

    /// All that is told of a year, along the line.
    pub fn rows_of_year(&self, year: i32, told: &Year) -> Vec<Row<'a>> {
        self.placed_rows(told.all().map(|(_, entry)| entry), &self.waves_in_year(year))
    }

    fn waves_in_year(&self, year: i32) -> Vec<&'a Wave> {
        let days = month_days(year, 1).zip(month_days(year, 12));
        days.map(|(first, last)| self.waves_in((first.0, last.1))).unwrap_or_default()
    }

    fn event_beside(&self, ix: EventIx) -> Beside<'a> {
        let link = self.event(ix);
        Beside {
            href: link.href,
            title: link.text.into(),
            lang: link.lang,
            when: self.period(&self.archive[ix].date).text.into_owned(),
            class: "event",
            word: self.text("event"),
        }
    }

    fn wave_beside(&self, wave: &Wave) -> Beside<'a> {
        Beside {
            href: self.href(Route::Wave(wave.org, wave.first())),
            title: self.wave_title(wave).into(),
            lang: None,
            when: self.wording.days(wave.first(), wave.cluster.last),
            class: "wave",
            word: self.text("wave"),
        }
    }

    /// What is told of a year, by month, the latest first, with the silences between.
    pub fn stretches(&self, year: i32, shown: &[(Option<u32>, Entry)]) -> Vec<Group<Head<'a>, Row<'a>>> {
        let mut later: Option<u32> = None;
        let parts = shown.chunk_by(|one, next| one.0 == next.0);
        let stretch = |part: &[(Option<u32>, Entry)]| {
            let month = part[0].0;
            let waves = month.and_then(|month| month_days(year, month));
            let waves = waves.map(|days| self.waves_in(days)).unwrap_or_default();
            let silence = later.zip(month).and_then(|(later, month)| self.silent_months(year, month, later));
            later = month;
            let rows = self.placed_rows(part.iter().map(|(_, entry)| *entry), &waves);
            let heading = Head {
                id: month.map_or_else(|| "month-unknown".into(), |month| format!("month-{month}")),
                text: match month {
                    Some(month) => self.wording.month(year, month),
                    None => self.text("month_unknown").to_owned(),
                },
                silence,
                waves: waves.iter().rev().map(|wave| self.wave_beside(wave)).collect(),
            };
            Group { heading, rows }
        };
        parts.map(stretch).collect()
    }

    /// Rows with their places along the line, the latest first.
    fn placed_rows(&self, told: impl Iterator<Item = Entry>, waves: &[&Wave]) -> Vec<Row<'a>> {
        let mut later: Option<Day> = None;
        let place = |entry: Entry| {
            let row = self.entry_row(entry);
            let Entry::Move(ix) = entry else { return Row { place: Some("at-event".into()), ..row } };
            let day = self.day_of(entry);
            let apart = later.zip(day).map_or(0, |(later, day)| (later - day).num_days());
            later = day.or(later);
            let is_in_wave = day.is_some_and(|day| {
                waves.iter().any(|wave| (wave.first()..=wave.cluster.last).contains(&day))
            });
            Row { place: Some(place_class(&self.archive[ix], apart, is_in_wave)), ..row }
        };
        told.map(place).collect()
    }

    fn silent_months(&self, year: i32, before: u32, after: u32) -> Option<Silence> {
        let (first, last) = (before + 1, after.checked_sub(1)?);
        let (from, to) = (month_days(year, first)?.0, month_days(year, last)?.0);
        (first <= last).then(|| Silence {
            text: self.filled("nothing_between", "date", &self.wording.months(from, to)),
            size: i64::from(last - first + 1).min(6),
        })
    }

    /// The years between two that anything is recorded of.
    pub fn silent_years(&self, before: i32, after: i32) -> Option<Silence> {
        let (first, last) = (before + 1, after - 1);
        let years = [first, last].map(|year| self.wording.year(year));
        let date = if first == last { years[0].clone() } else { years.join("\u{2013}") };
        (first <= last).then(|| Silence {
            text: self.filled("nothing_between", "date", &date),
            size: i64::from(last - first + 1).min(6),
        })
    }
}

/// The classes of a row: its kind, how long after it the next move is, whether it lies in a wave.
fn place_class(moved: &Move, days_apart: i64, is_in_wave: bool) -> String {
    let kind = match moved.kind {
        kind if moved.took_hold() => kind.as_str(),
        _ => "nothing",
    };
    let gap = match days_apart {
        0 => "",
        1..=3 => " gap-1",
        4..=8 => " gap-2",
        9..=15 => " gap-3",
        _ => " gap-4",
    };
    format!("at-{kind}{gap}{}", if is_in_wave { " in-wave" } else { "" })
}
