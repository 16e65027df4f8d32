//! What is computed of waves.
