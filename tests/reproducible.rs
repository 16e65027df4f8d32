//! The same content gives the same bytes, wherever, whenever and however it is built.

mod support;

use std::path::Path;
use support::{Ran, Tree, copy, talent_flow, tree};

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

fn built(site: &Path, environment: &[(&str, &str)]) -> Tree {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("public");
    let mut command = talent_flow();
    command.arg("build").arg("-r").arg(site).arg("-o").arg(&out).envs(environment.iter().copied());
    Ran::of(&mut command).success();
    tree(&out)
}

#[test]
fn for_any_number_of_threads() {
    let one = built(SITE.as_ref(), &[("RAYON_NUM_THREADS", "1")]);
    for threads in ["2", "8", "8", "8"] {
        assert!(
            one == built(SITE.as_ref(), &[("RAYON_NUM_THREADS", threads)]),
            "{threads} threads give other bytes"
        );
    }
}

#[test]
fn in_any_time_zone_and_locale() {
    let here = built(SITE.as_ref(), &[]);
    for (zone, locale) in
        [("Asia/Shanghai", "zh_CN.UTF-8"), ("Pacific/Kiritimati", "C"), ("America/Adak", "tr_TR.UTF-8")]
    {
        let there = built(SITE.as_ref(), &[("TZ", zone), ("LC_ALL", locale), ("LANG", locale)]);
        assert!(here == there, "{zone} and {locale} give other bytes");
    }
}

#[test]
fn from_any_clone() {
    let temp = tempfile::tempdir().unwrap();
    let elsewhere = temp.path().join("another place/with spaces");
    copy(SITE.as_ref(), &elsewhere);
    assert!(built(SITE.as_ref(), &[]) == built(&elsewhere, &[]));
    // Nor does it matter from where, or in which words, the site is named.
    let relative = Ran::of(talent_flow().current_dir(&elsewhere).args(["build", "-o", "out"])).success();
    assert!(relative.stdout().contains("Published"), "{}", relative.stdout());
    assert!(tree(&elsewhere.join("out")) == built(SITE.as_ref(), &[]));
}

#[test]
fn on_another_day() {
    // Time stamps of the records are not read: one moved by years changes nothing.
    let temp = tempfile::tempdir().unwrap();
    copy(SITE.as_ref(), temp.path());
    let old = std::time::SystemTime::UNIX_EPOCH;
    for name in tree(temp.path()).keys() {
        let file = std::fs::File::options().write(true).open(temp.path().join(name)).unwrap();
        file.set_modified(old).unwrap();
    }
    assert!(built(SITE.as_ref(), &[]) == built(temp.path(), &[]));
}
