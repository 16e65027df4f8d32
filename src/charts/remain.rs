//! Who remains over time: a step line, with a band where dates leave it open.

use super::axis::{CountScale, mark};
use super::{Anchor, Chart, Element, Label, TimeScale, Width, number};
use crate::model::Day;
use std::fmt::Write;

/// The curve of who remains.
#[derive(Debug)]
pub struct Remain<'a> {
    /// The steps, oldest first; each holds until the next.
    pub steps: &'a [RemainStep],
    /// The last day.
    pub until: Day,
    /// How many there were.
    pub size: usize,
    /// What sources state.
    pub stated: &'a [StatedMark],
    /// What is written on the axes.
    pub words: RemainWords<'a>,
}

/// What the curve says in words.
#[derive(Debug, Clone, Copy)]
pub struct RemainWords<'a> {
    /// What the line is.
    pub line: &'a str,
    /// What the band is.
    pub band: &'a str,
    /// What the marks are.
    pub stated: &'a str,
}

/// What holds from a day on.
#[derive(Debug)]
pub struct RemainStep {
    /// The day.
    pub day: Day,
    /// How many certainly remain.
    pub at_least: usize,
    /// How many can remain at most.
    pub at_most: usize,
    /// The move that it comes from.
    pub href: Option<String>,
    /// What it is, in words.
    pub name: String,
}

/// How many remain, as a source states.
#[derive(Debug)]
pub struct StatedMark {
    /// The first day and the last that it can mean.
    pub days: (Day, Day),
    /// How many remain.
    pub remaining: usize,
    /// Where it is told.
    pub href: String,
    /// What it is, in words.
    pub name: String,
}

const PLOT: f64 = 168.0;
const LEGEND: f64 = 20.0;
const RIGHT: f64 = 12.0;
/// More steps than this are drawn as a line alone: dots so close could be neither told apart nor hit.
const MOST_DOTS: usize = 150;

/// Draws the curve.
pub fn remain(data: &Remain, width: Width) -> Chart {
    let first = data.steps.first().map_or(data.until, |step| step.day);
    let most = data.stated.iter().map(|mark| mark.remaining).max().unwrap_or(0).max(data.size);
    let scale = CountScale::new(most, 5);
    let left = 12.0 + scale.room();
    let time = TimeScale::new((first, data.until), (left, width.pixels() - RIGHT));
    let legend = legend(data, width);
    let top = legend.height + 14.0;
    let y = |count: usize| top + PLOT * (1.0 - count as f64 / scale.top as f64);
    let mut chart = legend;
    chart.height = top + PLOT + 24.0;
    for count in scale.marks() {
        let (line, label) = mark((left, width.pixels() - RIGHT), y(count), count);
        chart.marks.push(line);
        chart.labels.push(label);
    }
    years(&mut chart, &time, top, width);
    let area = |steps: &[RemainStep]| band(steps, &time, data.until, y);
    chart.marks.push(Element::path(area(data.steps)).class("perhaps"));
    let line = |count: fn(&RemainStep) -> usize| outline(data.steps, &time, data.until, y, count);
    chart.marks.push(Element::path(line(|step| step.at_most)).class("edge"));
    chart.marks.push(Element::path(line(|step| step.at_least)).class("curve"));
    dots(&mut chart, data.steps, &time, y);
    stated(&mut chart, data.stated, &time, y);
    chart
}

/// What the marks mean, as many in a row as fit.
fn legend(data: &Remain, width: Width) -> Chart {
    let mut chart = Chart { width, height: 0.0, marks: Vec::new(), labels: Vec::new() };
    let has_band = data.steps.iter().any(|step| step.at_least != step.at_most);
    let entries = [
        (Some(data.words.line), "curve"),
        (Some(data.words.band).filter(|_| has_band), "band"),
        (Some(data.words.stated).filter(|_| !data.stated.is_empty()), "stated"),
    ];
    let (mut x, mut y) = (0.0, 14.0);
    for (text, class) in entries {
        let Some(text) = text else { continue };
        let room = width.pixels() - 24.0;
        let wide = super::width(text).min(room);
        if x > 0.0 && x + 24.0 + wide > width.pixels() {
            (x, y) = (0.0, y + LEGEND);
        }
        chart.marks.push(match class {
            "stated" => diamond(x + 8.0, y - 4.0),
            "band" => Element::rect(x, y - 10.0, 16.0, 11.0).class("perhaps"),
            _ => Element::path(format!("M{} {}h16", number(x), number(y - 4.0))).class("curve"),
        });
        chart.labels.push(Label::new(x + 22.0, y, Anchor::Start, text).fit(room));
        x += 22.0 + wide + 16.0;
    }
    chart.height = y + 6.0;
    chart
}

fn years(chart: &mut Chart, time: &TimeScale, top: f64, width: Width) {
    let half = super::width("2000") / 2.0;
    for (year, x) in time.years(56.0) {
        chart.marks.push(Element::line((x, top), (x, top + PLOT + 4.0)).class("grid"));
        let x = x.min(width.pixels() - half);
        chart.labels.push(Label::new(x, top + PLOT + 18.0, Anchor::Middle, year.to_string()).class("quiet"));
    }
}

/// A step line of a count.
fn outline(
    steps: &[RemainStep],
    time: &TimeScale,
    until: Day,
    y: impl Fn(usize) -> f64,
    count: fn(&RemainStep) -> usize,
) -> String {
    let mut path = String::new();
    for step in steps {
        let (x, y) = (number(time.x(step.day)), number(y(count(step))));
        // Writing to a string does not fail.
        let _ = if path.is_empty() { write!(path, "M{x} {y}") } else { write!(path, "H{x}V{y}") };
    }
    let _ = write!(path, "H{}", number(time.x(until)));
    path
}

/// What lies between the two counts.
fn band(steps: &[RemainStep], time: &TimeScale, until: Day, y: impl Fn(usize) -> f64) -> String {
    let ends = steps.iter().skip(1).map(|step| step.day).chain([until]);
    let open = steps.iter().zip(ends).filter(|(step, _)| step.at_most > step.at_least);
    let mut path = String::new();
    for (step, end) in open {
        let (x, to) = (number(time.x(step.day)), number(time.x(end)));
        let (high, low) = (number(y(step.at_most)), number(y(step.at_least)));
        let _ = write!(path, "M{x} {high}H{to}V{low}H{x}Z");
    }
    path
}

fn dots(chart: &mut Chart, steps: &[RemainStep], time: &TimeScale, y: impl Fn(usize) -> f64) {
    if steps.len() > MOST_DOTS {
        return;
    }
    for step in steps {
        let dot = Element::circle(time.x(step.day), y(step.at_least), 4.0).class("dot here");
        chart.marks.push(match &step.href {
            Some(href) => Element::link(href, &step.name, dot),
            None => dot.titled(&step.name),
        });
    }
}

/// What sources state, apart from the line: a diamond, and a line as long as its date is imprecise.
fn stated(chart: &mut Chart, stated: &[StatedMark], time: &TimeScale, y: impl Fn(usize) -> f64) {
    for mark in stated.iter().take(MOST_DOTS) {
        let (from, to, y) = (time.x(mark.days.0), time.x(mark.days.1), y(mark.remaining));
        if to - from > 2.0 {
            chart.marks.push(Element::line((from, y), (to, y)).class("whisker"));
        }
        chart.marks.push(Element::link(&mark.href, &mark.name, diamond(f64::midpoint(from, to), y)));
    }
}

fn diamond(x: f64, y: f64) -> Element {
    let path = format!("M{} {}l6 6l-6 6l-6 -6Z", number(x), number(y - 6.0));
    Element::path(path).class("stated")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(nth: usize) -> Day {
        Day::from_ymd_opt(2015, 12, 11).unwrap() + chrono::Days::new(60 * nth as u64)
    }

    fn steps(count: usize) -> Vec<RemainStep> {
        (0..count)
            .map(|nth| RemainStep {
                day: day(nth),
                at_least: (count - nth).saturating_sub(nth % 3),
                at_most: count - nth,
                href: Some("../people/ada.html#m".into()),
                name: "Ada left".into(),
            })
            .collect()
    }

    #[test]
    fn it_is_legible() {
        let english = RemainWords {
            line: "certainly remain",
            band: "perhaps remain: the dates leave it open",
            stated: "stated by a source",
        };
        let chinese =
            RemainWords {
                line: "确定留任", band: "日期不够精确，去留未定", stated: "来源给出的人数"
            };
        for (count, words) in [(2, english), (60, english), (60, chinese), (1, chinese), (400, english)] {
            for width in Width::ALL {
                let mark = |nth| StatedMark {
                    days: (day(nth), day(nth + 1)),
                    remaining: count + 2,
                    href: "#stated_".into(),
                    name: "Herald".into(),
                };
                let stated: Vec<StatedMark> = (0..2).map(mark).collect();
                let steps = steps(count);
                let data = Remain { steps: &steps, until: day(count), size: count, stated: &stated, words };
                let chart = remain(&data, width);
                chart.assert_legible();
                assert!(chart.height < 320.0);
            }
        }
    }

    #[test]
    fn the_band_is_between_the_counts() {
        let step = |nth, at_least, at_most| RemainStep {
            day: day(nth),
            at_least,
            at_most,
            href: None,
            name: String::new(),
        };
        let steps = [step(0, 2, 2), step(1, 1, 2), step(2, 1, 1)];
        let time = TimeScale::new((day(0), day(4)), (0.0, 40.0));
        let y = |count: usize| 10.0 * count as f64;
        assert_eq!(band(&steps, &time, day(4), y), "M10 20H20V10H10Z");
        assert_eq!(outline(&steps, &time, day(4), y, |step| step.at_least), "M0 20H10V10H20V10H40");
    }
}
