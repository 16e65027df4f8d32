//! Which folders can be published to, and how they may be spelled.

use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};

use talent_flow::output::{OutputError, Publication};

use crate::killed::Child;
use crate::{Desk, SITE, contents, expected, publish, tree};

#[test]
fn missing_parents_are_created() {
    let desk = Desk::new();

    publish(&desk.path("a/b/public"), false, SITE).unwrap();

    assert_eq!(contents(&desk.path("a/b/public")), expected(SITE));
    assert_eq!(fs::read_dir(desk.path("a/b")).unwrap().count(), 1);
}

#[test]
fn a_target_may_be_spelled_in_many_ways() {
    let desk = Desk::new();
    fs::create_dir(desk.path("x")).unwrap();
    desk.publish(SITE);
    for target in
        ["public/", "public//", "./public", "public/.", "x/../public", "x/./.././public", "public/zh/.."]
    {
        let summary = publish(&desk.path(target), false, SITE).unwrap();
        assert_eq!(summary.unchanged, 4, "{target}");
    }
    assert_eq!(desk.names(), ["public", "x"]);
}

/// From the current folder up to the root, and down again.
fn relative(path: &Path) -> PathBuf {
    let current = env::current_dir().unwrap();
    let up = current.components().filter(|part| matches!(part, Component::Normal(_))).map(|_| "..");
    up.collect::<PathBuf>().join(path.strip_prefix("/").unwrap())
}

#[test]
fn a_target_may_be_relative() {
    let desk = Desk::new();

    publish(&relative(&desk.path("public")), false, SITE).unwrap();

    assert_eq!(contents(&desk.path("public")), expected(SITE));
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_target_within_the_current_folder_may_be_just_a_name() {
    let desk = Desk::new();

    let child = Child::start("publish-name", desk.0.path());

    assert!(child.ends_well());
    assert_eq!(contents(&desk.path("public")), expected(SITE));
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn the_current_folder_and_what_contains_it_are_refused_even_with_force() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("public/in/it")).unwrap();
    fs::write(desk.path("public/precious"), "text").unwrap();
    let before = tree(desk.0.path());

    let child = Child::start("replace-ground", &desk.path("public/in/it"));

    assert!(child.ends_well());
    assert_eq!(tree(desk.0.path()), before);
}

/// Run by [`Child`] in a folder of its own.
pub(crate) fn replace_ground() {
    let current = env::current_dir().unwrap();
    let ancestors = current.ancestors().map(Path::to_owned);
    let spelled = [".", "./", "..", "../", "../..", "../it", "../../in", "../../../public/in/.", "/"]
        .map(PathBuf::from);
    for target in ancestors.chain(spelled) {
        for force in [false, true] {
            let error = Publication::open(&target, force).unwrap_err();
            assert!(matches!(error, OutputError::BadTarget { .. }), "{}: {error:?}", target.display());
        }
    }
}

#[test]
fn a_target_without_a_name_is_refused() {
    let error = Publication::open(Path::new(""), true).unwrap_err();
    assert!(matches!(error, OutputError::BadTarget { .. }), "{error:?}");
}

#[test]
fn a_file_is_refused_even_with_force() {
    let desk = Desk::new();
    fs::write(desk.path("public"), "text").unwrap();
    let before = tree(desk.0.path());

    for force in [false, true] {
        let error = publish(&desk.path("public"), force, SITE).unwrap_err();
        assert!(matches!(error, OutputError::BadTarget { .. }), "{error:?}");
        assert!(error.to_string().contains("it is a file"), "{error}");
    }
    assert_eq!(desk.names(), ["public"]);
    assert_eq!(tree(&desk.path("public")), {
        let mut file = before;
        file.retain(|path, _| path == "public");
        file.into_values().map(|state| (String::new(), state)).collect()
    });
}

#[test]
fn a_file_that_has_the_name_of_the_staging_folder_stays() {
    let desk = Desk::new();
    fs::write(desk.path(".public.talent-flow"), "text").unwrap();

    let error = publish(&desk.path("public"), true, SITE).unwrap_err();

    assert!(error.to_string().contains("a file is where a folder is needed"), "{error}");
    assert_eq!(fs::read_to_string(desk.path(".public.talent-flow")).unwrap(), "text");
    assert_eq!(desk.names(), [".public.talent-flow"]);
}
