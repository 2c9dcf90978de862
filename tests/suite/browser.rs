//! A real browser finds every link alive: at the top of a host, below a path, and from a folder on disk.
//!
//! The work is done by `tests/browser/links.mjs` in Debian's Chromium; this starts it on the built examples.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desk::{Desk, Run, TODAY, has_program, skipped};

/// Where the scripts for the browser lie.
pub fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

fn missing() -> Option<&'static str> {
    let has_chromium = ["chromium", "chromium-browser", "google-chrome"].iter().any(|name| has_program(name));
    match (
        has_program("node"),
        has_chromium || std::env::var_os("CHROMIUM").is_some(),
        scripts().join("node_modules/playwright-core").is_dir(),
    ) {
        (false, ..) => Some("node"),
        (_, false, _) => Some("chromium"),
        (.., false) => Some("playwright-core: run `npm ci` in tests/browser"),
        _ => None,
    }
}

/// Whether there is a browser to test with. On a developer's machine there may be none; CI must have one.
pub fn has_browser(what: &str) -> bool {
    let Some(missing) = missing() else { return true };
    assert!(std::env::var_os("CI").is_none(), "{what} cannot be tested without {missing}");
    skipped(what, missing);
    false
}

fn crawl(sites: &[PathBuf]) -> Run {
    Run::of(Command::new("node").arg(scripts().join("links.mjs")).args(sites))
}

#[test]
fn no_link_is_dead_at_the_top_of_a_host_below_a_path_and_from_disk() {
    if !has_browser("links in a real browser") {
        return;
    }
    let desks = ["web-studio", "bookkeeper", "optician"].map(Desk::with_starter);
    for desk in &desks {
        desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    }
    let run = crawl(&desks.each_ref().map(|desk| desk.path("site/public"))).expect_code(0);
    assert_eq!(run.out.lines().filter(|line| line.ends_with("0 faults")).count(), 9, "{}", run.out);
}

#[test]
fn the_contact_router_works_by_keyboard_by_address_and_without_a_script() {
    if !has_browser("the contact router in a real browser") {
        return;
    }
    let desks = ["web-studio", "bookkeeper", "optician"].map(Desk::with_starter);
    for desk in &desks {
        desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    }
    let sites = desks.each_ref().map(|desk| desk.path("site/public"));
    let run = Run::of(Command::new("node").arg(scripts().join("router.mjs")).args(&sites)).expect_code(0);
    assert_eq!(run.out.lines().filter(|line| line.ends_with(": 0 faults")).count(), 3, "{}", run.out);
}

/// The crawler itself is tried on a site with one of each fault.
#[test]
fn the_crawler_sees_what_is_broken() {
    if !has_browser("that the crawler sees what is broken") {
        return;
    }
    let desk = Desk::new();
    desk.write(
        "public/_headers",
        "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'\n",
    );
    desk.write("public/404.html", "<!doctype html><title>Gone</title><main>Gone</main>");
    desk.write(
        "public/index.html",
        "<!doctype html><html lang=en><title>Home</title><link rel=stylesheet href=none.css><link rel=icon href=\"data:,\">\
         <p style=\"color:red\">Hi</p><img src=none.png alt><a href=none.html>a</a><a href=\"two.html#none\">b</a>\
         <a href=\"/two.html\">c</a><a href=\"two.html\">d</a><img src=\"https://elsewhere.example/x.png\" alt>",
    );
    desk.write("public/two.html", "<!doctype html><title>Two</title><link rel=icon href=\"data:,\"><p id=some>Two</p>");
    let run = crawl(&[desk.path("public")]).expect_code(1);
    for fault in [
        "none.css",
        "none.png",
        "none.html",
        "two.html#none",
        "/two.html",
        "elsewhere.example",
        "Content Security Policy",
    ] {
        assert!(run.out.contains(fault), "{fault} was not seen:\n{}", run.out);
    }
}
