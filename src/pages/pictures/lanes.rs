//! Posts as lanes of holders: what the picture is told.

use super::career::Told;
use super::chart::{Cell, ChartView, Table};
use crate::analysis::posts::{Holder, Known, Vacancy};
use crate::analysis::{Bounds, History};
use crate::charts::lanes::{Bar, Gap, Lane};
use crate::charts::{Caption, Chart, Width, lanes};
use crate::model::{Day, OrgIx, PersonIx, PostIx};
use crate::pages::routes::{Picture, Route};
use crate::pages::view::View;
use crate::wording::Noun;
use serde::Serialize;
use std::collections::HashMap;

/// How many holders an organization's picture shows, about.
const MOST_BARS: usize = 200;
/// How many holders a post's picture shows, the latest.
const MOST_ROWS: usize = 60;
/// How many posts an organization's picture shows, those with the most holders.
const MOST_LANES: usize = 25;

/// The posts of an organization in a picture.
#[derive(Debug, Serialize)]
pub struct PostLanes {
    pub chart: ChartView,
    pub legend: Vec<&'static str>,
    /// What is shown, where that is not all.
    pub shown: Vec<String>,
}

/// How many holders of each of so many posts a picture shows, the latest.
fn most_bars(posts: usize) -> usize {
    (MOST_BARS / posts.max(1)).clamp(4, 40)
}

/// What a post's picture leaves out.
pub fn left_out(view: &View, history: &History) -> Option<String> {
    let shown = || view.filled("picture_latest", "n", &view.wording.number(MOST_ROWS));
    (history.holders.len() > MOST_ROWS).then(shown)
}

/// Posts as lanes, their holders as bars.
pub fn of_org(view: &View, org: OrgIx, posts: &[(PostIx, &History)]) -> Vec<Lane> {
    let lane = |&(ix, history): &(PostIx, &History)| {
        let name = view.words(&view.archive.post(org, ix).name);
        let first = history.holders.len().saturating_sub(most_bars(posts.len()));
        let beside = history.holders.iter().filter_map(|holder| holder.seat).max().map_or(0, |seat| seat + 1);
        let bars = history.holders.iter().skip(first).filter_map(|holder| {
            let person = view.words(&view.archive[holder.person].name);
            let row = holder.seat.unwrap_or(beside);
            let lang = person.lang.map(str::to_owned);
            Some(Bar { text: person.text.to_owned(), lang, row, ..bar(view, holder)? })
        });
        Lane {
            name: name.text.to_owned(),
            lang: name.lang.map(str::to_owned),
            href: view.href(Route::Post(org, ix)),
            bars: bars.collect(),
            gaps: history
                .vacancies(view.archive)
                .iter()
                .filter(|vacancy| vacancy.before > first)
                .map(|vacancy| gap(view, vacancy))
                .collect(),
        }
    };
    posts.iter().map(lane).collect()
}

/// The holders of one post as lanes, their times as bars.
pub fn of_post(view: &View, history: &History) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut known: HashMap<PersonIx, usize> = HashMap::new();
    let first = history.holders.len().saturating_sub(MOST_ROWS);
    let vacancies = history.vacancies(view.archive);
    for (number, holder) in history.holders.iter().enumerate().skip(first) {
        let Some(bar) = bar(view, holder) else { continue };
        let at = *known.entry(holder.person).or_insert(lanes.len());
        if at == lanes.len() {
            let name = view.words(&view.archive[holder.person].name);
            let (name, lang) = (name.text.to_owned(), name.lang.map(str::to_owned));
            let href = view.href(Route::Person(holder.person));
            lanes.push(Lane { name, lang, href, bars: Vec::new(), gaps: Vec::new() });
        }
        lanes[at].bars.push(bar);
        let ended = vacancies.iter().filter(|vacancy| vacancy.before == number);
        lanes[at].gaps.extend(ended.map(|vacancy| gap(view, vacancy)));
    }
    lanes
}

/// The lanes over the days that they span, to the day that the records are complete to.
pub fn draw(drawn: &[Lane], view: &View, width: Width) -> Chart {
    let now = view.archive.site().as_of.latest();
    let bars = || drawn.iter().flat_map(|lane| &lane.bars);
    // Room for the stub of a begin that is not recorded.
    let before = |day: Day| day.checked_sub_days(chrono::Days::new(90)).unwrap_or(day);
    let begin = |bar: &Bar| bar.from.map_or_else(|| before(bar.known), |(earliest, _)| earliest);
    let first = bars().map(begin).min().unwrap_or(now);
    let last = bars().map(|bar| bar.to.1).max().unwrap_or(now);
    lanes::draw(drawn, (first, last), width)
}

/// What the marks mean that are there.
pub fn legend(drawn: &[Lane], view: &View) -> Vec<&'static str> {
    let any = |is: fn(&Bar) -> bool| drawn.iter().flat_map(|lane| &lane.bars).any(is);
    let parts = [
        (any(|bar| bar.is_interim), "lanes_interim"),
        (any(|bar| !bar.leaves.is_empty()), "lanes_leave"),
        (drawn.iter().any(|lane| !lane.gaps.is_empty()), "lanes_gap"),
        (any(|bar| bar.from.is_none_or(|(a, b)| a != b) || bar.to.0 != bar.to.1), "lanes_faded"),
    ];
    parts.iter().filter(|(is_there, _)| *is_there).map(|(_, key)| view.text(key)).collect()
}

/// Somebody's time in a post as a bar; none where its dates say nothing.
fn bar(view: &View, holder: &Holder) -> Option<Bar> {
    let archive = view.archive;
    let now = archive.site().as_of.latest();
    let first = Bounds::of_move(archive, holder.first)?;
    let to = match holder.end {
        None => (now.max(first.earliest), now.max(first.earliest)),
        Some(end) => {
            let told = Bounds::of_move(archive, holder.told)?.earliest;
            let bounds = Bounds::of_move(archive, end.by)?;
            let earliest = if end.how == Known::Recorded { bounds.earliest } else { told };
            (earliest.max(first.earliest), bounds.latest)
        }
    };
    if first.earliest <= Day::MIN || first.latest >= Day::MAX || to.1 >= Day::MAX {
        return None;
    }
    let leave = |&(from, until): &(_, Option<_>)| {
        let until = until.and_then(|ix| Bounds::of_move(archive, ix)).map_or(to.1, |until| until.earliest);
        Some((Bounds::of_move(archive, from)?.earliest, until))
    };
    let text = view.length(holder).unwrap_or_else(|| view.text("not_recorded").to_owned());
    Some(Bar {
        tip: tip(view, holder, &text),
        text,
        lang: None,
        href: view.move_href(holder.first),
        row: 0,
        from: holder.is_begun.then_some((first.earliest, first.latest)),
        known: first.latest.min(to.1),
        to,
        is_interim: holder.is_interim(),
        leaves: holder.leaves.iter().filter_map(leave).collect(),
    })
}

fn tip(view: &View, holder: &Holder, length: &str) -> String {
    let date = |ix| view.effective(ix).map_or_else(String::new, |when| when.text.into_owned());
    let from = date(holder.first);
    let from = if holder.is_begun { from } else { view.filled("role_by", "date", &from) };
    let to = holder.end.map_or_else(|| view.text("no_end_recorded").to_owned(), |end| date(end.by));
    let said = [
        Some(view.words(&view.archive[holder.person].name).text.to_owned()),
        holder.is_interim().then(|| view.wording.capacity(holder.capacity).to_owned()),
        Some(format!("{from} – {to}")),
        Some(length.to_owned()),
        view.status(view.archive[holder.first].status).map(|status| status.word.to_owned()),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn gap(view: &View, vacancy: &Vacancy) -> Gap {
    Gap { days: vacancy.shortest, tip: view.vacant(vacancy) }
}

impl<'a> View<'a> {
    /// The posts of an organization in a picture, where there are any.
    pub fn post_lanes(&self, org: OrgIx) -> Option<PostLanes> {
        let mut posts: Vec<(PostIx, &History)> = self.site.posts.of_org(org).collect();
        let total = posts.len();
        posts.sort_by_key(|(ix, history)| (std::cmp::Reverse(history.holders.len()), *ix));
        posts.truncate(MOST_LANES);
        if posts.is_empty() {
            return None;
        }
        let drawn = of_org(self, org, &posts);
        let names: Vec<String> =
            posts.iter().map(|(ix, _)| self.words(&self.archive.post(org, *ix).name).text.into()).collect();
        let title = self.filled("posts_of_org", "name", self.words(&self.archive[org].name).text);
        let caption = Caption { id: "posts", title: &title, description: &self.wording.list(&names) };
        let most = most_bars(posts.len());
        let is_cut = posts.iter().any(|(_, history)| history.holders.len() > most);
        let shown = [
            (total > posts.len())
                .then(|| self.filled("posts_shown", "count", &self.wording.count(Noun::Post, posts.len()))),
            is_cut.then(|| self.filled("picture_latest_each", "n", &self.wording.number(most))),
        ];
        Some(PostLanes {
            legend: legend(&drawn, self),
            chart: ChartView::new(caption, |width| draw(&drawn, self, width), self.posts_table(org, &posts))
                .embedded(self, Picture::Posts(org)),
            shown: shown.into_iter().flatten().collect(),
        })
    }

    fn posts_table(&self, org: OrgIx, posts: &[(PostIx, &History)]) -> Table {
        let head = ["post", "holder", "career_from", "career_to", "tenure"];
        let mut rows = Vec::new();
        for &(ix, history) in posts {
            let first = history.holders.len().saturating_sub(most_bars(posts.len()));
            for holder in history.holders.iter().skip(first) {
                let row = self.holder_row(org, ix, holder);
                let date = |told: Option<Told<'a>>, without: &str| match told {
                    Some(told) => Cell::link(told.when.text.into_owned(), told.href),
                    None => Cell::text(without),
                };
                let mut from = date(row.from, self.text("not_recorded"));
                if !row.is_begun {
                    from.text = self.filled("role_by", "date", &from.text);
                }
                let mut person = Cell::from(row.person);
                if let Some(capacity) = row.capacity {
                    person.text += &self.wording.aside(capacity);
                }
                rows.push(vec![
                    self.link(Route::Post(org, ix), &self.archive.post(org, ix).name).into(),
                    person,
                    from,
                    date(row.to, self.text("no_end_recorded")),
                    Cell::text(row.length.unwrap_or_default()),
                ]);
            }
        }
        Table { head: head.iter().map(|key| self.text(key).to_owned()).collect(), rows }
    }
}
