//! Where people of an organization came from and went.

use crate::analysis::{Balance, Cell};
use crate::model::OrgIx;
use crate::pages::pictures::cells::{self, signed};
use crate::pages::pictures::chart::ChartView;
use crate::pages::pictures::sankey::{self, Leads};
use crate::pages::routes::{Picture, Route};
use crate::pages::view::View;
use crate::wording::{Noun, fill};
use serde::Serialize;

/// The passages of an organization.
#[derive(Debug, Serialize)]
pub struct OrgFlows {
    pub chart: Option<ChartView>,
    pub facts: Vec<Fact>,
    pub href: String,
}

/// A number, and what it counts.
#[derive(Debug, Serialize)]
pub struct Fact {
    pub label: &'static str,
    pub value: String,
    /// Where what it counts is listed.
    pub href: Option<String>,
}

/// The passages of an organization; `None` where it has none.
pub fn of_org(view: &View, org: OrgIx) -> Option<OrgFlows> {
    let flows = &view.site.flows;
    let passages = || flows.of_org(org);
    if passages().len() == 0 {
        return None;
    }
    let leads = Leads { cell: &|cell| cells::href(view, cell), all: view.href(Route::Flows) };
    Some(OrgFlows {
        chart: sankey::around(view, "org-flows", org, &Cell::of(passages()), &leads)
            .map(|chart| chart.embedded(view, Picture::OrgFlows(org))),
        facts: facts(view, org, Balance::of(org, passages())),
        href: leads.all,
    })
}

fn facts(view: &View, org: OrgIx, balance: Balance) -> Vec<Fact> {
    let counted = |total: usize, unknown: usize, key: &str| {
        let count = view.wording.count(Noun::Passage, total);
        if unknown == 0 {
            return count;
        }
        fill(view.text(key), &[("count", &count), ("n", &view.wording.number(unknown))])
    };
    let fact = |key, value, href| Fact { label: view.text(key), value, href };
    let moves = || Some("#moves_".to_owned());
    let mut facts = vec![
        fact("flows_into", counted(balance.into, balance.unknown_origin, "of_them_from_unknown"), moves()),
        fact("flows_out", counted(balance.out, balance.unknown_destination, "of_them_to_unknown"), moves()),
        fact("flows_net", signed(view, balance.net()), None),
    ];
    if balance.back > 0 {
        let back = Cell { from: Some(org), to: Some(org), passages: Vec::new() };
        let count = view.wording.count(Noun::Passage, balance.back);
        facts.push(fact("flows_back", count, Some(cells::href(view, &back))));
    }
    facts
}
