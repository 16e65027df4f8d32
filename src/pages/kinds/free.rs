//! Pages that take little: free Markdown, redirects, the page for addresses that lead nowhere.

use crate::archive::Archive;
use crate::model::PageIx;
use crate::pages::PagesError;
use crate::pages::frame::Frame;
use crate::pages::frame::templates::Templates;
use crate::pages::routes::{self, Route};
use crate::pages::view::{Prose, View, Words};
use serde::Serialize;

/// A page of free Markdown.
#[derive(Debug, Serialize)]
pub struct FreePage<'a> {
    pub title: Words<'a>,
    pub body: Option<Prose<'a>>,
}

/// A page at a former address.
#[derive(Debug, Serialize)]
struct Redirect<'a> {
    lang: &'a str,
    title: String,
    moved: &'static str,
    href: String,
    canonical: Option<String>,
}

/// The page for addresses that lead nowhere.
#[derive(Debug, Serialize)]
struct NotFound<'a> {
    title: &'a str,
    lang: &'a str,
    style: String,
    theme: String,
    languages: Vec<NotFoundText<'a>>,
}

/// What it says in one language.
#[derive(Debug, Serialize)]
struct NotFoundText<'a> {
    lang: &'a str,
    title: &'static str,
    text: &'static str,
    home: &'static str,
    href: String,
}

/// A page of free Markdown.
pub fn page<'a>(view: &View<'a>, ix: PageIx) -> (Frame, FreePage<'a>) {
    let page = &view.archive[ix];
    let title = view.words(&page.title);
    let frame = Frame::new(view, title.text).edited(view, &page.common.file);
    (frame, FreePage { title, body: view.prose(Some(&page.body)) })
}

/// The page at a former address of the record that `view` is of; it is as deep as the one it leads to.
pub fn redirect(view: &View, templates: &Templates) -> Result<Vec<u8>, PagesError> {
    let path = view.route.path(view.archive);
    let address = format!("{}{path}", routes::folder(view.archive, view.language));
    let page = Redirect {
        lang: view.language.as_str(),
        title: title(view),
        moved: view.text("has_moved"),
        href: view.href(view.route),
        canonical: routes::absolute(view.archive, &address),
    };
    templates.fill_bare("redirect.html", &page)
}

/// The page for addresses that lead nowhere.
///
/// A host shows it at any depth, so no relative link in it can be right: its links are whole addresses
/// where the site tells where it is published, and else lead from the root of the site, as is right where
/// the page itself is opened. It says the same in each language, and reads well without its style sheet.
pub fn not_found(archive: &Archive, views: &[View], templates: &Templates) -> Result<Vec<u8>, PagesError> {
    let text = |view: &View<'_>| {
        let folder = routes::folder(archive, view.language);
        (
            view.text("not_found"),
            view.text("not_found_text"),
            view.text("go_home"),
            routes::rooted(archive, &format!("{folder}{}", Route::Home.path(archive))),
        )
    };
    let languages = views.iter().map(|view| {
        let (title, text, home, href) = text(view);
        NotFoundText { lang: view.language.as_str(), title, text, home, href }
    });
    let site = archive.site();
    let title = site.title.show(site.first_language(), site.first_language());
    let page = NotFound {
        title: title.map_or("", |shown| &**shown.value),
        lang: site.first_language().as_str(),
        style: routes::rooted(archive, routes::STYLE),
        theme: routes::rooted(archive, routes::THEME),
        languages: languages.collect(),
    };
    templates.fill_bare("not-found.html", &page)
}

/// The title of the record that `view` is of.
fn title(view: &View) -> String {
    let archive = view.archive;
    let words = match view.route {
        Route::Person(ix) => view.words(&archive[ix].name),
        Route::Org(ix) => view.words(&archive[ix].name),
        Route::Event(ix, _) => view.words(&archive[ix].title),
        Route::Figure(ix) => view.words(&archive[ix].title),
        Route::Cohort(ix) => view.words(&archive[ix].title),
        Route::Source(ix, _) => view.source_title(&archive[ix]),
        Route::Free(ix) => view.words(&archive[ix].title),
        _ => return view.text("has_moved").to_owned(),
    };
    words.text.to_owned()
}
