//! The pictures of pages: what the charts draw, the words under it, and the table that says the same.

pub mod bars;
pub mod career;
pub mod cells;
pub mod chart;
pub mod lanes;
pub mod remaining;
pub mod rhythm;
pub mod river;
pub mod sankey;
