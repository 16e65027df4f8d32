//! The pages of the site: from an archive to addresses and bytes.
//!
//! Each kind of page is one file, one typed struct and one template. [`Website::jobs`] tells what there
//! is to be made, and [`Website::render`] makes one of them; it is pure, so any number of threads may
//! do so, and nobody needs to hold more than the page at hand.

mod accent;
mod ahead;
mod assets;
mod bars;
mod broken;
mod calendar;
mod cards;
mod career;
mod chart;
mod cite;
mod claim;
mod cohorts;
mod directory;
mod doubts;
mod events;
mod evidence;
mod figures;
mod filter;
mod flows;
mod follow;
mod frame;
mod free;
mod home;
mod index;
mod jobs;
mod lanes;
mod listing;
mod map;
mod marks;
mod method;
mod moments;
mod moves;
mod news;
mod org;
mod org_flows;
mod paging;
mod people;
mod person;
mod posts;
mod remaining;
mod rhythm;
mod river;
mod routes;
mod rows;
mod sankey;
mod schema_org;
mod search;
mod shared;
mod sources;
mod taken;
mod templates;
mod timeline;
mod view;
mod waves;

pub use broken::BrokenPages;
pub use jobs::Job;
pub use routes::{Feed, Route};
pub use templates::{built_in, check_templates, unused_templates};

use crate::analysis::{Careers, Citations, Cohorts, Flows, Learned, Posts, Waves};
use crate::archive::Archive;
use crate::diagnostic::Diagnostic;
use crate::model::{Language, OrgIx, Theme};
use crate::wording::Wording;
use calendar::Calendar;
use frame::Frame;
use index::Index;
use rows::Told;
use serde::Serialize;
use shared::{Shared, Texts};
use std::fmt;
use std::sync::OnceLock;
use templates::Templates;
use view::View;

/// An archive with all that its pages share.
#[derive(Debug)]
pub struct Website<'a> {
    archive: &'a Archive,
    theme: &'a Theme,
    careers: Careers,
    cohorts: Cohorts,
    citations: Citations,
    learned: Learned,
    /// The organizations that have a feed, by id.
    followed: Vec<OrgIx>,
    flows: Flows,
    listed: flows::Listed,
    posts: Posts,
    calendar: Calendar,
    index: Index,
    waves: Waves,
    templates: Templates<'a>,
    /// The texts of each language.
    texts: Vec<Texts>,
    /// What each language says of each move, told once.
    told: Vec<Vec<OnceLock<Told>>>,
    /// What can be found in each language, gathered once it is asked for.
    search: Vec<OnceLock<crate::search::Index>>,
}

/// Why a page could not be made; never a fault of the content.
#[derive(Debug)]
pub enum PagesError {
    /// What is wrong with the templates that it is made of.
    Templates(Vec<Diagnostic>),
    /// A fault of the program.
    Other(String),
}

impl<'a> Website<'a> {
    /// Works out once what many pages need. A template that can't be compiled is told by the pages that it breaks.
    pub fn new(archive: &'a Archive, theme: &'a Theme) -> Self {
        let languages = archive.site().languages.iter();
        let ((careers, index, cohorts), ((citations, learned), posts, calendar, flows, waves)) = rayon::join(
            || {
                let careers = Careers::new(archive);
                let index = Index::new(archive, &careers);
                (careers, index, Cohorts::new(archive))
            },
            || {
                let (posts, flows, waves) = (Posts::new(archive), Flows::new(archive), Waves::new(archive));
                let citations = Citations::new(archive);
                let learned = Learned::new(archive, &citations);
                ((citations, learned), posts, Calendar::new(archive), flows, waves)
            },
        );
        let shared = |language| Shared::new(archive, language, !waves.all().is_empty());
        let shared: Vec<Shared> = languages.clone().map(shared).collect();
        Self {
            archive,
            theme,
            careers,
            cohorts,
            citations,
            learned,
            followed: news::followed(archive),
            listed: flows::Listed::new(&flows),
            flows,
            posts,
            calendar,
            index,
            waves,
            templates: Templates::new(theme, &shared),
            texts: shared.into_iter().map(|shared| shared.texts).collect(),
            search: languages.clone().map(|_| OnceLock::new()).collect(),
            told: languages.map(|_| archive.moves().map(|_| OnceLock::new()).collect()).collect(),
        }
    }

    /// Everything that there is to be made, in a stable order.
    pub fn jobs(&self) -> Vec<Job<'a>> {
        jobs::all(self)
    }

    /// The static files of the site's own that stand where something else of the site does.
    pub fn taken(&self, jobs: &[Job]) -> Vec<Diagnostic> {
        taken::all(self, jobs)
    }

    /// Makes one file of the site: its address below the site's root, and its bytes.
    ///
    /// # Errors
    /// A template that asks for what its page does not have.
    pub fn render(&self, job: &Job) -> Result<(String, Vec<u8>), PagesError> {
        let bytes = match *job {
            Job::Style => assets::style(self.theme, self.archive.site().accent.as_ref()),
            Job::File { bytes, .. } => bytes.to_owned(),
            Job::Search { language, shard } => {
                search::script(&self.view(language, Route::Search), self.search(language), shard)
            }
            Job::NotFound => {
                let views: Vec<View> =
                    (0..self.languages().len()).map(|number| self.view(number, Route::Home)).collect();
                free::not_found(self.archive, &views, &self.templates)?
            }
            Job::Redirect { language, to, .. } => free::redirect(&self.view(language, to), &self.templates)?,
            Job::Feed { language, feed } => {
                let of = if let Feed::Org(ix) = feed { Route::Org(ix) } else { Route::Home };
                news::feed(&self.view(language, of), feed)
            }
            Job::Calendar { language } => ahead::calendar(&self.view(language, Route::Home)),
            Job::Sitemap(part) => map::sitemap(self, part),
            Job::Robots => map::robots(self),
            Job::Page { language, route } => self.html(&self.view(language, route))?,
        };
        Ok((jobs::address(self, job), bytes))
    }

    /// Every kind of page: how it is made, and its template.
    fn html(&self, view: &View) -> Result<Vec<u8>, PagesError> {
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

    /// What can be found in a language.
    fn search(&self, number: usize) -> &crate::search::Index {
        self.search[number].get_or_init(|| search::index(&self.view(number, Route::Search)))
    }

    fn languages(&self) -> &'a [Language] {
        &self.archive.site().languages
    }

    fn view(&self, number: usize, route: Route) -> View<'_> {
        let language = self.languages().get(number).unwrap_or(self.archive.site().first_language());
        let up = match route.path(self.archive).matches('/').count() {
            0 => "",
            1 => "../",
            _ => "../../",
        };
        View { site: self, archive: self.archive, language, number, wording: wording(language), route, up }
    }
}

/// The wording of a language; one that the program does not speak is told in English.
fn wording(language: &Language) -> Wording {
    Wording::of(language).unwrap_or(Wording::English)
}

impl fmt::Display for PagesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Templates(findings) => f.write_str(findings.first().map_or("", |finding| &finding.message)),
            Self::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for PagesError {}
