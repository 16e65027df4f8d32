//! What is wrong with a single value, as the value itself says it.

use std::fmt;

/// A value that can't be what it says it is.
///
/// Serde carries errors as text, so [`fmt::Display`] writes the parts with separators that no YAML text
/// holds, and [`Invalid::decode`] reads them again. Several can stand in one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// The code of the finding, such as `invalid-date`.
    pub code: &'static str,
    /// What is wrong, a clause without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// A piece of the value, as written, that is the wrong one.
    pub near: Option<String>,
}

/// The parts of a decoded message: code, message, help, near.
pub type Decoded<'a> = (&'a str, &'a str, Option<&'a str>, Option<&'a str>);

const PART: char = '\u{1f}';
const END: char = '\u{1e}';

impl Invalid {
    /// A problem without a known remedy.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None, near: None }
    }

    /// The same problem with its remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same problem in a piece of the value.
    #[must_use]
    pub fn near(mut self, near: impl Into<String>) -> Self {
        self.near = Some(near.into());
        self
    }

    /// What the problems written into an error message are; none for another message.
    pub fn decode(message: &str) -> Vec<Decoded<'_>> {
        message.split(END).filter_map(decode_one).collect()
    }
}

fn decode_one(one: &str) -> Option<Decoded<'_>> {
    let mut parts = one.split(PART);
    let (code, message) = (parts.next()?, parts.next()?);
    let mut optional = || parts.next().filter(|part| !part.is_empty());
    Some((code, message, optional(), optional()))
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clean = |text: &str| text.replace([PART, END], " ");
        let optional = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
        let (message, help, near) = (clean(&self.message), optional(&self.help), optional(&self.near));
        write!(f, "{}{PART}{message}{PART}{help}{PART}{near}{END}", self.code)
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
