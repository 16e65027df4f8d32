//! A site large enough that every kind of list runs over several pages.

use std::fs;
use std::path::Path;

const MOVES: usize = 720;
const ROWS: usize = 230;

/// Writes the site: half of its moves in one month, and all of them at one organization.
pub fn write(root: &Path) {
    let content = root.join("content");
    for folder in ["people", "orgs", "moves", "events", "figures", "cohorts", "sources"] {
        fs::create_dir_all(content.join(folder)).unwrap();
    }
    let put = |path: &str, text: &str| fs::write(content.join(path), text).unwrap();
    put("site.yaml", "title: {en: Many moves, zh: 许多变动}\nlanguages: [en, zh]\nas_of: 2025-12-31\n");
    put("sources/herald.yaml", "url: https://herald.example/\npublisher: The Example Herald\nkind: news\n");
    put("orgs/hub.yaml", "name: {en: Hub Labs, zh: 枢纽实验室}\nkind: lab\n");
    put("events/crowd.yaml", "date: 2024-03-02\ntitle: The crowd\norgs: [hub]\nsources: [herald]\n");
    for i in 0..MOVES {
        put(&format!("people/person-{i}.yaml"), &format!("name: {{en: Sample {i}, zh: 范例{i}}}\n"));
        let (month, day) = if i % 2 == 0 { (3, 1 + i % 28) } else { (1 + i % 12, 1 + i % 28) };
        put(&format!("moves/join-{i}.yaml"), &join(i, month, day));
    }
    for i in 0..ROWS {
        put(&format!("orgs/org-{i}.yaml"), &format!("name: Org {i}\nkind: other\n"));
        put(
            &format!("sources/page-{i}.yaml"),
            &format!("url: https://press-{i}.example/\ntitle: Page {i}\n"),
        );
        let event = format!("date: 2023-02\ntitle: Event {i}\norgs: [org-{i}]\nsources: [page-{i}]\n");
        put(&format!("events/event-{i}.yaml"), &event);
        let figure = format!("title: Figure {i}\nperiod: 2023\nvalue: {i}\nsources: [page-{i}]\n");
        put(&format!("figures/figure-{i}.yaml"), &figure);
        let cohort = format!("title: Cohort {i}\norg: hub\nformed: 2024-03\nmembers: [person-{i}]\n");
        put(&format!("cohorts/cohort-{i}.yaml"), &cohort);
    }
}

fn join(i: usize, month: usize, day: usize) -> String {
    // Most are reported in one context, more than fit on its page.
    let events = if i.is_multiple_of(3) { "" } else { "events: [crowd]\n" };
    format!(
        "person: person-{i}\nkind: join\ndate: 2024-{month:02}-{day:02}\nto: {{org: hub}}\n{events}sources: [herald]\n"
    )
}
