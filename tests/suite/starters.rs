//! `new` gives a finished site: complete, faultless, one's own.

use welcomemat::policy::kinds::{KINDS, Kind};

use crate::desk::{Desk, TODAY};
use crate::trades;

const TRADES: &[(&str, &str)] = &[
    ("web-studio", "Tidewater Web Studio"),
    ("bookkeeper", "Ledger & Lark Bookkeeping"),
    ("optician", "Bright Corner Opticians"),
];

/// Countries that write phone numbers in different ways, with a zone of theirs.
const PLACES: &[(&str, &str)] = &[
    ("US", "America/Chicago"),
    ("GB", "Europe/London"),
    ("IE", "Europe/Dublin"),
    ("DE", "Europe/Berlin"),
    ("IT", "Europe/Rome"),
    ("AU", "Australia/Sydney"),
    ("JP", "Asia/Tokyo"),
];

#[test]
fn new_build_check_finds_nothing_to_mend() {
    for (trade, _) in TRADES {
        let desk = Desk::with_starter(trade);
        desk.run(&["build", "site", "--strict", "--today", TODAY]).expect_code(0);
        let check = desk.run(&["check", "site", "--strict", "--format", "json", "--today", TODAY]).expect_code(0);
        assert_eq!(check.codes(), ["site/no-address"], "{trade}");
    }
}

#[test]
fn an_address_takes_the_last_notice_away() {
    for (trade, _) in TRADES {
        let desk = Desk::with_starter(trade);
        desk.change("site/content/business.toml", "# url =", "url =");
        assert!(
            desk.run(&["check", "site", "--format", "json", "--today", TODAY]).expect_code(0).codes().is_empty(),
            "{trade}"
        );
    }
}

#[test]
fn every_kind_of_page_is_there() {
    for built in trades::all() {
        let site = &built.build.site;
        let has = |kind: Kind| site.pages.iter().chain(&site.staff).any(|page| page.kind == kind);
        for row in KINDS {
            assert!(has(row.kind), "{} has no {}", built.trade, row.name);
        }
    }
}

#[test]
fn each_answers_at_least_twenty_five_questions() {
    for built in trades::all() {
        let faq = built.build.site.pages.iter().filter(|page| page.kind == Kind::Faq);
        let questions: usize = faq.map(|page| page.document.questions().count()).sum();
        assert!(questions >= 25, "{}: {questions}", built.trade);
    }
}

#[test]
fn new_never_writes_into_a_folder_that_holds_something() {
    let desk = Desk::new();
    desk.write("mine/letter.txt", "Dear aunt");
    let refused = desk.run(&["new", "mine", "--yes"]).expect_code(2);
    assert!(refused.err.contains("`mine` is not empty"), "{}", refused.err);
    assert_eq!(desk.tree("mine").len(), 1);
    let refused = desk.run(&["new", "mine/letter.txt", "--yes"]).expect_code(2);
    assert!(refused.err.contains("mine/letter.txt"), "{}", refused.err);
    assert_eq!(desk.read("mine/letter.txt"), "Dear aunt");
}

#[test]
fn new_fills_an_empty_folder_and_one_that_is_not_there() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("empty")).unwrap();
    for folder in ["empty", "deep/down/site"] {
        desk.run(&["new", folder, "--yes"]).expect_code(0);
        assert!(desk.has(&format!("{folder}/content/business.toml")), "{folder}");
    }
}

#[test]
fn name_zone_and_country_land_where_they_are_said() {
    for (trade, example) in TRADES {
        let desk = Desk::new();
        let name = r#"Zoë & "Sons" \ Co"#;
        let arguments =
            ["new", "site", "--trade", trade, "--name", name, "--timezone", "Australia/Sydney", "--country", "au"];
        desk.run(&arguments).expect_code(0);
        let settings: toml::Table = toml::from_str(&desk.read("site/content/business.toml")).unwrap();
        let business = &settings["business"];
        assert_eq!(business["name"].as_str(), Some(name), "{trade}");
        assert_eq!(business["timezone"].as_str(), Some("Australia/Sydney"), "{trade}");
        assert_eq!(business["country"].as_str(), Some("AU"), "{trade}");
        desk.build().expect_code(0);
        for (place, bytes) in desk.tree("site/public") {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(example), "{trade}: {place} still says {example}");
        }
        assert!(desk.read("site/public/index.html").contains("Zoë &amp; "), "{trade}");
    }
}

/// A number written for the example's country is another number, or none, in the owner's.
#[test]
fn a_new_site_is_faultless_in_any_country() {
    for (trade, _) in TRADES {
        let home = Desk::with_starter(trade);
        home.build().expect_code(0);
        for (country, zone) in PLACES {
            let desk = Desk::new();
            desk.run(&["new", "site", "--trade", trade, "--country", country, "--timezone", zone]).expect_code(0);
            let check = desk.run(&["build", "site", "--strict", "--format", "json", "--today", TODAY]);
            assert_eq!((check.code, check.codes()), (0, vec!["site/no-address".to_owned()]), "{trade} in {country}");
            assert_eq!(calls(&desk), calls(&home), "{trade} in {country} calls other numbers");
        }
    }
}

/// Every number that the contact page calls.
fn calls(desk: &Desk) -> Vec<String> {
    let page = desk.read("site/public/channels.html");
    page.split("href=\"tel:").skip(1).filter_map(|after| after.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn a_wrong_zone_or_country_is_said_before_anything_is_made() {
    let desk = Desk::new();
    for (option, value, hint) in [("--timezone", "EST", "America/New_York"), ("--country", "Britain", "GB")] {
        let refused = desk.run(&["new", "site", option, value]).expect_code(2);
        assert!(refused.err.contains(hint), "{option} {value}: {}", refused.err);
        assert!(!desk.has("site"));
    }
}

/// Replace-me marks stand beside values that work, in comments only.
#[test]
fn marks_to_replace_are_comments_beside_values() {
    for (trade, _) in TRADES {
        let desk = Desk::with_starter(trade);
        let marked: Vec<String> = desk
            .tree("site/content")
            .into_values()
            .flat_map(|bytes| String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect::<Vec<_>>())
            .filter(|line| line.contains("replace me"))
            .collect();
        assert!(marked.len() >= 5, "{trade}: {marked:?}");
        assert!(marked.iter().all(|line| line.contains('#')), "{trade}: {marked:?}");
    }
}

/// Neither command opens a socket. `strace` watches; where there is none, the house rule "uses the network" stands alone.
#[test]
fn new_and_build_open_no_socket() {
    if !crate::desk::has_program("strace") {
        return crate::desk::skipped("that new and build open no socket", "strace");
    }
    let desk = Desk::new();
    for arguments in [vec!["new", "site", "--yes"], vec!["build", "site"], vec!["check", "site"]] {
        let mut command = std::process::Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=%network", "-o", "calls.txt", env!("CARGO_BIN_EXE_welcomemat")]);
        let run = crate::desk::Run::of(command.args(&arguments).current_dir(desk.path(""))).expect_code(0);
        let calls = desk.read("calls.txt");
        let opened = calls.lines().find(|line| line.contains('('));
        assert_eq!(opened.filter(|line| !line.contains("<detached")), None, "{arguments:?}: {}", run.err);
    }
}

/// A reference that says nothing leaves a hole in its sentence.
#[test]
fn no_sentence_of_an_example_has_a_hole() {
    for (trade, _) in TRADES {
        let desk = Desk::with_starter(trade);
        desk.build().expect_code(0);
        for (place, bytes) in desk.tree("site/public").iter().filter(|(place, _)| place.ends_with(".html")) {
            let text = String::from_utf8_lossy(bytes);
            let words = text.split_once("<main").map_or("", |(_, main)| main);
            for hole in [": .", ", .", " , ", "( )", "()"] {
                assert!(!words.contains(hole), "{trade}, {place}: {hole}");
            }
        }
    }
}
