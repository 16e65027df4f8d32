//! A move or an event in one line, as lists show it.

pub mod calendar;
pub mod evidence;
pub mod filter;
pub mod marks;
pub mod moves;
pub mod paging;
pub mod people;

use crate::model::{EventIx, MoveIx, Status};
use crate::pages::view::{Badge, Link, View, When, Words, html_date};
use calendar::Entry;
use filter::Filtered;
use serde::Serialize;

/// A move or an event in one line.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    pub href: String,
    pub title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When<'a>>,
    /// What it is, where the list holds more than one kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Badge>,
    /// How sure it is, unless it is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Badge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Words<'a>>,
    /// Its choices in the filter of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<String>,
    /// Where it stands in the timeline, as classes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Filtered for Row<'_> {
    fn facets(&mut self) -> &mut Option<String> {
        &mut self.facets
    }
}

/// What a language says of a move: many lists tell it, and composing it costs more than showing it.
#[derive(Debug)]
pub struct Told {
    title: Box<str>,
    /// Whether the title is one of its own, in the site's first language for lack of this one.
    is_in_first: bool,
    date: Box<str>,
}

/// The date of a move, leading to it.
#[derive(Debug, Serialize)]
pub struct MoveDate<'a> {
    pub href: String,
    pub when: When<'a>,
}

impl<'a> View<'a> {
    /// A move in one line.
    pub fn row(&self, ix: MoveIx) -> Row<'a> {
        let moved = &self.archive[ix];
        let link = self.moved(ix);
        Row {
            href: link.href,
            title: link.text,
            lang: link.lang,
            when: self.effective(ix),
            kind: Some(Badge { class: moved.kind.as_str(), word: self.wording.kind(moved.kind) }),
            status: self.status(moved.status),
            summary: self.maybe(moved.summary.as_ref()),
            facets: None,
            place: None,
        }
    }

    /// The title of a move, leading to it.
    pub fn moved(&self, ix: MoveIx) -> Link<'a> {
        let told = self.told(ix);
        let lang = told.is_in_first.then(|| self.lang(self.first())).flatten();
        Link { href: self.move_href(ix), text: &told.title, lang }
    }

    /// When a move took effect, or was announced.
    pub fn effective(&self, ix: MoveIx) -> Option<When<'a>> {
        let date = self.archive[ix].effective()?;
        Some(When { text: (&*self.told(ix).date).into(), datetime: html_date(date) })
    }

    /// When a move took effect, leading to it.
    pub fn move_date(&self, ix: MoveIx) -> Option<MoveDate<'a>> {
        Some(MoveDate { href: self.move_href(ix), when: self.effective(ix)? })
    }

    /// An event in one line.
    pub fn event_row(&self, ix: EventIx) -> Row<'a> {
        let event = &self.archive[ix];
        let link = self.event(ix);
        Row {
            href: link.href,
            title: link.text,
            lang: link.lang,
            when: Some(self.period(&event.date)),
            kind: None,
            status: None,
            summary: self.maybe(event.summary.as_ref()),
            facets: None,
            place: None,
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

    /// The title and the date of a move in words, found once for all pages of the language.
    fn told(&self, ix: MoveIx) -> &'a Told {
        self.site.told[self.number][ix.at()].get_or_init(|| {
            let moved = &self.archive[ix];
            let date = moved.effective().map(|date| self.wording.date(date)).unwrap_or_default().into();
            let own = |language| moved.title.as_ref()?.get(language, self.first()).cloned();
            let (title, is_in_first) = match (own(self.language), own(self.first())) {
                (Some(title), _) => (title, false),
                (None, Some(title)) => (title, true),
                (None, None) => (self.wording.move_title(self.archive, self.language, moved).into(), false),
            };
            Told { title, is_in_first, date }
        })
    }
}
