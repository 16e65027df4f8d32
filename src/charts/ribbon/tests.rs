//! Careers of few and of many stints, with long names.

use super::{Bar, Part, ROWS, Ribbon, ribbon};
use crate::charts::{Caption, Chart, Width};
use crate::model::Day;

const NAMES: [&str; 4] = [
    "OpenAI · 5 to 7 years",
    "The Very Long and Winding Institute for the Advancement of Learning Machines · Board member · 11 months",
    "清华大学人工智能产业研究院与北京智源人工智能研究院联合实验室 · 顾问 · 至少2年",
    "X",
];

const ROLES: [&str; 4] = [
    "Chief Executive Officer",
    "Member of the Technical Staff, Alignment and Interpretability",
    "首席科学家",
    "CTO",
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn part(name: &str, from: &str) -> Part {
    let text = name.to_owned();
    Part {
        name: text.clone(),
        lang: None,
        tip: text,
        href: "#role".to_owned(),
        is_begun: !from.starts_with("2003"),
        from: day(from),
        to: None,
    }
}

fn bar(number: usize, begin: i32) -> Bar {
    let date = |year: i32, rest: &str| day(&format!("{year}-{rest}"));
    let roles = (0..number % 5).map(|at| {
        let at_year = begin + i32::try_from(at).unwrap();
        part(ROLES[(number + at) % ROLES.len()], &format!("{at_year}-05-10"))
    });
    let leaves = number.is_multiple_of(3).then(|| Part {
        to: Some(date(begin + 1, "11-20")),
        ..part("leave", &format!("{}-08-10", begin + 1))
    });
    Bar {
        name: NAMES[number % NAMES.len()].to_owned(),
        tip: NAMES[number % NAMES.len()].to_owned(),
        href: "#move".to_owned(),
        series: 1 + u8::try_from(number % 8).unwrap(),
        begin: (number % 4 != 3).then(|| (date(begin, "01-01"), date(begin, "12-31"))),
        end: (date(begin + 2, "03-01"), date(begin + 2, "03-31")),
        is_open: number % 2 == 1,
        roles: roles.collect(),
        leaves: leaves.into_iter().collect(),
    }
}

fn drawn(bars: &[Bar], size: Width) -> (Chart, String) {
    let chart = ribbon(Ribbon { bars, now: day("2026-01-31"), more: "and 20 more" }, size);
    chart.assert_legible();
    let svg = chart.clone().draw(Caption { id: "career", title: "Career", description: "A career." });
    (chart, serde_json::to_string(&svg).unwrap())
}

#[test]
fn careers_of_any_length_can_be_read() {
    for count in [1, 2, 5, 60] {
        for size in Width::ALL {
            let bars: Vec<Bar> = (0..count).map(|n| bar(n, 2000 + i32::try_from(n % 23).unwrap())).collect();
            let (chart, svg) = drawn(&bars, size);
            let is_cut = chart.labels.iter().any(|label| label.text == "and 20 more");
            assert_eq!(is_cut, count > ROWS);
            assert!(svg.len() < 500_000);
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
        }
    }
}

#[test]
fn a_stint_of_days_can_be_seen() {
    let short = Bar {
        begin: Some((day("2023-11-17"), day("2023-11-17"))),
        end: (day("2023-11-20"), day("2023-11-20")),
        roles: vec![part("Interim Chief Executive Officer", "2023-11-17")],
        leaves: Vec::new(),
        is_open: false,
        ..bar(0, 2015)
    };
    for size in Width::ALL {
        let (_, svg) = drawn(&[bar(1, 2015), short.clone()], size);
        assert!(svg.contains("width=\\\"5\\\""), "{svg}");
    }
}

#[test]
fn what_is_not_certain_fades() {
    let exact = Bar {
        begin: Some((day("2020-01-15"), day("2020-01-15"))),
        end: (day("2022-01-15"), day("2022-01-15")),
        is_open: false,
        ..bar(0, 2020)
    };
    let (_, svg) = drawn(std::slice::from_ref(&exact), Width::Wide);
    assert!(!svg.contains("opacity"));
    for begin in [None, Some((day("2019-01-01"), day("2019-12-31")))] {
        let (_, svg) = drawn(&[Bar { begin, ..exact.clone() }], Width::Wide);
        assert_eq!(svg.matches("opacity").count(), 4);
    }
}
