//! Who held each post, who followed whom, and when it was vacant.

use super::{date, name, random, real, small};
use std::sync::OnceLock;
use talent_flow::analysis::Posts;
use talent_flow::analysis::posts::{Holder, Known};
use talent_flow::archive::Archive;
use talent_flow::model::{Capacity, MoveIx, OrgIx, PostIx};

/// An archive with the organization `orbit` and its posts `chief` (one seat) and `lead` (two); every line of `moves`
/// is a file's name, a person, a kind, a date and the rest of the record.
fn orbit(moves: &str) -> Archive {
    let mut files = vec![(
        "orgs/orbit.yaml".to_owned(),
        "name: Orbit\nkind: lab\nteams: {crew: {name: Crew}}\n\
         posts: {chief: {name: Chief}, lead: {name: Lead, seats: 2, team: crew}}"
            .to_owned(),
    )];
    for line in moves.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let [id, person, kind, date, rest] = line.splitn(5, ' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let rest = rest.replace(" | ", "\n");
        files.push((
            format!("moves/{id}.yaml"),
            format!("person: {person}\nkind: {kind}\ndate: \"{date}\"\n{rest}"),
        ));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    small("ada bo cy di", "", &files)
}

/// The history of a post as a table.
fn table(archive: &Archive, org: &str, post: &str) -> String {
    let posts = Posts::new(archive);
    let (ix, record) = archive.orgs().find(|(_, record)| record.common.id.as_str() == org).unwrap();
    let at = record.posts.iter().position(|known| known.id.as_str() == post).unwrap();
    let history = posts.of(ix, PostIx::new(at));
    let vacancies = history.vacancies(archive);
    let mut lines = Vec::new();
    for (number, holder) in history.holders.iter().enumerate() {
        for vacancy in vacancies.iter().filter(|vacancy| vacancy.before == number) {
            let days =
                |(from, to): (talent_flow::model::Day, talent_flow::model::Day)| (to - from).num_days();
            let (shortest, longest) = (days(vacancy.shortest), days(vacancy.longest));
            lines.push(if shortest == longest {
                format!("(vacant for {shortest} days)")
            } else {
                format!("(vacant for {shortest} to {longest} days)")
            });
        }
        lines.push(line(archive, holder));
    }
    lines.join("\n")
}

fn line(archive: &Archive, holder: &Holder) -> String {
    let begin = archive[holder.first].effective().map(date).unwrap();
    let begin = if holder.is_begun { begin } else { format!("? (by {begin})") };
    let end = match holder.end {
        None => "…".to_owned(),
        Some(end) => {
            let word = match end.how {
                Known::Recorded => "",
                Known::Taken => ", taken",
                Known::Elsewhere => ", elsewhere",
            };
            format!("{}{word}", archive[end.by].effective().map(date).unwrap())
        }
    };
    let interim = if holder.is_interim() { " (interim)" } else { "" };
    let seat = holder.seat.map_or(" beside".to_owned(), |seat| match seat {
        0 => String::new(),
        seat => format!(" seat {}", seat + 1),
    });
    format!("{}{interim}{seat}: {begin} – {end}", name(&archive[holder.person].name))
}

#[track_caller]
fn expect(archive: &Archive, post: &str, expected: &[&str]) {
    assert_eq!(table(archive, "orbit", post), expected.join("\n"));
}

#[test]
fn an_interim_holder_stands_between_two() {
    let archive = orbit(
        "a ada join 2018-02-01 to: {org: orbit, post: chief}
         b ada departure 2020-05-04 from: orbit
         c bo join 2020-05-04 to: {org: orbit, post: chief, capacity: interim}
         d bo departure 2020-08-10 from: {org: orbit, capacity: interim}
         e cy join 2020-08-10 to: {org: orbit, post: chief}",
    );
    expect(
        &archive,
        "chief",
        &[
            "ada: 1 February 2018 – 4 May 2020",
            "bo (interim): 4 May 2020 – 10 August 2020",
            "cy: 10 August 2020 – …",
        ],
    );
    let posts = Posts::new(&archive);
    let holders = &posts.of(OrgIx::new(0), PostIx::new(0)).holders;
    assert_eq!((holders[0].predecessor, holders[0].successor), (None, Some(1)));
    assert_eq!((holders[1].predecessor, holders[1].successor), (Some(0), Some(2)));
    assert_eq!((holders[2].predecessor, holders[2].successor), (Some(1), None));
}

#[test]
fn a_gap_is_counted_in_days() {
    let archive = orbit(
        "a ada join 2018 to: {org: orbit, post: chief}
         b ada departure 2020-03-01 from: orbit
         c bo join 2020-04-28 to: {org: orbit, post: chief}
         d bo departure 2021-05 from: orbit
         e cy join 2021-08 to: {org: orbit, post: chief}
         f cy departure 2022 from: orbit
         g di join 2022-03 to: {org: orbit, post: chief}",
    );
    expect(
        &archive,
        "chief",
        &[
            "ada: 2018 – 1 March 2020",
            "(vacant for 58 days)",
            "bo: 28 April 2020 – May 2021",
            "(vacant for 62 to 122 days)",
            "cy: August 2021 – 2022",
            "di: March 2022 – …",
        ],
    );
}

#[test]
fn two_seats_have_two_lines_of_holders() {
    let archive = orbit(
        "a ada join 2018-01 to: {org: orbit, post: lead}
         b bo join 2019-01 to: {org: orbit, post: lead}
         c ada departure 2020-03-01 from: orbit
         d cy join 2020-04-01 to: {org: orbit, post: lead}
         e di join 2021 to: {org: orbit, post: lead, capacity: interim}",
    );
    expect(
        &archive,
        "lead",
        &[
            "ada: January 2018 – 1 March 2020",
            "bo seat 2: January 2019 – …",
            "cy: 1 April 2020 – …",
            "di (interim) beside: 2021 – …",
        ],
    );
}

#[test]
fn one_day_has_an_order() {
    let archive = orbit(
        "a ada join 2018 to: {org: orbit, post: chief}
         b ada departure 2020-05-04 from: orbit | order: 1
         c bo join 2020-05-04 to: {org: orbit, post: chief, capacity: interim} | order: 2
         d bo departure 2020-05-04 from: {org: orbit, capacity: interim} | order: 3
         e cy join 2020-05-04 to: {org: orbit, post: chief} | order: 4
         f cy departure 2020-05-04 from: orbit | order: 5
         g ada return 2020-05-04 to: {org: orbit, post: chief} | order: 6",
    );
    expect(
        &archive,
        "chief",
        &[
            "ada: 2018 – 4 May 2020",
            "bo (interim): 4 May 2020 – 4 May 2020",
            "cy: 4 May 2020 – 4 May 2020",
            "ada: 4 May 2020 – …",
        ],
    );
}

#[test]
fn a_begin_that_is_not_recorded_stays_open() {
    let archive = orbit(
        "a ada departure 2020-05 from: {org: orbit, post: chief}
         b bo join 2020 to: {org: orbit, post: chief}
         c cy join 2018 to: {org: orbit, post: lead}
         d cy departure 2021 from: {org: orbit, post: chief}
         e di transfer 2019-01 from: {org: orbit, post: lead} | to: {org: orbit, role: Scientist}",
    );
    expect(
        &archive,
        "chief",
        &["ada: ? (by May 2020) – May 2020", "bo: 2020 – 2021, taken", "cy: ? (by 2021) – 2021"],
    );
    expect(
        &archive,
        "lead",
        &["cy: 2018 – 2021, elsewhere", "di seat 2: ? (by January 2019) – January 2019"],
    );
}

#[test]
fn the_next_holder_ends_what_nothing_else_ends() {
    let archive = orbit(
        "a ada join 2018 to: {org: orbit, post: chief}
         b bo join 2020-02 to: {org: orbit, post: chief, capacity: interim}
         c cy join 2020-06 to: {org: orbit, post: chief}",
    );
    expect(
        &archive,
        "chief",
        &[
            "ada: 2018 – February 2020, taken",
            "bo (interim): February 2020 – June 2020, taken",
            "cy: June 2020 – …",
        ],
    );
}

#[test]
fn who_is_on_leave_keeps_the_post() {
    let archive = orbit(
        "a ada join 2018 to: {org: orbit, post: chief}
         b ada leave 2020-01 from: orbit
         c bo join 2020-02 to: {org: orbit, post: chief, capacity: interim}
         d bo departure 2020-05 from: {org: orbit, capacity: interim}
         e ada return 2020-05 to: orbit
         f ada departure 2021-03 from: orbit
         g cy join 2021-03 to: {org: orbit, post: chief}",
    );
    expect(
        &archive,
        "chief",
        &["ada: 2018 – March 2021", "bo (interim) beside: February 2020 – May 2020", "cy: March 2021 – …"],
    );
    let posts = Posts::new(&archive);
    let holders = &posts.of(OrgIx::new(0), PostIx::new(0)).holders;
    assert_eq!(holders[0].leaves.len(), 1);
    assert_eq!((holders[0].successor, holders[1].predecessor), (Some(2), None));
}

#[test]
fn a_post_ends_when_another_place_is_said() {
    let archive = orbit(
        "a ada join 2018 to: {org: orbit, post: chief, role: Chief}
         b ada promotion 2019 to: {org: orbit, post: chief, role: Chief and more}
         c ada transfer 2020 to: {org: orbit, role: Adviser}
         d bo join 2020 to: {org: orbit, post: chief, capacity: board}
         e bo join 2020 to: {org: orbit, role: Scientist}
         f bo departure 2021 from: {org: orbit, capacity: board}
         g cy join 2019 to: {org: orbit, post: lead} | status: cancelled
         h di join 2019 to: {org: orbit, post: lead, team: crew}
         i di transfer 2020 to: {org: orbit, team: crew}",
    );
    expect(&archive, "chief", &["ada: 2018 – 2020", "bo: 2020 – 2021"]);
    expect(&archive, "lead", &["di: 2019 – …"]);
}

#[test]
fn four_chief_executives_in_a_fortnight() {
    assert_eq!(
        table(real(), "openai", "chief-executive"),
        "\
Sam Altman: March 2019 – 17 November 2023
Mira Murati (interim): 17 November 2023 – 20 November 2023
Emmett Shear (interim): 20 November 2023 – between 21 and 29 November 2023
Sam Altman: 29 November 2023 – …"
    );
}

/// From the day of the dismissal to the day on which it was announced that he was back.
#[test]
fn four_chief_executives_were_announced_in_five_days() {
    let archive = real();
    let (org, record) = archive.orgs().find(|(_, org)| org.common.id.as_str() == "openai").unwrap();
    let at = record.posts.iter().position(|post| post.id.as_str() == "chief-executive").unwrap();
    let posts = Posts::new(archive);
    let holders = &posts.of(org, PostIx::new(at)).holders;
    let announced = |ix: MoveIx| date(archive[ix].announced.as_ref().unwrap());
    let begins: Vec<String> = holders[1..].iter().map(|holder| announced(holder.first)).collect();
    assert_eq!(announced(holders[0].end.unwrap().by), "17 November 2023");
    assert_eq!(begins, ["17 November 2023", "19 November 2023", "21 November 2023"]);
}

const LED: &str = "\
== head-of-safety
Lilian Weng: 2023 – 15 November 2024
== head-of-superalignment
Jan Leike: July 2023 – May 2024
== head-of-alignment-science
John Schulman: May 2024 – August 2024
== head-of-preparedness
Aleksander Madry: ? (by 17 November 2023) – 17 November 2023
(vacant for 1 to 13 days)
Aleksander Madry: between 18 and 30 November 2023 – July 2024
Joaquin Quiñonero Candela: July 2024 – …
== head-of-agi-readiness
Miles Brundage: ? (by October 2024) – October 2024
== head-of-mission-alignment
Josh Achiam: September 2024 – …
== head-of-trust-and-safety
Dave Willner: February 2022 – July 2023
== chief-scientist
Ilya Sutskever: ? (by July 2023) – May 2024
Jakub Pachocki: May 2024 – …
== chief-research-officer
Bob McGrew: ? (by September 2024) – September 2024
(vacant for 152 to 211 days)
Mark Chen: March 2025 – …
== senior-vice-president-of-research
Mark Chen: September 2024 – March 2025
== chief-technology-officer
Greg Brockman: December 2015 – May 2022
Mira Murati: May 2022 – September 2024
== president
Greg Brockman: May 2022 – 17 November 2023
(vacant for 12 days)
Greg Brockman: 29 November 2023 – …
== board-chair
Greg Brockman: ? (by 17 November 2023) – 17 November 2023
(vacant for 12 days)
Bret Taylor: 29 November 2023 – …
== head-of-post-training
Barret Zoph: 2022 – September 2024
John Schulman seat 2: ? (by May 2024) – May 2024";

#[test]
fn who_led_safety_and_research() {
    let posts = [
        "head-of-safety",
        "head-of-superalignment",
        "head-of-alignment-science",
        "head-of-preparedness",
        "head-of-agi-readiness",
        "head-of-mission-alignment",
        "head-of-trust-and-safety",
        "chief-scientist",
        "chief-research-officer",
        "senior-vice-president-of-research",
        "chief-technology-officer",
        "president",
        "board-chair",
        "head-of-post-training",
    ];
    let tables: Vec<String> =
        posts.iter().map(|post| format!("== {post}\n{}", table(real(), "openai", post))).collect();
    assert_eq!(tables.join("\n"), LED);
}

/// Every history of an archive.
fn histories<'a>(
    archive: &'a Archive,
    posts: &'a Posts,
) -> impl Iterator<Item = (OrgIx, PostIx, &'a [Holder])> {
    let orgs = archive.orgs().map(|(org, _)| org);
    orgs.flat_map(|org| posts.of_org(org).map(move |(post, history)| (org, post, &*history.holders)))
}

fn archives() -> &'static [Archive] {
    static ARCHIVES: OnceLock<Vec<Archive>> = OnceLock::new();
    ARCHIVES.get_or_init(|| [(300, 1), (300, 2), (900, 3)].map(|(moves, seed)| random(moves, seed)).into())
}

#[test]
fn predecessors_and_successors_are_inverse() {
    for archive in archives() {
        let posts = Posts::new(archive);
        let mut seen = 0;
        for (_, _, holders) in histories(archive, &posts) {
            for (number, holder) in holders.iter().enumerate() {
                let inverse = |other: Option<usize>, back: fn(&Holder) -> Option<usize>| {
                    assert!(other.is_none_or(|other| back(&holders[other]) == Some(number)));
                    assert!(other.is_none_or(|other| holders[other].seat == holder.seat));
                };
                inverse(holder.predecessor, |other| other.successor);
                inverse(holder.successor, |other| other.predecessor);
                assert!(holder.predecessor.is_none_or(|before| before < number));
                seen += 1;
            }
        }
        assert!(seen > 5, "the archive has too few holders to say anything: {seen}");
    }
}

#[test]
fn one_seat_has_one_holder_at_a_time() {
    for archive in archives() {
        let posts = Posts::new(archive);
        for (org, post, holders) in histories(archive, &posts) {
            let own = holders.iter().filter(|holder| holder.capacity != Capacity::Interim);
            let mut certain: Vec<_> = own.filter_map(|holder| holder.certain(archive)).collect();
            certain.sort();
            let is_disjoint = certain.windows(2).all(|pair| pair[0].1 <= pair[1].0);
            let seats = archive.post(org, post).seats;
            assert!(seats > 1 || is_disjoint, "{certain:?}");
        }
    }
}

#[test]
fn everybody_is_listed_once_with_their_posts() {
    for archive in archives() {
        let posts = Posts::new(archive);
        let all: usize = histories(archive, &posts).map(|(_, _, holders)| holders.len()).sum();
        let listed: usize = archive.people().map(|(person, _)| posts.of_person(person).len()).sum();
        assert_eq!(all, listed);
        for (person, _) in archive.people() {
            for &(org, post, number) in posts.of_person(person) {
                assert_eq!(posts.of(org, post).holders[number].person, person);
            }
        }
    }
}
