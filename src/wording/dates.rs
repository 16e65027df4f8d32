//! What an EDTF expression says, in a few shapes that each language has words for.

use crate::model::{Day, EdtfDate, Precision};
use chrono::Datelike;
use edtf_core::{Bound, BoundDate, Date, DateField, Edtf, IntervalEndpoint, SetElement, Year, YearKind};

/// A date as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One point in time, or one of several.
    OneOf(Vec<Choice>),
    /// From an end to an end.
    Period(End, End),
}

/// What an unknown point in time can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// This point.
    At(Point),
    /// This point or an earlier one.
    Until(Point),
    /// This point or a later one.
    From(Point),
    /// Some point between the two, both included.
    Between(When, When),
}

/// An end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At this point.
    At(Point),
    /// It goes on.
    Open,
    /// It is not known.
    Unknown,
}

/// A point in time, and whether it is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The point.
    pub when: When,
    /// Written with `~`: near it.
    pub approximate: bool,
    /// Written with `?`: perhaps not it.
    pub uncertain: bool,
}

/// A point in time, as precise as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A day.
    Day(Day),
    /// A month of a year.
    Month(i32, u32),
    /// A season or another part of a year.
    Part(i32, Part),
    /// A year.
    Year(i32),
    /// The ten years from this one on.
    Decade(i32),
    /// Some day of a month: `2024-05-XX`.
    SomeDayOfMonth(i32, u32),
    /// Some day of a year: `2024-XX-XX`.
    SomeDayOfYear(i32),
    /// Some month of a year: `2024-XX`.
    SomeMonth(i32),
    /// From a day to a day, some of whose digits are known: `2024-05-1X`.
    Days(Day, Day),
    /// From a month to a month: `2024-1X`.
    Months((i32, u32), (i32, u32)),
    /// From a year to a year: `20XX`.
    Years(i32, i32),
    /// Not known at all: `XXXX`.
    Unknown,
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A season (0 is spring) of a hemisphere, and whether it ends in the next year.
    Season(u8, Hemisphere, bool),
    /// A quarter, from 0.
    Quarter(u8),
    /// Four months, the first, the middle or the last.
    Third(u8),
    /// A half, from 0.
    Half(u8),
}

/// The half of the earth that a season is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hemisphere {
    /// Not said; the months are those of the north.
    Unsaid,
    /// The north.
    North,
    /// The south.
    South,
}

impl Shape {
    /// From a day to a day.
    pub fn days(first: Day, last: Day) -> Self {
        Self::between(When::Day(first), When::Day(last))
    }

    /// From the month of a day to that of another.
    pub fn months(first: Day, last: Day) -> Self {
        let month = |day: Day| When::Month(day.year(), day.month());
        Self::between(month(first), month(last))
    }

    fn between(first: When, last: When) -> Self {
        let end = |when| End::At(Point { when, approximate: false, uncertain: false });
        Self::Period(end(first), end(last))
    }

    /// What a date says; `None` for what no record can hold.
    pub fn of(date: &EdtfDate) -> Option<Self> {
        if let Some(when) = plain(date) {
            let point = Point { when, approximate: false, uncertain: false };
            return Some(Self::OneOf(vec![Choice::At(point)]));
        }
        Some(match date.expression()? {
            Edtf::Date(date) => Self::OneOf(vec![choice(&date)?]),
            Edtf::Interval(interval) => Self::Period(end(&interval.start)?, end(&interval.end)?),
            Edtf::Set(set) => Self::OneOf(set.elements.iter().map(element).collect::<Option<_>>()?),
            Edtf::DateTime(_) => return None,
        })
    }
}

impl Point {
    /// Whether nothing is in doubt.
    pub fn is_plain(&self) -> bool {
        !self.approximate && !self.uncertain
    }
}

/// What most dates are, a day, a month or a year, told without parsing it again.
fn plain(date: &EdtfDate) -> Option<When> {
    let day = date.earliest();
    match date.precision() {
        _ if date.is_qualified() => None,
        Precision::Day => Some(When::Day(day)),
        Precision::Month => Some(When::Month(day.year(), day.month())),
        Precision::Year => Some(When::Year(day.year())),
        Precision::Quarter | Precision::Span => None,
    }
}

fn choice(date: &Date) -> Option<Choice> {
    let point = point(date)?;
    Some(match (point.when, point.is_plain()) {
        (When::Days(a, b), true) => Choice::Between(When::Day(a), When::Day(b)),
        (When::Months(a, b), true) => Choice::Between(When::Month(a.0, a.1), When::Month(b.0, b.1)),
        (When::Years(a, b), true) => Choice::Between(When::Year(a), When::Year(b)),
        _ => Choice::At(point),
    })
}

fn element(element: &SetElement) -> Option<Choice> {
    Some(match element {
        SetElement::Date(date) => choice(date)?,
        SetElement::OnOrBefore(date) => Choice::Until(point(date)?),
        SetElement::OnOrAfter(date) => Choice::From(point(date)?),
        SetElement::Range(a, b) if a == b => choice(a)?,
        SetElement::Range(a, b) => Choice::Between(when(a)?, when(b)?),
    })
}

fn end(end: &IntervalEndpoint) -> Option<End> {
    Some(match end {
        IntervalEndpoint::Date(date) => End::At(point(date)?),
        IntervalEndpoint::Open => End::Open,
        IntervalEndpoint::Unknown => End::Unknown,
        IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => return None,
    })
}

fn point(date: &Date) -> Option<Point> {
    Some(Point { when: when(date)?, approximate: date.is_approximate(), uncertain: date.is_uncertain() })
}

fn when(date: &Date) -> Option<When> {
    if let Some(when) = masked(date) {
        return Some(when);
    }
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(earliest), Bound::Date(latest)) = (bounds.earliest, bounds.latest) else { return None };
    let (earliest, latest) = (day(earliest)?, day(latest)?);
    if date.has_unspecified() {
        return Some(spread(date, earliest, latest));
    }
    let year = earliest.year();
    Some(match (date.month.and_then(DateField::value), date.day) {
        (_, Some(_)) => When::Day(earliest),
        (Some(code), None) => part(code).map_or(When::Month(year, earliest.month()), |p| When::Part(year, p)),
        (None, None) => When::Year(year),
    })
}

/// Dates with places left open in a way that has words of its own.
fn masked(date: &Date) -> Option<When> {
    let YearKind::Standard { digits, .. } = date.year.kind else { return None };
    let open = |field: Option<DateField>| field.is_none_or(|f| f.digits == [None, None]);
    let year = || year_number(&date.year);
    match (digits, date.month, date.day) {
        ([None, None, None, None], ..) => Some(When::Unknown),
        ([Some(a), Some(b), Some(c), None], month, day) if open(month) && open(day) => {
            Some(When::Decade(i32::from(a) * 1000 + i32::from(b) * 100 + i32::from(c) * 10))
        }
        (_, Some(month), Some(day)) if open(Some(month)) && open(Some(day)) => {
            Some(When::SomeDayOfYear(year()?))
        }
        (_, Some(month), None) if open(Some(month)) => Some(When::SomeMonth(year()?)),
        (_, Some(month), Some(day)) if open(Some(day)) => {
            Some(When::SomeDayOfMonth(year()?, month.value()?.into()))
        }
        _ => None,
    }
}

/// Dates with other places left open: the span that they lie in, in the unit that is written.
fn spread(date: &Date, earliest: Day, latest: Day) -> When {
    let month = |day: Day| (day.year(), day.month());
    if date.day.is_some_and(|day| day.value().is_some() || day.digits != [None, None]) {
        When::Days(earliest, latest)
    } else if date.month.is_some_and(|month| month.digits != [None, None]) {
        When::Months(month(earliest), month(latest))
    } else {
        When::Years(earliest.year(), latest.year())
    }
}

/// The part of a year that a code stands for (ISO 8601-2, 4.8).
fn part(code: u8) -> Option<Part> {
    Some(match code {
        21..=24 => Part::Season(code - 21, Hemisphere::Unsaid, code == 24),
        25..=28 => Part::Season(code - 25, Hemisphere::North, code == 28),
        29..=32 => Part::Season(code - 29, Hemisphere::South, code == 30),
        33..=36 => Part::Quarter(code - 33),
        37..=39 => Part::Third(code - 37),
        40..=41 => Part::Half(code - 40),
        _ => return None,
    })
}

fn year_number(year: &Year) -> Option<i32> {
    i32::try_from(year.value()?).ok()
}

fn day(bound: BoundDate) -> Option<Day> {
    Day::from_ymd_opt(i32::try_from(bound.year).ok()?, bound.month.into(), bound.day.into())
}
