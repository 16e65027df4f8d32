//! Sitemaps, and where robots find them (sitemaps.org protocol; RFC 9309).

use super::date;
use super::xml::Xml;
use crate::model::Day;

/// The most addresses that one file may hold.
const MOST: usize = 50_000;

/// The most bytes that one file may hold.
const BYTES: usize = 50 * 1024 * 1024;

/// More than anything in a file takes beside the addresses: its own beginning and end, or an element.
const AROUND: usize = 400;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page in one language.
#[derive(Debug)]
pub struct Address {
    /// Its whole address.
    pub url: String,
    /// The last day on which something in it was learned, where the content tells.
    pub learned: Option<Day>,
}

/// How many addresses one file may hold, where none is longer than `longest` bytes and each is told with its
/// `translations`, itself among them.
pub fn most(longest: usize, translations: usize) -> usize {
    // An escaped character takes at most six bytes.
    let largest = (translations + 2) * (6 * longest + AROUND);
    (BYTES / largest).saturating_sub(1).clamp(1, MOST)
}

/// A sitemap: each page with its translations, by their tags, itself among them and the first the default.
pub fn pages<'a>(pages: impl Iterator<Item = (Address, Vec<(&'a str, String)>)>) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    xml.end_line();
    for (address, translations) in pages {
        xml.open("url", &[]);
        xml.leaf("loc", &[], &address.url);
        if let Some(day) = address.learned {
            xml.leaf("lastmod", &[], &date(day));
        }
        if translations.len() > 1 {
            let default = translations.first().map(|(_, url)| ("x-default", url));
            for (tag, url) in translations.iter().map(|(tag, url)| (*tag, url)).chain(default) {
                xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", tag), ("href", url)]);
            }
        }
        xml.close("url");
        xml.end_line();
    }
    xml.close("urlset");
    xml.end_line();
    xml.into_bytes()
}

/// The index of several sitemaps.
pub fn index(parts: impl Iterator<Item = String>) -> Vec<u8> {
    let mut xml = Xml::document();
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    xml.end_line();
    for url in parts {
        xml.open("sitemap", &[]);
        xml.leaf("loc", &[], &url);
        xml.close("sitemap");
        xml.end_line();
    }
    xml.close("sitemapindex");
    xml.end_line();
    xml.into_bytes()
}

/// What robots are told: they may read everything, and where the sitemap is.
///
/// They look for it at the root of a host only, so below a folder of one it tells nobody anything.
pub fn robots(sitemap: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_within_both_bounds() {
        for (longest, translations) in [(1, 1), (300, 2), (2_000, 20), (usize::from(u16::MAX), 50)] {
            let most = most(longest, translations);
            assert!((1..=MOST).contains(&most));
            let url = "&".repeat(longest);
            let page = || {
                let learned = Day::from_ymd_opt(2024, 1, 1);
                let others = vec![("zh-Hant-TW", url.clone()); translations];
                (Address { url: url.clone(), learned }, others)
            };
            let one = pages(std::iter::once(page())).len();
            assert!(one * most.min(2) <= BYTES && one.saturating_mul(most) <= BYTES, "{longest}");
        }
    }
}
