//! Input that means harm: each file gets an error or comes out inert, soon, and no other finding is lost.

#![cfg(unix)]

#[path = "hostile/addresses.rs"]
mod addresses;
#[path = "hostile/files.rs"]
mod files;
#[path = "hostile/markdown.rs"]
mod markdown;
#[path = "support/site.rs"]
mod site;
#[path = "hostile/yaml.rs"]
mod yaml;

use site::Site;

/// A move without a fault, to which a test adds lines.
const JOIN: &str =
    "person: bo-sample\nkind: join\ndate: 2024-11-08\nto: north-works\nsources: [herald-2018]\n";

/// The base site with a mistake in a file that is read last, which no hostile file may hide.
fn base() -> Site {
    let site = Site::base();
    site.write("sources/zz-witness.yaml", "url: https://witness.example/\nkid: news\n");
    site
}

/// Runs `check`, which neither hangs nor panics and sees the witness, and gives the other codes in order.
#[track_caller]
fn codes(site: &Site) -> Vec<String> {
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    assert!(run.stderr.contains("unknown key `kid`"), "the witness is lost: {}", run.stderr);
    assert!(run.stderr.len() < 200_000, "{} bytes are too many to read", run.stderr.len());
    let code = |line: &str| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned());
    let mut codes: Vec<String> = run
        .stderr
        .lines()
        .filter(|l| l.starts_with("error[") || l.starts_with("warning["))
        .filter_map(code)
        .collect();
    let witness = codes.iter().rposition(|code| code == "unknown-key").unwrap();
    codes.remove(witness);
    codes
}

#[track_caller]
fn expect(file: &str, bytes: impl AsRef<[u8]>, expected: &[&str]) {
    let site = base();
    site.write(file, bytes);
    let codes = codes(&site);
    assert_eq!(codes, expected, "{file}");
}
