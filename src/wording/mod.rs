//! What a reader is told in words, in each language that the program ships.
//!
//! Dates say no more than is known, titles of moves are composed from their fields, and every text of
//! the interface stands here, so that no template holds a word of its own.
