//! The directories of people and of organizations, by name.

use super::frame::Frame;
use super::listing::{initial, sort_key};
use super::paging::{Group, Pager, ROWS, group, rows};
use super::people::StintView;
use super::routes::Route;
use super::view::{Link, View, Words};
use crate::analysis::Stint;
use crate::model::{OrgIx, PersonIx};
use crate::wording::Noun;
use serde::Serialize;

/// One page of a directory.
#[derive(Debug, Serialize)]
pub struct Directory<'a> {
    pub title: &'static str,
    pub lead: &'static str,
    pub total: String,
    pub groups: Vec<Group<char, Entry<'a>>>,
    pub pager: Option<Pager>,
}

/// A person or an organization in a directory.
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    pub link: Link<'a>,
    /// The name in other languages and scripts.
    pub others: Vec<Words<'a>>,
    /// Where a person is, as far as is recorded.
    pub stints: Vec<StintView<'a>>,
    /// What an organization is.
    pub kind: Option<&'static str>,
    pub moves: Option<String>,
}

/// A page of the directory of people.
pub fn people<'a>(view: &View<'a>, number: usize) -> (Frame, Directory<'a>) {
    let all = &view.listing().people;
    let entry = |ix: PersonIx| {
        let person = &view.archive[ix];
        let key = sort_key(person.sort_name.as_ref(), &person.name, view.language, view.first());
        let open = view.site.careers.of_person(ix).iter().filter(|stint: &&Stint| stint.is_open());
        let entry = Entry {
            link: view.person(ix),
            others: view.names_in_other_languages(&person.name),
            stints: open.map(|stint| view.stint(stint)).collect(),
            kind: None,
            moves: None,
        };
        (initial(&key), entry)
    };
    let groups = group(all[rows(all.len(), ROWS, number)].iter().map(|ix| entry(*ix)));
    let pager = Pager::new(view, all.len(), ROWS, number, Route::People);
    directory(view, ["people", "people_intro"], view.wording.count(Noun::Person, all.len()), groups, pager)
}

/// A page of the directory of organizations.
pub fn orgs<'a>(view: &View<'a>, number: usize) -> (Frame, Directory<'a>) {
    let all = &view.listing().orgs;
    let entry = |ix: OrgIx| {
        let org = &view.archive[ix];
        let entry = Entry {
            link: view.org(ix),
            others: view.names_in_other_languages(&org.name),
            stints: Vec::new(),
            kind: Some(view.wording.org_kind(org.kind)),
            moves: count(view, view.archive.moves_of_org(ix).len()),
        };
        (initial(&sort_key(None, &org.name, view.language, view.first())), entry)
    };
    let groups = group(all[rows(all.len(), ROWS, number)].iter().map(|ix| entry(*ix)));
    let pager = Pager::new(view, all.len(), ROWS, number, Route::Orgs);
    let total = view.wording.count(Noun::Organization, all.len());
    directory(view, ["organizations", "organizations_intro"], total, groups, pager)
}

fn directory<'a>(
    view: &View<'a>,
    [title, lead]: [&str; 2],
    total: String,
    groups: Vec<Group<char, Entry<'a>>>,
    pager: Option<Pager>,
) -> (Frame, Directory<'a>) {
    let title = view.text(title);
    (Frame::new(view, title), Directory { title, lead: view.text(lead), total, groups, pager })
}

fn count(view: &View, moves: usize) -> Option<String> {
    (moves > 0).then(|| view.wording.count(Noun::Move, moves))
}
