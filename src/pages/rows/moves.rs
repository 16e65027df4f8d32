//! A move as lists show it, and in full as its person's page does.

use super::Row;
use super::evidence::{ClaimView, SourceView};
use crate::model::{Capacity, Move, MoveIx, Place, Status};
use crate::pages::frame::embed::Embed;
use crate::pages::routes::{self, Card, Route};
use crate::pages::view::{Link, Prose, View, When, Words};
use serde::Serialize;

/// A move with all that its record tells.
#[derive(Debug, Serialize)]
pub struct FullMove<'a> {
    pub id: &'a str,
    /// Former ids, which links may still point to.
    pub aliases: Vec<&'a str>,
    pub row: Row<'a>,
    /// Where from and where to.
    pub places: Vec<Fact<PlaceView<'a>>>,
    /// When it took effect, and the other dates; one without a value is not known.
    pub dates: Vec<Fact<Option<When<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// What its status means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_explained: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose<'a>>,
    pub claims: Vec<ClaimView<'a>>,
    pub events: Vec<Link<'a>>,
    pub sources: Vec<SourceView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<String>,
    /// How to show it on another site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed: Option<Embed>,
}

/// Something known, and what it is.
#[derive(Debug, Serialize)]
pub struct Fact<T> {
    pub label: &'static str,
    pub value: T,
}

/// A place, from the role to the organization.
#[derive(Debug, Default, Serialize)]
pub struct PlaceView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Words<'a>>,
    /// The post that the role is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team: Option<Link<'a>>,
    /// Left out on its own page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org: Option<Link<'a>>,
    /// The capacity, unless it is the usual one or the role says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<&'static str>,
}

impl<'a> View<'a> {
    /// A move in full.
    pub fn full_move(&self, ix: MoveIx) -> FullMove<'a> {
        let moved = &self.archive[ix];
        let explained = |status| self.wording.status_explained(status);
        FullMove {
            id: moved.common.id.as_str(),
            aliases: moved.common.aliases.iter().map(crate::model::Id::as_str).collect(),
            row: self.row(ix),
            places: self.places(moved),
            dates: self.dates(ix, moved),
            reason: moved.reason.map(|reason| self.wording.reason(reason)),
            status_explained: (moved.status != Status::Confirmed).then(|| explained(moved.status)),
            note: self.prose(moved.note.as_ref()),
            claims: self.claims(&moved.claims),
            events: moved.events.iter().map(|event| self.event(*event)).collect(),
            sources: self.sources(&moved.sources),
            edit: routes::edit(self.archive, &moved.common.file),
            embed: self.embed(Card::Move(ix), self.moved(ix).text),
        }
    }

    fn places(&self, moved: &'a Move) -> Vec<Fact<PlaceView<'a>>> {
        let places = [("from_place", &moved.from), ("to_place", &moved.to)];
        let known = places.into_iter().filter_map(|(key, place)| Some((key, place.as_ref()?)));
        known.map(|(key, place)| Fact { label: self.text(key), value: self.place(place) }).collect()
    }

    /// The dates of a move; one that took hold has a day of effect, known or not.
    fn dates(&self, ix: MoveIx, moved: &'a Move) -> Vec<Fact<Option<When<'a>>>> {
        let is_called_off = moved.status == Status::Cancelled;
        let date = moved.date.as_ref().and_then(|_| self.effective(ix));
        let dates = [
            (if is_called_off { "date" } else { "took_effect" }, date, !is_called_off),
            ("announced", self.maybe_when(moved.announced.as_ref()), false),
            ("planned_end", self.maybe_when(moved.until.as_ref()), false),
        ];
        let shown = dates.into_iter().filter(|(_, date, is_expected)| date.is_some() || *is_expected);
        shown.map(|(key, value, _)| Fact { label: self.text(key), value }).collect()
    }

    /// A place in words and links.
    pub fn place(&self, place: &'a Place) -> PlaceView<'a> {
        let org = Route::Org(place.org);
        let post = place.post.map(|post| self.archive.post(place.org, post));
        let team = place.team.map(|team| self.archive.team(place.org, team));
        let role = self.maybe(place.role.as_ref().or(post.map(|post| &post.name)));
        PlaceView {
            role,
            post: place.post.map(|post| self.post_href(place.org, post)),
            team: team.map(|team| {
                let Words { text, lang } = self.words(&team.name);
                Link { href: self.part_href(org, "team", &team.id), text, lang }
            }),
            org: Some(self.org(place.org)),
            capacity: self
                .capacity(place.capacity)
                .filter(|word| !role.is_some_and(|role| says(role.text, word))),
        }
    }

    /// A capacity, unless it is the usual one.
    pub fn capacity(&self, capacity: Option<Capacity>) -> Option<&'static str> {
        capacity
            .filter(|capacity| *capacity != Capacity::Employee)
            .map(|capacity| self.wording.capacity(capacity))
    }
}

/// Whether a role says its capacity: "Co-founder and President" that of a founder.
fn says(role: &str, capacity: &str) -> bool {
    role.to_lowercase().contains(&capacity.to_lowercase())
}
