//! `talent-flow report`
//!
//! What the records add up to on a day. A report is made as typed structs, one file a part of it, each with its
//! shape in JSON, how it follows from the analysis, and how it is laid out as text:
//!
//! ```json
//! {"version": 1, "as_of": "2023-11-16", "organization": {…}}
//! {"version": 1, "as_of": "2023-11-16", "organizations": [{…}], …}
//! ```
//!
//! A record is named by `{"id", "name"}`, with the name in the site's first language; a post or a team of a person by its
//! id within the organization. Dates are EDTF as the records write them. A key without a value is there and `null`. A
//! list of `moves` holds the ids of those that a statement rests on. A new version of the program may add keys; when
//! one is taken away or comes to mean something else, `version` goes up.

mod cohorts;
mod flows;
mod org;
mod people;
mod posts;
mod sheet;
mod summary;
mod then;
mod waves;

use super::{check, tell};
use crate::archive::Archive;
use crate::diagnostic::nearest;
use crate::model::{Day, EdtfDate, OrgIx, Precision};
use clap::{Args, ValueEnum};
use org::OrgReport;
use serde::Serialize;
use sheet::Sheet;
use std::path::Path;
use std::process::ExitCode;
use then::{Analyses, Named, Then};

/// The version of the shape of the JSON.
const VERSION: u32 = 1;

/// The arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The day, at its end: a day, or the last day of a month or a year (`2023-11-16`, `2023-11`, `2023`)
    /// [default: `as_of` of the site]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,

    /// Tell of this organization alone, and in full
    #[arg(long, value_name = "ID")]
    org: Option<String>,

    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Take drafts in
    #[arg(long)]
    drafts: bool,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Tables for a person
    Text,
    /// JSON for a program
    Json,
}

/// The last day of a date that has a clear one.
fn day(text: &str) -> Result<Day, String> {
    let date = EdtfDate::parse(text).map_err(|invalid| {
        let help = invalid.help.map_or_else(String::new, |help| format!("; {help}"));
        invalid.message + &help
    })?;
    let is_clear = matches!(date.precision(), Precision::Day | Precision::Month | Precision::Year);
    if is_clear && !date.is_qualified() {
        Ok(date.latest())
    } else {
        Err("a day is needed, or a month or a year to take the last day of".to_owned())
    }
}

/// Checks the site below `root`, and tells what its records add up to.
pub fn run(root: &Path, args: &ReportArgs) -> ExitCode {
    let Some(archive) = check::archive(root, false, args.drafts) else { return ExitCode::FAILURE };
    let org = match args.org.as_deref().map(|id| find(&archive, id)).transpose() {
        Ok(org) => org,
        Err(unknown) => {
            tell::failure(&unknown);
            return ExitCode::from(2);
        }
    };
    let day = args.as_of.unwrap_or_else(|| archive.site().as_of.latest());
    let analyses = Analyses::new(&archive);
    let then = Then { archive: &archive, analyses: &analyses, day };
    let written = match org {
        Some(org) => write(args.format, &then, &Report::new(&then, OrgReport::new(&then, org))),
        None => write(args.format, &then, &Report::new(&then, summary::Summary::new(&then))),
    };
    tell::say(written.trim_end());
    ExitCode::SUCCESS
}

/// The organization of an id.
fn find(archive: &Archive, id: &str) -> Result<OrgIx, String> {
    if let Some((ix, _)) = archive.orgs().find(|(_, org)| org.common.id.as_str() == id) {
        return Ok(ix);
    }
    let is_former = |org: &crate::model::Organization| org.common.aliases.iter().any(|a| a.as_str() == id);
    let near = match archive.orgs().find(|(_, org)| is_former(org)) {
        Some((_, org)) => format!("; it is now called `{}`", org.common.id),
        None => nearest(id, archive.orgs().map(|(_, org)| org.common.id.as_str()))
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?")),
    };
    Err(format!("there is no organization `{}`{near}", id.escape_debug()))
}

/// What is told: of one organization, or of all.
trait Telling: Serialize {
    /// Lays it out as text.
    fn lay_out(&self, then: &Then, sheet: &mut Sheet);
}

fn write<T: Telling>(format: Format, then: &Then, report: &Report<T>) -> String {
    match format {
        Format::Text => {
            let mut sheet = Sheet::new(tell::width());
            report.told.lay_out(then, &mut sheet);
            sheet.into_text()
        }
        // A report is made of texts, numbers and lists, which JSON can say.
        Format::Json => serde_json::to_string_pretty(report).unwrap_or_default(),
    }
}

/// A report, as JSON has it.
#[derive(Debug, Serialize)]
struct Report<T> {
    /// The version of this shape.
    version: u32,
    /// The day, at the end of which all of it is told.
    as_of: String,
    #[serde(flatten)]
    told: T,
}

impl<T> Report<T> {
    fn new(then: &Then, told: T) -> Self {
        Self { version: VERSION, as_of: then.day.to_string(), told }
    }
}
