//! From the disk to documents: finds the files, reads each as its kind of record, and tells all that is
//! wrong with any of them. The only user of walkdir, `serde_yaml` and pulldown-cmark.

mod fault;
mod file;
pub mod input;
mod locate;
mod lost;
mod markdown;
mod messages;
mod theme;
mod translation;
mod tree;
mod walk;
mod yaml;

use crate::diagnostic::{Code, Diagnostic, FieldPath};
use crate::model::{Common, Id, Theme};
pub use lost::Lost;

use file::Source;
use input::{
    CohortInput, EventInput, FigureInput, Input, MoveInput, OrgInput, PageInput, PersonInput, SiteInput,
    SourceInput,
};
use markdown::Headings;
use rayon::prelude::*;
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

    /// Reads the templates and static files of the site's own, and tells what is wrong with any of them.
    pub fn theme(&self) -> (Theme, Vec<Diagnostic>) {
        theme::read(&self.0)
    }

    /// Reads every record, in parallel, and tells what is wrong with any file by itself.
    pub fn read(&self) -> (Documents, Vec<Diagnostic>) {
        let (entries, mut findings) = walk::walk(&self.0);
        let read: Vec<(Option<Found>, Vec<Diagnostic>)> = entries.par_iter().map(read_entry).collect();
        let mut documents = Documents::default();
        let mut translations = Vec::new();
        for (entry, (found, wrong)) in entries.iter().zip(read) {
            findings.extend(wrong);
            match found {
                Some(Found::Translation(translation)) => translations.push((entry, translation)),
                Some(found) => documents.add(found),
                None => documents.unreadable.push((entry.folder, entry.id.clone())),
            }
        }
        documents.sort();
        for (entry, translation) in translations {
            findings.extend(documents.translate(entry, translation).err());
        }
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
    fn add(&mut self, found: Found) {
        match found {
            Found::Person(document) => self.people.push(document),
            Found::Org(document) => self.orgs.push(document),
            Found::Move(document) => self.moves.push(document),
            Found::Event(document) => self.events.push(document),
            Found::Cohort(document) => self.cohorts.push(document),
            Found::Figure(document) => self.figures.push(document),
            Found::Source(document) => self.sources.push(document),
            Found::Page(document) => self.pages.push(document),
            Found::Site(document) => self.site = Some(document),
            // Translations are kept apart until all records are read.
            Found::Translation(_) => {}
        }
    }

    /// Sorts each kind by id; of two records with one id, the first by path stays first.
    fn sort(&mut self) {
        fn by_id<T: Send>(list: &mut [Document<T>]) {
            list.par_sort_by(|a, b| a.common.id.cmp(&b.common.id));
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

    /// Adds a translation to its record; the lists are sorted by now.
    fn translate(&mut self, entry: &Entry, translation: Translation) -> Result<(), Diagnostic> {
        fn find<'a, T>(list: &'a mut [Document<T>], id: &Id) -> Option<&'a mut Document<T>> {
            let at = list.partition_point(|document| document.common.id < *id);
            list.get_mut(at).filter(|document| document.common.id == *id)
        }
        let unreadable =
            self.unreadable.iter().any(|(folder, id)| *folder == entry.folder && *id == entry.id);
        let (first, id) = (self.site.as_ref().and_then(|site| site.fields.languages.first()), &entry.id);
        let added = match entry.folder {
            Folder::Site => Err(Refusal::NoRecord),
            Folder::People => translation.add_to(find(&mut self.people, id), first),
            Folder::Orgs => translation.add_to(find(&mut self.orgs, id), first),
            Folder::Moves => translation.add_to(find(&mut self.moves, id), first),
            Folder::Events => translation.add_to(find(&mut self.events, id), first),
            Folder::Cohorts => translation.add_to(find(&mut self.cohorts, id), first),
            Folder::Figures => translation.add_to(find(&mut self.figures, id), first),
            Folder::Sources => translation.add_to(find(&mut self.sources, id), first),
            Folder::Pages => translation.add_to(find(&mut self.pages, id), first),
        };
        match added {
            Err(Refusal::NoRecord) if unreadable => Ok(()),
            added => added.map_err(|refusal| refusal.told(entry)),
        }
    }
}
