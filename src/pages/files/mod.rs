//! The files of the site that are no pages: feeds, calendar, sitemap, style sheets and scripts.

pub mod accent;
pub mod ahead;
pub mod assets;
pub mod map;
pub mod news;
pub mod taken;
