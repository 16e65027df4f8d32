use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::address;
use super::error::OutputError;
use super::file::{self, Placed};
use super::folders::{self, Folders};
use super::marker;
use super::staging::Staging;
use super::target;

/// A site on its way to its folder.
///
/// Files are written to a staging folder, from any number of threads, and become the published site all at
/// once in [`finish`](Publication::finish). Dropped without that, the published site stays as it was and the
/// staging folder is removed; after [`std::process::exit`], which drops nothing, the next build has to remove
/// it.
#[derive(Debug)]
pub struct Publication {
    target: PathBuf,
    force: bool,
    staging: Staging,
    folders: Folders,
    /// New addresses, and published files of other bytes.
    written: AtomicUsize,
    /// The part of `written` that takes the place of a published file.
    replaced: AtomicUsize,
    unchanged: AtomicUsize,
    failed: AtomicBool,
}

/// What a publication did, counted in files. The marker is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or whose bytes changed.
    pub written: usize,
    /// Files that equal the published ones, which keep their time stamps.
    pub unchanged: usize,
    /// Published files at addresses that the new site doesn't have.
    pub removed: usize,
}

impl Publication {
    /// Prepares to publish to the folder `target`, which need not exist, nor its parents.
    ///
    /// What an earlier, killed build left beside the target is removed first.
    ///
    /// # Errors
    ///
    /// If the target is not a folder, is the current folder or contains it, is being published to by another
    /// process, or can't be written; and without `force`, if it holds anything that this program did not
    /// make.
    pub fn open(target: &Path, force: bool) -> Result<Publication, OutputError> {
        let target = target::resolve(target)?;
        let staging = Staging::claim(&target)?;
        let published = target::is_published(&target, force)?;
        Ok(Publication {
            folders: Folders::new(published),
            target,
            force,
            staging,
            written: AtomicUsize::new(0),
            replaced: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            failed: AtomicBool::new(false),
        })
    }

    /// Adds a file to the new site. The address is relative and slash-separated, such as
    /// `zh/people/lilian-weng.html`; its folders are created on demand.
    ///
    /// # Errors
    ///
    /// If the address leads out of the site or starts with a dot, if it is taken, or if the file can't be
    /// written. The publication can't be finished after an error.
    pub fn write(&self, address: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let placed =
            self.place(address, bytes).inspect_err(|_| self.failed.store(true, Ordering::Relaxed))?;
        match placed {
            Placed::New => increment(&self.written),
            Placed::Changed => {
                increment(&self.written);
                increment(&self.replaced);
            }
            Placed::Unchanged => increment(&self.unchanged),
        }
        Ok(())
    }

    fn place(&self, address: &str, bytes: &[u8]) -> Result<Placed, OutputError> {
        address::check(address)?;
        let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
        let published = self.folders.ensure(folder, self.staging.site(), &self.target)?;
        let path = self.staging.site().join(address);
        file::place(&path, published.then(|| self.target.join(address)).as_deref(), bytes)
            .map_err(|source| OutputError::at_address(source, address, "write", &path))
    }

    /// Puts the new site in the place of the published one, in one step, and removes the latter.
    ///
    /// If they turn out the same, the published one stays and the new one is removed.
    ///
    /// # Errors
    ///
    /// If a [`write`](Publication::write) failed, if the target came to hold something that this program did
    /// not make while the site was built, or if a folder can't be exchanged or removed.
    pub fn finish(self) -> Result<Summary, OutputError> {
        if self.failed.into_inner() {
            return Err(OutputError::Incomplete { target: self.target });
        }
        let (written, replaced) = (self.written.into_inner(), self.replaced.into_inner());
        let unchanged = self.unchanged.into_inner();

        if target::is_published(&self.target, self.force)? {
            let published = folders::count(&self.target)?;
            let same_files = written == 0 && published.files == unchanged;
            let same_folders = published.folders == self.folders.len();
            if !(same_files && same_folders && marker::is_in(&self.target)) {
                self.staging.exchange()?;
            }
            self.staging.remove()?;
            let removed = published.files.saturating_sub(unchanged + replaced);
            Ok(Summary { written, unchanged, removed })
        } else {
            self.staging.move_in()?;
            self.staging.remove()?;
            Ok(Summary { written, unchanged, removed: 0 })
        }
    }
}

fn increment(counter: &AtomicUsize) {
    counter.fetch_add(1, Ordering::Relaxed);
}
