//! Legible with few and with many, and time is space.

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn branch(class: &'static str, is_out: bool) -> Branch {
    Branch { class, name: class.to_owned(), is_out, thickness: 1.0 }
}

/// December to January of 2024, and what is known to the year only.
fn example(each: usize, marks: usize, label: &str) -> River {
    let month = |month: u32| {
        let first = Day::from_ymd_opt(2024, month, 1).unwrap();
        Row {
            label: format!("{month}月"),
            days: Some((first, first + chrono::Months::new(1) - chrono::Days::new(1))),
            name: format!("{each} departures"),
            href: Some(format!("#month-{month}")),
            counts: vec![each, each * (month as usize % 3)],
            is_gap: false,
        }
    };
    let loose = Row { label: "2024".into(), days: None, ..month(1) };
    let gap = Row { label: String::new(), is_gap: true, counts: Vec::new(), ..month(1) };
    let mark = |nth: usize| Mark {
        at: if nth == 0 { Place::Row(0) } else { Place::Day(day("2024-11-20")) },
        name: label.to_owned(),
        label: label.to_owned(),
        lang: None,
        href: format!("#{nth}"),
    };
    River {
        row: 16.0,
        kinds: vec![branch("departure", true), branch("join", false)],
        rows: [loose].into_iter().chain((1..=12).rev().map(month)).chain([gap]).collect(),
        bands: vec![Band {
            days: (day("2024-09-02"), day("2024-10-01")),
            name: label.to_owned(),
            href: "wave".into(),
        }],
        marks: (0..marks).map(mark).collect(),
        marks_name: "event".into(),
        bands_name: "wave".into(),
    }
}

#[test]
fn legible_with_few_and_many_in_both_widths() {
    let long = "Seventeen people in the thirty days from 1 September to 30 September 2024, all of one team";
    for at in Width::ALL {
        for each in [0, 1, 60, 5000] {
            for (marks, label) in [(0, ""), (2, "董事会改组"), (60, long)] {
                river(&example(each, marks, label), at).assert_legible();
            }
        }
    }
}

#[test]
fn a_row_is_as_long_as_it_is_much_and_stays_in_the_picture() {
    for (each, width) in [(1, 10.0), (7, 10.0), (12, 6.0), (24, 3.0)] {
        let plot = example(each, 0, "");
        let plot = Plot::new(&plot, Width::Wide, 0.0);
        assert!((plot.step - width).abs() < 0.1, "{each}: {}", plot.step);
        assert!(plot.step * length(2 * each) <= plot.right - plot.spine + 0.1);
    }
}

#[test]
fn later_days_are_higher_and_unknown_ones_nowhere() {
    let data = example(1, 0, "");
    let plot = Plot::new(&data, Width::Wide, 0.0);
    let y = |text| plot.y(day(text));
    assert!(y("2024-12-31") < y("2024-12-01") && y("2024-12-01") < y("2024-11-30"));
    assert_eq!(y("2023-12-31"), None);
    let month = y("2024-06-15").unwrap() - y("2024-07-15").unwrap();
    assert!((month - 16.0).abs() < 0.7, "a month is a row: {month}");
}

#[test]
fn a_window_that_leaves_the_picture_ends_at_its_edge() {
    let mut data = example(1, 0, "wave");
    data.bands[0].days = (day("2024-12-20"), day("2025-01-10"));
    let marks = river(&data, Width::Wide).marks;
    assert!(marks.iter().any(|mark| mark.write().contains("bracket")));
}

#[test]
fn what_is_known_to_the_year_only_is_in_no_month_and_fainter() {
    let mut data = example(1, 0, "");
    for row in &mut data.rows[1..] {
        row.counts = vec![0, 0];
    }
    let written: Vec<String> = river(&data, Width::Wide).marks.iter().map(Element::write).collect();
    let blocks: Vec<&String> = written.iter().filter(|mark| mark.contains("stroke-width")).collect();
    assert!(!blocks.is_empty() && blocks.iter().all(|mark| mark.contains("faded")), "{blocks:?}");
}
