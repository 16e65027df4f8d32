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
        let moves = archive.moves().map(|(ix, _)| Subject::Move(ix));
        let people = archive.people().map(|(ix, _)| Subject::Person(ix));
        let orgs = archive.orgs().map(|(ix, _)| Subject::Org(ix));
        let events = archive.events().map(|(ix, _)| Subject::Event(ix));
        let cohorts = archive.cohorts().map(|(ix, _)| Subject::Cohort(ix));
        let figures = archive.figures().map(|(ix, _)| Subject::Figure(ix));
        for subject in moves.chain(people).chain(orgs).chain(events).chain(cohorts).chain(figures) {
            subject.each_source(archive, &mut |source, is_claim| {
                found.cite(source, Citation { subject, is_claim });
            });
        }
        found
    }

    /// The records that cite a source, each once.
    pub fn of(&self, source: SourceIx) -> &[Citation] {
        &self.0[source.at()]
    }

    /// Records come one after the other, so a second use by the same record is the last one found.
    fn cite(&mut self, source: SourceIx, citation: Citation) {
        let found = &mut self.0[source.at()];
        if found.last().is_none_or(|last| last.subject != citation.subject) {
            found.push(citation);
        }
    }
}

impl Subject {
    /// The sources that the record cites, each once: those of what it says first, then those of other claims.
    pub fn sources(self, archive: &Archive) -> Vec<SourceIx> {
        let mut sources = Vec::new();
        self.each_source(archive, &mut |source, _| {
            if !sources.contains(&source) {
                sources.push(source);
            }
        });
        sources
    }

    /// Goes through the sources that the record cites, with whether it is for something other than what it says.
    fn each_source(self, archive: &Archive, cite: &mut impl FnMut(SourceIx, bool)) {
        let (own, claims): (&[SourceIx], &[Claim]) = match self {
            Self::Move(ix) => (&archive[ix].sources, &archive[ix].claims),
            Self::Person(ix) => (&archive[ix].sources, &[]),
            Self::Org(ix) => (&archive[ix].sources, &[]),
            Self::Event(ix) => (&archive[ix].sources, &[]),
            Self::Cohort(ix) => (&archive[ix].sources, &[]),
            Self::Figure(ix) => (&archive[ix].sources, &archive[ix].claims),
        };
        for source in own {
            cite(*source, false);
        }
        match self {
            Self::Org(ix) => {
                archive[ix]
                    .teams
                    .iter()
                    .flat_map(|team| &team.sources)
                    .for_each(|source| cite(*source, false));
            }
            Self::Cohort(ix) => {
                let members = archive[ix].members.iter().flat_map(|member| &member.sources);
                let sizes = archive[ix].stated.iter().flat_map(|stated| &stated.sources);
                members.chain(sizes).for_each(|source| cite(*source, false));
            }
            _ => {}
        }
        claims.iter().flat_map(|claim| &claim.sources).for_each(|source| cite(*source, true));
    }
}
