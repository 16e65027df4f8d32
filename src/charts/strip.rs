//! A strip: a dot a day on which something happened, and a window of the days shaded.

#![allow(clippy::cast_precision_loss, reason = "no chart has so many dots")]

use super::{Anchor, Chart, Element, Label, TimeScale, Width, width};
use crate::model::Day;

/// What a strip shows.
#[derive(Debug, Clone)]
pub struct Strip {
    /// The first and the last day shown.
    pub days: (Day, Day),
    /// The first and the last day of the window.
    pub window: (Day, Day),
    /// What stands above the window.
    pub label: String,
    /// What happened, oldest first.
    pub dots: Vec<Dot>,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Dot {
    /// When.
    pub day: Day,
    /// What it is, as a tool tip.
    pub name: String,
    /// Where it leads.
    pub href: String,
}

/// More dots than these are drawn as columns.
pub const MOST_DOTS: usize = 200;

const SIDE: f64 = 8.0;
const TOP: f64 = 24.0;
const FOOT: f64 = 20.0;
const RADIUS: f64 = 4.0;
/// The room of a dot, sideways and upwards.
const STEP: f64 = 9.0;
/// How high the dots of one day may be piled.
const HIGHEST: f64 = 126.0;

/// Draws a strip.
pub fn strip(strip: &Strip, at: Width) -> Chart {
    let right = at.pixels() - SIDE;
    let scale = TimeScale::new(strip.days, (SIDE, right));
    let piles = piles(strip, scale);
    let highest = piles.iter().map(|pile| pile.dots.len()).max().unwrap_or(0);
    let step = STEP.min(HIGHEST / highest.max(1) as f64);
    let base = TOP + STEP + step * highest.max(2) as f64;
    let mut marks = vec![shade(strip, scale, base)];
    let mut labels = vec![title(strip, scale, right)];
    for (year, x) in scale.years(60.0) {
        marks.push(Element::line((x, TOP), (x, base)).class("grid"));
        if x + 4.0 + width(&year.to_string()) <= at.pixels() {
            labels.push(Label::new(x + 4.0, base + 15.0, Anchor::Start, year.to_string()).class("quiet"));
        }
    }
    marks.push(Element::line((SIDE, base), (right, base)).class("axis"));
    for pile in &piles {
        if strip.dots.len() <= MOST_DOTS && step >= STEP {
            marks.extend(pile.dots.iter().enumerate().map(|(nth, dot)| {
                let circle = Element::circle(pile.x, base - STEP * (nth as f64 + 0.6), RADIUS);
                Element::link(&dot.href, &dot.name, circle.class(class(strip, dot)))
            }));
        } else if let Some(dot) = pile.dots.first() {
            let height = step * pile.dots.len() as f64;
            let column = Element::rect(pile.x - RADIUS, base - height, 2.0 * RADIUS, height);
            marks.push(column.class(class(strip, dot)));
        }
    }
    Chart { width: at, height: base + FOOT, marks, labels }
}

/// Dots that would cover each other.
struct Pile<'a> {
    x: f64,
    dots: Vec<&'a Dot>,
}

/// Neighbouring dots are piled; those in the window never with those outside.
fn piles(strip: &Strip, scale: TimeScale) -> Vec<Pile<'_>> {
    let mut piles: Vec<Pile> = Vec::new();
    for dot in &strip.dots {
        let x = scale.x(dot.day);
        let beside = piles.last_mut().filter(|pile| {
            let is_alike = pile.dots.iter().all(|other| is_in(strip, other) == is_in(strip, dot));
            is_alike && x - pile.x < STEP
        });
        match beside {
            Some(pile) => pile.dots.push(dot),
            None => piles.push(Pile { x, dots: vec![dot] }),
        }
    }
    piles
}

fn is_in(strip: &Strip, dot: &Dot) -> bool {
    strip.window.0 <= dot.day && dot.day <= strip.window.1
}

fn class(strip: &Strip, dot: &Dot) -> &'static str {
    if is_in(strip, dot) { "departure" } else { "departure faded" }
}

fn shade(strip: &Strip, scale: TimeScale, base: f64) -> Element {
    let (from, to) = (scale.x(strip.window.0) - 6.0, scale.x(strip.window.1) + 6.0);
    Element::rect(from, TOP, to - from, base - TOP).class("wave")
}

/// The name of the window above it, moved so far that it is not cut off.
fn title(strip: &Strip, scale: TimeScale, right: f64) -> Label {
    let middle = f64::midpoint(scale.x(strip.window.0), scale.x(strip.window.1));
    let label = Label::new(middle, TOP - 8.0, Anchor::Middle, strip.label.clone()).fit(right - SIDE);
    let half = width(&label.text) / 2.0;
    let x = middle.clamp((SIDE + half).min(right - half), right - half);
    Label { x, ..label.class("strong") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn example(dots: usize, window: (&str, &str), label: &str) -> Strip {
        let first = day("2023-01-10");
        let dot = |nth: usize| Dot {
            day: first + chrono::Days::new((nth * 730 / dots) as u64),
            name: format!("Person {nth}"),
            href: format!("#{nth}"),
        };
        Strip {
            days: (first, day("2025-01-09")),
            window: (day(window.0), day(window.1)),
            label: label.to_owned(),
            dots: (0..dots).map(dot).collect(),
        }
    }

    #[test]
    fn legible_with_few_and_many_in_both_widths() {
        let windows =
            [("2023-01-10", "2023-01-10"), ("2024-09-01", "2024-09-30"), ("2025-01-05", "2025-01-09")];
        let labels = [
            "5 people",
            "Seventeen people in the thirty days from 1 September to 30 September 2024",
            "三十天之内十七人离任",
        ];
        for at in Width::ALL {
            for dots in [2, 60, 5000] {
                for (window, label) in windows.iter().flat_map(|w| labels.map(|l| (*w, l))) {
                    strip(&example(dots, window, label), at).assert_legible();
                }
            }
        }
    }

    #[test]
    fn dots_are_linked_and_thousands_become_columns() {
        let few = strip(&example(60, ("2024-09-01", "2024-09-30"), ""), Width::Wide);
        assert!(few.marks.iter().any(|mark| mark.write().contains("href=\"#59\"")));
        let many = strip(&example(5000, ("2024-09-01", "2024-09-30"), ""), Width::Wide);
        assert!(many.marks.len() < 200 && many.height < 200.0);
    }
}
