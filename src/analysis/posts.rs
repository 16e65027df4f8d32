//! Posts: who held each seat, in order, and who followed whom.

mod holders;
mod seats;

use super::tenure::{Bounds, Tenure};
use crate::archive::Archive;
use crate::model::{Capacity, Day, EdtfDate, MoveIx, OrgIx, PersonIx, PostIx};

/// The holders of every post, and the posts of every person.
#[derive(Debug)]
pub struct Posts {
    of_org: Vec<Vec<History>>,
    of_person: Vec<Vec<(OrgIx, PostIx, usize)>>,
}

/// The history of a post: its holders in the order in which they took it.
///
/// Where dates leave the order open, it is one in which each begins after the one before has ended, if there is
/// such an order; on one day, `order` decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The holders, first to last.
    pub holders: Vec<Holder>,
}

/// A time in which one person held a post: within one stint, from the move whose `to` names the post (or, where none
/// is recorded, from an unrecorded day before the first move whose `from` names it) to the next move of that stint
/// that says another place, or that ends the stint. A leave does not end it.
///
/// Moves that never took hold count for nothing. Interim holders are holders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonIx,
    /// In what capacity; `interim` until somebody is found.
    pub capacity: Capacity,
    /// The first move that tells of it.
    pub first: MoveIx,
    /// Whether that move seated them; where not, they had the post before, since when is not recorded.
    pub is_begun: bool,
    /// The last move that says that they held it.
    pub told: MoveIx,
    /// How it ended; `None` where the records know no end.
    pub end: Option<End>,
    /// The moves that paused it, and those that ended the pause.
    pub leaves: Vec<(MoveIx, Option<MoveIx>)>,
    /// Which of the post's seats, from 0; `None` for who held the post beside those in its seats, as an interim
    /// holder does during a leave.
    ///
    /// A shared post does not say who follows whom: a newcomer takes the seat that was left last.
    pub seat: Option<usize>,
    /// Who held the seat before, by number in the history.
    pub predecessor: Option<usize>,
    /// Who held the seat next, by number in the history.
    pub successor: Option<usize>,
}

/// The end of a holder's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The move by which it was over.
    pub by: MoveIx,
    /// How we know.
    pub how: Known,
}

/// How an end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// The move says so: out of the post, or out of the capacity that held it.
    Recorded,
    /// Inferred: the next holder took the only seat, and nothing says what became of the one before.
    Taken,
    /// Inferred: by then they held another place, and nothing says since when.
    Elsewhere,
}

/// A time in which nobody held any seat of a post: from the end of the last holder to the begin of the next, in days
/// at whose end the post was empty.
///
/// There is one only where both are recorded and the dates allow no other reading. A post whose last holder has left
/// is not called vacant: that nobody followed may just not be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vacancy {
    /// The holder whose end began it, by number in the history.
    pub after: usize,
    /// The holder who ended it, by number in the history.
    pub before: usize,
    /// The shortest that it can have been: from a day, to a day.
    pub shortest: (Day, Day),
    /// The longest that it can have been: from a day, to a day.
    pub longest: (Day, Day),
}

impl Posts {
    /// Follows everybody's steps once.
    pub fn new(archive: &Archive) -> Self {
        let mut of_org: Vec<Vec<History>> =
            archive.orgs().map(|(_, org)| vec![History::default(); org.posts.len()]).collect();
        for (person, _) in archive.people() {
            for (org, post, holder) in holders::of(archive, person) {
                of_org[org.at()][post.at()].holders.push(holder);
            }
        }
        let mut of_person = vec![Vec::new(); archive.people().len()];
        for ((org, record), histories) in archive.orgs().zip(&mut of_org) {
            for (at, history) in histories.iter_mut().enumerate() {
                seats::fill(archive, &mut history.holders, record.posts[at].seats);
                for (number, holder) in history.holders.iter().enumerate() {
                    of_person[holder.person.at()].push((org, PostIx::new(at), number));
                }
            }
        }
        let mut posts = Self { of_org, of_person: Vec::new() };
        for list in &mut of_person {
            list.sort_by_key(|&(org, post, number)| begin_key(archive, &posts.of(org, post).holders[number]));
        }
        posts.of_person = of_person;
        posts
    }

    /// The history of a post.
    pub fn of(&self, org: OrgIx, post: PostIx) -> &History {
        &self.of_org[org.at()][post.at()]
    }

    /// The histories of an organization's posts that somebody held.
    pub fn of_org(&self, org: OrgIx) -> impl Iterator<Item = (PostIx, &History)> {
        let all = self.of_org[org.at()].iter().enumerate().map(|(at, history)| (PostIx::new(at), history));
        all.filter(|(_, history)| !history.holders.is_empty())
    }

    /// The posts that a person held, in the order in which they took them: each with their number in its history.
    pub fn of_person(&self, person: PersonIx) -> &[(OrgIx, PostIx, usize)] {
        &self.of_person[person.at()]
    }
}

impl History {
    /// The times in which nobody held the post, in order.
    pub fn vacancies(&self, archive: &Archive) -> Vec<Vacancy> {
        let mut vacancies = Vec::new();
        // Who left last, and when: who has no recorded end may hold the post still.
        let mut last: Option<(usize, Day, Day)> = None;
        for (number, holder) in self.holders.iter().enumerate() {
            let begin = Bounds::of_move(archive, holder.first).filter(|_| holder.is_begun);
            if let (Some((after, earliest, latest)), Some(begin)) = (last, begin)
                && latest < begin.earliest
            {
                let (shortest, longest) = ((latest, begin.earliest), (earliest, begin.latest));
                vacancies.push(Vacancy { after, before: number, shortest, longest });
            }
            let end = holder.end.filter(|end| end.how == Known::Recorded);
            let end = end.and_then(|end| Bounds::of_move(archive, end.by));
            let (from, to) = end.map_or((Day::MAX, Day::MAX), |end| (end.earliest, end.latest));
            last = Some(match last {
                Some((before, earliest, latest)) if latest > to => (before, earliest.max(from), latest),
                Some((_, earliest, _)) => (number, earliest.max(from), to),
                None => (number, from, to),
            });
        }
        vacancies
    }
}

impl Holder {
    /// Whether they held it until somebody would be found.
    pub fn is_interim(&self) -> bool {
        self.capacity == Capacity::Interim
    }

    /// When they took the post, where that is recorded.
    pub fn begin<'a>(&self, archive: &'a Archive) -> Option<&'a EdtfDate> {
        archive[self.first].effective().filter(|_| self.is_begun)
    }

    /// When they left it, or by when they had left it.
    pub fn end<'a>(&self, archive: &'a Archive) -> Option<&'a EdtfDate> {
        self.end.and_then(|end| archive[end.by].effective())
    }

    /// How long they held it, where the records say anything of it: to the day that the records are complete to, where
    /// they know no end; leaves included.
    pub fn tenure(&self, archive: &Archive) -> Option<Tenure> {
        let begin = Bounds::of_move(archive, self.first)?;
        let end = match self.end {
            None => Bounds::of(&archive.site().as_of),
            Some(end) => {
                let told = archive[self.told].effective()?.earliest();
                let end_bounds = Bounds::of_move(archive, end.by)?;
                let is_recorded = end.how == Known::Recorded;
                Bounds { earliest: if is_recorded { end_bounds.earliest } else { told }, ..end_bounds }
            }
        };
        let tenure = Tenure::between(begin, end);
        let most = tenure.most.filter(|_| self.is_begun);
        (begin.earliest <= end.latest && (tenure.least > 0 || most.is_some()))
            .then_some(Tenure { most, ..tenure })
    }

    /// The days on which they certainly held it: from the first to the day on which they may have left, which is not
    /// one of them.
    pub fn certain(&self, archive: &Archive) -> Option<(Day, Day)> {
        let from = archive[self.first].effective()?.latest();
        let told = archive[self.told].effective()?.earliest();
        let to = match self.end {
            None => Day::MAX,
            Some(End { how: Known::Recorded, by }) => archive[by].effective()?.earliest(),
            Some(_) => told,
        };
        (from < to).then_some((from, to))
    }
}

/// What orders holders by their begin: who is told of first comes first, and who held it before first on the same day.
fn begin_key(archive: &Archive, holder: &Holder) -> impl Ord + use<> {
    let moved = &archive[holder.first];
    (moved.effective().map(EdtfDate::sort_key), moved.order.unwrap_or(0), holder.is_begun, holder.first)
}
