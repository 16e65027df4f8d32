//! Markdown to HTML that is safe in a page: `CommonMark` with tables and strikethrough.
//!
//! Records come from strangers. Raw HTML becomes text, images become their description, and a link that
//! is not `https` or `http` loses its address; each is reported as well.

use crate::model::text::{control_character, is_control};
use crate::model::{Html, Invalid, Note, Text, WebUrl};
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use serde::{Deserialize, Deserializer};
use std::ops::Range;

/// A mistake in a Markdown text, and the bytes that it is at.
pub struct Flaw {
    pub range: Range<usize>,
    pub invalid: Invalid,
}

/// How many mistakes of one text are told.
const MOST_FLAWS: usize = 100;

/// What the headings of a text become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    /// Sections of a page that has its title above them: `#` and `##` are second-level headings.
    Sections,
    /// Paragraphs in bold: a note stands anywhere in a page, whose outline is not its to change.
    Bold,
}

/// Renders a text, and tells what is wrong with it.
pub fn render(markdown: &str, headings: Headings) -> (Html, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(markdown, options).into_offset_iter();
    let mut images = 0_usize;
    let safe = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Image { .. }) => {
            images += 1;
            flaws.push(Flaw { range, invalid: image() });
            None
        }
        Event::End(TagEnd::Image) => {
            images -= 1;
            None
        }
        // An image stands for its description, without the formatting that may be in it.
        Event::Start(_) | Event::End(_) if images > 0 => None,
        Event::Html(text) | Event::InlineHtml(text) => {
            // What closes a tag is not told again after what opens it.
            if !text.starts_with("</") || flaws.is_empty() {
                flaws.push(Flaw { range, invalid: raw_html(&text) });
            }
            Some(Event::Text(text))
        }
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = checked(link_type, dest_url, range, &mut flaws);
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        // An alignment would be written as an inline style, which pages do without.
        Event::Start(Tag::Table(columns)) => {
            Some(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])))
        }
        event => Some(event),
    });
    let mut page = String::with_capacity(markdown.len() * 3 / 2);
    match headings {
        Headings::Sections => html::push_html(&mut page, safe.map(section)),
        Headings::Bold => html::push_html(&mut page, safe.flat_map(bold)),
    }
    // A `<` of the text is written `&lt;`: this finds the links and nothing else.
    let page = page.replace("<a href=", "<a rel=\"noopener nofollow ugc external\" href=");
    let control = markdown.char_indices().filter(|&(_, c)| is_control(c));
    flaws.extend(control.map(|(at, c)| Flaw { range: at..at + c.len_utf8(), invalid: control_character(c) }));
    flaws.truncate(MOST_FLAWS);
    (Html(page.into()), flaws)
}

/// A heading below the title of its page.
fn section(event: Event) -> Event {
    let below = |level: HeadingLevel| if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
    match event {
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        event => event,
    }
}

/// A heading as a paragraph in bold.
fn bold(event: Event) -> impl Iterator<Item = Event> {
    let (first, second) = match event {
        Event::Start(Tag::Heading { .. }) => (Event::Start(Tag::Paragraph), Some(Event::Start(Tag::Strong))),
        Event::End(TagEnd::Heading(_)) => (Event::End(TagEnd::Strong), Some(Event::End(TagEnd::Paragraph))),
        event => (event, None),
    };
    std::iter::once(first).chain(second)
}

/// The address of a link, or `#` for one that may not be in a page.
fn checked<'a>(kind: LinkType, url: CowStr<'a>, range: Range<usize>, flaws: &mut Vec<Flaw>) -> CowStr<'a> {
    let invalid = match kind {
        LinkType::Email => Invalid::new("unsafe-url", "this is a mail address, and those are not published")
            .help("delete it"),
        _ => match WebUrl::parse(&url) {
            Ok(url) => return url.as_str().to_owned().into(),
            Err(invalid) => invalid,
        },
    };
    flaws.push(Flaw { range, invalid });
    "#".into()
}

fn raw_html(tag: &str) -> Invalid {
    let first = tag.lines().next().unwrap_or("").trim();
    let shown: String = first.chars().take(40).collect();
    Invalid::new("raw-html", format!("`{}` is HTML, and Markdown here holds none", shown.escape_debug()))
        .help("write it in Markdown, or as code between backticks")
}

fn image() -> Invalid {
    Invalid::new("image", "pages load nothing from elsewhere, so notes hold no images")
        .help("link to it: `[what it shows](https://…)`")
}

/// A note as YAML holds it: rendered while it is read, with every mistake in it.
#[derive(Debug, Clone)]
pub struct Markdown(pub Note);

impl<'de> Deserialize<'de> for Markdown {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use std::fmt::Write;
        let text = Text::deserialize(deserializer)?;
        let mut wrong = String::new();
        let note = text.map(|markdown| {
            let (html, flaws) = render(markdown, Headings::Bold);
            for flaw in flaws {
                let near = markdown[flaw.range].lines().next().unwrap_or("").trim();
                // Writing to a string does not fail.
                let _ = write!(wrong, "{}", flaw.invalid.near(near));
            }
            html
        });
        if wrong.is_empty() { Ok(Self(note)) } else { Err(serde::de::Error::custom(wrong)) }
    }
}

impl Markdown {
    /// The body of a `.md` file, in the site's first language.
    pub fn body(html: Html) -> Self {
        Self(Note::plain(html))
    }
}
