//! Flows as bands between columns of bars (a Sankey diagram): as wide as the number that goes there.

use super::label::{Anchor, Bounds, Label, SIZE, width};
use super::svg::{Element, number};
use super::{Chart, Width};

/// A bar: one end of flows.
#[derive(Debug, Clone)]
pub struct Node {
    /// The column, from 0 at the left.
    pub column: usize,
    /// What it is.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub lang: Option<String>,
    /// How many flow through it, in words.
    pub count: String,
    /// The class that colours it and the bands that begin or end here.
    pub class: &'static str,
    /// Where it leads.
    pub href: Option<String>,
}

/// What flows from one bar to one of the next column.
#[derive(Debug, Clone)]
pub struct Band {
    /// The position of the bar where it begins.
    pub from: usize,
    /// The position of the bar where it ends.
    pub to: usize,
    /// How many.
    pub size: usize,
    /// What it is in words: "7 passages: from here to there".
    pub title: String,
    /// Where it leads.
    pub href: Option<String>,
    /// The class that colours it.
    pub class: &'static str,
}

/// How wide a bar is, and how far labels stay from it.
const BAR: f64 = 9.0;
const BESIDE: f64 = 5.0;
/// The room that a bar has at least, so that its label covers no other.
const SLOT: f64 = 1.15 * SIZE + 3.0;
/// How high all that flows is drawn, unless it is little.
const HIGH: f64 = 300.0;
/// How wide a band is drawn at most for each one that flows, and at least.
const MOST: f64 = 14.0;
const LEAST: f64 = 1.5;
/// Room above and below.
const MARGIN: f64 = 4.0;

/// A bar in its place.
#[derive(Debug, Clone, Copy)]
struct Bar {
    x: f64,
    y: f64,
    height: f64,
}

/// Draws bars in columns, the first of each column at the top, and the bands between them.
pub fn draw(drawn: Width, nodes: &[Node], bands: &[Band]) -> Chart {
    let columns = nodes.iter().map(|node| node.column + 1).max().unwrap_or(0);
    let wide = sizes(nodes, bands);
    let top = if columns > 2 { MARGIN + SLOT } else { MARGIN };
    let (bars, bottom) = place(drawn, nodes, columns, top, &heights(nodes, bands, &wide));
    let mut marks: Vec<Element> = ribbons(&bars, bands, &wide);
    for (node, bar) in nodes.iter().zip(&bars) {
        let rect = Element::rect(bar.x, bar.y, BAR, bar.height.max(1.0)).class(node.class);
        let name = format!("{} {}", node.name, node.count);
        marks.push(linked(rect, node.href.as_deref(), &name));
    }
    let labels = nodes.iter().zip(&bars).filter_map(|(node, bar)| label(drawn, node, bar, columns, top));
    Chart { width: drawn, height: bottom + MARGIN, marks, labels: labels.collect() }
}

fn linked(mark: Element, href: Option<&str>, name: &str) -> Element {
    match href {
        Some(href) => Element::link(href, name, mark),
        None => mark.titled(name),
    }
}

/// How wide each band is.
fn sizes(nodes: &[Node], bands: &[Band]) -> Vec<f64> {
    let through = |at: usize, node: &Node| -> usize {
        let is_here = |band: &&Band| if node.column == 0 { band.from == at } else { band.to == at };
        bands.iter().filter(is_here).map(|band| band.size).sum()
    };
    let columns = nodes.iter().map(|node| node.column).max().unwrap_or(0);
    let total = |column| {
        let here = nodes.iter().enumerate().filter(|(_, node)| node.column == column);
        here.map(|(at, node)| through(at, node)).sum::<usize>()
    };
    let most = (0..=columns).map(total).max().unwrap_or(0).max(1);
    let unit = (HIGH / count(most)).min(MOST);
    bands.iter().map(|band| (count(band.size) * unit).max(LEAST)).collect()
}

fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::from(u32::MAX), f64::from)
}

/// How high each bar is: what begins there, or what ends there if that is more.
fn heights(nodes: &[Node], bands: &[Band], wide: &[f64]) -> Vec<f64> {
    let (mut begins, mut ends) = (vec![0.0; nodes.len()], vec![0.0; nodes.len()]);
    for (band, wide) in bands.iter().zip(wide) {
        begins[band.from] += wide;
        ends[band.to] += wide;
    }
    begins.into_iter().zip(ends).map(|(a, b): (f64, f64)| a.max(b)).collect()
}

/// Puts every bar in its place, each column in the middle of the height; gives the lower edge too.
fn place(drawn: Width, nodes: &[Node], columns: usize, top: f64, heights: &[f64]) -> (Vec<Bar>, f64) {
    let slot = |at: usize| (heights[at] + 3.0).max(SLOT);
    let mut full = vec![0.0; columns];
    for (at, node) in nodes.iter().enumerate() {
        full[node.column] += slot(at);
    }
    let highest = full.iter().copied().fold(0.0, f64::max);
    let mut next: Vec<f64> = full.iter().map(|full| top + (highest - full) / 2.0).collect();
    let bars = nodes.iter().enumerate().map(|(at, node)| {
        let y = next[node.column] + (slot(at) - heights[at]) / 2.0;
        next[node.column] += slot(at);
        Bar { x: column_x(drawn, node.column, columns), y, height: heights[at] }
    });
    (bars.collect(), top + highest)
}

/// The room for the names at either side.
fn side(drawn: Width) -> f64 {
    match drawn {
        Width::Narrow => 104.0,
        Width::Wide => 210.0,
    }
}

fn column_x(drawn: Width, column: usize, columns: usize) -> f64 {
    let (left, right) = (side(drawn), drawn.pixels() - side(drawn) - BAR);
    let part = if columns > 1 { count(column) / count(columns - 1) } else { 0.5 };
    left + part * (right - left)
}

/// The bands, each from the lower edge of the one before at either end.
fn ribbons(bars: &[Bar], bands: &[Band], wide: &[f64]) -> Vec<Element> {
    let starts = stacked(bars, bands, wide, |band| (band.from, band.to));
    let ends = stacked(bars, bands, wide, |band| (band.to, band.from));
    let ribbon = |at: usize| {
        let (band, w) = (&bands[at], wide[at]);
        let (x0, x1) = (bars[band.from].x + BAR, bars[band.to].x);
        let path = Element::path(ribbon((x0, starts[at]), (x1, ends[at]), w));
        linked(path.class(format!("band {}", band.class)), band.href.as_deref(), &band.title)
    };
    (0..bands.len()).map(ribbon).collect()
}

/// Where the upper edge of each band is at one of its ends: in the order of the bars at the other.
fn stacked(bars: &[Bar], bands: &[Band], wide: &[f64], ends: impl Fn(&Band) -> (usize, usize)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..bands.len()).collect();
    order.sort_by(|a, b| {
        let y = |at: &usize| bars[ends(&bands[*at]).1].y;
        y(a).total_cmp(&y(b)).then(a.cmp(b))
    });
    let mut filled = vec![0.0; bars.len()];
    for (at, band) in bands.iter().enumerate() {
        filled[ends(band).0] += wide[at];
    }
    // What is narrower than its bar, because more flows at its other side, is in the middle of it.
    let mut next: Vec<f64> =
        bars.iter().zip(filled).map(|(bar, filled)| bar.y + (bar.height - filled) / 2.0).collect();
    let mut tops = vec![0.0; bands.len()];
    for at in order {
        let here = ends(&bands[at]).0;
        tops[at] = next[here];
        next[here] += wide[at];
    }
    tops
}

/// The outline of a band between the upper ends of its two sides.
fn ribbon((x0, y0): (f64, f64), (x1, y1): (f64, f64), wide: f64) -> String {
    let middle = number(f64::midpoint(x0, x1));
    let [x0, x1, a, b, c, d] = [x0, x1, y0, y1, y1 + wide, y0 + wide].map(number);
    format!("M{x0} {a}C{middle} {a} {middle} {b} {x1} {b}V{c}C{middle} {c} {middle} {d} {x0} {d}Z")
}

/// The name and the number of a bar: outside of it, or above it where it is between others.
fn label(drawn: Width, node: &Node, bar: &Bar, columns: usize, top: f64) -> Option<Label> {
    let middle = bar.y + bar.height / 2.0 + 0.35 * SIZE;
    let (x, y, anchor, room) = if node.column == 0 {
        (bar.x - BESIDE, middle, Anchor::End, side(drawn) - BESIDE)
    } else if node.column + 1 == columns {
        (bar.x + BAR + BESIDE, middle, Anchor::Start, side(drawn) - BESIDE)
    } else {
        (bar.x + BAR / 2.0, top - 6.0, Anchor::Middle, drawn.pixels())
    };
    let count = format!("\u{a0}{}", node.count);
    let mut label = Label::new(x, y, anchor, node.name.as_str()).fit(room - width(&count));
    label.text += &count;
    label.class = if columns > 2 && anchor == Anchor::Middle { "strong" } else { "" };
    let label = label.lang(node.lang.as_deref()).href(node.href.as_deref());
    let Bounds { width, .. } = label.bounds();
    (width > 0.0).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = [
        "Orbit",
        "The Very Long Institute for the Advancement of Machines and Everything Beyond",
        "环宇人工智能与机器人联合研究院北京分院",
        "MMMMMMWWWW Laboratories",
    ];

    fn node(column: usize, nth: usize) -> Node {
        Node {
            column,
            name: NAMES[nth % NAMES.len()].into(),
            lang: None,
            count: (nth * 37).to_string(),
            class: "s1",
            href: Some("orgs/orbit.html".into()),
        }
    }

    fn band(from: usize, to: usize, size: usize) -> Band {
        Band { from, to, size, title: "7 passages".into(), href: None, class: "s1" }
    }

    /// So many bars in two columns, each with bands to three others.
    fn between(bars: usize) -> (Vec<Node>, Vec<Band>) {
        let nodes: Vec<Node> = (0..bars).map(|nth| node(usize::from(nth >= bars / 2), nth)).collect();
        let half = bars / 2;
        let spread = |from| [1, 5, 11].map(|step| band(from, half + (from * step) % half, step * step));
        (nodes, (0..half).flat_map(spread).collect())
    }

    /// So many bars around one in the middle.
    fn around(bars: usize) -> (Vec<Node>, Vec<Band>) {
        let mut nodes = vec![node(1, 1)];
        nodes.extend((1..bars).map(|nth| node(if nth % 2 == 0 { 0 } else { 2 }, nth)));
        let bands = (1..bars).map(|at| if at % 2 == 0 { band(at, 0, at) } else { band(0, at, 3 * at) });
        (nodes, bands.collect())
    }

    #[test]
    fn two_and_sixty_bars_are_legible() {
        for (nodes, bands) in [between(2), between(60), around(2), around(60), around(1)] {
            for width in Width::ALL {
                draw(width, &nodes, &bands).assert_legible();
            }
        }
    }

    #[test]
    fn a_bar_is_as_high_as_what_flows_there() {
        let (nodes, bands) = between(60);
        let wide = sizes(&nodes, &bands);
        let heights = heights(&nodes, &bands, &wide);
        let (bars, bottom) = place(Width::Wide, &nodes, 2, MARGIN, &heights);
        for (at, bar) in bars.iter().enumerate() {
            let into: f64 =
                bands.iter().zip(&wide).filter(|(b, _)| b.to == at || b.from == at).map(|(_, w)| w).sum();
            assert!((bar.height - into).abs() < 1e-6);
            assert!(bar.y >= MARGIN && bar.y + bar.height <= bottom);
        }
        let tops = stacked(&bars, &bands, &wide, |band| (band.from, band.to));
        for ((band, wide), top) in bands.iter().zip(&wide).zip(&tops) {
            let bar = bars[band.from];
            assert!(*top >= bar.y - 1e-6 && top + wide <= bar.y + bar.height + 1e-6, "a band leaves its bar");
        }
    }

    #[test]
    fn the_smallest_flow_can_be_seen() {
        let nodes = [node(0, 0), node(0, 1), node(1, 0)];
        let wide = sizes(&nodes, &[band(0, 2, 100_000), band(1, 2, 1)]);
        assert!((wide[1] - LEAST).abs() < 1e-9 && wide[0] > 250.0);
    }

    #[test]
    fn nothing_flows() {
        let chart = draw(Width::Wide, &[], &[]);
        chart.assert_legible();
        assert!(chart.marks.is_empty());
    }
}
