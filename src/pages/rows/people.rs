//! Who is, was or studied at an organization.

use super::MoveDate;
use super::filter::Filtered;
use super::moves::PlaceView;
use super::paging::{Group, group};
use crate::analysis::Stint;
use crate::model::{OrgIx, PersonIx};
use crate::pages::view::index::Tie;
use crate::pages::view::{Badge, Link, View, When, Words};
use serde::Serialize;

/// A person of an organization.
#[derive(Debug, Serialize)]
pub struct PersonRow<'a> {
    pub person: Link<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stint: Option<StintView<'a>>,
    /// What they studied, at a place where they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<When<'a>>,
    /// Its choices in the filter of the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<String>,
}

impl Filtered for PersonRow<'_> {
    fn facets(&mut self) -> &mut Option<String> {
        &mut self.facets
    }
}

/// A stint: the place held last, and its begin and end as far as they are known.
#[derive(Debug, Serialize)]
pub struct StintView<'a> {
    pub place: PlaceView<'a>,
    /// The first that is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<MoveDate<'a>>,
    /// Whether that is its begin.
    pub is_begun: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<MoveDate<'a>>,
    /// How long it lasted, or has lasted so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenure: Option<String>,
    pub is_paused: bool,
    /// How sure its begin is, or its end once it has one, unless that is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Badge>,
}

impl<'a> View<'a> {
    /// People of an organization, under the text key of what they are to it.
    pub fn people(&self, org: OrgIx, ties: &[Tie]) -> Vec<Group<&'static str, PersonRow<'a>>> {
        group(ties.iter().map(|tie| self.tie(org, *tie)))
    }

    /// A stint.
    pub fn stint(&self, stint: &Stint) -> StintView<'a> {
        let archive = self.archive;
        let place = stint.place(archive);
        let place = place.filter(|place| place.org == stint.org).map(|place| self.place(place));
        StintView {
            place: place.unwrap_or_else(|| PlaceView {
                org: Some(self.org(stint.org)),
                capacity: self.capacity(Some(stint.capacity)),
                ..PlaceView::default()
            }),
            first: Some(stint.first).filter(|ix| Some(*ix) != stint.closed).and_then(|ix| self.move_date(ix)),
            is_begun: stint.is_begun,
            end: stint.closed.and_then(|ix| self.move_date(ix)),
            tenure: self.tenure(stint),
            is_paused: stint.paused.is_some() && stint.is_open(),
            status: self.status(archive[stint.told_by()].status),
        }
    }

    fn tie(&self, org: OrgIx, tie: Tie) -> (&'static str, PersonRow<'a>) {
        let stint = |person: PersonIx, number: usize| {
            let stint = self.site.careers.of_person(person).get(number).map(|stint| self.stint(stint));
            // The page is the organization's own.
            let stint =
                stint.map(|stint| StintView { place: PlaceView { org: None, ..stint.place }, ..stint });
            PersonRow { person: self.person(person), stint, degree: None, period: None, facets: None }
        };
        let is_gone = self.archive[org].dissolved.is_some();
        match tie {
            Tie::Now(person, number) if is_gone => ("people_end_unknown", stint(person, number)),
            Tie::Now(person, number) => ("people_now", stint(person, number)),
            Tie::Before(person, number) => ("people_before", stint(person, number)),
            Tie::Studied(person, number) => {
                let education = self.archive[person].education.get(number);
                let degree = education.and_then(|education| self.maybe(education.degree.as_ref()));
                let period = education.and_then(|education| education.period.as_ref());
                let period = period.map(|period| self.period(period));
                (
                    "studied_here",
                    PersonRow { person: self.person(person), stint: None, degree, period, facets: None },
                )
            }
        }
    }
}
