//! What is computed of posts.
