//! Dates: what is written, what contradicts, what looks invented.

use super::{expect, expect_moves, moves, site};
use talent_flow::model::{EdtfDate, EdtfPeriod};

#[test]
fn nobody_joins_what_is_not_there() {
    let join = |date: &str, place: &str| format!("x: ada join {date} to: {place}");
    let certain = &["x: date-contradiction"];
    let possible = &["x: date-doubt"];
    let safety = "{org: orbit, team: safety}";
    expect_moves(&join("2023-07", safety), &[]);
    expect_moves(&join("2024-05", safety), &[]);
    expect_moves(&join("2023-06-30", safety), certain);
    expect_moves(&join("2022", safety), certain);
    expect_moves(&join("2024-06", safety), certain);
    expect_moves(&join("2023", safety), possible);
    expect_moves(&join("2024", safety), possible);
    expect_moves(&join("[2023-05..2023-09]", safety), possible);
    expect_moves(&join("2020", "{org: orbit, team: early}"), &[]);
    expect_moves(&join("2015-11", "orbit"), certain);
    expect_moves(&join("2015", "orbit"), possible);
    expect_moves(&join("2025-04", "orbit"), certain);
    expect_moves(&join("2025", "orbit"), possible);
    // Leaving a team after its end is what happens then.
    expect_moves("x: ada departure 2025-06 from: {org: orbit, team: safety}", &[]);
    expect_moves("x: ada departure 2014 from: north, to: orbit", certain);
}

#[test]
fn an_end_is_not_before_its_beginning() {
    expect(
        "== orgs/x.yaml\n{name: X, kind: lab, founded: 2015, dissolved: 2014}\n",
        &["x: date-contradiction"],
    );
    expect("== orgs/x.yaml\n{name: X, kind: lab, founded: 2015-05, dissolved: 2015}\n", &[]);
    expect(
        "== orgs/x.yaml\n{name: X, kind: lab, teams: {t: {formed: 2015, dissolved: 2014}}}\n",
        &["x: date-contradiction"],
    );
    expect_moves("x: ada leave 2024-08 from: orbit, until: 2024-05", &["x: date-contradiction"]);
    expect_moves("x: ada leave 2024-08 from: orbit, until: 2024", &[]);
}

#[test]
fn a_first_of_january_is_asked_about() {
    for (date, expected) in [
        ("2024-01-01", &["x: first-of-january"][..]),
        ("2024-01-01~", &["x: first-of-january"]),
        ("2024-01-02", &[]),
        ("2024-01", &[]),
        ("2024", &[]),
        ("2024-02-01", &[]),
    ] {
        expect_moves(&format!("x: ada join {date} to: orbit"), expected);
    }
    let findings = site(&moves("x: ada join ~2024-01-01 to: orbit")).findings();
    assert_eq!(findings[0].help.as_deref(), Some("if so, write `2024`"));
}

#[test]
fn dates_as_the_format_has_them() {
    for date in [
        "2024",
        "2024-09",
        "2024-09-25",
        "2024~",
        "2024-09?",
        "2024-09%",
        "[2024-05..2024-06]",
        "2024-Q3",
        "2024-21",
        "[..2024]",
        "202X",
        "2024-XX-XX",
        "[2023,2024]",
    ] {
        assert!(EdtfDate::parse(date).is_ok(), "{date}");
    }
    for period in ["2018/2024-11", "2018/..", "../2018", "2018/", "2024~/2025", "2024"] {
        assert!(EdtfPeriod::parse(period).is_ok(), "{period}");
    }
    for wrong in [
        "",
        "yesterday",
        "2024-13",
        "2024-02-30",
        "24-09-25",
        "2024/09/25",
        "09/25/2024",
        "2024-9-5",
        "Sept 2024",
        "2024-09-25T10:00:00",
        "{2023,2024}",
        "Y17000000002",
        "2018/2024",
        "2024-11/2024-05",
        "..",
        "/",
        "2024-Q5",
        "２０２４",
        "2024-09-25 ",
        "2024--09",
    ] {
        assert!(EdtfDate::parse(wrong).is_err(), "{wrong}");
    }
}
