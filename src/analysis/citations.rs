//! Citations: what rests on each source.

use crate::archive::Archive;
use crate::model::{Claim, CohortIx, EventIx, FigureIx, MoveIx, OrgIx, PersonIx, SourceIx};

/// For every source, the records that cite it: moves first, as the timeline tells them, then the others kind by kind.
#[derive(Debug)]
pub struct Citations(Vec<Vec<Citation>>);

/// One record's use of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The record.
    pub subject: Subject,
    /// Whether the source is cited only for something other than what the record says.
    pub is_claim: bool,
}

/// A record that cites sources; a team counts as its organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A move.
    Move(MoveIx),
    /// A person.
    Person(PersonIx),
    /// An organization, or a team of it.
    Org(OrgIx),
    /// An event.
    Event(EventIx),
    /// A cohort, one of its members or stated sizes.
    Cohort(CohortIx),
    /// A figure.
    Figure(FigureIx),
}

impl Citations {
    /// Goes through all records once.
    pub fn new(archive: &Archive) -> Self {
        let mut found = Self(vec![Vec::new(); archive.sources().len()]);
        for (ix, moved) in archive.moves() {
            found.add(Subject::Move(ix), &moved.sources);
            found.add_claims(Subject::Move(ix), &moved.claims);
        }
        for (ix, person) in archive.people() {
            found.add(Subject::Person(ix), &person.sources);
        }
        for (ix, org) in archive.orgs() {
            let teams = org.teams.iter().flat_map(|team| &team.sources);
            found.add(Subject::Org(ix), org.sources.iter().chain(teams));
        }
        for (ix, event) in archive.events() {
            found.add(Subject::Event(ix), &event.sources);
        }
        for (ix, cohort) in archive.cohorts() {
            let members = cohort.members.iter().flat_map(|member| &member.sources);
            let sizes = cohort.stated.iter().flat_map(|stated| &stated.sources);
            found.add(Subject::Cohort(ix), cohort.sources.iter().chain(members).chain(sizes));
        }
        for (ix, figure) in archive.figures() {
            found.add(Subject::Figure(ix), &figure.sources);
            found.add_claims(Subject::Figure(ix), &figure.claims);
        }
        found
    }

    /// The records that cite a source, each once.
    pub fn of(&self, source: SourceIx) -> &[Citation] {
        &self.0[source.at()]
    }

    fn add<'a>(&mut self, subject: Subject, sources: impl IntoIterator<Item = &'a SourceIx>) {
        for source in sources {
            self.cite(*source, Citation { subject, is_claim: false });
        }
    }

    fn add_claims(&mut self, subject: Subject, claims: &[Claim]) {
        for source in claims.iter().flat_map(|claim| &claim.sources) {
            self.cite(*source, Citation { subject, is_claim: true });
        }
    }

    /// Records come one after the other, so a second use by the same record is the last one found.
    fn cite(&mut self, source: SourceIx, citation: Citation) {
        let found = &mut self.0[source.at()];
        if found.last().is_none_or(|last| last.subject != citation.subject) {
            found.push(citation);
        }
    }
}
