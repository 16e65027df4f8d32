//! What others follow the site by: from data, worded and linked already, to bytes; one file a format.
//!
//! Nothing here reads a clock. Every time is a day that the content tells, at the first second of that day
//! in UTC, since no source tells more.

pub mod atom;
pub mod ical;
pub mod sitemap;
mod xml;

use crate::model::Day;
use chrono::Datelike;
use uuid::Uuid;

/// A name for something at an address that is not a whole one, the same in every build: a UUID of version 5
/// (RFC 9562, 5.5) of the site's title and the address.
pub fn uuid(site: &str, address: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("{site}\n{address}").as_bytes())
}

/// A day as `YYYY-MM-DD`; the formats know the years 1 to 9999 (RFC 3339, 1), so days beyond count as the nearest.
fn date(day: Day) -> String {
    match day.year() {
        ..1 => "0001-01-01".to_owned(),
        1..=9999 => day.to_string(),
        10_000.. => "9999-12-31".to_owned(),
    }
}
