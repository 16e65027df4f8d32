//! Careers that make sense: who joins somewhere rises, changes teams, pauses, comes back and leaves.

use super::days::{day, last, later};
use super::orgs::{self, Org};
use super::places::{LADDERS, Place, Role, TOP};
use super::random::Random;
use chrono::{Datelike, Months, NaiveDate};

/// A move of one person.
pub struct Move {
    pub id: String,
    pub person: usize,
    pub kind: &'static str,
    /// The day of it, which the date contains.
    pub day: NaiveDate,
    /// EDTF; `None` where only the announcement is dated.
    pub date: Option<String>,
    pub announced: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub from: Option<Place>,
    pub to: Option<Place>,
    pub reason: Option<&'static str>,
    pub status: &'static str,
}

impl Move {
    /// Whether it changes anything.
    pub fn took_hold(&self) -> bool {
        !matches!(self.status, "cancelled" | "retracted")
    }

    /// Where it happens.
    pub fn place(&self) -> &Place {
        let place = if matches!(self.kind, "departure" | "leave") { &self.from } else { &self.to };
        place.as_ref().expect("a career writes the place that a kind needs")
    }
}

/// A career of so many moves.
pub fn career(random: Random, orgs: &[Org], (person, id): (usize, &str), length: usize) -> Vec<Move> {
    let mut career = Career::begin(random, orgs, (person, id), length);
    while career.moves.len() < length {
        career.go_on();
    }
    career.moves
}

/// A career while it is made up.
struct Career<'a> {
    random: Random,
    orgs: &'a [Org],
    person: usize,
    id: &'a str,
    /// The most days between two moves.
    step: i32,
    day: NaiveDate,
    at: Option<Place>,
    paused: bool,
    /// Where they go, as their departure told.
    next: Option<Place>,
    board: Option<Place>,
    known: Vec<usize>,
    left: Vec<(usize, NaiveDate)>,
    moves: Vec<Move>,
}

impl<'a> Career<'a> {
    fn begin(mut random: Random, orgs: &'a [Org], (person, id): (usize, &'a str), length: usize) -> Self {
        let first = day(1998, 1, 5);
        let whole = i32::try_from((last() - first).num_days()).unwrap_or_default();
        let moves = i32::try_from(length).unwrap_or(i32::MAX);
        // Two moves of one kind are never so near that their dates could be the same.
        let start = random.between(0, whole.saturating_sub(moves.saturating_mul(300)).max(0));
        let step = ((whole - start) / moves).min(900);
        let day = later(first, start);
        let (known, left, moves) = (Vec::new(), Vec::new(), Vec::with_capacity(length));
        Self {
            random,
            orgs,
            person,
            id,
            step,
            day,
            at: None,
            paused: false,
            next: None,
            board: None,
            known,
            left,
            moves,
        }
    }

    fn go_on(&mut self) {
        let Some(at) = self.at else { return self.arrive() };
        self.wait(self.step / 3, self.step);
        if self.paused {
            return self.come_back(at);
        }
        match self.random.below(100) {
            0..34 if at.role.rung < TOP => self.rise(at),
            0..52 => self.shift(at),
            52..60 => self.pause(at),
            60..64 => self.serve(at),
            _ => self.depart(at),
        }
    }

    fn wait(&mut self, least: i32, most: i32) {
        self.day = later(self.day, self.random.between(least, most));
    }

    /// A new stint: where the last departure led, where they once were, or somewhere new.
    fn arrive(&mut self) {
        if let Some(place) = self.next.take() {
            self.wait(10, 90);
            self.at = Some(place);
            return self.add("join", None, Some(place));
        }
        self.wait(self.step / 3, self.step);
        let long_ago = self.left.iter().position(|&(_, day)| (self.day - day).num_days() > 800);
        if let Some(before) = long_ago.filter(|_| self.random.percent(25)) {
            let place = self.place(self.left[before].0);
            self.left.remove(before);
            self.at = Some(place);
            return self.add("return", None, Some(place));
        }
        let mut place = self.somewhere();
        if place.org >= orgs::LARGE && self.random.percent(6) {
            place.capacity = Some("founder");
        }
        self.at = Some(Place { capacity: None, ..place });
        self.add("join", None, Some(place));
    }

    fn somewhere(&mut self) -> Place {
        let org = orgs::choose(&mut self.random, self.orgs, self.day.year(), &self.known);
        let org = org.expect("there are more organizations than a career visits");
        self.known.push(org);
        self.place(org)
    }

    /// Some place at an organization, no lower than the last.
    fn place(&mut self, org: usize) -> Place {
        let rung = self.moves.last().map_or(0, |mv| mv.place().role.rung);
        let higher = usize::from(self.random.percent(30));
        let role = Role { ladder: self.random.below(LADDERS.len()), rung: (rung + higher).min(TOP) };
        let team = self.orgs[org].team(&mut self.random, self.day.year());
        Place { org, team, post: None, role, capacity: None }
    }

    fn rise(&mut self, at: Place) {
        let place = Place { role: Role { rung: at.role.rung + 1, ..at.role }, ..self.place(at.org) };
        self.change("promotion", at, place);
    }

    fn shift(&mut self, at: Place) {
        let place =
            Place { role: Role { rung: at.role.rung, ..self.place(at.org).role }, ..self.place(at.org) };
        self.change("transfer", at, place);
    }

    /// A change within an organization; a few are made public and never take hold.
    fn change(&mut self, kind: &'static str, at: Place, place: Place) {
        let from = self.random.percent(50).then_some(at);
        self.add(kind, from, Some(place));
        let void = self.random.percent(4);
        let status = if self.random.percent(70) { "cancelled" } else { "retracted" };
        if void {
            self.last().status = status;
        } else {
            self.at = Some(place);
        }
    }

    fn pause(&mut self, at: Place) {
        self.paused = true;
        self.add("leave", Some(at), None);
        let planned = self.random.percent(60).then(|| later(self.day, self.random.between(32, 200)));
        self.last().until = planned;
    }

    fn come_back(&mut self, at: Place) {
        self.paused = false;
        if self.random.percent(15) {
            return self.depart(at);
        }
        let team = self.orgs[at.org].team(&mut self.random, self.day.year());
        let place = Place { team, ..at };
        self.at = Some(place);
        self.add("return", None, Some(place));
    }

    /// A seat on the board of another organization, beside the work.
    fn serve(&mut self, at: Place) {
        if let Some(seat) = self.board.take() {
            self.add("departure", Some(seat), None);
            self.last().reason = Some("term-ended");
            return;
        }
        let seat = Place { team: None, role: at.role, capacity: Some("board"), ..self.somewhere() };
        self.board = Some(seat);
        self.add("join", None, Some(seat));
    }

    fn depart(&mut self, at: Place) {
        let reported = self.random.percent(65);
        let to = if reported { Some(self.somewhere()) } else { None };
        self.add("departure", Some(at), to);
        let reasons = ["resigned", "resigned", "resigned", "resigned", "dismissed", "laid-off", "unknown"];
        let reason = self.random.percent(70).then(|| *self.random.pick(&reasons));
        self.last().reason = reason;
        self.left.push((at.org, self.day));
        // Of some, the departure is all that tells where they went.
        let told = self.random.percent(15);
        (self.at, self.next) = if told { (to, None) } else { (None, to) };
    }

    fn last(&mut self) -> &mut Move {
        self.moves.last_mut().expect("called after a move is added")
    }

    fn add(&mut self, kind: &'static str, from: Option<Place>, to: Option<Place>) {
        let random = &mut self.random;
        let day = self.day;
        // Some weeks earlier, or some days later.
        let announced = random.percent(35).then(|| later(day, random.between(-40, 10)));
        let unknown = random.percent(3);
        let status = match random.below(100) {
            0..8 => "reported",
            8..11 => "disputed",
            _ => "confirmed",
        };
        // Two moves of one year, of which one is known to the year only, could be in either order.
        let alone = self.moves.last().is_none_or(|before| before.day.year() < day.year());
        let board =
            if from.or(to).is_some_and(|place| place.capacity == Some("board")) { "-board" } else { "" };
        self.moves.push(Move {
            id: format!("{}-{}{board}-{kind}", day.format("%Y-%m"), self.id),
            person: self.person,
            kind,
            day,
            date: (!unknown).then(|| edtf(random, (kind, alone), day)),
            announced: if unknown { Some(day) } else { announced },
            until: None,
            from,
            to,
            reason: None,
            status,
        });
    }
}

/// A day as EDTF, as precise as sources usually are about this kind of move.
fn edtf(random: &mut Random, (kind, alone): (&str, bool), day: NaiveDate) -> String {
    let next = day + Months::new(1);
    let (exact, month, year) = match kind {
        "join" => (45, 80, 94),
        "departure" if alone => (70, 92, 96),
        _ => (70, 95, 95),
    };
    match random.below(100) {
        roll if roll < exact => day.to_string(),
        roll if roll < month => day.format("%Y-%m").to_string(),
        roll if roll < year => day.format("%Y").to_string(),
        97 => format!("{}-Q{}", day.year(), day.month0() / 3 + 1),
        98 if kind == "join" => day.format("%Y~").to_string(),
        _ => format!("\"[{}..{}]\"", day.format("%Y-%m"), next.format("%Y-%m")),
    }
}

/// Gives posts to those of a career who rose high enough, as far as posts are free.
pub fn seat(random: &mut Random, moves: &mut [Move], orgs: &mut [Org]) {
    for i in 0..moves.len() {
        let mv = &moves[i];
        let Some(to) = mv.to.filter(|to| mv.took_hold() && mv.kind != "departure" && to.role.rung >= 2)
        else {
            continue;
        };
        if to.capacity == Some("board") || random.percent(40) {
            continue;
        }
        let later = moves[i + 1..].iter().filter(|next| next.took_hold() && next.kind != "leave");
        let mut here = later.filter(|next| next.place().org == to.org);
        let end = here.next().map_or(NaiveDate::MAX, |next| next.day);
        let post = orgs[to.org].take_post(random, mv.day, end);
        moves[i].to = Some(Place { post, ..to });
    }
}
