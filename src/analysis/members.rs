//! Members of cohorts: what became of each.

use super::passage::Passage;
use super::turns::Turns;
use crate::archive::{Archive, Change, Step};
use crate::model::{Capacity, Cohort, Day, EdtfDate, MoveIx, OrgIx, PersonIx, Reason};

/// Where a member of a cohort stands at its organization at the end of a day: who leaves on that day is gone.
///
/// The records decide. Where they begin later than the cohort, membership itself says that a member was there,
/// in a working place, until the records say otherwise; so a member of whom no later move is recorded remains,
/// as far as is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Remains: holds a working place, as an employee, a founder, a contractor or ad interim.
    Here,
    /// Remains, and their working place is paused.
    OnLeave,
    /// Remains or does not: the dates of a move are so imprecise that the day can be before or after it.
    Uncertain,
    /// Does not remain, but sits on the board, observes it or advises.
    Seat,
    /// Does not remain.
    Gone,
    /// No move of theirs at the organization is recorded at all, so membership is all that is known.
    Unknown,
}

impl Standing {
    /// All of them, as they are told.
    pub const ALL: [Self; 6] =
        [Self::Here, Self::OnLeave, Self::Uncertain, Self::Seat, Self::Gone, Self::Unknown];

    /// Whether it certainly counts as remaining.
    pub fn remains(self) -> bool {
        matches!(self, Self::Here | Self::OnLeave)
    }
}

/// What is known of a member on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberAt {
    /// Who.
    pub person: PersonIx,
    /// Where they stand.
    pub standing: Standing,
    /// Whether they left since the cohort was formed, or had left by then, and came back.
    pub returned: bool,
    /// The move that tells: the one that ended their work, paused it or brought them back, the one whose date is
    /// uncertain, else the last one recorded at the organization.
    pub cause: Option<MoveIx>,
    /// Where they went, of who does not remain.
    pub went: Option<Went>,
}

/// Where somebody went when they left: the organization that their departure names, or else the one that their
/// [`Passage`] leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Went {
    /// Where to.
    pub org: OrgIx,
    /// The move that tells.
    pub cause: MoveIx,
    /// Whether the departure itself names it.
    pub is_named: bool,
}

/// A time in which a member stands the same, from its first day to the first day after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub from: Day,
    /// The first day after it; for the last one, the day up to which the cohort is followed.
    pub to: Day,
    /// Where they stand.
    pub standing: Standing,
    /// The move that it began with, except the first.
    pub cause: Option<MoveIx>,
}

/// A member, and every move that changed where they stand.
#[derive(Debug)]
pub(super) struct Track {
    person: PersonIx,
    first: Standing,
    turns: Vec<Turn>,
    passages: Vec<Passage>,
}

/// A move of a member at the organization of the cohort, and what it led to.
#[derive(Debug)]
struct Turn {
    earliest: Day,
    latest: Day,
    mv: MoveIx,
    standing: Standing,
    returned: bool,
    cause: MoveIx,
    went: Option<(Went, Day)>,
}

impl Track {
    pub fn new(archive: &Archive, cohort: &Cohort, person: PersonIx) -> Self {
        let steps = archive.steps_of_person(person);
        let here = || steps.iter().filter(|step| step.org == cohort.org);
        let mut places = Places::before(here());
        let passages = Turns::new(archive, steps, None).passages(archive, person);
        let mut track = Self { person, first: Standing::Unknown, turns: Vec::new(), passages };
        if here().next().is_none() {
            return track;
        }
        track.first = places.standing();
        let moves: Vec<&Step> = here().collect();
        for changes in moves.chunk_by(|a, b| a.cause == b.cause) {
            track.turn(archive, cohort, &mut places, changes);
        }
        track
    }

    fn turn(&mut self, archive: &Archive, cohort: &Cohort, places: &mut Places, changes: &[&Step]) {
        let Some(step) = changes.first() else { return };
        let moved = &archive[step.cause];
        let Some(date) = moved.effective() else { return };
        places.take(changes, moved.reason == Some(Reason::Died), date.earliest() > cohort.formed.latest());
        let (before, standing) = (self.standing(self.turns.len()), places.standing());
        let remained = self.first.remains() || self.turns.iter().any(|turn| turn.standing.remains());
        let comes_back = remained && !before.remains() && date.latest() >= cohort.formed.earliest();
        let last = self.turns.last();
        let returned = comes_back || last.is_some_and(|turn| turn.returned);
        // What ended their work is told, whatever became of a seat of theirs; and what paused it or brought them back.
        let is_old = match (standing.remains(), before.remains()) {
            (false, false) => remained || before == standing,
            (true, true) => before == standing && (returned || standing == Standing::OnLeave),
            _ => false,
        };
        let cause = last.filter(|_| is_old).map_or(step.cause, |turn| turn.cause);
        let went = if standing.remains() { None } else { went(archive, &self.passages, cause, cohort.org) };
        let (earliest, latest) = (date.earliest(), date.latest());
        self.turns.push(Turn { earliest, latest, mv: step.cause, standing, returned, cause, went });
    }

    /// Where they stand after so many turns.
    fn standing(&self, turns: usize) -> Standing {
        turns.checked_sub(1).map_or(self.first, |last| self.turns[last].standing)
    }

    /// What is known of them at the end of a day.
    pub fn at(&self, day: Day) -> MemberAt {
        let certain = self.turns.iter().rposition(|turn| turn.latest <= day).map_or(0, |last| last + 1);
        let possible = self.turns[certain..].iter().take_while(|turn| turn.earliest <= day).count();
        let standing = self.standing(certain);
        let is_open =
            (certain..=certain + possible).any(|turns| self.standing(turns).remains() != standing.remains());
        let mut at = MemberAt { person: self.person, standing, returned: false, cause: None, went: None };
        if is_open {
            at.standing = Standing::Uncertain;
            let decides = |turn: &&Turn| turn.standing.remains() != standing.remains();
            at.cause = self.turns[certain..].iter().find(decides).map(|turn| turn.mv);
        } else if let Some(turn) = certain.checked_sub(1).map(|last| &self.turns[last]) {
            at.returned = turn.returned && standing.remains();
            at.cause = Some(turn.cause);
            at.went = turn.went.filter(|(_, from)| *from <= day).map(|(went, _)| went);
        }
        at
    }

    /// Where they stand from one day to another, without gaps.
    pub fn spans(&self, from: Day, until: Day) -> Vec<Span> {
        let mut days: Vec<Day> = self.turns.iter().flat_map(|turn| [turn.earliest, turn.latest]).collect();
        days.retain(|day| *day > from && *day <= until);
        days.sort_unstable();
        days.dedup();
        let first = self.at(from);
        let mut spans = vec![Span { from, to: until, standing: first.standing, cause: None }];
        for day in days {
            let at = self.at(day);
            if let Some(last) = spans.last_mut().filter(|last| last.standing != at.standing) {
                last.to = day;
                spans.push(Span { from: day, to: until, standing: at.standing, cause: at.cause });
            }
        }
        spans
    }
}

/// Where somebody went who left with a move, and the first day on which that can be told.
fn went(archive: &Archive, passages: &[Passage], left: MoveIx, org: OrgIx) -> Option<(Went, Day)> {
    let from = |ix: MoveIx| archive[ix].effective().map(EdtfDate::earliest);
    let named = archive[left].to.as_ref().map(|to| to.org).filter(|to| *to != org);
    if let Some(to) = named {
        return Some((Went { org: to, cause: left, is_named: true }, from(left)?));
    }
    let passage =
        passages.iter().find(|passage| passage.departure == Some(left) && passage.from == Some(org))?;
    let (to, cause) = (passage.to.filter(|to| *to != org)?, passage.join?);
    Some((Went { org: to, cause, is_named: false }, from(cause)?.max(from(left)?)))
}

/// The places of one person at one organization.
struct Places {
    held: [Option<Held>; Capacity::ALL.len()],
    /// A working place that membership alone tells of.
    assumed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    Open,
    Paused,
}

impl Places {
    /// What was held before the first of these steps.
    fn before<'a>(steps: impl Iterator<Item = &'a Step>) -> Self {
        let mut held = [None; Capacity::ALL.len()];
        let mut seen = [false; Capacity::ALL.len()];
        for step in steps {
            let capacity = step.capacity as usize;
            if !seen[capacity] && step.change != Change::Open {
                held[capacity] = Some(Held::Open);
            }
            seen[capacity] = true;
        }
        Self { assumed: held.iter().all(Option::is_none), held }
    }

    fn take(&mut self, changes: &[&Step], died: bool, is_later: bool) {
        for step in changes {
            self.held[step.capacity as usize] = match step.change {
                Change::Open | Change::Alter | Change::Resume => Some(Held::Open),
                Change::Pause => Some(Held::Paused),
                Change::Close => None,
            };
        }
        // A seat that is taken after the cohort was formed is held beside the place that made them a member.
        let only_sits = changes.iter().all(|step| step.change == Change::Open && !step.capacity.is_work());
        self.assumed &= is_later && only_sits;
        if died {
            *self = Self { held: [None; Capacity::ALL.len()], assumed: false };
        }
    }

    fn standing(&self) -> Standing {
        let mut standing = if self.assumed { Standing::Here } else { Standing::Gone };
        for (held, capacity) in self.held.iter().zip(Capacity::ALL) {
            standing = standing.min(match held {
                None => Standing::Gone,
                Some(_) if !capacity.is_work() => Standing::Seat,
                Some(Held::Open) => Standing::Here,
                Some(Held::Paused) => Standing::OnLeave,
            });
        }
        standing
    }
}
