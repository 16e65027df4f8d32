//! What each kind of move needs and does not know, and what every record needs.

use super::{expect, expect_moves};

#[test]
fn each_kind_has_the_fields_of_the_table() {
    // kind, and for `from`, `to`, `reason`, `until`: needed, optional, or not known.
    let table = [
        ("join", ["no", "needed", "no", "no"]),
        ("departure", ["needed", "optional", "optional", "no"]),
        ("promotion", ["optional", "needed", "no", "no"]),
        ("transfer", ["optional", "needed", "no", "no"]),
        ("leave", ["needed", "no", "no", "optional"]),
        ("return", ["no", "needed", "no", "no"]),
    ];
    let values = ["from: orbit", "to: orbit", "reason: resigned", "until: 2024-09"];
    for (kind, uses) in table {
        let required: Vec<&str> = (0..4).filter(|&i| uses[i] == "needed").map(|i| values[i]).collect();
        for i in 0..4 {
            let mut with: Vec<&str> = required.clone();
            if uses[i] != "needed" {
                with.push(values[i]);
            }
            let mut expected = Vec::new();
            if uses[i] == "no" {
                expected.push("x: kind-forbids");
            }
            // A history with an end, so that a return has something to return to.
            let history = "a: ada join 2016 to: orbit\n b: ada departure 2017 from: orbit\n";
            let history = if kind == "return" { history } else { "" };
            expect_moves(&format!("{history}x: ada {kind} 2024-05 {}", with.join(", ")), &expected);
            if uses[i] == "needed" {
                expect_moves(&format!("x: ada {kind} 2024-05 tags: []"), &["x: kind-needs"]);
            }
        }
    }
}

#[test]
fn a_promotion_stays_in_its_organization() {
    for kind in ["promotion", "transfer"] {
        expect_moves(&format!("x: ada {kind} 2024 from: orbit, to: {{org: orbit, role: Head}}"), &[]);
        expect_moves(
            &format!("x: ada {kind} 2024 from: orbit, to: {{org: north, role: Head}}"),
            &["x: other-org"],
        );
    }
}

#[test]
fn a_move_has_a_date_or_an_announcement() {
    let case = |fields: &str| {
        format!("== moves/x.yaml\n{{person: ada, kind: join, to: orbit, sources: [paper], {fields}}}\n")
    };
    expect(&case("date: 2024"), &[]);
    expect(&case("announced: 2024"), &[]);
    expect(&case("date: 2024, announced: 2023"), &[]);
    expect(&case("date: 2023, announced: 2024"), &[]);
    expect(&case("order: 1"), &["x: missing-key"]);
}

#[test]
fn required_keys() {
    expect("== moves/x.yaml\n", &["x: missing-key", "x: missing-key", "x: missing-key", "x: no-source"]);
    expect("== people/x.yaml\n", &["x: missing-key"]);
    expect("== orgs/x.yaml\n", &["x: missing-key", "x: missing-key"]);
    expect("== events/x.yaml\n", &["x: missing-key", "x: missing-key", "x: no-source"]);
    expect("== cohorts/x.yaml\n", &["x: missing-key"; 4]);
    expect("== figures/x.yaml\n", &["x: missing-key", "x: missing-key", "x: missing-key", "x: no-source"]);
    expect("== sources/x.yaml\n", &["x: missing-key"]);
    expect("== pages/x.yaml\n", &["x: missing-key", "x: missing-key"]);
    expect("== site.yaml\n", &["site: missing-key", "site: missing-key"]);
}
