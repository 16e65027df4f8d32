//! The holders that the steps of a career tell of.

use super::{End, Holder, Known};
use crate::archive::{Archive, Change, Step};
use crate::model::{Capacity, Kind, MoveIx, OrgIx, PersonIx, Place, PostIx};

/// Everybody's time in a post during one person's career, each with the post.
pub fn of(archive: &Archive, person: PersonIx) -> Vec<(OrgIx, PostIx, Holder)> {
    let mut walk = Walk { archive, person, found: Vec::new(), held: Vec::new() };
    for step in archive.steps_of_person(person) {
        walk.step(step);
    }
    walk.found
}

/// What is known while the steps are followed.
struct Walk<'a> {
    archive: &'a Archive,
    person: PersonIx,
    found: Vec<(OrgIx, PostIx, Holder)>,
    held: Vec<Held<'a>>,
}

/// A post that is held.
#[derive(Clone, Copy)]
struct Held<'a> {
    capacity: Capacity,
    post: PostIx,
    place: &'a Place,
    /// The number of the holder found.
    number: usize,
}

impl<'a> Walk<'a> {
    fn step(&mut self, step: &Step) {
        let (by, moved) = (step.cause, &self.archive[step.cause]);
        let here = |place: &'a Option<Place>| {
            // A move out of one capacity into another says of each only what concerns it.
            place.as_ref().filter(|p| p.org == step.org && p.capacity.is_none_or(|c| c == step.capacity))
        };
        let to = here(&moved.to);
        let from = here(&moved.from).filter(|from| !self.is_of_another(step, from));
        match step.change {
            Change::Open => self.seat(step, to, true),
            Change::Alter => {
                self.tell(step, from);
                self.change(step, from, to);
            }
            Change::Pause => {
                self.tell(step, from);
                if let Some(holder) = self.last(step) {
                    holder.told = by;
                    holder.leaves.push((by, None));
                }
            }
            Change::Resume => {
                if let Some((_, end)) = self.last(step).and_then(|holder| holder.leaves.last_mut()) {
                    *end = Some(by);
                }
                self.change(step, from, to);
            }
            Change::Close => {
                self.tell(step, from);
                self.leave(step, Known::Recorded);
            }
        }
    }

    /// Whether a place left, whose capacity is not said, is that of another capacity; its post is left then.
    fn is_of_another(&mut self, step: &Step, from: &'a Place) -> bool {
        let Some(post) = from.post else { return false };
        let is_held = |held: &&Held| held.place.org == from.org && held.post == post;
        let holds = self.held.iter().find(is_held).map(|held| held.capacity);
        let is_move = matches!(self.archive[step.cause].kind, Kind::Promotion | Kind::Transfer);
        let other = match holds {
            Some(capacity) => capacity,
            // Into a new capacity, from a post that nothing told of before.
            None if is_move && step.change == Change::Open => from.capacity.unwrap_or(Capacity::Employee),
            None => return false,
        };
        if other == step.capacity {
            return false;
        }
        let other = Step { capacity: other, ..*step };
        if holds.is_none() {
            self.seat(&other, Some(from), false);
        }
        self.leave(&other, Known::Recorded);
        true
    }

    fn held(&self, step: &Step) -> Option<Held<'a>> {
        self.held.iter().copied().find(|h| h.place.org == step.org && h.capacity == step.capacity)
    }

    fn last(&mut self, step: &Step) -> Option<&mut Holder> {
        let number = self.held(step)?.number;
        self.found.get_mut(number).map(|(_, _, holder)| holder)
    }

    /// They take the post of a place, if it has one.
    fn seat(&mut self, step: &Step, place: Option<&'a Place>, is_begun: bool) {
        let Some((place, post)) = place.and_then(|place| Some((place, place.post?))) else { return };
        self.leave(step, Known::Recorded);
        self.held.push(Held { capacity: step.capacity, post, place, number: self.found.len() });
        let holder = Holder {
            person: self.person,
            capacity: step.capacity,
            first: step.cause,
            is_begun,
            told: step.cause,
            end: None,
            leaves: Vec::new(),
            seat: None,
            predecessor: None,
            successor: None,
        };
        self.found.push((step.org, post, holder));
    }

    /// A move names the place held before it: what was not recorded comes to light.
    fn tell(&mut self, step: &Step, from: Option<&'a Place>) {
        let Some(post) = from.and_then(|from| from.post) else { return };
        if self.held(step).is_none_or(|held| held.post != post) {
            self.leave(step, Known::Elsewhere);
            self.seat(step, from, false);
        } else {
            self.keep(step.cause, step);
        }
    }

    /// The place changes; the post is kept where the new place is the same one.
    fn change(&mut self, step: &Step, from: Option<&Place>, to: Option<&'a Place>) {
        if self.held(step).is_some_and(|held| self.keeps(held, from, to)) {
            self.keep(step.cause, step);
        } else {
            self.leave(step, Known::Recorded);
            self.seat(step, to, true);
        }
    }

    fn keeps(&self, held: Held, from: Option<&Place>, to: Option<&Place>) -> bool {
        let is_left = from.is_some_and(|from| from.post.is_some());
        let Some(to) = to else { return !is_left };
        if to.post.is_some() {
            return to.post == Some(held.post);
        }
        let own_team = self.archive.post(held.place.org, held.post).team;
        let same_team = to.team.is_none() || to.team == held.place.team || to.team == own_team;
        let same_role = to.role.is_none() || to.role == held.place.role;
        !is_left && same_team && same_role
    }

    fn keep(&mut self, by: MoveIx, step: &Step) {
        if let Some(holder) = self.last(step) {
            holder.told = by;
        }
    }

    fn leave(&mut self, step: &Step, how: Known) {
        if let Some(holder) = self.last(step) {
            holder.end = Some(End { by: step.cause, how });
        }
        self.held.retain(|held| held.place.org != step.org || held.capacity != step.capacity);
    }
}
