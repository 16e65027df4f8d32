//! Whose folder it is: one that this program did not make is left alone, without `force`.

use std::fs;

use talent_flow::output::{OutputError, Summary};

use crate::{Desk, SITE, contents, expected, publish, tree};

#[test]
fn a_folder_of_someone_else_is_left_alone() {
    let desk = Desk::new();
    let target = desk.path("public");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("thesis.txt"), "years of work").unwrap();
    let before = tree(&target);

    let error = desk.open().unwrap_err();

    assert!(matches!(error, OutputError::NotOurs { .. }), "{error:?}");
    assert!(error.to_string().contains("--force") && error.to_string().contains("another folder"), "{error}");
    assert_eq!(tree(&target), before);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn force_replaces_a_folder_of_someone_else() {
    let desk = Desk::new();
    let target = desk.path("public");
    fs::create_dir_all(target.join("chapters")).unwrap();
    fs::write(target.join("thesis.txt"), "years of work").unwrap();
    fs::write(target.join("chapters/one.txt"), "in the beginning").unwrap();
    fs::write(target.join(SITE[0].0), SITE[0].1).unwrap();

    let summary = publish(&target, true, SITE).unwrap();

    assert_eq!(summary, Summary { written: 3, unchanged: 1, removed: 2 });
    assert_eq!(contents(&target), expected(SITE));
    assert_eq!(desk.publish(SITE).unchanged, 4, "from now on, without force");
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn force_marks_a_folder_that_happens_to_hold_the_same_site() {
    let desk = Desk::new();
    fs::create_dir(desk.path("public")).unwrap();
    fs::write(desk.path("public/index.html"), "home").unwrap();

    let summary = publish(&desk.path("public"), true, &SITE[..1]).unwrap();

    assert_eq!(summary, Summary { written: 0, unchanged: 1, removed: 0 });
    desk.publish(SITE);
}

#[test]
fn an_empty_folder_is_anyones() {
    let desk = Desk::new();
    fs::create_dir(desk.path("public")).unwrap();

    desk.publish(SITE);

    assert_eq!(contents(&desk.path("public")), expected(SITE));
}

#[test]
fn an_empty_folder_stays_if_the_build_fails() {
    let desk = Desk::new();
    fs::create_dir(desk.path("public")).unwrap();
    let before = tree(&desk.path("public"));

    let publication = desk.open().unwrap();
    publication.write("index.html", b"home").unwrap();
    drop(publication);

    assert_eq!(tree(&desk.path("public")), before);
}

#[test]
fn only_the_very_marker_makes_a_folder_ours() {
    let desk = Desk::new();
    let target = desk.path("public");
    for other in ["", "lang = \"en\"\n"] {
        let _ = fs::remove_dir_all(&target);
        fs::create_dir(&target).unwrap();
        fs::write(target.join(".talent-flow"), other).unwrap();
        assert!(matches!(desk.open(), Err(OutputError::NotOurs { .. })), "{other:?}");
    }
}

#[test]
fn the_marker_is_the_same_in_every_site() {
    let (one, other) = (Desk::new(), Desk::new());
    one.publish(SITE);
    other.publish(&[]);
    assert_eq!(one.read(".talent-flow"), other.read(".talent-flow"));
}

#[test]
fn dotfiles_put_there_by_hand_are_named_and_left_alone() {
    let desk = Desk::new();
    let target = desk.path("public");
    desk.publish(SITE);
    fs::create_dir(target.join(".git")).unwrap();
    fs::write(target.join(".git/HEAD"), "ref: refs/heads/main").unwrap();
    fs::write(target.join(".nojekyll"), "").unwrap();
    let before = tree(&target);

    let error = desk.open().unwrap_err();

    assert!(matches!(error, OutputError::HiddenEntries { .. }), "{error:?}");
    assert!(error.to_string().contains(".git, .nojekyll"), "{error}");
    assert_eq!(tree(&target), before);
    assert_eq!(publish(&target, true, SITE).unwrap().removed, 2);
    assert_eq!(contents(&target), expected(SITE));
}

#[test]
fn what_comes_while_the_site_is_built_is_left_alone_too() {
    let desk = Desk::new();
    desk.publish(SITE);
    let publication = desk.open().unwrap();
    publication.write("index.html", b"news").unwrap();
    fs::create_dir(desk.path("public/.git")).unwrap();
    let before = tree(&desk.path("public"));

    let error = publication.finish().unwrap_err();

    assert!(matches!(error, OutputError::HiddenEntries { .. }), "{error:?}");
    assert_eq!(tree(&desk.path("public")), before);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_site_that_is_moved_away_meanwhile_is_made_anew() {
    let desk = Desk::new();
    desk.publish(SITE);
    let publication = desk.open().unwrap();
    publication.write(SITE[0].0, SITE[0].1.as_bytes()).unwrap();
    fs::rename(desk.path("public"), desk.path("elsewhere")).unwrap();

    publication.finish().unwrap();

    assert_eq!(contents(&desk.path("public")), expected(&SITE[..1]));
    assert_eq!(contents(&desk.path("elsewhere")), expected(SITE));
}

#[test]
fn a_folder_that_has_the_name_of_the_staging_folder_is_left_alone() {
    let desk = Desk::new();
    let taken = desk.path(".public.talent-flow");
    fs::create_dir_all(taken.join("site")).unwrap();
    fs::write(taken.join("site/thesis.txt"), "years of work").unwrap();
    let before = tree(&taken);

    for force in [false, true] {
        let error = publish(&desk.path("public"), force, SITE).unwrap_err();
        assert!(matches!(error, OutputError::StagingTaken { .. }), "{error:?}");
        assert_eq!(tree(&taken), before);
    }
    assert_eq!(desk.names(), [".public.talent-flow"]);
}
