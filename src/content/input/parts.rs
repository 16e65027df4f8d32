//! What records are made of: places, sources, teams, claims …

use super::super::markdown::Markdown;
use crate::model::{
    Capacity, EdtfDate, EdtfPeriod, Id, Invalid, Language, Line, Links, SourceKind, Text, WebUrl,
};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// Declares a part: a map with optional keys.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident { $($key:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name {
            $(#[doc = concat!("The key `", stringify!($key), "`.")] pub $key: $type,)*
        }
    };
}

/// Lets an id stand for a part of which nothing but its id is given.
macro_rules! or_id {
    ($name:ident from $fields:ident, $expected:literal, $from_id:expr, $from_fields:expr) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct IdOrMap;
                impl<'de> Visitor<'de> for IdOrMap {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }
                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        Id::deserialize(StrDeserializer::new(text)).map($from_id)
                    }
                    fn visit_u64<E: Error>(self, number: u64) -> Result<$name, E> {
                        self.visit_str(&number.to_string())
                    }
                    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<$name, M::Error> {
                        $fields::deserialize(MapAccessDeserializer::new(map)).map($from_fields)
                    }
                }
                deserializer.deserialize_any(IdOrMap)
            }
        }
    };
}

part! {
    /// A source as it is written inline.
    SourceFields {
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

/// A source that a record cites.
#[derive(Debug)]
pub enum SourceRef {
    /// A record of `sources/`.
    Shared(Id),
    /// Written where it is cited.
    Inline(Box<SourceFields>),
}

or_id!(SourceRef from SourceFields, "the id of a source, or a source", SourceRef::Shared, |fields| SourceRef::Inline(Box::new(fields)));

part! {
    /// A place as it is written out.
    PlaceFields {
        org: Option<Id>,
        team: Option<Id>,
        post: Option<Id>,
        role: Option<Text>,
        capacity: Option<Capacity>,
    }
}

/// A place: an organization, and where in it.
#[derive(Debug, Default)]
pub struct PlaceInput {
    /// The organization.
    pub org: Option<Id>,
    /// Its team.
    pub team: Option<Id>,
    /// Its post.
    pub post: Option<Id>,
    /// The title.
    pub role: Option<Text>,
    /// In what capacity.
    pub capacity: Option<Capacity>,
    /// Whether it is written as an org id alone.
    pub is_id: bool,
}

or_id!(
    PlaceInput from PlaceFields,
    "the id of an organization, or a place such as `{org: …, role: …}`",
    |org| PlaceInput { org: Some(org), is_id: true, ..PlaceInput::default() },
    |f: PlaceFields| PlaceInput { org: f.org, team: f.team, post: f.post, role: f.role, capacity: f.capacity, is_id: false }
);

part! {
    /// A member of a cohort as it is written out.
    MemberFields {
        person: Option<Id>,
        sources: Vec<SourceRef>,
        note: Option<Markdown>,
    }
}

/// A member of a cohort.
#[derive(Debug, Default)]
pub struct MemberInput {
    /// Who.
    pub person: Option<Id>,
    /// How we know.
    pub sources: Vec<SourceRef>,
    /// More.
    pub note: Option<Markdown>,
    /// Whether it is written as a person id alone.
    pub is_id: bool,
}

or_id!(
    MemberInput from MemberFields,
    "the id of a person, or a member such as `{person: …}`",
    |person| MemberInput { person: Some(person), is_id: true, ..MemberInput::default() },
    |f: MemberFields| MemberInput { person: f.person, sources: f.sources, note: f.note, is_id: false }
);

part! {
    /// What sources give instead.
    ClaimInput {
        field: Option<Line>,
        value: Option<Text>,
        sources: Vec<SourceRef>,
        note: Option<Markdown>,
    }
}

part! {
    /// A stated size of a cohort.
    StatedInput {
        size: Option<u32>,
        remaining: Option<u32>,
        date: Option<EdtfDate>,
        sources: Vec<SourceRef>,
        note: Option<Markdown>,
    }
}

part! {
    /// A degree, or a time at a place of learning.
    EducationInput {
        org: Option<Id>,
        degree: Option<Text>,
        period: Option<EdtfPeriod>,
    }
}

part! {
    /// A team of an organization.
    TeamInput {
        name: Option<Text>,
        formed: Option<EdtfDate>,
        dissolved: Option<EdtfDate>,
        successor: Option<Id>,
        note: Option<Markdown>,
        sources: Vec<SourceRef>,
    }
}

part! {
    /// A post of an organization.
    PostInput {
        name: Option<Text>,
        team: Option<Id>,
        seats: Option<u32>,
        note: Option<Markdown>,
    }
}

/// A map of ids to parts, in the order written.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(Id, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
            type Value = Entries<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of ids")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries<T>, M::Error> {
                let mut entries: Vec<(Id, T)> = Vec::new();
                while let Some((id, value)) = map.next_entry::<Id, T>()? {
                    if entries.iter().any(|(known, _)| *known == id) {
                        let message = format!("the key `{id}` is written twice");
                        return Err(M::Error::custom(Invalid::new("duplicate-key", message)));
                    }
                    entries.push((id, value));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

part! {
    /// Pages elsewhere.
    LinksInput {
        wikidata: Option<LinkTo<0>>,
        wikipedia: Option<LinkTo<1>>,
        website: Option<LinkTo<2>>,
        github: Option<LinkTo<3>>,
        x: Option<LinkTo<4>>,
        linkedin: Option<LinkTo<5>>,
        scholar: Option<LinkTo<6>>,
        orcid: Option<LinkTo<7>>,
    }
}

/// The keys of `links`, and where a name is enough, the address that it completes.
const LINKS: [(&str, Option<&str>); 8] = [
    ("wikidata", Some("https://www.wikidata.org/wiki/")),
    ("wikipedia", None),
    ("website", None),
    ("github", Some("https://github.com/")),
    ("x", Some("https://x.com/")),
    ("linkedin", Some("https://www.linkedin.com/in/")),
    ("scholar", Some("https://scholar.google.com/citations?user=")),
    ("orcid", Some("https://orcid.org/")),
];

/// The value of the key of `links` at `KEY`: an address, or a name there.
#[derive(Debug)]
pub struct LinkTo<const KEY: usize>(WebUrl);

impl<const KEY: usize> LinkTo<KEY> {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let (key, prefix) = LINKS[KEY];
        let number = text.strip_prefix('Q').unwrap_or("");
        if key == "wikidata" && (number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit())) {
            let message = format!("`{}` is not a Q-number of Wikidata", text.escape_debug());
            return Err(Invalid::new("invalid-link", message).help("write `Q` and the number: `Q42`"));
        }
        let name = text.strip_prefix('@').unwrap_or(text);
        let is_name =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        let url = match prefix {
            Some(prefix) if is_name => WebUrl::parse(&format!("{prefix}{name}")),
            _ => WebUrl::parse(text),
        };
        url.map(Self)
    }
}

impl<'de, const KEY: usize> Deserialize<'de> for LinkTo<KEY> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::model::invalid::scalar(deserializer, "an address or a name", Self::parse)
    }
}

impl LinksInput {
    /// The links, in the order of the format.
    pub fn links(self) -> Links {
        let urls = [
            self.wikidata.map(|l| l.0),
            self.wikipedia.map(|l| l.0),
            self.website.map(|l| l.0),
            self.github.map(|l| l.0),
            self.x.map(|l| l.0),
            self.linkedin.map(|l| l.0),
            self.scholar.map(|l| l.0),
            self.orcid.map(|l| l.0),
        ];
        Links(LINKS.iter().zip(urls).filter_map(|((key, _), url)| Some((*key, url?))).collect())
    }
}
