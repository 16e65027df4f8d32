//! The vocabulary: what a record is made of, one concept a file.
//!
//! Values that come from a file check themselves while they are read: an [`Id`], an [`EdtfDate`], a
//! [`WebUrl`] that exists is a valid one. What is wrong with a value is an [`Invalid`], which travels
//! through serde as its error message and is taken apart again by `content`.

pub mod cohort;
pub mod date;
pub mod event;
pub mod figure;
pub mod id;
pub mod index;
pub mod invalid;
pub mod moves;
pub mod organization;
pub mod page;
pub mod person;
pub mod site;
pub mod source;
pub mod text;
pub mod theme;

pub use cohort::{Cohort, Member, StatedSize};
pub use date::{Day, EdtfDate, EdtfPeriod, Precision};
pub use event::Event;
pub use figure::{Figure, FigureValue};
pub use id::Id;
pub use index::{CohortIx, EventIx, FigureIx, MoveIx, OrgIx, PageIx, PersonIx, PostIx, SourceIx, TeamIx};
pub use invalid::Invalid;
pub use moves::{Capacity, Claim, Kind, Move, Place, Reason, Status};
pub use organization::{OrgKind, Organization, Post, Team};
pub use page::Page;
pub use person::{Education, Links, Person};
pub use site::{Color, Embeds, Site};
pub use source::{Source, SourceKind, WebUrl};
pub use text::{Html, Language, Line, Multilingual, Note, Shown, Text};
pub use theme::Theme;

/// What every record has: where it is written, and the fields that all kinds share.
#[derive(Debug, Clone)]
pub struct Common {
    /// The name of the file without its extension.
    pub id: Id,
    /// The file, relative to the site's root, with `/` between folders: `content/people/ada.yaml`.
    pub file: Box<str>,
    /// Former ids; their addresses lead here.
    pub aliases: Vec<Id>,
    /// Slugs that contributors group records by.
    pub tags: Vec<Id>,
}
