//! What a build costs, as a multiple of the floor: reading every content file and creating every output file.
//!
//! `cargo bench --bench floor -- --moves 1000,10000` writes synthetic content into a memory file system, builds
//! it with the program as released, and runs beside it, in turns, a function that does nothing but read the same
//! files and create files of the same sizes. Each run writes into a fresh folder. It prints medians as a
//! Markdown table, and fails only when asked to hold them against limits.

mod synthetic;

use clap::Parser;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use std::{fs, io, thread};
use synthetic::World;
use walkdir::WalkDir;

/// The program, compiled with the profile of releases.
const PROGRAM: &str = env!("CARGO_BIN_EXE_talent-flow");

/// How the multiple at 100,000 moves may compare to that at 10,000: nothing grows faster than linearly.
const MOST_GROWTH: f64 = 1.3;

/// The largest multiple of the floor at 100,000 moves: 8 for the records and their pages, and half again for what is
/// computed and drawn.
const MOST_MULTIPLE: f64 = 12.0;

/// The largest page or picture that a site may have, in bytes.
const LARGEST_PAGE: usize = 500_000;

/// The most memory that a build may take, in bytes.
const MOST_MEMORY: u64 = 2 << 30;

/// Measures builds of synthetic content against the floor.
#[derive(Parser)]
struct Cli {
    /// How many moves each site has
    #[arg(long, value_delimiter = ',', default_value = "1000,10000,100000")]
    moves: Vec<usize>,

    /// Where to write [default: /dev/shm if there is one, else the folder for temporary files]
    #[arg(long)]
    dir: Option<PathBuf>,

    /// How often each is run
    #[arg(long, default_value_t = 5)]
    runs: usize,

    /// The seed of the content
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// Fail when a build at 100,000 moves takes more than it may
    #[arg(long)]
    assert: bool,

    /// Given by `cargo bench`; `cargo test` leaves it out, and then nothing is measured
    #[arg(long, hide = true)]
    bench: bool,
}

/// The medians of one size.
struct Row {
    moves: usize,
    read: usize,
    written: usize,
    /// The size of the largest page or picture written, in bytes.
    largest: usize,
    floor: Duration,
    build: Duration,
    /// In bytes; `None` where the system does not tell.
    peak: Option<u64>,
}

impl Row {
    fn multiple(&self) -> f64 {
        self.build.as_secs_f64() / self.floor.as_secs_f64()
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let cli = Cli::parse();
    if !cli.bench {
        return Ok(ExitCode::SUCCESS);
    }
    let folder = tempfile::Builder::new().prefix("talent-flow-floor-").tempdir_in(place(&cli))?;
    println!(
        "In {}, on {} threads, medians of {} runs:\n",
        folder.path().display(),
        rayon::current_num_threads(),
        cli.runs
    );
    println!("| moves | files read | files written | largest | floor | build | multiple | peak memory |");
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
    let mut rows = Vec::new();
    for &moves in &cli.moves {
        let row = measure(moves, &cli, folder.path())?;
        println!("{}", line(&row));
        rows.push(row);
    }
    folder.close()?;
    let failures = if cli.assert { failures(&rows) } else { Vec::new() };
    for failure in &failures {
        eprintln!("error: {failure}");
    }
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The folder to write into: one in memory, where there is one.
fn place(cli: &Cli) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let usual = || if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    cli.dir.clone().unwrap_or_else(usual)
}

/// Builds one site again and again, in turns with the floor.
fn measure(moves: usize, cli: &Cli, folder: &Path) -> Result<Row, Box<dyn Error>> {
    let site = folder.join(moves.to_string());
    let world = World::new(moves, cli.seed);
    eprintln!("{}", world.counts());
    world.write(&site)?;
    // The first build warms up, and tells which files there are.
    let target = folder.join("published");
    let (_, mut peak) = build(&site, &target)?;
    let outputs = files(&target)?;
    fs::remove_dir_all(&target)?;
    let (mut floors, mut builds) = (Vec::new(), Vec::new());
    for _ in 0..cli.runs.max(1) {
        let (took, memory) = build(&site, &target)?;
        fs::remove_dir_all(&target)?;
        builds.push(took);
        peak = peak.max(memory);
        floors.push(floor(&site, &outputs, &target)?);
        fs::remove_dir_all(&target)?;
    }
    let read = files(&site)?.len();
    fs::remove_dir_all(&site)?;
    let is_seen = |path: &Path| path.extension().is_some_and(|end| end == "html" || end == "svg");
    let seen = outputs.iter().filter(|(path, _)| is_seen(path.as_ref()));
    let largest = seen.map(|(_, size)| *size).max().unwrap_or(0);
    Ok(Row {
        moves,
        read,
        written: outputs.len(),
        largest,
        floor: median(floors),
        build: median(builds),
        peak,
    })
}

/// Runs the program into a fresh folder: how long it took, and the most memory that it had.
fn build(site: &Path, target: &Path) -> Result<(Duration, Option<u64>), Box<dyn Error>> {
    let mut command = Command::new(PROGRAM);
    command.arg("build").arg("--quiet").arg("--root").arg(site).arg("--output-dir").arg(target);
    let started = Instant::now();
    let mut child = command.stdin(Stdio::null()).spawn()?;
    let (id, ended) = (child.id(), AtomicBool::new(false));
    let (status, took, peak) = thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut peak = None;
            while !ended.load(Ordering::Relaxed) {
                peak = peak.max(memory(id));
                thread::sleep(Duration::from_millis(2));
            }
            peak
        });
        let status = child.wait();
        let took = started.elapsed();
        ended.store(true, Ordering::Relaxed);
        (status, took, watch.join().ok().flatten())
    });
    let status = status?;
    if !status.success() {
        return Err(format!("the build of {} ended with {status}", site.display()).into());
    }
    Ok((took, peak))
}

/// The most memory that a running process had so far, in bytes, as Linux tells it (`VmHWM` of `/proc/PID/status`).
fn memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// The files below a folder, relative to it, and their sizes.
fn files(folder: &Path) -> io::Result<Vec<(PathBuf, usize)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            files.push((path.to_owned(), usize::try_from(entry.metadata()?.len()).unwrap_or(usize::MAX)));
        }
    }
    Ok(files)
}

/// Finds and reads every content file, then creates every output file with bytes from memory.
fn floor(site: &Path, outputs: &[(PathBuf, usize)], target: &Path) -> io::Result<Duration> {
    let bytes = vec![b'.'; outputs.iter().map(|(_, size)| *size).max().unwrap_or(0)];
    let started = Instant::now();
    let entries: Vec<_> = WalkDir::new(site.join("content")).into_iter().collect::<Result<_, _>>()?;
    let records: Vec<_> = entries.into_iter().filter(|entry| entry.file_type().is_file()).collect();
    records.par_iter().try_for_each(|entry| fs::read(entry.path()).map(|text| drop(black_box(text))))?;
    let folders: BTreeSet<&Path> = outputs.iter().filter_map(|(path, _)| path.parent()).collect();
    for folder in folders {
        fs::create_dir_all(target.join(folder))?;
    }
    outputs.par_iter().try_for_each(|(path, size)| fs::write(target.join(path), &bytes[..*size]))?;
    Ok(started.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn line(row: &Row) -> String {
    let Row { moves, read, written, largest, floor, build, peak } = row;
    let (floor, build, multiple) = (floor.as_secs_f64(), build.as_secs_f64(), row.multiple());
    let peak = peak.map_or_else(|| "?".to_owned(), |bytes| format!("{} MiB", bytes >> 20));
    let largest = largest / 1000;
    format!(
        "| {moves} | {read} | {written} | {largest} kB | {floor:.3} s | {build:.3} s | {multiple:.1} | {peak} |"
    )
}

/// What is above its limit.
fn failures(rows: &[Row]) -> Vec<String> {
    let at = |moves| rows.iter().find(|row| row.moves == moves);
    let (Some(small), Some(large)) = (at(10_000), at(100_000)) else {
        return vec!["the limits are about 10000 and 100000 moves; measure both".to_owned()];
    };
    let mut failures = Vec::new();
    let (before, multiple) = (small.multiple(), large.multiple());
    if multiple > before * MOST_GROWTH {
        failures.push(format!(
            "the multiple grows from {before:.1} to {multiple:.1}, by more than {MOST_GROWTH}"
        ));
    }
    if multiple > MOST_MULTIPLE {
        failures.push(format!("the multiple is {multiple:.1}, above {MOST_MULTIPLE}"));
    }
    if large.largest > LARGEST_PAGE {
        failures.push(format!("a page has {} bytes, more than {LARGEST_PAGE}", large.largest));
    }
    if large.peak.is_some_and(|peak| peak > MOST_MEMORY) {
        failures.push(format!("the build takes more than {} MiB of memory", MOST_MEMORY >> 20));
    }
    failures
}
