use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::file;

/// The file by which this program knows the folders it made.
pub(super) const NAME: &str = ".talent-flow";

const TEXT: &str = "This folder was made by talent-flow, which replaces it as a whole at each build.\n\
                    Nothing put here by hand will last.\n\
                    Without this file, talent-flow leaves the folder alone.\n";

/// Whether a folder has the marker: a regular file of exactly its text, since others may use the name too.
pub(super) fn is_in(folder: &Path) -> bool {
    length_in(folder) == Some(TEXT.len())
}

/// Whether a folder has the marker or the beginning of it, left by a run that was killed on writing it.
pub(super) fn is_begun_in(folder: &Path) -> bool {
    length_in(folder).is_some()
}

/// How much of the marker a folder has: `None` if nothing, or a file of other bytes.
fn length_in(folder: &Path) -> Option<usize> {
    let path = folder.join(NAME);
    let found = path.symlink_metadata().ok().filter(Metadata::is_file)?;
    let length = usize::try_from(found.len()).ok()?;
    let begun = TEXT.as_bytes().get(..length)?;
    file::equals(&path, begun).then_some(length)
}

/// Marks a folder, which may have the beginning of a marker.
pub(super) fn put_in(folder: &Path) -> io::Result<()> {
    remove_from(folder)?;
    file::create(&folder.join(NAME), TEXT.as_bytes())?;
    Ok(())
}

/// Removes the marker, whole or not, if there is one.
pub(super) fn remove_from(folder: &Path) -> io::Result<()> {
    match fs::remove_file(folder.join(NAME)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
