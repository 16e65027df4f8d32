//! The site as a whole: `content/site.yaml`.

use super::{EdtfDate, Invalid, Language, Text, WebUrl};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// What the site is called and how it is published.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its title.
    pub title: Text,
    /// The languages it is published in; the first is the default. Never empty.
    pub languages: Vec<Language>,
    /// One sentence.
    pub description: Option<Text>,
    /// Where it is published, without a slash at the end.
    pub base_url: Option<WebUrl>,
    /// The repository of its content.
    pub repository: Option<WebUrl>,
    /// The branch that readers are sent to.
    pub branch: Box<str>,
    /// "Now": the day that the records are complete to.
    pub as_of: EdtfDate,
    /// The licence of the content.
    pub license: Option<Text>,
    /// The colour of links and marks; made darker or lighter where it could not be read.
    pub accent: Option<Color>,
    /// What other sites may show in a frame.
    pub embeds: Embeds,
}

/// The kinds of cards that are made for other sites to show in a frame; usually none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Embeds {
    /// One for each person.
    pub people: bool,
    /// One for each move.
    pub moves: bool,
    /// One for each chart.
    pub charts: bool,
}

/// A kind of card, as a record writes it.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Embedded {
    People,
    Moves,
    Charts,
}

impl<'de> Deserialize<'de> for Embeds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AllOrSome;
        impl<'de> Visitor<'de> for AllOrSome {
            type Value = Embeds;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`true`, or a list of `people`, `moves` and `charts`")
            }
            fn visit_bool<E>(self, all: bool) -> Result<Embeds, E> {
                Ok(Embeds { people: all, moves: all, charts: all })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Embeds, A::Error> {
                let mut embeds = Embeds::default();
                while let Some(kind) = list.next_element()? {
                    match kind {
                        Embedded::People => embeds.people = true,
                        Embedded::Moves => embeds.moves = true,
                        Embedded::Charts => embeds.charts = true,
                    }
                }
                Ok(embeds)
            }
        }
        deserializer.deserialize_any(AllOrSome)
    }
}

impl Site {
    /// The default language.
    pub fn first_language(&self) -> &Language {
        &self.languages[0]
    }
}

/// A colour as CSS hex: `#0b6e4f`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Color(Box<str>);

impl Color {
    /// Reads a colour of 6 hexadecimal digits.
    ///
    /// # Errors
    /// `invalid-color`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text.strip_prefix('#') {
            Some(hex) if hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Ok(Self(text.to_lowercase().into()))
            }
            _ => Err(Invalid::new("invalid-color", format!("`{}` is not a colour", text.escape_debug()))
                .help("write six hexadecimal digits in quotes: `\"#0b6e4f\"`")),
        }
    }

    /// The colour of these parts of red, green and blue.
    pub fn of([r, g, b]: [u8; 3]) -> Self {
        Self(format!("#{r:02x}{g:02x}{b:02x}").into())
    }

    /// Its parts of red, green and blue.
    pub fn rgb(&self) -> [u8; 3] {
        let part = |at| self.0.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        [1, 3, 5].map(|at| part(at).unwrap_or_default())
    }

    /// The colour as CSS writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "a colour such as `\"#0b6e4f\"`", Self::parse)
    }
}
