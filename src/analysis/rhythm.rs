//! Rhythm: how many came to an organization and how many left it, quarter by quarter.

use super::{Careers, Stint};
use crate::archive::{Archive, Change};
use crate::model::{EdtfDate, Kind, MoveIx, OrgIx};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// The arrivals at one organization and the departures from it, each in the period that its date tells.
///
/// An **arrival** is a move that opens a stint there: a join, a return of somebody who had left, or a
/// departure from elsewhere that tells that they came here. A **departure** is a move of that kind that ends
/// a stint there. Moves within the organization are neither, and leaves of absence are not, nor the returns
/// from them. Moves are counted, not people: who leaves the staff and the board by two moves is counted twice.
/// Disputed moves count; cancelled and retracted ones do not.
///
/// A move belongs to the quarter that its date lies in. Where the date is not known to the quarter, it
/// belongs to the year as a whole; where it is not known to the year, to none: it is counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rhythm {
    /// What happened in each period that has anything; a year as a whole comes before its quarters.
    pub periods: BTreeMap<Period, Tally>,
    /// What happened in a year that is not known.
    pub undated: Tally,
}

/// A quarter, or a year as a whole for what is not known to the quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The quarter, from 1 to 4.
    pub quarter: Option<u32>,
}

/// The moves of a period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// By which somebody came.
    pub arrivals: BTreeSet<MoveIx>,
    /// By which somebody left.
    pub departures: BTreeSet<MoveIx>,
}

impl Rhythm {
    /// Counts the arrivals and departures of an organization.
    pub fn of_org(archive: &Archive, careers: &Careers, org: OrgIx) -> Self {
        let mut rhythm = Self::default();
        for (_, stint) in careers.of_org(org) {
            if let Some(ix) = arrival(archive, stint) {
                rhythm.tally(archive, ix).arrivals.insert(ix);
            }
            if let Some(ix) = departure(archive, stint) {
                rhythm.tally(archive, ix).departures.insert(ix);
            }
        }
        rhythm
    }

    /// All moves that were counted, in time and apart.
    pub fn tallies(&self) -> impl Iterator<Item = &Tally> {
        self.periods.values().chain([&self.undated])
    }

    fn tally(&mut self, archive: &Archive, ix: MoveIx) -> &mut Tally {
        match archive[ix].effective().and_then(Period::of) {
            Some(period) => self.periods.entry(period).or_default(),
            None => &mut self.undated,
        }
    }
}

impl Period {
    /// The quarter that a date lies in, else the year; `None` where it can be in more than one.
    pub fn of(date: &EdtfDate) -> Option<Self> {
        let (from, to) = (date.earliest(), date.latest());
        let quarter = from.quarter();
        let is_known = to.quarter() == quarter;
        (from.year() == to.year()).then(|| Self { year: from.year(), quarter: is_known.then_some(quarter) })
    }
}

impl Tally {
    /// How many moves it has.
    pub fn len(&self) -> usize {
        self.arrivals.len() + self.departures.len()
    }

    /// Whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.arrivals.is_empty() && self.departures.is_empty()
    }
}

/// The move by which a stint opened, if somebody came by it from outside of the organization.
fn arrival(archive: &Archive, stint: &Stint) -> Option<MoveIx> {
    let moved = &archive[stint.first];
    let is_from_outside = match moved.kind {
        Kind::Join | Kind::Return => true,
        Kind::Departure => moved.from.as_ref().is_none_or(|place| place.org != stint.org),
        Kind::Promotion | Kind::Transfer | Kind::Leave => false,
    };
    let is_opened = matches!(stint.changes.first(), Some((_, Change::Open)));
    (is_opened && is_from_outside).then_some(stint.first)
}

/// The departure that ended a stint.
fn departure(archive: &Archive, stint: &Stint) -> Option<MoveIx> {
    stint.closed.filter(|&ix| archive[ix].kind == Kind::Departure)
}
