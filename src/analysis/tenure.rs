//! Tenure: how long a stint lasted, as far as its dates tell.

use super::Stint;
use crate::archive::Archive;
use crate::model::{Day, EdtfDate, MoveIx, Precision};
use chrono::{Datelike, Days, Months};

/// The first and the last day on which something can have happened.
///
/// A date that is written as approximate (`2018~`) or uncertain (`2018?`) can be off by as much as it spans, to
/// both sides: a year by a year, a month by a month, a day by a day. Where only the announcement of a move is
/// dated, it is taken for the move, and said to be about then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The first day.
    pub earliest: Day,
    /// The last day.
    pub latest: Day,
    /// Whether even these days are in doubt.
    pub is_about: bool,
}

/// How long a stint lasted: the whole months from the day on which it began to the day on which it ended, by
/// the calendar, and to the day that the records are complete to where it goes on.
///
/// It is at least the months between the last day on which it can have begun and the first on which it can have
/// ended, and at most those between the first and the last. What happened within a stint narrows that: it had
/// begun by its first promotion. Where the records begin later than the stint, there is no most. Leaves are not
/// subtracted: who is on leave keeps the place. Stints at one organization in two capacities have a tenure each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tenure {
    /// At least so many whole months.
    pub least: u32,
    /// At most so many; `None` where nothing bounds it.
    pub most: Option<u32>,
    /// Whether a date that it rests on is in doubt.
    pub is_about: bool,
}

impl Bounds {
    /// The days on which something can have happened that is dated so.
    pub fn of(date: &EdtfDate) -> Self {
        let (earliest, latest) = (date.earliest(), date.latest());
        if !date.is_qualified() {
            return Self { earliest, latest, is_about: false };
        }
        let (before, after) = widened(date);
        Self { earliest: before.unwrap_or(Day::MIN), latest: after.unwrap_or(Day::MAX), is_about: true }
    }

    /// The days on which a move can have taken effect; `None` for one made by hand without a date.
    pub fn of_move(archive: &Archive, ix: MoveIx) -> Option<Self> {
        let bounds = Self::of(archive[ix].effective()?);
        Some(Self { is_about: bounds.is_about || archive[ix].date.is_none(), ..bounds })
    }

    /// Whether it is certain to the day.
    pub fn is_exact(&self) -> bool {
        self.earliest == self.latest && !self.is_about
    }

    /// The same, no later than a day.
    fn by(self, day: Day) -> Self {
        Self { latest: self.latest.min(day).max(self.earliest), ..self }
    }

    /// The same, no earlier than a day.
    fn not_before(self, day: Day) -> Self {
        Self { earliest: self.earliest.max(day).min(self.latest), ..self }
    }
}

/// The bounds of a date, further away by as much as it spans; `None` where there is no such day.
fn widened(date: &EdtfDate) -> (Option<Day>, Option<Day>) {
    let (earliest, latest) = (date.earliest(), date.latest());
    let months = match date.precision() {
        Precision::Month => Months::new(1),
        Precision::Quarter => Months::new(3),
        Precision::Year => Months::new(12),
        Precision::Day | Precision::Span => {
            let days = Days::new((latest - earliest).num_days().unsigned_abs() + 1);
            return (earliest.checked_sub_days(days), latest.checked_add_days(days));
        }
    };
    // The last day of a month stays the last day of a month.
    let next = latest.checked_add_days(Days::new(1));
    let last = next.and_then(|day| day.checked_add_months(months)?.pred_opt());
    (earliest.checked_sub_months(months), last)
}

impl Tenure {
    /// From a begin to an end.
    pub fn between(begin: Bounds, end: Bounds) -> Self {
        let is_bounded = begin.earliest > Day::MIN && end.latest < Day::MAX;
        Self {
            least: months(begin.latest, end.earliest),
            most: is_bounded.then(|| months(begin.earliest, end.latest)),
            is_about: begin.is_about || end.is_about,
        }
    }

    /// Whether it is known to the month.
    pub fn is_exact(&self) -> bool {
        self.most == Some(self.least) && !self.is_about
    }

    /// Whether it says anything.
    fn is_telling(&self) -> bool {
        self.least > 0 || self.most.is_some()
    }
}

/// The whole months between two days; none where the second is not the later.
fn months(from: Day, to: Day) -> u32 {
    if to <= from {
        return 0;
    }
    let number = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month0());
    let whole = u32::try_from(number(to) - number(from)).unwrap_or(0);
    let is_full = from.checked_add_months(Months::new(whole)).is_some_and(|day| day <= to);
    if is_full { whole } else { whole.saturating_sub(1) }
}

impl Stint {
    /// When it began, as far as its begin is recorded.
    pub fn begin(&self, archive: &Archive) -> Option<Bounds> {
        self.is_begun.then(|| self.first_known(archive)).flatten()
    }

    /// When it was there first, as far as is recorded: its begin, or the first move that tells of it.
    pub fn first_known(&self, archive: &Archive) -> Option<Bounds> {
        let later = self.bounds(archive).map(|bounds| bounds.latest).min()?;
        Some(Bounds::of_move(archive, self.first)?.by(later))
    }

    /// When it ended; the day that the records are complete to, where it goes on.
    ///
    /// Who was at an organization that was dissolved had left by then, whether or not a move says so.
    pub fn end(&self, archive: &Archive) -> Option<Bounds> {
        let earlier = self.bounds(archive).map(|bounds| bounds.earliest).max();
        let end = match (self.closed, &archive[self.org].dissolved) {
            (Some(ix), _) => Bounds::of_move(archive, ix)?,
            (None, None) => return Some(Bounds::of(&archive.site().as_of)),
            (None, Some(dissolved)) => Bounds { earliest: Day::MIN, ..Bounds::of(dissolved) },
        };
        Some(earlier.map_or(end, |day| end.not_before(day)))
    }

    /// Whether it goes on, as far as is recorded.
    pub fn goes_on(&self, archive: &Archive) -> bool {
        self.is_open() && archive[self.org].dissolved.is_none()
    }

    /// How long it lasted, where the records say anything of it.
    pub fn tenure(&self, archive: &Archive) -> Option<Tenure> {
        let (begin, end) = (self.first_known(archive)?, self.end(archive)?);
        if begin.earliest > end.latest {
            return None;
        }
        let tenure = Tenure::between(begin, end);
        let most = tenure.most.filter(|_| self.is_begun);
        Some(Tenure { most, ..tenure }).filter(Tenure::is_telling)
    }

    fn bounds<'a>(&'a self, archive: &'a Archive) -> impl Iterator<Item = Bounds> + 'a {
        self.changes.iter().filter_map(|(ix, _)| Bounds::of_move(archive, *ix))
    }
}
