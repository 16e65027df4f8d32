//! Cohorts: groups followed over time.

use super::{Common, EdtfDate, Note, OrgIx, PersonIx, SourceIx, Text};

/// People who were at one organization together; who of them remains is computed.
#[derive(Debug, Clone)]
pub struct Cohort {
    /// File and id.
    pub common: Common,
    /// Its name.
    pub title: Text,
    /// The organization.
    pub org: OrgIx,
    /// When it was formed.
    pub formed: EdtfDate,
    /// Who belongs to it.
    pub members: Vec<Member>,
    /// What makes a member.
    pub definition: Option<Text>,
    /// What sources say of its size.
    pub stated: Vec<StatedSize>,
    /// More; why stated sizes differ from the members.
    pub note: Option<Note>,
    /// How we know.
    pub sources: Vec<SourceIx>,
}

/// A member of a cohort.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub person: PersonIx,
    /// Why they belong to it.
    pub sources: Vec<SourceIx>,
    /// More.
    pub note: Option<Note>,
}

/// What a source says of the size of a cohort.
#[derive(Debug, Clone)]
pub struct StatedSize {
    /// How many it had.
    pub size: Option<u32>,
    /// How many remained.
    pub remaining: Option<u32>,
    /// When that was.
    pub date: Option<EdtfDate>,
    /// Who says so.
    pub sources: Vec<SourceIx>,
    /// More.
    pub note: Option<Note>,
}
