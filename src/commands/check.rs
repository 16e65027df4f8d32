//! `talent-flow check`

use super::{CheckArgs, tell};
use crate::archive::{self, Archive};
use crate::content::Root;
use std::path::Path;
use std::process::ExitCode;

/// Checks the site below `root`, and reports.
pub fn run(root: &Path, args: &CheckArgs) -> ExitCode {
    let Some(archive) = archive(root, args.strict, args.drafts) else { return ExitCode::FAILURE };
    if !args.quiet {
        tell::say(&format!("Checked {}", records(&archive)));
    }
    ExitCode::SUCCESS
}

/// The archive of a site; `None`, and the findings told, when they stop the command.
pub fn archive(root: &Path, strict: bool, drafts: bool) -> Option<Archive> {
    if !root.join("content").is_dir() {
        let place = root.display();
        tell::failure(&format!(
            "there is no folder `content` in `{place}`; choose the folder of a site with `--root`"
        ));
        return None;
    }
    let root = Root::new(root);
    let checked = archive::check(&root, drafts);
    let stop = tell::findings(&root, &checked, strict);
    checked.archive.filter(|_| !stop)
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
