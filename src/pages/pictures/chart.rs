//! A chart on a page: the picture in both widths, and its data in a table.

use crate::charts::{Caption, Chart, Drawing, Width};
use crate::pages::frame::embed::Embed;
use crate::pages::routes::{Card, Picture};
use crate::pages::view::View;
use serde::Serialize;

/// A chart with its data.
#[derive(Debug, Serialize)]
pub struct ChartView {
    /// What it shows.
    pub title: String,
    /// What the picture is, for a phone and for anything wider.
    pub drawings: [Drawing; 2],
    /// What was drawn.
    pub table: Table,
    /// What a reader has to know of the numbers, each leading to what it counts.
    pub notes: Vec<Cell>,
    /// How to show it on another site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed: Option<Embed>,
}

/// The data of a chart.
#[derive(Debug, Default, Serialize)]
pub struct Table {
    /// The heads of the columns; the first column is the head of each row.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// One value.
#[derive(Debug, Default, Serialize)]
pub struct Cell {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

impl ChartView {
    /// Draws a chart in both widths.
    pub fn new(caption: Caption, draw: impl Fn(Width) -> Chart, table: Table) -> Self {
        let drawings = Width::ALL.map(|width| draw(width).draw(caption));
        Self { title: caption.title.to_owned(), drawings, table, notes: Vec::new(), embed: None }
    }

    /// The same with how to show it on another site, where the site asks for that.
    #[must_use]
    pub fn embedded(mut self, view: &View, picture: Picture) -> Self {
        self.embed = view.embed(Card::Chart(picture), &self.title);
        self
    }

    /// The same with what a reader has to know of the numbers, in sentences.
    #[must_use]
    pub fn noted(mut self, notes: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        self.notes = notes.into_iter().map(Into::into).collect();
        self
    }
}

impl Cell {
    /// A value that leads nowhere.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A value that leads to what it was made of.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), lang: None }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<crate::pages::view::Link<'_>> for Cell {
    fn from(link: crate::pages::view::Link) -> Self {
        Self { text: link.text.to_owned(), href: Some(link.href), lang: link.lang.map(str::to_owned) }
    }
}
