//! Cohorts: who remains, and what sources state of it.

use super::members::{MemberAt, Span, Standing, Track};
use crate::archive::Archive;
use crate::model::{Cohort, CohortIx, Day, EdtfDate, MoveIx, StatedSize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What became of the members of every cohort.
#[derive(Debug)]
pub struct Cohorts(Vec<Followed>);

/// A cohort followed over time: from the first day on which it can have been formed to "now", or to the day on
/// which its organization was dissolved.
///
/// A member **remains** while they hold a working place at the organization: as an employee, a founder, a
/// contractor or ad interim. Who is on leave remains and is told apart. Who holds only a seat on the board, as
/// an observer or as an adviser does not remain and is told apart. Who left and came back remains and is marked.
/// A member counts from the formation on, because membership says that they were there then, even if their
/// joining is not recorded; and until the records say that they left. Where no move of theirs at the
/// organization is recorded at all, they are counted as unknown, not as remaining.
#[derive(Debug)]
pub struct Followed {
    formed: Day,
    until: Day,
    tracks: Vec<Track>,
}

/// A cohort on a day.
#[derive(Debug, PartialEq, Eq)]
pub struct CohortAt {
    /// The day; a later one than is followed becomes the last that is.
    pub day: Day,
    /// What is known of each member, in the order of the record.
    pub members: Vec<MemberAt>,
    /// How many of them stand where.
    pub count: Headcount,
}

/// How many members stand where; together they are all members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Headcount([usize; Standing::ALL.len()]);

/// A step of the curve of who remains: what holds from this day on, up to the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurveStep {
    /// Its first day.
    pub day: Day,
    /// How many members stand where.
    pub count: Headcount,
    /// The moves that it comes from; none at the formation. A move of imprecise date makes two steps: on the
    /// first day that it can have been, and on the last.
    pub causes: Vec<MoveIx>,
}

/// What a source states, held against what is computed for the same time. Neither changes the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// The day for which is computed: the last one that the source can mean, or "now" where it has no date.
    pub day: Day,
    /// What is computed.
    pub count: Headcount,
    /// How the stated size compares with the recorded members.
    pub size: Option<Agreement>,
    /// How the stated number of those remaining compares with the computed one.
    pub remaining: Option<Agreement>,
}

/// How a stated number compares with a computed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// They are the same.
    Same,
    /// The stated one is among those that imprecise dates allow.
    Possible,
    /// They are the same when those on leave are not counted.
    WithoutLeave,
    /// They differ.
    Differs,
}

impl Cohorts {
    /// Follows every member of every cohort once.
    pub fn new(archive: &Archive) -> Self {
        Self(archive.cohorts().map(|(_, cohort)| Followed::new(archive, cohort)).collect())
    }

    /// A cohort over time.
    pub fn of(&self, cohort: CohortIx) -> &Followed {
        &self.0[cohort.at()]
    }

    /// The cohort that a site opens with: of the organization with the most moves, the one with the most
    /// members of whom anything is recorded there; on a tie the one formed first, then the first by id.
    /// One member is no cohort to speak of, so an organization that has only such is passed over.
    pub fn leading(&self, archive: &Archive) -> Option<CohortIx> {
        let rank = |(ix, cohort): &(CohortIx, &Cohort)| {
            let count = self.of(*ix).count();
            let known = count.size() - count.of(Standing::Unknown);
            let moves = archive.moves_of_org(cohort.org).len();
            (moves, known, Reverse(self.of(*ix).formed), Reverse(*ix))
        };
        let cohorts = archive.cohorts().filter(|(_, cohort)| cohort.members.len() > 1);
        cohorts.max_by_key(rank).map(|(ix, _)| ix)
    }

    /// A cohort at the end of a day; `None` before it was formed.
    pub fn at(&self, cohort: CohortIx, day: Day) -> Option<CohortAt> {
        self.of(cohort).at(day)
    }
}

impl Followed {
    fn new(archive: &Archive, cohort: &Cohort) -> Self {
        let formed = cohort.formed.earliest();
        let now = archive.site().as_of.latest();
        let dissolved = archive[cohort.org].dissolved.as_ref().map(EdtfDate::earliest);
        let until = dissolved.map_or(now, |day| day.pred_opt().unwrap_or(day).min(now)).max(formed);
        let track = |member: &crate::model::Member| Track::new(archive, cohort, member.person);
        Self { formed, until, tracks: cohort.members.iter().map(track).collect() }
    }

    /// The first day that is followed.
    pub fn formed(&self) -> Day {
        self.formed
    }

    /// The last day that is followed.
    pub fn until(&self) -> Day {
        self.until
    }

    /// The cohort at the end of a day; `None` before it was formed.
    pub fn at(&self, day: Day) -> Option<CohortAt> {
        (day >= self.formed).then(|| self.on(day))
    }

    /// The cohort on the last day that is followed.
    pub fn now(&self) -> CohortAt {
        self.on(self.until)
    }

    /// How many stand where on the last day that is followed.
    pub fn count(&self) -> Headcount {
        self.count_on(self.until)
    }

    fn on(&self, day: Day) -> CohortAt {
        let day = day.min(self.until);
        let members: Vec<MemberAt> = self.tracks.iter().map(|track| track.at(day)).collect();
        CohortAt { day, count: members.iter().map(|member| member.standing).collect(), members }
    }

    fn count_on(&self, day: Day) -> Headcount {
        self.tracks.iter().map(|track| track.at(day).standing).collect()
    }

    /// Where each member stands over time, in the order of the record.
    pub fn spans(&self) -> impl Iterator<Item = Vec<Span>> {
        self.tracks.iter().map(|track| track.spans(self.formed, self.until))
    }

    /// How many stand where over time: a step for every day on which that can change, the formation first.
    pub fn curve(&self) -> Vec<CurveStep> {
        let mut count = Headcount::default();
        let mut turns: BTreeMap<Day, Vec<(Standing, Standing, Option<MoveIx>)>> = BTreeMap::new();
        for spans in self.spans() {
            count.0[spans[0].standing as usize] += 1;
            for pair in spans.windows(2) {
                let turn = (pair[0].standing, pair[1].standing, pair[1].cause);
                turns.entry(pair[1].from).or_default().push(turn);
            }
        }
        let mut curve = vec![CurveStep { day: self.formed, count, causes: Vec::new() }];
        for (day, turns) in turns {
            let mut causes = Vec::with_capacity(turns.len());
            for (from, to, cause) in turns {
                count.0[from as usize] -= 1;
                count.0[to as usize] += 1;
                causes.extend(cause);
            }
            curve.push(CurveStep { day, count, causes });
        }
        curve
    }

    /// What a source states, beside what is computed.
    pub fn compare(&self, stated: &StatedSize) -> Comparison {
        let day = stated.date.as_ref().map_or(self.until, EdtfDate::latest);
        let day = day.clamp(self.formed, self.until);
        let count = self.count_on(day);
        let size = |stated: u32| {
            if stated as usize == count.size() { Agreement::Same } else { Agreement::Differs }
        };
        let remaining = |stated: u32| count.agrees(stated as usize);
        Comparison { day, count, size: stated.size.map(size), remaining: stated.remaining.map(remaining) }
    }
}

impl Headcount {
    /// How many stand there.
    pub fn of(&self, standing: Standing) -> usize {
        self.0[standing as usize]
    }

    /// All members.
    pub fn size(&self) -> usize {
        self.0.iter().sum()
    }

    /// How many certainly remain, those on leave among them.
    pub fn at_least(&self) -> usize {
        self.of(Standing::Here) + self.of(Standing::OnLeave)
    }

    /// How many can remain at most, as far as dates leave it open; those of whom nothing is recorded are not
    /// among them.
    pub fn at_most(&self) -> usize {
        self.at_least() + self.of(Standing::Uncertain)
    }

    fn agrees(&self, stated: usize) -> Agreement {
        match stated {
            _ if stated == self.at_least() && stated == self.at_most() => Agreement::Same,
            _ if (self.at_least()..=self.at_most()).contains(&stated) => Agreement::Possible,
            _ if stated == self.of(Standing::Here) && stated < self.at_least() => Agreement::WithoutLeave,
            _ => Agreement::Differs,
        }
    }
}

impl FromIterator<Standing> for Headcount {
    fn from_iter<I: IntoIterator<Item = Standing>>(standings: I) -> Self {
        let mut count = Self::default();
        for standing in standings {
            count.0[standing as usize] += 1;
        }
        count
    }
}
