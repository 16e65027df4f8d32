//! Where findings are: the exact line and column, wherever in a file a mistake hides.
//!
//! In the texts of these tests, `‹code›` stands before the character at which a finding of that code begins; it
//! is taken out before the text is checked, and no other finding may come.

#[path = "support/site.rs"]
mod site;

use site::Site;
use talent_flow::diagnostic::Diagnostic;

/// A finding as the tests compare it: line, column, code.
type Spot = (usize, usize, String);

/// The text without its marks, and the places of the marks.
fn unmark(marked: &str) -> (String, Vec<Spot>) {
    let (mut text, mut spots) = (String::new(), Vec::new());
    for (index, line) in marked.split('\n').enumerate() {
        text.push_str(if index > 0 { "\n" } else { "" });
        let mut column = 1;
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('‹') {
            let (code, after) = after.split_once('›').unwrap();
            column += before.chars().count();
            text.push_str(before);
            spots.push((index + 1, column, code.to_owned()));
            rest = after;
        }
        text.push_str(rest);
    }
    spots.sort();
    (text, spots)
}

fn spots(findings: &[Diagnostic], file: &str) -> Vec<Spot> {
    let file = format!("content/{file}");
    let mut spots: Vec<Spot> = findings
        .iter()
        .filter(|finding| *finding.file == *file)
        .map(|finding| {
            let (line, column) = finding.place.map_or((0, 0), |place| (place.line, place.column));
            (line, column, finding.code.to_string())
        })
        .collect();
    spots.sort();
    spots
}

/// Checks a marked file in the base site: as it is, with Windows line ends, with a byte-order mark, and with both.
#[track_caller]
fn expect(file: &str, marked: &str) {
    let (text, expected) = unmark(marked);
    let windows = text.replace('\n', "\r\n");
    for (form, text) in [
        ("as it is", text.clone()),
        ("with CRLF", windows.clone()),
        ("with a BOM", format!("\u{feff}{text}")),
        ("with a BOM and CRLF", format!("\u{feff}{windows}")),
    ] {
        let site = Site::base();
        site.write(file, text);
        let findings = site.findings();
        let shown: Vec<String> =
            findings.iter().map(|f| format!("{:?} {}: {}", f.place, f.code, f.message)).collect();
        assert_eq!(spots(&findings, file), expected, "{form}:\n{}", shown.join("\n"));
    }
}

/// A move into which a test puts its lines.
fn joining(lines: &str) -> String {
    format!(
        "person: bo-sample\nkind: join\ndate: 2024-11-08\nto: north-works\nsources: [herald-2018]\n{lines}"
    )
}

#[test]
fn unknown_ids_deep_in_lists_of_maps() {
    expect(
        "cohorts/first-team.yaml",
        "title: The first team
org: orbit-labs
formed: 2015-12
members:
  - ada-example
  - person: bo-sample
    sources: [herald-2018, ‹unknown-source›nowhere]
  - {person: ‹unknown-person›nobody, sources: [‹unknown-source›nowhere-2]}
stated:
  - size: 2
    sources: [herald-2018]
  - size: 2
    sources:
      - herald-2018
      - ‹unknown-source›nowhere-3
",
    );
}

#[test]
fn unknown_ids_after_chinese_text_on_the_line() {
    expect(
        "moves/x.yaml",
        "person: bo-sample # 评论：他说“走了”
kind: join
date: 2024-11-08
to: {role: {en: Chief, zh: 首席科学家}, org: ‹unknown-org›orbit-lab}
sources: [{title: 《先驱报》报道, url: https://a.example}, ‹unknown-source›nowhere, {title: 他, url: https://b.example}]
claims:
  - {field: date, value: 2024年, sources: [herald-2018, ‹unknown-source›nowhere-2]}
",
    );
}

#[test]
fn wrong_values_after_chinese_text_on_the_line() {
    expect(
        "moves/x.yaml",
        "person: bo-sample
kind: join
date: 2024-11-08
to: {role: {en: Chief, zh: 首席科学家}, org: north-works, capacity: ‹unknown-value›boss}
sources: [{title: 《先驱报》报道, kind: ‹unknown-value›paper, url: ‹unsafe-url›'ftp://a.example', ‹unknown-key›地址: 二}]
",
    );
}

#[test]
fn emoji_and_combining_marks_before_a_value() {
    expect("people/cy.yaml", "name: {zh: 赛🧑🏽‍🔬, ‹invalid-language›englisch: Cy}\n");
    expect("people/cy.yaml", "name: Cy\nother_names: [e\u{301}toile 🚀, ‹wrong-type›[Cy]]\n");
}

#[test]
fn every_wrong_field_of_a_file() {
    expect(
        "moves/x.yaml",
        "person: ‹invalid-id›Bo Sample
kind: ‹unknown-value›joined
date: ‹invalid-date›2024-13-08
‹unknown-key›anounced: 2024-11
to:
  org: ‹invalid-id›North
  ‹unknown-key›role_name: Engineer
  capacity: ‹unknown-value›boss
sources:
  - url: ‹invalid-url›herald
    date: ‹invalid-date›yesterday
  - ‹invalid-id›The Herald
  - ‹wrong-type›[herald-2018]
order: ‹wrong-type›first
draft: ‹wrong-type›perhaps
",
    );
}

#[test]
fn quoted_values() {
    expect(
        "moves/x.yaml",
        &joining(
            "events: ['spring-exits', ‹unknown-event›\"autumn-exits\", ‹unknown-event›'winter-exits']\n",
        ),
    );
    expect(
        "moves/x.yaml",
        &joining("\"until\": x\n")
            .replace("\"until\": x", "\"‹unknown-key›untill\": x")
            .replace("\"‹unknown-key›", "‹unknown-key›\""),
    );
}

#[test]
fn anchors_and_aliases() {
    expect(
        "moves/x.yaml",
        &joining(
            "claims:\n  - {field: date, value: 2023, sources: &all [herald-2018, ‹unknown-source›nowhere]}\n",
        ),
    );
}

#[test]
fn html_in_a_literal_block() {
    expect(
        "people/cy.yaml",
        "name: Cy
note: |
  第一行：没有问题。
  The second.
  The 第三行 ‹raw-html›<b>third, and ‹unsafe-url›<a@b.example> after it

  And ‹raw-html›<i>more.
",
    );
}

#[test]
fn html_in_a_folded_block() {
    expect(
        "people/cy.yaml",
        "name: Cy
summary: Fine.
note: >-
  一二三
  four
  five 六 ‹raw-html›<span>six
  seven
",
    );
}

#[test]
fn html_in_a_note_of_several_languages() {
    expect(
        "people/cy.yaml",
        "name: Cy
note:
  en: A ‹raw-html›<b>note
  zh: |
    一份
    ‹raw-html›<em>说明
",
    );
}

#[test]
fn links_in_a_block() {
    expect(
        "people/cy.yaml",
        "name: Cy
note: |
  Fine: [a page](https://a.example).
  Not fine: ‹unsafe-url›[a page](javascript:alert), and ‹image›![an image](https://a.example/x.png).
  Nor: ‹invalid-url›[a page](elsewhere.html).
",
    );
}

#[test]
fn fields_and_text_of_a_markdown_file() {
    expect(
        "moves/2024/x.md",
        "---
person: bo-sample
kind: join
date: 2024-11-08
to: {role: 工程师, org: ‹unknown-org›north-work}
sources: [herald-2018]
events:
  - ‹unknown-event›autumn-exits
---

# 标题

一段文字 ‹raw-html›<u>with a tag, and
‹unsafe-url›[a link](data:text/html,x).
",
    );
    expect(
        "moves/2024/x.md",
        "---\nperson: bo-sample\ndate: 2024\nkind: ‹unknown-value›joining\nto: north-works\nsources: [herald-2018]\n---\n\nText.\n",
    );
    expect("moves/2024/x.md", "---\nperson: bo-sample\n‹yaml-syntax›\tkind: join\n---\n\nText.\n");
    expect("moves/2024/x.md", "‹front-matter›Text.\n\n---\nperson: bo-sample\n---\n");
    expect("moves/2024/x.md", "‹front-matter›---\nperson: bo-sample\n\nText.\n");
}

#[test]
fn text_of_a_translation() {
    expect("people/ada-example.zh.md", "艾达的说明。\n\n她 ‹raw-html›<b>领导团队。\n");
    expect(
        "people/ada-example.zh.md",
        "---\nsummary: 一句话。\n‹unknown-key›name: 艾达\n---\n\n她 ‹image›![图](x.png)。\n",
    );
}

#[test]
fn the_second_of_two_keys() {
    expect("people/cy.yaml", "name: Cy\nsummary: One.\n‹duplicate-key›summary: Two.\n");
    expect("people/cy.yaml", "name: {en: Cy, zh: 赛, ‹duplicate-key›en: Cyd}\n");
    expect(
        "people/cy.yaml",
        "name: Cy\nsources:\n  - {url: https://a.example, title: 一, ‹duplicate-key›title: 二}\n",
    );
    expect(
        "orgs/x.yaml",
        "name: X\nkind: lab\nteams:\n  one: {name: One}\n  two: {name: Two}\n  ‹duplicate-key›one: {name: Uno}\n",
    );
}

#[test]
fn missing_keys() {
    expect(
        "moves/x.yaml",
        "# a comment\n\n‹missing-key›‹missing-key›‹missing-key›‹no-source›announced_by: x\n"
            .replace("announced_by: x", "tags: [x]")
            .as_str(),
    );
    expect("moves/x.yaml", &joining("claims:\n  - ‹missing-key›field: date\n    sources: [herald-2018]\n"));
    expect("moves/x.yaml", &joining("claims:\n  - ‹no-source›{field: date, value: 2023}\n"));
    expect(
        "people/cy.yaml",
        "name: Cy\nsources:\n  - ‹missing-key›title: 报道\n    date: 2024\n  - ‹missing-key›{date: 2024}\n",
    );
    expect(
        "people/cy.yaml",
        "name: Cy\neducation:\n  - org: orbit-labs\n  - ‹missing-key›degree: {en: PhD, zh: 博士}\n",
    );
    expect("people/cy.yaml", "‹missing-key›");
}

#[test]
fn words_that_are_keys_of_a_map() {
    expect(
        "orgs/x.yaml",
        "name: X\nkind: lab\nteams:\n  ‹invalid-id›Safety Team: {name: Safety}\n  ‹reserved-id›con: {name: Con}\n",
    );
    expect("people/cy.yaml", "name: Cy\nsummary: {‹invalid-language›English: One.}\n");
    expect(
        "moves/x.yaml",
        "person: bo-sample\nkind: join\ndate: 2024\nto: north-works\n‹kind-forbids›reason: resigned\nsources: [herald-2018]\n",
    );
}

#[test]
fn text_that_is_not_yaml() {
    expect(
        "people/cy.yaml",
        "name: 赛，新来者\nsummary: 一 二‹yaml-syntax›: 三: 四\n"
            .replace("二‹yaml-syntax›: 三: 四", "二: 三")
            .replace("一 二: 三", "一 二‹yaml-syntax›: 三")
            .as_str(),
    );
    expect("people/cy.yaml", "name: 赛\nother_names: [一, 二\nsummary‹yaml-syntax›: 三\n");
    expect("people/cy.yaml", "name: Cy\nsummary: ‹yaml-syntax›@someone\n");
    expect("people/cy.yaml", "name: ‹yaml-syntax›*unknown\n");
}

#[test]
fn a_file_that_is_not_yaml_hides_no_other() {
    let site = Site::base();
    site.write("people/cy.yaml", "name: [Cy\n");
    site.write("people/dee.yaml", "name: Dee\nnotes: x\n");
    site.write("moves/a.yaml", joining("events: [nowhere]\n"));
    // Who refers to the unreadable person is not told that there is none.
    site.write("moves/b.yaml", joining("").replace("bo-sample", "cy"));
    let findings = site.findings();
    let told: Vec<(&str, &str)> = findings.iter().map(|f| (&*f.file, f.code.as_str())).collect();
    let expected = [
        ("content/moves/a.yaml", "unknown-event"),
        ("content/people/cy.yaml", "yaml-syntax"),
        ("content/people/dee.yaml", "unknown-key"),
    ];
    assert_eq!(told, expected);
}

/// The same bytes from run to run, whatever the number of threads.
#[test]
fn a_stable_order() {
    let site = Site::base();
    for i in 0..40 {
        site.write(&format!("people/p{i}.yaml"), format!("name: P{i}\nnotes: x\nsources: [nowhere-{i}]\n"));
        site.write(
            &format!("moves/m{i}.yaml"),
            joining(&format!("events: [nowhere-{i}]\nclaims: [{{field: x}}]\n")),
        );
        site.write(&format!("orgs/o{i}.yaml"), "name: [\n");
    }
    let run = |threads| site.run_with(&["check"], &[("RAYON_NUM_THREADS", threads)]).stderr;
    let one = run("1");
    assert!(one.ends_with("warnings\n"), "{one}");
    for threads in ["1", "2", "8"] {
        assert_eq!(run(threads), one);
    }
}
