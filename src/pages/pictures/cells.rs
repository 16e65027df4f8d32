//! The cells of flows: who went from one organization to another, how they are counted and where they are told.

use crate::analysis::{Cell, Flows};
use crate::model::OrgIx;
use crate::pages::routes::Route;
use crate::pages::view::View;
use crate::wording::{Noun, fill};
use std::collections::BTreeSet;

/// How many cells a page lists at most.
pub const MOST_CELLS: usize = 100;

/// The cells that the page of all years lists.
#[derive(Debug)]
pub struct Listed(BTreeSet<(Option<OrgIx>, Option<OrgIx>)>);

impl Listed {
    /// The largest cells of all years.
    pub fn new(flows: &Flows) -> Self {
        let cells = Cell::of(flows.passages());
        Self(cells.iter().take(MOST_CELLS).map(|cell| (cell.from, cell.to)).collect())
    }
}

/// How many passages a cell has, and how many of them are disputed.
pub fn count(view: &View, cell: &Cell) -> String {
    let disputed = cell.passages.iter().filter(|passage| passage.is_disputed(view.archive)).count();
    let count = view.wording.count(Noun::Passage, cell.passages.len());
    if disputed == 0 {
        return count;
    }
    fill(view.text("of_them_disputed"), &[("count", &count), ("n", &view.wording.number(disputed))])
}

/// Where the passages of a cell are told: in the list of all years, or else by the moves of the organization.
pub fn href(view: &View, cell: &Cell) -> String {
    if view.site.listed.0.contains(&(cell.from, cell.to)) {
        return format!("{}#{}", view.href(Route::Flows), id(view, cell));
    }
    org_href(view, cell)
}

/// The moves that hold those of a cell.
pub fn org_href(view: &View, cell: &Cell) -> String {
    let moves = |org| format!("{}#moves_", view.href(Route::Org(org)));
    cell.from.or(cell.to).map_or_else(|| view.href(Route::Flows), moves)
}

/// The anchor of a cell: no record's id has a point or an underscore.
pub fn id(view: &View, cell: &Cell) -> String {
    let id = |org: Option<OrgIx>| org.map_or("unknown_", |org| view.archive[org].common.id.as_str());
    [id(cell.from), ".", id(cell.to)].concat()
}

/// A number with its sign.
pub fn signed(view: &View, n: i64) -> String {
    let digits = view.wording.number(usize::try_from(n.unsigned_abs()).unwrap_or(usize::MAX));
    match n {
        0 => digits,
        1.. => format!("+{digits}"),
        _ => format!("\u{2212}{digits}"),
    }
}
