//! Texts as search compares them, and the tokens that they are found by.
//!
//! `static/js/search.js` folds what a reader writes in the same way; a test in a browser holds one against
//! the other.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a token of words, or of a whole name.
const LONGEST: usize = 24;

/// The most characters of a token within a title in a script without spaces.
const GRAM: usize = 2;

/// A text without case, accents, widths and punctuation (NFKD without its marks, lower case, NFC): words,
/// and runs of a script without spaces, with one space between them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    if text.is_ascii() {
        separate(text.chars().map(|c| c.to_ascii_lowercase()), &mut folded);
    } else {
        let plain: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
        separate(plain.to_lowercase().nfc(), &mut folded);
    }
    folded
}

fn separate(chars: impl Iterator<Item = char>, folded: &mut String) {
    let mut before = None;
    for c in chars.filter(|c| !is_joint(*c)) {
        if !c.is_alphanumeric() {
            before = None;
            continue;
        }
        let is_dense = is_dense(c);
        if before != Some(is_dense) && !folded.is_empty() {
            folded.push(' ');
        }
        before = Some(is_dense);
        match spelled(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
}

/// What stands within a name and is left out as often: O’Brien, 萨姆·奥尔特曼.
fn is_joint(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{30fb}'
    )
}

/// Letters that Unicode does not take for another with an accent, and people do.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        _ => return None,
    })
}

/// Whether a character is of a script that sets no spaces between words, so that a word can begin anywhere.
pub fn is_dense(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{312f}'
            | '\u{31a0}'..='\u{31ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
    )
}

/// What a text is found by: the beginning of a token is what a reader writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// A part of the folded text.
    pub text: &'a str,
    /// Whether the text begins with it.
    pub is_first: bool,
    /// Whether it is all of the text.
    pub is_whole: bool,
}

/// The tokens of a folded text. Of a name, what begins at each word, or at each character of a script without
/// spaces, with as much as follows: so a name is found by all of it. Of a title, which is longer and has more that
/// others have too, all of it from its beginning, and then each word or two characters.
pub fn tokens(folded: &str, is_name: bool) -> impl Iterator<Item = Token<'_>> {
    starts(folded).map(move |(at, is_dense)| {
        let (rest, is_first) = (&folded[at..], at == 0);
        let end = match is_dense {
            _ if is_name || is_first => clip(rest, LONGEST, |c| self::is_dense(c) != is_dense && c != ' '),
            true => clip(rest, GRAM, |c| !self::is_dense(c)),
            false => clip(rest, LONGEST, |c| c == ' '),
        };
        let text = rest[..end].trim_end();
        Token { text, is_first, is_whole: text.len() == folded.len() }
    })
}

/// Where tokens begin, and whether each is of a script without spaces.
fn starts(folded: &str) -> impl Iterator<Item = (usize, bool)> {
    let mut before = ' ';
    folded.char_indices().filter_map(move |(at, c)| {
        let is_start = c != ' ' && (before == ' ' || is_dense(c));
        before = c;
        is_start.then(|| (at, is_dense(c)))
    })
}

/// The bytes of at most `most` characters, before the first at which `ends`.
fn clip(text: &str, most: usize, ends: impl Fn(char) -> bool) -> usize {
    let end = text.char_indices().enumerate().find(|(n, (_, c))| *n == most || ends(*c));
    end.map_or(text.len(), |(_, (at, _))| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, is_name: bool) -> Vec<String> {
        tokens(&fold(text), is_name).map(|token| token.text.to_owned()).collect()
    }

    #[test]
    fn case_accents_widths_and_punctuation_do_not_matter() {
        for (text, folded) in [
            ("Lilian WENG", "lilian weng"),
            ("  Joaquin Quiñonero‑Candela ", "joaquin quinonero candela"),
            ("Łukasz Strauß, O’Brien", "lukasz strauss obrien"),
            ("ＯｐｅｎＡＩ　２０２４", "openai 2024"),
            ("翁荔（Lilian）", "翁荔 lilian"),
            ("萨姆·奥尔特曼", "萨姆奥尔特曼"),
            ("GPT之父", "gpt 之父"),
            ("İstanbul", "istanbul"),
            ("한국", "한국"),
            ("— !", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(fold(folded), folded, "folding twice");
        }
    }

    #[test]
    fn words_begin_tokens_and_so_does_each_chinese_character() {
        assert_eq!(told("Ada Example", true), ["ada example", "example"]);
        assert_eq!(told("Ada Example leaves", false), ["ada example leaves", "example", "leaves"]);
        assert_eq!(told("奥尔特曼", true), ["奥尔特曼", "尔特曼", "特曼", "曼"]);
        assert_eq!(told("翁荔离开 OpenAI", false), ["翁荔离开", "荔离", "离开", "开", "openai"]);
        assert_eq!(told("A very long name that no token holds", true)[0], "a very long name that no");
    }
}
