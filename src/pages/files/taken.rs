//! Addresses that two files would have: a static file of the site's own, and another file of the site.

use super::assets;
use crate::diagnostic::{Code, Diagnostic};
use crate::pages::{Job, Website, jobs};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What the static files take up, by names in small letters: for many systems letter case is no difference.
type Claims<'a> = BTreeMap<String, Claim<'a>>;

/// A file, or a folder above one.
#[derive(Debug, Clone, Copy)]
struct Claim<'a> {
    /// As it is written.
    path: &'a str,
    is_folder: bool,
    /// The static file that claims it.
    by: &'a str,
}

/// Tells of every static file that can't stand beside the rest of the site.
pub fn all(site: &Website, jobs: &[Job]) -> Vec<Diagnostic> {
    let (mut claims, mut findings) = (Claims::new(), BTreeMap::new());
    let mut found = assets::check(site.theme);
    for (address, _) in assets::added(site.theme) {
        for claim in claims_of(address) {
            match claims.entry(claim.path.to_lowercase()) {
                Entry::Vacant(free) => drop(free.insert(claim)),
                Entry::Occupied(taken) if claim.agrees_with(taken.get()) => {}
                Entry::Occupied(taken) => {
                    let other = format!("`static/{}`", taken.get().by);
                    findings.entry(address).or_insert_with(|| told(claim, *taken.get(), &other));
                }
            }
        }
    }
    if claims.is_empty() {
        return found;
    }
    let own: Vec<&str> = assets::added(site.theme).map(|(address, _)| address).collect();
    for job in jobs {
        let address = jobs::address(site, job);
        if own.binary_search(&address.as_str()).is_ok() && matches!(job, Job::File { .. }) {
            continue;
        }
        for claim in claims_of(&address) {
            let Some(taken) = claims.get(&claim.path.to_lowercase()) else { continue };
            if !claim.agrees_with(taken) {
                let is_page = matches!(job, Job::Page { .. } | Job::Redirect { .. } | Job::NotFound);
                let other = format!("the {} `{address}`", if is_page { "page" } else { "site's" });
                findings.entry(taken.by).or_insert_with(|| told(*taken, claim, &other));
            }
        }
    }
    found.extend(findings.into_values());
    found
}

/// A file, and every folder above it.
fn claims_of(address: &str) -> impl Iterator<Item = Claim<'_>> {
    let folders = address.match_indices('/').map(|(at, _)| (&address[..at], true));
    let all = folders.chain([(address, false)]);
    all.map(move |(path, is_folder)| Claim { path, is_folder, by: address })
}

impl Claim<'_> {
    /// Two files can be in one folder, if both write it the same; nothing else can be shared.
    fn agrees_with(&self, other: &Claim) -> bool {
        self.is_folder && other.is_folder && self.path == other.path
    }
}

fn told(own: Claim, other: Claim, whose: &str) -> Diagnostic {
    let message = match (own.is_folder, other.is_folder) {
        (true, true) => format!(
            "the folders `{}` here and `{}` of {whose} differ by letter case only",
            own.path, other.path
        ),
        (true, false) => format!("`{}` is a folder here, and a file of the site: {whose}", own.path),
        (false, true) => format!("this has the name of a folder of the site, which holds {whose}"),
        (false, false) if own.path == other.path => format!("this has the address of {whose}"),
        (false, false) => format!("this differs from {whose} by letter case only"),
    };
    let finding = Diagnostic::in_file(&format!("static/{}", own.by), Code::AddressTaken, message);
    finding.help(Some("rename the file or its folder"))
}
