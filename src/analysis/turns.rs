//! Turns: where somebody's work at an organization begins or ends, and which end leads to which beginning.

use super::passage::{HANDOVER_DAYS, Passage};
use crate::archive::{Archive, Change, Step};
use crate::model::{Capacity, Day, MoveIx, OrgIx, PersonIx};

/// What the moves of one person come to.
#[derive(Debug, Default)]
pub struct Turns {
    turns: Vec<Turn>,
    /// The moves that open or end only seats beside work: of the board, of an adviser, of an observer.
    pub side_seats: Vec<MoveIx>,
    /// The moves after which they work where they worked before.
    pub within: Vec<MoveIx>,
}

/// A move by which somebody's work at an organization begins or ends.
#[derive(Debug, Clone, Copy)]
struct Turn {
    cause: MoveIx,
    org: OrgIx,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    /// With the organization where they go to work, where the move says so.
    Out(Option<OrgIx>),
}

/// The capacities in which somebody works at one organization, one bit each.
#[derive(Debug, Clone, Copy)]
struct Work {
    org: OrgIx,
    capacities: u8,
}

impl Turns {
    /// Follows the steps of one person that took effect by the end of a day, or all of them.
    pub fn new(archive: &Archive, steps: &[Step], by: Option<Day>) -> Self {
        let mut found = Self::default();
        let mut work: Vec<Work> = Vec::new();
        for steps in steps.chunk_by(|a, b| a.cause == b.cause) {
            if by.is_none_or(|day| is_effective(archive, steps[0].cause, day)) {
                found.take(archive, steps, &mut work);
            }
        }
        found
    }

    /// Takes what one move changes: at most at two organizations, the one left and the one joined.
    fn take(&mut self, archive: &Archive, steps: &[Step], work: &mut Vec<Work>) {
        let cause = steps[0].cause;
        let before = self.turns.len();
        let mut joined: Option<Turn> = None;
        for here in steps.chunk_by(|a, b| a.org == b.org) {
            let org = here[0].org;
            let (worked, is_at_work) = follow(here, work_at(work, org));
            let next = destination(archive, cause).filter(|_| ends_work(here));
            if worked && (!is_at_work || next.is_some()) {
                self.turns.push(Turn { cause, org, way: Way::Out(next) });
            } else if !worked
                && here.iter().any(|step| step.change == Change::Open && step.capacity.is_work())
            {
                joined = Some(Turn { cause, org, way: Way::In });
            }
        }
        self.turns.extend(joined);
        let is_seat =
            |step: &Step| matches!(step.change, Change::Open | Change::Close) && !step.capacity.is_work();
        if self.turns.len() == before {
            let list = if steps.iter().any(is_seat) { &mut self.side_seats } else { &mut self.within };
            list.push(cause);
        }
    }

    /// The passages that the turns make up, each turn in one of them.
    pub fn passages(&self, archive: &Archive, person: PersonIx) -> Vec<Passage> {
        let pairs = self.pairs(archive);
        let joined = |at: usize| pairs.contains(&Some(at));
        let mut passages = Vec::new();
        for (at, turn) in self.turns.iter().enumerate() {
            match turn.way {
                Way::Out(next) => {
                    let join = pairs[at].map(|at| self.turns[at]);
                    passages.push(Passage {
                        person,
                        from: Some(turn.org),
                        to: join.map(|join| join.org).or(next),
                        departure: Some(turn.cause),
                        join: join.map(|join| join.cause).filter(|cause| *cause != turn.cause),
                    });
                }
                Way::In if !joined(at) => passages.push(Passage {
                    person,
                    from: None,
                    to: Some(turn.org),
                    departure: None,
                    join: Some(turn.cause),
                }),
                Way::In => {}
            }
        }
        passages
    }

    /// For each way out, the way in that it leads to: first where a source says so, then where none does.
    fn pairs(&self, archive: &Archive) -> Vec<Option<usize>> {
        let mut pairs: Vec<Option<usize>> = vec![None; self.turns.len()];
        let mut taken = vec![false; self.turns.len()];
        for is_stated in [true, false] {
            for (at, turn) in self.turns.iter().enumerate() {
                let found = match turn.way {
                    Way::Out(Some(next)) if is_stated => self.stated(at, next, &taken),
                    Way::Out(None) if !is_stated => self.likely(archive, at, &taken),
                    _ => None,
                };
                if let Some(join) = found {
                    (pairs[at], taken[join]) = (Some(join), true);
                }
            }
        }
        pairs
    }

    /// The join at the organization that a departure names: the first one after it, else the one before it
    /// that still holds.
    fn stated(&self, at: usize, next: OrgIx, taken: &[bool]) -> Option<usize> {
        let is_in = |i: &usize| self.turns[*i].way == Way::In && self.turns[*i].org == next;
        let stays = |i: &usize| !self.leaves(*i, next);
        let after = (at + 1..self.turns.len()).take_while(stays).find(|i| is_in(i) && !taken[*i]);
        after.or_else(|| (0..at).rev().take_while(stays).find(|i| is_in(i) && !taken[*i]))
    }

    /// The join that a departure leads to where it names none: one shortly before it that still holds, else
    /// the first one after it, however late, unless they left another place in between.
    fn likely(&self, archive: &Archive, at: usize, taken: &[bool]) -> Option<usize> {
        let left = self.turns[at];
        let is_handover = |i: &usize| {
            let turn = self.turns[*i];
            let is_free = turn.way == Way::In && turn.org != left.org && !taken[*i];
            is_free
                && !(*i..at).any(|later| self.leaves(later, turn.org))
                && is_shortly_before(archive, turn.cause, left.cause)
        };
        let before = (0..at).rev().find(is_handover);
        let follows = |i: &usize| self.turns[*i].way == Way::In;
        before.or_else(|| (at + 1..self.turns.len()).take_while(follows).find(|i| !taken[*i]))
    }

    fn leaves(&self, at: usize, org: OrgIx) -> bool {
        self.turns[at].org == org && self.turns[at].way != Way::In
    }
}

/// Whether a move took effect, for certain, by the end of a day.
fn is_effective(archive: &Archive, ix: MoveIx, day: Day) -> bool {
    archive[ix].effective().is_some_and(|date| date.latest() <= day)
}

/// Whether a join can be no more than a few days before a departure.
fn is_shortly_before(archive: &Archive, join: MoveIx, departure: MoveIx) -> bool {
    match (archive[join].effective(), archive[departure].effective()) {
        (Some(join), Some(left)) => (left.earliest() - join.latest()).num_days() <= HANDOVER_DAYS,
        _ => false,
    }
}

/// Where else a move says that its person goes to work.
fn destination(archive: &Archive, ix: MoveIx) -> Option<OrgIx> {
    let moved = &archive[ix];
    let to = moved.to.as_ref().filter(|to| to.capacity.is_none_or(Capacity::is_work))?;
    moved.from.as_ref().filter(|from| from.org != to.org).map(|_| to.org)
}

fn ends_work(steps: &[Step]) -> bool {
    steps.iter().any(|step| step.change == Change::Close && step.capacity.is_work())
}

fn work_at(work: &mut Vec<Work>, org: OrgIx) -> &mut Work {
    let at = work.iter().position(|work| work.org == org).unwrap_or_else(|| {
        work.push(Work { org, capacities: 0 });
        work.len() - 1
    });
    &mut work[at]
}

/// Whether they worked there before what a move changes there, and whether they do so after it.
///
/// What ends or changes had begun, even where the records do not tell when.
fn follow(steps: &[Step], work: &mut Work) -> (bool, bool) {
    let mut worked = work.capacities != 0;
    for step in steps.iter().filter(|step| step.capacity.is_work()) {
        let bit = 1 << step.capacity as u8;
        match step.change {
            Change::Close => {
                worked = true;
                work.capacities &= !bit;
            }
            Change::Open => work.capacities |= bit,
            Change::Alter | Change::Pause | Change::Resume => {
                worked = true;
                work.capacities |= bit;
            }
        }
    }
    (worked, work.capacities != 0)
}
