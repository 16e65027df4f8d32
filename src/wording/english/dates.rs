//! Dates in English: "25 September 2024", "about 2017", "between May and June 2024".

use crate::wording::dates::{Choice, End, Hemisphere, Part, Point, Shape, When};
use crate::wording::join;
use chrono::Datelike;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date.
pub fn shape(shape: &Shape) -> String {
    match shape {
        Shape::OneOf(choices) => one_of(choices),
        Shape::Period(End::At(from), End::At(to)) if from == to => point(*from),
        Shape::Period(End::At(from), End::At(to)) if from.is_plain() && to.is_plain() => {
            let (from, to) = pair(from.when, to.when);
            format!("{from} to {to}")
        }
        Shape::Period(from, to) => period(*from, *to),
    }
}

/// A point in time.
pub fn when(when: When) -> String {
    match when {
        When::Day(day) => format!("{} {}", day.day(), month(day.year(), day.month())),
        When::Month(y, m) => month(y, m),
        When::Part(y, part) => part_of_year(y, part),
        When::Year(y) => year(y),
        When::Decade(y) => format!("{y}s"),
        When::SomeDayOfMonth(y, m) => format!("a day in {}", month(y, m)),
        When::SomeDayOfYear(y) => format!("a day in {}", year(y)),
        When::SomeMonth(y) => format!("a month in {}", year(y)),
        When::Days(a, b) => between(When::Day(a), When::Day(b)),
        When::Months(a, b) => between(When::Month(a.0, a.1), When::Month(b.0, b.1)),
        When::Years(a, b) => between(When::Year(a), When::Year(b)),
        When::Unknown => "an unknown date".to_owned(),
    }
}

fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

fn month_name(month: u32) -> &'static str {
    usize::try_from(month).ok().and_then(|m| MONTHS.get(m.wrapping_sub(1))).copied().unwrap_or_default()
}

/// A month where its year is known: "Sep".
pub fn month_name_short(month: u32) -> String {
    month_name(month).chars().take(3).collect()
}

fn month(y: i32, m: u32) -> String {
    format!("{} {}", month_name(m), year(y))
}

fn part_of_year(y: i32, part: Part) -> String {
    let name = |names: &[&'static str], at: u8| names.get(usize::from(at)).copied().unwrap_or_default();
    match part {
        Part::Season(season, hemisphere, ends_in_next_year) => {
            let season = name(&["spring", "summer", "autumn", "winter"], season);
            let years = if ends_in_next_year { format!("{} to {}", year(y), year(y + 1)) } else { year(y) };
            let side = match hemisphere {
                Hemisphere::Unsaid => "",
                Hemisphere::North => "northern ",
                Hemisphere::South => "southern ",
            };
            format!("{side}{season} of {years}")
        }
        Part::Quarter(at) => {
            format!("{} quarter of {}", name(&["first", "second", "third", "fourth"], at), year(y))
        }
        Part::Third(at) => format!("{} four months of {}", name(&["first", "middle", "last"], at), year(y)),
        Part::Half(at) => format!("{} half of {}", name(&["first", "second"], at), year(y)),
    }
}

fn point(at: Point) -> String {
    let doubt = match (at.uncertain, at.approximate) {
        (false, false) => "",
        (false, true) => "about ",
        (true, false) => "probably ",
        (true, true) => "probably about ",
    };
    format!("{doubt}{}", when(at.when))
}

/// Two points without what the first need not repeat: "1", "20 May 2024".
fn pair(a: When, b: When) -> (String, String) {
    let short = match (a, b) {
        (When::Day(a), When::Day(b)) if a.year() == b.year() && a.month() == b.month() => a.day().to_string(),
        (When::Day(a), When::Day(b)) if a.year() == b.year() => {
            format!("{} {}", a.day(), month_name(a.month()))
        }
        (When::Month(y, m), When::Month(other, _)) if y == other => month_name(m).to_owned(),
        _ => when(a),
    };
    (short, when(b))
}

fn between(a: When, b: When) -> String {
    let (from, to) = pair(a, b);
    format!("between {from} and {to}")
}

fn one_of(choices: &[Choice]) -> String {
    let told: Vec<String> = choices
        .iter()
        .enumerate()
        .map(|(at, one)| match (one, choices.get(at + 1)) {
            (Choice::At(a), Some(Choice::At(b))) if a.is_plain() && b.is_plain() => pair(a.when, b.when).0,
            _ => choice(*one),
        })
        .collect();
    join(&told, ", ", " or ")
}

fn choice(choice: Choice) -> String {
    match choice {
        Choice::At(at) => point(at),
        Choice::Until(at) if matches!(at.when, When::Day(_)) => format!("by {}", point(at)),
        Choice::Until(at) => format!("{} or earlier", point(at)),
        Choice::From(at) => format!("{} or later", point(at)),
        Choice::Between(a, b) => between(a, b),
    }
}

fn period(from: End, to: End) -> String {
    match (from, to) {
        (End::At(from), End::At(to)) => format!("{} to {}", point(from), point(to)),
        (End::At(from), End::Open) => format!("since {}", point(from)),
        (End::At(from), End::Unknown) => format!("from {}, end unknown", point(from)),
        (End::Open, End::At(to)) => format!("until {}", point(to)),
        (End::Unknown, End::At(to)) => format!("until {}, start unknown", point(to)),
        (End::Open | End::Unknown, End::Open | End::Unknown) => when(When::Unknown),
    }
}
