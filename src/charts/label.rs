//! Labels: text whose bounds are known well enough to keep it clear of other text.

use super::svg::Element;
use unicode_width::UnicodeWidthChar;

/// The size of a label's text, in CSS pixels; the style sheet says the same.
pub const SIZE: f64 = 12.0;

/// Where along its text the position of a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// A text in a chart; `y` is its base line.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The position of the anchor.
    pub x: f64,
    /// The base line.
    pub y: f64,
    /// Which part of the text is at `x`.
    pub anchor: Anchor,
    /// What is written.
    pub text: String,
    /// What is said in full, where the text was shortened.
    pub full: Option<String>,
    /// The class that styles it: `quiet` for axes, `strong` for what matters most.
    pub class: &'static str,
    /// The language of the text, where it is not the page's.
    pub lang: Option<String>,
    /// Where it leads.
    pub href: Option<String>,
    /// What else is said of where it leads, in the language of the page.
    pub tip: Option<String>,
}

/// A rectangle from its top left, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

impl Bounds {
    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

impl Label {
    /// A plain label.
    pub fn new(x: f64, y: f64, anchor: Anchor, text: impl Into<String>) -> Self {
        Self { x, y, anchor, text: text.into(), full: None, class: "", lang: None, href: None, tip: None }
    }

    /// The same, with as much of its text as fits into a width; the whole text stays as its tool tip.
    #[must_use]
    pub fn fit(mut self, width: f64) -> Self {
        let short = shorten(&self.text, width);
        if short != self.text {
            self.full = Some(std::mem::replace(&mut self.text, short));
        }
        self
    }

    /// The same in another style.
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The same in another language than the page's.
    #[must_use]
    pub fn lang(mut self, lang: Option<&str>) -> Self {
        self.lang = lang.map(str::to_owned);
        self
    }

    /// The same leading somewhere.
    #[must_use]
    pub fn href(mut self, href: Option<impl Into<String>>) -> Self {
        self.href = href.map(Into::into);
        self
    }

    /// The room that it takes.
    pub fn bounds(&self) -> Bounds {
        let width = width(&self.text);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Bounds { x, y: self.y - 0.85 * SIZE, width, height: 1.15 * SIZE }
    }

    pub(super) fn draw(self) -> Element {
        let anchor = match self.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let mut text = Element::new("text").set("x", self.x).set("y", self.y).set("text-anchor", anchor);
        if !self.class.is_empty() {
            text = text.class(self.class);
        }
        if let Some(lang) = self.lang {
            text = text.set("lang", lang);
        }
        text = text.text(&self.text);
        if let Some(full) = &self.full {
            text = text.titled(full);
        }
        match self.href {
            Some(href) => {
                let link = Element::new("a").set("href", href);
                self.tip.iter().fold(link, |link, tip| link.titled(tip)).with(text)
            }
            None => text,
        }
    }
}

/// How wide a text is, in CSS pixels, by a generous guess: fonts differ from reader to reader.
pub fn width(text: &str) -> f64 {
    let is_wide = is_wide(text);
    text.chars().map(|c| em(c, is_wide) * SIZE).sum()
}

/// Whether a text has Chinese in it, so that a Chinese font sets its punctuation.
fn is_wide(text: &str) -> bool {
    text.chars().any(|c| c.width() == Some(2))
}

fn em(c: char, is_wide: bool) -> f64 {
    match c {
        '·' | '…' | '“' | '”' | '‘' | '’' if is_wide => 1.05,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.36,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '·' | '/' => 0.44,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 1.0,
        'A'..='Z' | '&' => 0.76,
        _ => match c.width() {
            Some(0) | None => 0.0,
            Some(1) => 0.65,
            Some(_) => 1.05,
        },
    }
}

/// As much of a text as fits, with an ellipsis where something is left out; nothing where not even that fits.
fn shorten(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let (is_wide, mut taken) = (is_wide(text), 0.0);
    let room = room - em('…', is_wide) * SIZE;
    let short: String = text
        .chars()
        .take_while(|c| {
            taken += em(*c, is_wide) * SIZE;
            taken <= room
        })
        .collect();
    match short.trim_end() {
        "" => String::new(),
        short => format!("{short}…"),
    }
}
