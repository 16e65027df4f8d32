//! Filters over the lists of a page: the choices that its rows offer, and which of them each row has.
//!
//! The choices stand once on the page, in a form that only scripts show, and each row carries the numbers
//! of those it has there (`data-facets="0 3 7"`): a page of hundreds of rows stays small.

use super::paging::Group;
use crate::model::{Capacity, Kind, OrgIx, OrgKind, Status};
use crate::pages::view::{View, Words};
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::fmt::Write;

/// How many rows a list has at least that is worth filtering; less is seen at a glance.
const LEAST: usize = 8;

/// Something that a row can be chosen by. What comes first is offered first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark<'a> {
    Kind(Kind),
    /// An event among moves.
    Event,
    OrgKind(OrgKind),
    Org(OrgIx),
    Capacity(Capacity),
    Status(Status),
    /// A year, the latest first.
    Year(Reverse<i32>),
    Tag(&'a str),
}

/// A row that can be filtered.
pub trait Filtered {
    /// Where it says which choices it has: their numbers on the page, apart by spaces.
    fn facets(&mut self) -> &mut Option<String>;
}

/// What a list is to its filter.
#[derive(Debug, Clone, Copy, Default)]
pub struct Of {
    /// What is listed, in a word of the interface.
    pub title: &'static str,
    /// What its choices begin with in an address, where a page has another list with a filter.
    pub prefix: &'static str,
    /// What the word for the year is, where it is not any.
    pub year: Option<&'static str>,
    /// Whether it goes on on other pages, which the filter does not cover.
    pub is_part: bool,
}

/// The choices that the rows of a list offer.
#[derive(Debug, Serialize)]
pub struct Filter<'a> {
    title: String,
    prefix: &'static str,
    is_part: bool,
    facets: Vec<Facet<'a>>,
}

/// Choices of one kind, of which a row has to have one.
#[derive(Debug, Serialize)]
struct Facet<'a> {
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice<'a>>,
}

/// A choice.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    value: Cow<'a, str>,
    label: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    /// How many rows have it.
    rows: usize,
}

/// The rows that have a mark, each with the mark.
type Having<'m, 'a> = &'m [(Mark<'a>, usize)];

/// The facets in their order: the name in an address, and the key of the word.
const FACETS: [(&str, &str); 6] = [
    ("kind", "kind"),
    ("org", "organization"),
    ("capacity", "capacity"),
    ("status", "status"),
    ("year", "year"),
    ("tag", "tag"),
];

impl Mark<'_> {
    /// The number of its facet.
    fn facet(self) -> usize {
        match self {
            Self::Kind(_) | Self::Event | Self::OrgKind(_) => 0,
            Self::Org(_) => 1,
            Self::Capacity(_) => 2,
            Self::Status(_) => 3,
            Self::Year(_) => 4,
            Self::Tag(_) => 5,
        }
    }

    /// Whether there can be so many of its facet that those of most rows come first.
    fn is_open_ended(self) -> bool {
        matches!(self, Self::Org(_) | Self::Tag(_))
    }
}

impl<'a> View<'a> {
    /// The filter of a list, if it is worth one; each row is told which choices it has.
    ///
    /// `subjects` are what the rows are of, in their order, and `mark` adds what each can be chosen by.
    /// A choice is offered where some rows have it and some do not.
    pub fn filter<H, R: Filtered, S>(
        &self,
        of: Of,
        groups: &mut [Group<H, R>],
        subjects: impl IntoIterator<Item = S>,
        mark: impl Fn(&Self, S, &mut Vec<Mark<'a>>),
    ) -> Option<Filter<'a>> {
        let rows: usize = groups.iter().map(|group| group.rows.len()).sum();
        if rows < LEAST {
            return None;
        }
        let mut marks: Vec<(Mark, usize)> = Vec::with_capacity(rows * 6);
        let mut of_row = Vec::new();
        for (row, subject) in subjects.into_iter().enumerate() {
            mark(self, subject, &mut of_row);
            marks.extend(of_row.drain(..).map(|mark| (mark, row)));
        }
        marks.sort_unstable();
        marks.dedup();
        let offered = marks.chunk_by(|a, b| a.0 == b.0).filter(|having| having.len() < rows);
        let mut offered: Vec<Having> = offered.collect();
        offered.sort_by_key(|having| {
            let (mark, _) = having[0];
            (mark.facet(), Reverse(if mark.is_open_ended() { having.len() } else { 0 }))
        });
        tell(groups, rows, &offered);
        self.form(of, &offered)
    }

    fn form(&self, of: Of, offered: &[Having<'_, 'a>]) -> Option<Filter<'a>> {
        let facet = |of_facet: &[Having<'_, 'a>]| {
            let (name, word) = FACETS[of_facet[0][0].0.facet()];
            let word = of.year.filter(|_| name == "year").unwrap_or(word);
            let choices = of_facet.iter().map(|having| self.choice(having)).collect();
            Facet { name, label: self.text(word), choices }
        };
        let facets: Vec<Facet> =
            offered.chunk_by(|a, b| a[0].0.facet() == b[0].0.facet()).map(facet).collect();
        let title = self.filled("filter_of", "name", self.text(of.title));
        (!facets.is_empty()).then_some(Filter { title, prefix: of.prefix, is_part: of.is_part, facets })
    }

    fn choice(&self, having: Having<'_, 'a>) -> Choice<'a> {
        let word = |value: &'static str, label: &'static str| (value.into(), label.into(), None);
        let (value, label, lang): (Cow<str>, Cow<str>, _) = match having[0].0 {
            Mark::Kind(kind) => word(kind.as_str(), self.wording.kind(kind)),
            Mark::Event => word("event", self.text("event")),
            Mark::OrgKind(kind) => word(kind.as_str(), self.wording.org_kind(kind)),
            Mark::Capacity(capacity) => word(capacity.as_str(), self.wording.capacity(capacity)),
            Mark::Status(status) => word(status.as_str(), self.wording.status(status)),
            Mark::Year(Reverse(year)) => (year.to_string().into(), self.wording.year(year).into(), None),
            Mark::Tag(tag) => (tag.into(), tag.into(), None),
            Mark::Org(ix) => {
                let org = &self.archive[ix];
                let Words { text, lang } = self.words(&org.name);
                (org.common.id.as_str().into(), text.into(), lang)
            }
        };
        Choice { value, label, lang, rows: having.len() }
    }
}

/// Tells every row the numbers of its choices.
fn tell<H, R: Filtered>(groups: &mut [Group<H, R>], rows: usize, offered: &[Having]) {
    if offered.is_empty() {
        return;
    }
    let mut numbers = vec![String::new(); rows];
    for (number, having) in offered.iter().enumerate() {
        for (_, row) in *having {
            let space = if numbers[*row].is_empty() { "" } else { " " };
            // Writing to a string does not fail.
            let _ = write!(numbers[*row], "{space}{number}");
        }
    }
    let rows = groups.iter_mut().flat_map(|group| &mut group.rows);
    for (row, numbers) in rows.zip(numbers) {
        *row.facets() = Some(numbers);
    }
}
