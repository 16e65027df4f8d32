//! A post: who held it, in order; and the posts of an organization and of a person.

use crate::analysis::posts::{Holder, Known, Vacancy};
use crate::analysis::{Bounds, History, Tenure};
use crate::charts::{Caption, Drawing, Width};
use crate::model::{Capacity, OrgIx, PersonIx, PostIx};
use crate::pages::frame::Frame;
use crate::pages::pictures::career::Told;
use crate::pages::pictures::lanes;
use crate::pages::routes::Route;
use crate::pages::rows::Row;
use crate::pages::rows::paging::EXCERPT;
use crate::pages::view::{Link, Prose, View, Words};
use crate::wording::{Noun, fill};
use serde::Serialize;

/// How many holders a post's page tells of, the latest.
const MOST_HOLDERS: usize = 200;
/// How many posts a person's page tells of, the first.
const MOST_POSTS: usize = 100;
/// Shorter times than this are told in days.
const DAYS: i64 = 100;

/// A post.
#[derive(Debug, Serialize)]
pub struct PostPage<'a> {
    pub name: Words<'a>,
    pub others: Vec<Words<'a>>,
    pub org: Link<'a>,
    pub team: Option<Link<'a>>,
    pub seats: Option<String>,
    pub note: Option<Prose<'a>>,
    pub title: String,
    pub drawings: [Drawing; 2],
    /// What the picture leaves out.
    pub shown: Option<String>,
    pub legend: Vec<&'static str>,
    pub holders: Vec<HolderRow<'a>>,
    pub earlier_holders: Option<String>,
    pub moves: Vec<Row<'a>>,
    pub earlier_moves: Option<String>,
}

/// Somebody's time in a post.
#[derive(Debug, Serialize)]
pub struct HolderRow<'a> {
    pub person: Link<'a>,
    /// The capacity, unless it is the usual one.
    pub capacity: Option<&'static str>,
    /// Which of several seats.
    pub seat: Option<String>,
    pub from: Option<Told<'a>>,
    pub is_begun: bool,
    /// When it was announced, where that was earlier.
    pub announced: Option<String>,
    pub came: &'static str,
    pub to: Option<Told<'a>>,
    pub went: Option<&'static str>,
    /// How we know of the end, where no move says so.
    pub inferred: Option<&'static str>,
    pub length: Option<String>,
    /// How long the post was vacant before.
    pub vacant: Option<String>,
}

/// A post that somebody held.
#[derive(Debug, Serialize)]
pub struct HeldPost<'a> {
    pub post: Link<'a>,
    pub org: Link<'a>,
    pub row: HolderRow<'a>,
    pub predecessor: Option<Neighbour<'a>>,
    pub successor: Option<Neighbour<'a>>,
}

/// Who held a post before or after somebody.
#[derive(Debug, Serialize)]
pub struct Neighbour<'a> {
    pub person: Link<'a>,
    pub capacity: Option<&'static str>,
}

/// A post.
pub fn page<'a>(view: &View<'a>, org: OrgIx, ix: PostIx) -> (Frame, PostPage<'a>) {
    let archive = view.archive;
    let (record, history) = (archive.post(org, ix), view.site.posts.of(org, ix));
    let (name, moves) = (view.words(&record.name), view.site.index.moves_of_post(org, ix));
    let rows = view.holder_rows(org, ix, history);
    let title = view.filled("holders_of", "name", name.text);
    let said: Vec<String> = rows.iter().rev().take(8).rev().map(|row| row.said(view)).collect();
    let caption = Caption { id: "holders", title: &title, description: &view.wording.items(&said) };
    let drawn = lanes::of_post(view, history);
    let number = |n: usize| view.wording.number(n);
    let earlier = history.holders.len() - rows.len();
    let earlier_moves = moves.len().saturating_sub(EXCERPT);
    let page = PostPage {
        name,
        others: view.names_in_other_languages(&record.name),
        org: view.org(org),
        team: record.team.map(|team| view.team_link(org, team)),
        seats: (record.seats != 1).then(|| number(record.seats as usize)),
        note: view.prose(record.note.as_ref()),
        drawings: Width::ALL.map(|width| lanes::draw(&drawn, view, width).draw(caption)),
        shown: lanes::left_out(view, history),
        legend: lanes::legend(&drawn, view),
        title: title.clone(),
        holders: rows,
        earlier_holders: (earlier > 0).then(|| view.filled("earlier_holders", "n", &number(earlier))),
        moves: moves.iter().rev().take(EXCERPT).map(|ix| view.row(*ix)).collect(),
        earlier_moves: (earlier_moves > 0)
            .then(|| view.filled("earlier_moves", "count", &view.wording.count(Noun::Move, earlier_moves))),
    };
    let title = format!("{} · {}", name.text, view.words(&archive[org].name).text);
    (Frame::new(view, title).edited(view, &archive[org].common.file), page)
}

impl HolderRow<'_> {
    /// The row in words.
    fn said(&self, view: &View) -> String {
        let capacity = self.capacity.map(|word| view.wording.aside(word)).unwrap_or_default();
        let from = self.from.as_ref().map_or(view.text("not_recorded"), |told| &told.when.text);
        let to = self.to.as_ref().map_or(view.text("no_end_recorded"), |told| &told.when.text);
        view.wording.labelled(&format!("{}{capacity}", self.person.text), &format!("{from} – {to}"))
    }
}

impl<'a> View<'a> {
    /// The page of a post, or its part of its organization's page where nobody is known to have held it.
    pub fn post_href(&self, org: OrgIx, post: PostIx) -> String {
        if self.site.posts.of(org, post).holders.is_empty() {
            self.part_href(Route::Org(org), "post", &self.archive.post(org, post).id)
        } else {
            self.href(Route::Post(org, post))
        }
    }

    /// The latest holders of a post, in order.
    fn holder_rows(&self, org: OrgIx, post: PostIx, history: &History) -> Vec<HolderRow<'a>> {
        let vacancies = history.vacancies(self.archive);
        let first = history.holders.len().saturating_sub(MOST_HOLDERS);
        let row = |(number, holder): (usize, &Holder)| {
            let vacancy = vacancies.binary_search_by_key(&number, |vacancy| vacancy.before);
            let vacant = vacancy.ok().and_then(|at| vacancies.get(at)).map(|vacancy| self.vacant(vacancy));
            HolderRow { vacant, ..self.holder_row(org, post, holder) }
        };
        history.holders.iter().enumerate().skip(first).map(row).collect()
    }

    /// Who holds a post as far as is recorded, or else who held it last.
    pub fn latest_holders(&self, org: OrgIx, post: PostIx) -> Vec<HolderRow<'a>> {
        let holders = &self.site.posts.of(org, post).holders;
        let now: Vec<&Holder> = holders.iter().filter(|holder| holder.end.is_none()).collect();
        let shown = if now.is_empty() { holders.iter().rev().take(1).collect() } else { now };
        shown.into_iter().take(EXCERPT).map(|holder| self.holder_row(org, post, holder)).collect()
    }

    /// Somebody's time in a post.
    pub fn holder_row(&self, org: OrgIx, post: PostIx, holder: &Holder) -> HolderRow<'a> {
        let archive = self.archive;
        let is_shared = archive.post(org, post).seats > 1;
        let seat = holder.seat.map(|seat| self.filled("seat_number", "n", &self.wording.number(seat + 1)));
        let end = holder.end.map(|end| &archive[end.by]);
        let is_recorded = holder.end.is_some_and(|end| end.how == Known::Recorded);
        let inferred = holder.end.and_then(|end| match end.how {
            Known::Recorded => None,
            Known::Taken => Some("end_by_next"),
            Known::Elsewhere => Some("end_by_place"),
        });
        HolderRow {
            person: self.person(holder.person),
            capacity: self.post_capacity(holder),
            seat: match seat {
                None => Some(self.text("beside_holder").to_owned()),
                seat => seat.filter(|_| is_shared),
            },
            from: self.told_by(holder.first),
            is_begun: holder.is_begun,
            announced: self.announced_before(holder),
            came: self.wording.kind(archive[holder.first].kind),
            to: holder.end.and_then(|end| self.told_by(end.by)),
            went: end.filter(|_| is_recorded).map(|end| {
                end.reason.map_or_else(|| self.wording.kind(end.kind), |reason| self.wording.reason(reason))
            }),
            inferred: inferred.map(|key| self.text(key)),
            length: self.length(holder),
            vacant: None,
        }
    }

    /// When it was announced that somebody would hold a post, where that was before they took it.
    fn announced_before(&self, holder: &Holder) -> Option<String> {
        let moved = &self.archive[holder.first];
        let (announced, begun) =
            (moved.announced.as_ref()?, moved.date.as_ref().filter(|_| holder.is_begun)?);
        let is_before = announced.latest() < begun.earliest();
        is_before.then(|| self.filled("post_announced", "date", &self.wording.date(announced)))
    }

    /// The capacity of a holder, where it says more than that they held the post.
    fn post_capacity(&self, holder: &Holder) -> Option<&'static str> {
        (holder.capacity == Capacity::Interim).then(|| self.wording.capacity(holder.capacity))
    }

    /// How long somebody held a post, in words.
    pub fn length(&self, holder: &Holder) -> Option<String> {
        let tenure = holder.tenure(self.archive)?;
        let begin = Bounds::of_move(self.archive, holder.first).filter(|_| holder.is_begun);
        let end = holder.end.filter(|end| end.how == Known::Recorded);
        let end = end.and_then(|end| Bounds::of_move(self.archive, end.by));
        if let (Some(begin), Some(end)) = (begin, end) {
            let days = (end.earliest - begin.latest, end.latest - begin.earliest);
            if let Some(days) = self.days(days.0.num_days().max(0), days.1.num_days()) {
                return Some(days);
            }
        }
        Some(self.wording.tenure(tenure.least, tenure.most, tenure.is_about))
    }

    /// How long a post was vacant, in words.
    pub fn vacant(&self, vacancy: &Vacancy) -> String {
        let days = |(from, to): (crate::model::Day, crate::model::Day)| (to - from).num_days();
        let span = self.days(days(vacancy.shortest), days(vacancy.longest)).unwrap_or_else(|| {
            let bounds = |earliest, latest| Bounds { earliest, latest, is_about: false };
            let end = bounds(vacancy.longest.0, vacancy.shortest.0);
            let tenure = Tenure::between(end, bounds(vacancy.shortest.1, vacancy.longest.1));
            self.wording.tenure(tenure.least, tenure.most, false)
        });
        self.filled("vacant_for", "span", &span)
    }

    fn days(&self, least: i64, most: i64) -> Option<String> {
        let number = |days: i64| usize::try_from(days).ok();
        let (least, most) = (number(least)?, number(most).filter(|_| most <= DAYS)?);
        let to = self.wording.count(Noun::Day, most);
        let range = || fill(self.text("span_range"), &[("from", &self.wording.number(least)), ("to", &to)]);
        Some(if least == most { to.clone() } else { range() })
    }

    /// How many posts of a person are not told of.
    pub fn more_posts(&self, person: PersonIx) -> Option<String> {
        let more =
            self.site.posts.of_person(person).len().checked_sub(MOST_POSTS).filter(|more| *more > 0)?;
        Some(self.filled("more_posts", "n", &self.wording.number(more)))
    }

    /// The posts that a person held, with who held them before and after.
    pub fn posts_of_person(&self, person: PersonIx) -> Vec<HeldPost<'a>> {
        let neighbour = |holder: &Holder| Neighbour {
            person: self.person(holder.person),
            capacity: self.post_capacity(holder),
        };
        let held = |&(org, post, number): &(OrgIx, PostIx, usize)| {
            let holders = &self.site.posts.of(org, post).holders;
            let holder = holders.get(number)?;
            Some(HeldPost {
                post: self.link(Route::Post(org, post), &self.archive.post(org, post).name),
                org: self.org(org),
                row: self.holder_row(org, post, holder),
                predecessor: holder.predecessor.and_then(|at| holders.get(at)).map(neighbour),
                successor: holder.successor.and_then(|at| holders.get(at)).map(neighbour),
            })
        };
        self.site.posts.of_person(person).iter().take(MOST_POSTS).filter_map(held).collect()
    }
}
