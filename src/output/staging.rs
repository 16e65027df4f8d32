use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::OutputError;
use super::marker;
use super::system::{self, Lock};

/// A run's own folder beside the target, with the new site in it. Dropped, it takes itself away.
#[derive(Debug)]
pub(super) struct Staging {
    target: PathBuf,
    folder: PathBuf,
    site: PathBuf,
    old: PathBuf,
    /// The folder is this run's own as long as it holds the lock, and no longer.
    lock: Option<File>,
}

impl Staging {
    /// Makes the folder and an empty, marked site in it. What a killed run left is put right first.
    pub(super) fn claim(target: &Path) -> Result<Staging, OutputError> {
        let folder = beside(target);
        let lock = lock(&folder, target)?;
        check_ownership(&folder)?;
        let staging = Staging {
            target: target.to_owned(),
            site: folder.join("site"),
            old: folder.join("old"),
            lock: Some(lock),
            folder,
        };
        let failed = || OutputError::io("prepare the folder", &staging.folder);
        if !marker::is_in(&staging.folder) {
            marker::put_in(&staging.folder).map_err(failed())?;
        }
        staging.recover().map_err(OutputError::io("put back", &staging.target))?;
        staging.clear().map_err(failed())?;
        fs::create_dir(&staging.site).map_err(failed())?;
        marker::put_in(&staging.site).map_err(failed())?;
        Ok(staging)
    }

    /// The folder to build the new site in.
    pub(super) fn site(&self) -> &Path {
        &self.site
    }

    /// Publishes the site where there is no folder yet.
    pub(super) fn move_in(&self) -> Result<(), OutputError> {
        fs::rename(&self.site, &self.target).map_err(OutputError::io("publish to", &self.target))
    }

    /// Publishes the site in place of the folder that is there, in one step where the system knows how.
    pub(super) fn exchange(&self) -> Result<(), OutputError> {
        let exchanged = match system::exchange(&self.site, &self.target) {
            Ok(false) => self.rename_in_turn(),
            other => other.map(drop),
        };
        exchanged.map_err(OutputError::io("replace", &self.target))
    }

    /// The next best to an exchange. If it ends after the first step, [`recover`](Staging::recover) undoes
    /// that.
    fn rename_in_turn(&self) -> io::Result<()> {
        fs::rename(&self.target, &self.old)?;
        if let Err(error) = fs::rename(&self.site, &self.target) {
            self.recover()?;
            return Err(error);
        }
        // From here on the former site is waste, and must not be taken for one to put back.
        fs::rename(&self.old, &self.site)
    }

    /// Puts back a published site that was moved out of the way for a new one that never came.
    fn recover(&self) -> io::Result<()> {
        if exists(&self.target)? || !exists(&self.old)? {
            return Ok(());
        }
        fs::rename(&self.old, &self.target)
    }

    /// Removes the folder with all that it holds, once the site is published.
    pub(super) fn remove(mut self) -> Result<(), OutputError> {
        self.take_away().map_err(|source| OutputError::Leftover { folder: self.folder.clone(), source })
    }

    fn take_away(&mut self) -> io::Result<()> {
        let Some(lock) = self.lock.take() else { return Ok(()) };
        self.recover()?;
        self.clear()?;
        // The marker goes last: a folder that isn't empty has it at every moment.
        marker::remove_from(&self.folder)?;
        system::remove_locked(&self.folder, lock)
    }

    /// Removes all but the marker.
    fn clear(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else if entry.file_name() != marker::NAME {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl Drop for Staging {
    /// Without a word if it fails: the next run clears what is left, and says so if it can't either.
    fn drop(&mut self) {
        let _ = self.take_away();
    }
}

/// The staging folder of `public` is `.public.talent-flow`.
fn beside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(marker::NAME);
    target.with_file_name(name)
}

/// Creates the folder unless it's there, and locks it. The lock of a dead process is none.
fn lock(folder: &Path, target: &Path) -> Result<File, OutputError> {
    // Other runs may remove the folder between two steps, but hardly time and again.
    for _ in 0..100 {
        match fs::create_dir(folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(OutputError::io("create the folder", folder)(error));
            }
            _ => {}
        }
        match system::lock(folder).map_err(OutputError::io("lock the folder", folder))? {
            Lock::Held(lock) => return Ok(lock),
            Lock::Busy => break,
            Lock::Gone => {}
        }
    }
    Err(OutputError::Busy { target: target.to_owned() })
}

/// Refuses a folder that only happens to have the name. An empty one, or one with nothing in it but the
/// beginning of a marker, was left by a run killed in its first or last moments.
fn check_ownership(folder: &Path) -> Result<(), OutputError> {
    if marker::is_in(folder) {
        return Ok(());
    }
    let names: Vec<_> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect())
        .map_err(OutputError::io("read", folder))?;
    if names.is_empty() || (names == [marker::NAME] && marker::is_begun_in(folder)) {
        return Ok(());
    }
    Err(OutputError::StagingTaken { folder: folder.to_owned() })
}

fn exists(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A staging folder beside a published `public`, each site with a file that says which one it is.
    fn staged(folder: &Path) -> Staging {
        let target = folder.join("public");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("which"), "former").unwrap();
        let staging = Staging::claim(&target).unwrap();
        fs::write(staging.site().join("which"), "new").unwrap();
        staging
    }

    fn published(folder: &Path) -> String {
        fs::read_to_string(folder.join("public/which")).unwrap()
    }

    /// Lets go of the lock and leaves the folder, as a killed process does.
    fn kill(mut staging: Staging) {
        staging.lock = None;
    }

    #[test]
    fn folders_that_cannot_be_exchanged_are_renamed_in_turn() {
        let folder = tempfile::tempdir().unwrap();
        let staging = staged(folder.path());

        staging.rename_in_turn().unwrap();

        assert_eq!(published(folder.path()), "new");
        staging.remove().unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_run_killed_between_the_renames_is_undone_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let staging = staged(folder.path());
        fs::rename(&staging.target, &staging.old).unwrap();
        kill(staging);

        let next = Staging::claim(&folder.path().join("public")).unwrap();

        assert_eq!(published(folder.path()), "former");
        drop(next);
        assert_eq!(published(folder.path()), "former");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_run_killed_after_the_renames_stays_done() {
        let folder = tempfile::tempdir().unwrap();
        let staging = staged(folder.path());
        staging.rename_in_turn().unwrap();
        kill(staging);

        drop(Staging::claim(&folder.path().join("public")).unwrap());

        assert_eq!(published(folder.path()), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn the_former_site_comes_back_if_the_new_one_cannot_take_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let staging = staged(folder.path());
        fs::remove_dir_all(staging.site()).unwrap();

        staging.rename_in_turn().unwrap_err();

        assert_eq!(published(folder.path()), "former");
    }

    #[test]
    fn a_marker_cut_short_is_completed() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join(".public.talent-flow");
        for begun in ["", "This folder was"] {
            fs::create_dir(&own).unwrap();
            fs::write(own.join(marker::NAME), begun).unwrap();

            let staging = Staging::claim(&folder.path().join("public")).unwrap();

            assert!(marker::is_in(&own));
            drop(staging);
            assert!(!own.exists());
        }
    }
}
