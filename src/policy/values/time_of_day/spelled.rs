//! A time as it was spelled, before it is decided whether the spelling is plain enough.

use super::TimeOfDay;
use crate::diagnostic::codes::policy::BAD_TIME;
use crate::policy::values::Slip;
use crate::policy::values::typed::{Typed, shown};

/// How plainly a time was spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::policy::values) enum Style {
    /// With am or pm, or as `noon`.
    Named(TimeOfDay),
    /// On the 24-hour clock beyond doubt: `09:00`, `17:00`.
    Clock(TimeOfDay),
    /// `9:00`: the 24-hour clock, but a 12-hour habit may lurk behind it.
    Loose(TimeOfDay),
    /// An hour alone, 0 to 24.
    Bare(u16),
    /// Which end of the day, only the other time of a shift can tell.
    Midnight,
}

/// A spelled time and its place.
#[derive(Clone, Copy, Debug)]
pub(in crate::policy::values) struct Spelled<'t> {
    pub(in crate::policy::values) typed: Typed<'t>,
    pub(in crate::policy::values) style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// The pieces of `9.30 pm`.
struct Pieces<'t> {
    hour: &'t str,
    minute: Option<&'t str>,
    half: Option<Half>,
}

impl<'t> Spelled<'t> {
    /// Reads the spelling of one time.
    pub(in crate::policy::values) fn read(typed: Typed<'t>) -> Result<Self, Slip> {
        let lower = typed.lower();
        let style = match lower.as_str() {
            "" => {
                return Err(typed.slip(&BAD_TIME, "A time is missing here.", "Write a time such as `09:00` or `9am`."));
            }
            "noon" | "midday" | "12 noon" => Style::Named(TimeOfDay::NOON),
            "midnight" | "12 midnight" => Style::Midnight,
            _ => pieces(&lower).ok_or_else(|| misspelt(typed))?.style(typed)?,
        };
        Ok(Spelled { typed, style })
    }

    /// The times it may mean, in order of the day: two where the half of the day is open.
    pub(in crate::policy::values) fn readings(&self) -> Vec<TimeOfDay> {
        match self.style {
            Style::Named(time) | Style::Clock(time) => vec![time],
            Style::Loose(time) => both_halves(time),
            Style::Midnight => vec![TimeOfDay::START_OF_DAY, TimeOfDay::END_OF_DAY],
            Style::Bare(hour @ 1..=12) => both_halves(TimeOfDay(hour % 12 * 60)),
            Style::Bare(hour) => vec![TimeOfDay(hour * 60)],
        }
    }

    /// Whether it can only stem from a 24-hour clock.
    pub(in crate::policy::values) fn shows_24_hours(&self) -> bool {
        match self.style {
            Style::Clock(time) => time.minutes() >= 13 * 60,
            Style::Bare(hour) => hour > 12,
            Style::Named(_) | Style::Loose(_) | Style::Midnight => false,
        }
    }
}

fn both_halves(time: TimeOfDay) -> Vec<TimeOfDay> {
    let (one, other) = (time, time.other_half());
    vec![one.min(other), one.max(other)]
}

/// Takes `9`, `09:30`, `9.30 pm` apart (lower-case); nothing when there is more or less to it.
fn pieces(lower: &str) -> Option<Pieces<'_>> {
    let end = lower.find(|character: char| !character.is_ascii_digit()).unwrap_or(lower.len());
    let (hour, rest) = lower.split_at(end);
    if !(1..=2).contains(&hour.len()) {
        return None;
    }
    let (minute, rest) = match rest.strip_prefix([':', '.']) {
        Some(rest) if rest.as_bytes().iter().take_while(|byte| byte.is_ascii_digit()).count() == 2 => {
            let (minute, rest) = rest.split_at(2);
            (Some(minute), rest)
        }
        Some(_) => return None,
        None => (None, rest),
    };
    let half = match rest.trim_start() {
        "" => None,
        "am" | "a.m." | "a.m" => Some(Half::Am),
        "pm" | "p.m." | "p.m" => Some(Half::Pm),
        _ => return None,
    };
    Some(Pieces { hour, minute, half })
}

impl Pieces<'_> {
    fn style(&self, typed: Typed<'_>) -> Result<Style, Slip> {
        let hour: u16 = self.hour.parse().map_err(|_| misspelt(typed))?;
        let minute: u16 = self.minute.unwrap_or("0").parse().map_err(|_| misspelt(typed))?;
        if minute > 59 {
            return Err(self.no_such_minute(typed, hour));
        }
        if let Some(half) = self.half {
            return half.of(typed, hour, minute);
        }
        let Some(time) = clock(hour, minute) else { return Err(past_the_day(typed, hour, minute)) };
        if self.minute.is_none() {
            return Ok(Style::Bare(hour));
        }
        let plain = self.hour.starts_with('0') || hour > 12;
        Ok(if plain { Style::Clock(time) } else { Style::Loose(time) })
    }

    fn no_such_minute(&self, typed: Typed<'_>, hour: u16) -> Slip {
        let minute = self.minute.unwrap_or_default();
        let from = self.hour.len() + 1;
        let half = match self.half {
            Some(Half::Pm) if hour < 12 => 12,
            _ => 0,
        };
        let next = clock(hour + half + 1, 0).filter(|_| minute == "60");
        let help = match (next, clock(hour + half, 59)) {
            (Some(next), _) => format!("Write `{next}`."),
            (_, Some(last)) => format!("Minutes go from 00 to 59: write a time up to `{last}`."),
            _ => "Minutes go from 00 to 59, and a day ends at `24:00`.".to_owned(),
        };
        typed.part(from..from + 2).slip(&BAD_TIME, format!("An hour has no minute {minute}."), help)
    }
}

impl Half {
    fn of(self, typed: Typed<'_>, hour: u16, minute: u16) -> Result<Style, Slip> {
        let twelve = match (hour, self) {
            (1..=12, Half::Am) => hour % 12,
            (1..=12, Half::Pm) => hour % 12 + 12,
            _ => return Err(not_on_the_dial(typed, hour, minute)),
        };
        clock(twelve, minute).map(Style::Named).ok_or_else(|| misspelt(typed))
    }
}

fn clock(hour: u16, minute: u16) -> Option<TimeOfDay> {
    TimeOfDay::from_minutes(hour.checked_mul(60)?.checked_add(minute)?)
}

fn not_on_the_dial(typed: Typed<'_>, hour: u16, minute: u16) -> Slip {
    let message = format!("{} mixes the 24-hour clock with am and pm.", shown(typed.text()));
    let help = clock(hour, minute)
        .map_or("Write a time such as `09:00` or `9am`.".to_owned(), |time| format!("Write `{time}`."));
    typed.slip(&BAD_TIME, message, help)
}

fn past_the_day(typed: Typed<'_>, hour: u16, minute: u16) -> Slip {
    let message = format!("A day ends at `24:00`, so there is no {}.", shown(typed.text()));
    let help = match hour.checked_sub(24).filter(|&hour| hour < 12).and_then(|hour| clock(hour, minute)) {
        Some(next) => format!("For the next morning write `{next}`."),
        None => "Write a time from `00:00` to `24:00`.".to_owned(),
    };
    typed.slip(&BAD_TIME, message, help)
}

fn misspelt(typed: Typed<'_>) -> Slip {
    let message = format!("{} is not a time of day.", shown(typed.text()));
    let help = match guess(typed.text()) {
        Some(time) => format!("Write `{time}`."),
        None => "Write a time such as `09:00`, `9am` or `9.30pm`.".to_owned(),
    };
    typed.slip(&BAD_TIME, message, help)
}

/// What `9h30`, `0900`, `9:5`, `9 o'clock p` or `nine am` most likely mean.
pub(in crate::policy::values) fn guess(text: &str) -> Option<TimeOfDay> {
    let lower = text.to_lowercase();
    let groups: Vec<&str> =
        lower.split(|character: char| !character.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let letters: String = lower.chars().filter(|character| character.is_alphabetic()).collect();
    let pm = match letters.as_str() {
        "p" | "pm" | "oclockpm" => 12,
        "" | "h" | "hr" | "hrs" | "hours" | "hmin" | "oclock" | "uhr" | "a" | "am" | "oclockam" => 0,
        _ => return None,
    };
    let (hour, minute) = match groups.as_slice() {
        [joined] if matches!(joined.len(), 3 | 4) => joined.split_at(joined.len() - 2),
        [hour] => (*hour, "0"),
        [hour, minute, ..] => (*hour, *minute),
        [] => return None,
    };
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = if pm > 0 && hour < 12 { hour + pm } else { hour };
    // `9:60` is taken for ten o'clock.
    clock(hour, minute).filter(|_| minute <= 60)
}
