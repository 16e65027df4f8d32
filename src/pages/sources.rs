//! Sources: all of them by publisher, and one with what rests on it.

use super::evidence::{CitationView, SourceView};
use super::frame::Frame;
use super::index::publisher;
use super::paging::{Group, Pager, ROWS, group, rows};
use super::routes::Route;
use super::view::{View, When, Words};
use crate::model::SourceIx;
use crate::wording::Noun;
use serde::Serialize;

/// How many records a source in the list names; a shared source's own page names them all.
const NAMED: usize = 1;

/// A page of all sources.
#[derive(Debug, Serialize)]
pub struct Sources<'a> {
    pub total: String,
    pub groups: Vec<Group<Words<'a>, SourceRow<'a>>>,
    pub pager: Option<Pager>,
}

/// A source in the list.
#[derive(Debug, Serialize)]
pub struct SourceRow<'a> {
    pub source: SourceView<'a>,
    pub cited: String,
    /// What rests on a source that has no page of its own.
    pub citations: Vec<CitationView<'a>>,
}

/// A shared source.
#[derive(Debug, Serialize)]
pub struct SourcePage<'a> {
    pub source: SourceView<'a>,
    pub accessed: Option<When<'a>>,
    pub total: String,
    pub citations: Vec<CitationView<'a>>,
    pub pager: Option<Pager>,
}

/// A page of all sources.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, Sources<'a>) {
    let all = &view.listing().sources;
    let shown = all[rows(all.len(), ROWS, number)].iter();
    let sources = Sources {
        total: view.wording.count(Noun::Source, all.len()),
        groups: group(shown.map(|ix| (view.publisher_heading(*ix), view.source_row(*ix)))),
        pager: Pager::new(view, all.len(), ROWS, number, Route::Sources),
    };
    (Frame::new(view, view.text("sources")), sources)
}

/// A page of a shared source; the further ones go on with what rests on it.
pub fn page<'a>(view: &View<'a>, ix: SourceIx, number: usize) -> (Frame, SourcePage<'a>) {
    let source = &view.archive[ix];
    let citations = view.site.citations.of(ix);
    let page = SourcePage {
        source: view.source(ix),
        accessed: view.maybe_when(source.accessed.as_ref()),
        total: view.wording.count(Noun::Record, citations.len()),
        citations: citations[rows(citations.len(), ROWS, number)].iter().map(|c| view.citation(*c)).collect(),
        pager: Pager::new(view, citations.len(), ROWS, number, |page| Route::Source(ix, page)),
    };
    let frame = Frame::new(view, page.source.title.text);
    match &source.common {
        Some(common) => (frame.edited(view, &common.file), page),
        None => (frame, page),
    }
}

impl<'a> View<'a> {
    fn publisher_heading(&self, ix: SourceIx) -> Words<'a> {
        let named = self.publisher(&self.archive[ix]);
        named.unwrap_or_else(|| Words { text: publisher(self.archive, ix, self.language), lang: None })
    }

    fn source_row(&self, ix: SourceIx) -> SourceRow<'a> {
        let citations = self.site.citations.of(ix);
        let has_page = self.archive[ix].common.is_some();
        let named = if has_page { 0 } else { NAMED };
        SourceRow {
            source: self.source(ix),
            cited: self.wording.count(Noun::Record, citations.len()),
            citations: citations.iter().take(named).map(|citation| self.citation(*citation)).collect(),
        }
    }
}
