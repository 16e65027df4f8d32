//! Numbers that have to agree, and organizations that are a part of themselves.

use super::Records;
use crate::archive::findings::Findings;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{FigureValue, OrgIx};

/// A percentage follows from the value and its base, within its rounding.
pub fn percent(records: &Records, findings: &mut Findings) {
    for (_, figure) in records.archive.figures() {
        let (Some(percent), Some(of)) = (&figure.percent, &figure.of) else { continue };
        let (Some(part), Some(base), Some(stated)) = (figure.value.number(), of.number(), percent.number())
        else {
            continue;
        };
        let exact = part / base * 100.0;
        // A value just at the edge of a rounding may have been rounded either way.
        let rounding = 0.5 * 10_f64.powi(-i32::try_from(percent.decimals()).unwrap_or(0)) + 1e-9;
        if !exact.is_finite() || (exact - stated).abs() > rounding {
            let message = format!(
                "{} of {} is {} %, not {} %",
                shown(&figure.value),
                shown(of),
                round(exact, percent.decimals()),
                shown(percent)
            );
            findings.add(&figure.common.file, FieldPath::of("percent"), Code::PercentMismatch, message).help(
                "correct one of the numbers, or leave `percent` out where the source counts another way",
            );
        }
    }
}

fn shown(value: &FigureValue) -> &str {
    match value {
        FigureValue::Number(_, written) => written,
        FigureValue::Words(_) => "?",
    }
}

fn round(number: f64, decimals: usize) -> String {
    if number.is_finite() { format!("{number:.decimals$}") } else { "no number".to_owned() }
}

/// A stated size that differs from the members recorded is explained in a note.
pub fn stated_sizes(records: &Records, findings: &mut Findings) {
    for (_, cohort) in records.archive.cohorts() {
        for (i, stated) in cohort.stated.iter().enumerate() {
            let explained = cohort.note.is_some()
                || stated.note.is_some()
                || findings.is_lost(&cohort.common.file, &FieldPath::of("note"));
            let Some(size) = stated.size.filter(|&size| size as usize != cohort.members.len()) else {
                continue;
            };
            if !explained {
                let members = cohort.members.len();
                let message =
                    format!("{size} are stated and {members} members recorded, and no note says why");
                let path = FieldPath::of("stated").index(i).key("size");
                findings
                    .add(&cohort.common.file, path, Code::UnexplainedSize, message)
                    .help("explain it in `note`");
            }
        }
    }
}

/// No organization is a part of itself.
pub fn parents(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for (start, org) in archive.orgs() {
        // Each organization has one parent: who walks up for longer than there are organizations goes round.
        let mut above: Option<OrgIx> = org.parent;
        for _ in 0..archive.orgs().len() {
            match above {
                Some(ix) if ix == start => {
                    let message = format!("`{}` is a part of itself", org.common.id);
                    findings
                        .add(&org.common.file, FieldPath::of("parent"), Code::ParentCycle, message)
                        .help("delete one `parent` of the circle");
                    break;
                }
                Some(ix) => above = archive[ix].parent,
                None => break,
            }
        }
    }
}
