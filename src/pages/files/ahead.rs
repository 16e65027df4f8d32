//! What lies ahead: moves that are to take effect after `as_of`, and planned ends of leaves; as a calendar.

use super::news;
use crate::analysis::Subject;
use crate::feeds::ical::{Calendar, Complete, Entry, Status as Sure};
use crate::feeds::uuid;
use crate::model::{EdtfDate, MoveIx, Status};
use crate::pages::routes;
use crate::pages::rows::Row;
use crate::pages::view::{Badge, View};
use crate::wording::fill;
use std::collections::BTreeSet;

/// The longest time that a date may leave open to stand in the calendar, in days: a quarter.
const LONGEST: i64 = 92;

/// What lies ahead, the earliest first.
#[derive(Debug)]
pub struct Ahead<'a> {
    /// What can stand in a calendar.
    pub coming: Vec<Coming<'a>>,
    /// How many dates are too imprecise for it.
    pub left_out: usize,
}

/// A move that is to take effect, or the planned end of a leave.
#[derive(Debug, Clone, Copy)]
pub struct Coming<'a> {
    date: &'a EdtfDate,
    of: MoveIx,
    is_end: bool,
}

impl<'a> Ahead<'a> {
    /// What the records tell of the days after `as_of`.
    ///
    /// A move that was retracted is left out, one that was cancelled is told as such; a leave that ended
    /// otherwise has no planned end any more.
    pub fn of(view: &View<'a>) -> Self {
        let archive = view.archive;
        let is_ahead = |date: &&EdtfDate| archive.site().as_of.is_before(date);
        let moves = archive.moves().filter(|(_, moved)| moved.status != Status::Retracted);
        let moves = moves.filter_map(|(of, moved)| Some((moved.date.as_ref().filter(is_ahead)?, of, false)));
        let paused = archive.people().flat_map(|(person, _)| view.site.careers.of_person(person));
        let paused: BTreeSet<MoveIx> =
            paused.filter(|stint| stint.is_open()).filter_map(|stint| stint.paused).collect();
        let ends = paused.into_iter();
        let ends = ends.filter_map(|of| Some((archive[of].until.as_ref().filter(is_ahead)?, of, true)));
        let (mut coming, vague): (Vec<_>, Vec<_>) = moves
            .chain(ends)
            .map(|(date, of, is_end)| Coming { date, of, is_end })
            .partition(Coming::is_precise);
        coming.sort_by_key(|coming| (coming.date, coming.of, coming.is_end));
        Self { coming, left_out: vague.len() }
    }
}

impl<'a> Coming<'a> {
    fn is_precise(&self) -> bool {
        self.date.latest().signed_duration_since(self.date.earliest()).num_days() < LONGEST
    }

    /// One line of a list.
    pub fn row(self, view: &View<'a>) -> Row<'a> {
        let row = view.row(self.of);
        if !self.is_end {
            return row;
        }
        let kind = Badge { class: "leave", word: view.text("planned_end") };
        Row { when: Some(view.when(self.date)), kind: Some(kind), ..row }
    }

    fn entry(self, view: &View) -> Entry {
        let moved = &view.archive[self.of];
        let title = news::title(view, self.of);
        let what = if self.is_end { view.filled("planned_end_of", "title", &title) } else { title };
        // A span without its words would tell that it takes that long.
        let is_day = self.date.earliest() == self.date.latest() && !self.date.is_qualified();
        let when = (!is_day).then(|| view.wording.date(self.date));
        let id = moved.common.id.as_str();
        let part = if self.is_end { "/until" } else { "" };
        let path = routes::move_path(view.archive, self.of);
        let learned = view.site.learned.of(Subject::Move(self.of));
        Entry {
            uid: uuid(news::site(view.archive), &format!("moves/{id}{part}")),
            learned: learned.unwrap_or_else(|| news::told(view.archive, moved)),
            first: self.date.earliest(),
            last: self.date.latest(),
            summary: when.map_or_else(|| what.clone(), |when| format!("{what} · {when}")),
            description: description(view, self.of),
            url: routes::absolute(view.archive, &view.address(&path)),
            status: match moved.status {
                Status::Confirmed => Sure::Confirmed,
                Status::Reported | Status::Disputed => Sure::Tentative,
                Status::Cancelled | Status::Retracted => Sure::Cancelled,
            },
            category: view.wording.kind(moved.kind).to_owned(),
        }
    }
}

/// The calendar, which is there even while nothing lies ahead, since it is subscribed to by its address.
pub fn calendar(view: &View) -> Vec<u8> {
    let site = view.archive.site();
    let ahead = Ahead::of(view);
    let left_out = ahead.left_out(view);
    let calendar = Calendar {
        name: format!("{} · {}", view.words(&site.title).text, view.text("announced_moves")),
        description: view.wording.sentences(&[about(view)].into_iter().chain(left_out).collect::<Vec<_>>()),
        language: view.language.to_string(),
        complete: Complete {
            uid: uuid(news::site(view.archive), "complete"),
            day: site.as_of.latest(),
            text: view.filled("complete_to", "date", &view.wording.date(&site.as_of)),
        },
        entries: ahead.coming.iter().map(|coming| coming.entry(view)).collect(),
    };
    calendar.write()
}

/// What is in the calendar.
pub fn about(view: &View) -> String {
    view.filled("calendar_about", "date", &view.wording.date(&view.archive.site().as_of))
}

impl Ahead<'_> {
    /// How many dates are too imprecise for a calendar, if any.
    pub fn left_out(&self, view: &View) -> Option<String> {
        let count = view.wording.number(self.left_out);
        (self.left_out > 0).then(|| fill(view.text("calendar_left_out"), &[("count", &count)]))
    }
}

/// What is told of a move: its summary, its dates, how sure it is, and its sources.
fn description(view: &View, ix: MoveIx) -> String {
    let moved = &view.archive[ix];
    let summary = view.maybe(moved.summary.as_ref()).map(|summary| summary.text.to_owned());
    let sources = moved.sources.iter().map(|ix| {
        let source = &view.archive[*ix];
        format!("{}: {}", view.source_title(source).text, source.url.as_str())
    });
    summary.into_iter().chain(news::facts(view, moved)).chain(sources).collect::<Vec<_>>().join("\n")
}
