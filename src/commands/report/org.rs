//! One organization, in full.

use super::Telling;
use super::people::{self, Headcount, PersonThen};
use super::sheet::Sheet;
use super::then::{Named, Then};
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
}

impl OrgReport {
    /// Works it out.
    pub fn new(then: &Then, org: OrgIx) -> Self {
        let Named { id, name } = then.org(org);
        let headcount = Headcount::new(then, org);
        let organization = Organization { id, name, headcount, people: people::list(then, org) };
        Self { organization }
    }
}

impl Telling for OrgReport {
    fn lay_out(&self, then: &Then, sheet: &mut Sheet) {
        let org = &self.organization;
        sheet.title(&format!("{} at the end of {}", org.name, then.day_in_words()));
        people::lay_out(&org.people, org.headcount, sheet);
    }
}
