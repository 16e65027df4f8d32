//! Translations: a file `x.zh.md` beside the record `x`.

use super::Document;
use super::input::Input;
use super::markdown::Markdown;
use super::walk::Entry;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Html, Id, Language, Line, Multilingual, Text};
use serde::Deserialize;

/// A note in another language, with the texts that it may carry.
pub struct Translation {
    language: Language,
    title: Option<Box<str>>,
    summary: Option<Box<str>>,
    note: Option<Html>,
}

/// The keys of a translation.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TranslationFields {
    title: Option<Line>,
    summary: Option<Line>,
    #[serde(skip)]
    note: Option<Markdown>,
}

impl Input for TranslationFields {
    fn draft(&self) -> bool {
        false
    }
    fn take_shared(&mut self) -> (Vec<Id>, Vec<Id>) {
        (Vec::new(), Vec::new())
    }
    fn note(&mut self) -> Option<&mut Option<Markdown>> {
        Some(&mut self.note)
    }
    fn title(&mut self) -> Option<&mut Option<Text>> {
        None
    }
    fn summary(&mut self) -> Option<&mut Option<Text>> {
        None
    }
}

/// Why a translation can't be added.
pub enum Refusal {
    /// There is no such record.
    NoRecord,
    /// Records of its kind have no such key.
    Not(&'static str),
    /// The record says it in this language already.
    Twice(&'static str),
}

impl Translation {
    pub fn new(language: &Language, fields: TranslationFields) -> Self {
        Self {
            language: language.clone(),
            title: fields.title.map(|line| line.0),
            summary: fields.summary.map(|line| line.0),
            note: fields.note.and_then(|markdown| markdown.0.into_first()),
        }
    }

    /// Adds it to its record. A text without a language is in `first`, the first language of the site.
    pub fn add_to<T: Input>(
        self,
        document: Option<&mut Document<T>>,
        first: Option<&Language>,
    ) -> Result<(), Refusal> {
        let fields = &mut document.ok_or(Refusal::NoRecord)?.fields;
        let language = &self.language;
        if let Some(html) = self.note {
            let slot = fields.note().ok_or(Refusal::Not("note"))?;
            let note = slot.get_or_insert_with(|| Markdown(Multilingual::default()));
            note.0.add(language, html, first).ok_or(Refusal::Twice("note"))?;
        }
        if let Some(title) = self.title {
            let slot = fields.title().ok_or(Refusal::Not("title"))?;
            slot.get_or_insert_default().add(language, title, first).ok_or(Refusal::Twice("title"))?;
        }
        if let Some(summary) = self.summary {
            let slot = fields.summary().ok_or(Refusal::Not("summary"))?;
            slot.get_or_insert_default().add(language, summary, first).ok_or(Refusal::Twice("summary"))?;
        }
        Ok(())
    }
}

impl Refusal {
    /// The finding about the file of the translation.
    pub fn told(self, entry: &Entry) -> Diagnostic {
        let id = &entry.id;
        let (message, help) = match self {
            Self::NoRecord => (
                format!("this translates `{id}`, and no record of this kind has that id"),
                "a translation is named like its record: `x.zh.md` is that of `x.md` or `x.yaml`",
            ),
            Self::Not(key) => {
                (format!("records of this kind have no `{key}` to translate"), "delete it here")
            }
            Self::Twice(key) => {
                (format!("the `{key}` of `{id}` is written in this language already"), "keep one of the two")
            }
        };
        Diagnostic::in_file(&entry.file, Code::OrphanTranslation, message).help(Some(help))
    }
}
