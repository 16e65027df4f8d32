//! Dates that contradict each other, or look invented.

use super::Records;
use super::stints::date_path;
use crate::archive::Change;
use crate::archive::findings::Findings;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{EdtfDate, Id, Move, Place};

/// A first of January is often a year that a form made into a day.
pub fn first_of_january(records: &Records, findings: &mut Findings) {
    let mut ask = |file: &str, path: FieldPath, date: Option<&EdtfDate>| {
        let Some(date) = date.filter(|date| date.is_first_of_january()) else { return };
        let year = date.earliest().format("%Y");
        let finding = findings.add(
            file,
            path,
            Code::FirstOfJanuary,
            "this is a first of January: was only the year known?",
        );
        finding.help(format!("if so, write `{year}`"));
    };
    let archive = records.archive;
    for (_, mv) in archive.moves() {
        ask(&mv.common.file, FieldPath::of("date"), mv.date.as_ref());
        ask(&mv.common.file, FieldPath::of("announced"), mv.announced.as_ref());
    }
    for (_, event) in archive.events() {
        ask(&event.common.file, FieldPath::of("date"), Some(event.date.span()));
    }
    for (_, org) in archive.orgs() {
        let file = &org.common.file;
        ask(file, FieldPath::of("founded"), org.founded.as_ref());
        ask(file, FieldPath::of("dissolved"), org.dissolved.as_ref());
        for team in &org.teams {
            let path = FieldPath::of("teams").key(team.id.as_str());
            ask(file, path.clone().key("formed"), team.formed.as_ref());
            ask(file, path.key("dissolved"), team.dissolved.as_ref());
        }
    }
    for (_, cohort) in archive.cohorts() {
        ask(&cohort.common.file, FieldPath::of("formed"), Some(&cohort.formed));
    }
}

/// Dates of one record that can't both be: an end before its beginning.
pub fn within_a_record(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    let mut hold = |file: &str,
                    path: FieldPath,
                    (first, start): (&str, Option<&EdtfDate>),
                    end: Option<&EdtfDate>| {
        let (Some(start), Some(end)) = (start, end) else { return };
        if end.is_before(start) {
            let message = format!("this is before `{first}`, {}", start.as_str());
            findings.add(file, path, Code::DateContradiction, message).help("correct one of the two dates");
        }
    };
    for (_, mv) in archive.moves() {
        let key = if mv.date.is_some() { "date" } else { "announced" };
        hold(&mv.common.file, FieldPath::of("until"), (key, mv.effective()), mv.until.as_ref());
    }
    for (_, org) in archive.orgs() {
        let file = &org.common.file;
        hold(file, FieldPath::of("dissolved"), ("founded", org.founded.as_ref()), org.dissolved.as_ref());
        for team in &org.teams {
            let path = FieldPath::of("teams").key(team.id.as_str()).key("dissolved");
            hold(file, path, ("formed", team.formed.as_ref()), team.dissolved.as_ref());
        }
    }
}

/// Nobody joins a team or an organization before it is formed, or after it is dissolved.
///
/// A departure may lead to an organization that is founded later, as long as the joining is recorded by
/// itself; so what is held against the dates is each step that opens or changes a place.
pub fn formed_and_dissolved(records: &Records, findings: &mut Findings) {
    let archive = records.archive;
    for (person, _) in archive.people() {
        for step in archive.steps_of_person(person) {
            let mv = &archive[step.cause];
            let place = mv.to.as_ref().filter(|to| to.org == step.org);
            let (Some(place), Some(when)) = (place, mv.effective()) else { continue };
            if matches!(step.change, Change::Close | Change::Pause) {
                continue;
            }
            let org = &archive[place.org];
            let life = Life {
                id: &org.common.id,
                start: ("founded", org.founded.as_ref()),
                end: org.dissolved.as_ref(),
            };
            life.hold(mv, when, findings);
            if let Some(team) = team(records, place) {
                let life = Life {
                    id: &team.id,
                    start: ("formed", team.formed.as_ref()),
                    end: team.dissolved.as_ref(),
                };
                life.hold(mv, when, findings);
            }
        }
    }
}

fn team<'a>(records: &'a Records, place: &Place) -> Option<&'a crate::model::Team> {
    place.team.map(|team| records.archive.team(place.org, team))
}

/// From when to when a team or an organization was there.
struct Life<'a> {
    id: &'a Id,
    start: (&'static str, Option<&'a EdtfDate>),
    end: Option<&'a EdtfDate>,
}

impl Life<'_> {
    /// Holds the date of a move against it: a certain contradiction, or a possible one.
    ///
    /// It is possible where some days of the move's date lie outside. A move of `2024` into a team formed
    /// in `2024-07` may be too early; one of `2024` into a team formed in `2024` is as good as it gets.
    fn hold(&self, mv: &Move, when: &EdtfDate, findings: &mut Findings) {
        let (word, start) = self.start;
        let mut tell = |code: Code, what: &str, date: &EdtfDate| {
            let (sure, remedy) = match code {
                Code::DateContradiction => ("is", "correct one of the two dates"),
                _ => ("may be", "write the date more precisely, where a source does"),
            };
            let message = format!("this {sure} {what}, {}", date.as_str());
            findings.add(&mv.common.file, date_path(mv), code, message).help(remedy);
        };
        if let Some(start) = start {
            let what = format!("before `{}` was {word}", self.id);
            if when.is_before(start) {
                tell(Code::DateContradiction, &what, start);
            } else if when.earliest() < start.earliest() {
                tell(Code::DateDoubt, &what, start);
            }
        }
        if let Some(end) = self.end {
            let what = format!("after `{}` was dissolved", self.id);
            if end.is_before(when) {
                tell(Code::DateContradiction, &what, end);
            } else if when.latest() > end.latest() {
                tell(Code::DateDoubt, &what, end);
            }
        }
    }
}
