//! Holders put in order and into seats, so that each has a predecessor and a successor.

use super::{End, Holder, Known, begin_key};
use crate::archive::Archive;
use crate::model::{Day, EdtfDate, MoveIx};

/// How far a holder whose date is coarse is moved to make sense of the order.
const FAR: usize = 8;

/// Puts the holders of a post in order, gives each a seat, and infers the ends that nothing tells.
pub fn fill(archive: &Archive, holders: &mut [Holder], seats: u32) {
    holders.sort_by_cached_key(|holder| begin_key(archive, holder));
    settle(archive, holders);
    let seats = (seats as usize).clamp(1, holders.len().max(1));
    // Who held each seat last.
    let mut last: Vec<Option<usize>> = vec![None; seats];
    for number in 0..holders.len() {
        let taken = if seats == 1 {
            let stands_in =
                last[0].is_some_and(|before| stands_in(archive, &holders[before], &holders[number]));
            (!stands_in).then_some(0)
        } else {
            free(archive, holders, &last, number)
        };
        let Some(seat) = taken else { continue };
        holders[number].seat = Some(seat);
        if let Some(before) = last[seat].replace(number) {
            holders[number].predecessor = Some(before);
            holders[before].successor = Some(number);
            if seats == 1 {
                infer_end(archive, holders, before, number);
            }
        }
    }
}

/// Moves holders before others whom they can only precede, where coarse dates have put them the other way round.
fn settle(archive: &Archive, holders: &mut [Holder]) {
    for number in 1..holders.len() {
        for at in (number.saturating_sub(FAR) + 1..=number).rev() {
            let (before, holder) = (&holders[at - 1], &holders[at]);
            if !comes_before(archive, holder, before) {
                break;
            }
            holders.swap(at - 1, at);
        }
    }
}

/// Whether one makes sense before the other, and the other way round does not, or only with an end inferred.
fn comes_before(archive: &Archive, holder: &Holder, other: &Holder) -> bool {
    let order = |holder: &Holder| archive[holder.first].order;
    let is_ordered = order(other).is_some() && order(holder).is_some() && other.is_begun && holder.is_begun;
    let is_apt = !can_precede(archive, other, holder) || (other.end.is_none() && holder.end.is_some());
    !is_ordered && is_apt && can_precede(archive, holder, other)
}

/// Whether the dates allow one to have ended when the other began.
fn can_precede(archive: &Archive, first: &Holder, second: &Holder) -> bool {
    let end = first.end(archive).map(EdtfDate::earliest);
    let begin = latest_begin(archive, second);
    match end {
        Some(end) => end <= begin,
        // An end that is not recorded can have been any day after the last that is told of.
        None => archive[first.told].effective().is_none_or(|told| told.earliest() <= begin),
    }
}

/// The last day on which somebody can have taken a post.
fn latest_begin(archive: &Archive, holder: &Holder) -> Day {
    archive[holder.first].effective().map_or(Day::MAX, EdtfDate::latest)
}

/// Whether an interim holder only stood in for one who was on leave, or stayed longer than they.
fn stands_in(archive: &Archive, holder: &Holder, interim: &Holder) -> bool {
    if !interim.is_interim() {
        return false;
    }
    match (holder.end(archive), interim.end(archive)) {
        (Some(end), Some(interim_end)) => end.earliest() > interim_end.latest(),
        (Some(_), None) => false,
        (None, _) => is_on_leave(archive, holder, interim) || !can_precede(archive, holder, interim),
    }
}

fn is_on_leave(archive: &Archive, holder: &Holder, other: &Holder) -> bool {
    let day = latest_begin(archive, other);
    let began = |by: MoveIx| archive[by].effective().is_some_and(|date| date.earliest() <= day);
    holder.leaves.iter().any(|&(from, to)| began(from) && !to.is_some_and(began))
}

/// The seat of a shared post that a newcomer takes: the one left last, else one that nobody had.
fn free(archive: &Archive, holders: &[Holder], last: &[Option<usize>], number: usize) -> Option<usize> {
    let newcomer = &holders[number];
    let left = last.iter().enumerate().filter_map(|(seat, before)| {
        let end = holders[(*before)?].end(archive)?;
        (end.earliest() <= latest_begin(archive, newcomer)).then_some((end.sort_key(), seat))
    });
    left.max().map(|(_, seat)| seat).or_else(|| last.iter().position(Option::is_none))
}

/// Who held the only seat has left it when another takes it, unless something later tells otherwise.
fn infer_end(archive: &Archive, holders: &mut [Holder], before: usize, number: usize) {
    if holders[before].end.is_none() && can_precede(archive, &holders[before], &holders[number]) {
        holders[before].end = Some(End { by: holders[number].first, how: Known::Taken });
    }
}
