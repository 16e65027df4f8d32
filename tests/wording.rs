//! What readers are told: dates no more precise than they are known, and the same texts in each language.

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use talent_flow::model::{EdtfDate, EdtfPeriod, Kind, Language, Precision, SourceKind};
use talent_flow::wording::Wording::{Chinese, English};
use talent_flow::wording::{Noun, Wording, fill};
use walkdir::WalkDir;

fn date(text: &str) -> EdtfDate {
    EdtfDate::parse(text).unwrap_or_else(|problem| panic!("{text}: {}", problem.message))
}

/// The wording of a point in time, in both languages.
#[track_caller]
fn says(text: &str, english: &str, chinese: &str) {
    assert_eq!(English.date(&date(text)), english, "{text}");
    assert_eq!(Chinese.date(&date(text)), chinese, "{text}");
}

/// The wording of a period, in both languages.
#[track_caller]
fn spans(text: &str, english: &str, chinese: &str) {
    let period = EdtfPeriod::parse(text).unwrap_or_else(|problem| panic!("{text}: {}", problem.message));
    assert_eq!(English.period(&period), english, "{text}");
    assert_eq!(Chinese.period(&period), chinese, "{text}");
}

#[test]
fn points_in_time() {
    says("2024-09-25", "25 September 2024", "2024年9月25日");
    says("2024-09", "September 2024", "2024年9月");
    says("2024", "2024", "2024年");
    says("2024-Q3", "third quarter of 2024", "2024年第三季度");
    says("2024-21", "spring of 2024", "2024年春季");
    says("2024-24", "winter of 2024 to 2025", "2024年至2025年冬季");
    says("2024-31", "southern autumn of 2024", "2024年南半球秋季");
    says("2024-39", "last four months of 2024", "2024年后四个月");
    says("2024-41", "second half of 2024", "2024年下半年");
    says("201X", "2010s", "2010年代");
    says("-0043", "44 BCE", "公元前44年");
}

#[test]
fn points_in_doubt() {
    says("2017~", "about 2017", "约2017年");
    says("2024-09?", "probably September 2024", "2024年9月（存疑）");
    says("2024-09-25%", "probably about 25 September 2024", "约2024年9月25日（存疑）");
    says("2024-09-?25", "probably 25 September 2024", "2024年9月25日（存疑）");
}

#[test]
fn digits_left_open() {
    says("2024-05-XX", "a day in May 2024", "2024年5月某日");
    says("2024-XX-XX", "a day in 2024", "2024年某日");
    says("2024-XX", "a month in 2024", "2024年某月");
    says("2024-1X", "between October and December 2024", "2024年10月至12月之间");
    says("2024-05-1X", "between 10 and 19 May 2024", "2024年5月10日至19日之间");
    says("20XX", "between 2000 and 2099", "2000年至2099年之间");
    says("201X-XX-XX", "2010s", "2010年代");
    says("XXXX", "an unknown date", "日期不详");
}

#[test]
fn one_of_several() {
    says("[2024-05..2024-06]", "between May and June 2024", "2024年5月至6月之间");
    says("[2023-12..2024-01]", "between December 2023 and January 2024", "2023年12月至2024年1月之间");
    says("[2016..2017]", "between 2016 and 2017", "2016年至2017年之间");
    says("[2024-05-01..2024-05-20]", "between 1 and 20 May 2024", "2024年5月1日至20日之间");
    says("[2024-05-30..2024-06-02]", "between 30 May and 2 June 2024", "2024年5月30日至6月2日之间");
    says("[2024-05..2024-05]", "May 2024", "2024年5月");
    says("[2024-05,2024-07]", "May or July 2024", "2024年5月或7月");
    says("[2024-05-01,2024-05-03]", "1 or 3 May 2024", "2024年5月1日或3日");
    says("[2023,2024-05,2024-07-01]", "2023, May 2024 or 1 July 2024", "2023年、2024年5月或2024年7月1日");
    says("[..2024-08-05]", "by 5 August 2024", "2024年8月5日或更早");
    says("[..2024-08]", "August 2024 or earlier", "2024年8月或更早");
    says("[2024-08..]", "August 2024 or later", "2024年8月或更晚");
}

#[test]
fn periods() {
    spans("2018/2024-11", "2018 to November 2024", "2018年至2024年11月");
    spans("2024-05/2024-06", "May to June 2024", "2024年5月至6月");
    spans("2024-05-01/2024-05-20", "1 to 20 May 2024", "2024年5月1日至20日");
    spans("2018~/2020", "about 2018 to 2020", "约2018年至2020年");
    spans("2018/2018", "2018", "2018年");
    spans("2018/..", "since 2018", "自2018年起");
    spans("../2020", "until 2020", "至2020年止");
    spans("2018/", "from 2018, end unknown", "自2018年起，结束时间不详");
    spans("2024-09", "September 2024", "2024年9月");
}

#[test]
fn calendar() {
    assert_eq!(English.month(2024, 9), "September 2024");
    assert_eq!(Chinese.month(2024, 9), "2024年9月");
    assert_eq!(English.month(2024, 13), "2024");
    assert_eq!(English.day(date("2024-02-29").earliest()), "29 February 2024");
    assert_eq!(Chinese.year(2024), "2024年");
}

/// EDTF as people may write it, and worse.
fn edtf() -> impl Strategy<Value = String> {
    let year = "[?~%]?-?([12][09][0-9X]{2}|[0-9X]{4})(S[1-4])?[?~%]?";
    let month = "[?~%]?([01][0-9X]|[234X][0-9X]|Q[1-4])[?~%]?";
    let day = "[?~%]?([012][0-9]|[0-3X][0-9X])[?~%]?";
    let point = format!("{year}(-{month}(-{day})?)?");
    let element = format!("(\\.\\.)?{point}(\\.\\.({point})?)?");
    let made_of = |pattern: &str| proptest::string::string_regex(pattern).unwrap();
    prop_oneof![
        3 => made_of(&point),
        2 => made_of(&format!("({point}|\\.\\.)?/({point}|\\.\\.)?")),
        3 => made_of(&format!("\\[{element}(,{element}){{0,2}}\\]")),
        1 => made_of("[0-9XQYTE?~%\\[\\]{}/.,-]{0,20}"),
    ]
}

/// Whether an English text names a day of a month: "25 September".
fn names_day(english: &str) -> bool {
    let words: Vec<&str> = english.split(' ').collect();
    let months: Vec<String> = (1..=12).map(|month| English.month(2024, month).replace(" 2024", "")).collect();
    words.windows(2).any(|pair| pair[0].len() < 3 && months.iter().any(|month| month == pair[1]))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 20_000, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn every_date_is_told_and_none_too_precisely(text in edtf()) {
        let Ok(period) = EdtfPeriod::parse(&text) else { return Ok(()) };
        let (english, chinese) = (English.period(&period), Chinese.period(&period));
        prop_assert!(!english.is_empty() && english.trim() == english, "{text}: {english}");
        prop_assert!(!english.contains("  ") && !chinese.contains(' '), "{text}: {english}, {chinese}");
        prop_assert!(chinese.contains(['年', '期']), "{text} is not told: {chinese}");
        if let Ok(date) = EdtfDate::parse(&text) {
            prop_assert_eq!(English.date(&date), english.clone());
        }
        if matches!(period.span().precision(), Precision::Month | Precision::Quarter | Precision::Year) {
            prop_assert!(!chinese.contains('日') && !names_day(&english), "{text}: {english}, {chinese}");
        }
    }
}

#[test]
fn numbers_and_counts() {
    for (n, told) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")]
    {
        assert_eq!(English.number(n), told);
    }
    assert_eq!(English.count(Noun::Move, 1), "1 move");
    assert_eq!(English.count(Noun::Person, 12_345), "12,345 people");
    assert_eq!(English.count(Noun::Move, 0), "0 moves");
    assert_eq!(Chinese.count(Noun::Move, 1), "1次变动");
    assert_eq!(Chinese.count(Noun::Person, 12_345), "12,345人");
    assert_eq!(Noun::from(Kind::Leave), Noun::Leave);
    for wording in Wording::ALL {
        let told: BTreeSet<String> = Noun::ALL.iter().map(|&noun| wording.count(noun, 2)).collect();
        assert_eq!(told.len(), Noun::ALL.len(), "two nouns are told alike");
    }
}

#[test]
fn lists() {
    let list = |n: usize| ["A", "B", "C"][..n].iter().map(ToString::to_string).collect::<Vec<_>>();
    let told = |wording: Wording| [0, 1, 2, 3].map(|n| wording.list(&list(n)));
    assert_eq!(told(English), ["", "A", "A and B", "A, B and C"]);
    assert_eq!(told(Chinese), ["", "A", "A和B", "A、B和C"]);
}

#[test]
fn languages() {
    let wording = |tag: &str| Wording::of(&Language::parse(tag).unwrap());
    assert_eq!(wording("en"), Some(English));
    assert_eq!(wording("zh"), Some(Chinese));
    assert_eq!(wording("de"), None);
}

#[test]
fn labels() {
    assert_eq!(English.claim_field("to.role"), "New role");
    assert_eq!(Chinese.claim_field("announced"), "公布日期");
    assert_eq!(English.claim_field("stated[0].size"), "stated[0].size");
    assert_eq!(English.source_kind(SourceKind::Filing), "Filing");
    assert_eq!(English.link("github"), "GitHub");
}

#[test]
fn each_language_has_the_same_texts() {
    let keys = |wording: Wording| wording.texts().iter().map(|(key, _)| *key).collect::<Vec<_>>();
    assert_eq!(keys(English), keys(Chinese));
    let distinct: BTreeSet<_> = keys(English).into_iter().collect();
    assert_eq!(distinct.len(), keys(English).len(), "a key is there twice");
    for ((key, english), (_, chinese)) in English.texts().iter().zip(Chinese.texts()) {
        let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
        assert!(key.chars().all(is_word), "{key} is no name for a template");
        assert!(!english.is_empty() && !chinese.is_empty(), "{key} is empty");
        assert_eq!(placeholders(english), placeholders(chinese), "{key}");
        assert_eq!(english.ends_with('.'), chinese.ends_with('。'), "{key}: a sentence or not?");
    }
}

/// The files of a folder of the project, put together, without what follows `//` on a line.
fn code(folder: &str, extension: &str) -> String {
    let mut code = String::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for file in WalkDir::new(folder).into_iter().map(Result::unwrap) {
        if file.path().extension().is_some_and(|it| it == extension) {
            let text = fs::read_to_string(file.path()).unwrap();
            code.extend(text.lines().flat_map(|line| [line.split("//").next().unwrap(), "\n"]));
        }
    }
    code
}

/// The names that follow a text wherever it stands; what continues a longer name before it does not count.
fn names_after<'a>(code: &'a str, before: &str) -> BTreeSet<&'a str> {
    let is_part = |c: char| c.is_ascii_lowercase() || c == '_';
    let starts = code.match_indices(before).filter(|(at, _)| !code[..*at].ends_with(is_part));
    let rests = starts.map(|(at, _)| &code[at + before.len()..]);
    let names = rests.map(|rest| &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())]);
    names.filter(|name| !name.is_empty()).collect()
}

/// The strings of arrays that are looked up one by one: `["month", "year"].map(|key| view.text(key))`.
fn keys_of_arrays(code: &str) -> BTreeSet<&str> {
    let arrays = code.split("].map(|key| ").zip(code.split("].map(|key| ").skip(1));
    let looked_up = arrays.filter(|(_, then)| then.split(')').next().unwrap().ends_with("text(key"));
    let array = looked_up.filter_map(|(before, _)| Some(before.rsplit_once('[')?.1));
    array.flat_map(|array| array.split('"').skip(1).step_by(2)).collect()
}

#[test]
fn texts_are_those_that_pages_use() {
    let (templates, pages) = (code("templates", "html"), code("src/pages", "rs"));
    let keys: BTreeSet<&str> = English.texts().iter().map(|(key, _)| *key).collect();
    let mut named = names_after(&templates, "t.");
    named.extend(["text(\"", "filled(\""].iter().flat_map(|call| names_after(&pages, call)));
    named.extend(keys_of_arrays(&pages));
    assert!(named.len() > 200, "this test no longer sees how texts are used");
    let missing: Vec<_> = named.difference(&keys).collect();
    assert!(missing.is_empty(), "used, but there is no such text: {missing:?}");

    // A key may also reach `text` by a variable: any string of the pages may be one.
    let strings = names_after(&pages, "\"");
    let unused: Vec<_> = keys.iter().filter(|key| !named.contains(*key) && !strings.contains(*key)).collect();
    assert!(unused.is_empty(), "no page uses these texts: {unused:?}");
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn filling_in() {
    assert_eq!(fill("Page {n} of {total}", &[("n", "2"), ("total", "9")]), "Page 2 of 9");
    assert_eq!(fill("{name} and {name}", &[("name", "{n}"), ("n", "!")]), "{n} and {n}");
    assert_eq!(fill("{unknown} { {", &[("n", "1")]), "{unknown} { {");
    assert_eq!(fill("第{n}页", &[("n", "一")]), "第一页");
}

#[test]
fn each_language_explains_the_same() {
    let parts = |wording: Wording| -> Vec<(&str, BTreeSet<String>)> {
        let placeholders = |text: &str| -> Vec<String> {
            let opened = text.split('{').skip(1);
            opened.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
        };
        let part = |part: &talent_flow::wording::Explained| {
            assert!(!part.title.is_empty() && !part.paragraphs.is_empty());
            (part.anchor, part.paragraphs.iter().flat_map(|text| placeholders(text)).collect())
        };
        wording.method().iter().map(part).collect()
    };
    assert_eq!(parts(English), parts(Chinese));
    let known = ["days", "handover", "lengths", "people", "years"].map(str::to_owned);
    let used: BTreeSet<String> = parts(English).into_iter().flat_map(|(_, names)| names).collect();
    assert_eq!(used.into_iter().collect::<Vec<_>>(), known, "what `pages/kinds/method.rs` fills in");
    let anchors: BTreeSet<&str> = English.method().iter().map(|part| part.anchor).collect();
    assert_eq!(anchors.len(), English.method().len());
}
