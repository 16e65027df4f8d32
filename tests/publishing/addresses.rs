//! Where in the site a file may go.

use std::sync::atomic::{AtomicUsize, Ordering};

use talent_flow::output::OutputError;

use crate::{Desk, contents, expected};

#[test]
fn an_address_cannot_lead_out_of_the_site() {
    let desk = Desk::new();
    let bad = [
        "",
        "/",
        "/etc/passwd",
        "//x",
        "a//b",
        "a/",
        "a/b/",
        ".",
        "..",
        "./a",
        "a/.",
        "a/./b",
        "../a",
        "a/..",
        "a/../b",
        "a\\b",
        "..\\a",
        "C:\\a",
        "a\0b",
        "\0",
    ];
    for address in bad {
        let publication = desk.open().unwrap();
        let error = publication.write(address, b"text").unwrap_err();
        assert!(matches!(error, OutputError::BadAddress { .. }), "{address:?}: {error:?}");
        assert!(publication.finish().is_err(), "{address:?}");
        assert!(desk.names().is_empty(), "{address:?}");
    }
}

#[test]
fn the_dotfiles_at_the_top_are_not_for_the_site_to_write() {
    let desk = Desk::new();
    let publication = desk.open().unwrap();
    for address in [".talent-flow", ".git/config", ".nojekyll"] {
        let error = publication.write(address, b"text").unwrap_err();
        assert!(matches!(error, OutputError::BadAddress { .. }), "{address:?}: {error:?}");
    }
}

#[test]
fn unusual_names_are_fine() {
    let desk = Desk::new();
    let site =
        &[("a b/…/c", "1"), ("人/李.html", "2"), ("x/.hidden", "3"), ("x/...", "4"), ("a#b%2f&c", "5")];

    desk.publish(site);

    assert_eq!(contents(&desk.path("public")), expected(site));
}

#[test]
fn an_address_is_taken_once() {
    let desk = Desk::new();
    desk.publish(&[("same", "text"), ("people/ada", "Ada")]);
    let cases = [
        ("same", "same"),               // linked, then not linked again
        ("new", "new"),                 // created, then not created again
        ("people/ada", "people"),       // a folder, then a file
        ("file", "file/in/it"),         // a file, then a folder
        ("people/ada", "people/ada/x"), // a linked file, then a folder
    ];
    for (first, second) in cases {
        let publication = desk.open().unwrap();
        let text = if first == "same" { "text" } else { "Ada" };
        publication.write(first, text.as_bytes()).unwrap();
        let error = publication.write(second, text.as_bytes()).unwrap_err();
        assert!(matches!(error, OutputError::Duplicate { .. }), "{first}, {second}: {error:?}");
        assert!(publication.finish().is_err());
    }
    assert_eq!(contents(&desk.path("public")), expected(&[("same", "text"), ("people/ada", "Ada")]));
}

#[test]
fn of_two_threads_at_one_address_one_fails() {
    let desk = Desk::new();
    desk.publish(&[("published", "text")]);
    for round in 0..50 {
        let publication = desk.open().unwrap();
        for address in ["published", "new", "in/a/folder"] {
            let successes = AtomicUsize::new(0);
            std::thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| match publication.write(address, b"text") {
                        Ok(()) => successes.fetch_add(1, Ordering::Relaxed),
                        Err(OutputError::Duplicate { .. }) => 0,
                        Err(error) => panic!("{error}"),
                    });
                }
            });
            assert_eq!(successes.into_inner(), 1, "round {round}, {address}");
        }
    }
}
