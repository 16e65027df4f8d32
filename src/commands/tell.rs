//! What the commands say: findings and failures on the standard error, results on the standard output.

use crate::content::Root;
use crate::diagnostic::{Diagnostic, Human, Severity};
use crate::pages::built_in;
use std::io::{self, IsTerminal, Write};

/// Whether the standard error takes colour: a terminal, and nobody said no (no-color.org).
fn color() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Writes all findings and their count. True when they stop the command.
pub fn findings(root: &Root, findings: &[Diagnostic], strict: bool) -> bool {
    let human = Human::new(color());
    let mut out = io::BufWriter::new(io::stderr().lock());
    let mut file: (&str, Option<String>) = ("", None);
    let text = |file: &str| root.text(file).or_else(|| built_in(file).map(str::to_owned));
    for diagnostic in findings {
        if file.0 != &*diagnostic.file {
            file = (&diagnostic.file, diagnostic.place.and_then(|_| text(&diagnostic.file)));
        }
        // A standard error that is closed has nobody to tell.
        let _ = writeln!(out, "{}\n", human.render(diagnostic, file.1.as_deref()));
    }
    let count = |severity| findings.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        let _ = writeln!(out, "{}", human.summary(errors, warnings));
    }
    errors > 0 || (strict && warnings > 0)
}

/// Writes why a command failed.
pub fn failure(message: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{}", Human::new(color()).failure(&message.to_string()));
}

/// Writes a line of a summary to the standard output.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// How many columns a table may take: as many as the terminal has, or as `COLUMNS` says; where it goes
/// to no terminal, a hundred.
pub fn width() -> u16 {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
    told.or_else(terminal).unwrap_or(100).max(40)
}
