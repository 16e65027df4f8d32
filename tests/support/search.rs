//! What `static/js/search.js` does, over the scripts of an index: which it reads, and what it finds.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;
use talent_flow::search::{fold, is_dense};

/// The most characters of a key of words, and of a script without spaces; the most files of one question.
const PHRASE: usize = 24;
const GRAM: usize = 2;
const FILES: usize = 3;

/// The kinds that are found by whole names come first.
const NAMES: u64 = 4;

/// The scripts of one language.
pub struct Reader {
    shards: Vec<String>,
    broad: Vec<String>,
    files: Vec<String>,
    read: RefCell<BTreeMap<usize, Shard>>,
}

/// The entries of a file, and the tokens that find more than is there.
type Shard = (Vec<Hit>, Vec<String>);

/// What a question finds.
pub struct Found {
    pub hits: Vec<Hit>,
    /// Whether there may be more.
    pub is_cut: bool,
}

/// An entry.
#[derive(Debug, Clone)]
pub struct Hit {
    pub kind: u64,
    pub title: String,
    pub href: String,
    pub names: Vec<String>,
}

/// What a script hands over.
fn data(script: &str) -> Value {
    assert!(!script.contains(['<', '\u{2028}']), "a script can stand in a page");
    let arguments = script.strip_prefix("talentFlowSearch(").and_then(|rest| rest.strip_suffix(");\n"));
    let (_, json) = arguments.expect("one call").split_once(',').unwrap();
    serde_json::from_str(json).unwrap()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn is_spaced(word: &str) -> bool {
    !word.chars().any(is_dense)
}

fn clip(text: &str, most: usize) -> String {
    text.chars().take(most).collect::<String>().trim_end().to_owned()
}

impl Reader {
    /// Reads the directory; the files are read as they are asked for.
    pub fn new(directory: &str, files: Vec<String>) -> Self {
        let told = data(directory);
        let (shards, broad) = (texts(&told["shards"]), texts(&told["broad"]));
        assert_eq!(files.len(), shards.len() + broad.len());
        Self { shards, broad, files, read: RefCell::default() }
    }

    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Asks a question.
    pub fn find(&self, query: &str) -> Found {
        let folded = fold(query);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let (mut files, mut is_cut) = (Vec::new(), true);
        for (key, is_phrase) in keys(&words) {
            let (file, is_broad) = self.place(&key);
            if !files.contains(&file) && files.len() < FILES {
                files.push(file);
            }
            if files.contains(&file) && !is_phrase {
                is_cut = is_broad || self.read(file).1.iter().any(|token| token.starts_with(&key));
                if !is_cut {
                    break;
                }
            }
        }
        let mut best: Vec<(u8, Hit)> = Vec::new();
        for hit in files.iter().flat_map(|&file| self.read(file).0) {
            let Some(rank) = rank(&hit, &words) else { continue };
            let same = |(_, known): &&mut (u8, Hit)| {
                (known.kind, &known.href, &known.title) == (hit.kind, &hit.href, &hit.title)
            };
            match best.iter_mut().find(same) {
                Some(known) => known.0 = known.0.min(rank),
                None => best.push((rank, hit)),
            }
        }
        best.sort_by_key(|(rank, hit)| (*rank, hit.kind));
        Found { hits: best.into_iter().map(|(_, hit)| hit).collect(), is_cut }
    }

    fn place(&self, key: &str) -> (usize, bool) {
        let last = |keys: &[String]| keys.iter().rposition(|first| **first <= *key).unwrap();
        let at = last(&self.shards);
        let is_broad = self.shards.get(at + 1).is_some_and(|next| next.starts_with(key));
        (if is_broad { self.shards.len() + last(&self.broad) } else { at }, is_broad)
    }

    fn read(&self, file: usize) -> Shard {
        let read = || {
            let told = data(&self.files[file]);
            (told["entries"].as_array().unwrap().iter().map(hit).collect(), texts(&told["cut"]))
        };
        self.read.borrow_mut().entry(file).or_insert_with(read).clone()
    }
}

fn hit(entry: &Value) -> Hit {
    let text = |at: usize| entry[at].as_str().unwrap_or_default().to_owned();
    let others = (6..entry.as_array().unwrap().len()).step_by(2);
    Hit {
        kind: entry[0].as_u64().unwrap(),
        title: text(1),
        href: text(3),
        names: std::iter::once(1).chain(others).map(|at| fold(&text(at))).collect(),
    }
}

/// What is looked up, and whether it is all words as one name.
fn keys(words: &[&str]) -> Vec<(String, bool)> {
    let long = |word: &str| word.chars().count();
    let (mut spaced, mut dense): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_spaced(word));
    spaced.retain(|word| long(word) > 1);
    spaced.sort_by_key(|word| std::cmp::Reverse(long(word)));
    dense.sort_by_key(|word| std::cmp::Reverse(long(word)));
    let mut parts: Vec<String> = Vec::new();
    for run in &dense {
        parts.push(clip(run, GRAM));
        parts.push(run.chars().skip(long(run).saturating_sub(GRAM)).collect());
    }
    parts.extend(spaced.into_iter().map(|word| clip(word, PHRASE)));
    let names = match dense.first() {
        Some(run) => vec![clip(run, PHRASE)],
        None => vec![clip(&words.join(" "), PHRASE), clip(&words[..words.len().min(2)].join(" "), PHRASE)],
    };
    let mut keys: Vec<(String, bool)> = Vec::new();
    for key in names.into_iter().chain(parts.iter().cloned()) {
        if keys.iter().all(|(known, _)| *known != key) {
            let is_name = !parts.contains(&key);
            keys.push((key, is_name));
        }
    }
    keys
}

/// How well an entry answers folded words, if it does.
pub fn rank(hit: &Hit, words: &[&str]) -> Option<u8> {
    let all = format!(" {}", hit.names.join(" "));
    let begins = |word: &&str| all.contains(&format!(" {word}"));
    let is_there = |word: &&str| if is_spaced(word) { begins(word) } else { all.contains(*word) };
    let query = words.join(" ");
    if words.is_empty() || !words.iter().all(is_there) {
        return None;
    }
    Some(match () {
        () if hit.names[0] == query || (hit.kind < NAMES && hit.names.contains(&query)) => 0,
        () if hit.kind < NAMES && hit.names.iter().any(|name| name.starts_with(&query)) => 1,
        () if words.iter().all(begins) => 2,
        () => 3,
    })
}
