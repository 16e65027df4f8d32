//! `talent-flow build`

use super::check::For;
use super::{CheckArgs, check, tell};
use crate::archive::Archive;
use crate::content::Root;
use crate::diagnostic::Diagnostic;
use crate::model::{Theme, WebUrl};
use crate::output::{Publication, Summary};
use crate::pages::{BrokenPages, PagesError, Website};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget};
use rayon::prelude::*;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Once;
use std::time::{Duration, Instant};

/// The arguments of `build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// The folder to publish into [default: `public` in the folder of the site]
    #[arg(short, long, value_name = "DIR")]
    output_dir: Option<PathBuf>,

    /// Where the site will be published, in place of `base_url` in `site.yaml`
    #[arg(short = 'u', long, value_name = "URL", value_parser = base_url)]
    base_url: Option<WebUrl>,

    /// Publish into a folder that holds something else, which is lost
    #[arg(short, long)]
    force: bool,

    #[command(flatten)]
    check: CheckArgs,
}

fn base_url(text: &str) -> Result<WebUrl, String> {
    WebUrl::parse(text).map_err(|invalid| invalid.message)
}

/// How much stack a thread that makes pages has, in bytes: enough for templates that include each other and
/// components that call each other as deeply as they may.
const STACK: usize = 64 << 20;

/// Why nothing was published.
enum Failure {
    /// Templates and static files of the site's own don't go with the rest of it.
    Theme(Vec<Diagnostic>),
    Other(Box<dyn Error + Send + Sync>),
}

/// Checks the site below `root`, renders it and publishes it.
pub fn run(root: &Path, args: &BuildArgs) -> ExitCode {
    let started = Instant::now();
    let Some((mut archive, theme)) = check::site(root, &args.check, For::Build) else {
        return ExitCode::FAILURE;
    };
    if let Some(url) = &args.base_url {
        archive = archive.with_base_url(url.clone());
    }
    let target = args.output_dir.clone().unwrap_or_else(|| root.join("public"));
    let publish = || publish((&archive, &theme), root, &target, (args.force, started));
    let threads = rayon::ThreadPoolBuilder::new().stack_size(STACK).build();
    match threads.map_err(Failure::from).and_then(|threads| threads.install(publish)) {
        Ok((pages, summary)) => {
            if !args.check.quiet {
                tell::say(&told(&archive, pages, &summary, &target, started.elapsed()));
            }
            // The program ends here; taking a large archive apart record by record would only keep it from that.
            std::mem::forget(archive);
            return ExitCode::SUCCESS;
        }
        Err(Failure::Theme(findings)) => drop(tell::findings(&Root::new(root), &findings, true)),
        Err(Failure::Other(error)) => tell::failure(&error),
    }
    ExitCode::FAILURE
}

/// Renders every page into the staging folder, and exchanges it for what is published.
fn publish(
    (archive, theme): (&Archive, &Theme),
    root: &Path,
    target: &Path,
    (force, started): (bool, Instant),
) -> Result<(usize, Summary), Failure> {
    keep_clear_of_the_site(root, target)?;
    let website = Website::new(archive, theme);
    let jobs = website.jobs();
    let taken = website.taken(&jobs);
    let publication = Publication::open(target, force)?;
    let progress = Progress::new(jobs.len(), started);
    let broken = BrokenPages::default();
    jobs.par_iter().enumerate().try_for_each(|(number, job)| -> Result<(), Failure> {
        match website.render(job) {
            Ok((address, bytes)) if taken.is_empty() => publication.write(&address, &bytes)?,
            // Nothing will be published, but all that is wrong is to be told.
            Ok(_) => {}
            Err(PagesError::Templates(findings)) => broken.add(number, findings),
            Err(error) => return Err(error.into()),
        }
        progress.step();
        Ok(())
    })?;
    progress.bar.finish_and_clear();
    let findings = [taken, broken.findings(&website, &jobs)].concat();
    if !findings.is_empty() {
        return Err(Failure::Theme(findings));
    }
    // As large as the archive, which `run` leaves to the end of the program too.
    std::mem::forget(website);
    Ok((jobs.len(), publication.finish()?))
}

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// Refuses to publish over the records: into the folder of the site itself, one above it, or `content/`.
fn keep_clear_of_the_site(root: &Path, target: &Path) -> Result<(), String> {
    let absolute = std::path::absolute(target).map_err(|error| format!("{}: {error}", target.display()))?;
    let Ok(root) = root.canonicalize() else { return Ok(()) };
    let shown = target.display();
    if absolute.canonicalize().is_ok_and(|target| root.starts_with(target)) {
        return Err(format!("`{shown}` holds the records of the site, so it is not published there"));
    }
    // A folder that is not there yet is judged by the nearest one above it that is.
    let nearest = absolute.ancestors().find_map(|above| above.canonicalize().ok());
    let is_among = |folder: &str| nearest.as_ref().is_some_and(|above| above.starts_with(root.join(folder)));
    let what = [("content", "records"), ("templates", "templates"), ("static", "static files")];
    if let Some((_, what)) = what.into_iter().find(|(folder, _)| is_among(folder)) {
        return Err(format!("`{shown}` is among the {what} of the site, so it is not published there"));
    }
    Ok(())
}

/// A progress bar on a terminal, once the work has taken a second.
struct Progress {
    bar: ProgressBar,
    started: Instant,
    shown: Once,
}

impl Progress {
    fn new(pages: usize, started: Instant) -> Self {
        let bar = ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::hidden());
        Self { bar, started, shown: Once::new() }
    }

    fn step(&self) {
        if self.started.elapsed() > Duration::from_secs(1) {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }
}

fn told(archive: &Archive, files: usize, summary: &Summary, target: &Path, took: Duration) -> String {
    let Summary { written, unchanged, removed } = summary;
    format!(
        "Published {} to {}\n{files} files: {written} written, {unchanged} unchanged, {removed} removed, in {:.1} s",
        check::records(archive),
        target.display(),
        took.as_secs_f64(),
    )
}
