//! The same input gives the same bytes, whatever machine it is built on.

use std::collections::BTreeMap;

use clap::ValueEnum as _;
use proptest::prelude::*;
use welcomemat::address::SourcePath;
use welcomemat::build::Build;
use welcomemat::diagnostic::json::{Counts, report};
use welcomemat::source::{Files, MemoryFiles, Walked};
use welcomemat::starters::Trade;

use crate::desk::{BUSINESS, Desk, Run, TODAY};
use crate::trades;

/// What a machine may bring along: settings of the environment.
const MACHINES: &[&[(&str, &str)]] = &[
    &[],
    &[("TZ", "Pacific/Auckland")],
    &[("TZ", "Pacific/Honolulu")],
    &[("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8")],
    &[("LC_ALL", "tr_TR.UTF-8")],
    &[("LC_ALL", "C")],
    &[("RAYON_NUM_THREADS", "1")],
    &[("RAYON_NUM_THREADS", "8")],
    &[("USER", "somebody"), ("HOSTNAME", "elsewhere"), ("TERM", "dumb"), ("SOURCE_DATE_EPOCH", "0")],
];

/// Files whose folder is listed in another order at every look.
struct Shuffled<'f> {
    files: &'f MemoryFiles,
    seed: u64,
}

impl Files for Shuffled<'_> {
    fn walk(&self, folder: &str) -> Walked {
        let mut walked = self.files.walk(folder);
        let mut state = self.seed;
        for place in (1..walked.files.len()).rev() {
            // Knuth's MMIX generator: any order will do, as long as it is another one.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            walked.files.swap(place, usize::try_from(state >> 33).unwrap() % (place + 1));
        }
        walked
    }

    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        self.files.read(path)
    }
}

/// Everything a build gives: its files, and its findings as programs see them.
fn everything(build: &Build) -> (BTreeMap<String, Vec<u8>>, String) {
    let files = build.output.iter().map(|(address, content)| (address.to_string(), content.joined()));
    (files.collect(), report(&build.findings, &build.sources, Counts::default()))
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, what: &str) {
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other), "{what}: other files");
    let differs = one.iter().find(|(place, bytes)| other[*place] != **bytes);
    assert_eq!(differs.map(|(place, _)| place), None, "{what}: other bytes");
}

#[test]
fn on_every_machine() {
    for trade in ["web-studio", "bookkeeper", "optician"] {
        let desk = Desk::with_starter(trade);
        desk.run(&["build", "site", "--output", "first", "--today", TODAY]).expect_code(0);
        let first = desk.tree("first");
        for (number, machine) in MACHINES.iter().enumerate() {
            let output = format!("out{number}");
            let mut command = desk.command(&["build", "site", "--output", &output, "--today", TODAY]);
            Run::of(command.envs(machine.iter().copied())).expect_code(0);
            assert_same(&first, &desk.tree(&output), &format!("{trade}, {machine:?}"));
        }
    }
}

/// Today is the business's day, not the machine's.
#[test]
fn without_a_day_given_it_is_the_same_day_in_every_zone() {
    let desk = Desk::with_starter("web-studio");
    let built = |output: &str, zone: &str| {
        Run::of(desk.command(&["build", "site", "--output", output]).env("TZ", zone)).expect_code(0);
        desk.tree(output)
    };
    let before = built("a", "Pacific/Honolulu");
    let there = built("b", "Pacific/Auckland");
    let after = built("c", "Pacific/Honolulu");
    // Midnight may pass between the first and the last; then there is nothing to compare.
    if before == after {
        assert_same(&before, &there, "Auckland against Honolulu");
    }
}

#[test]
fn wherever_the_folder_lies_and_whatever_its_files_times_are() {
    let desk = Desk::with_starter("web-studio");
    for (place, bytes) in desk.tree("site") {
        desk.write(&format!("Ünder a/lóng way/{place}"), bytes);
    }
    desk.run(&["build", "site", "--today", TODAY]).expect_code(0);
    desk.run(&["build", "Ünder a/lóng way", "--today", TODAY]).expect_code(0);
    assert_same(&desk.tree("site/public"), &desk.tree("Ünder a/lóng way/public"), "in another folder");
}

#[test]
fn another_day_is_another_site_only_where_days_are_shown() {
    let desk = Desk::with_starter("web-studio");
    desk.run(&["build", "site", "--output", "winter", "--today", "2026-11-22"]).expect_code(0);
    desk.run(&["build", "site", "--output", "summer", "--today", "2027-06-01"]).expect_code(0);
    let (winter, summer) = (desk.tree("winter"), desk.tree("summer"));
    let changed: Vec<&str> =
        winter.iter().filter(|(place, bytes)| summer[*place] != **bytes).map(|(place, _)| place.as_str()).collect();
    assert!(changed.contains(&"index.html"), "the next closures are shown at home: {changed:?}");
    assert!(!changed.contains(&"version.json"), "the day is no part of what clients are told: {changed:?}");
    assert!(!changed.contains(&"scope.html"), "no day is shown there: {changed:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn in_whatever_order_the_disk_lists_its_files(seed: u64) {
        for trade in Trade::value_variants() {
            let files = trades::files(*trade);
            let shuffled = trades::build_of(&Shuffled { files: &files, seed });
            let plain = trades::all().iter().find(|built| built.trade == trade.to_possible_value().unwrap().get_name()).unwrap();
            prop_assert!(everything(&shuffled) == everything(&plain.build), "{trade:?}");
        }
    }

    /// Also where files are in each other's way, and one of them has to be the first.
    #[test]
    fn also_with_faults_in_it(seed: u64) {
        let files = MemoryFiles::new([
            ("content/business.toml", BUSINESS),
            ("content/welcome.md", "+++\nread_first = [\"nowhere\"]\n+++\n# Home\n\n[a](gone.md) {{ closure.none }}\n"),
            ("content/hours.md", "+++\nkind = \"availability\"\n[hours.office]\nmon = \"9-5\"\n+++\n# Hours\n"),
            ("content/availability.md", "+++\n[hours.office]\nmon = \"09:00-17:00\"\n+++\n# Hours\n"),
            ("content/opening.md", "+++\nkind = \"availability\"\n[hours.shop]\ntue = \"09:00-17:00\"\n+++\n# More\n"),
            ("content/guides/a.md", "# A\n\n## Twice\n\n## Twice\n"),
            ("content/guides/A.md", "# a\n"),
            ("content/faq/one.md", "# One\n\n## Why? {#why}\n\nSo.\n"),
            ("content/faq/two.md", "# Two\n\n## Why? {#why}\n\nSo.\n"),
        ]);
        let plain = trades::build_of(&files);
        let shuffled = trades::build_of(&Shuffled { files: &files, seed });
        let (plain, shuffled) = (everything(&plain), everything(&shuffled));
        prop_assert_eq!(plain.1, shuffled.1);
        prop_assert!(plain.0 == shuffled.0);
    }
}
