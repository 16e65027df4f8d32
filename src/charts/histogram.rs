//! A histogram: a bar a year, made of its kinds, one on the other.

use super::axis::{self, CountScale, Entry};
use super::{Anchor, Bounds, Chart, Element, Label, SIZE, Width, width};

/// How many years are drawn: earlier ones are left to the table.
pub const MOST_YEARS: i32 = 100;

/// The widest that a bar gets.
const WIDEST: f64 = 48.0;

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Histogram {
    /// The kinds, from the lowest to the highest.
    pub kinds: Vec<Entry>,
    /// The years that have anything, oldest first.
    pub years: Vec<YearBar>,
}

/// One year.
#[derive(Debug, Clone)]
pub struct YearBar {
    /// Which.
    pub year: i32,
    /// The year in words, below its bar.
    pub label: String,
    /// What is in it, in words.
    pub name: String,
    /// Where its moves are told.
    pub href: String,
    /// How many there are of each kind.
    pub counts: Vec<usize>,
}

/// Where the bars are.
struct Plot {
    first: i32,
    left: f64,
    /// The room of a year.
    year: f64,
    top: f64,
    bottom: f64,
    scale: CountScale,
}

impl Histogram {
    /// The years that are drawn.
    pub fn drawn(&self) -> &[YearBar] {
        let Some(last) = self.years.last() else { return &[] };
        let first = self.years.iter().position(|bar| bar.year > last.year.saturating_sub(MOST_YEARS));
        &self.years[first.unwrap_or(0)..]
    }
}

/// Draws it.
pub fn draw(data: &Histogram, size: Width) -> Chart {
    let years = data.drawn();
    let (mut marks, mut labels, legend) = axis::legend(&data.kinds, size.pixels());
    let plot = Plot::new(years, size, legend + 2.0 * SIZE);
    for count in plot.scale.marks() {
        let (line, label) = axis::mark((plot.left, size.pixels()), plot.y(count), count);
        marks.push(line);
        labels.push(label);
    }
    for bar in years {
        marks.push(Element::link(&bar.href, &bar.name, column(data, bar, &plot)));
        let total: usize = bar.counts.iter().sum();
        if width(&total.to_string()) + 2.0 <= plot.year {
            let (x, y) = (plot.middle(bar.year), plot.y(total) - 4.0);
            labels.push(Label::new(x, y, Anchor::Middle, total.to_string()).class("halo"));
        }
    }
    labels.extend(plot.years(years, size.pixels()));
    Chart { width: size, height: plot.bottom + 2.0 * SIZE, marks, labels }
}

fn column(data: &Histogram, bar: &YearBar, plot: &Plot) -> Element {
    let (width, x) = (plot.bar(), plot.middle(bar.year) - plot.bar() / 2.0);
    let all = Element::rect(plot.x(bar.year), plot.top, plot.year, plot.bottom - plot.top).class("hit");
    let mut column = Element::new("g").with(all);
    let mut below = 0;
    for (kind, count) in data.kinds.iter().zip(&bar.counts).filter(|(_, count)| **count > 0) {
        let (y, bottom) = (plot.y(below + count), plot.y(below));
        below += count;
        // A line of the ground between the kinds, where there is room for it.
        let gap = if bottom - y > 3.0 { 1.0 } else { 0.0 };
        let at = Bounds { x, y: y + gap, width, height: bottom - y - gap };
        column = axis::bar(at, kind.class, kind.is_hatched).into_iter().fold(column, Element::with);
    }
    column
}

impl Plot {
    fn new(years: &[YearBar], size: Width, top: f64) -> Self {
        let most = years.iter().map(|bar| bar.counts.iter().sum::<usize>()).max();
        let scale = CountScale::new(most.unwrap_or(0), 4);
        let (first, last) =
            years.first().zip(years.last()).map_or((0, 0), |(first, last)| (first.year, last.year));
        let left = scale.room() + 8.0;
        let height = if size == Width::Narrow { 150.0 } else { 200.0 };
        let year = (size.pixels() - left) / f64::from(last - first + 1);
        Self { first, left, year, top, bottom: top + height, scale }
    }

    fn y(&self, count: usize) -> f64 {
        self.bottom - (self.bottom - self.top) * axis::length(count) / axis::length(self.scale.top)
    }

    fn x(&self, year: i32) -> f64 {
        self.left + f64::from(year - self.first) * self.year
    }

    fn middle(&self, year: i32) -> f64 {
        self.x(year) + self.year / 2.0
    }

    fn bar(&self) -> f64 {
        (self.year * 0.8).min(WIDEST)
    }

    /// The years below the bars, as many as there is room for.
    fn years(&self, years: &[YearBar], right: f64) -> Vec<Label> {
        let room = years.iter().map(|bar| width(&bar.label)).fold(0.0, f64::max) + 6.0;
        let step = axis::year_step(self.year, room);
        let marked = years.iter().filter(|bar| bar.year.rem_euclid(step) == 0);
        let label = |bar: &YearBar| {
            let label =
                Label::new(self.middle(bar.year), self.bottom + 1.5 * SIZE, Anchor::Middle, &*bar.label);
            label.class("quiet")
        };
        let fits = |label: &Label| {
            let bounds = label.bounds();
            bounds.x >= 0.0 && bounds.x + bounds.width <= right
        };
        marked.map(label).filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(names: [&str; 6]) -> Vec<Entry> {
        let classes = ["join", "return", "promotion", "transfer", "leave", "departure"];
        let entry = |(at, (class, name)): (usize, (&'static str, &str))| Entry {
            class,
            is_hatched: at % 2 == 1,
            name: name.to_owned(),
        };
        classes.into_iter().zip(names).enumerate().map(entry).collect()
    }

    fn year(year: i32, unit: &str, most: usize) -> YearBar {
        let counts = (0..6).map(|kind| most * usize::try_from((year + kind) % 7).unwrap() / 30).collect();
        let label = format!("{year}{unit}");
        YearBar { year, name: label.clone(), href: format!("timeline/{year}.html"), label, counts }
    }

    fn data(years: impl Iterator<Item = i32>, is_chinese: bool, most: usize) -> Histogram {
        let english = ["Joins", "Returns", "Promotions", "Transfers", "Leaves of absence", "Departures"];
        let chinese = ["加入", "重返", "升任", "转任", "休假", "离任（包括任期届满与机构被收购）"];
        let unit = if is_chinese { "年" } else { "" };
        let kinds = kinds(if is_chinese { chinese } else { english });
        Histogram { kinds, years: years.map(|at| year(at, unit, most)).collect() }
    }

    #[test]
    fn nothing_covers_anything_with_2_and_60_years() {
        for size in Width::ALL {
            for is_chinese in [false, true] {
                for most in [1, 40, 9_000] {
                    for years in [2, 12, 60] {
                        draw(&data(1965..1965 + years, is_chinese, most), size).assert_legible();
                    }
                }
            }
            draw(&data(0..0, false, 1), size).assert_legible();
        }
    }

    #[test]
    fn every_year_is_marked_where_there_is_room_and_few_where_not() {
        let labels = |years| {
            let chart = draw(&data(1965..1965 + years, false, 40), Width::Narrow);
            let is_year = |label: &&Label| label.y > chart.height - 2.0 * SIZE && label.text.len() == 4;
            chart.labels.iter().filter(is_year).map(|label| label.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(labels(2), ["1965", "1966"]);
        assert_eq!(labels(60), ["1970", "1980", "1990", "2000", "2010", "2020"]);
    }

    #[test]
    fn a_bar_leads_to_its_year_and_is_as_high_as_its_count() {
        let mut data = data([2023, 2024].into_iter(), false, 0);
        data.years[0].counts = vec![1, 0, 0, 0, 0, 1];
        data.years[1].counts = vec![0, 0, 4, 0, 0, 0];
        let chart = draw(&data, Width::Wide);
        let drawn: String = chart.marks.iter().map(Element::write).collect();
        assert!(drawn.contains(r#"<a href="timeline/2024.html"><g>"#), "{drawn}");
        assert!(drawn.contains(r#"height="199" class="promotion""#), "{drawn}");
        assert!(drawn.contains(r#"height="49" class="join""#), "{drawn}");
        assert!(!drawn.contains("transfer\"><title"), "{drawn}");
        assert!(chart.labels.iter().any(|label| label.text == "4" && label.class == "halo"));
    }

    #[test]
    fn a_lonely_early_year_does_not_flatten_the_others() {
        let data = data([5, 2023, 2024].into_iter(), false, 40);
        let drawn: Vec<i32> = data.drawn().iter().map(|bar| bar.year).collect();
        assert_eq!(drawn, [2023, 2024]);
    }
}
