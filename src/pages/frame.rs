//! The frame that every page shares: title, address, menu, footer.

use super::routes;
use super::view::View;
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
    /// Where the record can be changed.
    pub edit: Option<String>,
}

impl Frame {
    /// The frame of the page that `view` is of.
    pub fn new(view: &View, title: impl Into<String>) -> Self {
        let path = view.route.path(view.archive);
        let address = view.address(&path);
        Self {
            title: title.into(),
            description: None,
            section: view.route.section(),
            up: view.up,
            root: routes::up(&address),
            canonical: routes::absolute(view.archive, &address),
            path,
            feed: None,
            edit: None,
        }
    }

    /// The same with a description.
    #[must_use]
    pub fn described(mut self, description: Option<super::view::Words>) -> Self {
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
