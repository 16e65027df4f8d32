//! Files that are none, bytes that are no text, names that are no ids.

use super::{JOIN, base, codes, expect};
use crate::site;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

#[test]
fn symbolic_links() {
    let site = base();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.yaml"), "name: Secret\n").unwrap();
    symlink(outside.path().join("secret.yaml"), site.path("people/to-a-file.yaml")).unwrap();
    symlink(outside.path(), site.path("people/to-a-folder")).unwrap();
    symlink("nowhere.yaml", site.path("people/dangling.yaml")).unwrap();
    symlink("looping.yaml", site.path("people/looping.yaml")).unwrap();
    symlink("..", site.path("people/up")).unwrap();
    symlink("ada-example.yaml", site.path("people/to-a-neighbour.yaml")).unwrap();
    assert_eq!(codes(&site), ["symbolic-link"; 6]);
    assert!(!site.run(&["check"]).stderr.contains("Secret"));
}

#[test]
fn pipes_and_sockets() {
    let site = base();
    site::named_pipe(&site.path("people/pipe.yaml"));
    site::named_pipe(&site.path("pipe"));
    let _socket = std::os::unix::net::UnixListener::bind(site.path("people/socket.yaml"));
    assert!(codes(&site).iter().all(|code| code == "unreadable-file"));
}

#[test]
fn a_pipe_in_place_of_the_site() {
    let site = base();
    fs::remove_file(site.path("site.yaml")).unwrap();
    site::named_pipe(&site.path("site.yaml"));
    let codes = codes(&site);
    assert!(codes.contains(&"unreadable-file".to_owned()), "{codes:?}");
}

#[test]
fn folders_named_like_records() {
    let site = base();
    fs::create_dir_all(site.path("people/cy.yaml")).unwrap();
    site.write("people/dee.yaml/dee.yaml", "name: Dee\n");
    assert_eq!(codes(&site), [""; 0]);
}

#[test]
fn other_bytes_than_text() {
    expect("people/cy.yaml", b"name: \xff\xfe\n", &["not-utf8"]);
    expect("people/cy.md", b"---\nname: Cy\n---\n\xe2\x28\xa1\n", &["not-utf8"]);
    expect("people/cy.yaml", b"\xff\xfen\0a\0m\0e\0:\0 \0C\0\n\0", &["not-utf8"]);
    expect("people/cy.yaml", b"\0\0\0\0", &["yaml-syntax"]);
    expect("people/cy.yaml", b"name: Cy\0\n", &["yaml-syntax"]);
    expect("people/cy.yaml", b"name: Cy\x1b[2J\n", &["yaml-syntax"]);
    expect("people/cy.yaml", b"name: \"Cy\\0\"\n", &["control-character"]);
    expect("people/cy.yaml", b"name: \"Cy\\e[2J\"\n", &["control-character"]);
    expect(
        "people/cy.yaml",
        "name: Cy\u{202e}\nnote: \u{2066}x\n",
        &["control-character", "control-character"],
    );
    expect(
        "people/cy.md",
        "---\nname: Cy\n---\nA \u{202e}note\n\nwith \u{1b}[2J and \0\n",
        &["control-character"; 3],
    );
    expect("people/bo-sample.zh.md", "说明\u{202e}\n", &["control-character"]);
}

/// What a file holds can not drive the terminal of who checks it.
#[test]
fn no_control_character_reaches_the_terminal() {
    let site = base();
    site.write("people/cy.md", "---\nname: Cy\n---\n<b> \u{1b}[2J \u{202e} \u{7} \u{9b}\n");
    site.write("people/dee.yaml", "name: \"\\e[2J\"\n\"\\e[1m\": x\nkind: \"\\e\"\n");
    site.write("people/\u{1b}[2J.yaml", "name: X\n");
    site.write("people/\u{202e}x/y z.yaml", "name: X\n");
    let run = site.run(&["check"]);
    let odd = |c: &char| {
        (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(run.stderr.chars().find(odd), None, "{}", run.stderr.escape_debug());
}

#[test]
fn names_that_are_no_ids() {
    let long = "a".repeat(200) + ".yaml";
    let no_ids = [
        "cy newcomer.yaml",
        " .yaml",
        "Cy.yaml",
        "赛.yaml",
        "cy_n.yaml",
        "a..b.yaml",
        "cy-.yaml",
        "-.yaml",
        "--help.yaml",
        "a\nb.yaml",
        "a\"b.yaml",
        "a'b.yaml",
        "$(id).yaml",
        "<b>.yaml",
        "cy.yaml.yaml",
        "cy.english.md",
        "dee.ZH.md",
        "%2e%2e.yaml",
        "a\\b.yaml",
        &long,
    ];
    let reserved = ["con.yaml", "nul.md", "aux.zh.md", "com1.yml", "lpt9.yaml", "prn.yaml"];
    let no_records = ["cy.txt", "cy", "dee.YAML", "cy.yaml~", "cy.json"];
    // Hidden files are not looked at, and neither is `..yaml`.
    let hidden = ["..yaml", ".cy.yaml", "...yaml", ".git/config", ".secret/cy.yaml"];
    let names: [(&[&str], &str); 4] = [
        (&no_ids, "invalid-id"),
        (&reserved, "reserved-id"),
        (&no_records, "unknown-file"),
        (&hidden, "none"),
    ];
    for (names, expected) in names {
        let site = base();
        for name in names {
            site.write(&format!("people/{name}"), "nonsense: [");
        }
        let codes = codes(&site);
        let count = if expected == "none" { 0 } else { names.len() };
        assert_eq!(codes, vec![expected; count]);
    }
}

#[test]
fn names_that_are_not_utf8() {
    let site = base();
    for path in [&b"people/c\xff.yaml"[..], b"people/\xff/cy.yaml", b"\xff/people/cy.yaml", b"\xff.yaml"] {
        let path = site.root().join("content").join(std::ffi::OsStr::from_bytes(path));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // Not every file system can hold such a name.
        if fs::write(path, "name: Cy\n").is_err() {
            return;
        }
    }
    assert_eq!(codes(&site), ["invalid-id"; 4]);
}

/// Folders are for people, and may be called anything; places are found all the same.
#[test]
fn folders_with_odd_names() {
    for folder in ["O'Brien", "a b", "二〇二四", "a\"b", "b..", "con", "back\\slash"] {
        let site = base();
        site.write(&format!("moves/{folder}/x.yaml"), format!("{JOIN}events: [nowhere]\n"));
        let findings = site.findings();
        let place = findings[0].place.map(|place| (place.line, place.column));
        assert_eq!((findings[0].code.as_str(), place), ("unknown-event", Some((6, 10))), "{folder}");
    }
}
