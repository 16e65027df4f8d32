//! The statistics of waves: where departures come denser than their own rate would explain.

#![allow(clippy::cast_precision_loss, reason = "departures and days are far fewer than a float counts")]

mod tail;

use crate::model::{Day, MoveIx, PersonIx};
use chrono::{Datelike, Days};
use std::cmp::Reverse;
use std::ops::Range;
use tail::Tail;

/// The lengths of the windows that are looked at, in days.
pub const LENGTHS: [u16; 5] = [1, 3, 7, 14, 30];

/// How many people a wave has at least.
pub const PEOPLE: usize = 3;

/// How many days of records before and after the first day of a window tell the usual rate: two years.
const REACH: u16 = 365;

/// A cluster that chance alone would bring more often than once in so many years is no wave.
pub const YEARS: f64 = 100.0;

const DAYS_OF_A_YEAR: f64 = 365.25;

/// The departures from one organization, and the days that its records cover.
#[derive(Debug, Clone)]
pub struct Stream {
    /// The first day that the records cover.
    pub first: Day,
    /// The last day that they cover.
    pub last: Day,
    /// The departures, in any order.
    pub departures: Vec<Departure>,
}

/// Somebody left, on a day or on some day of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// Who.
    pub person: PersonIx,
    /// The move.
    pub cause: MoveIx,
    /// The first day that it can have been.
    pub earliest: Day,
    /// The last day that it can have been.
    pub latest: Day,
}

/// Departures that come denser than chance would bring them, with the numbers that say so.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The day of the first departure.
    pub first: Day,
    /// The day of the last one.
    pub last: Day,
    /// The departures, the first of each person, oldest first.
    pub departures: Vec<Departure>,
    /// What it was held against.
    pub odds: Odds,
}

/// What so many departures in so few days are held against.
///
/// Under the null hypothesis the departures of an organization are independent of each other and come at one
/// rate in the two years around the window. Given that `others + people` of them fell into these years, each
/// fell on any day alike, so the number in a window is binomial: this compares the window with the rate
/// outside of it, and takes into account that this rate is itself only known from so many departures. The
/// chance that a window of a length *begins* with a departure on a given day and holds at least so many is
///
/// > P(Bin(N, w/T) ≥ n) − (1 − 1/T)^N · P(Bin(N, (w−1)/(T−1)) ≥ n)
///
/// and summed over days and over the five lengths it bounds how many windows chance alone would bring
/// (a union bound: windows overlap, so it is rather too high).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Odds {
    /// The length of the window looked at, in days; the days of the cluster are at most as many.
    pub length: u16,
    /// The people who left in it.
    pub people: usize,
    /// The first day of the two years around it.
    pub from: Day,
    /// The last day of them.
    pub to: Day,
    /// How many other departures may have happened in these years, outside of the window.
    pub others: usize,
    /// The logarithm of the chance that a window of this length begins on a given day and holds as many; the
    /// chance itself can be too small for a float.
    pub ln_chance: f64,
}

impl Odds {
    /// The usual rate: other departures a day, in the two years without the window.
    pub fn rate(&self) -> f64 {
        let days = (self.to - self.from).num_days() + 1 - i64::from(self.length);
        self.others as f64 / days.max(1) as f64
    }

    /// Chance alone would bring a cluster as dense, of any length, at most once in so many years.
    pub fn years(&self) -> f64 {
        (-self.ln_chance).exp() / (LENGTHS.len() as f64 * DAYS_OF_A_YEAR)
    }
}

impl Cluster {
    /// How many days it took, the first and the last included.
    pub fn days(&self) -> usize {
        usize::try_from((self.last - self.first).num_days() + 1).unwrap_or(1)
    }

    /// How many departures were to be expected in these days at the usual rate.
    pub fn expected(&self) -> f64 {
        self.odds.rate() * self.days() as f64
    }
}

/// The clusters of a stream that chance would not explain, oldest first; no two share a day.
///
/// Of clusters that do, the one whose own days and people are the rarest is kept; then the larger, then the earlier.
pub fn scan(stream: &Stream) -> Vec<Cluster> {
    let scan = Scan::new(stream);
    let mut found = scan.windows(|odds| odds.years() >= YEARS);
    let rarest_first = |a: &Window, b: &Window| {
        let rank = |window: &Window| (Reverse(window.odds.people), window.range.start);
        a.rarity.total_cmp(&b.rarity).then_with(|| rank(a).cmp(&rank(b)))
    };
    found.sort_by(rarest_first);
    let mut kept: Vec<Window> = Vec::new();
    for window in found {
        if kept.iter().all(|other| !window.shares_a_day(other)) {
            kept.push(window);
        }
    }
    kept.sort_by_key(|window| window.range.start);
    kept.into_iter().map(|window| scan.cluster(window)).collect()
}

/// The densest cluster within some days, a wave or not: what keeps a period from being one.
pub fn densest(stream: &Stream, days: Range<Day>) -> Option<Cluster> {
    let scan = Scan::new(stream);
    let all = scan.windows(|_| true).into_iter();
    let within = all.filter(|window| days.contains(&window.first) && days.contains(&window.last));
    let rarest = within.min_by(|a, b| a.rarity.total_cmp(&b.rarity))?;
    Some(scan.cluster(rarest))
}

/// A stream made ready: what is known to the day, in order, and what is not, counted.
struct Scan<'a> {
    stream: &'a Stream,
    exact: Vec<Departure>,
    /// The first possible days of all departures, sorted.
    earliest: Vec<Day>,
    /// The last possible days of all departures, sorted.
    latest: Vec<Day>,
    tail: Tail,
}

/// A window with enough people.
#[derive(Debug)]
struct Window {
    first: Day,
    last: Day,
    /// Which of the departures known to the day.
    range: Range<usize>,
    odds: Odds,
    /// The logarithm of the chance of as many in no more than its own days, which may be fewer than those of the window.
    rarity: f64,
}

impl Window {
    fn shares_a_day(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl<'a> Scan<'a> {
    fn new(stream: &'a Stream) -> Self {
        let is_covered = |d: &&Departure| d.earliest <= stream.last && stream.first <= d.latest;
        let covered: Vec<Departure> = stream.departures.iter().filter(is_covered).copied().collect();
        let mut exact: Vec<Departure> = covered.iter().filter(|d| d.earliest == d.latest).copied().collect();
        exact.sort_unstable_by_key(|d| (d.earliest, d.person, d.cause));
        let sorted = |day: fn(&Departure) -> Day| {
            let mut days: Vec<Day> = covered.iter().map(day).collect();
            days.sort_unstable();
            days
        };
        let is_scanned = exact.len() >= PEOPLE;
        let (earliest, latest) =
            if is_scanned { (sorted(|d| d.earliest), sorted(|d| d.latest)) } else { (vec![], vec![]) };
        let tail = Tail::new(if is_scanned { covered.len() } else { 0 });
        Self { stream, exact, earliest, latest, tail }
    }

    /// Every window that begins with a departure, is denser than usual, has enough people and odds that `do_for`.
    fn windows(&self, do_for: impl Fn(&Odds) -> bool) -> Vec<Window> {
        let mut found = Vec::new();
        if self.exact.len() < PEOPLE {
            return found;
        }
        let mut people: Vec<PersonIx> = self.exact.iter().map(|d| d.person).collect();
        people.sort_unstable();
        people.dedup();
        let numbers: Vec<usize> =
            self.exact.iter().map(|d| people.binary_search(&d.person).unwrap_or_default()).collect();
        // The start of the window that a person was last counted in.
        let mut counted = vec![usize::MAX; people.len()];
        for start in 0..self.exact.len() {
            let first = self.exact[start].earliest;
            if start > 0 && self.exact[start - 1].earliest == first {
                continue;
            }
            let (from, to) = self.years_around(first);
            let possible = self.possible(from, to);
            let (mut end, mut distinct) = (start, 0);
            for length in LENGTHS {
                while self.exact.get(end).is_some_and(|d| is_within(first, length, d.earliest)) {
                    let last_in = std::mem::replace(&mut counted[numbers[end]], start);
                    distinct += usize::from(last_in != start);
                    end += 1;
                }
                let others = possible.saturating_sub(end - start);
                let odds = Odds { length, people: distinct, from, to, others, ln_chance: 0.0 };
                if let Some(odds) = self.weigh(odds).filter(&do_for) {
                    found.push(self.window(start..end, odds));
                }
            }
        }
        found
    }

    fn window(&self, range: Range<usize>, odds: Odds) -> Window {
        let (first, last) = (self.exact[range.start].earliest, self.exact[range.end - 1].earliest);
        let days = u16::try_from((last - first).num_days() + 1).unwrap_or(odds.length);
        let rarity = self.weigh(Odds { length: days, ..odds }).map_or(odds.ln_chance, |odds| odds.ln_chance);
        Window { first, last, range, odds, rarity }
    }

    /// The chance of a window, where it is worth computing.
    fn weigh(&self, odds: Odds) -> Option<Odds> {
        let days = (odds.to - odds.from).num_days() + 1;
        let (all, length) = (odds.others + odds.people, i64::from(odds.length));
        let usual = all as f64 * length as f64 / days as f64;
        if odds.people < PEOPLE || length >= days || odds.people as f64 <= usual {
            return None;
        }
        let (days, length) = (days as f64, length as f64);
        let anywhere = self.tail.ln_at_least(odds.people, all, length / days);
        let first_day_free = self.tail.ln_at_least(odds.people, all, (length - 1.0) / (days - 1.0));
        let none_on_first = all as f64 * (-1.0 / days).ln_1p();
        let free = (none_on_first + first_day_free - anywhere).exp().min(1.0 - 1e-12);
        Some(Odds { ln_chance: anywhere + (-free).ln_1p(), ..odds })
    }

    /// The two years around a day, moved to where the records are; fewer where these are shorter.
    fn years_around(&self, day: Day) -> (Day, Day) {
        let (first, last) = (self.stream.first.min(day), self.stream.last.max(day));
        let (reach, both) = (Days::new(REACH.into()), Days::new(2 * u64::from(REACH)));
        let before = day.checked_sub_days(reach).unwrap_or(Day::MIN);
        let after = day.checked_add_days(reach).unwrap_or(Day::MAX);
        let from = before.min(last.checked_sub_days(both).unwrap_or(Day::MIN)).max(first);
        let to = after.max(first.checked_add_days(both).unwrap_or(Day::MAX)).min(last);
        (from, to)
    }

    /// How many departures may have happened in some days.
    fn possible(&self, from: Day, to: Day) -> usize {
        let begun = self.earliest.partition_point(|day| *day <= to);
        let over = self.latest.partition_point(|day| *day < from);
        begun - over
    }

    fn cluster(&self, window: Window) -> Cluster {
        let mut departures: Vec<Departure> = Vec::with_capacity(window.odds.people);
        let mut seen = std::collections::BTreeSet::new();
        departures.extend(self.exact[window.range].iter().filter(|d| seen.insert(d.person)));
        Cluster { first: window.first, last: window.last, departures, odds: window.odds }
    }
}

fn is_within(first: Day, length: u16, day: Day) -> bool {
    day.num_days_from_ce() - first.num_days_from_ce() < i32::from(length)
}
