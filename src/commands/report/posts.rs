//! Who holds which post on the day.

use super::sheet::{Rows, Sheet};
use super::then::{Named, Then, words};
use crate::analysis::{History, Holder};
use crate::model::{Day, EdtfDate, MoveIx, OrgIx, PostIx};
use serde::Serialize;

/// A post that somebody held up to the day.
#[derive(Debug, Serialize)]
pub struct PostThen {
    id: String,
    name: String,
    /// How many can hold it at a time.
    seats: u32,
    /// Those who hold it, or may hold it.
    holders: Vec<HolderThen>,
    /// Since when it is certainly vacant, with a later holder recorded.
    vacant_since: Option<String>,
    /// Who held it last, where nobody is recorded to hold it.
    last_holder: Option<Named>,
    /// When they left it, or by when they had.
    last_until: Option<String>,
}

/// Somebody who holds a post on the day.
#[derive(Debug, Serialize)]
struct HolderThen {
    person: Named,
    /// Until somebody is found.
    interim: bool,
    /// Whether imprecise dates, or an end that is only inferred, leave it open that they hold it.
    uncertain: bool,
    /// Whether they are on leave.
    on_leave: bool,
    /// When they took it.
    since: Option<String>,
    /// The moves that say so.
    moves: Vec<String>,
}

/// The posts of an organization, in the order in which it lists them.
pub fn list(then: &Then, org: OrgIx) -> Vec<PostThen> {
    let posts = then.analyses.posts.of_org(org);
    posts.filter_map(|(post, history)| PostThen::new(then, org, post, history)).collect()
}

impl PostThen {
    fn new(then: &Then, org: OrgIx, post: PostIx, history: &History) -> Option<Self> {
        let holders: Vec<HolderThen> =
            history.holders.iter().filter_map(|holder| HolderThen::new(then, holder)).collect();
        let end = |holder: &Holder| holder.end(then.archive).map(|date| date.as_str().to_owned());
        let ended = |holder: &Holder| holder.end(then.archive).map(EdtfDate::latest);
        let over = history.holders.iter().filter(|holder| ended(holder).is_some_and(|day| day <= then.day));
        let last = over.max_by_key(|holder| ended(holder)).filter(|_| holders.is_empty());
        if holders.is_empty() && last.is_none() {
            return None;
        }
        let vacant = history.vacancies(then.archive).into_iter().find(|vacancy| {
            let (from, to) = vacancy.shortest;
            holders.is_empty() && from <= then.day && then.day < to
        });
        let record = then.archive.post(org, post);
        Some(Self {
            id: record.id.to_string(),
            name: then.show(&record.name),
            seats: record.seats,
            vacant_since: vacant.and_then(|vacancy| end(&history.holders[vacancy.after])),
            last_holder: last.map(|holder| then.person(holder.person)),
            last_until: last.and_then(end),
            holders,
        })
    }
}

impl HolderThen {
    /// A holder on the day; nothing where they do not hold it, or it is recorded only later that they did.
    fn new(then: &Then, holder: &Holder) -> Option<Self> {
        let day = then.day;
        let begun = then.archive[holder.first].effective()?.earliest();
        let is_over = holder.end(then.archive).is_some_and(|date| date.latest() <= day);
        if begun > day || is_over {
            return None;
        }
        let certain = holder.certain(then.archive).is_some_and(|(from, to)| from <= day && day < to);
        let moves = [holder.first, holder.told].into_iter().filter(|ix| then.is_told(*ix));
        let mut moves = then.moves(moves);
        moves.dedup();
        Some(Self {
            person: then.person(holder.person),
            interim: holder.is_interim(),
            uncertain: !certain,
            on_leave: is_on_leave(then, holder, day),
            since: holder.begin(then.archive).map(|date| date.as_str().to_owned()),
            moves,
        })
    }

    fn marks(&self) -> String {
        let marks = [(self.interim, "interim"), (self.on_leave, "on leave"), (self.uncertain, "uncertain")];
        let marks: Vec<&str> = marks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, mark)| mark).collect();
        marks.join("; ")
    }
}

fn is_on_leave(then: &Then, holder: &Holder, day: Day) -> bool {
    let date = |ix: MoveIx| then.archive[ix].effective();
    holder.leaves.iter().any(|&(began, ended)| {
        let is_back = ended.and_then(date).is_some_and(|date| date.earliest() <= day);
        date(began).is_some_and(|date| date.latest() <= day) && !is_back
    })
}

/// Lays the posts out as a table.
pub fn lay_out(posts: &[PostThen], sheet: &mut Sheet) {
    if posts.is_empty() {
        return;
    }
    sheet.heading("Posts");
    let mut rows = Rows::new(["Post", "Holder", "Since", ""]);
    for post in posts {
        for (at, holder) in post.holders.iter().enumerate() {
            rows.add([
                if at == 0 { post.name.clone() } else { String::new() },
                holder.person.name.clone(),
                holder.since.as_deref().map_or_else(|| "not recorded".to_owned(), words),
                holder.marks(),
            ]);
        }
        if let Some(row) = post.empty() {
            rows.add(row);
        }
    }
    sheet.table(&rows);
}

impl PostThen {
    /// What is told of a post that nobody is recorded to hold.
    fn empty(&self) -> Option<[String; 4]> {
        let last = self.last_holder.as_ref()?;
        let after = format!("after {}", last.name);
        let (who, since) = match &self.vacant_since {
            Some(date) => ("vacant", words(date)),
            None => ("nobody recorded", self.last_until.as_deref().map_or_else(String::new, words)),
        };
        Some([self.name.clone(), who.to_owned(), since, after])
    }
}
