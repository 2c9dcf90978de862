//! The pages for an owner's own people and those for clients never share a folder, however the folders are spelled.

use crate::desk::{BUSINESS, Desk, TODAY};

/// Builds a site with both folders named, and expects a refusal that leaves nothing behind.
fn refused(desk: &Desk, output: &str, staff: &str) {
    let before = desk.tree("");
    let run = desk.run(&["build", "site", "--output", output, "--staff", staff, "--today", TODAY, "--format", "json"]);
    assert_eq!(run.code, 1, "{output} and {staff}: {run:?}");
    assert_eq!(run.codes(), ["output/keep-out"], "{output} and {staff}");
    assert_eq!(desk.tree("").keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "{output} and {staff}");
}

fn desk() -> Desk {
    let reply = "+++\nsituation = \"At the door\"\n+++\n\n# At the door\n\n## phone\n\nThank you for coming.\n";
    let settings = format!("{BUSINESS}url = \"https://cats.example\"\n");
    let desk = Desk::with_site(&[("business.toml", &settings), ("replies/at-the-door.md", reply)]);
    std::fs::create_dir(desk.path("home")).unwrap();
    desk
}

#[test]
fn one_edition_never_lies_in_the_other() {
    let desk = desk();
    for (output, staff) in [
        ("site/public", "site/public/staff"),
        ("site/public", "site/public"),
        ("out", "out"),
        ("out", "out/not/there/yet"),
        ("out", "out/../out/staff"),
        ("out", "Out/staff"),
        ("desk/public", "desk"),
        ("desk", "./desk/"),
        ("not/there/yet", "not"),
        // Where the other edition usually goes, an earlier build may lie.
        ("out", "site/public/staff"),
        ("site/staff/public", "desk"),
        ("out", "site/content/staff"),
    ] {
        refused(&desk, output, staff);
    }
}

#[test]
fn folders_beside_each_other_are_taken() {
    let desk = desk();
    desk.run(&["build", "site", "--output", "out/public", "--staff", "out/staff", "--today", TODAY]).expect_code(0);
    assert!(desk.has("out/public/index.html") && desk.has("out/staff/index.html"));
    desk.run(&["build", "site", "--output", "outside", "--staff", "outside-staff", "--today", TODAY]).expect_code(0);
    assert!(desk.has("outside/index.html") && desk.has("outside-staff/index.html"));
}

#[test]
fn a_folder_named_for_staff_is_looked_at_even_when_nothing_goes_there() {
    let desk = desk();
    desk.remove("site/content/replies/at-the-door.md");
    refused(&desk, "out", "out/staff");
}

#[cfg(unix)]
#[test]
fn a_link_hides_no_edition_in_the_other() {
    use std::os::unix::fs::symlink;
    let desk = desk();
    std::fs::create_dir_all(desk.path("out")).unwrap();
    std::fs::create_dir_all(desk.path("desk")).unwrap();
    symlink(desk.path("out"), desk.path("to-out")).unwrap();
    symlink(desk.path("desk"), desk.path("to-desk")).unwrap();
    for (output, staff) in [
        ("out", "to-out"),
        ("out", "to-out/staff"),
        ("to-out", "out/not/there"),
        ("to-desk/public", "desk"),
        ("to-out", "to-out"),
    ] {
        refused(&desk, output, staff);
    }
}

#[test]
fn a_staff_folder_that_is_refused_keeps_the_site_from_going_out() {
    let desk = desk();
    desk.write("desk/diary.txt", "mine");
    let run = desk.run(&["build", "site", "--staff", "desk", "--today", TODAY, "--format", "json"]).expect_code(1);
    assert_eq!(run.codes(), ["output/foreign-folder"]);
    assert!(!desk.has("site/public"), "half a build went out");
}

/// Whoever is refused a folder is told the option that chooses another one for the same pages.
#[test]
fn a_refused_folder_is_chosen_anew_with_its_own_option() {
    let desk = desk();
    desk.write("desk/diary.txt", "mine");
    desk.write("diary.txt", "mine");
    for (folder, code) in [("desk", "output/foreign-folder"), ("diary.txt", "output/is-file")] {
        for (option, other) in [("--output", "--staff"), ("--staff", "--output")] {
            let run = desk.run(&["build", "site", option, folder, "--today", TODAY, "--format", "json"]).expect_code(1);
            let json = run.json();
            let findings = json["findings"].as_array().expect("findings");
            let told = findings.iter().find(|finding| finding["code"] == code).expect("a refusal");
            let help = told["help"].as_str().expect("help");
            assert!(help.contains(option) && !help.contains(other), "{option} {folder}: {help}");
        }
    }
    desk.write("site/staff/diary.txt", "mine");
    let run = desk.run(&["build", "site", "--today", TODAY]).expect_code(1);
    assert!(run.err.contains("folder with `--staff`"), "{}", run.err);
}
