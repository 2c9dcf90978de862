//! The site works for everyone: at any width, by keyboard, with large letters, on paper, without a script, on a slow phone.
//!
//! The work is done in `tests/browser/`: by axe, by the Nu HTML checker, by Lighthouse and by checks of our own in Debian's
//! Chromium. Every run looks at one page of every kind; `WELCOMEMAT_VIEWS` asks for more (see `dice`).

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::browser::{has_browser, scripts};
use crate::desk::{Desk, Run, TODAY, has_program, skipped};
use crate::dice::{report, seed, throws};

/// The three examples as they are published, built once.
fn examples() -> Vec<PathBuf> {
    editions("public")
}

/// One edition of each example, by the name of its folder.
fn editions(folder: &str) -> Vec<PathBuf> {
    static DESKS: OnceLock<[Desk; 3]> = OnceLock::new();
    shown(DESKS.get_or_init(|| built_in("welcome")), folder)
}

/// The examples in the second theme.
fn examples_in_foyer() -> Vec<PathBuf> {
    static DESKS: OnceLock<[Desk; 3]> = OnceLock::new();
    shown(DESKS.get_or_init(|| built_in("foyer")), "public")
}

fn built_in(theme: &str) -> [Desk; 3] {
    ["web-studio", "bookkeeper", "optician"].map(|trade| {
        let desk = Desk::with_starter(trade);
        desk.change("site/content/business.toml", "theme = \"welcome\"", &format!("theme = \"{theme}\""));
        desk.build().expect_code(0);
        desk
    })
}

fn shown(desks: &[Desk; 3], folder: &str) -> Vec<PathBuf> {
    desks.iter().map(|desk| desk.path(&format!("site/{folder}"))).collect()
}

/// Runs a check over built sites.
fn check(script: &str, arguments: &[String], sites: &[PathBuf]) -> Run {
    Run::of(Command::new("node").arg(scripts().join(script)).args(arguments).args(sites))
}

/// Runs a check that draws which pages it looks at.
fn draw(script: &str, sites: &[PathBuf]) -> Run {
    check(script, &[throws("WELCOMEMAT_VIEWS", 1).to_string(), seed().to_string()], sites)
}

/// Fails with what a check found; says on a long run how it went.
fn expect_none(script: &str, run: &Run) {
    assert!(run.code == 0 && run.out.trim_end().ends_with(" 0 faults"), "{script}\n{}{}", run.out, run.err);
    if std::env::var_os("WELCOMEMAT_VIEWS").is_some() {
        report(&format!("{script}: {}", run.out.trim_end()));
    }
}

/// Whether a program or a package is there. On a developer's machine it may be missing; CI must have it.
fn has(what: &str, missing: &str, is_there: bool) -> bool {
    assert!(is_there || std::env::var_os("CI").is_none(), "{what} cannot be tested without {missing}");
    if !is_there {
        skipped(what, missing);
    }
    is_there
}

fn has_nu() -> bool {
    let jar = scripts().join("node_modules/vnu-jar/build/dist/vnu.jar").is_file();
    has("whether the HTML is valid", "Java and vnu-jar (`npm ci` in tests/browser)", has_program("java") && jar)
}

fn nothing_is_found_by(script: &str) {
    if has_browser(script) {
        expect_none(script, &draw(script, &examples()));
    }
}

#[test]
fn axe_finds_nothing() {
    nothing_is_found_by("axe.mjs");
}

#[test]
fn the_keyboard_comes_everywhere_and_the_focus_is_seen() {
    nothing_is_found_by("keyboard.mjs");
}

#[test]
fn nothing_scrolls_sideways_in_narrow_windows_and_with_large_letters() {
    nothing_is_found_by("fits.mjs");
}

#[test]
fn nothing_scrolls_sideways_in_the_second_theme_either() {
    if has_browser("fits.mjs") {
        expect_none("fits.mjs", &draw("fits.mjs", &examples_in_foyer()));
    }
}

#[test]
fn paper_is_black_on_white_and_nothing_is_folded() {
    nothing_is_found_by("printed.mjs");
}

/// What the team pins to the wall: nothing to press on it, black on white from a dark browser; on a phone it fits.
#[test]
fn the_pages_for_the_team_fit_and_are_black_on_white_on_paper() {
    for script in ["printed.mjs", "fits.mjs"] {
        if has_browser(script) {
            expect_none(script, &draw(script, &editions("staff")));
        }
    }
}

#[test]
fn everything_is_there_without_a_script() {
    nothing_is_found_by("plain.mjs");
}

#[test]
fn every_feature_works_under_the_policy_and_from_disk_and_asks_nobody() {
    if has_browser("features under the policy") {
        expect_none("features.mjs", &check("features.mjs", &[], &examples()));
    }
}

#[test]
fn a_first_visit_is_light_and_nothing_jumps() {
    if has_browser("the weight of a first visit") {
        expect_none("weight.mjs", &check("weight.mjs", &[], &examples()));
    }
}

/// Longer words break at other places, and letters that join come from the device.
#[test]
fn nothing_jumps_in_dutch_and_in_arabic_either() {
    if !has_browser("what jumps in other languages") {
        return;
    }
    let desks = ["nl", "ar"].map(|language| {
        let desk = Desk::with_starter("web-studio");
        desk.change("site/content/business.toml", "language = \"en\"", &format!("language = \"{language}\""));
        desk.build().expect_code(0);
        desk
    });
    expect_none("weight.mjs", &check("weight.mjs", &[], &desks.each_ref().map(|desk| desk.path("site/public"))));
}

#[test]
fn the_nu_checker_finds_nothing() {
    if !has_nu() {
        return;
    }
    let handbook = Desk::new();
    handbook.write("handbook/README.md", "# Our handbook\n\nStart [here](start/first-day.md).\n");
    handbook.write("handbook/start/first-day.md", "---\ntitle: Day one\n---\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\nNote.[^1]\n\n[^1]: Here.\n\n> [!NOTE]\n> Look.\n\n## A\n\n### A\n");
    handbook.run(&["build", "handbook", "--today", TODAY]).expect_code(0);
    let mut sites = examples();
    sites.push(handbook.path("handbook/public"));
    expect_none("nu.mjs", &check("nu.mjs", &[], &sites));
}

/// Large to install, so that it stands in a folder of its own; `.ci/run` installs it.
#[test]
fn lighthouse_says_100_for_access_good_practice_and_search_engines() {
    let is_there = scripts().join("lighthouse/node_modules/lighthouse").is_dir();
    if !has("Lighthouse", "Lighthouse (`npm ci` in tests/browser/lighthouse)", is_there)
        || !has("Lighthouse", "openssl", has_program("openssl"))
        || !has_browser("Lighthouse")
    {
        return;
    }
    let pages = ["index.html", "channels.html", "faq/reaching-us.html"].map(str::to_owned);
    let mut arguments = vec![examples()[0].display().to_string()];
    arguments.extend(pages);
    let run = check("lighthouse.mjs", &arguments, &[]);
    expect_none("lighthouse.mjs", &run);
    report(&run.out);
}

/// A few pages of the studio with one fault for each of the checks.
fn broken() -> Desk {
    let desk = Desk::with_starter("web-studio");
    desk.build().expect_code(0);
    let kept = ["index.html", "channels.html", "find.html", "faq/reaching-us.html"];
    let files = desk.tree("site/public");
    for page in files.keys().filter(|name| name.ends_with(".html") && !kept.contains(&name.as_str())) {
        desk.remove(&format!("site/public/{page}"));
    }
    let style = files.keys().find(|name| name.starts_with("assets/site.") && name.ends_with(".css")).expect("a style");
    let faults = ".lead { color: #ddd !important; min-inline-size: 25rem } a:focus-visible { outline: none !important }\n\
                  @media (scripting: none) { .lead { display: none } }\n";
    let sheet = desk.read(&format!("site/public/{style}")) + faults;
    desk.write(&format!("site/public/{style}"), sheet);
    let picture = "<img src=\"https://elsewhere.example/x.png\" alt=\"\"><p id=\"_main\">Twice</p></main>";
    desk.change("site/public/index.html", "</main>", picture);
    desk
}

#[test]
fn each_check_sees_what_is_broken() {
    if !has_browser("that the checks see what is broken") {
        return;
    }
    let desk = broken();
    let site = [desk.path("site/public")];
    let found = [
        ("axe.mjs", draw("axe.mjs", &site), "color-contrast"),
        ("keyboard.mjs", draw("keyboard.mjs", &site), "is hardly seen"),
        ("fits.mjs", draw("fits.mjs", &site), "too wide: p.lead"),
        ("printed.mjs", draw("printed.mjs", &site), "is too pale on white"),
        ("plain.mjs", draw("plain.mjs", &site), "without JavaScript “Email first"),
        ("features.mjs", check("features.mjs", &[], &site), "asks elsewhere: https://elsewhere.example"),
    ];
    for (script, run, words) in found {
        assert!(run.code == 1 && run.out.contains(words), "{script} has not seen it: {}{}", run.out, run.err);
    }
    if has_nu() {
        let run = check("nu.mjs", &[], &site).expect_code(1);
        assert!(run.out.contains("Duplicate ID"), "{}", run.out);
    }
}
