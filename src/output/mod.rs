//! The site's way to the disk: staging, comparing, publishing. Nothing else writes to the site's folder, and
//! this module knows nothing of pages, only bytes and addresses.
//!
//! A build of `public` works in a folder beside it, so on the same file system:
//!
//! ```text
//! public/                  the published site, not touched until the last step
//! .public.talent-flow/     this run's own folder, locked as long as the process lives
//!     .talent-flow         the marker that says who made this folder
//!     site/                the new site; after the exchange, the former one
//!     old/                 only where the system can't exchange folders: the former site on its way out
//! ```
//!
//! - A file that equals the published one is hard-linked into `site`, so it keeps its time stamp; any other
//!   is created anew. No published file is ever opened for writing.
//! - [`Publication::finish`] exchanges `public` with `site` in one step and removes the former site.
//! - A build that fails drops its [`Publication`], which removes the staging folder. A build that is killed
//!   leaves the staging folder behind and, with it, no lock: the next build of the same target clears it.
//! - Files are not forced to the disk one by one (`fsync`). A killed process costs nothing; after a power cut
//!   a file may be truncated, and the next build finds that it differs and makes it again.
//!
//! # Whose folder it is
//!
//! Each published site carries the file `.talent-flow`, always of the same bytes. A folder that is not empty
//! and has no such file was made by someone else, and isn't replaced without `force`. Neither is a site in
//! which someone put a dotfile by hand (`.git`, `.nojekyll`): a build never writes a top-level name that
//! starts with a dot, so such a name can't come from one. Some targets are refused even with `force`: a file,
//! a symbolic link, the file system's root, and a folder that is or contains the current one.

mod address;
mod error;
mod file;
mod folders;
mod marker;
mod publication;
mod staging;
mod system;
mod target;

pub use error::OutputError;
pub use publication::{Publication, Summary};
