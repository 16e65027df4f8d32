//! A part of a whole, with its base.

use super::{Anchor, Chart, Element, Label, Width};

/// A part and its whole, in numbers as they were published.
#[derive(Debug, Clone, Copy)]
pub struct Share<'a> {
    /// The part.
    pub part: f64,
    /// The whole, not less than the part.
    pub whole: f64,
    /// The part in words.
    pub part_words: &'a str,
    /// The whole in words.
    pub whole_words: &'a str,
}

const BAR: f64 = 28.0;
/// A whole of up to so many is drawn in units.
const MOST_UNITS: f64 = 60.0;

/// Draws a share: a bar as long as the whole, filled as far as the part.
pub fn share(data: &Share, width: Width) -> Chart {
    let pixels = width.pixels();
    let (left, right) = (1.0, pixels - 1.0);
    let x = |amount: f64| left + (right - left) * (amount / data.whole).clamp(0.0, 1.0);
    let top = 24.0;
    let mut marks = vec![
        Element::rect(left, top, right - left, BAR).class("whole"),
        Element::rect(left, top, x(data.part) - left, BAR).class("bar part"),
    ];
    if data.whole <= MOST_UNITS && data.whole.fract() == 0.0 && data.part.fract() == 0.0 {
        // In range: both are whole, and no more than a few dozen.
        for unit in 1..data.whole as u32 {
            let x = x(f64::from(unit));
            marks.push(Element::line((x, top), (x, top + BAR)).class("unit"));
        }
    }
    marks.push(Element::rect(left, top, right - left, BAR).class("frame"));
    let part = Label::new(0.0, 16.0, Anchor::Start, data.part_words).class("strong").fit(pixels);
    let whole = Label::new(pixels, top + BAR + 16.0, Anchor::End, data.whole_words).fit(pixels);
    Chart { width, height: top + BAR + 24.0, marks, labels: vec![part, whole] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_legible() {
        let long = "翁荔与同事们在安全系统团队的人员统计以及它的说明文字一二三四五六七八九十";
        let words = ["3 people (23.1%)", "20 of them", long];
        for (part, whole) in [(1.0, 2.0), (0.0, 60.0), (60.0, 60.0), (12.5, 100.0), (4.0, 12_000.0)] {
            for words in words {
                for width in Width::ALL {
                    share(&Share { part, whole, part_words: words, whole_words: words }, width)
                        .assert_legible();
                }
            }
        }
    }
}
