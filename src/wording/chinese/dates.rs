//! Dates in Chinese: "2024年9月25日", "约2017年", "2024年5月至6月之间".

use crate::wording::dates::{Choice, End, Hemisphere, Part, Point, Shape, When};
use crate::wording::join;
use chrono::Datelike;

/// A date.
pub fn shape(shape: &Shape) -> String {
    match shape {
        Shape::OneOf(choices) => one_of(choices),
        Shape::Period(End::At(from), End::At(to)) if from == to => point(*from),
        Shape::Period(End::At(from), End::At(to)) if from.is_plain() && to.is_plain() => {
            span(from.when, to.when)
        }
        Shape::Period(from, to) => period(*from, *to),
    }
}

/// A point in time.
pub fn when(when: When) -> String {
    match when {
        When::Day(day) => format!("{}{}日", month(day.year(), day.month()), day.day()),
        When::Month(y, m) => month(y, m),
        When::Part(y, part) => part_of_year(y, part),
        When::Year(y) => year(y),
        When::Decade(y) => format!("{y}年代"),
        When::SomeDayOfMonth(y, m) => format!("{}某日", month(y, m)),
        When::SomeDayOfYear(y) => format!("{}某日", year(y)),
        When::SomeMonth(y) => format!("{}某月", year(y)),
        When::Days(a, b) => between(When::Day(a), When::Day(b)),
        When::Months(a, b) => between(When::Month(a.0, a.1), When::Month(b.0, b.1)),
        When::Years(a, b) => between(When::Year(a), When::Year(b)),
        When::Unknown => "日期不详".to_owned(),
    }
}

fn year(year: i32) -> String {
    if year > 0 { format!("{year}年") } else { format!("公元前{}年", 1 - year) }
}

/// A month where its year is known: "9月".
pub fn month_name_short(month: u32) -> String {
    format!("{month}月")
}

fn month(y: i32, m: u32) -> String {
    format!("{}{m}月", year(y))
}

fn part_of_year(y: i32, part: Part) -> String {
    let name = |names: &[&'static str], at: u8| names.get(usize::from(at)).copied().unwrap_or_default();
    match part {
        Part::Season(season, hemisphere, ends_in_next_year) => {
            let season = name(&["春季", "夏季", "秋季", "冬季"], season);
            let years = if ends_in_next_year { format!("{}至{}", year(y), year(y + 1)) } else { year(y) };
            let side = match hemisphere {
                Hemisphere::Unsaid => "",
                Hemisphere::North => "北半球",
                Hemisphere::South => "南半球",
            };
            format!("{years}{side}{season}")
        }
        Part::Quarter(at) => format!("{}第{}季度", year(y), name(&["一", "二", "三", "四"], at)),
        Part::Third(at) => format!("{}{}四个月", year(y), name(&["前", "中间", "后"], at)),
        Part::Half(at) => format!("{}{}半年", year(y), name(&["上", "下"], at)),
    }
}

fn point(at: Point) -> String {
    let about = if at.approximate { "约" } else { "" };
    let doubt = if at.uncertain { "（存疑）" } else { "" };
    format!("{about}{}{doubt}", when(at.when))
}

/// A point that follows another, without what need not be repeated: "20日" after "2024年5月1日".
fn after(a: When, b: When) -> String {
    match (a, b) {
        (When::Day(a), When::Day(b)) if a.year() == b.year() && a.month() == b.month() => {
            format!("{}日", b.day())
        }
        (When::Day(a), When::Day(b)) if a.year() == b.year() => format!("{}月{}日", b.month(), b.day()),
        (When::Month(y, _), When::Month(other, m)) if y == other => format!("{m}月"),
        _ => when(b),
    }
}

fn span(a: When, b: When) -> String {
    format!("{}至{}", when(a), after(a, b))
}

fn between(a: When, b: When) -> String {
    format!("{}之间", span(a, b))
}

fn one_of(choices: &[Choice]) -> String {
    let mut before = None;
    let mut told = Vec::new();
    for one in choices {
        told.push(match (before, one) {
            (Some(Choice::At(a)), Choice::At(b)) if a.is_plain() && b.is_plain() => after(a.when, b.when),
            _ => choice(*one),
        });
        before = Some(*one);
    }
    join(&told, "、", "或")
}

fn choice(choice: Choice) -> String {
    match choice {
        Choice::At(at) => point(at),
        Choice::Until(at) => format!("{}或更早", point(at)),
        Choice::From(at) => format!("{}或更晚", point(at)),
        Choice::Between(a, b) => between(a, b),
    }
}

fn period(from: End, to: End) -> String {
    match (from, to) {
        (End::At(from), End::At(to)) => format!("{}至{}", point(from), point(to)),
        (End::At(from), End::Open) => format!("自{}起", point(from)),
        (End::At(from), End::Unknown) => format!("自{}起，结束时间不详", point(from)),
        (End::Open, End::At(to)) => format!("至{}止", point(to)),
        (End::Unknown, End::At(to)) => format!("至{}止，开始时间不详", point(to)),
        (End::Open | End::Unknown, End::Open | End::Unknown) => when(When::Unknown),
    }
}
