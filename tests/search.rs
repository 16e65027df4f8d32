//! The search index: every name finds its record, as looking through all records would, with little to load.

#[path = "support/search.rs"]
mod reader;
#[path = "../benches/synthetic/mod.rs"]
#[allow(dead_code, reason = "the benchmark uses all of it")]
mod synthetic;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reader::{Hit, Reader, rank};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use synthetic::World;
use talent_flow::archive::{self, Archive};
use talent_flow::content::Root;
use talent_flow::model::Text;
use talent_flow::pages::{Job, Website};
use talent_flow::search::{BEST, By, Entry, Gathering, Name, fold};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

fn archive(root: &Path) -> Archive {
    archive::check(&Root::new(root), false).archive.expect("the content is valid")
}

/// A reader a language, and how long the index took of all languages.
fn readers(root: &Path, archive: &Archive) -> (Vec<Reader>, Duration) {
    let (theme, _) = Root::new(root).theme();
    let site = Website::new(archive, &theme);
    let started = Instant::now();
    let jobs = site.jobs();
    let script = |job: &Job| String::from_utf8(site.render(job).unwrap().1).unwrap();
    let all = |number: usize| {
        let own =
            jobs.iter().filter(|job| matches!(job, Job::Search { language, .. } if *language == number));
        let mut scripts: Vec<String> = own.map(script).collect();
        Reader::new(&scripts.remove(0), scripts)
    };
    let readers = (0..archive.site().languages.len()).map(all).collect();
    (readers, started.elapsed())
}

fn compressed(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

fn parts(text: &Text) -> impl Iterator<Item = String> {
    text.parts().map(|(_, text)| text.to_string())
}

/// The names and titles of an archive, each with the end of the address that it finds.
fn names(archive: &Archive) -> Vec<(String, String)> {
    let mut names = Vec::new();
    let mut add = |text: &Text, address: &str| {
        names.extend(parts(text).map(|name| (name, address.to_owned())));
    };
    for (_, person) in archive.people() {
        let address = format!("people/{}.html", person.common.id);
        std::iter::once(&person.name).chain(&person.other_names).for_each(|name| add(name, &address));
    }
    for (_, org) in archive.orgs() {
        let address = format!("orgs/{}.html", org.common.id);
        std::iter::once(&org.name).chain(&org.other_names).for_each(|name| add(name, &address));
        org.teams.iter().for_each(|team| add(&team.name, &format!("{address}#team-{}", team.id)));
        for post in &org.posts {
            add(&post.name, &format!("{}.{}", org.common.id, post.id));
        }
    }
    archive.events().for_each(|(_, event)| add(&event.title, &format!("events/{}.html", event.common.id)));
    names
}

fn finds(reader: &Reader, query: &str, address: &str) -> bool {
    // A post that nobody held has no page but a part of its organization's.
    let part = address.split_once('.').filter(|_| !address.contains(".html"));
    let part = part.map(|(org, post)| format!("orgs/{org}.html#post-{post}"));
    let is_it = |hit: &Hit| {
        hit.href == address
            || hit.href == format!("posts/{address}.html")
            || part.as_ref().is_some_and(|part| hit.href == *part)
    };
    reader.find(query).hits.iter().any(is_it)
}

#[test]
fn every_name_finds_its_record() {
    for root in [GOLDEN, env!("CARGO_MANIFEST_DIR")] {
        let archive = archive(root.as_ref());
        for reader in readers(root.as_ref(), &archive).0 {
            for (name, address) in names(&archive).into_iter().filter(|(name, _)| fold(name).len() > 1) {
                for query in [name.clone(), name.to_uppercase(), fold(&name)] {
                    assert!(finds(&reader, &query, &address), "{query} does not find {address}");
                }
            }
        }
    }
}

#[test]
fn roles_titles_and_sources_are_found() {
    let archive = archive(env!("CARGO_MANIFEST_DIR").as_ref());
    for reader in readers(env!("CARGO_MANIFEST_DIR").as_ref(), &archive).0 {
        for (_, moved) in archive.moves() {
            let address = format!("#{}", moved.common.id);
            let roles = moved.from.iter().chain(&moved.to).filter_map(|place| place.role.as_ref());
            for text in roles.flat_map(parts) {
                let found = reader.find(&text);
                assert!(found.hits.iter().any(|hit| hit.href.ends_with(&address)), "{text}: {address}");
            }
        }
        for (_, source) in archive.sources().filter(|(_, source)| source.common.is_some()) {
            let address = format!("sources/{}.html", source.common.as_ref().unwrap().id);
            for text in source.title.iter().flat_map(parts) {
                let found = reader.find(&text);
                let is_it = |hit: &Hit| hit.href == address || hit.kind == 9;
                assert!(found.hits.iter().any(is_it), "{text} does not find {address}");
            }
        }
    }
}

#[test]
fn the_best_come_first() {
    let archive = archive(env!("CARGO_MANIFEST_DIR").as_ref());
    let all = readers(env!("CARGO_MANIFEST_DIR").as_ref(), &archive).0;
    for (language, query, kind, href) in [
        (0, "openai", 1, "orgs/openai.html"),
        (0, "weng", 0, "people/lilian-weng.html"),
        (0, "LILIAN W", 0, "people/lilian-weng.html"),
        (0, "weng lilian", 0, "people/lilian-weng.html"),
        (0, "翁荔", 0, "people/lilian-weng.html"),
        (0, "quinonero", 0, "people/joaquin-quinonero-candela.html"),
        (1, "翁", 0, "people/lilian-weng.html"),
        (1, "荔", 0, "people/lilian-weng.html"),
        (1, "Ｗｅｎｇ", 0, "people/lilian-weng.html"),
    ] {
        let found = all[language].find(query);
        let first = found.hits.first().map(|hit| (hit.kind, &*hit.href));
        assert_eq!(first, Some((kind, href)), "{query}");
    }
    // The organization and what bears its very name, then what it is in, kind by kind.
    let kinds: Vec<u64> = all[0].find("openai").hits.iter().map(|hit| hit.kind).collect();
    let rest = kinds.iter().skip_while(|kind| **kind != 8);
    assert!(rest.is_sorted() && kinds.len() > 50, "{kinds:?}");
}

/// What is read for any question at most: the directory and three files; how many files there are.
fn light(readers: &[Reader], directories: &[usize]) {
    for (reader, directory) in readers.iter().zip(directories) {
        let most = reader.files().iter().map(|file| compressed(file)).max().unwrap();
        println!("{} files, the largest {most}, the directory {directory}", reader.files().len());
        let read = if reader.files().len() == 1 { 1 } else { 3 };
        assert!(read * most + directory <= 60 * 1024, "{read} files of {most} bytes, and {directory}");
    }
    let files: usize = readers.iter().map(|reader| reader.files().len()).sum();
    assert!(files <= 2000, "{files} files");
}

fn directories(root: &Path, archive: &Archive) -> Vec<usize> {
    let (theme, _) = Root::new(root).theme();
    let site = Website::new(archive, &theme);
    let jobs = site.jobs();
    let own = jobs.iter().filter(|job| matches!(job, Job::Search { shard: None, .. }));
    own.map(|job| compressed(&String::from_utf8(site.render(job).unwrap().1).unwrap())).collect()
}

fn large(moves: usize) {
    let temp = tempfile::tempdir().unwrap();
    World::new(moves, 1).write(temp.path()).unwrap();
    let archive = archive(temp.path());
    let (readers, took) = readers(temp.path(), &archive);
    println!("{moves} moves took {took:?}");
    for reader in &readers {
        println!("{} bytes", reader.files().iter().map(String::len).sum::<usize>());
    }
    light(&readers, &directories(temp.path(), &archive));
    let mut counts = std::collections::BTreeMap::new();
    let names = names(&archive);
    for (name, _) in &names {
        *counts.entry(fold(name)).or_insert(0) += 1;
    }
    for reader in &readers {
        // Of names that more have than are shown, some are not.
        let few = names.iter().filter(|(name, _)| fold(name).len() > 1 && counts[&fold(name)] <= BEST / 2);
        for (name, address) in few.step_by(1 + names.len() / 2000) {
            assert!(finds(reader, name, address), "{name} does not find {address}");
        }
    }
}

#[test]
fn a_question_loads_little() {
    large(2000);
}

#[test]
#[ignore = "gathers 100,000 moves, which takes a minute"]
fn a_question_loads_little_of_100_000_moves() {
    large(100_000);
}

/// Words of few letters, so that beginnings are shared.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec("[ab]{1,3}[a-e]{0,4}", 1..4).prop_map(|words| words.join(" ")),
        "[王李张]{1}[小明华伟]{1,4}",
        "[王李张]{1,2} [a-c]{2,3}",
    ]
}

proptest! {
    // The same questions each time.
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2024),
        ..ProptestConfig::default()
    })]

    #[test]
    fn shards_find_what_looking_through_everything_does(
        names in proptest::collection::vec((name(), 0..10_u8), 900..1800),
        queries in proptest::collection::vec(name(), 40),
    ) {
        let mut names = names;
        names.sort_by_key(|(_, kind)| *kind);
        let mut gathering = Gathering::default();
        // Long addresses, so that there are many shards.
        let hrefs: Vec<String> = (0..names.len()).map(|n| format!("{n:0>200}")).collect();
        for ((title, kind), href) in names.iter().zip(&hrefs) {
            let title = Name { text: title, lang: None };
            let by = if *kind < 4 { By::Name } else if *kind < 8 { By::Title } else { By::Words };
            gathering.add(&Entry { kind: *kind, by, title, href, detail: None, others: &[] });
        }
        let index = gathering.index();
        let files: Vec<String> =
            (0..index.files()).map(|n| index.script(n, "talentFlowSearch").unwrap()).collect();
        prop_assert!(files.len() > 4);
        let reader = Reader::new(&index.directory("talentFlowSearch", &()), files);
        for query in queries.iter().chain(names.iter().map(|(name, _)| name).step_by(50)) {
            let folded = fold(query);
            let words: Vec<&str> = folded.split(' ').collect();
            if folded.len() < 2 {
                continue;
            }
            let found = reader.find(query);
            let all = names.iter().zip(&hrefs).map(|((name, kind), href)| {
                Hit { kind: (*kind).into(), title: name.clone(), href: href.clone(), names: vec![fold(name)] }
            });
            let mut ranked: Vec<(u8, u64, String)> =
                all.filter_map(|hit| Some((rank(&hit, &words)?, hit.kind, hit.href))).collect();
            ranked.sort();
            let told: BTreeSet<&str> = found.hits.iter().map(|hit| &*hit.href).collect();
            let is_right = told.iter().all(|href| ranked.iter().any(|(.., known)| known == href));
            prop_assert!(is_right, "{query} finds what it does not name");
            if !found.is_cut {
                prop_assert_eq!(told.len(), ranked.len(), "{} finds all", query);
            } else if let [word] = words[..] && word.chars().count() <= 3 {
                // Of what is left out, nothing is better than what is there.
                let best = ranked.iter().take(BEST.min(ranked.len()));
                let lost: Vec<_> = best.filter(|(.., href)| !told.contains(&**href)).collect();
                prop_assert!(lost.is_empty(), "{query} leaves out {lost:?}");
            }
        }
    }
}
