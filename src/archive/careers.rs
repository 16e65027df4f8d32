//! The order of a career: what happened first, where dates alone do not say.
//!
//! Within one person and organization, moves are put in an order that their dates allow and their kinds
//! make sense of. Dates decide first; then, on the same date, what opens a stint comes before what changes
//! it, and that before what ends it; and if the moves make no sense so, another order that the dates allow
//! is looked for. Only where there is none do the moves contradict each other.

use super::stage::{Stage, Trouble};
use super::steps::Step;
use crate::model::{EdtfDate, Kind, Move, MoveIx, OrgIx};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// A move that makes no sense in any order, and what is wrong.
#[derive(Debug, Clone, Copy)]
pub struct Contradiction {
    pub mv: MoveIx,
    pub trouble: Trouble,
    /// The move before it at the same organization.
    pub after: Option<MoveIx>,
}

/// A career in order.
#[derive(Debug, Default)]
pub struct Career {
    pub moves: Vec<MoveIx>,
    pub steps: Vec<Step>,
    pub contradictions: Vec<Contradiction>,
}

/// More moves than this at one organization are taken in the order of their dates.
const MOST_TO_REORDER: usize = 40;

/// How many orders are tried for one person and organization.
const MOST_TRIES: usize = 20_000;

/// Puts the moves of one person in order. `moves` are all of theirs, by date.
pub fn order(all: &[Move], moves: &[MoveIx]) -> Career {
    let mut orgs: Vec<OrgIx> = Vec::new();
    for &ix in moves {
        for org in [all[ix.at()].from.as_ref(), all[ix.at()].to.as_ref()]
            .into_iter()
            .flatten()
            .map(|place| place.org)
        {
            if !orgs.contains(&org) {
                orgs.push(org);
            }
        }
    }
    let mut career = Career { moves: moves.to_vec(), ..Career::default() };
    let mut steps: Vec<Step> = Vec::new();
    for org in orgs {
        let here: Vec<MoveIx> = moves.iter().copied().filter(|&ix| counts(all, moves, ix, org)).collect();
        let ordered = sequence(all, here, org);
        reorder(&mut career.moves, &ordered);
        let mut stage = Stage::default();
        let mut before = None;
        for ix in ordered {
            let (changes, trouble) = stage.play(&all[ix.at()], org);
            let change = |(capacity, change)| Step { cause: ix, org, capacity, change };
            steps.extend(changes.into_iter().flatten().map(change));
            if let Some(trouble) = trouble.filter(|t| t.is_contradiction()) {
                career.contradictions.push(Contradiction { mv: ix, trouble, after: before });
            }
            before = Some(ix);
        }
    }
    leave_before_joining(all, &mut career.moves);
    // Stable: what one move changes stays together and in order.
    let position: HashMap<MoveIx, usize> = career.moves.iter().enumerate().map(|(i, &ix)| (ix, i)).collect();
    steps.sort_by_key(|step| position.get(&step.cause).copied());
    career.steps = steps;
    career
}

/// Whether a move changes something at an organization. A departure opens a stint where it leads, unless
/// a join of its own says so.
fn counts(all: &[Move], moves: &[MoveIx], ix: MoveIx, org: OrgIx) -> bool {
    let mv = &all[ix.at()];
    if !mv.took_hold() {
        return false;
    }
    if mv.org() == Some(org) {
        return true;
    }
    let arrives = mv.kind == Kind::Departure && mv.to.as_ref().is_some_and(|place| place.org == org);
    let opens = |other: &Move| {
        other.took_hold()
            && matches!(other.kind, Kind::Join | Kind::Return)
            && other.org() == Some(org)
            && !is_before(other, mv)
    };
    arrives && !moves.iter().any(|&other| opens(&all[other.at()]))
}

fn is_before(a: &Move, b: &Move) -> bool {
    match (a.effective(), b.effective()) {
        (Some(a), Some(b)) => a.is_before(b),
        _ => false,
    }
}

/// Who leaves one organization for another leaves before joining, where the dates allow both.
fn leave_before_joining(all: &[Move], moves: &mut [MoveIx]) {
    for left in 0..moves.len() {
        let departure = &all[moves[left].at()];
        let Some(to) = departure.to.as_ref().filter(|_| departure.kind == Kind::Departure) else { continue };
        let joins = |ix: &MoveIx| {
            let mv = &all[ix.at()];
            mv.kind == Kind::Join && mv.org() == Some(to.org) && !is_before(mv, departure)
        };
        let Some(joined) = moves[..left].iter().position(joins) else { continue };
        // What happened there after the joining keeps its place after it.
        if !moves[joined + 1..left].iter().any(|ix| all[ix.at()].org() == Some(to.org)) {
            moves[joined..=left].rotate_left(1);
        }
    }
}

/// Writes moves into the positions that they have among all, in the order given.
fn reorder(all: &mut [MoveIx], ordered: &[MoveIx]) {
    let members: HashSet<MoveIx> = ordered.iter().copied().collect();
    let mut next = ordered.iter();
    for slot in all.iter_mut() {
        if members.contains(slot)
            && let Some(ix) = next.next()
        {
            *slot = *ix;
        }
    }
}

/// What comes first when dates do not say: what opens, then what changes, then what ends.
fn rank(mv: &Move, org: OrgIx) -> u8 {
    match mv.kind {
        Kind::Join | Kind::Return => 0,
        Kind::Departure if mv.org() != Some(org) => 0,
        Kind::Promotion | Kind::Transfer => 1,
        Kind::Leave => 2,
        Kind::Departure => 3,
    }
}

/// The usual order: by date, then by `order`, then by what opens and what ends, then by id.
fn usual(a: &Move, b: &Move, org: OrgIx) -> Ordering {
    let key = |mv: &Move| (mv.effective().map(EdtfDate::sort_key), mv.order.unwrap_or(0), rank(mv, org));
    key(a).cmp(&key(b)).then_with(|| a.common.id.cmp(&b.common.id))
}

/// Whether `a` has to come before `b`: by their dates, or by `order` where the dates leave it open.
fn must_precede(a: &Move, b: &Move) -> bool {
    if is_before(a, b) {
        return true;
    }
    match (a.order, b.order) {
        (Some(x), Some(y)) => x < y && !is_before(b, a),
        _ => false,
    }
}

/// The moves at one organization, in an order that makes sense where there is one.
fn sequence(all: &[Move], mut here: Vec<MoveIx>, org: OrgIx) -> Vec<MoveIx> {
    here.sort_by(|a, b| usual(&all[a.at()], &all[b.at()], org));
    if here.len() > MOST_TO_REORDER {
        return here;
    }
    let mut search =
        Search { all, here: &here, org, tries: 0, taken: vec![false; here.len()], found: Vec::new() };
    for allowed in 0..=here.len() {
        if search.from(Stage::default(), allowed) {
            let found = std::mem::take(&mut search.found);
            return found.into_iter().map(|i| here[i]).collect();
        }
    }
    here
}

/// Looks for an order in which every move makes sense, with at most `allowed` oddities (a history that
/// starts late, a stint opened twice); the usual order is tried first.
struct Search<'a> {
    all: &'a [Move],
    here: &'a [MoveIx],
    org: OrgIx,
    tries: usize,
    taken: Vec<bool>,
    found: Vec<usize>,
}

impl Search<'_> {
    fn from(&mut self, stage: Stage, allowed: usize) -> bool {
        if self.found.len() == self.here.len() {
            return true;
        }
        for i in 0..self.here.len() {
            self.tries += 1;
            if self.tries > MOST_TRIES {
                return false;
            }
            if self.taken[i] || self.waits(i) {
                continue;
            }
            let mut next = stage;
            let (_, trouble) = next.play(&self.all[self.here[i].at()], self.org);
            let cost = usize::from(trouble.is_some());
            if cost > allowed || trouble.is_some_and(Trouble::is_contradiction) {
                continue;
            }
            self.taken[i] = true;
            self.found.push(i);
            if self.from(next, allowed - cost) {
                return true;
            }
            self.found.pop();
            self.taken[i] = false;
        }
        false
    }

    /// Whether a move that is not placed yet has to come before this one.
    fn waits(&self, i: usize) -> bool {
        let mv = &self.all[self.here[i].at()];
        (0..self.here.len())
            .any(|j| j != i && !self.taken[j] && must_precede(&self.all[self.here[j].at()], mv))
    }
}
