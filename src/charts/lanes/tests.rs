use super::{Bar, Gap, Lane, draw};
use crate::charts::{Caption, Width};
use crate::model::Day;
use chrono::Days;

const NAMES: [&str; 4] = [
    "Ada Lovelace",
    "欧阳娜娜与司马相如及诸葛亮联合",
    "Maria Aurelia von Habsburg-Lothringen y Fernández de Córdoba",
    "李",
];

fn day(number: u64) -> Day {
    Day::from_ymd_opt(2015, 12, 1).unwrap().checked_add_days(Days::new(number)).unwrap()
}

fn lanes(count: usize, bars: usize, length: u64) -> Vec<Lane> {
    let bar = |lane: usize, number: usize| {
        let (at, turn) = (lane as u64, number as u64);
        let from = at * 20 + turn * length;
        Bar {
            text: NAMES[(lane + number) % 4].into(),
            lang: None,
            href: "people/ada.html".into(),
            tip: "Ada & so on".into(),
            row: number % 2 * usize::from(lane % 3 == 2),
            from: (number > 0).then(|| (day(from), day(from + at % 40))),
            known: day(from),
            to: (day(from + length), day(from + length + turn % 90)),
            is_interim: number % 3 == 1,
            leaves: Vec::new(),
        }
    };
    (0..count)
        .map(|lane| Lane {
            name: NAMES[lane % 4].into(),
            lang: None,
            href: "posts/orbit.chief.html".into(),
            bars: (0..bars).map(|number| bar(lane, number)).collect(),
            gaps: vec![Gap { days: (day(3000), day(3058)), tip: "vacant for 58 days".into() }],
        })
        .collect()
}

#[test]
fn labels_are_legible() {
    for width in Width::ALL {
        for (count, bars, length) in
            [(2, 2, 900), (1, 60, 40), (60, 2, 700), (25, 7, 300), (3, 4, 1), (1, 1, 0), (0, 0, 0)]
        {
            draw(&lanes(count, bars, length), (day(0), day(3700)), width).assert_legible();
        }
    }
}

#[test]
fn days_are_seen_and_named() {
    let lanes = lanes(1, 4, 1);
    let chart = draw(&lanes, (day(0), day(3700)), Width::Wide);
    let named = chart.labels.iter().filter(|label| label.tip.is_some()).count();
    assert!(named >= 3, "{:?}", chart.labels);
    let svg = chart.draw(Caption { id: "x", title: "Chief", description: "Four" });
    let svg = serde_json::to_string(&svg).unwrap_or_default();
    assert!(svg.contains("Ada &amp; so on"), "{svg}");
}
