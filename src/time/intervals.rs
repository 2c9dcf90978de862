//! Shifts as instants.
//!
//! The local wall clock rules. A bound inside a gap of the clock moves to the first moment after the gap; a bound that happens twice means the
//! earlier one. A shift that is empty after that is none. Touching intervals merge.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::hours::Hours;
use crate::policy::availability::Schedule;
use crate::policy::values::Shift;

/// A stretch of time in which somebody is there: from `start` until just before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    /// The first instant.
    pub start: Timestamp,
    /// The first instant after it.
    pub end: Timestamp,
}

impl Interval {
    /// Whether an instant lies in it.
    #[must_use]
    pub fn contains(self, at: Timestamp) -> bool {
        self.start <= at && at < self.end
    }
}

/// Whether somebody is there, and until when that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Open; `until` when.
    Open {
        /// The next closing.
        until: Timestamp,
    },
    /// Closed; the next opening, if there is one in the range.
    Closed {
        /// The next opening.
        opens: Option<Timestamp>,
    },
}

impl<'a> Hours<'a> {
    /// Every counted interval of a schedule whose shift starts on a date from `first` to `last`, merged, in order.
    #[must_use]
    pub fn intervals(&self, schedule: &'a Schedule, first: Date, last: Date) -> Vec<Interval> {
        let mut merged: Vec<Interval> = Vec::new();
        for date in first.series(1.day()).take_while(|date| *date <= last) {
            for interval in self.intervals_on(schedule, date) {
                match merged.last_mut() {
                    Some(open) if interval.start <= open.end => open.end = open.end.max(interval.end),
                    _ => merged.push(interval),
                }
            }
        }
        merged
    }

    /// The counted intervals of the shifts that start on a date, in order.
    #[must_use]
    pub fn intervals_on(&self, schedule: &'a Schedule, date: Date) -> Vec<Interval> {
        let counted = self.shifts_on(schedule, date).iter().filter(|shift| !shift.by_appointment());
        let mut intervals: Vec<Interval> = counted.filter_map(|shift| interval(*shift, date, self.zone())).collect();
        intervals.sort_unstable();
        intervals
    }

    /// An instant before the end of these hours. A schedule that never closes would seem to close where they end.
    #[must_use]
    pub fn known(&self, at: Timestamp) -> Option<Timestamp> {
        (self.zone().to_datetime(at).date() <= self.range().1).then_some(at)
    }

    /// Whether a schedule is open at an instant, and when that changes.
    #[must_use]
    pub fn status(&self, schedule: &'a Schedule, at: Timestamp) -> Status {
        let today = self.zone().to_datetime(at).date();
        // Last night's shift may still run, and it may touch today's.
        let start = today.yesterday().unwrap_or(today);
        let mut open: Option<Interval> = None;
        for date in start.series(1.day()).take_while(|date| *date <= self.range().1) {
            for interval in self.intervals_on(schedule, date) {
                open = match open {
                    Some(current) if interval.start > current.end => return Status::Open { until: current.end },
                    Some(current) => Some(Interval { end: current.end.max(interval.end), ..current }),
                    None if interval.contains(at) => Some(interval),
                    None if interval.start > at => return Status::Closed { opens: Some(interval.start) },
                    None => None,
                };
            }
        }
        open.map_or(Status::Closed { opens: None }, |current| Status::Open { until: current.end })
    }
}

/// A shift that starts on a date, as instants; nothing if the clock leaves nothing of it.
fn interval(shift: Shift, date: Date, zone: &TimeZone) -> Option<Interval> {
    let start = instant(moment(date, shift.start().minutes())?, zone)?;
    let end = instant(moment(date, shift.end_minutes())?, zone)?;
    (start < end).then_some(Interval { start, end })
}

/// A wall clock's date and time; minutes past midnight may run into the next day.
fn moment(date: Date, minutes: u16) -> Option<DateTime> {
    date.at(0, 0, 0, 0).checked_add(i64::from(minutes).minutes()).ok()
}

/// The instant of a wall clock's date and time: in a gap the first that exists after it, of two the earlier.
#[must_use]
pub fn instant(moment: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(moment);
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => ambiguous.earlier().ok(),
        AmbiguousOffset::Gap { before, .. } => {
            // Read with the offset of before, the moment lies past the change of the clock by as much as it lies in the gap.
            let past = before.to_timestamp(moment).ok()?;
            zone.preceding(past.checked_add(1.nanosecond()).ok()?).next().map(|change| change.timestamp())
        }
    }
}
