//! A static-site generator for talent-flow timelines: records of who left, who rose and who followed whom
//! go in, a site comes out.
//!
//! The modules in reading order. [`content`] reads files into documents, in the vocabulary of [`model`];
//! [`archive`] checks them and holds what is valid, or tells what is wrong as [`diagnostic`]s; [`analysis`]
//! computes what follows, and [`charts`] draws it; [`pages`] renders it, worded by [`wording`], with [`feeds`]
//! to follow it by and an index to [`search`]; [`output`] publishes it. The [`commands`] put these together:
//!
//! ```no_run
//! use talent_flow::{archive, content::Root, output::Publication, pages::Website};
//!
//! let root = Root::new(".".as_ref());
//! let checked = archive::check(&root, false);
//! let archive = checked.archive.ok_or("the content has errors")?;
//! let (theme, _) = root.theme();
//! let website = Website::new(&archive, &theme);
//! let publication = Publication::open("public".as_ref(), false)?;
//! for job in website.jobs() {
//!     let (address, bytes) = website.render(&job)?;
//!     publication.write(&address, &bytes)?;
//! }
//! publication.finish()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod analysis;
pub mod archive;
pub mod charts;
pub mod commands;
pub mod content;
pub mod diagnostic;
pub mod feeds;
pub mod model;
pub mod output;
pub mod pages;
pub mod search;
pub mod wording;
