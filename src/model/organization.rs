//! Organizations, their teams and posts.

use super::{Common, EdtfDate, Id, Links, Note, OrgIx, SourceIx, Text};
use serde::Deserialize;

/// A laboratory, company, university … that people move between.
#[derive(Debug, Clone)]
pub struct Organization {
    /// File and id.
    pub common: Common,
    /// The name.
    pub name: Text,
    /// What it is.
    pub kind: OrgKind,
    /// Other names it is or was known by.
    pub other_names: Vec<Text>,
    /// When it was founded.
    pub founded: Option<EdtfDate>,
    /// When it ceased to be.
    pub dissolved: Option<EdtfDate>,
    /// The organization that it is a part of.
    pub parent: Option<OrgIx>,
    /// Its teams, in the order written; a [`super::TeamIx`] points here.
    pub teams: Vec<Team>,
    /// Its posts, in the order written; a [`super::PostIx`] points here.
    pub posts: Vec<Post>,
    /// One sentence.
    pub summary: Option<Text>,
    /// More.
    pub note: Option<Note>,
    /// Pages of its own.
    pub links: Links,
    /// How we know.
    pub sources: Vec<SourceIx>,
}

/// What an organization is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrgKind {
    /// A research laboratory.
    Lab,
    /// A company.
    Company,
    /// A young company.
    Startup,
    /// A nonprofit.
    Nonprofit,
    /// A university or college.
    University,
    /// A government or a body of one.
    Government,
    /// A fund or an accelerator.
    Fund,
    /// Anything else.
    Other,
}

impl OrgKind {
    /// The word that a record writes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lab => "lab",
            Self::Company => "company",
            Self::Startup => "startup",
            Self::Nonprofit => "nonprofit",
            Self::University => "university",
            Self::Government => "government",
            Self::Fund => "fund",
            Self::Other => "other",
        }
    }
}

/// A team of an organization.
#[derive(Debug, Clone)]
pub struct Team {
    /// Its id within the organization.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// When it was formed.
    pub formed: Option<EdtfDate>,
    /// When it was dissolved.
    pub dissolved: Option<EdtfDate>,
    /// The team of the same organization that took its work on.
    pub successor: Option<super::TeamIx>,
    /// More.
    pub note: Option<Note>,
    /// How we know.
    pub sources: Vec<SourceIx>,
}

/// A seat that people hold one after the other.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its id within the organization.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// The team that it leads or belongs to.
    pub team: Option<super::TeamIx>,
    /// How many hold it at a time.
    pub seats: u32,
    /// More.
    pub note: Option<Note>,
}
