//! What a record may say: the keys of each kind, as they are written.
//!
//! Every key is optional here, so that all mistakes of a file are found; that the required ones are there
//! is a rule of `archive`. An unknown key is an error everywhere.

mod parts;
mod records;

pub use parts::{
    ClaimInput, EducationInput, Entries, LinksInput, MemberInput, PlaceInput, PostInput, SourceFields,
    SourceRef, StatedInput, TeamInput,
};
pub use records::{
    CohortInput, EventInput, FigureInput, MoveInput, OrgInput, PageInput, PersonInput, SiteInput, SourceInput,
};

use super::markdown::Markdown;
use crate::model::{Id, Text};
use serde::de::DeserializeOwned;

/// What all kinds of records have in common while they are read.
pub trait Input: DeserializeOwned + Default + Send {
    /// Whether it is a draft.
    fn draft(&self) -> bool;
    /// Its former ids and its tags, to be taken out of it.
    fn take_shared(&mut self) -> (Vec<Id>, Vec<Id>);
    /// Its note, where the kind has one.
    fn note(&mut self) -> Option<&mut Option<Markdown>>;
    /// Its title, where the kind has one.
    fn title(&mut self) -> Option<&mut Option<Text>>;
    /// Its summary, where the kind has one.
    fn summary(&mut self) -> Option<&mut Option<Text>>;
}
