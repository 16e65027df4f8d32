//! From entries to what each token finds.

use super::fold::{fold, tokens};
use super::shards::{Found, Shard, lay_out};
use super::{ALONE, BEST, CLIP, TITLES};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

/// A record in one language of the site.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// What it is, as a position in the list of kinds of the site; the first kinds are shown first.
    pub kind: u8,
    /// How it is found.
    pub by: By,
    /// What it is called on the page.
    pub title: Name<'a>,
    /// Its address below the root of the language.
    pub href: &'a str,
    /// What tells it from others of the same name.
    pub detail: Option<Name<'a>>,
    /// What else it is found by.
    pub others: &'a [Name<'a>],
}

/// How an entry is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By names, and before others by the beginning of one.
    Name,
    /// By a title, however many have its words.
    Title,
    /// By a title, whose words may have been cut off for others: those of the entries added before.
    Words,
}

/// A text, and its language where that is not the page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language.
    pub lang: Option<&'a str>,
}

/// The index of one language.
#[derive(Debug, Default)]
pub struct Index {
    /// The entries as JSON, one after the other.
    json: String,
    /// Where each ends.
    ends: Vec<usize>,
    shards: Vec<Shard>,
    broad: Vec<Shard>,
}

/// Gathers entries; those added first are shown first among equals.
#[derive(Debug, Default)]
pub struct Gathering {
    json: String,
    ends: Vec<usize>,
    tokens: HashMap<Box<str>, Found>,
}

impl Gathering {
    /// Adds a record under all its names. One with many has several entries, so that none is large.
    pub fn add(&mut self, entry: &Entry) {
        const TOGETHER: usize = 8;
        if entry.others.len() <= TOGETHER {
            return self.add_one(entry, true);
        }
        for (n, others) in entry.others.chunks(TOGETHER).enumerate() {
            self.add_one(&Entry { others, ..entry.clone() }, n == 0);
        }
    }

    fn add_one(&mut self, entry: &Entry, by_title: bool) {
        let Ok(number) = u32::try_from(self.ends.len()) else { return };
        self.json.push_str(&json(entry));
        self.ends.push(self.json.len());
        if by_title {
            self.find_by(entry.title.text, (entry.by, true), number);
        }
        for name in entry.others {
            self.find_by(name.text, (entry.by, false), number);
        }
    }

    fn find_by(&mut self, text: &str, (by, is_title): (By, bool), number: u32) {
        let folded = fold(clipped(text));
        for token in tokens(&folded, by != By::Words) {
            let is_whole = token.is_whole && (is_title || by == By::Name);
            let rank = (Reverse(is_whole), Reverse(by == By::Name && token.is_first), number);
            let is_kept = by != By::Words || (is_title && token.is_first);
            let Some(found) = self.tokens.get_mut(token.text) else {
                let found = Found { titles: u32::from(!is_kept), entries: vec![rank], is_cut: false };
                self.tokens.insert(token.text.into(), found);
                continue;
            };
            if let Some(last) = found.entries.last_mut().filter(|last| last.2 == number) {
                // The same entry once more: the better answer counts.
                *last = rank.min(*last);
            } else if is_kept {
                found.entries.push(rank);
            } else if found.titles < TITLES {
                found.titles += 1;
                found.entries.push(rank);
            } else {
                found.is_cut = true;
            }
        }
    }

    /// Lays the index out.
    pub fn index(self) -> Index {
        if self.json.len() <= ALONE {
            return Index {
                shards: vec![Shard::of_all(self.ends.len())],
                json: self.json,
                ends: self.ends,
                ..Index::default()
            };
        }
        let mut tokens: Vec<(Box<str>, Found)> = self.tokens.into_iter().collect();
        tokens.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        for (_, found) in &mut tokens {
            found.entries.sort_unstable();
            found.is_cut |= found.entries.len() > BEST;
            found.entries.truncate(BEST);
        }
        let mut index = Index { json: self.json, ends: self.ends, ..Index::default() };
        let (shards, broad) = lay_out(&tokens, |entry| index.range(entry).len() + 1);
        (index.shards, index.broad) = (shards, broad);
        index
    }
}

impl Index {
    /// Every shard: those of the tokens, then those of the beginnings that many tokens have.
    pub fn shards(&self) -> impl ExactSizeIterator<Item = &Shard> {
        let all: Vec<&Shard> = self.shards.iter().chain(&self.broad).collect();
        all.into_iter()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many shards there are.
    pub fn files(&self) -> usize {
        self.shards.len() + self.broad.len()
    }

    /// The script of shard `number`: `register(number, {cut, entries})`. Each entry is
    /// `[kind, title, language, address, detail, language, other name, language, …]`.
    pub fn script(&self, number: usize, register: &str) -> Option<String> {
        let shard = self.shards.iter().chain(&self.broad).nth(number)?;
        let mut script = format!("{register}({number},{{\"cut\":{},\"entries\":[", inert(&shard.cut));
        for (n, &entry) in shard.entries.iter().enumerate() {
            script.push_str(if n == 0 { "\n" } else { ",\n" });
            script.push_str(&self.json[self.range(entry)]);
        }
        script.push_str("\n]});\n");
        Some(script)
    }

    /// The script of the directory: the first token of each shard, of both sorts, and the texts of the interface.
    pub fn directory(&self, register: &str, texts: &impl Serialize) -> String {
        let keys = |shards: &[Shard]| inert(&shards.iter().map(|shard| &*shard.key).collect::<Vec<_>>());
        let (shards, broad) = (keys(&self.shards), keys(&self.broad));
        format!("{register}(-1,{{\"shards\":{shards},\n\"broad\":{broad},\n\"texts\":{}}});\n", inert(texts))
    }

    fn range(&self, entry: u32) -> Range<usize> {
        let at = entry as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[at]
    }
}

/// At most [`CLIP`] characters of a text.
fn clipped(text: &str) -> &str {
    text.char_indices().nth(CLIP).map_or(text, |(at, _)| &text[..at])
}

fn json(entry: &Entry) -> String {
    let detail = entry.detail.unwrap_or(Name { text: "", lang: None });
    let mut told = vec![clipped(entry.title.text), entry.title.lang.unwrap_or_default(), entry.href];
    for name in std::iter::once(&detail).chain(entry.others) {
        told.extend([clipped(name.text), name.lang.unwrap_or_default()]);
    }
    if entry.others.is_empty() {
        // What is empty at the end needs no mention.
        while told.last().is_some_and(|text| text.is_empty()) {
            told.pop();
        }
    }
    format!("[{},{}", entry.kind, &inert(&told)[1..])
}

/// JSON that can stand in a script, and in HTML, and ends neither.
fn inert(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned());
    if !json.contains(['<', '\u{2028}', '\u{2029}']) {
        return json;
    }
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
