//! The timeline as years and months: which moves and events each page of it tells.

use crate::archive::Archive;
use crate::model::{Day, EdtfDate, EventIx, MoveIx};
use chrono::Datelike;
use std::collections::BTreeMap;

/// The years in which anything is recorded.
#[derive(Debug)]
pub struct Calendar {
    years: Vec<Year>,
    of_year: BTreeMap<i32, usize>,
}

/// What a year tells; all lists oldest first.
#[derive(Debug)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Its months that have moves, by number.
    pub months: BTreeMap<u32, Vec<MoveIx>>,
    /// Moves known to the year, the quarter or a span only.
    pub loose: Vec<MoveIx>,
    /// Its events, with the month where that is known.
    pub events: Vec<(Option<u32>, EventIx)>,
}

impl Calendar {
    /// Files every move and event.
    pub fn new(archive: &Archive) -> Self {
        let mut years: BTreeMap<i32, Year> = BTreeMap::new();
        for (ix, moved) in archive.moves() {
            let Some(date) = moved.effective() else { continue };
            let (year, month) = filed_under(date);
            let year = years.entry(year).or_insert_with(|| Year::new(year));
            match month {
                Some(month) => year.months.entry(month).or_default().push(ix),
                None => year.loose.push(ix),
            }
        }
        for (ix, event) in archive.events() {
            let (year, month) = filed_under(event.date.span());
            years.entry(year).or_insert_with(|| Year::new(year)).events.push((month, ix));
        }
        let of_year = years.keys().enumerate().map(|(position, year)| (*year, position)).collect();
        Self { years: years.into_values().collect(), of_year }
    }

    /// The years, oldest first.
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// A year with those beside it.
    pub fn year(&self, year: i32) -> Option<Neighbours<'_, Year>> {
        let position = *self.of_year.get(&year)?;
        Some(Neighbours {
            before: position.checked_sub(1).and_then(|before| self.years.get(before)),
            here: self.years.get(position)?,
            after: self.years.get(position + 1),
        })
    }
}

/// A part of the timeline with those beside it.
#[derive(Debug)]
pub struct Neighbours<'a, T> {
    pub before: Option<&'a T>,
    pub here: &'a T,
    pub after: Option<&'a T>,
}

impl Year {
    fn new(year: i32) -> Self {
        Self { year, months: BTreeMap::new(), loose: Vec::new(), events: Vec::new() }
    }

    /// How many moves it has.
    pub fn len(&self) -> usize {
        self.loose.len() + self.months.values().map(Vec::len).sum::<usize>()
    }

    /// Whether it has so many moves that each month has a page of its own.
    pub fn is_split(&self) -> bool {
        self.len() > super::paging::MOVES && !self.months.is_empty()
    }

    /// The moves that its own page tells, newest first, those of an unknown month at the end.
    pub fn own_moves(&self) -> Vec<(Option<u32>, MoveIx)> {
        let months = self.months.iter().rev().filter(|_| !self.is_split());
        let dated = months.flat_map(|(month, moves)| moves.iter().rev().map(|ix| (Some(*month), *ix)));
        dated.chain(self.loose.iter().rev().map(|ix| (None, *ix))).collect()
    }

    /// How many moves its own page tells.
    pub fn own_len(&self) -> usize {
        if self.is_split() { self.loose.len() } else { self.len() }
    }
}

/// The year and the month that a date is told in: where it begins, or ends where only that is known.
///
/// There is a month only where the date can't be in another.
fn filed_under(date: &EdtfDate) -> (i32, Option<u32>) {
    let (from, to) = (date.earliest(), date.latest());
    let day = if from == Day::MIN { to } else { from };
    let is_one_month = (from.year(), from.month()) == (to.year(), to.month());
    (day.year(), is_one_month.then(|| day.month()))
}
