//! What each kind of move needs, and what it does not know.

use crate::archive::findings::Findings;
use crate::content::input::MoveInput;
use crate::diagnostic::{Code, FieldPath};
use crate::model::Kind;

/// Whether a kind needs a key, may have it, or does not know it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Needed,
    Optional,
    Unknown,
}

/// The table of kinds of the content format: `from`, `to`, `reason`, `until`.
fn uses(kind: Kind) -> [(&'static str, Use); 4] {
    use Use::{Needed, Optional, Unknown};
    let [from, to, reason, until] = match kind {
        Kind::Join | Kind::Return => [Unknown, Needed, Unknown, Unknown],
        Kind::Departure => [Needed, Optional, Optional, Unknown],
        Kind::Promotion | Kind::Transfer => [Optional, Needed, Unknown, Unknown],
        Kind::Leave => [Needed, Unknown, Unknown, Optional],
    };
    [("from", from), ("to", to), ("reason", reason), ("until", until)]
}

/// Holds a move against the table.
pub fn check(fields: &MoveInput, file: &str, findings: &mut Findings) {
    let Some(kind) = fields.kind else { return };
    let written =
        [fields.from.is_some(), fields.to.is_some(), fields.reason.is_some(), fields.until.is_some()];
    let a = format!("a {}", kind.as_str());
    for ((key, used), written) in uses(kind).into_iter().zip(written) {
        match (used, written) {
            (Use::Needed, false) => {
                let (message, help) =
                    (format!("{a} needs `{key}`"), format!("add `{key}: {{org: …, role: …}}`"));
                findings.add_missing(file, FieldPath::root(), (key, Code::KindNeeds), message, help);
            }
            (Use::Unknown, true) => {
                let message = format!("{a} has no `{key}`");
                let finding = findings.add(file, FieldPath::of(key).on_key(), Code::KindForbids, message);
                finding.help(remedy(kind, key));
            }
            _ => {}
        }
    }
    let org = |place: &Option<crate::content::input::PlaceInput>| {
        place.as_ref().and_then(|place| place.org.clone())
    };
    if let (Kind::Promotion | Kind::Transfer, Some(from), Some(to)) =
        (kind, org(&fields.from), org(&fields.to))
        && from != to
    {
        let message = format!("{a} stays within one organization, and this goes from `{from}` to `{to}`");
        let finding = findings.add(file, FieldPath::of("to"), Code::OtherOrg, message);
        finding
            .help("write a departure from the one, and a join of the other where it is reported by itself");
    }
}

fn remedy(kind: Kind, key: &str) -> String {
    match (kind, key) {
        (Kind::Join | Kind::Return, "from") => {
            "the place left before has a departure of its own, with this as its `to`".to_owned()
        }
        (_, "reason") => "only a departure has a reason".to_owned(),
        (_, "until") => "only a leave has a planned end".to_owned(),
        _ => format!("delete `{key}`"),
    }
}
