//! Titles of moves in Chinese. Between Latin and Chinese words stands no space.

use super::places::{arrival, beside, known_person, left, of, office, on_board, place, remaining};
use crate::model::{Capacity, Kind, Reason};
use crate::wording::headline::{Headline, Seat};

/// What somebody does.
struct Act {
    /// Who, perhaps with what they were: "Orbit Labs首席科学家陈安".
    subject: String,
    /// What.
    words: String,
}

/// The title of a move.
pub fn title(headline: &Headline) -> String {
    let off = headline.is_called_off();
    let Act { subject, words } = act(headline);
    match (headline.kind, headline.reason) {
        (Kind::Departure, Reason::Died) if off => format!("关于{subject}{words}的消息不实"),
        _ if off => format!("{subject}原定{words}，但最终未实现"),
        _ => format!("{subject}{words}"),
    }
}

fn act(headline: &Headline) -> Act {
    let seat = &headline.seat;
    let plain = |words: String| Act { subject: headline.person.to_owned(), words };
    match headline.kind {
        Kind::Join => plain(joining(seat)),
        Kind::Departure => departure(headline),
        Kind::Promotion => plain(promotion(seat)),
        Kind::Transfer => plain(transfer(seat)),
        Kind::Leave => leave(headline),
        Kind::Return => plain(match (seat.own_role(), seat.capacity) {
            (None, Capacity::Interim) => format!("临时重返{}", place(seat)),
            _ => format!("重返{}", arrival(seat)),
        }),
    }
}

fn joining(seat: &Seat) -> String {
    match (seat.capacity, office(seat)) {
        // A team says where they work, not what they founded.
        (Capacity::Founder, _) => format!("{}{}", founding(seat), arrival(&Seat { team: None, ..*seat })),
        (Capacity::Interim | Capacity::Advisor, Some(office)) => format!("出任{office}"),
        (Capacity::Interim, None) => format!("临时加入{}", place(seat)),
        _ => format!("加入{}", arrival(seat)),
    }
}

fn founding(seat: &Seat) -> &'static str {
    if seat.is_sole_founder() { "创立" } else { "联合创立" }
}

fn departure(headline: &Headline) -> Act {
    let Headline { person, seat, .. } = headline;
    let left = left(seat);
    let held = office(seat).or_else(|| on_board(seat).then(|| of(seat.org, "董事")));
    let next = onward(headline);
    let by_person = |words: String| Act { subject: (*person).to_owned(), words: format!("{words}{next}") };
    // Who is known by an office is told with it; otherwise the sentence tells the place.
    let known = |with: &str, without: String| match known_person(seat, person) {
        Some(subject) => Act { subject, words: format!("{with}{next}") },
        None => by_person(without),
    };
    match (headline.reason, held) {
        (Reason::Resigned, Some(held)) => by_person(format!("辞去{held}职务")),
        (Reason::Resigned, None) => known("辞职", format!("从{left}辞职")),
        (Reason::Dismissed, Some(held)) => by_person(format!("被解除{held}职务")),
        (Reason::Dismissed, None) => known("被解职", format!("被{left}解职")),
        (Reason::LaidOff, _) => known("在裁员中离职", format!("在{left}裁员中离职")),
        (Reason::Retired, _) => known("退休", format!("从{left}退休")),
        (Reason::TermEnded, _) => known("任期届满离任", format!("在{left}任期届满离任")),
        (Reason::Acquired, _) => known("因机构被收购而离职", format!("因{}被收购而离职", seat.org)),
        (Reason::Died, held) => Act { subject: deceased(seat, person, held), words: "逝世".to_owned() },
        (Reason::Unknown, held) => match plain_departure(headline, held, !next.is_empty()) {
            Some(words) => by_person(words),
            None if on_board(seat) => known("离开董事会", format!("离开{left}")),
            None => known("离职", format!("离开{left}")),
        },
    }
}

/// The words for giving up an office that is lent or that is followed by another one there.
fn plain_departure(headline: &Headline, held: Option<String>, goes_on: bool) -> Option<String> {
    let seat = &headline.seat;
    let lent = matches!(seat.capacity, Capacity::Observer | Capacity::Advisor | Capacity::Interim);
    let stays = headline.stays && goes_on;
    match held {
        Some(held) if lent || stays => Some(format!("卸任{held}")),
        None if stays => Some(format!("卸下{}原有职务", place(seat))),
        _ => None,
    }
}

fn deceased(seat: &Seat, person: &str, held: Option<String>) -> String {
    match held {
        Some(held) => beside(&held, person),
        None => known_person(seat, person).unwrap_or_else(|| format!("{}的{person}", seat.org)),
    }
}

/// Where a departure leads, with the comma before it; nothing where it is not told.
fn onward(headline: &Headline) -> String {
    let Some(next) = &headline.next else { return String::new() };
    if headline.stays {
        return remaining(next).map_or_else(String::new, |role| format!("，{role}"));
    }
    // The role is left to the page: a title tells where somebody goes.
    let role = next.role.filter(|_| next.capacity == Capacity::Interim);
    let brief = Seat { role, team: None, ..*next };
    match next.capacity {
        Capacity::Founder => format!("，{}{}", founding(next), next.org),
        _ => format!("，{}", joining(&brief)),
    }
}

fn promotion(seat: &Seat) -> String {
    let raised = matches!(seat.capacity, Capacity::Employee | Capacity::Founder | Capacity::Contractor);
    match (office(seat), seat.own_role()) {
        (Some(office), Some(_)) if raised => format!("升任{office}"),
        (Some(office), _) => format!("出任{office}"),
        (None, _) if on_board(seat) => format!("进入{}", place(seat)),
        (None, _) if seat.capacity == Capacity::Interim => transfer(seat),
        (None, _) => format!("在{}获得晋升", place(seat)),
    }
}

fn transfer(seat: &Seat) -> String {
    match office(seat) {
        Some(office) => format!("转任{office}"),
        None if seat.capacity == Capacity::Interim => format!("在{}转任临时职务", place(seat)),
        None if on_board(seat) => format!("进入{}", place(seat)),
        None if seat.own_team().is_some() => format!("转入{}", place(seat)),
        None => format!("在{}转任其他职务", place(seat)),
    }
}

fn leave(headline: &Headline) -> Act {
    let Headline { person, seat, .. } = headline;
    let until = headline.until.as_ref().map_or_else(String::new, |until| format!("，计划至{until}"));
    match known_person(seat, person) {
        Some(subject) => Act { subject, words: format!("休假{until}") },
        None => Act { subject: (*person).to_owned(), words: format!("暂离{}休假{until}", left(seat)) },
    }
}
