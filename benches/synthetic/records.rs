//! The records as files.

use super::careers::Move;
use super::days;
use super::names::{self, Text, slug};
use super::orgs::Org;
use super::places::Place;
use super::random::Random;
use super::sheet::Sheet;
use super::{Cohort, Event, Person, Source, World, publisher, texts};
use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;
use std::path::PathBuf;

type Files = Vec<(PathBuf, String)>;

const SITE: &str = "\
title: {en: Synthetic Talent Flow, zh: 合成人才流动}
languages: [en, zh]
description:
  en: Invented people who move between invented organizations.
  zh: 虚构人物在虚构机构之间的流动。
base_url: https://flow.example/
repository: https://code.example/flow/records
as_of: 2025-12-31
license: CC0 1.0
";

const ABOUT: &str = "\
---
title: About
order: 1
---
All of this is **made up** by a program, to see how long a site of this size takes.
";

const ABOUT_ZH: &str = "\
---
title: 关于
---
以上内容均由程序**虚构**，用于测量生成这一规模的网站所需的时间。
";

/// All files below `content/`, and what is in them.
pub fn all(world: &World) -> Files {
    let mut files: Files = [("site.yaml", SITE), ("pages/about.md", ABOUT), ("pages/about.zh.md", ABOUT_ZH)]
        .map(|(path, text)| (path.into(), text.to_owned()))
        .into();
    files.par_extend(world.moves.par_iter().flat_map_iter(|mv| one_move(world, mv)));
    files.par_extend(world.people.par_iter().flat_map_iter(|record| person(world, record)));
    files.extend(world.orgs.iter().map(|record| org(world, record)));
    files.extend(world.events.iter().map(|record| event(world, record)));
    files.extend(world.cohorts.iter().enumerate().map(|(nth, record)| cohort(world, nth, record)));
    files.extend((0..world.figures).map(|nth| figure(world, nth)));
    files.extend(world.sources.iter().map(|record| source(world, record)));
    files
}

/// A record in YAML; or, when its note stands in files of its own, in Markdown with a translation beside it.
fn record(path: &str, mut sheet: Sheet, note: Option<Text>, apart: bool) -> Files {
    match note {
        Some(note) if apart => {
            let english = format!("---\n{}---\n{}\n", sheet.text(), note.en);
            vec![
                (format!("{path}.md").into(), english),
                (format!("{path}.zh.md").into(), format!("{}\n", note.zh)),
            ]
        }
        note => {
            if let Some(note) = note {
                sheet.note(&note);
            }
            vec![(format!("{path}.yaml").into(), sheet.text().to_owned())]
        }
    }
}

fn one_move(world: &World, mv: &Move) -> Files {
    let mut random = world.random(&mv.id);
    let mut sheet = Sheet::default();
    sheet.line("person", &world.people[mv.person].id);
    sheet.line("kind", mv.kind);
    sheet.maybe("date", mv.date.as_ref());
    sheet.maybe("announced", mv.announced);
    sheet.maybe("until", mv.until);
    for (key, place) in [("from", &mv.from), ("to", &mv.to)] {
        sheet.maybe(key, place.as_ref().map(|place| written(place, world)));
    }
    sheet.maybe("reason", mv.reason);
    sheet.maybe("status", (mv.status != "confirmed").then_some(mv.status));
    let org = mv.place().org;
    if random.percent(4) {
        let (name, org) = (&world.people[mv.person].name, &world.orgs[org].name);
        let title = Text {
            en: format!("{}: a change at {}", name.en, org.en),
            zh: format!("{}：{}的变动", name.zh, org.zh),
        };
        sheet.quoted("title", &title);
    }
    if random.percent(55) {
        sheet.texts("summary", &texts::summary(&mut random));
    }
    cite(&mut sheet, world, &mut random, (mv.day, &world.people[mv.person].name.en, org));
    if random.percent(4) {
        sheet.push("claims:\n  - field: date\n");
        sheet.push(&format!("    value: \"{}\"\n    sources:\n", mv.day.year() - 1));
        inline(
            &mut sheet,
            "      ",
            &mut random,
            (mv.day, &world.people[mv.person].name.en, &world.orgs[org]),
            false,
        );
    }
    let events = &world.events_of_org[org];
    if !events.is_empty() && random.percent(8) {
        sheet.line("events", format!("[{}]", world.events[*random.pick(events)].id));
    }
    let note = random.percent(25).then(|| texts::note(&mut random));
    let path = format!("moves/{}/{}", mv.day.format("%Y/%m"), mv.id);
    record(&path, sheet, note, random.percent(12))
}

/// A place as a record writes it: its organization alone, or all that is known.
fn written(place: &Place, world: &World) -> String {
    let org = &world.orgs[place.org];
    let mut keys = vec![format!("org: {}", org.id)];
    keys.extend(place.team.map(|team| format!("team: {}", org.teams[team].id)));
    keys.extend(place.post.map(|post| format!("post: {}", org.posts[post].id)));
    let (en, zh) = place.title();
    keys.push(format!("role: {{en: {en}, zh: {zh}}}"));
    keys.extend(place.capacity.map(|capacity| format!("capacity: {capacity}")));
    format!("{{{}}}", keys.join(", "))
}

/// The sources of a move: most written out, some shared.
fn cite(sheet: &mut Sheet, world: &World, random: &mut Random, (day, name, org): (NaiveDate, &str, usize)) {
    sheet.push("sources:\n");
    for nth in 0..=random.below(2) {
        if random.percent(15) {
            sheet.push(&format!("  - {}\n", random.pick(&world.sources).id));
        } else {
            inline(sheet, "  ", random, (day, name, &world.orgs[org]), nth == 0);
        }
    }
}

/// A source written where it is cited; the first one is strong enough for a confirmed move.
fn inline(
    sheet: &mut Sheet,
    indent: &str,
    random: &mut Random,
    (day, name, org): (NaiveDate, &str, &Org),
    first: bool,
) {
    let publisher = names::publisher(publisher(random));
    let strong = ["news", "news", "news", "statement", "reference", "filing", "memo"];
    let weak = ["news", "news", "social", "blog", "aggregator"];
    let kind = if first { random.pick(&strong) } else { random.pick(&weak) };
    let title = texts::headline(random, name, &org.name.en);
    let (host, page) = (slug(&publisher), slug(&title));
    let lang = if random.percent(85) { "en" } else { "zh" };
    sheet.push(&format!("{indent}- url: https://www.{host}.example/{}/{page}\n", day.format("%Y/%m")));
    sheet.push(&format!("{indent}  title: {title}\n{indent}  publisher: {publisher}\n"));
    sheet.push(&format!("{indent}  date: {day}\n{indent}  lang: {lang}\n{indent}  kind: {kind}\n"));
}

fn person(world: &World, person: &Person) -> Files {
    // Another stream than that of the career, whose purpose is the id alone.
    let mut random = world.random(&format!("person {}", person.id));
    let mut sheet = Sheet::default();
    sheet.flow("name", &person.name);
    sheet.line("sort_name", &person.sort_name);
    if random.percent(60) {
        sheet.texts("summary", &texts::person(&mut random));
    }
    if random.percent(30) {
        sheet.push(&format!("links:\n  website: https://{}.example/\n", person.id));
        sheet.push(&format!("  wikidata: Q{}\n", 1_000_000 + random.below(9_000_000)));
    }
    let universities: Vec<&Org> =
        world.orgs.iter().take(400).filter(|org| org.kind == "university").collect();
    if random.percent(25) && !universities.is_empty() {
        let (org, start) = (random.pick(&universities), random.between(1985, 2005));
        let degree = "degree: {en: Doctorate, zh: 博士}";
        sheet.push(&format!(
            "education:\n  - {{org: {}, {degree}, period: {start}/{}}}\n",
            org.id,
            start + 4
        ));
    }
    let note = random.percent(15).then(|| texts::note(&mut random));
    record(&format!("people/{}", person.id), sheet, note, random.percent(40))
}

fn org(world: &World, org: &Org) -> (PathBuf, String) {
    let mut random = world.random(&format!("organization {}", org.id));
    let mut sheet = Sheet::default();
    sheet.flow("name", &org.name);
    sheet.line("kind", org.kind);
    sheet.line("founded", org.founded);
    sheet.maybe("parent", org.parent.map(|parent| &world.orgs[parent].id));
    if !org.teams.is_empty() {
        sheet.push("teams:\n");
    }
    for team in &org.teams {
        sheet.push(&format!(
            "  {}:\n    name: {}\n    formed: {}\n",
            team.id,
            Sheet::both(&team.name),
            team.formed
        ));
        if let (Some(end), Some(next)) = (team.dissolved, team.successor) {
            sheet.push(&format!("    dissolved: {end}\n    successor: {}\n", org.teams[next].id));
        }
    }
    sheet.push("posts:\n");
    for post in &org.posts {
        sheet.push(&format!("  {}:\n    name: {}\n", post.id, Sheet::both(&post.name)));
    }
    sheet.push(&format!("links:\n  website: https://www.{}.example/\n", org.id));
    if random.percent(40) {
        sheet.note(&texts::note(&mut random));
    }
    (format!("orgs/{}.yaml", org.id).into(), sheet.text().to_owned())
}

fn event(world: &World, event: &Event) -> (PathBuf, String) {
    let mut random = world.random(&event.id);
    let org = &world.orgs[event.org];
    let mut sheet = Sheet::default();
    sheet.line("date", event.day);
    sheet.flow("title", &texts::event(&mut random, &org.name));
    sheet.line("orgs", format!("[{}]", org.id));
    let people: Vec<&str> = event.people.iter().map(|&person| &*world.people[person].id).collect();
    sheet.line("people", format!("[{}]", people.join(", ")));
    sheet.texts("summary", &texts::summary(&mut random));
    sheet.push("sources:\n");
    inline(&mut sheet, "  ", &mut random, (event.day, "the plans", org), true);
    (format!("events/{}/{}.yaml", event.day.year(), event.id).into(), sheet.text().to_owned())
}

fn cohort(world: &World, nth: usize, cohort: &Cohort) -> (PathBuf, String) {
    let mut random = world.random(&format!("cohort record {nth}"));
    let org = &world.orgs[cohort.org];
    let mut sheet = Sheet::default();
    let title = Text {
        en: format!("Group {} of {}", nth + 1, org.name.en),
        zh: format!("{}第{}组", org.name.zh, nth + 1),
    };
    sheet.flow("title", &title);
    sheet.line("org", &org.id);
    sheet.line("formed", random.between(2005, 2020));
    sheet.push("members:\n");
    for &member in &cohort.members {
        sheet.push(&format!("  - {}\n", world.people[member].id));
    }
    sheet.push(&format!("stated:\n  - size: {}\n    date: 2021\n    sources:\n", cohort.members.len() + 3));
    let day = days::any(&mut random);
    inline(&mut sheet, "      ", &mut random, (day, "the group", org), true);
    sheet.note(&texts::note(&mut random));
    (format!("cohorts/group-{}.yaml", nth + 1).into(), sheet.text().to_owned())
}

fn figure(world: &World, nth: usize) -> (PathBuf, String) {
    let mut random = world.random(&format!("figure {nth}"));
    let org = random.pick(&world.orgs);
    let mut sheet = Sheet::default();
    let title = Text {
        en: format!("Departures from {}", org.name.en),
        zh: format!("{}的离职人数", org.name.zh),
    };
    sheet.flow("title", &title);
    let (of, year) = (random.between(20, 400), random.between(2005, 2025));
    let value = random.between(1, of);
    sheet.line("period", year);
    sheet.line("value", value);
    sheet.push("unit: {en: people, zh: 人}\n");
    sheet.line("org", &org.id);
    sheet.line("of", of);
    sheet.line("percent", format!("{:.1}", f64::from(value) / f64::from(of) * 100.0));
    sheet.push("sources:\n");
    let day = days::any(&mut random);
    inline(&mut sheet, "  ", &mut random, (day, "the numbers", org), true);
    (format!("figures/departures-{}.yaml", nth + 1).into(), sheet.text().to_owned())
}

fn source(world: &World, source: &Source) -> (PathBuf, String) {
    let mut random = world.random(&source.id);
    let mut sheet = Sheet::default();
    let publisher = names::publisher(source.publisher);
    let org = &random.pick(&world.orgs).name.en;
    sheet.line(
        "url",
        format!("https://www.{}.example/{}/{}", slug(&publisher), source.day.format("%Y/%m/%d"), source.id),
    );
    sheet.line("title", texts::headline(&mut random, "the year", org));
    sheet.line("publisher", publisher);
    sheet.line("date", source.day);
    sheet.line("lang", "en");
    sheet.line("kind", "news");
    (format!("sources/{}.yaml", source.id).into(), sheet.text().to_owned())
}
