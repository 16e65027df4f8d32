//! What a page is about, for machines: the vocabulary of <https://schema.org> in JSON-LD 1.1.
//!
//! Nothing here that the page does not tell, and less of what is in doubt: a role is left out unless the moves
//! that began and ended it are confirmed, and a date that is approximate, contested or only that of an
//! announcement is not given.

mod careers;

use crate::model::{EdtfDate, Links, OrgIx, PersonIx, Text};
use crate::pages::routes::{self, Route};
use crate::pages::view::View;
use careers::{of_org, of_person};
use chrono::Datelike;
use serde::Serialize;

/// What a page tells machines.
#[derive(Debug, Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing<'a>>,
}

/// Something that the vocabulary has a type for.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
enum Thing<'a> {
    WebSite(WebSite<'a>),
    Person(Box<Person<'a>>),
    Organization(Box<Organization<'a>>),
    BreadcrumbList(BreadcrumbList<'a>),
}

/// <https://schema.org/WebSite>
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct WebSite<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// <https://schema.org/Person>
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Person<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    works_for: Vec<Role<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    member_of: Vec<Role<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    affiliation: Vec<Role<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alumni_of: Vec<Role<'a>>,
}

/// <https://schema.org/Organization>
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization<'a> {
    #[serde(flatten)]
    named: Named<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    founding_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissolution_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_organization: Option<Reference<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    member: Vec<Role<'a>>,
}

/// What people and organizations have in common.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Named<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'a str>,
}

/// A person or an organization that has a page of its own.
#[derive(Debug, Clone, Serialize)]
struct Reference<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// <https://schema.org/OrganizationRole>: in place of the other end of a property, which it repeats.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "OrganizationRole", rename_all = "camelCase")]
struct Role<'a> {
    #[serde(flatten)]
    end: End<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
}

/// The property that a role stands in, and its other end.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
enum End<'a> {
    WorksFor(Reference<'a>),
    MemberOf(Reference<'a>),
    Affiliation(Reference<'a>),
    AlumniOf(Reference<'a>),
    Member(Reference<'a>),
}

/// <https://schema.org/BreadcrumbList>
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct BreadcrumbList<'a> {
    item_list_element: Vec<ListItem<'a>>,
}

/// <https://schema.org/ListItem>
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
struct ListItem<'a> {
    /// From 1.
    position: usize,
    name: &'a str,
    item: String,
}

/// What the page that `view` is of is about, as a script element holds it; `None` where there is no type for it.
pub fn json_ld(view: &View, title: &str) -> Option<String> {
    let about = match view.route {
        Route::Home => Some(Thing::WebSite(site(view))),
        Route::Person(ix) => Some(Thing::Person(Box::new(person(view, ix)))),
        Route::Org(ix) => Some(Thing::Organization(Box::new(organization(view, ix)))),
        _ => None,
    };
    let graph: Vec<Thing> = about.into_iter().chain(breadcrumbs(view, title)).collect();
    if graph.is_empty() {
        return None;
    }
    let document = Document { context: "https://schema.org", graph };
    // Only an end tag could end the element, or `<!--` confuse it (HTML, 4.12.1.3).
    serde_json::to_string(&document).ok().map(|json| json.replace('<', "\\u003c"))
}

fn site<'a>(view: &View<'a>) -> WebSite<'a> {
    let site = view.archive.site();
    WebSite {
        name: view.words(&site.title).text,
        description: view.maybe(site.description.as_ref()).map(|words| words.text),
        in_language: view.language.as_str(),
        url: absolute(view, Route::Home),
    }
}

fn person<'a>(view: &View<'a>, ix: PersonIx) -> Person<'a> {
    let person = &view.archive[ix];
    let mut made = Person {
        named: Named::new(view, &person.name, &person.other_names, &person.links),
        works_for: Vec::new(),
        member_of: Vec::new(),
        affiliation: Vec::new(),
        alumni_of: Vec::new(),
    };
    made.named.description = view.maybe(person.summary.as_ref()).map(|words| words.text);
    for role in of_person(view, ix) {
        let list = match role.end {
            End::MemberOf(_) | End::Member(_) => &mut made.member_of,
            End::WorksFor(_) => &mut made.works_for,
            End::Affiliation(_) => &mut made.affiliation,
            End::AlumniOf(_) => &mut made.alumni_of,
        };
        list.push(role);
    }
    made
}

fn organization<'a>(view: &View<'a>, ix: OrgIx) -> Organization<'a> {
    let org = &view.archive[ix];
    let mut named = Named::new(view, &org.name, &org.other_names, &org.links);
    named.description = view.maybe(org.summary.as_ref()).map(|words| words.text);
    Organization {
        named,
        founding_date: org.founded.as_ref().and_then(iso),
        dissolution_date: org.dissolved.as_ref().and_then(iso),
        parent_organization: org.parent.map(|parent| org_reference(view, parent)),
        member: of_org(view, ix),
    }
}

impl<'a> Named<'a> {
    fn new(view: &View<'a>, name: &'a Text, others: &'a [Text], links: &'a Links) -> Self {
        Self {
            name: view.words(name).text,
            alternate_name: view.other_names(name, others).into_iter().map(|words| words.text).collect(),
            description: None,
            url: absolute(view, view.route),
            same_as: links.0.iter().map(|(_, url)| url.as_str()).collect(),
        }
    }
}

/// The way from the list that a record is in; only where the addresses are known, which it is made of.
fn breadcrumbs<'a>(view: &View<'a>, title: &'a str) -> Option<Thing<'a>> {
    let (list, key) = match view.route {
        Route::Person(_) => (Route::People(1), "people"),
        Route::Org(_) => (Route::Orgs(1), "organizations"),
        Route::Event(..) => (Route::Events(1), "events"),
        Route::Figure(_) => (Route::Figures(1), "figures"),
        Route::Cohort(_) => (Route::Cohorts(1), "cohorts"),
        Route::Wave(..) => (Route::Waves(1), "waves"),
        Route::Source(..) => (Route::Sources(1), "sources"),
        _ => return None,
    };
    let item = |position, name, route| Some(ListItem { position, name, item: absolute(view, route)? });
    let items = [item(1, view.text(key), list)?, item(2, title, view.route)?];
    Some(Thing::BreadcrumbList(BreadcrumbList { item_list_element: items.into() }))
}

fn person_reference<'a>(view: &View<'a>, ix: PersonIx) -> Reference<'a> {
    let name = view.words(&view.archive[ix].name).text;
    Reference { kind: "Person", name, url: absolute(view, Route::Person(ix)) }
}

fn org_reference<'a>(view: &View<'a>, ix: OrgIx) -> Reference<'a> {
    let name = view.words(&view.archive[ix].name).text;
    Reference { kind: "Organization", name, url: absolute(view, Route::Org(ix)) }
}

fn absolute(view: &View, route: Route) -> Option<String> {
    let folder = routes::folder(view.archive, view.language);
    routes::absolute(view.archive, &[&folder, &*route.path(view.archive)].concat())
}

/// A date in ISO 8601, as precisely as it is known: the day, the month or the year that it certainly lies in.
fn iso(date: &EdtfDate) -> Option<String> {
    let (from, to) = (date.earliest(), date.latest());
    if date.is_qualified() || from.year() != to.year() || from.year() < 1 {
        return None;
    }
    Some(if from == to {
        from.to_string()
    } else if from.month() == to.month() {
        format!("{:04}-{:02}", from.year(), from.month())
    } else {
        format!("{:04}", from.year())
    })
}

#[cfg(test)]
mod tests {
    use super::{EdtfDate, iso};

    #[test]
    fn a_date_says_what_it_certainly_is() {
        let said = |text| EdtfDate::parse(text).ok().as_ref().and_then(iso);
        assert_eq!(said("2024-09-25").as_deref(), Some("2024-09-25"));
        assert_eq!(said("2024-09").as_deref(), Some("2024-09"));
        assert_eq!(said("2024").as_deref(), Some("2024"));
        assert_eq!(said("2024-Q3").as_deref(), Some("2024"));
        assert_eq!(said("[2024-05-02..2024-05-09]").as_deref(), Some("2024-05"));
        for uncertain in ["2024~", "2024-09?", "[2023-12..2024-01]"] {
            assert_eq!(said(uncertain), None, "{uncertain}");
        }
    }
}
