//! Own files that cannot be taken: addresses that the site has, names, sizes, links.

use super::{Site, built_in};
use crate::support::{build, tree};
use std::fs;
use std::os::unix::fs::symlink;

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
