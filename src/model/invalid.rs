//! What is wrong with a single value, as the value itself says it.

use std::fmt;

/// A value that can't be what it says it is.
///
/// Serde carries errors as text, so [`fmt::Display`] writes the three parts with a separator that no
/// YAML text holds, and [`Invalid::decode`] reads them again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The code of the finding, such as `invalid-date`.
    pub code: &'static str,
    /// What is wrong, a clause without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

const SEPARATOR: char = '\u{1f}';

impl Invalid {
    /// A problem without a known remedy.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None }
    }

    /// The same problem with its remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The parts (code, message, help) of an error message that an `Invalid` wrote.
    pub fn decode(message: &str) -> Option<(&str, &str, Option<&str>)> {
        let mut parts = message.trim_matches(SEPARATOR).split(SEPARATOR);
        message.starts_with(SEPARATOR).then_some(())?;
        Some((parts.next()?, parts.next()?, parts.next()))
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SEPARATOR}{}{SEPARATOR}{}", self.code, self.message)?;
        if let Some(help) = &self.help {
            write!(f, "{SEPARATOR}{help}")?;
        }
        write!(f, "{SEPARATOR}")
    }
}

impl std::error::Error for Invalid {}

/// Reads a scalar of any type as the text it stands for, and makes a value of it.
///
/// `2024` is a number to YAML and a year to us; both the text of a file and a tree read from it come
/// through here, so both accept the same.
pub(crate) fn scalar<'de, D, T>(
    deserializer: D,
    expected: &'static str,
    parse: fn(&str) -> Result<T, Invalid>,
) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
{
    struct Scalar<T>(&'static str, fn(&str) -> Result<T, Invalid>);
    impl<T> serde::de::Visitor<'_> for Scalar<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            (self.1)(text).map_err(E::custom)
        }
        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }
        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<T, E> {
            self.visit_str(&number.to_string())
        }
    }
    deserializer.deserialize_any(Scalar(expected, parse))
}
