//! What the tests of reading and checking share: a small site in a temporary folder, and the program run on it.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use talent_flow::archive::{self, Checked};
use talent_flow::content::Root;
use talent_flow::diagnostic::Diagnostic;
use tempfile::TempDir;

/// How long a run may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// A site that a test fills.
pub struct Site(TempDir);

/// What a run of the program came to.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Site {
    /// A site of no records but `site.yaml`.
    pub fn empty() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.write("site.yaml", "title: Orbit Watch\nlanguages: [en, zh]\nas_of: 2025-06-30\n");
        site
    }

    /// The small valid site of `tests/fixtures/base`.
    pub fn base() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/base")), site.0.path());
        site
    }

    /// The folder that holds `content/`.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    /// The path of a file below `content/`.
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.path().join("content").join(file)
    }

    /// Writes a file below `content/`.
    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Checks the site in this process.
    pub fn check(&self) -> Checked {
        archive::check(&Root::new(self.root()), false)
    }

    /// The findings of checking the site.
    pub fn findings(&self) -> Vec<Diagnostic> {
        self.check().diagnostics
    }

    /// Runs the program on the site, and ends it when it hangs.
    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[])
    }

    /// The same with variables of the environment.
    pub fn run_with(&self, args: &[&str], env: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_talent-flow"));
        command.args(args).arg("--root").arg(self.root()).envs(env.iter().copied());
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (stdout, stderr) = (read_apart(child.stdout.take()), read_apart(child.stderr.take()));
        let started = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if started.elapsed() > PATIENCE {
                child.kill().unwrap();
                panic!("`talent-flow {}` hangs", args.join(" "));
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        let text =
            |reader: std::thread::JoinHandle<Vec<u8>>| String::from_utf8(reader.join().unwrap()).unwrap();
        let status = status.code().expect("no signal ends the program");
        Run { status, stdout: text(stdout), stderr: text(stderr) }
    }
}

/// Reads a pipe to its end while the program runs, so that it never waits for us.
fn read_apart(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    })
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Makes a named pipe, which nobody writes to.
pub fn named_pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}
