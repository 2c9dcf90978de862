//! The days of a schedule as a short text.
//!
//! ```text
//! 540+480*3 1440+240 5760+480
//! ```
//!
//! Words are days, in order; days without a shift are left out. A day is its shifts, separated by commas; a shift is `gap+length` in
//! minutes, the gap counted from the *start* of the shift before it (the first from the start of the data, and negative for last
//! night's), so that a week like the last one is written like it. `*3` after a day says that the same follows twice more.

use jiff::Timestamp;

use crate::time::intervals::Interval;

/// Whole minutes since 1970 UTC. Shifts begin and end on whole minutes: no zone's rules have held seconds since 1972.
#[must_use]
pub fn minute(at: Timestamp) -> i64 {
    at.as_second().div_euclid(60)
}

/// Writes days of shifts; `from` is where the first gap begins.
#[must_use]
pub fn coded(days: &[Vec<Interval>], from: Timestamp) -> String {
    let mut before = minute(from);
    let mut words: Vec<(String, usize)> = Vec::new();
    for day in days {
        let word = coded_day(day, &mut before);
        match words.last_mut() {
            Some((same, times)) if *same == word => *times += 1,
            _ => words.push((word, 1)),
        }
    }
    let written = words.into_iter().map(|(word, times)| if times == 1 { word } else { format!("{word}*{times}") });
    written.collect::<Vec<_>>().join(" ")
}

fn coded_day(day: &[Interval], before: &mut i64) -> String {
    let shifts = day.iter().map(|shift| {
        let start = minute(shift.start);
        let gap = start - *before;
        *before = start;
        format!("{gap}+{}", minute(shift.end) - start)
    });
    shifts.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(start: i64, end: i64) -> Interval {
        let at = |minutes: i64| Timestamp::from_second(minutes * 60).unwrap();
        Interval { start: at(start), end: at(end) }
    }

    #[test]
    fn days_alike_are_written_once() {
        let days = [
            vec![shift(-60, 120)],
            vec![shift(540, 750), shift(810, 1020)],
            vec![shift(1980, 2190), shift(2250, 2460)],
            vec![shift(3420, 3630), shift(3690, 3900)],
        ];
        let from = Timestamp::UNIX_EPOCH;
        assert_eq!(coded(&days, from), "-60+180 600+210,270+210 1170+210,270+210*2");
        assert_eq!(coded(&[], from), "");
    }
}
