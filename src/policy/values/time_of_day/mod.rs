//! A time of day, as a clock on the wall shows it.
//!
//! `09:00`, `9:00`, `9am`, `9.30pm`, `noon` and `24:00` (the end of the day) are read. A bare `9` is not: it may mean the morning or the evening. Nor is
//! `midnight` alone, which ends one day and begins the next; in [`Shifts`](super::Shifts) its side is plain.

mod spelled;

use std::fmt;

pub(super) use spelled::{Spelled, Style, guess};

use super::Slip;
use super::typed::{Typed, shown};
use super::words::{English, Wording};
use crate::diagnostic::codes::{policy::BAD_TIME, time::UNCLEAR_HOUR};

/// Minutes after midnight, 0 to 1440; 1440 is `24:00`, the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// `00:00`.
    pub const START_OF_DAY: Self = TimeOfDay(0);
    /// `12:00`.
    pub const NOON: Self = TimeOfDay(12 * 60);
    /// `24:00`.
    pub const END_OF_DAY: Self = TimeOfDay(24 * 60);

    /// So many minutes after midnight; nothing past 1440.
    #[must_use]
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes <= Self::END_OF_DAY.0).then_some(TimeOfDay(minutes))
    }

    /// Minutes after midnight, 0 to 1440.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Reads one time of day.
    ///
    /// # Errors
    /// A slip with what to type instead; for `9` and `midnight` with both times they may mean.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let spelled = Spelled::read(Typed::new(text))?;
        match spelled.style {
            Style::Named(time) | Style::Clock(time) | Style::Loose(time) => Ok(time),
            Style::Midnight => Err(spelled.typed.slip(
                &UNCLEAR_HOUR,
                format!("{} ends one day and begins the next.", shown(spelled.typed.text())),
                "Write `00:00` for the beginning of the day or `24:00` for its end.",
            )),
            Style::Bare(_) => Err(bare_hour(spelled)),
        }
    }

    /// In words: "9 am", "noon".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        wording.time(self)
    }

    /// The same clock time in the other half of the day.
    pub(super) fn other_half(self) -> Self {
        TimeOfDay((self.0 + Self::NOON.0) % Self::END_OF_DAY.0)
    }
}

fn bare_hour(spelled: Spelled<'_>) -> Slip {
    let shown = shown(spelled.typed.text());
    let english = English::default();
    match spelled.readings().as_slice() {
        [one, other] => spelled.typed.slip(
            &UNCLEAR_HOUR,
            format!("{shown} does not say which half of the day is meant."),
            format!("Write `{one}` for {} or `{other}` for {}.", english.time(*one), english.time(*other)),
        ),
        readings => {
            let time = readings.first().copied().unwrap_or(TimeOfDay::NOON);
            spelled.typed.slip(&BAD_TIME, format!("{shown} has no minutes."), format!("Write `{time}`."))
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}
