//! The commands: thin, and the only ones that print.

pub mod build;
pub mod check;
pub mod report;
mod tell;

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Curated records of who left, who rose and who followed whom, published as a site.
#[derive(Debug, Parser)]
#[command(name = "talent-flow", version, about, arg_required_else_help = true)]
pub struct Cli {
    /// The folder of the site, which holds `content/`
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the records, and publish the site if nothing is wrong with them
    Build(build::BuildArgs),
    /// Check the records and report everything that is wrong with them
    Check(CheckArgs),
    /// Tell what the records add up to on a day: who was where, in which post, what had gone before
    Report(report::ReportArgs),
}

/// What `check` and `build` have in common.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,

    /// Take drafts in
    #[arg(long)]
    pub drafts: bool,

    /// Say nothing but what is wrong
    #[arg(short, long)]
    pub quiet: bool,
}

/// Runs a command; its exit code is 0 when all is well, 1 when the content or the build failed.
/// Wrong usage ends the program with 2 before this is called.
pub fn run(cli: &Cli) -> ExitCode {
    match &cli.command {
        Command::Build(args) => build::run(&cli.root, args),
        Command::Check(args) => check::run(&cli.root, args),
        Command::Report(args) => report::run(&cli.root, args),
    }
}
