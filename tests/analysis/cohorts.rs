//! What is computed of cohorts.
