//! One day's hours: `09:00-12:30, 13:30-17:00`, `22:00-04:00`, `14:00-16:00 by appointment`, `closed`.
//!
//! 1. The text is cut at commas, semicolons and "and"; each stretch is one shift of two times and an optional `by appointment`. `all by
//!    appointment` at the end stands for the whole day.
//! 2. Two times that leave the half of the day open (`9-5`, `9:00-5:00`) are a slip that offers both readings: `doubt`.
//! 3. Shifts are put in order, overlaps refused, neighbours of one kind merged: `order`.
//!
//! Days of the week, seasons and closures are not known here; what an overnight shift does to the next day is
//! for whoever reads a whole week.

mod doubt;
mod order;
mod read;

use std::fmt;

use super::words::Wording;
use super::{Slip, TimeOfDay};

/// One stretch of hours of one day.
///
/// Invariant: `start` lies before 24:00 and differs from `end`; an `end` before `start` lies on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shift {
    start: TimeOfDay,
    end: TimeOfDay,
    by_appointment: bool,
}

impl Shift {
    /// When it begins, on the day it belongs to.
    #[must_use]
    pub fn start(self) -> TimeOfDay {
        self.start
    }

    /// When it ends; on the next day if [`Shift::is_overnight`].
    #[must_use]
    pub fn end(self) -> TimeOfDay {
        self.end
    }

    /// Whether it is shown but never counted as open.
    #[must_use]
    pub fn by_appointment(self) -> bool {
        self.by_appointment
    }

    /// Whether it ends on the day after it starts.
    #[must_use]
    pub fn is_overnight(self) -> bool {
        self.end <= self.start
    }

    /// Minutes on the wall clock from the midnight before `start` to the end: past 1440 if overnight.
    #[must_use]
    pub fn end_minutes(self) -> u16 {
        let next_day = if self.is_overnight() { TimeOfDay::END_OF_DAY.minutes() } else { 0 };
        self.end.minutes() + next_day
    }

    /// Its length in minutes on the wall clock; a change to or from summer time is not known here.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.end_minutes() - self.start.minutes()
    }

    /// In words: "9 am–5 pm", "2 pm–4 pm by appointment".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        wording.shift(self)
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let suffix = if self.by_appointment { " by appointment" } else { "" };
        write!(f, "{}-{}{suffix}", self.start, self.end)
    }
}

/// The hours of one day, in order and without overlap; without any shift the day is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shifts(Vec<Shift>);

impl Shifts {
    /// Reads one day's hours.
    ///
    /// # Errors
    /// A slip at the time or shift that is wrong, with what to type instead.
    pub fn read(text: &str) -> Result<Self, Slip> {
        read::day(text).map(Shifts)
    }

    /// A day without hours.
    #[must_use]
    pub fn closed() -> Self {
        Shifts::default()
    }

    /// In order of their start.
    #[must_use]
    pub fn shifts(&self) -> &[Shift] {
        &self.0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// In words: "9 am–12:30 pm and 1:30 pm–5 pm", "closed".
    #[must_use]
    pub fn words(&self, wording: &dyn Wording) -> String {
        wording.shifts(self)
    }
}

impl fmt::Display for Shifts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_closed() {
            return f.write_str("closed");
        }
        for (index, shift) in self.0.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{shift}")?;
        }
        Ok(())
    }
}
