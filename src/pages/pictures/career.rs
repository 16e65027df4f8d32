//! A person's career: its stints as a ribbon over years, and one by one in a table.

use crate::analysis::{Bounds, Leave, Role, Stint};
use crate::charts::{Bar, Caption, Drawing, Part, ROWS, Ribbon, Width, ribbon};
use crate::model::{Capacity, Day, MoveIx, PersonIx};
use crate::pages::view::{Badge, Link, View, When, Words};
use serde::Serialize;

/// How many stints the table tells of, the first; the moves below it tell of all.
const MOST_STINTS: usize = 200;

/// A career: the picture, what its marks mean, and its data.
#[derive(Debug, Serialize)]
pub struct CareerView<'a> {
    pub title: String,
    pub drawings: [Drawing; 2],
    /// What hatching, fading and arrows mean, where there are any.
    pub legend: Vec<String>,
    pub stints: Vec<StintRow<'a>>,
    /// How many stints the table leaves out.
    pub more: Option<String>,
}

/// A stint in a row of the table.
#[derive(Debug, Serialize)]
pub struct StintRow<'a> {
    pub org: Link<'a>,
    pub capacity: &'static str,
    pub roles: Vec<RoleView<'a>>,
    /// The first that is known, and whether it is the begin.
    pub from: Option<Told<'a>>,
    pub is_begun: bool,
    pub to: Option<Told<'a>>,
    pub goes_on: bool,
    pub tenure: Option<String>,
    pub leaves: Vec<LeaveView<'a>>,
}

/// A role.
#[derive(Debug, Serialize)]
pub struct RoleView<'a> {
    pub name: Words<'a>,
    pub told: Told<'a>,
    pub is_begun: bool,
}

/// A leave.
#[derive(Debug, Serialize)]
pub struct LeaveView<'a> {
    pub from: Told<'a>,
    pub to: Option<Told<'a>>,
}

/// When a move took effect, leading to it, and how sure it is.
#[derive(Debug, Serialize)]
pub struct Told<'a> {
    pub href: String,
    pub when: When<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Badge>,
}

impl<'a> View<'a> {
    /// The career of a person; `None` where no stint can be placed in time.
    pub fn career(&self, person: PersonIx) -> Option<CareerView<'a>> {
        let stints = self.site.careers.of_person(person);
        let bars: Vec<Bar> = stints.iter().filter_map(|stint| self.stint_bar(stint)).collect();
        if bars.is_empty() {
            return None;
        }
        let title = self.filled("career_of", "name", self.words(&self.archive[person].name).text);
        let rows: Vec<StintRow> =
            stints.iter().take(MOST_STINTS).map(|stint| self.stint_row(stint)).collect();
        let more = stints.len() - rows.len();
        let more = (more > 0).then(|| self.filled("more_stints", "n", &self.wording.number(more)));
        let description = self.described(&bars);
        let left_out = self.wording.number(bars.len().saturating_sub(ROWS));
        let now = self.archive.site().as_of.latest();
        let career = Ribbon { bars: &bars, now, more: &self.filled("and_more", "n", &left_out) };
        let caption = Caption { id: "career", title: &title, description: &description };
        let drawings = Width::ALL.map(|width| ribbon(career, width).draw(caption));
        Some(CareerView { title, drawings, legend: self.legend(&bars), stints: rows, more })
    }

    /// How long a stint lasted, in words.
    pub fn tenure(&self, stint: &Stint) -> Option<String> {
        let tenure = stint.tenure(self.archive)?;
        Some(self.wording.tenure(tenure.least, tenure.most, tenure.is_about))
    }

    /// What can be seen, in words: the bars one by one, and what their marks mean.
    fn described(&self, bars: &[Bar]) -> String {
        const NAMED: usize = 8;
        let mut names: Vec<String> = bars.iter().take(NAMED).map(|bar| bar.tip.clone()).collect();
        if let Some(more) = bars.len().checked_sub(NAMED).filter(|more| *more > 0) {
            names.push(self.filled("and_more", "n", &self.wording.number(more)));
        }
        self.wording.list(&names)
    }

    fn legend(&self, bars: &[Bar]) -> Vec<String> {
        let as_of = self.wording.date(&self.archive.site().as_of);
        let is_faded = |bar: &Bar| {
            bar.begin.is_none_or(|(first, last)| first != last) || (!bar.is_open && bar.end.0 != bar.end.1)
        };
        let parts = [
            (bars.iter().any(|bar| !bar.leaves.is_empty()), self.text("career_hatched").to_owned()),
            (bars.iter().any(is_faded), self.text("career_faded").to_owned()),
            (bars.iter().any(|bar| bar.is_open), self.filled("career_arrow", "date", &as_of)),
            (true, self.text("tenure_note").to_owned()),
        ];
        parts.into_iter().filter(|(is_there, _)| *is_there).map(|(_, text)| text).collect()
    }

    fn stint_bar(&self, stint: &Stint) -> Option<Bar> {
        let archive = self.archive;
        let end = stint.end(archive)?;
        let is_open = stint.goes_on(archive);
        let begin = stint.begin(archive);
        if begin.unwrap_or(end).earliest <= Day::MIN || end.latest >= Day::MAX {
            return None;
        }
        let latest = archive.site().as_of.latest();
        if is_open && stint.first_known(archive).is_none_or(|first| first.earliest > latest) {
            return None;
        }
        let known = if end.earliest > Day::MIN { end.earliest } else { end.latest };
        let said = [
            Some(self.words(&archive[stint.org].name).text.to_owned()),
            self.capacity(Some(stint.capacity)).map(str::to_owned),
            self.tenure(stint),
            self.status(archive[stint.first].status).map(|status| status.word.to_owned()),
        ];
        let name = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Some(Bar {
            tip: format!("{name} · {}", self.span_words(stint)),
            name,
            href: self.move_href(stint.first),
            series: series(stint.capacity),
            begin: begin.map(|begin| (begin.earliest, begin.latest)),
            end: if is_open { (latest, latest) } else { (known, end.latest) },
            is_open,
            roles: stint.roles(archive).iter().filter_map(|role| self.role_part(role)).collect(),
            leaves: stint.leaves().iter().filter_map(|leave| self.leave_part(leave)).collect(),
        })
    }

    /// From when to when, in words.
    fn span_words(&self, stint: &Stint) -> String {
        let when = |ix: MoveIx| self.effective(ix).map(|when| when.text);
        let first = when(stint.first).filter(|_| Some(stint.first) != stint.closed);
        let told = |date: &str| {
            if stint.is_begun { date.to_owned() } else { self.filled("role_by", "date", date) }
        };
        let from = first.map(|date| told(&date));
        let to = stint.closed.and_then(when);
        format!("{} – {}", from.unwrap_or_default(), to.unwrap_or_default()).trim().to_owned()
    }

    fn role_part(&self, role: &Role<'a>) -> Option<Part> {
        let name = self.role_name(role);
        let told = self.told_by(role.told_by)?;
        let when = if role.is_begun {
            told.when.text.into_owned()
        } else {
            self.filled("role_by", "date", &told.when.text)
        };
        Some(Part {
            name: name.text.to_owned(),
            lang: name.lang.map(str::to_owned),
            tip: tip(name.text, &when, told.status),
            href: told.href,
            is_begun: role.is_begun,
            from: self.middle(role.told_by)?,
            to: None,
        })
    }

    fn leave_part(&self, leave: &Leave) -> Option<Part> {
        let told = self.told_by(leave.began)?;
        let ended = leave.ended.and_then(|ix| self.effective(ix));
        let when = match ended {
            Some(ended) => format!("{} – {}", told.when.text, ended.text),
            None => self.filled("leave_since", "date", &told.when.text),
        };
        Some(Part {
            name: self.text("on_leave").to_owned(),
            lang: None,
            tip: tip(self.text("on_leave"), &when, told.status),
            href: told.href,
            is_begun: true,
            from: self.middle(leave.began)?,
            to: leave.ended.and_then(|ix| self.middle(ix)),
        })
    }

    /// The middle of the days on which a move can have taken effect.
    fn middle(&self, ix: MoveIx) -> Option<Day> {
        let Bounds { earliest, latest, .. } = Bounds::of_move(self.archive, ix)?;
        let half = chrono::Days::new((latest - earliest).num_days().unsigned_abs() / 2);
        earliest.checked_add_days(half)
    }

    fn stint_row(&self, stint: &Stint) -> StintRow<'a> {
        let roles = stint.roles(self.archive);
        let role = |role: &Role<'a>| {
            let told = self.told_by(role.told_by)?;
            Some(RoleView { name: self.role_name(role), told, is_begun: role.is_begun })
        };
        let leave = |leave: &Leave| {
            let to = leave.ended.and_then(|ix| self.told_by(ix));
            Some(LeaveView { from: self.told_by(leave.began)?, to })
        };
        StintRow {
            org: self.org(stint.org),
            capacity: self.wording.capacity(stint.capacity),
            roles: roles.iter().filter_map(role).collect(),
            from: Some(stint.first).filter(|ix| Some(*ix) != stint.closed).and_then(|ix| self.told_by(ix)),
            is_begun: stint.is_begun,
            to: stint.closed.and_then(|ix| self.told_by(ix)),
            goes_on: stint.goes_on(self.archive),
            tenure: self.tenure(stint),
            leaves: stint.leaves().iter().filter_map(leave).collect(),
        }
    }

    /// A role by its title, else by its post, else by its team.
    fn role_name(&self, role: &Role<'a>) -> Words<'a> {
        let place = role.place;
        let post = place.post.map(|post| &self.archive.post(place.org, post).name);
        let team = place.team.map(|team| &self.archive.team(place.org, team).name);
        let name = place.role.as_ref().or(post).or(team);
        name.map_or(Words { text: "", lang: None }, |name| self.words(name))
    }

    /// The date of a move, leading to it.
    pub fn told_by(&self, ix: MoveIx) -> Option<Told<'a>> {
        let status = self.status(self.archive[ix].status);
        Some(Told { href: self.move_href(ix), when: self.effective(ix)?, status })
    }
}

/// The colour of a capacity; its name stands beside it.
fn series(capacity: Capacity) -> u8 {
    match capacity {
        Capacity::Employee => 1,
        Capacity::Founder => 3,
        Capacity::Board => 2,
        Capacity::Advisor => 4,
        Capacity::Interim => 6,
        Capacity::Observer => 5,
        Capacity::Contractor => 7,
    }
}

/// A name, when, and how sure that is.
fn tip(name: &str, when: &str, status: Option<Badge>) -> String {
    match status {
        Some(status) => format!("{name} · {when} · {}", status.word),
        None => format!("{name} · {when}"),
    }
}
