//! Flows as a picture: which bars and bands it has, in words and links.

use super::cells::count;
use super::chart::{self, ChartView, Table};
use crate::analysis::Cell;
use crate::charts::sankey::{self, Band, Node};
use crate::charts::{Caption, Width};
use crate::model::OrgIx;
use crate::pages::view::{View, Words};
use crate::wording::Noun;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many rows the table of a picture has at most.
const MOST_ROWS: usize = 200;

/// The classes that colour organizations, the largest first.
const SERIES: [&str; 8] = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];

/// Where the parts of a picture lead.
pub struct Leads<'a> {
    /// To the passages of a cell.
    pub cell: &'a dyn Fn(&Cell) -> String,
    /// To all of them.
    pub all: String,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Org(OrgIx),
    /// So many organizations that each have little.
    Others(usize),
    Unknown,
}

/// The bars of one column.
#[derive(Debug)]
struct Column {
    /// Each with how many flow through it.
    ends: Vec<(End, usize)>,
    /// The bar of every organization that has one of its own.
    at: BTreeMap<OrgIx, usize>,
}

impl Column {
    /// The largest organizations by themselves, the others together, then what is not known.
    fn new<'a>(
        cells: impl Iterator<Item = &'a Cell<'a>>,
        end: impl Fn(&Cell) -> Option<OrgIx>,
        most: usize,
    ) -> Self {
        let mut totals: BTreeMap<Option<OrgIx>, usize> = BTreeMap::new();
        for cell in cells {
            *totals.entry(end(cell)).or_default() += cell.passages.len();
        }
        let unknown = totals.remove(&None);
        let mut known: Vec<(OrgIx, usize)> =
            totals.into_iter().filter_map(|(org, total)| Some((org?, total))).collect();
        known.sort_by_key(|(_, total)| Reverse(*total));
        // "1 other" would take as much room as its name.
        let shown = if known.len() == most + 1 { most + 1 } else { most.min(known.len()) };
        let folded = &known[shown..];
        let others = (End::Others(folded.len()), folded.iter().map(|(_, total)| total).sum());
        let ends = known[..shown].iter().map(|(org, total)| (End::Org(*org), *total));
        Self {
            ends: ends
                .chain((!folded.is_empty()).then_some(others))
                .chain(unknown.map(|total| (End::Unknown, total)))
                .collect(),
            at: known[..shown].iter().enumerate().map(|(at, (org, _))| (*org, at)).collect(),
        }
    }

    /// The bar that an end belongs to.
    fn find(&self, org: Option<OrgIx>) -> usize {
        let Some(org) = org else { return self.ends.len().saturating_sub(1) };
        self.at.get(&org).copied().unwrap_or(self.at.len())
    }
}

/// The passages between organizations: origins at the left, destinations at the right.
pub fn between(view: &View, id: &str, cells: &[Cell], leads: &Leads) -> Option<ChartView> {
    let drawn: Vec<&Cell> = cells.iter().filter(|cell| cell.from != cell.to).collect();
    let largest = drawn.iter().find(|cell| cell.from.is_some() && cell.to.is_some());
    let largest = largest.or(drawn.first())?;
    let title = view.text("flows_between").to_owned();
    let description = view.filled("flows_between_seen", "largest", &title_of(view, largest));
    let draw = |width: Width| {
        let most = if width == Width::Wide { 10 } else { 7 };
        let left = Column::new(drawn.iter().copied(), |cell| cell.from, most);
        let right = Column::new(drawn.iter().copied(), |cell| cell.to, most);
        let colours = colours(&[&left, &right]);
        let colour = |org| colours.get(&org).copied().unwrap_or("other");
        let mut nodes = nodes(view, &left, 0, colour);
        nodes.extend(self::nodes(view, &right, 1, colour));
        let ends = |cell: &Cell| (left.find(cell.from), left.ends.len() + right.find(cell.to));
        let bands = bands(view, &drawn, &nodes, leads, ends);
        sankey::draw(width, &nodes, &bands)
    };
    let caption = Caption { id, title: &title, description: &description };
    Some(ChartView::new(caption, draw, table(view, cells, leads)))
}

/// The passages of one organization: origins at the left, itself, destinations at the right.
pub fn around(view: &View, id: &str, org: OrgIx, cells: &[Cell], leads: &Leads) -> Option<ChartView> {
    let drawn: Vec<&Cell> = cells.iter().filter(|cell| cell.from != cell.to).collect();
    if drawn.is_empty() {
        return None;
    }
    let name = view.words(&view.archive[org].name);
    let title = view.filled("flows_around", "name", name.text);
    let (into, out): (Vec<&Cell>, Vec<&Cell>) = drawn.iter().partition(|cell| cell.to == Some(org));
    let total = |cells: &[&Cell]| cells.iter().map(|cell| cell.passages.len()).sum::<usize>();
    let numbers = [total(&into), total(&out)].map(|n| view.wording.number(n));
    let description = crate::wording::fill(
        view.text("flows_around_seen"),
        &[("name", name.text), ("into", &numbers[0]), ("out", &numbers[1])],
    );
    let draw = |width: Width| {
        let most = if width == Width::Wide { 10 } else { 6 };
        let left = Column::new(into.iter().copied(), |cell| cell.from, most);
        let right = Column::new(out.iter().copied(), |cell| cell.to, most);
        let mut nodes = nodes(view, &left, 0, |_| "join");
        nodes.push(middle_node(name, &numbers));
        nodes.extend(self::nodes(view, &right, 2, |_| "departure"));
        let middle = left.ends.len();
        let ends = |cell: &Cell| {
            if cell.to == Some(org) {
                (left.find(cell.from), middle)
            } else {
                (middle, middle + 1 + right.find(cell.to))
            }
        };
        let bands = bands(view, &drawn, &nodes, leads, ends);
        sankey::draw(width, &nodes, &bands)
    };
    let caption = Caption { id, title: &title, description: &description };
    Some(ChartView::new(caption, draw, table(view, cells, leads)))
}

/// The organization itself, with how many came and how many went.
fn middle_node(name: Words, [came, went]: &[String; 2]) -> Node {
    Node {
        column: 1,
        name: name.text.to_owned(),
        lang: name.lang.map(str::to_owned),
        count: format!("+{came} \u{2212}{went}"),
        class: "s7",
        href: None,
    }
}

/// A colour for each of the largest organizations, the same in every column.
fn colours(columns: &[&Column]) -> BTreeMap<OrgIx, &'static str> {
    let mut totals: BTreeMap<OrgIx, usize> = BTreeMap::new();
    for (end, total) in columns.iter().flat_map(|column| &column.ends) {
        if let End::Org(org) = end {
            *totals.entry(*org).or_default() += total;
        }
    }
    let mut sorted: Vec<(OrgIx, usize)> = totals.into_iter().collect();
    sorted.sort_by_key(|(_, total)| Reverse(*total));
    sorted.into_iter().map(|(org, _)| org).zip(SERIES).collect()
}

/// The bars of a column.
fn nodes(view: &View, column: &Column, number: usize, colour: impl Fn(OrgIx) -> &'static str) -> Vec<Node> {
    let node = |(end, total): &(End, usize)| {
        let (name, lang, href) = match end {
            End::Org(org) => {
                let link = view.org(*org);
                (link.text.to_owned(), link.lang.map(str::to_owned), Some(link.href))
            }
            End::Others(n) => (view.filled("flows_others", "n", &view.wording.number(*n)), None, None),
            End::Unknown => (view.text("not_known").to_owned(), None, None),
        };
        let class = if let End::Org(org) = end { colour(*org) } else { "other" };
        Node { column: number, name, lang, count: view.wording.number(*total), class, href }
    };
    column.ends.iter().map(node).collect()
}

/// The bands between bars; `ends` tells between which two the passages of a cell are drawn.
fn bands(
    view: &View,
    cells: &[&Cell],
    nodes: &[Node],
    leads: &Leads,
    ends: impl Fn(&Cell) -> (usize, usize),
) -> Vec<Band> {
    let mut found: BTreeMap<(usize, usize), Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        found.entry(ends(cell)).or_default().push(cell);
    }
    let band = |((from, to), cells): ((usize, usize), Vec<&Cell>)| {
        let size = cells.iter().map(|cell| cell.passages.len()).sum();
        let href = match cells[..] {
            [cell] => (leads.cell)(cell),
            _ => leads.all.clone(),
        };
        // A band has the colour of the end that is not the organization around which all is drawn.
        let class = nodes[if nodes[from].column == 1 { to } else { from }].class;
        let title = told(view, &nodes[from].name, &nodes[to].name, &view.wording.count(Noun::Passage, size));
        Band { from, to, size, title, href: Some(href), class }
    };
    found.into_iter().map(band).collect()
}

/// "From here to there: so many".
fn told(view: &View, from: &str, to: &str, count: &str) -> String {
    crate::wording::fill(view.text("flow_told"), &[("from", from), ("to", to), ("count", count)])
}

/// What a cell is in words.
fn title_of(view: &View, cell: &Cell) -> String {
    let name = |org: Option<OrgIx>| {
        org.map_or(view.text("not_known"), |org| view.words(&view.archive[org].name).text)
    };
    told(view, name(cell.from), name(cell.to), &view.wording.count(Noun::Passage, cell.passages.len()))
}

/// The cells of a picture, the largest first.
fn table(view: &View, cells: &[Cell], leads: &Leads) -> Table {
    let end = |org: Option<OrgIx>| {
        org.map_or_else(|| chart::Cell::text(view.text("not_known")), |org| view.org(org).into())
    };
    let row = |cell: &Cell| {
        vec![end(cell.from), end(cell.to), chart::Cell::link(count(view, cell), (leads.cell)(cell))]
    };
    let head = ["came_from", "went_to", "passages"].map(|key| view.text(key).to_owned());
    let mut rows: Vec<Vec<chart::Cell>> = cells.iter().take(MOST_ROWS).map(row).collect();
    let rest: usize = cells.iter().skip(MOST_ROWS).map(|cell| cell.passages.len()).sum();
    if rest > 0 {
        let more = view.wording.count(Noun::Passage, rest);
        let all = ["all_others", "all_others"].map(|key| chart::Cell::text(view.text(key)));
        rows.push(all.into_iter().chain([chart::Cell::text(more)]).collect());
    }
    Table { head: head.into(), rows }
}
