//! Who of a cohort remains: in a sentence, in groups, in pictures, and beside what sources state.

use super::chart::{Cell, ChartView, Table};
use crate::analysis::{
    Agreement, CohortAt, Comparison, CurveStep, Followed, Headcount, MemberAt, Span, Standing,
};
use crate::charts::Caption;
use crate::charts::members::{Dot, MemberMark, Members, SpanMark, members, members_per_dot};
use crate::charts::remain::{Remain, RemainStep, RemainWords, StatedMark, remain};
use crate::model::{CohortIx, Day, EdtfDate, StatedSize};
use crate::pages::routes::{Picture, Route};
use crate::pages::view::{Link, View};
use crate::wording::{Noun, fill};
use std::cmp::Reverse;

/// A table with more rows than this tells of each year only, or of each group only.
const MOST_ROWS: usize = 300;

/// The text key of what became of somebody; its rank orders the groups.
pub fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Here => "standing_here",
        Standing::OnLeave => "standing_on_leave",
        Standing::Uncertain => "standing_uncertain",
        Standing::Seat => "standing_seat",
        Standing::Gone => "standing_gone",
        Standing::Unknown => "standing_unknown",
    }
}

/// The members of a cohort by what became of them; of those who left, the last first.
pub fn in_order(view: &View, at: &CohortAt) -> Vec<usize> {
    let mut order: Vec<usize> = (0..at.members.len()).collect();
    order.sort_by_key(|nth| {
        let member = at.members[*nth];
        let left = member.cause.filter(|_| !member.standing.remains());
        let left = left.and_then(|ix| view.archive[ix].effective()).map(EdtfDate::sort_key);
        (member.standing, member.returned, Reverse(left))
    });
    order
}

impl View<'_> {
    /// How many remain: "3 of 11 remain".
    pub fn remaining(&self, count: Headcount) -> String {
        let number = |n| self.wording.number(n);
        let (least, most, total) = (number(count.at_least()), number(count.at_most()), number(count.size()));
        let key = if least == most { "remain_of" } else { "remain_between" };
        fill(self.text(key), &[("n", &least), ("most", &most), ("total", &total)])
    }

    /// How many remain on a day: "3 of 11 remain as of 11 November 2024".
    pub fn remaining_on(&self, count: Headcount, day: Day) -> String {
        let (remaining, date) = (self.remaining(count), self.wording.day(day));
        fill(self.text("remaining_on"), &[("remaining", &remaining), ("date", &date)])
    }

    /// What is computed for what a source states, and how the two compare.
    pub fn compared(&self, stated: &StatedSize, compared: Comparison) -> String {
        let count = compared.count;
        let number = |n| self.wording.number(n);
        let (least, most, leave) = (count.at_least(), count.at_most(), count.of(Standing::OnLeave));
        let mut told = vec![self.filled("computed_is", "remaining", &self.remaining_on(count, compared.day))];
        if let (Some(size), Some(Agreement::Differs)) = (stated.size, compared.size) {
            let numbers = [("n", &*number(count.size())), ("total", &*number(size as usize))];
            told.push(fill(self.text("size_stated"), &numbers));
        }
        if let (Some(stated), Some(agreement)) = (stated.remaining, compared.remaining) {
            let (key, n, total) = match agreement {
                Agreement::Same => ("remaining_agrees", least, least),
                Agreement::Possible => ("remaining_possible", least, most),
                Agreement::WithoutLeave => ("remaining_without_leave", leave, least),
                Agreement::Differs => ("remaining_differs", least, stated as usize),
            };
            told.push(fill(self.text(key), &[("n", &number(n)), ("total", &number(total))]));
        }
        self.wording.sentences(&told)
    }

    /// The members, one dot each.
    pub fn members_chart(&self, ix: CohortIx, at: &CohortAt) -> ChartView {
        let followed = self.site.cohorts.of(ix);
        let spans: Vec<Vec<Span>> = followed.spans().collect();
        let order = in_order(self, at);
        let marks: Vec<MemberMark> =
            order.iter().map(|nth| self.member_mark(&at.members[*nth], &spans[*nth])).collect();
        let words = Standing::ALL.map(|standing| self.text(standing_key(standing)));
        let scale = self.filled("dot_stands_for", "n", &self.wording.number(members_per_dot(marks.len())));
        let days = (followed.formed(), followed.until());
        let data = Members { members: &marks, days, words, scale: &scale };
        let counts = Standing::ALL.iter().filter(|standing| at.count.of(**standing) > 0);
        let counts: Vec<String> = counts
            .map(|standing| {
                let number = self.wording.number(at.count.of(*standing));
                format!("{} {number}", self.text(standing_key(*standing)))
            })
            .collect();
        let description = format!("{} {}", self.text("members_described"), counts.join(" · "));
        let title = self.filled("members_title", "date", &self.wording.day(at.day));
        let caption = Caption { id: "cohort_members", title: &title, description: &description };
        let table = self.members_table(at, &order);
        ChartView::new(caption, |width| members(&data, width), table).embedded(self, Picture::Members(ix))
    }

    fn member_mark(&self, member: &MemberAt, spans: &[Span]) -> MemberMark {
        let person = self.person(member.person);
        let span = |span: &Span| SpanMark {
            days: (span.from, span.to),
            dot: dot(span.standing),
            href: span.cause.map(|ix| self.move_href(ix)),
            told: self.wording.labelled(
                person.text,
                &format!(
                    "{} · {} – {}",
                    self.text(standing_key(span.standing)),
                    self.wording.day(span.from),
                    self.wording.day(span.to)
                ),
            ),
        };
        MemberMark {
            spans: spans.iter().map(span).collect(),
            dot: dot(member.standing),
            told: self.told_of(member),
            name: person.text.to_owned(),
            lang: person.lang.map(str::to_owned),
            href: person.href,
        }
    }

    /// What became of a member, in a few words.
    fn told_of(&self, member: &MemberAt) -> String {
        let standing = self.text(standing_key(member.standing));
        let returned =
            if member.returned { format!(" · {}", self.text("standing_returned")) } else { String::new() };
        let moved = member.cause.map(|ix| format!(" · {}", self.moved(ix).text)).unwrap_or_default();
        format!("{standing}{returned}{moved}")
    }

    fn members_table(&self, at: &CohortAt, order: &[usize]) -> Table {
        if at.members.len() > MOST_ROWS {
            let rows = Standing::ALL.iter().map(|standing| {
                let number = self.wording.number(at.count.of(*standing));
                vec![Cell::text(self.text(standing_key(*standing))), Cell::text(number)]
            });
            let head = vec![self.text("status").to_owned(), self.text("members").to_owned()];
            return Table { head, rows: rows.collect() };
        }
        let heads = ["person", "status", "date", "move", "went_to"];
        let rows = order.iter().map(|nth| {
            let member = &at.members[*nth];
            let when = member.cause.and_then(|ix| self.effective(ix)).map(|when| when.text.into_owned());
            let moved = member.cause.map(|ix| self.moved(ix));
            let went = member.went.map(|went| self.org(went.org));
            let cell = |link: Option<Link>| link.map_or_else(|| Cell::text("–"), Cell::from);
            let standing = self.text(standing_key(member.standing));
            let status = Cell::text(if member.returned {
                format!("{standing} · {}", self.text("standing_returned"))
            } else {
                standing.to_owned()
            });
            let date = Cell::text(when.unwrap_or_else(|| "–".to_owned()));
            vec![Cell::from(self.person(member.person)), status, date, cell(moved), cell(went)]
        });
        Table { head: heads.iter().map(|key| self.text(key).to_owned()).collect(), rows: rows.collect() }
    }

    /// The curve of who remains; `None` where nothing changed and nothing is stated.
    pub fn curve_chart(&self, ix: CohortIx) -> Option<ChartView> {
        let (cohort, followed) = (&self.archive[ix], self.site.cohorts.of(ix));
        let curve = followed.curve();
        let stated = self.stated_marks(ix, followed);
        if curve.len() < 2 && stated.is_empty() {
            return None;
        }
        let steps: Vec<RemainStep> = curve.iter().map(|step| self.remain_step(step)).collect();
        let words = RemainWords {
            line: self.text("curve_line"),
            band: self.text("curve_band"),
            stated: self.text("curve_stated"),
        };
        let (until, size) = (followed.until(), cohort.members.len());
        let data = Remain { steps: &steps, until, size, stated: &stated, words };
        let description = fill(
            self.text("curve_described"),
            &[
                ("members", &self.wording.count(Noun::Member, size)),
                ("from", &self.wording.date(&cohort.formed)),
                ("remaining", &self.remaining_on(followed.count(), until)),
            ],
        );
        let caption =
            Caption { id: "cohort_curve", title: self.text("curve_title"), description: &description };
        let mut notes = Vec::new();
        if curve.iter().any(|step| step.count.at_least() != step.count.at_most()) {
            notes.push(self.text("curve_imprecise").to_owned());
        }
        let table = self.curve_table(&curve);
        if table.rows.len() < curve.len() {
            notes.push(self.text("table_by_year").to_owned());
        }
        let chart = ChartView::new(caption, |width| remain(&data, width), table).noted(notes);
        Some(chart.embedded(self, Picture::Remain(ix)))
    }

    fn remain_step(&self, step: &CurveStep) -> RemainStep {
        let named = step.causes.iter().take(3).map(|ix| self.moved(*ix).text.to_owned());
        let mut told: Vec<String> =
            std::iter::once(self.remaining_on(step.count, step.day)).chain(named).collect();
        if let Some(more) = step.causes.len().checked_sub(3).filter(|more| *more > 0) {
            told.push(self.filled("and_more", "n", &self.wording.number(more)));
        }
        RemainStep {
            day: step.day,
            at_least: step.count.at_least(),
            at_most: step.count.at_most(),
            href: step.causes.first().map(|ix| self.move_href(*ix)),
            name: told.join(" · "),
        }
    }

    /// What sources state of who remains, where they date it.
    fn stated_marks(&self, ix: CohortIx, followed: &Followed) -> Vec<StatedMark> {
        let here = |nth: usize| self.place_on(Route::Cohort(ix), &format!("stated-{}", nth + 1));
        let mark = |(nth, stated): (usize, &StatedSize)| {
            let (remaining, date) = (stated.remaining? as usize, stated.date.as_ref()?);
            if date.latest() < followed.formed() || date.earliest() > followed.until() {
                return None;
            }
            let source = stated.sources.first().map(|ix| &self.archive[*ix]);
            let source =
                source.map(|source| self.publisher(source).unwrap_or_else(|| self.source_title(source)));
            let told = [
                source.map_or_else(String::new, |source| source.text.to_owned()),
                self.wording.date(date),
                self.wording.labelled(self.text("remaining"), &self.wording.number(remaining)),
            ];
            let days = (date.earliest(), date.latest());
            Some(StatedMark { days, remaining, href: here(nth), name: told.join(" · ") })
        };
        self.archive[ix].stated.iter().enumerate().filter_map(mark).collect()
    }

    fn curve_table(&self, curve: &[CurveStep]) -> Table {
        let heads = ["date", "move", "certainly_remain", "possibly_remain"];
        let mut rows = Vec::new();
        let is_long = curve.len() > MOST_ROWS;
        for (nth, step) in curve.iter().enumerate() {
            let counts =
                || [step.count.at_least(), step.count.at_most()].map(|n| Cell::text(self.wording.number(n)));
            let row = |cell| {
                std::iter::once(Cell::text(self.wording.day(step.day)))
                    .chain([cell])
                    .chain(counts())
                    .collect()
            };
            if is_long {
                let is_last = curve.get(nth + 1).is_none_or(|next| year(next.day) != year(step.day));
                rows.extend(is_last.then(|| row(Cell::text("–"))));
            } else if step.causes.is_empty() {
                rows.push(row(Cell::text(self.text("formed"))));
            } else {
                rows.extend(step.causes.iter().map(|ix| row(Cell::from(self.moved(*ix)))));
            }
        }
        Table { head: heads.iter().map(|key| self.text(key).to_owned()).collect(), rows }
    }
}

fn year(day: Day) -> i32 {
    chrono::Datelike::year(&day)
}

fn dot(standing: Standing) -> Dot {
    match standing {
        Standing::Here => Dot::Here,
        Standing::OnLeave => Dot::OnLeave,
        Standing::Uncertain => Dot::Uncertain,
        Standing::Seat => Dot::Seat,
        Standing::Gone => Dot::Gone,
        Standing::Unknown => Dot::Unknown,
    }
}
