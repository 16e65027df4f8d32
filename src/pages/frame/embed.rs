//! How a person, a move or a chart is shown on other sites.

use crate::pages::routes::{self, Card, Route};
use crate::pages::view::View;
use serde::Serialize;

/// How to show a card on another site.
#[derive(Debug, Serialize)]
pub struct Embed {
    /// The card, from here.
    href: String,
    /// What it shows.
    name: String,
    /// The HTML to copy, where the site tells where it is published; a text of the page like any other.
    code: Option<String>,
}

/// The element that shows a card, so many CSS pixels high; what is higher is scrolled.
fn frame(src: &str, title: &str, height: u32) -> String {
    let [src, title] = [src, title].map(|value| {
        value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
    });
    let size = format!("width=\"100%\" height=\"{height}\" style=\"border: 0\" loading=\"lazy\"");
    format!("<iframe src=\"{src}\" title=\"{title}\" {size}></iframe>")
}

impl View<'_> {
    /// How to show a card on another site, where the site asks for it; a card shows no other.
    pub fn embed(&self, card: Card, name: &str) -> Option<Embed> {
        let asked = self.archive.site().embeds;
        let (is_asked, height) = match card {
            Card::Person(_) => (asked.people, 480),
            Card::Move(_) => (asked.moves, 400),
            Card::Chart(_) => (asked.charts, 560),
        };
        if !is_asked || matches!(self.route, Route::Card(_)) {
            return None;
        }
        let route = Route::Card(card);
        let address = [routes::folder(self.archive, self.language), route.path(self.archive)].concat();
        let site = self.words(&self.archive.site().title).text;
        Some(Embed {
            href: self.href(route),
            name: name.to_owned(),
            code: routes::absolute(self.archive, &address)
                .map(|src| frame(&src, &format!("{name} · {site}"), height)),
        })
    }
}
