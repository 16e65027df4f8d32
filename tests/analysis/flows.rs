//! What is computed of flows.
