//! Cards: small pages that other sites show in a frame, made only where the site asks for them.

use super::{Route, record};
use crate::archive::Archive;
use crate::model::{CohortIx, Day, FigureIx, MoveIx, OrgIx, PersonIx};

/// A card, and what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    /// A person.
    Person(PersonIx),
    /// A move.
    Move(MoveIx),
    /// A chart.
    Chart(Picture),
}

/// A chart that has a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// The moves of all years.
    Years,
    /// Who went from where to where, in all years.
    Flows,
    /// Where people of an organization came from and went.
    OrgFlows(OrgIx),
    /// Its joins and departures.
    Rhythm(OrgIx),
    /// Its posts.
    Posts(OrgIx),
    /// A wave of departures, by its first day.
    Wave(OrgIx, Day),
    /// The members of a cohort.
    Members(CohortIx),
    /// Who of a cohort remains.
    Remain(CohortIx),
    /// A figure as a part of its base.
    Share(FigureIx),
}

impl Card {
    /// The address below the root of a language.
    pub fn path(self, archive: &Archive) -> String {
        match self {
            Self::Person(ix) => record("embed/people", &archive[ix].common.id, 1),
            Self::Move(ix) => record("embed/moves", &archive[ix].common.id, 1),
            Self::Chart(picture) => format!("embed/charts/{}.html", picture.name(archive)),
        }
    }

    /// The page that tells more.
    pub fn about(self, archive: &Archive) -> Route {
        match self {
            Self::Person(ix) => Route::Person(ix),
            Self::Move(ix) => Route::Person(archive[ix].person),
            Self::Chart(picture) => picture.about(),
        }
    }
}

impl Picture {
    /// A name of its own: no id has a point.
    fn name(self, archive: &Archive) -> String {
        let of = |kind: &str, id: &crate::model::Id| format!("{kind}.{id}");
        match self {
            Self::Years => "moves-by-year".into(),
            Self::Flows => "flows".into(),
            Self::OrgFlows(ix) => of("flows", &archive[ix].common.id),
            Self::Rhythm(ix) => of("joins-and-departures", &archive[ix].common.id),
            Self::Posts(ix) => of("posts", &archive[ix].common.id),
            Self::Wave(ix, first) => format!("{}-{first}", of("wave", &archive[ix].common.id)),
            Self::Members(ix) => of("members", &archive[ix].common.id),
            Self::Remain(ix) => of("remain", &archive[ix].common.id),
            Self::Share(ix) => of("share", &archive[ix].common.id),
        }
    }

    fn about(self) -> Route {
        match self {
            Self::Years => Route::Timeline,
            Self::Flows => Route::Flows,
            Self::OrgFlows(ix) | Self::Rhythm(ix) | Self::Posts(ix) => Route::Org(ix),
            Self::Wave(ix, first) => Route::Wave(ix, first),
            Self::Members(ix) | Self::Remain(ix) => Route::Cohort(ix),
            Self::Share(ix) => Route::Figure(ix),
        }
    }
}
