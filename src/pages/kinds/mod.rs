//! The kinds of pages: each is one file, one typed struct and one template.

pub mod cards;
pub mod claim;
pub mod cohorts;
pub mod directory;
pub mod doubts;
pub mod events;
pub mod figures;
pub mod flows;
pub mod follow;
pub mod free;
pub mod home;
pub mod method;
pub mod moments;
pub mod org;
pub mod org_flows;
pub mod person;
pub mod posts;
pub mod search;
pub mod sources;
pub mod timeline;
pub mod waves;

use crate::pages::frame::Frame;
use crate::pages::routes::Route;
use crate::pages::view::View;
use crate::pages::{PagesError, Website};
use serde::Serialize;

impl Website<'_> {
    /// Every kind of page: how it is made, and its template.
    pub fn html(&self, view: &View) -> Result<Vec<u8>, PagesError> {
        match view.route {
            Route::Search => self.fill(view, "search.html", &search::page(view)),
            Route::Home => self.fill(view, "home.html", &home::page(view)),
            Route::Timeline => self.fill(view, "timeline.html", &timeline::page(view)),
            Route::Year(year, number) => {
                self.fill_known(view, "year.html", timeline::year(view, year, number))
            }
            Route::Month(year, month, number) => {
                self.fill_known(view, "year.html", timeline::month(view, year, month, number))
            }
            Route::People(number) => self.fill(view, "directory.html", &directory::people(view, number)),
            Route::Person(ix) => self.fill(view, "person.html", &person::page(view, ix)),
            Route::Orgs(number) => self.fill(view, "directory.html", &directory::orgs(view, number)),
            Route::Org(ix) => self.fill(view, "org.html", &org::page(view, ix)),
            Route::OrgPeople(ix, number) => {
                self.fill(view, "org-people.html", &org::people(view, ix, number))
            }
            Route::OrgMoves(ix, number) => self.fill(view, "org-moves.html", &org::moves(view, ix, number)),
            Route::Events(number) => self.fill(view, "events.html", &events::list(view, number)),
            Route::Event(ix, number) => self.fill(view, "event.html", &events::page(view, ix, number)),
            Route::Figures(number) => self.fill(view, "figures.html", &figures::list(view, number)),
            Route::Figure(ix) => self.fill(view, "figure.html", &figures::page(view, ix)),
            Route::Cohorts(number) => self.fill(view, "cohorts.html", &cohorts::list(view, number)),
            Route::Cohort(ix) => self.fill(view, "cohort.html", &cohorts::page(view, ix)),
            Route::Sources(number) => self.fill(view, "sources.html", &sources::list(view, number)),
            Route::Source(ix, number) => self.fill(view, "source.html", &sources::page(view, ix, number)),
            Route::Free(ix) => self.fill(view, "free.html", &free::page(view, ix)),
            Route::Flows => self.fill(view, "flows.html", &flows::page(view)),
            Route::FlowsOfYear(year) => self.fill_known(view, "flows.html", flows::year(view, year)),
            Route::Method => self.fill(view, "method.html", &method::page(view)),
            Route::Doubts(number) => self.fill(view, "doubts.html", &doubts::page(view, number)),
            Route::Follow => self.fill(view, "follow.html", &follow::page(view)),
            Route::Post(org, ix) => self.fill(view, "post.html", &posts::page(view, org, ix)),
            Route::Card(card) => self.fill_known(view, "card.html", cards::page(view, card)),
            Route::Waves(number) => self.fill(view, "waves.html", &waves::list(view, number)),
            Route::Wave(org, first) => self.fill_known(view, "wave.html", waves::page(view, org, first)),
        }
    }

    fn fill(
        &self,
        view: &View,
        template: &'static str,
        made: &(Frame, impl Serialize),
    ) -> Result<Vec<u8>, PagesError> {
        self.templates.fill(view.number, template, &made.0, &made.1)
    }

    fn fill_known(
        &self,
        view: &View,
        template: &'static str,
        made: Option<(Frame, impl Serialize)>,
    ) -> Result<Vec<u8>, PagesError> {
        let missing =
            || PagesError::Other(format!("nothing is recorded for {}", view.route.path(self.archive)));
        self.fill(view, template, &made.ok_or_else(missing)?)
    }
}
