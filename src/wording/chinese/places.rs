//! Places as Chinese sentences name them: "Orbit Labs首席科学家", "Orbit Labs机器人团队".

use crate::model::Capacity;
use crate::wording::headline::{Seat, plain_name};

/// A name and what belongs to it, unless that begins with the name; two Latin words in a row are kept
/// apart by 的.
pub fn of(owner: &str, thing: &str) -> String {
    if thing.starts_with(owner) {
        return thing.to_owned();
    }
    let particle = if meet_in_latin(owner, thing) { "的" } else { "" };
    format!("{owner}{particle}{thing}")
}

/// Two words in a row, with a space where both are Latin.
pub fn beside(first: &str, second: &str) -> String {
    let space = if meet_in_latin(first, second) { " " } else { "" };
    format!("{first}{space}{second}")
}

fn meet_in_latin(first: &str, second: &str) -> bool {
    let latin = |c: char| c.is_alphanumeric() && c < '\u{2E80}';
    // A closing bracket belongs to the word before it.
    let end = first.trim_end_matches([')', '.']);
    end.ends_with(latin) && second.starts_with(latin)
}

/// What is left with a stint: an organization or its board.
pub fn left(seat: &Seat) -> String {
    if on_board(seat) { board(seat) } else { seat.org.to_owned() }
}

/// The place itself: an organization, its board or a team.
pub fn place(seat: &Seat) -> String {
    match seat.own_team() {
        Some(team) if !on_board(seat) => of(seat.org, &team_name(team)),
        _ => left(seat),
    }
}

/// The whole of what somebody holds: "Orbit Labs首席科学家", "Orbit Labs顾问".
pub fn office(seat: &Seat) -> Option<String> {
    let bare = match (seat.own_role(), seat.capacity) {
        (Some(role), Capacity::Board | Capacity::Observer) if !seat.names_board() => {
            return Some(beside(&board(seat), role));
        }
        (Some(role), _) => return Some(of(&place_of_role(seat), &interim(seat, role))),
        (None, Capacity::Observer) => "董事会观察员",
        (None, Capacity::Advisor) => "顾问",
        (None, Capacity::Contractor) => "合同人员",
        (None, _) => return None,
    };
    Some(of(seat.org, bare))
}

/// Somebody by what they were: "Orbit Labs首席科学家陈安"; `None` where only the organization is known.
pub fn known_person(seat: &Seat, person: &str) -> Option<String> {
    let known_as = office(seat).or_else(|| match seat.capacity {
        Capacity::Founder => Some(of(seat.org, "创始人")),
        Capacity::Employee => seat.own_team().map(|_| format!("{}成员", place(seat))),
        _ => None,
    });
    known_as.map(|known_as| beside(&known_as, person))
}

/// What somebody remains at the organization that they leave a place of: "留任顾问".
pub fn remaining(seat: &Seat) -> Option<String> {
    let bare = match (seat.own_role(), seat.capacity) {
        (Some(role), _) => return Some(format!("留任{}", interim(seat, role))),
        (None, Capacity::Board) => "董事",
        (None, Capacity::Observer) => "董事会观察员",
        (None, Capacity::Advisor) => "顾问",
        (None, Capacity::Contractor) => "合同人员",
        (None, Capacity::Interim) => "临时职务",
        (None, Capacity::Employee | Capacity::Founder) => {
            return seat.own_team().map(|team| format!("留在{}", team_name(team)));
        }
    };
    Some(format!("留任{bare}"))
}

/// A place that is taken, with the role there: "Orbit Labs董事会，任主席".
pub fn arrival(seat: &Seat) -> String {
    let role = match (seat.added_role(), seat.capacity) {
        (Some(role), _) => format!("，任{}", interim(seat, role)),
        (None, Capacity::Observer) => "，任观察员".to_owned(),
        (None, Capacity::Advisor) => "，任顾问".to_owned(),
        (None, Capacity::Contractor) => "，任合同人员".to_owned(),
        (None, _) => String::new(),
    };
    format!("{}{role}", place(seat))
}

/// Whether it is a seat on a board.
pub fn on_board(seat: &Seat) -> bool {
    matches!(seat.capacity, Capacity::Board | Capacity::Observer)
}

fn board(seat: &Seat) -> String {
    format!("{}董事会", seat.org)
}

fn place_of_role(seat: &Seat) -> String {
    if on_board(seat) { seat.org.to_owned() } else { place(seat) }
}

fn interim(seat: &Seat, role: &str) -> String {
    if seat.needs_interim() { format!("临时{role}") } else { role.to_owned() }
}

/// A team as a sentence names it: "机器人团队".
fn team_name(name: &str) -> String {
    let groups = ["队", "组", "部", "部门", "室", "处", "院", "会", "团"];
    let latin_groups = ["team", "group", "lab", "labs", "committee", "department", "division", "unit"];
    let lower = name.to_lowercase();
    let says_so = lower.contains("团队")
        || groups.iter().any(|group| plain_name(name).ends_with(group))
        || lower.split(|c: char| !c.is_alphanumeric()).any(|word| latin_groups.contains(&word));
    if says_so { name.to_owned() } else { format!("{name}团队") }
}
