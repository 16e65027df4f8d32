//! A move as lists show it, and in full as its person's page does.

use super::evidence::{ClaimView, SourceView};
use super::paging::{Group, group};
use super::routes::{self, Route};
use super::view::{Badge, Link, Prose, View, When, Words};
use crate::model::{Capacity, Move, MoveIx, Place, Status};
use serde::Serialize;

/// A move in one line.
#[derive(Debug, Serialize)]
pub struct MoveRow<'a> {
    pub href: String,
    pub title: String,
    pub lang: Option<&'a str>,
    pub when: Option<When<'a>>,
    pub kind: Badge,
    /// How sure it is, unless it is confirmed.
    pub status: Option<Badge>,
    pub summary: Option<Words<'a>>,
}

/// A move with all that its record tells.
#[derive(Debug, Serialize)]
pub struct FullMove<'a> {
    pub id: &'a str,
    /// Former ids, which links may still point to.
    pub aliases: Vec<&'a str>,
    pub row: MoveRow<'a>,
    pub date: Option<When<'a>>,
    pub announced: Option<When<'a>>,
    pub until: Option<When<'a>>,
    pub from: Option<PlaceView<'a>>,
    pub to: Option<PlaceView<'a>>,
    pub reason: Option<&'static str>,
    /// What its status means.
    pub status_explained: Option<&'static str>,
    pub note: Option<Prose<'a>>,
    pub claims: Vec<ClaimView<'a>>,
    pub events: Vec<Link<'a>>,
    pub sources: Vec<SourceView<'a>>,
    pub edit: Option<String>,
}

/// A place, from the role to the organization.
#[derive(Debug, Serialize)]
pub struct PlaceView<'a> {
    pub role: Option<Words<'a>>,
    /// The post that the role is.
    pub post: Option<String>,
    pub team: Option<Link<'a>>,
    pub org: Link<'a>,
    /// The capacity, where it goes without saying neither by default nor by the role.
    pub capacity: Option<&'static str>,
}

impl<'a> View<'a> {
    /// A move in one line.
    pub fn row(&self, ix: MoveIx) -> MoveRow<'a> {
        let moved = &self.archive[ix];
        let (title, lang) = self.move_title(moved);
        MoveRow {
            href: self.move_href(ix),
            title,
            lang,
            when: self.maybe_when(moved.effective()),
            kind: Badge { class: moved.kind.as_str(), word: self.wording.kind(moved.kind) },
            status: self.status(moved.status),
            summary: self.maybe(moved.summary.as_ref()),
        }
    }

    /// Moves in one line each, under headings.
    pub fn grouped_rows<H: PartialEq>(
        &self,
        moves: impl IntoIterator<Item = (H, MoveIx)>,
    ) -> Vec<Group<H, MoveRow<'a>>> {
        group(moves.into_iter().map(|(heading, ix)| (heading, self.row(ix))))
    }

    /// A move in full.
    pub fn full_move(&self, ix: MoveIx) -> FullMove<'a> {
        let moved = &self.archive[ix];
        let explained = |status| self.wording.status_explained(status);
        FullMove {
            id: moved.common.id.as_str(),
            aliases: moved.common.aliases.iter().map(crate::model::Id::as_str).collect(),
            row: self.row(ix),
            date: self.maybe_when(moved.date.as_ref()),
            announced: self.maybe_when(moved.announced.as_ref()),
            until: self.maybe_when(moved.until.as_ref()),
            from: moved.from.as_ref().map(|place| self.place(place)),
            to: moved.to.as_ref().map(|place| self.place(place)),
            reason: moved.reason.map(|reason| self.wording.reason(reason)),
            status_explained: (moved.status != Status::Confirmed).then(|| explained(moved.status)),
            note: self.prose(moved.note.as_ref()),
            claims: self.claims(&moved.claims),
            events: moved.events.iter().map(|event| self.event(*event)).collect(),
            sources: self.sources(&moved.sources),
            edit: routes::edit(self.archive, &moved.common.file),
        }
    }

    /// A place in words and links.
    pub fn place(&self, place: &'a Place) -> PlaceView<'a> {
        let org = Route::Org(place.org);
        let post = place.post.map(|post| self.archive.post(place.org, post));
        let team = place.team.map(|team| self.archive.team(place.org, team));
        PlaceView {
            role: self.maybe(place.role.as_ref().or(post.map(|post| &post.name))),
            post: post.map(|post| self.part_href(org, "post", &post.id)),
            team: team.map(|team| {
                let Words { text, lang } = self.words(&team.name);
                Link { href: self.part_href(org, "team", &team.id), text, lang }
            }),
            org: self.org(place.org),
            capacity: self.capacity(place.capacity),
        }
    }

    /// A capacity, unless it is the usual one.
    pub fn capacity(&self, capacity: Option<Capacity>) -> Option<&'static str> {
        capacity
            .filter(|capacity| *capacity != Capacity::Employee)
            .map(|capacity| self.wording.capacity(capacity))
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
