//! Every page held against the HTML standard by the Nu HTML checker: `npm ci --ignore-scripts --prefix tests/tools`,
//! then `cargo test --test valid -- --ignored`, with `java` installed.

mod support;

#[path = "support/inert.rs"]
mod inert;
#[path = "support/large.rs"]
mod large;

use std::path::Path;
use std::process::Command;
use support::build;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// What is no finding: read from a file, a page has no host that its policy's 'self' could mean; and in which
/// language a list of titles is written is a guess that knows nothing of the `lang` of each.
const IGNORED: &str = ".*(Content Security Policy.*external (stylesheet|script)|Inline script violates|appears to be written in).*";

/// What the checker says of all pages below a folder, a line a finding.
fn findings(folder: &Path) -> String {
    let checker = format!("{HERE}/tests/tools/node_modules/vnu-jar/build/dist/vnu.jar");
    assert!(
        Path::new(&checker).exists(),
        "{checker} is missing; run `npm ci --ignore-scripts --prefix tests/tools`"
    );
    let ran = Command::new("java")
        .args(["-Xss8m", "-jar", &checker, "--skip-non-html", "--format", "gnu", "--filterpattern", IGNORED])
        .arg(folder)
        .output()
        .expect("java runs; is it installed (on Debian: apt-get install default-jre-headless)?");
    String::from_utf8(ran.stderr).unwrap()
}

#[test]
#[ignore = "needs Java and the Nu HTML checker"]
fn an_invalid_page_is_noticed() {
    let temp = tempfile::tempdir().unwrap();
    std::fs::write(temp.path().join("bad.html"), "<!doctype html><title>Bad</title><p><div></p>").unwrap();
    assert!(findings(temp.path()).contains("error"));
}

#[test]
#[ignore = "needs Java and the Nu HTML checker"]
fn every_page_is_valid_html() {
    let temp = tempfile::tempdir().unwrap();
    let records = |name: &str| temp.path().join("records").join(name);
    large::write(&records("large"));
    inert::hostile().write(&records("hostile"));
    let golden = Path::new(HERE).join("tests/golden/site");
    for (name, site) in [
        ("own", Path::new(HERE)),
        ("golden", &golden),
        ("large", &records("large")),
        ("hostile", &records("hostile")),
    ] {
        let out = temp.path().join(name);
        build(site, &out, &["--quiet"]).success();
        let found = findings(&out);
        let told: Vec<&str> =
            found.lines().filter(|line| !line.contains("The document is valid")).take(20).collect();
        assert!(told.is_empty(), "{} findings:\n{}", found.lines().count(), told.join("\n"));
    }
}
