//! The waves of departures up to the day.

use super::sheet::{Rows, Sheet};
use super::then::{Named, Then, words};
use crate::analysis::Wave;
use crate::model::OrgIx;
use crate::wording::Wording;
use serde::Serialize;

/// A wave that was over by the day.
#[derive(Debug, Serialize)]
pub struct WaveThen {
    /// The day of its first departure.
    first: String,
    /// The day of its last one.
    last: String,
    /// Who left.
    people: Vec<Named>,
    /// The moves by which they left.
    moves: Vec<String>,
    /// The ids of the events in it.
    events: Vec<String>,
    /// How many departures the usual rate would have brought in these days.
    expected: f64,
    /// Chance alone would bring as dense a cluster at most once in so many years; `null` where that is more than a
    /// number of JSON holds.
    once_in_years: f64,
}

/// The waves of an organization, oldest first.
pub fn list(then: &Then, org: OrgIx) -> Vec<WaveThen> {
    let waves = then.analyses.waves.of_org(org).map(|(_, wave)| wave);
    waves.filter(|wave| wave.cluster.last <= then.day).map(|wave| WaveThen::new(then, wave)).collect()
}

impl WaveThen {
    fn new(then: &Then, wave: &Wave) -> Self {
        let cluster = &wave.cluster;
        Self {
            first: cluster.first.to_string(),
            last: cluster.last.to_string(),
            people: cluster.departures.iter().map(|departure| then.person(departure.person)).collect(),
            moves: then.moves(wave.moves()),
            events: wave.events.iter().map(|ix| then.archive[*ix].common.id.to_string()).collect(),
            expected: rounded(cluster.expected()),
            once_in_years: rounded(cluster.odds.years()),
        }
    }

    fn days(&self) -> String {
        if self.first == self.last {
            words(&self.first)
        } else {
            format!("{} to {}", words(&self.first), words(&self.last))
        }
    }
}

/// Two digits that say something; more would be false precision.
fn rounded(number: f64) -> f64 {
    format!("{number:.1e}").parse().unwrap_or(number)
}

/// Lays the waves out as a table.
pub fn lay_out(waves: &[WaveThen], sheet: &mut Sheet) {
    sheet.heading("Waves of departures");
    if waves.is_empty() {
        sheet.line("None up to this day.");
    }
    let mut rows = Rows::new(["Days", "Left", "Expected", "Who"]).numbers_in(1).numbers_in(2);
    for wave in waves {
        let names: Vec<&str> = wave.people.iter().map(|person| person.name.as_str()).collect();
        rows.add([
            wave.days(),
            Wording::English.number(names.len()),
            format!("{:.1}", wave.expected),
            names.join(", "),
        ]);
    }
    sheet.table(&rows);
}
