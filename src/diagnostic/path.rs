//! The path of a field inside a record: `sources[2].url`.

use std::fmt;

/// The way from the top of a record to one of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldPath {
    segments: Vec<Segment>,
    on_key: bool,
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Into the value of a key.
    Key(Box<str>),
    /// Into an item of a list, from 0.
    Index(usize),
}

impl FieldPath {
    /// The whole record.
    pub fn root() -> Self {
        Self::default()
    }

    /// The value of a key of the record.
    pub fn of(key: &str) -> Self {
        Self::root().key(key)
    }

    /// The value of a key of this value.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.segments.push(Segment::Key(key.into()));
        self
    }

    /// An item of this list.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.segments.push(Segment::Index(index));
        self
    }

    /// The key itself rather than its value.
    #[must_use]
    pub fn on_key(mut self) -> Self {
        self.on_key = true;
        self
    }

    /// Whether the key is meant rather than its value.
    pub fn is_on_key(&self) -> bool {
        self.on_key
    }

    /// The steps.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::Key(key) if i == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
