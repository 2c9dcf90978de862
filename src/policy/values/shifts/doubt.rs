//! Which half of the day: `9-5`, `9am-5`, `9:00-5:00`.
//!
//! `9:00` alone is the morning. Beside another time it may still come from a 12-hour habit, and a night shift of twenty hours would be
//! read where eight by day were meant. So a shift is refused, with the likely readings, where a side is a bare hour, where `h:mm`
//! in the other half of the day would give a shorter shift, and where both sides are `h:mm` and the first lies between 1:00 and 5:59.
//! A leading zero, am or pm, or a time from 13:00 on the other side makes the matter plain.

use crate::diagnostic::codes::{policy::BAD_TIME, time::UNCLEAR_HOUR};
use crate::policy::values::time_of_day::{Spelled, Style};
use crate::policy::values::typed::{Typed, shown};
use crate::policy::values::words::{English, Wording};
use crate::policy::values::{Slip, TimeOfDay};

/// Longer shifts, in minutes, are not suggested while a shorter reading is possible.
const LONGEST_LIKELY: u16 = 16 * 60;

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
    let both_loose = is_loose_beside(start, end) && is_loose_beside(end, start);
    let small_hours = (60..6 * 60).contains(&taken.0.minutes());
    let shortest = readings(start, end).first().map(|&reading| length(reading));
    taken.0 != taken.1 && (shortest.is_some_and(|shortest| shortest < length(taken)) || (both_loose && small_hours))
}

/// What the two may mean, the shortest shift first, for opening hours are rarely long; of equals the one by day.
fn readings(start: Spelled<'_>, end: Spelled<'_>) -> Vec<Reading> {
    let (starts, ends) = (side(start, end), side(end, start));
    let pairs = starts.iter().flat_map(|&first| ends.iter().map(move |&last| (first, last)));
    let possible = pairs.filter(|&(first, last)| first != last && first != TimeOfDay::END_OF_DAY);
    let mut readings: Vec<Reading> = possible.map(|(first, last)| (first, end_of_day_if_midnight(last))).collect();
    readings.sort_by_key(|&reading| (length(reading), reading.0.minutes() < 6 * 60, reading.0));
    readings.dedup();
    readings
}

/// The times one side may mean beside the other.
fn side(one: Spelled<'_>, other: Spelled<'_>) -> Vec<TimeOfDay> {
    match one.style {
        Style::Bare(hour) if other.shows_24_hours() => TimeOfDay::from_minutes(hour * 60).into_iter().collect(),
        Style::Loose(time) if !is_loose_beside(one, other) => vec![time],
        _ => one.readings(),
    }
}

/// Whether `h:mm` may still be of a 12-hour habit. `12:00` is not beside `04:00`: whoever writes that zero writes 24 hours.
fn is_loose_beside(one: Spelled<'_>, other: Spelled<'_>) -> bool {
    let Style::Loose(time) = one.style else { return false };
    let two_digits = time.minutes() >= 10 * 60;
    let settled = other.shows_24_hours() || (two_digits && matches!(other.style, Style::Clock(_)));
    !settled
}

fn end_of_day_if_midnight(end: TimeOfDay) -> TimeOfDay {
    if end == TimeOfDay::START_OF_DAY { TimeOfDay::END_OF_DAY } else { end }
}

fn length((start, end): Reading) -> u16 {
    let next_day = if end <= start { TimeOfDay::END_OF_DAY.minutes() } else { 0 };
    end.minutes() + next_day - start.minutes()
}

fn unclear(hours: Typed<'_>, start: Spelled<'_>, end: Spelled<'_>) -> Slip {
    let wrong = match (is_open(start, end), is_open(end, start)) {
        (true, false) => start.typed,
        (false, true) => end.typed,
        _ => hours,
    };
    let readings = readings(start, end);
    let likely: Vec<Reading> =
        readings.iter().copied().filter(|&reading| length(reading) <= LONGEST_LIKELY).take(2).collect();
    let (code, message) = if readings.len() > 1 {
        (&UNCLEAR_HOUR, format!("{} does not say which half of the day is meant.", shown(wrong.text())))
    } else {
        (&BAD_TIME, format!("{} has no minutes.", shown(wrong.text())))
    };
    let english = English::default();
    let words =
        |(first, last): &Reading| format!("`{first}-{last}` for {} to {}", english.time(*first), english.time(*last));
    let help = match likely.as_slice() {
        [] => "Write hours such as `09:00-17:00`.".to_owned(),
        [only, ..] if likely.len() == 1 => format!("Write `{}-{}`.", only.0, only.1),
        several => format!("Write {}.", several.iter().map(words).collect::<Vec<_>>().join(", or ")),
    };
    wrong.slip(code, message, help)
}

/// Whether a side leaves the half of the day open.
fn is_open(one: Spelled<'_>, other: Spelled<'_>) -> bool {
    matches!(one.style, Style::Bare(_)) || is_loose_beside(one, other)
}
