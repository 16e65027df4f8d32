//! What crawlers are told: the sitemap, its parts, and the links in the head of each page.

use super::{BASE, golden, html, published, text};
use std::collections::BTreeSet;

#[test]
fn a_sitemap_lists_every_page_in_every_language() {
    let files = published();
    let sitemap = text(&files, "sitemap.xml");
    let between = |text: &str, open: &str, close: &str| {
        text.split(open).skip(1).map(|part| part.split(close).next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let listed: BTreeSet<String> = between(sitemap, "<loc>", "</loc>").into_iter().collect();
    let pages = html::pages(&files);
    let proper = pages.iter().filter(|(name, page)| *name != "404.html" && page.all("main").next().is_some());
    let expected: BTreeSet<String> = proper.clone().map(|(name, _)| format!("{BASE}/{name}")).collect();
    assert_eq!(listed, expected);
    for entry in between(sitemap, "<url>", "</url>") {
        let url = &between(&entry, "<loc>", "</loc>")[0];
        let links = between(&entry, "<xhtml:link ", "/>");
        let value = |link: &String, name: &str| between(link, &format!("{name}=\""), "\"")[0].clone();
        let tags: Vec<_> = links.iter().map(|link| value(link, "hreflang")).collect();
        let urls: Vec<_> = links.iter().map(|link| value(link, " href")).collect();
        assert_eq!(tags, ["en", "zh", "x-default"]);
        assert!(urls.contains(url) && urls.iter().all(|url| listed.contains(url)) && urls[0] == urls[2]);
        for day in between(&entry, "<lastmod>", "</lastmod>") {
            assert!(day.len() == 10 && day.as_str() <= "2024-12-31", "{day}");
        }
    }
    assert!(sitemap.contains("people/ada-example.html</loc><lastmod>2024-06-03</lastmod>"));
    assert_eq!(
        text(&files, "robots.txt"),
        format!("User-agent: *\nAllow: /\n\nSitemap: {BASE}/sitemap.xml\n")
    );
    // The head of each page tells the same.
    for (name, page) in proper {
        let link = |rel: &str, lang: Option<&str>| {
            let mut links = page.all("link").filter(|e| e.has_word("rel", rel) && e.get("type").is_none());
            links.find(|e| e.get("hreflang") == lang).and_then(|e| e.get("href")).map(str::to_owned)
        };
        let english = format!("{BASE}/{}", name.trim_start_matches("zh/"));
        assert_eq!(link("canonical", None), Some(format!("{BASE}/{name}")));
        assert_eq!(link("alternate", Some("x-default")).as_ref(), Some(&english));
        assert_eq!(link("alternate", Some("en")).as_ref(), Some(&english));
        let chinese = english.replace(BASE, &format!("{BASE}/zh"));
        assert_eq!(link("alternate", Some("zh")), Some(chinese));
    }
}

#[test]
fn a_large_sitemap_is_split() {
    // Addresses of 60,000 letters stand for pages without number: either would take more than 50 MB.
    let base = format!("https://flow.example/{}", "m".repeat(60_000));
    let files = golden(&[], &["--base-url", &base]);
    let locations = |name: &str| {
        let parts = text(&files, name).split("<loc>").skip(1);
        parts.map(|part| part.split("</loc>").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(text(&files, "sitemap.xml").contains("<sitemapindex"));
    let mut listed = BTreeSet::new();
    let parts = locations("sitemap.xml");
    for part in &parts {
        let name = part.strip_prefix(&base).unwrap().trim_start_matches('/');
        assert!(files[name].len() <= 50 * 1024 * 1024, "{name}");
        for url in locations(name) {
            assert!(listed.insert(url), "a page is listed twice");
        }
    }
    let pages = html::pages(&files);
    let proper = pages.iter().filter(|(name, page)| *name != "404.html" && page.all("main").next().is_some());
    assert!(parts.len() > 1);
    assert_eq!(listed.len(), proper.count());
}

#[test]
fn a_site_of_no_address_has_no_map() {
    let files = golden(&[], &[]);
    assert!(!files.contains_key("sitemap.xml") && !files.contains_key("robots.txt"));
}
