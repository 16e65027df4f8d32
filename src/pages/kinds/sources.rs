//! Sources: all of them by publisher, and one with what rests on it.

use crate::model::SourceIx;
use crate::pages::frame::Frame;
use crate::pages::routes::Route;
use crate::pages::rows::evidence::{CitationView, SourceView};
use crate::pages::rows::paging::{Group, Pager, ROWS, group, rows};
use crate::pages::view::listing::publisher;
use crate::pages::view::{View, When, Words};
use crate::wording::Noun;
use serde::Serialize;

/// How many records the list names that cite a source inline; a shared source's own page names all.
const NAMED: usize = 10;

/// A page of all sources.
#[derive(Debug, Serialize)]
pub struct Sources<'a> {
    pub total: String,
    pub groups: Vec<Group<Words<'a>, SourceView<'a>>>,
    pub pager: Option<Pager>,
}

/// A shared source.
#[derive(Debug, Serialize)]
pub struct SourcePage<'a> {
    pub source: SourceView<'a>,
    pub accessed: Option<When<'a>>,
    pub total: String,
    pub citations: Vec<Group<&'static str, CitationView<'a>>>,
    pub pager: Option<Pager>,
}

/// A page of all sources.
pub fn list<'a>(view: &View<'a>, number: usize) -> (Frame, Sources<'a>) {
    let all = &view.listing().works;
    let shown = all[rows(all.len(), ROWS, number)].iter().map(|at| &view.site.index.works[*at]);
    let named = shown.filter_map(|work| {
        let Words { text, lang } = view.publisher_heading(*work.first()?);
        Some((text, (lang, view.source_row(work)?)))
    });
    // One name may be told in sources of several languages.
    let groups = group(named).into_iter().map(|Group { heading: text, rows }| Group {
        heading: Words { text, lang: rows.first().and_then(|(lang, _)| *lang) },
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    });
    let sources = Sources {
        total: view.wording.count(Noun::Source, all.len()),
        groups: groups.collect(),
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
        citations: view.citations(&citations[rows(citations.len(), ROWS, number)]),
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

    /// The records of one address in one line; the shared one comes first and has a page that names who cites it.
    fn source_row(&self, work: &[SourceIx]) -> Option<SourceView<'a>> {
        let inline = work.iter().filter(|ix| self.archive[**ix].common.is_none());
        let citations = || inline.clone().flat_map(|ix| self.site.citations.of(*ix));
        let more = citations().count().saturating_sub(NAMED);
        Some(SourceView {
            citations: citations().take(NAMED).map(|citation| self.subject(citation.subject)).collect(),
            more: (more > 0).then(|| self.filled("and_more", "n", &self.wording.number(more))),
            // The heading says it.
            publisher: None,
            ..self.source(*work.first()?)
        })
    }
}
