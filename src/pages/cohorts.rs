//! Cohorts: all of them, and one with its members and what sources say of its size.

use super::evidence::SourceView;
use super::frame::Frame;
use super::paging::{Pager, ROWS, rows};
use super::routes::Route;
use super::view::{Link, Prose, View, When, Words};
use crate::model::{CohortIx, StatedSize};
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
}

/// A cohort.
#[derive(Debug, Serialize)]
pub struct CohortPage<'a> {
    pub title: Words<'a>,
    pub row: CohortRow<'a>,
    pub definition: Option<Words<'a>>,
    pub note: Option<Prose<'a>>,
    pub members: Vec<MemberView<'a>>,
    pub stated: Vec<StatedView<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// A member.
#[derive(Debug, Serialize)]
pub struct MemberView<'a> {
    pub person: Link<'a>,
    pub others: Vec<Words<'a>>,
    pub note: Option<Prose<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// What a source says of its size.
#[derive(Debug, Serialize)]
pub struct StatedView<'a> {
    pub size: Option<String>,
    pub remaining: Option<String>,
    pub when: Option<When<'a>>,
    pub note: Option<Prose<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// A page of all cohorts.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, Cohorts<'a>) {
    let total = view.archive.cohorts().len();
    let range = rows(total, ROWS, number);
    let shown = view.archive.cohorts().skip(range.start).take(range.len());
    let cohorts = Cohorts {
        total: view.wording.count(Noun::Cohort, total),
        cohorts: shown.map(|(ix, _)| view.cohort_row(ix)).collect(),
        pager: Pager::new(view, total, ROWS, number, Route::Cohorts),
    };
    (Frame::new(view, view.text("cohorts")), cohorts)
}

/// A cohort.
pub fn page<'a>(view: &View<'a>, ix: CohortIx) -> (Frame, CohortPage<'a>) {
    let cohort = &view.archive[ix];
    let title = view.words(&cohort.title);
    let definition = view.maybe(cohort.definition.as_ref());
    let members = cohort.members.iter().map(|member| MemberView {
        person: view.person(member.person),
        others: view.names_in_other_languages(&view.archive[member.person].name),
        note: view.prose(member.note.as_ref()),
        sources: view.sources(&member.sources),
    });
    let page = CohortPage {
        title,
        row: view.cohort_row(ix),
        definition,
        note: view.prose(cohort.note.as_ref()),
        members: members.collect(),
        stated: cohort.stated.iter().map(|stated| view.stated(stated)).collect(),
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
        }
    }

    fn stated(&self, stated: &'a StatedSize) -> StatedView<'a> {
        let number = |n: Option<u32>| n.map(|n| self.wording.number(n as usize));
        StatedView {
            size: number(stated.size),
            remaining: number(stated.remaining),
            when: self.maybe_when(stated.date.as_ref()),
            note: self.prose(stated.note.as_ref()),
            sources: self.sources(&stated.sources),
        }
    }
}
