//! Lengths of time and weeks of hours, made comparable.
//!
//! A client compares “8 business hours” with “1 business day” and with “24 hours” as about a day each. So does this: a business day counts
//! like a day of the calendar, and business hours as their share of the longest day.

use jiff::civil::Weekday;

use crate::policy::availability::{Schedule, Week};
use crate::policy::values::{Length, Shift, Unit};

/// Minutes of a day.
const DAY: u64 = 24 * 60;
/// Minutes of a week.
const WEEK: u64 = 7 * DAY;
/// The working day of a business whose hours are unknown, in minutes.
const USUAL_DAY: u64 = 8 * 60;

/// How long a length feels, in minutes, when business time is counted in `schedule`.
pub(in crate::check) fn felt(length: Length, schedule: Option<&Schedule>) -> u64 {
    let count = u64::from(length.count());
    let share = |minutes: u64| minutes * DAY / longest_day(schedule);
    match length.unit() {
        Unit::Minutes => count,
        Unit::Hours => count * 60,
        Unit::Days | Unit::BusinessDays => count * DAY,
        Unit::Weeks => count * WEEK,
        Unit::Months => count * 30 * DAY,
        Unit::BusinessMinutes => share(count),
        Unit::BusinessHours => share(count * 60),
    }
}

/// How many working days so many business hours are, rounded up; nothing for other units.
pub(super) fn working_days(length: Length, schedule: Option<&Schedule>) -> Option<u64> {
    let minutes = length.minutes().filter(|_| length.unit() == Unit::BusinessHours)?;
    Some(u64::from(minutes).div_ceil(longest_day(schedule)))
}

/// Counted minutes of the longest day of a schedule; eight hours where there is none.
fn longest_day(schedule: Option<&Schedule>) -> u64 {
    let week = schedule.map(|schedule| &schedule.week);
    let days = week.into_iter().flat_map(|week| days().map(|day| counted(week, day).map(minutes).sum::<u64>()));
    days.max().filter(|minutes| *minutes > 0).unwrap_or(USUAL_DAY)
}

/// Whether a week has no closed minute.
pub(in crate::check) fn is_always_open(week: &Week) -> bool {
    longest_gap(week) == Some(0)
}

/// The longest stretch of closed minutes in a week that repeats; nothing where nothing is ever open.
pub(super) fn longest_gap(week: &Week) -> Option<u64> {
    let mut open: Vec<(u64, u64)> = Vec::new();
    for (index, day) in (0_u64..).zip(days()) {
        let starts = |shift: &Shift| index * DAY + u64::from(shift.start().minutes());
        open.extend(counted(week, day).map(|shift| (starts(&shift), starts(&shift) + minutes(shift))));
    }
    open.sort_unstable();
    let (first, _) = *open.first()?;
    let (mut gap, mut until) = (0, first);
    for (start, end) in open {
        gap = gap.max(start.saturating_sub(until));
        until = until.max(end);
    }
    Some(gap.max((first + WEEK).saturating_sub(until)))
}

/// The days of a week, Monday first.
pub(in crate::check) fn days() -> impl Iterator<Item = Weekday> {
    Weekday::Monday.cycle_forward().take(7)
}

/// The counted shifts of a day.
pub(in crate::check) fn counted(week: &Week, day: Weekday) -> impl Iterator<Item = Shift> {
    week.shifts(day).iter().copied().filter(|shift| !shift.by_appointment())
}

fn minutes(shift: Shift) -> u64 {
    u64::from(shift.minutes())
}
