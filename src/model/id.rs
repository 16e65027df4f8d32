//! Ids: the name of a record, its file and its address.

use super::Invalid;
use serde::{Deserialize, Deserializer};
use std::fmt;

/// `[a-z0-9]+(-[a-z0-9]+)*`, at most 120 characters, and no device name of Windows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// Names that Windows opens as a device whatever the extension
/// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

impl Id {
    /// The longest id, in characters.
    pub const MAX: usize = 120;

    /// Reads an id.
    ///
    /// # Errors
    /// `invalid-id` with the nearest id that would do, `reserved-id` for a device name.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let well_formed = text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        if !well_formed {
            let problem = Invalid::new(
                "invalid-id",
                format!(
                    "`{}` is not an id: lower-case letters and digits, in words joined by `-`",
                    text.escape_debug()
                ),
            );
            let near = Self::slug(text);
            return Err(if near.is_empty() { problem } else { problem.help(format!("write `{near}`")) });
        }
        if text.len() > Self::MAX {
            return Err(Invalid::new(
                "invalid-id",
                format!("an id has at most {} characters, this one {}", Self::MAX, text.len()),
            ));
        }
        if is_device(text) {
            return Err(Invalid::new(
                "reserved-id",
                format!("`{text}` names a device on Windows, where no such file can exist"),
            )
            .help(format!("add a word: `{text}-1`")));
        }
        Ok(Self(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn slug(text: &str) -> String {
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let mut slug = words.join("-");
        slug.truncate(Self::MAX);
        slug
    }
}

fn is_device(text: &str) -> bool {
    let numbered = |prefix: &str| {
        text.strip_prefix(prefix).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    };
    DEVICES.contains(&text) || numbered("com") || numbered("lpt")
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "an id such as `lilian-weng`", Self::parse)
    }
}
