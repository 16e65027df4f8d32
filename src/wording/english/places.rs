//! Places as English sentences name them: "Chief Scientist of Orbit Labs", "the Robotics team at Orbit Labs".

use crate::model::Capacity;
use crate::wording::headline::Seat;

/// A place that is taken, with the role there: "the board of Orbit Labs as Chair".
pub fn arrival(seat: &Seat) -> String {
    let role = match (seat.added_role(), seat.capacity) {
        (Some(role), _) => format!(" as {}{}", interim(seat), role_on_team(seat, role)),
        (None, Capacity::Observer) => " as an observer".to_owned(),
        (None, Capacity::Advisor) => format!(" as an adviser{}", on_team(seat)),
        (None, Capacity::Contractor) => format!(" as a contractor{}", on_team(seat)),
        (None, Capacity::Interim) => format!(" in an interim role{}", on_team(seat)),
        (None, _) => String::new(),
    };
    format!("{}{role}", place(seat))
}

/// What somebody remains at the organization that they leave a place of: "as an adviser".
pub fn remaining(seat: &Seat) -> Option<String> {
    Some(match (seat.own_role(), seat.capacity) {
        (Some(role), _) => format!("as {}{role}", interim(seat)),
        (None, Capacity::Board) => "as a member of the board".to_owned(),
        (None, Capacity::Observer) => "as an observer on the board".to_owned(),
        (None, Capacity::Advisor) => "as an adviser".to_owned(),
        (None, Capacity::Contractor) => "as a contractor".to_owned(),
        (None, Capacity::Interim) => "in an interim role".to_owned(),
        (None, Capacity::Employee | Capacity::Founder) => on_team(seat).strip_prefix(' ')?.to_owned(),
    })
}

/// What somebody was, beside their name: "VP of Research", "a founder", "of the Robotics team".
pub fn known_as(seat: &Seat) -> Option<String> {
    match (seat.own_role(), seat.capacity) {
        (Some(role), _) => Some(format!("{}{}", interim(seat), role_on_team(seat, role))),
        (None, Capacity::Founder) => Some("a founder".to_owned()),
        (None, _) => team_alone(seat).map(|team| format!("of {}", the_team(team).1)),
    }
}

/// The whole of what somebody holds: "Chief Scientist of Orbit Labs", "an adviser to Orbit Labs".
pub fn office(seat: &Seat) -> Option<String> {
    let org = seat.org;
    Some(match (seat.own_role(), seat.capacity) {
        (Some(role), Capacity::Board | Capacity::Observer) => board_office(seat, role),
        (Some(role), _) => {
            let of = if on_team(seat).is_empty() { of_or_at(role) } else { "at" };
            let comma = if on_team(seat).is_empty() { comma_after(role) } else { "" };
            format!("{}{}{comma} {of} {org}", interim(seat), role_on_team(seat, role))
        }
        (None, Capacity::Observer) => format!("an observer on the board of {org}"),
        (None, Capacity::Advisor) => format!("an adviser to {org}"),
        (None, Capacity::Contractor) => format!("a contractor at {org}"),
        (None, _) => return None,
    })
}

fn board_office(seat: &Seat, role: &str) -> String {
    let org = seat.org;
    let role = format!("{role}{}", comma_after(role));
    if role.to_lowercase().ends_with("board") || seat.names_board() && !role.contains(" of ") {
        format!("{role} of {org}")
    } else if seat.names_board() {
        format!("{role} at {org}")
    } else if seat.capacity == Capacity::Board {
        format!("{role} of the board of {org}")
    } else {
        format!("{role} on the board of {org}")
    }
}

/// What is left with a stint: an organization or its board.
pub fn left(seat: &Seat) -> String {
    if on_board(seat) { format!("the board of {}", seat.org) } else { seat.org.to_owned() }
}

/// The place itself: an organization, its board, or a team where no role is told.
pub fn place(seat: &Seat) -> String {
    match team_alone(seat) {
        Some(team) => format!("{} at {}", the_team(team).1, seat.org),
        None => left(seat),
    }
}

/// The team where it is all that is known of the place.
pub fn team_alone<'a>(seat: &Seat<'a>) -> Option<&'a str> {
    let plain = matches!(seat.capacity, Capacity::Employee | Capacity::Founder);
    seat.own_team().filter(|_| seat.role.is_none() && plain)
}

/// Whether it is a seat on a board.
pub fn on_board(seat: &Seat) -> bool {
    matches!(seat.capacity, Capacity::Board | Capacity::Observer)
}

fn interim(seat: &Seat) -> &'static str {
    if seat.needs_interim() { "interim " } else { "" }
}

/// A role and the team that it is on.
fn role_on_team(seat: &Seat, role: &str) -> String {
    match on_team(seat) {
        team if team.is_empty() => role.to_owned(),
        team => format!("{role}{}{team}", comma_after(role)),
    }
}

/// A role with a comma takes another one where the sentence goes on: "Research Lead, Audio, at Orbit Labs".
fn comma_after(role: &str) -> &'static str {
    if role.contains(", ") { "," } else { "" }
}

/// The team behind a role, with the space before it: " on the Robotics team".
pub fn on_team(seat: &Seat) -> String {
    seat.own_team().map(the_team).map_or_else(String::new, |(on, team)| format!(" {on} {team}"))
}

/// A team as a sentence names it, and the preposition that it takes.
fn the_team(name: &str) -> (&'static str, String) {
    let lower = name.to_lowercase();
    let has = |words: &[&str]| lower.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    let bare = name.strip_prefix("The ").or(name.strip_prefix("the ")).unwrap_or(name);
    if has(&["team", "teams", "committee", "council", "board", "panel"]) {
        ("on", format!("the {bare}"))
    } else if has(&["group", "lab", "labs", "unit", "division", "department", "office", "organization"]) {
        ("in", format!("the {bare}"))
    } else {
        ("on", format!("the {bare} team"))
    }
}

/// One is the Chief Scientist *of* an organization, and a Research Scientist *at* it.
fn of_or_at(role: &str) -> &'static str {
    let lower = role.to_lowercase();
    let role = lower.strip_prefix("interim ").or(lower.strip_prefix("acting ")).unwrap_or(&lower);
    let heads = ["chief ", "president", "chair", "ceo", "cto", "cfo", "coo", "co-founder", "founder"];
    let is_head = heads.iter().any(|head| role.starts_with(head));
    if is_head && (!role.contains(" of ") || role.ends_with("board")) { "of" } else { "at" }
}
