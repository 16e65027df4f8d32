//! What is wrong with the content, and where: every finding of a run, in one shape.

mod code;
mod human;
mod path;

pub use code::{Code, Severity};
pub use human::Human;
pub use path::{FieldPath, Segment};

use std::ops::Range;

/// One finding.
///
/// Findings sort by file, then by place, then by code, so that a run always tells them in one order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the site's root, with `/` between folders.
    pub file: Box<str>,
    /// Where in the file; `None` when it is about the file as a whole.
    pub place: Option<Place>,
    /// The rule that is broken.
    pub code: Code,
    /// Whether it stops a build.
    pub severity: Severity,
    /// What is wrong, a clause without a full stop.
    pub message: String,
    /// What else there is to know, a clause each.
    pub notes: Box<[String]>,
    /// What to do about it.
    pub help: Option<Box<str>>,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Place {
    /// The place of a range of bytes in a text; a range outside of it ends with the text.
    pub fn of(text: &str, range: Range<usize>) -> Self {
        let start = floor(text, range.start);
        let end = floor(text, range.end.max(start));
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.bytes().filter(|&b| b == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            start,
            end,
        }
    }
}

/// The nearest character boundary at or before an index.
fn floor(text: &str, index: usize) -> usize {
    (0..=index.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

impl Diagnostic {
    /// A finding about a file as a whole, with the usual severity of its code.
    pub fn in_file(file: &str, code: Code, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            place: None,
            code,
            severity: code.severity(),
            message: message.into(),
            notes: Box::default(),
            help: None,
        }
    }

    /// The same finding at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same finding with one more thing to know.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes = self.notes.into_iter().chain([note.into()]).collect();
        self
    }

    /// The same finding with its remedy.
    #[must_use]
    pub fn help(mut self, help: Option<impl Into<String>>) -> Self {
        self.help = help.map(|help| help.into().into());
        self
    }
}

/// The name among `names` that a misspelt `name` most likely stands for.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let longest = name.chars().count().max(3);
    names
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= longest / 3 || starts_alike(&lower, candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether one is the beginning of the other, and long enough to say something.
fn starts_alike(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= 4 && (a.starts_with(b) || b.starts_with(a))
}
