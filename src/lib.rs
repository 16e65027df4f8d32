pub mod archive;
pub mod model;
pub mod wording;
