//! A person: who they are, where they are, and every move in full.

use super::doubts::Trust;
use super::posts::HeldPost;
use crate::model::{Education, PersonIx, Reason};
use crate::pages::frame::Frame;
use crate::pages::pictures::career::CareerView;
use crate::pages::routes::{Card, Route};
use crate::pages::rows::Row;
use crate::pages::rows::evidence::SourceView;
use crate::pages::rows::moves::FullMove;
use crate::pages::rows::people::StintView;
use crate::pages::view::{Link, LinkOut, Prose, View, When, Words};
use serde::Serialize;

/// A person.
#[derive(Debug, Serialize)]
pub struct PersonPage<'a> {
    pub name: Words<'a>,
    pub others: Vec<Words<'a>>,
    pub summary: Option<Words<'a>>,
    pub note: Option<Prose<'a>>,
    /// The stints whose end is not recorded.
    pub now: Vec<StintView<'a>>,
    /// Whether nothing more is to be expected.
    pub has_died: bool,
    pub education: Vec<EducationView<'a>>,
    pub links: Vec<LinkOut<'a>>,
    pub career: Option<CareerView<'a>>,
    pub posts: Vec<HeldPost<'a>>,
    pub more_posts: Option<String>,
    pub moves: Vec<FullMove<'a>>,
    pub events: Vec<Row<'a>>,
    pub cohorts: Vec<Link<'a>>,
    pub sources: Vec<SourceView<'a>>,
    pub trust: Trust<'a>,
}

/// A time at a place of learning.
#[derive(Debug, Serialize)]
pub struct EducationView<'a> {
    pub org: Link<'a>,
    pub degree: Option<Words<'a>>,
    pub period: Option<When<'a>>,
}

/// A person.
pub fn page<'a>(view: &View<'a>, ix: PersonIx) -> (Frame, PersonPage<'a>) {
    let archive = view.archive;
    let person = &archive[ix];
    let name = view.words(&person.name);
    let summary = view.maybe(person.summary.as_ref());
    let stints = view.site.careers.of_person(ix);
    let moves = archive.moves_of_person(ix);
    let page = PersonPage {
        name,
        others: view.other_names(&person.name, &person.other_names),
        summary,
        note: view.prose(person.note.as_ref()),
        now: stints.iter().filter(|stint| stint.is_open()).map(|stint| view.stint(stint)).collect(),
        has_died: moves
            .iter()
            .any(|ix| archive[*ix].reason == Some(Reason::Died) && archive[*ix].took_hold()),
        education: person.education.iter().map(|education| view.education(education)).collect(),
        links: view.links(&person.links),
        career: view.career(ix),
        posts: view.posts_of_person(ix),
        more_posts: view.more_posts(ix),
        moves: moves.iter().map(|ix| view.full_move(*ix)).collect(),
        events: view.site.index.events_of_person[ix.at()].iter().map(|ix| view.event_row(*ix)).collect(),
        cohorts: view.site.index.cohorts_of_person[ix.at()]
            .iter()
            .map(|ix| view.link(Route::Cohort(*ix), &archive[*ix].title))
            .collect(),
        sources: view.sources(&person.sources),
        trust: view.trust(ix),
    };
    let latest =
        || moves.last().map(|ix| view.moved(*ix)).map(|Link { text, lang, .. }| Words { text, lang });
    let mut frame =
        Frame::new(view, name.text).described(summary.or_else(latest)).edited(view, &person.common.file);
    frame.embed = view.embed(Card::Person(ix), name.text);
    (frame, page)
}

impl<'a> View<'a> {
    fn education(&self, education: &'a Education) -> EducationView<'a> {
        EducationView {
            org: self.org(education.org),
            degree: self.maybe(education.degree.as_ref()),
            period: education.period.as_ref().map(|period| self.period(period)),
        }
    }
}
