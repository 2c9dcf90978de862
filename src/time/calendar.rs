//! Closures as dates: yearly rules expanded, weekends observed.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::policy::availability::{Closure, Observed, When};
use crate::policy::values::ClosureDay;

/// One time a closure happens.
#[derive(Clone, Debug)]
pub struct Occurrence<'c> {
    /// The closure.
    pub closure: &'c Closure,
    /// First day.
    pub from: Date,
    /// Last day; it is closed too.
    pub to: Date,
    /// The weekday that is closed instead of a day on a weekend.
    pub observed: Option<Date>,
}

/// Every occurrence that touches the days from `first` to `last`, both included, soonest first.
#[must_use]
pub fn occurrences(closures: &[Closure], first: Date, last: Date) -> Vec<Occurrence<'_>> {
    let mut found: Vec<Occurrence<'_>> = closures.iter().flat_map(|closure| all(closure, first, last)).collect();
    found.sort_by_key(|occurrence| (occurrence.from, occurrence.to));
    observe(&mut found);
    // A Saturday just past the end may be observed on its Friday.
    found.retain(|occurrence| {
        let days = [Some((occurrence.from, occurrence.to)), occurrence.observed.map(|day| (day, day))];
        days.into_iter().flatten().any(|(from, to)| from <= last && to >= first)
    });
    found
}

fn all(closure: &Closure, first: Date, last: Date) -> Vec<Occurrence<'_>> {
    let on = |from: Date, to: Date| Occurrence { closure, from, to, observed: None };
    match &closure.when.value {
        When::Range(from, to) => vec![on(from.date(), to.date())],
        When::Day(ClosureDay::Dated(date)) => vec![on(date.date(), date.date())],
        When::Day(ClosureDay::Yearly(rule)) => {
            // A day late in December may be observed in the year before or after.
            let years = first.year() - 1..=last.year() + 1;
            years.filter_map(|year| rule.in_year(year)).map(|date| on(date, date)).collect()
        }
    }
}

/// Works out the weekday observed for every yearly day that falls on a weekend.
fn observe(found: &mut [Occurrence<'_>]) {
    let mut taken: BTreeSet<Date> = BTreeSet::new();
    for occurrence in found.iter().filter(|occurrence| occurrence.closure.open_instead.is_none()) {
        let days = occurrence.from.series(1.day()).take_while(|day| *day <= occurrence.to);
        taken.extend(days);
    }
    for occurrence in found.iter_mut() {
        let is_yearly = matches!(occurrence.closure.when.value, When::Day(ClosureDay::Yearly(_)));
        if !is_yearly || !is_weekend(occurrence.from) {
            continue;
        }
        occurrence.observed = match occurrence.closure.observed {
            Observed::Actual => None,
            Observed::NearestWeekday => nearest_weekday(occurrence.from),
            Observed::NextFreeWeekday => next_free_weekday(occurrence.from, &taken),
        };
        // A special day is no day off: the next holiday may be observed on it.
        taken.extend(occurrence.observed.filter(|_| occurrence.closure.open_instead.is_none()));
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn nearest_weekday(date: Date) -> Option<Date> {
    match date.weekday() {
        Weekday::Saturday => date.yesterday().ok(),
        Weekday::Sunday => date.tomorrow().ok(),
        _ => None,
    }
}

fn next_free_weekday(date: Date, taken: &BTreeSet<Date>) -> Option<Date> {
    date.series(1.day()).skip(1).find(|day| !is_weekend(*day) && !taken.contains(day))
}
