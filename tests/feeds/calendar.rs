//! The calendar of what lies ahead.

use super::{BASE, golden, text};
use crate::support::Tree;
use icalendar::parser::{read_calendar, unfold};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use std::collections::BTreeSet;
use std::str::FromStr;

/// Moves to come, and what is none: a move that was retracted, one of long ago. A name of a file, its kind, the rest.
const MOVES: &[(&str, &str, &str)] = &[
    (
        "exact",
        "departure",
        "person: ada-example\ndate: 2025-02-28\nannounced: 2024-12-18\nfrom: orbit-labs\nsummary: 'A; b, c'",
    ),
    (
        "month",
        "join",
        "person: ben-sample\ndate: 2025-03\nstatus: reported\nto: {org: meridian-institute, capacity: advisor}",
    ),
    ("year", "join", "person: ada-example\ndate: 2026\nto: meridian-institute"),
    ("gone", "join", "person: cy-o-specimen\ndate: 2025-04-01\nstatus: retracted\nto: orbit-labs"),
    ("off", "join", "person: cy-o-specimen\ndate: 2025-04-02\nstatus: cancelled\nto: meridian-institute"),
    ("here", "join", "person: cy-o-specimen\ndate: 2020\nto: meridian-university"),
    ("pause", "leave", "person: cy-o-specimen\ndate: 2024-06\nuntil: 2025-01-31\nfrom: meridian-university"),
];

/// What the calendars have to tell of them: the first day, the day after the last, and how sure that is.
const AHEAD: [[&str; 3]; 4] = [
    ["2025-01-31", "2025-02-01", "CONFIRMED"],
    ["2025-02-28", "2025-03-01", "CONFIRMED"],
    ["2025-03-01", "2025-04-01", "TENTATIVE"],
    ["2025-04-02", "2025-04-03", "CANCELLED"],
];

fn calendar(files: &Tree, name: &str) -> Calendar {
    Calendar::from_str(text(files, name)).unwrap()
}

fn with_moves() -> Tree {
    let source = "sources: [{url: 'https://herald.example/next', kind: news, date: 2024-12-18}]";
    let record = |(name, kind, rest): &(&str, &str, &str)| {
        (format!("moves/{name}.yaml"), format!("kind: {kind}\n{rest}\n{source}\n"))
    };
    let records: Vec<(String, String)> = MOVES.iter().map(record).collect();
    let records: Vec<(&str, &str)> = records.iter().map(|(name, text)| (&**name, &**text)).collect();
    golden(&records, &["-u", BASE])
}

#[test]
fn a_calendar_tells_what_lies_ahead() {
    let files = with_moves();
    for (name, page) in [("calendar.ics", "follow.html"), ("zh/calendar.ics", "zh/follow.html")] {
        let calendar = calendar(&files, name);
        let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        let day = |date| match date {
            Some(DatePerhapsTime::Date(day)) => day.to_string(),
            other => panic!("{other:?} is no whole day"),
        };
        let told = events.iter().map(|event| {
            let status = event.property_value("STATUS").unwrap().to_owned();
            [day(event.get_start()), day(event.get_end()), status]
        });
        assert_eq!(told.collect::<Vec<_>>(), AHEAD);
        let uids: BTreeSet<_> = events.iter().map(|event| event.get_uid().unwrap()).collect();
        assert_eq!(uids.len(), events.len());
        assert!(events.iter().all(|event| event.get_url().is_some_and(|url| url.starts_with(BASE))));
        assert!(events[1].get_description().unwrap().starts_with("A; b, c\n"), "{:?}", events[1]);
        assert!(text(&files, name).contains("DTSTAMP:20241218T000000Z\r\n"));
        let page = text(&files, page);
        assert!(page.contains("class=\"row") && !page.contains("year.html"));
    }
    let english = calendar(&files, "calendar.ics");
    let titles: Vec<_> =
        english.components.iter().filter_map(|c| c.as_event()?.get_summary().map(str::to_owned)).collect();
    assert!(titles[0].starts_with("Planned end: "), "{titles:?}");
    assert!(titles[2].starts_with("Reported: ") && titles[2].ends_with(" · March 2025"), "{titles:?}");
    assert!(text(&files, "follow.html").contains("less precise than a quarter: 1."));
}

#[test]
fn a_calendar_without_an_entry_is_one() {
    let files = golden(&[], &[]);
    for name in ["calendar.ics", "zh/calendar.ics"] {
        let text = text(&files, name);
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\n', '\r']));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{name} is folded");
        read_calendar(&unfold(text)).unwrap();
        assert_eq!(text.matches("BEGIN:").count(), 2, "the calendar, and how far the records go");
    }
}
