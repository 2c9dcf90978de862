//! No file that we did not make is ever harmed.

use crate::desk::{Desk, Run, TODAY};

const PAGES: &[(&str, &str)] = &[("welcome.md", "# Welcome\n\nCome in.\n"), ("guides/a.md", "# A\n\nText.\n")];

fn build_to(desk: &Desk, output: &str) -> Run {
    desk.run(&["build", "site", "--output", output, "--today", TODAY])
}

/// A build into `output` is refused, says why, and leaves every file on the desk as it was.
fn assert_refused(desk: &Desk, output: &str, why: &str) {
    let before = desk.tree("");
    let run = build_to(desk, output).expect_code(1);
    assert!(run.err.contains(why), "{output}: {}", run.err);
    assert!(run.err.contains("Nothing was published"), "{output}: {}", run.err);
    assert!(before == desk.tree(""), "{output}: something was touched");
}

#[test]
fn foreign_files_in_the_output_survive() {
    let desk = Desk::with_site(PAGES);
    desk.build().expect_code(0);
    let mine = [("CNAME.bak", "me"), ("photos/cat.jpg", "cat"), ("guides/notes.txt", "notes"), (".htaccess", "Deny")];
    for (place, text) in mine {
        desk.write(&format!("site/public/{place}"), text);
    }
    desk.remove("site/content/guides/a.md");
    desk.build().expect_code(0);
    for (place, text) in mine {
        assert_eq!(desk.read(&format!("site/public/{place}")), text);
    }
    assert!(!desk.has("site/public/guides/a.html"));
}

#[test]
fn a_page_of_ours_that_somebody_changed_is_left_alone() {
    let desk = Desk::with_site(PAGES);
    desk.build().expect_code(0);
    desk.write("site/public/guides/a.html", "my own work");
    desk.change("site/content/guides/a.md", "Text", "Other text");
    assert_refused_at(&desk, "site/public/guides/a.html");
    desk.remove("site/content/guides/a.md");
    let kept = desk.build().expect_code(0);
    assert!(kept.err.contains("output/kept"), "{}", kept.err);
    assert_eq!(desk.read("site/public/guides/a.html"), "my own work");
}

fn assert_refused_at(desk: &Desk, place: &str) {
    let before = desk.tree("site/public");
    let refused = desk.build().expect_code(1);
    assert!(refused.err.contains(place.trim_start_matches("site/")), "{}", refused.err);
    assert!(before == desk.tree("site/public"), "something was touched");
}

#[test]
fn a_foreign_file_where_a_page_has_to_go_stops_the_build() {
    let desk = Desk::with_site(PAGES);
    desk.build().expect_code(0);
    desk.write("site/public/guides/b.html", "mine");
    desk.write("site/content/guides/b.md", "# B\n\nText.\n");
    assert_refused_at(&desk, "site/public/guides/b.html");
}

#[test]
fn a_foreign_folder_with_something_in_it_is_refused() {
    let desk = Desk::with_site(PAGES);
    desk.write("letters/aunt.txt", "Dear aunt");
    assert_refused(&desk, "letters", "already holds `aunt.txt`");
}

#[test]
fn an_empty_folder_and_one_that_is_only_under_version_control_are_fine() {
    let desk = Desk::with_site(PAGES);
    std::fs::create_dir(desk.path("empty")).unwrap();
    desk.write("pages/.git/HEAD", "ref: refs/heads/pages");
    for output in ["empty", "pages", "new/and/deep"] {
        build_to(&desk, output).expect_code(0);
        assert!(desk.has(&format!("{output}/index.html")));
    }
    assert_eq!(desk.read("pages/.git/HEAD"), "ref: refs/heads/pages");
}

#[test]
fn the_source_and_what_holds_it_are_refused() {
    let desk = Desk::with_site(PAGES);
    desk.write("site/themes/mine/theme.toml", "contract = 2\n");
    for output in ["site", "site/../site", ".", "site/content", "site/content/new", "site/themes", "site/themes/mine"] {
        assert_refused(&desk, output, "nothing can be published there");
    }
    assert_refused(&desk, "/", "whole drive");
}

#[test]
fn the_home_folder_and_what_holds_it_are_refused() {
    let desk = Desk::with_site(PAGES);
    std::fs::create_dir_all(desk.path("users/me")).unwrap();
    for output in ["users/me", "users"] {
        let mut command = desk.command(&["build", "site", "--output", output]);
        let refused = Run::of(command.env("HOME", desk.path("users/me"))).expect_code(1);
        assert!(refused.err.contains("home folder"), "{output}: {}", refused.err);
    }
    let mut below = desk.command(&["build", "site", "--output", "users/me/site"]);
    Run::of(below.env("HOME", desk.path("users/me"))).expect_code(0);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_way_around_a_refusal() {
    let desk = Desk::with_site(PAGES);
    desk.write("letters/aunt.txt", "Dear aunt");
    std::fs::create_dir(desk.path("ways")).unwrap();
    for (link, target) in [("content", "site/content"), ("site", "site"), ("desk", ""), ("letters", "letters")] {
        std::os::unix::fs::symlink(desk.path(target), desk.path(&format!("ways/{link}"))).unwrap();
        assert_refused(&desk, &format!("ways/{link}"), "");
    }
    std::os::unix::fs::symlink("/", desk.path("ways/root")).unwrap();
    assert_refused_through(&desk, "ways/root");
    assert_refused(&desk, "ways/content/new", "nothing can be published there");
}

#[cfg(unix)]
fn assert_refused_through(desk: &Desk, output: &str) {
    let refused = build_to(desk, output).expect_code(1);
    assert!(refused.err.contains("whole drive"), "{}", refused.err);
}

#[cfg(unix)]
#[test]
fn links_inside_the_output_are_not_written_through() {
    let desk = Desk::with_site(PAGES);
    desk.build().expect_code(0);
    desk.write("elsewhere/a.html", "somebody's");
    desk.remove("site/public/guides/a.html");
    std::fs::remove_dir_all(desk.path("site/public/guides")).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path("site/public/guides")).unwrap();
    desk.change("site/content/guides/a.md", "Text", "Other text");
    let refused = desk.build().expect_code(1);
    assert!(refused.err.contains("output/linked"), "{}", refused.err);
    assert_eq!(desk.tree("elsewhere").len(), 1);
    assert_eq!(desk.read("elsewhere/a.html"), "somebody's");
}

#[test]
fn a_build_with_a_mistake_in_it_leaves_the_old_site() {
    let desk = Desk::with_site(PAGES);
    desk.build().expect_code(0);
    let (bytes, times) = (desk.tree("site/public"), desk.times("site/public"));
    desk.write("site/content/guides/a.md", "# A\n\n[gone](nowhere.md)\n");
    let failed = desk.build().expect_code(1);
    assert!(failed.err.contains("links/missing-page"), "{}", failed.err);
    assert!(failed.err.contains("the site is as it was"), "{}", failed.err);
    assert!(bytes == desk.tree("site/public") && times == desk.times("site/public"));
}

#[test]
fn a_first_build_with_a_mistake_makes_no_folder() {
    let desk = Desk::with_site(&[("welcome.md", "# Hi\n\n{{ nothing.known }}\n")]);
    desk.build().expect_code(1);
    assert!(!desk.has("site/public"));
}

/// A file stands where the folder would be, or the system does not let us: the first is refused, the second the world's fault.
#[test]
fn an_output_that_cannot_be_written_is_said_with_its_path() {
    let desk = Desk::with_site(PAGES);
    desk.write("taken", "I am a file");
    for output in ["taken", "taken/below"] {
        assert_refused(&desk, output, "needs a folder");
    }
    if cfg!(target_os = "linux") {
        let failed = build_to(&desk, "/proc/welcomemat").expect_code(2);
        assert!(failed.err.contains("/proc/welcomemat"), "{}", failed.err);
    }
}
