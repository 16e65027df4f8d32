//! The timeline: time as space, nothing more precise than its sources, context and waves beside the moves.

#[path = "support/site.rs"]
mod site;

use site::Site;
use std::fmt::Write;
use talent_flow::model::Theme;
use talent_flow::pages::Website;

/// A site with a wave in May 2024, silences before it and long before it, and dates of every precision.
fn example() -> Site {
    let site = Site::empty();
    site.write("sources/herald.yaml", "url: https://herald.example/\nkind: news\n");
    site.write("orgs/orbit-labs.yaml", "name: Orbit Labs\nkind: lab\nsources: [herald]\n");
    site.write("orgs/north-works.yaml", "name: North Works\nkind: company\nsources: [herald]\n");
    for person in 0..6 {
        site.write(
            &format!("people/person-{person}.yaml"),
            format!("name: Person {person}\nsources: [herald]\n"),
        );
        joins(&site, person, "2015");
    }
    for (person, day) in [(0, "2024-05-14"), (1, "2024-05-15"), (2, "2024-05-17"), (4, "2024-Q3")] {
        moves(&site, person, &format!("kind: departure\ndate: {day}\nfrom: orbit-labs"));
    }
    moves(&site, 3, "kind: join\ndate: 2024-01-20\nto: {org: north-works, capacity: board}");
    moves(&site, 5, "kind: join\ndate: 1990-03\nto: north-works");
    let event =
        "date: 2024-05-16\ntitle: {en: A new board, zh: 新董事会}\norgs: [orbit-labs]\nsources: [herald]\n";
    site.write("events/new-board.yaml", event);
    site
}

fn joins(site: &Site, person: usize, date: &str) {
    let lines = format!("kind: join\ndate: {date}\nto: orbit-labs");
    site.write(&format!("moves/join-{person}-{date}.yaml"), record(person, &lines));
}

fn moves(site: &Site, person: usize, lines: &str) {
    site.write(&format!("moves/move-{person}.yaml"), record(person, lines));
}

fn record(person: usize, lines: &str) -> String {
    format!("person: person-{person}\n{lines}\nsources: [herald]\n")
}

/// A page of a site.
fn page(site: &Site, address: &str) -> String {
    let checked = site.check();
    let archive = checked.archive.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let theme = Theme::default();
    let website = Website::new(&archive, &theme);
    let made = website.jobs().iter().map(|job| website.render(job).unwrap()).find(|(at, _)| at == address);
    String::from_utf8(made.unwrap_or_else(|| panic!("no {address}")).1).unwrap()
}

/// A part of a page, from where it begins to the end of its section.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("<section id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    rest.split("</section>").next().unwrap()
}

#[test]
fn what_is_known_to_the_year_or_the_quarter_is_told_in_no_month() {
    let page = page(&example(), "timeline/2024.html");
    assert!(section(&page, "month-unknown").contains("people/person-4.html"));
    assert!(!section(&page, "month-1").contains("people/person-4.html"));
    assert!(!page.contains("id=\"month-7\""), "a quarter is no month");
}

#[test]
fn time_without_records_has_room_and_says_so() {
    let site = example();
    let year = page(&site, "timeline/2024.html");
    assert!(year.contains("<p class=\"silence silence-3\">Nothing is recorded: February to April 2024</p>"));
    let all = page(&site, "timeline.html");
    assert!(all.contains("<p class=\"silence silence-6\">Nothing is recorded: 1991\u{2013}2014</p>"));
    assert!(page(&site, "zh/timeline.html").contains("没有记录：1991年\u{2013}2014年"));
}

#[test]
fn waves_and_events_stand_where_they_happened() {
    let page = page(&example(), "timeline/2024.html");
    let may = section(&page, "month-5");
    let wave = "../waves/orbit-labs-2024-05-14.html";
    assert!(may.contains(wave) && !section(&page, "month-1").contains(wave));
    assert_eq!(may.matches(" in-wave").count(), 3);
    let at = |text: &str| may.find(text).unwrap_or_else(|| panic!("no {text}: {may}"));
    assert!(
        at("person-2.html") < at("events/new-board.html")
            && at("events/new-board.html") < at("person-1.html")
    );
    assert!(may.contains("<li class=\"row at-event\""));
    let picture = page.split("</svg>").next().unwrap();
    assert!(picture.contains(wave) && picture.contains("../events/new-board.html"));
}

#[test]
fn moves_that_are_days_apart_stand_apart() {
    let page = page(&example(), "timeline/2024.html");
    let classes: Vec<&str> = section(&page, "month-5")
        .split("<li class=\"row ")
        .skip(1)
        .filter_map(|li| li.split('"').next())
        .collect();
    assert_eq!(
        classes,
        ["at-departure in-wave", "at-event", "at-departure gap-1 in-wave", "at-departure gap-1 in-wave"]
    );
}

#[test]
fn every_year_leads_to_its_months() {
    let all = page(&example(), "timeline.html");
    let years = all.split("<ol class=\"months\">").skip(1).map(|rest| rest.split("</ol>").next().unwrap());
    assert!(years.map(|months| months.matches("<li").count()).eq([12, 12, 12]));
    assert!(all.contains("href=\"timeline/2024.html#month-5\"") && !all.contains("#month-2\""));
}

#[test]
fn the_picture_of_all_years_is_bounded() {
    let site = example();
    let mut people = 0;
    for (person, year) in (1400..2000).step_by(2).enumerate() {
        let mut lines = String::new();
        write!(lines, "kind: join\ndate: {year}-02\nto: north-works").unwrap();
        site.write(&format!("people/old-{person}.yaml"), "name: Old Person\nsources: [herald]\n");
        let lines = format!("person: old-{person}\n{lines}\nsources: [herald]\n");
        site.write(&format!("moves/old-{person}.yaml"), lines);
        people += 1;
    }
    let all = page(&site, "timeline.html");
    let picture = all.split("</figure>").next().unwrap();
    assert!(people == 300 && picture.len() < 200_000, "{}", picture.len());
    assert!(picture.contains("Earlier years are not in the picture"));
    assert!(all.len() < 500_000 && all.contains("timeline/1400.html"));
}
