//! The search index: what a reader may look for, in files small enough to be loaded as they type.
//!
//! An [`Entry`] is a record in one language with the names that it is found by. Each name is folded and cut
//! into tokens, whose beginnings are what a reader writes. The tokens, sorted, are laid out in *shards*: files
//! of about [`SHARD`] bytes, each with the entries of a range of tokens. A beginning whose tokens fill more than
//! one shard has a list of its own with the [`BEST`] entries, as has a token with more than that. So one file
//! answers a word, however large the site is; three are read at most, for several words. A *directory* tells
//! which. An index of up to [`ALONE`] bytes is one shard. The files are scripts, which a page can load from a folder too, and hold nothing but data.

mod fold;
mod index;
mod shards;

pub use fold::{fold, is_dense};
pub use index::{By, Entry, Gathering, Index, Name};
pub use shards::Shard;

/// About the most that a shard holds, in bytes; a single token with long texts may take more.
pub const SHARD: usize = 90 * 1024;

/// What an index holds that is one shard, in bytes: not much more to load, and nothing is left out.
pub const ALONE: usize = 160 * 1024;

/// The most entries of one token, and of a beginning that many tokens have.
pub const BEST: usize = 100;

/// The most entries that a word within their titles finds: those added first.
pub const TITLES: u32 = 20;

/// The most characters of a text that are shown and found.
pub const CLIP: usize = 160;
