//! A river: time runs down the page, the latest at the top, a row for each stretch of it. What goes out lies
//! to the left of the line in the middle, what comes in to the right; what happened around stands beside.

use super::axis::{self, Entry, length};
use super::{Anchor, Chart, Element, Label, SIZE, Width, number};
use crate::model::Day;

/// What is drawn.
#[derive(Debug, Clone)]
pub struct River {
    /// How high a row is, in CSS pixels: 15 at least where neighbours have labels.
    pub row: f64,
    /// What is counted.
    pub kinds: Vec<Branch>,
    /// The rows, the latest first.
    pub rows: Vec<Row>,
    /// Windows of days, shaded.
    pub bands: Vec<Band>,
    /// What happened around, the latest first.
    pub marks: Vec<Mark>,
    /// What the marks are, in the legend.
    pub marks_name: String,
    /// What the bands are, in the legend.
    pub bands_name: String,
}

/// A kind of what is counted, and how it is drawn.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The class of its colour.
    pub class: &'static str,
    /// What it is.
    pub name: String,
    /// Whether it goes out, and so lies to the left.
    pub is_out: bool,
    /// How much of a row's height it fills: a difference that does not rest on colour.
    pub thickness: f64,
}

/// A stretch of time.
#[derive(Debug, Clone)]
pub struct Row {
    /// What stands at the left; nothing for a row between named ones.
    pub label: String,
    /// Its first and its last day; none where the time is not known so precisely.
    pub days: Option<(Day, Day)>,
    /// What is in it, in words.
    pub name: String,
    /// Where that is told.
    pub href: Option<String>,
    /// How many there are of each kind.
    pub counts: Vec<usize>,
    /// Whether it stands for a long time in which nothing is known; `name` is then written in it.
    pub is_gap: bool,
}

/// A window of days.
#[derive(Debug, Clone)]
pub struct Band {
    /// The first and the last day.
    pub days: (Day, Day),
    /// What it is.
    pub name: String,
    /// Where it is told.
    pub href: String,
}

/// Something beside the line.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Where it is.
    pub at: Place,
    /// What it is, with its date.
    pub name: String,
    /// What is written where there is room.
    pub label: String,
    /// The language of the label, where it is not the page's.
    pub lang: Option<String>,
    /// Where it leads.
    pub href: String,
}

/// A place along the line.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// A day.
    Day(Day),
    /// Somewhere in a row.
    Row(usize),
}

/// How high the row of a long silence is.
const GAP: f64 = 44.0;
/// The widest that one of what is counted gets.
const STEP: f64 = 10.0;
/// From label to label of what is beside.
const LINE: f64 = 16.0;
/// How far the label of a mark may be moved from it.
const FAR: f64 = 48.0;

/// Where everything is.
struct Plot<'a> {
    river: &'a River,
    tops: Vec<f64>,
    bottom: f64,
    left: f64,
    spine: f64,
    right: f64,
    /// The middle of the marks.
    beside: f64,
    step: f64,
}

/// Draws it.
pub fn river(river: &River, at: Width) -> Chart {
    let entries = legend(river);
    let (mut marks, mut labels, legend) = axis::legend(&entries, at.pixels());
    let plot = Plot::new(river, at, legend + SIZE);
    marks.extend(river.bands.iter().filter_map(|band| plot.band(band)));
    for (row, top) in river.rows.iter().zip(&plot.tops) {
        plot.row(row, *top, &mut marks, &mut labels);
    }
    for (nth, branch) in river.kinds.iter().enumerate() {
        marks.extend([true, false].into_iter().filter_map(|is_dated| plot.branch(nth, branch, is_dated)));
    }
    marks.extend(river.marks.iter().filter_map(|mark| Some(diamond(mark, plot.beside, plot.at(mark.at)?))));
    let mut bottom = plot.bottom;
    if at == Width::Wide {
        for (line, label) in plot.beside(at.pixels()) {
            bottom = bottom.max(label.y);
            marks.push(line);
            labels.push(label);
        }
    }
    Chart { width: at, height: bottom + SIZE / 2.0, marks, labels }
}

/// The kinds that there are.
fn legend(river: &River) -> Vec<Entry> {
    let is_there = |nth: usize| river.rows.iter().any(|row| row.counts.get(nth).is_some_and(|n| *n > 0));
    let entry = |class, name: &String| Entry { class, is_hatched: false, name: name.clone() };
    let kinds = river.kinds.iter().enumerate().filter(|(nth, _)| is_there(*nth));
    let kinds = kinds.map(|(_, branch)| entry(branch.class, &branch.name));
    let marks = (!river.marks.is_empty()).then(|| entry("event", &river.marks_name));
    let bands = (!river.bands.is_empty()).then(|| entry("wave", &river.bands_name));
    kinds.chain(marks).chain(bands).collect()
}

impl<'a> Plot<'a> {
    fn new(river: &'a River, at: Width, top: f64) -> Self {
        let (left, spine, right, beside) = match at {
            Width::Narrow => (72.0, 170.0, 300.0, 316.0),
            Width::Wide => (84.0, 204.0, 348.0, 364.0),
        };
        let mut bottom = top;
        let tops = river.rows.iter().map(|row| {
            let top = bottom;
            bottom += if row.is_gap { GAP } else { river.row };
            top
        });
        let tops = tops.collect();
        let most = |is_out: bool| {
            let side = |row: &Row| -> usize {
                let kinds = river.kinds.iter().zip(&row.counts);
                kinds.filter(|(branch, _)| branch.is_out == is_out).map(|(_, n)| *n).sum()
            };
            length(river.rows.iter().map(side).max().unwrap_or(0).max(1))
        };
        let step = STEP.min((spine - left) / most(true)).min((right - spine) / most(false));
        Self { river, tops, bottom, left, spine, right, beside, step }
    }

    /// The row that a day is in, and how far from its top.
    fn y(&self, day: Day) -> Option<f64> {
        let holds = |row: &Row| row.days.is_some_and(|(first, last)| (first..=last).contains(&day));
        let nth = self.river.rows.iter().position(holds)?;
        let (first, last) = self.river.rows[nth].days?;
        let days = |from: Day, to: Day| (to - from).num_days() as f64;
        let from_end = (days(day, last) + 0.5) / (days(first, last) + 1.0);
        Some(self.tops[nth] + from_end * self.river.row)
    }

    fn at(&self, place: Place) -> Option<f64> {
        match place {
            Place::Day(day) => self.y(day),
            Place::Row(nth) => self.tops.get(nth).map(|top| top + self.river.row / 2.0),
        }
    }

    /// A window, over all that is counted in it.
    fn band(&self, band: &Band) -> Option<Element> {
        let (top, bottom) = (self.y(band.days.1), self.y(band.days.0));
        // A window may begin or end outside of what is drawn.
        let top = top.or_else(|| bottom.and_then(|_| self.tops.first().copied()))? - 2.0;
        let bottom = bottom.unwrap_or(self.bottom).max(top + 2.0) + 2.0;
        let (left, right) = (self.left - 4.0, self.right + 4.0);
        let shade = Element::rect(left, top, right - left, bottom - top).class("wave");
        let bracket = format!("M{} {}h-5V{}h5", number(left), number(top + 0.8), number(bottom - 0.8));
        let bracket = Element::path(bracket).class("bracket");
        let both = Element::new("g").with(shade).with(bracket);
        Some(Element::link(&band.href, &band.name, both))
    }

    fn row(&self, row: &Row, top: f64, marks: &mut Vec<Element>, labels: &mut Vec<Label>) {
        let height = if row.is_gap { GAP } else { self.river.row };
        let line = Element::line((self.spine, top), (self.spine, top + height));
        let middle = top + height / 2.0 + 0.35 * SIZE;
        if row.is_gap {
            marks.push(line.class("silence"));
            let label = Label::new(self.spine + 8.0, middle, Anchor::Start, row.name.clone());
            labels.push(label.class("quiet").fit(self.right - self.spine));
            return;
        }
        marks.push(line.class("axis"));
        if !row.label.is_empty() {
            marks.push(Element::line((0.0, top), (self.beside, top)).class("grid"));
            let label = Label::new(0.0, middle, Anchor::Start, row.label.clone()).href(row.href.clone());
            labels.push(label.fit(self.left - 12.0));
        }
        if let Some(href) = row.href.as_ref().filter(|_| row.counts.iter().any(|n| *n > 0)) {
            // The label, or the list below the picture, leads there for those without a pointer.
            let hit = Element::rect(self.left, top, self.right - self.left, height).class("hit");
            marks.push(Element::link(href, &row.name, hit).set("tabindex", "-1"));
        }
    }

    /// All that is counted of one kind, as lines that are as long as it is much; what is not known so precisely
    /// is fainter.
    fn branch(&self, nth: usize, branch: &Branch, is_dated: bool) -> Option<Element> {
        let mut data = String::new();
        for (row, top) in self.river.rows.iter().zip(&self.tops) {
            let count = row.counts.get(nth).copied().unwrap_or(0);
            if count == 0 || row.days.is_some() != is_dated {
                continue;
            }
            let nearer = self.river.kinds[..nth].iter().zip(&row.counts);
            let nearer: usize =
                nearer.filter(|(other, _)| other.is_out == branch.is_out).map(|(_, n)| *n).sum();
            let away = 1.5 + self.step * length(nearer);
            let (from, sign) = if branch.is_out { (self.spine - away, "-") } else { (self.spine + away, "") };
            let y = top + self.river.row / 2.0;
            let long = number(self.step * length(count));
            for part in ["M", &number(from), " ", &number(y), "h", sign, &long] {
                data.push_str(part);
            }
        }
        let thick = (self.river.row - 3.0).min(14.0) * branch.thickness;
        let class = if is_dated { branch.class.to_owned() } else { format!("{} faded", branch.class) };
        let line = Element::path(data.clone()).class(class).set("stroke-width", thick);
        // One is told from the next where there is room for a gap between them.
        let line = if self.step >= 4.0 {
            line.set("stroke-dasharray", format!("{} 1", number(self.step - 1.0)))
        } else {
            line
        };
        (!data.is_empty()).then_some(line)
    }

    /// What is written beside the marks, and the lines that lead there.
    fn beside(&self, right: f64) -> Vec<(Element, Label)> {
        let mut told: Vec<(f64, Label, f64)> = Vec::new();
        for mark in &self.river.marks {
            if let Some(y) = self.at(mark.at) {
                let label = Label::new(0.0, 0.0, Anchor::Start, mark.label.clone());
                told.push((y, label.lang(mark.lang.as_deref()).href(Some(mark.href.clone())), FAR));
            }
        }
        for band in &self.river.bands {
            if let (Some(last), Some(first)) = (self.y(band.days.1), self.y(band.days.0)) {
                let label = Label::new(0.0, 0.0, Anchor::Start, band.name.clone());
                let label = label.class("strong").href(Some(band.href.clone()));
                told.push((f64::midpoint(last, first), label, f64::MAX));
            }
        }
        told.sort_by(|(one, ..), (other, ..)| one.total_cmp(other));
        let (x, mut free) = (self.beside + 20.0, f64::MIN);
        let mut placed = Vec::new();
        for (y, label, far) in told {
            let at = free.max(y);
            let label = Label { x, y: at + 0.35 * SIZE, ..label }.fit(right - x);
            if at - y > far || label.text.is_empty() {
                continue;
            }
            free = at + LINE;
            placed.push((Element::line((self.beside + 6.0, y), (x - 3.0, at)).class("grid"), label));
        }
        placed
    }
}

fn diamond(mark: &Mark, x: f64, y: f64) -> Element {
    let data = format!("M{} {}l5 5l-5 5l-5 -5z", number(x), number(y - 5.0));
    Element::link(&mark.href, &mark.name, Element::path(data).class("event"))
}

#[cfg(test)]
mod tests;
