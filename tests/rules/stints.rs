//! Stints: what opens, pauses and ends, and in which order.

use super::{expect_moves, moves, site};

#[test]
fn what_needs_an_open_stint_has_one() {
    for (kind, place) in [
        ("departure", "from: orbit"),
        ("promotion", "to: orbit"),
        ("transfer", "to: orbit"),
        ("leave", "from: orbit"),
    ] {
        // Silence where the history is not recorded.
        expect_moves(&format!("x: ada {kind} 2020 {place}"), &[]);
        expect_moves(&format!("a: ada join 2018 to: orbit\n x: ada {kind} 2020 {place}"), &[]);
        let left = "a: ada join 2018 to: orbit\n b: ada departure 2019 from: orbit";
        expect_moves(&format!("{left}\n x: ada {kind} 2020 {place}"), &["x: no-open-stint"]);
        // Elsewhere is elsewhere.
        let elsewhere = left.replace("orbit", "north");
        expect_moves(&format!("{elsewhere}\n x: ada {kind} 2020 {place}"), &[]);
    }
}

#[test]
fn a_return_needs_an_earlier_end_or_pause() {
    expect_moves("x: ada return 2020 to: orbit", &["x: nothing-to-return-to"]);
    expect_moves("a: ada join 2018 to: orbit\n x: ada return 2020 to: orbit", &["x: nothing-to-return-to"]);
    expect_moves("a: ada departure 2018 from: orbit\n x: ada return 2020 to: orbit", &[]);
    expect_moves("a: ada leave 2018 from: orbit\n x: ada return 2020 to: orbit", &[]);
    expect_moves(
        "a: ada join 2017 to: orbit\n b: ada leave 2018 from: orbit\n c: ada return 2019 to: orbit
         d: ada departure 2020 from: orbit\n e: ada return 2021 to: orbit\n f: ada promotion 2022 to: orbit",
        &[],
    );
    expect_moves(
        "a: ada return 2018 to: orbit\n b: ada departure 2020 from: orbit",
        &["a: nothing-to-return-to"],
    );
}

#[test]
fn a_paused_stint_can_end_and_can_not_pause_again() {
    let paused = "a: ada join 2017 to: orbit\n b: ada leave 2018 from: orbit";
    expect_moves(&format!("{paused}\n x: ada departure 2019 from: orbit"), &[]);
    expect_moves(&format!("{paused}\n x: ada leave 2019 from: orbit"), &["x: no-open-stint"]);
}

#[test]
fn capacities_are_places_of_their_own() {
    let both = "a: ada join 2016 to: {org: orbit, capacity: founder}\n b: ada join 2017 to: {org: orbit, capacity: board}";
    expect_moves(
        &format!(
            "{both}\n c: ada departure 2018 from: {{org: orbit, capacity: board}}\n d: ada departure 2019 from: orbit"
        ),
        &[],
    );
    // Left out, the capacity is the one held.
    expect_moves(
        "a: ada join 2016 to: {org: orbit, capacity: founder}\n b: ada promotion 2017 to: {org: orbit, role: Head}\n c: ada departure 2018 from: orbit",
        &[],
    );
    expect_moves(
        &format!(
            "{both}\n c: ada departure 2018 from: orbit\n d: ada departure 2019 from: {{org: orbit, capacity: board}}\n e: ada departure 2020 from: {{org: orbit, capacity: board}}"
        ),
        &["e: no-open-stint"],
    );
}

#[test]
fn dates_that_allow_an_order_do_not_contradict() {
    expect_moves("a: ada join 2018-06 to: orbit\n b: ada departure 2018 from: orbit", &[]);
    expect_moves("a: ada join 2018 to: orbit\n b: ada departure 2018-02 from: orbit", &[]);
    expect_moves(
        "a: ada join 2018 to: orbit\n b: ada promotion 2018 to: orbit\n c: ada departure 2018 from: orbit",
        &[],
    );
    expect_moves("a: ada join [2018-02..2018-09] to: orbit\n b: ada departure 2018-05 from: orbit", &[]);
    expect_moves(
        "a: ada departure 2018-05 from: orbit\n b: ada join 2018-06 to: orbit\n c: ada departure 2018-07 from: orbit",
        &[],
    );
}

#[test]
fn on_one_day_what_opens_comes_before_what_changes_and_what_ends() {
    for [open, change, end] in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
        let case = moves(&format!(
            "{open}: ada join 2018-05-04 to: orbit
             {change}: ada promotion 2018-05-04 to: {{org: orbit, role: Head}}
             {end}: ada departure 2018-05-04 from: orbit"
        ));
        let archive = site(&case).check().archive.unwrap();
        let (ada, _) = archive.people().find(|(_, person)| person.common.id.as_str() == "ada").unwrap();
        let order: Vec<&str> =
            archive.moves_of_person(ada).iter().map(|&ix| archive[ix].common.id.as_str()).collect();
        assert_eq!(order, [open, change, end]);
    }
}

#[test]
fn who_left_and_came_back_in_one_year() {
    let history = "a: ada join 2016 to: orbit\n";
    expect_moves(
        &format!(
            "{history} b: ada departure 2018 from: orbit\n c: ada return 2018 to: orbit\n d: ada departure 2019 from: orbit"
        ),
        &[],
    );
    expect_moves(
        &format!(
            "{history} b: ada return 2018 to: orbit\n c: ada departure 2018 from: orbit\n d: ada promotion 2019 to: orbit"
        ),
        &[],
    );
}

#[test]
fn order_settles_what_dates_leave_open() {
    let day = |departure: i32, join: i32| {
        format!(
            "a: ada departure 2018-05-04 from: orbit, order: {departure}\n b: ada join 2018-05-04 to: orbit, order: {join}
             c: ada promotion 2018-06 to: orbit"
        )
    };
    expect_moves(&day(1, 2), &[]);
    expect_moves(&day(2, 1), &["c: no-open-stint"]);
}

#[test]
fn a_departure_opens_a_stint_where_it_leads() {
    let left = "a: ada departure 2020-03 from: orbit, to: north";
    expect_moves(
        &format!(
            "{left}\n b: ada promotion 2021 to: north\n c: ada departure 2022 from: north\n d: ada leave 2023 from: north"
        ),
        &["d: no-open-stint"],
    );
    // A join of its own says when it opens.
    expect_moves(
        &format!(
            "{left}\n b: ada join 2020-06 to: north\n c: ada departure 2021 from: north\n d: ada transfer 2022 to: north"
        ),
        &["d: no-open-stint"],
    );
    expect_moves(
        &format!("{left}\n b: ada join 2020-06 to: north\n c: ada promotion 2020-04 to: north"),
        &[],
    );
}

#[test]
fn what_never_took_hold_changes_nothing() {
    let history = "a: ada join 2018 to: orbit";
    for status in ["cancelled", "retracted"] {
        expect_moves(
            &format!(
                "{history}\n b: ada departure 2019 from: orbit, status: {status}\n c: ada promotion 2020 to: orbit"
            ),
            &[],
        );
        expect_moves(
            &format!(
                "{history}\n b: ada departure 2019 from: orbit, status: {status}\n c: ada return 2020 to: orbit"
            ),
            &["c: nothing-to-return-to"],
        );
        // Nor is it held against the records.
        expect_moves(&format!("x: ada return 2019 to: orbit, status: {status}"), &[]);
    }
    for status in ["confirmed", "reported", "disputed"] {
        expect_moves(
            &format!(
                "{history}\n b: ada departure 2019 from: orbit, status: {status}\n c: ada promotion 2020 to: orbit"
            ),
            &["c: no-open-stint"],
        );
    }
}

#[test]
fn no_move_after_death() {
    let died = "a: ada departure 2019-05 from: orbit, reason: died";
    expect_moves(&format!("{died}\n b: ada join 2020 to: north"), &["b: move-after-death"]);
    expect_moves(&format!("{died}\n b: ada join 2018 to: north"), &[]);
    expect_moves(&format!("{died}\n b: ada join 2019 to: north"), &[]);
    expect_moves(&format!("{died}\n b: bo join 2020 to: north"), &[]);
    expect_moves(&format!("{died}, status: retracted\n b: ada join 2020 to: north"), &[]);
}
