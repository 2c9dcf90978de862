//! One slip in a finished site gives one finding, at its place, and nothing else.
//!
//! Each slip of the table is made in each of the three examples, at a place that the dice choose among all places where it
//! can be made. What the site says already is set aside; of the rest there must be exactly the finding that belongs to the slip.
//!
//! ```text
//! WELCOMEMAT_SLIPS=10 cargo test --release --test suite mutations -- --nocapture
//! ```

mod page;
mod table;

use std::collections::BTreeSet;

use clap::ValueEnum as _;
use welcomemat::build::Build;
use welcomemat::diagnostic::{Diagnostic, Place, Sources};
use welcomemat::source::MemoryFiles;
use welcomemat::starters::Trade;

use crate::dice::{self, Dice};
use crate::trades;
use page::{Page, Slipped};
use table::{SLIPS, Slip};

/// What stands where: code, file, line, and the words.
type Told = (String, String, u32, String);

/// An example, and what it says without a slip.
struct Example {
    trade: String,
    files: MemoryFiles,
    pages: Vec<Page>,
    told: BTreeSet<(String, String)>,
}

impl Example {
    fn of(trade: Trade) -> Self {
        let name = trade.to_possible_value().expect("a name").get_name().to_owned();
        let built = trades::all().iter().find(|built| built.trade == name).expect("a built example");
        let told = told(&built.build).into_iter().map(|(code, _, _, words)| (code, words)).collect();
        Example { trade: name, files: trades::files(trade), pages: page::all(trade, &built.build), told }
    }

    /// What is found with one slip that was not found without it.
    fn found(&self, page: &Page, slipped: &Slipped) -> Vec<Told> {
        let mut files = self.files.clone();
        files.put(&page.path, slipped.text.clone());
        let mut told = told(&trades::build_of(&files));
        told.retain(|(code, _, _, words)| !self.told.contains(&(code.clone(), words.clone())));
        told
    }

    /// Makes a slip somewhere; says what went otherwise than it should.
    fn check(&self, slip: &Slip, dice: &mut Dice) -> Option<String> {
        let made: Vec<(&Page, Vec<Slipped>)> = self.pages.iter().map(|page| (page, (slip.make)(page))).collect();
        let places: Vec<(&Page, &Slipped)> =
            made.iter().flat_map(|(page, places)| places.iter().map(|place| (*page, place))).collect();
        assert!(!places.is_empty(), "{}: no place for {}", self.trade, slip.name);
        let (page, slipped) = *dice.pick(&places);
        let found = self.found(page, slipped);
        let seen: Vec<(&str, &str, u32)> =
            found.iter().map(|(code, file, line, _)| (&**code, &**file, *line)).collect();
        let expected: Vec<(&str, &str, u32)> =
            slip.code.iter().map(|code| (*code, &*page.path, slipped.line)).collect();
        (seen != expected).then(|| format!("{}, {}: expected {expected:?}, found {found:#?}", self.trade, slip.name))
    }
}

fn told(build: &Build) -> Vec<Told> {
    let found = build.findings.iter();
    found.map(|finding| told_one(finding, &build.sources)).collect()
}

fn told_one(finding: &Diagnostic, sources: &Sources) -> Told {
    let (file, line) = match finding.place {
        Some(Place::Text(span)) => {
            let file = sources.file(span.file);
            (file.name().to_owned(), file.position(span.start).line)
        }
        Some(Place::File(file)) => (sources.file(file).name().to_owned(), 0),
        None => (String::new(), 0),
    };
    (finding.code.id.to_owned(), file, line, finding.message.clone())
}

#[test]
fn one_slip_gives_one_finding_at_its_place() {
    let rounds = dice::throws("WELCOMEMAT_SLIPS", 1);
    let mut dice = Dice::of(dice::seed());
    let mut wrong = Vec::new();
    for trade in Trade::value_variants() {
        let example = Example::of(*trade);
        for slip in SLIPS {
            wrong.extend((0..rounds).filter_map(|_| example.check(slip, &mut dice)));
        }
    }
    dice::report(&format!("{} slips in 3 examples, {rounds} places each: {} wrong", SLIPS.len(), wrong.len()));
    assert!(wrong.is_empty(), "{} slips were told otherwise than they should:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn there_are_twenty_kinds_of_slip() {
    let codes: BTreeSet<&str> = SLIPS.iter().filter_map(|slip| slip.code).collect();
    assert!(SLIPS.len() >= 30 && codes.len() >= 20, "{} slips, {codes:?}", SLIPS.len());
}
