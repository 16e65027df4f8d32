//! A look of the site's own: templates and static files beside `content/`, and what is said when they don't fit.

mod support;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use support::{Ran, Tree, build, copy, talent_flow, tree};

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// A site, with the pages that it has without a look of its own.
struct Site {
    temp: tempfile::TempDir,
    plain: Tree,
}

impl Site {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        copy(&Path::new(REPOSITORY).join("tests/golden/site"), &temp.path().join("site"));
        let site = Self { temp, plain: Tree::new() };
        site.build().success();
        Self { plain: tree(&site.out()), ..site }
    }

    fn root(&self) -> PathBuf {
        self.temp.path().join("site")
    }

    fn out(&self) -> PathBuf {
        self.temp.path().join("public")
    }

    fn build(&self) -> Ran {
        build(&self.root(), &self.out(), &[])
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// What a build says that publishes nothing, and leaves what is published as it was.
    #[track_caller]
    fn refused(&self) -> String {
        let said = self.build().code(1).stderr();
        assert!(tree(&self.out()) == self.plain, "the published site was changed");
        assert_eq!(fs::read_dir(self.temp.path()).unwrap().count(), 2, "something is left beside the site");
        said
    }

    /// The addresses of what a build publishes that is new or other than without a look of its own.
    #[track_caller]
    fn changed(&self) -> Vec<String> {
        self.build().success();
        let now = tree(&self.out());
        assert!(self.plain.keys().all(|address| now.contains_key(address)), "something is gone");
        now.into_iter().filter(|file| self.plain.get(&file.0) != Some(&file.1)).map(|file| file.0).collect()
    }

    fn published(&self, address: &str) -> String {
        fs::read_to_string(self.out().join(address)).unwrap()
    }
}

/// `{% extends "base.html" %}` with this in its `main`.
fn page(main: &str) -> String {
    format!("{{% extends \"base.html\" %}}\n{{% block main %}}\n{main}\n{{% endblock %}}\n")
}

/// A built-in template.
fn built_in(name: &str) -> String {
    fs::read_to_string(Path::new(REPOSITORY).join("templates").join(name)).unwrap()
}

#[test]
fn own_templates_go_first_file_by_file() {
    let site = Site::new();
    site.write(
        "templates/event.html",
        page("<p>{% include 'parts/motto.html' %}: {{ page.title.text }}</p>"),
    )
    .write("templates/parts/motto.html", "Own words");
    let changed = site.changed();
    let events = |address: &str| address.contains("events/");
    assert!(!changed.is_empty() && changed.iter().all(|address| events(address)), "{changed:?}");
    assert!(site.published(&changed[0]).contains("<p>Own words: "), "{}", site.published(&changed[0]));
    assert!(site.published(&changed[0]).contains("<header class=\"masthead\">"), "the built-in frame stays");
}

#[test]
fn an_own_template_can_extend_the_one_whose_place_it_takes() {
    let site = Site::new();
    site.write(
        "templates/home.html",
        "{% extends 'built-in/home.html' %}\n{% block main %}<p>Before</p>{{ super() }}{% endblock %}\n",
    );
    assert_eq!(site.changed(), ["index.html", "zh/index.html"]);
    let (now, plain) =
        (site.published("index.html"), String::from_utf8(site.plain["index.html"].clone()).unwrap());
    let main = |html: &str| html.split("<main").nth(1).unwrap().split_once('\n').unwrap().1.to_owned();
    assert_eq!(main(&now).trim_start().strip_prefix("<p>Before</p>").unwrap().trim(), main(&plain).trim());
}

#[test]
fn own_parts_of_the_style_sheet_and_scripts_go_first() {
    let site = Site::new();
    site.write("static/css/own.css", "\u{feff}h1 { color: red }").write("static/js/theme.js", "// none");
    assert_eq!(site.changed(), ["css/site.css", "js/theme.js"]);
    let sheet = site.published("css/site.css");
    assert!(sheet.contains("\nh1 { color: red }\n"), "no byte-order mark within: {sheet}");
    assert!(
        sheet.starts_with(&fs::read_to_string(Path::new(REPOSITORY).join("static/css/tokens.css")).unwrap())
    );
    assert!(sheet.contains("--accent: light-dark("), "the accent of the site stays");
    assert_eq!(site.published("js/theme.js"), "// none");
}

#[test]
fn a_whole_style_sheet_takes_the_place_of_all_parts() {
    let site = Site::new();
    site.write("static/css/site.css", "p { margin: 0 }");
    assert_eq!(site.changed(), ["css/site.css"]);
    assert!(site.published("css/site.css").starts_with("p { margin: 0 }\n"));
    let site = Site::new();
    site.write("static/css/site.css", "p {}").write("static/css/base.css", "b {}");
    let said = site.refused();
    assert!(
        said.contains("error[address-taken]: `static/css/site.css` takes the place of all parts"),
        "{said}"
    );
    assert!(said.contains("static/css/base.css"), "{said}");
}

#[test]
fn other_static_files_are_published_as_they_are() {
    let site = Site::new();
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    site.write("static/favicon.ico", &bytes)
        .write("static/documents/2024/Ein Überblick 概要.txt", "")
        .write("static/people/portrait.jpg", &bytes);
    fs::create_dir_all(site.root().join("static/empty/folder")).unwrap();
    assert_eq!(
        site.changed(),
        ["documents/2024/Ein Überblick 概要.txt", "favicon.ico", "people/portrait.jpg"]
    );
    assert_eq!(fs::read(site.out().join("people/portrait.jpg")).unwrap(), bytes);
    assert!(!site.out().join("empty").exists());
    let again = site.build().success().stdout();
    assert!(again.contains(": 0 written, "), "{again}");
    fs::remove_dir_all(site.root().join("static")).unwrap();
    site.build().success();
    assert!(tree(&site.out()) == site.plain, "what is gone from the site's own files is gone");
}

#[test]
fn an_own_robots_txt_takes_the_place_of_the_generated_one() {
    let site = Site::new();
    let published = ["-u", "https://people.example/"];
    build(&site.root(), &site.out(), &published).success();
    assert!(site.published("robots.txt").contains("Sitemap: "));
    site.write("static/robots.txt", "User-agent: *\nDisallow: /\n");
    build(&site.root(), &site.out(), &published).success();
    assert_eq!(site.published("robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn names_with_a_dot_are_left_alone() {
    let site = Site::new();
    for file in ["static/.DS_Store", "static/.git/config", "static/css/.own.css.swp", "templates/.DS_Store"] {
        site.write(file, b"\xff\x00");
    }
    fs::create_dir_all(site.root().join("templates/components")).unwrap();
    assert_eq!(site.changed(), [""; 0]);
}

#[test]
fn the_built_in_look_beside_the_content_makes_the_same_site() {
    let site = Site::new();
    for folder in ["templates", "static"] {
        copy(&Path::new(REPOSITORY).join(folder), &site.root().join(folder));
    }
    let ran = site.build().success();
    assert_eq!(ran.stderr(), "");
    assert!(tree(&site.out()) == site.plain);
}

#[test]
fn the_program_carries_its_look_with_it() {
    let site = Site::new();
    let other = tempfile::tempdir().unwrap();
    let program = other.path().join("talent-flow");
    fs::copy(env!("CARGO_BIN_EXE_talent-flow"), &program).unwrap();
    let mut command = std::process::Command::new(program);
    Ran::of(command.current_dir(site.root()).args(["build", "-o", "../public"])).success();
    assert!(tree(&site.out()) == site.plain);
}

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

#[test]
fn static_files_that_meet_the_site_are_told() {
    for (file, told) in [
        ("static/index.html", "this has the address of the page `index.html`"),
        ("static/404.html", "this has the address of the page `404.html`"),
        (
            "static/zh/people/ada-example.html",
            "this has the address of the page `zh/people/ada-example.html`",
        ),
        ("static/Index.HTML", "this differs from the page `index.html` by letter case only"),
        (
            "static/People/a.jpg",
            "the folders `People` here and `people` of the page `people/ada-example.html` differ",
        ),
        ("static/people", "this has the name of a folder of the site, which holds the page `people/"),
        (
            "static/timeline.html/a.txt",
            "`timeline.html` is a folder here, and a file of the site: the page `timeline.html`",
        ),
        ("static/js/Theme.js", "this differs from the site's `js/theme.js` by letter case only"),
        ("static/css", "this has the name of a folder of the site, which holds the site's `css/site.css`"),
    ] {
        let site = Site::new();
        site.write(file, "x");
        let said = site.refused();
        assert!(said.contains(&format!("error[address-taken]: {told}")), "{file}: {said}");
        assert!(said.contains(&format!("--> {file}\n")), "{file}: {said}");
    }
    let site = Site::new();
    site.write("static/img/a.png", "")
        .write("static/Img/b.png", "")
        .write("static/a.txt", "")
        .write("static/A.txt", "");
    let said = site.refused();
    assert!(said.contains("the folders `img` here and `Img` of `static/Img/b.png` differ"), "{said}");
    assert!(said.contains("this differs from `static/A.txt` by letter case only"), "{said}");
}

#[test]
fn files_that_cannot_be_taken_are_told_in_one_run() {
    let site = Site::new();
    site.write("secret", "x")
        .write("static/a:b.txt", "")
        .write("static/aux.css", "")
        .write("static/two\nlines", "");
    symlink(site.root().join("secret"), site.root().join("static/link.txt")).unwrap();
    symlink("/", site.root().join("static/all")).unwrap();
    fs::File::create(site.root().join("static/huge.bin")).unwrap().set_len((25 << 20) + 1).unwrap();
    site.write("templates/legacy.html", b"caf\xe9").write("templates/huge.html", "x".repeat(300 * 1024));
    site.write("templates/notes.txt", "");
    let said = site.refused();
    for told in [
        "error[invalid-name]: the name of this file, or of a folder above it, won't do: Windows allows none of",
        "--> static/a:b.txt\n",
        "it is that of a device on Windows\n--> static/aux.css\n",
        "it holds an invisible character\n--> static/two\\nlines\n",
        "error[symbolic-link]: this is a symbolic link, which may lead anywhere\n--> static/link.txt\n",
        "--> static/all\n",
        "error[file-too-large]: this file has more than 25 MiB\n--> static/huge.bin\n",
        "error[file-too-large]: this file has more than 256 KiB, which no template needs\n--> templates/huge.html\n",
        "error[not-utf8]: this file is not UTF-8: line 1 holds other bytes\n--> templates/legacy.html\n",
        "error[unknown-file]: a template is a file `.html`\n--> templates/notes.txt\n",
        "error: 9 errors\n",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
}

#[test]
fn the_folders_themselves_are_folders() {
    let site = Site::new();
    site.write("templates", "");
    symlink(site.root().join("content"), site.root().join("static")).unwrap();
    let said = site.refused();
    assert!(said.contains("error[unreadable-file]: this is not a folder\n--> templates\n"), "{said}");
    assert!(
        said.contains("error[symbolic-link]: this is a symbolic link, which may lead anywhere\n--> static\n"),
        "{said}"
    );
}

#[test]
fn the_own_look_is_never_published_over() {
    let site = Site::new();
    site.write("static/a.txt", "").write("templates/home.html", built_in("home.html"));
    let before = tree(&site.root());
    for (out, what) in [("static", "static files"), ("templates/new", "templates")] {
        let said = build(&site.root(), &site.root().join(out), &["--force"]).code(1).stderr();
        assert!(said.contains(&format!("is among the {what} of the site")), "{said}");
    }
    assert!(tree(&site.root()) == before);
}

#[test]
fn the_documentation_names_every_template_of_a_page() {
    let told = fs::read_to_string(Path::new(REPOSITORY).join("docs/theming.md")).unwrap();
    for entry in fs::read_dir(Path::new(REPOSITORY).join("templates")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let is_told = entry.file_type().unwrap().is_dir() || told.contains(&format!("`{name}`"));
        assert!(is_told, "docs/theming.md does not tell what `page` is in templates/{name}");
    }
}
