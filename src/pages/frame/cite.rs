//! How to cite a page: in a sentence, and as an entry for BibTeX.
//!
//! Both say what the page says of itself: its title, the site, the day that the records are complete to, and
//! its address where the site tells where it is published.

use crate::model::Precision;
use crate::pages::view::View;
use crate::wording::fill;
use chrono::Datelike;
use serde::Serialize;

/// The names that BibTeX has for months.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// How to cite a page.
#[derive(Debug, Serialize)]
pub struct Citation {
    /// In a sentence.
    pub text: String,
    /// As an entry of the kind `misc`, which every style of BibTeX and biblatex knows.
    pub bibtex: String,
}

/// How to cite the page that `view` is of; `path` is its address below the root of the site.
pub fn citation(view: &View, title: &str, path: &str, url: Option<&str>) -> Citation {
    let site = view.words(&view.archive.site().title).text;
    let complete = view.filled("complete_to", "date", &view.wording.date(&view.archive.site().as_of));
    let key = if title.is_empty() { "cite_site" } else { "cite_text" };
    let said = fill(view.text(key), &[("title", title), ("site", site), ("complete", &complete)]);
    let text = match url {
        Some(url) => view.wording.sentences(&[said, url.to_owned()]),
        None => said,
    };
    let title = if title.is_empty() { site } else { title };
    Citation { text, bibtex: bibtex(view, [title, site, &complete], path, url) }
}

fn bibtex(view: &View, [title, site, complete]: [&str; 3], path: &str, url: Option<&str>) -> String {
    let as_of = &view.archive.site().as_of;
    let key = path.trim_end_matches(".html").replace('/', ":");
    let mut entry = String::with_capacity(320);
    entry.extend(["@misc{", &key, ",\n  title = {{"]);
    escape(title, &mut entry);
    entry.push_str("}},\n  author = {{");
    escape(site, &mut entry);
    entry.push_str("}},\n");
    if as_of.precision() != Precision::Span {
        entry.extend(["  year = {", &format!("{:04}", as_of.latest().year()), "},\n"]);
    }
    if matches!(as_of.precision(), Precision::Day | Precision::Month) {
        let month = MONTHS[as_of.latest().month0() as usize % MONTHS.len()];
        entry.extend(["  month = ", month, ",\n"]);
    }
    entry.push_str("  note = {");
    escape(complete, &mut entry);
    entry.push('}');
    if let Some(url) = url {
        entry.extend([",\n  url = {", url, "}"]);
    }
    entry.push_str("\n}");
    entry
}

/// A text as TeX shows it. No brace is left, escaped or not: BibTeX counts both kinds.
fn escape(text: &str, into: &mut String) {
    for character in text.chars() {
        match character {
            '\\' => into.push_str("\\textbackslash{}"),
            '{' => into.push_str("\\textbraceleft{}"),
            '}' => into.push_str("\\textbraceright{}"),
            '~' => into.push_str("\\textasciitilde{}"),
            '^' => into.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => into.extend(['\\', character]),
            _ if character.is_whitespace() => into.push(' '),
            _ => into.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_tex_reads_as_a_command_is_escaped() {
        let mut escaped = String::new();
        super::escape("R&D at 50% {of} \\input_x~^#$", &mut escaped);
        let braces = "\\textbraceleft{}of\\textbraceright{}";
        let end = "\\textbackslash{}input\\_x\\textasciitilde{}\\textasciicircum{}\\#\\$";
        assert_eq!(escaped, format!("R\\&D at 50\\% {braces} {end}"));
    }
}
