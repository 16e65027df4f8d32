//! What Tera finds wrong with a template, as a finding with its place.

use super::{BUILT_IN, TEMPLATES};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::model::Theme;
use tera::{ErrorKind, Tera};

/// What follows the name of a built-in template where a finding is shown.
const SAID: &str = " (built in)";

/// The text of a built-in template by how findings call it.
pub fn built_in(file: &str) -> Option<&'static str> {
    text_of(file.strip_suffix(SAID)?)
}

fn text_of(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix(BUILT_IN).unwrap_or(name);
    TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// How findings call a template; all of them together where none is named.
pub fn file_of(theme: &Theme, name: &str) -> String {
    if name.is_empty() {
        "templates".to_owned()
    } else if theme.templates.contains_key(name) {
        format!("templates/{name}")
    } else {
        format!("{}{SAID}", name.strip_prefix(BUILT_IN).unwrap_or(name))
    }
}

/// The name of the template that a finding is about.
pub fn name_of(finding: &Diagnostic) -> &str {
    let file = &*finding.file;
    file.strip_prefix("templates/").or_else(|| file.strip_suffix(SAID)).unwrap_or(file)
}

/// Everything that keeps the templates from being compiled, once `error` did.
pub fn of_compiling(theme: &Theme, error: &tera::Error) -> Vec<Diagnostic> {
    // Tera stops at the first template that it can't read; one by one they all come out.
    let alone = |name: &str| {
        let text = theme.templates.get(name)?;
        let error = Tera::new().add_raw_template(name, text).err()?;
        matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| of(theme, name, &error))
    };
    let findings: Vec<Diagnostic> = theme.templates.keys().filter_map(|name| alone(name)).flatten().collect();
    if findings.is_empty() { of(theme, "", error) } else { findings }
}

/// What an error says; `template` is the one that was being filled in.
pub fn of(theme: &Theme, template: &str, error: &tera::Error) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            vec![Writer { theme, name: report.filename() }.at(report.span().range.clone(), report.message())]
        }
        ErrorKind::RenderingError(report) => {
            let (message, known) = known_instead(report.message());
            let finding = Writer { theme, name: report.filename() }.at(report.span().range.clone(), message);
            let finding = known.into_iter().fold(finding, Diagnostic::note);
            vec![called_from(theme, &error.to_string()).into_iter().fold(finding, Diagnostic::note)]
        }
        ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            let chain = inheritance_chain.join("`, then `");
            vec![Writer { theme, name: tpl }.quoting(
                inheritance_chain.first().map_or(tpl, |next| next),
                &format!("this template extends itself: it extends `{chain}`"),
            )]
        }
        ErrorKind::CircularInclude { include_chain, .. } => {
            let first = include_chain.first().map_or(template, |first| first);
            let next = include_chain.get(1).map_or(first, |next| next);
            let chain = include_chain.join("` includes `");
            vec![
                Writer { theme, name: first }
                    .quoting(next, &format!("templates include each other: `{chain}`")),
            ]
        }
        ErrorKind::MissingParent { current, parent } => {
            let finding = Writer { theme, name: current }
                .quoting(parent, &format!("there is no template `{}`", parent.escape_debug()));
            vec![finding.help(did_you_mean(theme, parent))]
        }
        ErrorKind::Msg(message) => of_message(theme, template, message),
        other => vec![Writer { theme, name: template }.whole(&other.to_string())],
    }
}

/// The name that a misspelt one of a template most likely stands for.
pub fn did_you_mean(theme: &Theme, name: &str) -> Option<String> {
    let own = theme.templates.keys().map(|known| &**known);
    let known = TEMPLATES.iter().map(|(known, _)| *known).chain(own);
    nearest(name, known.filter(|known| *known != name)).map(|near| format!("did you mean `{near}`?"))
}

/// Tera reports unknown names in text alone, all of a run in one message:
///
/// ```text
/// error: Unknown filter `uper`
///  --> person.html:3:12
///   |
/// 3 | {{ page.name | uper }}
///   |                ^^^^
/// ```
fn of_message(theme: &Theme, template: &str, message: &str) -> Vec<Diagnostic> {
    let reports = message.split("\n\n").map_while(|report| report.strip_prefix("error: "));
    let findings: Vec<Diagnostic> = reports.filter_map(|report| of_report(theme, report)).collect();
    if !findings.is_empty() {
        return findings;
    }
    // `a` in "Component `x` is defined in both `a` and `b`", of which one is the site's own.
    let named = theme.templates.keys().find(|name| message.contains(&format!("`{name}`")));
    let writer = Writer { theme, name: named.map_or(template, |name| name) };
    let component = message.strip_prefix("Component `").and_then(|rest| rest.split('`').next());
    let defined = component.and_then(|component| writer.text().find(&format!("component {component}")));
    match defined {
        Some(start) => {
            vec![writer.at(start..start + "component ".len() + component.map_or(0, str::len), message)]
        }
        None => vec![writer.whole(message)],
    }
}

fn of_report(theme: &Theme, report: &str) -> Option<Diagnostic> {
    let (message, shown) = report.split_once('\n')?;
    let (name, line, column) = location(shown.lines().next()?.trim_start().strip_prefix("--> ")?)?;
    let marked = shown.lines().last()?.bytes().filter(|&b| b == b'^').count();
    let writer = Writer { theme, name };
    let start = writer.text().split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
    let rest = writer.text().get(start..)?;
    let width = |chars: usize| rest.chars().take(chars).map(char::len_utf8).sum::<usize>();
    let range = start + width(column - 1)..start + width(column - 1 + marked);
    let finding = writer.at(range, message);
    let unknown = message.strip_prefix("Unknown template `").and_then(|rest| rest.strip_suffix('`'));
    Some(finding.help(unknown.and_then(|unknown| did_you_mean(theme, unknown))))
}

/// The parts of `person.html:3:12`, line and column from 1.
fn location(text: &str) -> Option<(&str, usize, usize)> {
    let mut parts = text.rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    (line > 0 && column > 0).then_some((parts.next()?, line, column))
}

/// Takes what there is instead of a name that is not from a message, as a note of its own.
fn known_instead(message: &str) -> (&str, Option<String>) {
    match message.split_once(". Available ") {
        Some((message, known)) => (message, Some(format!("there are the {known}"))),
        None => (message, None),
    }
}

/// By which includes and components a page came to where it failed; Tera tells that in text alone.
fn called_from(theme: &Theme, message: &str) -> Vec<String> {
    let places = message.split("\n\nnote: called from ").skip(1).filter_map(|note| note.lines().next());
    let told = places.filter_map(location);
    told.map(|(name, line, column)| format!("called from {}:{line}:{column}", file_of(theme, name))).collect()
}

/// Writes findings about a template.
struct Writer<'a> {
    theme: &'a Theme,
    name: &'a str,
}

impl<'a> Writer<'a> {
    fn text(&self) -> &'a str {
        self.theme
            .templates
            .get(self.name)
            .map(|text| &**text)
            .or_else(|| text_of(self.name))
            .unwrap_or_default()
    }

    fn whole(&self, message: &str) -> Diagnostic {
        Diagnostic::in_file(&file_of(self.theme, self.name), Code::TemplateError, clause(message))
    }

    /// About a range of bytes, of which the first line is shown.
    fn at(&self, range: std::ops::Range<usize>, message: &str) -> Diagnostic {
        let text = self.text();
        let line = text.get(range.start..).map_or(0, |rest| rest.lines().next().map_or(0, str::len));
        let end = range.end.min(range.start + line).max(range.start);
        self.whole(message).at(Place::of(text, range.start..end))
    }

    /// About the place where another template is named, if it can be found.
    fn quoting(&self, other: &str, message: &str) -> Diagnostic {
        let quoted = ['"', '\'', '`'].map(|quote| format!("{quote}{other}{quote}"));
        match quoted.iter().find_map(|quoted| Some((self.text().find(quoted)?, quoted.len()))) {
            Some((start, length)) => self.at(start..start + length, message),
            None => self.whole(message),
        }
    }
}

/// A message of Tera's as a clause: no capital at its beginning, no full stop at its end.
fn clause(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut chars = message.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}
