//! Findings as rustc shows them, for a terminal.

use super::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

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
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
        let file = &*diagnostic.file;
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
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help.as_str()));
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
