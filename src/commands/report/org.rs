//! One organization, in full.

use super::Telling;
use super::cohorts::{self, CohortThen};
use super::flows::OrgFlows;
use super::people::{self, Headcount, PersonThen};
use super::posts::{self, PostThen};
use super::sheet::Sheet;
use super::then::{Named, Then};
use super::waves::{self, WaveThen};
use crate::analysis::flows::Flows;
use crate::model::OrgIx;
use serde::Serialize;

/// What is told of one organization, under the key `organization`.
#[derive(Debug, Serialize)]
pub struct OrgReport {
    organization: Organization,
}

/// An organization on the day.
#[derive(Debug, Serialize)]
struct Organization {
    id: String,
    name: String,
    headcount: Headcount,
    people: Vec<PersonThen>,
    posts: Vec<PostThen>,
    cohorts: Vec<CohortThen>,
    waves: Vec<WaveThen>,
    flows: OrgFlows,
}

impl OrgReport {
    /// Works it out.
    pub fn new(then: &Then, org: OrgIx) -> Self {
        let Named { id, name } = then.org(org);
        let headcount = Headcount::new(then, org);
        let flows = Flows::as_of(then.archive, then.day);
        let organization = Organization {
            id,
            name,
            headcount,
            people: people::list(then, org),
            posts: posts::list(then, org),
            cohorts: cohorts::list(then, org),
            waves: waves::list(then, org),
            flows: OrgFlows::new(then, &flows, org),
        };
        Self { organization }
    }
}

impl Telling for OrgReport {
    fn lay_out(&self, then: &Then, sheet: &mut Sheet) {
        let org = &self.organization;
        sheet.line(&format!("{} at the end of {}", org.name, then.day_in_words()));
        people::lay_out(&org.people, org.headcount, sheet);
        posts::lay_out(&org.posts, sheet);
        cohorts::lay_out(&org.cohorts, sheet);
        waves::lay_out(&org.waves, sheet);
        org.flows.lay_out(sheet);
    }
}
