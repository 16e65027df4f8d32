//! People.

use super::{Common, EdtfPeriod, Note, OrgIx, SourceIx, Text, WebUrl};

/// Somebody who moves.
#[derive(Debug, Clone)]
pub struct Person {
    /// File and id.
    pub common: Common,
    /// The name, in each script that sources give.
    pub name: Text,
    /// Other names they are known by.
    pub other_names: Vec<Text>,
    /// What to sort the name by, where it is not the name itself.
    pub sort_name: Option<Text>,
    /// One sentence.
    pub summary: Option<Text>,
    /// More.
    pub note: Option<Note>,
    /// Pages of theirs.
    pub links: Links,
    /// Where they studied.
    pub education: Vec<Education>,
    /// How we know.
    pub sources: Vec<SourceIx>,
}

/// A degree, or a time at a place of learning.
#[derive(Debug, Clone)]
pub struct Education {
    /// The university.
    pub org: OrgIx,
    /// The degree.
    pub degree: Option<Text>,
    /// When.
    pub period: Option<EdtfPeriod>,
}

/// Addresses elsewhere, in the order of the format: the key of each, and where it leads.
#[derive(Debug, Clone, Default)]
pub struct Links(pub Vec<(&'static str, WebUrl)>);
