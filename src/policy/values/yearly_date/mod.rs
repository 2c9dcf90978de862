//! A day that comes round every year: `12-25`, `4th thursday of november`, `last monday of may`, `easter+1`.
//!
//! Easter is the Western one. Holidays that follow another calendar are typed as dates, year by year; the day on which a holiday is
//! *observed* is the closure's matter, not the date's.

mod easter;
mod read;

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

pub use easter::easter;

use super::words::Wording;
use super::{Slip, month};

/// Which of a month's Mondays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// `1st` or `first`.
    First,
    /// `2nd` or `second`.
    Second,
    /// `3rd` or `third`.
    Third,
    /// `4th` or `fourth`.
    Fourth,
    /// `5th` or `fifth`: not in every year.
    Fifth,
    /// `last`.
    Last,
}

/// A rule that names one day of a year.
///
/// [`YearlyDate::read`] makes only rules that can come true; whoever builds one by hand gets nothing from
/// [`YearlyDate::in_year`] for a day that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearlyDate {
    /// `12-25`.
    Day {
        /// 1 to 12.
        month: i8,
        /// 1 to 31; `02-29` is possible.
        day: i8,
    },
    /// `4th thursday of november`.
    Weekday {
        /// The how-manieth.
        which: Which,
        /// The day of the week.
        weekday: Weekday,
        /// 1 to 12.
        month: i8,
    },
    /// `easter`, `easter+1`, `easter-2`.
    Easter {
        /// Days after Easter Sunday, −80 to 80.
        days_after: i16,
    },
}

impl YearlyDate {
    /// Reads one of the forms above, in any case.
    ///
    /// # Errors
    /// A slip with the rule that was probably meant; holidays known by name are told by their rule.
    pub fn read(text: &str) -> Result<Self, Slip> {
        read::yearly(text)
    }

    /// The date in one year; nothing where that year has no such day, or before the Gregorian calendar for Easter.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            YearlyDate::Day { month, day } => Date::new(year, month, day).ok(),
            YearlyDate::Weekday { which, weekday, month } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(which.number(), weekday).ok()
            }
            YearlyDate::Easter { days_after } => easter(year)?.checked_add(i64::from(days_after).days()).ok(),
        }
    }

    /// Whether every year has this day: `02-29` and a fifth Monday are sometimes left out.
    #[must_use]
    pub fn comes_every_year(self) -> bool {
        !matches!(self, YearlyDate::Day { month: 2, day: 29 } | YearlyDate::Weekday { which: Which::Fifth, .. })
    }

    /// The same weekday at the month's end, which every year has; other rules as they are.
    #[must_use]
    pub fn last_instead(self) -> Self {
        match self {
            YearlyDate::Weekday { weekday, month, .. } => YearlyDate::Weekday { which: Which::Last, weekday, month },
            other => other,
        }
    }

    /// In words: "25 December", "the fourth Thursday of November", "Easter Monday".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        wording.yearly_date(self)
    }
}

impl Which {
    /// Counted from the month's beginning; −1 for the last.
    fn number(self) -> i8 {
        match self {
            Which::First => 1,
            Which::Second => 2,
            Which::Third => 3,
            Which::Fourth => 4,
            Which::Fifth => 5,
            Which::Last => -1,
        }
    }
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Which::First => "1st",
            Which::Second => "2nd",
            Which::Third => "3rd",
            Which::Fourth => "4th",
            Which::Fifth => "5th",
            Which::Last => "last",
        })
    }
}

impl fmt::Display for YearlyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            YearlyDate::Day { month, day } => write!(f, "{month:02}-{day:02}"),
            YearlyDate::Weekday { which, weekday, month } => {
                let (weekday, month) = (weekday_name(weekday).to_lowercase(), month::name(month).to_lowercase());
                write!(f, "{which} {weekday} of {month}")
            }
            YearlyDate::Easter { days_after: 0 } => f.write_str("easter"),
            YearlyDate::Easter { days_after } => write!(f, "easter{days_after:+}"),
        }
    }
}

/// The English name of a weekday, for messages to the owner.
#[must_use]
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
