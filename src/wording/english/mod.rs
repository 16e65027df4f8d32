//! What a reader is told in English.

pub mod dates;
pub mod group;
pub mod labels;
pub mod method;
mod places;
pub mod tenure;
pub mod texts;
pub mod titles;
