//! What a reader is told in words, in each language that the program ships.
//!
//! Dates say no more than is known, titles of moves are composed from their fields, and every text of
//! the interface stands here, so that no template holds a word of its own.

mod chinese;
mod dates;
mod english;
mod fill;
mod headline;
mod method;
mod noun;
mod tenure;

#[cfg(test)]
mod tests;

use crate::archive::Archive;
use crate::model::{
    Capacity, Day, EdtfDate, EdtfPeriod, Kind, Language, Move, OrgKind, Precision, Reason, SourceKind, Status,
};
use chrono::Datelike;
use dates::{Shape, When};
use headline::Headline;
use tenure::Length;

pub use fill::fill;
pub use method::Explained;
pub use noun::Noun;

/// A language that the program can speak.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wording {
    /// British English, with the spelling "organization".
    English,
    /// Chinese in simplified characters.
    Chinese,
}

/// One call of the same function in the language at hand.
macro_rules! spoken {
    ($wording:expr, $($call:tt)+) => {
        match $wording {
            Wording::English => english::$($call)+,
            Wording::Chinese => chinese::$($call)+,
        }
    };
}

impl Wording {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::English, Self::Chinese];

    /// The wording for a language of the site, where the program ships one.
    pub fn of(language: &Language) -> Option<Self> {
        Self::ALL.iter().copied().find(|wording| wording.tag() == language.as_str())
    }

    /// The language tag, for `lang` and addresses.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The language and the country whose spelling it is in: `en_GB`.
    pub fn locale(self) -> &'static str {
        match self {
            Self::English => "en_GB",
            Self::Chinese => "zh_CN",
        }
    }

    /// What speakers of the language call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// A point in time, no more precise than it is known.
    pub fn date(self, date: &EdtfDate) -> String {
        match Shape::of(date) {
            Some(shape) => spoken!(self, dates::shape(&shape)),
            None => date.as_str().to_owned(),
        }
    }

    /// A period or a point in time, no more precise than it is known.
    pub fn period(self, period: &EdtfPeriod) -> String {
        self.date(period.span())
    }

    /// A day of the calendar: "25 September 2024".
    pub fn day(self, day: Day) -> String {
        spoken!(self, dates::when(When::Day(day)))
    }

    /// A month: "September 2024"; a number that is no month gives the year alone.
    pub fn month(self, year: i32, month: u32) -> String {
        match Day::from_ymd_opt(year, month, 1) {
            Some(first) => spoken!(self, dates::when(When::Month(first.year(), first.month()))),
            None => self.year(year),
        }
    }

    /// A month where its year is known, as short as it gets: "Sep".
    pub fn month_name(self, month: u32) -> String {
        spoken!(self, dates::month_name_short(month))
    }

    /// A year: "2024".
    pub fn year(self, year: i32) -> String {
        spoken!(self, dates::when(When::Year(year)))
    }

    /// A number with its thousands set apart: "12,345".
    pub fn number(self, n: usize) -> String {
        let digits = n.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    /// So many of something: "1 move", "12,345 moves".
    pub fn count(self, noun: Noun, n: usize) -> String {
        let number = self.number(n);
        spoken!(self, labels::count(noun, n == 1, &number))
    }

    /// So many of something at the beginning of a title: "Five departures", "12 departures".
    pub fn opening(self, noun: Noun, n: usize) -> String {
        let word = spoken!(self, labels::opening_number(n));
        let number = word.map_or_else(|| self.number(n), str::to_owned);
        spoken!(self, labels::count(noun, n == 1, &number))
    }

    /// From a day to a day: "14 to 22 May 2024".
    pub fn days(self, first: Day, last: Day) -> String {
        spoken!(self, dates::shape(&Shape::days(first, last)))
    }

    /// From the month of a day to that of another: "May 2024", "May to June 2024".
    pub fn months(self, first: Day, last: Day) -> String {
        spoken!(self, dates::shape(&Shape::months(first, last)))
    }

    /// A number of two digits that count, such as "0.037", "1.5" or "590,000".
    pub fn rough(self, value: f64) -> String {
        let mut unit = 1.0;
        while value.is_finite() && value / unit >= 100.0 {
            unit *= 10.0;
        }
        if value >= 10.0 {
            let digits = format!("{:.0}", (value / unit).round() * unit);
            return digits.parse().map_or(digits, |n| self.number(n));
        }
        let places = (1_i32..6).find(|places| value * 10_f64.powi(*places) >= 10.0).unwrap_or(6);
        format!("{value:.0$}", places.unsigned_abs() as usize)
    }

    /// A length of time of at least and at most so many whole months, no narrower than it is known.
    pub fn tenure(self, least: u32, most: Option<u32>, is_about: bool) -> String {
        spoken!(self, tenure::length(Length::of(least, most), is_about))
    }

    /// The title of a move: its own in `language` or in the site's first language, else one composed
    /// from its fields.
    pub fn move_title(self, archive: &Archive, language: &Language, mv: &Move) -> String {
        let first = archive.site().first_language();
        let own = mv.title.as_ref().and_then(|title| title.get(language, first).or(title.get(first, first)));
        match own {
            Some(title) => title.to_string(),
            None => Headline::of(archive, language, mv, self)
                .map_or_else(|| self.kind(mv.kind).to_owned(), |headline| self.title(&headline)),
        }
    }

    fn title(self, headline: &Headline) -> String {
        spoken!(self, titles::title(headline))
    }

    /// A list in a sentence: "A, B and C".
    pub fn list(self, items: &[String]) -> String {
        let (comma, and) = match self {
            Self::English => (", ", " and "),
            Self::Chinese => ("、", "和"),
        };
        join(items, comma, and)
    }

    /// A label and what it says: "2024: 12".
    pub fn labelled(self, label: &str, value: &str) -> String {
        let colon = match self {
            Self::English => ": ",
            Self::Chinese => "：",
        };
        [label, colon, value].concat()
    }

    /// What is said aside of what stands before it: " (interim)".
    pub fn aside(self, value: &str) -> String {
        let (opens, closes) = match self {
            Self::English => (" (", ")"),
            Self::Chinese => ("（", "）"),
        };
        [opens, value, closes].concat()
    }

    /// Items that are longer than a word or two: "A; B".
    pub fn items(self, items: &[String]) -> String {
        items.join(match self {
            Self::English => "; ",
            Self::Chinese => "；",
        })
    }

    /// A choice in a sentence: "A, B or C".
    pub fn either(self, items: &[String]) -> String {
        let (comma, or) = match self {
            Self::English => (", ", " or "),
            Self::Chinese => ("、", "或"),
        };
        join(items, comma, or)
    }

    /// Sentences, one after the other.
    pub fn sentences(self, sentences: &[String]) -> String {
        sentences.join(match self {
            Self::English => " ",
            Self::Chinese => "",
        })
    }

    /// The title of a group of people as a sentence goes on with it: "people named at the launch". `None` where
    /// the title is no such phrase.
    pub fn group(self, title: &str) -> Option<String> {
        spoken!(self, group::in_sentence(title))
    }

    /// A kind of move.
    pub fn kind(self, kind: Kind) -> &'static str {
        spoken!(self, labels::kind(kind))
    }

    /// Why a stint ended.
    pub fn reason(self, reason: Reason) -> &'static str {
        spoken!(self, labels::reason(reason))
    }

    /// How sure a move is.
    pub fn status(self, status: Status) -> &'static str {
        spoken!(self, labels::status(status))
    }

    /// How sure a move is, explained in a sentence.
    pub fn status_explained(self, status: Status) -> &'static str {
        spoken!(self, labels::status_explained(status))
    }

    /// In what capacity somebody is at an organization.
    pub fn capacity(self, capacity: Capacity) -> &'static str {
        spoken!(self, labels::capacity(capacity))
    }

    /// What an organization is.
    pub fn org_kind(self, kind: OrgKind) -> &'static str {
        spoken!(self, labels::org_kind(kind))
    }

    /// What a source is.
    pub fn source_kind(self, kind: SourceKind) -> &'static str {
        spoken!(self, labels::source_kind(kind))
    }

    /// A language that sources are written in; its tag where there is no word for it here.
    pub fn language(self, language: &Language) -> &str {
        spoken!(self, labels::language(language.as_str())).unwrap_or_else(|| language.as_str())
    }

    /// How precisely a date is known.
    pub fn precision(self, precision: Precision) -> &'static str {
        spoken!(self, labels::precision(precision))
    }

    /// What a field is that sources disagree on, such as `date` or `to.role`.
    pub fn claim_field(self, field: &str) -> String {
        spoken!(self, labels::claim_field(field)).map_or_else(|| field.to_owned(), str::to_owned)
    }

    /// The site that a link of a person or an organization leads to, such as `wikidata`.
    pub fn link(self, key: &str) -> String {
        spoken!(self, labels::link(key)).map_or_else(|| key.to_owned(), str::to_owned)
    }

    /// How the numbers are computed, part by part; the same anchors in the same order in each language.
    pub fn method(self) -> &'static [Explained] {
        spoken!(self, method::METHOD)
    }

    /// Every text of the interface, by its key; the same keys in the same order in each language.
    pub fn texts(self) -> &'static [(&'static str, &'static str)] {
        spoken!(self, texts::TEXTS)
    }
}

/// Items with one separator between them and another before the last.
fn join(items: &[String], between: &str, last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [firsts @ .., end] => format!("{}{last}{end}", firsts.join(between)),
    }
}
