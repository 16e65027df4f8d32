//! Analysis drawn as SVG: from data to geometry to an element that a page holds as it is.
//!
//! Every chart is a pure function. It takes what is to be shown, worded and linked already, and gives a
//! [`Chart`]: marks, and labels that know their bounds, so that a test can hold every chart against "no
//! label overlaps another". Colours are classes that the style sheet knows; nothing here runs or loads.
//!
//! Two widths of each chart are drawn and the style sheet shows one: text in a picture that is scaled to
//! a phone could not be read.
//!
//! Charting crates bring colours of their own, or links and names for screen readers are beyond them, so the
//! layouts are here; the writing of XML is quick-xml's.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and pixels are small, and none is below nothing where it is made a count"
)]

pub mod axis;
pub mod diverging;
pub mod histogram;
mod label;
pub mod lanes;
#[cfg(test)]
mod legible;
pub mod members;
pub mod remain;
mod ribbon;
pub mod river;
pub mod sankey;
pub mod share;
mod strip;
mod svg;
mod time;

pub use label::{Anchor, Bounds, Label, SIZE, width};
pub use ribbon::{Bar, Part, ROWS, Ribbon, ribbon};
pub use strip::{Dot, MOST_DOTS, Strip, strip};
pub use svg::{Element, number};
pub use time::TimeScale;

/// How wide a chart is drawn, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// For a phone.
    Narrow,
    /// For anything wider.
    Wide,
}

impl Width {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Narrow, Self::Wide];

    /// In CSS pixels.
    pub fn pixels(self) -> f64 {
        match self {
            Self::Narrow => 328.0,
            Self::Wide => 736.0,
        }
    }

    /// The class that the style sheet shows it by.
    fn class(self) -> &'static str {
        match self {
            Self::Narrow => "chart narrow",
            Self::Wide => "chart wide",
        }
    }
}

/// What a chart says of itself to those who do not see it.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    /// What the ids of its title and description begin with: one of its own on the page.
    pub id: &'a str,
    /// What it shows, in a few words.
    pub title: &'a str,
    /// What can be seen in it, in a sentence or two.
    pub description: &'a str,
}

/// A chart: its marks and its labels, in CSS pixels from the top left.
#[derive(Debug, Clone)]
pub struct Chart {
    /// How wide it is.
    pub width: Width,
    /// How high it is.
    pub height: f64,
    /// What is drawn, the first at the bottom.
    pub marks: Vec<Element>,
    /// What is written, above all marks.
    pub labels: Vec<Label>,
}

/// An SVG element as a page holds it: everything in it that came from a record is escaped.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Drawing(String);

impl Drawing {
    /// The same with links that open beside the page: those of SVG do not heed a `base` element.
    #[must_use]
    pub fn leading_beside(self) -> Self {
        // In what came from records no `<` is left, so that this is the start of a link.
        Self(self.0.replace("<a ", "<a target=\"_blank\" rel=\"noopener\" "))
    }
}

impl Chart {
    /// The chart as SVG, with its title and description.
    pub fn draw(self, caption: Caption) -> Drawing {
        let (width, height) = (self.width.pixels(), self.height);
        let id =
            |part: &str| format!("{}-{part}-{}", caption.id, if width < 400.0 { "narrow" } else { "wide" });
        let (title, description) = (id("title"), id("description"));
        let root = Element::new("svg")
            .set("class", self.width.class())
            .set("viewBox", format!("0 0 {} {}", svg::number(width), svg::number(height)))
            .set("width", width)
            .set("height", height)
            .set("role", "group")
            .set("aria-labelledby", format!("{title} {description}"))
            .with(Element::new("title").set("id", title).text(caption.title))
            .with(Element::new("desc").set("id", description).text(caption.description));
        let root = self.marks.into_iter().fold(root, Element::with);
        let root = self.labels.into_iter().map(Label::draw).fold(root, Element::with);
        Drawing(root.write())
    }
}
