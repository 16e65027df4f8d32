//! YAML as a tree that forgives: what is left of a file to read once its first mistake is known.
//!
//! serde stops at the first value that does not fit. To tell every mistake of a file, the file is read
//! into a [`Tree`], the record is read from the tree, the node that did not fit is taken out, and the
//! record is read again until nothing is wrong with what is left.

use crate::diagnostic::{FieldPath, Segment};
use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use std::cell::{Cell, RefCell};
use std::fmt;

/// A node of YAML. Items of a list keep the index that they were written at.
#[derive(Debug, Clone)]
pub enum Tree {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Float(f64),
    Text(Box<str>),
    List(Vec<(usize, Tree)>),
    Map(Vec<(Box<str>, Tree)>),
}

/// How many nodes a record may have, aliases unfolded: far more than any fits in a file without them.
const MOST_NODES: usize = 200_000;

/// How many bytes of text a record may have, aliases unfolded: four times the largest file.
const MOST_BYTES: usize = 1024 * 1024;

/// The message of a file whose aliases unfold to more than that.
pub const TOO_MUCH: &str = "\u{1}too-much";

/// What reading a tree finds.
#[derive(Default)]
pub struct Reading {
    nodes: Cell<usize>,
    bytes: Cell<usize>,
    /// Keys that were written a second time; the first is kept.
    pub duplicates: RefCell<Vec<FieldPath>>,
}

/// Reads a node at a path.
pub struct Node<'a> {
    pub reading: &'a Reading,
    pub path: FieldPath,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Tree;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        let nodes = self.reading.nodes.get() + 1;
        self.reading.nodes.set(nodes);
        if nodes > MOST_NODES {
            return Err(D::Error::custom(TOO_MUCH));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without a tag")
    }
    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Int(value))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Uint(value))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Float(value))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        let bytes = self.reading.bytes.get() + value.len();
        self.reading.bytes.set(bytes);
        if bytes > MOST_BYTES {
            return Err(E::custom(TOO_MUCH));
        }
        Ok(Tree::Text(value.into()))
    }
    fn visit_seq<S: SeqAccess<'de>>(self, mut items: S) -> Result<Tree, S::Error> {
        let mut list = Vec::new();
        let node = |index| Node { reading: self.reading, path: self.path.clone().index(index) };
        while let Some(item) = items.next_element_seed(node(list.len()))? {
            list.push((list.len(), item));
        }
        Ok(Tree::List(list))
    }
    fn visit_map<M: MapAccess<'de>>(self, mut entries: M) -> Result<Tree, M::Error> {
        let mut map: Vec<(Box<str>, Tree)> = Vec::new();
        let key = || Node { reading: self.reading, path: FieldPath::root() };
        while let Some(key) = entries.next_key_seed(key())? {
            let Some(key) = key.into_key() else {
                return Err(M::Error::custom("a key is a word"));
            };
            let path = self.path.clone().key(&key);
            let value = entries.next_value_seed(Node { reading: self.reading, path: path.clone() })?;
            if map.iter().any(|(known, _)| *known == key) {
                self.reading.duplicates.borrow_mut().push(path.on_key());
            } else {
                map.push((key, value));
            }
        }
        Ok(Tree::Map(map))
    }
    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Tree, A::Error> {
        Err(A::Error::custom("YAML tags (`!name`) are not used here"))
    }
}

impl Tree {
    fn into_key(self) -> Option<Box<str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Int(n) => Some(n.to_string().into()),
            Self::Uint(n) => Some(n.to_string().into()),
            Self::Bool(b) => Some(b.to_string().into()),
            _ => None,
        }
    }

    /// Takes out the node that `path` leads to, where list indices count what is left of the lists, and
    /// gives the path as it was written. `None` when there is no such node, or it is the whole record.
    pub fn take_out(&mut self, path: &[Segment]) -> Option<FieldPath> {
        let mut node = self;
        let mut written = FieldPath::root();
        for (depth, segment) in path.iter().enumerate() {
            let last = depth + 1 == path.len();
            match (node, segment) {
                (Tree::Map(entries), Segment::Key(key)) => {
                    let position = entries.iter().position(|(k, _)| k == key)?;
                    written = written.key(key);
                    if last {
                        entries.remove(position);
                        return Some(written);
                    }
                    node = &mut entries[position].1;
                }
                (Tree::List(items), Segment::Index(index)) => {
                    written = written.index(items.get(*index)?.0);
                    if last {
                        items.remove(*index);
                        return Some(written);
                    }
                    node = &mut items[*index].1;
                }
                _ => return None,
            }
        }
        None
    }
}

/// Errors of reading a record from a tree are serde's plain messages.
type TreeError = serde::de::value::Error;

impl<'de> IntoDeserializer<'de, TreeError> for &'de Tree {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Tree {
    type Error = TreeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeError> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(*value),
            Tree::Int(value) => visitor.visit_i64(*value),
            Tree::Uint(value) => visitor.visit_u64(*value),
            Tree::Float(value) => visitor.visit_f64(*value),
            Tree::Text(value) => visitor.visit_str(value),
            Tree::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(|(_, item)| item))),
            Tree::Map(entries) => {
                visitor.visit_map(MapDeserializer::new(entries.iter().map(|(key, value)| (&**key, value))))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TreeError> {
        match self {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TreeError> {
        match self {
            Tree::Text(word) => StrDeserializer::new(word).deserialize_enum(name, variants, visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, TreeError> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
