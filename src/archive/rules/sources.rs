//! What a move rests on.

use super::Records;
use crate::archive::findings::Findings;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{SourceKind, Status};

/// A confirmed move rests on more than social posts, blogs and aggregators.
pub fn weak(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for (_, mv) in archive.moves().filter(|(_, mv)| mv.status == Status::Confirmed && !mv.sources.is_empty())
    {
        let kinds = mv.sources.iter().map(|&source| archive[source].kind);
        if kinds.into_iter().all(|kind| kind.is_some_and(SourceKind::is_weak)) {
            let message = "this is confirmed, and rests on social posts, blogs or aggregators alone";
            let finding = findings.add(&mv.common.file, FieldPath::of("sources"), Code::WeakSources, message);
            finding.help("add a statement, a filing or a report, or write `status: reported`");
        }
    }
}
