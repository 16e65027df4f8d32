//! Lengths of time in English: "6 years 10 months", "6 to 7 years", "at least 2 years".

use crate::wording::tenure::Length;

/// A length of time.
pub fn length(length: Length, is_about: bool) -> String {
    let about = if is_about { "about " } else { "" };
    match length {
        Length::LessThan(1) => "less than a month".to_owned(),
        Length::LessThan(12) => "less than a year".to_owned(),
        Length::LessThan(n) => format!("less than {about}{}", months(n)),
        Length::Exactly(n) => format!("{about}{}", months(n)),
        Length::AtLeast(n) => format!("at least {about}{}", months(n)),
        Length::Years(a, b) => format!("{about}{a} to {b} years"),
        Length::Months(a, b) => format!("{about}{}", between(a, b)),
    }
}

fn between(a: u32, b: u32) -> String {
    if b < 24 {
        format!("{a} to {b} months")
    } else if a / 12 == b / 12 && !a.is_multiple_of(12) {
        format!("{} {} to {} months", counted(a / 12, "year"), a % 12, b % 12)
    } else {
        format!("{} to {}", months(a), months(b))
    }
}

fn months(n: u32) -> String {
    match (n / 12, n % 12) {
        (0, months) => counted(months, "month"),
        (years, 0) => counted(years, "year"),
        (years, months) => format!("{} {}", counted(years, "year"), counted(months, "month")),
    }
}

fn counted(n: u32, unit: &str) -> String {
    format!("{n} {unit}{}", if n == 1 { "" } else { "s" })
}
