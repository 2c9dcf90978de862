//! `check` finds what a client would trip over: completeness, mending, the staff edition.

use std::collections::BTreeSet;

use clap::ValueEnum as _;
use welcomemat::build::{self, Today};
use welcomemat::check::needs::{NEEDS, Need, Score};
use welcomemat::site;
use welcomemat::source::{self, Layout, MemoryFiles};
use welcomemat::starters::Trade;

use crate::desk::{Desk, TODAY};

/// What takes one fact away from a site.
enum Cut {
    /// Lines that begin with a key, in one file.
    Lines(&'static str, &'static str),
    /// Tables of a name, in one file.
    Tables(&'static str, &'static str),
    /// Words replaced, in every file below a folder.
    Words(&'static str, &'static [(&'static str, &'static str)]),
    /// Files below a folder.
    Files(&'static str),
}

/// For every need the fact that meets it in the examples.
const CUTS: &[(&str, Cut)] = &[
    ("hours", Cut::Tables("availability.md", "[hours.")),
    ("preferred-channel", Cut::Lines("channels.md", "preferred =")),
    ("reply-times", Cut::Lines("channels.md", "reply_within =")),
    ("if-missed", Cut::Lines("channels.md", "if_missed =")),
    ("emergency-steps", Cut::Lines("emergencies.md", "steps =")),
    ("escalation", Cut::Tables("emergencies.md", "[[escalation]]")),
    ("fallbacks", Cut::Tables("emergencies.md", "[[fallback]]")),
    ("visits", Cut::Lines("business.toml", "visits =")),
    ("serious-cases", Cut::Lines("boundaries.md", "serious_starts_here =")),
    ("scope-included", Cut::Words("scope.md", &[("\"included\"", "\"fee\"")])),
    ("reasons-for-no", Cut::Lines("scope.md", "why =")),
    ("same-for-all", Cut::Lines("mistakes.md", "how_often =")),
    ("consequences", Cut::Lines("boundaries.md", "counts =")),
    ("ready-replies", Cut::Lines("replies/", "situation =")),
    (
        "spoken-and-written",
        Cut::Words("replies/", &[("## phone", "## a"), ("## voicemail", "## b"), ("## doorstep", "## c")]),
    ),
    ("read-first", Cut::Lines("welcome.md", "read_first =")),
    ("questions", Cut::Files("faq/")),
    ("replies-show-the-way", Cut::Words("replies/", &[("{{ channel.", "{{ chanel.")])),
    ("what-you-get", Cut::Lines("boundaries.md", "you_get =")),
    ("team-pages", Cut::Words("guides/", &[("audience = \"staff\"", "audience = \"staff\"\nkind = \"reply\"")])),
    ("counted-hours", Cut::Lines("channels.md", "schedule =")),
    ("feedback", Cut::Tables("mistakes.md", "[feedback]")),
    ("review-dates", Cut::Lines("", "review_every =")),
    ("late-work", Cut::Lines("deadlines.md", "if_late =")),
    ("lost-papers", Cut::Lines("deadlines.md", "lost =")),
    ("fees-for-extras", Cut::Lines("scope.md", "fee =")),
    ("rush-decision", Cut::Lines("deadlines.md", "offered =")),
    ("goodwill", Cut::Lines("mistakes.md", "who =")),
    ("backups-owner", Cut::Lines("responsibilities.md", "owner =")),
    ("wrong-beliefs", Cut::Lines("responsibilities.md", "often_thought =")),
    ("agreement", Cut::Lines("business.toml", "agreement =")),
    ("first-minutes", Cut::Lines("emergencies.md", "first_minutes =")),
    ("safe-to-tell", Cut::Tables("mistakes.md", "[yours]")),
    (
        "steady-voice",
        Cut::Words(
            "",
            &[
                ("ause", "ose"),
                ("lower", "down"),
                ("slower", "down"),
                ("quieter", "x"),
                ("ow voice", "x"),
                ("ower your", "x"),
                ("reathe", "x"),
                ("teady", "x"),
                ("steady", "x"),
            ],
        ),
    ),
    ("own-mistakes", Cut::Lines("mistakes.md", "own_within =")),
    ("kind-openers", Cut::Lines("replies/", "say =")),
    ("complaints", Cut::Lines("mistakes.md", "acknowledge_within =")),
    ("plan-not-excuses", Cut::Lines("mistakes.md", "plan_within =")),
    ("follow-up", Cut::Lines("mistakes.md", "follow_up_after =")),
    ("other-ways", Cut::Words("scope.md", &[("\ninstead =", "\n# instead ="), ("\nto =", "\n# to =")])),
    ("not-personal", Cut::Words("", &[("about you", "about us"), ("personal", "x")])),
    ("waiting", Cut::Tables("availability.md", "[waiting]")),
    ("words-to-avoid", Cut::Lines("replies/", "instead_of =")),
    ("custody", Cut::Tables("responsibilities.md", "[custody]")),
    ("status-updates", Cut::Lines("mistakes.md", "update_every =")),
    ("making-good", Cut::Lines("mistakes.md", "remedies =")),
];

impl Cut {
    fn apply(&self, files: &[(String, Vec<u8>)]) -> MemoryFiles {
        let mut memory = MemoryFiles::default();
        for (path, bytes) in files {
            let below = path.strip_prefix("content/").unwrap_or(path);
            let (Cut::Lines(place, _) | Cut::Tables(place, _) | Cut::Words(place, _) | Cut::Files(place)) = self;
            if !below.starts_with(place) || !(below.ends_with(".md") || below.ends_with(".toml")) {
                memory.put(path, bytes.clone());
                continue;
            }
            let text = String::from_utf8(bytes.clone()).unwrap();
            match self {
                Cut::Lines(_, start) => memory.put(path, without_lines(&text, start)),
                Cut::Tables(_, name) => memory.put(path, without_tables(&text, name)),
                Cut::Words(_, words) => {
                    memory.put(path, words.iter().fold(text, |text, (from, to)| text.replace(from, to)));
                }
                Cut::Files(_) => {}
            }
        }
        memory
    }
}

fn without_lines(text: &str, start: &str) -> String {
    text.lines().filter(|line| !line.starts_with(start)).collect::<Vec<_>>().join("\n") + "\n"
}

/// Without every table of the name, up to the next table or the end of the header.
fn without_tables(text: &str, name: &str) -> String {
    let mut is_out = false;
    let kept = text.lines().filter(|line| {
        if line.starts_with('[') || line.starts_with("+++") {
            is_out = line.starts_with(name);
        }
        !is_out
    });
    kept.collect::<Vec<_>>().join("\n") + "\n"
}

fn met(files: &MemoryFiles) -> BTreeSet<&'static str> {
    let (inputs, _) = source::read(files, Layout::Site);
    let (site, _) = site::assemble(&inputs, Layout::Site, "site");
    Score::of(&site).met.iter().map(|need| need.name()).collect()
}

#[test]
fn taking_a_fact_away_opens_exactly_its_own_gap() {
    let names: BTreeSet<&str> = CUTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, NEEDS.iter().map(Need::name).collect());
    let mut cut_somewhere = BTreeSet::new();
    let mut faults = Vec::new();
    for trade in Trade::value_variants() {
        let files: Vec<(String, Vec<u8>)> = trade.files(&trade.example()).into_iter().collect();
        let mut memory = MemoryFiles::default();
        files.iter().for_each(|(path, bytes)| memory.put(path, bytes.clone()));
        let whole = met(&memory);
        for (name, cut) in CUTS.iter().filter(|(name, _)| whole.contains(name)) {
            let left = met(&cut.apply(&files));
            let gone: Vec<&&str> = whole.difference(&left).collect();
            if gone != [name] {
                faults.push(format!("{trade:?}: without {name}, {gone:?} are missing"));
            }
            cut_somewhere.insert(*name);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert_eq!(cut_somewhere, names, "a need that no example meets");
}

#[test]
fn every_example_answers_nine_of_ten_needs() {
    for trade in Trade::value_variants() {
        let files = crate::trades::files(*trade);
        let checked = build::check(&files, Layout::Site, "site", Today::Given(TODAY.parse().unwrap()));
        assert!(checked.score.percent() >= 90, "{trade:?}: {}", checked.score.percent());
    }
}

const AVAILABILITY: &str = "+++\n[hours.office]\nmon-fri = \"09:00-17:00\"\n[[closure]]\nname = \"Christmas\"\non = \"12-25\"\n+++\n\n# Hours\n\nCome by.\n";

#[test]
fn fix_puts_references_in_once_and_lays_the_file_aside() {
    let slip = "# Hours\r\n\r\nWe're open 9–6, as ever.\r\n";
    let desk = Desk::with_site(&[("guides/a.md", slip), ("availability.md", AVAILABILITY)]);
    let first = desk.run(&["check", "site", "--fix", "--today", TODAY]).expect_code(0);
    assert!(
        first.err.contains("- We're open 9–6, as ever.")
            && first.err.contains("+ We're open {{ hours.office }}, as ever."),
        "{}",
        first.err
    );
    let mended = desk.read("site/content/guides/a.md");
    assert_eq!(mended, "# Hours\r\n\r\nWe're open {{ hours.office }}, as ever.\r\n");
    assert_eq!(desk.read("site/.welcomemat-backup/1/content/guides/a.md"), slip);
    let codes = desk.run(&["check", "site", "--format", "json", "--today", TODAY]).expect_code(0).codes();
    assert!(!codes.iter().any(|code| code.starts_with("facts/")), "{codes:?}");
    let second = desk.run(&["check", "site", "--fix", "--today", TODAY]).expect_code(0);
    assert!(second.err.contains("nothing to put in"), "{}", second.err);
    assert_eq!(desk.read("site/content/guides/a.md"), mended);
    assert!(!desk.has("site/.welcomemat-backup/2"));
}

#[test]
fn check_shows_a_screenful_and_then_how_many_more() {
    let page: String = (0..30).map(|_| "Calm down.\n\n").collect();
    let desk = Desk::with_site(&[("guides/a.md", &format!("# A\n\n{page}")), ("availability.md", AVAILABILITY)]);
    let short = desk.run(&["check", "site", "--today", TODAY]).expect_code(0);
    assert_eq!(short.out.matches("“Calm down”").count(), 8, "{}", short.out);
    assert!(short.out.contains("… and 23 more: welcomemat check --all"), "{}", short.out);
    assert!(short.out.contains("Of 46 things clients ask for"), "{}", short.out);
    let all = desk.run(&["check", "site", "--all", "--today", TODAY]).expect_code(0);
    assert_eq!(all.out.matches("“Calm down”").count(), 30);
}

#[test]
fn a_reply_is_printed_with_its_facts() {
    let desk = Desk::with_starter("web-studio");
    let list = desk.run(&["reply", "--site", "site"]).expect_code(0);
    assert!(list.out.contains("at-the-door") && list.out.contains("At the door"), "{}", list.out);
    let text = desk.run(&["reply", "at-the-door", "--medium", "text", "--site", "site"]).expect_code(0);
    assert!(text.out.contains("help@tidewater.example") && !text.out.contains("{{"), "{}", text.out);
    let away = desk.run(&["reply", "next-closure", "--site", "site", "--today", "2026-12-20"]).expect_code(0);
    assert!(away.out.contains("Winter break") && away.out.contains("January 4, 2027"), "{}", away.out);
    assert!(desk.run(&["reply", "at-the-dor", "--site", "site"]).expect_code(2).err.contains("at-the-door"));
    assert!(
        desk.run(&["reply", "at-the-door", "--medium", "fax", "--site", "site"])
            .expect_code(2)
            .err
            .contains("no medium")
    );
}

#[test]
fn the_staff_edition_has_a_folder_and_a_manifest_of_its_own() {
    let desk = Desk::with_starter("web-studio");
    desk.build().expect_code(0);
    for file in [
        "index.html",
        "promises.html",
        "findings.html",
        "next-closure.html",
        "replies/at-the-door.html",
        "replies/at-the-door-text.txt",
        ".welcomemat.json",
    ] {
        assert!(desk.has(&format!("site/staff/{file}")), "{file}");
    }
    assert!(desk.read("site/staff/index.html").contains("At the door"));
    for (place, bytes) in desk.tree("site/public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!place.starts_with("staff") && !text.contains("For our own people only"), "{place}");
    }
    let again = desk.build().expect_code(0);
    assert!(again.err.contains("nothing had changed"), "{}", again.err);
}

#[test]
fn the_staff_edition_goes_elsewhere_or_nowhere() {
    let desk = Desk::with_starter("web-studio");
    desk.run(&["build", "site", "--no-staff", "--today", TODAY]).expect_code(0);
    assert!(!desk.has("site/staff"));
    let elsewhere = desk.path("desk").display().to_string();
    desk.run(&["build", "site", "--staff", &elsewhere, "--today", TODAY]).expect_code(0);
    assert!(desk.has("desk/index.html") && !desk.has("site/staff"));
}
