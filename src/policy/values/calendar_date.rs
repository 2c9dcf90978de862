//! A date: `2026-12-24`. No clock and no zone: a date never moves by a day.

use std::fmt;

use jiff::civil::Date;

use super::typed::{Typed, shown};
use super::words::{English, Wording};
use super::{Slip, date_guess, month};
use crate::diagnostic::codes::policy::BAD_DATE;

/// Years a policy may speak of; what lies outside is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
const TRY: &str = "Write year, month and day, such as `2026-12-24`.";

/// A day of the Gregorian calendar between 1900 and 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate(Date);

impl CalendarDate {
    /// Reads `2026-12-24`.
    ///
    /// # Errors
    /// Every other spelling is a slip that gives the date in this one; where day and month may be confused, both readings.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        let parts = typed.split(|character| character == '-');
        if let [year, month, day] = parts.as_slice()
            && is_written([(*year, 4), (*month, 2), (*day, 2)])
        {
            return from_parts(*year, *month, *day);
        }
        if typed.is_empty() {
            return Err(typed.slip(&BAD_DATE, "The date is missing.", TRY));
        }
        let readings = date_guess::readings(typed.text());
        let message = match readings.as_slice() {
            [_, _, ..] => format!("{} leaves open which number is the month.", shown(typed.text())),
            _ => format!("{} is not a date as written here.", shown(typed.text())),
        };
        Err(typed.slip(&BAD_DATE, message, help(&readings)))
    }

    /// The date itself.
    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }

    /// In words: "24 December 2026", in America "December 24, 2026".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        wording.date(self.0)
    }
}

impl From<CalendarDate> for Date {
    fn from(date: CalendarDate) -> Self {
        date.0
    }
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whether each part has just so many digits.
fn is_written(parts: [(Typed<'_>, usize); 3]) -> bool {
    parts
        .iter()
        .all(|(part, digits)| part.text().len() == *digits && part.text().bytes().all(|byte| byte.is_ascii_digit()))
}

/// Takes three parts of digits, four, two and two of them.
fn from_parts(year: Typed<'_>, month: Typed<'_>, day: Typed<'_>) -> Result<CalendarDate, Slip> {
    let y: i16 = year.text().parse().unwrap_or_default();
    let (m, d) = (small(month.text()).unwrap_or_default(), small(day.text()).unwrap_or_default());
    if !YEARS.contains(&y) {
        let help = format!("Write a year from {} to {}.", YEARS.start(), YEARS.end());
        return Err(year.slip(&BAD_DATE, format!("The year {y} looks mistyped."), help));
    }
    let Some(days) = month::days(y, m) else {
        let swapped = Date::new(y, d, m).map(|date| format!("Write `{date}`.")).ok();
        let help = swapped.unwrap_or_else(|| "Months go from `01` to `12`.".to_owned());
        return Err(month.slip(&BAD_DATE, format!("There is no month {}.", month.text()), help));
    };
    Date::new(y, m, d).map(CalendarDate).map_err(|_| {
        let message = format!("{} {y} has {days} days.", month::name(m));
        day.slip(&BAD_DATE, message, format!("Write a day from `01` to `{days}`."))
    })
}

fn help(readings: &[Date]) -> String {
    let english = English::default();
    match readings {
        [] => TRY.to_owned(),
        [date] => format!("Write `{date}`."),
        [one, other, ..] => {
            format!("Write `{one}` for {}, or `{other}` for {}.", english.date(*one), english.date(*other))
        }
    }
}

fn small(text: &str) -> Option<i8> {
    text.parse().ok()
}
