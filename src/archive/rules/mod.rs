//! The rules that hold between records: one file a family, all in one table.
//!
//! Each rule is a function that looks at the whole archive and adds what it finds. Rules about a single
//! record are in the types of `model` (a value that checks itself), in `records` (required keys,
//! references) and in [`kinds`].

pub mod dates;
pub mod duplicates;
pub mod figures;
pub mod kinds;
pub mod posts;
pub mod sources;
pub mod stints;

use super::Archive;
use super::careers::Contradiction;
use super::findings::Findings;

/// What rules look at.
pub struct Records<'a> {
    pub archive: &'a Archive,
    pub contradictions: &'a [Contradiction],
}

/// All rules, in no particular order: findings are sorted by place.
pub const RULES: &[fn(&Records, &mut Findings)] = &[
    stints::contradictions,
    stints::after_death,
    posts::taken,
    dates::first_of_january,
    dates::formed_and_dissolved,
    dates::within_a_record,
    duplicates::moves,
    sources::weak,
    figures::percent,
    figures::stated_sizes,
    figures::parents,
];
