use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a site could not be published. Each message names the path or address, and what to do where that isn't
/// obvious.
#[derive(Debug)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum OutputError {
    /// A site can't be published there, not even with `force`.
    BadTarget { target: PathBuf, reason: &'static str },
    /// The folder is not empty and this program did not make it.
    NotOurs { folder: PathBuf },
    /// The published site has dotfiles that no build wrote.
    HiddenEntries { folder: PathBuf, names: Vec<String> },
    /// The folder that a build needs for its own work was made by someone else. `force` doesn't help.
    StagingTaken { folder: PathBuf },
    /// Another build is publishing to the same target.
    Busy { target: PathBuf },
    /// The address is not one of a file within the site.
    BadAddress { address: String, reason: &'static str },
    /// Two files have the address, or a file and a folder.
    Duplicate { address: String },
    /// The site was to be published although a file of it could not be written.
    Incomplete { target: PathBuf },
    /// The new site is published, but what a build leaves beside it could not be removed.
    Leftover { folder: PathBuf, source: io::Error },
    /// The system refused.
    Io { action: &'static str, path: PathBuf, source: io::Error },
}

impl OutputError {
    /// For `map_err`: an error of the system, on doing `action` to `path`.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
        move |source| OutputError::Io { action, path: path.to_owned(), source }
    }

    /// An error on creating what stands at `address`; that it exists already means that the address is taken.
    pub(super) fn at_address(
        source: io::Error,
        address: &str,
        action: &'static str,
        path: &Path,
    ) -> OutputError {
        match source.kind() {
            ErrorKind::AlreadyExists => OutputError::Duplicate { address: address.to_owned() },
            _ => OutputError::io(action, path)(source),
        }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_fact(f)?;
        match self.remedy() {
            Some(remedy) => write!(f, "; {remedy}"),
            None => Ok(()),
        }
    }
}

impl OutputError {
    fn fmt_fact(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadTarget { target, reason } => {
                write!(f, "cannot publish to {}: {reason}", target.display())
            }
            Self::NotOurs { folder } => {
                write!(f, "{} is not empty and was not made by talent-flow", folder.display())
            }
            Self::HiddenEntries { folder, names } => {
                let names = names.join(", ");
                write!(f, "{} holds what talent-flow did not put there: {names}", folder.display())
            }
            Self::StagingTaken { folder } => {
                write!(
                    f,
                    "a build needs the name {}, which is not talent-flow's own folder",
                    folder.display()
                )
            }
            Self::Busy { target } => write!(f, "another build is publishing to {}", target.display()),
            Self::BadAddress { address, reason } => {
                write!(f, "cannot write to the address {address:?}: {reason}")
            }
            Self::Duplicate { address } => {
                write!(f, "the address {address:?} is taken: two files have it, or a file and a folder")
            }
            Self::Incomplete { target } => {
                write!(f, "{} stays as it was: a file of the new site could not be written", target.display())
            }
            Self::Leftover { folder, source } => {
                let folder = folder.display();
                write!(
                    f,
                    "the new site is published, but cannot remove the folder {folder}: {}",
                    Plain(source)
                )
            }
            Self::Io { action, path, source } => {
                write!(f, "cannot {action} {}: {}", path.display(), Plain(source))
            }
        }
    }

    fn remedy(&self) -> Option<&'static str> {
        match self {
            Self::NotOurs { .. } => {
                Some("choose another folder, or use --force to replace it and all that it holds")
            }
            Self::HiddenEntries { .. } => {
                Some("move it away, or use --force to remove it with the former site")
            }
            Self::StagingTaken { .. } => Some("move that away, or choose another target"),
            Self::Busy { .. } => Some("wait until it ends, or choose another folder"),
            _ => None,
        }
    }
}

impl Error for OutputError {
    /// The system's own error. The message above already says what it means, so print one or the other.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Leftover { source, .. } | Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// The errors a publisher may well meet, without jargon; the others as the system words them.
struct Plain<'a>(&'a io::Error);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0.kind() {
            ErrorKind::NotFound => "there is no such file or folder",
            ErrorKind::PermissionDenied => "permission denied",
            ErrorKind::AlreadyExists => "a file is in the way",
            ErrorKind::NotADirectory => "a file is where a folder is needed",
            ErrorKind::StorageFull => "the disk is full",
            ErrorKind::QuotaExceeded => "the disk quota is used up",
            ErrorKind::ReadOnlyFilesystem => "the file system is read-only",
            ErrorKind::InvalidFilename => "the name is too long or not allowed here",
            ErrorKind::ResourceBusy => "it is in use, or another file system is mounted there",
            ErrorKind::CrossesDevices => "it is on another file system",
            _ => return self.0.fmt(f),
        })
    }
}
