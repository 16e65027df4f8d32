//! A static-site generator for talent-flow timelines.

pub mod archive;
pub mod commands;
pub mod content;
pub mod diagnostic;
pub mod model;
pub mod output;
pub mod wording;
