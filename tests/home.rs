//! What the home page claims, and which cohort the claim is about.

mod support;

#[path = "support/site.rs"]
mod site;

use site::Site;

/// Three people join Orbit and one leaves it; two join Comet.
fn orbit() -> Site {
    let site = Site::empty();
    for org in ["orbit", "comet"] {
        site.write(&format!("orgs/{org}.yaml"), format!("name: {org}\nkind: lab\n"));
    }
    for person in ["ada", "ben", "cleo", "dan", "eve"] {
        site.write(&format!("people/{person}.yaml"), format!("name: {person}\n"));
        let org = if person < "d" { "orbit" } else { "comet" };
        moved(&site, person, "join", "2020-02-03", &format!("to: {org}"));
    }
    moved(&site, "ada", "departure", "2024-05-06", "from: orbit");
    site
}

fn moved(site: &Site, person: &str, kind: &str, date: &str, place: &str) {
    let sources = "sources: [{url: 'https://herald.example/', kind: news}]";
    let record = format!("person: {person}\nkind: {kind}\ndate: {date}\n{place}\n{sources}\n");
    site.write(&format!("moves/{person}-{kind}.yaml"), record);
}

fn cohort(site: &Site, id: &str, title: &str, org: &str, members: &str) {
    let record = format!("title: {title}\norg: {org}\nformed: 2020-03-01\nmembers: [{members}]\n");
    site.write(&format!("cohorts/{id}.yaml"), record);
}

/// The first headings of the home pages, in English and in Chinese.
fn headings(site: &Site) -> [String; 2] {
    let out = tempfile::tempdir().unwrap();
    support::build(site.root(), out.path(), &["--quiet"]).success();
    ["index.html", "zh/index.html"].map(|page| {
        let html = std::fs::read_to_string(out.path().join(page)).unwrap();
        let (_, heading) = html.split_once("<h1").unwrap();
        let (heading, _) = heading.split_once("</h1>").unwrap();
        heading.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
    })
}

#[test]
fn a_title_goes_on_in_a_sentence_where_it_can() {
    let site = orbit();
    for (title, english, chinese) in [
        (
            "{en: People named at the launch, zh: 成立时公布的成员}",
            "Of the 3 people named at the launch, 2 remain",
            "成立时公布的成员共3人，2人留任",
        ),
        ("{en: The launch team, zh: 初始团队}", "The launch team: 2 of 3 remain", "初始团队共3人，2人留任"),
        ("Founding members", "Of the 3 founding members, 2 remain", "Founding members：3人中2人留任"),
        (
            "Orbit <b>board</b>",
            "Orbit &lt;b&gt;board&lt;&#x2F;b&gt;: 2 of 3 remain",
            "Orbit &lt;b&gt;board&lt;&#x2F;b&gt;：3人中2人留任",
        ),
    ] {
        cohort(&site, "launch", title, "orbit", "ada, ben, cleo");
        let unescape = |text: String| text.replace("&#x2F;", "/").replace("&#x27;", "'");
        assert_eq!(headings(&site).map(unescape), [english, chinese].map(|text| unescape(text.to_owned())));
    }
}

#[test]
fn none_one_and_all_are_told_in_words() {
    let site = orbit();
    for (members, english, chinese) in [
        ("ben, cleo", "Of the 2 people named, all remain", "公布的成员共2人，全部留任"),
        ("ada, ben", "Of the 2 people named, 1 remains", "公布的成员共2人，1人留任"),
    ] {
        cohort(&site, "launch", "{en: People named, zh: 公布的成员}", "orbit", members);
        assert_eq!(headings(&site), [english, chinese]);
    }
    moved(&site, "ben", "departure", "2025-03", "from: orbit");
    assert_eq!(headings(&site), ["Of the 2 people named, none remain", "公布的成员共2人，无人留任"]);
    moved(&site, "ben", "departure", "2025", "from: orbit");
    assert_eq!(
        headings(&site),
        ["Of the 2 people named, 0 to 1 remain", "公布的成员共2人，0至1人留任"],
        "the year is not over"
    );
}

#[test]
fn the_claim_is_about_the_organization_with_the_most_moves() {
    let site = orbit();
    assert_eq!(headings(&site), ["Orbit Watch", "Orbit Watch"], "no cohort, no claim");
    cohort(&site, "alone", "Founders of Orbit", "orbit", "ada");
    assert_eq!(headings(&site)[0], "Orbit Watch", "one member is no cohort to speak of");
    cohort(&site, "comet", "Founders of Comet", "comet", "dan, eve");
    assert_eq!(headings(&site)[0], "Of the 2 founders of Comet, all remain");
    cohort(&site, "two", "People of March", "orbit", "ada, ben");
    assert_eq!(headings(&site)[0], "Of the 2 people of March, 1 remains", "Orbit has more moves");
    cohort(&site, "unrecorded", "Members on paper", "orbit", "dan, eve");
    assert_eq!(headings(&site)[0], "Of the 2 people of March, 1 remains", "of whom something is recorded");
    cohort(&site, "large", "Staff of Orbit", "orbit", "ada, ben, cleo");
    assert_eq!(headings(&site)[0], "Of the 3 staff of Orbit, 2 remain", "the larger one");
}
