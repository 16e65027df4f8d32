//! Waves: departures from an organization that come denser than its own rate would explain.

use super::scan::{self, Cluster, Departure, Stream};
use crate::archive::{Archive, Change, Step};
use crate::model::{Day, EventIx, Kind, Move, MoveIx, OrgIx, PersonIx};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The waves of all organizations, oldest first.
#[derive(Debug)]
pub struct Waves {
    all: Vec<Wave>,
    of_org: Vec<Vec<usize>>,
    /// The departures of the organizations that have waves, oldest first.
    departures: BTreeMap<OrgIx, Vec<Departure>>,
}

/// At least three people who left an organization within at most thirty days, where chance alone would bring
/// so many in so few days less than once in a hundred years.
///
/// **A departure** is a move of that kind that took hold and ended a stint as an employee, a founder, a
/// contractor or for the interim, unless the same move opened another such stint at the same organization.
/// Board seats, observers and advisers do not count. Who left twice in a window counts once.
///
/// **Its day** is the day that it took effect. Where that is not known to the day, it is the day of the
/// announcement, if that day lies within what is known; where only the announcement is recorded, that day.
/// What is not known to a day is in no wave.
///
/// **The windows** begin on the day of a departure and have 1, 3, 7, 14 or 30 days; the days of a wave end with
/// its last departure.
///
/// **The usual rate** is that of the year before and the year after the first day of a window, without the
/// window itself. The records of an organization reach from the first move there to the date that the site is
/// complete to, or to when the organization was dissolved; where they do not reach that far to one side, the
/// two years are moved to the other. All other departures that may have happened in these years count, also
/// those whose day is not known and those of other waves: the rate is rather too high, and the waves too few.
///
/// **The chance** ([`scan::Odds`]) is that of a window as full or fuller if departures were independent of each
/// other and came at one rate, multiplied by the number of windows that are looked at. Of an organization whose
/// departures do come like that, the threshold promises at most one false wave in a hundred years, whatever its
/// rate is.
///
/// Of windows that share a day the one that chance explains least is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Wave {
    /// Where they left.
    pub org: OrgIx,
    /// Its days, its people, and what they were held against.
    pub cluster: Cluster,
    /// The events of its days that concern the organization, and those that its moves are reported in.
    pub events: Vec<EventIx>,
}

impl Wave {
    /// The day of its first departure: with the organization, what tells it from all others.
    pub fn first(&self) -> Day {
        self.cluster.first
    }

    /// The moves, the first of each person, oldest first.
    pub fn moves(&self) -> impl ExactSizeIterator<Item = MoveIx> {
        self.cluster.departures.iter().map(|departure| departure.cause)
    }
}

impl Waves {
    /// Looks at every organization once.
    pub fn new(archive: &Archive) -> Self {
        let streams: Vec<(OrgIx, Stream)> = streams(archive);
        let events = events_of_orgs(archive);
        let found = streams.par_iter().flat_map_iter(|(org, stream)| {
            let clusters = scan::scan(stream).into_iter();
            clusters.map(|cluster| {
                let events = context(archive, &events[org.at()], &cluster);
                Wave { org: *org, cluster, events }
            })
        });
        let mut all: Vec<Wave> = found.collect();
        all.sort_by_key(|wave| (wave.first(), wave.org));
        let mut of_org = vec![Vec::new(); archive.orgs().len()];
        for (number, wave) in all.iter().enumerate() {
            of_org[wave.org.at()].push(number);
        }
        let with_waves = streams.into_iter().filter(|(org, _)| !of_org[org.at()].is_empty());
        let departures = with_waves.map(|(org, stream)| (org, oldest_first(stream.departures))).collect();
        Self { all, of_org, departures }
    }

    /// All of them, oldest first.
    pub fn all(&self) -> &[Wave] {
        &self.all
    }

    /// Those of an organization, oldest first, with their numbers among all.
    pub fn of_org(&self, org: OrgIx) -> impl DoubleEndedIterator<Item = (usize, &Wave)> {
        self.of_org[org.at()].iter().map(|number| (*number, &self.all[*number]))
    }

    /// All departures that may have happened in the two years that a wave is held against, its own among them,
    /// oldest first.
    pub fn around(&self, wave: &Wave) -> impl Iterator<Item = &Departure> {
        let odds = wave.cluster.odds;
        let all = self.departures.get(&wave.org).into_iter().flatten();
        all.filter(move |departure| departure.earliest <= odds.to && odds.from <= departure.latest)
    }

    /// The wave of an organization that begins on a day.
    pub fn find(&self, org: OrgIx, first: Day) -> Option<&Wave> {
        self.of_org(org).map(|(_, wave)| wave).find(|wave| wave.first() == first)
    }
}

/// The densest cluster of departures from an organization within some days, be it a wave or not.
pub fn densest(archive: &Archive, org: OrgIx, days: Range<Day>) -> Option<Cluster> {
    let streams = streams(archive);
    let (_, stream) = streams.iter().find(|(of, _)| *of == org)?;
    scan::densest(stream, days)
}

fn oldest_first(mut departures: Vec<Departure>) -> Vec<Departure> {
    departures.sort_unstable_by_key(|departure| (departure.earliest, departure.latest, departure.cause));
    departures
}

/// The departures from every organization that has any, with the days that its records cover.
fn streams(archive: &Archive) -> Vec<(OrgIx, Stream)> {
    let mut departures: Vec<Vec<Departure>> = vec![Vec::new(); archive.orgs().len()];
    for (person, _) in archive.people() {
        let steps = archive.steps_of_person(person);
        for (at, step) in steps.iter().enumerate() {
            if is_departure(archive, steps, at)
                && let Some(departure) = departure(&archive[step.cause], person, step.cause)
            {
                departures[step.org.at()].push(departure);
            }
        }
    }
    let of_orgs = archive.orgs().zip(departures).filter(|(_, departures)| !departures.is_empty());
    of_orgs
        .filter_map(|((org, _), departures)| {
            let (first, last) = covered(archive, org)?;
            Some((org, Stream { first, last, departures }))
        })
        .collect()
}

fn is_departure(archive: &Archive, steps: &[Step], at: usize) -> bool {
    let step = &steps[at];
    let stays = |other: &Step| {
        other.cause == step.cause
            && other.org == step.org
            && other.change != Change::Close
            && other.capacity.is_work()
    };
    step.change == Change::Close
        && step.capacity.is_work()
        && archive[step.cause].kind == Kind::Departure
        // What one move changes stands side by side.
        && !steps[at + 1..].iter().take_while(|other| other.cause == step.cause).any(stays)
}

/// When somebody left: to the day where the announcement falls within what is known of it.
fn departure(moved: &Move, person: PersonIx, cause: MoveIx) -> Option<Departure> {
    let date = moved.effective()?;
    let (mut earliest, mut latest) = (date.earliest(), date.latest());
    let announced = moved.announced.as_ref().filter(|announced| announced.earliest() == announced.latest());
    if let Some(day) =
        announced.map(crate::model::EdtfDate::earliest).filter(|day| (earliest..=latest).contains(day))
    {
        (earliest, latest) = (day, day);
    }
    Some(Departure { person, cause, earliest, latest })
}

/// The days that the records of an organization cover.
fn covered(archive: &Archive, org: OrgIx) -> Option<(Day, Day)> {
    let moves = archive.moves_of_org(org).iter().filter(|ix| archive[**ix].took_hold());
    let first = moves.filter_map(|ix| Some(archive[*ix].effective()?.latest())).min()?;
    let now = archive.site().as_of.latest();
    let last = archive[org].dissolved.as_ref().map_or(now, |dissolved| dissolved.latest().min(now));
    (first <= last).then_some((first, last))
}

fn events_of_orgs(archive: &Archive) -> Vec<Vec<EventIx>> {
    let mut events = vec![Vec::new(); archive.orgs().len()];
    for (ix, event) in archive.events() {
        for org in &event.orgs {
            events[org.at()].push(ix);
        }
    }
    events
}

fn context(archive: &Archive, of_org: &[EventIx], cluster: &Cluster) -> Vec<EventIx> {
    let is_dated = |ix: &&EventIx| {
        let span = archive[**ix].date.span();
        cluster.first <= span.earliest() && span.latest() <= cluster.last
    };
    let dated = of_org.iter().filter(is_dated);
    let cited = cluster.departures.iter().flat_map(|departure| &archive[departure.cause].events);
    dated.chain(cited).copied().collect::<BTreeSet<_>>().into_iter().collect()
}
