//! Posts that more people hold than they have seats.

use super::Records;
use crate::archive::Change;
use crate::archive::findings::Findings;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{Capacity, Day, EdtfDate, MoveIx, OrgIx, PostIx};
use std::collections::BTreeMap;

/// A time in which somebody certainly holds a post: from the last day on which it can have begun to the
/// first on which it can have ended.
struct Holding {
    cause: MoveIx,
    from: Day,
    to: Day,
}

/// A post has no more holders at a time than seats, interim holders aside.
pub fn taken(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for ((org, post), mut holdings) in holdings(records) {
        holdings.sort_by_key(|h| (h.from, h.cause));
        let record = archive.post(org, post);
        for (i, holding) in holdings.iter().enumerate() {
            let others: Vec<&Holding> =
                holdings[..i].iter().filter(|h| h.to > holding.from && holding.to > holding.from).collect();
            if (others.len() as u64) < u64::from(record.seats) {
                continue;
            }
            let mv = &archive[holding.cause];
            let held: Vec<String> = others
                .iter()
                .map(|h| {
                    let other = &archive[h.cause];
                    let since = other.effective().map_or("", EdtfDate::as_str);
                    format!("`{}` since {since}", archive[other.person].common.id)
                })
                .collect();
            let seats =
                if record.seats == 1 { "one seat".to_owned() } else { format!("{} seats", record.seats) };
            let message = format!(
                "the post `{}` of `{}` has {seats}, held by {}",
                record.id,
                archive[org].common.id,
                held.join(", ")
            );
            let finding =
                findings.add(&mv.common.file, FieldPath::of("to").key("post"), Code::PostTaken, message);
            finding
                .help("record how it became free, write `capacity: interim`, or give the post more `seats`");
        }
    }
}

/// Who holds each post when, interim holders aside.
fn holdings(records: &Records) -> BTreeMap<(OrgIx, PostIx), Vec<Holding>> {
    let archive = records.archive;
    let mut all: BTreeMap<(OrgIx, PostIx), Vec<Holding>> = BTreeMap::new();
    for (person, _) in archive.people() {
        let steps = archive.steps_of_person(person);
        for (i, step) in steps.iter().enumerate() {
            if step.capacity == Capacity::Interim || matches!(step.change, Change::Close | Change::Pause) {
                continue;
            }
            let mv = &archive[step.cause];
            let place = mv.to.as_ref().filter(|place| place.org == step.org);
            let (Some(post), Some(when)) = (place.and_then(|place| place.post), mv.effective()) else {
                continue;
            };
            let same =
                |other: &&crate::archive::Step| other.org == step.org && other.capacity == step.capacity;
            let next = steps[i + 1..].iter().find(|other| same(other) && other.change != Change::Pause);
            let end = next.map(|next| archive[next.cause].effective().map_or(Day::MAX, EdtfDate::earliest));
            let holding = Holding { cause: step.cause, from: when.latest(), to: end.unwrap_or(Day::MAX) };
            all.entry((step.org, post)).or_default().push(holding);
        }
    }
    all
}
