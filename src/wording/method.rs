//! How the numbers are computed, told to a reader.

/// One part of the explanation, which other pages can link to.
#[derive(Debug, Clone, Copy)]
pub struct Explained {
    /// The anchor; the same in each language.
    pub anchor: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The paragraphs, with `{placeholders}` for the numbers that the analysis sets.
    pub paragraphs: &'static [&'static str],
}
