//! The page of diagnostics and the program say the same: every code is documented, and each example gives the
//! very message that the page shows. `BLESS=1 cargo test --test diagnostics` writes the messages into the page.

#[path = "support/site.rs"]
mod site;

use site::Site;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use talent_flow::diagnostic::{Code, Severity};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics.md");

/// A code of the page, with its example.
#[derive(Default)]
struct Entry {
    code: String,
    /// Paths and texts of the files that the example adds to the base site.
    files: Vec<(String, String)>,
    message: String,
    /// The lines of the page that the message takes, without its fences.
    lines: std::ops::Range<usize>,
}

/// Reads the page: a heading a code, then paths and fenced texts, then a fenced message.
fn entries(page: &str) -> Vec<Entry> {
    let lines: Vec<&str> = page.lines().collect();
    let mut entries: Vec<Entry> = Vec::new();
    let mut path = "";
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        if let Some(code) = line.strip_prefix("### `").and_then(|rest| rest.strip_suffix('`')) {
            entries.push(Entry { code: code.to_owned(), ..Entry::default() });
        } else if let Some(written) = path_of(line) {
            path = written;
        } else if let Some(language) = line.strip_prefix("```") {
            let end = at + lines[at..].iter().position(|line| *line == "```").expect("a fence is closed");
            let text: String = lines[at..end].iter().fold(String::new(), |text, line| text + line + "\n");
            match (language, entries.last_mut()) {
                ("text", Some(entry)) => (entry.message, entry.lines) = (text, at..end),
                (_, Some(entry)) => entry.files.push((path.to_owned(), text)),
                (_, None) => {}
            }
            at = end + 1;
        }
    }
    entries
}

/// The path of a file of the example, on a line of its own.
fn path_of(line: &str) -> Option<&str> {
    let path = line.strip_prefix('`')?.strip_suffix('`')?;
    ["content/", "templates/", "static/"].iter().any(|folder| path.starts_with(folder)).then_some(path)
}

/// What a text can't show: how the examples without files come about.
fn set_up(code: &str, site: &Site) {
    let newcomer = site.path("people/cy-newcomer.yaml");
    match code {
        "missing-site" => fs::remove_file(site.path("site.yaml")).unwrap(),
        "not-utf8" => fs::write(newcomer, b"name:\n  en: Cy\n  zh: \xc8\xfc\n").unwrap(),
        "file-too-large" => fs::write(newcomer, "# padding\n".repeat(257 * 1024 / 10 + 1)).unwrap(),
        "symbolic-link" => std::os::unix::fs::symlink("/etc/hostname", newcomer).unwrap(),
        "unreadable-file" => site::named_pipe(&newcomer),
        _ => panic!("the example of `{code}` has neither files nor a set-up"),
    }
}

/// What the program says about an example, its count left out; the count has to be right.
fn told(entry: &Entry) -> String {
    let site = Site::base();
    for (path, text) in &entry.files {
        let path = site.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    if entry.files.is_empty() {
        set_up(&entry.code, &site);
    }
    // A build, since it takes the pages to find out about their templates.
    let run = site.run(&["build"]);
    let code = Code::named(&entry.code).unwrap_or_else(|| panic!("there is no code `{}`", entry.code));
    assert_eq!(
        run.status,
        i32::from(code.severity() == Severity::Error),
        "the exit code of `{code}`:\n{}",
        run.stderr
    );
    let (findings, count) = run.stderr.trim_end().rsplit_once("\n\n").unwrap_or(("", &run.stderr));
    assert_eq!(count, expected_count(findings), "the count of `{code}`");
    findings.to_owned() + "\n"
}

fn expected_count(findings: &str) -> String {
    let number = |word: &str| findings.lines().filter(|line| line.starts_with(word)).count();
    let say = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    match (number("error["), number("warning[")) {
        (0, warnings) => format!("warning: {}", say(warnings, "warning")),
        (errors, 0) => format!("error: {}", say(errors, "error")),
        (errors, warnings) => format!("error: {}, {}", say(errors, "error"), say(warnings, "warning")),
    }
}

#[test]
fn every_code_is_documented_once() {
    let page = fs::read_to_string(PAGE).unwrap();
    let mut documented: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries(&page) {
        *documented.entry(entry.code).or_default() += 1;
    }
    let existing: BTreeMap<String, usize> = Code::ALL.iter().map(|code| (code.to_string(), 1)).collect();
    assert_eq!(documented, existing);
}

#[test]
fn each_example_says_what_the_page_shows() {
    let page = fs::read_to_string(PAGE).unwrap();
    let entries = entries(&page);
    let told: Vec<String> = entries.iter().map(told).collect();
    if std::env::var_os("BLESS").is_some() {
        return bless(&page, &entries, &told);
    }
    let mut differences = String::new();
    for (entry, told) in entries.iter().zip(&told) {
        if entry.message != *told {
            writeln!(
                differences,
                "`{}`: the page shows\n{}\nand the program says\n{told}",
                entry.code, entry.message
            )
            .unwrap();
        }
    }
    assert!(
        differences.is_empty(),
        "{differences}If the program is right: BLESS=1 cargo test --test diagnostics"
    );
}

/// Each example is about its own code and nothing else, in the severity that the page tells.
#[test]
fn each_example_shows_its_code() {
    let page = fs::read_to_string(PAGE).unwrap();
    for entry in entries(&page) {
        let heads =
            entry.message.lines().filter(|line| line.starts_with("error[") || line.starts_with("warning["));
        for head in heads {
            assert!(
                head.contains(&format!("[{}]", entry.code)),
                "the example of `{}` shows `{head}`",
                entry.code
            );
        }
    }
}

fn bless(page: &str, entries: &[Entry], told: &[String]) {
    let mut lines: Vec<&str> = page.lines().collect();
    for (entry, told) in entries.iter().zip(told).rev() {
        lines.splice(entry.lines.clone(), told.lines());
    }
    fs::write(Path::new(PAGE), lines.join("\n") + "\n").unwrap();
}
