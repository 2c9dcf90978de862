//! Whatever is typed, nothing stops the program, no finding points outside its file, and every reading comes to an end.
//!
//! Each reader gets texts made for it (`fuzz/texts.rs`): noise, pieces of its own grammar in any order, and texts of the examples with
//! slips in them. Every text follows from the seed, the target's name and its number, so a failure can be had again:
//!
//! ```text
//! WELCOMEMAT_FUZZ=1000000 cargo test --release --test suite fuzz -- --nocapture
//! ```

mod targets;
mod texts;
mod values;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use welcomemat::diagnostic::{Diagnostic, Findings, Place, Sources, human};

use crate::dice::{self, Dice};
use targets::TARGETS;

/// No reading takes longer; most take a thousandth of a thousandth of it.
const LONGEST: Duration = Duration::from_secs(20);

/// A reader that fails so often is tried no further.
const MOST_WRONG: usize = 20;

/// A reader, the texts for it, and what must hold.
pub struct Target {
    /// What it is called.
    pub name: &'static str,
    /// Of a thousand texts it gets so many: cheap readers get most.
    pub share: usize,
    /// A text for it.
    pub text: fn(&mut Dice) -> String,
    /// Reads the text; fails where something does not hold.
    pub check: fn(&str),
}

impl Target {
    /// Reads so many texts; gives the longest time that one took, and the texts that something went wrong with.
    fn run(&self, texts: usize) -> (Duration, Vec<String>) {
        let (mut slowest, mut wrong) = (Duration::ZERO, Vec::new());
        for number in 0..texts {
            let mut dice = Dice::of(self.seed().wrapping_add(number as u64));
            let text = (self.text)(&mut dice);
            let start = Instant::now();
            let ended = catch_unwind(AssertUnwindSafe(|| (self.check)(&text)));
            let took = start.elapsed();
            slowest = slowest.max(took);
            if ended.is_err() || took > LONGEST {
                wrong.push(format!("{}, text {number}, {took:?}: {text:?}", self.name));
            }
            if wrong.len() == MOST_WRONG {
                break;
            }
        }
        (slowest, wrong)
    }

    /// FNV-1a of the name, so that each target has dice of its own.
    fn seed(&self) -> u64 {
        let start = dice::seed() ^ 0xCBF2_9CE4_8422_2325;
        self.name.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
    }
}

/// Every place that a finding names lies inside its file, between two letters; the findings can be shown.
pub fn check_findings(findings: &Findings, sources: &Sources) {
    for finding in findings {
        check_places(finding, sources);
        assert!(!finding.message.is_empty(), "{finding:?} says nothing");
    }
    let _ = human::report(findings, sources, human::Look::Plain);
}

fn check_places(finding: &Diagnostic, sources: &Sources) {
    let labels = finding.labels.iter().map(|label| label.span);
    let place = finding.place.and_then(|place| if let Place::Text(span) = place { Some(span) } else { None });
    for span in labels.chain(place) {
        let file = sources.file(span.file);
        assert!(file.text().get(span.range()).is_some(), "{finding:?} points outside of {}", file.name());
    }
}

#[test]
fn no_text_stops_a_reader() {
    let all = dice::throws("WELCOMEMAT_FUZZ", 3_000);
    let (mut lines, mut all_wrong) = (Vec::new(), Vec::new());
    for target in TARGETS {
        let texts = (all * target.share).div_ceil(1_000);
        let start = Instant::now();
        let (slowest, wrong) = target.run(texts);
        all_wrong.extend(wrong);
        let took = start.elapsed().as_secs_f32();
        lines.push(format!("{}: {texts} texts in {took:.1} s, the slowest {slowest:.1?}", target.name));
    }
    dice::report(&lines.join("\n"));
    assert!(all_wrong.is_empty(), "{} texts were too much:\n{}", all_wrong.len(), all_wrong.join("\n"));
}

#[test]
fn the_shares_add_up() {
    assert_eq!(TARGETS.iter().map(|target| target.share).sum::<usize>(), 1_000);
}
