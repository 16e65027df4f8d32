//! From the disk to documents: finds the files, reads each as its kind of record, and tells all that is
//! wrong with any of them. The only user of walkdir, `serde_yaml` and pulldown-cmark.

mod fault;
mod file;
pub mod input;
mod locate;
mod lost;
mod markdown;
mod messages;
mod translation;
mod tree;
mod walk;
mod yaml;

use crate::diagnostic::{Code, Diagnostic, FieldPath};
use crate::model::{Common, Id};
pub use lost::Lost;

use file::Source;
use input::{
    CohortInput, EventInput, FigureInput, Input, MoveInput, OrgInput, PageInput, PersonInput, SiteInput,
    SourceInput,
};
use markdown::Headings;
use rayon::prelude::*;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use translation::{Refusal, Translation, TranslationFields};
pub use walk::Folder;
use walk::{Entry, Form};

/// A record as it is written: well-formed by itself, not yet held against the others.
#[derive(Debug)]
pub struct Document<T> {
    /// File, id, aliases and tags.
    pub common: Common,
    /// Whether it is published only on request.
    pub draft: bool,
    /// The fields that were written but could not be read; their findings are told already.
    pub lost: Lost,
    /// Its other keys; apart, so that documents are sorted and listed without moving them.
    pub fields: Box<T>,
}

/// All files of a site, read.
#[derive(Debug, Default)]
pub struct Documents {
    /// `site.yaml`.
    pub site: Option<Document<SiteInput>>,
    /// `people/`.
    pub people: Vec<Document<PersonInput>>,
    /// `orgs/`.
    pub orgs: Vec<Document<OrgInput>>,
    /// `moves/`.
    pub moves: Vec<Document<MoveInput>>,
    /// `events/`.
    pub events: Vec<Document<EventInput>>,
    /// `cohorts/`.
    pub cohorts: Vec<Document<CohortInput>>,
    /// `figures/`.
    pub figures: Vec<Document<FigureInput>>,
    /// `sources/`.
    pub sources: Vec<Document<SourceInput>>,
    /// `pages/`.
    pub pages: Vec<Document<PageInput>>,
    /// Ids of records that could not be read, so that nobody is told that they do not exist.
    pub unreadable: Vec<(Folder, Id)>,
}

/// The folder that a site is read from: where its files are read again to show a place in them.
#[derive(Debug, Clone)]
pub struct Root(PathBuf);

impl Root {
    /// A site's folder, the one that holds `content/`.
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// The text of a file that a finding is about, as its place counts it.
    pub fn text(&self, file: &str) -> Option<String> {
        let path = self.0.join(file);
        // Opening a pipe would wait for somebody to write to it.
        let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        if is_file { file::read(&path, file).ok() } else { None }
    }

    /// A finding at a field of a file that was read before.
    pub fn locate(&self, file: &str, path: &FieldPath, code: Code, message: impl Into<String>) -> Diagnostic {
        let form = if Path::new(file).extension().is_some_and(|extension| extension == "md") {
            Form::Markdown
        } else {
            Form::Yaml
        };
        let source = self.text(file).and_then(|text| Source::new(file, text, &form, Headings::Bold).ok());
        match source {
            Some(source) => source.at(path, code, message),
            None => Diagnostic::in_file(file, code, message),
        }
    }

    /// Reads every record, in parallel, and tells what is wrong with any file by itself.
    pub fn read(&self) -> (Documents, Vec<Diagnostic>) {
        let (entries, mut findings) = walk::walk(&self.0);
        let read: Vec<(Option<Found>, Vec<Diagnostic>)> = entries.par_iter().map(read_entry).collect();
        let mut documents = Documents::default();
        let mut translations = Vec::new();
        let mut positions: HashMap<(Folder, &Id), usize> = HashMap::new();
        for (entry, (found, wrong)) in entries.iter().zip(read) {
            findings.extend(wrong);
            match found {
                Some(Found::Translation(translation)) => translations.push((entry, translation)),
                Some(found) => {
                    let position = documents.add(found);
                    positions.entry((entry.folder, &entry.id)).or_insert(position);
                }
                None => documents.unreadable.push((entry.folder, entry.id.clone())),
            }
        }
        for (entry, translation) in translations {
            let at = positions.get(&(entry.folder, &entry.id)).copied();
            findings.extend(documents.translate(entry, at, translation).err());
        }
        documents.sort();
        (documents, findings)
    }
}

/// What a file holds.
enum Found {
    Site(Document<SiteInput>),
    Person(Document<PersonInput>),
    Org(Document<OrgInput>),
    Move(Document<MoveInput>),
    Event(Document<EventInput>),
    Cohort(Document<CohortInput>),
    Figure(Document<FigureInput>),
    Source(Document<SourceInput>),
    Page(Document<PageInput>),
    Translation(Translation),
}

fn read_entry(entry: &Entry) -> (Option<Found>, Vec<Diagnostic>) {
    let headings = if entry.folder == Folder::Pages { Headings::Sections } else { Headings::Bold };
    let source = file::read(&entry.path, &entry.file)
        .and_then(|text| Source::new(&entry.file, text, &entry.form, headings));
    let source = match source {
        Ok(source) => source,
        Err(finding) => return (None, vec![finding]),
    };
    if let Form::Translation(language) = &entry.form {
        let read = source.record::<TranslationFields>();
        let translation = read.record.map(|fields| Found::Translation(Translation::new(language, fields)));
        return (translation, read.findings);
    }
    match entry.folder {
        Folder::Site => document(entry, &source, Found::Site),
        Folder::People => document(entry, &source, Found::Person),
        Folder::Orgs => document(entry, &source, Found::Org),
        Folder::Moves => document(entry, &source, Found::Move),
        Folder::Events => document(entry, &source, Found::Event),
        Folder::Cohorts => document(entry, &source, Found::Cohort),
        Folder::Figures => document(entry, &source, Found::Figure),
        Folder::Sources => document(entry, &source, Found::Source),
        Folder::Pages => document(entry, &source, Found::Page),
    }
}

fn document<T: Input>(
    entry: &Entry,
    source: &Source,
    found: fn(Document<T>) -> Found,
) -> (Option<Found>, Vec<Diagnostic>) {
    let read = source.record::<T>();
    let lost = Lost::new(read.lost);
    let made = read.record.map(|mut fields| {
        let (aliases, tags) = fields.take_shared();
        let common = Common { id: entry.id.clone(), file: entry.file.clone(), aliases, tags };
        found(Document { common, draft: fields.draft(), lost, fields: Box::new(fields) })
    });
    (made, read.findings)
}

impl Documents {
    /// Adds a record, and tells its position in its list.
    fn add(&mut self, found: Found) -> usize {
        fn push<T>(list: &mut Vec<T>, item: T) -> usize {
            list.push(item);
            list.len() - 1
        }
        match found {
            Found::Person(document) => push(&mut self.people, document),
            Found::Org(document) => push(&mut self.orgs, document),
            Found::Move(document) => push(&mut self.moves, document),
            Found::Event(document) => push(&mut self.events, document),
            Found::Cohort(document) => push(&mut self.cohorts, document),
            Found::Figure(document) => push(&mut self.figures, document),
            Found::Source(document) => push(&mut self.sources, document),
            Found::Page(document) => push(&mut self.pages, document),
            Found::Site(document) => {
                self.site = Some(document);
                0
            }
            // Translations are kept apart until all records are read.
            Found::Translation(_) => 0,
        }
    }

    /// Sorts each kind by id; of two records with one id, the first by path stays first.
    fn sort(&mut self) {
        fn by_id<T>(list: &mut [Document<T>]) {
            list.sort_by(|a, b| a.common.id.cmp(&b.common.id));
        }
        by_id(&mut self.people);
        by_id(&mut self.orgs);
        by_id(&mut self.moves);
        by_id(&mut self.events);
        by_id(&mut self.cohorts);
        by_id(&mut self.figures);
        by_id(&mut self.sources);
        by_id(&mut self.pages);
    }

    /// Adds a translation to its record, which is at the given position of its list.
    fn translate(
        &mut self,
        entry: &Entry,
        at: Option<usize>,
        translation: Translation,
    ) -> Result<(), Diagnostic> {
        let unreadable =
            self.unreadable.iter().any(|(folder, id)| *folder == entry.folder && *id == entry.id);
        let at = at.unwrap_or(usize::MAX);
        let first = self.site.as_ref().and_then(|site| site.fields.languages.first().cloned());
        let added = match entry.folder {
            Folder::Site => Err(Refusal::NoRecord),
            Folder::People => translation.add_to(self.people.get_mut(at), first.as_ref()),
            Folder::Orgs => translation.add_to(self.orgs.get_mut(at), first.as_ref()),
            Folder::Moves => translation.add_to(self.moves.get_mut(at), first.as_ref()),
            Folder::Events => translation.add_to(self.events.get_mut(at), first.as_ref()),
            Folder::Cohorts => translation.add_to(self.cohorts.get_mut(at), first.as_ref()),
            Folder::Figures => translation.add_to(self.figures.get_mut(at), first.as_ref()),
            Folder::Sources => translation.add_to(self.sources.get_mut(at), first.as_ref()),
            Folder::Pages => translation.add_to(self.pages.get_mut(at), first.as_ref()),
        };
        match added {
            Err(Refusal::NoRecord) if unreadable => Ok(()),
            added => added.map_err(|refusal| refusal.told(entry)),
        }
    }
}
