//! What several tests need: the program, run as a user runs it, and folders compared.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// The program, in an environment without colour.
pub fn talent_flow() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_talent-flow"));
    command.env("NO_COLOR", "1");
    command
}

/// What came of running the program.
pub struct Ran(pub Output);

impl Ran {
    pub fn of(command: &mut Command) -> Self {
        Self(command.output().expect("the program runs"))
    }

    pub fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    pub fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    #[track_caller]
    pub fn code(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{}{}", self.stdout(), self.stderr());
        self
    }

    #[track_caller]
    pub fn success(self) -> Self {
        self.code(0)
    }
}

/// Builds a site.
pub fn build(site: &Path, out: &Path, flags: &[&str]) -> Ran {
    Ran::of(talent_flow().arg("build").arg("--root").arg(site).arg("--output-dir").arg(out).args(flags))
}

/// Files by name, with their bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// All files below a folder.
pub fn tree(folder: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for (name, bytes) in tree(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
