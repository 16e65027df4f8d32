//! The timeline as a picture: all years month by month, a year by its months, a month by its days.

mod drawn;

use super::chart::ChartView;
use crate::analysis::Wave;
use crate::model::Day;
use crate::pages::routes::Route;
use crate::pages::rows::calendar::{Entry, Year};
use crate::pages::rows::paging::MOVES;
use crate::pages::view::View;
use chrono::{Datelike, Months};
use drawn::{Drawn, Said};

/// How many years are drawn, silent ones that are drawn as such included; earlier ones are left to the list.
const MOST_YEARS: usize = 20;

/// From how many years without anything on they are drawn as one silence.
const SILENCE: i32 = 3;

/// The height of a row of a month among all years, of a month in its year, and of a day, in CSS pixels.
const HEIGHTS: [f64; 3] = [12.0, 26.0, 16.0];

/// A stretch of time that becomes a row.
pub struct Stretch<'e> {
    /// Written at the left.
    label: String,
    /// Its name in a sentence.
    date: String,
    /// `None` for what is not known so precisely.
    days: Option<(Day, Day)>,
    href: Option<String>,
    told: Vec<&'e Entry>,
}

impl<'a> View<'a> {
    /// All years.
    pub fn river_of_years(&self) -> Option<ChartView> {
        let mut drawn = Drawn::new(self);
        let years: Vec<(i32, &Year)> = self.site.calendar.years().rev().collect();
        let (shown, earlier) = years.split_at(shown(&years));
        let (last, first) = (years.first()?.0, years.last()?.0);
        for (at, &(year, told)) in shown.iter().enumerate() {
            let later = at.checked_sub(1).map_or(year + 1, |at| shown[at].0);
            if later - year > SILENCE {
                drawn.silence(year + 1, later - 1);
            } else {
                (year + 1..later).rev().for_each(|year| drawn.year(year, &Year::default(), (1, 12)));
            }
            let end = if year == last { self.last_month(year, told) } else { 12 };
            let start = if year == first { told.months.keys().next().copied().unwrap_or(12) } else { 1 };
            drawn.year(year, told, (start.min(end), end));
        }
        let said = Said {
            height: HEIGHTS[0],
            from: self.wording.year(shown.last()?.0),
            to: self.wording.year(last),
            how: "river_how",
            loose: "river_loose",
            earlier: earlier.iter().map(|(_, told)| told.moves).sum(),
        };
        drawn.finish(self.site.waves.all().iter().collect(), &said)
    }

    /// A year by its months.
    pub fn river_of_year(&self, year: i32, told: &Year) -> Option<ChartView> {
        let mut drawn = Drawn::new(self);
        if !told.loose.is_empty() {
            drawn.add(Stretch {
                label: self.wording.year(year),
                date: self.wording.year(year),
                days: None,
                href: Some(self.loose_href(year, told)),
                told: told.loose.iter().collect(),
            });
        }
        for month in (1..=self.last_month(year, told)).rev() {
            let stretch = self.month_stretch(year, month, told);
            drawn.add(Stretch { label: self.wording.month_name(month), ..stretch });
        }
        let said = Said {
            height: HEIGHTS[1],
            from: self.wording.month(year, 1),
            to: self.wording.month(year, 12),
            how: "river_how",
            loose: "river_loose",
            earlier: 0,
        };
        let days = (Day::from_ymd_opt(year, 1, 1)?, Day::from_ymd_opt(year, 12, 31)?);
        drawn.finish(self.waves_in(days), &said)
    }

    /// A month by its days.
    pub fn river_of_month(&self, year: i32, month: u32, told: &[Entry]) -> Option<ChartView> {
        let days = month_days(year, month)?;
        let mut drawn = Drawn::new(self);
        let (on_days, loose): (Vec<&Entry>, Vec<&Entry>) =
            told.iter().partition(|entry| self.day_of(**entry).is_some());
        if !loose.is_empty() {
            let label = self.wording.month_name(month);
            let date = self.wording.month(year, month);
            drawn.add(Stretch { label, date, days: None, href: None, told: loose });
        }
        for day in days.0.iter_days().take_while(|day| *day <= days.1).collect::<Vec<_>>().into_iter().rev() {
            drawn.add(Stretch {
                label: day.day().to_string(),
                date: self.wording.day(day),
                days: Some((day, day)),
                href: None,
                told: on_days.iter().copied().filter(|entry| self.day_of(**entry) == Some(day)).collect(),
            });
        }
        let said = Said {
            height: HEIGHTS[2],
            from: self.wording.day(days.0),
            to: self.wording.day(days.1),
            how: "river_how_days",
            loose: "river_loose_month",
            earlier: 0,
        };
        drawn.finish(self.waves_in(days), &said)
    }

    /// Where a month of a year is told.
    pub fn month_href(&self, year: i32, month: u32, told: &Year) -> String {
        if told.is_split() {
            return self.href(Route::Month(year, month, 1));
        }
        let later: usize = told.months.range(month + 1..).map(|(_, told)| told.len()).sum();
        format!("{}#month-{month}", self.href(Route::Year(year, later / MOVES + 1)))
    }

    /// The waves that share a day with some days, oldest first.
    pub fn waves_in(&self, (from, to): (Day, Day)) -> Vec<&'a Wave> {
        let all = self.site.waves.all().iter();
        all.filter(|wave| wave.first() <= to && from <= wave.cluster.last).collect()
    }

    /// The day of a move or an event, where it is known.
    pub fn day_of(&self, entry: Entry) -> Option<Day> {
        let date = match entry {
            Entry::Move(ix) => self.archive[ix].effective()?,
            Entry::Event(ix) => self.archive[ix].date.span(),
        };
        (date.earliest() == date.latest()).then(|| date.earliest())
    }

    fn loose_href(&self, year: i32, told: &Year) -> String {
        let later = told.own_len() - told.loose.len();
        format!("{}#month-unknown", self.href(Route::Year(year, later / MOVES + 1)))
    }

    fn month_stretch<'e>(&self, year: i32, month: u32, told: &'e Year) -> Stretch<'e> {
        let entries = told.months.get(&month);
        Stretch {
            label: String::new(),
            date: self.wording.month(year, month),
            days: month_days(year, month),
            href: entries.map(|_| self.month_href(year, month, told)),
            told: entries.into_iter().flatten().collect(),
        }
    }

    /// The last month of a year that records can be of: of the latest year, that of the last record or of "now".
    fn last_month(&self, year: i32, told: &Year) -> u32 {
        let now = self.archive.site().as_of.latest();
        let recorded = told.months.keys().next_back().copied().unwrap_or(1);
        if year == now.year() { now.month().max(recorded) } else { 12 }
    }
}

/// How many of the years, the latest first, there is room for.
fn shown(years: &[(i32, &Year)]) -> usize {
    let rows = |at: usize| match at.checked_sub(1).map_or(1, |later| years[later].0 - years[at].0) {
        apart if apart > SILENCE => 1,
        apart => usize::try_from(apart).unwrap_or(1),
    };
    let needed = (0..years.len()).scan(0, |sum, at| {
        *sum += rows(at);
        Some(*sum)
    });
    needed.take_while(|needed| *needed <= MOST_YEARS).count()
}

/// The first and the last day of a month.
pub fn month_days(year: i32, month: u32) -> Option<(Day, Day)> {
    let first = Day::from_ymd_opt(year, month, 1)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}
