//! Markdown: what it is rendered to is safe by itself.

use super::addresses::ADDRESSES;
use crate::site::Site;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use std::fs;
use talent_flow::diagnostic::Diagnostic;

/// Notes as they are published, by way of people that have them; `None` for a note that the checks refuse.
fn rendered(notes: &[String]) -> Vec<Option<String>> {
    let site = Site::empty();
    for (i, note) in notes.iter().enumerate() {
        site.write(&format!("people/p{i}.md"), format!("---\nname: P\n---\n{note}"));
    }
    let wrong: Vec<Diagnostic> = site.findings();
    for finding in &wrong {
        let _ = fs::remove_file(site.root().join(&*finding.file));
    }
    let checked = site.check();
    let archive = checked.archive.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let mut notes_of: HashMap<String, String> = HashMap::new();
    for (_, person) in archive.people() {
        let html =
            person.note.as_ref().and_then(|note| note.parts().next()).map(|(_, html)| html.0.to_string());
        notes_of.insert(person.common.id.to_string(), html.unwrap_or_default());
    }
    (0..notes.len()).map(|i| notes_of.remove(&format!("p{i}"))).collect()
}

/// What every link of a note says of itself.
const REL: &str = "noopener nofollow ugc external";

/// What our Markdown may become, and nothing else.
fn oracle(html: &str) -> String {
    let attributes = HashMap::from([
        ("a", ["href", "title"].into()),
        ("ol", ["start"].into()),
        ("code", ["class"].into()),
        ("blockquote", ["class"].into()),
    ]);
    ammonia::Builder::new()
        .tags(
            [
                "a",
                "blockquote",
                "br",
                "code",
                "del",
                "em",
                "h3",
                "h4",
                "h5",
                "h6",
                "hr",
                "li",
                "ol",
                "p",
                "pre",
                "strong",
                "table",
                "tbody",
                "td",
                "th",
                "thead",
                "tr",
                "ul",
            ]
            .into(),
        )
        .tag_attributes(attributes)
        .tag_attribute_values(HashMap::from([("a", HashMap::from([("rel", [REL].into())]))]))
        .generic_attributes(HashSet::new())
        .url_schemes(["http", "https"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(None)
        .clean(html)
        .to_string()
}

/// The same with everything allowed that the parser knows: what parsing and writing alone do to a text.
fn parsed(html: &str) -> String {
    let (tags, schemes) = (tags(html), schemes(html));
    let letters = "abcdefghijklmnopqrstuvwxyz".split("").filter(|letter| !letter.is_empty());
    ammonia::Builder::new()
        .tags(tags.iter().map(String::as_str).collect())
        .clean_content_tags(HashSet::new())
        .generic_attribute_prefixes(letters.collect())
        .tag_attributes(HashMap::new())
        .url_schemes(schemes.iter().map(String::as_str).collect())
        .link_rel(None)
        .strip_comments(false)
        .clean(html)
        .to_string()
}

/// The names of all elements in a text, as a browser begins to read them.
fn tags(html: &str) -> Vec<String> {
    html.split('<')
        .skip(1)
        .map(|rest| {
            rest.trim_start_matches('/')
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
                .to_lowercase()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// Whatever stands before a colon, so that no scheme is filtered.
fn schemes(html: &str) -> Vec<String> {
    let word = |before: &str| {
        before
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_alphanumeric() || "+-.".contains(*c))
            .collect::<String>()
            .chars()
            .rev()
            .collect()
    };
    html.match_indices(':').map(|(at, _)| word(&html[..at])).collect()
}

#[track_caller]
fn assert_safe(markdown: &str, html: &str) {
    assert_eq!(oracle(html), parsed(html), "of {markdown:?}:\n{html}");
    for tag in tags(html) {
        assert!(
            !matches!(&*tag, "script" | "style" | "iframe" | "img" | "svg" | "object"),
            "{tag} of {markdown:?}:\n{html}"
        );
    }
    for quoted in html.split("href=\"").skip(1) {
        let address = quoted.split('"').next().unwrap_or("");
        assert!(
            address.starts_with("https://") || address.starts_with("http://"),
            "{address} of {markdown:?}"
        );
    }
}

#[test]
fn the_oracle_sees_what_it_is_there_for() {
    for bad in [
        "<script>x</script>",
        "<p onclick=\"x\">y</p>",
        "<a href=\"javascript:x\">y</a>",
        "<img src=\"https://x.example/\">",
        "<p style=\"color: red\">y</p>",
        "<a href=\"data:x\">y</a>",
        "<iframe></iframe>",
        "<p id=\"x\">y</p>",
    ] {
        assert_ne!(oracle(bad), parsed(bad), "{bad}");
    }
}

#[test]
fn fine_markdown_comes_out_as_it_is_meant() {
    let notes = [
        "Plain *text*, **bold**, ~~gone~~, `code <b>` and a [link](https://x.example/?a=1&b=2 \"a \\\"title\\\"\").",
        "# One\n## Two\n### Three\n#### Four\n##### Five\n",
        "> quote\n\n1. a\n2. b\n\n7. c\n\n- d\n\n---\n\n```rust \"><script>\nfn main() { \"<b>\" }\n```\n\n    indented <i>\n",
        "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n",
        "1 < 2 & 3 > 2, &lt;script&gt; &amp; &#60;b&#62; \\<b>",
        "<https://x.example/> and https://x.example/plain\\\nnext",
        "[ref]\n\n[ref]: https://x.example/ref 'title'\n",
        "中文，**粗体**。\u{2028}行",
    ]
    .map(str::to_owned);
    for (note, html) in notes.iter().zip(rendered(&notes)) {
        assert_safe(note, &html.unwrap_or_else(|| panic!("refused: {note}")));
    }
}

#[test]
fn html_and_links_in_markdown_are_refused() {
    let links: Vec<String> = ADDRESSES
        .iter()
        .filter(|address| !address.starts_with(['\\', ' ']) && !address.contains('\\'))
        .flat_map(|address| {
            [
                format!("[x](<{address}>)"),
                format!("[x]\n\n[x]: <{address}>\n"),
                format!("![x](<{address}>)"),
                format!("*[**x**](<{address}>)*"),
            ]
        })
        .collect();
    let html = [
        "<script>alert(1)</script>",
        "<ScRiPt src=x>",
        "a <b onclick=x>c</b>",
        "<img src=x onerror=alert(1)>",
        "<!-- x -->",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "<![CDATA[x]]>",
        "</p><script>",
        "<a href='javascript:x'>y</a>",
        "<div>\n\n*x*\n\n</div>",
        "<x-y>",
        "[x](java&#115;cript:alert)",
        "[x](javascript&colon;alert)",
        "[x](java&Tab;script:alert)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "<a@x.example>",
        "<mailto:a@x.example>",
        "![x](https://x.example/x.png)",
        "[![x](https://x.example/x.png)](https://x.example)",
        "[<b>](https://x.example)",
        "`a` <i>",
    ];
    let notes: Vec<String> = links.into_iter().chain(html.map(str::to_owned)).collect();
    for (note, html) in notes.iter().zip(rendered(&notes)) {
        assert_eq!(html, None, "{note}");
    }
}

/// Pieces that Markdown and HTML are made of, strung together.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "[",
        "](",
        ")",
        "]",
        ": ",
        "!",
        "<",
        ">",
        "&",
        "&lt;",
        "&#x3c;",
        "\\",
        "\"",
        "'",
        "# ",
        "> ",
        "- ",
        "1. ",
        "|",
        "\n|-|-|\n",
        "|:-:|",
        "    ",
        "https://x.example/",
        "javascript:",
        "data:",
        "script",
        "/script",
        "img",
        "onclick=",
        "x]: ",
        "[x]",
        "---",
        "===",
        "{#id .c}",
        "[^1]",
        "$x$",
        "http://",
        "//",
        "\t",
        "中",
        "\u{a0}",
        "(",
        "^",
        "=",
        "- [ ] ",
        "[!NOTE]\n",
        "<b>",
        "</b>",
        "<!--",
        "-->",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever Markdown is made of, what is not refused is what the oracle lets through.
    #[test]
    fn what_markdown_becomes_is_safe(notes in prop::collection::vec(soup(), 40)) {
        for (note, html) in notes.iter().zip(rendered(&notes)) {
            if let Some(html) = html {
                assert_safe(note, &html);
            }
        }
    }
}
