//! Lanes: what was held one after the other, each time a bar.

mod labels;

use super::{Anchor, Chart, Element, Label, TimeScale, Width};
use crate::model::Day;
use labels::Spots;

/// A lane: a post with its holders, or a holder with their times.
#[derive(Debug, Clone)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub lang: Option<String>,
    /// Where the name leads.
    pub href: String,
    /// The times, in order.
    pub bars: Vec<Bar>,
    /// The times of nobody.
    pub gaps: Vec<Gap>,
}

/// A time: from a day to a day, each known to lie between two.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What is written in or at it.
    pub text: String,
    /// The language of the text, where it is not the page's.
    pub lang: Option<String>,
    /// Where it leads.
    pub href: String,
    /// What it says in full.
    pub tip: String,
    /// Which row of the lane, from 0: those at the same time have rows of their own.
    pub row: usize,
    /// The first and the last day on which it can have begun; `None` for one that began before `known`.
    pub from: Option<(Day, Day)>,
    /// The first day that is told of.
    pub known: Day,
    /// The first and the last day on which it can have ended.
    pub to: (Day, Day),
    /// Whether it was held until somebody would be found: drawn as an outline.
    pub is_interim: bool,
    /// The pauses: drawn hollow.
    pub leaves: Vec<(Day, Day)>,
}

/// A time of nobody: drawn as a dashed line.
#[derive(Debug, Clone)]
pub struct Gap {
    /// From a day to a day.
    pub days: (Day, Day),
    /// What it says in full.
    pub tip: String,
}

const BAR: f64 = 16.0;
const ROW: f64 = 22.0;
const LINE: f64 = 16.0;
/// The room of the lanes' names, beside them in a wide chart.
const NAMES: f64 = 196.0;
/// How long the stub of a begin that is not recorded is.
const STUB: f64 = 18.0;
/// What a day is drawn as at least.
const LEAST: f64 = 3.0;

/// Draws lanes over the days from a first to a last.
pub fn draw(lanes: &[Lane], days: (Day, Day), width: Width) -> Chart {
    let left = if width == Width::Wide { NAMES } else { 4.0 };
    let scale = TimeScale::new(days, (left, width.pixels() - 6.0));
    let mut canvas = Canvas { scale, width, marks: Vec::new(), labels: Vec::new() };
    let mut y = 4.0;
    for lane in lanes {
        y = canvas.lane(lane, y);
    }
    let grid = canvas.axis(left, y);
    let marks = grid.into_iter().chain(canvas.marks).collect();
    Chart { width, height: y + 20.0, marks, labels: canvas.labels }
}

struct Canvas {
    scale: TimeScale,
    width: Width,
    marks: Vec<Element>,
    labels: Vec<Label>,
}

/// Where a bar is.
#[derive(Clone, Copy)]
struct Place {
    /// The left edge of all of it, of what is certain, the right edge of that, and of all.
    x: [f64; 4],
    y: f64,
}

impl Canvas {
    /// Draws a lane from `y` on; where the next one begins.
    fn lane(&mut self, lane: &Lane, mut y: f64) -> f64 {
        let (room, above) = match self.width {
            Width::Wide => (NAMES - 12.0, 0.0),
            Width::Narrow => (self.width.pixels() - 8.0, LINE + 2.0),
        };
        let name = Label::new(0.0, y + 13.0, Anchor::Start, &*lane.name).lang(lane.lang.as_deref()).fit(room);
        self.labels.push(name.href(Some(&*lane.href)));
        y += above;
        let rows = lane.bars.iter().map(|bar| bar.row + 1).max().unwrap_or(1);
        for row in 0..rows {
            let gaps = if row == 0 { &*lane.gaps } else { &[] };
            let bars: Vec<&Bar> = lane.bars.iter().filter(|bar| bar.row == row).collect();
            y = self.row(&bars, gaps, y);
        }
        self.marks.push(Element::line((0.0, y + 1.0), (self.width.pixels(), y + 1.0)).class("grid"));
        y + 5.0
    }

    fn row(&mut self, bars: &[&Bar], gaps: &[Gap], y: f64) -> f64 {
        for gap in gaps {
            let (from, to) = (self.scale.x(gap.days.0), self.scale.x(gap.days.1));
            let line = Element::line((from, y + BAR / 2.0), (to, y + BAR / 2.0)).class("gap");
            self.marks.push(line.titled(&gap.tip));
        }
        let mut edge = 0.0;
        let places: Vec<Place> = bars
            .iter()
            .map(|bar| {
                let place = self.place(bar, edge, y);
                edge = place.x[3].max(edge);
                place
            })
            .collect();
        let right = self.width.pixels();
        let mut spots = Spots::new(self.scale.x(Day::MIN), right);
        spots.taken_by_bars(places.iter().map(|place| (place.x[0], place.x[3])));
        spots.taken_by_bars(gaps.iter().map(|gap| (self.scale.x(gap.days.0), self.scale.x(gap.days.1))));
        // From the right: the line from a bar to its label passes left of the labels of later bars.
        for (bar, place) in bars.iter().zip(&places).rev() {
            self.bar(bar, *place, &mut spots);
        }
        y + ROW + f64::from(spots.lines()) * LINE
    }

    fn place(&self, bar: &Bar, edge: f64, y: f64) -> Place {
        let x = |day| self.scale.x(day);
        let known = x(bar.known);
        let (first, sure) = match bar.from {
            Some((earliest, latest)) => (x(earliest), x(latest)),
            None => ((known - STUB).max(edge.min(known)).max(self.scale.x(Day::MIN)), known),
        };
        let (end, last) = (x(bar.to.0), x(bar.to.1));
        // So that a day can be seen.
        let last = last.max(first + LEAST).min(self.width.pixels());
        let (sure, end) = if last - first <= 2.0 * LEAST { (first, last) } else { (sure, end) };
        Place { x: [first, sure, end, last], y }
    }

    fn bar(&mut self, bar: &Bar, place: Place, spots: &mut Spots) {
        let Place { x: [first, sure, end, last], y } = place;
        let class = if bar.is_interim { "interim" } else { "bar" };
        let mut drawn = Element::new("g").class(if bar.is_interim { "holder interim" } else { "holder" });
        let faded = |from: f64, to: f64, y: f64, height: f64| {
            Element::rect(from, y, to - from, height).class(format!("{class} faded"))
        };
        if sure < end {
            // Half as high, so that who left and who came in the same time do not cover each other.
            if sure - first >= 1.0 {
                drawn = drawn.with(faded(first, sure, y + BAR / 2.0, BAR / 2.0));
            }
            if last - end >= 1.0 {
                drawn = drawn.with(faded(end, last, y, BAR / 2.0));
            }
            drawn = drawn.with(Element::rect(sure, y, end - sure, BAR).class(class));
        } else {
            drawn = drawn.with(faded(first, last, y, BAR));
        }
        for &(from, to) in &bar.leaves {
            let (from, to) = (self.scale.x(from).max(first), self.scale.x(to).min(last));
            drawn =
                drawn.with(Element::rect(from, y + 3.0, (to - from).max(1.0), BAR - 6.0).class("on-leave"));
        }
        let label = labels::inside(bar, sure, end, y).or_else(|| spots.find(bar, place, &mut self.marks));
        // Who can press the label need not hit a bar that is a few pixels wide.
        let is_linked = label.as_ref().is_some_and(|label| label.href.is_some());
        self.marks.push(if is_linked {
            drawn.titled(&bar.tip)
        } else {
            Element::link(&bar.href, &bar.tip, drawn)
        });
        self.labels.extend(label);
    }

    /// The years below the lanes, and their lines.
    fn axis(&mut self, left: f64, bottom: f64) -> Vec<Element> {
        let mut grid = Vec::new();
        for (year, x) in self.scale.years(44.0) {
            grid.push(Element::line((x, 0.0), (x, bottom + 4.0)).class("grid"));
            let label = Label::new(x, bottom + 15.0, Anchor::Start, year.to_string()).class("quiet");
            let bounds = label.bounds();
            if bounds.x + bounds.width <= self.width.pixels() && x >= left {
                self.labels.push(label);
            }
        }
        grid
    }
}

#[cfg(test)]
mod tests;
