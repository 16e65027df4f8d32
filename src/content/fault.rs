//! A mistake in a YAML text, before its place is known.

use crate::diagnostic::{Code, FieldPath};

/// A mistake in a YAML text.
#[derive(Debug)]
pub struct Fault {
    pub at: At,
    pub code: Code,
    pub message: String,
    pub help: Option<String>,
}

impl Fault {
    /// The field that is not in the record, because of this.
    pub fn lost(&self) -> Option<&FieldPath> {
        match &self.at {
            At::Field(path) | At::Inside(path, _) if self.code != Code::UnknownKey => Some(path),
            _ => None,
        }
    }
}

/// Where a mistake is.
#[derive(Debug)]
pub enum At {
    /// At a field.
    Field(FieldPath),
    /// At a key where it is written the second time.
    Again(FieldPath),
    /// At a text inside the field, such as an HTML tag in a note.
    Inside(FieldPath, Box<str>),
    /// At a byte of the YAML text, counted from 0.
    Byte(usize),
    /// Nowhere in particular.
    Text,
}
