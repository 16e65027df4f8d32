//! Arguments, dispatch, exit code.

use clap::Parser;
use std::process::ExitCode;
use talent_flow::commands::{self, Cli};

/// A build makes and drops small strings by the million, on every thread; the allocator of the C library
/// takes half of its time for that, more than in proportion.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    commands::run(&Cli::parse())
}
