//! Arguments, dispatch, exit code.

use clap::Parser;
use std::process::ExitCode;
use talent_flow::commands::{self, Cli};

fn main() -> ExitCode {
    commands::run(&Cli::parse())
}
