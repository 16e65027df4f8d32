//! From where to where people had gone by the day.

use super::sheet::{Rows, Sheet};
use super::then::{Named, Then};
use crate::analysis::{Balance, Cell, Flows, Passage};
use crate::model::OrgIx;
use crate::wording::Wording;
use serde::Serialize;

/// How many rows of a table of flows a person is shown; JSON has all of one organization.
const MOST: usize = 15;

/// The flows into and out of an organization up to the day.
#[derive(Debug, Serialize)]
pub struct OrgFlows {
    /// How many came from anywhere else, known or not.
    into: usize,
    /// How many left for anywhere else, known or not.
    out: usize,
    /// How many more came than left; negative where more left.
    net: i64,
    /// How many left and came back, having worked nowhere else; neither in nor out.
    back: usize,
    /// Where they came from, most first.
    origins: Vec<Flow>,
    /// Where they went, most first.
    destinations: Vec<Flow>,
}

/// The passages from or to one organization.
#[derive(Debug, Serialize)]
struct Flow {
    /// `null` where it is not known.
    organization: Option<Named>,
    passages: usize,
    moves: Vec<String>,
}

/// The passages from one organization to another.
#[derive(Debug, Serialize)]
pub struct Between {
    from: Named,
    to: Named,
    passages: usize,
    moves: Vec<String>,
}

/// The largest flows between organizations up to the day.
#[derive(Debug, Serialize)]
pub struct AllFlows {
    /// All passages.
    passages: usize,
    /// Those whose origin or destination is not known.
    unknown: usize,
    /// Those between two organizations, most first; as many as a screen takes.
    largest: Vec<Between>,
    /// How many pairs of organizations are not among them.
    more: usize,
}

impl OrgFlows {
    /// Counts the passages of an organization.
    pub fn new(then: &Then, flows: &Flows, org: OrgIx) -> Self {
        let balance = Balance::of(org, flows.of_org(org));
        let there = |passage: &&Passage| !passage.is_back();
        let into = flows.of_org(org).filter(there).filter(|passage| passage.to == Some(org));
        let out = flows.of_org(org).filter(there).filter(|passage| passage.from == Some(org));
        let flow = |org: Option<OrgIx>, cell: &Cell| Flow {
            organization: org.map(|org| then.org(org)),
            passages: cell.passages.len(),
            moves: moves(then, cell),
        };
        Self {
            into: balance.into,
            out: balance.out,
            net: balance.net(),
            back: balance.back,
            origins: Cell::of(into).iter().map(|cell| flow(cell.from, cell)).collect(),
            destinations: Cell::of(out).iter().map(|cell| flow(cell.to, cell)).collect(),
        }
    }

    /// Lays the flows out: the balance, then both sides.
    pub fn lay_out(&self, sheet: &mut Sheet) {
        if self.into + self.out + self.back == 0 {
            return;
        }
        sheet.heading("Flows");
        let number = |n| Wording::English.number(n);
        let back =
            if self.back > 0 { format!(", {} left and came back", number(self.back)) } else { String::new() };
        sheet.line(&format!("{} in, {} out, net {:+}{back}", number(self.into), number(self.out), self.net));
        side("Came from", &self.origins, sheet);
        side("Went to", &self.destinations, sheet);
    }
}

fn side(title: &'static str, flows: &[Flow], sheet: &mut Sheet) {
    let mut rows = Rows::new([title, "People"]).numbers_in(1);
    for flow in flows.iter().take(MOST) {
        let name = flow.organization.as_ref().map_or("not known", |org| &org.name);
        rows.add([name.to_owned(), Wording::English.number(flow.passages)]);
    }
    let rest: usize = flows.iter().skip(MOST).map(|flow| flow.passages).sum();
    if rest > 0 {
        let others = Wording::English.number(flows.len() - MOST);
        rows.add([format!("{others} others"), Wording::English.number(rest)]);
    }
    sheet.gap();
    sheet.table(&rows);
}

impl AllFlows {
    /// Counts all passages.
    pub fn new(then: &Then, flows: &Flows) -> Self {
        let cells = Cell::of(flows.passages());
        let known = |cell: &Cell| Some((cell.from?, cell.to?)).filter(|(from, to)| from != to);
        let pairs = cells.iter().filter(|cell| known(cell).is_some()).count();
        let largest: Vec<Between> = cells
            .iter()
            .filter_map(|cell| {
                let (from, to) = known(cell)?;
                let (from, to) = (then.org(from), then.org(to));
                Some(Between { from, to, passages: cell.passages.len(), moves: moves(then, cell) })
            })
            .take(MOST)
            .collect();
        let unknown =
            flows.passages().filter(|passage| passage.from.is_none() || passage.to.is_none()).count();
        Self { passages: flows.passages().len(), unknown, more: pairs - largest.len(), largest }
    }

    /// Lays the largest flows out as a table.
    pub fn lay_out(&self, sheet: &mut Sheet) {
        if self.passages == 0 {
            return;
        }
        sheet.heading("Largest flows");
        let number = |n| Wording::English.number(n);
        let mut rows = Rows::new(["From", "To", "People"]).numbers_in(2);
        for flow in &self.largest {
            rows.add([flow.from.name.clone(), flow.to.name.clone(), number(flow.passages)]);
        }
        sheet.table(&rows);
        if self.more > 0 {
            sheet.line(&format!("Other pairs of organizations: {}.", number(self.more)));
        }
        let (all, unknown) = (number(self.passages), number(self.unknown));
        sheet.line(&format!(
            "Passages in all: {all}, of which {unknown} with an unknown origin or destination."
        ));
    }
}

fn moves(then: &Then, cell: &Cell) -> Vec<String> {
    then.moves(cell.passages.iter().flat_map(|passage| passage.moves()))
}
