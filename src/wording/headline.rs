//! What the title of a move is composed from: its fields, resolved to names in one language.

use super::Wording;
use super::dates::{Choice, Shape};
use crate::archive::Archive;
use crate::model::{Capacity, EdtfDate, Kind, Language, Move, Place, Reason, Status, Text};

/// The fields of a move that its title tells.
#[derive(Debug, Clone)]
pub struct Headline<'a> {
    /// The name of the person.
    pub person: &'a str,
    /// What happened.
    pub kind: Kind,
    /// How sure it is.
    pub status: Status,
    /// Why, of a departure.
    pub reason: Option<Reason>,
    /// The place left.
    pub from: Option<Seat<'a>>,
    /// The place taken.
    pub to: Option<Seat<'a>>,
    /// Whether both places are at one organization.
    pub stays: bool,
    /// The planned end of a leave, in words.
    pub until: Option<String>,
}

/// A place, resolved.
#[derive(Debug, Clone, Copy)]
pub struct Seat<'a> {
    /// The name of the organization.
    pub org: &'a str,
    /// The name of the team.
    pub team: Option<&'a str>,
    /// The title, or else the name of the post.
    pub role: Option<&'a str>,
    /// In what capacity.
    pub capacity: Capacity,
}

impl<'a> Headline<'a> {
    /// Resolves a move.
    pub fn of(archive: &'a Archive, language: &Language, mv: &'a Move, wording: Wording) -> Self {
        let names = Names { archive, language };
        let org = |place: &Option<Place>| place.as_ref().map(|place| place.org);
        Self {
            person: names.show(&archive[mv.person].name),
            kind: mv.kind,
            status: mv.status,
            reason: mv.reason,
            from: mv.from.as_ref().map(|place| names.seat(place)),
            to: mv.to.as_ref().map(|place| names.seat(place)),
            stays: mv.from.is_some() && org(&mv.from) == org(&mv.to),
            until: mv.until.as_ref().filter(|date| is_plain(date)).map(|date| wording.date(date)),
        }
    }
}

/// How names are shown.
struct Names<'a, 'l> {
    archive: &'a Archive,
    language: &'l Language,
}

impl<'a> Names<'a, '_> {
    fn show(&self, text: &'a Text) -> &'a str {
        text.show(self.language, self.archive.site().first_language()).map_or("", |shown| shown.value)
    }

    fn seat(&self, place: &'a Place) -> Seat<'a> {
        let post = place.post.map(|post| &self.archive.post(place.org, post).name);
        Seat {
            org: self.show(&self.archive[place.org].name),
            team: place.team.map(|team| self.show(&self.archive.team(place.org, team).name)),
            role: place.role.as_ref().or(post).map(|role| self.show(role)),
            capacity: place.capacity.unwrap_or(Capacity::Employee),
        }
    }
}

/// Whether "until" can stand before a date: it is one point, and not a choice of several.
fn is_plain(date: &EdtfDate) -> bool {
    matches!(Shape::of(date), Some(Shape::OneOf(choices)) if matches!(choices[..], [Choice::At(_)]))
}

/// Roles that say no more than their capacity does, in small letters.
const BARE: &[(Capacity, &[&str])] = &[
    (Capacity::Founder, &["co-founder", "cofounder", "founder", "联合创始人", "共同创始人", "创始人"]),
    (
        Capacity::Board,
        &["director", "board director", "board member", "member of the board", "董事", "董事会成员"],
    ),
    (Capacity::Advisor, &["adviser", "advisor", "顾问"]),
    (Capacity::Observer, &["board observer", "observer", "董事会观察员", "观察员"]),
    (Capacity::Contractor, &["contractor"]),
];

/// What joins a founder's other role to "co-founder".
const JOINTS: &[&str] = &[" and ", " & ", ", ", "兼", "、", "，"];

impl<'a> Seat<'a> {
    /// The role as far as it adds to the capacity: "CEO" of the founder who is "Co-founder and CEO".
    pub fn own_role(&self) -> Option<&'a str> {
        let role = self.role?;
        let Some((_, bare)) = BARE.iter().find(|(capacity, _)| *capacity == self.capacity) else {
            return Some(role);
        };
        let lower = role.to_lowercase();
        if bare.contains(&lower.as_str()) {
            return None;
        }
        if self.capacity != Capacity::Founder {
            return Some(role);
        }
        // Lower case can be longer or shorter than what it is made from; then the role stays whole.
        let rest = bare.iter().filter_map(|word| lower.strip_prefix(word)).find_map(|rest| {
            let rest = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint))?;
            role.get(role.len().checked_sub(rest.len())?..)
        });
        Some(rest.filter(|rest| !rest.is_empty()).unwrap_or(role))
    }

    /// Whether the role says that its holder founded the organization alone.
    pub fn is_sole_founder(&self) -> bool {
        self.role.is_some_and(|role| {
            let role = role.to_lowercase();
            role.starts_with("founder") || role.starts_with("创始人")
        })
    }

    /// Whether the role says by itself that it is held for a while.
    pub fn says_interim(&self) -> bool {
        self.role.is_some_and(|role| {
            let role = role.to_lowercase();
            ["interim", "acting", "临时", "代理"].iter().any(|word| role.contains(word))
        })
    }

    /// The team, unless the role names it already: "Head of Safety Systems".
    pub fn own_team(&self) -> Option<&'a str> {
        let team = self.team.filter(|team| !team.is_empty())?;
        let role = self.role.map(str::to_lowercase).unwrap_or_default();
        let bare = team.trim_end_matches("团队");
        (!role.contains(&bare.to_lowercase())).then_some(team)
    }
}
