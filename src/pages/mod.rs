//! The pages of the site: from an archive to addresses and bytes.
//!
//! Each kind of page is one file, one typed struct and one template. [`Website::jobs`] tells what there
//! is to be made, and [`Website::render`] makes one of them; it is pure, so any number of threads may
//! do so, and nobody needs to hold more than the page at hand.

mod broken;
mod files;
mod frame;
mod jobs;
mod kinds;
mod pictures;
mod routes;
mod rows;
mod view;

pub use broken::BrokenPages;
pub use frame::templates::{built_in, check_templates, unused_templates};
pub use jobs::Job;
pub use routes::{Feed, Route};

use crate::analysis::{Careers, Citations, Cohorts, Flows, Learned, Posts, Waves};
use crate::archive::Archive;
use crate::diagnostic::Diagnostic;
use crate::model::{Language, OrgIx, Theme};
use crate::wording::Wording;
use files::{ahead, assets, map, news, taken};
use frame::shared::{Shared, Texts};
use frame::templates::Templates;
use kinds::{free, search};
use pictures::cells;
use rows::Told;
use rows::calendar::Calendar;
use std::fmt;
use std::sync::OnceLock;
use view::View;
use view::index::Index;

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
    listed: cells::Listed,
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
            listed: cells::Listed::new(&flows),
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
            Job::Sitemap(part) => map::sitemap(self, &jobs::routes(self), part),
            Job::Robots => map::robots(self),
            Job::Page { language, route } => self.html(&self.view(language, route))?,
        };
        Ok((jobs::address(self, job), bytes))
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
