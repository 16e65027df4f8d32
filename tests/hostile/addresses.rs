//! Addresses in links and sources, and markup in names.

use super::JOIN;
use crate::site::Site;

/// Ways to write an address that is not one of the web.
pub const ADDRESSES: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript://x.example/%0aalert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>x</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://x.example/1",
    "ftp://x.example",
    "mailto:a@x.example",
    "java\\tscript:alert(1)",
    "java\\nscript:alert(1)",
    "\\x01javascript:alert(1)",
    "//x.example",
    "/x",
    "x",
    "#x",
    "?x",
    "https:",
    "https://",
    "https://a:b@x.example",
    "https://user@x.example",
    "view-source:https://x.example",
    "intent://x#Intent;end",
];

#[test]
fn addresses_of_links_and_sources() {
    for address in ADDRESSES {
        let wrong = |code: &str| matches!(code, "unsafe-url" | "invalid-url");
        for (file, text) in [
            ("people/cy.yaml", format!("name: Cy\nlinks: {{website: \"{address}\"}}\n")),
            ("people/cy.yaml", format!("name: Cy\nlinks: {{github: \"{address}\"}}\n")),
            ("sources/s.yaml", format!("url: \"{address}\"\n")),
            ("sources/s.yaml", format!("url: https://x.example\narchive: \"{address}\"\n")),
            ("people/cy.yaml", format!("name: Cy\nsources: [{{url: \"{address}\"}}]\n")),
            ("site.yaml", format!("title: T\nlanguages: [en, zh]\nrepository: \"{address}\"\n")),
        ] {
            let site = Site::base();
            site.write(file, &text);
            let findings = site.findings();
            let is_name = text.contains("github") && findings.is_empty() && *address == "x";
            assert!(is_name || findings.iter().any(|f| wrong(f.code.as_str())), "{text}{findings:?}");
        }
    }
}

#[test]
fn what_is_odd_in_an_address_is_encoded() {
    let site = Site::base();
    site.write(
        "people/cy.yaml",
        "name: Cy\nlinks: {website: 'https://x.example/\"><script>alert(1)</script>?a=\"&b=<c>#\"<>'}\n",
    );
    let archive = site.check().archive.unwrap();
    let person =
        archive.people().map(|(_, person)| person).find(|person| !person.links.0.is_empty()).unwrap();
    let address = person.links.0[0].1.as_str();
    assert!(!address.contains(['"', '<', '>', ' ']), "{address}");
}

#[test]
fn markup_in_titles_and_names_is_text() {
    let site = Site::base();
    let evil = "</script><script>alert(1)</script>";
    site.write("people/cy.yaml", format!("name: '{evil}'\nsummary: '{evil}'\n"));
    site.write("moves/x.yaml", format!("{JOIN}title: '{evil}'\n"));
    let checked = site.check();
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    // It is kept as it was written; pages escape it, which their own tests hold.
    let archive = checked.archive.unwrap();
    let names: Vec<String> =
        archive.people().filter_map(|(_, p)| p.name.parts().next()).map(|(_, n)| n.to_string()).collect();
    assert!(names.contains(&evil.to_owned()));
}
