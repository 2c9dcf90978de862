//! The moment an answer is due.
//!
//! - By the clock (`60 minutes`, `24 hours`, `3 days`) time never pauses.
//! - Business hours and minutes are counted only inside the schedule; what runs out exactly at closing is due at closing.
//! - A business day is a date on which any counted shift starts. Before its first shift a date is day 1 itself; once that has begun, lunch and
//!   evening included, day 1 is the next. The answer is due when the last shift of the day ends.

use jiff::{SignedDuration, Timestamp, ToSpan};

use super::hours::Hours;
use super::intervals::Interval;
use crate::policy::availability::Schedule;
use crate::policy::values::{Length, Unit};

impl<'a> Hours<'a> {
    /// When an answer promised within `length` is due for a message that arrives at `at`. Business time is counted in `schedule`.
    ///
    /// Nothing when the promise can never be met in the range of these hours: a schedule without hours, or none given for business time.
    #[must_use]
    pub fn due(&self, length: Length, schedule: Option<&'a Schedule>, at: Timestamp) -> Option<Timestamp> {
        let count = i64::from(length.count());
        match length.unit() {
            Unit::Minutes => at.checked_add(count.minutes()).ok(),
            Unit::Hours => at.checked_add(count.hours()).ok(),
            Unit::Days => self.by_calendar(at, count.days()),
            Unit::Weeks => self.by_calendar(at, count.weeks()),
            Unit::Months => self.by_calendar(at, count.months()),
            Unit::BusinessMinutes => self.business_time(schedule?, at, SignedDuration::from_mins(count)),
            Unit::BusinessHours => self.business_time(schedule?, at, SignedDuration::from_hours(count)),
            Unit::BusinessDays => self.business_days(schedule?, at, length.count()),
        }
    }

    /// The same wall-clock time so many days, weeks or months later.
    fn by_calendar(&self, at: Timestamp, span: jiff::Span) -> Option<Timestamp> {
        at.to_zoned(self.zone().clone()).checked_add(span).ok().map(|due| due.timestamp())
    }

    fn business_time(&self, schedule: &'a Schedule, at: Timestamp, time: SignedDuration) -> Option<Timestamp> {
        let mut left = time;
        let mut counted_until = at;
        for interval in self.intervals_from(schedule, at) {
            let start = interval.start.max(counted_until);
            if start >= interval.end {
                continue;
            }
            let length = interval.end.duration_since(start);
            if left <= length {
                return start.checked_add(left).ok();
            }
            left -= length;
            counted_until = interval.end;
        }
        None
    }

    fn business_days(&self, schedule: &'a Schedule, at: Timestamp, days: u32) -> Option<Timestamp> {
        let today = self.zone().to_datetime(at).date();
        let dates = today.series(1.day()).take_while(|date| *date <= self.range().1);
        let business_days =
            dates.map(|date| self.intervals_on(schedule, date)).filter(|intervals| !intervals.is_empty());
        // Only today can have begun; every later date starts after `at`.
        let mut to_come = business_days.filter(|intervals| intervals.first().is_some_and(|first| at < first.start));
        let day = to_come.nth(usize::try_from(days).ok()?.checked_sub(1)?)?;
        day.iter().map(|interval| interval.end).max()
    }

    /// The intervals that end after an instant, day by day; shifts that touch are not merged.
    fn intervals_from(&self, schedule: &'a Schedule, at: Timestamp) -> impl Iterator<Item = Interval> {
        let today = self.zone().to_datetime(at).date();
        let start = today.yesterday().unwrap_or(today);
        let dates = start.series(1.day()).take_while(|date| *date <= self.range().1);
        dates.flat_map(move |date| self.intervals_on(schedule, date)).filter(move |interval| interval.end > at)
    }
}
