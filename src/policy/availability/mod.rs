//! `availability.md`: hours, seasons, closures, waiting.
//!
//! Read here, judged in `time/`: whether we are open at a moment is worked out there.

mod closure;
mod sentence;
mod week;

pub use closure::{Closure, ClosureWritten, Observed, When};
pub use sentence::shifts_words;
pub use week::{Day, Season, SeasonWritten, Week, WeekWritten};

use super::business::rows;
use super::values::{Id, Length};
use super::written::{Named, Prose, Reading, Rows, Text, table};
use crate::diagnostic::{At, Span};

table! {
    /// How long walk-ins wait.
    WaitingWritten {
        /// The usual wait.
        optional usual: Length,
        /// The longest wait.
        optional most: Length,
        /// What happens past that.
        optional then: Prose,
    }
}

table! {
    /// When we are there.
    AvailabilityWritten {
        /// The hours, each schedule under a name of yours; `office` is the usual one.
        optional hours: Named<WeekWritten>,
        /// Weeks of the year with other hours.
        optional season: Rows<SeasonWritten>,
        /// Days off, and days with special hours.
        optional closure: Rows<ClosureWritten>,
        /// How long walk-ins wait.
        optional waiting: WaitingWritten,
    }
}

/// When we are there, as meant.
#[derive(Clone, Debug, Default)]
pub struct Availability {
    /// The schedules, in the order typed.
    pub schedules: Vec<Schedule>,
    /// Weeks of the year with other hours.
    pub seasons: Vec<Season>,
    /// Days off and special days, in the order typed.
    pub closures: Vec<Closure>,
    /// How long walk-ins wait.
    pub waiting: Option<WaitingWritten>,
}

/// A named week of hours.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Its name.
    pub id: At<Id>,
    /// Where it was typed.
    pub place: Span,
    /// What clients call it, when the owner says so.
    pub name: Option<At<Text>>,
    /// Its hours.
    pub week: Week,
}

impl Availability {
    /// The schedule with this name.
    #[must_use]
    pub fn schedule(&self, id: &Id) -> Option<&Schedule> {
        self.schedules.iter().find(|schedule| schedule.id.value == *id)
    }

    /// The usual schedule: `office`, else the first.
    #[must_use]
    pub fn usual(&self) -> Option<&Schedule> {
        self.schedules.iter().find(|schedule| schedule.id.value.as_str() == "office").or_else(|| self.schedules.first())
    }
}

/// What is meant by an availability page.
pub fn mean(written: &AvailabilityWritten, reading: &mut Reading<'_>) -> Availability {
    let named = written.hours.as_ref().map(|at| at.value.0.as_slice()).unwrap_or_default();
    let schedules = named.iter().map(|(id, week)| Schedule {
        id: id.clone(),
        place: week.place,
        name: week.name.clone(),
        week: week.mean(reading),
    });
    let schedules: Vec<Schedule> = schedules.collect();
    Availability {
        schedules,
        seasons: rows(written.season.as_ref(), |row| Some(row.clone()))
            .iter()
            .filter_map(|row| row.mean(reading))
            .collect(),
        closures: rows(written.closure.as_ref(), |row| Some(row.clone()))
            .iter()
            .filter_map(|row| row.mean(reading))
            .collect(),
        waiting: written.waiting.as_ref().map(|at| at.value.clone()),
    }
}
