//! Moves that contradict what is recorded before them.

use super::Records;
use crate::archive::findings::Findings;
use crate::archive::stage::Trouble;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{Kind, Reason};

/// A departure, promotion, transfer or leave needs an open stint, a return an earlier departure or leave.
pub fn contradictions(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for contradiction in records.contradictions {
        let mv = &archive[contradiction.mv];
        let (person, kind) = (&archive[mv.person].common.id, mv.kind.as_str());
        let Some(org) = mv.org().map(|org| &archive[org].common.id) else { continue };
        let before = contradiction.after.map(|ix| &archive[ix]);
        let last = before.map(|before| {
            let when = before.effective().map_or("", |date| date.as_str());
            format!("the move before it is the {} of {when}, `{}`", before.kind.as_str(), before.common.id)
        });
        let (code, message) = match contradiction.trouble {
            Trouble::NeverLeft => (
                Code::NothingToReturnTo,
                format!("a return to `{org}` needs an earlier departure or leave of `{person}`"),
            ),
            _ if mv.kind == Kind::Leave => {
                (Code::NoOpenStint, format!("`{person}` has no stint at `{org}` that could pause here"))
            }
            _ => (
                Code::NoOpenStint,
                format!("a {kind} needs an open stint, and `{person}` has none at `{org}` by then"),
            ),
        };
        let finding = findings.add(&mv.common.file, FieldPath::of("kind"), code, message);
        finding.help(match (contradiction.trouble, last) {
            (Trouble::NeverLeft, None) => "write `kind: join`, or record how they left".to_owned(),
            (_, Some(last)) => {
                format!("{last}; correct a date, record what happened between, or give `order` on one day")
            }
            (_, None) => "record how the stint began".to_owned(),
        });
    }
}

/// Nobody moves after they died.
pub fn after_death(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for (person, record) in archive.people() {
        let moves = archive.moves_of_person(person);
        let died =
            moves.iter().map(|&ix| &archive[ix]).find(|mv| mv.reason == Some(Reason::Died) && mv.took_hold());
        let Some((died, date)) = died.and_then(|mv| mv.effective().map(|date| (mv, date))) else { continue };
        for mv in moves.iter().map(|&ix| &archive[ix]).filter(|mv| mv.took_hold()) {
            if mv.effective().is_some_and(|when| date.is_before(when)) {
                let message = format!("`{}` died in `{}`, before this", record.common.id, died.common.id);
                findings
                    .add(&mv.common.file, date_path(mv), Code::MoveAfterDeath, message)
                    .help("correct a date, or the `reason` of the departure");
            }
        }
    }
}

/// The key that says when a move took effect.
pub fn date_path(mv: &crate::model::Move) -> FieldPath {
    FieldPath::of(if mv.date.is_some() { "date" } else { "announced" })
}
