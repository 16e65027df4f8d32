//! How we know: the sources that a record cites, and what other sources say instead.

use super::paging::{Group, group};
use crate::analysis::{Citation, Subject};
use crate::model::{Claim, EdtfPeriod, Language, Source, SourceIx, Text, WebUrl};
use crate::pages::routes;
use crate::pages::routes::Route;
use crate::pages::view::{Badge, Link, Prose, View, When, Words};
use crate::wording::Noun;
use serde::Serialize;

/// A source as those who cite it show it.
#[derive(Debug, Serialize)]
pub struct SourceView<'a> {
    pub url: &'a str,
    pub title: Words<'a>,
    /// The language that the source is in, for `hreflang`, and its name where it is not the page's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hreflang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Words<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Badge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<&'a str>,
    /// The source's own page, which tells what else rests on it, and how much that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cited: Option<String>,
    /// In the list of all sources, the records that cite it inline.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Link<'a>>,
    /// How many more there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<String>,
}

/// What some sources give instead of a field's value.
#[derive(Debug, Serialize)]
pub struct ClaimView<'a> {
    pub field: String,
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Prose<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// A record that rests on a source.
#[derive(Debug, Serialize)]
pub struct CitationView<'a> {
    pub link: Link<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When<'a>>,
    pub is_claim: bool,
}

impl<'a> View<'a> {
    /// The sources that a record cites.
    pub fn sources(&self, sources: &[SourceIx]) -> Vec<SourceView<'a>> {
        sources.iter().map(|ix| self.source(*ix)).collect()
    }

    /// A source.
    pub fn source(&self, ix: SourceIx) -> SourceView<'a> {
        let source = &self.archive[ix];
        let language = source.language.as_ref();
        let page = routes::source(self.archive, ix);
        SourceView {
            url: source.url.as_str(),
            title: self.source_title(source),
            hreflang: language.map(Language::as_str),
            language: language
                .filter(|language| *language != self.language)
                .map(|language| self.wording.language(language)),
            publisher: self.publisher(source),
            when: self.maybe_when(source.date.as_ref()),
            kind: source
                .kind
                .map(|kind| Badge { class: kind.as_str(), word: self.wording.source_kind(kind) }),
            archive: source.archive.as_ref().map(WebUrl::as_str),
            page: page.map(|route| self.href(route)),
            cited: page.map(|_| {
                self.filled(
                    "cited_by",
                    "count",
                    &self.wording.count(Noun::Record, self.site.citations.of(ix).len()),
                )
            }),
            citations: Vec::new(),
            more: None,
        }
    }

    /// The title of a source.
    pub fn source_title(&self, source: &'a Source) -> Words<'a> {
        let words = source.title.as_ref().map(|title| self.as_published(source, title));
        words.unwrap_or_else(|| Words { text: source.url.host(), lang: None })
    }

    /// The publisher of a source.
    pub fn publisher(&self, source: &'a Source) -> Option<Words<'a>> {
        source.publisher.as_ref().map(|publisher| self.as_published(source, publisher))
    }

    /// A text of a source, in the language of the source unless it says otherwise.
    fn as_published(&self, source: &'a Source, text: &'a Text) -> Words<'a> {
        let words = self.words(text);
        match (&source.language, text.parts().next()) {
            (Some(language), Some((None, _))) => Words { lang: self.lang(language), ..words },
            _ => words,
        }
    }

    /// What some sources give instead.
    pub fn claims(&self, claims: &'a [Claim]) -> Vec<ClaimView<'a>> {
        let claim = |claim: &'a Claim| {
            let Words { text, lang } = self.words(&claim.value);
            let date = is_date(&claim.field).then(|| EdtfPeriod::parse(text).ok()).flatten();
            ClaimView {
                field: self.wording.claim_field(&claim.field),
                value: date.as_ref().map_or_else(|| text.to_owned(), |date| self.wording.period(date)),
                lang: lang.filter(|_| date.is_none()),
                note: self.prose(claim.note.as_ref()),
                sources: self.sources(&claim.sources),
            }
        };
        claims.iter().map(claim).collect()
    }

    /// Records that rest on a source, by kind, under the text key of each.
    pub fn citations(&self, citations: &[Citation]) -> Vec<Group<&'static str, CitationView<'a>>> {
        group(citations.iter().map(|citation| (kind(citation.subject), self.citation(*citation))))
    }

    fn citation(&self, citation: Citation) -> CitationView<'a> {
        let when = match citation.subject {
            Subject::Move(ix) => self.effective(ix),
            Subject::Event(ix) => Some(self.period(&self.archive[ix].date)),
            Subject::Figure(ix) => Some(self.period(&self.archive[ix].period)),
            Subject::Person(_) | Subject::Org(_) | Subject::Cohort(_) => None,
        };
        CitationView { link: self.subject(citation.subject), when, is_claim: citation.is_claim }
    }

    /// A record that rests on a source, leading to it.
    pub fn subject(&self, subject: Subject) -> Link<'a> {
        match subject {
            Subject::Person(ix) => self.person(ix),
            Subject::Org(ix) => self.org(ix),
            Subject::Event(ix) => self.event(ix),
            Subject::Cohort(ix) => self.link(Route::Cohort(ix), &self.archive[ix].title),
            Subject::Figure(ix) => self.link(Route::Figure(ix), &self.archive[ix].title),
            Subject::Move(ix) => self.moved(ix),
        }
    }
}

/// The text key of the kind of a record.
fn kind(subject: Subject) -> &'static str {
    match subject {
        Subject::Move(_) => "moves",
        Subject::Person(_) => "people",
        Subject::Org(_) => "organizations",
        Subject::Event(_) => "events",
        Subject::Cohort(_) => "cohorts",
        Subject::Figure(_) => "figures",
    }
}

/// Whether a claim about this field gives a date.
fn is_date(field: &str) -> bool {
    matches!(field, "date" | "announced" | "until" | "period" | "formed" | "founded" | "dissolved")
}
