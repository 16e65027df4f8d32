//! The timeline as years and months: which moves and events each page of it tells.

use crate::archive::Archive;
use crate::model::{Day, EdtfDate, EventIx, MoveIx};
use chrono::Datelike;
use std::collections::BTreeMap;

/// The years in which anything is recorded.
#[derive(Debug)]
pub struct Calendar(BTreeMap<i32, Year>);

/// What the timeline tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Somebody moves.
    Move(MoveIx),
    /// Something happens that moves are told beside.
    Event(EventIx),
}

/// What a year tells; all lists oldest first.
#[derive(Debug, Default)]
pub struct Year {
    /// Its months, by number.
    pub months: BTreeMap<u32, Vec<Entry>>,
    /// What is known to the year, the quarter or a span only.
    pub loose: Vec<Entry>,
    /// How many moves it has.
    pub moves: usize,
}

impl Calendar {
    /// Files every move and event, each by its date.
    pub fn new(archive: &Archive) -> Self {
        let moves = archive.moves().filter_map(|(ix, moved)| Some((moved.effective()?, Entry::Move(ix))));
        let events = archive.events().map(|(ix, event)| (event.date.span(), Entry::Event(ix)));
        let mut dated: Vec<(&EdtfDate, Entry)> = moves.chain(events).collect();
        dated.sort_by_key(|(date, _)| date.sort_key());
        let mut years: BTreeMap<i32, Year> = BTreeMap::new();
        for (date, entry) in dated {
            let (year, month) = filed_under(date);
            let year = years.entry(year).or_default();
            year.moves += usize::from(matches!(entry, Entry::Move(_)));
            match month {
                Some(month) => year.months.entry(month).or_default().push(entry),
                None => year.loose.push(entry),
            }
        }
        Self(years)
    }

    /// The years, oldest first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = (i32, &Year)> {
        self.0.iter().map(|(year, told)| (*year, told))
    }

    /// A year.
    pub fn year(&self, year: i32) -> Option<&Year> {
        self.0.get(&year)
    }

    /// The years before and after a year that tell anything.
    pub fn beside(&self, year: i32) -> (Option<i32>, Option<i32>) {
        let before = self.0.range(..year).next_back().map(|(year, _)| *year);
        let after = self.0.range(year..).map(|(year, _)| *year).find(|after| *after != year);
        (before, after)
    }
}

impl Year {
    /// Whether it has so many moves that each month has a page of its own.
    pub fn is_split(&self) -> bool {
        self.moves > super::paging::MOVES && !self.months.is_empty()
    }

    /// How much it tells.
    pub fn len(&self) -> usize {
        self.loose.len() + self.months.values().map(Vec::len).sum::<usize>()
    }

    /// All that it tells, newest first, that of an unknown month at the end.
    pub fn all(&self) -> impl Iterator<Item = (Option<u32>, Entry)> {
        let months = self.months.iter().rev();
        let dated = months.flat_map(|(month, told)| told.iter().rev().map(|entry| (Some(*month), *entry)));
        dated.chain(self.loose.iter().rev().map(|entry| (None, *entry)))
    }

    /// What its own page tells, in this order.
    pub fn own(&self) -> impl Iterator<Item = (Option<u32>, Entry)> {
        self.all().filter(|(month, _)| month.is_none() || !self.is_split())
    }

    /// How much its own page tells.
    pub fn own_len(&self) -> usize {
        if self.is_split() { self.loose.len() } else { self.len() }
    }
}

/// The year and the month that a date is told in: where it begins, or ends where only that is known.
///
/// There is a month only where the date can't be in another.
pub fn filed_under(date: &EdtfDate) -> (i32, Option<u32>) {
    let (from, to) = (date.earliest(), date.latest());
    let day = if from == Day::MIN { to } else { from };
    let is_one_month = (from.year(), from.month()) == (to.year(), to.month());
    (day.year(), is_one_month.then(|| day.month()))
}

/// The moves among what is told.
pub fn moves(told: &[Entry]) -> usize {
    told.iter().filter(|entry| matches!(entry, Entry::Move(_))).count()
}
