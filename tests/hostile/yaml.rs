//! YAML that unfolds, nests or goes on without end.

use super::{JOIN, base, codes, expect};

#[test]
fn a_billion_laughs() {
    let mut laughs = "name: Cy\na: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (one, next) in "abcdefghijk".chars().zip("bcdefghijkl".chars()) {
        let nine = vec![format!("*{one}"); 9].join(",");
        laughs.extend([&*format!("{next}: &{next} ["), &nine, "]\n"]);
    }
    expect("people/cy.yaml", laughs, &["too-much"]);
}

#[test]
fn one_long_list_over_and_over() {
    let repeat = |length: usize, times: usize| {
        let list = vec!["herald-2018"; length].join(",");
        let again = "  - {field: date, value: '2023', sources: *all}\n".repeat(times);
        format!("{JOIN}claims:\n  - {{field: date, value: '2023', sources: &all [{list}]}}\n{again}")
    };
    expect("moves/x.yaml", repeat(5000, 2000), &["too-much"]);
    expect("moves/x.yaml", repeat(300, 600), &["too-much"]);
    expect("moves/x.yaml", repeat(20, 20), &[]);
}

#[test]
fn one_long_text_over_and_over() {
    let long = "x".repeat(100_000);
    expect(
        "people/cy.yaml",
        format!("name: &a {long}\nother_names:\n{}", "  - *a\n".repeat(20_000)),
        &["too-much"],
    );
    // Without the spaces that YAML does not need in braces.
    let others = vec!["*a"; 20_000].join(",");
    expect("people/cy.yaml", format!("{{\"name\":&a \"{long}\",\"other_names\":[{others}]}}"), &["too-much"]);
    let others: Vec<String> = (0..9000).map(|i| format!("\"k{i}\":*a")).collect();
    expect(
        "people/cy.yaml",
        format!("{{\"name\":&a \"{long}\",\"links\":{{{}}}}}", others.join(",")),
        &["too-much"],
    );
}

#[test]
fn an_alias_inside_of_itself() {
    expect("people/cy.yaml", "name: &a [*a]\n", &["too-deep"]);
    expect("people/cy.yaml", "name: *nobody\n", &["yaml-syntax"]);
}

#[test]
fn ten_thousand_deep() {
    let deep = 10_000;
    expect("people/cy.yaml", format!("tags: {}{}", "[".repeat(deep), "]".repeat(deep)), &["too-deep"]);
    expect("people/cy.yaml", format!("name: {}x{}", "{a: ".repeat(deep), "}".repeat(deep)), &["too-deep"]);
    expect("people/cy.yaml", format!("tags:\n  {}x\n", "- ".repeat(deep)), &["too-deep"]);
    expect("people/cy.yaml", format!("{}x\n", "? ".repeat(deep)), &["too-deep"]);
    expect("people/cy.yaml", format!("{}x: y\n", "-\t".repeat(deep)), &["yaml-syntax"]);
    // Indented blocks as deep as a file of this size can hold.
    let blocks: String = (0..700).map(|i| " ".repeat(i) + "a:\n").collect();
    expect("people/cy.yaml", blocks, &["too-deep"]);
    let lists: String = (0..700).map(|i| " ".repeat(i) + "-\n").collect();
    expect("people/cy.yaml", lists, &["too-deep"]);
}

#[test]
fn forty_thousand_open_brackets() {
    for open in ["[", "{", "[{", "{a: [", "\"[", "# [\n["] {
        expect("people/cy.yaml", format!("name: {}", open.repeat(40_000)), &["too-deep"]);
    }
    expect("people/cy.yaml", format!("name: \"{}\"\n", "[".repeat(40_000)), &["too-deep"]);
}

#[test]
fn a_large_file() {
    expect("people/cy.yaml", format!("name: Cy\n# {}\n", "x".repeat(300 * 1024)), &["file-too-large"]);
    expect("people/cy.md", format!("---\nname: Cy\n---\n{}\n", "x".repeat(300 * 1024)), &["file-too-large"]);
    expect("people/cy.yaml", format!("name: Cy\nsummary: {}\n", "x".repeat(250 * 1024)), &[]);
}

/// However many mistakes a file has, a hundred of a kind are told, and quickly.
#[test]
fn thousands_of_mistakes() {
    let many = |file: &str, text: String| {
        let site = base();
        site.write(file, text);
        let codes = codes(&site);
        assert!((1..=200).contains(&codes.len()), "{file}: {} findings", codes.len());
    };
    let numbered = |count: usize, line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    many("people/cy.yaml", format!("name: Cy\n{}", numbered(20_000, |i| format!("k{i}:\n"))));
    many("people/cy.yaml", format!("name: Cy\nother_names:\n{}", "  - [x]\n".repeat(20_000)));
    many("moves/x.yaml", format!("{JOIN}events: [{}]\n", numbered(20_000, |i| format!("n{i},"))));
    many(
        "cohorts/x.yaml",
        format!("title: T\norg: orbit-labs\nformed: 2016\nmembers: [{}]\n", "bo-sample,".repeat(20_000)),
    );
    many("people/cy.md", format!("---\nname: Cy\n---\n{}\n", "<b>".repeat(60_000)));
    many("people/cy.yaml", format!("name: Cy\nnote: \"{}\"\n", "<b>".repeat(60_000)));
    many("people/cy.md", format!("---\nname: Cy\n---\n{}\n", "[a](x) ".repeat(30_000)));
    many("people/cy.yaml", format!("{}: x\nname: Cy\n", "k".repeat(100_000)));
}

#[test]
fn markdown_that_takes_long_elsewhere() {
    for piece in [
        "[", "[a](", "*a_", "**a ", "`a``", "> ", "- ", "1. ", "<a ", "<!--", "![", "|a", "&amp", "\\",
        "[a]: b\n",
    ] {
        let site = base();
        let text = piece.repeat(150_000 / piece.len());
        site.write("people/cy.md", format!("---\nname: Cy\n---\n{text}\n"));
        codes(&site);
    }
}
