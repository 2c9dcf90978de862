//! A day off or a special day: dated, a range of dates, or by a yearly rule.

use crate::diagnostic::{At, Span, codes};
use crate::policy::values::{CalendarDate, ClosureDay, Id, Shifts, YearlyDate, weekday_name};
use crate::policy::written::{Prose, Reading, choice, table};

choice! {
    /// What happens when a yearly day falls on a weekend.
    Observed, "way to observe a day" {
        /// Nothing: the day itself is off.
        "actual" => Actual,
        /// Saturday's moves to Friday, Sunday's to Monday; the day itself stays off too.
        "nearest-weekday" => NearestWeekday,
        /// The next weekday that is not off already; the day itself stays off too.
        "next-free-weekday" => NextFreeWeekday,
    }
}

table! {
    /// A day off, or a day with special hours.
    ClosureWritten {
        /// What the day is called.
        needed name: Prose,
        /// The day: a date, or a yearly rule such as `12-25`, `last monday of may` or `easter+1`.
        optional on: ClosureDay,
        /// The first day, when it is more than one.
        optional from: CalendarDate,
        /// The last day; it is off too.
        optional to: CalendarDate,
        /// The schedules it is for; without it all but the on-call ones.
        optional schedules: Vec<At<Id>>,
        /// What happens when a yearly day falls on a weekend.
        optional observed: Observed,
        /// Special hours instead of none.
        optional open_instead: Shifts,
        /// One sentence to clients about these days.
        optional message: Prose,
    }
}

/// A closure or special day, as meant.
#[derive(Clone, Debug)]
pub struct Closure {
    /// Where it was typed.
    pub place: Span,
    /// What it is called.
    pub name: At<Prose>,
    /// When it is.
    pub when: At<When>,
    /// The schedules it is for; nothing means all but those a tier of urgency names.
    pub schedules: Option<Vec<At<Id>>>,
    /// What happens on weekends.
    pub observed: Observed,
    /// Special hours, for a special day.
    pub open_instead: Option<At<Shifts>>,
    /// One sentence about it.
    pub message: Option<At<Prose>>,
}

/// When a closure is.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// On one day, once or every year.
    Day(ClosureDay),
    /// From one date to another, both included.
    Range(CalendarDate, CalendarDate),
}

impl ClosureWritten {
    /// The closure, if it has a name and says when it is.
    pub fn mean(&self, reading: &mut Reading<'_>) -> Option<Closure> {
        let when = self.when(reading)?;
        Some(Closure {
            place: self.place,
            name: self.name.clone()?,
            when,
            schedules: self.schedules.as_ref().map(|at| at.value.clone()),
            observed: self.observed.as_ref().map_or(Observed::Actual, |at| at.value),
            open_instead: self.open_instead.clone(),
            message: self.message.clone(),
        })
    }

    fn when(&self, reading: &mut Reading<'_>) -> Option<At<When>> {
        match (&self.on, &self.from, &self.to) {
            (Some(on), None, None) => self.day(on, reading),
            (None, Some(from), Some(to)) => Some(range(from, to, reading)),
            (Some(on), _, _) => {
                let message = "This closure has both `on` and `from`/`to`.";
                reading.tell(
                    &codes::time::UNCLEAR_DAY,
                    on.span,
                    message,
                    "Keep `on` for one day, `from` and `to` for several.",
                );
                None
            }
            (None, Some(one), None) | (None, None, Some(one)) if !self.has_day_slip() => {
                let message = "A closure of several days needs its first and its last day.";
                reading.tell(
                    &codes::time::UNCLEAR_DAY,
                    one.span,
                    message,
                    "Write both `from` and `to`, or `on` for a single day.",
                );
                None
            }
            // What was typed but can't be read has been told.
            _ if self.has_day_slip() => None,
            _ => {
                let message = "This closure does not say when it is.";
                let help = "Add `on = \"2027-05-03\"`, a yearly rule such as `on = \"12-25\"`, or `from` and `to`.";
                reading.tell(&codes::time::UNCLEAR_DAY, self.place, message, help);
                None
            }
        }
    }

    fn has_day_slip(&self) -> bool {
        ["on", "from", "to"].iter().any(|key| self.slips.contains(key))
    }

    fn day(&self, on: &At<ClosureDay>, reading: &mut Reading<'_>) -> Option<At<When>> {
        if let ClosureDay::Yearly(rule) = on.value
            && !rule.comes_every_year()
        {
            let (message, help) = seldom(rule);
            reading.tell(&codes::time::NOT_EVERY_YEAR, on.span, message, help);
        }
        if let (Some(observed), ClosureDay::Dated(_)) = (&self.observed, on.value) {
            let message = "`observed` is for yearly days; this one has a date of its own.";
            reading.tell(
                &codes::time::OBSERVED_DATE,
                observed.span,
                message,
                "Remove `observed`, or give the day you are really closed.",
            );
        }
        Some(At::new(When::Day(on.value), on.span))
    }
}

fn range(from: &At<CalendarDate>, to: &At<CalendarDate>, reading: &mut Reading<'_>) -> At<When> {
    let (first, last) = (from.value, to.value);
    if last < first {
        let message = format!("This closure ends on {last}, before it begins on {first}.");
        reading.tell(
            &codes::time::BACKWARDS,
            to.span,
            message,
            "Check the year: write `from` the earlier and `to` the later date.",
        );
        return At::new(When::Range(last, first), to.span);
    }
    At::new(When::Range(first, last), from.span)
}

/// What to say about a day that some years leave out.
fn seldom(rule: YearlyDate) -> (String, String) {
    match rule {
        YearlyDate::Weekday { weekday, .. } => {
            let last = rule.last_instead();
            let message = format!("Not every year has this day: a month seldom has a fifth {}.", weekday_name(weekday));
            (message, format!("Write `{last}`, or give the dates one by one."))
        }
        _ => (
            "29 February comes only every fourth year.".to_owned(),
            "Write `02-28` for every year, or the date itself, such as `2028-02-29`.".to_owned(),
        ),
    }
}
