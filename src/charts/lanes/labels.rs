//! Where the text of a bar goes: inside, beside, or below it.

use super::{BAR, Bar, LINE, Place};
use crate::charts::{Anchor, Element, Label, width};

/// How many lines of labels a row has below its bars, at most.
const MOST_LINES: u8 = 4;
const SPACE: f64 = 5.0;
/// The room in a bar that part of a text is worth showing in.
const ENOUGH: f64 = 40.0;

/// What is taken in a row, and on the lines below it.
pub struct Spots {
    left: f64,
    right: f64,
    /// On line 0, bars and labels beside them; on the others, labels.
    taken: [Vec<(f64, f64)>; MOST_LINES as usize + 1],
    /// The lines down to labels: where, and how far down.
    down: Vec<(f64, u8)>,
}

/// The text in its bar, where it fits.
pub fn inside(bar: &Bar, from: f64, to: f64, y: f64) -> Option<Label> {
    let fits = width(&bar.text) + 2.0 * SPACE <= to - from && bar.leaves.is_empty();
    fits.then(|| in_bar(bar, from, y))
}

impl Spots {
    pub fn new(left: f64, right: f64) -> Self {
        Self { left, right, taken: Default::default(), down: Vec::new() }
    }

    pub fn taken_by_bars(&mut self, bars: impl Iterator<Item = (f64, f64)>) {
        self.taken[0].extend(bars);
    }

    /// How many lines are used.
    pub fn lines(&self) -> u8 {
        self.down.iter().map(|&(_, line)| line).max().unwrap_or(0)
    }

    /// A free spot for the text of a bar, beside or below it, with a line to it; none where all is full.
    pub fn find(&mut self, bar: &Bar, place: Place, marks: &mut Vec<Element>) -> Option<Label> {
        let wide = width(&bar.text);
        let [first, .., last] = place.x;
        let beside = last + SPACE;
        if self.is_free(0, beside, beside + wide) {
            self.taken[0].push((beside, beside + wide));
            return Some(label(bar, beside, place.y + 12.0));
        }
        let stem = first + 1.0;
        // The line to a label below passes on its left.
        let x = (stem + 4.0).min(self.right - wide).max(0.0);
        let is_shifted = x < stem + 4.0;
        let room = place.x[2] - place.x[1] - 2.0 * SPACE;
        let before = first - SPACE - wide;
        if is_shifted && before >= self.left && self.is_free(0, before, first - SPACE) {
            self.taken[0].push((before, first - SPACE));
            return Some(label(bar, before, place.y + 12.0));
        }
        if is_shifted && room > ENOUGH && bar.leaves.is_empty() {
            return Some(in_bar(bar, place.x[1], place.y).fit(room));
        }
        let line = (1..=MOST_LINES).find(|&line| self.is_clear(line, x, x + wide, stem)).or_else(|| {
            // Behind another label, if need be.
            (1..=MOST_LINES).find(|&line| self.is_free(line, x, x + wide))
        })?;
        self.taken[usize::from(line)].push((x, x + wide));
        self.down.push((stem, line));
        let y = place.y + BAR + f64::from(line) * LINE;
        let end = if is_shifted { y - 13.0 } else { y - 5.0 };
        marks.push(Element::line((stem, place.y + BAR), (stem, end)).class("axis"));
        Some(label(bar, x, y - 2.0))
    }

    /// Whether a label fits on a line, and neither the line to it nor one to another label crosses a label.
    fn is_clear(&self, line: u8, from: f64, to: f64, stem: f64) -> bool {
        let passes = self.taken[1..usize::from(line)].iter().flatten().all(|&(a, b)| stem < a || stem > b);
        let is_crossed = self.down.iter().any(|&(x, depth)| depth > line && from < x && x < to);
        passes && !is_crossed && self.is_free(line, from, to)
    }

    fn is_free(&self, line: u8, from: f64, to: f64) -> bool {
        let is_clear =
            self.taken[usize::from(line)].iter().all(|&(a, b)| to + SPACE <= a + 0.01 || b + SPACE <= from);
        to <= self.right + 0.1 && is_clear
    }
}

fn in_bar(bar: &Bar, from: f64, y: f64) -> Label {
    let class = if bar.is_interim { "in-outline" } else { "in-bar" };
    let label = Label::new(from + SPACE, y + 12.0, Anchor::Start, &*bar.text);
    label.class(class).lang(bar.lang.as_deref())
}

fn label(bar: &Bar, x: f64, y: f64) -> Label {
    let mut label = Label::new(x, y, Anchor::Start, &*bar.text).lang(bar.lang.as_deref());
    label.class = "over";
    label.tip = Some(bar.tip.clone());
    label.href(Some(&*bar.href))
}
