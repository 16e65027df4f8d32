//! Careers: the stints that the steps of a person add up to.

use crate::archive::{Archive, Change, Step};
use crate::model::{Capacity, Day, MoveIx, OrgIx, PersonIx, Place};

/// The stints of everybody, by person and by organization.
#[derive(Debug)]
pub struct Careers {
    of_person: Vec<Box<[Stint]>>,
    of_org: Vec<Vec<(PersonIx, usize)>>,
}

/// The time of one person at one organization in one capacity, as far as it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stint {
    /// Where.
    pub org: OrgIx,
    /// In what capacity.
    pub capacity: Capacity,
    /// What happened to it, in order; at least one change.
    pub changes: Vec<(MoveIx, Change)>,
    /// The first move that tells of it.
    pub first: MoveIx,
    /// Whether that move opened it; where not, the records begin later than the stint.
    pub is_begun: bool,
    /// The move that told last which place it is.
    pub placed: Option<MoveIx>,
    /// The move that paused it, while it is paused.
    pub paused: Option<MoveIx>,
    /// The move that ended it.
    pub closed: Option<MoveIx>,
}

impl Careers {
    /// Follows everybody's steps once.
    pub fn new(archive: &Archive) -> Self {
        let of_person: Vec<Box<[Stint]>> =
            archive.people().map(|(ix, _)| stints(archive, archive.steps_of_person(ix))).collect();
        let mut of_org = vec![Vec::new(); archive.orgs().len()];
        for ((person, _), stints) in archive.people().zip(&of_person) {
            for (number, stint) in stints.iter().enumerate() {
                of_org[stint.org.at()].push((person, number));
            }
        }
        Self { of_person, of_org }
    }

    /// The stints of a person, in the order in which they became known.
    pub fn of_person(&self, person: PersonIx) -> &[Stint] {
        &self.of_person[person.at()]
    }

    /// The stints at an organization, by person.
    pub fn of_org(&self, org: OrgIx) -> impl ExactSizeIterator<Item = (PersonIx, &Stint)> {
        self.of_org[org.at()].iter().map(|&(person, number)| (person, &self.of_person[person.at()][number]))
    }
}

/// Where a stint is on a day, as far as the records tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// It has not begun.
    NotYet,
    /// It is over.
    Gone,
    /// The records begin later: whether it had begun is not known.
    Unrecorded,
    /// The dates of a change are so imprecise that the day may be before or after it.
    Uncertain,
    /// It is paused.
    OnLeave,
    /// It goes on.
    Here,
}

impl Stint {
    /// Where the stint is at the end of a day: who leaves on that day is gone.
    ///
    /// A move without a date of its own took effect, as far as is known, when it was announced.
    pub fn at(&self, archive: &Archive, day: Day) -> Presence {
        let mut now = if self.is_begun { Presence::NotYet } else { Presence::Unrecorded };
        for &(ix, change) in &self.changes {
            let Some(date) = archive[ix].effective() else { continue };
            if date.earliest() > day {
                break;
            }
            let next = match change {
                Change::Open | Change::Alter | Change::Resume => Presence::Here,
                Change::Pause => Presence::OnLeave,
                Change::Close => Presence::Gone,
            };
            if date.latest() > day && next != now {
                return Presence::Uncertain;
            }
            now = next;
        }
        now
    }

    /// Whether the records know no end of it.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// The move that tells last how it stands: the one that ended it, paused it, or gave the place held.
    pub fn told_by(&self) -> MoveIx {
        self.closed.or(self.paused).or(self.placed).unwrap_or(self.first)
    }

    /// The place held, or held last: what the move that ended it says, else what the last one before said.
    pub fn place<'a>(&self, archive: &'a Archive) -> Option<&'a Place> {
        let left = self.closed.and_then(|ix| archive[ix].from.as_ref());
        let held = self.placed.and_then(|ix| archive[ix].to.as_ref());
        left.filter(|place| names_role(place)).or(held)
    }

    fn new(step: &Step) -> Self {
        Self {
            org: step.org,
            capacity: step.capacity,
            changes: Vec::with_capacity(2),
            first: step.cause,
            is_begun: matches!(step.change, Change::Open | Change::Resume),
            placed: None,
            paused: None,
            closed: None,
        }
    }

    fn take(&mut self, archive: &Archive, step: &Step) {
        self.changes.push((step.cause, step.change));
        match step.change {
            Change::Pause => self.paused = Some(step.cause),
            Change::Close => self.closed = Some(step.cause),
            Change::Open | Change::Alter | Change::Resume => {
                self.paused = None;
                if archive[step.cause].to.as_ref().is_some_and(names_role) {
                    self.placed = Some(step.cause);
                }
            }
        }
    }
}

/// Whether a place says what somebody was at its organization.
pub(super) fn names_role(place: &Place) -> bool {
    place.role.is_some() || place.post.is_some() || place.team.is_some()
}

fn stints(archive: &Archive, steps: &[Step]) -> Box<[Stint]> {
    let mut stints: Vec<Stint> = Vec::new();
    for step in steps {
        let open = stints
            .iter_mut()
            .rev()
            .find(|stint| stint.is_open() && stint.org == step.org && stint.capacity == step.capacity);
        if let Some(stint) = open {
            stint.take(archive, step);
            continue;
        }
        let mut stint = Stint::new(step);
        stint.take(archive, step);
        stints.push(stint);
    }
    stints.into()
}
