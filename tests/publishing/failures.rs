//! A build that fails says why, and leaves the published site as it was.

use std::fs;

use talent_flow::output::OutputError;

use crate::{Desk, SITE, publish, tree};

#[test]
fn a_build_that_fails_leaves_the_published_site_as_it_was() {
    let desk = Desk::new();
    desk.publish(SITE);
    let before = tree(&desk.path("public"));

    let publication = desk.open().unwrap();
    publication.write("index.html", b"news").unwrap();
    publication.write(SITE[1].0, SITE[1].1.as_bytes()).unwrap();
    assert_eq!(tree(&desk.path("public")), before, "while it is built");
    drop(publication);

    assert_eq!(tree(&desk.path("public")), before);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_first_build_that_fails_leaves_nothing() {
    let desk = Desk::new();

    let publication = desk.open().unwrap();
    publication.write("people/ada.html", b"Ada").unwrap();
    drop(publication);

    assert!(desk.names().is_empty());
}

#[test]
fn a_site_of_which_a_file_failed_is_not_published() {
    let desk = Desk::new();
    desk.publish(SITE);
    let before = tree(&desk.path("public"));
    let publication = desk.open().unwrap();

    let error = publication.write(&"x".repeat(300), b"").unwrap_err();
    assert!(matches!(error, OutputError::Io { .. }), "{error:?}");
    assert!(error.to_string().ends_with("the name is too long or not allowed here"), "{error}");
    let error = publication.finish().unwrap_err();
    assert!(matches!(error, OutputError::Incomplete { .. }), "{error:?}");

    assert_eq!(tree(&desk.path("public")), before);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn errors_of_the_system_name_the_path_and_the_reason() {
    let desk = Desk::new();
    fs::write(desk.path("file"), "text").unwrap();
    let parent = desk.path("file/in/it");

    let error = publish(&parent.join("public"), false, SITE).unwrap_err();

    let expected =
        format!("cannot create the folder {}: a file is where a folder is needed", parent.display());
    assert_eq!(error.to_string(), expected);
    assert!(std::error::Error::source(&error).is_some());
}
