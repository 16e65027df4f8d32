//! The members of a cohort: one dot each, with their time as a bar where there is room for names.

use super::{Anchor, Chart, Element, Label, TimeScale, Width, number};
use crate::model::Day;
use std::fmt::Write;

/// The members of a cohort.
#[derive(Debug)]
pub struct Members<'a> {
    /// One mark each, in the order in which they are drawn: those who stand the same beside each other.
    pub members: &'a [MemberMark],
    /// From the formation to the last day.
    pub days: (Day, Day),
    /// What each dot means, in the order of [`Dot`].
    pub words: [&'a str; 6],
    /// How many each dot stands for, in words; for where that is more than one.
    pub scale: &'a str,
}

/// A member.
#[derive(Debug)]
pub struct MemberMark {
    /// Who.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub lang: Option<String>,
    /// Their page.
    pub href: String,
    /// What became of them.
    pub dot: Dot,
    /// What became of them, in words.
    pub told: String,
    /// Their time since the formation.
    pub spans: Vec<SpanMark>,
}

/// A time in which a member stood the same.
#[derive(Debug)]
pub struct SpanMark {
    /// Its first day and its last.
    pub days: (Day, Day),
    /// How they stood.
    pub dot: Dot,
    /// The move that it began with.
    pub href: Option<String>,
    /// What it is, in words.
    pub told: String,
}

/// What a dot says of a member, by its shape and by its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dot {
    /// Remains: filled.
    Here,
    /// Remains, on leave: a ring with a bar in it.
    OnLeave,
    /// Perhaps remains: half filled.
    Uncertain,
    /// Has a seat only: a square.
    Seat,
    /// Left: a ring.
    Gone,
    /// Nothing is recorded: a dot in a ring.
    Unknown,
}

const DOTS: [Dot; 6] = [Dot::Here, Dot::OnLeave, Dot::Uncertain, Dot::Seat, Dot::Gone, Dot::Unknown];

/// Up to so many members have a row with their name.
const MOST_ROWS: usize = 24;
/// Up to so many have a dot that leads to them.
const MOST_LINKS: usize = 300;
/// Of more than so many, each dot stands for several.
const MOST_DOTS: usize = 1_200;
const RADIUS: f64 = 6.0;
const NAMES: f64 = 190.0;
const LEGEND: f64 = 20.0;

/// How many members each dot stands for, of so many.
pub fn members_per_dot(members: usize) -> usize {
    members.div_ceil(MOST_DOTS).max(1)
}

/// Draws the members.
pub fn members(data: &Members, width: Width) -> Chart {
    let chart = Chart { width, height: 0.0, marks: Vec::new(), labels: Vec::new() };
    if data.members.len() <= MOST_ROWS { rows(data, chart) } else { grid(data, chart) }
}

fn rows(data: &Members, mut chart: Chart) -> Chart {
    let (width, is_wide) = (chart.width.pixels(), chart.width == Width::Wide);
    let (left, height) = if is_wide { (NAMES + 24.0, 24.0) } else { (2.0, 38.0) };
    legend(data, &mut chart);
    let top = chart.height + 8.0;
    let bottom = top + height * data.members.len() as f64;
    let time = TimeScale::new(data.days, (left, width - 12.0));
    let half = super::width("2000") / 2.0;
    for (year, x) in time.years(56.0) {
        chart.marks.push(Element::line((x, top), (x, bottom + 4.0)).class("grid"));
        let x = x.clamp(half, width - half);
        chart.labels.push(Label::new(x, bottom + 18.0, Anchor::Middle, year.to_string()).class("quiet"));
    }
    for (nth, member) in data.members.iter().enumerate() {
        let y = top + height * nth as f64;
        let room = if is_wide { NAMES - 22.0 } else { width - 24.0 };
        let label = Label::new(20.0, y + 15.0, Anchor::Start, &*member.name).fit(room);
        chart.labels.push(label.lang(member.lang.as_deref()).href(Some(&*member.href)));
        chart.marks.push(dot(member.dot, 8.0, y + 11.0).titled(&member.told));
        let middle = if is_wide { y + 11.0 } else { y + 26.0 };
        let line = Element::line((left, middle), (width - 12.0, middle)).class("grid");
        chart.marks.push(line);
        chart.marks.extend(member.spans.iter().filter_map(|span| bar(span, &time, middle)));
    }
    chart.height = bottom + 24.0;
    chart
}

/// The time of a member: thick where they remain, hollow on leave, thin where it is uncertain, a line for a seat.
fn bar(span: &SpanMark, time: &TimeScale, middle: f64) -> Option<Element> {
    let (x, to) = (time.x(span.days.0), time.x(span.days.1));
    let wide = (to - x).max(1.0);
    let bar = |height: f64| Element::rect(x, middle - height / 2.0, wide, height);
    let mark = match span.dot {
        Dot::Here => bar(10.0).class("span here"),
        Dot::OnLeave => bar(9.0).class("span leave"),
        Dot::Uncertain => bar(5.0).class("span open"),
        Dot::Seat => bar(2.0).class("span seat"),
        Dot::Unknown => Element::line((x, middle), (to, middle)).class("span unknown"),
        Dot::Gone => return None,
    };
    Some(match &span.href {
        Some(href) => Element::link(href, &span.told, mark),
        None => mark.titled(&span.told),
    })
}

fn grid(data: &Members, mut chart: Chart) -> Chart {
    let width = chart.width.pixels();
    let pitch = if data.members.len() <= MOST_LINKS { 22.0 } else { 9.0 };
    let each = members_per_dot(data.members.len());
    let fit = ((width - 4.0) / pitch).max(1.0) as usize;
    if each > 1 {
        let label = Label::new(0.0, 14.0, Anchor::Start, data.scale).fit(width);
        chart.labels.push(label.class("quiet"));
        chart.height = 20.0;
    }
    for kind in DOTS {
        let group: Vec<&MemberMark> = data.members.iter().filter(|member| member.dot == kind).collect();
        if group.is_empty() {
            continue;
        }
        let top = chart.height;
        let text = format!("{} · {}", data.words[kind as usize], group.len());
        chart.marks.push(dot(kind, 8.0, top + 12.0));
        chart
            .labels
            .push(Label::new(20.0, top + 16.0, Anchor::Start, text).class("strong").fit(width - 20.0));
        let place = |nth: usize| {
            let (column, row) = (nth % fit, nth / fit);
            (column as f64 * pitch + pitch / 2.0, top + 28.0 + row as f64 * pitch + pitch / 2.0)
        };
        let dots = group.len().div_ceil(each);
        if data.members.len() <= MOST_LINKS {
            for (nth, member) in group.iter().enumerate() {
                let (x, y) = place(nth);
                let told = format!("{} · {}", member.name, member.told);
                chart.marks.push(Element::link(&member.href, &told, dot(kind, x, y)));
            }
        } else {
            chart.marks.push(small(kind, (0..dots).map(place)));
        }
        chart.height = top + 28.0 + pitch * dots.div_ceil(fit) as f64 + 8.0;
    }
    chart
}

/// Many small dots as one path: a line of no length with round ends is a dot.
fn small(kind: Dot, places: impl Iterator<Item = (f64, f64)>) -> Element {
    let mut path = String::new();
    for (x, y) in places {
        // Writing to a string does not fail.
        let _ = write!(path, "M{} {}h0", number(x), number(y));
    }
    Element::path(path).class(match kind {
        Dot::Here => "many here",
        Dot::OnLeave => "many leave",
        Dot::Uncertain => "many open",
        Dot::Seat => "many seat",
        Dot::Gone => "many gone",
        Dot::Unknown => "many unknown",
    })
}

/// What the dots mean that occur, as many in a row as fit.
fn legend(data: &Members, chart: &mut Chart) {
    let width = chart.width.pixels();
    let (mut x, mut y) = (0.0, 16.0);
    let occurs = |kind: Dot| {
        let spans = |member: &MemberMark| member.spans.iter().any(|span| span.dot == kind);
        data.members.iter().any(|member| member.dot == kind || spans(member))
    };
    for kind in DOTS.into_iter().filter(|kind| occurs(*kind)) {
        let text = data.words[kind as usize];
        let wide = super::width(text).min(width - 20.0);
        if x > 0.0 && x + 20.0 + wide > width {
            (x, y) = (0.0, y + LEGEND);
        }
        chart.marks.push(dot(kind, x + 8.0, y - 4.0));
        chart.labels.push(Label::new(x + 20.0, y, Anchor::Start, text).fit(width - 20.0).class("quiet"));
        x += 20.0 + wide + 16.0;
    }
    chart.height = y + 8.0;
}

/// A dot, told apart by its shape and by its colour.
fn dot(kind: Dot, x: f64, y: f64) -> Element {
    let ring = |class: &'static str| Element::circle(x, y, RADIUS - 1.0).class(class);
    match kind {
        Dot::Here => Element::circle(x, y, RADIUS).class("dot here"),
        Dot::OnLeave => Element::new("g")
            .with(ring("dot leave"))
            .with(Element::rect(x - 1.5, y - 3.0, 3.0, 6.0).class("leave-mark")),
        Dot::Uncertain => {
            let (x, r) = (number(x), number(RADIUS - 1.0));
            let half =
                format!("M{x} {}a{r} {r} 0 0 0 0 {}Z", number(y - RADIUS + 1.0), number(2.0 * RADIUS - 2.0));
            Element::new("g").with(ring("dot open")).with(Element::path(half).class("open-mark"))
        }
        Dot::Seat => Element::rect(x - 4.0, y - 4.0, 8.0, 8.0).class("dot seat"),
        Dot::Gone => ring("dot gone"),
        Dot::Unknown => {
            Element::new("g").with(ring("dot unknown")).with(Element::circle(x, y, 1.5).class("unknown-mark"))
        }
    }
}

#[cfg(test)]
mod tests;
