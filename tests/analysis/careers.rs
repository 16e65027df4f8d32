//! Stints, their tenure, and where somebody is on a day.

use super::{day, small};
use talent_flow::analysis::{Careers, Presence};

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
