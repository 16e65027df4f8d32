//! What many pages look up, worked out once: which records belong to which, and in which order they are listed.

use super::listing::{self, Listing};
use crate::analysis::Careers;
use crate::archive::Archive;
use crate::model::{
    CohortIx, Day, EdtfDate, EventIx, FigureIx, MoveIx, OrgIx, PersonIx, PostIx, Precision, SourceIx,
};
use rayon::prelude::*;
use std::cmp::Reverse;

/// The lists of the site, and which records belong to which.
#[derive(Debug)]
pub struct Index {
    /// The lists of each language of the site.
    pub listings: Vec<Listing>,
    /// The sources by what they are: those with one address are one, the shared record of it first.
    pub works: Vec<Vec<SourceIx>>,
    /// The figures and the cohorts, the latest first.
    pub figures: Vec<FigureIx>,
    pub cohorts: Vec<CohortIx>,
    pub events_of_person: Vec<Vec<EventIx>>,
    pub cohorts_of_person: Vec<Vec<CohortIx>>,
    pub events_of_org: Vec<Vec<EventIx>>,
    pub figures_of_org: Vec<Vec<FigureIx>>,
    pub cohorts_of_org: Vec<Vec<CohortIx>>,
    pub parts_of_org: Vec<Vec<OrgIx>>,
    /// The people of an organization, in the order of its list.
    pub people_of_org: Vec<Vec<Tie>>,
    /// For each organization and post, the moves into and out of it, oldest first.
    pub moves_of_post: Vec<Vec<Vec<MoveIx>>>,
    /// The moves told in the context of an event, oldest first.
    pub moves_of_event: Vec<Vec<MoveIx>>,
}

/// What ties a person to an organization; the number is that of the stint or the education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// They are there, as far as is recorded.
    Now(PersonIx, usize),
    /// They were there.
    Before(PersonIx, usize),
    /// They studied there.
    Studied(PersonIx, usize),
}

impl Index {
    /// Works everything out.
    pub fn new(archive: &Archive, careers: &Careers) -> Self {
        let people = archive.people().len();
        let orgs = archive.orgs().len();
        let events = || archive.events();
        let mut figures: Vec<_> = archive.figures().collect();
        figures.sort_by_key(|(_, figure)| Reverse(figure.period.span().sort_key()));
        let mut cohorts: Vec<_> = archive.cohorts().collect();
        cohorts.sort_by_key(|(_, cohort)| Reverse(cohort.formed.sort_key()));
        let (works, people_of_org) =
            rayon::join(|| listing::works(archive), || people_of_orgs(archive, careers));
        let languages = archive.site().languages.par_iter();
        Self {
            listings: languages.map(|language| Listing::new(archive, &works, language)).collect(),
            works,
            events_of_person: lists(
                people,
                events().flat_map(|(ix, e)| e.people.iter().map(move |p| (p.at(), ix))),
            ),
            cohorts_of_person: lists(
                people,
                cohorts.iter().flat_map(|&(ix, c)| c.members.iter().map(move |m| (m.person.at(), ix))),
            ),
            events_of_org: lists(orgs, events().flat_map(|(ix, e)| e.orgs.iter().map(move |o| (o.at(), ix)))),
            figures_of_org: lists(orgs, figures.iter().filter_map(|&(ix, f)| Some((f.org?.at(), ix)))),
            cohorts_of_org: lists(orgs, cohorts.iter().map(|&(ix, c)| (c.org.at(), ix))),
            figures: figures.iter().map(|(ix, _)| *ix).collect(),
            cohorts: cohorts.iter().map(|(ix, _)| *ix).collect(),
            parts_of_org: lists(orgs, archive.orgs().filter_map(|(ix, o)| Some((o.parent?.at(), ix)))),
            people_of_org,
            moves_of_post: moves_of_posts(archive),
            moves_of_event: lists(
                archive.events().len(),
                archive.moves().flat_map(|(ix, m)| m.events.iter().map(move |e| (e.at(), ix))),
            ),
        }
    }

    /// The moves into and out of a post, oldest first.
    pub fn moves_of_post(&self, org: OrgIx, post: PostIx) -> &[MoveIx] {
        &self.moves_of_post[org.at()][post.at()]
    }
}

fn people_of_orgs(archive: &Archive, careers: &Careers) -> Vec<Vec<Tie>> {
    let mut of_org: Vec<Vec<(Order, Tie)>> = vec![Vec::new(); archive.orgs().len()];
    for (person, record) in archive.people() {
        for (number, stint) in careers.of_person(person).iter().enumerate() {
            let date = |ix: MoveIx| archive[ix].effective().map(EdtfDate::sort_key);
            let (order, tie) = match stint.closed {
                None => ((0, Reverse(None), date(stint.first)), Tie::Now(person, number)),
                Some(end) => ((1, Reverse(date(end)), date(stint.first)), Tie::Before(person, number)),
            };
            of_org[stint.org.at()].push((order, tie));
        }
        for (number, education) in record.education.iter().enumerate() {
            of_org[education.org.at()].push(((2, Reverse(None), None), Tie::Studied(person, number)));
        }
    }
    let sorted = |mut ties: Vec<(Order, Tie)>| {
        ties.sort_by_key(|(order, _)| *order);
        ties.into_iter().map(|(_, tie)| tie).collect()
    };
    of_org.into_par_iter().map(sorted).collect()
}

type Instant = Option<(Day, Precision, Day)>;

/// The list of an organization's people: those there now as they came, then who left last, then who studied there.
type Order = (u8, Reverse<Instant>, Instant);

fn moves_of_posts(archive: &Archive) -> Vec<Vec<Vec<MoveIx>>> {
    let mut found: Vec<Vec<Vec<MoveIx>>> =
        archive.orgs().map(|(_, org)| vec![Vec::new(); org.posts.len()]).collect();
    for (ix, moved) in archive.moves() {
        for place in moved.from.iter().chain(&moved.to) {
            let Some(post) = place.post else { continue };
            let moves = &mut found[place.org.at()][post.at()];
            if moves.last() != Some(&ix) {
                moves.push(ix);
            }
        }
    }
    found
}

/// Pairs of a position and a value as one list a position, without repetitions.
fn lists<T: PartialEq>(positions: usize, pairs: impl Iterator<Item = (usize, T)>) -> Vec<Vec<T>> {
    let mut lists: Vec<Vec<T>> = std::iter::repeat_with(Vec::new).take(positions).collect();
    for (position, value) in pairs {
        let list = &mut lists[position];
        if list.last() != Some(&value) {
            list.push(value);
        }
    }
    lists
}
