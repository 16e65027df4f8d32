//! What is published as it is: the style sheet, whose parts are joined into one file, and the scripts.

use super::accent::readable;
use crate::model::Color;

macro_rules! assets {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../static/", $name)))),*]
    };
}

/// The parts of the style sheet, in their order.
const STYLES: &[(&str, &str)] = assets![
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/parts.css",
    "css/charts.css",
    "css/filter.css",
    "css/share.css",
    "css/timeline.css",
    "css/print.css",
];

/// The scripts by their addresses: one behaviour a file, and every page can be read without them.
pub const SCRIPTS: &[(&str, &str)] = assets!["js/copy.js", "js/filter.js", "js/theme.js"];

/// The style sheet, with the colour of the site after its own.
pub fn style(accent: Option<&Color>) -> String {
    let own = accent.map(readable).map(|[light, dark]| {
        let (light, dark) = (light.as_str(), dark.as_str());
        format!("/* The site's own colour. */\n:root {{\n  --accent: light-dark({light}, {dark});\n}}\n")
    });
    STYLES.iter().flat_map(|(_, part)| [part, "\n"]).chain(own.as_deref()).collect()
}
