//! Stints, their tenure, and where somebody is on a day.

use super::{date, day, name, random, real, small};
use std::fmt::Write;
use talent_flow::analysis::{Careers, Presence, Tenure};
use talent_flow::archive::Archive;
use talent_flow::model::{MoveIx, Place};
use talent_flow::wording::Wording;

#[test]
fn a_stint_is_over_on_the_day_it_ends() {
    let archive = small(
        "ada",
        "orbit",
        &[
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2020-01-15\nto: orbit"),
            ("moves/b.yaml", "person: ada\nkind: leave\ndate: 2021-03\nfrom: orbit"),
            ("moves/c.yaml", "person: ada\nkind: return\ndate: 2021-06-01\nto: orbit"),
            ("moves/d.yaml", "person: ada\nkind: departure\ndate: 2022-05-02\nfrom: orbit"),
        ],
    );
    let careers = Careers::new(&archive);
    let (ada, _) = archive.people().next().unwrap();
    let stint = &careers.of_person(ada)[0];
    let at = |text| stint.at(&archive, day(text));
    assert_eq!(at("2020-01-14"), Presence::NotYet);
    assert_eq!(at("2020-01-15"), Presence::Here);
    assert_eq!(at("2021-03-10"), Presence::Uncertain);
    assert_eq!(at("2021-04-01"), Presence::OnLeave);
    assert_eq!(at("2021-06-01"), Presence::Here);
    assert_eq!(at("2022-05-01"), Presence::Here);
    assert_eq!(at("2022-05-02"), Presence::Gone);
}

/// What a career is, a line a stint: where, in what capacity, from when to when, how long, its roles, its leaves.
fn told(archive: &Archive, person: &str) -> String {
    let careers = Careers::new(archive);
    let (ix, _) = archive.people().find(|(_, record)| record.common.id.as_str() == person).unwrap();
    let when = |ix: MoveIx| archive[ix].effective().map_or_else(String::new, date);
    let mut lines = String::new();
    for stint in careers.of_person(ix) {
        let from = if stint.is_begun { when(stint.first) } else { format!("by {}", when(stint.first)) };
        let to = stint.closed.map_or_else(|| "…".to_owned(), when);
        let capacity = Wording::English.capacity(stint.capacity);
        writeln!(
            lines,
            "{}, {capacity}: {from} – {to}: {}",
            name(&archive[stint.org].name),
            length(stint.tenure(archive))
        )
        .unwrap();
        for role in stint.roles(archive) {
            let by = if role.is_begun { "" } else { "by " };
            writeln!(lines, "  {by}{}: {}", when(role.told_by), role_name(archive, role.place)).unwrap();
        }
        for leave in stint.leaves() {
            let ended = leave.ended.map_or_else(|| "…".to_owned(), when);
            writeln!(lines, "  on leave: {} – {ended}", when(leave.began)).unwrap();
        }
    }
    lines
}

fn role_name(archive: &Archive, place: &Place) -> String {
    let post = place.post.map(|post| &archive.post(place.org, post).name);
    let team = place.team.map(|team| &archive.team(place.org, team).name);
    place.role.as_ref().or(post).or(team).map(name).unwrap()
}

/// Years and months: "6.10", "5.10 to 6.10", "about 6.0 to 8.11", "2.0 or more".
pub fn length(tenure: Option<Tenure>) -> String {
    let Some(Tenure { least, most, is_about }) = tenure else { return "?".to_owned() };
    let years = |months: u32| format!("{}.{}", months / 12, months % 12);
    let about = if is_about { "about " } else { "" };
    match most {
        Some(most) if most == least => format!("{about}{}", years(least)),
        Some(most) => format!("{about}{} to {}", years(least), years(most)),
        None => format!("{about}{} or more", years(least)),
    }
}

#[test]
fn two_stints_at_one_organization_stay_apart() {
    let archive = small(
        "ada",
        "orbit",
        &[
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2015-12-11\nto: {org: orbit, role: Engineer}"),
            (
                "moves/b.yaml",
                "person: ada\nkind: join\ndate: 2017-03-01\nto: {org: orbit, role: Chair, capacity: board}",
            ),
            ("moves/c.yaml", "person: ada\nkind: promotion\ndate: 2018-02-01\nto: {org: orbit, role: Chief}"),
            (
                "moves/d.yaml",
                "person: ada\nkind: departure\ndate: 2019-02-28\nfrom: {org: orbit, capacity: board}",
            ),
            ("moves/e.yaml", "person: ada\nkind: departure\ndate: 2020-12-10\nfrom: orbit"),
        ],
    );
    let expected = "\
orbit, Employee: 11 December 2015 – 10 December 2020: 4.11
  11 December 2015: Engineer
  1 February 2018: Chief
orbit, Board member: 1 March 2017 – 28 February 2019: 1.11
  1 March 2017: Chair
";
    assert_eq!(told(&archive, "ada"), expected);
}

#[test]
fn a_leave_is_part_of_a_stint_and_a_gap_is_not() {
    let archive = small(
        "ada",
        "orbit",
        &[
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2018-01-31\nto: {org: orbit, role: Engineer}"),
            ("moves/b.yaml", "person: ada\nkind: leave\ndate: 2019-01-01\nfrom: orbit"),
            ("moves/c.yaml", "person: ada\nkind: return\ndate: 2019-07-01\nto: {org: orbit, role: Engineer}"),
            ("moves/d.yaml", "person: ada\nkind: leave\ndate: 2020-01-15\nfrom: orbit"),
            ("moves/e.yaml", "person: ada\nkind: departure\ndate: 2020-02-29\nfrom: orbit"),
            ("moves/f.yaml", "person: ada\nkind: return\ndate: 2021-05-05\nto: {org: orbit, role: Chief}"),
            ("moves/g.yaml", "person: ada\nkind: leave\ndate: 2021-06-05\nfrom: orbit"),
        ],
    );
    let expected = "\
orbit, Employee: 31 January 2018 – 29 February 2020: 2.1
  31 January 2018: Engineer
  on leave: 1 January 2019 – 1 July 2019
  on leave: 15 January 2020 – 29 February 2020
orbit, Employee: 5 May 2021 – …: 0.1
  5 May 2021: Chief
  on leave: 5 June 2021 – …
";
    assert_eq!(told(&archive, "ada"), expected);
}

#[test]
fn what_is_not_recorded_is_not_made_up() {
    let archive = small(
        "ada bob cyd dan",
        "orbit meridian",
        &[
            (
                "moves/a.yaml",
                "person: ada\nkind: promotion\ndate: 2018-06-10\nfrom: {org: orbit, role: Engineer}\n\
                 to: {org: orbit, role: Chief}",
            ),
            ("moves/b.yaml", "person: ada\nkind: departure\ndate: 2020-06-11\nfrom: orbit\nto: meridian"),
            (
                "moves/c.yaml",
                "person: bob\nkind: departure\ndate: 2021-01-20\nfrom: {org: orbit, role: Cook}",
            ),
            ("moves/d.yaml", "person: cyd\nkind: join\ndate: 2020-06-10\nto: orbit\nstatus: cancelled"),
            ("moves/e.yaml", "person: dan\nkind: join\ndate: 2021-06-10\nto: orbit"),
            ("moves/f.yaml", "person: dan\nkind: join\ndate: 2022-06\nto: meridian\nstatus: disputed"),
            (
                "moves/g.yaml",
                "person: dan\nkind: departure\ndate: 2022-08\nfrom: {org: orbit}\nstatus: retracted",
            ),
        ],
    );
    let ada = "\
orbit, Employee: by 10 June 2018 – 11 June 2020: 2.0 or more
  by 10 June 2018: Engineer
  10 June 2018: Chief
meridian, Employee: 11 June 2020 – …: 2.1 to 2.2
";
    assert_eq!(told(&archive, "ada"), ada);
    let bob = "\
orbit, Employee: by 20 January 2021 – 20 January 2021: ?
  by 20 January 2021: Cook
";
    assert_eq!(told(&archive, "bob"), bob);
    assert_eq!(told(&archive, "cyd"), "");
    let dan = "\
orbit, Employee: 10 June 2021 – …: 1.1 to 1.2
meridian, Employee: June 2022 – …: 0.1 to 0.2
";
    assert_eq!(told(&archive, "dan"), dan);
}

#[test]
fn what_holds_of_any_career() {
    for seed in 0..2 {
        let archive = random(200, seed);
        let careers = Careers::new(&archive);
        for (person, _) in archive.people() {
            for stint in careers.of_person(person) {
                let tenure = stint.tenure(&archive);
                assert!(tenure.is_none_or(|tenure| tenure.most.is_none_or(|most| tenure.least <= most)));
                assert!(stint.is_begun || tenure.is_none_or(|tenure| tenure.most.is_none()));
                let roles = stint.roles(&archive);
                assert!(roles.windows(2).all(|two| two[0].place != two[1].place));
                assert!(stint.leaves().iter().rev().skip(1).all(|leave| leave.ended.is_some()));
                let told = |ix: MoveIx| archive[ix].took_hold() && archive[ix].person == person;
                assert!(roles.iter().all(|role| told(role.told_by)));
            }
        }
    }
}

#[test]
fn careers_of_the_real_content() {
    let told = |person| told(real(), person);
    let lilian_weng = "\
OpenAI, Employee: 2018 – 15 November 2024: 5.10 to 6.10
  2018: Robotics Researcher
  2021: Applied AI Research Lead
  2023: Head of Safety Systems
  July 2024: Head of Safety Systems and co-lead of Preparedness
  August 2024: Vice President of Research and Safety
Thinking Machines Lab, Employee: 2025 – …: 0.1 to 1.0
";
    assert_eq!(told("lilian-weng"), lilian_weng);
    let sam_altman = "\
OpenAI, Founder: December 2015 – 17 November 2023: 7.10 to 7.11
  December 2015: Co-founder
  March 2019: Chief Executive Officer
OpenAI, Board member: December 2015 – 17 November 2023: 7.10 to 7.11
  December 2015: Co-chair
  by 17 November 2023: Director
Y Combinator, Employee: by 2019 – 2019: ?
  by 2019: President
OpenAI, Founder: 29 November 2023 – …: 2.2
  29 November 2023: Chief Executive Officer
OpenAI, Board member: March 2024 – …: 1.10
  March 2024: Director
  by September 2024: Director and committee member
  September 2024: Director
";
    assert_eq!(told("sam-altman"), sam_altman);
    let mira_murati = "\
OpenAI, Employee: 2018 – September 2024: 5.8 to 6.8
  2018: Vice President of Applied AI and Partnerships
  May 2022: Chief Technology Officer
OpenAI, Interim: 17 November 2023 – 20 November 2023: 0.0
  17 November 2023: Interim Chief Executive Officer
Thinking Machines Lab, Founder: 2025 – …: 0.1 to 1.0
  2025: Co-founder and Chief Executive Officer
";
    assert_eq!(told("mira-murati"), mira_murati);
    let greg_brockman = "\
OpenAI, Founder: December 2015 – 17 November 2023: 7.10 to 7.11
  December 2015: Chief Technology Officer
  May 2022: President
OpenAI, Board member: 2017 – 17 November 2023: 5.10 to 6.10
  2017: Director
  by 17 November 2023: Chair of the Board
OpenAI, Founder: 29 November 2023 – …: 2.2
  29 November 2023: President
  on leave: August 2024 – 12 November 2024
";
    assert_eq!(told("greg-brockman"), greg_brockman);
    let mark_chen = "\
OpenAI, Employee: 2018 – …: 7.1 to 8.0
  2018: Researcher
  by September 2024: Vice President of Research
  September 2024: Senior Vice President of Research
  March 2025: Chief Research Officer
";
    assert_eq!(told("mark-chen"), mark_chen);
}
