//! Published pages as a browser's parser reads them: html5ever's tree, flattened in reading order.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use rayon::prelude::*;

/// A page, and what its parser stumbled over.
pub struct Page {
    pub nodes: Vec<Node>,
    pub errors: Vec<String>,
}

/// A node, and how many elements it is in.
#[derive(Clone, PartialEq, Eq)]
pub struct Node {
    pub depth: usize,
    pub kind: Kind,
}

/// What a node is.
#[derive(Clone, PartialEq, Eq)]
pub enum Kind {
    Element(Element),
    Text(String),
    Comment(String),
}

/// A tag with its attributes.
#[derive(Clone, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

impl Element {
    /// An attribute's value, where it is written.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    /// Whether a value of a list of words, such as `rel`, is there.
    pub fn has_word(&self, attribute: &str, word: &str) -> bool {
        self.get(attribute).is_some_and(|words| words.split_ascii_whitespace().any(|w| w == word))
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Element(element) => write!(f, "<{} {:?}>", element.name, element.attributes),
            Kind::Text(text) => write!(f, "{text:?}"),
            Kind::Comment(text) => write!(f, "<!--{text:?}-->"),
        }
    }
}

impl Page {
    /// Reads a whole document.
    pub fn parse(html: &str) -> Self {
        let options = ParseOpts::default();
        let dom = parse_document(RcDom::default(), options).one(html);
        let mut nodes = Vec::new();
        flatten(&dom.document, 0, &mut nodes);
        let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Self { nodes, errors }
    }

    /// The elements, in reading order.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match &node.kind {
            Kind::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The elements of one name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The texts below the first element of a name.
    pub fn text_of(&self, name: &str) -> Option<String> {
        let start =
            self.nodes.iter().position(|node| matches!(&node.kind, Kind::Element(e) if e.name == name))?;
        let depth = self.nodes[start].depth;
        let below = self.nodes[start + 1..].iter().take_while(|node| node.depth > depth);
        Some(below.filter_map(Node::text).collect())
    }
}

impl Node {
    /// The text, of a text.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }
}

fn flatten(handle: &Handle, depth: usize, nodes: &mut Vec<Node>) {
    match &handle.data {
        NodeData::Element { name, attrs, .. } => {
            let pair = |a: &Attribute| (a.name.local.to_string(), a.value.to_string());
            let attributes = attrs.borrow().iter().map(pair).collect();
            let element = Element { name: name.local.to_string(), attributes };
            nodes.push(Node { depth, kind: Kind::Element(element) });
        }
        NodeData::Text { contents } => {
            nodes.push(Node { depth, kind: Kind::Text(contents.borrow().to_string()) });
        }
        NodeData::Comment { contents } => {
            nodes.push(Node { depth, kind: Kind::Comment(contents.to_string()) });
        }
        NodeData::Document | NodeData::Doctype { .. } | NodeData::ProcessingInstruction { .. } => {}
    }
    for child in handle.children.borrow().iter() {
        flatten(child, depth + 1, nodes);
    }
}

/// The pages of a published folder, by address.
pub fn pages(files: &super::support::Tree) -> BTreeMap<String, Page> {
    let is_page = |name: &str| Path::new(name).extension().is_some_and(|end| end == "html");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("pages are UTF-8");
    let pages = files.par_iter().filter(|(name, _)| is_page(name));
    pages.map(|(name, bytes)| (name.clone(), Page::parse(&text(bytes)))).collect()
}
