//! What a reader is told in Chinese.

pub mod dates;
pub mod group;
pub mod labels;
pub mod method;
mod places;
pub mod tenure;
pub mod texts;
pub mod titles;
