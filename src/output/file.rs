use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use super::system;

/// How a file came into the new site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placed {
    /// No file was published at its address.
    New,
    /// The published one has other bytes, or is no regular file.
    Changed,
    /// The published one has the same bytes, and became this one.
    Unchanged,
}

/// Makes the file `path`, which must not exist, from the published one where that has the same bytes.
pub(super) fn place(path: &Path, published: Option<&Path>, bytes: &[u8]) -> io::Result<Placed> {
    let Some((published, metadata)) = published.and_then(|old| Some((old, old.symlink_metadata().ok()?)))
    else {
        create(path, bytes)?;
        return Ok(Placed::New);
    };
    if metadata.is_file() && metadata.len() == bytes.len() as u64 && equals(published, bytes) {
        keep(published, &metadata, path, bytes)?;
        return Ok(Placed::Unchanged);
    }
    create(path, bytes)?;
    Ok(if metadata.is_dir() { Placed::New } else { Placed::Changed })
}

/// Creates a file that must not exist, so a link is never written through.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// Whether a file starts with these bytes. One that can't be read doesn't: it will be made again.
pub(super) fn equals(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = system::open_file(path) else { return false };
    let mut buffer = [0; 16 * 1024];
    bytes.chunks(buffer.len()).all(|expected| {
        let read = &mut buffer[..expected.len()];
        file.read_exact(read).is_ok() && read == expected
    })
}

/// Takes a published file over into the new site. A hard link keeps its time stamp and costs no writing;
/// where one can't be made (the file system has none, the file has too many, it belongs to another user), a
/// copy has to do.
fn keep(published: &Path, metadata: &Metadata, path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::hard_link(published, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => copy(metadata, path, bytes),
        linked => linked,
    }
}

fn copy(metadata: &Metadata, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = create(path, bytes)?;
    if let Ok(time) = metadata.modified() {
        // Not every file system has time stamps to set, and the site is as good without them.
        let _ = file.set_modified(time);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_copy_keeps_the_time_stamp_where_no_link_can_be_made() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        create(&old, b"bytes")?.set_modified(time)?;

        copy(&old.symlink_metadata()?, &new, b"bytes")?;

        assert_eq!(fs::read(&new)?, b"bytes");
        assert_eq!(new.metadata()?.modified()?, time);
        Ok(())
    }

    #[test]
    fn an_address_that_is_taken_is_not_copied_over() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        create(&old, b"bytes")?;
        create(&new, b"other")?;

        let error = keep(&old, &old.symlink_metadata()?, &new, b"bytes").unwrap_err();

        assert_eq!(error.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&new)?, b"other");
        Ok(())
    }
}
