//! YAML to records, with every mistake of a file and its place.

use super::fault::{At, Fault};
use super::messages::{explain, syntax};
use super::tree::{Node, Reading, Tree};
use crate::diagnostic::{Code, FieldPath, Segment};
use serde::de::{DeserializeOwned, DeserializeSeed};

/// Flow brackets that nest deeper than this are refused before libyaml sees them: it takes quadratic time.
const DEEPEST: usize = 100;

/// How many mistakes of one file are told.
const MOST_FAULTS: usize = 100;

/// What was read: a record without its mistakes, and the mistakes.
pub struct Outcome<T> {
    /// `None` when nothing of it could be read.
    pub record: Option<T>,
    pub faults: Vec<Fault>,
}

impl<T> Outcome<T> {
    fn failed(faults: Vec<Fault>) -> Self {
        Self { record: None, faults }
    }
}

/// Reads a record from a YAML text; an empty text is a record without fields.
pub fn read<T: DeserializeOwned + Default>(yaml: &str) -> Outcome<T> {
    try_read(yaml).unwrap_or_else(Outcome::failed)
}

fn try_read<T: DeserializeOwned + Default>(yaml: &str) -> Result<Outcome<T>, Vec<Fault>> {
    let flawless = |record| Ok(Outcome { record: Some(record), faults: Vec::new() });
    if yaml.lines().all(|line| line.trim_start().is_empty() || line.trim_start().starts_with('#')) {
        return flawless(T::default());
    }
    if let Some(byte) = nested_too_deep(yaml) {
        let message = format!("this nests more than {DEEPEST} deep");
        let help = Some("a bracket may be open that was to be closed".to_owned());
        return Err(vec![Fault { at: At::Byte(byte), code: Code::TooDeep, message, help }]);
    }
    let tree = if may_have_aliases(yaml) { Some(tree(yaml)?) } else { None };
    if let Ok(record) = serde_yaml::from_str(yaml) {
        return flawless(record);
    }
    let (mut tree, mut faults) = match tree {
        Some(read) => read,
        None => self::tree(yaml)?,
    };
    let record = mistakes(&mut tree, &mut faults);
    Ok(Outcome { record, faults })
}

/// Reads a record from the tree again and again, each time without the node that did not fit.
fn mistakes<T: DeserializeOwned>(tree: &mut Tree, faults: &mut Vec<Fault>) -> Option<T> {
    while faults.len() < MOST_FAULTS {
        let error = match serde_path_to_error::deserialize::<_, T>(&*tree) {
            Ok(record) => return Some(record),
            Err(error) => error,
        };
        let path = segments(error.path());
        let message = error.inner().to_string();
        let Some(written) = tree.take_out(&path) else {
            faults.extend(explain(&FieldPath::root(), &message));
            return None;
        };
        let inside =
            |fault: &Fault| fault.lost().is_some_and(|path| path.segments().starts_with(written.segments()));
        let already = faults.iter().any(inside);
        // A text whose only language was wrong is not told to be empty as well.
        faults.extend(
            explain(&written, &message).into_iter().filter(|f| !(already && f.code == Code::EmptyText)),
        );
    }
    None
}

/// The tree of a text, with a fault for every key that is written twice.
fn tree(yaml: &str) -> Result<(Tree, Vec<Fault>), Vec<Fault>> {
    let reading = Reading::default();
    let node = Node { reading: &reading, path: FieldPath::root() };
    let tree =
        node.deserialize(serde_yaml::Deserializer::from_str(yaml)).map_err(|e| vec![syntax(yaml, &e)])?;
    let duplicates = reading.duplicates.into_inner().into_iter();
    Ok((tree, duplicates.map(duplicate).collect()))
}

fn duplicate(path: FieldPath) -> Fault {
    let message = match path.segments().last() {
        Some(Segment::Key(key)) => format!("the key `{}` is written twice", key.escape_debug()),
        _ => "this key is written twice".to_owned(),
    };
    let help = Some("keep one of the two".to_owned());
    Fault { at: At::Again(path), code: Code::DuplicateKey, message, help }
}

fn segments(path: &serde_path_to_error::Path) -> Vec<Segment> {
    use serde_path_to_error::Segment as S;
    let segment = |s: &S| match s {
        S::Seq { index } => Some(Segment::Index(*index)),
        S::Map { key } => Some(Segment::Key(key.as_str().into())),
        S::Enum { .. } | S::Unknown => None,
    };
    path.iter().filter_map(segment).collect()
}

/// The byte at which brackets nest too deep, counting all that is not closed again.
///
/// Brackets inside of quotes count too: no text holds a hundred of them open.
fn nested_too_deep(yaml: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut dashes = 0_usize;
    for (position, byte) in yaml.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'-' | b'?' => dashes += 1,
            b' ' => {}
            _ => dashes = 0,
        }
        if depth > DEEPEST || (dashes > DEEPEST && byte == b' ') {
            return Some(position);
        }
    }
    None
}

/// Whether a text may have an anchor and an alias to it. A `&` or `*` of prose counts too, which costs
/// no more than reading the file once more.
fn may_have_aliases(yaml: &str) -> bool {
    let starts_word = |sign: char| {
        yaml.match_indices(sign).any(|(at, _)| {
            let before = yaml[..at].chars().next_back();
            let after = yaml[at + 1..].chars().next();
            before.is_none_or(|c| c.is_whitespace() || "[{,:?".contains(c))
                && after.is_some_and(|c| !c.is_whitespace())
        })
    };
    yaml.contains('&') && starts_word('&') && starts_word('*')
}
