//! SVG elements, written by quick-xml, which escapes every value and text.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// An element with its attributes and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Element(Element),
    Text(String),
}

/// What an attribute can be set to; numbers are rounded to a tenth of a pixel.
#[derive(Debug, Clone)]
pub struct Attribute(Cow<'static, str>);

impl From<&'static str> for Attribute {
    fn from(text: &'static str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Attribute {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<f64> for Attribute {
    fn from(value: f64) -> Self {
        Self(number(value).into())
    }
}

impl Element {
    /// An empty element.
    pub fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// A rectangle.
    pub fn rect(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self::new("rect").set("x", x).set("y", y).set("width", width).set("height", height)
    }

    /// A straight line.
    pub fn line((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Self {
        Self::new("line").set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2)
    }

    /// A disc.
    pub fn circle(x: f64, y: f64, radius: f64) -> Self {
        Self::new("circle").set("cx", x).set("cy", y).set("r", radius)
    }

    /// A path; `data` as SVG 2 has it, its numbers made by [`number`].
    pub fn path(data: String) -> Self {
        Self::new("path").set("d", data)
    }

    /// A link around an element, with a name that is shown as a tool tip and read out.
    pub fn link(href: &str, name: &str, inside: Element) -> Self {
        Self::new("a").set("href", href.to_owned()).with(inside.titled(name))
    }

    /// The same with an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<Attribute>) -> Self {
        self.attributes.push((name, value.into().0));
        self
    }

    /// The same with a class.
    #[must_use]
    pub fn class(self, class: impl Into<Attribute>) -> Self {
        self.set("class", class)
    }

    /// The same with one more element in it.
    #[must_use]
    pub fn with(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The same with text in it.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(text.to_owned()));
        self
    }

    /// The same with a tool tip, which is its name for screen readers too.
    #[must_use]
    pub fn titled(self, name: &str) -> Self {
        self.with(Element::new("title").text(name))
    }

    /// The element as SVG in HTML.
    pub fn write(&self) -> String {
        let mut writer = Writer::new(Vec::with_capacity(4096));
        self.write_to(&mut writer);
        String::from_utf8(writer.into_inner()).unwrap_or_default()
    }

    fn write_to(&self, writer: &mut Writer<Vec<u8>>) {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, &**value));
        }
        // Writing to memory does not fail.
        if self.children.is_empty() {
            let _ = writer.write_event(Event::Empty(start));
            return;
        }
        let _ = writer.write_event(Event::Start(start));
        for child in &self.children {
            match child {
                Node::Element(element) => element.write_to(writer),
                Node::Text(text) => {
                    let _ = writer.write_event(Event::Text(BytesText::new(text)));
                }
            }
        }
        let _ = writer.write_event(Event::End(BytesEnd::new(self.name)));
    }
}

/// A number as an attribute has it: to a tenth of a pixel, without a zero behind the point.
pub fn number(value: f64) -> String {
    // Whole tenths, written as such: what is drawn is far from where that would round.
    let tenths = (value * 10.0).round() as i64;
    let (whole, tenth) = ((tenths / 10).unsigned_abs(), (tenths % 10).unsigned_abs());
    let sign = if tenths < 0 { "-" } else { "" };
    match tenth {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{tenth}"),
    }
}
