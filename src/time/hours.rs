//! Which shifts hold on a date.
//!
//! A dated closure or special day wins over a yearly one, that over a season, that over the week; among equals the later line
//! wins. A closure cancels the shifts that *start* on its day: the tail of last night's shift survives.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use super::calendar::{Occurrence, occurrences};
use crate::policy::availability::{Availability, Closure, Day, Schedule, Season, When};
use crate::policy::values::{ClosureDay, Id, Shift, YearlyDate};

/// Answers further ahead than this many days are none: a promise of three years is no promise.
pub const DAYS_AHEAD: i32 = 1_100;
/// Closures of so many last days still matter: a shift may have started before one.
pub const DAYS_BACK: i32 = 40;

/// The hours of a business between two dates.
///
/// Dates outside of them have the week's and the season's hours, but no closures: ask for a range wide enough.
#[derive(Debug)]
pub struct Hours<'a> {
    availability: &'a Availability,
    on_call: Vec<&'a Id>,
    zone: &'a TimeZone,
    closures: BTreeMap<Date, Vec<Ranked<'a>>>,
    first: Date,
    last: Date,
}

/// A closure on a date with its standing against others on the same date.
#[derive(Clone, Copy, Debug)]
struct Ranked<'a> {
    closure: &'a Closure,
    is_dated: bool,
}

impl<'a> Hours<'a> {
    /// The hours from `first` to `last`, both included. `on_call` are the schedules that closures leave alone unless they name them.
    #[must_use]
    pub fn between(
        availability: &'a Availability,
        on_call: Vec<&'a Id>,
        zone: &'a TimeZone,
        first: Date,
        last: Date,
    ) -> Self {
        let found = occurrences(&availability.closures, first, last);
        let mut closures: BTreeMap<Date, Vec<Ranked<'a>>> = BTreeMap::new();
        for occurrence in &found {
            for date in dates(occurrence, first, last) {
                closures
                    .entry(date)
                    .or_default()
                    .push(Ranked { closure: occurrence.closure, is_dated: is_dated(occurrence.closure) });
            }
        }
        for of_day in closures.values_mut() {
            of_day.sort_by_key(|ranked| (ranked.is_dated, ranked.closure.place.start));
        }
        Hours { availability, on_call, zone, closures, first, last }
    }

    /// The hours that matter for what is asked at a moment: from [`DAYS_BACK`] before it to [`DAYS_AHEAD`] after it.
    #[must_use]
    pub fn around(availability: &'a Availability, on_call: Vec<&'a Id>, zone: &'a TimeZone, at: Timestamp) -> Self {
        let today = zone.to_datetime(at).date();
        let first = today.saturating_sub(DAYS_BACK.days());
        let last = today.saturating_add(DAYS_AHEAD.days());
        Hours::between(availability, on_call, zone, first, last)
    }

    /// The zone of all wall clocks here.
    #[must_use]
    pub fn zone(&self) -> &'a TimeZone {
        self.zone
    }

    /// The first and the last date with closures.
    #[must_use]
    pub fn range(&self) -> (Date, Date) {
        (self.first, self.last)
    }

    /// The business's usual schedule.
    #[must_use]
    pub fn usual(&self) -> Option<&'a Schedule> {
        self.availability.usual()
    }

    /// The schedule with this name.
    #[must_use]
    pub fn schedule(&self, id: &Id) -> Option<&'a Schedule> {
        self.availability.schedule(id)
    }

    /// The shifts of a schedule that start on a date, by-appointment ones included.
    #[must_use]
    pub fn shifts_on(&self, schedule: &'a Schedule, date: Date) -> &'a [Shift] {
        if let Some(closure) = self.closure_on(schedule, date) {
            return closure.open_instead.as_ref().map_or(&[], |hours| hours.value.shifts());
        }
        self.shifts_but_for_closures(schedule, date)
    }

    /// The shifts that would start on a date if nothing were closed: those of the season, else of the week.
    #[must_use]
    pub fn shifts_but_for_closures(&self, schedule: &'a Schedule, date: Date) -> &'a [Shift] {
        let season = self.seasons_on(schedule, date).next();
        season.map_or_else(|| schedule.week.shifts(date.weekday()), |(_, day)| &day.shifts)
    }

    /// The seasons that give a date hours of its own, the deciding one first.
    pub(super) fn seasons_on(&self, schedule: &'a Schedule, date: Date) -> impl Iterator<Item = (&'a Season, &'a Day)> {
        let id = &schedule.id.value;
        let seasons = self.availability.seasons.iter().rev().filter(move |season| season.schedule.value == *id);
        let covering = seasons.filter(move |season| covers(season, date));
        covering.filter_map(move |season| Some((season, season.week.named(date.weekday())?)))
    }

    /// The closure or special day that decides a date for a schedule.
    #[must_use]
    pub fn closure_on(&self, schedule: &Schedule, date: Date) -> Option<&'a Closure> {
        self.closures_on(schedule, date).next()
    }

    /// The closures and special days of the highest rank that hold on a date for a schedule, the deciding one first.
    pub(super) fn closures_on(&self, schedule: &Schedule, date: Date) -> impl Iterator<Item = &'a Closure> {
        let of_day = self.closures.get(&date).map(Vec::as_slice).unwrap_or_default();
        let mut concerned = of_day.iter().rev().filter(|ranked| self.concerns(ranked.closure, schedule)).peekable();
        let rank = concerned.peek().map(|ranked| ranked.is_dated);
        concerned.take_while(move |ranked| Some(ranked.is_dated) == rank).map(|ranked| ranked.closure)
    }

    /// Whether a closure is for a schedule: named, or unnamed and the schedule is not on call.
    #[must_use]
    pub fn concerns(&self, closure: &Closure, schedule: &Schedule) -> bool {
        match &closure.schedules {
            Some(ids) => ids.iter().any(|id| id.value == schedule.id.value),
            None => !self.on_call.contains(&&schedule.id.value),
        }
    }
}

fn is_dated(closure: &Closure) -> bool {
    !matches!(closure.when.value, When::Day(ClosureDay::Yearly(_)))
}

/// The days of an occurrence within the range, and the weekday it is observed on.
fn dates(occurrence: &Occurrence<'_>, first: Date, last: Date) -> Vec<Date> {
    let one_day: Span = 1.day();
    let own = occurrence.from.max(first).series(one_day).take_while(|date| *date <= occurrence.to.min(last));
    own.chain(occurrence.observed.filter(|date| (first..=last).contains(date))).collect()
}

/// Whether a date lies in a season; both bounds belong to it, and it may run over the year's end.
fn covers(season: &Season, date: Date) -> bool {
    let from = bound(season.from.value, date.year());
    let to = bound(season.to.value, date.year());
    match (from, to) {
        (Some(from), Some(to)) if from <= to => (from..=to).contains(&date),
        (Some(from), Some(to)) => date >= from || date <= to,
        _ => false,
    }
}

/// A season's bound in a year; 29 February means the 28th in years without one.
fn bound(day: YearlyDate, year: i16) -> Option<Date> {
    day.in_year(year).or_else(|| match day {
        YearlyDate::Day { month, day } => Date::new(year, month, day - 1).ok(),
        _ => None,
    })
}
