//! Titles of moves in English, in the present tense of headlines.

use super::places::{arrival, known_as, left, office, on_board, on_team, place, remaining, team_alone};
use crate::model::{Capacity, Kind, Reason};
use crate::wording::headline::{Headline, Seat};

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "joins", "is promoted".
    Third,
    /// "join", "be promoted": after "to".
    Base,
}

impl Form {
    /// The form of a verb; those used here are regular.
    fn of(self, base: &str) -> String {
        match (self, base) {
            (Self::Base, _) => base.to_owned(),
            (Self::Third, "be") => "is".to_owned(),
            (Self::Third, _) => format!("{base}s"),
        }
    }
}

/// What somebody does.
struct Act {
    /// What they were before, told beside the name: "VP of Research".
    known_as: Option<String>,
    /// Whether it is done to them.
    passive: bool,
    /// The words after the name.
    words: String,
}

impl Act {
    fn active(words: String) -> Self {
        Self { known_as: None, passive: false, words }
    }

    fn passive(words: String) -> Self {
        Self { known_as: None, passive: true, words }
    }

    fn by(mut self, seat: &Seat) -> Self {
        self.known_as = known_as(seat);
        self
    }
}

/// The title of a move.
pub fn title(headline: &Headline) -> String {
    if headline.kind == Kind::Departure && headline.reason == Reason::Died {
        return death(headline);
    }
    let form = if headline.is_called_off() { Form::Base } else { Form::Third };
    let act = act(headline, form);
    let person = match act.known_as {
        Some(role) => format!("{}, {role},", headline.person),
        None => headline.person.to_owned(),
    };
    match (form, act.passive) {
        (Form::Third, _) => format!("{person} {}", act.words),
        (Form::Base, true) => format!("{person} was to {}, but was not", act.words),
        (Form::Base, false) => format!("{person} was to {}, but did not", act.words),
    }
}

fn death(headline: &Headline) -> String {
    let Headline { person, seat, .. } = headline;
    let office = match (office(seat), seat.capacity) {
        (Some(office), _) => Some(office),
        (None, Capacity::Founder) => Some(format!("a founder of {}", seat.org)),
        (None, Capacity::Board) => Some(format!("a member of the board of {}", seat.org)),
        (None, _) => None,
    };
    match (office, headline.is_called_off()) {
        (Some(office), false) => format!("{person}, {office}, dies"),
        (None, false) => format!("{person} of {} dies", place(seat)),
        (Some(office), true) => format!("The reported death of {person}, {office}, did not happen"),
        (None, true) => format!("The reported death of {person} of {} did not happen", place(seat)),
    }
}

fn act(headline: &Headline, form: Form) -> Act {
    let seat = &headline.seat;
    match headline.kind {
        Kind::Join => Act::active(joining(seat, form)),
        Kind::Departure => departure(headline, form),
        Kind::Promotion => promotion(seat, form),
        Kind::Transfer => Act::active(transfer(seat, form)),
        Kind::Leave => leave(headline, form),
        Kind::Return => Act::active(format!("{} to {}", form.of("return"), arrival(seat))),
    }
}

fn joining(seat: &Seat, form: Form) -> String {
    match seat.capacity {
        Capacity::Founder => {
            // A team alone says where they work, not what they founded.
            let team = seat.team.filter(|_| seat.role.is_some());
            format!("{} {}", form.of(founding(seat)), arrival(&Seat { team, ..*seat }))
        }
        Capacity::Interim => match office(seat) {
            Some(office) => format!("{} {office}", form.of("become")),
            None => format!("{} {}", form.of("join"), arrival(seat)),
        },
        _ => format!("{} {}", form.of("join"), arrival(seat)),
    }
}

fn founding(seat: &Seat) -> &'static str {
    if seat.is_sole_founder() { "found" } else { "co-found" }
}

fn departure(headline: &Headline, form: Form) -> Act {
    let seat = &headline.seat;
    let place = left(seat);
    let end = |manner| onward(headline, manner, form);
    match (headline.reason, office(seat)) {
        (Reason::Resigned, Some(office)) => {
            Act::active(format!("{} as {office}{}", form.of("resign"), end(Manner::ToJoin)))
        }
        (Reason::Resigned, None) => {
            Act::active(format!("{} from {place}{}", form.of("resign"), end(Manner::ToJoin))).by(seat)
        }
        (Reason::Dismissed, office) => dismissal(headline, office, form),
        (Reason::LaidOff, _) => {
            Act::passive(format!("{} laid off from {place}{}", form.of("be"), end(Manner::AndJoins))).by(seat)
        }
        (Reason::Retired, Some(office)) => {
            Act::active(format!("{} as {office}{}", form.of("retire"), end(Manner::AndJoins)))
        }
        (Reason::Retired, None) => {
            Act::active(format!("{} from {place}{}", form.of("retire"), end(Manner::AndJoins))).by(seat)
        }
        (Reason::TermEnded, Some(office)) => {
            Act::active(format!("{} a term as {office}{}", form.of("complete"), end(Manner::AndJoins)))
        }
        (Reason::TermEnded, None) => {
            let at = if on_board(seat) { "on" } else { "at" };
            Act::active(format!("{} a term {at} {place}{}", form.of("complete"), end(Manner::AndJoins)))
                .by(seat)
        }
        (Reason::Acquired, _) => {
            let words = format!("{} {place} on its acquisition{}", form.of("leave"), end(Manner::AndJoins));
            Act::active(words).by(seat)
        }
        (Reason::Unknown | Reason::Died, office) => plain_departure(headline, office, form),
    }
}

/// Boards remove their members; others are dismissed.
fn dismissal(headline: &Headline, office: Option<String>, form: Form) -> Act {
    let seat = &headline.seat;
    let dismissed = if on_board(seat) { "removed" } else { "dismissed" };
    let end = onward(headline, Manner::AndJoins, form);
    let be = form.of("be");
    match office {
        Some(office) => Act::passive(format!("{be} {dismissed} as {office}{end}")),
        None => Act::passive(format!("{be} {dismissed} from {}{end}", left(seat))).by(seat),
    }
}

fn plain_departure(headline: &Headline, office: Option<String>, form: Form) -> Act {
    let seat = &headline.seat;
    let lent = matches!(seat.capacity, Capacity::Observer | Capacity::Advisor | Capacity::Interim);
    let stays = headline.next.is_some_and(|next| headline.stays && remaining(&next).is_some());
    match office {
        Some(office) if lent || stays => Act::active(format!(
            "{} down as {office}{}",
            form.of("step"),
            onward(headline, Manner::ToJoin, form)
        )),
        None if stays && !on_board(seat) => {
            let words =
                format!("{} back at {}{}", form.of("step"), seat.org, onward(headline, Manner::ToJoin, form));
            Act::active(words).by(seat)
        }
        _ => {
            let words = format!("{} {}{}", form.of("leave"), left(seat), onward(headline, Manner::For, form));
            Act::active(words).by(seat)
        }
    }
}

/// How a departure is tied to what comes after it.
#[derive(Clone, Copy)]
enum Manner {
    /// "for Orbit Labs".
    For,
    /// "to join Orbit Labs".
    ToJoin,
    /// "and joins Orbit Labs".
    AndJoins,
}

/// Where a departure leads, with the space before it; nothing where it is not told.
fn onward(headline: &Headline, manner: Manner, form: Form) -> String {
    let Some(next) = &headline.next else { return String::new() };
    if headline.stays {
        return remaining(next).map_or_else(String::new, |role| format!(" and {} {role}", form.of("stay")));
    }
    // The role is left to the page: a title tells where somebody goes.
    let role = next.role.filter(|_| next.capacity == Capacity::Interim);
    let brief = Seat { role, team: None, ..*next };
    let goes = |form: Form| match next.capacity {
        Capacity::Founder => format!("{} {}", form.of(founding(next)), next.org),
        _ => joining(&brief, form),
    };
    match manner {
        Manner::For if matches!(next.capacity, Capacity::Employee | Capacity::Board) => {
            format!(" for {}", place(&brief))
        }
        Manner::For | Manner::ToJoin => format!(" to {}", goes(Form::Base)),
        Manner::AndJoins => format!(" and {}", goes(form)),
    }
}

fn promotion(seat: &Seat, form: Form) -> Act {
    let raised = matches!(seat.capacity, Capacity::Employee | Capacity::Founder | Capacity::Contractor);
    match (office(seat), seat.own_role()) {
        (Some(office), Some(_)) if raised => Act::passive(format!("{} promoted to {office}", form.of("be"))),
        (Some(office), _) => Act::active(format!("{} {office}", form.of("become"))),
        (None, _) if on_board(seat) => Act::active(joining(seat, form)),
        (None, _) if seat.capacity == Capacity::Interim => Act::active(transfer(seat, form)),
        (None, _) => Act::passive(format!("{} promoted{} at {}", form.of("be"), on_team(seat), seat.org)),
    }
}

fn transfer(seat: &Seat, form: Form) -> String {
    match office(seat) {
        Some(office) => format!("{} {office}", form.of("become")),
        None if seat.capacity == Capacity::Interim => {
            format!("{} an interim role{} at {}", form.of("take"), on_team(seat), seat.org)
        }
        None if on_board(seat) || team_alone(seat).is_some() => {
            format!("{} to {}", form.of("move"), place(seat))
        }
        None => format!("{} role at {}", form.of("change"), seat.org),
    }
}

fn leave(headline: &Headline, form: Form) -> Act {
    let seat = &headline.seat;
    let until = headline.until.as_ref().map_or_else(String::new, |until| format!(" until {until}"));
    let take = form.of("take");
    match office(seat) {
        Some(office)
            if matches!(seat.capacity, Capacity::Observer | Capacity::Advisor | Capacity::Interim) =>
        {
            Act::active(format!("{take} leave as {office}{until}"))
        }
        _ => Act::active(format!("{take} leave from {}{until}", left(seat))).by(seat),
    }
}
