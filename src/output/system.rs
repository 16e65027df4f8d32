//! What differs between operating systems. No other file of this module asks which one it runs on.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// What came of an attempt to lock a folder.
#[derive(Debug)]
pub(super) enum Lock {
    /// This process holds the lock until the file is closed, or the process ends however it may.
    Held(File),
    /// Someone else holds it.
    Busy,
    /// The folder was removed meanwhile.
    Gone,
}

/// Opens a file for reading. A symbolic link is an error, and nobody waits for the other end of a pipe.
#[cfg(unix)]
pub(super) fn open_file(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};

    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

/// Opens a file for reading. Callers have just seen that it is a regular file.
#[cfg(not(unix))]
pub(super) fn open_file(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Locks a folder by its own descriptor, so that there is no lock file to leave behind.
#[cfg(unix)]
pub(super) fn lock(folder: &Path) -> io::Result<Lock> {
    use rustix::fs::{FlockOperation, Mode, OFlags};
    use rustix::io::Errno;
    use std::os::unix::fs::MetadataExt;

    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = match rustix::fs::open(folder, flags, Mode::empty()) {
        Ok(descriptor) => File::from(descriptor),
        Err(Errno::NOENT) => return Ok(Lock::Gone),
        Err(error) => return Err(error.into()),
    };
    match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => {}
        Err(Errno::WOULDBLOCK) => return Ok(Lock::Busy),
        Err(error) => return Err(error.into()),
    }
    // Its former holder may have removed the folder just before this lock was taken.
    let locked = file.metadata()?;
    let same = |found: fs::Metadata| (found.dev(), found.ino()) == (locked.dev(), locked.ino());
    Ok(if folder.symlink_metadata().is_ok_and(same) { Lock::Held(file) } else { Lock::Gone })
}

/// Locks a folder by asking for the right to delete it, and sharing that with nobody.
#[cfg(windows)]
pub(super) fn lock(folder: &Path) -> io::Result<Lock> {
    use std::os::windows::fs::OpenOptionsExt;

    const DELETE: u32 = 0x0001_0000;
    const FILE_SHARE_READ_WRITE: u32 = 0x3;
    const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000; // without it, a folder can't be opened
    const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let opened = File::options()
        .access_mode(DELETE)
        .share_mode(FILE_SHARE_READ_WRITE)
        .custom_flags(FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT)
        .open(folder);
    match opened {
        Ok(file) => Ok(Lock::Held(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(Lock::Busy),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Lock::Gone),
        Err(error) => Err(error),
    }
}

/// Removes an empty folder together with its lock.
pub(super) fn remove_locked(folder: &Path, lock: File) -> io::Result<()> {
    if cfg!(windows) {
        drop(lock);
        fs::remove_dir(folder)
    } else {
        // Let go of the lock first, and another run could have taken the folder.
        fs::remove_dir(folder)?;
        drop(lock);
        Ok(())
    }
}

/// Exchanges two folders in one step; `false` if the system or the file system can't.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // The last is what a sandbox says to a call that it doesn't know. If it's a true refusal, it will be
        // said again to the renames that are tried instead.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP | Errno::PERM) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Exchanges two folders in one step; `false` if the system or the file system can't.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
#[allow(clippy::unnecessary_wraps, reason = "it fails elsewhere")]
pub(super) fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(false)
}
