//! Atom feeds (RFC 4287).

use super::date;
use super::xml::Xml;
use crate::model::Day;

/// The media type of a feed.
const MEDIA_TYPE: &str = "application/atom+xml";

/// A feed in one language.
#[derive(Debug)]
pub struct Feed {
    /// An absolute IRI that never changes.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is in it, and what its days mean.
    pub subtitle: String,
    /// The tag of its language.
    pub language: String,
    /// The day to which it is told.
    pub updated: Day,
    /// Who publishes it.
    pub author: String,
    /// The licence of what it says.
    pub rights: Option<String>,
    /// Where it is: a whole address, or one relative to itself.
    pub own: String,
    /// The page that it follows, likewise.
    pub page: String,
    /// The newest first.
    pub entries: Vec<Entry>,
}

/// Something that happened or was learned.
#[derive(Debug)]
pub struct Entry {
    /// An absolute IRI that never changes.
    pub id: String,
    /// What happened.
    pub title: Text,
    /// The page that tells it: a whole address, or one relative to the feed.
    pub page: String,
    /// When it was made public.
    pub published: Option<Day>,
    /// When it was learned last.
    pub updated: Day,
    /// What kind it is: the word of the format, and that of the language.
    pub category: Option<(&'static str, &'static str)>,
    /// What is told of it.
    pub summary: Summary,
}

/// A plain text, and the tag of its language where that is not the feed's.
#[derive(Debug)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// Its language.
    pub lang: Option<String>,
}

/// What is told in short: paragraphs, then sources.
#[derive(Debug)]
pub struct Summary {
    /// Plain texts.
    pub paragraphs: Vec<Text>,
    /// What the list of sources is called.
    pub sources_title: String,
    /// The sources.
    pub sources: Vec<Source>,
}

/// A source.
#[derive(Debug)]
pub struct Source {
    /// Its whole address.
    pub url: String,
    /// What it is called.
    pub title: Text,
    /// Who published it when.
    pub origin: String,
}

impl Feed {
    /// The feed as XML.
    pub fn write(&self) -> Vec<u8> {
        let mut xml = Xml::document();
        xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &self.language)]);
        xml.end_line();
        line(&mut xml, "id", &self.id);
        line(&mut xml, "title", &self.title);
        line(&mut xml, "subtitle", &self.subtitle);
        line(&mut xml, "updated", &timestamp(self.updated));
        xml.open("author", &[]);
        xml.leaf("name", &[], &self.author);
        xml.close("author");
        xml.end_line();
        if let Some(rights) = &self.rights {
            line(&mut xml, "rights", rights);
        }
        link(&mut xml, "self", MEDIA_TYPE, &self.own);
        link(&mut xml, "alternate", "text/html", &self.page);
        for entry in &self.entries {
            entry.write(&mut xml);
        }
        xml.close("feed");
        xml.end_line();
        xml.into_bytes()
    }
}

impl Entry {
    fn write(&self, xml: &mut Xml) {
        xml.open("entry", &[]);
        xml.end_line();
        line(xml, "id", &self.id);
        let lang = self.title.lang.as_deref().map(|lang| ("xml:lang", lang));
        xml.leaf("title", lang.as_slice(), &self.title.text);
        xml.end_line();
        link(xml, "alternate", "text/html", &self.page);
        if let Some(published) = self.published {
            line(xml, "published", &timestamp(published));
        }
        line(xml, "updated", &timestamp(self.updated));
        if let Some((term, label)) = self.category {
            xml.empty("category", &[("term", term), ("label", label)]);
            xml.end_line();
        }
        xml.leaf("summary", &[("type", "html")], &self.summary.html());
        xml.end_line();
        xml.close("entry");
        xml.end_line();
    }
}

impl Summary {
    /// The summary as HTML, which a feed carries as text.
    fn html(&self) -> String {
        let mut html = Xml::fragment();
        for paragraph in &self.paragraphs {
            html.leaf("p", paragraph.lang().as_slice(), &paragraph.text);
        }
        if !self.sources.is_empty() {
            html.leaf("p", &[], &self.sources_title);
            html.open("ul", &[]);
            for Source { url, title, origin } in &self.sources {
                html.open("li", &[]);
                let attributes: Vec<_> = [("href", url.as_str())].into_iter().chain(title.lang()).collect();
                html.leaf("a", &attributes, &title.text);
                html.text(origin);
                html.close("li");
            }
            html.close("ul");
        }
        String::from_utf8(html.into_bytes()).unwrap_or_default()
    }
}

impl Text {
    /// The language as HTML has it.
    fn lang(&self) -> Option<(&str, &str)> {
        Some(("lang", self.lang.as_deref()?))
    }
}

/// The first second of a day (RFC 3339).
fn timestamp(day: Day) -> String {
    date(day) + "T00:00:00Z"
}

fn line(xml: &mut Xml, name: &str, text: &str) {
    xml.leaf(name, &[], text);
    xml.end_line();
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) {
    xml.empty("link", &[("rel", rel), ("type", kind), ("href", href)]);
    xml.end_line();
}
