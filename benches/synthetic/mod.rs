//! Synthetic content: a site of any size, valid down to the last warning, the same for a seed on every machine.
//!
//! It looks like curated records do. Half of all careers pass through ten large organizations with teams and
//! posts, the rest through a long tail. Most dates are exact, some known to the month, the year or a span. Most
//! sources are written where they are cited, some are shared. Texts are in English and Chinese, notes in
//! Markdown, some of them in files of their own. Nobody and nothing in it exists.

mod careers;
mod days;
mod names;
mod orgs;
mod places;
mod random;
mod records;
mod sheet;
mod texts;

use careers::Move;
use chrono::NaiveDate;
use names::Text;
use orgs::Org;
use random::Random;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Everything that the records tell.
pub struct World {
    seed: u64,
    orgs: Vec<Org>,
    people: Vec<Person>,
    moves: Vec<Move>,
    events: Vec<Event>,
    /// The events of each organization.
    events_of_org: Vec<Vec<usize>>,
    cohorts: Vec<Cohort>,
    figures: usize,
    sources: Vec<Source>,
}

struct Person {
    id: String,
    name: Text,
    sort_name: String,
}

struct Event {
    id: String,
    day: NaiveDate,
    org: usize,
    people: Vec<usize>,
}

struct Cohort {
    org: usize,
    members: Vec<usize>,
}

struct Source {
    id: String,
    publisher: usize,
    day: NaiveDate,
}

impl World {
    /// Makes up a world of so many moves, at least one.
    pub fn new(moves: usize, seed: u64) -> Self {
        let moves = moves.max(1);
        let mut orgs = orgs::make(seed, 40 + moves / 30);
        let people: Vec<Person> = (0..moves.div_ceil(3)).map(person).collect();
        let events: Vec<Event> =
            (0..4 + moves / 100).map(|nth| event(seed, nth, &orgs, people.len())).collect();
        let mut events_of_org = vec![Vec::new(); orgs.len()];
        for (position, event) in events.iter().enumerate() {
            events_of_org[event.org].push(position);
        }
        let moves = careers(seed, moves, &people, &mut orgs);
        let cohorts = cohorts(seed, &moves);
        let figures = 2 + moves.len() / 500;
        let sources = (0..5 + moves.len() / 40).map(|nth| source(seed, nth)).collect();
        Self { seed, orgs, people, moves, events, events_of_org, cohorts, figures, sources }
    }

    /// How many moves, people, organizations and events there are.
    pub fn counts(&self) -> String {
        let (moves, people, orgs, events) =
            (self.moves.len(), self.people.len(), self.orgs.len(), self.events.len());
        format!("{moves} moves, {people} people, {orgs} organizations, {events} events")
    }

    /// Writes all records below `content/` of a folder.
    ///
    /// # Errors
    /// When there is a `content` already, or it can't be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let content = folder.join("content");
        fs::create_dir_all(folder)?;
        let taken =
            |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", content.display()));
        fs::create_dir(&content).map_err(taken)?;
        let files: Vec<(PathBuf, String)> = records::all(self);
        let folders: BTreeSet<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
        for inner in folders {
            fs::create_dir_all(content.join(inner))?;
        }
        files.par_iter().try_for_each(|(path, text)| fs::write(content.join(path), text))
    }

    /// A stream of random numbers for the texts of one record.
    fn random(&self, id: &str) -> Random {
        Random::new(self.seed, id)
    }
}

fn person(position: usize) -> Person {
    let (name, sort_name) = names::person(position);
    Person { id: names::slug(&name.en), name, sort_name }
}

fn event(seed: u64, nth: usize, orgs: &[Org], people: usize) -> Event {
    let mut random = Random::new(seed, &format!("event {nth}"));
    let among = if random.percent(70) { orgs::LARGE } else { orgs.len() };
    let org = random.below(among);
    let day = days::any(&mut random);
    let people = (0..random.below(3)).map(|_| random.below(people)).collect();
    Event { id: format!("{}-{}-{}", day.format("%Y-%m"), orgs[org].id, nth + 1), day, org, people }
}

fn source(seed: u64, nth: usize) -> Source {
    let mut random = Random::new(seed, &format!("source {nth}"));
    let (publisher, day) = (publisher(&mut random), days::any(&mut random));
    Source { id: format!("{}-{day}-{}", names::slug(&names::publisher(publisher)), nth + 1), publisher, day }
}

/// A publisher; some are cited far more than others.
fn publisher(random: &mut Random) -> usize {
    random.below(names::PUBLISHERS).min(random.below(names::PUBLISHERS)).min(random.below(names::PUBLISHERS))
}

/// All careers: every person has at least one move, most a few, some many.
fn careers(seed: u64, count: usize, people: &[Person], orgs: &mut [Org]) -> Vec<Move> {
    let mut lengths = Random::new(seed, "lengths");
    let mut moves = Vec::with_capacity(count);
    for (position, person) in people.iter().enumerate() {
        let (left, after) = (count - moves.len(), people.len() - position - 1);
        let spare = left - after;
        let mut length = if after == 0 { spare } else { 1 };
        // Each further move is as likely as it takes for the numbers to meet in the end.
        while length < spare.min(14) && lengths.below(left) > after {
            length += 1;
        }
        let random = Random::new(seed, &person.id);
        let mut career = careers::career(random, orgs, (position, &person.id), length);
        careers::seat(&mut lengths, &mut career, orgs);
        moves.append(&mut career);
    }
    moves
}

/// Groups of people who were at one of the large organizations.
fn cohorts(seed: u64, moves: &[Move]) -> Vec<Cohort> {
    let mut members = vec![BTreeSet::new(); orgs::LARGE];
    for mv in moves.iter().filter(|mv| mv.kind == "join" && mv.place().org < orgs::LARGE) {
        members[mv.place().org].insert(mv.person);
    }
    let members: Vec<Vec<usize>> = members.into_iter().map(|members| members.into_iter().collect()).collect();
    let cohort = |nth: usize| {
        let mut random = Random::new(seed, &format!("cohort {nth}"));
        let org = nth % orgs::LARGE;
        let start = random.below(members[org].len().max(1));
        let size = 4 + random.below(27);
        Cohort { org, members: members[org].iter().copied().skip(start).take(size).collect() }
    };
    (0..2 + moves.len() / 1000).map(cohort).filter(|cohort| !cohort.members.is_empty()).collect()
}
