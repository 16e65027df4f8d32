//! Templates and static files of the site's own: `templates/` and `static/` beside `content/`.

use super::file::{self, read_bytes};
use super::walk::{is_visible, name_of, unreadable};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::text::is_control;
use crate::model::{Id, Theme};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The most templates that are read. Each can lead into the next, so this bounds how deep the making of a page
/// goes; the threads that make pages have room for it.
const MOST_TEMPLATES: usize = 200;

/// The most static files that are read.
const MOST_FILES: usize = 10_000;

/// The largest static file, in bytes; hosts of static sites take no larger ones.
const LARGEST_FILE: u64 = 25 << 20;

/// The most bytes that all static files have together, since a build holds them in memory.
const LARGEST_SUM: usize = 250 << 20;

/// What Windows allows in no name (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const FORBIDDEN: &[char] = &['\\', ':', '*', '?', '"', '<', '>', '|'];

/// A file of the theme.
struct Found {
    path: PathBuf,
    /// How findings call it: `static/css/tokens.css`.
    file: String,
    /// Its name below its folder: `css/tokens.css`.
    name: Box<str>,
}

/// Reads both folders; one that is not there is empty. Names that start with a dot are left alone.
pub fn read(root: &Path) -> (Theme, Vec<Diagnostic>) {
    let (mut theme, mut findings) = (Theme::default(), Vec::new());
    for found in list(root, "templates", MOST_TEMPLATES, &mut findings) {
        match template(&found) {
            Ok(text) => drop(theme.templates.insert(found.name, text.into())),
            Err(finding) => findings.push(finding),
        }
    }
    let mut left = LARGEST_SUM;
    for found in list(root, "static", MOST_FILES, &mut findings) {
        match static_file(&found) {
            Ok(bytes) if bytes.len() > left => {
                let message = "the files in this folder have more than 250 MiB together";
                findings.push(Diagnostic::in_file("static", Code::FileTooLarge, message));
                break;
            }
            Ok(bytes) => {
                left -= bytes.len();
                theme.files.insert(found.name, bytes.into());
            }
            Err(finding) => findings.push(finding),
        }
    }
    (theme, findings)
}

fn template(found: &Found) -> Result<String, Diagnostic> {
    // Editors and systems write this extension in small letters; another spelling would be another name.
    if !found.name.ends_with(".html") {
        return Err(Diagnostic::in_file(&found.file, Code::UnknownFile, "a template is a file `.html`")
            .help(Some("rename it, or move it out of `templates/`")));
    }
    file::read(&found.path, &found.file).map_err(|mut finding| {
        if finding.code == Code::FileTooLarge {
            "this file has more than 256 KiB, which no template needs".clone_into(&mut finding.message);
            return finding.help(Some("`{% include %}` a part of it from another template"));
        }
        finding
    })
}

fn static_file(found: &Found) -> Result<Vec<u8>, Diagnostic> {
    let too_large = || {
        Diagnostic::in_file(&found.file, Code::FileTooLarge, "this file has more than 25 MiB")
            .help(Some("publish it elsewhere, and link to it"))
    };
    read_bytes(&found.path, &found.file, LARGEST_FILE)?.ok_or_else(too_large)
}

/// The files below a folder of the site, by name.
fn list(root: &Path, folder: &str, most: usize, findings: &mut Vec<Diagnostic>) -> Vec<Found> {
    let path = root.join(folder);
    match path.symlink_metadata() {
        Err(_) => return Vec::new(),
        Ok(metadata) if metadata.is_symlink() => {
            findings.push(symbolic_link(folder));
            return Vec::new();
        }
        Ok(metadata) if !metadata.is_dir() => {
            findings.push(Diagnostic::in_file(folder, Code::UnreadableFile, "this is not a folder"));
            return Vec::new();
        }
        Ok(_) => {}
    }
    let mut list = Vec::new();
    for entry in WalkDir::new(&path).sort_by_file_name().into_iter().filter_entry(is_visible) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(_) if list.len() == most => {
                let message = format!("this folder holds more than {most} files");
                findings.push(Diagnostic::in_file(folder, Code::FileTooLarge, message));
                break;
            }
            Ok(entry) => match file(root, &path, &entry) {
                Ok(found) => list.push(found),
                Err(finding) => findings.push(finding),
            },
            Err(error) => findings.push(unreadable(root, &error)),
        }
    }
    list
}

fn symbolic_link(file: &str) -> Diagnostic {
    Diagnostic::in_file(file, Code::SymbolicLink, "this is a symbolic link, which may lead anywhere")
        .help(Some("put what it leads to here"))
}

fn file(root: &Path, folder: &Path, entry: &DirEntry) -> Result<Found, Diagnostic> {
    let file = name_of(root, entry.path());
    if entry.file_type().is_symlink() {
        return Err(symbolic_link(&file));
    }
    if !entry.file_type().is_file() {
        return Err(Diagnostic::in_file(&file, Code::UnreadableFile, "this is not a regular file"));
    }
    let parts = entry.path().strip_prefix(folder).unwrap_or(entry.path()).iter();
    let parts: Option<Vec<&str>> = parts.map(|part| part.to_str()).collect();
    let parts = parts.ok_or("it is not UTF-8");
    let checked = parts.and_then(|parts| match parts.iter().find_map(|part| fault(part)) {
        Some(reason) => Err(reason),
        None => Ok(parts.join("/")),
    });
    match checked {
        Ok(name) => Ok(Found { path: entry.path().to_owned(), file, name: name.into() }),
        Err(reason) => {
            let message = format!("the name of this file, or of a folder above it, won't do: {reason}");
            Err(Diagnostic::in_file(&file, Code::InvalidName, message).help(Some("rename it")))
        }
    }
}

/// Why a file or folder can't have a name on every system that a site is kept on or published to.
fn fault(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    if name.chars().any(|c| is_control(c) || c.is_whitespace() && c != ' ') {
        Some("it holds an invisible character")
    } else if name.contains(FORBIDDEN) {
        Some(r#"Windows allows none of `\ : * ? " < > |`"#)
    } else if name.ends_with(['.', ' ']) {
        Some("it ends with a dot or a space")
    } else if Id::parse(&stem).is_err_and(|invalid| invalid.code == "reserved-id") {
        Some("it is that of a device on Windows")
    } else {
        None
    }
}
