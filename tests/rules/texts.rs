//! Translations, texts in languages, links, file names.

use super::{expect, site};
use talent_flow::model::Id;

#[test]
fn translations_belong_to_a_record() {
    expect("== people/ada.zh.md\n她的说明。\n", &[]);
    expect("== people/ada.zh.md\n---\nsummary: 一句话。\n---\n她的说明。\n", &[]);
    expect("== people/ada.zh.md\n---\ntitle: 标题\n---\n她的说明。\n", &["ada: orphan-translation"]);
    expect("== people/eve.zh.md\n她的说明。\n", &["eve: orphan-translation"]);
    expect("== sources/paper.zh.md\n说明。\n", &["paper: orphan-translation"]);
    expect(
        "== people/x.yaml\n{name: X, note: {en: A, zh: 二}}\n== people/x.zh.md\n三\n",
        &["x: orphan-translation"],
    );
    expect(
        "== people/x.yaml\n{name: X, summary: {zh: 二}}\n== people/x.zh.md\n---\nsummary: 三\n---\n",
        &["x: orphan-translation"],
    );
    // A text without a language is in the first of the site.
    expect("== people/x.yaml\n{name: X, note: A}\n== people/x.en.md\nB\n", &["x: orphan-translation"]);
    expect(
        "== people/x.yaml\n{name: X, summary: A}\n== people/x.en.md\n---\nsummary: B\n---\n",
        &["x: orphan-translation"],
    );
    expect("== people/x.md\n---\nname: X\n---\nA\n== people/x.zh.md\n二\n", &[]);
    expect("== people/x.zh.md\n---\nname: X\n---\n二\n== people/x.yaml\nname: X\n", &["x: unknown-key"]);
    expect("== people/x.yaml\n{name: X, note: A}\n== people/x.md\n---\nname: X\n---\n", &["x: duplicate-id"]);
    expect("== people/x.md\n---\n{name: X, note: A}\n---\nB\n", &["x: duplicate-key"]);
}

#[test]
fn texts_in_languages() {
    let case = "== people/x.yaml\n{name: {en: X, zh: 某, ja: エックス}, note: {fr: Une note.}}\n";
    let archive = site(case).check().archive.unwrap();
    let person =
        archive.people().map(|(_, person)| person).find(|person| person.common.id.as_str() == "x").unwrap();
    let names: Vec<(Option<String>, &str)> =
        person.name.parts().map(|(language, name)| (language.map(ToString::to_string), &**name)).collect();
    let tag = |tag: &str| Some(tag.to_owned());
    assert_eq!(names, [(tag("en"), "X"), (tag("zh"), "某"), (tag("ja"), "エックス")]);
    expect("== people/x.yaml\nname: {}\n", &["x: empty-text"]);
    expect("== people/x.yaml\nname: ' '\n", &["x: empty-text"]);
    expect("== people/x.yaml\nname: {en: X, en: Y}\n", &["x: duplicate-key"]);
    expect("== people/x.yaml\nname: {EN: X}\n", &["x: invalid-language"]);
    expect("== people/x.yaml\nname: {en: [X]}\n", &["x: wrong-type"]);
    expect("== people/x.yaml\nname: 1984\n", &[]);
}

#[test]
fn links_are_addresses_or_names() {
    for link in [
        "wikidata: Q42",
        "wikipedia: 'https://en.wikipedia.org/wiki/X'",
        "website: 'http://x.example'",
        "github: x-y",
        "x: '@x_y'",
        "linkedin: x",
        "scholar: abcDEF_-123",
        "orcid: 0000-0002-1825-0097",
        "github: 'https://github.com/x'",
    ] {
        expect(&format!("== people/x.yaml\n{{name: X, links: {{{link}}}}}\n"), &[]);
    }
    for (link, code) in [
        ("wikidata: 42", "invalid-link"),
        ("wikidata: Q42a", "invalid-link"),
        ("wikidata: 'https://www.wikidata.org/wiki/Q42'", "invalid-link"),
        ("website: x.example", "invalid-url"),
        ("wikipedia: X", "invalid-url"),
        ("github: x/y", "invalid-url"),
        ("website: 'ftp://x.example'", "unsafe-url"),
        ("website: 'https://me:pass@x.example'", "invalid-url"),
        ("website: 'https://'", "invalid-url"),
        ("twitter: x", "unknown-key"),
    ] {
        expect(&format!("== people/x.yaml\n{{name: X, links: {{{link}}}}}\n"), &[&format!("x: {code}")]);
    }
}

#[test]
fn ids_are_file_names() {
    let long = "a".repeat(120);
    for good in ["x", "x-1", "2024-11-08-x", "0", &long] {
        assert!(Id::parse(good).is_ok(), "{good}");
    }
    let longer = "a".repeat(121);
    for bad in [
        "", "-", "x-", "-x", "x--y", "X", "x_y", "x y", "é", "x.y", "..", "con", "nul", "com1", "lpt9",
        &longer,
    ] {
        assert!(Id::parse(bad).is_err(), "{bad}");
    }
    assert!(["con-1", "com", "com10", "console"].iter().all(|id| Id::parse(id).is_ok()));
}
