//! How the numbers are computed, for readers.

use crate::analysis::HANDOVER_DAYS;
use crate::analysis::scan;
use crate::pages::frame::Frame;
use crate::pages::view::View;
use crate::wording::{Explained, fill};
use serde::Serialize;

/// The explanation.
#[derive(Debug, Serialize)]
pub struct MethodPage {
    pub parts: Vec<Part>,
}

/// A part of it.
#[derive(Debug, Serialize)]
pub struct Part {
    pub anchor: &'static str,
    pub title: &'static str,
    pub paragraphs: Vec<String>,
}

/// How the numbers are computed.
pub fn page(view: &View) -> (Frame, MethodPage) {
    let part = |part: &Explained| Part {
        anchor: part.anchor,
        title: part.title,
        paragraphs: paragraphs(view, part),
    };
    let parts = view.wording.method().iter().map(part).collect();
    (Frame::new(view, view.text("method")), MethodPage { parts })
}

/// One part of it, for a page that rests on it.
pub fn explained(view: &View, anchor: &str) -> Vec<String> {
    let part = view.wording.method().iter().find(|part| part.anchor == anchor);
    part.map(|part| paragraphs(view, part)).unwrap_or_default()
}

fn paragraphs(view: &View, part: &Explained) -> Vec<String> {
    let numbers = numbers(view);
    let pairs: Vec<(&str, &str)> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    part.paragraphs.iter().map(|paragraph| fill(paragraph, &pairs)).collect()
}

/// The numbers that the analysis sets, by their placeholders.
fn numbers(view: &View) -> [(&'static str, String); 5] {
    let lengths: Vec<String> = scan::LENGTHS.iter().map(ToString::to_string).collect();
    let longest = scan::LENGTHS.iter().max().map_or_else(String::new, ToString::to_string);
    [
        ("people", scan::PEOPLE.to_string()),
        ("days", longest),
        ("lengths", view.wording.either(&lengths)),
        ("years", scan::YEARS.to_string()),
        ("handover", HANDOVER_DAYS.to_string()),
    ]
}
