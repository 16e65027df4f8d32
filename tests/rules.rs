//! The rules of the content format, one by one: a few lines of YAML, and the findings that they give.
//!
//! A case is a site in one text: `== path` begins a file. The cases of moves write `id: fields` in short.

#[path = "rules/dates.rs"]
mod dates;
#[path = "rules/doubts.rs"]
mod doubts;
#[path = "rules/kinds.rs"]
mod kinds;
#[path = "rules/posts.rs"]
mod posts;
#[path = "rules/properties.rs"]
mod properties;
#[path = "rules/references.rs"]
mod references;
#[path = "support/site.rs"]
mod site;
#[path = "rules/stints.rs"]
mod stints;
#[path = "rules/texts.rs"]
mod texts;

use site::Site;
use talent_flow::diagnostic::Diagnostic;

const FOUNDATION: &str = "
== people/ada.yaml
name: Ada Example
== people/bo.yaml
name: Bo Sample
aliases: [bob]
== orgs/orbit.yaml
name: Orbit Labs
kind: lab
founded: 2015-12
dissolved: 2025-03
teams:
  early: {dissolved: 2020}
  safety: {formed: 2023-07, dissolved: 2024-05}
posts:
  chief: {name: Chief}
  lead: {name: Lead, seats: 2}
== orgs/north.yaml
name: North Works
kind: startup
aliases: [old-north]
== events/exits.yaml
date: 2024
title: Exits
sources: [paper]
== sources/paper.yaml
url: https://paper.example/
kind: news
";

/// Writes the files of a case.
fn write(site: &Site, case: &str) {
    for file in case.split("== ").skip(1) {
        let (path, text) = file.split_once('\n').unwrap();
        site.write(path, text);
    }
}

/// The findings as `file: code`, in order; the folder and the extension of the file left out.
fn told(findings: &[Diagnostic]) -> Vec<String> {
    let name =
        |file: &str| file.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("").to_owned();
    findings.iter().map(|finding| format!("{}: {}", name(&finding.file), finding.code)).collect()
}

fn site(case: &str) -> Site {
    let site = Site::empty();
    write(&site, FOUNDATION);
    write(&site, case);
    site
}

/// Checks a case: the findings are these, and no others.
#[track_caller]
fn expect(case: &str, expected: &[&str]) {
    let findings = site(case).findings();
    let shown: Vec<String> = findings.iter().map(|f| format!("{}: {}", f.file, f.message)).collect();
    assert_eq!(told(&findings), expected, "{case}\n{}", shown.join("\n"));
}

/// The files of moves written one a line: `id: person kind date rest`, the rest being fields in flow style.
fn moves(lines: &str) -> String {
    let file = |line: &str| {
        let (id, line) = line.split_once(": ").unwrap();
        let mut words = line.splitn(4, ' ');
        let mut word = || words.next().unwrap();
        let (person, kind, date, rest) = (word(), word(), word(), word());
        let fields = format!("person: {person}, kind: {kind}, date: \"{date}\", sources: [paper], {rest}");
        format!("== moves/{id}.yaml\n{{{fields}}}\n")
    };
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(file).collect()
}

#[track_caller]
fn expect_moves(lines: &str, expected: &[&str]) {
    expect(&moves(lines), expected);
}

#[test]
fn the_foundation_is_sound() {
    expect("", &[]);
}
