//! Titles of moves, which need no archive here: every combination of their fields has to read well.

use super::Wording::{self, Chinese, English};
use super::headline::{Headline, Seat};
use crate::model::{Capacity, Kind, Reason, Status};

const PERSON: &str = "Ada Example";

fn seat(capacity: Capacity) -> Seat<'static> {
    Seat { org: "Orbit Labs", team: None, role: None, capacity }
}

fn headline(kind: Kind, seat: Seat<'static>) -> Headline<'static> {
    Headline {
        person: PERSON,
        kind,
        status: Status::Confirmed,
        reason: Reason::Unknown,
        seat,
        next: None,
        stays: false,
        until: None,
    }
}

/// Places with each capacity and each sort of role and team.
fn seats() -> Vec<Seat<'static>> {
    let roles = [
        None,
        Some("Research Scientist"),
        Some("Head of Robotics"),
        Some("Research Lead, Audio"),
        Some("Founding team member"),
        Some("Interim Chief Executive Officer"),
        Some("Chair of the Board"),
        Some("Co-founder and Chief Scientist"),
        Some("Co-founder"),
        Some("Founder"),
        Some("Director"),
        Some("Adviser"),
        Some("Board Observer"),
        Some("Contractor"),
    ];
    let teams = [None, Some("Robotics"), Some("Safety Committee of the board")];
    let mut seats = Vec::new();
    for &capacity in Capacity::ALL {
        for role in roles {
            for team in teams {
                seats.push(Seat { role, team, ..seat(capacity) });
            }
        }
    }
    seats
}

/// Where a departure can lead.
fn destinations() -> Vec<(Option<Seat<'static>>, bool)> {
    let mut all = vec![(None, false)];
    for &capacity in Capacity::ALL {
        for role in [None, Some("Chief Scientist")] {
            all.push((Some(Seat { org: "Meridian Institute", role, ..seat(capacity) }), false));
            for team in [None, Some("Vision")] {
                all.push((Some(Seat { team, role, ..seat(capacity) }), true));
            }
        }
    }
    all
}

/// Every title that the fields allow, passed to a check with what it was made of.
fn each_title(wording: Wording, check: impl Fn(&Headline, &str)) {
    let told = |headline: &Headline| check(headline, &wording.title(headline));
    for &kind in Kind::ALL {
        for status in [Status::Confirmed, Status::Cancelled] {
            for seat in seats() {
                let plain = Headline { status, ..headline(kind, seat) };
                match kind {
                    Kind::Departure => {
                        for (next, stays) in destinations() {
                            for &reason in Reason::ALL {
                                told(&Headline { reason, next, stays, ..plain.clone() });
                            }
                        }
                    }
                    Kind::Leave => {
                        told(&Headline { until: Some("December 2024".to_owned()), ..plain.clone() });
                        told(&plain);
                    }
                    _ => told(&plain),
                }
            }
        }
    }
}

#[test]
fn every_english_title_reads_well() {
    let small = ["of", "at", "to", "from", "for", "as", "on", "in", "by", "and", "until", "a", "an", "the"];
    each_title(English, |headline, title| {
        assert!(title.contains(PERSON) && title.contains("Orbit Labs"), "{title}");
        assert!(!title.contains("  ") && !title.contains(" ,") && !title.contains(",,"), "{title}");
        assert!(!title.contains("None") && title.trim() == title, "{title}");
        assert!(title.ends_with(char::is_alphanumeric), "{title}");
        let words: Vec<&str> = title.split(' ').collect();
        assert!(!small.contains(words.last().unwrap()), "dangling: {title}");
        for pair in words.windows(2) {
            assert_ne!(pair[0].to_lowercase(), pair[1].to_lowercase(), "{title}");
            let meet = small[..11].contains(&pair[0]) && small[..11].contains(&pair[1]);
            assert!(!meet || pair == ["back", "at"], "two prepositions: {title}");
        }
        let next_is_interim = headline.next.is_some_and(|next| next.capacity == Capacity::Interim);
        let interim = title.to_lowercase().matches("interim").count();
        assert!(interim <= if next_is_interim { 2 } else { 1 }, "{title}");
        let off = headline.status == Status::Cancelled;
        assert_eq!(off, title.contains(" was to ") || title.contains("reported death"), "{title}");
    });
}

#[test]
fn every_chinese_title_reads_well() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    each_title(Chinese, |headline, title| {
        assert!(title.contains(PERSON) && title.contains("Orbit Labs"), "{title}");
        assert!(!title.contains("None") && title.trim() == title && !title.contains("  "), "{title}");
        assert!(!title.ends_with(['，', '、', '。', '的']) && !title.ends_with("，任"), "{title}");
        assert!(!title.contains("，，") && !title.contains("的的") && !title.contains("团队团队"), "{title}");
        let chars: Vec<char> = title.chars().collect();
        for three in chars.windows(3).filter(|three| three[1] == ' ') {
            assert!(!han(three[0]) && !han(three[2]), "space beside a Chinese word: {title}");
        }
        let off = headline.status == Status::Cancelled;
        assert_eq!(off, title.contains("但最终未实现") || title.contains("的消息不实"), "{title}");
    });
}

/// One title in each language.
#[track_caller]
fn says(headline: &Headline, english: &str, chinese: &str) {
    assert_eq!(English.title(headline), english);
    assert_eq!(Chinese.title(headline), chinese);
}

#[test]
fn joining() {
    let employee = seat(Capacity::Employee);
    let scientist = Seat { role: Some("Research Scientist"), ..employee };
    says(&headline(Kind::Join, employee), "Ada Example joins Orbit Labs", "Ada Example加入Orbit Labs");
    says(
        &headline(Kind::Join, Seat { team: Some("Robotics"), ..scientist }),
        "Ada Example joins Orbit Labs as Research Scientist on the Robotics team",
        "Ada Example加入Orbit Labs的Robotics团队，任Research Scientist",
    );
    says(
        &headline(Kind::Join, seat(Capacity::Board)),
        "Ada Example joins the board of Orbit Labs",
        "Ada Example加入Orbit Labs董事会",
    );
    says(
        &headline(Kind::Join, seat(Capacity::Observer)),
        "Ada Example joins the board of Orbit Labs as an observer",
        "Ada Example加入Orbit Labs董事会，任观察员",
    );
    says(
        &headline(Kind::Return, scientist),
        "Ada Example returns to Orbit Labs as Research Scientist",
        "Ada Example重返Orbit Labs，任Research Scientist",
    );
}

#[test]
fn founding() {
    let founder = seat(Capacity::Founder);
    let with = |role| headline(Kind::Join, Seat { role: Some(role), ..founder });
    says(&headline(Kind::Join, founder), "Ada Example co-founds Orbit Labs", "Ada Example联合创立Orbit Labs");
    says(&with("Founder"), "Ada Example founds Orbit Labs", "Ada Example创立Orbit Labs");
    says(
        &with("Co-founder and Chief Scientist"),
        "Ada Example co-founds Orbit Labs as Chief Scientist",
        "Ada Example联合创立Orbit Labs，任Chief Scientist",
    );
    says(
        &with("联合创始人兼首席科学家"),
        "Ada Example co-founds Orbit Labs as 首席科学家",
        "Ada Example联合创立Orbit Labs，任首席科学家",
    );
}

#[test]
fn interim_is_said_once() {
    let with = |role| headline(Kind::Promotion, Seat { role: Some(role), ..seat(Capacity::Interim) });
    says(
        &with("Chief Executive Officer"),
        "Ada Example becomes interim Chief Executive Officer of Orbit Labs",
        "Ada Example出任Orbit Labs临时Chief Executive Officer",
    );
    says(
        &with("Interim Chief Executive Officer"),
        "Ada Example becomes Interim Chief Executive Officer of Orbit Labs",
        "Ada Example出任Orbit Labs的Interim Chief Executive Officer",
    );
}

#[test]
fn leaving() {
    let meridian = |capacity| Some(Seat { org: "Meridian Institute", ..seat(capacity) });
    let head = Seat { role: Some("VP of Research"), ..seat(Capacity::Employee) };
    let leaves = |seat, reason, next| Headline { reason, next, ..headline(Kind::Departure, seat) };
    says(
        &leaves(seat(Capacity::Employee), Reason::Unknown, meridian(Capacity::Employee)),
        "Ada Example leaves Orbit Labs for Meridian Institute",
        "Ada Example离开Orbit Labs，加入Meridian Institute",
    );
    says(
        &leaves(head, Reason::Unknown, meridian(Capacity::Founder)),
        "Ada Example, VP of Research, leaves Orbit Labs to co-found Meridian Institute",
        "Orbit Labs的VP of Research Ada Example离职，联合创立Meridian Institute",
    );
    says(
        &leaves(head, Reason::Resigned, None),
        "Ada Example resigns as VP of Research at Orbit Labs",
        "Ada Example辞去Orbit Labs的VP of Research职务",
    );
    says(
        &leaves(seat(Capacity::Board), Reason::Dismissed, None),
        "Ada Example is removed from the board of Orbit Labs",
        "Ada Example被解除Orbit Labs董事职务",
    );
    says(
        &leaves(head, Reason::Died, None),
        "Ada Example, VP of Research at Orbit Labs, dies",
        "Orbit Labs的VP of Research Ada Example逝世",
    );
    says(
        &Headline { stays: true, ..leaves(head, Reason::Unknown, Some(seat(Capacity::Advisor))) },
        "Ada Example steps down as VP of Research at Orbit Labs and stays as an adviser",
        "Ada Example卸任Orbit Labs的VP of Research，留任顾问",
    );
}

#[test]
fn moving_within() {
    let employee = seat(Capacity::Employee);
    let team = Seat { team: Some("Robotics"), ..employee };
    says(
        &headline(Kind::Promotion, Seat { role: Some("Chief Scientist"), ..employee }),
        "Ada Example is promoted to Chief Scientist of Orbit Labs",
        "Ada Example升任Orbit Labs的Chief Scientist",
    );
    says(
        &headline(Kind::Transfer, team),
        "Ada Example moves to the Robotics team at Orbit Labs",
        "Ada Example转入Orbit Labs的Robotics团队",
    );
    says(
        &Headline { until: Some("2024".to_owned()), ..headline(Kind::Leave, employee) },
        "Ada Example takes leave from Orbit Labs until 2024",
        "Ada Example暂离Orbit Labs休假，计划至2024",
    );
}

#[test]
fn what_was_called_off_is_no_fact() {
    let off = |headline| Headline { status: Status::Cancelled, ..headline };
    let employee = seat(Capacity::Employee);
    says(
        &off(headline(Kind::Join, employee)),
        "Ada Example was to join Orbit Labs, but did not",
        "Ada Example原定加入Orbit Labs，但最终未实现",
    );
    says(
        &off(Headline { reason: Reason::Dismissed, ..headline(Kind::Departure, employee) }),
        "Ada Example was to be dismissed from Orbit Labs, but was not",
        "Ada Example原定被Orbit Labs解职，但最终未实现",
    );
    says(
        &off(Headline { reason: Reason::Died, ..headline(Kind::Departure, employee) }),
        "The reported death of Ada Example of Orbit Labs did not happen",
        "关于Orbit Labs的Ada Example逝世的消息不实",
    );
}

#[test]
fn names_are_not_said_twice() {
    let lead = Seat { role: Some("Research Lead, Audio"), ..seat(Capacity::Employee) };
    says(
        &headline(Kind::Transfer, lead),
        "Ada Example becomes Research Lead, Audio, at Orbit Labs",
        "Ada Example转任Orbit Labs的Research Lead, Audio",
    );
    let team = Some("Orbit Labs Vision (the old team)");
    says(
        &headline(Kind::Transfer, Seat { team, ..seat(Capacity::Employee) }),
        "Ada Example moves to the Orbit Labs Vision (the old team) at Orbit Labs",
        "Ada Example转入Orbit Labs Vision (the old team)",
    );
    says(
        &headline(
            Kind::Join,
            Seat { team, role: Some("Head of Orbit Labs Vision"), ..seat(Capacity::Employee) },
        ),
        "Ada Example joins Orbit Labs as Head of Orbit Labs Vision",
        "Ada Example加入Orbit Labs，任Head of Orbit Labs Vision",
    );
    says(
        &headline(Kind::Join, Seat { role: Some("Founding team member"), ..seat(Capacity::Founder) }),
        "Ada Example co-founds Orbit Labs",
        "Ada Example联合创立Orbit Labs",
    );
}

#[test]
fn only_what_was_called_off_is_told_otherwise() {
    for (&kind, &wording) in Kind::ALL.iter().flat_map(|kind| Wording::ALL.iter().map(move |w| (kind, w))) {
        let confirmed = headline(kind, seat(Capacity::Employee));
        for &status in Status::ALL {
            let same = wording.title(&Headline { status, ..confirmed.clone() }) == wording.title(&confirmed);
            assert_eq!(same, status != Status::Cancelled, "{kind:?} {status:?}: the page marks the others");
        }
    }
}

#[test]
fn chinese_names_stand_without_spaces() {
    let seat = Seat {
        org: "环宇实验室",
        team: Some("机器人团队"),
        role: Some("研究员"),
        capacity: Capacity::Employee,
    };
    let join = Headline { person: "陈安", ..headline(Kind::Join, seat) };
    assert_eq!(Chinese.title(&join), "陈安加入环宇实验室机器人团队，任研究员");
    let leave = Headline { person: "陈安", ..headline(Kind::Departure, seat) };
    assert_eq!(Chinese.title(&leave), "环宇实验室机器人团队研究员陈安离职");
}

#[test]
fn a_length_is_told_no_narrower_than_it_is_known() {
    let says = |least, most, english, chinese| {
        assert_eq!(English.tenure(least, most, false), english);
        assert_eq!(Chinese.tenure(least, most, false), chinese);
    };
    says(0, Some(0), "less than a month", "不足1个月");
    says(0, Some(11), "less than a year", "不足1年");
    says(0, Some(14), "less than 1 year 3 months", "不足1年3个月");
    says(0, Some(30), "less than 3 years", "不足3年");
    says(1, Some(1), "1 month", "1个月");
    says(12, Some(12), "1 year", "1年");
    says(13, Some(13), "1 year 1 month", "1年1个月");
    says(82, Some(82), "6 years 10 months", "6年10个月");
    says(77, Some(78), "6 years 5 to 6 months", "6年5至6个月");
    says(71, Some(74), "5 years 11 months to 6 years 2 months", "5年11个月至6年2个月");
    says(72, Some(73), "6 years to 6 years 1 month", "6年至6年1个月");
    says(5, Some(17), "5 to 17 months", "5至17个月");
    says(3, Some(30), "3 months to 3 years", "3个月至3年");
    says(72, Some(83), "6 to 7 years", "6至7年");
    says(72, Some(84), "6 to 8 years", "6至8年");
    says(70, Some(82), "5 to 7 years", "5至7年");
    says(60, Some(83), "5 to 7 years", "5至7年");
    says(24, None, "at least 2 years", "至少2年");
}

#[test]
fn a_length_in_doubt_is_about() {
    assert_eq!(English.tenure(60, Some(83), true), "about 5 to 7 years");
    assert_eq!(Chinese.tenure(60, Some(83), true), "约5至7年");
    assert_eq!(English.tenure(24, None, true), "at least about 2 years");
    assert_eq!(Chinese.tenure(24, None, true), "至少约2年");
    assert_eq!(English.tenure(0, Some(0), true), "less than a month");
}

#[test]
fn numbers_of_two_digits_and_titles_that_begin_with_one() {
    let rough = [0.037_26, 0.4, 1.0, 5.34, 12.4, 585_313.2].map(|value| English.rough(value));
    assert_eq!(rough, ["0.037", "0.40", "1.0", "5.3", "12", "590,000"]);
    assert_eq!(English.opening(super::Noun::Departure, 5), "Five departures");
    assert_eq!(English.opening(super::Noun::Departure, 12), "12 departures");
    assert_eq!(Chinese.opening(super::Noun::Person, 5), "5人");
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(English.days(day("2024-05-05"), day("2024-05-22")), "5 to 22 May 2024");
    assert_eq!(English.days(day("2024-05-05"), day("2024-05-05")), "5 May 2024");
    assert_eq!(English.months(day("2024-05-05"), day("2024-06-02")), "May to June 2024");
    assert_eq!(Chinese.months(day("2024-05-05"), day("2024-05-22")), "2024年5月");
}
