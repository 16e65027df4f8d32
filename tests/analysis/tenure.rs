//! How long stints lasted, and how precisely that can be said.

use super::careers::length;
use super::small;
use proptest::prelude::*;
use talent_flow::analysis::{Bounds, Careers, Tenure};
use talent_flow::model::EdtfDate;

/// The tenure of who joined and left on these dates.
fn between(joined: &str, left: &str) -> String {
    let archive = small(
        "ada",
        "orbit",
        &[
            ("moves/a.yaml", &format!("person: ada\nkind: join\ndate: \"{joined}\"\nto: orbit")),
            ("moves/b.yaml", &format!("person: ada\nkind: departure\ndate: \"{left}\"\nfrom: orbit")),
        ],
    );
    let careers = Careers::new(&archive);
    let stints = careers.of_person(archive.people().next().unwrap().0);
    length(stints[0].tenure(&archive))
}

#[test]
fn a_tenure_is_no_more_precise_than_its_dates() {
    assert_eq!(between("2018-01-15", "2024-11-15"), "6.10");
    assert_eq!(between("2018-01-15", "2024-11-14"), "6.9");
    assert_eq!(between("2024-02-29", "2025-02-28"), "1.0");
    assert_eq!(between("2018-05-01", "2018-05-30"), "0.0");
    assert_eq!(between("2018-05", "2024-11"), "6.5 to 6.6");
    assert_eq!(between("2018", "2024-11-15"), "5.10 to 6.10");
    assert_eq!(between("2018", "2024"), "5.0 to 6.11");
    assert_eq!(between("2018", "2018"), "0.0 to 0.11");
    assert_eq!(between("[2018-05..2018-06]", "2019-06-30"), "1.0 to 1.1");
    assert_eq!(between("[..2018-05]", "2020-05-31"), "2.0 or more");
    // What is about a year can be a year off, what is about a month a month.
    assert_eq!(between("2018~", "2024-11-15"), "about 4.10 to 7.10");
    assert_eq!(between("2018-06?", "2020-06-15"), "about 1.10 to 2.1");
    assert_eq!(between("2018-02-28~", "2020-02-28"), "about 1.11 to 2.0");
}

#[test]
fn what_happened_within_a_stint_narrows_its_tenure() {
    let archive = small(
        "ada",
        "orbit",
        &[
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2018\nto: orbit"),
            ("moves/b.yaml", "person: ada\nkind: promotion\ndate: 2018-03-10\nto: {org: orbit, role: Head}"),
            ("moves/c.yaml", "person: ada\nkind: leave\ndate: 2019-08-10\nfrom: orbit"),
            ("moves/d.yaml", "person: ada\nkind: departure\ndate: 2019\nfrom: orbit"),
        ],
    );
    let careers = Careers::new(&archive);
    let stints = careers.of_person(archive.people().next().unwrap().0);
    assert_eq!(length(stints[0].tenure(&archive)), "1.5 to 1.11");
}

#[test]
fn nobody_stays_where_nothing_is_left() {
    let archive = small(
        "ada",
        "meridian",
        &[
            ("orgs/orbit.yaml", "name: orbit\nkind: lab\ndissolved: 2020-06-30"),
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2018-01-01\nto: orbit"),
            ("moves/b.yaml", "person: ada\nkind: join\ndate: 2023-01-01\nto: meridian"),
        ],
    );
    let careers = Careers::new(&archive);
    let stints = careers.of_person(archive.people().next().unwrap().0);
    assert_eq!(length(stints[0].tenure(&archive)), "0.0 to 2.5");
    assert!(!stints[0].goes_on(&archive) && stints[1].goes_on(&archive));
}

/// Dates of every precision.
fn dates() -> impl Strategy<Value = EdtfDate> {
    let parts = (1990..2030_i32, 1..=12_u32, 1..=28_u32, 0..7_usize);
    parts.prop_map(|(year, month, day, form)| {
        let text = match form {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}~"),
            3 => format!("{year}-{month:02}?"),
            4 => format!("{year}-Q{}", (month + 2) / 3),
            5 => format!("[{year}-{month:02}-{day:02}..{year}-12-31]"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        EdtfDate::parse(&text).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn at_least_is_no_more_than_at_most(begin in dates(), end in dates()) {
        let tenure = Tenure::between(Bounds::of(&begin), Bounds::of(&end));
        prop_assert!(tenure.most.is_none_or(|most| tenure.least <= most));
        let exact = [&begin, &end].iter().all(|date| Bounds::of(date).is_exact());
        prop_assert!(!exact || tenure.is_exact());
    }

    #[test]
    fn any_day_that_the_dates_allow_is_within(begin in dates(), end in dates(), a in 0..1500_i64, b in 0..1500_i64) {
        let (begin, end) = (Bounds::of(&begin), Bounds::of(&end));
        let one = |bounds: Bounds, at: i64| {
            let days = (bounds.latest - bounds.earliest).num_days() + 1;
            let day = bounds.earliest + chrono::Duration::days(at % days);
            Bounds { earliest: day, latest: day, is_about: false }
        };
        let (wide, exact) = (Tenure::between(begin, end), Tenure::between(one(begin, a), one(end, b)));
        prop_assert!(wide.least <= exact.least && exact.most <= wide.most);
    }

    #[test]
    fn a_wider_date_never_narrows(begin in dates(), end in dates(), days in 0..900_i64) {
        let (begin, end) = (Bounds::of(&begin), Bounds::of(&end));
        let wider = |bounds: Bounds| Bounds {
            earliest: bounds.earliest - chrono::Duration::days(days),
            latest: bounds.latest + chrono::Duration::days(days),
            ..bounds
        };
        let narrow = Tenure::between(begin, end);
        for wide in [Tenure::between(wider(begin), end), Tenure::between(begin, wider(end))] {
            prop_assert!(wide.least <= narrow.least && wide.most >= narrow.most);
        }
    }
}
