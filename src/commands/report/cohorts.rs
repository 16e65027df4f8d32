//! Who of each cohort remains on the day.

use super::sheet::{Rows, Sheet};
use super::then::{Named, Then};
use crate::analysis::{CohortAt, MemberAt, Standing};
use crate::model::{Cohort, OrgIx};
use crate::wording::Wording;
use serde::{Serialize, Serializer};

/// A cohort that had been formed by the day.
#[derive(Debug, Serialize)]
pub struct CohortThen {
    id: String,
    name: String,
    formed: String,
    /// The members.
    size: usize,
    /// How many certainly remain, those on leave among them.
    remain_at_least: usize,
    /// How many remain at most, as far as imprecise dates leave it open.
    remain_at_most: usize,
    members: Vec<MemberThen>,
}

/// A member of a cohort on the day.
#[derive(Debug, Serialize)]
struct MemberThen {
    person: Named,
    /// `here`, `on-leave`, `uncertain`, `seat` (on the board, as an observer or an adviser), `gone` or `unknown`.
    #[serde(serialize_with = "as_word")]
    standing: Standing,
    /// Whether they left and came back.
    returned: bool,
    /// Where they went by the day, of somebody who does not remain.
    went_to: Option<Named>,
    /// The move that tells.
    r#move: Option<String>,
}

/// The cohorts of an organization, by id.
pub fn list(then: &Then, org: OrgIx) -> Vec<CohortThen> {
    let cohorts = then.archive.cohorts().filter(|(_, cohort)| cohort.org == org);
    let at = cohorts.filter_map(|(ix, cohort)| Some((cohort, then.analyses.cohorts.at(ix, then.day)?)));
    at.map(|(cohort, at)| CohortThen::new(then, cohort, &at)).collect()
}

impl CohortThen {
    fn new(then: &Then, cohort: &Cohort, at: &CohortAt) -> Self {
        let Named { id, name } = then.named(&cohort.common, &cohort.title);
        Self {
            id,
            name,
            formed: cohort.formed.as_str().to_owned(),
            size: at.count.size(),
            remain_at_least: at.count.at_least(),
            remain_at_most: at.count.at_most(),
            members: at.members.iter().map(|member| MemberThen::new(then, member)).collect(),
        }
    }

    /// "8 of 11 remain", "6 to 8 of 11 remain".
    fn told(&self) -> String {
        let number = |n| Wording::English.number(n);
        let (least, most, size) =
            (number(self.remain_at_least), number(self.remain_at_most), number(self.size));
        let range = if least == most { least } else { format!("{least} to {most}") };
        format!("{}: {range} of {size} remain", self.name)
    }
}

impl MemberThen {
    fn new(then: &Then, member: &MemberAt) -> Self {
        let went = member.went.filter(|went| then.is_told(went.cause));
        Self {
            person: then.person(member.person),
            standing: member.standing,
            returned: member.returned,
            went_to: went.map(|went| then.org(went.org)),
            r#move: member
                .cause
                .filter(|ix| then.is_told(*ix))
                .map(|ix| then.archive[ix].common.id.to_string()),
        }
    }

    fn told(&self) -> String {
        let returned = self.returned.then_some("returned");
        let went = self.went_to.as_ref().map(|org| format!("to {}", org.name));
        let marks: Vec<String> = returned.map(str::to_owned).into_iter().chain(went).collect();
        if marks.is_empty() {
            self.person.name.clone()
        } else {
            format!("{} ({})", self.person.name, marks.join("; "))
        }
    }
}

/// A standing in JSON.
fn as_word<S: Serializer>(standing: &Standing, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match standing {
        Standing::Here => "here",
        Standing::OnLeave => "on-leave",
        Standing::Uncertain => "uncertain",
        Standing::Seat => "seat",
        Standing::Gone => "gone",
        Standing::Unknown => "unknown",
    })
}

/// What a standing is called in a table.
fn label(standing: Standing) -> &'static str {
    match standing {
        Standing::Here => "Remain",
        Standing::OnLeave => "On leave",
        Standing::Uncertain => "Uncertain",
        Standing::Seat => "Board or adviser",
        Standing::Gone => "Gone",
        Standing::Unknown => "Not recorded",
    }
}

/// Lays each cohort out as a table.
pub fn lay_out(cohorts: &[CohortThen], sheet: &mut Sheet) {
    if cohorts.is_empty() {
        return;
    }
    sheet.heading("Cohorts");
    for (at, cohort) in cohorts.iter().enumerate() {
        if at > 0 {
            sheet.gap();
        }
        sheet.line(&cohort.told());
        let mut rows = Rows::bare().numbers_in(1);
        for standing in Standing::ALL {
            let members = cohort.members.iter().filter(|member| member.standing == standing);
            let names: Vec<String> = members.map(MemberThen::told).collect();
            if !names.is_empty() {
                rows.add([
                    label(standing).to_owned(),
                    Wording::English.number(names.len()),
                    names.join(", "),
                ]);
            }
        }
        sheet.table(&rows);
    }
}
