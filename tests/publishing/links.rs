//! Symbolic links are never followed nor written through: not at the target, not within it.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use talent_flow::output::{OutputError, Summary};

use crate::{Desk, SITE, contents, expected, publish, tree};

#[test]
fn a_target_that_is_a_link_is_refused_even_with_force() {
    let desk = Desk::new();
    publish(&desk.path("real"), false, SITE).unwrap();
    symlink("real", desk.path("public")).unwrap();
    let before = tree(&desk.path("real"));

    for target in ["public", "public/", "public/."] {
        for force in [false, true] {
            let error = publish(&desk.path(target), force, &[]).unwrap_err();
            assert!(matches!(error, OutputError::BadTarget { .. }), "{error:?}");
            assert!(error.to_string().contains("symbolic link"), "{error}");
        }
    }
    assert_eq!(tree(&desk.path("real")), before);
    assert_eq!(desk.names(), ["public", "real"]);
}

#[test]
fn a_target_that_is_a_dangling_link_is_refused_even_with_force() {
    let desk = Desk::new();
    symlink("nowhere", desk.path("public")).unwrap();

    for force in [false, true] {
        let error = publish(&desk.path("public"), force, SITE).unwrap_err();
        assert!(matches!(error, OutputError::BadTarget { .. }), "{error:?}");
    }
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_parent_may_be_a_link() {
    let desk = Desk::new();
    fs::create_dir(desk.path("disk")).unwrap();
    symlink("disk", desk.path("mount")).unwrap();

    publish(&desk.path("mount/public"), false, SITE).unwrap();

    assert_eq!(contents(&desk.path("disk/public")), expected(SITE));
}

#[test]
fn a_link_in_the_site_is_replaced_by_the_page() {
    let desk = Desk::new();
    desk.publish(SITE);
    let precious = desk.path("precious");
    fs::write(&precious, "home").unwrap();
    for (page, to) in [("index.html", "../precious"), ("people/ada.html", "nowhere")] {
        fs::remove_file(desk.path("public").join(page)).unwrap();
        symlink(to, desk.path("public").join(page)).unwrap();
    }
    let before = tree(&precious);

    let summary = desk.publish(SITE);

    assert_eq!(summary, Summary { written: 2, unchanged: 2, removed: 0 });
    assert!(desk.path("public/index.html").symlink_metadata().unwrap().is_file());
    assert_eq!(contents(&desk.path("public")), expected(SITE));
    assert_eq!(tree(&precious), before);
}

#[test]
fn a_folder_in_the_site_that_is_a_link_is_replaced_by_a_folder() {
    let desk = Desk::new();
    desk.publish(SITE);
    // The files behind the link are the very ones to be published, and still not the site's own.
    fs::rename(desk.path("public/people"), desk.path("people")).unwrap();
    symlink("../people", desk.path("public/people")).unwrap();
    let before = tree(&desk.path("people"));

    let summary = desk.publish(SITE);

    assert_eq!(summary, Summary { written: 2, unchanged: 2, removed: 1 });
    assert!(desk.path("public/people").symlink_metadata().unwrap().is_dir());
    assert_eq!(contents(&desk.path("public")), expected(SITE));
    assert_eq!(tree(&desk.path("people")), before);
}

#[test]
fn links_are_removed_and_not_what_they_lead_to() {
    let desk = Desk::new();
    desk.publish(SITE);
    fs::create_dir(desk.path("precious")).unwrap();
    fs::write(desk.path("precious/file"), "text").unwrap();
    symlink("../precious", desk.path("public/folder")).unwrap();
    symlink("../precious/file", desk.path("public/file")).unwrap();
    symlink("nowhere", desk.path("public/dangling")).unwrap();

    assert_eq!(desk.publish(SITE), Summary { written: 0, unchanged: 4, removed: 3 });
    assert_eq!(fs::read_to_string(desk.path("precious/file")).unwrap(), "text");
    assert_eq!(tree(&desk.path("public")).len(), 4 + 4 + 1, "files, folders and the marker");
}

#[test]
fn a_marker_that_is_a_link_is_none() {
    let desk = Desk::new();
    desk.publish(SITE);
    fs::rename(desk.path("public/.talent-flow"), desk.path("marker")).unwrap();
    symlink("../marker", desk.path("public/.talent-flow")).unwrap();

    assert!(matches!(desk.open(), Err(OutputError::NotOurs { .. })));
}

#[test]
fn a_staging_folder_that_is_a_link_is_not_followed() {
    let desk = Desk::new();
    fs::create_dir(desk.path("precious")).unwrap();
    symlink("precious", desk.path(".public.talent-flow")).unwrap();

    assert!(publish(&desk.path("public"), true, SITE).is_err());
    assert_eq!(desk.names(), [".public.talent-flow", "precious"]);
    assert_eq!(tree(&desk.path("precious")).len(), 1);
}

#[test]
fn hard_links_elsewhere_are_not_written_through() {
    let desk = Desk::new();
    desk.publish(SITE);
    fs::hard_link(desk.path("public/index.html"), desk.path("backup")).unwrap();

    desk.publish(&[("index.html", "news")]);

    assert_eq!(fs::read_to_string(desk.path("backup")).unwrap(), "home");
}

#[test]
fn a_pipe_in_the_site_holds_nobody_up() {
    let desk = Desk::new();
    desk.publish(&[("page", "")]);
    fs::remove_file(desk.path("public/page")).unwrap();
    let made = Command::new("mkfifo").arg(desk.path("public/page")).status();
    if !made.is_ok_and(|status| status.success()) {
        return; // no such tool here
    }

    assert_eq!(desk.publish(&[("page", "")]), Summary { written: 1, unchanged: 0, removed: 0 });
    assert_eq!(desk.read("page"), "");
}
