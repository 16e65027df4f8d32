//! What a reader has to load, compressed as a host sends it: on the repository's own site and on a large one.

mod support;

#[path = "../benches/synthetic/mod.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod synthetic;

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;
use support::{Tree, build, tree};
use synthetic::World;

/// In bytes; 1 KB is 1,024 of them.
const KB: usize = 1024;
const HOME: usize = 50 * KB;
const PAGE: usize = 150 * KB;
const STYLES: usize = 14 * KB;
const SCRIPTS: usize = 14 * KB;
/// Of one page or picture as it is on the disk.
const RAW: usize = 500_000;

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

fn ends_with(name: &str, ends: &[&str]) -> bool {
    Path::new(name).extension().and_then(|end| end.to_str()).is_some_and(|end| ends.contains(&end))
}

/// What costs more than it may.
fn excesses(site: &Tree) -> Vec<String> {
    let mut told = Vec::new();
    let mut hold = |name: &str, size: usize, budget: usize| {
        if size > budget {
            told.push(format!("{name}: {size} bytes of {budget}"));
        }
    };
    let total = |is_one: &dyn Fn(&str) -> bool| -> usize {
        site.iter().filter(|(name, _)| is_one(name)).map(|(_, bytes)| compressed(bytes)).sum()
    };
    hold("all style sheets", total(&|name| ends_with(name, &["css"])), STYLES);
    hold("all scripts", total(&|name| name.starts_with("js/")), SCRIPTS);
    for (name, bytes) in site.iter().filter(|(name, _)| ends_with(name, &["html", "svg"])) {
        hold(&format!("{name} on the disk"), bytes.len(), RAW);
        let budget = if name.ends_with("index.html") { HOME } else { PAGE };
        // What is small enough as it is need not be compressed to know.
        if bytes.len() > budget {
            hold(name, compressed(bytes), budget);
        }
    }
    let fonts = site.keys().filter(|name| ends_with(name, &["woff", "woff2", "ttf", "otf", "eot"]));
    told.extend(fonts.map(|name| format!("{name}: a font")));
    told
}

fn published(records: &Path) -> Tree {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("public");
    build(records, &out, &["--quiet"]).success();
    tree(&out)
}

#[test]
fn an_excess_is_noticed() {
    // Numbers without a pattern, which no compression makes small.
    let mut state = 1u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        state.to_be_bytes()[0]
    })
    .take(HOME * 2)
    .collect();
    assert_eq!(excesses(&Tree::from([("index.html".into(), noise)])).len(), 1);
    assert_eq!(excesses(&Tree::from([("fonts/a.woff2".into(), vec![])])), ["fonts/a.woff2: a font"]);
    assert_eq!(excesses(&Tree::from([("a.html".into(), vec![b' '; RAW + 1])])).len(), 1);
}

#[test]
fn the_own_site_is_light() {
    let told = excesses(&published(env!("CARGO_MANIFEST_DIR").as_ref()));
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
#[ignore = "publishes 100,000 moves, which takes a minute"]
fn a_large_site_is_light() {
    let temp = tempfile::tempdir().unwrap();
    World::new(100_000, 1).write(temp.path()).unwrap();
    let told = excesses(&published(temp.path()));
    assert!(told.is_empty(), "{}", told.join("\n"));
}
