//! Cohorts: all of them, and one with its members and what sources say of its size.

use crate::analysis::{CohortAt, Followed, MemberAt, Standing};
use crate::model::{Cohort, CohortIx, Member, StatedSize};
use crate::pages::frame::Frame;
use crate::pages::pictures::chart::ChartView;
use crate::pages::pictures::remaining::{in_order, standing_key};
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::evidence::SourceView;
use crate::pages::rows::paging::{Pager, ROWS, rows};
use crate::pages::view::{Link, Prose, View, When, Words};
use crate::wording::Noun;
use serde::Serialize;

/// A page of all cohorts.
#[derive(Debug, Serialize)]
pub struct Cohorts<'a> {
    pub total: String,
    pub cohorts: Vec<CohortRow<'a>>,
    pub pager: Option<Pager>,
}

/// A cohort in one line.
#[derive(Debug, Serialize)]
pub struct CohortRow<'a> {
    pub link: Link<'a>,
    pub org: Link<'a>,
    pub formed: When<'a>,
    pub members: String,
    /// How many remain.
    pub remaining: String,
}

/// So many members are told of in full.
const MOST_TOLD: usize = 200;
/// So many more are named.
const MOST_NAMED: usize = 2_000;

/// A cohort.
#[derive(Debug, Serialize)]
pub struct CohortPage<'a> {
    pub title: Words<'a>,
    pub row: CohortRow<'a>,
    pub definition: Option<Words<'a>>,
    pub note: Option<Prose<'a>>,
    /// How many remain on the last day that is followed.
    pub headline: String,
    /// Of how many nothing is recorded.
    pub unknown: Option<String>,
    pub picture: ChartView,
    pub curve: Option<ChartView>,
    pub groups: Vec<MemberGroup<'a>>,
    /// Members who are only named, and how many there are beside.
    pub more: Vec<Link<'a>>,
    pub unnamed: Option<String>,
    pub stated: Vec<StatedView<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// Members of whom the same became.
#[derive(Debug, Serialize)]
pub struct MemberGroup<'a> {
    pub id: &'static str,
    pub heading: &'static str,
    pub count: String,
    pub members: Vec<MemberView<'a>>,
}

/// A member, and what became of them.
#[derive(Debug, Serialize)]
pub struct MemberView<'a> {
    pub person: Link<'a>,
    pub returned: bool,
    /// The move that tells.
    pub told: Option<Row<'a>>,
    /// Where they went, under the text of how that is known.
    pub went: Option<WentView<'a>>,
    pub others: Vec<Words<'a>>,
    pub note: Option<Prose<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// Where somebody went.
#[derive(Debug, Serialize)]
pub struct WentView<'a> {
    pub label: &'static str,
    pub org: Link<'a>,
    /// The move that tells, where that is not the departure.
    pub next: Option<Row<'a>>,
}

/// What a source says of its size.
#[derive(Debug, Serialize)]
pub struct StatedView<'a> {
    pub size: Option<String>,
    pub remaining: Option<String>,
    pub when: Option<When<'a>>,
    /// What is computed for the same time, and how it compares.
    pub computed: String,
    pub note: Option<Prose<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// A page of all cohorts.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, Cohorts<'a>) {
    let all = &view.site.index.cohorts;
    let total = all.len();
    let cohorts = Cohorts {
        total: view.wording.count(Noun::Cohort, total),
        cohorts: all[rows(total, ROWS, number)].iter().map(|ix| view.cohort_row(*ix)).collect(),
        pager: Pager::new(view, total, ROWS, number, Route::Cohorts),
    };
    (Frame::new(view, view.text("cohorts")), cohorts)
}

/// A cohort.
pub fn page<'a>(view: &View<'a>, ix: CohortIx) -> (Frame, CohortPage<'a>) {
    let cohort = &view.archive[ix];
    let title = view.words(&cohort.title);
    let definition = view.maybe(cohort.definition.as_ref());
    let followed = view.site.cohorts.of(ix);
    let at = followed.now();
    let order = in_order(view, &at);
    let unknown = at.count.of(Standing::Unknown);
    let named = order.iter().skip(MOST_TOLD).take(MOST_NAMED);
    let unnamed = order.len().saturating_sub(MOST_TOLD + MOST_NAMED);
    let page = CohortPage {
        title,
        row: view.cohort_row(ix),
        definition,
        note: view.prose(cohort.note.as_ref()),
        headline: view.remaining_on(at.count, at.day),
        unknown: (unknown > 0).then(|| view.filled("remain_unknown", "n", &view.wording.number(unknown))),
        picture: view.members_chart(ix, &at),
        curve: view.curve_chart(ix),
        groups: view.member_groups(cohort, &at, &order[..order.len().min(MOST_TOLD)]),
        more: named.map(|nth| view.person(at.members[*nth].person)).collect(),
        unnamed: (unnamed > 0).then(|| view.filled("and_more", "n", &view.wording.number(unnamed))),
        stated: cohort.stated.iter().map(|stated| view.stated(followed, stated)).collect(),
        sources: view.sources(&cohort.sources),
    };
    (Frame::new(view, title.text).described(definition).edited(view, &cohort.common.file), page)
}

impl<'a> View<'a> {
    /// A cohort in one line.
    pub fn cohort_row(&self, ix: CohortIx) -> CohortRow<'a> {
        let cohort = &self.archive[ix];
        CohortRow {
            link: self.link(Route::Cohort(ix), &cohort.title),
            org: self.org(cohort.org),
            formed: self.when(&cohort.formed),
            members: self.wording.count(Noun::Member, cohort.members.len()),
            remaining: self.remaining(self.site.cohorts.of(ix).count()),
        }
    }

    /// Members by what became of them; `order` has those of whom the same became beside each other.
    fn member_groups(&self, cohort: &'a Cohort, at: &CohortAt, order: &[usize]) -> Vec<MemberGroup<'a>> {
        let standing = |nth: &usize| at.members[*nth].standing;
        let groups = order.chunk_by(|a, b| standing(a) == standing(b));
        let group = |members: &[usize]| {
            let standing = members.first().map_or(Standing::Unknown, standing);
            let key = standing_key(standing);
            MemberGroup {
                id: key,
                heading: self.text(key),
                count: self.wording.number(at.count.of(standing)),
                members: members
                    .iter()
                    .map(|nth| self.member(&cohort.members[*nth], &at.members[*nth]))
                    .collect(),
            }
        };
        groups.map(group).collect()
    }

    fn member(&self, member: &'a Member, at: &MemberAt) -> MemberView<'a> {
        let went = at.went.map(|went| WentView {
            label: self.text(if went.is_named { "went_to" } else { "went_next" }),
            org: self.org(went.org),
            next: (!went.is_named).then(|| self.row(went.cause)),
        });
        MemberView {
            person: self.person(member.person),
            returned: at.returned,
            told: at.cause.map(|ix| self.row(ix)),
            went,
            others: self.names_in_other_languages(&self.archive[member.person].name),
            note: self.prose(member.note.as_ref()),
            sources: self.sources(&member.sources),
        }
    }

    fn stated(&self, followed: &Followed, stated: &'a StatedSize) -> StatedView<'a> {
        let number = |n: Option<u32>| n.map(|n| self.wording.number(n as usize));
        StatedView {
            size: number(stated.size),
            remaining: number(stated.remaining),
            when: self.maybe_when(stated.date.as_ref()),
            computed: self.compared(stated, followed.compare(stated)),
            note: self.prose(stated.note.as_ref()),
            sources: self.sources(&stated.sources),
        }
    }
}
