//! How sure the records are: what is withdrawn, disputed or only reported, on a page of its own and on a person's.

use crate::analysis::Subject;
use crate::archive::Archive;
use crate::model::{MoveIx, PersonIx, Status};
use crate::pages::frame::Frame;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::paging::{Group, Pager, ROWS, group, rows};
use crate::pages::view::{Badge, Link, View};
use crate::wording::Noun;
use serde::Serialize;
use std::cmp::Reverse;

/// The free page that tells people how to ask for a correction, where the site has one.
const CORRECTIONS: &str = "corrections";

/// The statuses that a reader should know of, the most serious first.
const DOUBTS: [Status; 4] = [Status::Retracted, Status::Cancelled, Status::Disputed, Status::Reported];

/// A page of all moves that are not confirmed, by status; the latest first.
#[derive(Debug, Serialize)]
pub struct Doubts<'a> {
    pub total: String,
    pub groups: Vec<Group<Explained, Row<'a>>>,
    pub pager: Option<Pager>,
    /// How to ask for a correction.
    pub corrections: Option<Link<'a>>,
}

/// A status and what it means.
#[derive(Debug, PartialEq, Serialize)]
pub struct Explained {
    pub status: Badge,
    pub meaning: &'static str,
}

/// How sure the records about one person are.
#[derive(Debug, Serialize)]
pub struct Trust<'a> {
    /// When they changed last in terms of content: the day of the latest source.
    pub latest: Option<String>,
    /// The moves that are not confirmed, by status.
    pub doubts: Vec<Group<Badge, Link<'a>>>,
    /// The moves that sources tell differently.
    pub claims: Vec<Link<'a>>,
    pub corrections: Option<Link<'a>>,
}

/// The moves that are not confirmed, in the order of the page.
pub fn moves(archive: &Archive) -> Vec<MoveIx> {
    let rank = |status| DOUBTS.iter().position(|doubt| *doubt == status);
    let ranked = archive.moves().filter_map(|(ix, moved)| Some((rank(moved.status)?, Reverse(ix))));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, Reverse(ix))| ix).collect()
}

/// A page of the moves that are not confirmed.
pub fn page<'a>(view: &View<'a>, number: usize) -> (Frame, Doubts<'a>) {
    let all = moves(view.archive);
    let shown = all[rows(all.len(), ROWS, number)].iter();
    let doubts = Doubts {
        total: view.wording.count(Noun::Move, all.len()),
        groups: group(shown.filter_map(|&ix| Some((view.explained(view.archive[ix].status)?, view.row(ix))))),
        pager: Pager::new(view, all.len(), ROWS, number, Route::Doubts),
        corrections: view.corrections(),
    };
    (Frame::new(view, view.text("doubts")), doubts)
}

impl<'a> View<'a> {
    /// How sure the records about a person are.
    pub fn trust(&self, ix: PersonIx) -> Trust<'a> {
        let moves = self.archive.moves_of_person(ix);
        let subjects = moves.iter().map(|ix| Subject::Move(*ix)).chain([Subject::Person(ix)]);
        let latest = subjects.filter_map(|subject| self.site.learned.of(subject)).max();
        let of = |status: Status| {
            let moves = moves.iter().filter(move |ix| self.archive[**ix].status == status);
            moves.filter_map(move |ix| Some((self.status(status)?, self.moved(*ix))))
        };
        let claimed = moves.iter().filter(|ix| !self.archive[**ix].claims.is_empty());
        Trust {
            latest: latest.map(|day| self.filled("latest_source_on", "date", &self.wording.day(day))),
            doubts: group(DOUBTS.into_iter().flat_map(of)),
            claims: claimed.map(|ix| self.moved(*ix)).collect(),
            corrections: self.corrections(),
        }
    }

    /// A status that is a doubt.
    fn explained(&self, status: Status) -> Option<Explained> {
        let meaning = self.wording.status_explained(status);
        Some(Explained { status: self.status(status)?, meaning })
    }

    /// The page that tells how to ask for a correction: a free page with the id `corrections`.
    fn corrections(&self) -> Option<Link<'a>> {
        let mut pages = self.archive.pages();
        let (ix, page) = pages.find(|(_, page)| page.common.id.as_str() == CORRECTIONS)?;
        Some(self.link(Route::Free(ix), &page.title))
    }
}
