//! Templates that do not fit: what is said, where, and which page they broke.

use super::{Site, built_in, page};
use crate::support::{Ran, talent_flow};
use std::fs;

#[test]
fn a_template_that_cannot_be_read_is_shown_with_the_page_that_it_breaks() {
    let site = Site::new();
    site.write("templates/person.html", page("<h1>{{ page.name.text }</h1>"));
    assert_eq!(
        site.refused(),
        "error[template-error]: found `}` but expected }}\n \
         --> templates/person.html:3:23\n  \
           |\n\
         3 | <h1>{{ page.name.text }</h1>\n  \
           |                       ^\n  \
           |\n  \
           = note: this broke the page `people/ada-example.html`, and 5 others\n\n\
         error: 1 error\n"
    );
}

#[test]
fn a_variable_that_is_not_there_is_shown_with_those_that_are() {
    let site = Site::new();
    site.write("templates/event.html", page("<h1>{{ page.titel }}</h1>"));
    let said = site.refused();
    assert!(
        said.contains(
            "error[template-error]: field `titel` is not defined\n --> templates/event.html:3:13\n"
        ),
        "{said}"
    );
    assert!(said.contains("3 | <h1>{{ page.titel }}</h1>\n  |             ^^^^^\n"), "{said}");
    assert!(said.contains("= note: there are the fields: "), "{said}");
    assert!(said.contains("= note: this broke the page `events/"), "{said}");
}

#[test]
fn a_mistake_in_what_a_built_in_template_is_given_is_traced_back() {
    let site = Site::new();
    site.write("templates/home.html", page("{{ <when w={page.latest}/> }}"));
    let said = site.refused();
    assert!(said.contains(" --> components/when.html (built in):"), "{said}");
    assert!(said.contains("= note: called from templates/home.html:3:4\n"), "{said}");
    assert!(said.contains("= note: this broke the page `index.html`, and another one\n"), "{said}");
    let line = built_in("components/when.html").lines().next().unwrap().len();
    assert!(line > 0 && said.contains(" | {"), "the line is shown: {said}");
}

#[test]
fn a_wrong_type_is_an_error_of_its_place() {
    let site = Site::new();
    site.write("templates/home.html", page("{% for x in frame.path %}{% endfor %}{{ frame.path - 1 }}"));
    let said = site.refused();
    assert!(
        said.contains("error[template-error]: ") && said.contains(" --> templates/home.html:3:"),
        "{said}"
    );
}

#[test]
fn everything_broken_is_told_in_one_run() {
    let site = Site::new();
    // What a page shows:
    site.write("templates/home.html", page("{{ page.nothing }}"))
        .write("templates/event.html", page("{{ nothing }}"))
        .write("static/404.html", "");
    let said = site.refused();
    assert!(said.ends_with("error: 3 errors\n"), "{said}");
    // What Tera reads:
    site.write("templates/home.html", page("{{ page.. }}"))
        .write("templates/event.html", page("{% if %}"))
        .write("templates/parts/unused.html", "{{ ");
    let said = site.refused();
    for file in ["templates/home.html:3:", "templates/event.html:3:", "templates/parts/unused.html:1:"] {
        assert!(said.contains(file), "{said}");
    }
    fs::remove_file(site.root().join("templates/parts/unused.html")).unwrap();
    // What Tera looks up:
    site.write("templates/home.html", page("{{ <nothing/> }}{{ 1 | nothing }}")).write(
        "templates/event.html",
        page("{% include 'nothing.html' %}{% include 'components/rowz.html' %}"),
    );
    let said = site.refused();
    for told in [
        "unknown component `nothing`\n --> templates/home.html:3:4",
        "unknown filter `nothing`\n --> templates/home.html:3:24",
        "unknown template `nothing.html`\n --> templates/event.html:3:12",
        "unknown template `components/rowz.html`\n --> templates/event.html:3:40",
        "did you mean `components/rows.html`?",
        "this broke the page `index.html`, and another one",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    // And with what is wrong with records and files.
    site.write("content/people/ada-example.yaml", "nam: Ada\n").write("templates/x.txt", "");
    let said = site.refused();
    for told in ["error[unknown-key]", "error[unknown-file]: a template is a file `.html`", "unknown filter"]
    {
        assert!(said.contains(told), "{told}: {said}");
    }
}

#[test]
fn check_tells_what_can_be_told_without_pages() {
    let site = Site::new();
    site.write("templates/home.html", page("{{ 1 | nothing }}")).write("templates/hom.html", "");
    let ran = Ran::of(talent_flow().arg("check").arg("-r").arg(site.root())).code(1);
    let said = ran.stderr();
    assert!(said.contains("unknown filter `nothing`\n --> templates/home.html:3:8"), "{said}");
    assert!(
        said.contains("warning[unused-template]: ") && said.contains("did you mean `home.html`?"),
        "{said}"
    );
}

#[test]
fn a_menu_that_fails_breaks_every_page() {
    let site = Site::new();
    site.write("templates/menu.html", "{{ site.nothing }}");
    let said = site.refused();
    assert!(said.contains(" --> templates/menu.html:1:9\n"), "{said}");
    assert!(said.contains("this broke the page `index.html`, and "), "{said}");
}

#[test]
fn templates_that_lead_to_themselves_are_told() {
    for (file, text, told) in [
        ("home.html", "{% extends 'home.html' %}", "this template extends itself: it extends `home.html`"),
        (
            "home.html",
            "{% include 'menu.html' %}{% include 'home.html' %}",
            "templates include each other: `home.html` includes `home.html`",
        ),
        ("home.html", "{% extends 'bas.html' %}", "there is no template `bas.html`"),
        (
            "home.html",
            "{% component a() %}{{ <a/> }}{% endcomponent %}{{ <a/> }}",
            "maximum render recursion depth",
        ),
        ("own.html", "{% component when(w) %}{% endcomponent %}", "component `when` is defined in both"),
    ] {
        let site = Site::new();
        site.write(&format!("templates/{file}"), text);
        let said = site.refused();
        assert!(said.contains(&format!("error[template-error]: {told}")), "{said}");
        assert!(said.contains(&format!(" templates/{file}")), "{said}");
    }
}

#[test]
fn templates_may_go_deep() {
    let site = Site::new();
    let last = 190;
    for number in 0..last {
        let next = format!(
            "{{% if 1 %}}{{% for x in [1] %}}{{% include 'c{}.html' %}}{{% endfor %}}{{% endif %}}",
            number + 1
        );
        site.write(&format!("templates/c{number}.html"), next);
    }
    site.write(&format!("templates/c{last}.html"), "the end");
    site.write("templates/home.html", page("{% include 'c0.html' %}"));
    assert_eq!(site.changed(), ["index.html", "zh/index.html"]);
    // Each of twenty components, the most that Tera allows, goes as deep.
    site.write(
        "templates/home.html",
        "{% component a() %}{% include 'c0.html' %}{% endcomponent %}{{ <a/> }}",
    );
    site.write(&format!("templates/c{last}.html"), "{{ <a/> }}");
    let said = site.build().code(1).stderr();
    assert!(said.contains("maximum render recursion depth"), "{said}");
    for number in 0..20 {
        site.write(&format!("templates/d{number}.html"), "");
    }
    let said = site.build().code(1).stderr();
    assert!(said.contains("error[file-too-large]: this folder holds more than 200 files"), "{said}");
}
