//! Moves: one departure, promotion, join …

use super::{Common, EdtfDate, EventIx, Note, OrgIx, PersonIx, PostIx, SourceIx, TeamIx, Text};
use serde::Deserialize;

/// One change of place of one person.
#[derive(Debug, Clone)]
pub struct Move {
    /// File and id.
    pub common: Common,
    /// Who.
    pub person: PersonIx,
    /// What happened.
    pub kind: Kind,
    /// When it took effect.
    pub date: Option<EdtfDate>,
    /// When it was made public.
    pub announced: Option<EdtfDate>,
    /// Of a leave, its planned end.
    pub until: Option<EdtfDate>,
    /// The place left.
    pub from: Option<Place>,
    /// The place taken.
    pub to: Option<Place>,
    /// Why, of a departure.
    pub reason: Option<Reason>,
    /// How sure it is.
    pub status: Status,
    /// A title of its own, where the composed one does not do.
    pub title: Option<Text>,
    /// One sentence.
    pub summary: Option<Text>,
    /// More.
    pub note: Option<Note>,
    /// How we know; at least one.
    pub sources: Vec<SourceIx>,
    /// What some sources give instead.
    pub claims: Vec<Claim>,
    /// The context that it is reported in.
    pub events: Vec<EventIx>,
    /// Its place among the moves of one day.
    pub order: Option<i64>,
}

impl Move {
    /// When it took effect as far as is known: `date`, or else `announced`.
    ///
    /// A checked move has one of the two; the fallback for one made by hand is the first day there is.
    pub fn when(&self) -> EdtfDate {
        self.effective().cloned().unwrap_or_else(|| EdtfDate::day(super::Day::MIN))
    }

    /// `date`, or else `announced`.
    pub fn effective(&self) -> Option<&EdtfDate> {
        self.date.as_ref().or(self.announced.as_ref())
    }

    /// The organization in which it happens: that of `from` for a departure or a leave, else that of `to`.
    pub fn org(&self) -> Option<OrgIx> {
        let place = match self.kind {
            Kind::Departure | Kind::Leave => self.from.as_ref(),
            Kind::Join | Kind::Promotion | Kind::Transfer | Kind::Return => self.to.as_ref(),
        };
        place.map(|place| place.org)
    }

    /// Whether it took hold: a cancelled or retracted move is told, and changes nothing.
    pub fn took_hold(&self) -> bool {
        !matches!(self.status, Status::Cancelled | Status::Retracted)
    }
}

/// A position at an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The organization.
    pub org: OrgIx,
    /// The team, of the organization.
    pub team: Option<TeamIx>,
    /// The seat, of the organization.
    pub post: Option<PostIx>,
    /// The title.
    pub role: Option<Text>,
    /// In what capacity; `None` where the record leaves it out.
    pub capacity: Option<Capacity>,
}

/// What sources give instead of a record's value.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The field: `date`, `to.role`.
    pub field: Box<str>,
    /// The other value.
    pub value: Text,
    /// Who gives it.
    pub sources: Vec<SourceIx>,
    /// More.
    pub note: Option<Note>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant),*
        }

        impl $name {
            /// All of them, in the order of the format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that a record writes.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
    };
}

words! {
    /// What kind of move it is.
    Kind {
        /// A stint opens.
        Join = "join",
        /// A stint ends.
        Departure = "departure",
        /// A higher role or post in the same organization.
        Promotion = "promotion",
        /// Another role or team in the same organization, not higher.
        Transfer = "transfer",
        /// A stint pauses.
        Leave = "leave",
        /// A paused stint resumes, or a new one opens where one had ended.
        Return = "return",
    }
}

words! {
    /// Why a stint ended.
    Reason {
        /// They chose to.
        Resigned = "resigned",
        /// They were told to.
        Dismissed = "dismissed",
        /// Their position ceased to be.
        LaidOff = "laid-off",
        /// They retired.
        Retired = "retired",
        /// A term of office was over.
        TermEnded = "term-ended",
        /// Their organization was taken over.
        Acquired = "acquired",
        /// They died.
        Died = "died",
        /// No source says.
        Unknown = "unknown",
    }
}

words! {
    /// How sure a move is.
    Status {
        /// Sources confirm it.
        Confirmed = "confirmed",
        /// Reported, not confirmed.
        Reported = "reported",
        /// Sources contradict each other on whether it happened.
        Disputed = "disputed",
        /// Made public, never took hold.
        Cancelled = "cancelled",
        /// This record was wrong.
        Retracted = "retracted",
    }
}

words! {
    /// In what capacity somebody is at an organization.
    Capacity {
        /// Employed.
        Employee = "employee",
        /// Among the founders.
        Founder = "founder",
        /// A member of the board.
        Board = "board",
        /// An adviser.
        Advisor = "advisor",
        /// Holding a seat until somebody is found.
        Interim = "interim",
        /// An observer of the board.
        Observer = "observer",
        /// Working under contract.
        Contractor = "contractor",
    }
}

impl Capacity {
    /// Whether somebody in it works there, as employees, founders, interim holders and contractors do, rather than
    /// having a seat beside their work: on the board, as an adviser or as an observer.
    pub fn is_work(self) -> bool {
        match self {
            Self::Employee | Self::Founder | Self::Interim | Self::Contractor => true,
            Self::Board | Self::Advisor | Self::Observer => false,
        }
    }
}
