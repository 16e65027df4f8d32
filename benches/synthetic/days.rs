//! Days of the calendar. None is a first of January, at which a check would ask whether only the year is known.

use super::random::Random;
use chrono::{Datelike, NaiveDate, TimeDelta};

/// The last day that anything happens on.
pub fn last() -> NaiveDate {
    day(2025, 12, 31)
}

/// A day of the calendar; a day that it does not have is the first of 1970.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// So many days later, or a day more.
pub fn later(day: NaiveDate, days: i32) -> NaiveDate {
    let later = day + TimeDelta::days(days.into());
    if later.ordinal() == 1 { later + TimeDelta::days(1) } else { later }
}

/// Some day on which something may have happened.
pub fn any(random: &mut Random) -> NaiveDate {
    later(day(2001, 1, 2), random.between(0, 9000))
}
