//! The house keeps its plan: which module may use which is written here once, and held against the
//! `use` lines and paths of the code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module, and the modules of ours that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("diagnostic", &[]),
    ("content", &["model", "diagnostic"]),
    ("archive", &["content", "model", "diagnostic"]),
    ("wording", &["archive", "model"]),
    ("analysis", &["archive", "model"]),
    ("charts", &["model"]),
    ("feeds", &["model"]),
    ("search", &[]),
    ("pages", &["feeds", "charts", "search", "wording", "analysis", "archive", "diagnostic", "model"]),
    ("output", &[]),
    ("commands", &["pages", "output", "wording", "analysis", "archive", "content", "diagnostic", "model"]),
];

/// The folders of `pages`: each may use those before it.
const PAGES: &[&str] = &["routes", "view", "frame", "rows", "pictures", "files", "kinds"];

/// Crates that only one module knows, or two that write the same.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("walkdir", &["content"]),
    ("serde_yaml", &["content"]),
    ("pulldown_cmark", &["content"]),
    ("tera", &["pages"]),
    ("annotate_snippets", &["diagnostic"]),
    ("clap", &["commands"]),
    ("indicatif", &["commands"]),
    ("comfy_table", &["commands"]),
    ("terminal_size", &["commands"]),
    ("rustix", &["output"]),
    ("quick_xml", &["charts", "feeds"]),
    ("uuid", &["feeds"]),
    ("unicode_width", &["charts"]),
    ("unicode_normalization", &["search"]),
];

fn sources(module: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(module).unwrap().map(Result::unwrap) {
        match entry.path() {
            path if path.is_dir() => sources(&path, into),
            path if path.extension().is_some_and(|e| e == "rs") => into.push(path),
            _ => {}
        }
    }
}

/// Code without comments: what follows `//` on a line is left out.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

/// The modules of ours that a text names: `crate::model`, `use crate::{archive, model}`.
fn used(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for (_, rest) in code.match_indices("crate::").map(|(at, m)| (at, &code[at + m.len()..])) {
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split("};").next().unwrap();
                let mut depth = 0_usize;
                for part in list.split_inclusive([',', '{', '}']) {
                    if depth == 0 {
                        found.insert(word(part.trim_start()));
                    }
                    depth = (depth + part.matches('{').count()).saturating_sub(part.matches('}').count());
                }
            }
            None => {
                found.insert(word(rest));
            }
        }
    }
    found.remove("");
    found
}

fn modules() -> Vec<(String, Vec<PathBuf>)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules = Vec::new();
    for entry in fs::read_dir(src).unwrap().map(Result::unwrap).filter(|e| e.path().is_dir()) {
        let mut files = Vec::new();
        sources(&entry.path(), &mut files);
        modules.push((entry.file_name().into_string().unwrap(), files));
    }
    modules
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let mut wrong = Vec::new();
    for (module, files) in modules() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            panic!("the module {module} is not in the table");
        };
        for file in files {
            for name in used(&code(&file)) {
                if name != module && !allowed.contains(&&*name) {
                    wrong.push(format!("{}: {module} may not use {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_folders_of_pages_use_those_before_them() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages");
    let mut wrong = Vec::new();
    for (at, folder) in PAGES.iter().enumerate().skip(1) {
        let mut files = Vec::new();
        sources(&pages.join(folder), &mut files);
        assert!(!files.is_empty(), "{folder}");
        for file in files {
            let code = code(&file);
            let later = PAGES[at + 1..].iter().filter(|later| code.contains(&format!("pages::{later}::")));
            wrong.extend(later.map(|later| format!("{}: {folder} uses {later}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_map_shows_the_same_table() {
    let map = include_str!("../ARCHITECTURE.md");
    let row = |line: &'static str| -> Option<(&str, BTreeSet<&str>)> {
        let [_, name, _, used, _] = line.split('|').collect::<Vec<_>>().try_into().ok()?;
        let name = name.trim().strip_prefix('`')?.strip_suffix('`')?;
        Some((name, used.split('`').skip(1).step_by(2).collect()))
    };
    let shown: Vec<_> = map.lines().filter_map(row).collect();
    assert_eq!(shown.len(), MAY_USE.len(), "each module has a row");
    for (name, allowed) in MAY_USE {
        let (_, used) = shown.iter().find(|(shown, _)| shown == name).expect(name);
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert!(*used == allowed || *name == "commands", "{name} may use {allowed:?}, not {used:?}");
    }
}

#[test]
fn some_crates_have_few_users() {
    let mut wrong = Vec::new();
    for (module, files) in modules() {
        for file in files {
            let code = code(&file);
            for (name, homes) in ONLY_IN {
                if !homes.contains(&&*module) && code.contains(&format!("{name}::")) {
                    wrong.push(format!("{}: only {homes:?} use {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_commands_print() {
    for (module, files) in modules().into_iter().filter(|(module, _)| module != "commands") {
        for file in files {
            let code = code(&file);
            for word in ["println!", "print!(", "dbg!", "std::process::exit", "stdout()", "stderr()"] {
                assert!(!code.contains(word), "{}: {module} prints ({word})", file.display());
            }
        }
    }
}

#[test]
fn nothing_of_the_middle_reads_a_clock_or_the_environment() {
    for (module, files) in modules().into_iter().filter(|(m, _)| m != "commands" && m != "output") {
        for file in files {
            let code = code(&file);
            for word in ["SystemTime", "Instant::now", "Utc::now", "Local::now", "env::var", "TcpStream"] {
                assert!(!code.contains(word), "{}: {module} uses {word}", file.display());
            }
        }
    }
}

#[test]
fn the_reader_of_use_lines_sees_what_is_used() {
    let found = used("use crate::{archive::{Step, Change}, model};\nlet x = crate::content::Root;");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["archive", "content", "model"]);
}
