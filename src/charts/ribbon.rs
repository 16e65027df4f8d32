//! The ribbon of a career: stints as bars over years, one a row, with the roles along them.
//!
//! What is not known to the day fades in or out over the time in which it can lie; what has no recorded begin
//! fades out before the first that is known; leaves are hatched; what goes on ends in an arrow.

use super::{Anchor, Chart, Element, Label, TimeScale, Width, number, width};
use crate::model::Day;

/// A career to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Ribbon<'a> {
    /// The stints, in order; the first [`ROWS`] are drawn.
    pub bars: &'a [Bar],
    /// The last day to be shown, at least: that of the records.
    pub now: Day,
    /// What is said of the bars that are left out: "and 3 more".
    pub more: &'a str,
}

/// A stint.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Where, in what capacity and how long.
    pub name: String,
    /// The same with its dates.
    pub tip: String,
    /// The move that tells of it first.
    pub href: String,
    /// A number from 1 to 8 that colours its capacity.
    pub series: u8,
    /// The first and the last day on which it can have begun; `None` where the begin is not recorded.
    pub begin: Option<(Day, Day)>,
    /// The first and the last day on which it can have ended.
    pub end: (Day, Day),
    /// Whether it goes on.
    pub is_open: bool,
    /// The roles, in order; the first may begin later than the stint.
    pub roles: Vec<Part>,
    /// The leaves.
    pub leaves: Vec<Part>,
}

/// A role or a leave within a stint.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called along the bar.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub lang: Option<String>,
    /// What it is and when, in full.
    pub tip: String,
    /// The move that tells of it.
    pub href: String,
    /// Whether it begins there; where not, it lasted until then, since when is not recorded.
    pub is_begun: bool,
    /// The day on which it begins, or the middle of those on which it can have begun.
    pub from: Day,
    /// The same of its end; `None` where it lasts until the next one, or to the end.
    pub to: Option<Day>,
}

/// How many stints are drawn.
pub const ROWS: usize = 40;

const TOP: f64 = 26.0;
const ROW: f64 = 58.0;
/// From the top of a row to its bar.
const BAR: f64 = 18.0;
const HEIGHT: f64 = 14.0;
/// The room of a begin that is not recorded.
const UNKNOWN: f64 = 24.0;
const ARROW: f64 = 7.0;
/// What a role needs to be written along its bar.
const LEAST_LABEL: f64 = 44.0;
/// What can be seen and touched of a stint of days.
const LEAST_BAR: f64 = 5.0;
/// How opaque a bar is from which part of its fading in on, about as certain as it is that it has begun.
const FADE: [(f64, f64); 4] = [(0.0, 0.2), (0.25, 0.4), (0.5, 0.6), (0.75, 0.8)];

/// Draws a career.
pub fn ribbon(career: Ribbon, size: Width) -> Chart {
    let shown = &career.bars[..career.bars.len().min(ROWS)];
    let right = size.pixels() - ARROW - 1.0;
    let first = shown.iter().map(|bar| bar.begin.unwrap_or(bar.end).0).min().unwrap_or(career.now);
    let last = shown.iter().map(|bar| bar.end.1).max().unwrap_or(career.now).max(career.now);
    let scale = TimeScale::new((first, last), (UNKNOWN, right));
    let is_cut = shown.len() < career.bars.len();
    let tops = || std::iter::successors(Some(TOP), |top| Some(top + ROW));
    let bottom = tops().nth(shown.len()).unwrap_or(TOP);
    let mut chart = Chart {
        width: size,
        height: bottom + if is_cut { 20.0 } else { 0.0 },
        marks: Vec::new(),
        labels: Vec::new(),
    };
    axis(&mut chart, &scale, bottom);
    for (bar, top) in shown.iter().zip(tops()) {
        Row { bar, top, scale: &scale, size }.draw(&mut chart);
    }
    if is_cut {
        chart.labels.push(Label::new(0.0, bottom + 14.0, Anchor::Start, career.more).class("quiet"));
    }
    chart
}

fn axis(chart: &mut Chart, scale: &TimeScale, bottom: f64) {
    for (year, x) in scale.years(48.0) {
        let text = year.to_string();
        let inside = x.min(chart.width.pixels() - width(&text) / 2.0);
        chart.marks.push(Element::line((x, 18.0), (x, bottom - 6.0)).class("grid"));
        chart.labels.push(Label::new(inside, 12.0, Anchor::Middle, text).class("quiet"));
    }
}

/// A stint with the room that it has.
struct Row<'a> {
    bar: &'a Bar,
    top: f64,
    scale: &'a TimeScale,
    size: Width,
}

/// A piece of a bar, from left to right, as opaque as it is certain.
struct Piece {
    from: f64,
    to: f64,
    opacity: f64,
}

impl Row<'_> {
    fn draw(&self, chart: &mut Chart) {
        let pieces = self.pieces();
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let (left, right) = (first.from, last.to);
        let starts = self.starts(left, right);
        chart.labels.push(self.title(left));
        for (at, (x, part)) in starts.iter().enumerate() {
            let to = starts.get(at + 1).map_or(right, |(next, _)| next - 1.0);
            let (href, tip) = part.map_or((&self.bar.href, &self.bar.tip), |part| (&part.href, &part.tip));
            chart.marks.extend(
                segment(&pieces, (*x, to), self.y())
                    .map(|inside| Element::link(href, tip, inside.class(format!("s{}", self.bar.series)))),
            );
        }
        for leave in &self.bar.leaves {
            chart.marks.push(self.leave(leave, (left, right)));
        }
        if self.bar.is_open {
            let [x, y, tip] = [right, self.y(), right + ARROW].map(number);
            let (middle, low) = (number(self.y() + HEIGHT / 2.0), number(self.y() + HEIGHT));
            let arrow = Element::path(format!("M{x} {y}L{tip} {middle}L{x} {low}Z"));
            chart.marks.push(arrow.class(format!("s{}", self.bar.series)));
        }
        self.names(chart, (left, right));
    }

    fn y(&self) -> f64 {
        self.top + BAR
    }

    /// The bar, faded where it is not certain; at least so wide that it can be seen and touched.
    fn pieces(&self) -> Vec<Piece> {
        let at = |(a, b): (Day, Day)| (self.scale.x(a), self.scale.x(b));
        let end = at(self.bar.end);
        let begin = self.bar.begin.map_or_else(|| self.unrecorded(end), at);
        let least = begin.0 + LEAST_BAR;
        let end =
            if end.0 < end.1 { (end.0, end.1.max(least)) } else { (end.0.max(least), end.0.max(least)) };
        // Where begin and end can be the same day, the one fades in until the other fades out.
        let middle = f64::midpoint(begin.0, end.1);
        let (solid, over) = if begin.1 <= end.0 { (begin.1, end.0) } else { (middle, middle) };
        let mut pieces = fade(begin.0, solid, false);
        pieces.push(Piece { from: solid, to: over, opacity: 1.0 });
        pieces.extend(fade(over, end.1, true));
        pieces.retain(|piece| piece.to > piece.from);
        pieces
    }

    /// Where a bar begins to be seen whose begin is not recorded: before the first that is known.
    fn unrecorded(&self, end: (f64, f64)) -> (f64, f64) {
        let known = self.bar.roles.iter().chain(&self.bar.leaves).map(|part| self.scale.x(part.from));
        let known = known.fold(end.0, f64::min);
        (known - UNKNOWN, known)
    }

    /// Where each role begins; before the first, the stint alone.
    fn starts(&self, left: f64, right: f64) -> Vec<(f64, Option<&Part>)> {
        let mut starts: Vec<(f64, Option<&Part>)> = Vec::new();
        if !self.is_held_from_begin() {
            starts.push((left, None));
        }
        for part in &self.bar.roles {
            if starts.is_empty() {
                starts.push((left, Some(part)));
            } else if part.is_begun {
                starts.push((self.scale.x(part.from).clamp(left, right), Some(part)));
            }
        }
        starts
    }

    /// Whether the first role was held when the stint began; what was held when the records begin was held before.
    fn is_held_from_begin(&self) -> bool {
        let first = self.bar.roles.first();
        first.is_some_and(|part| self.bar.begin.is_none_or(|(_, latest)| part.from <= latest))
    }

    fn leave(&self, leave: &Part, (left, right): (f64, f64)) -> Element {
        let from = self.scale.x(leave.from).clamp(left, right);
        let to = leave.to.map_or(right, |day| self.scale.x(day)).clamp(from, right).max(from + 4.0);
        let y = self.y();
        let line = |x: f64| {
            let (a, b) = (x.max(from), (x + HEIGHT).min(to));
            let (low, high) = (y + HEIGHT - (a - x), y + HEIGHT - (b - x));
            format!("M{} {}L{} {}", number(a), number(low), number(b), number(high))
        };
        let lines = std::iter::successors(Some(from - HEIGHT + 4.0), |x| Some(x + 5.0));
        let data: String = lines.take_while(|x| *x < to).map(line).collect();
        let inside = Element::new("g")
            .with(Element::rect(from, y, to - from, HEIGHT).class("pause"))
            .with(Element::path(data).class("stripes"));
        Element::link(&leave.href, &leave.tip, inside)
    }

    /// What stands above the bar: from its begin on, or as far to the left as it needs.
    fn title(&self, left: f64) -> Label {
        let all = self.size.pixels() - 2.0;
        let x = left.min(all - width(&self.bar.name)).max(0.0);
        Label::new(x, self.top + 12.0, Anchor::Start, &*self.bar.name)
            .class("strong")
            .href(Some(&*self.bar.href))
            .fit(all - x)
    }

    /// The names of the roles below the bar, from the last to the first, where they fit: from where they begin, or
    /// up to where they end, where only that is recorded.
    fn names(&self, chart: &mut Chart, (left, right): (f64, f64)) {
        let mut free = self.size.pixels() - 2.0;
        let count = self.bar.roles.len();
        for (at, part) in self.bar.roles.iter().enumerate().rev() {
            let needed = width(&part.name);
            let is_first = at == 0 && self.is_held_from_begin();
            let x = if is_first { left } else { self.scale.x(part.from).clamp(left, right) };
            let x = if !part.is_begun && !is_first {
                (x.min(free) - needed).max(left)
            } else if at + 1 == count {
                // The last one may stand further to the left than its part of the bar.
                x.min(free - needed).max(0.0)
            } else {
                x
            };
            if free - x < needed.min(LEAST_LABEL) {
                continue;
            }
            let label = Label::new(x, self.y() + HEIGHT + 13.0, Anchor::Start, &*part.name)
                .lang(part.lang.as_deref())
                .href(Some(&*part.href))
                .fit(free - x);
            if !label.text.is_empty() {
                chart.labels.push(label);
                free = x - 8.0;
            }
        }
    }
}

/// Steps from nothing to a whole, or back, from left to right.
fn fade(from: f64, to: f64, is_out: bool) -> Vec<Piece> {
    let step = (to - from) / 4.0;
    let piece = |(part, opacity): (f64, f64)| {
        let from = if is_out { to - part * (to - from) - step } else { from + part * (to - from) };
        Piece { from, to: from + step, opacity }
    };
    let mut pieces: Vec<Piece> = FADE.into_iter().map(piece).collect();
    if is_out {
        pieces.reverse();
    }
    pieces
}

/// What of the pieces lies between two points; nothing where there is no room.
fn segment(pieces: &[Piece], (from, to): (f64, f64), y: f64) -> Option<Element> {
    let mut group = Element::new("g");
    let mut is_empty = true;
    for piece in pieces {
        let (a, b) = (piece.from.max(from), piece.to.min(to));
        if b - a < 0.05 {
            continue;
        }
        is_empty = false;
        let rect = Element::rect(a, y, b - a, HEIGHT);
        group = group.with(if piece.opacity < 1.0 { rect.set("opacity", piece.opacity) } else { rect });
    }
    (!is_empty).then_some(group)
}

#[cfg(test)]
mod tests;
