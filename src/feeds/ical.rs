//! iCalendar (RFC 5545): days that lie ahead, for a calendar that somebody subscribes to.
//!
//! The crates that write it stamp what has no time or name with the clock and with chance; this is short,
//! and does neither.

use super::date;
use crate::model::Day;
use chrono::Days;
use uuid::Uuid;

/// The longest line in bytes, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar in one language.
#[derive(Debug)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// What is in it, and what is not.
    pub description: String,
    /// The tag of its language.
    pub language: String,
    /// How far the records go.
    pub complete: Complete,
    /// The earliest first.
    pub entries: Vec<Entry>,
}

/// How far the records go, as a journal entry: most calendars do not show it, and a calendar has to hold
/// something while nothing lies ahead (RFC 5545, 3.6).
#[derive(Debug)]
pub struct Complete {
    /// Its name for programs, always the same.
    pub uid: Uuid,
    /// The day.
    pub day: Day,
    /// The same in words.
    pub text: String,
}

/// Whole days on which something is to happen.
#[derive(Debug)]
pub struct Entry {
    /// Its name for programs, always the same.
    pub uid: Uuid,
    /// The day on which it was learned last.
    pub learned: Day,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// What is to happen.
    pub summary: String,
    /// What is told of it.
    pub description: String,
    /// The page that tells it, where its whole address is known.
    pub url: Option<String>,
    /// How sure it is.
    pub status: Status,
    /// What kind it is.
    pub category: String,
}

/// How sure an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Confirmed.
    Confirmed,
    /// Reported only.
    Tentative,
    /// Called off.
    Cancelled,
}

impl Calendar {
    /// The calendar as text.
    pub fn write(&self) -> Vec<u8> {
        let mut lines = Lines::default();
        lines.plain("BEGIN", "VCALENDAR");
        lines.plain("VERSION", "2.0");
        lines.plain("PRODID", "-//talent-flow//talent-flow//EN");
        lines.plain("CALSCALE", "GREGORIAN");
        let language = format!(";LANGUAGE={}", self.language);
        // The names of RFC 7986, and those that programs understood before.
        lines.text(&format!("NAME{language}"), &self.name);
        lines.text(&format!("DESCRIPTION{language}"), &self.description);
        lines.text("X-WR-CALNAME", &self.name);
        lines.text("X-WR-CALDESC", &self.description);
        self.complete.write(&mut lines);
        for entry in &self.entries {
            entry.write(&mut lines);
        }
        lines.plain("END", "VCALENDAR");
        lines.0.into_bytes()
    }
}

impl Complete {
    fn write(&self, lines: &mut Lines) {
        lines.plain("BEGIN", "VJOURNAL");
        lines.name(self.uid, self.day);
        lines.plain("DTSTART;VALUE=DATE", &compact(self.day));
        lines.text("SUMMARY", &self.text);
        lines.plain("END", "VJOURNAL");
    }
}

impl Entry {
    fn write(&self, lines: &mut Lines) {
        lines.plain("BEGIN", "VEVENT");
        lines.name(self.uid, self.learned);
        lines.plain("DTSTART;VALUE=DATE", &compact(self.first));
        // The end is the first day that is not part of it.
        let end = self.last.checked_add_days(Days::new(1)).unwrap_or(self.last);
        lines.plain("DTEND;VALUE=DATE", &compact(end));
        lines.text("SUMMARY", &self.summary);
        lines.text("DESCRIPTION", &self.description);
        lines.text("CATEGORIES", &self.category);
        if let Some(url) = &self.url {
            lines.plain("URL", url);
        }
        lines.plain("STATUS", self.status.as_str());
        lines.plain("TRANSP", "TRANSPARENT");
        lines.plain("END", "VEVENT");
    }
}

impl Status {
    fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// Content lines, one after the other.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn name(&mut self, uid: Uuid, learned: Day) {
        self.plain("UID", &uid.to_string());
        self.plain("DTSTAMP", &(compact(learned) + "T000000Z"));
    }

    /// A property of text: `\`, `;`, `,` and new lines are escaped (3.3.11).
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c => escaped.push(c),
            }
        }
        self.plain(name, &escaped);
    }

    /// A property, folded into lines that are no longer than they may be; a control character would begin another.
    fn plain(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in name.chars().chain([':']).chain(value.chars()).filter(|c| !c.is_control()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A day as `YYYYMMDD`.
fn compact(day: Day) -> String {
    date(day).replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"翁".repeat(60));
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LINE), "{}", lines.0);
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "翁".repeat(60)));
    }

    #[test]
    fn no_text_begins_a_line() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a\r\nEND:VEVENT\u{85}\u{b};,\\n");
        assert_eq!(lines.0, "SUMMARY:a\\nEND:VEVENT\\;\\,\\\\n\r\n");
        let mut lines = Lines::default();
        lines.plain("URL", "https://x.example/\r\nEND:VEVENT");
        assert_eq!(lines.0, "URL:https://x.example/END:VEVENT\r\n");
    }
}
