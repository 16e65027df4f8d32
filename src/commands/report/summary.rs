//! All organizations, in short.

use super::Telling;
use super::flows::AllFlows;
use super::people::Headcount;
use super::sheet::{Rows, Sheet};
use super::then::{Then, count};
use crate::analysis::flows::Flows;
use crate::wording::{Noun, Wording};
use serde::Serialize;

/// How many organizations, and how many flows between them, a summary tells of.
const MOST: usize = 20;

/// What is told without an organization asked for.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// The organizations with anybody at them, most people first; as many as a screen takes.
    organizations: Vec<OrgThen>,
    /// How many more there are.
    more_organizations: usize,
    flows: AllFlows,
}

/// An organization in numbers.
#[derive(Debug, Serialize)]
struct OrgThen {
    id: String,
    name: String,
    headcount: Headcount,
}

impl Summary {
    /// Works it out.
    pub fn new(then: &Then) -> Self {
        let mut found: Vec<_> = then
            .archive
            .orgs()
            .map(|(ix, _)| (Headcount::new(then, ix), ix))
            .filter(|(headcount, _)| *headcount != Headcount::default())
            .collect();
        found.sort_by_key(|(Headcount { here, on_leave, uncertain, unrecorded }, ix)| {
            (std::cmp::Reverse((*here, *on_leave, *uncertain, *unrecorded)), *ix)
        });
        let more_organizations = found.len().saturating_sub(MOST);
        let organizations = found.into_iter().take(MOST).map(|(headcount, ix)| {
            let super::Named { id, name } = then.org(ix);
            OrgThen { id, name, headcount }
        });
        let flows = AllFlows::new(then, &Flows::as_of(then.archive, then.day));
        Self { organizations: organizations.collect(), more_organizations, flows }
    }
}

impl Telling for Summary {
    fn lay_out(&self, then: &Then, sheet: &mut Sheet) {
        sheet.line(&format!(
            "{} at the end of {}",
            then.show(&then.archive.site().title),
            then.day_in_words()
        ));
        sheet.heading("Organizations");
        let mut rows = Rows::new(["Organization", "People", "On leave", "Uncertain", "Recorded later"])
            .numbers_in(1)
            .numbers_in(2)
            .numbers_in(3)
            .numbers_in(4);
        let number = |n| Wording::English.number(n);
        for org in &self.organizations {
            let Headcount { here, on_leave, uncertain, unrecorded } = org.headcount;
            let [here, on_leave, uncertain, unrecorded] = [here, on_leave, uncertain, unrecorded].map(number);
            rows.add([org.name.clone(), here, on_leave, uncertain, unrecorded]);
        }
        sheet.table(&rows);
        if self.more_organizations > 0 {
            let more = count(Noun::Organization, self.more_organizations);
            sheet.line(&format!("{more} more, with fewer people. `--org ID` tells of one in full."));
        }
        self.flows.lay_out(sheet);
    }
}
