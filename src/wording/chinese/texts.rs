//! The texts of the interface.

/// Every text, by its key.
pub const TEXTS: &[(&str, &str)] = &[("home", "Home")];
