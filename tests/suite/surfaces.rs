//! The command contract: what scripts and other people's CI rely on.

use welcomemat::diagnostic::codes;
use welcomemat::policy::kinds::{BUSINESS as BUSINESS_KEYS, EVERY_PAGE, KINDS};
use welcomemat::policy::written::Key;

use crate::desk::{Desk, Run, TODAY};

/// Words an owner must never read.
const JARGON: &[&str] = &[
    "parse",
    "parsed",
    "parsing",
    "token",
    "tokens",
    "unmarshal",
    "deserialize",
    "eof",
    "panic",
    "panicked",
    "unwrap",
    "struct",
    "enum",
    "string",
    "boolean",
    "bool",
    "integer",
    "array",
    "syntax",
    "invalid",
    "null",
    "utf-8 offset",
];

/// These are English when nothing follows.
const JARGON_AS_CODE: &[&str] = &["None)", "Some(", "Err(", "Ok("];

const PAGES: &[(&str, &str)] = &[
    ("welcome.md", "# Welcome\n\nCome in.\n"),
    ("faq/money.md", "# Money\n\n## How much?\n\nA little.\n"),
    ("guides/deep/a.md", "# A\n\nText.\n"),
];

/// A site with an error, a warning and a notice in it.
fn troubled() -> Desk {
    let desk = Desk::with_site(PAGES);
    desk.write("site/content/guides/b.md", "# B\n\nSee [this](gone.md) and a note.[^none]\n");
    desk.write("site/content/guides/soon.md", "+++\ndraft = true\n+++\n# Soon\n");
    desk
}

fn jargon_in(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let small = JARGON.iter().find(|word| words.iter().any(|own| own.to_lowercase() == **word));
    small.or_else(|| JARGON_AS_CODE.iter().find(|code| text.contains(**code))).copied()
}

#[test]
fn dir_is_the_current_folder_or_the_site_above() {
    for place in ["site", "site/content", "site/content/guides/deep", "site/content/faq"] {
        let desk = Desk::with_site(PAGES);
        Run::of(desk.command(&["build"]).current_dir(desk.path(place))).expect_code(0);
        assert!(desk.has("site/public/index.html"), "from {place}");
        Run::of(desk.command(&["check"]).current_dir(desk.path(place))).expect_code(0);
    }
    let desk = Desk::with_site(PAGES);
    desk.run(&["build", "site/content/guides"]).expect_code(0);
    assert!(desk.has("site/public/index.html"), "DIR names a folder of the site");
}

#[test]
fn where_there_is_no_site_the_exit_code_is_two() {
    let desk = Desk::new();
    for arguments in [&["build"][..], &["check"], &["build", "nowhere"], &["check", "nowhere"]] {
        let run = desk.run(arguments).expect_code(2);
        assert!(run.err.contains("There is no site"), "{arguments:?}: {}", run.err);
        assert_eq!(run.out, "");
    }
}

#[test]
fn wrong_usage_ends_with_two_and_speaks_on_stderr() {
    let desk = Desk::with_site(PAGES);
    let wrong: &[&[&str]] = &[
        &[],
        &["bild"],
        &["build", "site", "--colour"],
        &["build", "site", "--format", "xml"],
        &["build", "site", "--today", "tomorrow"],
        &["check", "site", "--today", "31/12/2026"],
        &["new"],
        &["explain"],
        &["explain", "links/mising-page"],
        &["explain", "availabilty"],
    ];
    for arguments in wrong {
        let run = desk.run(arguments).expect_code(2);
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
    assert!(!desk.has("site/public"));
}

#[test]
fn build_keeps_stdout_free_and_ends_with_a_line_an_owner_understands() {
    let desk = Desk::with_site(PAGES);
    let run = desk.build().expect_code(0);
    assert_eq!(run.out, "");
    assert!(run.err.ends_with("4 pages, 1 thing to know, ready in public/\n"), "{}", run.err);
    let again = desk.build().expect_code(0);
    assert!(again.err.ends_with("ready in public/ (nothing had changed)\n"), "{}", again.err);
    let elsewhere = desk.run(&["build", "site", "--output", "out"]).expect_code(0);
    assert!(elsewhere.err.trim_end().ends_with("ready in out/"), "{}", elsewhere.err);
}

#[test]
fn check_puts_findings_on_stdout_and_writes_nothing() {
    let desk = troubled();
    let before = desk.tree("site");
    let run = desk.run(&["check", "site", "--today", "2026-10-01"]).expect_code(1);
    assert!(run.out.contains("links/missing-page") && run.out.contains("markdown/missing-footnote"), "{}", run.out);
    assert!(run.out.contains("content/guides/b.md, line 3"), "{}", run.out);
    assert!(!run.err.contains("links/"), "{}", run.err);
    assert!(before == desk.tree("site"));
    let tally = "1 mistake to fix, 2 things to look at, 1 thing to know.";
    assert_eq!((run.out + &run.err).matches(tally).count(), 1, "the tally is said once");
}

#[test]
fn findings_of_a_failed_build_are_printed_all_at_once() {
    let desk = troubled();
    desk.write("site/content/guides/c.md", "# C\n\n{{ gone }} <b>raw</b> ![x](no.png) [y](#no)\n");
    let run = desk.build().expect_code(1);
    for code in ["links/missing-page", "links/missing-picture", "links/missing-heading", "references/", "markdown/"] {
        assert!(run.err.contains(code), "{code} is missing in {}", run.err);
    }
}

#[test]
fn strict_makes_warnings_count() {
    let desk = Desk::with_site(&[("guides/a.md", "# A\n\nA note.[^none]\n")]);
    desk.run(&["check", "site"]).expect_code(0);
    desk.run(&["check", "site", "--strict"]).expect_code(1);
    let run = desk.run(&["build", "site", "--strict"]).expect_code(1);
    assert!(run.err.contains("Nothing was published"), "{}", run.err);
    assert!(!desk.has("site/public"));
    desk.run(&["build", "site"]).expect_code(0);
    let notices = Desk::with_site(PAGES);
    notices.run(&["build", "site", "--strict"]).expect_code(0);
}

#[test]
fn quiet_speaks_only_of_errors() {
    let calm = Desk::with_site(PAGES).run(&["build", "site", "--quiet"]).expect_code(0);
    assert_eq!((calm.out.as_str(), calm.err.as_str()), ("", ""));
    let loud = troubled().run(&["build", "site", "--quiet"]).expect_code(1);
    assert!(loud.err.contains("links/missing-page"), "{}", loud.err);
    assert!(!loud.err.contains("missing-footnote") && !loud.err.contains("no-address"), "{}", loud.err);
}

#[test]
fn json_is_one_object_with_every_key() {
    for arguments in [&["build", "site"][..], &["check", "site"]] {
        for desk in [troubled(), Desk::with_site(PAGES)] {
            let run = desk.run(&[arguments, &["--format", "json", "--today", TODAY]].concat());
            assert_eq!(run.err, "", "{arguments:?}");
            assert_eq!(run.out.lines().count(), 1);
            let report = run.json();
            assert_eq!(keys(&report), ["findings", "milliseconds", "pages", "removed", "unchanged", "written"]);
            for finding in report["findings"].as_array().unwrap() {
                let all = ["code", "column", "end_column", "end_line", "file", "help", "line", "message", "severity"];
                assert_eq!(keys(finding), all);
            }
        }
    }
}

fn keys(object: &serde_json::Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// The one finding of a code.
fn of_code<'r>(report: &'r serde_json::Value, code: &str) -> &'r serde_json::Value {
    let findings = report["findings"].as_array().expect("findings");
    findings.iter().find(|finding| finding["code"] == code).unwrap_or_else(|| panic!("no {code} in {findings:?}"))
}

#[test]
fn json_names_places_from_the_sites_folder_and_counts_characters() {
    let desk = Desk::with_site(&[("guides/ü.md", "# Ü\n\nÄöü 🐈 [hier](weg.md)\n")]);
    let report = desk.run(&["check", "site", "--format", "json"]).expect_code(1).json();
    let finding = of_code(&report, "links/missing-page");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["file"], "content/guides/ü.md");
    let place = ["line", "column", "end_line", "end_column"].map(|key| finding[key].as_u64().unwrap());
    assert_eq!(place, [3, 14, 3, 20]);
}

#[test]
fn json_says_null_where_there_is_no_place() {
    let places = ["line", "column", "end_line", "end_column"];
    let desk = Desk::with_site(PAGES);
    let of_a_file = desk.run(&["check", "site", "--format", "json"]).expect_code(0).json();
    let finding = of_code(&of_a_file, "site/no-address");
    assert_eq!(finding["file"], "content/business.toml");
    assert!(places.iter().all(|key| finding[key].is_null()), "{finding}");
    desk.write("letters/aunt.txt", "Dear aunt");
    let of_nothing = desk.run(&["build", "site", "--output", "letters", "--format", "json"]).expect_code(1).json();
    let findings = of_nothing["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["code"] == "output/foreign-folder").expect("a refusal");
    assert!(finding["file"].is_null() && places.iter().all(|key| finding[key].is_null()), "{finding}");
}

#[test]
fn json_counts_what_was_written() {
    let desk = Desk::with_site(PAGES);
    let counts = |run: &Run| ["pages", "written", "unchanged", "removed"].map(|key| run.json()[key].as_u64().unwrap());
    let first = desk.run(&["build", "site", "--format", "json"]).expect_code(0);
    let files = desk.tree("site/public").len() as u64 - 1;
    assert_eq!(counts(&first), [4, files, 0, 0]);
    desk.remove("site/content/guides/deep/a.md");
    let [pages, written, unchanged, removed] = counts(&desk.run(&["build", "site", "--format", "json"]).expect_code(0));
    assert_eq!(pages, 3);
    assert!(removed >= 1 && written >= 1);
    assert_eq!(written + unchanged, desk.tree("site/public").len() as u64 - 1);
    let failed = desk.run(&["check", "site", "--format", "json"]).expect_code(0);
    assert_eq!(counts(&failed), [3, 0, 0, 0]);
}

#[test]
fn github_gets_a_line_a_finding_at_its_place() {
    let run = troubled().run(&["check", "site", "--format", "github"]).expect_code(1);
    let error = run.out.lines().find(|line| line.starts_with("::error ")).expect("an error");
    assert!(
        error.starts_with(
            "::error file=content/guides/b.md,line=3,col=12,endLine=3,endColumn=19,title=links/missing-page::"
        ),
        "{error}"
    );
    assert!(run.out.lines().any(|line| line.starts_with("::warning ")), "{}", run.out);
    assert!(run.out.lines().any(|line| line.starts_with("::notice ")), "{}", run.out);
}

#[test]
fn today_may_be_given() {
    let desk = Desk::with_starter("web-studio");
    let home = |today: &str| {
        desk.run(&["build", "site", "--today", today]).expect_code(0);
        desk.read("site/public/index.html")
    };
    assert!(home("2026-11-20").contains("Thanksgiving"));
    assert!(home("2027-06-25").contains("Independence Day"));
}

#[test]
fn explain_knows_every_code() {
    let desk = Desk::new();
    for code in codes::all() {
        let run = desk.run(&["explain", code.id]).expect_code(0);
        assert!(run.out.starts_with(&format!("{} ({})", code.id, code.severity.word())), "{}", run.out);
        let flowing = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [code.meaning, code.why, code.mend, code.example] {
            let words = part.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flowing.contains(&words), "{}: {words}", code.id);
        }
        assert_eq!(run.err, "");
    }
}

#[test]
fn explain_knows_every_kind_and_every_key() {
    let desk = Desk::new();
    for row in KINDS {
        let run = desk.run(&["explain", row.name]).expect_code(0);
        assert!(run.out.contains(row.meaning), "{}", run.out);
        assert_keys(&run.out, row.keys);
        assert_keys(&run.out, EVERY_PAGE);
    }
    let run = desk.run(&["explain", "business"]).expect_code(0);
    assert_keys(&run.out, BUSINESS_KEYS);
}

fn assert_keys(text: &str, keys: &[Key]) {
    for key in keys {
        let is_there = text.lines().any(|line| line.contains(key.name)) && text.contains(key.sense());
        assert!(is_there, "`{}` is missing in\n{text}", key.name);
        assert_keys(text, key.keys);
    }
}

#[test]
fn a_misspelt_code_is_answered_with_the_nearest() {
    let run = Desk::new().run(&["explain", "links/mising-page"]).expect_code(2);
    assert!(run.err.contains("links/missing-page"), "{}", run.err);
}

#[test]
fn help_and_explanations_hold_no_jargon() {
    let desk = Desk::new();
    let mut asked: Vec<Vec<&str>> = vec![vec!["--help"], vec!["-h"]];
    asked.extend(["new", "build", "check", "when", "explain"].map(|command| vec![command, "--help"]));
    asked.extend(KINDS.iter().map(|row| vec!["explain", row.name]));
    asked.extend(codes::all().map(|code| vec!["explain", code.id]));
    asked.push(vec!["explain", "business"]);
    for arguments in asked {
        let run = desk.run(&arguments).expect_code(0);
        assert_eq!(jargon_in(&run.out), None, "{arguments:?}:\n{}", run.out);
    }
}

#[test]
fn every_command_tells_its_options() {
    let desk = Desk::new();
    let contract: &[(&str, &[&str])] = &[
        ("new", &["--trade", "--name", "--timezone", "--country", "--yes", "web-studio", "bookkeeper", "optician"]),
        (
            "build",
            &["--output", "--staff", "--strict", "--today", "--format", "--no-pdf", "--no-staff", "--quiet", "[DIR]"],
        ),
        ("check", &["--strict", "--format", "--today", "human", "json", "github", "[DIR]"]),
        ("when", &["--at", "--site", "--format", "human", "json", "[CHANNEL]"]),
        ("explain", &["CODE|KIND"]),
    ];
    for (command, options) in contract {
        let help = desk.run(&[command, "--help"]).expect_code(0).out;
        for option in *options {
            assert!(help.contains(option), "`{command}` says nothing of {option}:\n{help}");
        }
    }
}

#[test]
fn slips_on_the_command_line_are_told_in_plain_words() {
    let desk = Desk::with_site(PAGES);
    for (typed, told) in [
        (&["build", "--format", "yaml"][..], "`yaml` is none of the choices for `--format`. Write `human` or `json`."),
        (&["build", "--fomat", "json"], "There is no `--fomat` here. Did you mean `--format`?"),
        (&["biuld"], "There is no command `biuld`. Did you mean `build`?"),
        (&["frobnicate"], "There is no command `frobnicate`. `welcomemat --help` shows all commands."),
        (&["build", "--today", "tomorrow"], "`--today`: `tomorrow` is not a date"),
    ] {
        let run = desk.run(typed).expect_code(2);
        assert!(run.err.starts_with(told), "{typed:?}: {}", run.err);
        assert_eq!(jargon_in(&run.err), None, "{}", run.err);
    }
}

#[test]
fn a_program_gets_its_object_even_where_there_is_no_site() {
    let desk = Desk::new();
    for command in ["build", "check"] {
        let run = desk.run(&[command, "nowhere", "--format", "json"]).expect_code(2);
        let object: serde_json::Value = serde_json::from_str(&run.out).expect("one JSON object");
        assert_eq!(object["findings"][0]["code"], "source/no-site", "{}", run.out);
        assert!(object["pages"].is_null() && object["milliseconds"].is_null(), "{}", run.out);
    }
}

#[test]
fn build_says_its_tally_once() {
    let desk = troubled();
    let run = desk.build().expect_code(1);
    assert_eq!(run.err.matches("1 mistake to fix").count(), 1, "{}", run.err);
}
