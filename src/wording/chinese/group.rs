//! The title of a group of people inside of a sentence.

/// The title as it goes on in a sentence: as it is.
#[expect(clippy::unnecessary_wraps, reason = "what is spoken has one shape in each language")]
pub fn in_sentence(title: &str) -> Option<String> {
    Some(title.to_owned())
}
