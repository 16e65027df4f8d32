//! Flows: from where to where people go.

use super::passage::Passage;
use super::turns::Turns;
use crate::archive::Archive;
use crate::model::{Day, EdtfDate, MoveIx, OrgIx, PersonIx};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All passages, by year and by organization.
///
/// A passage belongs to the year of its departure, or else of its join, and an imprecise date to the first
/// year that it can be.
#[derive(Debug)]
pub struct Flows {
    passages: Vec<Passage>,
    of_year: BTreeMap<i32, Vec<usize>>,
    of_org: Vec<Vec<usize>>,
    side_seats: Vec<MoveIx>,
    within: Vec<MoveIx>,
}

/// The passages from one organization, or from an unknown one, to another or an unknown one.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// The organization left; `None` where it is not known.
    pub from: Option<OrgIx>,
    /// The organization joined; `None` where it is not known.
    pub to: Option<OrgIx>,
    /// The passages, oldest first; at least one.
    pub passages: Vec<&'a Passage>,
}

/// The passages into and out of one organization, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// Into it, from anywhere else, known or not.
    pub into: usize,
    /// Out of it, to anywhere else, known or not.
    pub out: usize,
    /// Those into it whose origin is not known.
    pub unknown_origin: usize,
    /// Those out of it whose destination is not known.
    pub unknown_destination: usize,
    /// Those who left it and came back to it, which are neither in nor out.
    pub back: usize,
}

impl Flows {
    /// The passages of everybody.
    pub fn new(archive: &Archive) -> Self {
        Self::made(archive, None)
    }

    /// The passages as they are known to have been at the end of a day: by the moves that had taken effect for
    /// certain.
    pub fn as_of(archive: &Archive, day: Day) -> Self {
        Self::made(archive, Some(day))
    }

    fn made(archive: &Archive, by: Option<Day>) -> Self {
        let turn = |person| (person, Turns::new(archive, archive.steps_of_person(person), by));
        let people: Vec<PersonIx> = archive.people().map(|(ix, _)| ix).collect();
        let turns: Vec<(PersonIx, Turns)> = people.into_par_iter().map(turn).collect();
        let mut passages: Vec<Passage> =
            turns.iter().flat_map(|(person, turns)| turns.passages(archive, *person)).collect();
        passages.sort_by_cached_key(|passage| {
            (passage.date(archive).map(EdtfDate::sort_key), passage.departure, passage.join)
        });
        let mut flows = Self {
            of_year: BTreeMap::new(),
            of_org: vec![Vec::new(); archive.orgs().len()],
            side_seats: turns.iter().flat_map(|(_, turns)| &turns.side_seats).copied().collect(),
            within: turns.iter().flat_map(|(_, turns)| &turns.within).copied().collect(),
            passages: Vec::new(),
        };
        for (at, passage) in passages.iter().enumerate() {
            if let Some(year) = passage.year(archive) {
                flows.of_year.entry(year).or_default().push(at);
            }
            for org in passage.from.into_iter().chain(passage.to.filter(|_| !passage.is_back())) {
                flows.of_org[org.at()].push(at);
            }
        }
        Self { passages, ..flows }
    }

    /// All passages, oldest first.
    pub fn passages(&self) -> impl ExactSizeIterator<Item = &Passage> + DoubleEndedIterator {
        self.passages.iter()
    }

    /// The years that have passages, oldest first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = i32> {
        self.of_year.keys().copied()
    }

    /// The passages of a year, oldest first.
    pub fn of_year(&self, year: i32) -> impl Iterator<Item = &Passage> {
        self.of_year.get(&year).into_iter().flatten().map(|at| &self.passages[*at])
    }

    /// The passages into and out of an organization, oldest first.
    pub fn of_org(&self, org: OrgIx) -> impl ExactSizeIterator<Item = &Passage> {
        self.of_org[org.at()].iter().map(|at| &self.passages[*at])
    }

    /// The moves that open or end only seats beside work, person by person.
    pub fn side_seats(&self) -> &[MoveIx] {
        &self.side_seats
    }

    /// The moves that change something within an organization only, person by person.
    pub fn within(&self) -> &[MoveIx] {
        &self.within
    }
}

impl<'a> Cell<'a> {
    /// Passages put together by where from and where to: the largest cell first, then by organization.
    pub fn of(passages: impl IntoIterator<Item = &'a Passage>) -> Vec<Self> {
        let mut found: BTreeMap<(Option<OrgIx>, Option<OrgIx>), Vec<&Passage>> = BTreeMap::new();
        for passage in passages {
            found.entry((passage.from, passage.to)).or_default().push(passage);
        }
        let cell = |((from, to), passages)| Self { from, to, passages };
        let mut cells: Vec<Self> = found.into_iter().map(cell).collect();
        cells.sort_by_key(|cell| Reverse(cell.passages.len()));
        cells
    }
}

impl Balance {
    /// Counts passages into and out of an organization.
    pub fn of<'a>(org: OrgIx, passages: impl IntoIterator<Item = &'a Passage>) -> Self {
        let mut found = Self::default();
        for passage in passages {
            let (from, to) = (passage.from == Some(org), passage.to == Some(org));
            if from && to {
                found.back += 1;
                continue;
            }
            found.into += usize::from(to);
            found.out += usize::from(from);
            found.unknown_origin += usize::from(to && passage.from.is_none());
            found.unknown_destination += usize::from(from && passage.to.is_none());
        }
        found
    }

    /// Counts the passages of another balance too.
    pub fn add(&mut self, more: Self) {
        self.into += more.into;
        self.out += more.out;
        self.unknown_origin += more.unknown_origin;
        self.unknown_destination += more.unknown_destination;
        self.back += more.back;
    }

    /// How many more came than left; negative where more left.
    pub fn net(&self) -> i64 {
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        count(self.into) - count(self.out)
    }
}
