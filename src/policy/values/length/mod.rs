//! A length of time: `30 minutes`, `4 business hours`, `2 business days`, `24 hours`.
//!
//! Hours on the wall clock never pause; business hours and days run only while the schedule of a channel is open. What that
//! means on a given afternoon is worked out in the room `time`. "Working days" is read as business days, because that is what they are called in Britain.

mod guess;

use std::fmt;

use super::Slip;
use super::typed::{Typed, shown};
use super::words::Wording;
use crate::diagnostic::codes::policy::BAD_SPAN;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Minutes on the wall clock.
    Minutes,
    /// Hours on the wall clock.
    Hours,
    /// Days of the calendar.
    Days,
    /// Weeks of the calendar.
    Weeks,
    /// Months of the calendar.
    Months,
    /// Minutes while the schedule is open.
    BusinessMinutes,
    /// Hours while the schedule is open.
    BusinessHours,
    /// Dates with any counted shift.
    BusinessDays,
}

/// A whole number of a unit, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    count: u32,
    unit: Unit,
}

/// Ten years, in minutes: nothing a client is promised takes longer.
const LONGEST: u64 = 10 * 366 * 24 * 60;
const TRY: &str = "Write how long at most: `30 minutes`, `4 business hours`, `1 business day` or `2 weeks`.";
const NUMBERS: &[&str] =
    &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

impl Unit {
    const ALL: [Unit; 8] = [
        Unit::Minutes,
        Unit::Hours,
        Unit::Days,
        Unit::Weeks,
        Unit::Months,
        Unit::BusinessMinutes,
        Unit::BusinessHours,
        Unit::BusinessDays,
    ];

    /// Whether it is counted only inside a schedule.
    #[must_use]
    pub fn is_business(self) -> bool {
        matches!(self, Unit::BusinessMinutes | Unit::BusinessHours | Unit::BusinessDays)
    }

    /// The English name of one.
    fn singular(self) -> &'static str {
        match self {
            Unit::Minutes => "minute",
            Unit::Hours => "hour",
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::BusinessMinutes => "business minute",
            Unit::BusinessHours => "business hour",
            Unit::BusinessDays => "business day",
        }
    }

    /// At most so many minutes on the wall clock, not counting the time a schedule is closed.
    fn minutes(self) -> u64 {
        match self {
            Unit::Minutes | Unit::BusinessMinutes => 1,
            Unit::Hours | Unit::BusinessHours => 60,
            Unit::Days | Unit::BusinessDays => 24 * 60,
            Unit::Weeks => 7 * 24 * 60,
            Unit::Months => 31 * 24 * 60,
        }
    }

    /// The unit of minutes that an hour of this unit consists of.
    fn in_minutes(self) -> Option<Unit> {
        match self {
            Unit::Hours => Some(Unit::Minutes),
            Unit::BusinessHours => Some(Unit::BusinessMinutes),
            _ => None,
        }
    }

    /// The unit of an accepted name: singular or plural, "working" for "business".
    fn named(lower: &str) -> Option<Self> {
        let name = lower.split_whitespace().collect::<Vec<_>>().join(" ").replace("working ", "business ");
        let single = name.strip_suffix('s').unwrap_or(&name);
        Self::ALL.into_iter().find(|unit| unit.singular() == single)
    }
}

impl Length {
    /// So many of a unit; nothing for none at all or for more than ten years.
    #[must_use]
    pub fn new(count: u32, unit: Unit) -> Option<Self> {
        (count > 0 && u64::from(count) * unit.minutes() <= LONGEST).then_some(Length { count, unit })
    }

    /// Reads a number and a unit; `half an hour` and `1.5 hours` become whole minutes.
    ///
    /// # Errors
    /// A slip that gives the length probably meant, where there is one.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if typed.is_empty() {
            return Err(typed.slip(&BAD_SPAN, "The length of time is missing.", TRY));
        }
        let lower = typed.lower();
        let Some((number, unit)) = number_and_unit(&lower) else { return Err(misspelt(typed)) };
        let Some(unit) = Unit::named(unit) else { return Err(misspelt(typed)) };
        number.of(unit).ok_or_else(|| out_of_range(typed, number, unit))
    }

    /// How many, at least one.
    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// Of what.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The length in minutes where it is minutes or hours, of the wall clock or of a schedule.
    #[must_use]
    pub fn minutes(self) -> Option<u32> {
        match self.unit {
            Unit::Minutes | Unit::BusinessMinutes => Some(self.count),
            Unit::Hours | Unit::BusinessHours => self.count.checked_mul(60),
            Unit::Days | Unit::Weeks | Unit::Months | Unit::BusinessDays => None,
        }
    }

    /// In words: "4 business hours", "1 day".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        wording.length(self)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.count, self.unit.singular())
    }
}

/// A number as typed, in hundredths: `1.5` is 150.
#[derive(Clone, Copy)]
struct Number(u64);

impl Number {
    /// Digits with a point and one or two more, or a number word.
    fn read(text: &str) -> Option<Self> {
        if matches!(text, "a" | "an") {
            return Some(Number(100));
        }
        if matches!(text, "half" | "half a" | "half an") {
            return Some(Number(50));
        }
        if let Some(number) = NUMBERS.iter().position(|word| *word == text) {
            return u64::try_from(number).ok().map(|number| Number(number * 100));
        }
        let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(part) || whole.len() > 9 || part.len() > 2 {
            return None;
        }
        let hundredths: u64 = format!("{part:0<2}").parse().ok()?;
        Some(Number(whole.parse::<u64>().ok()? * 100 + hundredths))
    }

    /// So much of a unit, if that is a whole number of it or of minutes.
    fn of(self, unit: Unit) -> Option<Length> {
        if self.0.is_multiple_of(100) {
            return Length::new(u32::try_from(self.0 / 100).ok()?, unit);
        }
        let minutes = unit.in_minutes()?;
        let hundredths = self.0 * 60;
        hundredths
            .is_multiple_of(100)
            .then(|| u32::try_from(hundredths / 100).ok())?
            .and_then(|count| Length::new(count, minutes))
    }
}

/// The number at the beginning and what follows it.
fn number_and_unit(lower: &str) -> Option<(Number, &str)> {
    for words in ["half an ", "half a "] {
        if let Some(unit) = lower.strip_prefix(words) {
            return Some((Number::read(words.trim_end())?, unit.trim()));
        }
    }
    let (number, unit) = lower.split_once(char::is_whitespace)?;
    Some((Number::read(number)?, unit.trim()))
}

fn out_of_range(typed: Typed<'_>, number: Number, unit: Unit) -> Slip {
    if number.0 == 0 {
        let help = "Write the time you really need, such as `15 minutes`.";
        return typed.slip(&BAD_SPAN, format!("{} is no time at all.", shown(typed.text())), help);
    }
    if number.0.is_multiple_of(100) {
        return typed.slip(&BAD_SPAN, format!("{} is more than ten years.", shown(typed.text())), TRY);
    }
    let whole = u32::try_from(number.0 / 100).unwrap_or(u32::MAX);
    let near = [Length::new(whole, unit), Length::new(whole.saturating_add(1), unit)];
    let near: Vec<String> = near.into_iter().flatten().map(|length| format!("`{length}`")).collect();
    let message = format!("{} is not a whole number of {}s.", shown(typed.text()), unit.singular());
    typed.slip(&BAD_SPAN, message, format!("Write {}.", near.join(" or ")))
}

fn misspelt(typed: Typed<'_>) -> Slip {
    let help = guess::meant(&typed.lower()).map_or_else(|| TRY.to_owned(), |meant| format!("Write `{meant}`."));
    typed.slip(&BAD_SPAN, format!("{} is not a length of time.", shown(typed.text())), help)
}
