//! Which entries are in which file.

use super::fold::is_dense;
use super::{BEST, SHARD};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

/// How well an entry answers a token: the whole name, its beginning, a part of it; then the order of entries.
pub(super) type Rank = (Reverse<bool>, Reverse<bool>, u32);

/// The entries of a token, best first.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub entries: Vec<Rank>,
    /// How many of them are there for a word of their titles.
    pub titles: u32,
    /// Whether there are more.
    pub is_cut: bool,
}

/// The entries of a range of tokens.
#[derive(Debug, Default)]
pub struct Shard {
    /// What the first token begins with, and none of the shards before.
    pub key: Box<str>,
    /// Its entries, each once, in their order.
    pub entries: Vec<u32>,
    /// The tokens that find more than is here.
    pub cut: Vec<Box<str>>,
}

impl Shard {
    /// A shard that holds everything.
    pub(super) fn of_all(entries: usize) -> Self {
        Self { entries: (0..).take(entries).collect(), ..Self::default() }
    }
}

/// Lays out sorted tokens in shards, and the beginnings that more than one of these has in further ones;
/// `size` tells what an entry takes, in bytes.
pub(super) fn lay_out(tokens: &[(Box<str>, Found)], size: impl Fn(u32) -> usize) -> (Vec<Shard>, Vec<Shard>) {
    let mut beginnings: BTreeSet<&str> = BTreeSet::new();
    let lists = tokens
        .iter()
        .map(|(token, found)| (&**token, found.entries.iter().map(|rank| rank.2).collect(), found.is_cut));
    let shards = pack(lists, &size, |last, next| {
        let common = common(last, next);
        beginnings.extend(asked(&next[..common]));
        next[common..].chars().next().map_or(next, |c| &next[..common + c.len_utf8()])
    });
    let broad = pack(
        beginnings.into_iter().map(|beginning| (beginning, best(tokens, beginning), true)),
        &size,
        |_, next| next,
    );
    (shards, broad)
}

/// Fills shards with what sorted tokens find; `part` gives the key of a shard from the tokens before and at its start.
fn pack<'a>(
    lists: impl Iterator<Item = (&'a str, Vec<u32>, bool)>,
    size: impl Fn(u32) -> usize,
    mut part: impl FnMut(&'a str, &'a str) -> &'a str,
) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    let mut held: HashSet<u32> = HashSet::new();
    let (mut room, mut last) = (0, "");
    for (token, entries, is_cut) in lists {
        let more = |held: &HashSet<u32>| -> usize {
            entries.iter().filter(|entry| !held.contains(entry)).map(|entry| size(*entry)).sum()
        };
        if shards.is_empty() || more(&held) + token.len() > room {
            let key = if shards.is_empty() { "" } else { part(last, token) };
            shards.push(Shard { key: key.into(), ..Shard::default() });
            held.clear();
            room = SHARD;
        }
        room = room.saturating_sub(more(&held) + if is_cut { token.len() + 3 } else { 0 });
        let Some(shard) = shards.last_mut() else { continue };
        shard.entries.extend(entries.into_iter().filter(|entry| held.insert(*entry)));
        if is_cut {
            shard.cut.push(token.into());
        }
        last = token;
    }
    for shard in &mut shards {
        shard.entries.sort_unstable();
    }
    shards
}

/// The best of all entries whose tokens have a beginning.
fn best(tokens: &[(Box<str>, Found)], beginning: &str) -> Vec<u32> {
    let start = tokens.partition_point(|(token, _)| &**token < beginning);
    let with = tokens[start..].iter().take_while(|(token, _)| token.starts_with(beginning));
    let mut found: Vec<Rank> = Vec::new();
    for (token, list) in with {
        let is_it = **token == *beginning;
        found.extend(list.entries.iter().map(|&(whole, first, n)| (Reverse(whole.0 && is_it), first, n)));
    }
    if found.len() > BEST * 16 {
        // An entry may be found by several tokens, so more than the best are kept till these are one.
        found.select_nth_unstable(BEST * 16);
        found.truncate(BEST * 16);
    }
    found.sort_unstable();
    let mut seen = HashSet::new();
    found.into_iter().map(|rank| rank.2).filter(|entry| seen.insert(*entry)).take(BEST).collect()
}

/// How many bytes two texts begin with alike.
fn common(a: &str, b: &str) -> usize {
    let alike = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    alike.map(|(c, _)| c.len_utf8()).sum()
}

/// The beginnings of a text that a reader can ask for: one character of a script without spaces, else two.
fn asked(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)).enumerate();
    ends.filter(|(n, (_, c))| *c != ' ' && (*n > 0 || is_dense(*c))).map(|(_, (end, _))| &text[..end])
}
