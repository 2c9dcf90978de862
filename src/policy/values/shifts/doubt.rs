//! Which half of the day: `9-5`, `9am-5`, `9:00-5:00`.
//!
//! `9:00` alone is the morning. Beside another time it may still come from a 12-hour habit, and a night shift of twenty hours would be
//! read where eight by day were meant. So a shift is refused, with the likely readings, where a side is a bare hour, where `h:mm`
//! in the other half of the day would give a shorter shift, and where both sides are `h:mm` and the first lies between 1:00 and 5:59.
//! A leading zero, am or pm, or a time past 13:00 on the other side makes the matter plain.

use crate::diagnostic::codes::{policy::BAD_TIME, time::UNCLEAR_HOUR};
use crate::policy::values::time_of_day::{Spelled, Style};
use crate::policy::values::typed::{Typed, shown};
use crate::policy::values::words::{English, Wording};
use crate::policy::values::{Slip, TimeOfDay};

/// A start and an end as they may be meant.
type Reading = (TimeOfDay, TimeOfDay);

/// The two times of a shift, if their spelling leaves no doubt.
pub(super) fn plain_times(hours: Typed<'_>, start: Spelled<'_>, end: Spelled<'_>) -> Result<Reading, Slip> {
    let first = taken(start, TimeOfDay::START_OF_DAY);
    let last = taken(end, TimeOfDay::END_OF_DAY);
    let (Some(first), Some(last)) = (first, last) else { return Err(unclear(hours, start, end)) };
    if is_doubtful(start, end, (first, last)) {
        return Err(unclear(hours, start, end));
    }
    Ok((first, last))
}

/// The time a spelling stands for, `midnight` being the given one.
fn taken(spelled: Spelled<'_>, midnight: TimeOfDay) -> Option<TimeOfDay> {
    match spelled.style {
        Style::Named(time) | Style::Clock(time) | Style::Loose(time) => Some(time),
        Style::Midnight => Some(midnight),
        Style::Bare(_) => None,
    }
}

fn is_doubtful(start: Spelled<'_>, end: Spelled<'_>, taken: Reading) -> bool {
    if start.shows_24_hours() || end.shows_24_hours() || taken.0 == taken.1 {
        return false;
    }
    let both_loose = matches!((start.style, end.style), (Style::Loose(_), Style::Loose(_)));
    let small_hours = (60..6 * 60).contains(&taken.0.minutes());
    let shorter = likely_readings(start, end).first().is_some_and(|&reading| length(reading) < length(taken));
    shorter || (both_loose && small_hours)
}

/// What the two may mean, the shortest shift first: opening hours are rarely long.
fn likely_readings(start: Spelled<'_>, end: Spelled<'_>) -> Vec<Reading> {
    let on_24_hours = start.shows_24_hours() || end.shows_24_hours();
    let (starts, ends) = (side(start, on_24_hours), side(end, on_24_hours));
    let pairs = starts.iter().flat_map(|&first| ends.iter().map(move |&last| (first, last)));
    let possible = pairs.filter(|&(first, last)| first != last && first != TimeOfDay::END_OF_DAY);
    let mut readings: Vec<Reading> = possible.map(|(first, last)| (first, end_of_day_if_midnight(last))).collect();
    readings.sort_by_key(|&reading| (length(reading), reading.0));
    readings.dedup();
    readings
}

fn side(spelled: Spelled<'_>, on_24_hours: bool) -> Vec<TimeOfDay> {
    match spelled.style {
        Style::Bare(hour) if on_24_hours => TimeOfDay::from_minutes(hour * 60).into_iter().collect(),
        Style::Loose(time) if on_24_hours => vec![time],
        _ => spelled.readings(),
    }
}

fn end_of_day_if_midnight(end: TimeOfDay) -> TimeOfDay {
    if end == TimeOfDay::START_OF_DAY { TimeOfDay::END_OF_DAY } else { end }
}

fn length((start, end): Reading) -> u16 {
    let next_day = if end <= start { TimeOfDay::END_OF_DAY.minutes() } else { 0 };
    end.minutes() + next_day - start.minutes()
}

fn unclear(hours: Typed<'_>, start: Spelled<'_>, end: Spelled<'_>) -> Slip {
    let wrong = match (is_open(start), is_open(end)) {
        (true, false) => start.typed,
        (false, true) => end.typed,
        _ => hours,
    };
    let english = English::default();
    let words =
        |(first, last): Reading| format!("`{first}-{last}` for {} to {}", english.time(first), english.time(last));
    match likely_readings(start, end).as_slice() {
        [] => wrong.slip(
            &BAD_TIME,
            format!("{} is not a shift.", shown(hours.text())),
            "Write hours such as `09:00-17:00`.",
        ),
        [only] => {
            let message = format!("{} has no minutes.", shown(wrong.text()));
            wrong.slip(&BAD_TIME, message, format!("Write `{}-{}`.", only.0, only.1))
        }
        [one, other, ..] => {
            let message = format!("{} does not say whether it is the morning or the evening.", shown(wrong.text()));
            wrong.slip(&UNCLEAR_HOUR, message, format!("Write {}, or {}.", words(*one), words(*other)))
        }
    }
}

fn is_open(spelled: Spelled<'_>) -> bool {
    matches!(spelled.style, Style::Bare(_) | Style::Loose(_))
}
