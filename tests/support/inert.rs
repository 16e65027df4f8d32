//! A site whose every text is of our choice: hostile ones, or harmless ones in the same places.
//!
//! The records are in `tests/inert/site`, with placeholders: `‹a text›`, `«a note»` in Markdown, and
//! `⟨https://an.example/address⟩`. Each text begins with its placeholder's words, so that it can be found.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::Path;

use super::support::tree;

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/inert/site");

/// What is put into every text.
pub struct Payload {
    /// Into plain texts, and into Markdown as text, code, titles.
    pub text: String,
    /// Into the name of a language of a code block: no spaces.
    pub word: &'static str,
    /// Into Markdown as it is: written as entities, it is text.
    pub entities: &'static str,
    /// What these entities are.
    pub decoded: &'static str,
}

/// Texts that would like to be markup, code or a template.
pub fn hostile() -> Payload {
    let parts = [
        "</script><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)' x='",
        "{{ 7*7 }}{% raw %}{# gone #}{{ <rows rows={page.latest}/> }}{{ __tera_context }}",
        "&lt;b&gt;&amp;amp;&#60;i&#62;",
        "<!-- --><![CDATA[<b>]]></title></textarea></style></main></noscript><plaintext>",
        "javascript:alert(1)",
        "שלום עולם مرحبا بالعالم",
        "👩‍🔬🇨🇭🏳️‍🌈",
    ];
    let unbroken = ["长".repeat(200), "Ŵ".repeat(100), "x".repeat(400)];
    Payload {
        text: format!("{} {}", parts.join(" "), unbroken.join(" ")),
        word: "\"><script>alert(1)</script>",
        entities: "&lt;script&gt;alert(1)&#60;/script&#x3e; &quot;&#39;&amp;lt;",
        decoded: "<script>alert(1)</script> \"'&lt;",
    }
}

/// Texts of one kind each, as harmless as can be.
pub fn harmless() -> Payload {
    Payload { text: "plain words".into(), word: "language", entities: "entities", decoded: "entities" }
}

impl Payload {
    /// Writes the site, with this in every text.
    pub fn write(&self, root: &Path) {
        for (name, bytes) in tree(SITE.as_ref()) {
            let path = root.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, self.fill(&String::from_utf8(bytes).unwrap())).unwrap();
        }
    }

    fn fill(&self, record: &str) -> String {
        let lines = record.lines().map(|line| {
            // Alone in its line, a note is the body of a file, and not a value of YAML.
            if let Some(name) = line.strip_prefix('«') {
                return self.note(name.trim_end_matches('»'));
            }
            let line = replace(line, '‹', '›', |name| quoted(&self.text(name)));
            let line = replace(&line, '«', '»', |name| quoted(&self.note(name)));
            replace(&line, '⟨', '⟩', |url| quoted(&self.url(url)))
        });
        lines.collect::<Vec<_>>().join("\n") + "\n"
    }

    /// A plain text.
    pub fn text(&self, name: &str) -> String {
        format!("{name} {}", self.text)
    }

    /// An address.
    pub fn url(&self, url: &str) -> String {
        format!("{url}/{0}?a={0}&b='#{0}", self.word)
    }

    /// A note that has this wherever Markdown holds text.
    fn note(&self, name: &str) -> String {
        let Self { text, word, entities, .. } = self;
        let (escaped, escaped_word) = (escaped(text), escaped(word));
        let url = self.url("https://note.example");
        let blocks = [
            format!("{name} {escaped} *{escaped}* **{escaped}** ~~{escaped}~~ {entities}"),
            format!(
                "`{text}` [{escaped}](<{}> \"{escaped}\") <https://note.example/'>",
                url.replace('<', "\\<").replace('>', "\\>")
            ),
            format!("# {escaped}\n\n## {escaped}\n\n> {escaped}\n\n- {escaped}\n- 1. {escaped}"),
            format!("```{escaped_word} {escaped}\n{text}\n```\n\n    {text}"),
            format!("| {escaped} | {entities} |\n|:--|--:|\n| `{text}` | [{escaped}][ref] |"),
            format!("[ref]: https://note.example/ '{escaped}'"),
        ];
        blocks.join("\n\n")
    }
}

/// Markdown that stands for a text, character by character.
fn escaped(text: &str) -> String {
    let escape = |c: char| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
    text.chars().map(escape).collect()
}

/// A value of YAML in double quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// Replaces every placeholder between two brackets.
fn replace(text: &str, open: char, close: char, with: impl Fn(&str) -> String) -> String {
    let mut parts = text.split(open);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(close).expect("a placeholder is closed");
        replaced += &with(name);
        replaced += rest;
    }
    replaced
}

/// The texts of the records that pages show: the names of all placeholders but those that only sort or lead.
pub fn shown() -> Vec<String> {
    let records = tree(SITE.as_ref()).into_values().map(|bytes| String::from_utf8(bytes).unwrap());
    let names = records.flat_map(|record| {
        let plain: Vec<String> =
            record.split('‹').skip(1).map(|part| part.split('›').next().unwrap().to_owned()).collect();
        let notes = record.split('«').skip(1).map(|part| part.split('»').next().unwrap().to_owned());
        plain.into_iter().chain(notes).collect::<Vec<_>>()
    });
    names.filter(|name| !["branch", "Ada's sort name"].contains(&&**name)).collect()
}
