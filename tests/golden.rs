//! A small site with every kind of record, built whole and compared file by file, but for style and scripts, which
//! are in `static/` already.
//!
//! `BLESS=1 cargo test --test golden` accepts what is built now.

mod support;

use std::fs;
use std::path::Path;
use support::{Tree, build, tree};

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/expected");

#[test]
fn the_whole_site_is_as_expected() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("public");
    build(SITE.as_ref(), &out, &["--strict"]).success();
    let (assets, built): (Tree, Tree) =
        tree(&out).into_iter().partition(|(name, _)| name.starts_with("css/") || name.starts_with("js/"));
    assert_eq!(assets.len(), 5, "{:?}", assets.keys());
    if std::env::var_os("BLESS").is_some() {
        bless(&built);
    }
    let expected = tree(EXPECTED.as_ref());
    let names = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&expected),
        names(&built),
        "the files differ; see how to accept them in CONTRIBUTING.md"
    );
    for (name, bytes) in &expected {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        snapbox::assert_data_eq!(text(&built[name]), snapbox::Data::text(text(bytes)).raw());
    }
}

fn bless(built: &Tree) {
    fs::remove_dir_all(EXPECTED).ok();
    for (name, bytes) in built {
        let path = Path::new(EXPECTED).join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
