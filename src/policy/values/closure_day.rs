//! The day a closure falls on: once, or every year.

use std::fmt;

use jiff::civil::Date;

use super::words::Wording;
use super::{CalendarDate, Slip, YearlyDate};

/// What `on`, `from` and `to` of a closure may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClosureDay {
    /// `2026-12-24`.
    Dated(CalendarDate),
    /// `12-25`, `4th thursday of november`, `easter+1`.
    Yearly(YearlyDate),
}

impl ClosureDay {
    /// Reads a date where a year is typed, else a yearly rule.
    ///
    /// # Errors
    /// The slip of [`CalendarDate::read`] or [`YearlyDate::read`].
    pub fn read(text: &str) -> Result<Self, Slip> {
        if has_year(text) {
            CalendarDate::read(text).map(ClosureDay::Dated)
        } else {
            YearlyDate::read(text).map(ClosureDay::Yearly)
        }
    }

    /// The date in one year; nothing for a dated day of another.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            ClosureDay::Dated(date) => Some(date.date()).filter(|date| date.year() == year),
            ClosureDay::Yearly(rule) => rule.in_year(year),
        }
    }

    /// In words: "24 December 2026", "25 December", "Easter Monday".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        match self {
            ClosureDay::Dated(date) => date.words(wording),
            ClosureDay::Yearly(rule) => rule.words(wording),
        }
    }
}

/// Whether there is a number of four digits, or three numbers.
fn has_year(text: &str) -> bool {
    let numbers = text.split(|character: char| !character.is_ascii_digit()).filter(|number| !number.is_empty());
    let lengths: Vec<usize> = numbers.map(str::len).collect();
    lengths.len() >= 3 || lengths.iter().any(|&length| length >= 4)
}

impl fmt::Display for ClosureDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClosureDay::Dated(date) => date.fmt(f),
            ClosureDay::Yearly(rule) => rule.fmt(f),
        }
    }
}
