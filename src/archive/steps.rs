//! What a move changes: the steps of a career.

use crate::model::{Capacity, MoveIx, OrgIx};

/// One change that one move makes to the places of its person.
///
/// Most moves make one; a departure that tells where they went, and a transfer from one capacity to
/// another, make two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The move.
    pub cause: MoveIx,
    /// The organization whose place changes.
    pub org: OrgIx,
    /// The capacity whose place changes; what the record leaves out is filled in.
    pub capacity: Capacity,
    /// What happens to the place.
    pub change: Change,
}

/// What happens to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It opens, with the move's `to`.
    Open,
    /// It changes to the move's `to`.
    Alter,
    /// It pauses.
    Pause,
    /// It resumes, with the move's `to`.
    Resume,
    /// It ends.
    Close,
}
