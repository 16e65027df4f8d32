//! What the pages count.

use crate::model::Kind;

/// What can be counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noun {
    /// A move.
    Move,
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A team.
    Team,
    /// A post.
    Post,
    /// An event.
    Event,
    /// A cohort.
    Cohort,
    /// A member of a cohort.
    Member,
    /// A figure.
    Figure,
    /// A source.
    Source,
    /// A publisher of sources.
    Publisher,
    /// A record of any kind.
    Record,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
    /// A move of kind `join`.
    Join,
    /// A move of kind `departure`.
    Departure,
    /// A move of kind `promotion`.
    Promotion,
    /// A move of kind `transfer`.
    Transfer,
    /// A move of kind `leave`.
    Leave,
    /// A move of kind `return`.
    Return,
    /// A wave of departures.
    Wave,
}

impl Noun {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Move,
        Self::Person,
        Self::Organization,
        Self::Team,
        Self::Post,
        Self::Event,
        Self::Cohort,
        Self::Member,
        Self::Figure,
        Self::Source,
        Self::Publisher,
        Self::Record,
        Self::Day,
        Self::Month,
        Self::Year,
        Self::Join,
        Self::Departure,
        Self::Promotion,
        Self::Transfer,
        Self::Leave,
        Self::Return,
        Self::Wave,
    ];
}

impl From<Kind> for Noun {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Join => Self::Join,
            Kind::Departure => Self::Departure,
            Kind::Promotion => Self::Promotion,
            Kind::Transfer => Self::Transfer,
            Kind::Leave => Self::Leave,
            Kind::Return => Self::Return,
        }
    }
}
