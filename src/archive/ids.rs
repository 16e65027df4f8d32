//! Which ids there are, of each kind of record.

use super::findings::Findings;
use crate::content::{Document, Documents, Folder};
use crate::diagnostic::{Code, FieldPath, nearest};
use crate::model::{Common, EventIx, Id, OrgIx, PersonIx, SourceIx};
use std::collections::{HashMap, HashSet};

/// The ids of one kind of record.
pub struct Ids<Ix> {
    known: HashMap<Id, Ix>,
    former: HashMap<Id, Id>,
    drafts: HashSet<Id>,
    unreadable: HashSet<Id>,
    called: Called,
}

/// The ids of all kinds that other records refer to.
pub struct AllIds {
    pub people: Ids<PersonIx>,
    pub orgs: Ids<OrgIx>,
    pub events: Ids<EventIx>,
    pub sources: Ids<SourceIx>,
}

/// How many unknown ids of a run get a suggestion: looking for one reads all ids.
const MOST_SUGGESTIONS: usize = 300;

impl<Ix: Copy> Ids<Ix> {
    /// The record of an id that is written at `path` of `file`; reports an id that is unknown.
    pub fn find(&self, id: &Id, file: &str, path: FieldPath, findings: &mut Findings) -> Option<Ix> {
        if let Some(ix) = self.known.get(id) {
            return Some(*ix);
        }
        // A record that could not be read has its own finding, and those who refer to it need none.
        if self.unreadable.contains(id) {
            return None;
        }
        let Called { noun, name, code, .. } = self.called;
        let suggest = findings.len() < MOST_SUGGESTIONS;
        if self.drafts.contains(id) {
            let message = format!("the {noun} `{id}` is a draft, which is not published");
            findings.add(file, path, code, message).help("publish it, or make this record a draft as well");
            return None;
        }
        let finding = findings.add(file, path, code, format!("there is no {noun} `{id}`"));
        if let Some(now) = self.former.get(id) {
            finding.help(format!("it is now called `{now}`"));
        } else if let Some(near) = suggest.then(|| self.nearest(id)).flatten() {
            finding.help(format!("did you mean `{near}`?"));
        } else {
            finding.help(format!("add `content/{name}/{id}.yaml`, or use the id of one that is there"));
        }
        None
    }

    fn nearest(&self, id: &Id) -> Option<&str> {
        let mut all: Vec<&str> = self.known.keys().map(Id::as_str).collect();
        all.sort_unstable();
        nearest(id.as_str(), all)
    }
}

/// How findings call a kind of record, and where it is.
struct Called {
    noun: &'static str,
    name: &'static str,
    folder: Folder,
    code: Code,
}

/// Indexes the ids of all documents, and takes drafts out unless they are wanted.
pub fn collect(documents: &mut Documents, drafts: bool, findings: &mut Findings) -> AllIds {
    let unreadable = std::mem::take(&mut documents.unreadable);
    let mut collector = Collector { unreadable, drafts, findings };
    macro_rules! of {
        ($list:ident, $noun:literal, $folder:ident, $code:ident, $ix:expr) => {{
            let called =
                Called { noun: $noun, name: stringify!($list), folder: Folder::$folder, code: Code::$code };
            collector.index(&mut documents.$list, called, $ix)
        }};
    }
    let ids = AllIds {
        people: of!(people, "person", People, UnknownPerson, PersonIx::new),
        orgs: of!(orgs, "organization", Orgs, UnknownOrg, OrgIx::new),
        sources: of!(sources, "source", Sources, UnknownSource, SourceIx::new),
        events: {
            documents.events.sort_by(|a, b| a.fields.date.cmp(&b.fields.date));
            of!(events, "event", Events, UnknownEvent, EventIx::new)
        },
    };
    // Nothing refers to records of these kinds; their ids have to differ all the same.
    let _ = of!(moves, "move", Moves, DuplicateId, |_| ());
    let _ = of!(cohorts, "cohort", Cohorts, DuplicateId, |_| ());
    let _ = of!(figures, "figure", Figures, DuplicateId, |_| ());
    let _ = of!(pages, "page", Pages, DuplicateId, |_| ());
    ids
}

/// What goes on from one kind of record to the next.
struct Collector<'a> {
    unreadable: Vec<(Folder, Id)>,
    drafts: bool,
    findings: &'a mut Findings,
}

impl Collector<'_> {
    /// Takes out drafts and second ones with the same id, and indexes the rest by their position.
    fn index<T, Ix: Copy>(
        &mut self,
        documents: &mut Vec<Document<T>>,
        called: Called,
        new: fn(usize) -> Ix,
    ) -> Ids<Ix> {
        let unreadable = self.unreadable.iter().filter(|(folder, _)| *folder == called.folder);
        let mut ids = Ids {
            known: HashMap::new(),
            former: HashMap::new(),
            drafts: HashSet::new(),
            unreadable: unreadable.map(|(_, id)| id.clone()).collect(),
            called,
        };
        documents.retain(|document| {
            let out = document.draft && !self.drafts;
            if out {
                ids.drafts.insert(document.common.id.clone());
            }
            !out
        });
        let mut files: HashMap<Id, Box<str>> = HashMap::new();
        documents.retain(|document| self.is_first(document, &mut files));
        for (position, document) in documents.iter().enumerate() {
            self.findings.note_lost(&document.common.file, &document.lost);
            ids.known.insert(document.common.id.clone(), new(position));
        }
        for document in documents.iter() {
            self.aliases(document, &mut ids, &mut files);
        }
        ids
    }

    /// Whether no other record has the id of this one; reports one that has.
    fn is_first<T>(&mut self, document: &Document<T>, files: &mut HashMap<Id, Box<str>>) -> bool {
        let Common { id, file, .. } = &document.common;
        if let Some(first) = files.get(id) {
            let message = format!("the id `{id}` is taken by `{first}`");
            self.findings.add(file, FieldPath::root(), Code::DuplicateId, message).help("rename this file");
            return false;
        }
        files.insert(id.clone(), file.clone());
        true
    }

    /// Notes the former ids of a record; none may be the id, or a former id, of another.
    fn aliases<T, Ix>(
        &mut self,
        document: &Document<T>,
        ids: &mut Ids<Ix>,
        files: &mut HashMap<Id, Box<str>>,
    ) {
        for (i, alias) in document.common.aliases.iter().enumerate() {
            if let Some(taken) = files.get(alias) {
                let message = if *taken == document.common.file {
                    format!("the former id `{alias}` is written twice, or is the id that the record has now")
                } else {
                    format!("the former id `{alias}` is taken by `{taken}`")
                };
                let path = FieldPath::of("aliases").index(i);
                let finding = self.findings.add(&document.common.file, path, Code::DuplicateId, message);
                finding.help("a former id leads to one record: delete it here, or there");
            } else {
                files.insert(alias.clone(), document.common.file.clone());
                ids.former.insert(alias.clone(), document.common.id.clone());
            }
        }
    }
}
