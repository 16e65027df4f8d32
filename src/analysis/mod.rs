//! What follows from an archive: who was where, and what rests on which source.

pub mod careers;
pub mod citations;
pub mod cohorts;
pub mod flows;
pub mod learned;
mod members;
mod passage;
pub mod posts;
pub mod rhythm;
pub mod roles;
pub mod scan;
pub mod tenure;
mod turns;
pub mod waves;

pub use careers::{Careers, Presence, Stint};
pub use citations::{Citation, Citations, Subject};
pub use cohorts::{Agreement, CohortAt, Cohorts, Comparison, CurveStep, Followed, Headcount};
pub use flows::{Balance, Cell, Flows};
pub use learned::Learned;
pub use members::{MemberAt, Span, Standing, Went};
pub use passage::{HANDOVER_DAYS, Passage};
pub use posts::{History, Holder, Posts};
pub use rhythm::{Period, Rhythm, Tally};
pub use roles::{Leave, Role};
pub use tenure::{Bounds, Tenure};
pub use waves::{Wave, Waves};
