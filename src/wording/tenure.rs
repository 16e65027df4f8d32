//! How long something lasted, in a few shapes that each language has words for.

/// A length of time as it is told, in months unless said otherwise: no narrower than it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Shorter than that.
    LessThan(u32),
    /// So many whole months.
    Exactly(u32),
    /// That or more.
    AtLeast(u32),
    /// Between the two.
    Months(u32, u32),
    /// Between so many years and so many.
    Years(u32, u32),
}

const YEAR: u32 = 12;

impl Length {
    /// At least and at most so many whole months. What may be a year longer or shorter is told in years, both
    /// rounded outwards; up to two years, months are told.
    pub fn of(least: u32, most: Option<u32>) -> Self {
        let Some(most) = most else { return Self::AtLeast(least) };
        let years = most / YEAR + 1;
        match most.saturating_sub(least) {
            _ if least == 0 && most < 2 * YEAR => Self::LessThan(most + 1),
            _ if least == 0 => Self::LessThan(years * YEAR),
            0 => Self::Exactly(least),
            _ if least >= YEAR && least.is_multiple_of(YEAR) && (most + 1).is_multiple_of(YEAR) => {
                Self::Years(least / YEAR, years)
            }
            spread if spread < YEAR || most < 2 * YEAR => Self::Months(least, most),
            _ if least < YEAR => Self::Months(least, years * YEAR),
            _ => Self::Years(least / YEAR, years),
        }
    }
}
