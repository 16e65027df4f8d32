//! Which ids there are, of each kind of record.

use super::findings::Findings;
use crate::content::{Document, Documents, Folder};
use crate::diagnostic::{Code, FieldPath, nearest};
use crate::model::{CohortIx, EventIx, FigureIx, Id, OrgIx, PageIx, PersonIx, SourceIx};
use std::collections::{HashMap, HashSet};

/// The ids of one kind of record.
#[derive(Debug)]
pub struct Ids<Ix> {
    known: HashMap<Id, Ix>,
    former: HashMap<Id, Id>,
    drafts: HashSet<Id>,
    unreadable: HashSet<Id>,
    noun: &'static str,
    folder: &'static str,
    code: Code,
}

/// The ids of all kinds that other records refer to.
#[derive(Debug)]
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
        let (noun, folder) = (self.noun, self.folder);
        let suggest = findings.len() < MOST_SUGGESTIONS;
        if self.drafts.contains(id) {
            let message = format!("the {noun} `{id}` is a draft, which is not published");
            findings
                .add(file, path, self.code, message)
                .help("publish it, or make this record a draft as well");
            return None;
        }
        let finding = findings.add(file, path, self.code, format!("there is no {noun} `{id}`"));
        if let Some(now) = self.former.get(id) {
            finding.help(format!("it is now called `{now}`"));
        } else if let Some(near) = suggest.then(|| self.nearest(id)).flatten() {
            finding.help(format!("did you mean `{near}`?"));
        } else {
            finding.help(format!("add `content/{folder}/{id}.yaml`, or use the id of one that is there"));
        }
        None
    }

    fn nearest(&self, id: &Id) -> Option<&str> {
        let mut all: Vec<&str> = self.known.keys().map(Id::as_str).collect();
        all.sort_unstable();
        nearest(id.as_str(), all)
    }
}

/// Sorts the documents of a kind by a key, then by id; takes out drafts and second ones with the same id;
/// and indexes them.
fn index<T, Ix: Copy, Key: Ord>(
    (documents, key): (&mut Vec<Document<T>>, fn(&Document<T>) -> Key),
    kind: (&'static str, &'static str, Code),
    (folder, unreadable): (Folder, &[(Folder, Id)]),
    new: fn(usize) -> Ix,
    (drafts, findings): (bool, &mut Findings),
) -> Ids<Ix> {
    let (noun, name, code) = kind;
    let unreadable = unreadable.iter().filter(|(of, _)| *of == folder).map(|(_, id)| id.clone()).collect();
    let mut ids = Ids {
        known: HashMap::new(),
        former: HashMap::new(),
        drafts: HashSet::new(),
        unreadable,
        noun,
        folder: name,
        code,
    };
    // Stable: of two that are alike, the first by path stays.
    documents.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.common.id.cmp(&b.common.id)));
    documents.retain(|document| {
        let out = document.draft && !drafts;
        if out {
            ids.drafts.insert(document.common.id.clone());
        }
        !out
    });
    let mut files: HashMap<Id, Box<str>> = HashMap::new();
    documents.retain(|document| match files.get(&document.common.id) {
        Some(first) => {
            let message = format!("the id `{}` is taken by {first}", document.common.id);
            findings
                .add(&document.common.file, FieldPath::root(), Code::DuplicateId, message)
                .help("rename this file");
            false
        }
        None => {
            files.insert(document.common.id.clone(), document.common.file.clone());
            true
        }
    });
    for (position, document) in documents.iter().enumerate() {
        findings.note_lost(&document.common.file, &document.lost);
        ids.known.insert(document.common.id.clone(), new(position));
    }
    for document in documents.iter() {
        aliases(document, &mut ids, &mut files, findings);
    }
    ids
}

/// Notes the former ids of a record; none may be the id, or a former id, of another.
fn aliases<T, Ix>(
    document: &Document<T>,
    ids: &mut Ids<Ix>,
    files: &mut HashMap<Id, Box<str>>,
    findings: &mut Findings,
) {
    for (i, alias) in document.common.aliases.iter().enumerate() {
        match files.get(alias) {
            Some(taken) => {
                let message = format!("the former id `{alias}` is taken by {taken}");
                let path = FieldPath::of("aliases").index(i);
                findings
                    .add(&document.common.file, path, Code::DuplicateId, message)
                    .help("delete it from one of the two");
            }
            None => {
                files.insert(alias.clone(), document.common.file.clone());
                ids.former.insert(alias.clone(), document.common.id.clone());
            }
        }
    }
}

/// Indexes the ids of all documents, and takes drafts out unless they are wanted.
pub fn collect(documents: &mut Documents, drafts: bool, findings: &mut Findings) -> AllIds {
    let unreadable = std::mem::take(&mut documents.unreadable);
    macro_rules! of {
        ($list:ident, $noun:literal, $folder:ident, $code:ident, $ix:expr) => {
            of!($list, $noun, $folder, $code, $ix, |_| ())
        };
        ($list:ident, $noun:literal, $folder:ident, $code:ident, $ix:expr, $key:expr) => {
            index(
                (&mut documents.$list, $key),
                ($noun, stringify!($list), Code::$code),
                (Folder::$folder, &unreadable),
                $ix,
                (drafts, findings),
            )
        };
    }
    let ids = AllIds {
        people: of!(people, "person", People, UnknownPerson, PersonIx::new),
        orgs: of!(orgs, "organization", Orgs, UnknownOrg, OrgIx::new),
        events: of!(events, "event", Events, UnknownEvent, EventIx::new, |event| event.fields.date.clone()),
        sources: of!(sources, "source", Sources, UnknownSource, SourceIx::new),
    };
    // Nothing refers to records of these kinds; their ids have to differ all the same.
    let _ = of!(moves, "move", Moves, DuplicateId, |_| ());
    let _ = of!(cohorts, "cohort", Cohorts, DuplicateId, CohortIx::new);
    let _ = of!(figures, "figure", Figures, DuplicateId, FigureIx::new);
    let _ = of!(pages, "page", Pages, DuplicateId, PageIx::new);
    ids
}
