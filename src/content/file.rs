//! One file: its text, the YAML in it, and the places of what is found in it.

use super::fault::{At, Fault};
use super::input::Input;
use super::locate::{locate, locate_again};
use super::markdown::{self, Headings, Markdown};
use super::walk::Form;
use super::yaml::{self, Outcome};
use crate::diagnostic::{Code, Diagnostic, FieldPath, Place};
use crate::model::Html;
use std::fs::File;
use std::io::Read as _;
use std::ops::Range;
use std::path::Path;

/// The text of a file, and which part of it is YAML.
pub struct Source {
    file: Box<str>,
    text: String,
    yaml: Range<usize>,
    body: Option<usize>,
    headings: Headings,
}

/// What a file holds.
pub struct Read<T> {
    /// The record without what is wrong with it; `None` when nothing of it could be read.
    pub record: Option<T>,
    /// The fields that are not in it because something is wrong with them.
    pub lost: Vec<FieldPath>,
    pub findings: Vec<Diagnostic>,
}

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 * 1024;

const BOM: char = '\u{feff}';

/// Reads a regular file as UTF-8, a byte-order mark left out.
///
/// # Errors
/// A finding when that can't be done.
pub fn read(path: &Path, file: &str) -> Result<String, Diagnostic> {
    let Some(bytes) = read_bytes(path, file, LARGEST)? else { return Err(too_large(file)) };
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..valid].iter().filter(|&&b| b == b'\n').count() + 1;
        Diagnostic::in_file(
            file,
            Code::NotUtf8,
            format!("this file is not UTF-8: line {line} holds other bytes"),
        )
        .help(Some("save it as UTF-8"))
    })?;
    if text.starts_with(BOM) {
        text.drain(..BOM.len_utf8());
    }
    Ok(text)
}

/// Reads a regular file of at most `largest` bytes; `None` when it has more.
///
/// # Errors
/// A finding when that can't be done.
pub fn read_bytes(path: &Path, file: &str, largest: u64) -> Result<Option<Vec<u8>>, Diagnostic> {
    // Room for a usual record, so that it takes one read.
    let mut bytes = Vec::with_capacity(4096);
    let opened = File::open(path).and_then(|opened| opened.take(largest + 1).read_to_end(&mut bytes));
    if let Err(error) = opened {
        let message = format!("this file can't be read: {error}");
        return Err(Diagnostic::in_file(file, Code::UnreadableFile, message));
    }
    Ok((bytes.len() as u64 <= largest).then_some(bytes))
}

/// What is said of a file that is too large.
fn too_large(file: &str) -> Diagnostic {
    Diagnostic::in_file(file, Code::FileTooLarge, "this file has more than 256 KiB, which no record needs")
        .help(Some("shorten it, and link to what is long"))
}

impl Source {
    /// Splits the text of a file by its form. A translation may do without fields.
    ///
    /// # Errors
    /// `front-matter` when the fields of a `.md` file are not between two lines of `---`.
    pub fn new(file: &str, text: String, form: &Form, headings: Headings) -> Result<Self, Diagnostic> {
        let whole = 0..text.len();
        let (yaml, body) = match form {
            Form::Yaml => (whole, None),
            Form::Markdown | Form::Translation(_) => match front_matter(&text) {
                Ok(Some(yaml)) => (yaml.clone(), Some(after_fence(&text, yaml.end))),
                Ok(None) if *form != Form::Markdown => (0..0, Some(0)),
                wrong => {
                    let line = if wrong.is_err() {
                        "this `---` has no second one that ends the fields"
                    } else {
                        "a `.md` file begins with its fields between two lines of `---`"
                    };
                    let first = text.lines().next().map_or(0, str::len);
                    let problem = Diagnostic::in_file(file, Code::FrontMatter, line);
                    return Err(problem
                        .at(Place::of(&text, 0..first))
                        .help(Some("write `---`, the fields, `---`, then the note")));
                }
            },
        };
        Ok(Self { file: file.into(), text, yaml, body, headings })
    }

    /// Reads the record as far as it can be read.
    pub fn record<T: Input>(&self) -> Read<T> {
        let mut findings = Vec::new();
        let body = self.body(&mut findings);
        let Outcome { record, faults } = yaml::read::<T>(&self.text[self.yaml.clone()]);
        let lost = faults.iter().filter_map(Fault::lost).cloned().collect();
        findings.extend(faults.into_iter().map(|fault| self.place(fault)));
        let record = record.map(|record| self.with_body(record, body, &mut findings));
        Read { record, lost, findings }
    }

    fn with_body<T: Input>(&self, mut record: T, body: Option<Html>, findings: &mut Vec<Diagnostic>) -> T {
        if let Some(body) = body {
            match record.note() {
                Some(note @ None) => *note = Some(Markdown::body(body)),
                Some(Some(_)) => {
                    let message = "this record has a note twice: in `note` and below its fields";
                    findings.push(self.at(&FieldPath::of("note").on_key(), Code::DuplicateKey, message));
                }
                None => {
                    let message = "records of this kind have no note";
                    findings.push(
                        Diagnostic::in_file(&self.file, Code::UnknownKey, message)
                            .help(Some("write it as `.yaml`")),
                    );
                }
            }
        }
        record
    }

    /// Renders what follows the fields, when there is something.
    fn body(&self, findings: &mut Vec<Diagnostic>) -> Option<Html> {
        let start = self.body?;
        let body = &self.text[start..];
        if body.trim().is_empty() {
            return None;
        }
        let (html, flaws) = markdown::render(body, self.headings);
        for flaw in flaws {
            let range = start + flaw.range.start..start + flaw.range.start + first_line(&body[flaw.range]);
            let code = Code::named(flaw.invalid.code).unwrap_or(Code::RawHtml);
            let finding = Diagnostic::in_file(&self.file, code, flaw.invalid.message).help(flaw.invalid.help);
            findings.push(finding.at(Place::of(&self.text, range)));
        }
        Some(html)
    }

    /// A finding at a field.
    pub fn at(&self, path: &FieldPath, code: Code, message: impl Into<String>) -> Diagnostic {
        let finding = Diagnostic::in_file(&self.file, code, message);
        match self.range(path) {
            Some(range) => finding.at(Place::of(&self.text, range)),
            None => finding.at(self.start()),
        }
    }

    /// The first word of the YAML: where a finding about the record as a whole is shown.
    fn start(&self) -> Place {
        let yaml = &self.text[self.yaml.clone()];
        let comment = |line: &&str| line.trim_start().starts_with('#') || line.trim().is_empty();
        let skipped: usize = yaml.split_inclusive('\n').take_while(comment).map(str::len).sum();
        let start = if skipped == yaml.len() { self.yaml.start } else { self.yaml.start + skipped };
        let word = self.text[start..].find([':', '\n', '\r']).unwrap_or(0);
        Place::of(&self.text, start..start + word)
    }

    fn range(&self, path: &FieldPath) -> Option<Range<usize>> {
        if path.segments().is_empty() {
            return None;
        }
        let found = locate(&self.text[self.yaml.clone()], path)?;
        Some(self.yaml.start + found.start..self.yaml.start + found.end)
    }

    fn place(&self, fault: Fault) -> Diagnostic {
        let yaml = &self.text[self.yaml.clone()];
        let range = match &fault.at {
            At::Field(path) => self.range(path),
            At::Again(path) => {
                locate_again(yaml, path).map(|r| self.yaml.start + r.start..self.yaml.start + r.end)
            }
            At::Inside(path, near) => self.range(path).map(|range| {
                let found = self.text[range.start..self.yaml.end].find(&**near);
                found.map_or(range.clone(), |at| range.start + at..range.start + at + near.len())
            }),
            At::Byte(byte) => Some(self.yaml.start + byte..self.yaml.start + byte + 1),
            At::Text => None,
        };
        let finding = Diagnostic::in_file(&self.file, fault.code, fault.message).help(fault.help);
        finding.at(range.map_or_else(|| self.start(), |range| Place::of(&self.text, range)))
    }
}

fn first_line(text: &str) -> usize {
    text.lines().next().map_or(0, |line| line.trim_end().len())
}

/// The YAML between the two lines of `---`: `None` when the text does not begin with one, `Err` when there
/// is no second one.
fn front_matter(text: &str) -> Result<Option<Range<usize>>, ()> {
    let is_fence = |line: &str| line.trim_end() == "---";
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_fence(line)) else { return Ok(None) };
    let start = first.len();
    let mut end = start;
    for line in lines {
        if is_fence(line) {
            return Ok(Some(start..end));
        }
        end += line.len();
    }
    Err(())
}

/// Where the line after the second `---` begins.
fn after_fence(text: &str, fence: usize) -> usize {
    text[fence..].find('\n').map_or(text.len(), |newline| fence + newline + 1)
}
