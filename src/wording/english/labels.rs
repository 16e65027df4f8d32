//! Single words of the vocabulary, and counts of things.

use crate::model::{Capacity, Kind, OrgKind, Precision, Reason, SourceKind, Status};
use crate::wording::Noun;

/// So many of something; `one` tells whether it is a single one.
pub fn count(noun: Noun, one: bool, number: &str) -> String {
    let (singular, plural) = match noun {
        Noun::Move => ("move", "moves"),
        Noun::Person => ("person", "people"),
        Noun::Passage => ("passage", "passages"),
        Noun::Organization => ("organization", "organizations"),
        Noun::Team => ("team", "teams"),
        Noun::Post => ("post", "posts"),
        Noun::Event => ("event", "events"),
        Noun::Cohort => ("cohort", "cohorts"),
        Noun::Member => ("member", "members"),
        Noun::Figure => ("figure", "figures"),
        Noun::Source => ("source", "sources"),
        Noun::Publisher => ("publisher", "publishers"),
        Noun::Record => ("record", "records"),
        Noun::Day => ("day", "days"),
        Noun::Month => ("month", "months"),
        Noun::Year => ("year", "years"),
        Noun::Join => ("join", "joins"),
        Noun::Departure => ("departure", "departures"),
        Noun::Promotion => ("promotion", "promotions"),
        Noun::Transfer => ("transfer", "transfers"),
        Noun::Leave => ("leave", "leaves"),
        Noun::Return => ("return", "returns"),
        Noun::Wave => ("wave", "waves"),
    };
    format!("{number} {}", if one { singular } else { plural })
}

/// A number as a title begins with it, where that is a word.
pub fn opening_number(n: usize) -> Option<&'static str> {
    ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"].get(n.checked_sub(1)?).copied()
}

/// A kind of move.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Join => "Join",
        Kind::Departure => "Departure",
        Kind::Promotion => "Promotion",
        Kind::Transfer => "Transfer",
        Kind::Leave => "Leave",
        Kind::Return => "Return",
    }
}

/// Why a stint ended.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Resigned => "Resigned",
        Reason::Dismissed => "Dismissed",
        Reason::LaidOff => "Laid off",
        Reason::Retired => "Retired",
        Reason::TermEnded => "Term ended",
        Reason::Acquired => "Organization acquired",
        Reason::Died => "Died",
        Reason::Unknown => "Reason not known",
    }
}

/// How sure a move is.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "Confirmed",
        Status::Reported => "Reported",
        Status::Disputed => "Disputed",
        Status::Cancelled => "Cancelled",
        Status::Retracted => "Retracted",
    }
}

/// How sure a move is, in a sentence.
pub fn status_explained(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "The sources confirm this move.",
        Status::Reported => "Reported, but not confirmed.",
        Status::Disputed => "Sources contradict each other; what others say is told with the move.",
        Status::Cancelled => "Made public, but never took hold.",
        Status::Retracted => "Recorded in error, and kept so that the correction can be seen.",
    }
}

/// In what capacity somebody is at an organization.
pub fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Employee => "Employee",
        Capacity::Founder => "Founder",
        Capacity::Board => "Board member",
        Capacity::Advisor => "Adviser",
        Capacity::Interim => "Interim",
        Capacity::Observer => "Board observer",
        Capacity::Contractor => "Contractor",
    }
}

/// What an organization is.
pub fn org_kind(kind: OrgKind) -> &'static str {
    match kind {
        OrgKind::Lab => "Laboratory",
        OrgKind::Company => "Company",
        OrgKind::Startup => "Start-up",
        OrgKind::Nonprofit => "Nonprofit",
        OrgKind::University => "University",
        OrgKind::Government => "Government body",
        OrgKind::Fund => "Fund",
        OrgKind::Other => "Other organization",
    }
}

/// What a source is.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Statement => "Statement",
        SourceKind::Filing => "Filing",
        SourceKind::News => "News report",
        SourceKind::Memo => "Internal memo",
        SourceKind::Social => "Social media post",
        SourceKind::Reference => "Reference work",
        SourceKind::Blog => "Blog",
        SourceKind::Aggregator => "News digest",
    }
}

/// How precisely a date is known.
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "The day is known",
        Precision::Month => "Only the month is known",
        Precision::Quarter => "Only the part of the year is known",
        Precision::Year => "Only the year is known",
        Precision::Span => "Only a span of time is known",
    }
}

/// The field of a claim, where it is one of the format.
pub fn claim_field(field: &str) -> Option<&'static str> {
    Some(match field {
        "person" => "Person",
        "kind" => "Kind of move",
        "date" => "Date it took effect",
        "announced" => "Date announced",
        "until" => "Planned end",
        "reason" => "Reason",
        "status" => "Status",
        "title" => "Title",
        "from" => "Place left",
        "from.org" => "Organization left",
        "from.team" => "Team left",
        "from.post" => "Post left",
        "from.role" => "Role left",
        "from.capacity" => "Capacity left",
        "to" => "New place",
        "to.org" => "New organization",
        "to.team" => "New team",
        "to.post" => "New post",
        "to.role" => "New role",
        "to.capacity" => "New capacity",
        "org" => "Organization",
        "period" => "Period",
        "value" => "Value",
        "unit" => "Unit",
        "of" => "Base",
        "percent" => "Percentage",
        _ => return None,
    })
}

/// A language that sources are written in, by its tag.
pub fn language(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "en" => "English",
        "zh" => "Chinese",
        "it" => "Italian",
        "fr" => "French",
        "de" => "German",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "nl" => "Dutch",
        "ja" => "Japanese",
        "ko" => "Korean",
        "ru" => "Russian",
        _ => return None,
    })
}

/// Where a link leads.
pub fn link(key: &str) -> Option<&'static str> {
    Some(match key {
        "wikidata" => "Wikidata",
        "wikipedia" => "Wikipedia",
        "website" => "Website",
        "github" => "GitHub",
        "x" => "X",
        "linkedin" => "LinkedIn",
        "scholar" => "Google Scholar",
        "orcid" => "ORCID",
        _ => return None,
    })
}
