//! Lengths of time in Chinese: "6年10个月", "6至7年", "至少2年".

use crate::wording::tenure::Length;

/// A length of time.
pub fn length(length: Length, is_about: bool) -> String {
    let about = if is_about { "约" } else { "" };
    match length {
        Length::LessThan(n) => format!("不足{}", months(n)),
        Length::Exactly(n) => format!("{about}{}", months(n)),
        Length::AtLeast(n) => format!("至少{about}{}", months(n)),
        Length::Years(a, b) => format!("{about}{a}至{b}年"),
        Length::Months(a, b) => format!("{about}{}", between(a, b)),
    }
}

fn between(a: u32, b: u32) -> String {
    if b < 24 {
        format!("{a}至{b}个月")
    } else if a / 12 == b / 12 && !a.is_multiple_of(12) {
        format!("{}年{}至{}个月", a / 12, a % 12, b % 12)
    } else {
        format!("{}至{}", months(a), months(b))
    }
}

fn months(n: u32) -> String {
    match (n / 12, n % 12) {
        (0, months) => format!("{months}个月"),
        (years, 0) => format!("{years}年"),
        (years, months) => format!("{years}年{months}个月"),
    }
}
