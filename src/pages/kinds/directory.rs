//! The directories of people and of organizations, by name.

use crate::analysis::Stint;
use crate::model::{OrgIx, PersonIx};
use crate::pages::frame::Frame;
use crate::pages::routes::Route;
use crate::pages::rows::filter::{Filter, Filtered, Of};
use crate::pages::rows::paging::{Group, Pager, ROWS, group, rows};
use crate::pages::rows::people::StintView;
use crate::pages::view::listing::{initial, sort_key};
use crate::pages::view::{Link, View, Words};
use crate::wording::Noun;
use serde::Serialize;

/// One page of a directory.
#[derive(Debug, Serialize)]
pub struct Directory<'a> {
    pub title: &'static str,
    pub lead: &'static str,
    pub total: String,
    pub filter: Option<Filter<'a>>,
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
    /// Its choices in the filter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<String>,
}

impl Filtered for Entry<'_> {
    fn facets(&mut self) -> &mut Option<String> {
        &mut self.facets
    }
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
            facets: None,
        };
        (initial(&key), entry)
    };
    let shown = || all[rows(all.len(), ROWS, number)].iter().copied();
    let mut groups = group(shown().map(entry));
    let pager = Pager::new(view, all.len(), ROWS, number, Route::People);
    let of = Of { title: "people", year: Some("since"), is_part: pager.is_some(), ..Of::default() };
    let filter = view.filter(of, &mut groups, shown(), View::mark_person);
    let (title, lead) = (view.text("people"), view.text("people_intro"));
    let total = view.wording.count(Noun::Person, all.len());
    (Frame::new(view, title), Directory { title, lead, total, filter, groups, pager })
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
            facets: None,
        };
        (initial(&sort_key(None, &org.name, view.language, view.first())), entry)
    };
    let shown = || all[rows(all.len(), ROWS, number)].iter().copied();
    let mut groups = group(shown().map(entry));
    let pager = Pager::new(view, all.len(), ROWS, number, Route::Orgs);
    let of = Of { title: "organizations", year: Some("founded"), is_part: pager.is_some(), ..Of::default() };
    let filter = view.filter(of, &mut groups, shown(), View::mark_org);
    let (title, lead) = (view.text("organizations"), view.text("organizations_intro"));
    let total = view.wording.count(Noun::Organization, all.len());
    (Frame::new(view, title), Directory { title, lead, total, filter, groups, pager })
}

/// The anchor of the part of a directory that begins with a letter.
pub fn anchor(letter: char) -> String {
    if letter == '#' { "letter-other".to_owned() } else { format!("letter-{}", letter.to_ascii_lowercase()) }
}

fn count(view: &View, moves: usize) -> Option<String> {
    (moves > 0).then(|| view.wording.count(Noun::Move, moves))
}
