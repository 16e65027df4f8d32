//! The archive on a day, and how its records are named.

use crate::analysis::{Careers, Cohorts, Posts, Waves};
use crate::archive::Archive;
use crate::model::{Common, Day, EdtfDate, MoveIx, OrgIx, PersonIx, Text};
use crate::wording::{Noun, Wording};
use serde::Serialize;

/// All that is computed from an archive.
pub struct Analyses {
    pub careers: Careers,
    pub posts: Posts,
    pub cohorts: Cohorts,
    pub waves: Waves,
}

impl Analyses {
    /// Computes it.
    pub fn new(archive: &Archive) -> Self {
        let careers = Careers::new(archive);
        let posts = Posts::new(archive);
        Self { posts, cohorts: Cohorts::new(archive), waves: Waves::new(archive), careers }
    }
}

/// An archive at the end of a day.
pub struct Then<'a> {
    pub archive: &'a Archive,
    pub analyses: &'a Analyses,
    pub day: Day,
}

/// A record: its id, and its name in the site's first language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    pub id: String,
    pub name: String,
}

impl Then<'_> {
    /// A text in the site's first language.
    pub fn show(&self, text: &Text) -> String {
        let first = self.archive.site().first_language();
        text.show(first, first).map_or_else(String::new, |shown| shown.value.to_string())
    }

    /// A record by its id and name.
    pub fn named(&self, common: &Common, name: &Text) -> Named {
        Named { id: common.id.to_string(), name: self.show(name) }
    }

    /// A person by id and name.
    pub fn person(&self, ix: PersonIx) -> Named {
        let person = &self.archive[ix];
        self.named(&person.common, &person.name)
    }

    /// An organization by id and name.
    pub fn org(&self, ix: OrgIx) -> Named {
        let org = &self.archive[ix];
        self.named(&org.common, &org.name)
    }

    /// The ids of moves.
    pub fn moves(&self, moves: impl IntoIterator<Item = MoveIx>) -> Vec<String> {
        moves.into_iter().map(|ix| self.archive[ix].common.id.to_string()).collect()
    }

    /// Whether a move had taken effect by the end of the day, or may have.
    pub fn is_told(&self, ix: MoveIx) -> bool {
        self.archive[ix].effective().is_some_and(|date| date.earliest() <= self.day)
    }

    /// The day in words.
    pub fn day_in_words(&self) -> String {
        Wording::English.day(self.day)
    }
}

/// A date in words; the reports are in English, as all that the program says.
pub fn words(edtf: &str) -> String {
    EdtfDate::parse(edtf).map_or_else(|_| edtf.to_owned(), |date| Wording::English.date(&date))
}

/// So many of something, in words.
pub fn count(noun: Noun, n: usize) -> String {
    Wording::English.count(noun, n)
}
