//! A move or an event in one line, as lists show it.

use super::calendar::Entry;
use super::view::{Badge, View, When, Words};
use crate::model::{EventIx, Move, MoveIx, Status};
use serde::Serialize;

/// A move or an event in one line.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    pub href: String,
    pub title: String,
    pub lang: Option<&'a str>,
    pub when: Option<When<'a>>,
    /// What it is, where the list holds more than one kind.
    pub kind: Option<Badge>,
    /// How sure it is, unless it is confirmed.
    pub status: Option<Badge>,
    pub summary: Option<Words<'a>>,
}

impl<'a> View<'a> {
    /// A move in one line.
    pub fn row(&self, ix: MoveIx) -> Row<'a> {
        let moved = &self.archive[ix];
        let (title, lang) = self.move_title(moved);
        Row {
            href: self.move_href(ix),
            title,
            lang,
            when: self.maybe_when(moved.effective()),
            kind: Some(Badge { class: moved.kind.as_str(), word: self.wording.kind(moved.kind) }),
            status: self.status(moved.status),
            summary: self.maybe(moved.summary.as_ref()),
        }
    }

    /// An event in one line.
    pub fn event_row(&self, ix: EventIx) -> Row<'a> {
        let event = &self.archive[ix];
        let link = self.event(ix);
        Row {
            href: link.href,
            title: link.text.to_owned(),
            lang: link.lang,
            when: Some(self.period(&event.date)),
            kind: None,
            status: None,
            summary: self.maybe(event.summary.as_ref()),
        }
    }

    /// What the timeline tells, in one line.
    pub fn entry_row(&self, entry: Entry) -> Row<'a> {
        match entry {
            Entry::Move(ix) => self.row(ix),
            Entry::Event(ix) => {
                Row { kind: Some(Badge { class: "event", word: self.text("event") }), ..self.event_row(ix) }
            }
        }
    }

    /// How sure a move is, unless it is confirmed.
    pub fn status(&self, status: Status) -> Option<Badge> {
        let badge = Badge { class: status.as_str(), word: self.wording.status(status) };
        (status != Status::Confirmed).then_some(badge)
    }

    /// A title of its own in this language or the first one, else one composed in this language.
    fn move_title(&self, moved: &'a Move) -> (String, Option<&'a str>) {
        let own = moved.title.as_ref().and_then(|title| {
            let own = title.get(self.language, self.first()).map(|text| (text.to_string(), None));
            own.or_else(|| {
                Some((title.get(self.first(), self.first())?.to_string(), self.lang(self.first())))
            })
        });
        own.unwrap_or_else(|| (self.wording.move_title(self.archive, self.language, moved), None))
    }
}
