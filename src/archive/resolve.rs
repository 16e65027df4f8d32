//! Documents to records: every reference becomes an index, every required key is there.

use super::findings::Findings;
use super::ids::AllIds;
use crate::content::Document;
use crate::content::input::{ClaimInput, OrgInput, PlaceInput, SourceFields, SourceRef};
use crate::diagnostic::{Code, FieldPath, nearest};
use crate::model::{Claim, Id, OrgIx, Place, PostIx, Source, SourceIx, TeamIx};
use std::collections::HashMap;

/// What is needed to make records of documents.
pub struct Resolver<'a> {
    pub ids: &'a AllIds,
    pub findings: &'a mut Findings,
    /// The shared sources, then the inline ones as they come.
    pub sources: Vec<Source>,
    /// The teams and posts that each organization declares.
    pub inside: Vec<Inside>,
}

/// The ids inside an organization.
#[derive(Debug, Default)]
pub struct Inside {
    teams: HashMap<Id, TeamIx>,
    posts: HashMap<Id, PostIx>,
    /// False when some could not be read: then nobody is told that one is not there.
    complete: bool,
}

impl Inside {
    /// The ids that an organization declares.
    pub fn of(document: &Document<OrgInput>) -> Self {
        let org = &document.fields;
        let teams = org.teams.0.iter().enumerate().map(|(i, (id, _))| (id.clone(), TeamIx::new(i)));
        let posts = org.posts.0.iter().enumerate().map(|(i, (id, _))| (id.clone(), PostIx::new(i)));
        Self { teams: teams.collect(), posts: posts.collect(), complete: document.lost.is_nothing() }
    }
}

/// Finds an id among those of an organization, and reports one that is not there.
fn declared<Ix: Copy>(
    (ids, complete): (&HashMap<Id, Ix>, bool),
    id: &Id,
    (noun, org, code): (&str, &Id, Code),
    (file, path): (&str, FieldPath),
    findings: &mut Findings,
) -> Option<Ix> {
    if let Some(ix) = ids.get(id) {
        return Some(*ix);
    }
    if !complete {
        return None;
    }
    let mut known: Vec<&str> = ids.keys().map(Id::as_str).collect();
    known.sort_unstable();
    let finding = findings.add(file, path, code, format!("`{org}` has no {noun} `{id}`"));
    match nearest(id.as_str(), known.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None if known.is_empty() || known.len() > 12 => {
            finding.help(format!("declare it in the record of `{org}`, under `{noun}s`"))
        }
        None => finding.help(format!(
            "its {noun}s are {}; declare another in the record of `{org}`",
            known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")
        )),
    };
    None
}

impl Resolver<'_> {
    /// Reports a required key that is not there.
    pub fn missing(&mut self, file: &str, parent: FieldPath, key: &str) {
        let message = format!("the key `{key}` is missing");
        self.findings.add_missing(file, parent, (key, Code::MissingKey), message, format!("add `{key}: …`"));
    }

    /// Takes a required key, or reports that it is not there.
    pub fn required<T>(&mut self, value: Option<T>, file: &str, key: &str) -> Option<T> {
        if value.is_none() {
            self.missing(file, FieldPath::root(), key);
        }
        value
    }

    /// The sources at `path`, the inline ones added to the archive.
    pub fn cite(&mut self, sources: Vec<SourceRef>, file: &str, path: &FieldPath) -> Vec<SourceIx> {
        let mut cited = Vec::with_capacity(sources.len());
        for (i, source) in sources.into_iter().enumerate() {
            let path = path.clone().index(i);
            cited.extend(match source {
                SourceRef::Shared(id) => self.ids.sources.find(&id, file, path, self.findings),
                SourceRef::Inline(fields) => self.inline(*fields, file, path),
            });
        }
        cited
    }

    /// The same for a record that has to rest on at least one source.
    pub fn cite_some(&mut self, sources: Vec<SourceRef>, file: &str, parent: FieldPath) -> Vec<SourceIx> {
        if sources.is_empty() {
            let (message, help) =
                ("this rests on no source".to_owned(), "add `sources:` with at least one".to_owned());
            self.findings.add_missing(file, parent.clone(), ("sources", Code::NoSource), message, help);
        }
        self.cite(sources, file, &parent.key("sources"))
    }

    fn inline(&mut self, fields: SourceFields, file: &str, path: FieldPath) -> Option<SourceIx> {
        let Some(url) = fields.url else {
            self.missing(file, path, "url");
            return None;
        };
        self.sources.push(Source {
            common: None,
            url,
            title: fields.title,
            publisher: fields.publisher,
            date: fields.date,
            language: fields.lang,
            kind: fields.kind,
            archive: fields.archive,
            accessed: fields.accessed,
        });
        Some(SourceIx::new(self.sources.len() - 1))
    }

    /// A place, with its team and post found in its organization.
    pub fn place(&mut self, place: PlaceInput, file: &str, path: &FieldPath) -> Option<Place> {
        let Some(id) = place.org else {
            self.missing(file, path.clone(), "org");
            return None;
        };
        let at = |key: &str| if place.is_id { path.clone() } else { path.clone().key(key) };
        let org = self.ids.orgs.find(&id, file, at("org"), self.findings)?;
        let inside = &self.inside[org.at()];
        let team = place.team.and_then(|team| {
            declared(
                (&inside.teams, inside.complete),
                &team,
                ("team", &id, Code::UnknownTeam),
                (file, at("team")),
                self.findings,
            )
        });
        let post = place.post.and_then(|post| {
            declared(
                (&inside.posts, inside.complete),
                &post,
                ("post", &id, Code::UnknownPost),
                (file, at("post")),
                self.findings,
            )
        });
        Some(Place { org, team, post, role: place.role, capacity: place.capacity })
    }

    /// What sources give instead, for a field among `fields`.
    pub fn claims(&mut self, claims: Vec<ClaimInput>, file: &str, fields: &[&str]) -> Vec<Claim> {
        let mut kept = Vec::with_capacity(claims.len());
        for (i, claim) in claims.into_iter().enumerate() {
            let path = FieldPath::of("claims").index(i);
            let sources = self.cite_some(claim.sources, file, path.clone());
            let (Some(field), Some(value)) = (&claim.field, &claim.value) else {
                let key = if claim.field.is_none() { "field" } else { "value" };
                self.missing(file, path, key);
                continue;
            };
            if !fields.contains(&&*field.0) {
                let message =
                    format!("`{}` is no field that sources can disagree on", field.0.escape_debug());
                let finding = self.findings.add(file, path.key("field"), Code::UnknownValue, message);
                match nearest(&field.0, fields.iter().copied()) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help(format!("the fields are {}", fields.join(", "))),
                };
                continue;
            }
            let note = claim.note.map(|note| note.0);
            kept.push(Claim { field: field.0.clone(), value: value.clone(), sources, note });
        }
        kept
    }

    /// A team of an organization that the organization itself names.
    pub fn own_team(
        &mut self,
        org: OrgIx,
        id: &Id,
        org_id: &Id,
        file: &str,
        path: FieldPath,
    ) -> Option<TeamIx> {
        let inside = &self.inside[org.at()];
        declared(
            (&inside.teams, inside.complete),
            id,
            ("team", org_id, Code::UnknownTeam),
            (file, path),
            self.findings,
        )
    }
}
