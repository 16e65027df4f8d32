//! Findings as rustc shows them, for a terminal.

use super::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;

/// Writes findings as text.
pub struct Human {
    renderer: Renderer,
}

impl Human {
    /// With colour, or without.
    pub fn new(color: bool) -> Self {
        Self { renderer: if color { Renderer::styled() } else { Renderer::plain() } }
    }

    /// A finding, with the lines of `source` (the text of its file) that it is about.
    pub fn render(&self, diagnostic: &Diagnostic, source: Option<&str>) -> String {
        let source = source.map(without_c1);
        let source = source.as_deref();
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
        let file = &*diagnostic.file;
        // The file may have been changed since the place was found.
        let holds = |source: &&str| {
            diagnostic.place.is_none_or(|p| source.get(p.start..p.end.min(source.len())).is_some())
        };
        let source = source.filter(holds);
        let mut group = match (diagnostic.place, source) {
            (Some(place), Some(source)) => {
                let range = place.start..place.end.min(source.len());
                let snippet =
                    Snippet::source(source).path(file).annotation(AnnotationKind::Primary.span(range));
                Group::with_title(title).element(snippet)
            }
            (Some(place), None) => {
                let origin = Origin::path(file).line(place.line).char_column(place.column);
                Group::with_title(title).element(origin)
            }
            (None, _) => Group::with_title(title).element(Origin::path(file)),
        };
        for note in &diagnostic.notes {
            group = group.element(Level::NOTE.message(note.as_str()));
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(&**help));
        }
        self.renderer.render(&[group]).clone()
    }

    /// Why a command failed, where it is not about the content.
    pub fn failure(&self, message: &str) -> String {
        self.renderer.render(&[Group::with_title(Level::ERROR.primary_title(message))]).clone()
    }

    /// The last line: how many findings there are.
    pub fn summary(&self, errors: usize, warnings: usize) -> String {
        let count = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
        let (level, text) = match (errors, warnings) {
            (0, w) => (Level::WARNING, count(w, "warning")),
            (e, 0) => (Level::ERROR, count(e, "error")),
            (e, w) => (Level::ERROR, format!("{}, {}", count(e, "error"), count(w, "warning"))),
        };
        self.renderer.render(&[Group::with_title(level.primary_title(text))]).clone()
    }
}

/// A text without the control characters U+0080 to U+009F, which some terminals obey and `annotate-snippets` lets
/// through. What stands for each is as long as it is, so that places stay true.
fn without_c1(text: &str) -> Cow<'_, str> {
    let is_c1 = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if text.contains(is_c1) { text.replace(is_c1, "\u{bf}").into() } else { text.into() }
}
