//! The frame that every page shares: title, address, menu, footer.

pub mod cite;
pub mod embed;
pub mod schema_org;
pub mod shared;
pub mod templates;

use crate::pages::routes::{self, Route};
use crate::pages::view::View;
use cite::{Citation, citation};
use embed::Embed;
use serde::Serialize;

/// A feed, from the root of its language.
#[derive(Debug, Serialize)]
pub struct FeedLink {
    pub path: String,
    pub title: String,
}

/// What the frame of one page says.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The title of the page, without the site's; empty on the home page.
    pub title: String,
    /// One sentence for those who list the page.
    pub description: Option<String>,
    /// The part of the site.
    pub section: &'static str,
    /// The address below the root of the language.
    pub path: String,
    /// The way up to the root of the language.
    pub up: &'static str,
    /// The way up to the root of the site.
    pub root: String,
    /// The whole address.
    pub canonical: Option<String>,
    /// The feed of what the page is about.
    pub feed: Option<FeedLink>,
    /// What it is to those who show a preview of it (<https://ogp.me/#types>).
    pub kind: &'static str,
    /// What it is about, as JSON-LD.
    pub linked: Option<String>,
    pub citation: Citation,
    /// Where the record can be changed.
    pub edit: Option<String>,
    /// How to show its card on another site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed: Option<Embed>,
}

impl Frame {
    /// The frame of the page that `view` is of.
    pub fn new(view: &View, title: impl Into<String>) -> Self {
        let title = title.into();
        let path = view.route.path(view.archive);
        let address = view.address(&path);
        let canonical = routes::absolute(view.archive, &address);
        Self {
            kind: kind(view.route),
            linked: schema_org::json_ld(view, &title),
            citation: citation(view, &title, &address, canonical.as_deref()),
            title,
            description: None,
            section: view.route.section(),
            up: view.up,
            root: routes::up(&address),
            canonical,
            path,
            feed: None,
            edit: None,
            embed: None,
        }
    }

    /// The same with a description.
    #[must_use]
    pub fn described(mut self, description: Option<crate::pages::view::Words>) -> Self {
        self.description = description.map(|words| words.text.to_owned());
        self
    }

    /// The same with a feed, if there is one.
    #[must_use]
    pub fn followed(self, feed: Option<FeedLink>) -> Self {
        Self { feed, ..self }
    }

    /// The same with the record's file, for those who want to change it.
    #[must_use]
    pub fn edited(mut self, view: &View, file: &str) -> Self {
        self.edit = routes::edit(view.archive, file);
        self
    }
}

fn kind(route: Route) -> &'static str {
    match route {
        Route::Person(_) => "profile",
        Route::Org(_)
        | Route::Post(..)
        | Route::Event(..)
        | Route::Figure(_)
        | Route::Cohort(_)
        | Route::Wave(..)
        | Route::Free(_) => "article",
        _ => "website",
    }
}
