//! A look of the site's own: templates and static files beside `content/`, and what is said when they don't fit.

#[path = "theme/broken.rs"]
mod broken;
#[path = "theme/files.rs"]
mod files;
mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Ran, Tree, build, copy, tree};

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
fn the_documentation_names_every_template_of_a_page() {
    let told = fs::read_to_string(Path::new(REPOSITORY).join("docs/theming.md")).unwrap();
    for entry in fs::read_dir(Path::new(REPOSITORY).join("templates")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let is_told = entry.file_type().unwrap().is_dir() || told.contains(&format!("`{name}`"));
        assert!(is_told, "docs/theming.md does not tell what `page` is in templates/{name}");
    }
}
