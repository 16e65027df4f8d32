//! The start: the story in one sentence and one picture, then the latest moves and numbers.

use super::claim::Claim;
use crate::pages::frame::Frame;
use crate::pages::pictures::chart::ChartView;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::view::View;
use crate::wording::Noun;
use serde::Serialize;

/// How many moves the start tells.
const LATEST: usize = 10;

/// The start.
#[derive(Debug, Serialize)]
pub struct Home<'a> {
    /// Who remains of the cohort that tells most.
    pub claim: Option<Claim<'a>>,
    /// The picture of it: the members of the cohort, or else the moves by year.
    pub picture: Option<ChartView>,
    pub numbers: Vec<Number>,
    /// The moves by year, where they are not the picture.
    pub by_year: Option<ChartView>,
    pub latest: Vec<Row<'a>>,
    pub timeline: String,
    /// Who went from where to where.
    pub flows: Option<ChartView>,
    pub all_flows: String,
}

/// A number computed from the archive, leading to where it can be checked.
#[derive(Debug, Serialize)]
pub struct Number {
    pub href: String,
    pub text: String,
}

/// The start.
pub fn page<'a>(view: &View<'a>) -> (Frame, Home<'a>) {
    let moves = view.archive.moves().rev().take(LATEST);
    let cohort = view.site.cohorts.leading(view.archive);
    let members = cohort.map(|ix| view.members_chart(ix, &view.site.cohorts.of(ix).now()));
    let (picture, by_year) = match members {
        Some(members) => (Some(members), view.moves_by_year_chart()),
        None => (view.moves_by_year_chart(), None),
    };
    let home = Home {
        claim: cohort.map(|ix| view.claim(ix)),
        picture,
        numbers: numbers(view),
        by_year,
        latest: moves.map(|(ix, _)| view.row(ix)).collect(),
        timeline: view.href(Route::Timeline),
        flows: super::flows::picture(view),
        all_flows: view.href(Route::Flows),
    };
    let frame = Frame::new(view, "").described(view.maybe(view.archive.site().description.as_ref()));
    (frame, home)
}

fn numbers(view: &View) -> Vec<Number> {
    let archive = view.archive;
    let counted =
        |noun, count, route| Number { href: view.href(route), text: view.wording.count(noun, count) };
    let mut numbers = vec![
        counted(Noun::Move, archive.moves().len(), Route::Timeline),
        counted(Noun::Person, archive.people().len(), Route::People(1)),
        counted(Noun::Organization, archive.orgs().len(), Route::Orgs(1)),
    ];
    let sources = view.site.index.works.len();
    if sources > 0 {
        numbers.push(counted(Noun::Source, sources, Route::Sources(1)));
    }
    let mut years = view.site.calendar.years().filter(|(_, told)| told.moves > 0).map(|(year, _)| year);
    if let Some(from) = years.next() {
        let to = years.next_back().unwrap_or(from);
        let text = if from == to { from.to_string() } else { format!("{from}\u{2013}{to}") };
        numbers.insert(0, Number { href: view.href(Route::Timeline), text });
    }
    numbers
}
