//! Long lists in pages: which rows a page shows, and how its neighbours are reached.

use crate::model::OrgIx;
use crate::pages::routes::Route;
use crate::pages::view::View;
use crate::wording::Noun;
use serde::Serialize;
use std::ops::Range;

/// How many rows a page of a list shows.
pub const ROWS: usize = 200;

/// How many moves a page of the timeline shows; a year with more is told by month.
pub const MOVES: usize = 300;

/// How much of a list that has pages of its own an organization's page shows.
pub const EXCERPT: usize = 20;

/// The way through the pages of a list.
#[derive(Debug, Serialize)]
pub struct Pager {
    /// The pages near this one, the first and the last.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A page of a list; one without an address stands for those left out.
#[derive(Debug, Serialize)]
pub struct PageLink {
    pub number: usize,
    pub href: Option<String>,
    pub is_current: bool,
}

/// Where the rest of a list is.
#[derive(Debug, Serialize)]
pub struct More {
    pub href: String,
    pub text: String,
}

/// The period before, after or around.
#[derive(Debug, Serialize)]
pub struct Neighbour {
    pub href: String,
    pub text: String,
}

/// How many pages a list has; an empty one has one.
pub fn pages(rows: usize, size: usize) -> usize {
    rows.div_ceil(size).max(1)
}

/// The rows that page `number` of a list shows.
pub fn rows(total: usize, size: usize, number: usize) -> Range<usize> {
    let start = number.saturating_sub(1).saturating_mul(size).min(total);
    start..start.saturating_add(size).min(total)
}

/// Whether a list of an organization is so long that it has pages of its own.
pub fn is_long(rows: usize) -> bool {
    rows > ROWS
}

/// How many rows of a list the page shows that it belongs to.
pub fn excerpt(rows: usize) -> usize {
    if is_long(rows) { EXCERPT } else { rows }
}

/// Where the whole of a list is that has pages of its own.
pub fn more(view: &View, total: usize, noun: Noun, route: Route) -> Option<More> {
    let text = || view.filled("show_all_count", "count", &view.wording.count(noun, total));
    is_long(total).then(|| More { href: view.href(route), text: text() })
}

impl Pager {
    /// The way through a list; `None` for a list of one page.
    pub fn new(
        view: &View,
        total: usize,
        size: usize,
        number: usize,
        route: impl Fn(usize) -> Route,
    ) -> Option<Self> {
        let last = pages(total, size);
        if last == 1 {
            return None;
        }
        let href = |page: usize| view.href(route(page));
        let mut shown: Vec<PageLink> = Vec::new();
        for page in (1..=last).filter(|&page| page == 1 || page == last || page.abs_diff(number) <= 2) {
            let gap = shown.last().is_some_and(|before: &PageLink| before.number + 1 < page);
            if gap {
                shown.push(PageLink { number: page - 1, href: None, is_current: false });
            }
            shown.push(PageLink { number: page, href: Some(href(page)), is_current: page == number });
        }
        Some(Self {
            pages: shown,
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < last).then(|| href(number + 1)),
        })
    }
}

/// Neighbouring rows that belong under one heading.
#[derive(Debug, Serialize)]
pub struct Group<H, R> {
    pub heading: H,
    pub rows: Vec<R>,
}

/// Puts rows that follow each other and have the same heading together.
pub fn group<H: PartialEq, R>(rows: impl IntoIterator<Item = (H, R)>) -> Vec<Group<H, R>> {
    let mut groups: Vec<Group<H, R>> = Vec::new();
    for (heading, row) in rows {
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.rows.push(row),
            _ => groups.push(Group { heading, rows: vec![row] }),
        }
    }
    groups
}

impl View<'_> {
    /// Where a page of the moves of an organization is: the organization's own page, if it shows them all.
    pub fn moves_of_org(&self, org: OrgIx, page: usize) -> Route {
        if is_long(self.archive.moves_of_org(org).len()) {
            Route::OrgMoves(org, page)
        } else {
            Route::Org(org)
        }
    }
}
