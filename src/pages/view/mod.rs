//! One page's view of the archive: records put into the words and links of its language and address.

pub mod index;
pub mod listing;

use crate::archive::Archive;
use crate::model::{
    EdtfDate, EdtfPeriod, EventIx, Html, Language, Links, MoveIx, Multilingual, Note, OrgIx, PersonIx,
    Precision, Text, WebUrl,
};
use crate::pages::Website;
use crate::pages::routes::{self, Route};
use crate::wording::{Wording, fill};
use chrono::Datelike;
use listing::Listing;
use serde::Serialize;
use std::borrow::Cow;

/// What a page is made with.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub site: &'a Website<'a>,
    pub archive: &'a Archive,
    pub language: &'a Language,
    /// The number of the language in the site's list.
    pub number: usize,
    pub wording: Wording,
    pub route: Route,
    /// The way up to the root of the language.
    pub up: &'static str,
}

/// A plain text, and its language where that is not the page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words<'a> {
    pub text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// A text that leads somewhere.
#[derive(Debug, Serialize)]
pub struct Link<'a> {
    pub href: String,
    pub text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// Rendered Markdown, and its language where that is not the page's.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Prose<'a> {
    pub html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// A date in words, and for machines where HTML can say it as precisely.
#[derive(Debug, Serialize)]
pub struct When<'a> {
    pub text: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datetime: Option<&'a str>,
}

/// A word from a closed list, and the class that styles it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Badge {
    pub class: &'static str,
    pub word: &'static str,
}

/// A page elsewhere.
#[derive(Debug, Serialize)]
pub struct LinkOut<'a> {
    pub url: &'a str,
    pub label: String,
}

impl<'a> View<'a> {
    /// The address of another page of the same language, from here.
    pub fn href(&self, route: Route) -> String {
        let path = route.path(self.archive);
        if self.up.is_empty() { path } else { [self.up, &path].concat() }
    }

    /// An address of this language, below the root of the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", routes::folder(self.archive, self.language))
    }

    /// An address of this language: the whole of it where the site tells where it is published, else from here.
    pub fn whole(&self, path: &str) -> String {
        routes::absolute(self.archive, &self.address(path)).unwrap_or_else(|| [self.up, path].concat())
    }

    /// The address of a move, from here.
    pub fn move_href(&self, ix: MoveIx) -> String {
        [self.up, &routes::move_path(self.archive, ix)].concat()
    }

    /// The address of a part of a page, from here.
    pub fn part_href(&self, route: Route, part: &str, id: &crate::model::Id) -> String {
        format!("{}#{part}-{id}", self.href(route))
    }

    /// The address of a place on a page, from here.
    pub fn place_on(&self, route: Route, anchor: &str) -> String {
        if self.route == route { format!("#{anchor}") } else { format!("{}#{anchor}", self.href(route)) }
    }

    /// A text as this language shows it.
    pub fn words(&self, text: &'a Text) -> Words<'a> {
        let (text, lang) = self.shown(text).map_or(("", None), |(text, lang)| (&**text, lang));
        Words { text, lang }
    }

    /// A text that may be missing.
    pub fn maybe(&self, text: Option<&'a Text>) -> Option<Words<'a>> {
        text.map(|text| self.words(text))
    }

    /// A note as this language shows it.
    pub fn prose(&self, note: Option<&'a Note>) -> Option<Prose<'a>> {
        let (Html(html), lang) = self.shown(note?)?;
        Some(Prose { html, lang })
    }

    /// The other spellings of a name: in other languages, and other names.
    pub fn other_names(&self, name: &'a Text, others: &'a [Text]) -> Vec<Words<'a>> {
        let shown = self.words(name).text;
        let mut names: Vec<Words> = Vec::new();
        for (tag, text) in std::iter::once(name).chain(others).flat_map(Text::parts) {
            if &**text != shown && names.iter().all(|known| known.text != &**text) {
                names.push(Words { text, lang: self.lang(tag.unwrap_or(self.first())) });
            }
        }
        names
    }

    /// The spellings of a name in other languages.
    pub fn names_in_other_languages(&self, name: &'a Text) -> Vec<Words<'a>> {
        self.other_names(name, &[])
    }

    /// The order of the lists in this language.
    pub fn listing(&self) -> &'a Listing {
        &self.site.index.listings[self.number]
    }

    /// A text that leads to a page.
    pub fn link(&self, route: Route, text: &'a Text) -> Link<'a> {
        let Words { text, lang } = self.words(text);
        Link { href: self.href(route), text, lang }
    }

    /// A person's name, leading to their page.
    pub fn person(&self, ix: PersonIx) -> Link<'a> {
        self.link(Route::Person(ix), &self.archive[ix].name)
    }

    /// An organization's name, leading to its page.
    pub fn org(&self, ix: OrgIx) -> Link<'a> {
        self.link(Route::Org(ix), &self.archive[ix].name)
    }

    /// An event's title, leading to its page.
    pub fn event(&self, ix: EventIx) -> Link<'a> {
        self.link(Route::Event(ix, 1), &self.archive[ix].title)
    }

    /// A date in words.
    pub fn when(&self, date: &'a EdtfDate) -> When<'a> {
        When { text: self.wording.date(date).into(), datetime: html_date(date) }
    }

    /// A date that may be missing.
    pub fn maybe_when(&self, date: Option<&'a EdtfDate>) -> Option<When<'a>> {
        date.map(|date| self.when(date))
    }

    /// A period in words.
    pub fn period(&self, period: &'a EdtfPeriod) -> When<'a> {
        self.when(period.span())
    }

    /// Pages elsewhere.
    pub fn links(&self, links: &'a Links) -> Vec<LinkOut<'a>> {
        let link = |(key, url): &'a (&'static str, WebUrl)| LinkOut {
            url: url.as_str(),
            label: self.wording.link(key),
        };
        links.0.iter().map(link).collect()
    }

    /// A text of the interface.
    pub fn text(&self, key: &str) -> &'static str {
        self.site.texts[self.number].get(key).copied().unwrap_or_default()
    }

    /// A text of the interface with its placeholder filled in.
    pub fn filled(&self, key: &str, name: &str, value: &str) -> String {
        fill(self.text(key), &[(name, value)])
    }

    /// The site's first language.
    pub fn first(&self) -> &'a Language {
        self.archive.site().first_language()
    }

    /// What `lang` says of a text in `language`: nothing where it is the page's own.
    pub fn lang(&self, language: &'a Language) -> Option<&'a str> {
        (language != self.language).then(|| language.as_str())
    }

    fn shown<T>(&self, text: &'a Multilingual<T>) -> Option<(&'a T, Option<&'a str>)> {
        let shown = text.show(self.language, self.first())?;
        Some((shown.value, self.lang(shown.language)))
    }
}

/// A date as `datetime` has it, where HTML can say it as precisely.
pub fn html_date(date: &EdtfDate) -> Option<&str> {
    let is_plain = matches!(date.precision(), Precision::Day | Precision::Month | Precision::Year);
    (is_plain && !date.is_qualified() && date.earliest().year() > 0).then(|| date.as_str())
}
