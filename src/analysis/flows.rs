//! Flows: from where to where people go.

use super::turns::Turns;
use crate::archive::Archive;
use crate::model::{Day, EdtfDate, MoveIx, OrgIx, PersonIx, Status};
use chrono::Datelike;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many days before they leave somebody may have begun elsewhere, for the one to lead to the other
/// without a source that says so.
pub const HANDOVER_DAYS: i64 = 31;

/// One passage of one person from one organization to another, told by a departure, a join or both.
///
/// A passage begins where the last work of somebody at an organization ends, and ends where their first
/// work at another begins. Work is what employees, founders, interim holders and contractors do; a seat on
/// the board, as an adviser or as an observer is none, and is counted beside. A move within an organization
/// and a leave make no passage.
///
/// A departure leads where it says: to the join there that follows it, or to one before it that still
/// holds. A departure that does not say leads to a join elsewhere of at most 31 days before
/// ([`HANDOVER_DAYS`]) that still holds, or else to the next join or return
/// after it, however late, unless another place was left in between. Where neither is recorded, the
/// destination is not known; the origin of a join that no departure leads to is not known either.
///
/// So every move that begins or ends work at an organization belongs to exactly one passage. Who leaves
/// an organization and comes back to it, having worked nowhere else in between as far as is recorded, makes a
/// passage from it to itself, which is told and counts neither in nor out. Who leaves two organizations for a
/// third makes two passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Who.
    pub person: PersonIx,
    /// The organization left; `None` where it is not known.
    pub from: Option<OrgIx>,
    /// The organization joined; `None` where it is not known.
    pub to: Option<OrgIx>,
    /// The move that left.
    pub departure: Option<MoveIx>,
    /// The move that joined, unless the departure alone tells so.
    pub join: Option<MoveIx>,
}

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

impl Passage {
    /// The moves that tell of it: one or two.
    pub fn moves(&self) -> impl Iterator<Item = MoveIx> {
        self.departure.into_iter().chain(self.join)
    }

    /// When it began, as far as is known: the date of the departure, or else of the join.
    pub fn date<'a>(&self, archive: &'a Archive) -> Option<&'a EdtfDate> {
        self.moves().next().and_then(|ix| archive[ix].effective())
    }

    /// The year that it counts for.
    pub fn year(&self, archive: &Archive) -> Option<i32> {
        let date = self.date(archive)?;
        let (from, to) = (date.earliest(), date.latest());
        Some(if from == Day::MIN { to } else { from }.year())
    }

    /// Whether sources contradict each other on whether one of its moves happened.
    pub fn is_disputed(&self, archive: &Archive) -> bool {
        self.moves().any(|ix| archive[ix].status == Status::Disputed)
    }

    /// Whether it leads back to where it came from.
    pub fn is_back(&self) -> bool {
        self.from == self.to
    }
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
