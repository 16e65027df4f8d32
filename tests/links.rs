//! Every page of four sites, read by a browser's parser: the golden site, the repository's own, a large
//! one, and one whose every text is hostile.
//!
//! What is linked exists, every page is reached, and each is a whole document that loads nothing from elsewhere.

mod support;

#[path = "support/html.rs"]
mod html;
#[path = "support/inert.rs"]
mod inert;
#[path = "support/large.rs"]
mod large;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use html::{Element, Page};
use support::{Tree, build, tree};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/site");

/// A published site: its files, and its pages parsed.
struct Published {
    name: &'static str,
    files: Tree,
    pages: BTreeMap<String, Page>,
}

static SITES: LazyLock<Vec<Published>> = LazyLock::new(|| {
    let temp = tempfile::tempdir().unwrap();
    let (large, hostile) = (temp.path().join("large"), temp.path().join("hostile"));
    large::write(&large);
    inert::hostile().write(&hostile);
    let out = temp.path().join("public");
    vec![
        Published::new("golden", GOLDEN.as_ref(), &out),
        Published::new("own", env!("CARGO_MANIFEST_DIR").as_ref(), &out),
        Published::new("large", &large, &out),
        Published::new("hostile", &hostile, &out),
    ]
});

impl Published {
    fn new(name: &'static str, root: &Path, out: &Path) -> Self {
        build(root, out, &["--quiet"]).success();
        let files = tree(out);
        Self { name, pages: html::pages(&files), files }
    }

    /// The pages that readers stay on: all but those of former ids, which lead on at once.
    fn documents(&self) -> impl Iterator<Item = (&String, &Page)> {
        self.pages.iter().filter(|(_, page)| refresh(page).is_none())
    }

    /// The pages of the site proper; the one for addresses that lead nowhere stands alone.
    fn proper(&self) -> impl Iterator<Item = (&String, &Page)> {
        self.documents().filter(|(address, _)| *address != "404.html")
    }
}

/// What is wrong with a page; nothing when it is as it should be.
type Check = fn(&Published, &str, &Page) -> Vec<String>;

#[track_caller]
fn on<'a>(check: Check, pages: impl Fn(&'a Published) -> Vec<(&'a String, &'a Page)>) {
    let mut wrong = Vec::new();
    for site in &*SITES {
        for (address, page) in pages(site) {
            let told = check(site, address, page);
            wrong.extend(told.into_iter().map(|what| format!("{} {address}: {what}", site.name)));
        }
    }
    let shown = wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} things are wrong:\n{shown}", wrong.len());
}

fn on_all(check: Check) {
    on(check, |site| site.pages.iter().collect());
}

fn on_documents(check: Check) {
    on(check, |site| site.documents().collect());
}

fn on_proper(check: Check) {
    on(check, |site| site.proper().collect());
}

fn when(wrong: bool, what: impl Into<String>) -> Vec<String> {
    if wrong { vec![what.into()] } else { Vec::new() }
}

/// Where a page of a former id leads.
fn refresh(page: &Page) -> Option<&str> {
    let meta = page.all("meta").find(|meta| meta.get("http-equiv") == Some("refresh"))?;
    meta.get("content")?.split_once("url=").map(|(_, url)| url)
}

fn has_scheme(link: &str) -> bool {
    link.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'))
}

/// Every attribute that names another address, with its element.
fn links(page: &Page) -> impl Iterator<Item = (&Element, &str)> {
    const NAMES: [&str; 6] = ["href", "src", "action", "poster", "data", "cite"];
    page.elements().flat_map(|e| NAMES.iter().filter_map(move |name| Some((e, e.get(name)?))))
}

/// Where a relative link leads: the address below the site's root, and the fragment.
fn follow<'a>(from: &str, link: &'a str) -> Result<(String, Option<&'a str>), String> {
    let (path, fragment) = link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if path.starts_with('/') || !path.chars().all(plain) {
        return Err(format!("`{link}` is not a plain relative address"));
    }
    if path.is_empty() {
        return Ok((from.to_owned(), fragment));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop().ok_or_else(|| format!("`{link}` leads out of the site"))?),
            "" | "." => return Err(format!("`{link}` names a folder, not a file")),
            part => parts.push(part),
        }
    }
    Ok((parts.join("/"), fragment))
}

#[test]
fn pages_parse_without_an_error() {
    on_all(|_, _, page| page.errors.clone());
}

#[test]
fn bad_pages_are_noticed() {
    // Were the parser mute, the test above would pass on any page.
    for bad in [
        "<p>no doctype",
        "<!doctype html><p></div>",
        "<!doctype html><p id=a id=b>",
        "<!doctype html>&nothing;",
    ] {
        assert!(!Page::parse(bad).errors.is_empty(), "{bad}");
    }
    let lost = ["/index.html", "../../index.html", "people/", "%2e%2e/index.html"];
    assert!(lost.iter().all(|link| follow("people/ada.html", link).is_err()));
    assert_eq!(follow("zh/people/ada.html", "../../orgs.html#x"), Ok(("orgs.html".into(), Some("x"))));
}

#[test]
fn links_are_relative_and_lead_somewhere() {
    on_all(|site, address, page| {
        let leads = |link: &str| {
            let (to, fragment) = follow(address, link)?;
            if !site.files.contains_key(&to) {
                return Err(format!("`{link}` leads to no file"));
            }
            let Some(id) = fragment else { return Ok(()) };
            let found =
                site.pages.get(&to).is_some_and(|page| page.elements().any(|e| e.get("id") == Some(id)));
            if found { Ok(()) } else { Err(format!("`{link}` leads to no element")) }
        };
        let relative = links(page).map(|(_, link)| link).filter(|link| !has_scheme(link));
        relative.filter_map(|link| leads(link).err()).collect()
    });
}

#[test]
fn links_to_elsewhere_are_harmless() {
    on_all(|_, _, page| {
        // The empty icon is no link: it keeps browsers from asking for one.
        let icon =
            |element: &&Element| element.has_word("rel", "icon") && element.get("href") == Some("data:,");
        let away = links(page).filter(|(element, link)| has_scheme(link) && !icon(element));
        let wrong = away.filter(|(element, link)| {
            let is_web = link.starts_with("https://") || link.starts_with("http://");
            element.name != "a" || !is_web || !element.has_word("rel", "noopener")
        });
        wrong
            .map(|(element, link)| format!("`{link}` in <{} rel={:?}>", element.name, element.get("rel")))
            .collect()
    });
}

#[test]
fn ids_are_unique() {
    on_all(|_, _, page| {
        let mut seen = BTreeSet::new();
        let ids = page.elements().filter_map(|element| element.get("id"));
        ids.filter(|id| !seen.insert(*id)).map(|id| format!("`{id}` is there twice")).collect()
    });
}

#[test]
fn what_names_an_id_finds_it() {
    const NAMES: [&str; 4] = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
    on_all(|_, _, page| {
        let ids: BTreeSet<&str> = page.elements().filter_map(|element| element.get("id")).collect();
        let named = page.elements().flat_map(|e| NAMES.iter().filter_map(|name| e.get(name)));
        let lost = named.flat_map(str::split_ascii_whitespace).filter(|id| !ids.contains(id));
        lost.map(|id| format!("no element has the id `{id}`")).collect()
    });
}

#[test]
fn headings_make_an_outline() {
    on_documents(|_, _, page| {
        let level = |name: &str| name.strip_prefix('h').and_then(|n| n.parse::<u8>().ok());
        let levels: Vec<u8> = page.elements().filter_map(|element| level(&element.name)).collect();
        let first = when(levels.first() != Some(&1), "the first heading is not the h1");
        let one = when(levels.iter().filter(|&&level| level == 1).count() != 1, "not exactly one h1");
        let skips = levels.windows(2).filter(|pair| pair[1] > pair[0] + 1);
        first.into_iter().chain(one).chain(skips.map(|p| format!("h{} after h{}", p[1], p[0]))).collect()
    });
}

#[test]
fn every_page_is_a_whole_document() {
    on_all(|_, _, page| {
        let html = page.all("html").next().unwrap();
        let meta = |name| page.all("meta").find(|meta| meta.get("name") == Some(name));
        [
            when(html.get("lang").is_none_or(str::is_empty), "no language"),
            when(page.text_of("title").is_none_or(|title| title.trim().is_empty()), "no title"),
            when(meta("viewport").is_none(), "no viewport"),
            when(page.all("meta").all(|meta| meta.get("charset") != Some("utf-8")), "no charset"),
        ]
        .concat()
    });
}

#[test]
fn every_page_has_a_strict_policy_before_anything_is_loaded() {
    on_all(|_, _, page| {
        let heads = |e: &&Element| ["meta", "link", "script", "style", "title"].contains(&&*e.name);
        let second = page.elements().filter(heads).nth(1).unwrap();
        let policy =
            second.get("content").filter(|_| second.get("http-equiv") == Some("Content-Security-Policy"));
        let Some(policy) = policy else { return vec!["no policy right after the charset".into()] };
        let lax =
            ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"].iter().filter(|w| policy.contains(*w));
        let none = when(!policy.contains("default-src 'none'"), "the policy does not begin with nothing");
        lax.map(|word| format!("the policy allows `{word}`")).chain(none).collect()
    });
}

#[test]
fn readers_can_skip_to_the_main_part() {
    on_documents(|_, _, page| when(page.all("main").count() != 1, "not exactly one main part"));
    on_proper(|_, _, page| {
        let first = page.all("a").next().and_then(|a| a.get("href"));
        let main = page.all("main").next().and_then(|main| main.get("id"));
        let skips = matches!((first, main), (Some(link), Some(id)) if link.strip_prefix('#') == Some(id));
        when(!skips, "the first link does not lead to the main part")
    });
}

#[test]
fn nothing_is_inline_and_nothing_is_loaded_from_elsewhere() {
    const LOADING: [&str; 7] = ["img", "iframe", "object", "embed", "video", "audio", "base"];
    on_all(|_, _, page| {
        let mut wrong = Vec::new();
        for element in page.elements() {
            let bad = element.attributes.keys().find(|name| *name == "style" || name.starts_with("on"));
            wrong.extend(bad.map(|name| format!("`{name}` on {}", element.name)));
            let loads = LOADING.contains(&&*element.name) || element.name == "style";
            wrong.extend(loads.then(|| format!("an element `{}`", element.name)));
            if element.name == "script" {
                let ours = element.get("src").is_some_and(|src| !has_scheme(src));
                let data = element.get("type") == Some("application/ld+json");
                wrong.extend((ours == data).then(|| "an inline script, or one from elsewhere".to_owned()));
            }
            let sent = element.get("action").filter(|_| element.name == "form").is_some_and(has_scheme);
            wrong.extend(sent.then(|| "a form that is sent elsewhere".to_owned()));
            let sheet = element.name == "link" && element.has_word("rel", "stylesheet");
            let away = sheet && element.get("href").is_none_or(has_scheme);
            wrong.extend(away.then(|| "a style sheet from elsewhere".to_owned()));
        }
        wrong
    });
    for site in &*SITES {
        for (name, bytes) in site.files.iter().filter(|(name, _)| name.starts_with("css/")) {
            let css = String::from_utf8_lossy(bytes);
            assert!(
                !css.contains("url(") && !css.contains("@import"),
                "{} {name} loads something",
                site.name
            );
        }
    }
}

/// The same page in other languages, as the visible switch or the head tells it.
fn translations(address: &str, page: &Page, name: &str) -> Vec<(String, String)> {
    let to = |e: &Element| Some((e.get("hreflang")?.to_owned(), follow(address, e.get("href")?).ok()?.0));
    let is_one = |e: &&Element| {
        if e.name == "a" {
            e.get("lang").is_some() && !e.has_word("rel", "noopener")
        } else {
            e.has_word("rel", "alternate")
        }
    };
    page.all(name).filter(is_one).filter_map(to).collect()
}

#[test]
fn languages_lead_to_each_other() {
    on_proper(|site, address, page| {
        let switch = translations(address, page, "a");
        let head = translations(address, page, "link");
        let differ = when(switch.len() != 2, format!("{switch:?}"));
        // There they are whole addresses, which only a site that tells where it is published has.
        let differ = [differ, when(!head.is_empty(), format!("{head:?} in the head"))].concat();
        let here = page.all("html").next().and_then(|html| html.get("lang"));
        let not_self = !switch.iter().any(|(tag, to)| Some(&**tag) == here && to == address);
        let lost = switch.iter().filter(|(tag, to)| {
            let Some(other) = site.pages.get(to) else { return true };
            let is_in = other.all("html").next().and_then(|html| html.get("lang"));
            is_in != Some(tag) || !translations(to, other, "a").iter().any(|(_, back)| back == address)
        });
        let lost = lost.map(|(tag, to)| format!("{to} in {tag} does not lead back"));
        differ.into_iter().chain(when(not_self, "the switch does not hold this page")).chain(lost).collect()
    });
}

#[test]
fn every_page_is_reached_from_the_first() {
    for site in &*SITES {
        let mut reached = BTreeSet::from(["index.html".to_owned()]);
        let mut next = vec!["index.html".to_owned()];
        while let Some(address) = next.pop() {
            let Some(page) = site.pages.get(&address) else { continue };
            let links = page.all("a").filter_map(|a| a.get("href")).filter(|link| !has_scheme(link));
            for (to, _) in links.filter_map(|link| follow(&address, link).ok()) {
                if reached.insert(to.clone()) {
                    next.push(to);
                }
            }
        }
        let lost: Vec<_> =
            site.proper().map(|(address, _)| address).filter(|a| !reached.contains(*a)).collect();
        assert!(lost.is_empty(), "{}: no link leads to {lost:?}", site.name);
        let stale: Vec<_> =
            site.pages.iter().filter(|(a, p)| refresh(p).is_some() && reached.contains(*a)).collect();
        assert!(stale.is_empty(), "{}: a page links to a former address", site.name);
    }
}

#[test]
fn former_addresses_lead_to_pages() {
    on_all(|site, address, page| {
        let Some(to) = refresh(page) else { return Vec::new() };
        let leads = follow(address, to)
            .is_ok_and(|(to, _)| site.pages.get(&to).is_some_and(|p| refresh(p).is_none()));
        let link = page.all("a").next().and_then(|a| a.get("href"));
        [
            when(!leads, format!("leads to `{to}`, which is no page")),
            when(link != Some(to), "no link for readers whose browser does not lead on"),
        ]
        .concat()
    });
    let redirects = SITES.iter().flat_map(|site| &site.pages).filter(|(_, page)| refresh(page).is_some());
    assert!(redirects.count() >= 4, "the golden site has former ids");
}

#[test]
fn no_page_grows_without_bound() {
    on_all(|site, address, _| {
        let size = site.files[address].len();
        when(size > 500_000, format!("{size} bytes"))
    });
}

#[test]
fn the_large_site_has_every_kind_of_list_in_pages() {
    let large = SITES.iter().find(|site| site.name == "large").unwrap();
    for address in [
        "timeline/2024-03.html",
        "timeline/2024-03.2.html",
        "people.2.html",
        "orgs.2.html",
        "orgs/hub.people.2.html",
        "orgs/hub.moves.2.html",
        "sources/herald.2.html",
        "sources.2.html",
        "events.2.html",
        "figures.2.html",
        "cohorts.2.html",
        "events/crowd.2.html",
    ] {
        assert!(large.pages.contains_key(address), "there is no {address}");
        assert!(large.pages.contains_key(&format!("zh/{address}")), "there is no zh/{address}");
    }
}
