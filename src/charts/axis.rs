//! What charts of counts share: a scale of counts, a legend, hatching, and years that are thinned where
//! there is no room for all of them.

use super::{Anchor, Bounds, Element, Label, SIZE, number, width};

/// The height of a row of a legend.
const ROW: f64 = 20.0;

/// The side of the sample of a legend's entry.
const SAMPLE: f64 = 12.0;

/// The steps in which years are marked.
const YEARS: [i32; 8] = [1, 2, 5, 10, 20, 50, 100, 1000];

/// Counts to heights, evenly: from nothing to a round number that no count passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountScale {
    /// The highest count of the scale.
    pub top: usize,
    /// From mark to mark.
    pub step: usize,
}

impl CountScale {
    /// A scale for counts up to `most`, with about `marks` marks above nothing.
    pub fn new(most: usize, marks: usize) -> Self {
        let most = most.max(1);
        let step = round_up(most.div_ceil(marks.max(1)));
        Self { top: most.div_ceil(step) * step, step }
    }

    /// What is marked: from nothing to the top.
    pub fn marks(self) -> impl Iterator<Item = usize> {
        (0..=self.top).step_by(self.step)
    }

    /// The room that the widest number beside the scale needs.
    pub fn room(self) -> f64 {
        width(&self.top.to_string())
    }
}

/// A count as a length; one that no archive reaches is as good as the greatest.
pub fn length(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// The smallest of 1, 2, 5, 10, 20, 50 … that is not below `n`.
fn round_up(n: usize) -> usize {
    let mut power = 1;
    loop {
        let found = [1, 2, 5].into_iter().map(|digit| digit * power).find(|&round| round >= n);
        if let Some(round) = found {
            return round;
        }
        power *= 10;
    }
}

/// A line of the grid across a chart, and its count at the left.
pub fn mark((left, right): (f64, f64), y: f64, count: usize) -> (Element, Label) {
    let class = if count == 0 { "axis" } else { "grid" };
    let line = Element::line((left, y), (right, y)).class(class);
    let label = Label::new(left - 6.0, y + 0.35 * SIZE, Anchor::End, count.to_string());
    (line, label.class("quiet"))
}

/// From how many years to how many a year is marked, when each has `pixels` and a mark needs `room`.
pub fn year_step(pixels: f64, room: f64) -> i32 {
    YEARS.into_iter().find(|step| f64::from(*step) * pixels >= room).unwrap_or(10_000)
}

/// What a legend tells: the look of a mark, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The class of the mark.
    pub class: &'static str,
    /// Whether it is hatched.
    pub is_hatched: bool,
    /// What it stands for.
    pub name: String,
}

/// Draws a legend from the top left corner, in as many rows as it needs, and tells how high it is.
pub fn legend(entries: &[Entry], room: f64) -> (Vec<Element>, Vec<Label>, f64) {
    let (mut x, mut y) = (0.0, 0.0);
    let (mut marks, mut labels) = (Vec::new(), Vec::new());
    for entry in entries {
        let needed = SAMPLE + 6.0 + width(&entry.name);
        if x > 0.0 && x + needed > room {
            (x, y) = (0.0, y + ROW);
        }
        marks.extend(bar(
            Bounds { x, y: y + 2.0, width: SAMPLE, height: SAMPLE },
            entry.class,
            entry.is_hatched,
        ));
        let label = Label::new(x + SAMPLE + 6.0, y + SAMPLE, Anchor::Start, entry.name.clone());
        labels.push(label.fit(room - x - SAMPLE - 6.0));
        x += needed + 14.0;
    }
    (marks, labels, if entries.is_empty() { 0.0 } else { y + ROW })
}

/// A filled rectangle, hatched where that tells it from its neighbours.
pub fn bar(at: Bounds, class: &'static str, is_hatched: bool) -> Vec<Element> {
    let filled = Element::rect(at.x, at.y, at.width, at.height).class(class);
    if is_hatched { vec![filled, hatch(at)] } else { vec![filled] }
}

/// Diagonal lines over a rectangle, in the colour of the ground: what is under them shows as hatched.
fn hatch(at: Bounds) -> Element {
    const STEP: f64 = 5.0;
    let (right, bottom) = (at.x + at.width, at.y + at.height);
    // On each line x + y is the same; lines go on from bar to bar.
    let mut sum = ((at.x + at.y) / STEP).floor() * STEP + STEP;
    let mut data = String::new();
    while sum < right + bottom {
        let (x1, x2) = ((sum - bottom).max(at.x), (sum - at.y).min(right));
        for part in ["M", &number(x1), " ", &number(sum - x1), "L", &number(x2), " ", &number(sum - x2)] {
            data.push_str(part);
        }
        sum += STEP;
    }
    Element::path(data).class("hatch")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_at_a_round_number() {
        for (most, top, step) in
            [(0, 1, 1), (1, 1, 1), (3, 3, 1), (4, 4, 1), (9, 10, 5), (96, 100, 50), (301, 400, 100)]
        {
            assert_eq!(CountScale::new(most, 4), CountScale { top, step }, "{most}");
        }
        assert_eq!(CountScale::new(9, 4).marks().collect::<Vec<_>>(), [0, 5, 10]);
    }

    #[test]
    fn years_are_thinned_where_there_is_no_room() {
        assert_eq!(year_step(40.0, 38.0), 1);
        assert_eq!(year_step(20.0, 38.0), 2);
        assert_eq!(year_step(5.0, 38.0), 10);
        assert_eq!(year_step(0.0, 38.0), 10_000);
    }

    #[test]
    fn a_legend_goes_on_in_another_row() {
        let entry = |name: &str| Entry { class: "join", is_hatched: true, name: name.to_owned() };
        let (_, labels, height) = legend(&["加入", "离任"].map(entry), 328.0);
        assert_eq!((labels[0].y, height), (labels[1].y, 20.0));
        let (_, labels, height) = legend(&["Joins", &"A long name ".repeat(4)].map(entry), 328.0);
        assert!(labels[0].y < labels[1].y);
        assert!((height - 40.0).abs() < 0.1);
    }

    #[test]
    fn hatching_stays_in_its_bar() {
        let hatched = hatch(Bounds { x: 10.0, y: 10.0, width: 7.0, height: 4.0 }).write();
        assert_eq!(hatched, r#"<path d="M11 14L15 10M16 14L17 13" class="hatch"/>"#);
    }
}
