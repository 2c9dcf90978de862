//! The stretch of time that the live data covers, and what lies in it.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::policy::availability::Schedule;
use crate::policy::values::{Length, Unit};
use crate::site::Site;
use crate::time::hours::{DAYS_AHEAD, DAYS_BACK, Hours};
use crate::time::intervals::{Interval, Status};

/// So many days can be asked about.
pub const DAYS: i32 = 400;
/// A shift lasts less than a day, and a gap of the clock too.
const SPARE_SECONDS: i64 = 2 * 24 * 60 * 60;

/// The time in which the live data answers: `from` included, `until` not.
#[derive(Clone, Debug)]
pub struct Span {
    /// The zone of all wall clocks.
    pub zone: TimeZone,
    /// The first day.
    pub first: Date,
    /// The start of the first day.
    pub from: Timestamp,
    /// The start of the day after the last.
    pub until: Timestamp,
}

impl Span {
    /// [`DAYS`] days from the start of `today` in the business's zone; nothing at the end of the calendar.
    #[must_use]
    pub fn of(site: &Site, today: Date) -> Option<Span> {
        let zone = site.business.zone.as_ref().map_or(TimeZone::UTC, |zone| zone.rules().clone());
        let start_of = |date: Date| date.to_zoned(zone.clone()).ok().map(|start| start.timestamp());
        let from = start_of(today)?;
        let until = start_of(today.checked_add(DAYS.days()).ok()?)?;
        Some(Span { zone, first: today, from, until })
    }

    /// The hours that every answer within the span may need.
    #[must_use]
    pub fn hours<'a>(&'a self, site: &'a Site) -> Hours<'a> {
        let first = self.first.saturating_sub(DAYS_BACK.days());
        let last = self.date(self.until).saturating_add(DAYS_AHEAD.days());
        Hours::between(&site.policies.availability, site.policies.on_call_schedules(), &self.zone, first, last)
    }

    /// The date at an instant.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Date {
        self.zone.to_datetime(at).date()
    }

    /// The counted shifts of a schedule, day by day without the empty ones: all that any answer within the span needs.
    #[must_use]
    pub fn days<'a>(&self, hours: &Hours<'a>, schedule: &'a Schedule, promises: &[Length]) -> Vec<Vec<Interval>> {
        // Last night's shift may still run at the beginning.
        let first = self.first.saturating_sub(1.day());
        let last = self.last_needed(hours, schedule, promises);
        let dates = first.series(1.day()).take_while(|date| *date <= last);
        let days = dates.map(|date| hours.intervals_on(schedule, date));
        days.filter(|day| day.iter().any(|shift| shift.end > self.from)).collect()
    }

    /// The last date on which the answers at the end of the span depend. Earlier answers never depend on a later one.
    fn last_needed<'a>(&self, hours: &Hours<'a>, schedule: &'a Schedule, promises: &[Length]) -> Date {
        let change = match hours.status(schedule, self.until) {
            Status::Open { until } => Some(until),
            Status::Closed { opens } => opens.or(Some(self.until)),
        };
        let business = promises.iter().filter(|promise| promise.unit().is_business());
        let due = business.map(|promise| hours.due(*promise, Some(schedule), self.until));
        let needed = due.chain([change]).map(|at| at.map_or(hours.range().1, |at| self.date(at)));
        needed.max().unwrap_or(self.first).min(hours.range().1)
    }

    /// What the clock shows from before the first shift to after `last`: instants, and minutes east of UTC from each on.
    #[must_use]
    pub fn offsets(&self, last: Timestamp) -> Vec<(Timestamp, i32)> {
        let (start, end) = (self.from.as_second() - SPARE_SECONDS, last.as_second() + SPARE_SECONDS);
        let start = Timestamp::from_second(start).unwrap_or(self.from);
        let mut offsets = vec![(start, minutes_east(self.zone.to_offset(start)))];
        for change in self.zone.following(start).take_while(|change| change.timestamp().as_second() <= end) {
            let east = minutes_east(change.offset());
            if offsets.last().is_none_or(|(_, before)| *before != east) {
                offsets.push((change.timestamp(), east));
            }
        }
        offsets
    }

    /// The last instant that a promise by the calendar, made at the end of the span, runs out.
    #[must_use]
    pub fn last_due(&self, hours: &Hours<'_>, promises: &[Length]) -> Timestamp {
        let by_clock = promises.iter().filter(|promise| !promise.unit().is_business());
        by_clock.filter_map(|promise| hours.due(*promise, None, self.until)).max().unwrap_or(self.until)
    }
}

fn minutes_east(offset: jiff::tz::Offset) -> i32 {
    offset.seconds() / 60
}

/// A promise as the script counts it: hours are minutes, weeks are days.
#[must_use]
pub fn counted(promise: Length) -> (u32, &'static str) {
    let count = promise.count();
    match promise.unit() {
        Unit::Minutes => (count, "minutes"),
        Unit::Hours => (count * 60, "minutes"),
        Unit::Days => (count, "days"),
        Unit::Weeks => (count * 7, "days"),
        Unit::Months => (count, "months"),
        Unit::BusinessMinutes => (count, "business minutes"),
        Unit::BusinessHours => (count * 60, "business minutes"),
        Unit::BusinessDays => (count, "business days"),
    }
}
