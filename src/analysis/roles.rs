//! What somebody was in a stint, one role after the other, and when they were on leave.

use super::Stint;
use super::careers::names_role;
use crate::archive::{Archive, Change};
use crate::model::{MoveIx, Place};

/// A role held in a stint: a title, a post or a team.
///
/// It is held from the move that gave it to the next role or to the end of the stint. A role that only the move
/// out of it names was held by then, since when is not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role<'a> {
    /// What they were.
    pub place: &'a Place,
    /// The move that tells of it.
    pub told_by: MoveIx,
    /// Whether that move gave it; where not, it was held by then.
    pub is_begun: bool,
}

/// A pause of a stint, which goes on meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leave {
    /// The move that began it.
    pub began: MoveIx,
    /// The move that ended it: a return, another role, or the end of the stint; `None` while it lasts.
    pub ended: Option<MoveIx>,
}

impl Stint {
    /// The roles, in the order in which they were held.
    pub fn roles<'a>(&self, archive: &'a Archive) -> Vec<Role<'a>> {
        let mut roles: Vec<Role> = Vec::new();
        for &(ix, change) in &self.changes {
            let moved = &archive[ix];
            let left = moved.from.as_ref().filter(|place| self.is_left(place, change));
            let taken = moved.to.as_ref().filter(|place| place.org == self.org && takes(change));
            for (place, is_begun) in
                [(left, false), (taken, true)].into_iter().filter_map(|(p, b)| Some((p?, b)))
            {
                if names_role(place) && !roles.last().is_some_and(|last| is_same(last.place, place, is_begun))
                {
                    roles.push(Role { place, told_by: ix, is_begun });
                }
            }
        }
        roles
    }

    /// The leaves, in order.
    pub fn leaves(&self) -> Vec<Leave> {
        let mut leaves: Vec<Leave> = Vec::new();
        for &(ix, change) in &self.changes {
            match (change, leaves.last_mut()) {
                (Change::Pause, _) => leaves.push(Leave { began: ix, ended: None }),
                (_, Some(last)) if last.ended.is_none() => last.ended = Some(ix),
                _ => {}
            }
        }
        leaves
    }

    /// Whether the place that a move leaves is this stint's.
    fn is_left(&self, place: &Place, change: Change) -> bool {
        let is_own = place.capacity.is_none_or(|capacity| capacity == self.capacity);
        place.org == self.org && is_own && !matches!(change, Change::Open | Change::Resume)
    }
}

fn takes(change: Change) -> bool {
    matches!(change, Change::Open | Change::Alter | Change::Resume)
}

/// Whether a place is the role held already; one that is left need not repeat all of it, and may call the same
/// post by another title.
fn is_same(held: &Place, place: &Place, is_taken: bool) -> bool {
    if is_taken {
        return held.role == place.role && held.post == place.post && held.team == place.team;
    }
    let is_post = place.post.is_some() && place.post == held.post;
    let fits = (place.role.is_none() || place.role == held.role)
        && (place.post.is_none() || held.post.is_none())
        && (place.team.is_none() || held.team.is_none() || place.team == held.team);
    is_post || fits
}
