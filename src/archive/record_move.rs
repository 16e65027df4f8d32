//! Moves, made of their documents.

use super::resolve::Resolver;
use super::rules::kinds;
use crate::content::Document;
use crate::content::input::MoveInput;
use crate::diagnostic::{Code, FieldPath};
use crate::model::{Move, Status};

/// The fields of a move that sources can disagree on.
#[rustfmt::skip]
const MOVE_CLAIMS: &[&str] = &[
    "date", "announced", "until", "kind", "reason", "status", "person",
    "from", "from.org", "from.team", "from.post", "from.role", "from.capacity",
    "to", "to.org", "to.team", "to.post", "to.role", "to.capacity",
];

impl Resolver<'_> {
    pub fn one_move(&mut self, document: Document<MoveInput>) -> Option<Move> {
        let Document { common, lost, fields: f, .. } = document;
        let file = &*common.file;
        kinds::check(&f, file, self.findings);
        let person = self.required(f.person, file, "person");
        let kind = self.required(f.kind, file, "kind");
        let sources = self.cite_some(f.sources, file, FieldPath::root());
        let claims = self.claims(f.claims, file, MOVE_CLAIMS);
        let mut events = Vec::with_capacity(f.events.len());
        for (i, id) in f.events.iter().enumerate() {
            events.extend(self.ids.events.find(id, file, FieldPath::of("events").index(i), self.findings));
        }
        let dated = f.date.is_some() || f.announced.is_some();
        if !dated {
            let message = "a move has a `date`, when it took effect, or `announced`, when it was made public";
            let key = if lost.holds(&FieldPath::of("announced")) { "announced" } else { "date" };
            let key = (key, Code::MissingKey);
            self.findings.add_missing(file, FieldPath::root(), key, message.into(), "add `date: …`".into());
        }
        let person =
            person.and_then(|id| self.ids.people.find(&id, file, FieldPath::of("person"), self.findings));
        let from = f.from.map(|place| self.place(place, file, &FieldPath::of("from")));
        let to = f.to.map(|place| self.place(place, file, &FieldPath::of("to")));
        // A move of which a part is unknown would make others of the person look wrong.
        let known = lost.is_nothing() && !matches!(from, Some(None)) && !matches!(to, Some(None));
        let built = Move {
            person: person?,
            kind: kind?,
            date: f.date,
            announced: f.announced,
            until: f.until,
            from: from.flatten(),
            to: to.flatten(),
            reason: f.reason,
            status: f.status.unwrap_or(Status::Confirmed),
            title: f.title,
            summary: f.summary,
            note: f.note.map(|note| note.0),
            sources,
            claims,
            events,
            order: f.order,
            common,
        };
        (known && dated && built.org().is_some()).then_some(built)
    }
}
