//! How a site gets to its folder: what is written, kept and removed, and what no build may touch.
//!
//! Each test works in a folder of its own, where `public` is the target, and nothing may be left beside it.

#![cfg(unix)]

#[path = "publishing/addresses.rs"]
mod addresses;
#[path = "publishing/failures.rs"]
mod failures;
#[path = "publishing/killed.rs"]
mod killed;
#[path = "publishing/links.rs"]
mod links;
#[path = "publishing/ownership.rs"]
mod ownership;
#[path = "publishing/targets.rs"]
mod targets;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use talent_flow::output::{OutputError, Publication, Summary};
use tempfile::TempDir;

/// A site as addresses and contents.
type Files<'a> = &'a [(&'a str, &'a str)];

const SITE: Files = &[
    ("index.html", "home"),
    ("people/ada.html", "Ada"),
    ("people/grace.html", "Grace"),
    ("zh/people/ada.html", "阿达"),
];

/// A folder with nothing in it but the target of this test.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn open(&self) -> Result<Publication, OutputError> {
        Publication::open(&self.path("public"), false)
    }

    fn publish(&self, files: Files) -> Summary {
        publish(&self.path("public"), false, files).unwrap()
    }

    fn read(&self, address: &str) -> String {
        fs::read_to_string(self.path("public").join(address)).unwrap()
    }

    /// All names in the folder, sorted.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn publish(target: &Path, force: bool, files: Files) -> Result<Summary, OutputError> {
    let publication = Publication::open(target, force)?;
    for (address, text) in files {
        publication.write(address, text.as_bytes())?;
    }
    publication.finish()
}

/// The files of a published site, without the marker.
fn contents(site: &Path) -> BTreeMap<String, String> {
    let mut contents = BTreeMap::new();
    for (path, state) in tree(site) {
        if let (Some(bytes), false) = (state.bytes, path == ".talent-flow") {
            contents.insert(path, String::from_utf8(bytes).unwrap());
        }
    }
    contents
}

fn expected(files: Files) -> BTreeMap<String, String> {
    files.iter().map(|&(address, text)| (address.to_owned(), text.to_owned())).collect()
}

/// All that can be told of a file or folder without opening a link.
#[derive(Debug, PartialEq, Eq)]
struct State {
    bytes: Option<Vec<u8>>,
    mode: u32,
    modified: SystemTime,
    inode: u64,
}

/// Everything at and below a path.
fn tree(root: &Path) -> BTreeMap<String, State> {
    let mut found = BTreeMap::new();
    let mut pending = vec![root.to_owned()];
    while let Some(path) = pending.pop() {
        let metadata = path.symlink_metadata().unwrap();
        if metadata.is_dir() {
            pending.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        let state = State {
            bytes: metadata.is_file().then(|| fs::read(&path).unwrap()),
            mode: metadata.mode(),
            modified: metadata.modified().unwrap(),
            inode: metadata.ino(),
        };
        found.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), state);
    }
    found
}

/// Gives a file a time stamp of long ago, so that writing it again would show.
fn make_old(path: &Path) -> SystemTime {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::open(path).unwrap().set_modified(time).unwrap();
    time
}

#[test]
fn a_first_build_creates_everything() {
    let desk = Desk::new();

    let summary = desk.publish(SITE);

    assert_eq!(summary, Summary { written: 4, unchanged: 0, removed: 0 });
    assert_eq!(contents(&desk.path("public")), expected(SITE));
    assert!(desk.read(".talent-flow").contains("made by talent-flow"));
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn an_unchanged_file_keeps_its_time_stamp_and_inode() {
    let desk = Desk::new();
    desk.publish(SITE);
    let unchanged = desk.path("public/people/ada.html");
    let (time, inode) = (make_old(&unchanged), unchanged.metadata().unwrap().ino());

    let summary = desk.publish(&[("index.html", "news"), SITE[1], ("people/mary.html", "Mary")]);

    assert_eq!(summary, Summary { written: 2, unchanged: 1, removed: 2 });
    assert_eq!(desk.read("index.html"), "news");
    let found = unchanged.metadata().unwrap();
    assert_eq!((found.modified().unwrap(), found.ino(), found.nlink()), (time, inode, 1));
    assert!(!desk.path("public/zh").exists());
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_file_of_the_same_size_and_other_bytes_is_written() {
    let desk = Desk::new();
    let long = "x".repeat(100_000);
    desk.publish(&[("short", "ab"), ("long", &long)]);
    let changed = format!("{}y", &long[1..]);

    let summary = desk.publish(&[("short", "ac"), ("long", &changed)]);

    assert_eq!(summary, Summary { written: 2, unchanged: 0, removed: 0 });
    assert_eq!(desk.read("short"), "ac");
    assert_eq!(desk.read("long"), changed);
}

#[test]
fn the_same_site_again_changes_nothing_at_all() {
    let desk = Desk::new();
    desk.publish(SITE);
    let before = tree(&desk.path("public"));

    let summary = desk.publish(SITE);

    assert_eq!(summary, Summary { written: 0, unchanged: 4, removed: 0 });
    assert_eq!(tree(&desk.path("public")), before);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn files_that_are_gone_are_removed_also_if_nothing_else_changed() {
    let desk = Desk::new();
    desk.publish(SITE);

    let summary = desk.publish(&SITE[..2]);

    assert_eq!(summary, Summary { written: 0, unchanged: 2, removed: 2 });
    assert_eq!(contents(&desk.path("public")), expected(&SITE[..2]));
    assert!(!desk.path("public/zh").exists());
}

#[test]
fn an_empty_folder_that_is_gone_is_removed() {
    let desk = Desk::new();
    desk.publish(SITE);
    fs::create_dir(desk.path("public/empty")).unwrap();

    let summary = desk.publish(SITE);

    assert_eq!(summary, Summary { written: 0, unchanged: 4, removed: 0 });
    assert!(!desk.path("public/empty").exists());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let desk = Desk::new();
    desk.publish(&[("a", "file"), ("b/one", "1"), ("b/two", "2")]);

    let summary = desk.publish(&[("a/one", "1"), ("b", "file")]);

    assert_eq!(summary, Summary { written: 2, unchanged: 0, removed: 3 });
    assert_eq!(contents(&desk.path("public")), expected(&[("a/one", "1"), ("b", "file")]));
}

#[test]
fn an_empty_site_is_a_site() {
    let desk = Desk::new();

    assert_eq!(desk.publish(&[]), Summary { written: 0, unchanged: 0, removed: 0 });
    assert_eq!(contents(&desk.path("public")), expected(&[]));
    desk.publish(SITE);
    assert_eq!(desk.publish(&[]), Summary { written: 0, unchanged: 0, removed: 4 });
}

#[test]
fn permissions_follow_the_umask() {
    let desk = Desk::new();
    // What the umask makes of a plain file and folder.
    fs::write(desk.path("file"), "").unwrap();
    fs::create_dir(desk.path("folder")).unwrap();
    let mode = |name: &str| desk.path(name).metadata().unwrap().permissions().mode();

    desk.publish(SITE);

    for file in ["public/index.html", "public/zh/people/ada.html", "public/.talent-flow"] {
        assert_eq!(mode(file), mode("file"), "{file}");
    }
    for folder in ["public", "public/zh", "public/zh/people"] {
        assert_eq!(mode(folder), mode("folder"), "{folder}");
    }
}

#[test]
fn files_are_written_from_many_threads() {
    let desk = Desk::new();
    let addresses: Vec<_> = (0..400).map(|n| format!("{}/{}/{n}.html", ["en", "zh"][n % 2], n % 7)).collect();
    let publish = || {
        let publication = desk.open().unwrap();
        std::thread::scope(|scope| {
            for part in addresses.chunks(50) {
                let publication = &publication;
                scope.spawn(move || part.iter().for_each(|at| publication.write(at, at.as_bytes()).unwrap()));
            }
        });
        publication.finish().unwrap()
    };

    assert_eq!(publish(), Summary { written: 400, unchanged: 0, removed: 0 });
    assert_eq!(publish(), Summary { written: 0, unchanged: 400, removed: 0 });
    assert_eq!(contents(&desk.path("public")).len(), 400);
}
