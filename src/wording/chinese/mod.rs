//! What a reader is told in Chinese.

pub mod dates;
pub mod labels;
mod places;
pub mod texts;
pub mod titles;
