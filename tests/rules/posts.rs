//! Posts: no more holders at a time than seats.

use super::{expect, expect_moves, moves};

#[test]
fn a_post_has_as_many_holders_as_seats() {
    let holder = |id: &str, person: &str, date: &str, place: &str| {
        format!("{id}: {person} join {date} to: {{org: orbit, {place}}}\n")
    };
    let first = holder("a", "ada", "2018", "post: chief");
    expect_moves(&(first.clone() + &holder("b", "bo", "2020", "post: chief")), &["b: post-taken"]);
    expect_moves(&(first.clone() + &holder("b", "bo", "2020", "post: chief, capacity: interim")), &[]);
    expect_moves(
        &(first.clone() + "b: ada departure 2019 from: orbit\n" + &holder("c", "bo", "2020", "post: chief")),
        &[],
    );
    expect_moves(
        &(first.clone()
            + "b: ada transfer 2019 to: {org: orbit, role: Adviser}\n"
            + &holder("c", "bo", "2020", "post: chief")),
        &[],
    );
    // On the day or in the month of the change, one goes and the other comes.
    expect_moves(
        &(first.clone()
            + "b: ada departure 2020-05 from: orbit\n"
            + &holder("c", "bo", "2020-05", "post: chief")),
        &[],
    );
    // Possibly taken is not taken.
    expect_moves(
        &(first + "b: ada departure 2020-05 from: orbit\n" + &holder("c", "bo", "2020", "post: chief")),
        &[],
    );
}

#[test]
fn a_post_with_two_seats_has_two_holders() {
    let people = "== people/cy.yaml\nname: Cy\n";
    let two = "a: ada join 2018 to: {org: orbit, post: lead}\n b: bo join 2019 to: {org: orbit, post: lead}";
    expect(&(people.to_owned() + &moves(two)), &[]);
    let three = format!("{two}\n c: cy join 2020 to: {{org: orbit, post: lead}}");
    expect(&(people.to_owned() + &moves(&three)), &["c: post-taken"]);
    let in_turn = format!(
        "{two}\n c: ada departure 2019-06 from: orbit\n d: cy join 2020 to: {{org: orbit, post: lead}}"
    );
    expect(&(people.to_owned() + &moves(&in_turn)), &[]);
}
