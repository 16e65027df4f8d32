//! Addresses: where each page is, and how another page of the same language links to it.
//!
//! An address is a file below the root of its language, at most one folder deep, or two where it is a card. Ids have no dots, so a
//! further page of a list (`people.2.html`) never meets a record's address.

mod cards;

pub use cards::{Card, Picture};

use crate::archive::Archive;
use crate::model::{
    CohortIx, Day, EventIx, FigureIx, Id, Language, MoveIx, OrgIx, PageIx, PersonIx, PostIx, SourceIx,
};

/// A page in any language; a number is the page of a long list, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The start.
    Home,
    /// The years.
    Timeline,
    /// A year.
    Year(i32, usize),
    /// A month of a year that holds many moves.
    Month(i32, u32, usize),
    /// The directory of people.
    People(usize),
    /// A person.
    Person(PersonIx),
    /// The directory of organizations.
    Orgs(usize),
    /// An organization.
    Org(OrgIx),
    /// Everybody at an organization, where they are many.
    OrgPeople(OrgIx, usize),
    /// All moves of an organization, where they are many.
    OrgMoves(OrgIx, usize),
    /// A post and who held it.
    Post(OrgIx, PostIx),
    /// Who went from where to where, in all years.
    Flows,
    /// The same in one year.
    FlowsOfYear(i32),
    /// All waves of departures, latest first.
    Waves(usize),
    /// A wave of departures from an organization, by its first day.
    Wave(OrgIx, Day),
    /// How the numbers are computed.
    Method,
    /// What is withdrawn, disputed or only reported.
    Doubts(usize),
    /// Feeds and the calendar.
    Follow,
    /// What a reader looks for.
    Search,
    /// All events.
    Events(usize),
    /// An event.
    Event(EventIx, usize),
    /// All figures.
    Figures(usize),
    /// A figure.
    Figure(FigureIx),
    /// All cohorts.
    Cohorts(usize),
    /// A cohort.
    Cohort(CohortIx),
    /// All sources, by publisher.
    Sources(usize),
    /// A shared source.
    Source(SourceIx, usize),
    /// A free page.
    Free(PageIx),
    /// A card for other sites; two folders deep.
    Card(Card),
}

/// A feed in any language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// The latest moves.
    Moves,
    /// The records that were learned last.
    Changes,
    /// The latest moves of an organization.
    Org(OrgIx),
}

impl Feed {
    /// The address below the root of a language.
    pub fn path(self, archive: &Archive) -> String {
        match self {
            Self::Moves => "feed.xml".into(),
            Self::Changes => "changes.xml".into(),
            Self::Org(ix) => ["orgs/", archive[ix].common.id.as_str(), ".xml"].concat(),
        }
    }
}

/// The calendar, below the root of a language.
pub const CALENDAR: &str = "calendar.ics";

/// What robots are told.
pub const ROBOTS: &str = "robots.txt";

/// No address below the root of the site is longer: a post's has two ids of 120 bytes.
pub const LONGEST: usize = 320;

/// The sitemap, or a part of one that is too large for a file.
pub fn sitemap(part: Option<usize>) -> String {
    part.map_or_else(|| "sitemap.xml".to_owned(), |part| format!("sitemap.{part}.xml"))
}

/// The page for addresses that lead nowhere.
pub const NOT_FOUND: &str = "404.html";

/// The style sheet.
pub const STYLE: &str = "css/site.css";

/// The script that knows the reader's choice of a theme, for a page whose frame is not the usual one.
pub const THEME: &str = "js/theme.js";

impl Route {
    /// The address below the root of a language.
    pub fn path(self, archive: &Archive) -> String {
        let id = |id: &Id| id.to_string();
        match self {
            Self::Home => "index.html".into(),
            Self::Timeline => "timeline.html".into(),
            Self::Year(year, page) => paged(&format!("timeline/{year:04}"), page),
            Self::Month(year, month, page) => paged(&format!("timeline/{year:04}-{month:02}"), page),
            Self::People(page) => paged("people", page),
            Self::Person(ix) => record("people", &archive[ix].common.id, 1),
            Self::Orgs(page) => paged("orgs", page),
            Self::Org(ix) => record("orgs", &archive[ix].common.id, 1),
            Self::OrgPeople(ix, page) => paged(&format!("orgs/{}.people", archive[ix].common.id), page),
            Self::Post(ix, post) => {
                let (org, post) = (&archive[ix].common.id, &archive.post(ix, post).id);
                ["posts/", org.as_str(), ".", post.as_str(), ".html"].concat()
            }
            Self::Flows => "flows.html".into(),
            Self::FlowsOfYear(year) => format!("flows/{year:04}.html"),
            Self::Waves(page) => paged("waves", page),
            Self::Wave(org, first) => format!("waves/{}-{first}.html", archive[org].common.id),
            Self::Method => "method.html".into(),
            Self::Follow => "follow.html".into(),
            Self::Doubts(page) => paged("doubts", page),
            Self::Search => "search.html".into(),
            Self::OrgMoves(ix, page) => paged(&format!("orgs/{}.moves", archive[ix].common.id), page),
            Self::Events(page) => paged("events", page),
            Self::Event(ix, page) => record("events", &archive[ix].common.id, page),
            Self::Figures(page) => paged("figures", page),
            Self::Figure(ix) => record("figures", &archive[ix].common.id, 1),
            Self::Cohorts(page) => paged("cohorts", page),
            Self::Cohort(ix) => record("cohorts", &archive[ix].common.id, 1),
            Self::Sources(page) => paged("sources", page),
            Self::Source(ix, page) => {
                let name = archive[ix].common.as_ref().map_or_else(|| ix.at().to_string(), |c| id(&c.id));
                paged(&format!("sources/{name}"), page)
            }
            Self::Free(ix) => record("pages", &archive[ix].common.id, 1),
            Self::Card(card) => card.path(archive),
        }
    }

    /// The address that the record of this page had under a former id.
    pub fn former_path(self, former: &Id) -> String {
        record(self.section(), former, 1)
    }

    /// The part of the site, which the menu marks.
    pub fn section(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Timeline | Self::Year(..) | Self::Month(..) => "timeline",
            Self::People(_) | Self::Person(_) => "people",
            Self::Orgs(_) | Self::Org(_) | Self::OrgPeople(..) | Self::OrgMoves(..) | Self::Post(..) => {
                "orgs"
            }
            Self::Flows | Self::FlowsOfYear(_) => "flows",
            Self::Waves(_) | Self::Wave(..) => "waves",
            Self::Method => "method",
            Self::Follow => "follow",
            Self::Doubts(_) => "doubts",
            Self::Search => "search",
            Self::Events(_) | Self::Event(..) => "events",
            Self::Figures(_) | Self::Figure(_) => "figures",
            Self::Cohorts(_) | Self::Cohort(_) => "cohorts",
            Self::Sources(_) | Self::Source(..) => "sources",
            Self::Free(_) => "pages",
            Self::Card(_) => "embed",
        }
    }
}

/// A script of the search, below the root of its language: a shard, or what tells which shard holds what.
pub fn search(shard: Option<usize>) -> String {
    shard.map_or_else(|| "search/index.js".to_owned(), |number| format!("search/{number}.js"))
}

/// The page of a move: its person's, where its id is the anchor.
pub fn move_path(archive: &Archive, ix: MoveIx) -> String {
    let moved = &archive[ix];
    ["people/", archive[moved.person].common.id.as_str(), ".html#", moved.common.id.as_str()].concat()
}

/// The page of a source, where it has one: an inline source has none.
pub fn source(archive: &Archive, ix: SourceIx) -> Option<Route> {
    archive[ix].common.is_some().then_some(Route::Source(ix, 1))
}

/// The folder that holds a language: none for the first, else its tag.
pub fn folder(archive: &Archive, language: &Language) -> String {
    if language == archive.site().first_language() { String::new() } else { format!("{language}/") }
}

/// The way from an address up to the folder that it is written from.
pub fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Where a reader can change a record, where the site tells its repository: as GitLab, Forgejo and Gitea have it where
/// the host is one of theirs by its name, and else as GitHub has it.
pub fn edit(archive: &Archive, file: &str) -> Option<String> {
    let site = archive.site();
    let repository = site.repository.as_ref()?;
    let is_named = |name: &str| repository.host().split('.').any(|part| part == name);
    let page = match () {
        () if is_named("gitlab") => "-/edit",
        () if ["codeberg", "forgejo", "gitea"].into_iter().any(is_named) => "_edit",
        () => "edit",
    };
    let repository = repository.as_str().trim_end_matches('/');
    Some(format!("{repository}/{page}/{}/{}", encoded(&site.branch), encoded(file)))
}

/// The whole address of a page, where the site tells where it is published.
pub fn absolute(archive: &Archive, address: &str) -> Option<String> {
    let base = archive.site().base_url.as_ref()?.as_str().trim_end_matches('/');
    Some(format!("{base}/{address}"))
}

/// An address below the root of the site as it is at any address of the host: from the root of that where the site
/// tells where it is published.
pub fn rooted(archive: &Archive, address: &str) -> String {
    let base = archive.site().base_url.as_ref().map_or("", |base| base.path().trim_matches('/'));
    match (&archive.site().base_url, base) {
        (None, _) => address.to_owned(),
        (Some(_), "") => format!("/{address}"),
        (Some(_), base) => format!("/{base}/{address}"),
    }
}

fn record(folder: &str, id: &Id, page: usize) -> String {
    if page <= 1 {
        [folder, "/", id.as_str(), ".html"].concat()
    } else {
        paged(&format!("{folder}/{id}"), page)
    }
}

fn paged(stem: &str, page: usize) -> String {
    if page <= 1 { [stem, ".html"].concat() } else { format!("{stem}.{page}.html") }
}

/// A path with everything percent-encoded that a URL does not carry as it is (RFC 3986, 2.3).
fn encoded(path: &str) -> String {
    let digit =
        |nibble: u8| char::from_digit(nibble.into(), 16).map_or('0', |digit| digit.to_ascii_uppercase());
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(byte.into());
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}
