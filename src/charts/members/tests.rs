//! The members of small and large cohorts.

use super::*;

fn mark(nth: usize, name: &str) -> MemberMark {
    let day = |year| Day::from_ymd_opt(year, 5, 2).unwrap();
    let span = |from, to, dot| SpanMark {
        days: (day(from), day(to)),
        dot,
        href: Some("../people/ada.html#m".into()),
        told: "Ada remains".into(),
    };
    MemberMark {
        name: format!("{name} {nth}"),
        lang: None,
        href: "../people/ada.html".into(),
        dot: DOTS[nth % DOTS.len()],
        told: "left in 2020".into(),
        spans: vec![
            span(2015, 2019, Dot::Here),
            span(2019, 2020, Dot::OnLeave),
            span(2020, 2022, Dot::Uncertain),
            span(2022, 2024, Dot::Seat),
        ],
    }
}

const WORDS: [&str; 6] = [
    "remains",
    "remains, on leave",
    "remains or left: the dates leave it open",
    "only a seat on the board or as an adviser",
    "left",
    "no move there is recorded",
];

fn drawn(count: usize, name: &str, width: Width) -> Chart {
    let mut marks: Vec<MemberMark> = (0..count).map(|nth| mark(nth, name)).collect();
    marks.sort_by_key(|mark| mark.dot);
    let days = (Day::from_ymd_opt(2015, 5, 2).unwrap(), Day::from_ymd_opt(2026, 1, 31).unwrap());
    let scale = "Each dot stands for up to 5 members";
    members(&Members { members: &marks, days, words: WORDS, scale }, width)
}

#[test]
fn it_is_legible() {
    let names = [
        "Wolfeschlegelsteinhausenbergerdorff the Younger of Somewhere",
        "一个非常非常长的中文名字或机构名称以及它的说明文字",
    ];
    for name in names {
        for count in [2, 24, 25, 60, 400, 5000] {
            for width in Width::ALL {
                drawn(count, name, width).assert_legible();
            }
        }
    }
}

#[test]
fn there_is_a_dot_a_member() {
    let caption = super::super::Caption { id: "m", title: "Members", description: "" };
    let svg = drawn(60, "Ada", Width::Wide).draw(caption);
    let svg = serde_json::to_string(&svg).unwrap();
    assert_eq!(svg.matches("<a href").count(), 60);
    let large = serde_json::to_string(&drawn(5000, "Ada", Width::Wide).draw(caption)).unwrap();
    assert!(large.len() < 60_000, "{}", large.len());
}
