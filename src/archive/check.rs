//! From documents to an archive, or to everything that is wrong with them.

use super::Archive;
use super::careers::{self, Career, Contradiction};
use super::findings::Findings;
use super::ids;
use super::resolve::{Inside, Resolver};
use super::rules::{RULES, Records};
use crate::content::input::{MoveInput, PageInput};
use crate::content::{Document, Documents, Folder, Root};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{EdtfDate, Embeds, Event, Language, Move, MoveIx, OrgIx, Organization, Page, Site, Text};
use rayon::prelude::*;

/// What came of checking a site.
#[derive(Debug)]
pub struct Checked {
    /// The archive, unless something is an error.
    pub archive: Option<Archive>,
    /// All findings, in order of file and place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

/// Reads and checks the site at a root. Drafts are left out unless they are wanted.
pub fn check(root: &Root, drafts: bool) -> Checked {
    let (documents, mut diagnostics) = root.read();
    let mut findings = Findings::default();
    let (archive, contradictions) = assemble(documents, drafts, &mut findings);
    let records = Records { archive: &archive, contradictions: &contradictions };
    findings.extend_by(RULES, |rule, findings| rule(&records, findings));
    diagnostics.extend(findings.locate(root));
    diagnostics.sort_unstable();
    diagnostics.dedup();
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Checked { archive: (!failed).then_some(archive), diagnostics }
}

/// Makes an archive of documents, as far as they go.
fn assemble(
    mut documents: Documents,
    drafts: bool,
    findings: &mut Findings,
) -> (Archive, Vec<Contradiction>) {
    let site_is_unreadable = documents.unreadable.iter().any(|(folder, _)| *folder == Folder::Site);
    let ids = ids::collect(&mut documents, drafts, findings);
    let inside = documents.orgs.iter().map(Inside::of).collect();
    let mut resolver = Resolver { ids: &ids, findings, sources: Vec::new(), inside };
    let shared: Vec<_> = documents.sources.into_iter().map(|document| resolver.source(document)).collect();
    resolver.sources = shared;
    let people = documents.people.into_iter().map(|document| resolver.person(document)).collect();
    let orgs: Vec<Organization> = documents
        .orgs
        .into_iter()
        .enumerate()
        .map(|(position, document)| resolver.org(OrgIx::new(position), document))
        .collect();
    let moves = resolve_moves(&mut resolver, documents.moves);
    let events: Vec<Event> = documents.events.into_iter().map(|document| resolver.event(document)).collect();
    let cohorts = documents.cohorts.into_iter().filter_map(|document| resolver.cohort(document)).collect();
    let figures = documents.figures.into_iter().filter_map(|document| resolver.figure(document)).collect();
    let pages = resolve_pages(&mut resolver, documents.pages);
    let site = resolver
        .site(documents.site, site_is_unreadable, latest(&moves, &events))
        .unwrap_or_else(unnamed_site);
    let sources = resolver.sources;
    let mut archive = Archive {
        site,
        people,
        orgs,
        moves,
        events,
        cohorts,
        figures,
        sources,
        pages,
        moves_of_person: Vec::new(),
        moves_of_org: Vec::new(),
        steps_of_person: Vec::new(),
    };
    let contradictions = connect(&mut archive);
    (archive, contradictions)
}

/// The moves that can be resolved, in the order of the timeline.
fn resolve_moves(resolver: &mut Resolver, documents: Vec<Document<MoveInput>>) -> Vec<Move> {
    let mut moves = Vec::with_capacity(documents.len());
    moves.extend(documents.into_iter().filter_map(|document| resolver.one_move(document)));
    moves.par_sort_by(|a, b| timeline_key(a).cmp(&timeline_key(b)));
    moves
}

/// The free pages that can be resolved: those with an `order` first, by it.
fn resolve_pages(resolver: &mut Resolver, documents: Vec<Document<PageInput>>) -> Vec<Page> {
    let mut pages: Vec<Page> = documents.into_iter().filter_map(|document| resolver.page(document)).collect();
    pages.sort_by_key(|page| (page.order.is_none(), page.order));
    pages
}

/// The latest date of a move or an event: "now", where the site does not say.
fn latest<'a>(moves: &'a [Move], events: &'a [Event]) -> Option<&'a EdtfDate> {
    let moves = moves.iter().flat_map(|mv| [mv.date.as_ref(), mv.announced.as_ref()]).flatten();
    moves.chain(events.iter().map(|event| event.date.span())).max_by_key(|date| date.earliest())
}

type TimelineKey<'a> =
    (Option<(crate::model::Day, crate::model::Precision, crate::model::Day)>, i64, &'a str);

/// The order of the timeline: by earliest day, on a tie the more precise first, then `order`, then id.
fn timeline_key(mv: &Move) -> TimelineKey<'_> {
    (mv.effective().map(EdtfDate::sort_key), mv.order.unwrap_or(0), mv.common.id.as_str())
}

/// Indexes the moves by person and organization, and puts each career in order.
fn connect(archive: &mut Archive) -> Vec<Contradiction> {
    let mut of_person = vec![Vec::new(); archive.people.len()];
    let mut of_org = vec![Vec::new(); archive.orgs.len()];
    for (position, mv) in archive.moves.iter().enumerate() {
        let ix = MoveIx::new(position);
        of_person[mv.person.at()].push(ix);
        let from = mv.from.as_ref().map(|place| place.org);
        let to = mv.to.as_ref().map(|place| place.org).filter(|&org| Some(org) != from);
        for org in [from, to].into_iter().flatten() {
            of_org[org.at()].push(ix);
        }
    }
    let careers: Vec<Career> =
        of_person.par_iter().map(|moves| careers::order(&archive.moves, moves)).collect();
    let mut contradictions = Vec::new();
    for career in careers {
        archive.moves_of_person.push(career.moves);
        archive.steps_of_person.push(career.steps);
        contradictions.extend(career.contradictions);
    }
    archive.moves_of_org = of_org;
    contradictions
}

/// Stands in for a site whose file is missing or wrong, while the rest is checked.
fn unnamed_site() -> Site {
    let languages = Language::parse("en").into_iter().collect();
    Site {
        title: Text::plain("".into()),
        languages,
        description: None,
        base_url: None,
        repository: None,
        branch: "".into(),
        as_of: EdtfDate::day(crate::model::Day::default()),
        license: None,
        accent: None,
        embeds: Embeds::default(),
    }
}
