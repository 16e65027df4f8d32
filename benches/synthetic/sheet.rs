//! YAML while it is written. The texts of this program hold nothing that YAML would need quotes for, except
//! where they say so.

use super::names::Text;
use std::fmt::Display;

/// The keys of a record.
#[derive(Default)]
pub struct Sheet(String);

impl Sheet {
    /// What is written so far.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Adds lines as they are.
    pub fn push(&mut self, lines: &str) {
        self.0 += lines;
    }

    /// A key and its value.
    pub fn line(&mut self, key: &str, value: impl Display) {
        self.push(&format!("{key}: {value}\n"));
    }

    /// A key and its value, where there is one.
    pub fn maybe(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(key, value);
        }
    }

    /// A short text in both languages, on one line.
    pub fn flow(&mut self, key: &str, text: &Text) {
        self.line(key, Self::both(text));
    }

    /// A text in both languages, as flow YAML.
    pub fn both(text: &Text) -> String {
        format!("{{en: {}, zh: {}}}", text.en, text.zh)
    }

    /// The same with quotes, for a text that holds a colon.
    pub fn quoted(&mut self, key: &str, text: &Text) {
        self.line(key, format!("{{en: \"{}\", zh: \"{}\"}}", text.en, text.zh));
    }

    /// A sentence in both languages, on a line each.
    pub fn texts(&mut self, key: &str, text: &Text) {
        self.push(&format!("{key}:\n  en: {}\n  zh: {}\n", text.en, text.zh));
    }

    /// Markdown in both languages, as block scalars.
    pub fn note(&mut self, text: &Text) {
        self.push("note:\n");
        for (language, markdown) in [("en", &text.en), ("zh", &text.zh)] {
            self.push(&format!("  {language}: |\n"));
            for line in markdown.lines() {
                let indent = if line.is_empty() { "" } else { "    " };
                self.push(&format!("{indent}{line}\n"));
            }
        }
    }
}
