//! Chance that can be had again: every throw follows from a seed, and the seed stands in the failure.
//!
//! The promises that hang on chance are tested with a handful of throws every day, and with the full number on command:
//!
//! | variable | what it counts | every day | in full |
//! |---|---|---:|---:|
//! | `WELCOMEMAT_KILLS` | builds that are killed (`kills`) | 8 | 100 |
//! | `WELCOMEMAT_TREES` | folders with somebody else's files (`trees`) | 60 | 1,000 |
//! | `WELCOMEMAT_SLIPS` | places for each slip in each example (`mutations`) | 1 | 10 |
//! | `WELCOMEMAT_COLORS` | brand colours measured in a browser (`colors`) | 6 | 200 |
//! | `WELCOMEMAT_EDITS` | edits after which a large site's rebuild is compared with a first build (`rebuild`) | 12 | 300 |
//! | `WELCOMEMAT_FUZZ` | texts for all readers together (`fuzz`) | 3,000 | 1,000,000 |
//! | `WELCOMEMAT_VIEWS` | pages each browser check looks at, one of every kind at least (`everyone`) | 24 | 1,000 (all) |
//!
//! `WELCOMEMAT_PROSE=DIR` reads a folder of other people's prose instead of the small set in `tests/fixtures/prose` (`prose`).
//! `WELCOMEMAT_SEED` throws other dice. `benches/README.md` says how the long runs went.

/// A source of chance: `SplitMix64`, <https://prng.di.unimi.it/splitmix64.c>.
#[derive(Clone, Debug)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// Dice that fall as this seed has it.
    pub fn of(seed: u64) -> Self {
        Dice { state: seed }
    }

    /// Any number.
    pub fn throw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.throw() % limit as u64).expect("below a usize")
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of a list, which is not empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// How many throws: what the variable says, else the everyday number.
pub fn throws(variable: &str, everyday: usize) -> usize {
    number(variable).unwrap_or(everyday)
}

/// The seed of a run.
pub fn seed() -> u64 {
    number("WELCOMEMAT_SEED").map_or(20_261_122, |seed| seed as u64)
}

fn number(variable: &str) -> Option<usize> {
    let text = std::env::var(variable).ok()?;
    Some(text.replace(['_', ','], "").parse().unwrap_or_else(|_| panic!("{variable} is {text:?}, which is no number")))
}

/// Says on the real stderr, past the test runner's silence, how a long run went.
pub fn report(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[test]
fn the_same_seed_throws_the_same() {
    let throws = |seed| {
        let mut dice = Dice::of(seed);
        [dice.throw(), dice.throw(), dice.throw()]
    };
    assert_eq!(throws(1), throws(1));
    assert_ne!(throws(1), throws(2));
    // The first number of the reference implementation for the seed 1234567.
    assert_eq!(throws(1_234_567)[0], 6_457_827_717_110_365_317);
}
