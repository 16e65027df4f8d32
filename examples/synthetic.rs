//! Writes a site of synthetic content: `cargo run --release --example synthetic -- --moves 10000 site`.

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

use clap::Parser;
use std::io;
use std::path::PathBuf;
use synthetic::World;

/// Writes the content of a site with invented records, all of them valid.
#[derive(Parser)]
struct Cli {
    /// How many moves; a third as many people
    #[arg(long, default_value_t = 1000)]
    moves: usize,

    /// The same seed gives the same site
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// The folder of the site, which has no `content/` yet
    folder: PathBuf,
}

fn main() -> io::Result<()> {
    let cli = Cli::parse();
    let world = World::new(cli.moves, cli.seed);
    world.write(&cli.folder)?;
    println!("Wrote {} into {}", world.counts(), cli.folder.display());
    Ok(())
}
