//! Titles of moves in Chinese.

use crate::wording::headline::Headline;

/// The title of a move.
pub fn title(headline: &Headline) -> String {
    headline.person.to_owned()
}
