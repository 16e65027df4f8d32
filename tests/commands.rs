//! The command line: flags, exit codes, what is said and where.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use support::{Ran, build, copy, talent_flow, tree};

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

/// A site of its own, and where it is published.
fn site() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let temp = tempfile::tempdir().unwrap();
    let (site, out) = (temp.path().join("site"), temp.path().join("public"));
    copy(SITE.as_ref(), &site);
    (temp, site, out)
}

fn spoil(site: &Path) {
    fs::write(site.join("content/people/ada-example.yaml"), "nam: Ada\n").unwrap();
}

#[test]
fn usage_errors_are_2() {
    for args in [
        &["build", "--no-such-flag"][..],
        &["no-such-command"],
        &["build", "-u", "ftp://x"],
        &["check", "extra"],
        &[],
    ] {
        let ran = Ran::of(talent_flow().args(args)).code(2);
        assert!(ran.stdout().is_empty(), "usage errors go to the standard error");
        assert!(ran.stderr().contains("--help") || ran.stderr().contains("Usage"), "{}", ran.stderr());
    }
}

#[test]
fn content_errors_are_1_and_all_on_stderr() {
    let (_temp, site, out) = site();
    spoil(&site);
    for command in ["check", "build"] {
        let ran = Ran::of(talent_flow().arg(command).arg("-r").arg(&site)).code(1);
        assert!(ran.stdout().is_empty());
        assert!(ran.stderr().contains("error[unknown-key]: unknown key `nam`"), "{}", ran.stderr());
        assert!(ran.stderr().ends_with("errors\n"), "ends with a count: {}", ran.stderr());
    }
    assert!(!out.exists());
}

#[test]
fn a_folder_without_content_is_told() {
    let temp = tempfile::tempdir().unwrap();
    let ran = Ran::of(talent_flow().arg("build").arg("-r").arg(temp.path())).code(1);
    assert!(ran.stderr().contains("there is no folder `content`"), "{}", ran.stderr());
}

#[test]
fn strict_makes_warnings_fail() {
    let (_temp, site, out) = site();
    let path = site.join("content/moves/2024/2024-12-02-cy-o-specimen-join.yaml");
    let text = fs::read_to_string(&path).unwrap().replace("2024-12-02", "2024-01-01");
    fs::write(path, text).unwrap();
    let ran = build(&site, &out, &[]).success();
    assert!(ran.stderr().contains("warning[first-of-january]"), "{}", ran.stderr());
    fs::remove_dir_all(&out).unwrap();
    build(&site, &out, &["--strict"]).code(1);
    assert!(!out.exists());
    Ran::of(talent_flow().args(["check", "--strict", "-r"]).arg(&site)).code(1);
    Ran::of(talent_flow().args(["check", "-r"]).arg(&site)).success();
}

#[test]
fn a_summary_tells_what_was_done() {
    let (_temp, site, out) = site();
    let first = build(&site, &out, &[]).success().stdout();
    assert!(first.starts_with("Published 20 records: 8 moves"), "{first}");
    assert!(first.contains(" 0 unchanged, 0 removed, in "), "{first}");
    let again = build(&site, &out, &[]).success().stdout();
    assert!(again.contains(": 0 written, "), "{again}");
    fs::remove_file(site.join("content/pages/about.zh.md")).unwrap();
    fs::remove_file(site.join("content/pages/about.md")).unwrap();
    let less = build(&site, &out, &[]).success().stdout();
    assert!(less.contains(" 2 removed, in "), "{less}");
}

#[test]
fn quiet_says_nothing_and_no_colour_reaches_a_pipe() {
    let (_temp, site, out) = site();
    let ran = build(&site, &out, &["--quiet"]).success();
    assert_eq!((ran.stdout(), ran.stderr()), (String::new(), String::new()));
    spoil(&site);
    let mut command = talent_flow();
    command.env_remove("NO_COLOR").env("TERM", "xterm-256color").args(["check", "-r"]).arg(&site);
    assert!(!Ran::of(&mut command).stderr().contains('\u{1b}'));
}

#[test]
fn drafts_are_published_on_request_only() {
    let (_temp, site, out) = site();
    fs::write(site.join("content/people/dee-draft.yaml"), "name: Dee Draft\ndraft: true\n").unwrap();
    build(&site, &out, &[]).success();
    assert!(!out.join("people/dee-draft.html").exists());
    build(&site, &out, &["--drafts"]).success();
    assert!(out.join("people/dee-draft.html").exists());
}

#[test]
fn a_failed_build_leaves_the_site_as_it_was() {
    let (_temp, site, out) = site();
    build(&site, &out, &[]).success();
    let before = tree(&out);
    spoil(&site);
    build(&site, &out, &[]).code(1);
    assert!(before == tree(&out));
    assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), 2, "nothing is left beside the site");
}

#[test]
fn a_folder_of_someone_else_is_left_alone() {
    let (_temp, site, out) = site();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.txt"), "years of work").unwrap();
    let ran = build(&site, &out, &[]).code(1);
    assert!(ran.stderr().contains("--force"), "{}", ran.stderr());
    assert_eq!(fs::read_to_string(out.join("thesis.txt")).unwrap(), "years of work");
    build(&site, &out, &["--force"]).success();
    assert!(out.join("index.html").exists() && !out.join("thesis.txt").exists());
}

#[test]
fn the_records_are_never_published_over() {
    let (_temp, site, _) = site();
    let before = tree(&site);
    for out in [".", "..", "content", "content/new/folder", "../site"] {
        let ran = build(&site, &site.join(out), &["--force"]).code(1);
        assert!(ran.stderr().contains("records"), "{}", ran.stderr());
    }
    assert!(before == tree(&site));
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new() {
    let (_temp, site, out) = site();
    build(&site, &out, &[]).success();
    let old = tree(&out);
    fs::remove_file(site.join("content/pages/about.zh.md")).unwrap();
    let other = site.parent().unwrap().join("other");
    build(&site, &other, &[]).success();
    let new = tree(&other);
    fs::remove_dir_all(&other).unwrap();
    assert!(old != new);
    let path = site.join("content/pages/about.zh.md");
    for micros in (0..30_000).step_by(1_500) {
        fs::write(&path, "---\ntitle: 关于\n---\n关于本站。\n").unwrap();
        build(&site, &out, &["--quiet"]).success();
        assert!(old == tree(&out));
        fs::remove_file(&path).unwrap();
        let mut command = talent_flow();
        command.args(["build", "--quiet", "-r"]).arg(&site).arg("-o").arg(&out).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_micros(micros));
        // SIGKILL: nothing of the program runs after it.
        child.kill().unwrap();
        child.wait().unwrap();
        let found = tree(&out);
        assert!(
            found == old || found == new,
            "killed after {micros} µs, the site is neither the old nor the new"
        );
    }
    build(&site, &out, &[]).success();
    assert!(tree(&out) == new);
    assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), 2, "nothing is left beside the site");
}

#[test]
fn a_base_url_can_be_given() {
    let (_temp, site, out) = site();
    build(&site, &out, &["-u", "https://people.example/orbit"]).success();
    let not_found = fs::read_to_string(out.join("404.html")).unwrap();
    // Found from any address, also where the site is tried out.
    assert!(not_found.contains("href=\"/orbit/css/site.css\""), "{not_found}");
}
