//! Typed indices: how records refer to each other inside an archive.

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The index of the record at `position` of its list.
            ///
            /// A site of four thousand million records does not fit a machine; the index saturates.
            pub fn new(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position in the list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

indices! {
    /// A person of the archive.
    PersonIx,
    /// An organization of the archive.
    OrgIx,
    /// A team, within its organization.
    TeamIx,
    /// A post, within its organization.
    PostIx,
    /// A move of the archive, in the order of the timeline.
    MoveIx,
    /// An event of the archive.
    EventIx,
    /// A cohort of the archive.
    CohortIx,
    /// A figure of the archive.
    FigureIx,
    /// A source of the archive, shared or written inline.
    SourceIx,
    /// A free page of the archive.
    PageIx,
}
