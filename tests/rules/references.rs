//! References, ids and drafts.

use super::{expect, expect_moves, moves, site, told};
use talent_flow::archive::{self, Checked};
use talent_flow::content::Root;

#[test]
fn references_resolve() {
    let cases = [
        ("x: eve join 2024 to: orbit", "unknown-person"),
        ("x: ada join 2024 to: nowhere", "unknown-org"),
        ("x: ada departure 2024 from: nowhere", "unknown-org"),
        ("x: ada join 2024 to: {org: orbit, team: none}", "unknown-team"),
        ("x: ada join 2024 to: {org: north, team: safety}", "unknown-team"),
        ("x: ada join 2024 to: {org: orbit, post: none}", "unknown-post"),
        ("x: ada join 2024 to: orbit, events: [none]", "unknown-event"),
        ("x: ada join 2024 to: orbit, claims: [{field: date, value: x, sources: [none]}]", "unknown-source"),
    ];
    for (case, code) in cases {
        expect_moves(case, &[&format!("x: {code}")]);
    }
    expect(
        "== events/x.yaml\n{date: 2024, title: T, sources: [none], orgs: [none], people: [none]}\n",
        &["x: unknown-source", "x: unknown-org", "x: unknown-person"],
    );
    expect(
        "== people/x.yaml\n{name: X, sources: [none], education: [{org: none}]}\n",
        &["x: unknown-source", "x: unknown-org"],
    );
    expect(
        "== orgs/x.yaml\n{name: X, kind: lab, parent: none, teams: {t: {successor: u}}, posts: {p: {team: u}}}\n",
        &["x: unknown-org", "x: unknown-team", "x: unknown-team"],
    );
    expect(
        "== figures/x.yaml\n{title: T, period: 2024, value: 1, org: none, sources: [paper]}\n",
        &["x: unknown-org"],
    );
    expect(
        "== cohorts/x.yaml\n{title: T, period: 2024, org: none, formed: 2015, members: [none]}\n",
        &["x: unknown-key", "x: unknown-org", "x: unknown-person"],
    );
}

#[test]
fn a_former_id_is_named() {
    for (case, now) in [("x: bob join 2024 to: north", "bo"), ("x: bo join 2024 to: old-north", "north")] {
        let findings = site(&moves(case)).findings();
        assert_eq!(findings[0].help.as_deref(), Some(&*format!("it is now called `{now}`")));
    }
}

#[test]
fn ids_are_unique_aliases_included() {
    expect("== people/old/ada.yaml\nname: Ada\n", &["ada: duplicate-id"]);
    expect("== people/ada.md\n---\nname: Ada\n---\n", &["ada: duplicate-id"]);
    expect("== orgs/ada.yaml\n{name: Ada, kind: company}\n", &[]);
    expect("== people/x.yaml\n{name: X, aliases: [ada]}\n", &["x: duplicate-id"]);
    expect("== people/x.yaml\n{name: X, aliases: [bob]}\n", &["x: duplicate-id"]);
    expect("== people/x.yaml\n{name: X, aliases: [x]}\n", &["x: duplicate-id"]);
    expect("== people/x.yaml\n{name: X, aliases: [y, y]}\n", &["x: duplicate-id"]);
    expect("== people/x.yaml\n{name: X, aliases: [north]}\n", &[]);
}

#[test]
fn drafts_are_left_out_until_they_are_wanted() {
    let draft = "== people/x.yaml\n{name: X, draft: true}\n";
    let case = format!("{draft}{}", moves("y: x join 2024 to: orbit"));
    let check = |case: &str, drafts| -> Checked { archive::check(&Root::new(site(case).root()), drafts) };
    assert_eq!(told(&check(&case, false).diagnostics), ["y: unknown-person"]);
    assert_eq!(told(&check(&case, true).diagnostics), [""; 0]);
    let both = format!("{draft}{}", moves("y: x join 2024 to: orbit, draft: true"));
    let people =
        |checked: Checked| checked.archive.map(|archive| (archive.people().len(), archive.moves().len()));
    assert_eq!(people(check(&both, false)), Some((2, 0)));
    assert_eq!(people(check(&both, true)), Some((3, 1)));
    // What is wrong with a draft by itself is told all the same.
    assert_eq!(
        told(&check("== people/x.yaml\n{nam: X, draft: true}\n", false).diagnostics),
        ["x: unknown-key"]
    );
}
