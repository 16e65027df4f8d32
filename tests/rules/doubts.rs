//! Sources, numbers, and what may be written twice.

use super::{expect, expect_moves};

#[test]
fn confirmed_rests_on_more_than_weak_sources() {
    let case = |status: &str, kinds: &[&str]| {
        let sources: Vec<String> =
            kinds.iter().map(|kind| format!("{{url: 'https://a.example', kind: {kind}}}")).collect();
        format!(
            "== moves/x.yaml\n{{person: ada, kind: join, date: 2024, to: orbit, status: {status}, sources: [{}]}}\n",
            sources.join(", ")
        )
    };
    for weak in ["social", "blog", "aggregator"] {
        expect(&case("confirmed", &[weak]), &["x: weak-sources"]);
        expect(&case("reported", &[weak]), &[]);
        expect(&case("confirmed", &[weak, "news"]), &[]);
    }
    for strong in ["statement", "filing", "news", "memo", "reference"] {
        expect(&case("confirmed", &[strong]), &[]);
    }
    expect(&case("confirmed", &["social", "blog"]), &["x: weak-sources"]);
}

#[test]
fn claims_are_about_fields_and_rest_on_sources() {
    let claim = |claim: &str| format!("x: ada join 2024 to: orbit, claims: [{{{claim}}}]");
    expect_moves(&claim("field: date, value: 2023, sources: [paper]"), &[]);
    expect_moves(
        &claim("field: to.role, value: {en: Head, zh: 主管}, sources: [paper], note: Both say so."),
        &[],
    );
    expect_moves(&claim("field: to.rol, value: Head, sources: [paper]"), &["x: unknown-value"]);
    expect_moves(&claim("field: date, value: 2023"), &["x: no-source"]);
    expect_moves(&claim("field: date, sources: [paper]"), &["x: missing-key"]);
}

#[test]
fn the_same_move_twice() {
    let join = "a: ada join 2024-05 to: orbit\n";
    expect_moves(&format!("{join} b: ada join 2024-05-06 to: orbit"), &["b: possible-duplicate"]);
    expect_moves(&format!("{join} b: ada join 2024-06 to: orbit"), &[]);
    expect_moves(&format!("{join} b: ada join 2024-05 to: north"), &[]);
    expect_moves(&format!("{join} b: bo join 2024-05 to: orbit"), &[]);
    expect_moves(&format!("{join} b: ada promotion 2024-05 to: orbit"), &[]);
    expect_moves(&format!("{join} b: ada join 2024-05 to: {{org: orbit, capacity: board}}"), &[]);
    expect_moves(&format!("{join} b: ada join 2024-05 to: orbit, status: cancelled"), &[]);
}

#[test]
fn percentages_follow_within_their_rounding() {
    let figure =
        |fields: &str| format!("== figures/x.yaml\n{{title: T, period: 2017, sources: [paper], {fields}}}\n");
    let wrong = &["x: percent-mismatch"];
    expect(&figure("value: 20, of: 45, percent: 44"), &[]);
    expect(&figure("value: 20, of: 45, percent: 44.4"), &[]);
    expect(&figure("value: 20, of: 45, percent: 44.44"), &[]);
    expect(&figure("value: 20, of: 45, percent: 44.5"), wrong);
    expect(&figure("value: 20, of: 45, percent: 45"), wrong);
    // A half is rounded either way.
    expect(&figure("value: 1, of: 8, percent: 12"), &[]);
    expect(&figure("value: 1, of: 8, percent: 13"), &[]);
    expect(&figure("value: 1, of: 0, percent: 13"), wrong);
    expect(&figure("value: 20, percent: 99"), &[]);
    expect(&figure("value: 20, of: {en: about fifty}, percent: 99"), &[]);
    expect(&figure("value: more than ten"), &[]);
}

#[test]
fn stated_sizes_are_explained() {
    let cohort = |fields: &str| {
        format!(
            "== cohorts/x.yaml\n{{title: T, org: orbit, formed: 2015-12, members: [ada, bo], {fields}}}\n"
        )
    };
    expect(&cohort("stated: [{size: 2, sources: [paper]}]"), &[]);
    expect(&cohort("stated: [{size: 3, sources: [paper]}]"), &["x: unexplained-size"]);
    expect(&cohort("stated: [{size: 3, sources: [paper], note: One is unknown.}]"), &[]);
    expect(&cohort("stated: [{size: 3, sources: [paper]}], note: One is unknown."), &[]);
    expect(&cohort("stated: [{remaining: 1, sources: [paper]}]"), &[]);
    expect(&cohort("stated: [{size: 2}]"), &["x: no-source"]);
    expect(
        "== cohorts/x.yaml\n{title: T, org: orbit, formed: 2015-12, members: [ada, {person: ada}]}\n",
        &["x: duplicate-key"],
    );
}

#[test]
fn an_organization_is_no_part_of_itself() {
    let orgs = |parents: [&str; 3]| -> String {
        let org = |(id, parent): (&str, &str)| {
            format!("== orgs/{id}.yaml\nname: {id}\nkind: lab\nparent: {parent}\n")
        };
        ["x", "y", "z"].into_iter().zip(parents).map(org).collect()
    };
    expect(&orgs(["y", "z", "orbit"]), &[]);
    expect(&orgs(["y", "z", "x"]), &["x: parent-cycle", "y: parent-cycle", "z: parent-cycle"]);
    // Who is a part of a circle without being on it is told nothing.
    expect(&orgs(["y", "z", "y"]), &["y: parent-cycle", "z: parent-cycle"]);
}
