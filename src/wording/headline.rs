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
    pub reason: Reason,
    /// The place that it is about: the one left by a departure or a leave, else the one taken.
    pub seat: Seat<'a>,
    /// Where a departure leads.
    pub next: Option<Seat<'a>>,
    /// Whether that is in the same organization.
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
    /// Resolves a move; `None` for one made by hand without the place that its kind needs.
    pub fn of(archive: &'a Archive, language: &Language, mv: &'a Move, wording: Wording) -> Option<Self> {
        let names = Names { archive, language };
        let (place, next) = match mv.kind {
            Kind::Departure => (mv.from.as_ref()?, mv.to.as_ref()),
            Kind::Leave => (mv.from.as_ref()?, None),
            Kind::Join | Kind::Promotion | Kind::Transfer | Kind::Return => (mv.to.as_ref()?, None),
        };
        Some(Self {
            person: names.show(&archive[mv.person].name),
            kind: mv.kind,
            status: mv.status,
            reason: mv.reason.unwrap_or(Reason::Unknown),
            seat: names.seat(place),
            next: next.map(|next| names.seat(next)),
            stays: next.is_some_and(|next| next.org == place.org),
            until: mv.until.as_ref().filter(|date| is_one_point(date)).map(|date| wording.date(date)),
        })
    }

    /// Whether it was made public and never took hold, so that no title may tell it as a fact.
    pub fn is_called_off(&self) -> bool {
        self.status == Status::Cancelled
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
        let org = self.show(&self.archive[place.org].name);
        Seat {
            org,
            team: place.team.map(|team| self.show(&self.archive.team(place.org, team).name)),
            role: place.role.as_ref().or(post).map(|role| without_org(self.show(role), org)),
            capacity: place.capacity.unwrap_or(Capacity::Employee),
        }
    }
}

/// A role without the name of its organization, which the title tells anyway: "Research Scientist, Orbit Labs".
fn without_org<'a>(role: &'a str, org: &str) -> &'a str {
    let before = role.strip_suffix(org).and_then(|rest| rest.strip_suffix(", "));
    let after = role.strip_prefix(org).map(str::trim_start).filter(|rest| !rest.is_ascii());
    before.or(after).filter(|rest| !rest.is_empty()).unwrap_or(role)
}

/// A name without the remark in brackets behind it: "Five" of "Five (Dota 2)".
pub fn plain_name(name: &str) -> &str {
    let plain = name.split(['(', '（']).next().map_or(name, str::trim_end);
    if plain.is_empty() { name } else { plain }
}

/// Whether "until" can stand before a date: it is one point, and not a choice of several.
fn is_one_point(date: &EdtfDate) -> bool {
    matches!(Shape::of(date), Some(Shape::OneOf(choices)) if matches!(choices[..], [Choice::At(_)]))
}

/// Roles that say no more than their capacity does, in small letters.
const BARE: &[(Capacity, &[&str])] = &[
    (Capacity::Founder, &["co-founder", "cofounder", "founder", "联合创始人", "共同创始人", "创始人"]),
    (
        Capacity::Board,
        &["director", "board director", "board member", "member of the board", "董事会成员", "董事"],
    ),
    (Capacity::Advisor, &["adviser", "advisor", "顾问"]),
    (Capacity::Observer, &["board observer", "observer", "董事会观察员", "观察员"]),
    (Capacity::Contractor, &["contractor", "合同人员"]),
];

/// Roles of founders that "co-founds" says already, and that say more than "founder" elsewhere.
const FOUNDING: &[&str] = &["founding team member", "founding member", "创始团队成员", "创始成员"];

/// What joins another role to such a one.
const JOINTS: &[&str] = &[" and ", " & ", ", ", "兼", "、", "，"];

impl<'a> Seat<'a> {
    /// The role, if it says more than the capacity does.
    pub fn own_role(&self) -> Option<&'a str> {
        self.role.filter(|role| !self.bare_roles().contains(&role.to_lowercase().as_str()))
    }

    /// The role as far as it adds to "co-founds" or "joins the board": "Chief Scientist" of the
    /// "Co-founder and Chief Scientist".
    pub fn added_role(&self) -> Option<&'a str> {
        let role = self.own_role()?;
        if !matches!(self.capacity, Capacity::Founder | Capacity::Board) {
            return Some(role);
        }
        let lower = role.to_lowercase();
        if self.capacity == Capacity::Founder && FOUNDING.contains(&lower.as_str()) {
            return None;
        }
        let rest = self
            .bare_roles()
            .iter()
            .filter_map(|bare| lower.strip_prefix(bare))
            .find_map(|rest| JOINTS.iter().find_map(|joint| rest.strip_prefix(joint)));
        // Small letters can take more or less room than capitals; then the role stays whole.
        let rest = rest.and_then(|rest| role.get(role.len().checked_sub(rest.len())?..));
        Some(rest.filter(|rest| !rest.is_empty()).unwrap_or(role))
    }

    fn bare_roles(&self) -> &'static [&'static str] {
        BARE.iter().find(|(capacity, _)| *capacity == self.capacity).map_or(&[], |(_, roles)| roles)
    }

    /// The team, unless the role names it already: "Head of Safety Systems".
    pub fn own_team(&self) -> Option<&'a str> {
        let team = self.team?;
        let bare = plain_name(team).trim_end_matches("团队").to_lowercase();
        let said = self.role.is_some_and(|role| role.to_lowercase().contains(&bare));
        (!said).then_some(team)
    }

    /// Whether the role says that its holder founded the organization alone.
    pub fn is_sole_founder(&self) -> bool {
        self.role_has(|role| role.starts_with("founder") || role.starts_with("创始人"))
    }

    /// Whether the role is held for a while and does not say so itself.
    pub fn needs_interim(&self) -> bool {
        let words = ["interim", "acting", "临时", "代理"];
        self.capacity == Capacity::Interim && !self.role_has(|role| words.iter().any(|w| role.contains(w)))
    }

    /// Whether the role speaks of the board.
    pub fn names_board(&self) -> bool {
        self.role_has(|role| role.contains("board") || role.contains("董事"))
    }

    fn role_has(&self, test: impl Fn(&str) -> bool) -> bool {
        self.role.is_some_and(|role| test(&role.to_lowercase()))
    }
}
