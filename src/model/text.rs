//! Text in one or several languages.

use super::Invalid;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// A language tag as BCP 47 writes it: `en`, `zh`, `zh-Hant`, `pt-BR`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Box<str>);

impl Language {
    /// The languages that the program has interface texts and date forms for.
    pub const SHIPPED: [&'static str; 2] = ["en", "zh"];

    /// Reads a tag: a language of 2 or 3 letters, then subtags of 2 to 8 letters or digits.
    ///
    /// # Errors
    /// `invalid-language`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let mut parts = text.split('-');
        let primary = parts
            .next()
            .is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
        let rest = parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if primary && rest && text.len() <= 35 {
            return Ok(Self(text.into()));
        }
        Err(Invalid::new("invalid-language", format!("`{}` is not a language tag", text.escape_debug()))
            .help("write a tag such as `en`, `zh` or `zh-Hant`"))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "a language tag such as `en`", Self::parse)
    }
}

/// A text: one string in the site's first language, or one a language.
///
/// Generic over what a string is: [`Text`] holds plain text, [`Note`] rendered Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multilingual<T>(Vec<(Option<Language>, T)>);

/// Plain text: a name, a title, a role.
pub type Text = Multilingual<Box<str>>;

/// Markdown, rendered: a note or the body of a page.
pub type Note = Multilingual<Html>;

/// HTML that is safe to put in a page as it is; only `content` makes it, from Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(pub Box<str>);

/// A text as one language of the site shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown<'a, T> {
    /// The string.
    pub value: &'a T,
    /// The language that the string is in.
    pub language: &'a Language,
}

impl<T> Default for Multilingual<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Multilingual<T> {
    /// A text in the site's first language.
    pub fn plain(value: T) -> Self {
        Self(vec![(None, value)])
    }

    /// A text in the given languages; `None` is the site's first.
    pub fn new(parts: Vec<(Option<Language>, T)>) -> Self {
        Self(parts)
    }

    /// The strings, with their languages, as they were written.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&Language>, &T)> {
        self.0.iter().map(|(language, value)| (language.as_ref(), value))
    }

    /// The first string, of whatever language.
    pub fn into_first(self) -> Option<T> {
        self.0.into_iter().next().map(|(_, value)| value)
    }

    /// Adds a string in one more language; `None`, and nothing added, when there is one in it already.
    pub fn add(&mut self, language: &Language, value: T, first: Option<&Language>) -> Option<()> {
        if self.parts().any(|(tag, _)| tag.or(first) == Some(language)) {
            return None;
        }
        self.0.push((Some(language.clone()), value));
        Some(())
    }

    /// The same text with each string made into something else.
    pub fn map<U>(&self, mut f: impl FnMut(&T) -> U) -> Multilingual<U> {
        Multilingual(self.0.iter().map(|(language, value)| (language.clone(), f(value))).collect())
    }

    /// The string written for `language`, where `first` is the site's first language.
    pub fn get(&self, language: &Language, first: &Language) -> Option<&T> {
        self.parts().find(|(tag, _)| tag.unwrap_or(first) == language).map(|(_, value)| value)
    }

    /// The string to show in `language`: its own, else that in the first language, else any.
    ///
    /// A text has at least one string, so this is `None` only for a text made by hand without any.
    pub fn show<'a>(&'a self, language: &Language, first: &'a Language) -> Option<Shown<'a, T>> {
        let find = |wanted: &Language| self.parts().find(|(tag, _)| tag.unwrap_or(first) == wanted);
        let (tag, value) = find(language).or_else(|| find(first)).or_else(|| self.parts().next())?;
        Some(Shown { value, language: tag.unwrap_or(first) })
    }
}

/// One line or more of plain text, without control characters.
pub(crate) fn plain_text(text: &str) -> Result<Box<str>, Invalid> {
    let text = text.trim();
    if text.is_empty() {
        return Err(
            Invalid::new("empty-text", "this text is empty").help("write the text, or leave the key out")
        );
    }
    match text.chars().find(|&c| is_control(c) || c == '\r') {
        Some(c) => Err(control_character(c)),
        None => Ok(text.into()),
    }
}

/// Whether a character is an invisible one that no text needs. Ends of lines and tabs are fine.
pub(crate) fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || is_bidi_control(c)
}

/// What is wrong with a text that holds such a character.
pub(crate) fn control_character(c: char) -> Invalid {
    let message = format!("this text holds the invisible control character U+{:04X}", u32::from(c));
    Invalid::new("control-character", message).help("delete it")
}

/// Characters that turn the direction of the text after them, and so can make it read as another.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or a map of languages to texts")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                plain_text(text).map(Text::plain).map_err(E::custom)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
                self.visit_str(&number.to_string())
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Text, E> {
                self.visit_str(&number.to_string())
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Text, M::Error> {
                let mut parts: Vec<(Option<Language>, Box<str>)> = Vec::new();
                while let Some(language) = map.next_key::<Language>()? {
                    if parts.iter().any(|(tag, _)| tag.as_ref() == Some(&language)) {
                        return Err(M::Error::custom(Invalid::new(
                            "duplicate-key",
                            format!("`{language}` is written twice"),
                        )));
                    }
                    let Line(text) = map.next_value()?;
                    parts.push((Some(language), text));
                }
                if parts.is_empty() {
                    return Err(M::Error::custom(Invalid::new("empty-text", "this text has no language")));
                }
                Ok(Multilingual(parts))
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A text in no language in particular: the name of a publisher, a licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(pub Box<str>);

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "a text", |text| plain_text(text).map(Line))
    }
}
