//! Who is there on the day.

use super::sheet::{Rows, Sheet};
use super::then::{Named, Then, count, words};
use crate::analysis::{Presence, Stint};
use crate::archive::Change;
use crate::model::{Capacity, MoveIx, OrgIx, PersonIx, Place, Status};
use crate::wording::{Noun, Wording};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// How many people are, or may be, at an organization on the day. Somebody there in two capacities is one.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Headcount {
    /// Those who are there, without the ones on leave.
    pub here: usize,
    /// Those who are on leave.
    pub on_leave: usize,
    /// Those whose dates are so imprecise that they may be there or not.
    pub uncertain: usize,
    /// Those whose records begin only after the day.
    pub unrecorded: usize,
}

/// A person in one capacity at the organization, on the day.
#[derive(Debug, Serialize)]
pub struct PersonThen {
    person: Named,
    /// `employee`, `founder`, `board` …, as records write it.
    #[serde(serialize_with = "as_written")]
    capacity: Capacity,
    presence: There,
    /// The title then.
    role: Option<String>,
    /// The id of the post that the title came with.
    post: Option<String>,
    /// The id of the team that the title came with.
    team: Option<String>,
    /// When this stint began.
    since: Option<String>,
    /// When the leave began, of somebody on leave.
    on_leave_since: Option<String>,
    /// Whether sources contradict each other on one of the moves.
    disputed: bool,
    /// The moves up to the day.
    moves: Vec<String>,
}

/// Where somebody is who is, or may be, there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum There {
    Here,
    OnLeave,
    /// The dates of a move are so imprecise that the day may be before or after it.
    Uncertain,
    /// The records begin only after the day.
    Unrecorded,
}

impl Headcount {
    /// Counts the people of an organization.
    pub fn new(then: &Then, org: OrgIx) -> Self {
        let mut of_person: BTreeMap<PersonIx, Presence> = BTreeMap::new();
        for (person, stint) in then.analyses.careers.of_org(org) {
            let presence = stint.at(then.archive, then.day);
            let most = of_person.entry(person).or_insert(presence);
            *most = presence.max(*most);
        }
        let number = |wanted| of_person.values().filter(|presence| **presence == wanted).count();
        Self {
            here: number(Presence::Here),
            on_leave: number(Presence::OnLeave),
            uncertain: number(Presence::Uncertain),
            unrecorded: number(Presence::Unrecorded),
        }
    }

    /// "21 people, 1 on leave, 2 uncertain".
    pub fn told(self) -> String {
        let mut told = count(Noun::Person, self.here);
        for (n, what) in [
            (self.on_leave, "on leave"),
            (self.uncertain, "uncertain"),
            (self.unrecorded, "recorded only later"),
        ] {
            if n > 0 {
                told = format!("{told}, {} {what}", Wording::English.number(n));
            }
        }
        told
    }
}

/// Everybody who is, or may be, there; by capacity, then by name.
pub fn list(then: &Then, org: OrgIx) -> Vec<PersonThen> {
    let stints = then.analyses.careers.of_org(org);
    let mut people: Vec<PersonThen> =
        stints.filter_map(|(person, stint)| PersonThen::new(then, person, stint)).collect();
    people
        .sort_by_cached_key(|person| (person.capacity, person.person.name.clone(), person.person.id.clone()));
    people
}

impl PersonThen {
    /// A stint on the day; nothing where it is over or has not begun.
    fn new(then: &Then, person: PersonIx, stint: &Stint) -> Option<Self> {
        let presence = match stint.at(then.archive, then.day) {
            Presence::NotYet | Presence::Gone => return None,
            Presence::Here => There::Here,
            Presence::OnLeave => There::OnLeave,
            Presence::Uncertain => There::Uncertain,
            Presence::Unrecorded => There::Unrecorded,
        };
        let told = stint.changes.iter().filter(|(ix, _)| then.is_told(*ix));
        let date = |ix: MoveIx| then.archive[ix].effective().map(|date| date.as_str().to_owned());
        let place = place(then, stint);
        let org = &then.archive[stint.org];
        Some(Self {
            person: then.person(person),
            capacity: stint.capacity,
            presence,
            role: place.and_then(|place| role(then, place)),
            post: place.and_then(|place| place.post).map(|post| org.posts[post.at()].id.to_string()),
            team: place.and_then(|place| place.team).map(|team| org.teams[team.at()].id.to_string()),
            since: stint.is_begun.then(|| date(stint.first)).flatten(),
            on_leave_since: told
                .clone()
                .next_back()
                .filter(|(_, change)| presence == There::OnLeave && *change == Change::Pause)
                .and_then(|&(ix, _)| date(ix)),
            disputed: told.clone().any(|&(ix, _)| then.archive[ix].status == Status::Disputed),
            moves: then.moves(told.map(|&(ix, _)| ix)),
        })
    }

    /// What is not simply so.
    fn marks(&self) -> String {
        let leave = self.on_leave_since.as_deref().map(|date| format!("on leave since {}", words(date)));
        let presence = match self.presence {
            There::Here => None,
            There::OnLeave => Some(leave.unwrap_or_else(|| "on leave".to_owned())),
            There::Uncertain => Some("uncertain".to_owned()),
            There::Unrecorded => Some("recorded only later".to_owned()),
        };
        let disputed = self.disputed.then(|| "disputed".to_owned());
        presence.into_iter().chain(disputed).collect::<Vec<_>>().join("; ")
    }
}

/// The place that a stint has on the day: the role that the moves up to it tell of last.
fn place<'a>(then: &Then<'a>, stint: &Stint) -> Option<&'a Place> {
    let roles = stint.roles(then.archive).into_iter().rev();
    roles.map(|role| (role.told_by, role.place)).find(|(ix, _)| then.is_told(*ix)).map(|(_, place)| place)
}

/// The title of a place; else the name of its post.
fn role(then: &Then, place: &Place) -> Option<String> {
    let post = place.post.map(|post| &then.archive.post(place.org, post).name);
    place.role.as_ref().or(post).map(|text| then.show(text))
}

/// Lays the people out as a table; those of whom it is not known whether they had come are only named.
pub fn lay_out(people: &[PersonThen], headcount: Headcount, sheet: &mut Sheet) {
    sheet.heading("People");
    sheet.line(&headcount.told());
    let mut rows = Rows::new(["Capacity", "Name", "Role then", "Since", ""]);
    let mut last = None;
    for person in people.iter().filter(|person| person.presence != There::Unrecorded) {
        rows.add([
            if last == Some(person.capacity) {
                String::new()
            } else {
                Wording::English.capacity(person.capacity).to_owned()
            },
            person.person.name.clone(),
            person.role.clone().unwrap_or_default(),
            person.since.as_deref().map_or_else(|| "not recorded".to_owned(), words),
            person.marks(),
        ]);
        last = Some(person.capacity);
    }
    sheet.table(&rows);
    let later: Vec<String> = people
        .iter()
        .filter(|person| person.presence == There::Unrecorded)
        .map(|person| person.person.name.clone())
        .collect();
    if !later.is_empty() {
        sheet.line(&format!(
            "Recorded only later, so not known on the day: {}",
            Wording::English.list(&later)
        ));
    }
}

/// A capacity as records write it.
fn as_written<S: Serializer>(capacity: &Capacity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(capacity.as_str())
}
