//! The archive: every record resolved, checked, sorted and indexed.
//!
//! There is one way to have an [`Archive`], through [`check`]; who holds one holds valid data, and no
//! code after it asks again.

mod careers;
mod check;
mod findings;
mod ids;
mod record_move;
mod record_site;
mod records;
mod resolve;
mod rules;
mod stage;
mod steps;

pub use check::{Checked, check};
pub use steps::{Change, Step};

use crate::model::{
    Cohort, CohortIx, Event, EventIx, Figure, FigureIx, Move, MoveIx, OrgIx, Organization, Page, PageIx,
    Person, PersonIx, Post, PostIx, Site, Source, SourceIx, Team, TeamIx, WebUrl,
};
use std::ops::Index;

/// All records of a site, valid, sorted and indexed.
///
/// People, organizations, cohorts, figures and shared sources are sorted by id, moves and events by date
/// (the order of the timeline, oldest first), pages as the menu shows them.
#[derive(Debug)]
pub struct Archive {
    site: Site,
    people: Vec<Person>,
    orgs: Vec<Organization>,
    moves: Vec<Move>,
    events: Vec<Event>,
    cohorts: Vec<Cohort>,
    figures: Vec<Figure>,
    sources: Vec<Source>,
    pages: Vec<Page>,
    moves_of_person: Vec<Vec<MoveIx>>,
    moves_of_org: Vec<Vec<MoveIx>>,
    steps_of_person: Vec<Vec<Step>>,
}

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident: $record:ident by $ix:ident),* $(,)?) => {
        impl Archive {$(
            $(#[$doc])*
            pub fn $list(&self) -> impl ExactSizeIterator<Item = ($ix, &$record)> + DoubleEndedIterator {
                self.$list.iter().enumerate().map(|(position, record)| ($ix::new(position), record))
            }
        )*}
        $(impl Index<$ix> for Archive {
            type Output = $record;
            fn index(&self, ix: $ix) -> &$record {
                &self.$list[ix.at()]
            }
        })*
    };
}

lists! {
    /// The people, by id.
    people: Person by PersonIx,
    /// The organizations, by id.
    orgs: Organization by OrgIx,
    /// The moves, oldest first.
    moves: Move by MoveIx,
    /// The events, oldest first.
    events: Event by EventIx,
    /// The cohorts, by id.
    cohorts: Cohort by CohortIx,
    /// The figures, by id.
    figures: Figure by FigureIx,
    /// The sources: the shared ones by id, then the inline ones.
    sources: Source by SourceIx,
    /// The free pages, in the order of the menu.
    pages: Page by PageIx,
}

impl Archive {
    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The same archive, to be published at another address than its site says.
    #[must_use]
    pub fn with_base_url(mut self, url: WebUrl) -> Self {
        self.site.base_url = Some(url);
        self
    }

    /// A team of an organization.
    pub fn team(&self, org: OrgIx, team: TeamIx) -> &Team {
        &self[org].teams[team.at()]
    }

    /// A post of an organization.
    pub fn post(&self, org: OrgIx, post: PostIx) -> &Post {
        &self[org].posts[post.at()]
    }

    /// The moves of a person, in the order of their career.
    pub fn moves_of_person(&self, person: PersonIx) -> &[MoveIx] {
        &self.moves_of_person[person.at()]
    }

    /// The moves into, within and out of an organization, oldest first.
    pub fn moves_of_org(&self, org: OrgIx) -> &[MoveIx] {
        &self.moves_of_org[org.at()]
    }

    /// What the moves of a person change, in the order of their career.
    pub fn steps_of_person(&self, person: PersonIx) -> &[Step] {
        &self.steps_of_person[person.at()]
    }
}
