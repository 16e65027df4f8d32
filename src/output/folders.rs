use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{PoisonError, RwLock};

use super::error::OutputError;
use super::marker;

/// The folders of the new site, each created once, however many files go there.
#[derive(Debug)]
pub(super) struct Folders {
    /// Address of each folder, without a slash at its end, and whether the published site has it too.
    known: RwLock<HashMap<Box<str>, bool>>,
}

impl Folders {
    /// The site's own folder, whose address is empty.
    pub(super) fn new(published: bool) -> Folders {
        Folders { known: RwLock::new(HashMap::from([("".into(), published)])) }
    }

    /// Creates a folder of the new site unless it's there, and its parents, and says whether the published
    /// site has it too. A symbolic link to a folder is not one.
    pub(super) fn ensure(&self, folder: &str, site: &Path, published: &Path) -> Result<bool, OutputError> {
        if let Some(&known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(folder) {
            return Ok(known);
        }
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let mut in_published = known.get("").copied().unwrap_or(false);
        for end in folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]) {
            let address = &folder[..end];
            if let Some(&is_known) = known.get(address) {
                in_published = is_known;
                continue;
            }
            let path = site.join(address);
            fs::create_dir(&path)
                .map_err(|source| OutputError::at_address(source, address, "create the folder", &path))?;
            in_published =
                in_published && published.join(address).symlink_metadata().is_ok_and(|found| found.is_dir());
            known.insert(address.into(), in_published);
        }
        Ok(in_published)
    }

    /// How many there are, without the site's own.
    pub(super) fn len(&self) -> usize {
        self.known.read().unwrap_or_else(PoisonError::into_inner).len() - 1
    }
}

/// What a published site holds, without its marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    /// All that isn't a folder: files, and symbolic links, which are not followed.
    pub(super) files: usize,
    /// Folders, without the site's own.
    pub(super) folders: usize,
}

/// Counts by reading folders only, which is far cheaper than what else happens to each file.
pub(super) fn count(site: &Path) -> Result<Count, OutputError> {
    let mut count = Count { files: 0, folders: 0 };
    let mut pending = vec![site.to_owned()];
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(&folder).map_err(OutputError::io("read", &folder))? {
            let entry = entry.map_err(OutputError::io("read", &folder))?;
            let kind = entry.file_type().map_err(OutputError::io("read", &folder))?;
            if kind.is_dir() {
                count.folders += 1;
                pending.push(entry.path());
            } else {
                count.files += 1;
            }
        }
    }
    count.files -= usize::from(marker::is_in(site));
    Ok(count)
}
