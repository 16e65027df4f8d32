//! What follows from records: by small archives whose results can be counted on fingers, by the real
//! content, where a person can check them, and by random archives, for what always holds.

mod careers;
#[allow(clippy::format_push_string)]
mod cohorts;
mod flows;
mod posts;
mod rhythm;
mod tenure;
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
mod waves;

#[path = "../../benches/synthetic/mod.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod synthetic;

use std::path::Path;
use std::sync::OnceLock;
use talent_flow::archive::{self, Archive};
use talent_flow::content::Root;
use talent_flow::model::Day;
use talent_flow::wording::Wording;

/// The archive of the first site.
fn real() -> &'static Archive {
    static REAL: OnceLock<Archive> = OnceLock::new();
    REAL.get_or_init(|| checked(env!("CARGO_MANIFEST_DIR").as_ref()))
}

/// A random archive of a number of moves.
fn random(moves: usize, seed: u64) -> Archive {
    let folder = tempfile::tempdir().unwrap();
    synthetic::World::new(moves, seed).write(folder.path()).unwrap();
    checked(folder.path())
}

/// An archive of records by their files below `content/`; `site.yaml`, the people and the organizations that
/// they need are added: every word of `people` and of `orgs` is an id.
fn small(people: &str, orgs: &str, records: &[(&str, &str)]) -> Archive {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join("content").join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("site.yaml", "title: Example\nlanguages: [en, zh]\n");
    for id in people.split_whitespace() {
        write(&format!("people/{id}.yaml"), &format!("name: {id}\n"));
    }
    for id in orgs.split_whitespace() {
        write(&format!("orgs/{id}.yaml"), &format!("name: {id}\nkind: lab\n"));
    }
    for (file, text) in records {
        let source = "\nsources: [{url: https://herald.example/x, kind: news}]\n";
        let is_sourced = file.starts_with("moves/") && !text.contains("sources:");
        write(file, &if is_sourced { format!("{text}{source}") } else { (*text).to_owned() });
    }
    checked(folder.path())
}

fn checked(folder: &Path) -> Archive {
    let checked = archive::check(&Root::new(folder), false);
    checked.archive.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A name in English.
fn name(text: &talent_flow::model::Text) -> String {
    let english = talent_flow::model::Language::parse("en").unwrap();
    text.show(&english, &english).map_or_else(String::new, |shown| shown.value.to_string())
}

/// A date in English.
fn date(date: &talent_flow::model::EdtfDate) -> String {
    Wording::English.date(date)
}
