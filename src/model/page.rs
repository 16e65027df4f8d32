//! Free pages: about, how to contribute.

use super::{Common, Note, Text};

/// A page of free Markdown.
#[derive(Debug, Clone)]
pub struct Page {
    /// File and id.
    pub common: Common,
    /// Its title.
    pub title: Text,
    /// Its text.
    pub body: Note,
    /// Its place in the menu; pages without one come last, by id.
    pub order: Option<i64>,
}
