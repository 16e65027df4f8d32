//! Waves: what is planted is found, chance is not, and what the real content comes to.

use super::{day, name, random, real, small};
use std::fmt::Write;
use talent_flow::analysis::scan::{self, Departure, Stream};
use talent_flow::analysis::{Wave, Waves, waves};
use talent_flow::archive::Archive;
use talent_flow::model::{Day, MoveIx, PersonIx};

/// A stream of random numbers (splitmix64, public domain, by Sebastiano Vigna), the same for a seed everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// Above 0, up to 1.
    fn unit(&mut self) -> f64 {
        ((self.next() >> 11) + 1) as f64 / (1_u64 << 53) as f64
    }
}

fn after(first: Day, days: u64) -> Day {
    first + chrono::Days::new(days)
}

fn departure(person: usize, day: Day) -> Departure {
    Departure { person: PersonIx::new(person), cause: MoveIx::new(person), earliest: day, latest: day }
}

/// A Poisson process: waits between departures are exponential, at so many departures a year.
fn poisson(seed: u64, count: usize, rate: f64) -> Stream {
    let (first, mut random, mut at) = (day("1000-01-01"), Random(seed), 0.0);
    let mut departures = Vec::new();
    for person in 0..count {
        at -= random.unit().ln() / rate * 365.25;
        departures.push(departure(person, after(first, at as u64)));
    }
    let last = departures.last().unwrap().earliest;
    Stream { first, last, departures }
}

/// The threshold promises at most one false wave in a hundred years of an organization, whatever its rate is.
#[test]
fn chance_brings_no_more_waves_than_the_threshold_promises() {
    let mut told = String::new();
    for (rate, seeds) in [(2.0, 10), (6.0, 20), (15.0, 40), (50.0, 60), (200.0, 150), (400.0, 300)] {
        let (mut found, mut years) = (0, 0.0);
        for seed in 0..seeds {
            let stream = poisson(seed, 1000, rate);
            years += (stream.last - stream.first).num_days() as f64 / 365.25;
            found += scan::scan(&stream).len();
        }
        writeln!(told, "{rate} a year: {found} in {years:.0} years").unwrap();
        assert!(f64::from(u32::try_from(found).unwrap()) <= years / scan::YEARS, "{told}");
    }
}

/// Eight people who leave within three days stand out of one departure a month, and come out as exactly those.
#[test]
fn planted_waves_are_found() {
    for seed in 0..40 {
        let mut stream = poisson(seed, 120, 12.0);
        let span = (stream.last - stream.first).num_days().unsigned_abs();
        let mut random = Random(seed + 1000);
        let begin = after(stream.first, 200 + random.below(span - 400));
        let planted: Vec<Departure> =
            (0..8).map(|at| departure(1000 + at, after(begin, random.below(3)))).collect();
        // What chance puts beside them would belong to them.
        stream.departures.retain(|d| (d.earliest - begin).num_days().abs() > 40);
        stream.departures.extend(&planted);
        let found = scan::scan(&stream);
        let wave = found.iter().find(|wave| wave.first >= begin && wave.last <= after(begin, 3));
        let wave = wave.unwrap_or_else(|| panic!("seed {seed}: {found:?}"));
        let mut people: Vec<PersonIx> = wave.departures.iter().map(|d| d.person).collect();
        people.sort_unstable();
        let all: Vec<PersonIx> = planted.iter().map(|d| d.person).collect();
        assert_eq!(people, all, "seed {seed}");
        assert!(wave.odds.years() >= scan::YEARS);
    }
}

#[test]
fn a_large_organization_is_scanned_in_no_time() {
    let mut random = Random(7);
    let first = day("2010-01-01");
    let departures = (0..30_000).map(|n| departure(n, after(first, random.below(3650)))).collect();
    let stream = Stream { first, last: day("2020-01-01"), departures };
    let started = std::time::Instant::now();
    let found = scan::scan(&stream);
    let taken = started.elapsed();
    assert!(found.len() <= 1, "{found:?}");
    assert!(taken.as_millis() < 2000, "{taken:?}");
    println!("{taken:?}");
}

fn moves(told: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let file = |at: usize| format!("moves/m{at:03}.yaml");
    let text = |(person, date, rest): &(&str, &str, &str)| {
        let rest =
            if rest.contains("kind:") { (*rest).to_owned() } else { format!("kind: departure\n{rest}") };
        let from = if rest.contains("from:") || rest.contains("to:") { "" } else { "from: orbit\n" };
        let date = if date.is_empty() { String::new() } else { format!("date: {date}\n") };
        format!("person: {person}\n{date}{from}{rest}")
    };
    told.iter().enumerate().map(|(at, told)| (file(at), text(told))).collect()
}

/// The waves of `orbit`, where these moves are recorded from 2020 to 2025: of each its days and its people.
fn waves_of(told: &[(&str, &str, &str)]) -> Vec<String> {
    let archive = orbit(told);
    Waves::new(&archive).all().iter().map(|wave| tell(&archive, wave)).collect()
}

fn orbit(told: &[(&str, &str, &str)]) -> Archive {
    let mut all = vec![("zed", "2020-01-01", "kind: join\nto: orbit\n"), ("zed", "2025-12-31", "")];
    all.extend(told);
    let mut people: Vec<&str> = all.iter().map(|(person, ..)| *person).collect();
    people.sort_unstable();
    people.dedup();
    let records = moves(&all);
    let records: Vec<(&str, &str)> = records.iter().map(|(f, t)| (f.as_str(), t.as_str())).collect();
    small(&people.join(" "), "orbit", &records)
}

fn tell(archive: &Archive, wave: &Wave) -> String {
    let people: Vec<String> = wave.moves().map(|ix| name(&archive[archive[ix].person].name)).collect();
    format!("{} to {}: {}", wave.cluster.first, wave.cluster.last, people.join(" "))
}

#[test]
fn three_people_in_three_days_are_a_wave_where_hardly_anybody_leaves() {
    let told = [("ada", "2023-03-06", ""), ("bea", "2023-03-07", ""), ("cyd", "2023-03-08", "")];
    assert_eq!(waves_of(&told), ["2023-03-06 to 2023-03-08: ada bea cyd"]);
    assert!(waves_of(&told[..2]).is_empty());
}

#[test]
fn three_people_in_a_month_are_none_where_many_leave() {
    let background: Vec<(String, String)> =
        (0..30).map(|n| (format!("p{n}"), after(day("2022-03-01"), n * 24).to_string())).collect();
    let mut told: Vec<(&str, &str, &str)> =
        background.iter().map(|(p, d)| (p.as_str(), d.as_str(), "")).collect();
    told.extend([("ada", "2023-03-06", ""), ("bea", "2023-03-17", ""), ("cyd", "2023-03-30", "")]);
    assert!(waves_of(&told).is_empty());
    // Seven on two days are one even there, and those of the month around them are not in it.
    told.extend([("dee", "2023-03-17", ""), ("eve", "2023-03-17", ""), ("fay", "2023-03-18", "")]);
    told.extend([("gil", "2023-03-18", ""), ("hal", "2023-03-18", ""), ("ivy", "2023-03-18", "")]);
    assert_eq!(waves_of(&told), ["2023-03-17 to 2023-03-18: bea dee eve fay gil hal ivy"]);
}

/// Only who leaves work counts, once, and only where it took hold.
#[test]
fn people_are_counted_not_moves() {
    let two = [("ada", "2023-03-06", ""), ("bea", "2023-03-07", "")];
    let with = |third: &[(&str, &str, &str)]| waves_of(&[&two, third].concat()).len();
    assert_eq!(with(&[("cyd", "2023-03-08", "")]), 1);
    assert_eq!(with(&[("cyd", "2023-03-08", "status: disputed\n")]), 1);
    assert_eq!(with(&[("cyd", "2023-03-08", "from: {org: orbit, capacity: founder}\n")]), 1);
    assert_eq!(with(&[("cyd", "2023-03-08", "to: {org: orbit, capacity: advisor}\nfrom: orbit\n")]), 1);
    assert_eq!(with(&[("cyd", "2023-03-08", "status: cancelled\n")]), 0);
    assert_eq!(with(&[("cyd", "2023-03-08", "status: retracted\n")]), 0);
    assert_eq!(with(&[("cyd", "2023-03-08", "from: {org: orbit, capacity: board}\n")]), 0);
    assert_eq!(with(&[("cyd", "2023-03-08", "from: {org: orbit, capacity: observer}\n")]), 0);
    let interim = "from: {org: orbit, capacity: interim}\nto: {org: orbit, capacity: employee}\n";
    assert_eq!(with(&[("cyd", "2023-03-08", interim)]), 0);
    let twice = [("ada", "2023-03-07", "kind: return\nto: orbit\n"), ("ada", "2023-03-08", "order: 2\n")];
    assert_eq!(with(&twice), 0);
}

#[test]
fn a_departure_counts_on_a_day_that_is_known() {
    let two = [("ada", "2023-03-06", ""), ("bea", "2023-03-07", "")];
    let with = |date, rest| waves_of(&[&two[..], &[("cyd", date, rest)]].concat()).len();
    assert_eq!(with("2023-03", ""), 0, "only the month is known");
    assert_eq!(with("2023-03", "announced: 2023-03-08\n"), 1, "announced within it");
    assert_eq!(with("2023-06", "announced: 2023-03-08\n"), 0, "announced, and left later");
    assert_eq!(with("2023-03-08", "announced: 2022-11-08\n"), 1, "the day of effect");
    assert_eq!(with("", "announced: 2023-03-08\n"), 1, "only the announcement is known");
    assert_eq!(with("", "announced: 2023-03\n"), 0, "not to the day");
}

/// What is known less well than to the day still makes an organization one that people leave.
#[test]
fn imprecise_departures_count_in_the_rate() {
    let names: Vec<String> = (0..40).map(|n| format!("p{n}")).collect();
    let mut told = vec![("ada", "2023-03-06", ""), ("bea", "2023-03-07", ""), ("cyd", "2023-03-08", "")];
    told.push(("dee", "2019", ""));
    let odds =
        |told: &[(&str, &str, &str)]| Waves::new(&orbit(told)).all().first().map(|w| w.cluster.odds.others);
    assert_eq!(odds(&told), Some(0));
    told.push(("eve", "2022", ""));
    assert_eq!(odds(&told), Some(1));
    told.extend(names.iter().map(|name| (name.as_str(), "\"[2022..2023]\"", "")));
    assert_eq!(odds(&told), None);
}

#[test]
fn at_the_edge_of_the_records_the_two_years_are_moved() {
    let told = [("ada", "2025-12-29", ""), ("bea", "2025-12-30", ""), ("cyd", "2024-01-10", "")];
    let archive = orbit(&told);
    let waves = Waves::new(&archive);
    let [wave] = waves.all() else { panic!("{waves:?}") };
    assert_eq!(tell(&archive, wave), "2025-12-29 to 2025-12-31: ada bea zed");
    assert_eq!((wave.cluster.odds.from, wave.cluster.odds.to), (day("2024-01-01"), day("2025-12-31")));
    assert_eq!(wave.cluster.odds.others, 1);
}

#[test]
fn of_random_archives_too() {
    for seed in 0..2 {
        let archive = random(400, seed);
        let waves = Waves::new(&archive);
        for wave in waves.all() {
            let people: std::collections::BTreeSet<PersonIx> =
                wave.moves().map(|ix| archive[ix].person).collect();
            assert!(people.len() >= scan::PEOPLE && people.len() == wave.moves().len());
            assert!(wave.cluster.days() <= 30 && wave.cluster.odds.years() >= scan::YEARS);
            assert!(wave.moves().all(|ix| archive[ix].took_hold() && archive[ix].org() == Some(wave.org)));
            assert_eq!(waves.find(wave.org, wave.first()), Some(wave));
        }
        for (org, _) in archive.orgs() {
            let of_org: Vec<&Wave> = waves.of_org(org).map(|(_, wave)| wave).collect();
            assert!(of_org.windows(2).all(|pair| pair[0].cluster.last < pair[1].cluster.first));
        }
    }
}

#[test]
fn the_waves_of_the_real_content() {
    let archive = real();
    let all: Vec<String> = Waves::new(archive)
        .all()
        .iter()
        .map(|wave| {
            let events: Vec<&str> = wave.events.iter().map(|ix| archive[*ix].common.id.as_str()).collect();
            let (org, cluster) = (name(&archive[wave.org].name), &wave.cluster);
            let people = people(archive, &wave.moves().collect::<Vec<_>>());
            format!(
                "{org}, {} to {}: {people}; {:.2} expected, {} other departures from {} to {}; once in {:.0} years; {}",
                cluster.first, cluster.last, cluster.expected(), cluster.odds.others, cluster.odds.from,
                cluster.odds.to, cluster.odds.years(), events.join(", "),
            )
        })
        .collect();
    assert_eq!(all.join("\n"), REAL_WAVES.trim());
}

const REAL_WAVES: &str = "
OpenAI, 2023-11-17 to 2023-11-17: 5 people (Aleksander Madry, Greg Brockman, Jakub Pachocki, Sam Altman, Szymon Sidor); 0.04 expected, 27 other departures from 2022-11-17 to 2024-11-16; once in 585313 years; board-crisis
Covariant, 2024-08-30 to 2024-08-30: 3 people (Peter Chen, Pieter Abbeel, Rocky Duan); 0.00 expected, 0 other departures from 2023-08-31 to 2025-08-30; once in 213891 years; covariant-amazon
";

/// Whether a period that people speak of has a wave by the definition, and why.
#[test]
fn the_periods_that_people_speak_of() {
    let archive = real();
    let openai = archive.orgs().find(|(_, org)| org.common.id.as_str() == "openai").unwrap().0;
    let waves = Waves::new(archive);
    let periods = [
        ("December 2020", "2020-12-01", "2021-02-01"),
        ("November 2023", "2023-11-01", "2023-12-01"),
        ("May 2024", "2024-05-01", "2024-06-01"),
        ("September 2024", "2024-09-01", "2024-10-01"),
    ];
    let tell = |(period, from, to): (&str, &str, &str)| {
        let Some(cluster) = waves::densest(archive, openai, day(from)..day(to)) else {
            return format!("{period}: no wave; fewer than three people left on known days");
        };
        let is_wave = waves.find(openai, cluster.first).is_some_and(|wave| wave.cluster == cluster);
        let people = people(archive, &cluster.departures.iter().map(|d| d.cause).collect::<Vec<_>>());
        format!(
            "{period}: {}; {} to {}: {people}; {:.2} expected, {} others in two years; once in {:.1} years",
            if is_wave { "a wave" } else { "no wave" },
            cluster.first,
            cluster.last,
            cluster.expected(),
            cluster.odds.others,
            cluster.odds.years(),
        )
    };
    assert_eq!(periods.map(tell).join("\n"), REAL_PERIODS.trim());
}

const REAL_PERIODS: &str = "
December 2020: no wave; fewer than three people left on known days
November 2023: a wave; 2023-11-17 to 2023-11-17: 5 people (Aleksander Madry, Greg Brockman, Jakub Pachocki, Sam Altman, Szymon Sidor); 0.04 expected, 27 others in two years; once in 585313.3 years
May 2024: no wave; 2024-05-05 to 2024-05-22: 5 people (Chris Clark, Diane Yoon, Ilya Sutskever, Jan Leike, Gretchen Krueger); 0.69 expected, 27 others in two years; once in 0.4 years
September 2024: no wave; 2024-09-25 to 2024-09-25: 3 people (Barret Zoph, Bob McGrew, Mira Murati); 0.04 expected, 29 others in two years; once in 44.4 years
";

fn people(archive: &Archive, moves: &[MoveIx]) -> String {
    let names: Vec<String> = moves.iter().map(|ix| name(&archive[archive[*ix].person].name)).collect();
    format!("{} people ({})", names.len(), names.join(", "))
}
