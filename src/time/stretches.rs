//! Closures as stretches of whole days, exactly where they decide: what a calendar can show.
//!
//! A closure may be typed for a day on which another one decides: Christmas Day within a winter break, or a yearly day off that gives way
//! to a special day of this year. Only the days on which a closure really decides the hours of a schedule belong to its stretches,
//! so that two entries of a calendar never contradict each other.

use std::ptr;

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Occurrence, occurrences};
use super::hours::Hours;
use crate::policy::availability::{Availability, Closure, Schedule};

/// Days in a row on which one closure decides.
#[derive(Clone, Debug)]
pub struct Stretch<'a> {
    /// The closure or special day.
    pub closure: &'a Closure,
    /// The year it happens in: that of its own first day, wherever it is observed.
    pub year: i16,
    /// Whether it is the weekday that stands in for a day on a weekend.
    pub is_observed: bool,
    /// Its place among the stretches of the same closure and year, from 0: another closure may cut it in two.
    pub part: usize,
    /// First day.
    pub from: Date,
    /// Last day; it belongs to the stretch.
    pub to: Date,
    /// The schedules it decides, in the order typed.
    pub schedules: Vec<&'a Schedule>,
}

/// Every stretch that touches the days from `first` to `last`, both included, soonest first.
///
/// `hours` must know the closures of all days of those stretches, so its range should be wider by the longest closure on both sides.
/// A business that typed closures but no hours is closed on all of them.
#[must_use]
pub fn stretches<'a>(availability: &'a Availability, hours: &Hours<'a>, first: Date, last: Date) -> Vec<Stretch<'a>> {
    let found = occurrences(&availability.closures, first, last);
    let mut all: Vec<Stretch<'a>> = Vec::new();
    for occurrence in &found {
        let mut own = of_occurrence(availability, hours, occurrence);
        own.iter_mut().enumerate().for_each(|(part, stretch)| stretch.part = part);
        let observed = occurrence.observed.and_then(|day| on(availability, hours, occurrence, day));
        all.extend(own.into_iter().chain(observed.map(|stretch| Stretch { is_observed: true, ..stretch })));
    }
    all.retain(|stretch| stretch.from <= last && stretch.to >= first);
    all.sort_by_key(|stretch| (stretch.from, stretch.to, stretch.closure.place.start));
    all
}

fn of_occurrence<'a>(
    availability: &'a Availability,
    hours: &Hours<'a>,
    occurrence: &Occurrence<'a>,
) -> Vec<Stretch<'a>> {
    let mut stretches: Vec<Stretch<'a>> = Vec::new();
    for day in occurrence.from.series(1.day()).take_while(|day| *day <= occurrence.to) {
        let Some(stretch) = on(availability, hours, occurrence, day) else { continue };
        match stretches.last_mut() {
            Some(before) if before.to.tomorrow().ok() == Some(day) && same(&before.schedules, &stretch.schedules) => {
                before.to = day;
            }
            _ => stretches.push(stretch),
        }
    }
    stretches
}

/// The one day, if the closure decides anything on it.
fn on<'a>(
    availability: &'a Availability,
    hours: &Hours<'a>,
    occurrence: &Occurrence<'a>,
    day: Date,
) -> Option<Stretch<'a>> {
    let decides = |schedule: &&Schedule| {
        hours.closure_on(schedule, day).is_some_and(|deciding| ptr::eq(deciding, occurrence.closure))
    };
    let schedules: Vec<&Schedule> = availability.schedules.iter().filter(decides).collect();
    if schedules.is_empty() && !availability.schedules.is_empty() {
        return None;
    }
    let year = occurrence.from.year();
    Some(Stretch { closure: occurrence.closure, year, is_observed: false, part: 0, from: day, to: day, schedules })
}

fn same(one: &[&Schedule], other: &[&Schedule]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| ptr::eq(*one, *other))
}
