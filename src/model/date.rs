//! Dates as precise as the sources: EDTF (ISO 8601-2:2019, Annex A), read by `edtf-core`.
//!
//! Beside EDTF, quarters are read as people write them: `2024-Q3` is EDTF's `2024-35`.

use super::Invalid;
use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, BoundDate, Date, Edtf, SetElement, SetKind, YearKind};
use serde::{Deserialize, Deserializer};
use std::cmp::Ordering;
use std::fmt;

/// A calendar day.
pub type Day = NaiveDate;

/// A point in time, known to the day, the month, the quarter or the year, or to lie in a span.
#[derive(Clone, PartialEq, Eq)]
pub struct EdtfDate {
    text: Box<str>,
    earliest: Day,
    latest: Day,
    precision: Precision,
    qualified: bool,
}

/// How precisely a date is known; the more precise sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day: `2024-09-25`.
    Day,
    /// A month: `2024-09`.
    Month,
    /// A quarter or a season: `2024-Q3`.
    Quarter,
    /// A year: `2024`.
    Year,
    /// Some day of a span: `[2024-05..2024-06]`, or a period.
    Span,
}

impl EdtfDate {
    /// Reads a point in time.
    ///
    /// # Errors
    /// `invalid-date`, with a remedy for the usual slips.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let (date, edtf) = read(text)?;
        if matches!(edtf, Edtf::Interval(_)) {
            let (from, to) = text.split_once('/').unwrap_or((text, ""));
            return Err(Invalid::new(
                "invalid-date",
                format!("`{text}` is a period, and this is a point in time"),
            )
            .help(format!("one unknown day in it is written `\"[{from}..{to}]\"`")));
        }
        Ok(date)
    }

    /// The date of a day.
    pub fn day(day: Day) -> Self {
        Self {
            text: day.to_string().into(),
            earliest: day,
            latest: day,
            precision: Precision::Day,
            qualified: false,
        }
    }

    /// The date as EDTF, quarters as `2024-Q3`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that it can be.
    pub fn earliest(&self) -> Day {
        self.earliest
    }

    /// The last day that it can be.
    pub fn latest(&self) -> Day {
        self.latest
    }

    /// How precisely it is known.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether it is written as approximate (`~`) or uncertain (`?`).
    pub fn is_qualified(&self) -> bool {
        self.qualified
    }

    /// Whether all of it is certainly before all of `other`.
    pub fn is_before(&self, other: &Self) -> bool {
        self.latest < other.earliest
    }

    /// Whether it can be the same day as `other`.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.earliest <= other.latest && other.earliest <= self.latest
    }

    /// The order of the timeline: by earliest day, the more precise first.
    pub fn sort_key(&self) -> (Day, Precision, Day) {
        (self.earliest, self.precision, self.latest)
    }

    /// Whether it is written as a first of January, which often stands for "only the year is known".
    pub fn is_first_of_january(&self) -> bool {
        self.precision == Precision::Day && self.earliest.ordinal() == 1
    }

    /// The parsed expression, for those who show it.
    ///
    /// The text was parsed once already, so this does not fail; a hand-made impossibility is `None`.
    pub fn expression(&self) -> Option<Edtf> {
        Edtf::parse(&quarters(&self.text)).ok()
    }
}

impl PartialOrd for EdtfDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EdtfDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key().cmp(&other.sort_key()).then_with(|| self.text.cmp(&other.text))
    }
}

impl fmt::Debug for EdtfDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A point in time or a period between two, possibly still open: `2018/2024-11`, `2018/..`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EdtfPeriod(EdtfDate);

impl EdtfPeriod {
    /// Reads a point in time or a period.
    ///
    /// # Errors
    /// `invalid-date`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        read(text).map(|(date, _)| Self(date))
    }

    /// The period as a date that spans it.
    pub fn span(&self) -> &EdtfDate {
        &self.0
    }
}

impl From<EdtfDate> for EdtfPeriod {
    fn from(date: EdtfDate) -> Self {
        Self(date)
    }
}

impl fmt::Debug for EdtfPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `2024-Q3` as EDTF has it: sub-year groupings 33 to 36 are the quarters.
fn quarters(text: &str) -> String {
    let mut edtf = text.to_owned();
    for (quarter, code) in [("-Q1", "-33"), ("-Q2", "-34"), ("-Q3", "-35"), ("-Q4", "-36")] {
        edtf = edtf.replace(quarter, code);
    }
    edtf
}

fn read(text: &str) -> Result<(EdtfDate, Edtf), Invalid> {
    let invalid = |why: &str| {
        let problem = Invalid::new("invalid-date", format!("`{}` is not a date{why}", text.escape_debug()));
        match remedy(text) {
            Some(help) => problem.help(help),
            None => problem.help(
                "write a date such as `2024`, `2024-09`, `2024-09-25`, `2024~` or `\"[2024-05..2024-06]\"`",
            ),
        }
    };
    if text.len() > 80 {
        return Err(Invalid::new("invalid-date", "this is too long for a date"));
    }
    let edtf = Edtf::parse(&quarters(text)).map_err(|_| invalid(""))?;
    supported(&edtf).map_err(invalid)?;
    let bounds = edtf.bounds();
    let (Some(earliest), Some(latest)) = (day(bounds.earliest, Day::MIN), day(bounds.latest, Day::MAX))
    else {
        return Err(invalid(" whose days are known"));
    };
    if earliest > latest {
        return Err(invalid(": it ends before it begins"));
    }
    let qualified = edtf.is_approximate() || edtf.is_uncertain();
    let precision = precision(&edtf);
    Ok((EdtfDate { text: text.into(), earliest, latest, precision, qualified }, edtf))
}

/// The part of EDTF that a record may use: four-digit years, no time of day, no `{all of these}`.
fn supported(edtf: &Edtf) -> Result<(), &'static str> {
    let plain =
        |d: &Date| matches!(d.year.kind, YearKind::Standard { .. }) && d.year.significant_digits.is_none();
    let years = "; years have four digits";
    match edtf {
        Edtf::DateTime(_) => Err(", a time of day is not kept"),
        Edtf::Date(d) => plain(d).then_some(()).ok_or(years),
        Edtf::Interval(i) => {
            use edtf_core::IntervalEndpoint as End;
            let fine = |e: &End| match e {
                End::Date(d) => plain(d),
                End::Open | End::Unknown => true,
                End::OnOrBefore(_) | End::OnOrAfter(_) => false,
            };
            let dated = i.start.is_dated() || i.end.is_dated();
            (fine(&i.start) && fine(&i.end) && dated).then_some(()).ok_or(years)
        }
        Edtf::Set(set) if set.kind == SetKind::AllMembers => Err("; `{}` means all of several dates"),
        Edtf::Set(set) => {
            let fine = |e: &SetElement| match e {
                SetElement::Date(d) | SetElement::OnOrBefore(d) | SetElement::OnOrAfter(d) => plain(d),
                SetElement::Range(a, b) => plain(a) && plain(b),
            };
            (!set.elements.is_empty() && set.elements.iter().all(fine)).then_some(()).ok_or(years)
        }
    }
}

/// The day of a bound; an open or unknown one is the first or last day there is.
fn day(bound: Bound, without: Day) -> Option<Day> {
    match bound {
        Bound::NegativeInfinity | Bound::PositiveInfinity | Bound::Unknown => Some(without),
        Bound::Date(BoundDate { year, month, day }) => {
            Day::from_ymd_opt(i32::try_from(year).ok()?, u32::from(month), u32::from(day))
        }
    }
}

fn precision(edtf: &Edtf) -> Precision {
    match edtf {
        Edtf::Date(d) if d.has_unspecified() => Precision::Span,
        Edtf::Date(d) => match d.precision() {
            edtf_core::Precision::Day => Precision::Day,
            edtf_core::Precision::Month => Precision::Month,
            edtf_core::Precision::Season => Precision::Quarter,
            edtf_core::Precision::Year => Precision::Year,
        },
        _ => Precision::Span,
    }
}

/// What the writer of a malformed date may have meant.
fn remedy(text: &str) -> Option<String> {
    let parts: Vec<&str> =
        text.split(['-', '/', '.', '年', '月', '日', ' ']).filter(|p| !p.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let found = match numbers[..] {
        [y] => format!("{y:04}"),
        [y, m] if y > 31 => format!("{y:04}-{m:02}"),
        [y, m, d] if y > 31 => format!("{y:04}-{m:02}-{d:02}"),
        _ => return None,
    };
    let near = if Edtf::parse(&found).is_ok() { found } else { last_day_before(&numbers)? };
    (near != text).then(|| format!("did you mean `{near}`?"))
}

/// For a day that a month does not have, the month.
fn last_day_before(numbers: &[u32]) -> Option<String> {
    let [y, m, _] = numbers[..] else { return None };
    Day::from_ymd_opt(i32::try_from(y).ok()?, m, 1)?;
    Some(format!("{y:04}-{m:02}"))
}

impl<'de> Deserialize<'de> for EdtfDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "a date such as `2024-09-25`", Self::parse)
    }
}

impl<'de> Deserialize<'de> for EdtfPeriod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "a date or a period such as `2018/2024-11`", Self::parse)
    }
}
