//! The suite's dice, thrown the way schedules need them.

use crate::dice;

/// One run of chance for each case of a seed.
pub(super) struct Dice(dice::Dice);

impl Dice {
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let mut dice = dice::Dice::of(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
        // Seeds that differ by little begin with numbers that differ by little.
        dice.throw();
        Dice(dice)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap();
        low + i64::try_from(self.0.throw() % width).unwrap()
    }

    /// One of these.
    pub(super) fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        self.0.pick(of)
    }

    /// Whether something happens that happens so often in a hundred times.
    pub(super) fn falls(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }
}
