//! What there is to be made: every page in every language, redirects from former addresses, files.

use super::Website;
use super::files::map;
use super::kinds::{cards, doubts};
use super::rows::paging;
use crate::model::{Common, Id};
use crate::pages::files::assets;
use crate::pages::routes::{self, Feed, Route};
use crate::pages::rows::paging::{MOVES, ROWS, pages};
use rayon::prelude::*;

/// One file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job<'a> {
    /// The style sheet.
    Style,
    /// A file published as it is.
    File {
        /// Where it is published.
        address: &'a str,
        /// What it holds.
        bytes: &'a [u8],
    },
    /// What can be found in a language.
    Search {
        /// The number of its language in the site's list.
        language: usize,
        /// A part of it; without, what tells which part holds what.
        shard: Option<usize>,
    },
    /// The page for addresses that lead nowhere.
    NotFound,
    /// A page.
    Page {
        /// The number of its language in the site's list.
        language: usize,
        /// Which page.
        route: Route,
    },
    /// A feed.
    Feed {
        /// The number of its language in the site's list.
        language: usize,
        /// Which feed.
        feed: Feed,
    },
    /// The calendar of what lies ahead.
    Calendar {
        /// The number of its language in the site's list.
        language: usize,
    },
    /// The sitemap or, by its number from 1, a part of one.
    Sitemap(Option<usize>),
    /// What robots are told.
    Robots,
    /// A page at the address that a record had under a former id.
    Redirect {
        /// The number of its language in the site's list.
        language: usize,
        /// The page of the record.
        to: Route,
        /// The former id.
        former: &'a Id,
    },
}

/// Every file of the site, in a stable order.
pub fn all<'a>(site: &Website<'a>) -> Vec<Job<'a>> {
    let routes = routes(site);
    let (cards, former) = (cards::asked_for(site), former(site));
    let mut jobs = vec![Job::Style, Job::NotFound];
    jobs.extend(assets::files(site.theme).map(|(address, bytes)| Job::File { address, bytes }));
    jobs.reserve(site.languages().len() * (routes.len() + former.len()));
    if site.archive.site().base_url.is_some() {
        jobs.extend(site.theme.file(routes::ROBOTS).is_none().then_some(Job::Robots));
        jobs.push(Job::Sitemap(None));
        jobs.extend(map::parts(site, routes.len()).map(|part| Job::Sitemap(Some(part))));
    }
    let orgs = site.followed.iter().map(|org| Feed::Org(*org));
    let feeds: Vec<Feed> = [Feed::Moves, Feed::Changes].into_iter().chain(orgs).collect();
    let languages = 0..site.languages().len();
    let shards: Vec<usize> = languages.clone().into_par_iter().map(|n| site.search(n).files()).collect();
    for (language, shards) in languages.zip(shards) {
        let shards = (0..shards).map(Some);
        jobs.extend(std::iter::once(None).chain(shards).map(|shard| Job::Search { language, shard }));
        jobs.push(Job::Calendar { language });
        jobs.extend(feeds.iter().map(|&feed| Job::Feed { language, feed }));
        jobs.extend(routes.iter().map(|&route| Job::Page { language, route }));
        jobs.extend(cards.iter().map(|&card| Job::Page { language, route: Route::Card(card) }));
        jobs.extend(former.iter().map(|&(to, former)| Job::Redirect { language, to, former }));
    }
    jobs
}

/// Where a file of the site is published, below the site's root.
pub fn address(site: &Website, job: &Job) -> String {
    let archive = site.archive;
    let in_language = |language: usize, path: &str| {
        let language = site.languages().get(language).unwrap_or(archive.site().first_language());
        routes::folder(archive, language) + path
    };
    match *job {
        Job::Style => routes::STYLE.to_owned(),
        Job::File { address, .. } => address.to_owned(),
        Job::NotFound => routes::NOT_FOUND.to_owned(),
        Job::Page { language, route } => in_language(language, &route.path(archive)),
        Job::Feed { language, feed } => in_language(language, &feed.path(archive)),
        Job::Calendar { language } => in_language(language, routes::CALENDAR),
        Job::Search { language, shard } => in_language(language, &routes::search(shard)),
        Job::Sitemap(part) => routes::sitemap(part),
        Job::Robots => routes::ROBOTS.to_owned(),
        Job::Redirect { language, to, former } => in_language(language, &to.former_path(former)),
    }
}

/// Every page of a language but the cards, which are no pages of their own.
pub fn routes(site: &Website) -> Vec<Route> {
    let archive = site.archive;
    let mut routes = vec![Route::Home, Route::Timeline];
    calendar(site, &mut routes);
    routes.extend(list(archive.people().len(), ROWS, Route::People));
    routes.extend(archive.people().map(|(ix, _)| Route::Person(ix)));
    routes.extend(list(archive.orgs().len(), ROWS, Route::Orgs));
    orgs(site, &mut routes);
    if archive.moves().len() > 0 {
        routes.push(Route::Flows);
        routes.extend(site.flows.years().map(Route::FlowsOfYear));
    }
    routes.extend(list_if_any(archive.events().len(), Route::Events));
    for (ix, _) in archive.events() {
        let moves = site.index.moves_of_event[ix.at()].len();
        routes.extend(list(moves, ROWS, |page| Route::Event(ix, page)));
    }
    routes.extend(list_if_any(archive.figures().len(), Route::Figures));
    routes.extend(archive.figures().map(|(ix, _)| Route::Figure(ix)));
    routes.extend(list_if_any(archive.cohorts().len(), Route::Cohorts));
    routes.extend(archive.cohorts().map(|(ix, _)| Route::Cohort(ix)));
    routes.extend(list_if_any(site.waves.all().len(), Route::Waves));
    routes.extend(site.waves.all().iter().map(|wave| Route::Wave(wave.org, wave.first())));
    routes.extend(list_if_any(site.index.works.len(), Route::Sources));
    for (ix, _) in archive.sources().filter(|(_, source)| source.common.is_some()) {
        routes.extend(list(site.citations.of(ix).len(), ROWS, |page| Route::Source(ix, page)));
    }
    routes.extend([Route::Method, Route::Follow, Route::Search]);
    routes.extend(list(doubts::moves(archive).len(), ROWS, Route::Doubts));
    routes.extend(archive.pages().map(|(ix, _)| Route::Free(ix)));
    routes
}

fn calendar(site: &Website, routes: &mut Vec<Route>) {
    for (year, told) in site.calendar.years() {
        routes.extend(list(told.own_len(), MOVES, |page| Route::Year(year, page)));
        for (&month, told) in told.months.iter().filter(|_| told.is_split()) {
            routes.extend(list(told.len(), MOVES, |page| Route::Month(year, month, page)));
        }
    }
}

fn orgs(site: &Website, routes: &mut Vec<Route>) {
    for (ix, _) in site.archive.orgs() {
        routes.push(Route::Org(ix));
        routes.extend(site.posts.of_org(ix).map(|(post, _)| Route::Post(ix, post)));
        let (people, moves) = (site.index.people_of_org[ix.at()].len(), site.archive.moves_of_org(ix).len());
        if paging::is_long(people) {
            routes.extend(list(people, ROWS, |page| Route::OrgPeople(ix, page)));
        }
        if paging::is_long(moves) {
            routes.extend(list(moves, ROWS, |page| Route::OrgMoves(ix, page)));
        }
    }
}

/// The pages of a list that is left out of the site while there is nothing in it.
fn list_if_any(rows: usize, route: impl Fn(usize) -> Route) -> impl Iterator<Item = Route> {
    list(rows, ROWS, route).filter(move |_| rows > 0)
}

fn list(rows: usize, size: usize, route: impl Fn(usize) -> Route) -> impl Iterator<Item = Route> {
    (1..=pages(rows, size)).map(route)
}

/// The former ids of records that have a page; those of moves are anchors on their person's.
fn former<'a>(site: &Website<'a>) -> Vec<(Route, &'a Id)> {
    fn of(common: &Common, to: Route) -> impl Iterator<Item = (Route, &Id)> {
        common.aliases.iter().map(move |former| (to, former))
    }
    let archive = site.archive;
    let people = archive.people().flat_map(|(ix, r)| of(&r.common, Route::Person(ix)));
    let orgs = archive.orgs().flat_map(|(ix, r)| of(&r.common, Route::Org(ix)));
    let events = archive.events().flat_map(|(ix, r)| of(&r.common, Route::Event(ix, 1)));
    let figures = archive.figures().flat_map(|(ix, r)| of(&r.common, Route::Figure(ix)));
    let cohorts = archive.cohorts().flat_map(|(ix, r)| of(&r.common, Route::Cohort(ix)));
    let shared = archive.sources().filter_map(|(ix, r)| Some((ix, r.common.as_ref()?)));
    let sources = shared.flat_map(|(ix, common)| of(common, Route::Source(ix, 1)));
    let pages = archive.pages().flat_map(|(ix, r)| of(&r.common, Route::Free(ix)));
    people.chain(orgs).chain(events).chain(figures).chain(cohorts).chain(sources).chain(pages).collect()
}
