//! Builds that are killed, and builds at the same time.
//!
//! A process to kill is this test binary itself, told by an environment variable what to do.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use talent_flow::output::{OutputError, Publication};

use crate::{Desk, SITE, contents, make_old, publish, targets};

const ROLE: &str = "TALENT_FLOW_TEST_ROLE";
const READY: &str = "ready to be killed";

/// A process that plays a role in a folder. Dropped, it is killed.
pub(crate) struct Child(std::process::Child);

impl Child {
    pub(crate) fn start(role: &str, folder: &Path) -> Child {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "killed::play_role"]);
        command.current_dir(folder).env(ROLE, role).stdout(Stdio::piped());
        Child(command.spawn().unwrap())
    }

    /// A process that has just begun to publish one edition after the other, without end.
    fn publishing(folder: &Path) -> Child {
        let mut child = Child::start("publish-in-turn", folder);
        let mut lines = BufReader::new(child.0.stdout.take().unwrap()).lines();
        lines.find(|line| line.as_ref().unwrap().ends_with(READY)).unwrap().unwrap();
        child
    }

    pub(crate) fn ends_well(mut self) -> bool {
        self.0.wait().unwrap().success()
    }

    fn kill_after(self, time: Duration) {
        thread::sleep(time);
        drop(self);
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Not a test, unless it is run by [`Child`].
#[test]
fn play_role() {
    let target = Path::new("public");
    match env::var(ROLE).as_deref() {
        Ok("publish-name") => drop(publish(target, false, SITE).unwrap()),
        Ok("replace-ground") => targets::replace_ground(),
        Ok("publish-in-turn") => {
            // Not by `println`, which a test keeps to itself.
            writeln!(io::stdout(), "{READY}").unwrap();
            for number in (0..2).cycle() {
                publish_edition(target, &edition(number)).unwrap();
            }
        }
        Ok(role) => panic!("no such role: {role}"),
        Err(_) => {}
    }
}

/// Two editions of a site: some files are in both, some differ, some are in one only, with their folder.
fn edition(number: usize) -> Vec<(String, String)> {
    let both = (0..20).map(|n| (format!("both/{n}"), "the same".to_owned()));
    let differ = (0..20).map(|n| (format!("differ/{n}"), format!("edition {number}").repeat(1000)));
    let one = (0..20).map(|n| (format!("only/{number}/{n}"), "here".to_owned()));
    both.chain(differ).chain(one).collect()
}

fn publish_edition(target: &Path, edition: &[(String, String)]) -> Result<(), OutputError> {
    let publication = Publication::open(target, false)?;
    thread::scope(|scope| {
        for part in edition.chunks(edition.len().div_ceil(2)) {
            let publication = &publication;
            scope.spawn(move || {
                for (address, text) in part {
                    publication.write(address, text.as_bytes()).unwrap();
                }
            });
        }
    });
    publication.finish().map(drop)
}

#[test]
fn a_killed_build_leaves_one_edition_or_the_other() {
    let desk = Desk::new();
    let target = desk.path("public");
    let editions = [0, 1].map(|number| edition(number).into_iter().collect());
    publish_edition(&target, &edition(0)).unwrap();
    let kept = make_old(&desk.path("public/both/7"));

    let (mut interrupted, mut seen) = (0, [0, 0]);
    for round in 0..120_u64 {
        // Spread evenly; the machine adds its own chance.
        Child::publishing(desk.0.path()).kill_after(Duration::from_micros(round * 7_919 % 30_000));

        let found = contents(&target);
        let which = editions.iter().position(|edition| *edition == found);
        let Some(which) = which else { panic!("round {round}: neither edition, but {:?}", found.keys()) };
        seen[which] += 1;
        interrupted += usize::from(desk.names().len() > 1);
        if round % 3 == 0 {
            publish_edition(&target, &edition(1)).unwrap();
            assert_eq!(desk.names(), ["public"], "round {round}");
            assert_eq!(contents(&target), editions[1], "round {round}");
        }
        assert_eq!(desk.path("public/both/7").metadata().unwrap().modified().unwrap(), kept, "round {round}");
    }
    assert!(interrupted > 0 && !seen.contains(&0), "{interrupted} interrupted, {seen:?} of each edition");
}

#[test]
fn a_killed_first_build_leaves_no_half_of_a_site() {
    let desk = Desk::new();
    for round in 0..30_u64 {
        Child::publishing(desk.0.path()).kill_after(Duration::from_micros(round * 331));
        if desk.path("public").exists() {
            let found = contents(&desk.path("public"));
            assert!([0, 1].iter().any(|&n| found == edition(n).into_iter().collect()), "round {round}");
            std::fs::remove_dir_all(desk.path("public")).unwrap();
        }
    }
    desk.publish(SITE);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_second_build_at_the_same_time_is_told_so() {
    let desk = Desk::new();
    desk.publish(SITE);
    let first = desk.open().unwrap();
    first.write("index.html", b"first").unwrap();

    for _ in 0..3 {
        let error = desk.open().unwrap_err();
        assert!(matches!(error, OutputError::Busy { .. }), "{error:?}");
        assert!(error.to_string().contains("another build"), "{error}");
    }

    first.finish().unwrap();
    assert_eq!(desk.read("index.html"), "first");
    desk.publish(SITE);
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn two_targets_side_by_side_do_not_meet() {
    let desk = Desk::new();
    let (one, other) = (desk.open().unwrap(), Publication::open(&desk.path("other"), false).unwrap());
    one.write("index.html", b"one").unwrap();
    other.write("index.html", b"other").unwrap();
    one.finish().unwrap();
    other.finish().unwrap();

    assert_eq!(desk.read("index.html"), "one");
    assert_eq!(desk.names(), ["other", "public"]);
}

#[test]
fn many_builds_at_once_never_mix() {
    let desk = Desk::new();
    let target = desk.path("public");
    let build = &|round: usize| match publish_edition(&target, &edition(round % 2)) {
        Ok(()) => true,
        Err(OutputError::Busy { .. }) => false,
        Err(error) => panic!("{error}"),
    };

    thread::scope(|scope| {
        let builders: Vec<_> = (0..4)
            .map(|builder| {
                scope.spawn(move || (builder..builder + 60).filter(|&round| build(round)).count() > 0)
            })
            .collect();
        assert!(builders.into_iter().any(|builder| builder.join().unwrap()));
    });

    let found = contents(&target);
    assert!([0, 1].iter().any(|&n| found == edition(n).into_iter().collect()));
    assert_eq!(desk.names(), ["public"]);
}

#[test]
fn a_site_is_read_whole_while_it_is_replaced() {
    let desk = Desk::new();
    let target = desk.path("public");
    publish_edition(&target, &edition(0)).unwrap();
    let child = Child::publishing(desk.0.path());

    // A reader who asks for the folder at any moment finds one.
    for _ in 0..20_000 {
        assert!(target.join("both/0").exists());
    }
    drop(child);
    publish_edition(&target, &edition(0)).unwrap();
    assert_eq!(desk.names(), ["public"]);
}
