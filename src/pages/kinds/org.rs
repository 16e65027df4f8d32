//! An organization: what it is, its people, teams, posts and moves.

use super::cohorts::CohortRow;
use super::figures::FigureRow;
use super::org_flows::OrgFlows;
use super::posts::HolderRow;
use super::waves::WaveRow;
use crate::model::{MoveIx, OrgIx, Post, PostIx, Team, TeamIx};
use crate::pages::frame::Frame;
use crate::pages::pictures::chart::ChartView;
use crate::pages::pictures::lanes::PostLanes;
use crate::pages::pictures::rhythm::YearHead;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::evidence::SourceView;
use crate::pages::rows::filter::{Filter, Of};
use crate::pages::rows::paging::{EXCERPT, Group, More, Pager, ROWS, excerpt, is_long, more, rows};
use crate::pages::rows::people::PersonRow;
use crate::pages::view::index::Tie;
use crate::pages::view::{Link, LinkOut, Prose, View, When, Words};
use crate::wording::Noun;
use serde::Serialize;

/// An organization.
#[derive(Debug, Serialize)]
pub struct OrgPage<'a> {
    pub name: Words<'a>,
    pub others: Vec<Words<'a>>,
    pub kind: &'static str,
    pub founded: Option<When<'a>>,
    pub dissolved: Option<When<'a>>,
    pub parent: Option<Link<'a>>,
    pub parts: Vec<Link<'a>>,
    pub links: Vec<LinkOut<'a>>,
    pub summary: Option<Words<'a>>,
    pub note: Option<Prose<'a>>,
    pub filter_people: Option<Filter<'a>>,
    pub people: Vec<Group<&'static str, PersonRow<'a>>>,
    pub all_people: Option<More>,
    pub teams: Vec<TeamView<'a>>,
    pub post_lanes: Option<PostLanes>,
    pub posts: Vec<PostView<'a>>,
    pub cohorts: Vec<CohortRow<'a>>,
    pub figures: Vec<FigureRow<'a>>,
    pub events: Vec<Row<'a>>,
    /// Where people came from and went.
    pub flows: Option<OrgFlows>,
    pub rhythm: Option<ChartView>,
    pub waves: Vec<WaveRow<'a>>,
    pub filter_moves: Option<Filter<'a>>,
    /// Under their years, where these are drawn.
    pub moves: Vec<Group<Option<YearHead>, Row<'a>>>,
    pub all_moves: Option<More>,
    /// The feed of its moves, where it has one.
    pub feed: Option<String>,
    pub sources: Vec<SourceView<'a>>,
}

/// A team.
#[derive(Debug, Serialize)]
pub struct TeamView<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    pub formed: Option<When<'a>>,
    pub dissolved: Option<When<'a>>,
    pub successor: Option<Link<'a>>,
    pub note: Option<Prose<'a>>,
    pub sources: Vec<SourceView<'a>>,
}

/// A post, with its latest holders, or the latest moves into and out of it where none took hold.
#[derive(Debug, Serialize)]
pub struct PostView<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    pub team: Option<Link<'a>>,
    /// How many hold it at a time, where it is not one.
    pub seats: Option<String>,
    pub note: Option<Prose<'a>>,
    /// Its page, where it has holders.
    pub href: Option<String>,
    pub holders: Vec<HolderRow<'a>>,
    pub moves: Vec<Row<'a>>,
    /// How many earlier moves are left out.
    pub earlier: Option<String>,
}

/// A page of everybody at an organization.
#[derive(Debug, Serialize)]
pub struct OrgPeople<'a> {
    pub org: Link<'a>,
    pub total: String,
    pub filter: Option<Filter<'a>>,
    pub people: Vec<Group<&'static str, PersonRow<'a>>>,
    pub pager: Option<Pager>,
}

/// A page of all moves of an organization.
#[derive(Debug, Serialize)]
pub struct OrgMoves<'a> {
    pub org: Link<'a>,
    pub total: String,
    pub filter: Option<Filter<'a>>,
    pub moves: Vec<Group<Option<YearHead>, Row<'a>>>,
    pub pager: Option<Pager>,
}

/// An organization.
pub fn page<'a>(view: &View<'a>, ix: OrgIx) -> (Frame, OrgPage<'a>) {
    let (archive, index) = (view.archive, &view.site.index);
    let org = &archive[ix];
    let (name, summary) = (view.words(&org.name), view.maybe(org.summary.as_ref()));
    let (ties, moves) = (&index.people_of_org[ix.at()], archive.moves_of_org(ix));
    let rhythm = view.rhythm_chart(ix);
    let (people, filter_people) = if is_long(ties.len()) {
        (view.people(ix, &ties[..EXCERPT]), None)
    } else {
        people_of(view, ix, ties, false)
    };
    let latest = moves.iter().rev().take(excerpt(moves.len())).copied();
    let (moves_shown, filter_moves) = if is_long(moves.len()) {
        (view.under_years(latest, rhythm.is_some()), None)
    } else {
        moves_of(view, latest, rhythm.is_some(), false)
    };
    let feed = crate::pages::files::news::of_org(view, ix);
    let page = OrgPage {
        name,
        others: view.other_names(&org.name, &org.other_names),
        kind: view.wording.org_kind(org.kind),
        founded: view.maybe_when(org.founded.as_ref()),
        dissolved: view.maybe_when(org.dissolved.as_ref()),
        parent: org.parent.map(|parent| view.org(parent)),
        parts: index.parts_of_org[ix.at()].iter().take(ROWS).map(|part| view.org(*part)).collect(),
        links: view.links(&org.links),
        summary,
        note: view.prose(org.note.as_ref()),
        filter_people,
        people,
        all_people: more(view, ties.len(), Noun::Person, Route::OrgPeople(ix, 1)),
        teams: org.teams.iter().map(|team| view.team(ix, team)).collect(),
        post_lanes: view.post_lanes(ix),
        posts: org.posts.iter().enumerate().map(|(at, post)| view.post(ix, PostIx::new(at), post)).collect(),
        cohorts: index.cohorts_of_org[ix.at()].iter().take(ROWS).map(|ix| view.cohort_row(*ix)).collect(),
        figures: index.figures_of_org[ix.at()].iter().take(ROWS).map(|ix| view.figure_row(*ix)).collect(),
        events: index.events_of_org[ix.at()].iter().rev().take(ROWS).map(|ix| view.event_row(*ix)).collect(),
        flows: super::org_flows::of_org(view, ix),
        filter_moves,
        moves: moves_shown,
        rhythm,
        waves: view.waves_of(ix),
        all_moves: more(view, moves.len(), Noun::Move, Route::OrgMoves(ix, 1)),
        feed: feed.as_ref().map(|feed| [view.up, &feed.path].concat()),
        sources: view.sources(&org.sources),
    };
    let frame = Frame::new(view, name.text).described(summary).followed(feed);
    (frame.edited(view, &org.common.file), page)
}

/// A page of everybody at an organization.
pub fn people<'a>(view: &View<'a>, ix: OrgIx, number: usize) -> (Frame, OrgPeople<'a>) {
    let ties = &view.site.index.people_of_org[ix.at()];
    let pager = Pager::new(view, ties.len(), ROWS, number, |page| Route::OrgPeople(ix, page));
    let (people, filter) = people_of(view, ix, &ties[rows(ties.len(), ROWS, number)], pager.is_some());
    let total = view.wording.count(Noun::Person, ties.len());
    let page = OrgPeople { org: view.org(ix), total, filter, people, pager };
    (Frame::new(view, list_title(view, ix, "people")).edited(view, &view.archive[ix].common.file), page)
}

/// A page of all moves of an organization, the latest first.
pub fn moves<'a>(view: &View<'a>, ix: OrgIx, number: usize) -> (Frame, OrgMoves<'a>) {
    let all = view.archive.moves_of_org(ix);
    let range = rows(all.len(), ROWS, number);
    let shown = all.iter().rev().skip(range.start).take(range.len()).copied();
    let pager = Pager::new(view, all.len(), ROWS, number, |page| Route::OrgMoves(ix, page));
    let (moves, filter) = moves_of(view, shown, true, pager.is_some());
    let total = view.wording.count(Noun::Move, all.len());
    let page = OrgMoves { org: view.org(ix), total, filter, moves, pager };
    (Frame::new(view, list_title(view, ix, "moves")).edited(view, &view.archive[ix].common.file), page)
}

/// People of an organization, and the filter of their list.
fn people_of<'a>(
    view: &View<'a>,
    ix: OrgIx,
    ties: &[Tie],
    is_part: bool,
) -> (Vec<Group<&'static str, PersonRow<'a>>>, Option<Filter<'a>>) {
    let mut people = view.people(ix, ties);
    // The moves may be on the same page.
    let of = Of { title: "people", prefix: "people-", is_part, ..Of::default() };
    let filter = view.filter(of, &mut people, ties.iter().copied(), View::mark_tie);
    (people, filter)
}

/// Moves of an organization, and the filter of their list.
fn moves_of<'a>(
    view: &View<'a>,
    moves: impl Iterator<Item = MoveIx> + Clone,
    by_year: bool,
    is_part: bool,
) -> (Vec<Group<Option<YearHead>, Row<'a>>>, Option<Filter<'a>>) {
    let mut shown = view.under_years(moves.clone(), by_year);
    let of = Of { title: "moves", is_part, ..Of::default() };
    let filter = view.filter(of, &mut shown, moves, View::mark_move);
    (shown, filter)
}

fn list_title(view: &View, ix: OrgIx, key: &str) -> String {
    format!("{} · {}", view.words(&view.archive[ix].name).text, view.text(key))
}

impl<'a> View<'a> {
    pub fn team_link(&self, org: OrgIx, team: TeamIx) -> Link<'a> {
        let team = self.archive.team(org, team);
        let Words { text, lang } = self.words(&team.name);
        Link { href: self.part_href(Route::Org(org), "team", &team.id), text, lang }
    }

    fn team(&self, org: OrgIx, team: &'a Team) -> TeamView<'a> {
        TeamView {
            id: team.id.as_str(),
            name: self.words(&team.name),
            formed: self.maybe_when(team.formed.as_ref()),
            dissolved: self.maybe_when(team.dissolved.as_ref()),
            successor: team.successor.map(|successor| self.team_link(org, successor)),
            note: self.prose(team.note.as_ref()),
            sources: self.sources(&team.sources),
        }
    }

    fn post(&self, org: OrgIx, ix: PostIx, post: &'a Post) -> PostView<'a> {
        let holders = self.latest_holders(org, ix);
        // Its page tells all moves.
        let moves = if holders.is_empty() { self.site.index.moves_of_post(org, ix) } else { &[] };
        let earlier = moves.len().saturating_sub(EXCERPT);
        PostView {
            id: post.id.as_str(),
            name: self.words(&post.name),
            team: post.team.map(|team| self.team_link(org, team)),
            seats: (post.seats != 1).then(|| self.wording.number(post.seats as usize)),
            note: self.prose(post.note.as_ref()),
            href: (!holders.is_empty()).then(|| self.href(Route::Post(org, ix))),
            holders,
            moves: moves.iter().rev().take(EXCERPT).map(|ix| self.row(*ix)).collect(),
            earlier: (earlier > 0)
                .then(|| self.filled("earlier_moves", "count", &self.wording.count(Noun::Move, earlier))),
        }
    }
}
