//! Each kind of record, made of its document; the moves are in `record_move`, the site in `record_site`.
//!
//! Records that others refer to are made even when a required key is missing, so that indices stay true
//! while everything else is checked; the finding keeps such an archive from getting out.

use super::resolve::Resolver;
use crate::content::Document;
use crate::content::input::{
    CohortInput, EventInput, FigureInput, OrgInput, PageInput, PersonInput, SourceInput,
};
use crate::diagnostic::{Code, FieldPath};
use crate::model::{
    Cohort, Day, EdtfDate, Education, Event, Figure, Id, Member, OrgIx, OrgKind, Organization, Page, Person,
    Post, Source, StatedSize, Team, Text, WebUrl,
};

/// The fields of a figure that sources can disagree on.
const FIGURE_CLAIMS: &[&str] = &["value", "of", "percent", "period", "unit"];

impl Resolver<'_> {
    pub fn person(&mut self, document: Document<PersonInput>) -> Person {
        let Document { common, fields: f, .. } = document;
        let file = &*common.file;
        let mut education = Vec::new();
        for (i, entry) in f.education.into_iter().enumerate() {
            let path = FieldPath::of("education").index(i);
            let Some(org) = entry.org else {
                self.missing(file, path, "org");
                continue;
            };
            if let Some(org) = self.ids.orgs.find(&org, file, path.key("org"), self.findings) {
                education.push(Education { org, degree: entry.degree, period: entry.period });
            }
        }
        let sources = self.cite(f.sources, file, &FieldPath::of("sources"));
        let name = self.required(f.name, file, "name");
        Person {
            name: name.unwrap_or_else(|| Text::plain(common.id.as_str().into())),
            other_names: f.other_names,
            sort_name: f.sort_name,
            summary: f.summary,
            note: f.note.map(|note| note.0),
            links: f.links.links(),
            education,
            sources,
            common,
        }
    }

    pub fn org(&mut self, ix: OrgIx, document: Document<OrgInput>) -> Organization {
        let Document { common, mut fields, .. } = document;
        let file = &*common.file;
        let parent = fields.parent.take();
        let parent =
            parent.and_then(|id| self.ids.orgs.find(&id, file, FieldPath::of("parent"), self.findings));
        let sources = self.cite(std::mem::take(&mut fields.sources), file, &FieldPath::of("sources"));
        let teams = self.teams(ix, &mut fields, &common.id, file);
        let posts = self.posts(ix, &mut fields, &common.id, file);
        let name = self.required(fields.name, file, "name");
        let kind = self.required(fields.kind, file, "kind");
        Organization {
            name: name.unwrap_or_else(|| Text::plain(common.id.as_str().into())),
            kind: kind.unwrap_or(OrgKind::Other),
            other_names: fields.other_names,
            founded: fields.founded,
            dissolved: fields.dissolved,
            parent,
            teams,
            posts,
            summary: fields.summary,
            note: fields.note.map(|note| note.0),
            links: fields.links.links(),
            sources,
            common,
        }
    }

    fn teams(&mut self, ix: OrgIx, org: &mut OrgInput, org_id: &Id, file: &str) -> Vec<Team> {
        let entries = std::mem::take(&mut org.teams.0);
        let team = |(id, f): (Id, crate::content::input::TeamInput)| {
            let path = FieldPath::of("teams").key(id.as_str());
            let successor =
                f.successor.and_then(|s| self.own_team(ix, &s, org_id, file, path.clone().key("successor")));
            Team {
                name: f.name.unwrap_or_else(|| Text::plain(id.as_str().into())),
                formed: f.formed,
                dissolved: f.dissolved,
                successor,
                note: f.note.map(|note| note.0),
                sources: self.cite(f.sources, file, &path.key("sources")),
                id,
            }
        };
        entries.into_iter().map(team).collect()
    }

    fn posts(&mut self, ix: OrgIx, org: &mut OrgInput, org_id: &Id, file: &str) -> Vec<Post> {
        let entries = std::mem::take(&mut org.posts.0);
        let post = |(id, f): (Id, crate::content::input::PostInput)| {
            let path = FieldPath::of("posts").key(id.as_str()).key("team");
            Post {
                name: f.name.unwrap_or_else(|| Text::plain(id.as_str().into())),
                team: f.team.and_then(|team| self.own_team(ix, &team, org_id, file, path)),
                seats: f.seats.unwrap_or(1),
                note: f.note.map(|note| note.0),
                id,
            }
        };
        entries.into_iter().map(post).collect()
    }

    pub fn event(&mut self, document: Document<EventInput>) -> Event {
        let Document { common, fields: f, .. } = document;
        let file = &*common.file;
        let (mut orgs, mut people) = (Vec::new(), Vec::new());
        for (i, id) in f.orgs.iter().enumerate() {
            orgs.extend(self.ids.orgs.find(id, file, FieldPath::of("orgs").index(i), self.findings));
        }
        for (i, id) in f.people.iter().enumerate() {
            people.extend(self.ids.people.find(id, file, FieldPath::of("people").index(i), self.findings));
        }
        let sources = self.cite_some(f.sources, file, FieldPath::root());
        let date = self.required(f.date, file, "date").unwrap_or_else(|| EdtfDate::day(Day::MAX).into());
        let title = self.required(f.title, file, "title");
        let title = title.unwrap_or_else(|| Text::plain(common.id.as_str().into()));
        let note = f.note.map(|note| note.0);
        Event { date, title, orgs, people, summary: f.summary, note, sources, common }
    }

    pub fn cohort(&mut self, document: Document<CohortInput>) -> Option<Cohort> {
        let Document { common, fields: mut f, .. } = document;
        let file = &*common.file;
        if f.members.is_empty() {
            self.missing(file, FieldPath::root(), "members");
        }
        let sources = self.cite(std::mem::take(&mut f.sources), file, &FieldPath::of("sources"));
        let members = self.members(&mut f, file);
        let mut stated = Vec::new();
        for (i, s) in f.stated.into_iter().enumerate() {
            let sources = self.cite_some(s.sources, file, FieldPath::of("stated").index(i));
            let note = s.note.map(|note| note.0);
            stated.push(StatedSize { size: s.size, remaining: s.remaining, date: s.date, sources, note });
        }
        let org = self.required(f.org, file, "org");
        let org = org.and_then(|id| self.ids.orgs.find(&id, file, FieldPath::of("org"), self.findings));
        let title = self.required(f.title, file, "title");
        let formed = self.required(f.formed, file, "formed");
        Some(Cohort {
            title: title?,
            org: org?,
            formed: formed?,
            members,
            definition: f.definition,
            stated,
            note: f.note.map(|note| note.0),
            sources,
            common,
        })
    }

    fn members(&mut self, cohort: &mut CohortInput, file: &str) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        for (i, member) in std::mem::take(&mut cohort.members).into_iter().enumerate() {
            let path = FieldPath::of("members").index(i);
            let Some(id) = member.person else {
                self.missing(file, path, "person");
                continue;
            };
            let at = if member.is_id { path.clone() } else { path.clone().key("person") };
            let sources = self.cite(member.sources, file, &path.key("sources"));
            let Some(person) = self.ids.people.find(&id, file, at.clone(), self.findings) else { continue };
            if members.iter().any(|known| known.person == person) {
                self.findings.add(file, at, Code::DuplicateKey, format!("`{id}` is a member twice"));
                continue;
            }
            members.push(Member { person, sources, note: member.note.map(|note| note.0) });
        }
        members
    }

    pub fn figure(&mut self, document: Document<FigureInput>) -> Option<Figure> {
        let Document { common, fields: f, .. } = document;
        let file = &*common.file;
        let org = f.org.and_then(|id| self.ids.orgs.find(&id, file, FieldPath::of("org"), self.findings));
        let claims = self.claims(f.claims, file, FIGURE_CLAIMS);
        let sources = self.cite_some(f.sources, file, FieldPath::root());
        let title = self.required(f.title, file, "title");
        let period = self.required(f.period, file, "period");
        let value = self.required(f.value, file, "value");
        Some(Figure {
            title: title?,
            period: period?,
            value: value?,
            unit: f.unit,
            org,
            of: f.of,
            percent: f.percent,
            as_published: f.as_published,
            claims,
            note: f.note.map(|note| note.0),
            sources,
            common,
        })
    }

    pub fn source(&mut self, document: Document<SourceInput>) -> Source {
        let Document { common, fields: f, .. } = document;
        Source {
            url: self.required(f.url, &common.file, "url").unwrap_or_else(WebUrl::nowhere),
            title: f.title,
            publisher: f.publisher,
            date: f.date,
            language: f.lang,
            kind: f.kind,
            archive: f.archive,
            accessed: f.accessed,
            common: Some(common),
        }
    }

    pub fn page(&mut self, document: Document<PageInput>) -> Option<Page> {
        let Document { common, fields: f, .. } = document;
        let title = self.required(f.title, &common.file, "title");
        if f.note.is_none() {
            let (message, help) = ("this page has no text", "write it in Markdown below the second `---`");
            let key = ("note", Code::MissingKey);
            self.findings.add_missing(
                &common.file,
                FieldPath::root(),
                key,
                message.to_owned(),
                help.to_owned(),
            );
        }
        Some(Page { title: title?, body: f.note?.0, order: f.order, common })
    }
}
