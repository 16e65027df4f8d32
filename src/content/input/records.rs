//! The kinds of records.

use super::super::markdown::Markdown;
use super::Input;
use super::parts::{
    ClaimInput, EducationInput, Entries, LinksInput, MemberInput, PlaceInput, PostInput, SourceRef,
    StatedInput, TeamInput,
};
use crate::model::{
    Color, EdtfDate, EdtfPeriod, Embeds, FigureValue, Id, Kind, Language, Line, OrgKind, Reason, SourceKind,
    Status, Text, WebUrl,
};
use serde::Deserialize;

/// Declares a kind of record: its keys, the shared ones, and which of the texts it has.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident ($note:expr, $title:expr, $summary:expr) { $($key:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $(#[doc = concat!("The key `", stringify!($key), "`.")] pub $key: $type,)*
            aliases: Vec<Id>,
            tags: Vec<Id>,
            draft: bool,
        }

        impl Input for $name {
            fn draft(&self) -> bool {
                self.draft
            }
            fn take_shared(&mut self) -> (Vec<Id>, Vec<Id>) {
                (std::mem::take(&mut self.aliases), std::mem::take(&mut self.tags))
            }
            fn note(&mut self) -> Option<&mut Option<Markdown>> {
                let get: fn(&mut Self) -> Option<&mut Option<Markdown>> = $note;
                get(self)
            }
            fn title(&mut self) -> Option<&mut Option<Text>> {
                let get: fn(&mut Self) -> Option<&mut Option<Text>> = $title;
                get(self)
            }
            fn summary(&mut self) -> Option<&mut Option<Text>> {
                let get: fn(&mut Self) -> Option<&mut Option<Text>> = $summary;
                get(self)
            }
        }
    };
}

record! {
    /// A file of `people/`.
    PersonInput(|r| Some(&mut r.note), |_| None, |r| Some(&mut r.summary)) {
        name: Option<Text>,
        other_names: Vec<Text>,
        sort_name: Option<Text>,
        summary: Option<Text>,
        note: Option<Markdown>,
        links: LinksInput,
        education: Vec<EducationInput>,
        sources: Vec<SourceRef>,
    }
}

record! {
    /// A file of `orgs/`.
    OrgInput(|r| Some(&mut r.note), |_| None, |r| Some(&mut r.summary)) {
        name: Option<Text>,
        kind: Option<OrgKind>,
        other_names: Vec<Text>,
        founded: Option<EdtfDate>,
        dissolved: Option<EdtfDate>,
        parent: Option<Id>,
        teams: Entries<TeamInput>,
        posts: Entries<PostInput>,
        summary: Option<Text>,
        note: Option<Markdown>,
        links: LinksInput,
        sources: Vec<SourceRef>,
    }
}

record! {
    /// A file of `moves/`.
    MoveInput(|r| Some(&mut r.note), |r| Some(&mut r.title), |r| Some(&mut r.summary)) {
        person: Option<Id>,
        kind: Option<Kind>,
        date: Option<EdtfDate>,
        announced: Option<EdtfDate>,
        until: Option<EdtfDate>,
        from: Option<PlaceInput>,
        to: Option<PlaceInput>,
        reason: Option<Reason>,
        status: Option<Status>,
        title: Option<Text>,
        summary: Option<Text>,
        note: Option<Markdown>,
        sources: Vec<SourceRef>,
        claims: Vec<ClaimInput>,
        events: Vec<Id>,
        order: Option<i64>,
    }
}

record! {
    /// A file of `events/`.
    EventInput(|r| Some(&mut r.note), |r| Some(&mut r.title), |r| Some(&mut r.summary)) {
        date: Option<EdtfPeriod>,
        title: Option<Text>,
        orgs: Vec<Id>,
        people: Vec<Id>,
        summary: Option<Text>,
        note: Option<Markdown>,
        sources: Vec<SourceRef>,
    }
}

record! {
    /// A file of `cohorts/`.
    CohortInput(|r| Some(&mut r.note), |r| Some(&mut r.title), |_| None) {
        title: Option<Text>,
        org: Option<Id>,
        formed: Option<EdtfDate>,
        members: Vec<MemberInput>,
        definition: Option<Text>,
        stated: Vec<StatedInput>,
        note: Option<Markdown>,
        sources: Vec<SourceRef>,
    }
}

record! {
    /// A file of `figures/`.
    FigureInput(|r| Some(&mut r.note), |r| Some(&mut r.title), |_| None) {
        title: Option<Text>,
        period: Option<EdtfPeriod>,
        value: Option<FigureValue>,
        unit: Option<Text>,
        org: Option<Id>,
        of: Option<FigureValue>,
        percent: Option<FigureValue>,
        as_published: Option<Text>,
        claims: Vec<ClaimInput>,
        note: Option<Markdown>,
        sources: Vec<SourceRef>,
    }
}

record! {
    /// A file of `sources/`.
    SourceInput(|_| None, |r| Some(&mut r.title), |_| None) {
        url: Option<WebUrl>,
        title: Option<Text>,
        publisher: Option<Text>,
        date: Option<EdtfDate>,
        lang: Option<Language>,
        kind: Option<SourceKind>,
        archive: Option<WebUrl>,
        accessed: Option<EdtfDate>,
    }
}

record! {
    /// A file of `pages/`; the body of the file is its note.
    PageInput(|r| Some(&mut r.note), |r| Some(&mut r.title), |_| None) {
        title: Option<Text>,
        order: Option<i64>,
        note: Option<Markdown>,
    }
}

record! {
    /// `site.yaml`.
    SiteInput(|_| None, |r| Some(&mut r.title), |_| None) {
        title: Option<Text>,
        languages: Vec<Language>,
        description: Option<Text>,
        base_url: Option<WebUrl>,
        repository: Option<WebUrl>,
        branch: Option<Line>,
        as_of: Option<EdtfDate>,
        license: Option<Text>,
        accent: Option<Color>,
        embeds: Option<Embeds>,
    }
}
