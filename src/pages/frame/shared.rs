//! What all pages of one language share, made once.

use super::FeedLink;
use crate::archive::Archive;
use crate::model::Language;
use crate::pages::routes::{self, Feed, Route};
use crate::wording::fill;
use serde::Serialize;
use std::collections::BTreeMap;

/// What all pages of a language share.
#[derive(Debug)]
pub struct Shared {
    /// The site in this language.
    pub site: SiteView,
    /// The texts of the interface.
    pub texts: Texts,
}

/// The texts of the interface by their keys.
pub type Texts = BTreeMap<&'static str, &'static str>;

/// The site as the frame of a page shows it.
#[derive(Debug, Serialize)]
pub struct SiteView {
    title: String,
    title_lang: Option<String>,
    description: Option<String>,
    description_lang: Option<String>,
    lang: String,
    /// The language and the country whose spelling it is in, as Open Graph has them: `en_GB`.
    locale: &'static str,
    style: &'static str,
    home: String,
    languages: Vec<LanguageView>,
    menu: Vec<MenuItem>,
    complete_to: String,
    /// The page that tells how the numbers are computed.
    method: String,
    /// The page of the feeds and the calendar.
    follow: String,
    /// What is withdrawn, disputed or only reported.
    doubts: String,
    /// The feeds of the site.
    feeds: Vec<FeedLink>,
    /// The page of the search.
    search: String,
    /// What "now" means in a list.
    as_recorded: String,
    licensed: Option<String>,
}

/// A language that the site can be read in.
#[derive(Debug, Serialize)]
struct LanguageView {
    tag: String,
    name: String,
    locale: &'static str,
    /// The folder that holds it.
    folder: String,
    /// The whole address of that folder.
    base: Option<String>,
    is_current: bool,
}

/// A part of the site in the menu.
#[derive(Debug, Serialize)]
struct MenuItem {
    path: String,
    text: String,
    lang: Option<String>,
    section: &'static str,
}

impl Shared {
    /// What the pages of `language` share.
    pub fn new(archive: &Archive, language: &Language, has_waves: bool) -> Self {
        let wording = crate::pages::wording(language);
        let texts = wording.texts().iter().copied().collect();
        Self { site: SiteView::new(archive, language, &texts, has_waves), texts }
    }
}

impl SiteView {
    fn new(archive: &Archive, language: &Language, texts: &Texts, has_waves: bool) -> Self {
        let site = archive.site();
        let shown = |text: Option<&crate::model::Text>| {
            let shown = text.and_then(|text| text.show(language, site.first_language()));
            let lang =
                shown.as_ref().filter(|shown| shown.language != language).map(|s| s.language.to_string());
            (shown.map(|shown| shown.value.to_string()), lang)
        };
        let (title, title_lang) = shown(Some(&site.title));
        let (description, description_lang) = shown(site.description.as_ref());
        let filled = |key: &str, name: &str, value: &str| fill(text(texts, key), &[(name, value)]);
        Self {
            title: title.unwrap_or_default(),
            title_lang,
            description,
            description_lang,
            lang: language.to_string(),
            locale: crate::pages::wording(language).locale(),
            style: routes::STYLE,
            home: Route::Home.path(archive),
            method: Route::Method.path(archive),
            follow: Route::Follow.path(archive),
            doubts: Route::Doubts(1).path(archive),
            feeds: feeds(archive, texts),
            search: Route::Search.path(archive),
            languages: languages(archive, language),
            menu: menu(archive, language, texts, has_waves),
            as_recorded: filled("remain_as_of", "date", &crate::pages::wording(language).date(&site.as_of)),
            complete_to: filled("complete_to", "date", &crate::pages::wording(language).date(&site.as_of)),
            licensed: shown(site.license.as_ref())
                .0
                .map(|license| filled("licensed_under", "name", &license)),
        }
    }

    /// The places that a page can have in the menu: the way up from it, and its address or its section alone.
    pub fn places(&self) -> impl Iterator<Item = (&'static str, &str, &'static str)> {
        let items = || self.menu.iter();
        let sections = items().map(|item| item.section).chain([
            Route::Home.section(),
            Route::Method.section(),
            Route::Follow.section(),
            Route::Doubts(1).section(),
            Route::Search.section(),
        ]);
        let own = items().map(|item| (item.path.as_str(), item.section));
        let all = own.chain(sections.map(|section| ("", section)));
        all.flat_map(|(path, section)| ["", "../"].map(|up| (up, path, section)))
    }
}

fn feeds(archive: &Archive, texts: &Texts) -> Vec<FeedLink> {
    let feeds = [(Feed::Moves, "latest_moves"), (Feed::Changes, "latest_changes")];
    feeds.map(|(feed, key)| FeedLink { path: feed.path(archive), title: text(texts, key).to_owned() }).into()
}

fn languages(archive: &Archive, current: &Language) -> Vec<LanguageView> {
    let view = |language: &Language| {
        let folder = routes::folder(archive, language);
        LanguageView {
            tag: language.to_string(),
            name: crate::pages::wording(language).own_name().to_owned(),
            locale: crate::pages::wording(language).locale(),
            base: routes::absolute(archive, &folder),
            folder,
            is_current: language == current,
        }
    };
    archive.site().languages.iter().map(view).collect()
}

/// The parts of the site that have something in them, then the free pages.
fn menu(archive: &Archive, language: &Language, texts: &Texts, has_waves: bool) -> Vec<MenuItem> {
    let parts = [
        (true, Route::Timeline, "timeline"),
        (true, Route::People(1), "people"),
        (true, Route::Orgs(1), "organizations"),
        (archive.moves().len() > 0, Route::Flows, "flows"),
        (archive.events().len() > 0, Route::Events(1), "events"),
        (archive.figures().len() > 0, Route::Figures(1), "figures"),
        (archive.cohorts().len() > 0, Route::Cohorts(1), "cohorts"),
        (has_waves, Route::Waves(1), "waves"),
        (archive.sources().len() > 0, Route::Sources(1), "sources"),
    ];
    let parts = parts.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, route, key)| MenuItem {
        path: route.path(archive),
        text: text(texts, key).to_owned(),
        lang: None,
        section: route.section(),
    });
    let first = archive.site().first_language();
    let free = archive.pages().map(|(ix, page)| {
        let shown = page.title.show(language, first);
        MenuItem {
            path: Route::Free(ix).path(archive),
            text: shown.as_ref().map_or_else(String::new, |shown| shown.value.to_string()),
            lang: shown.filter(|shown| shown.language != language).map(|shown| shown.language.to_string()),
            section: Route::Free(ix).section(),
        }
    });
    parts.chain(free).collect()
}

fn text(texts: &Texts, key: &str) -> &'static str {
    texts.get(key).copied().unwrap_or_default()
}
