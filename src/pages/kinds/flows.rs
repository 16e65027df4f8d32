//! Who went from where to where: in all years, and in one.

use crate::analysis::{Balance, Cell, Passage};
use crate::model::{MoveIx, OrgIx};
use crate::pages::frame::Frame;
use crate::pages::pictures::cells::{self, MOST_CELLS};
use crate::pages::pictures::chart::{self, ChartView, Table};
use crate::pages::pictures::sankey::{self, Leads};
use crate::pages::routes::{Picture, Route};
use crate::pages::rows::MoveDate;
use crate::pages::rows::paging::Neighbour;
use crate::pages::view::{Badge, Link, View};
use crate::wording::Noun;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many cells, passages and organizations a page lists at most.
const MOST_PASSAGES: usize = 500;
const MOST_ORGS: usize = 50;

/// How many passages of a cell are listed where they are not all.
const MOST_IN_CELL: usize = 20;

/// The flows of all years, or of one.
#[derive(Debug, Serialize)]
pub struct FlowsPage<'a> {
    pub title: String,
    pub total: String,
    /// The page of all years, from that of one.
    pub all: Option<Neighbour>,
    pub previous: Option<Neighbour>,
    pub next: Option<Neighbour>,
    /// The years, from the page of all of them.
    pub years: Vec<Year>,
    pub chart: Option<ChartView>,
    pub balances: Table,
    /// How many organizations have so little that they are left out.
    pub more_orgs: Option<String>,
    pub cells: Vec<CellView<'a>>,
    /// How many passages of cells that are not listed.
    pub more_cells: Option<String>,
    /// What is counted beside.
    pub beside: Option<String>,
}

/// A year and how much it has.
#[derive(Debug, Serialize)]
pub struct Year {
    pub href: String,
    pub text: String,
    pub passages: String,
}

/// The passages from one place to another.
#[derive(Debug, Serialize)]
pub struct CellView<'a> {
    pub id: String,
    pub from: Option<Link<'a>>,
    pub to: Option<Link<'a>>,
    pub count: String,
    pub passages: Vec<PassageView<'a>>,
    /// How many are not listed here, and the years that list them.
    pub more: Option<String>,
    pub years: Vec<Neighbour>,
}

/// A passage, leading to the moves that tell of it.
#[derive(Debug, Serialize)]
pub struct PassageView<'a> {
    pub person: Link<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Told<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<Told<'a>>,
}

/// A move of a passage.
#[derive(Debug, Serialize)]
pub struct Told<'a> {
    pub date: MoveDate<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Badge>,
}

/// The flows of all years.
pub fn page<'a>(view: &View<'a>) -> (Frame, FlowsPage<'a>) {
    let flows = &view.site.flows;
    let cells = Cell::of(flows.passages());
    let year = |year| Year {
        href: view.href(Route::FlowsOfYear(year)),
        text: view.wording.year(year),
        passages: view.wording.count(Noun::Passage, flows.of_year(year).count()),
    };
    let seats = flows.side_seats().len();
    let beside = || view.filled("flows_beside", "count", &view.wording.count(Noun::Move, seats));
    let title = view.text("flows").to_owned();
    let page = FlowsPage {
        years: flows.years().rev().map(year).collect(),
        beside: (seats > 0).then(beside),
        ..made(view, title.clone(), &cells, Some(Route::FlowsOfYear))
    };
    (Frame::new(view, title), page)
}

/// The flows of a year; `None` for one that has none.
pub fn year<'a>(view: &View<'a>, year: i32) -> Option<(Frame, FlowsPage<'a>)> {
    let flows = &view.site.flows;
    let neighbour =
        |year| Neighbour { href: view.href(Route::FlowsOfYear(year)), text: view.wording.year(year) };
    let years: Vec<i32> = flows.years().collect();
    let at = years.binary_search(&year).ok()?;
    let title = view.filled("flows_in", "date", &view.wording.year(year));
    let page = FlowsPage {
        all: Some(Neighbour { href: view.href(Route::Flows), text: view.text("all_years").to_owned() }),
        previous: at.checked_sub(1).map(|at| neighbour(years[at])),
        next: years.get(at + 1).copied().map(neighbour),
        ..made(view, title.clone(), &Cell::of(flows.of_year(year)), None)
    };
    Some((Frame::new(view, title), page))
}

/// The picture of all years; `None` where there is nothing to draw.
pub fn picture(view: &View) -> Option<ChartView> {
    let leads = Leads { cell: &|cell| cells::href(view, cell), all: view.href(Route::Flows) };
    let picture = sankey::between(view, "flows", &Cell::of(view.site.flows.passages()), &leads);
    picture.map(|picture| picture.embedded(view, Picture::Flows))
}

/// What both kinds of page have; `by_year` is where a list that is cut short goes on.
fn made<'a>(
    view: &View<'a>,
    title: String,
    cells: &[Cell],
    by_year: Option<fn(i32) -> Route>,
) -> FlowsPage<'a> {
    let total: usize = cells.iter().map(|cell| cell.passages.len()).sum();
    let (listed, rest) = cells.split_at(cells.len().min(MOST_CELLS));
    let ids: BTreeSet<_> = listed.iter().map(|cell| (cell.from, cell.to)).collect();
    let here = |cell: &Cell| {
        let is_here = ids.contains(&(cell.from, cell.to));
        if is_here { format!("#{}", cells::id(view, cell)) } else { cells::org_href(view, cell) }
    };
    let leads = Leads { cell: &here, all: "#cells_".to_owned() };
    let each = if total <= MOST_PASSAGES { total } else { MOST_IN_CELL };
    let mut left = MOST_PASSAGES;
    let views = listed.iter().map(|cell| {
        let shown = cell.passages.len().min(each).min(left);
        left -= shown;
        cell_view(view, cell, shown, by_year)
    });
    let (balances, more_orgs) = balances(view, cells, by_year.is_some());
    FlowsPage {
        title,
        total: view.wording.count(Noun::Passage, total),
        all: None,
        previous: None,
        next: None,
        years: Vec::new(),
        cells: views.collect(),
        chart: sankey::between(view, "flows", cells, &leads),
        balances,
        more_orgs: more_orgs.map(|n| left_out(view, Noun::Organization, n)),
        more_cells: (!rest.is_empty())
            .then(|| left_out(view, Noun::Passage, rest.iter().map(|cell| cell.passages.len()).sum())),
        beside: None,
    }
}

fn left_out(view: &View, noun: Noun, n: usize) -> String {
    view.filled("left_out_here", "count", &view.wording.count(noun, n))
}

/// A cell with the latest of its passages.
fn cell_view<'a>(
    view: &View<'a>,
    cell: &Cell,
    shown: usize,
    by_year: Option<fn(i32) -> Route>,
) -> CellView<'a> {
    let rest = &cell.passages[..cell.passages.len() - shown];
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for year in rest.iter().filter_map(|passage| passage.year(view.archive)) {
        *years.entry(year).or_default() += 1;
    }
    let years = years.into_iter().rev().filter_map(|(year, n)| {
        let href = view.href(by_year?(year));
        Some(Neighbour {
            href,
            text: view.wording.labelled(&view.wording.year(year), &view.wording.number(n)),
        })
    });
    CellView {
        id: cells::id(view, cell),
        from: cell.from.map(|org| view.org(org)),
        to: cell.to.map(|org| view.org(org)),
        count: cells::count(view, cell),
        passages: cell.passages.iter().rev().take(shown).map(|passage| view.passage(passage)).collect(),
        more: (!rest.is_empty()).then(|| left_out(view, Noun::Passage, rest.len())),
        years: years.collect(),
    }
}

/// In, out and net of each organization, those with the most first; and how many are left out.
///
/// The page of an organization tells its passages of all years, the list below those of one.
fn balances(view: &View, cells: &[Cell], is_whole: bool) -> (Table, Option<usize>) {
    let mut of_org: BTreeMap<OrgIx, Balance> = BTreeMap::new();
    for cell in cells {
        let both = if cell.from == cell.to { None } else { cell.to };
        for org in cell.from.into_iter().chain(both) {
            of_org.entry(org).or_default().add(Balance::of(org, cell.passages.iter().copied()));
        }
    }
    let mut sorted: Vec<(OrgIx, Balance)> = of_org.into_iter().collect();
    sorted.sort_by_key(|(_, balance)| Reverse(balance.into + balance.out + balance.back));
    let left_out = sorted.len().checked_sub(MOST_ORGS).filter(|n| *n > 0);
    let row = |(org, balance): &(OrgIx, Balance)| {
        let mut row: Vec<chart::Cell> = vec![view.org(*org).into()];
        let own = || format!("{}#flows_", view.href(Route::Org(*org)));
        let counted = |n: usize| {
            let href = if is_whole { own() } else { "#cells_".to_owned() };
            let number = view.wording.number(n);
            if n == 0 { chart::Cell::text(number) } else { chart::Cell::link(number, href) }
        };
        row.extend([balance.into, balance.out].map(counted));
        row.push(chart::Cell::text(cells::signed(view, balance.net())));
        row.push(counted(balance.back));
        row
    };
    let head = ["organization", "flows_into", "flows_out", "flows_net", "flows_back"];
    let table = Table {
        head: head.map(|key| view.text(key).to_owned()).into(),
        rows: sorted.iter().take(MOST_ORGS).map(row).collect(),
    };
    (table, left_out)
}

impl<'a> View<'a> {
    fn passage(&self, passage: &Passage) -> PassageView<'a> {
        let told = |ix: MoveIx| {
            let date = MoveDate { href: self.move_href(ix), when: self.effective(ix)? };
            Some(Told { date, status: self.status(self.archive[ix].status) })
        };
        PassageView {
            person: self.person(passage.person),
            left: passage.departure.and_then(told),
            joined: passage.join.and_then(told),
        }
    }
}
