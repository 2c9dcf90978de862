//! What is different on a terminal: colour, and four questions. `script` (util-linux) gives the command one.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::desk::{Desk, Run, has_program, skipped};

/// Runs the command on a terminal of its own, with `typed` typed into it. What it says comes out of stdout.
fn on_a_terminal(desk: &Desk, arguments: &str, typed: &str, environment: &[(&str, &str)]) -> Option<Run> {
    if !cfg!(target_os = "linux") || !has_program("script") {
        skipped("what is different on a terminal", "`script`");
        return None;
    }
    let line = format!("{} {arguments}", env!("CARGO_BIN_EXE_welcomemat"));
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).current_dir(desk.path("")).env_remove("NO_COLOR");
    command.env("TERM", "xterm").envs(environment.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("script starts");
    child.stdin.take().expect("its stdin").write_all(typed.as_bytes()).expect("typing");
    let output = child.wait_with_output().expect("an end");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text").replace("\r\n", "\n");
    Some(Run { code: output.status.code().expect("a code"), out: text(output.stdout), err: text(output.stderr) })
}

#[test]
fn colour_only_on_a_terminal_and_never_against_no_color() {
    let desk = Desk::with_site(&[("welcome.md", "# Hi\n\n[gone](gone.md)\n")]);
    for command in ["build site", "check site"] {
        let Some(shown) = on_a_terminal(&desk, command, "", &[]) else { return };
        assert!(shown.out.contains("\u{1b}[1;31m"), "{command}: {}", shown.out);
        for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
            let plain = on_a_terminal(&desk, command, "", &[(name, value)]).expect("a terminal");
            assert!(!plain.out.contains('\u{1b}'), "{command} with {name}: {}", plain.out);
        }
        let piped = desk.run(&command.split(' ').collect::<Vec<_>>());
        assert!(!(piped.out + &piped.err).contains('\u{1b}'), "{command} into a pipe");
    }
}

#[test]
fn new_asks_four_questions() {
    let desk = Desk::new();
    let typed = "3\nSpecs & Co\nGB\nEurope/London\n";
    let Some(run) = on_a_terminal(&desk, "new site", typed, &[]) else { return };
    let run = run.expect_code(0);
    assert_eq!(run.out.matches('?').count(), 4, "{}", run.out);
    let settings: toml::Table = toml::from_str(&desk.read("site/content/business.toml")).unwrap();
    let said = ["name", "country", "timezone"].map(|key| settings["business"][key].as_str().unwrap().to_owned());
    assert_eq!(said, ["Specs & Co", "GB", "Europe/London"]);
    assert_eq!(settings["business"]["type"].as_str(), Some("Optician"));
}

#[test]
fn an_answer_that_cannot_be_is_asked_for_again() {
    let desk = Desk::new();
    let typed = "9\n1\n\nUK\nGB\nLondon\nEurope/London\n";
    let Some(run) = on_a_terminal(&desk, "new site", typed, &[]) else { return };
    let run = run.expect_code(0);
    assert!(run.out.contains("Type a number from 1 to 3"), "{}", run.out);
    let settings: toml::Table = toml::from_str(&desk.read("site/content/business.toml")).unwrap();
    assert_eq!(
        settings["business"]["name"].as_str(),
        Some("Tidewater Web Studio"),
        "an empty answer takes the example"
    );
    assert_eq!(settings["business"]["timezone"].as_str(), Some("Europe/London"));
}

#[test]
fn with_yes_nothing_is_asked() {
    let desk = Desk::new();
    let Some(run) = on_a_terminal(&desk, "new site --yes", "", &[]) else { return };
    assert!(!run.expect_code(0).out.contains('?'));
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let desk = Desk::new();
    let run = desk.run(&["new", "site"]).expect_code(0);
    assert!(!run.err.contains('?'), "{}", run.err);
    assert_eq!(run.out, "");
}
