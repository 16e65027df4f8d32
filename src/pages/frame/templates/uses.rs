//! Which templates a template uses, as far as its text tells.

use super::{PREFIXED, TEMPLATES};
use crate::model::Theme;
use std::collections::{BTreeMap, BTreeSet};

/// Which templates each one names: those it extends or includes, and those of the components it calls.
///
/// Tera knows this too but tells nobody, least of all when a template can't be compiled.
#[derive(Debug)]
pub struct Uses<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Uses<'a> {
    /// Reads all templates, the site's own and the built-in ones.
    pub fn new(theme: &'a Theme) -> Self {
        let texts: BTreeMap<&str, &str> = texts(theme).collect();
        let defined: Vec<(&str, &str)> = texts
            .iter()
            .flat_map(|(name, text)| components(text).map(|component| (component, *name)))
            .collect();
        let used = |text: &str| {
            let named = texts.keys().filter(|name| names(text, name)).copied();
            let called =
                defined.iter().filter(|(component, _)| calls(text, component)).map(|(_, name)| *name);
            named.chain(called).collect()
        };
        Self(texts.iter().map(|(name, text)| (*name, used(text))).collect())
    }

    /// A template and all that it uses, directly or not.
    pub fn reached(&self, template: &'a str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::from([template]);
        let mut next = vec![template];
        while let Some(template) = next.pop() {
            let used = self.0.get(template).into_iter().flatten();
            next.extend(used.filter(|used| reached.insert(**used)));
        }
        reached
    }

    /// The templates that no other one names.
    pub fn unnamed(&self) -> impl Iterator<Item = &'a str> {
        let named = |name: &&str| self.0.iter().any(|(other, used)| other != name && used.contains(name));
        self.0.keys().copied().filter(move |name| !named(name))
    }
}

/// All templates by name: the site's own, and the built-in ones; those whose place an own one takes only where
/// it goes on to use them, as `built-in/home.html`.
pub fn texts(theme: &Theme) -> impl Iterator<Item = (&str, &str)> {
    let own = || theme.templates.iter().map(|(name, text)| (&**name, &**text));
    let is_own = |name: &str| theme.templates.contains_key(name);
    let plain = TEMPLATES.iter().copied().filter(move |(name, _)| !is_own(name));
    let replaced = PREFIXED.iter().copied().filter(move |(name, _)| own().any(|(_, text)| names(text, name)));
    plain.chain(replaced.filter(move |(name, _)| !is_own(name))).chain(own())
}

/// The components that a text defines: `x` in `{% component x(…) %}`.
fn components(text: &str) -> impl Iterator<Item = &str> {
    let after = text.split("component ").skip(1).map(str::trim_start);
    after.filter_map(|rest| Some(rest.split_once('(')?.0.trim_end())).filter(|name| is_name(name))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_part_of_name)
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// Whether a text has the name of a template in quotes.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let quoted = |c: Option<char>| matches!(c, Some('"' | '\'' | '`'));
        quoted(text[..at].chars().next_back()) && quoted(text[at + name.len()..].chars().next())
    })
}

/// Whether a text calls a component: `<x`, and no more of a name after it.
fn calls(text: &str, component: &str) -> bool {
    let begins = |(at, _): (usize, &str)| {
        text[..at].ends_with('<') && !text[at + component.len()..].starts_with(is_part_of_name)
    };
    text.match_indices(component).any(begins)
}
