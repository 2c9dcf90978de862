//! Time: what schedules mean at a moment. Pure: the day and the moment are arguments, and no machine's zone is asked.
//!
//! 1. [`calendar`]: closures as dates, yearly rules expanded, weekends observed.
//! 2. [`hours`]: which shifts hold on a date — dated closure, yearly closure, season, week, in this order.
//! 3. [`intervals`]: those shifts as instants, through gaps and folds of the clock.
//! 4. [`stretches`]: closures as whole days in a row, for calendars.
//! 5. [`promise`]: the moment an answer is due, in business time, business days or by the clock.
//! 6. [`channels`]: the same for a channel with its own hours and its own promise.
//! 7. [`ties`]: days on which two rules of one rank differ.
//! 8. [`gaps`]: the first moment at which nobody is there.
//!
//! Intervals are half open. The one evaluator serves pages, exports, checks and the command line.

pub mod calendar;
pub mod channels;
pub mod gaps;
pub mod hours;
pub mod intervals;
pub mod promise;
pub mod stretches;
pub mod ties;

#[cfg(test)]
mod tests;
