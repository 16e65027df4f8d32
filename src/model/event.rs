//! Events: context on the timeline.

use super::{Common, EdtfPeriod, Note, OrgIx, PersonIx, SourceIx, Text};

/// Something that happened, and that moves are told beside.
#[derive(Debug, Clone)]
pub struct Event {
    /// File and id.
    pub common: Common,
    /// When.
    pub date: EdtfPeriod,
    /// What.
    pub title: Text,
    /// The organizations that it concerns.
    pub orgs: Vec<OrgIx>,
    /// The people that it concerns.
    pub people: Vec<PersonIx>,
    /// One sentence.
    pub summary: Option<Text>,
    /// More.
    pub note: Option<Note>,
    /// How we know.
    pub sources: Vec<SourceIx>,
}
