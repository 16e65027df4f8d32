//! What the rows of the lists can be chosen by.

use super::calendar::{Entry, filed_under};
use super::filter::Mark;
use crate::analysis::Stint;
use crate::model::{Common, EdtfDate, EventIx, MoveIx, OrgIx, PersonIx};
use crate::pages::view::View;
use crate::pages::view::index::Tie;
use std::cmp::Reverse;

impl<'a> View<'a> {
    /// Of a line of the timeline.
    pub fn mark_entry(&self, entry: Entry, marks: &mut Vec<Mark<'a>>) {
        match entry {
            Entry::Move(ix) => self.mark_move(ix, marks),
            Entry::Event(ix) => self.mark_event(ix, marks),
        }
    }

    /// Of a move: the organizations it leads from and to, and every capacity that it changes.
    pub fn mark_move(&self, ix: MoveIx, marks: &mut Vec<Mark<'a>>) {
        let moved = &self.archive[ix];
        marks.extend([Mark::Kind(moved.kind), Mark::Status(moved.status)]);
        let places = || moved.from.iter().chain(&moved.to);
        marks.extend(places().map(|place| Mark::Org(place.org)));
        marks.extend(places().filter_map(|place| place.capacity).map(Mark::Capacity));
        // What the record leaves out, the career tells.
        let steps = self.archive.steps_of_person(moved.person).iter().filter(|step| step.cause == ix);
        marks.extend(steps.map(|step| Mark::Capacity(step.capacity)));
        marks.extend(moved.effective().map(year));
        mark_tags(&moved.common, marks);
    }

    fn mark_event(&self, ix: EventIx, marks: &mut Vec<Mark<'a>>) {
        let event = &self.archive[ix];
        marks.extend([Mark::Event, year(event.date.span())]);
        marks.extend(event.orgs.iter().map(|org| Mark::Org(*org)));
        mark_tags(&event.common, marks);
    }

    /// Of somebody at an organization: as what, how sure it is, and the years they came and left.
    pub fn mark_tie(&self, tie: Tie, marks: &mut Vec<Mark<'a>>) {
        let (Tie::Now(person, number) | Tie::Before(person, number) | Tie::Studied(person, number)) = tie;
        let record = &self.archive[person];
        mark_tags(&record.common, marks);
        if matches!(tie, Tie::Studied(..)) {
            let education = record.education.get(number);
            let period = education.and_then(|education| education.period.as_ref());
            marks.extend(period.map(|period| year(period.span())));
        } else if let Some(stint) = self.site.careers.of_person(person).get(number) {
            self.mark_stint(stint, marks);
            marks.extend(stint.closed.and_then(|ix| self.archive[ix].effective()).map(year));
        }
    }

    /// Of a person: where they are, as what, since when.
    pub fn mark_person(&self, ix: PersonIx, marks: &mut Vec<Mark<'a>>) {
        mark_tags(&self.archive[ix].common, marks);
        for stint in self.site.careers.of_person(ix).iter().filter(|stint| stint.is_open()) {
            marks.push(Mark::Org(stint.org));
            self.mark_stint(stint, marks);
        }
    }

    /// Of an organization: what it is, and when it was founded.
    pub fn mark_org(&self, ix: OrgIx, marks: &mut Vec<Mark<'a>>) {
        let org = &self.archive[ix];
        marks.push(Mark::OrgKind(org.kind));
        marks.extend(org.founded.as_ref().map(year));
        mark_tags(&org.common, marks);
    }

    fn mark_stint(&self, stint: &Stint, marks: &mut Vec<Mark<'a>>) {
        marks.extend([Mark::Capacity(stint.capacity), Mark::Status(self.archive[stint.told_by()].status)]);
        marks.extend(self.archive[stint.first].effective().map(year));
    }
}

/// The year that a date is told in.
fn year<'a>(date: &EdtfDate) -> Mark<'a> {
    Mark::Year(Reverse(filed_under(date).0))
}

fn mark_tags<'a>(common: &'a Common, marks: &mut Vec<Mark<'a>>) {
    marks.extend(common.tags.iter().map(|tag| Mark::Tag(tag.as_str())));
}
