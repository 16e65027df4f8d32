//! `talent-flow report`: what it tells, in both formats. `BLESS=1 cargo test --test report` writes what the program
//! says now into `tests/report/`, where a person can check it.

mod support;

use std::fs;
use std::path::Path;
use support::{Ran, talent_flow};

/// A small site on which every kind of statement can be checked by hand.
const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/report/site");

/// The first site.
const REAL: &str = env!("CARGO_MANIFEST_DIR");

fn report(site: &str, flags: &[&str]) -> Ran {
    let mut command = talent_flow();
    command.env_remove("COLUMNS");
    Ran::of(command.arg("report").arg("--root").arg(site).args(flags))
}

/// What a report says, against the file that holds it.
#[track_caller]
fn says(site: &str, flags: &[&str], file: &str) -> String {
    let said = report(site, flags).success().stdout();
    let path = Path::new(REAL).join("tests/report").join(file);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &said).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        said == expected,
        "{} says\n{expected}\nand the program\n{said}\nIf the program is right: BLESS=1 cargo test --test report",
        path.display()
    );
    said
}

#[test]
fn one_organization_in_full() {
    says(SITE, &["--org", "orbit-labs", "--as-of", "2022-08-31"], "orbit-labs-2022-08-31.txt");
    let json = ["--org", "orbit-labs", "--as-of", "2022-08-31", "--format", "json"];
    says(SITE, &json, "orbit-labs-2022-08-31.json");
}

#[test]
fn all_organizations_in_short() {
    says(SITE, &[], "all-2024-12-31.txt");
    says(SITE, &["--format", "json"], "all-2024-12-31.json");
}

/// Altman is chief executive, the day before he was not; who remained of the founders then.
#[test]
fn openai_the_day_before() {
    let file = "openai-2023-11-16.txt";
    let said = says(REAL, &["--as-of", "2023-11-16", "--org", "openai"], file);
    let post = said.lines().find(|line| line.starts_with("Chief Executive Officer")).unwrap();
    assert!(post.contains("Sam Altman"), "{post}");
    let later = report(REAL, &["--as-of", "2023-11-17", "--org", "openai"]).success().stdout();
    let post = later.lines().find(|line| line.starts_with("Chief Executive Officer")).unwrap();
    assert!(post.contains("Mira Murati") && post.contains("interim"), "{post}");
}

#[test]
fn a_month_and_a_year_mean_their_last_day() {
    let at = |date| report(SITE, &["--org", "orbit-labs", "--as-of", date]).success().stdout();
    assert_eq!(at("2022"), at("2022-12-31"));
    assert_eq!(at("2024-02"), at("2024-02-29"));
    assert_ne!(at("2022"), at("2021"));
    let now = report(SITE, &["--org", "orbit-labs"]).success().stdout();
    assert_eq!(now, at("2024-12-31"), "the default is the site's own date");
}

#[test]
fn a_date_without_a_clear_last_day_is_wrong_usage() {
    for (date, why) in [
        ("2022~", "a day is needed"),
        ("2022-Q3", "a day is needed"),
        ("[2022..2023]", "a day is needed"),
        ("2022-13", "is not a date"),
        ("yesterday", "is not a date"),
    ] {
        let ran = report(SITE, &["--as-of", date]).code(2);
        assert!(ran.stdout().is_empty() && ran.stderr().contains(why), "{date}: {}", ran.stderr());
    }
}

#[test]
fn an_unknown_organization_is_wrong_usage() {
    for (id, help) in [
        ("orbit-lab", "there is no organization `orbit-lab`; did you mean `orbit-labs`?"),
        ("orbit", "there is no organization `orbit`; it is now called `orbit-labs`"),
        ("zzz", "there is no organization `zzz`"),
    ] {
        let ran = report(SITE, &["--org", id]).code(2);
        assert!(ran.stdout().is_empty());
        assert_eq!(ran.stderr(), format!("error: {help}\n"));
    }
}

#[test]
fn wrong_content_stops_it_and_is_told() {
    let temp = tempfile::tempdir().unwrap();
    support::copy(SITE.as_ref(), temp.path());
    fs::write(temp.path().join("content/people/ada-example.yaml"), "nam: Ada\n").unwrap();
    let ran = report(temp.path().to_str().unwrap(), &["--org", "unknown"]).code(1);
    assert!(ran.stdout().is_empty());
    assert!(ran.stderr().contains("error[unknown-key]: unknown key `nam`"), "{}", ran.stderr());
}

#[test]
fn drafts_count_on_request_only() {
    let temp = tempfile::tempdir().unwrap();
    support::copy(SITE.as_ref(), temp.path());
    let join = temp.path().join("content/moves/2018-ada-founds.yaml");
    fs::write(&join, fs::read_to_string(&join).unwrap() + "draft: true\n").unwrap();
    let says = |flags: &[&str]| report(temp.path().to_str().unwrap(), flags).success().stdout();
    assert!(!says(&["--org", "orbit-labs"]).contains("Founder"));
    assert!(says(&["--org", "orbit-labs", "--drafts"]).contains("Founder"));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in ["40", "60", "80", "200"] {
        let mut command = talent_flow();
        command.env("COLUMNS", columns).args(["report", "--org", "openai", "--root", REAL]);
        let said = Ran::of(&mut command).success().stdout();
        let width = |line: &str| unicode_width::UnicodeWidthStr::width(line);
        let widest = said.lines().map(width).max().unwrap();
        assert!(widest <= columns.parse().unwrap(), "{widest} of {columns} columns:\n{said}");
    }
}

#[test]
fn json_names_records_by_id_and_dates_as_edtf() {
    let json =
        report(REAL, &["--org", "openai", "--as-of", "2023-11-16", "--format", "json"]).success().stdout();
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&report["version"], &report["as_of"]), (&1.into(), &"2023-11-16".into()));
    let people = report["organization"]["people"].as_array().unwrap();
    let weng = people.iter().find(|person| person["person"]["id"] == "lilian-weng").unwrap();
    assert_eq!(weng["person"]["name"], "Lilian Weng");
    assert_eq!((&weng["presence"], &weng["since"]), (&"here".into(), &"2018".into()));
}
