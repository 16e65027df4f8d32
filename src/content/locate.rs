//! From the path of a field to its place in the file.
//!
//! Records do not remember where they were written. When there is something to report, the YAML is read
//! once more by a seed that follows the path and fails on purpose at the node; where that failure
//! happened is the place.

use crate::diagnostic::{FieldPath, Segment};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;
use std::ops::Range;

/// The bytes of `yaml` that the field at `path` is written in; where a part of the path is not written
/// (a missing key), those of the nearest part that is.
pub fn locate(yaml: &str, path: &FieldPath) -> Option<Range<usize>> {
    let mut segments = path.segments();
    let mut on_key = path.is_on_key();
    loop {
        if let Some(range) = locate_exactly(yaml, segments, on_key, 0) {
            return Some(range);
        }
        segments = segments.split_last()?.1;
        on_key = segments.last().is_some_and(|s| matches!(s, Segment::Key(_)));
        if segments.is_empty() {
            return None;
        }
    }
}

/// The bytes of a key where it is written the second time.
pub fn locate_again(yaml: &str, path: &FieldPath) -> Option<Range<usize>> {
    locate_exactly(yaml, path.segments(), true, 1)
}

fn locate_exactly(yaml: &str, segments: &[Segment], on_key: bool, skip: usize) -> Option<Range<usize>> {
    let length = Cell::new(1);
    let seed = Follow { segments, on_key, skip, length: &length };
    let error = seed.deserialize(serde_yaml::Deserializer::from_str(yaml)).err()?;
    if !error.to_string().contains(HERE) {
        return None;
    }
    let start = error.location()?.index().min(yaml.len());
    Some(start..start + written_length(yaml.get(start..)?, length.get()))
}

/// How many bytes a value of `length` bytes takes where it is written, quotes included.
fn written_length(rest: &str, length: usize) -> usize {
    let line = rest.lines().next().unwrap_or("").trim_end();
    let quoted = |quote| line[1..].find(quote).map_or(line.len(), |end| end + 2);
    match line.chars().next() {
        Some(quote @ ('"' | '\'')) => quoted(quote),
        Some('|' | '>' | '{' | '[') => 1,
        _ => length.min(line.len()).max(1),
    }
}

const HERE: &str = "\u{1}here";

/// Follows a path and fails at its end.
struct Follow<'a> {
    segments: &'a [Segment],
    on_key: bool,
    /// How many times the key at the end is passed over.
    skip: usize,
    length: &'a Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for Follow<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.segments.is_empty() {
            return deserializer.deserialize_any(Target(self.length));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Follow<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("something else")
    }
    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<(), S::Error> {
        let Some((Segment::Index(wanted), rest)) = self.segments.split_first() else {
            return Err(S::Error::custom("another path"));
        };
        for _ in 0..*wanted {
            if items.next_element::<IgnoredAny>()?.is_none() {
                return Err(S::Error::custom("a shorter list"));
            }
        }
        items.next_element_seed(Follow { segments: rest, ..self })?;
        Err(S::Error::custom("another path"))
    }
    fn visit_map<M: MapAccess<'de>>(self, mut entries: M) -> Result<(), M::Error> {
        let Some((Segment::Key(wanted), rest)) = self.segments.split_first() else {
            return Err(M::Error::custom("another path"));
        };
        let stop = self.on_key && rest.is_empty();
        let mut seen = 0;
        let key = |seen| Key { wanted, stop: stop && seen == self.skip, length: self.length };
        while let Some(found) = entries.next_key_seed(key(seen))? {
            if found && !stop {
                entries.next_value_seed(Follow { segments: rest, ..self })?;
                return Err(M::Error::custom("another path"));
            }
            seen += usize::from(found);
            entries.next_value::<IgnoredAny>()?;
        }
        Err(M::Error::custom("no such key"))
    }
}

/// Reads a key, tells whether it is the wanted one, and may fail there.
struct Key<'a> {
    wanted: &'a str,
    stop: bool,
    length: &'a Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = bool;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = bool;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }
    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        if key == self.wanted && self.stop {
            self.length.set(key.len());
            return Err(E::custom(HERE));
        }
        Ok(key == self.wanted)
    }
}

/// The node itself: fails whatever it is.
struct Target<'a>(&'a Cell<usize>);

impl Visitor<'_> for Target<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HERE)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.set(text.len());
        Err(E::custom(HERE))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }
}
