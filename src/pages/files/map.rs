//! The sitemap, for a site that tells where it is published: every page in every language.

use crate::analysis::Subject;
use crate::feeds::sitemap::{self, Address};
use crate::model::{Day, MoveIx, WebUrl};
use crate::pages::Website;
use crate::pages::routes::{self, Route};

/// The numbers of the parts of the sitemap, from 1; none where one file holds everything.
pub fn parts(site: &Website, routes: usize) -> impl Iterator<Item = usize> {
    let files = (routes * site.languages().len()).div_ceil(most(site));
    1..=if files > 1 { files } else { 0 }
}

/// The sitemap, which is an index where it has parts, or a part of it.
pub fn sitemap(site: &Website, routes: &[Route], part: Option<usize>) -> Vec<u8> {
    let mut parts = parts(site, routes.len()).peekable();
    if part.is_none() && parts.peek().is_some() {
        return sitemap::index(parts.map(|part| whole(site, &routes::sitemap(Some(part)))));
    }
    let languages = site.languages();
    let pages = routes.iter().flat_map(|route| (0..languages.len()).map(|number| (*route, number)));
    let most = most(site);
    let pages = pages.skip(part.map_or(0, |part| part.saturating_sub(1) * most)).take(most);
    sitemap::pages(pages.map(|(route, number)| {
        let path = route.path(site.archive);
        let urls = languages.iter().map(|language| {
            (language.as_str(), whole(site, &format!("{}{path}", routes::folder(site.archive, language))))
        });
        let urls: Vec<(&str, String)> = urls.collect();
        let url = urls.get(number).map_or_else(String::new, |(_, url)| url.clone());
        (Address { url, learned: learned(site, route) }, urls)
    }))
}

/// What robots are told.
pub fn robots(site: &Website) -> Vec<u8> {
    sitemap::robots(&whole(site, &routes::sitemap(None))).into_bytes()
}

/// How many addresses a file holds.
fn most(site: &Website) -> usize {
    let base = site.archive.site().base_url.as_ref().map_or("", WebUrl::as_str);
    sitemap::most(base.len() + routes::LONGEST, site.languages().len())
}

fn whole(site: &Website, address: &str) -> String {
    routes::absolute(site.archive, address).unwrap_or_else(|| address.to_owned())
}

/// The last day on which something on the page of a record was learned; of other pages, nothing tells.
fn learned(site: &Website, route: Route) -> Option<Day> {
    let of = |subject| site.learned.of(subject);
    let moves = |moves: &[MoveIx]| moves.iter().filter_map(|ix| of(Subject::Move(*ix))).max();
    match route {
        Route::Person(ix) => of(Subject::Person(ix)).max(moves(site.archive.moves_of_person(ix))),
        Route::Org(ix) => of(Subject::Org(ix)).max(moves(site.archive.moves_of_org(ix))),
        Route::Event(ix, _) => of(Subject::Event(ix)),
        Route::Figure(ix) => of(Subject::Figure(ix)),
        Route::Cohort(ix) => of(Subject::Cohort(ix)),
        _ => None,
    }
}
