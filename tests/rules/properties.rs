//! What holds whatever is written.

use super::{moves, site, told};
use proptest::prelude::*;
use talent_flow::model::{EdtfDate, EdtfPeriod, Id};

/// Texts that look like dates more often than not.
fn date_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "2024", "1999", "0000", "9999", "20XX", "-", "-09", "-25", "-02-30", "-Q3", "-21", "-33", "~", "?",
        "%", "/", "..", "[", "]", "{", "}", ",", "X", "Y", "T10:00", "年", " ",
    ]);
    prop_oneof![prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()), ".{0,20}"]
}

/// A move in the short form, of one person at one or two organizations.
fn any_move() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(vec![
        "join DATE to: ORG",
        "departure DATE from: ORG",
        "departure DATE from: ORG, to: north",
        "promotion DATE to: ORG",
        "transfer DATE from: ORG, to: ORG",
        "leave DATE from: ORG",
        "return DATE to: ORG",
    ]);
    let date = prop::sample::select(vec![
        "2016",
        "2017",
        "2017-05",
        "2017-05-04",
        "2018",
        "[2016..2019]",
        "2019-02-03",
    ]);
    let org = prop::sample::select(vec![
        "orbit",
        "north",
        "{org: orbit, capacity: board}",
        "{org: orbit, capacity: interim, post: chief}",
        "{org: orbit, post: chief}",
    ]);
    let status = prop::sample::select(vec![
        "",
        ", status: cancelled",
        ", status: disputed",
        ", order: 1",
        ", order: 2",
    ]);
    (kind, date, org, status)
        .prop_map(|(kind, date, org, status)| kind.replace("DATE", date).replace("ORG", org) + status)
}

/// The moves as files, each in the folder that `folder` gives for it.
fn files(moves_of_ada: &[String], folder: impl Fn(usize) -> usize) -> String {
    let line = |(i, text): (usize, &String)| moves(&format!("{}/m{i}: ada {text}", folder(i)));
    moves_of_ada.iter().enumerate().map(line).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_have_ordered_bounds_and_keep_their_text(text in date_like()) {
        if let Ok(date) = EdtfDate::parse(&text) {
            prop_assert!(date.earliest() <= date.latest());
            prop_assert_eq!(date.as_str(), &*text);
            prop_assert_eq!(EdtfDate::parse(date.as_str()).unwrap(), date.clone());
            prop_assert!(date.expression().is_some());
            prop_assert!(!date.is_before(&date) && date.overlaps(&date));
        }
        if let Ok(period) = EdtfPeriod::parse(&text) {
            prop_assert!(period.span().earliest() <= period.span().latest());
        }
    }

    #[test]
    fn ids_are_what_the_format_says(text in "[a-zA-Z0-9é_. -]{0,12}") {
        let bytes = text.as_bytes();
        let letters = bytes.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-');
        let joined = !text.is_empty() && !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        match Id::parse(&text) {
            Ok(id) => { prop_assert!(letters && joined); prop_assert_eq!(id.as_str(), &*text); }
            Err(invalid) => prop_assert!(!(letters && joined) || invalid.code == "reserved-id"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any moves at all are checked to the end, and where their files lie makes no difference.
    #[test]
    fn files_in_any_order_give_the_same_findings(
        moves_of_ada in prop::collection::vec(any_move(), 0..9),
        shuffle in prop::collection::vec(0..9_usize, 9),
    ) {
        let findings = |case: &str| {
            let mut told: Vec<(String, String)> = site(case).findings().into_iter()
                .map(|f| (told(std::slice::from_ref(&f)).remove(0), f.message)).collect();
            told.sort();
            told
        };
        let straight = findings(&files(&moves_of_ada, |i| i));
        let shuffled = findings(&files(&moves_of_ada, |i| shuffle[i]));
        prop_assert_eq!(straight, shuffled);
    }
}
