//! What serde and libyaml say is wrong, in words for a person.

use super::fault::{At, Fault};
use super::tree::TOO_MUCH;

use crate::diagnostic::{Code, FieldPath, Segment, nearest};
use crate::model::Invalid;

/// The faults that a message of serde stands for: one of its own, or those that a value wrote into it.
pub fn explain(path: &FieldPath, message: &str) -> Vec<Fault> {
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

/// Why a text is no YAML, or not a record's.
pub fn syntax(yaml: &str, error: &serde_yaml::Error) -> Fault {
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
