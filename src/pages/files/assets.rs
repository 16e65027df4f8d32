//! What is published as it is: the style sheet, whose parts are joined into one file, and the scripts.

use super::accent::readable;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Color, Theme};
use crate::pages::routes;

macro_rules! assets {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../static/", $name)))),*]
    };
}

/// The parts of the style sheet, in their order.
const STYLES: &[(&str, &[u8])] = assets![
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/parts.css",
    "css/charts.css",
    "css/filter.css",
    "css/search.css",
    "css/share.css",
    "css/timeline.css",
    "css/print.css",
    "css/own.css",
];

/// The scripts by their addresses: one behaviour a file, and every page can be read without them.
const SCRIPTS: &[(&str, &[u8])] = assets!["js/copy.js", "js/filter.js", "js/search.js", "js/theme.js"];

/// The style sheet, with the colour of the site after its own. A part that the site has itself takes the place
/// of the built-in one, and a whole style sheet that of them all.
pub fn style(theme: &Theme, accent: Option<&Color>) -> Vec<u8> {
    let mut sheet = Vec::new();
    if let Some(whole) = theme.file(routes::STYLE) {
        push(&mut sheet, whole);
    } else {
        for (name, part) in STYLES {
            push(&mut sheet, theme.file(name).unwrap_or(part));
        }
    }
    if let Some([light, dark]) = accent.map(readable) {
        let (light, dark) = (light.as_str(), dark.as_str());
        let own =
            format!("/* The site's own colour. */\n:root {{\n  --accent: light-dark({light}, {dark});\n}}\n");
        sheet.extend(own.bytes());
    }
    sheet
}

/// A part of the style sheet: a byte-order mark would not be at its beginning, and end a rule.
fn push(sheet: &mut Vec<u8>, part: &[u8]) {
    sheet.extend(part.strip_prefix("\u{feff}".as_bytes()).unwrap_or(part));
    sheet.push(b'\n');
}

/// Addresses and bytes of what is published as it is: the scripts, and the site's own static files.
pub fn files(theme: &Theme) -> impl Iterator<Item = (&str, &[u8])> {
    let scripts = SCRIPTS.iter().map(|(name, text)| (*name, theme.file(name).unwrap_or(text)));
    scripts.chain(added(theme))
}

/// The static files that take the place of no built-in one.
pub fn added(theme: &Theme) -> impl Iterator<Item = (&str, &[u8])> {
    let built_in = |address: &str| {
        let mut all = STYLES.iter().chain(SCRIPTS);
        address == routes::STYLE || all.any(|(name, _)| *name == address)
    };
    let files = theme.files.iter().map(|(address, bytes)| (&**address, &**bytes));
    files.filter(move |(address, _)| !built_in(address))
}

/// The parts of the style sheet that the site has itself, to no effect beside a whole one.
pub fn check(theme: &Theme) -> Vec<Diagnostic> {
    if theme.file(routes::STYLE).is_none() {
        return Vec::new();
    }
    let parts = STYLES.iter().filter(|(name, _)| theme.file(name).is_some());
    let told = parts.map(|(name, _)| {
        let message = format!("`static/{}` takes the place of all parts, and of this one", routes::STYLE);
        Diagnostic::in_file(&format!("static/{name}"), Code::AddressTaken, message)
            .help(Some("delete one of the two"))
    });
    told.collect()
}
