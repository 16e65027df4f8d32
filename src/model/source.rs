//! Sources: how we know.

use super::{Common, EdtfDate, Invalid, Language, Text};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// A page, filing or post that a record rests on: shared by several records, or written inline.
#[derive(Debug, Clone)]
pub struct Source {
    /// The record's file and id, or for an inline source none.
    pub common: Option<Common>,
    /// Where it is.
    pub url: WebUrl,
    /// Its title.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published.
    pub date: Option<EdtfDate>,
    /// The language that it is written in.
    pub language: Option<Language>,
    /// What it is.
    pub kind: Option<SourceKind>,
    /// A copy in an archive.
    pub archive: Option<WebUrl>,
    /// When it was read.
    pub accessed: Option<EdtfDate>,
}

/// What a source is, from those who know first-hand to those who pass it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// Words of the person or the organization.
    Statement,
    /// A filing with a court or an authority.
    Filing,
    /// A report by a newsroom.
    News,
    /// An internal letter made public.
    Memo,
    /// A post on a social network.
    Social,
    /// An encyclopedia, a register, a profile page.
    Reference,
    /// A blog.
    Blog,
    /// A page that collects what others report.
    Aggregator,
}

impl SourceKind {
    /// Whether a source of this kind alone can't confirm a move.
    pub fn is_weak(self) -> bool {
        matches!(self, Self::Social | Self::Blog | Self::Aggregator)
    }

    /// The word that a record writes.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Filing => "filing",
            Self::News => "news",
            Self::Memo => "memo",
            Self::Social => "social",
            Self::Reference => "reference",
            Self::Blog => "blog",
            Self::Aggregator => "aggregator",
        }
    }
}

/// An address on the web: `https` or `http`, with a host, without a password (WHATWG URL Standard).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebUrl(Box<str>);

impl WebUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// `invalid-url`, or `unsafe-url` for another scheme.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let shown = text.escape_debug();
        let help = "write the whole address: `https://…`";
        let parsed = url::Url::parse(text).map_err(|_| {
            Invalid::new("invalid-url", format!("`{shown}` is not an address on the web")).help(help)
        })?;
        if !matches!(parsed.scheme(), "https" | "http") {
            let message =
                format!("an address starts with `https:` or `http:`, not with `{}:`", parsed.scheme());
            return Err(Invalid::new("unsafe-url", message).help("link to a page on the web: `https://…`"));
        }
        if !parsed.has_host() || !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(Invalid::new("invalid-url", format!("`{shown}` names a user or no host")).help(help));
        }
        // The normal form has neither spaces nor quotes; whatever the writer typed beyond it stays out of pages.
        let normal: String = parsed.into();
        Ok(Self(normal.into()))
    }

    /// An address that leads nowhere (RFC 6761), in place of one that is missing.
    pub fn nowhere() -> Self {
        Self("https://nowhere.invalid/".into())
    }

    /// The address in its normal form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path, from the host on, without what follows it.
    pub fn path(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let path = rest.find('/').map_or("", |at| &rest[at..]);
        path.split(['?', '#']).next().unwrap_or(path)
    }

    /// The host without `www.`, for a link that has no other name.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl fmt::Debug for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WebUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::invalid::scalar(deserializer, "an address such as `https://example.org/`", Self::parse)
    }
}
