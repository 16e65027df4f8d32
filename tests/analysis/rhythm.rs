//! Who came to an organization and who left it, by quarter and year.

use super::{random, real, small};
use talent_flow::analysis::{Careers, Period, Rhythm};
use talent_flow::archive::Archive;
use talent_flow::model::{EdtfDate, Kind, OrgIx};

fn org(archive: &Archive, id: &str) -> OrgIx {
    archive.orgs().find(|(_, org)| org.common.id.as_str() == id).unwrap().0
}

/// A line a period: how many came and how many left.
fn told(archive: &Archive, id: &str) -> String {
    let rhythm = Rhythm::of_org(archive, &Careers::new(archive), org(archive, id));
    let line = |name: String, tally: &talent_flow::analysis::Tally| {
        format!("{name} +{} -{}\n", tally.arrivals.len(), tally.departures.len())
    };
    let name = |period: &Period| match period.quarter {
        Some(quarter) => format!("{} Q{quarter}", period.year),
        None => period.year.to_string(),
    };
    let dated: String = rhythm.periods.iter().map(|(period, tally)| line(name(period), tally)).collect();
    if rhythm.undated.is_empty() { dated } else { dated + &line("undated".into(), &rhythm.undated) }
}

#[test]
fn a_date_tells_its_quarter_its_year_or_neither() {
    let of = |text: &str| Period::of(&EdtfDate::parse(text).unwrap());
    let period = |year, quarter| Some(Period { year, quarter });
    assert_eq!(of("2024-09-30"), period(2024, Some(3)));
    assert_eq!(of("2024-09"), period(2024, Some(3)));
    assert_eq!(of("2024-Q3"), period(2024, Some(3)));
    assert_eq!(of("[2024-07..2024-09]"), period(2024, Some(3)));
    assert_eq!(of("[2024-06..2024-07]"), period(2024, None));
    assert_eq!(of("2024~"), period(2024, None));
    assert_eq!(of("2024"), period(2024, None));
    assert_eq!(of("[2023-12..2024-01]"), None);
    assert_eq!(of("[..2024-05]"), None);
}

#[test]
fn moves_are_counted_where_their_dates_tell() {
    let archive = small(
        "ada ben cyn dan eve",
        "orbit moon",
        &[
            ("moves/ada-1.yaml", "person: ada\nkind: join\ndate: 2020-01-15\nto: orbit"),
            ("moves/ada-2.yaml", "person: ada\nkind: leave\ndate: 2020-05\nfrom: orbit"),
            ("moves/ada-3.yaml", "person: ada\nkind: return\ndate: 2020-08\nto: orbit"),
            ("moves/ada-4.yaml", "person: ada\nkind: departure\ndate: 2021\nfrom: orbit\nto: moon"),
            ("moves/ada-5.yaml", "person: ada\nkind: return\ndate: 2022-12-31\nto: orbit"),
            ("moves/ben-1.yaml", "person: ben\nkind: departure\ndate: 2021-03\nfrom: moon\nto: orbit"),
            (
                "moves/ben-2.yaml",
                "person: ben\nkind: promotion\ndate: 2021-05\nto: {org: orbit, role: Chief}",
            ),
            ("moves/cyn-1.yaml", "person: cyn\nkind: departure\ndate: \"[2021..2022]\"\nfrom: orbit"),
            ("moves/dan-1.yaml", "person: dan\nkind: join\ndate: 2021-02\nto: orbit\nstatus: cancelled"),
            ("moves/eve-1.yaml", "person: eve\nkind: join\ndate: 2021-02\nto: orbit\nstatus: disputed"),
        ],
    );
    assert_eq!(
        told(&archive, "orbit"),
        "2020 Q1 +1 -0\n2021 +0 -1\n2021 Q1 +2 -0\n2022 Q4 +1 -0\nundated +0 -1\n"
    );
    assert_eq!(told(&archive, "moon"), "2021 +1 -0\n2021 Q1 +0 -1\n");
}

#[test]
fn who_stays_in_another_capacity_leaves_once_and_does_not_arrive() {
    let archive = small(
        "ada ben",
        "orbit",
        &[
            ("moves/a.yaml", "person: ada\nkind: join\ndate: 2020-01-15\nto: orbit"),
            (
                "moves/b.yaml",
                "person: ada\nkind: departure\ndate: 2021-04-01\nfrom: orbit\nto: {org: orbit, capacity: advisor}",
            ),
            (
                "moves/c.yaml",
                "person: ben\nkind: join\ndate: 2020-01-15\nto: {org: orbit, capacity: interim}",
            ),
            (
                "moves/d.yaml",
                "person: ben\nkind: transfer\ndate: 2021-04-01\nfrom: {org: orbit, capacity: interim}\nto: {org: orbit, capacity: employee}",
            ),
        ],
    );
    assert_eq!(told(&archive, "orbit"), "2020 Q1 +2 -0\n2021 Q2 +0 -1\n");
}

#[test]
fn the_rhythm_of_anthropic() {
    assert_eq!(
        told(real(), "anthropic"),
        "2021 +7 -0\n2024 Q2 +2 -0\n2024 Q3 +1 -0\n2024 Q4 +1 -0\n2025 Q1 +0 -1\n"
    );
}

/// All 66 departures that took hold, 9 of them in a year that is not certain. Among the arrivals are those of
/// the founders, and five returns in November 2023; not among them is the return of Greg Brockman from a
/// leave in November 2024.
#[test]
fn the_rhythm_of_openai() {
    let expected = "\
2015 Q4 +13 -0
2016 +5 -0
2016 Q1 +1 -0
2016 Q2 +2 -0
2017 +4 -5
2017 Q1 +1 -0
2017 Q4 +1 -0
2018 +4 -2
2018 Q1 +2 -2
2018 Q2 +1 -0
2018 Q3 +0 -2
2020 +0 -1
2020 Q4 +0 -1
2021 +4 -2
2021 Q3 +1 -0
2022 +2 -0
2022 Q1 +1 -0
2022 Q4 +1 -0
2023 +1 -3
2023 Q1 +2 -1
2023 Q2 +1 -0
2023 Q4 +8 -12
2024 Q1 +5 -3
2024 Q2 +4 -8
2024 Q3 +1 -7
2024 Q4 +6 -7
2026 Q1 +2 -1
undated +4 -9
";
    assert_eq!(told(real(), "openai"), expected);
}

#[test]
fn every_departure_that_takes_hold_is_counted_once() {
    for (moves, seed) in [(60, 1), (200, 2)] {
        let archive = random(moves, seed);
        let careers = Careers::new(&archive);
        let mut departures = Vec::new();
        for (ix, _) in archive.orgs() {
            let rhythm = Rhythm::of_org(&archive, &careers, ix);
            for tally in rhythm.tallies() {
                let is_here = |at| archive.moves_of_org(ix).contains(at);
                assert!(tally.arrivals.iter().chain(&tally.departures).all(is_here));
                departures.extend(tally.departures.iter().copied());
            }
        }
        departures.sort();
        let recorded: Vec<_> = archive
            .moves()
            .filter(|(_, moved)| moved.kind == Kind::Departure && moved.took_hold())
            .map(|(ix, _)| ix)
            .collect();
        assert_eq!(departures, recorded);
    }
}
