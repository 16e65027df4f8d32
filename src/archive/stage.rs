//! The places that somebody has at one organization, and what a move does to them.

use super::steps::Change;
use crate::model::{Capacity, Kind, Move, OrgIx};

/// What is known of each capacity of a person at an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stage {
    places: [State; Capacity::ALL.len()],
    recorded: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    /// No move says anything.
    #[default]
    Unrecorded,
    Open,
    Paused,
    Ended,
}

/// What one move changes at one organization; the second change, if any, is that of a capacity left for another.
pub type Changes = [Option<(Capacity, Change)>; 2];

/// Why a move can't happen on a stage, or only if something is missing from the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It needs an open stint, and nothing earlier is recorded: the history may start later.
    Silent,
    /// It needs an open stint, and the earlier moves say that there is none.
    Closed,
    /// It returns to where nobody left.
    NeverLeft,
    /// It opens what is open.
    AlreadyOpen,
}

impl Trouble {
    /// Whether it contradicts the records, rather than the order in which they are read.
    pub fn is_contradiction(self) -> bool {
        matches!(self, Self::Closed | Self::NeverLeft)
    }
}

impl Stage {
    fn get(&self, capacity: Capacity) -> State {
        self.places[capacity as usize]
    }

    fn set(&mut self, capacity: Capacity, state: State) {
        self.places[capacity as usize] = state;
        self.recorded = true;
    }

    fn is_held(&self, capacity: Capacity) -> bool {
        matches!(self.get(capacity), State::Open | State::Paused)
    }

    fn any(&self, state: State) -> bool {
        self.places.contains(&state)
    }

    /// The capacity that a move means when it names none: the main one that is held, else `employee`.
    fn held(&self) -> Capacity {
        use Capacity::{Contractor, Employee, Founder};
        let main = [Employee, Founder, Contractor].into_iter().find(|&c| self.is_held(c));
        let only = || Capacity::ALL.iter().copied().find(|&c| self.is_held(c));
        main.or_else(only).unwrap_or(Employee)
    }

    /// The capacity that a return means when it names none: what is paused, else what ended.
    fn left(&self) -> Capacity {
        let find = |state| Capacity::ALL.iter().copied().find(|&c| self.get(c) == state);
        find(State::Paused).or_else(|| find(State::Ended)).unwrap_or(Capacity::Employee)
    }

    /// Lets a move happen at an organization: what it changes, and what was odd about it.
    ///
    /// With trouble that is a contradiction nothing changes.
    pub fn play(&mut self, mv: &Move, org: OrgIx) -> (Changes, Option<Trouble>) {
        let from = mv.from.as_ref().filter(|place| place.org == org);
        let to = mv.to.as_ref().filter(|place| place.org == org);
        let (from, to) = (from.map(|place| place.capacity), to.map(|place| place.capacity));
        match mv.kind {
            Kind::Join => self.open(to.flatten().unwrap_or(Capacity::Employee)),
            Kind::Departure if from.is_none() => self.arrive(to.flatten()),
            Kind::Departure => self.depart(from.flatten(), to),
            Kind::Promotion | Kind::Transfer => self.alter(from.flatten(), to.flatten()),
            Kind::Leave => self.pause(from.flatten()),
            Kind::Return => self.come_back(to.flatten()),
        }
    }

    fn open(&mut self, capacity: Capacity) -> (Changes, Option<Trouble>) {
        let trouble = self.is_held(capacity).then_some(Trouble::AlreadyOpen);
        let change = if trouble.is_some() { Change::Alter } else { Change::Open };
        self.set(capacity, State::Open);
        ([Some((capacity, change)), None], trouble)
    }

    /// Comes from elsewhere, as a departure there tells; who is here already just goes on.
    fn arrive(&mut self, to: Option<Capacity>) -> (Changes, Option<Trouble>) {
        let is_here = match to {
            Some(capacity) => self.is_held(capacity),
            None => self.any(State::Open) || self.any(State::Paused),
        };
        if is_here { ([None, None], None) } else { self.open(to.unwrap_or(Capacity::Employee)) }
    }

    /// What stands in the way of a move that needs `capacity` to be held.
    fn need(&self, capacity: Capacity) -> Option<Trouble> {
        match self.get(capacity) {
            State::Open | State::Paused => None,
            State::Unrecorded if !self.recorded || self.any(State::Open) || self.any(State::Paused) => {
                Some(Trouble::Silent)
            }
            State::Unrecorded | State::Ended => Some(Trouble::Closed),
        }
    }

    fn depart(&mut self, from: Option<Capacity>, to: Option<Option<Capacity>>) -> (Changes, Option<Trouble>) {
        let capacity = from.unwrap_or_else(|| self.held());
        let trouble = self.need(capacity);
        if trouble == Some(Trouble::Closed) {
            return ([None, None], trouble);
        }
        self.set(capacity, State::Ended);
        // Who leaves a post and stays as an adviser has a `to` at the same organization.
        let stays = to.map(|to| to.unwrap_or(Capacity::Advisor));
        let second = stays.map(|capacity| {
            self.set(capacity, State::Open);
            (capacity, Change::Open)
        });
        ([Some((capacity, Change::Close)), second], trouble)
    }

    fn alter(&mut self, from: Option<Capacity>, to: Option<Capacity>) -> (Changes, Option<Trouble>) {
        let old = from.or(to.filter(|&c| self.is_held(c))).unwrap_or_else(|| self.held());
        let trouble = self.need(old);
        if trouble == Some(Trouble::Closed) {
            return ([None, None], trouble);
        }
        // A seat held ad interim or on the board ends when its holder is moved out of it.
        let new = to.unwrap_or_else(|| if is_side(old) { self.main() } else { old });
        let leaves = from.is_some() && old != new;
        if leaves {
            self.set(old, State::Ended);
        }
        let change = if self.is_held(new) || (new == old && !leaves) { Change::Alter } else { Change::Open };
        self.set(new, State::Open);
        ([leaves.then_some((old, Change::Close)), Some((new, change))], trouble)
    }

    fn main(&self) -> Capacity {
        if self.is_held(Capacity::Founder) && !self.is_held(Capacity::Employee) {
            Capacity::Founder
        } else {
            Capacity::Employee
        }
    }

    fn pause(&mut self, from: Option<Capacity>) -> (Changes, Option<Trouble>) {
        let capacity = from.unwrap_or_else(|| self.held());
        let trouble = match self.get(capacity) {
            State::Paused => Some(Trouble::Closed),
            _ => self.need(capacity),
        };
        if trouble == Some(Trouble::Closed) {
            return ([None, None], trouble);
        }
        self.set(capacity, State::Paused);
        ([Some((capacity, Change::Pause)), None], trouble)
    }

    fn come_back(&mut self, to: Option<Capacity>) -> (Changes, Option<Trouble>) {
        let capacity = to.unwrap_or_else(|| self.left());
        if !self.any(State::Paused) && !self.any(State::Ended) {
            return ([None, None], Some(Trouble::NeverLeft));
        }
        let (change, trouble) = match self.get(capacity) {
            State::Paused => (Change::Resume, None),
            State::Open => (Change::Alter, Some(Trouble::AlreadyOpen)),
            State::Unrecorded | State::Ended => (Change::Open, None),
        };
        self.set(capacity, State::Open);
        ([Some((capacity, change)), None], trouble)
    }
}

/// Whether a capacity is held beside another or for a time, rather than as a job.
fn is_side(capacity: Capacity) -> bool {
    !matches!(capacity, Capacity::Employee | Capacity::Founder | Capacity::Contractor)
}
