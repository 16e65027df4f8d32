//! Diverging bars: who came, upward, and who left, downward, by quarter.
//!
//! A move takes the same area wherever it is. The bar of a quarter is as high as its count. What is known to
//! the year only is a hatched bar as wide as the year and a quarter of its count high; the bars of the
//! quarters of that year stand on it.

use super::axis::{self, CountScale, Entry};
use super::{Anchor, Bounds, Chart, Element, Label, SIZE, TimeScale, Width, width};
use crate::model::Day;

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Diverging {
    /// The first day of the first year that is drawn, and the day after the last year.
    pub days: (Day, Day),
    /// The years in words, below the bars.
    pub years: Vec<(i32, String)>,
    /// The looks of arrivals, of departures, and of what is known to the year only.
    pub legend: [Entry; 3],
    /// The bars, oldest first.
    pub bars: Vec<Bar>,
    /// What stands out, oldest first.
    pub waves: Vec<WaveMark>,
}

/// A quarter, or what is known of a year as a whole.
#[derive(Debug, Clone)]
pub struct Bar {
    /// The first day.
    pub first: Day,
    /// The day after the last.
    pub end: Day,
    /// How many quarters it spans, one or four.
    pub quarters: u32,
    /// What is in it, in words.
    pub name: String,
    /// Where its moves are told.
    pub href: String,
    /// How many came.
    pub arrivals: usize,
    /// How many left.
    pub departures: usize,
}

/// A span of days to be marked below the departures.
#[derive(Debug, Clone)]
pub struct WaveMark {
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// What is written below it: a number.
    pub label: String,
    /// What it is, in words.
    pub name: String,
    /// Where it is told.
    pub href: String,
}

/// Where things are.
struct Plot {
    time: TimeScale,
    left: f64,
    right: f64,
    /// Where nothing is counted.
    zero: f64,
    /// The height of one move in one quarter.
    unit: f64,
    up: CountScale,
    down: CountScale,
}

/// Draws it.
pub fn draw(data: &Diverging, size: Width) -> Chart {
    let (mut marks, mut labels, legend) = axis::legend(&data.legend, size.pixels());
    let plot = Plot::new(data, size, legend + SIZE);
    let waves = waves(data, &plot);
    marks.extend(waves.0);
    let up = plot.up.marks().map(|count| (count, plot.zero - axis::length(count) * plot.unit));
    let down = plot.down.marks().skip(1).map(|count| (count, plot.zero + axis::length(count) * plot.unit));
    for (count, y) in up.chain(down) {
        let (line, label) = axis::mark((plot.left, plot.right), y, count);
        marks.push(line);
        labels.push(label);
    }
    for (at, bar) in data.bars.iter().enumerate() {
        marks.push(Element::link(&bar.href, &bar.name, column(bar, data.under(at), &plot)));
    }
    labels.extend(waves.1);
    let years = plot.bottom() + if data.waves.is_empty() { 1.5 * SIZE } else { 3.5 * SIZE };
    labels.extend(plot.years(data, years));
    Chart { width: size, height: years + 0.5 * SIZE, marks, labels }
}

impl Diverging {
    /// What the bar at a position stands on: that of its whole year, if there is one.
    fn under(&self, at: usize) -> Option<&Bar> {
        let bar = &self.bars[at];
        let before = self.bars[..at].iter().rev().take(4);
        before.filter(|_| bar.quarters == 1).find(|year| year.quarters > 1 && bar.first < year.end)
    }

    /// The greatest heights, upward and downward, in moves of a quarter.
    fn most(&self) -> (usize, usize) {
        let height = |count: fn(&Bar) -> usize| {
            // In quarters of a move.
            let of = |bar: &Bar| count(bar) * if bar.quarters == 1 { 4 } else { 1 };
            let heights =
                self.bars.iter().enumerate().map(|(at, bar)| of(bar) + self.under(at).map_or(0, of));
            heights.max().unwrap_or(0).div_ceil(4)
        };
        (height(|bar| bar.arrivals), height(|bar| bar.departures))
    }
}

fn column(bar: &Bar, under: Option<&Bar>, plot: &Plot) -> Element {
    let (left, right) = (plot.time.x(bar.first), plot.time.x(bar.end));
    // A line of the ground between the quarters, where there is room for it.
    let gap = if right - left > 5.0 { 1.0 } else { 0.0 };
    let height = |bar: &Bar, count: usize| axis::length(count) / f64::from(bar.quarters) * plot.unit;
    let is_hatched = bar.quarters > 1;
    let mut column = Element::new("g");
    if bar.arrivals > 0 {
        let base = plot.zero - under.map_or(0.0, |year| height(year, year.arrivals));
        let high = height(bar, bar.arrivals);
        let at = Bounds { x: left, y: base - high, width: right - left - gap, height: high };
        column = axis::bar(at, "join", is_hatched).into_iter().fold(column, Element::with);
    }
    if bar.departures > 0 {
        let base = plot.zero + under.map_or(0.0, |year| height(year, year.departures));
        let at = Bounds { x: left, y: base, width: right - left - gap, height: height(bar, bar.departures) };
        column = axis::bar(at, "departure", is_hatched).into_iter().fold(column, Element::with);
    }
    column
}

/// A band over the days of each wave, and its number below where it covers no other.
fn waves(data: &Diverging, plot: &Plot) -> (Vec<Element>, Vec<Label>) {
    let (mut marks, mut labels): (Vec<Element>, Vec<Label>) = (Vec::new(), Vec::new());
    for wave in &data.waves {
        let (from, to) = (plot.time.x(wave.first), plot.time.x(wave.last));
        let wide = (to - from).max(3.0);
        let x = from.min(plot.right - wide);
        let band = Element::rect(x, plot.zero, wide, plot.bottom() + 4.0 - plot.zero).class("wave");
        marks.push(Element::link(&wave.href, &wave.name, band));
        let half = width(&wave.label) / 2.0;
        let middle = (x + wide / 2.0).min(plot.right - half);
        let is_clear = labels.last().is_none_or(|last| {
            let before = last.bounds();
            before.x + before.width + 4.0 <= middle - half
        });
        if is_clear {
            let label = Label::new(middle, plot.bottom() + 1.5 * SIZE, Anchor::Middle, &*wave.label);
            labels.push(label.href(Some(&*wave.href)));
        }
    }
    (marks, labels)
}

impl Plot {
    fn new(data: &Diverging, size: Width, top: f64) -> Self {
        let (most_up, most_down) = data.most();
        let step = CountScale::new(most_up.max(most_down), 3).step;
        let scale = |most: usize| CountScale { top: most.max(1).div_ceil(step) * step, step };
        let (up, down) = (scale(most_up), scale(most_down));
        let (left, right) = (up.room().max(down.room()) + 8.0, size.pixels());
        let unit = if size == Width::Narrow { 180.0 } else { 240.0 } / axis::length(up.top + down.top);
        // The numbers of the scale keep clear of each other.
        let unit = unit.max(1.3 * SIZE / axis::length(step));
        let time = TimeScale::new(data.days, (left, right));
        Self { time, left, right, zero: top + axis::length(up.top) * unit, unit, up, down }
    }

    fn bottom(&self) -> f64 {
        self.zero + axis::length(self.down.top) * self.unit
    }

    /// The years, each in the middle of its own, as many as there is room for.
    fn years(&self, data: &Diverging, y: f64) -> Vec<Label> {
        let years = data.years.len().max(1);
        let room = data.years.iter().map(|(_, label)| width(label)).fold(0.0, f64::max) + 6.0;
        let step = axis::year_step((self.right - self.left) / axis::length(years), room);
        let middle = |year: i32| Day::from_ymd_opt(year, 7, 2).map(|day| self.time.x(day));
        let marked = data.years.iter().filter(|(year, _)| year.rem_euclid(step) == 0);
        let label = |(year, text): &(i32, String)| {
            Some(Label::new(middle(*year)?, y, Anchor::Middle, &**text).class("quiet"))
        };
        let fits = |label: &Label| {
            let bounds = label.bounds();
            bounds.x >= 0.0 && bounds.x + bounds.width <= self.right
        };
        marked.filter_map(label).filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32) -> Day {
        Day::from_ymd_opt(year, month, 1).unwrap()
    }

    fn bar(first: Day, end: Day, arrivals: usize, departures: usize) -> Bar {
        let quarters = if (end - first).num_days() > 100 { 4 } else { 1 };
        let (name, href) = (first.to_string(), "#moves-".to_owned() + &first.to_string());
        Bar { first, end, quarters, name, href, arrivals, departures }
    }

    /// Years with a bar of their own and two for quarters, and a wave each.
    fn data(years: i32, is_chinese: bool, most: usize) -> Diverging {
        let (first, last) = (1965, 1965 + years);
        let english = ["Joins", "Departures", "Quarter not known: spread over its year"];
        let chinese = ["加入", "离任", "仅知年份而季度不详者，平摊至全年各季度"];
        let names = if is_chinese { chinese } else { english };
        let looks = [("join", false), ("departure", false), ("join", true)];
        let mut legend = names.into_iter().zip(looks).map(|(name, (class, is_hatched))| Entry {
            class,
            is_hatched,
            name: name.to_owned(),
        });
        let bars = |year: i32| {
            let n = usize::try_from(year % 5).unwrap() * most / 4;
            [
                bar(day(year, 1), day(year + 1, 1), n, most - n),
                bar(day(year, 4), day(year, 7), most - n, n),
                bar(day(year, 10), day(year + 1, 1), n, 0),
            ]
        };
        let wave = |year: i32| WaveMark {
            first: day(year, 11),
            last: day(year, 12),
            label: (year - 1964).to_string(),
            name: "A wave".to_owned(),
            href: "waves/1.html".to_owned(),
        };
        Diverging {
            days: (day(first, 1), day(last, 1)),
            years: (first..last).map(|y| (y, format!("{y}{}", if is_chinese { "年" } else { "" }))).collect(),
            legend: [(); 3].map(|()| legend.next().unwrap()),
            bars: (first..last).flat_map(bars).collect(),
            waves: (first..last).map(wave).collect(),
        }
    }

    #[test]
    fn nothing_covers_anything_with_2_and_60_years() {
        for size in Width::ALL {
            for is_chinese in [false, true] {
                for most in [0, 1, 7, 40, 9_000] {
                    for years in [1, 2, 12, 60] {
                        draw(&data(years, is_chinese, most), size).assert_legible();
                    }
                }
            }
        }
    }

    #[test]
    fn a_move_takes_the_same_area_wherever_it_is() {
        let mut data = data(1, false, 0);
        data.waves.clear();
        data.bars = vec![
            bar(day(1965, 1), day(1966, 1), 4, 0),
            bar(day(1965, 4), day(1965, 7), 1, 0),
            bar(day(1965, 10), day(1966, 1), 0, 2),
        ];
        // One and one on it: the scale goes to 2, upward as downward.
        assert_eq!(data.most(), (2, 2));
        let chart = draw(&data, Width::Wide);
        let drawn: String = chart.marks.iter().map(Element::write).collect();
        let bars: Vec<&str> = drawn.split("<g>").skip(1).collect();
        assert!(bars[0].contains(r#"height="60" class="join"/><path"#), "{drawn}");
        assert!(bars[1].contains(r#"height="60" class="join"/><title"#), "{drawn}");
        assert!(bars[2].contains(r#"height="120" class="departure"/><title"#), "{drawn}");
    }

    #[test]
    fn a_wave_is_marked_and_leads_to_its_page() {
        let chart = draw(&data(2, false, 7), Width::Narrow);
        let drawn: String = chart.marks.iter().map(Element::write).collect();
        assert_eq!(drawn.matches(r#"class="wave"><title>A wave</title>"#).count(), 2);
        let numbered = |label: &&Label| label.href.as_deref() == Some("waves/1.html");
        assert_eq!(chart.labels.iter().filter(numbered).count(), 2);
    }
}
