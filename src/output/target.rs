use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::OutputError;
use super::marker;

/// Makes a target absolute and free of `.`, `..` and symbolic links, except that it may itself be one, and
/// creates its parent.
///
/// # Errors
///
/// If the folder can't be a site's in any case, with `force` or without.
pub(super) fn resolve(target: &Path) -> Result<PathBuf, OutputError> {
    if target.as_os_str().is_empty() {
        return Err(bad(target, "its name is empty"));
    }
    let Some(name) = target.file_name() else {
        // It ends in `..`, or is `.` or the root: a folder that is there, or a mistake.
        let target = target.canonicalize().map_err(OutputError::io("find", target))?;
        check_place(&target)?;
        return Ok(target);
    };
    let parent = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(OutputError::io("create the folder", parent))?;
    let target = parent.canonicalize().map_err(OutputError::io("find", parent))?.join(name);
    check_place(&target)?;
    Ok(target)
}

/// Whether there is a folder at the target, which then may be replaced.
///
/// # Errors
///
/// If what is there must not be replaced, or not without `force`.
pub(super) fn is_published(target: &Path, force: bool) -> Result<bool, OutputError> {
    let found = match target.symlink_metadata() {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(OutputError::io("look at", target)(error)),
    };
    if found.is_symlink() {
        return Err(bad(target, "it is a symbolic link; name the folder that it leads to"));
    }
    if !found.is_dir() {
        return Err(bad(target, "it is a file, not a folder"));
    }
    if !force {
        check_ownership(target)?;
    }
    Ok(true)
}

/// Refuses the root and a folder that is or contains the current one. Replacing that would pull the ground
/// from under the shell that the program was started from, and is hardly ever what was meant.
fn check_place(target: &Path) -> Result<(), OutputError> {
    if target.parent().is_none() {
        return Err(bad(target, "it is the root of the file system"));
    }
    // Both are asked of the system, for letter case. A current folder that was removed is within no target.
    let current = env::current_dir().and_then(fs::canonicalize);
    let resolved = fs::canonicalize(target);
    match (current, resolved) {
        (Ok(current), Ok(resolved)) if current.starts_with(&resolved) => {
            Err(bad(target, "it is the current folder or contains it; name a folder within it"))
        }
        _ => Ok(()),
    }
}

/// Refuses a folder with anything in it that no build put there, as far as can be told.
fn check_ownership(target: &Path) -> Result<(), OutputError> {
    let read = || OutputError::io("read", target);
    let names: Vec<_> = fs::read_dir(target)
        .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect())
        .map_err(read())?;
    if names.is_empty() {
        return Ok(());
    }
    if !marker::is_in(target) {
        return Err(OutputError::NotOurs { folder: target.to_owned() });
    }
    let mut hidden: Vec<String> = names
        .iter()
        .filter(|name| name.as_encoded_bytes().starts_with(b".") && *name != marker::NAME)
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    if hidden.is_empty() {
        return Ok(());
    }
    hidden.sort();
    Err(OutputError::HiddenEntries { folder: target.to_owned(), names: hidden })
}

fn bad(target: &Path, reason: &'static str) -> OutputError {
    OutputError::BadTarget { target: target.to_owned(), reason }
}
