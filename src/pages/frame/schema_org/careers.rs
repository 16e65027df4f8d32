//! Who was what and where, as roles: one for each role of a stint, with the dates that can be said for certain.

use super::{End, Reference, Role, iso, org_reference, person_reference};
use crate::analysis::Stint;
use crate::archive::Archive;
use crate::model::{Capacity, MoveIx, OrgIx, PersonIx, Place, Reason, Status};
use crate::pages::view::View;
use crate::pages::view::index::Tie;

/// So many roles are told of a person, latest first, and so many people of an organization.
const MOST: usize = 20;

/// A time in one role, as far as it is known.
struct Span<'a> {
    place: Option<&'a Place>,
    /// The move that tells of it.
    told_by: MoveIx,
    /// The move that began it, where one did.
    began: Option<MoveIx>,
    /// The move that ended it, and whether it is over at all.
    ended: Option<MoveIx>,
    is_over: bool,
    /// Whether the person left with it.
    is_last: bool,
}

/// The roles of a person, and where they studied.
pub fn of_person<'a>(view: &View<'a>, ix: PersonIx) -> Vec<Role<'a>> {
    let archive = view.archive;
    let stints = view.site.careers.of_person(ix);
    let has_died = archive
        .moves_of_person(ix)
        .iter()
        .any(|ix| archive[*ix].reason == Some(Reason::Died) && archive[*ix].took_hold());
    let roles = stints.iter().rev().flat_map(|stint| {
        let spans = spans(archive, stint, has_died).into_iter().rev();
        spans.filter_map(|span| role(view, stint, &span))
    });
    let studied = archive[ix].education.iter().map(|education| Role {
        end: End::AlumniOf(org_reference(view, education.org)),
        role_name: view.maybe(education.degree.as_ref()).map(|words| words.text),
        start_date: None,
        end_date: None,
    });
    roles.take(MOST).chain(studied.take(MOST)).collect()
}

/// Who is at an organization now, as far as is recorded.
pub fn of_org<'a>(view: &View<'a>, ix: OrgIx) -> Vec<Role<'a>> {
    let archive = view.archive;
    if archive[ix].dissolved.is_some() {
        return Vec::new();
    }
    let now = view.site.index.people_of_org[ix.at()].iter().filter_map(|tie| match *tie {
        Tie::Now(person, number) => Some((person, view.site.careers.of_person(person).get(number)?)),
        _ => None,
    });
    let role = |(person, stint): (PersonIx, &Stint)| {
        let span = spans(archive, stint, false).pop()?;
        let told = role(view, stint, &span)?;
        Some(Role { end: End::Member(person_reference(view, person)), ..told })
    };
    now.filter_map(role).take(MOST).collect()
}

/// The roles of a stint that confirmed moves tell of, one after the other; where there are none, the stint itself.
fn spans<'a>(archive: &'a Archive, stint: &Stint, has_died: bool) -> Vec<Span<'a>> {
    let is_over = has_died || !stint.goes_on(archive);
    let opened = stint.is_begun.then_some(stint.first);
    let first = stint.first;
    let whole =
        Span { place: None, told_by: first, began: opened, ended: stint.closed, is_over, is_last: true };
    let roles = stint.roles(archive);
    let mut spans: Vec<Span> = Vec::with_capacity(roles.len().max(1));
    for role in roles.iter().filter(|role| is_confirmed(archive, role.told_by)) {
        let began = role.is_begun.then_some(role.told_by);
        if let Some(before) = spans.last_mut() {
            *before = Span { ended: began, is_over: true, is_last: false, ..*before };
        }
        spans.push(Span { place: Some(role.place), told_by: role.told_by, began, ..whole });
    }
    if spans.is_empty() {
        spans.push(whole);
    }
    spans
}

/// A role; `None` where it is in doubt, or over since nobody can say when while the stint goes on.
fn role<'a>(view: &View<'a>, stint: &Stint, span: &Span<'a>) -> Option<Role<'a>> {
    let archive = view.archive;
    let mut told = [Some(span.told_by), span.ended].into_iter().flatten();
    if !told.all(|ix| is_confirmed(archive, ix)) {
        return None;
    }
    let end_date = span.ended.and_then(|ix| day(archive, ix));
    let org = org_reference(view, stint.org);
    let end = match end_date {
        // Without an end it would read as one that is held now.
        None if span.is_over && span.is_last => End::AlumniOf(org),
        None if span.is_over => return None,
        _ => held(stint.capacity, org),
    };
    let name = span.place.and_then(|place| {
        let post = place.post.map(|post| &archive.post(place.org, post).name);
        place.role.as_ref().or(post)
    });
    let role_name = name.map(|name| view.words(name).text);
    Some(Role { end, role_name, start_date: span.began.and_then(|ix| day(archive, ix)), end_date })
}

fn held(capacity: Capacity, org: Reference<'_>) -> End<'_> {
    match capacity {
        Capacity::Employee | Capacity::Founder | Capacity::Interim | Capacity::Contractor => {
            End::WorksFor(org)
        }
        Capacity::Board | Capacity::Observer => End::MemberOf(org),
        Capacity::Advisor => End::Affiliation(org),
    }
}

fn is_confirmed(archive: &Archive, ix: MoveIx) -> bool {
    archive[ix].status == Status::Confirmed
}

/// When a move took effect, where no source contests it.
fn day(archive: &Archive, ix: MoveIx) -> Option<String> {
    let moved = &archive[ix];
    let is_contested = moved.claims.iter().any(|claim| &*claim.field == "date");
    moved.date.as_ref().filter(|_| !is_contested).and_then(iso)
}
