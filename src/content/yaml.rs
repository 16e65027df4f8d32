//! YAML to records, with every mistake of a file and its place.

use super::tree::{Node, Reading, TOO_MUCH, Tree};
use crate::diagnostic::{Code, FieldPath, Segment, nearest};
use crate::model::Invalid;
use serde::de::{DeserializeOwned, DeserializeSeed};

/// A mistake in a YAML text.
#[derive(Debug)]
pub struct Fault {
    pub at: At,
    pub code: Code,
    pub message: String,
    pub help: Option<String>,
}

impl Fault {
    /// The field that is not in the record, because of this.
    pub fn lost(&self) -> Option<&FieldPath> {
        match &self.at {
            At::Field(path) | At::Inside(path, _) if self.code != Code::UnknownKey => Some(path),
            _ => None,
        }
    }
}

/// Where a mistake is.
#[derive(Debug)]
pub enum At {
    /// At a field.
    Field(FieldPath),
    /// At a key where it is written the second time.
    Again(FieldPath),
    /// At a text inside the field, such as an HTML tag in a note.
    Inside(FieldPath, Box<str>),
    /// At a byte of the YAML text, counted from 0.
    Byte(usize),
    /// Nowhere in particular.
    Text,
}

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

/// The faults that a message of serde stands for: one of its own, or those that a value wrote into it.
fn explain(path: &FieldPath, message: &str) -> Vec<Fault> {
    let found = Invalid::decode(message);
    if found.is_empty() {
        return vec![in_our_words(path, message)];
    }
    let fault = |(code, message, help, near): (&str, &str, Option<&str>, Option<&str>)| Fault {
        at: match near {
            Some(near) => At::Inside(path.clone(), near.into()),
            None if is_about_key(path, message) => At::Field(path.clone().on_key()),
            None => At::Field(path.clone()),
        },
        code: Code::named(code).unwrap_or(Code::WrongType),
        message: message.to_owned(),
        help: help.map(str::to_owned),
    };
    found.into_iter().map(fault).collect()
}

/// Whether a value's message is about the last key of its path: an id or a language that keys a map.
fn is_about_key(path: &FieldPath, message: &str) -> bool {
    match path.segments().last() {
        Some(Segment::Key(key)) => message.starts_with(&format!("`{}`", key.escape_debug())),
        _ => false,
    }
}

/// serde's own messages: an unknown key, an unknown word, another type.
fn in_our_words(path: &FieldPath, message: &str) -> Fault {
    let ticked: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let fault = |at, code, message, help| Fault { at: At::Field(at), code, message, help };
    if message.starts_with("unknown field") {
        // The name may hold a backtick of its own, so it is taken from the path.
        let name = match path.segments().last() {
            Some(Segment::Key(key)) => &**key,
            _ => "",
        };
        let known = message.split_once(", expected ").map_or("", |(_, known)| known);
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        return fault(
            path.clone().on_key(),
            Code::UnknownKey,
            format!("unknown key `{}`", shortened(&name.escape_debug().to_string())),
            suggest(name, &known, "keys"),
        );
    }
    if message.starts_with("unknown variant") {
        let known = message.split_once(", expected ").map_or("", |(_, known)| known);
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        let word = ticked.first().copied().unwrap_or("");
        return fault(
            path.clone(),
            Code::UnknownValue,
            format!("unknown value `{}`", shortened(&word.escape_debug().to_string())),
            suggest(word, &known, "words"),
        );
    }
    let described =
        message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    let (told, help) = match described.map(|rest| (rest, rest.rsplit_once(", expected "))) {
        Some((_, Some((found, expected)))) => {
            (format!("expected {}, found {}", plain(expected), plain(found)), remedy(expected, found))
        }
        Some((rest, None)) => (plain(rest), None),
        None => (message.to_owned(), None),
    };
    fault(path.clone(), Code::WrongType, told, help)
}

/// serde's names of types as a person would say them.
fn plain(name: &str) -> String {
    let said = match name {
        "unit value" => "nothing",
        "sequence" | "a sequence" => "a list",
        "map" | "a map" => "a map of keys to values",
        "u32" | "u64" | "i64" => "a whole number",
        "f64" => "a number",
        "a boolean" => "`true` or `false`",
        name if name.starts_with("struct ") => "a map of keys to values",
        name if name.starts_with("variant of enum") || name == "variant identifier" => "a word",
        name => {
            let renamed = [
                ("string ", "the text "),
                ("integer ", "the number "),
                ("floating point ", "the number "),
                ("boolean ", ""),
            ];
            let renamed = renamed
                .iter()
                .find_map(|(old, new)| Some(format!("{new}{}", shortened(name.strip_prefix(old)?))));
            return renamed.unwrap_or_else(|| name.to_owned());
        }
    };
    said.to_owned()
}

/// The beginning of a long text.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        text.to_owned()
    } else {
        text.chars().take(MOST).chain(['…']).collect()
    }
}

/// What to write where a value of another type was found.
fn remedy(expected: &str, found: &str) -> Option<String> {
    if (expected == "a sequence" || expected.starts_with("a list"))
        && !found.starts_with("unit")
        && !found.starts_with("map")
    {
        return Some("put it in brackets: `[…]`".to_owned());
    }
    let is_scalar = found.starts_with("boolean") || found.starts_with("floating point");
    (expected.starts_with("a text") && is_scalar).then(|| "put it in quotes".to_owned())
}

/// The nearest of the words that would do, or all of them when there are few.
fn suggest(word: &str, known: &[&str], what: &str) -> Option<String> {
    if let Some(near) = nearest(word, known.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let list: Vec<String> = known.iter().map(|k| format!("`{k}`")).collect();
    (!list.is_empty()).then(|| format!("the {what} here are {}", list.join(", ")))
}

fn syntax(yaml: &str, error: &serde_yaml::Error) -> Fault {
    let at = match error.location() {
        Some(location) => At::Byte(location.index()),
        None => At::Text,
    };
    let full = error.to_string();
    if full.contains(TOO_MUCH) || full.contains("repetition limit") {
        let message = "the aliases (`*name`) of this file unfold to more than any record holds".to_owned();
        return Fault {
            at: At::Text,
            code: Code::TooMuch,
            message,
            help: Some("write the values out".to_owned()),
        };
    }
    if full.contains("recursion limit") {
        let message = "this is nested deeper than any record is".to_owned();
        return Fault { at, code: Code::TooDeep, message, help: None };
    }
    let cause = full.split(" at line ").next().unwrap_or(&full).trim_start_matches("did not find ");
    let message = if full.starts_with("did not find ") {
        format!("expected {}", cause.trim_start_matches("expected "))
    } else {
        cause.to_owned()
    };
    Fault {
        at,
        code: Code::YamlSyntax,
        message: format!("this is not YAML: {message}"),
        help: syntax_help(yaml, &full),
    }
}

/// The slips that contributors make most.
fn syntax_help(yaml: &str, message: &str) -> Option<String> {
    if yaml.lines().any(|line| line.trim_start_matches(' ').starts_with('\t')) {
        return Some("indent with spaces, not with tabs".to_owned());
    }
    if message.contains("mapping values are not allowed") {
        return Some("a text that holds `: ` is written in quotes".to_owned());
    }
    if message.contains("more than one document") {
        return Some("one file is one record: delete the line `---` between them".to_owned());
    }
    None
}

/// The byte at which brackets nest too deep, counting all that is not closed again.
///
/// Brackets inside of quotes count too: no text holds a hundred of them open.
fn nested_too_deep(yaml: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut dashes = 0_usize;
    for (position, c) in yaml.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            '-' | '?' => dashes += 1,
            ' ' => {}
            _ => dashes = 0,
        }
        if depth > DEEPEST || (dashes > DEEPEST && c == ' ') {
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
