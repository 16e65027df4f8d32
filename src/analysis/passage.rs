//! A passage: what takes one person from one organization to another.

use crate::archive::Archive;
use crate::model::{Day, EdtfDate, MoveIx, OrgIx, PersonIx, Status};
use chrono::Datelike;

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
