//! When a record was learned last, as far as the content itself tells.

use super::citations::{Citations, Subject};
use crate::archive::Archive;
use crate::model::{Day, EdtfDate, Source};
use std::cmp::Reverse;

/// For every record that cites a dated source, the last day on which one of its sources was published or read.
///
/// Records carry no date of their own addition or correction, and neither a clock nor a repository is asked:
/// whoever adds or corrects a record cites what they read, and the day of the latest source is the nearest that
/// the content comes to saying when. A date that is not known precisely counts as the last day that it can be,
/// and none as later than `as_of`.
#[derive(Debug)]
pub struct Learned(Vec<(Subject, Day)>);

impl Learned {
    /// Goes through all sources once.
    pub fn new(archive: &Archive, citations: &Citations) -> Self {
        let now = archive.site().as_of.latest();
        let mut found = Vec::new();
        for (ix, source) in archive.sources() {
            if let Some(day) = day(source) {
                found.extend(citations.of(ix).iter().map(|citation| (citation.subject, day.min(now))));
            }
        }
        found.sort_unstable_by_key(|&(subject, day)| (subject, Reverse(day)));
        found.dedup_by_key(|(subject, _)| *subject);
        Self(found)
    }

    /// When a record was learned last; `None` where none of its sources has a date.
    pub fn of(&self, subject: Subject) -> Option<Day> {
        let at = self.0.binary_search_by_key(&subject, |(subject, _)| *subject).ok()?;
        self.0.get(at).map(|(_, day)| *day)
    }

    /// The `most` records that were learned last, the last one first; of one day, in the order of their kinds
    /// and the latest move first.
    pub fn latest(&self, most: usize) -> Vec<(Subject, Day)> {
        let order = |&(subject, day): &(Subject, Day)| {
            let moved = if let Subject::Move(ix) = subject { Some(ix) } else { None };
            (Reverse(day), moved.is_none(), Reverse(moved), subject)
        };
        let mut latest = self.0.clone();
        if latest.len() > most {
            latest.select_nth_unstable_by_key(most, order);
            latest.truncate(most);
        }
        latest.sort_unstable_by_key(order);
        latest
    }
}

/// The last day on which a source was published or read.
fn day(source: &Source) -> Option<Day> {
    source.date.iter().chain(&source.accessed).map(EdtfDate::latest).max()
}
