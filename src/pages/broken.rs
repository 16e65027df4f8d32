//! Which pages could not be made, told once for each mistake in a template.

use super::{Job, Website};
use crate::diagnostic::{Diagnostic, Place};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What broke pages, collected from any number of threads: the same findings in whatever order they come.
#[derive(Debug, Default)]
pub struct BrokenPages(Mutex<Mistakes>);

/// By file and place, however many messages one place gives rise to.
type Mistakes = BTreeMap<(Box<str>, Option<Place>), Mistake>;

/// A mistake in a template.
#[derive(Debug)]
struct Mistake {
    /// As the first page tells it, by number.
    finding: Diagnostic,
    first: usize,
    pages: usize,
}

impl BrokenPages {
    /// Adds what was found on making the job of a number.
    pub fn add(&self, number: usize, findings: Vec<Diagnostic>) {
        let mut mistakes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for finding in findings {
            let key = (finding.file.clone(), finding.place);
            let mistake = mistakes.entry(key).or_insert_with(|| Mistake {
                finding: finding.clone(),
                first: number,
                pages: 0,
            });
            mistake.pages += 1;
            if number < mistake.first {
                (mistake.finding, mistake.first) = (finding, number);
            }
        }
    }

    /// The findings, each with the first page that it broke; and those about templates of no page.
    pub fn findings(self, site: &Website, jobs: &[Job]) -> Vec<Diagnostic> {
        let mut mistakes = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        for finding in site.templates.broken() {
            let key = (finding.file.clone(), finding.place);
            mistakes.entry(key).or_insert_with(|| Mistake { finding: finding.clone(), first: 0, pages: 0 });
        }
        mistakes.into_values().map(|mistake| mistake.told(site, jobs)).collect()
    }
}

impl Mistake {
    fn told(self, site: &Website, jobs: &[Job]) -> Diagnostic {
        let Some(first) = jobs.get(self.first).filter(|_| self.pages > 0) else { return self.finding };
        let address = crate::pages::jobs::address(site, first);
        self.finding.note(match self.pages {
            1 => format!("this broke the page `{address}`"),
            2 => format!("this broke the page `{address}`, and another one"),
            pages => format!("this broke the page `{address}`, and {} others", pages - 1),
        })
    }
}
