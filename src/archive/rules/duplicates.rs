//! Two records of one move.

use super::Records;
use crate::archive::findings::Findings;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{Capacity, Move};

/// The same person, kind and organization on dates that can be the same: written twice?
///
/// Not asked where the two are about different capacities, or `order` on both says that they are two.
pub fn moves(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for (person, _) in archive.people() {
        let moves: Vec<&Move> = archive.moves_of_person(person).iter().map(|&ix| &archive[ix]).collect();
        // Careers are in order of time; what is far apart is not compared.
        for (i, mv) in moves.iter().enumerate() {
            let near = &moves[i.saturating_sub(50)..i];
            if let Some(first) = near.iter().find(|first| alike(first, mv)) {
                let message = format!(
                    "this may be `{}` once more: the same person, kind, organization and date",
                    first.common.id
                );
                let finding =
                    findings.add(&mv.common.file, FieldPath::root(), Code::PossibleDuplicate, message);
                finding.help("if they are two moves, give each an `order`");
            }
        }
    }
}

fn alike(a: &Move, b: &Move) -> bool {
    let when = match (a.effective(), b.effective()) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => false,
    };
    let ordered = a.order.is_some() && b.order.is_some();
    a.took_hold()
        && b.took_hold()
        && a.kind == b.kind
        && a.org() == b.org()
        && when
        && !ordered
        && capacity(a) == capacity(b)
}

fn capacity(mv: &Move) -> Capacity {
    let place = if mv.to.as_ref().map(|to| to.org) == mv.org() { mv.to.as_ref() } else { mv.from.as_ref() };
    place.and_then(|place| place.capacity).unwrap_or(Capacity::Employee)
}
