//! Time along the width of a chart.

use crate::model::Day;
use chrono::Datelike;

/// Days to positions, evenly.
#[derive(Debug, Clone, Copy)]
pub struct TimeScale {
    first: Day,
    last: Day,
    left: f64,
    right: f64,
}

impl TimeScale {
    /// The days from `first` to `last` over the room from `left` to `right`; at least a day.
    pub fn new((first, last): (Day, Day), (left, right): (f64, f64)) -> Self {
        let last = if last > first { last } else { first.succ_opt().unwrap_or(first) };
        Self { first, last, left, right }
    }

    /// Where a day is; one outside of the scale is at its edge.
    pub fn x(&self, day: Day) -> f64 {
        let days = |a: Day, b: Day| (b - a).num_days() as f64;
        let part = days(self.first, day.clamp(self.first, self.last)) / days(self.first, self.last).max(1.0);
        self.left + part * (self.right - self.left)
    }

    /// The first days of years to mark, as years and positions: as many as have `room` pixels each.
    pub fn years(&self, room: f64) -> Vec<(i32, f64)> {
        let (first, last) = (self.first.year(), self.last.year());
        let fit = ((self.right - self.left) / room.max(1.0)).max(1.0);
        let needed = f64::from(last - first + 1) / fit;
        let step = [1, 2, 5, 10, 20, 50, 100, 1000].into_iter().find(|step| f64::from(*step) >= needed);
        let step = step.unwrap_or(10_000);
        let years = (first..=last).filter(|year| year.rem_euclid(step) == 0);
        let at = |year| {
            let day = Day::from_ymd_opt(year, 1, 1).filter(|day| *day >= self.first)?;
            Some((year, self.x(day)))
        };
        years.filter_map(at).collect()
    }
}
