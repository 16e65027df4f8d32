//! Where people go from and to.

use super::{date, day, name, random, real, small};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use talent_flow::analysis::{Balance, Cell, Flows, Passage};
use talent_flow::archive::{Archive, Change};
use talent_flow::model::{Capacity, MoveIx, OrgIx};

fn id(archive: &Archive, org: Option<OrgIx>) -> String {
    org.map_or_else(|| "?".to_owned(), |org| archive[org].common.id.to_string())
}

/// A passage as `from > to (departure, join)`, the moves by their ids.
fn told(archive: &Archive, passage: &Passage) -> String {
    let moves: Vec<&str> = passage.moves().map(|ix| archive[ix].common.id.as_str()).collect();
    format!("{} > {} ({})", id(archive, passage.from), id(archive, passage.to), moves.join(" "))
}

/// All passages of a person's moves, each `kind date: from > to`, `from` or `to` being an organization
/// or a place; their ids are `a`, `b`, `c` …
fn passages(moves: &[&str]) -> Vec<String> {
    let archive = career(moves);
    let flows = Flows::new(&archive);
    flows.passages().map(|passage| told(&archive, passage)).collect()
}

fn career(moves: &[&str]) -> Archive {
    let write = |(nth, line): (usize, &&str)| {
        let (head, places) = line.split_once(": ").unwrap();
        let (kind, date) = head.split_once(' ').unwrap();
        let (from, to) = places.split_once('>').unwrap();
        let mut text = format!("person: ada\nkind: {kind}\ndate: \"{date}\"\n");
        for (key, place) in [("from", from.trim()), ("to", to.trim())] {
            let (org, capacity) = place.split_once('/').unwrap_or((place, "employee"));
            if !org.is_empty() {
                writeln!(text, "{key}: {{org: {org}, capacity: {capacity}}}").unwrap();
            }
        }
        (format!("moves/{}.yaml", char::from(b'a' + u8::try_from(nth).unwrap())), text)
    };
    let records: Vec<(String, String)> = moves.iter().enumerate().map(write).collect();
    let records: Vec<(&str, &str)> = records.iter().map(|(file, text)| (&**file, &**text)).collect();
    small("ada", "comet lunar orbit", &records)
}

#[test]
fn a_departure_and_the_join_it_leads_to_are_one_passage() {
    let stated = ["join 2019-01: > orbit", "departure 2020-03-05: orbit > lunar", "join 2021: > lunar"];
    assert_eq!(passages(&stated), ["? > orbit (a)", "orbit > lunar (b c)"]);
    let unsaid = ["join 2019-01: > orbit", "departure 2020-03-05: orbit >", "join 2021-09: > lunar"];
    assert_eq!(passages(&unsaid), ["? > orbit (a)", "orbit > lunar (b c)"]);
    let alone = ["departure 2020-03-05: orbit > lunar", "departure 2022: lunar >"];
    assert_eq!(passages(&alone), ["orbit > lunar (a)", "lunar > ? (b)"]);
}

#[test]
fn a_join_before_the_departure_leads_there_if_it_is_near_or_named() {
    let near = ["join 2019-01: > orbit", "join 2020-02-20: > lunar", "departure 2020-03-05: orbit >"];
    assert_eq!(passages(&near), ["? > orbit (a)", "orbit > lunar (c b)"]);
    let far = ["join 2019-01: > orbit", "join 2019-12-20: > lunar", "departure 2020-03-05: orbit >"];
    assert_eq!(passages(&far), ["? > orbit (a)", "? > lunar (b)", "orbit > ? (c)"]);
    let named = ["join 2019-01: > orbit", "join 2019-12-20: > lunar", "departure 2020-03-05: orbit > lunar"];
    assert_eq!(passages(&named), ["? > orbit (a)", "orbit > lunar (c b)"]);
    let coarse = ["join 2019-01: > orbit", "join 2020: > lunar", "departure 2020-03-05: orbit >"];
    assert_eq!(passages(&coarse), ["? > orbit (a)", "orbit > lunar (c b)"]);
}

#[test]
fn who_leaves_another_place_in_between_came_from_there() {
    let unsaid = [
        "departure 2020-03-05: orbit >",
        "departure 2021-01-10: lunar >",
        "join 2021-02-01: > comet",
        "join 2021-05-01: > orbit",
    ];
    assert_eq!(passages(&unsaid), ["orbit > ? (a)", "lunar > comet (b c)", "? > orbit (d)"]);
    // There and back again, and there once more: the second join is not that of the first departure.
    let twice = [
        "departure 2017: orbit > lunar",
        "departure 2018: lunar > orbit",
        "departure 2020-05: orbit > lunar",
        "join 2020-06: > lunar",
    ];
    assert_eq!(passages(&twice), ["orbit > lunar (a)", "lunar > orbit (b)", "orbit > lunar (c d)"]);
}

#[test]
fn two_places_left_for_a_third_are_two_passages() {
    let moves = [
        "join 2015: > orbit",
        "join 2016: > lunar",
        "departure 2020-03: orbit > comet",
        "departure 2020-05: lunar > comet",
        "join 2020-06-01: > comet",
    ];
    assert_eq!(
        passages(&moves),
        ["? > orbit (a)", "? > lunar (b)", "orbit > comet (c e)", "lunar > comet (d)"]
    );
}

#[test]
fn who_comes_back_is_neither_in_nor_out() {
    let archive = career(&[
        "join 2019-01: > orbit",
        "departure 2023-11-17: orbit >",
        "return 2023-11-29: > orbit",
        "leave 2024-08: orbit >",
        "return 2024-11: > orbit",
        "departure 2025: orbit >",
    ]);
    let flows = Flows::new(&archive);
    let told: Vec<String> = flows.passages().map(|passage| told(&archive, passage)).collect();
    assert_eq!(told, ["? > orbit (a)", "orbit > orbit (b c)", "orbit > ? (f)"]);
    let orbit = flows.passages().next().unwrap().to.unwrap();
    let balance = Balance::of(orbit, flows.of_org(orbit));
    assert_eq!(balance, Balance { into: 1, out: 1, unknown_origin: 1, unknown_destination: 1, back: 1 });
    assert_eq!(balance.net(), 0);
    assert_eq!(flows.within().len(), 2);
}

#[test]
fn seats_beside_work_make_no_passage() {
    let archive = career(&[
        "join 2016: > orbit/advisor",
        "join 2018: > orbit",
        "join 2019: > orbit/board",
        "departure 2020: orbit > orbit/advisor",
        "departure 2021: orbit/board > lunar",
        "departure 2022: lunar > comet/board",
    ]);
    let flows = Flows::new(&archive);
    let told: Vec<String> = flows.passages().map(|passage| told(&archive, passage)).collect();
    assert_eq!(told, ["? > orbit (b)", "orbit > lunar (d e)", "lunar > ? (f)"]);
    assert_eq!(flows.side_seats().len(), 2);
}

#[test]
fn a_second_capacity_is_no_second_passage() {
    let moves = [
        "join 2015-12: > orbit/founder",
        "join 2017: > orbit",
        "departure 2018: orbit >",
        "departure 2019: orbit/founder > lunar",
        "departure 2020: lunar >",
    ];
    assert_eq!(passages(&moves), ["? > orbit (a)", "orbit > lunar (d)", "lunar > ? (e)"]);
}

#[test]
fn as_of_a_day_only_what_had_taken_effect_counts() {
    let archive = career(&["join 2019-01: > orbit", "departure 2020-03-05: orbit >", "join 2021: > lunar"]);
    let at = |text| {
        let flows = Flows::as_of(&archive, day(text));
        flows.passages().map(|passage| told(&archive, passage)).collect::<Vec<_>>()
    };
    assert_eq!(at("2019-01-30"), [""; 0]);
    assert_eq!(at("2019-01-31"), ["? > orbit (a)"]);
    assert_eq!(at("2020-03-05"), ["? > orbit (a)", "orbit > ? (b)"]);
    assert_eq!(at("2021-12-31"), ["? > orbit (a)", "orbit > lunar (b c)"]);
}

fn org(archive: &Archive, id: &str) -> OrgIx {
    archive.orgs().find(|(_, org)| org.common.id.as_str() == id).unwrap().0
}

#[test]
fn from_openai_to_anthropic_before_2022() {
    let archive = real();
    let (openai, anthropic) = (org(archive, "openai"), org(archive, "anthropic"));
    let flows = Flows::as_of(archive, day("2021-12-31"));
    let mut text = String::new();
    for passage in flows.of_org(anthropic).filter(|passage| passage.from == Some(openai)) {
        let person = name(&archive[passage.person].name);
        let when = |ix: Option<MoveIx>| ix.and_then(|ix| archive[ix].effective()).map_or("?".into(), date);
        writeln!(text, "{person}: left {}, joined {}", when(passage.departure), when(passage.join)).unwrap();
    }
    assert_eq!(
        text,
        "\
Daniela Amodei: left 2020, joined 2021
Chris Olah: left between 2020 and 2021, joined 2021
Sam McCandlish: left between 2020 and 2021, joined 2021
Tom Brown: left between 2020 and 2021, joined 2021
Dario Amodei: left December 2020, joined 2021
Jack Clark: left 2021, joined 2021
"
    );
}

#[test]
fn in_and_out_of_openai_by_year() {
    let archive = real();
    let openai = org(archive, "openai");
    let flows = Flows::new(archive);
    let mut text = String::new();
    let mut tell = |label: String, balance: Balance| {
        let Balance { into, out, unknown_origin, unknown_destination, back } = balance;
        let net = balance.net();
        writeln!(text, "{label}: in {into} ({unknown_origin} ?), out {out} ({unknown_destination} ?), net {net}, back {back}").unwrap();
    };
    for year in flows.years() {
        let balance = Balance::of(openai, flows.of_year(year));
        if balance != Balance::default() {
            tell(year.to_string(), balance);
        }
    }
    tell("all".to_owned(), Balance::of(openai, flows.of_org(openai)));
    // Who comes back after years elsewhere counts for the year in which they left that place; the interim
    // chief executive of November 2023 came and went.
    assert_eq!(
        text,
        "\
2015: in 10 (10 ?), out 0 (0 ?), net 10, back 0
2016: in 7 (6 ?), out 3 (3 ?), net 4, back 0
2017: in 3 (3 ?), out 5 (0 ?), net -2, back 0
2018: in 5 (5 ?), out 5 (0 ?), net 0, back 0
2019: in 1 (0 ?), out 0 (0 ?), net 1, back 0
2020: in 0 (0 ?), out 5 (0 ?), net -5, back 0
2021: in 3 (3 ?), out 1 (0 ?), net 2, back 0
2022: in 5 (4 ?), out 0 (0 ?), net 5, back 0
2023: in 4 (4 ?), out 3 (2 ?), net 1, back 5
2024: in 9 (8 ?), out 25 (12 ?), net -16, back 0
2026: in 2 (0 ?), out 1 (1 ?), net 1, back 0
all: in 49 (43 ?), out 48 (18 ?), net 1, back 5
"
    );
}

#[test]
fn where_people_of_openai_went() {
    let archive = real();
    let openai = org(archive, "openai");
    let flows = Flows::new(archive);
    let mut text = String::new();
    for cell in Cell::of(flows.of_org(openai).filter(|passage| passage.from == Some(openai))) {
        let people: Vec<String> =
            cell.passages.iter().map(|passage| name(&archive[passage.person].name)).collect();
        writeln!(text, "{} {}: {}", people.len(), id(archive, cell.to), people.join(", ")).unwrap();
    }
    assert_eq!(
        text,
        "\
18 ?: Cullen O'Keefe, Pamela Vagata, Trevor Blackwell, Vicki Cheung, Dave Willner, Emmett Shear, \
William Saunders, Leopold Aschenbrenner, Pavel Izmailov, Daniel Kokotajlo, Chris Clark, Diane Yoon, Gretchen Krueger, Bob McGrew, \
Miles Brundage, Rosie Campbell, Alec Radford, Hannah Wong
8 anthropic: Daniela Amodei, Chris Olah, Sam McCandlish, Tom Brown, Dario Amodei, Jack Clark, Jan Leike, \
John Schulman
5 google: Ian Goodfellow, Durk Kingma, David Luan, Tim Salimans, Logan Kilpatrick
5 openai: Sam Altman, Greg Brockman, Jakub Pachocki, Aleksander Madry, Szymon Sidor
5 thinking-machines-lab: Barret Zoph, Mira Murati, Luke Metz, Jonathan Lachman, Lilian Weng
3 covariant: Peter Chen, Pieter Abbeel, Rocky Duan
2 xai: Elon Musk, Kyle Kosic
1 eureka-labs: Andrej Karpathy
1 felicis: Peter Deng
1 google-deepmind: Tim Brooks
1 princeton-university: Karthik Narasimhan
1 safe-superintelligence: Ilya Sutskever
1 tesla: Andrej Karpathy
1 waveforms-ai: Alexis Conneau
"
    );
}

/// Checks that every move which begins or ends work is in one passage, and that all sums agree.
fn holds_together(archive: &Archive) {
    let flows = Flows::new(archive);
    let mut times: BTreeMap<MoveIx, usize> = BTreeMap::new();
    for ix in flows.passages().flat_map(Passage::moves) {
        *times.entry(ix).or_default() += 1;
    }
    assert!(times.values().all(|times| *times == 1), "a move is in two passages");
    let passing: BTreeSet<MoveIx> = times.keys().copied().collect();
    let beside: BTreeSet<MoveIx> = flows.side_seats().iter().copied().collect();
    let within: BTreeSet<MoveIx> = flows.within().iter().copied().collect();
    assert!(passing.is_disjoint(&beside) && passing.is_disjoint(&within) && beside.is_disjoint(&within));
    let mut changing = BTreeSet::new();
    for (person, _) in archive.people() {
        changing.extend(archive.steps_of_person(person).iter().map(|step| step.cause));
        let only: Vec<_> = archive.steps_of_person(person).iter().collect();
        // Whoever has but one place that is work opens and closes it by passages.
        if only.windows(2).all(|pair| (pair[0].org, pair[0].capacity) == (pair[1].org, pair[1].capacity)) {
            let is_turn = |change| matches!(change, Change::Open | Change::Close);
            let seats = [Capacity::Board, Capacity::Advisor, Capacity::Observer];
            for step in only.iter().filter(|step| is_turn(step.change)) {
                let list = if seats.contains(&step.capacity) { &beside } else { &passing };
                assert!(list.contains(&step.cause), "{:?}", archive[step.cause]);
            }
        }
    }
    let all: BTreeSet<MoveIx> = passing.iter().chain(&beside).chain(&within).copied().collect();
    assert_eq!(all, changing, "every move that changes something is in one part");
    sums_agree(archive, &flows);
}

fn sums_agree(archive: &Archive, flows: &Flows) {
    type Cells = BTreeMap<(Option<OrgIx>, Option<OrgIx>), usize>;
    let add = |cells: &mut Cells, more: Vec<Cell>| {
        for cell in more {
            *cells.entry((cell.from, cell.to)).or_default() += cell.passages.len();
        }
    };
    let (mut whole, mut by_year) = (Cells::new(), Cells::new());
    add(&mut whole, Cell::of(flows.passages()));
    for year in flows.years() {
        add(&mut by_year, Cell::of(flows.of_year(year)));
    }
    assert_eq!(whole, by_year, "the years add up");
    assert_eq!(whole.values().sum::<usize>(), flows.passages().len());
    let (mut into, mut out, mut back) = (0, 0, 0);
    for (org, _) in archive.orgs() {
        let balance = Balance::of(org, flows.of_org(org));
        let yearly = flows.years().map(|year| Balance::of(org, flows.of_year(year)).net()).sum::<i64>();
        assert_eq!(balance.net(), yearly);
        (into, out, back) = (into + balance.into, out + balance.out, back + balance.back);
    }
    let count = |test: fn(&Passage) -> bool| flows.passages().filter(|passage| test(passage)).count();
    assert_eq!(into, count(|passage| passage.to.is_some() && !passage.is_back()));
    assert_eq!(out, count(|passage| passage.from.is_some() && !passage.is_back()));
    assert_eq!(back, count(Passage::is_back));
}

#[test]
fn every_move_is_in_exactly_one_cell() {
    holds_together(real());
    for (moves, seed) in [(60, 1), (150, 2), (300, 3)] {
        holds_together(&random(moves, seed));
    }
}
