//! The files below `content/`, and which record each of them is.

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::model::text::is_control;
use crate::model::{Id, Language};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The kinds of records, by folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folder {
    /// `site.yaml` itself.
    Site,
    /// `people/`.
    People,
    /// `orgs/`.
    Orgs,
    /// `moves/`.
    Moves,
    /// `events/`.
    Events,
    /// `cohorts/`.
    Cohorts,
    /// `figures/`.
    Figures,
    /// `sources/`.
    Sources,
    /// `pages/`.
    Pages,
}

const FOLDERS: [(&str, Folder); 8] = [
    ("people", Folder::People),
    ("orgs", Folder::Orgs),
    ("moves", Folder::Moves),
    ("events", Folder::Events),
    ("cohorts", Folder::Cohorts),
    ("figures", Folder::Figures),
    ("sources", Folder::Sources),
    ("pages", Folder::Pages),
];

/// A file that is a record, or the translation of one.
#[derive(Debug)]
pub struct Entry {
    /// Where to read it.
    pub path: PathBuf,
    /// How findings call it: `content/moves/2024/x.yaml`.
    pub file: Box<str>,
    pub folder: Folder,
    pub id: Id,
    pub form: Form,
}

/// How a record is written.
#[derive(Debug, PartialEq, Eq)]
pub enum Form {
    /// All fields.
    Yaml,
    /// Fields, then the note.
    Markdown,
    /// The note in another language.
    Translation(Language),
}

/// Lists the records below `content/` by path, and reports what is no record. Files and folders whose
/// name starts with a dot are left alone.
pub fn walk(root: &Path) -> (Vec<Entry>, Vec<Diagnostic>) {
    let content = root.join("content");
    let listed = WalkDir::new(&content).into_iter().filter_entry(is_visible);
    let listed: Vec<walkdir::Result<DirEntry>> = listed.collect();
    let told = |entry: walkdir::Result<DirEntry>| match entry {
        Ok(entry) => record(root, &content, &entry),
        Err(error) => Err(unreadable(root, &error)),
    };
    let told: Vec<Result<Option<Entry>, Diagnostic>> = listed.into_par_iter().map(told).collect();
    let (mut entries, mut findings) = (Vec::with_capacity(told.len()), Vec::new());
    for told in told {
        match told {
            Ok(entry) => entries.extend(entry),
            Err(finding) => findings.push(finding),
        }
    }
    entries.par_sort_unstable_by(|a, b| a.file.cmp(&b.file));
    (entries, findings)
}

/// Whether the name of a file or folder starts with no dot; that of the walk's own folder is never asked.
pub fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// What is said of a file or folder that the walk could not look at.
pub fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let file = error.path().map_or_else(|| "content".to_owned(), |path| name_of(root, path));
    let message = match error.io_error() {
        Some(error) => format!("this can't be read: {error}"),
        None => "this can't be read".to_owned(),
    };
    Diagnostic::in_file(&file, Code::UnreadableFile, message)
}

/// A path as findings call it: from the root, with `/` between folders.
pub fn name_of(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).iter();
    let parts: Vec<String> = parts.map(|p| visible(&p.to_string_lossy())).collect();
    parts.join("/")
}

/// A name with its control characters written out; all else stays, so that the file can be found by it.
fn visible(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    for c in name.chars() {
        if is_control(c) || c.is_whitespace() && c != ' ' {
            shown.extend(c.escape_debug());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The record that a file is; `None` for a folder.
fn record(root: &Path, content: &Path, entry: &DirEntry) -> Result<Option<Entry>, Diagnostic> {
    let file = name_of(root, entry.path());
    let refuse = |code, message: &str| Diagnostic::in_file(&file, code, message);
    if entry.file_type().is_symlink() {
        let problem =
            refuse(Code::SymbolicLink, "this is a symbolic link, and only files of this folder are records");
        return Err(problem.help(Some("put the file itself here")));
    }
    if entry.file_type().is_dir() {
        return Ok(None);
    }
    if !entry.file_type().is_file() {
        let problem = refuse(Code::UnreadableFile, "this is not a regular file");
        return Err(problem.help(Some("move it out of `content/`")));
    }
    let parts = entry.path().strip_prefix(content).unwrap_or(entry.path()).iter();
    let Some(inside) = parts.map(|part| part.to_str()).collect::<Option<Vec<&str>>>() else {
        return Err(refuse(Code::InvalidId, "the name of this file, or of a folder above it, is not UTF-8"));
    };
    let path = entry.path().to_owned();
    let (folder, name) = match inside[..] {
        ["site.yaml" | "site.yml"] => {
            let id = Id::parse("site").map_err(|invalid| refuse(Code::InvalidId, &invalid.message))?;
            return Ok(Some(Entry { path, file: file.into(), folder: Folder::Site, id, form: Form::Yaml }));
        }
        [folder, .., name] => (known_folder(folder, &file)?, name),
        _ => {
            let problem = refuse(
                Code::UnknownFile,
                "records are in the folders of their kind; here is only `site.yaml`",
            );
            return Err(problem.help(Some(folders())));
        }
    };
    let (id, form) = id_and_form(name, &file)?;
    Ok(Some(Entry { path, file: file.into(), folder, id, form }))
}

fn folders() -> String {
    let names: Vec<String> = FOLDERS.iter().map(|(name, _)| format!("`{name}/`")).collect();
    format!("the folders are {}", names.join(", "))
}

fn known_folder(name: &str, file: &str) -> Result<Folder, Diagnostic> {
    if let Some((_, folder)) = FOLDERS.iter().find(|(known, _)| *known == name) {
        return Ok(*folder);
    }
    let help = match nearest(name, FOLDERS.iter().map(|(name, _)| *name)) {
        Some(near) => format!("did you mean `{near}/`?"),
        None => folders(),
    };
    let message = format!("no kind of record is in a folder `{}`", name.escape_debug());
    Err(Diagnostic::in_file(file, Code::UnknownFile, message).help(Some(help)))
}

/// The id and form that a file name stands for.
fn id_and_form(name: &str, file: &str) -> Result<(Id, Form), Diagnostic> {
    let unknown = || {
        Diagnostic::in_file(file, Code::UnknownFile, "a record is a file `.yaml`, `.yml` or `.md`")
            .help(Some("rename it, or move it out of `content/`"))
    };
    let (stem, extension) = name.rsplit_once('.').ok_or_else(unknown)?;
    let (stem, form) = match extension {
        "yaml" | "yml" => (stem, Form::Yaml),
        "md" => match stem.rsplit_once('.') {
            Some((id, tag)) => match Language::parse(tag) {
                Ok(language) => (id, Form::Translation(language)),
                Err(_) => (stem, Form::Markdown),
            },
            None => (stem, Form::Markdown),
        },
        _ => return Err(unknown()),
    };
    let id = Id::parse(stem).map_err(|invalid| {
        let code = Code::named(invalid.code).unwrap_or(Code::InvalidId);
        Diagnostic::in_file(
            file,
            code,
            format!("a file is named by the id of its record, and {}", invalid.message),
        )
        .help(invalid.help.map(|help| help.replacen("write", "name it", 1)))
    })?;
    Ok((id, form))
}
