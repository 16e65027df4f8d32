//! `talent-flow check`

use super::{CheckArgs, tell};
use crate::archive::{self, Archive, Checked};
use crate::content::Root;
use crate::diagnostic::Severity;
use crate::model::Theme;
use crate::pages;
use std::path::Path;
use std::process::ExitCode;

/// Who checks a site, and so what is still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Nothing is: all that can be said without making pages is said.
    Itself,
    /// The pages, which tell what is wrong with the templates that they are made of.
    Build,
}

/// Checks the site below `root`, and reports.
pub fn run(root: &Path, args: &CheckArgs) -> ExitCode {
    let Some((archive, _)) = site(root, args, For::Itself) else { return ExitCode::FAILURE };
    if !args.quiet {
        tell::say(&format!("Checked {}", records(&archive)));
    }
    ExitCode::SUCCESS
}

/// The archive of a site; `None`, and the findings told, when they stop the command.
pub fn archive(root: &Path, strict: bool, drafts: bool) -> Option<Archive> {
    let (root, checked) = read(root, drafts)?;
    let stop = tell::findings(&root, &checked.diagnostics, strict);
    checked.archive.filter(|_| !stop)
}

/// The archive of a site and its own templates and static files; `None`, and the findings told, when they
/// stop the command.
pub fn site(root: &Path, args: &CheckArgs, whom: For) -> Option<(Archive, Theme)> {
    let (root, checked) = read(root, args.drafts)?;
    let (theme, wrong) = root.theme();
    let mut findings = checked.diagnostics;
    findings.extend(wrong);
    let failed = findings.iter().any(|finding| finding.severity == Severity::Error);
    if failed || whom == For::Itself {
        findings.extend(pages::check_templates(&theme));
    }
    findings.extend(pages::unused_templates(&theme));
    findings.sort_unstable();
    let stop = tell::findings(&root, &findings, args.strict);
    checked.archive.filter(|_| !stop).map(|archive| (archive, theme))
}

fn read(root: &Path, drafts: bool) -> Option<(Root, Checked)> {
    if !root.join("content").is_dir() {
        let place = root.display();
        tell::failure(&format!(
            "there is no folder `content` in `{place}`; choose the folder of a site with `--root`"
        ));
        return None;
    }
    let root = Root::new(root);
    let checked = archive::check(&root, drafts);
    Some((root, checked))
}

/// How many records an archive holds: `238 moves, 100 people, …`.
pub fn records(archive: &Archive) -> String {
    let shared = archive.sources().filter(|(_, source)| source.common.is_some()).count();
    let counts = [
        (archive.moves().len(), "move", "moves"),
        (archive.people().len(), "person", "people"),
        (archive.orgs().len(), "organization", "organizations"),
        (archive.events().len(), "event", "events"),
        (archive.cohorts().len(), "cohort", "cohorts"),
        (archive.figures().len(), "figure", "figures"),
        (shared, "source", "sources"),
        (archive.pages().len(), "page", "pages"),
    ];
    let total: usize = counts.iter().map(|(n, ..)| n).sum();
    let some = counts.iter().filter(|(n, ..)| *n > 0);
    let list: Vec<String> =
        some.map(|(n, one, many)| format!("{n} {}", if *n == 1 { one } else { many })).collect();
    format!("{total} records: {}", list.join(", "))
}
