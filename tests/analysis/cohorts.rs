//! What is computed of cohorts: who remains, over time, and beside what sources state.

use super::{date, day, name, random, real, small};
use talent_flow::analysis::{Agreement, CohortAt, Cohorts, Followed, Headcount, Standing};
use talent_flow::archive::Archive;
use talent_flow::model::{CohortIx, Day};

const GROUP: &str = "title: Group\norg: orbit\nformed: 2020-01-01\nmembers: [ada, bo, cy]\n";

/// An archive of one cohort.
fn group(cohort: &str, moves: &[&str]) -> Archive {
    let files: Vec<String> = (0..moves.len()).map(|nth| format!("moves/m{nth}.yaml")).collect();
    let mut records: Vec<(&str, &str)> =
        files.iter().map(String::as_str).zip(moves.iter().copied()).collect();
    records.push(("cohorts/group.yaml", cohort));
    small("ada bo cy", "orbit vega", &records)
}

fn followed(archive: &Archive) -> (CohortIx, Cohorts) {
    let (ix, _) = archive.cohorts().next().unwrap();
    (ix, Cohorts::new(archive))
}

fn at(archive: &Archive, text: &str) -> CohortAt {
    let (ix, cohorts) = followed(archive);
    cohorts.at(ix, day(text)).unwrap()
}

fn standings(at: &CohortAt) -> Vec<Standing> {
    at.members.iter().map(|member| member.standing).collect()
}

/// The curve as `day at-least..at-most`.
fn curve(followed: &Followed) -> Vec<String> {
    let step = |count: Headcount| match (count.at_least(), count.at_most()) {
        (least, most) if least == most => least.to_string(),
        (least, most) => format!("{least}..{most}"),
    };
    followed.curve().iter().map(|at| format!("{} {}", at.day, step(at.count))).collect()
}

#[test]
fn an_imprecise_departure_leaves_a_band() {
    let archive = group(
        GROUP,
        &[
            "person: ada\nkind: join\ndate: 2019-03-01\nto: orbit",
            "person: ada\nkind: departure\ndate: 2021\nfrom: orbit",
            "person: bo\nkind: departure\ndate: 2022-05-02\nfrom: orbit\nto: vega",
            "person: cy\nkind: promotion\ndate: 2023-01-15\nto: {org: orbit, role: Lead}",
        ],
    );
    let (ix, cohorts) = followed(&archive);
    assert_eq!(
        curve(cohorts.of(ix)),
        ["2020-01-01 3", "2021-01-01 2..3", "2021-12-31 2", "2022-05-02 1"],
        "membership says who was there; records say who left"
    );
    let then = at(&archive, "2021-07-01");
    assert_eq!(standings(&then), [Standing::Uncertain, Standing::Here, Standing::Here]);
    let cause = then.members[0].cause.unwrap();
    assert_eq!(archive[cause].common.id.as_str(), "m1");
    let now = cohorts.of(ix).now();
    assert_eq!(now.day, day("2023-01-15"));
    assert_eq!(standings(&now), [Standing::Gone, Standing::Gone, Standing::Here]);
    assert!(now.members[0].went.is_none());
    let went = now.members[1].went.unwrap();
    assert!(went.is_named && name(&archive[went.org].name) == "vega");
    assert!(cohorts.at(ix, day("2019-12-31")).is_none(), "there was no such cohort yet");
}

#[test]
fn who_is_on_leave_remains_and_who_returns_is_marked() {
    let archive = group(
        GROUP,
        &[
            "person: ada\nkind: leave\ndate: 2021-02-01\nfrom: orbit",
            "person: bo\nkind: departure\ndate: 2021-03-01\nfrom: orbit",
            "person: bo\nkind: join\ndate: 2021-09-01\nto: vega",
            "person: bo\nkind: return\ndate: 2023-04-01\nto: orbit",
            "person: ada\nkind: departure\ndate: 2024-01-01\nfrom: orbit\nstatus: cancelled",
        ],
    );
    let then = at(&archive, "2022-01-01");
    assert_eq!(standings(&then), [Standing::OnLeave, Standing::Gone, Standing::Unknown]);
    let went = then.members[1].went.unwrap();
    assert!(!went.is_named && name(&archive[went.org].name) == "vega");
    assert!(at(&archive, "2021-08-31").members[1].went.is_none(), "nothing is told before it happened");
    assert_eq!((then.count.at_least(), then.count.at_most(), then.count.size()), (1, 1, 3));
    let now = at(&archive, "2024-02-01");
    assert_eq!(standings(&now), [Standing::OnLeave, Standing::Here, Standing::Unknown]);
    assert_eq!(now.members.iter().map(|member| member.returned).collect::<Vec<_>>(), [false, true, false]);
    assert!(now.members[1].went.is_none());
}

#[test]
fn who_had_joined_elsewhere_shortly_before_went_there() {
    let archive = group(
        GROUP,
        &[
            "person: bo\nkind: join\ndate: 2019\nto: orbit",
            "person: bo\nkind: join\ndate: 2021-02-20\nto: vega",
            "person: bo\nkind: departure\ndate: 2021-03-01\nfrom: orbit",
        ],
    );
    let bo = at(&archive, "2021-03-01").members[1];
    let went = bo.went.unwrap();
    assert!(bo.standing == Standing::Gone && !went.is_named);
    assert_eq!(name(&archive[went.org].name), "vega");
}

#[test]
fn a_seat_is_not_remaining() {
    let archive = group(
        GROUP,
        &[
            "person: ada\nkind: join\ndate: 2019\nto: {org: orbit, capacity: board}",
            "person: bo\nkind: join\ndate: 2019\nto: {org: orbit, capacity: founder}",
            "person: bo\nkind: join\ndate: 2021-01-04\nto: {org: orbit, capacity: board}",
            "person: bo\nkind: departure\ndate: 2021-06-01\nfrom: {org: orbit, capacity: founder}\nto: vega",
            "person: bo\nkind: departure\ndate: 2022-06-01\nfrom: {org: orbit, capacity: board}",
            "person: cy\nkind: join\ndate: 2021-06-01\nto: {org: orbit, capacity: board}",
        ],
    );
    let at = |text| at(&archive, text);
    assert_eq!(standings(&at("2020-01-01")), [Standing::Seat, Standing::Here, Standing::Here]);
    assert_eq!(standings(&at("2021-06-01")), [Standing::Seat, Standing::Seat, Standing::Here]);
    let now = at("2022-06-01");
    assert_eq!(standings(&now), [Standing::Seat, Standing::Gone, Standing::Here]);
    let cause = now.members[1].cause.unwrap();
    assert_eq!(
        archive[cause].common.id.as_str(),
        "m3",
        "what ended the work is told, not what ended the seat"
    );
    assert_eq!(name(&archive[now.members[1].went.unwrap().org].name), "vega");
}

#[test]
fn an_imprecise_joining_is_no_doubt_of_a_member() {
    let archive = group(
        "title: Group\norg: orbit\nformed: 2020-03-05\nmembers: [ada, bo]\n",
        &[
            "person: ada\nkind: join\ndate: 2020\nto: {org: orbit, capacity: founder}",
            "person: bo\nkind: join\ndate: 2020-03\nto: {org: orbit, capacity: board}",
            "person: bo\nkind: departure\ndate: 2019\nfrom: vega",
        ],
    );
    assert_eq!(standings(&at(&archive, "2020-03-05"))[0], Standing::Here);
    assert_eq!(standings(&at(&archive, "2020-04-01")), [Standing::Here, Standing::Seat]);
}

#[test]
fn what_sources_state_is_held_against_what_is_computed() {
    let stated = "stated:
  - {size: 3, remaining: 2, date: 2020, sources: [{url: https://herald.example/1}]}
  - {size: 5, remaining: 1, date: 2021-07, sources: [{url: https://herald.example/2}]}
  - {remaining: 3, date: 2021-01-31, sources: [{url: https://herald.example/3}]}
  - {remaining: 0, sources: [{url: https://herald.example/4}]}
";
    let archive = group(
        &format!("{GROUP}{stated}"),
        &[
            "person: ada\nkind: departure\ndate: 2021-01\nfrom: orbit",
            "person: bo\nkind: leave\ndate: 2020-06-01\nfrom: orbit",
            "person: cy\nkind: promotion\ndate: 2020-02-02\nto: {org: orbit, role: Lead}",
            "person: cy\nkind: departure\ndate: \"[2021-08..2021-09]\"\nfrom: orbit",
        ],
    );
    let (ix, cohorts) = followed(&archive);
    let compared: Vec<_> = archive[ix].stated.iter().map(|stated| cohorts.of(ix).compare(stated)).collect();
    let told: Vec<_> = compared.iter().map(|c| (c.day.to_string(), c.size, c.remaining)).collect();
    let differs = Some(Agreement::Differs);
    assert_eq!(
        told,
        [
            ("2020-12-31".into(), Some(Agreement::Same), Some(Agreement::WithoutLeave)),
            ("2021-07-31".into(), differs, Some(Agreement::WithoutLeave)),
            ("2021-01-31".into(), None, differs),
            ("2021-09-30".into(), None, Some(Agreement::WithoutLeave)),
        ]
    );
    assert_eq!(cohorts.of(ix).now().count.at_least(), 1);
}

#[test]
fn nobody_remains_at_what_is_dissolved() {
    let archive = small(
        "ada",
        "",
        &[
            ("orgs/orbit.yaml", "name: orbit\nkind: lab\ndissolved: 2022-05"),
            ("cohorts/group.yaml", "title: Group\norg: orbit\nformed: 2020\nmembers: [ada]"),
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2020-01-15\nto: orbit"),
            (
                "moves/b.yaml",
                "person: ada\nkind: departure\ndate: 2024-02-02\nfrom: orbit\nstatus: retracted",
            ),
        ],
    );
    let (ix, cohorts) = followed(&archive);
    assert_eq!(cohorts.at(ix, day("2024-01-01")).unwrap().day, day("2022-04-30"), "it is followed no longer");
}

const FOUNDERS: &str = "\
2019-01-01: 5 of 11
  Here: Sam Altman, Greg Brockman, Ilya Sutskever, Wojciech Zaremba, John Schulman
  Gone: Elon Musk, Andrej Karpathy (to Tesla), Durk Kingma (to Google), Trevor Blackwell, Vicki Cheung, Pamela Vagata
2023-11-16: 6 of 11
  Here: Sam Altman, Greg Brockman, Ilya Sutskever, Wojciech Zaremba, John Schulman, Andrej Karpathy (returned)
  Gone: Elon Musk (next at xAI), Durk Kingma (to Google), Trevor Blackwell, Vicki Cheung, Pamela Vagata
2023-11-18: 4 of 11
  Here: Ilya Sutskever, Wojciech Zaremba, John Schulman, Andrej Karpathy (returned)
  Gone: Sam Altman, Elon Musk (next at xAI), Greg Brockman, Durk Kingma (to Google), Trevor Blackwell, Vicki Cheung, Pamela Vagata
2024-11-11: 3 of 11
  Here: Sam Altman (returned), Wojciech Zaremba
  OnLeave: Greg Brockman (returned)
  Gone: Elon Musk (next at xAI), Ilya Sutskever (to Safe Superintelligence), John Schulman (to Anthropic), Andrej Karpathy (next at Eureka Labs), Durk Kingma (to Google), Trevor Blackwell, Vicki Cheung, Pamela Vagata
";

const EVERY: &str = "\
anthropic-cofounders, 2026-01-31: 7 of 7
  Here: Dario Amodei, Daniela Amodei, Jack Clark, Tom Brown, Chris Olah, Sam McCandlish, Jared Kaplan
  stated undated: size 7 Same, remaining -; computed 7
  stated 2 June 2021: size 12 Differs, remaining -; computed 7
  stated undated: size 9 Differs, remaining -; computed 7
board-2023-11-17, 2026-01-31: 2 of 6
  Here: Greg Brockman (returned), Sam Altman (returned)
  Seat: Adam D'Angelo
  Gone: Ilya Sutskever (to Safe Superintelligence), Helen Toner, Tasha McCauley
covariant-founders, 2026-01-31: 1 of 4
  Here: Tianhao Zhang
  Gone: Pieter Abbeel (to Amazon), Peter Chen (to Amazon), Rocky Duan (to Amazon)
  stated 11 November 2024: size 3 Differs, remaining -; computed 1
  stated undated: size 4 Same, remaining -; computed 1
exits-2024-05-14, 2026-01-31: 0 of 3
  Gone: Ilya Sutskever (to Safe Superintelligence), Jan Leike (to Anthropic), Gretchen Krueger
exits-2024-08-05, 2026-01-31: 1 of 3
  Here: Greg Brockman
  Gone: John Schulman (to Anthropic), Peter Deng (to Felicis Ventures)
exits-2024-09-25, 2026-01-31: 1 of 3
  Here: Barret Zoph (returned)
  Gone: Mira Murati (to Thinking Machines Lab), Bob McGrew
gpt1-authors, 2026-01-31: 0 of 4
  Gone: Alec Radford, Karthik Narasimhan (to Princeton University), Tim Salimans (to Google), Ilya Sutskever (to Safe Superintelligence)
openai-founding-2015, 2026-01-31: 3 of 11
  Here: Sam Altman (returned), Greg Brockman (returned), Wojciech Zaremba
  Gone: Elon Musk (next at xAI), Ilya Sutskever (to Safe Superintelligence), John Schulman (to Anthropic), Andrej Karpathy (next at Eureka Labs), Durk Kingma (to Google), Trevor Blackwell, Vicki Cheung, Pamela Vagata
  stated 11 November 2024: size 13 Differs, remaining 3 Same; computed 3
  stated 26 September 2024: size 13 Differs, remaining 3 Same; computed 3
  stated August 2024: size 11 Same, remaining 3 Same; computed 3
  stated October 2024: size 11 Same, remaining 2 WithoutLeave; computed 3
  stated 12 November 2024: size -, remaining 3 Same; computed 3
  stated undated: size 12 Differs, remaining -; computed 3
safety-staff-named-2024-08, 2026-01-31: 0 of 4
  Gone: John Schulman (to Anthropic), Ilya Sutskever (to Safe Superintelligence), Jan Leike (to Anthropic), Daniel Kokotajlo
tml-launch-openai-alumni, 2026-01-31: 5 of 7
  Here: Mira Murati, John Schulman, Alexander Kirillov, Lilian Weng, Jonathan Lachman
  Gone: Barret Zoph (to OpenAI), Luke Metz (to OpenAI)
xai-launch-team, 2026-01-31: 1 of 3
  Here: Elon Musk
  Gone: Igor Babuschkin, Kyle Kosic (to OpenAI)
  stated 14 July 2023: size 12 Differs, remaining -; computed 3
";

/// Names by what became of them.
fn told(archive: &Archive, at: &CohortAt) -> String {
    let count = at.count;
    let mut text = format!("{}: {} of {}\n", at.day, range(count), count.size());
    for standing in Standing::ALL {
        let names = at.members.iter().filter(|member| member.standing == standing).map(|member| {
            let mark = if member.returned { " (returned)" } else { "" };
            let went = member.went.map_or_else(String::new, |went| {
                let how = if went.is_named { "to" } else { "next at" };
                format!(" ({how} {})", name(&archive[went.org].name))
            });
            format!("{}{mark}{went}", name(&archive[member.person].name))
        });
        let names: Vec<String> = names.collect();
        if !names.is_empty() {
            text += &format!("  {standing:?}: {}\n", names.join(", "));
        }
    }
    text
}

fn range(count: Headcount) -> String {
    match (count.at_least(), count.at_most()) {
        (least, most) if least == most => format!("{least}"),
        (least, most) => format!("{least} to {most}"),
    }
}

fn cohort_of(archive: &Archive, id: &str) -> CohortIx {
    archive.cohorts().find(|(_, cohort)| cohort.common.id.as_str() == id).unwrap().0
}

#[test]
fn the_founders_of_openai() {
    let archive = real();
    let cohorts = Cohorts::new(archive);
    let founders = cohort_of(archive, "openai-founding-2015");
    let days = ["2019-01-01", "2023-11-16", "2023-11-18", "2024-11-11"];
    let text: String =
        days.iter().map(|text| told(archive, &cohorts.at(founders, day(text)).unwrap())).collect();
    assert_eq!(text, FOUNDERS);
}

#[test]
fn every_cohort_beside_what_sources_state() {
    let archive = real();
    let cohorts = Cohorts::new(archive);
    let mut text = String::new();
    for (ix, cohort) in archive.cohorts() {
        text += &format!("{}, {}", cohort.common.id, told(archive, &cohorts.of(ix).now()));
        for stated in &cohort.stated {
            let c = cohorts.of(ix).compare(stated);
            let when = stated.date.as_ref().map_or_else(|| "undated".into(), date);
            let number = |n: Option<u32>, agrees: Option<Agreement>| {
                n.map_or_else(|| "-".into(), |n| format!("{n} {:?}", agrees.unwrap()))
            };
            let (size, remaining) = (number(stated.size, c.size), number(stated.remaining, c.remaining));
            text += &format!(
                "  stated {when}: size {size}, remaining {remaining}; computed {}\n",
                range(c.count)
            );
        }
    }
    assert_eq!(text, EVERY);
}

/// What always holds of a cohort, whatever its records say.
fn holds(cohort: &Followed, days: &[Day]) {
    let curve = cohort.curve();
    let now = cohort.now();
    let size = now.members.len();
    assert_eq!(curve[0].day, cohort.formed());
    assert_eq!(curve.last().unwrap().count, now.count, "the curve ends where the cohort is");
    assert_eq!(cohort.count(), now.count);
    for pair in curve.windows(2) {
        assert!(pair[0].day < pair[1].day && pair[1].day <= cohort.until());
        assert!(!pair[1].causes.is_empty(), "no step without a move");
    }
    for step in &curve {
        assert_eq!(step.count.size(), size, "everybody stands somewhere");
        assert!(step.count.at_least() <= step.count.at_most() && step.count.at_most() <= size);
    }
    for day in days.iter().filter(|day| **day >= cohort.formed() && **day <= cohort.until()) {
        let step = curve.iter().rev().find(|step| step.day <= *day).unwrap();
        assert_eq!(step.count, cohort.at(*day).unwrap().count, "the curve says what the day says: {day}");
    }
    for spans in cohort.spans() {
        assert_eq!((spans[0].from, spans.last().unwrap().to), (cohort.formed(), cohort.until()));
        assert!(
            spans.windows(2).all(|pair| pair[0].to == pair[1].from && pair[0].standing != pair[1].standing)
        );
    }
}

#[test]
fn what_always_holds() {
    let days: Vec<Day> = (2008..2030)
        .flat_map(|year| (1..=4).map(move |quarter| Day::from_ymd_opt(year, 3 * quarter, 17).unwrap()))
        .collect();
    let check = |archive: &Archive| {
        let cohorts = Cohorts::new(archive);
        assert!(archive.cohorts().len() > 0);
        for (ix, _) in archive.cohorts() {
            holds(cohorts.of(ix), &days);
        }
    };
    check(real());
    for seed in 1..=2 {
        check(&random(400, seed));
    }
}
