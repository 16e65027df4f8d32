//! The synthetic content that builds are measured with is valid content, the same for the same seed.

mod support;

#[path = "../benches/synthetic/mod.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod synthetic;

use support::{Ran, talent_flow, tree};
use synthetic::World;

#[test]
fn synthetic_content_has_no_flaw() {
    let temp = tempfile::tempdir().unwrap();
    World::new(300, 7).write(temp.path()).unwrap();
    let ran = Ran::of(talent_flow().args(["check", "--strict", "-r"]).arg(temp.path())).success();
    assert!(ran.stdout().contains("300 moves, 100 people"), "{}", ran.stdout());
}

#[test]
fn a_seed_gives_one_site() {
    let written = |seed| {
        let temp = tempfile::tempdir().unwrap();
        World::new(60, seed).write(temp.path()).unwrap();
        tree(temp.path())
    };
    assert!(written(3) == written(3));
    assert!(written(3) != written(4));
}
