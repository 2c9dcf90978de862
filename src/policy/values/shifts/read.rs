//! A day's text to its shifts.

use super::doubt::plain_times;
use super::order::in_order;
use super::{Shift, Shifts};
use crate::diagnostic::codes::policy::{BAD_HOURS, BAD_TIME};
use crate::diagnostic::codes::time::{EMPTY_SHIFT, UNCLEAR_HOUR};
use crate::policy::values::time_of_day::{Spelled, guess};
use crate::policy::values::typed::{Typed, is_dash, shown};
use crate::policy::values::{Slip, TimeOfDay};

const BY_APPOINTMENT: &str = "by appointment";
const ALL_BY_APPOINTMENT: &str = "all by appointment";
const TRY: &str = "Write hours such as `09:00-17:00`, two shifts as `09:00-12:30, 13:30-17:00`, or `closed`.";

/// The shifts of one day's text, in order; a slip's help is worked out from what was typed where that is possible.
pub(super) fn day(text: &str) -> Result<Vec<Shift>, Slip> {
    strict(text).map_err(|slip| match mended_help(text) {
        Some(help) if slip.code == &BAD_HOURS || slip.code == &BAD_TIME => Slip { help, ..slip },
        _ => slip,
    })
}

fn strict(text: &str) -> Result<Vec<Shift>, Slip> {
    let whole = Typed::new(text);
    match whole.lower().as_str() {
        "closed" => return Ok(Vec::new()),
        "" => return Err(whole.slip(&BAD_HOURS, "The hours are missing.", TRY)),
        _ => {}
    }
    let all = whole.before_ending(ALL_BY_APPOINTMENT).map(|hours| Typed::trim_end_of(hours, [',', ';']));
    let mut shifts = Vec::new();
    for stretch in stretches(all.unwrap_or(whole)) {
        let mut shift = shift(stretch, whole)?;
        shift.by_appointment |= all.is_some();
        shifts.push((shift, stretch));
    }
    in_order(&shifts)
}

/// Cuts at `,`, `;`, `&` and the word "and".
fn stretches(whole: Typed<'_>) -> Vec<Typed<'_>> {
    let parts = whole.split(|character| matches!(character, ',' | ';' | '&'));
    parts.into_iter().flat_map(|part| split_at_word(part, " and ")).collect()
}

/// Cuts at a lower-case ASCII word with its blanks.
fn split_at_word<'t>(typed: Typed<'t>, word: &str) -> Vec<Typed<'t>> {
    let mut parts = Vec::new();
    let mut rest = typed;
    while let Some(at) = rest.lower().find(word) {
        let (before, after) = rest.split_at(at);
        parts.push(before.trim());
        rest = after.split_at(word.len()).1;
    }
    parts.push(rest.trim());
    parts
}

fn shift(stretch: Typed<'_>, whole: Typed<'_>) -> Result<Shift, Slip> {
    if stretch.is_empty() {
        return Err(whole.slip(&BAD_HOURS, "Between two commas, or behind the last, the hours are missing.", TRY));
    }
    let hours = stretch.before_ending(BY_APPOINTMENT).map(Typed::trim);
    let by_appointment = hours.is_some();
    let hours = hours.unwrap_or(stretch);
    let Some((start, end)) = two_times(hours) else { return Err(no_shift(stretch, hours)) };
    let (start, end) = plain_times(hours, Spelled::read(start)?, Spelled::read(end)?)?;
    check_ends(hours, start, end)?;
    let end = if end == TimeOfDay::START_OF_DAY { TimeOfDay::END_OF_DAY } else { end };
    Ok(Shift { start, end, by_appointment })
}

/// The two sides of the one dash, "to", "until" or "till".
fn two_times(hours: Typed<'_>) -> Option<(Typed<'_>, Typed<'_>)> {
    for word in [" to ", " until ", " till "] {
        if let [start, end] = split_at_word(hours, word).as_slice() {
            return Some((*start, *end));
        }
    }
    match hours.split(is_dash).as_slice() {
        [start, end] => Some((*start, *end)),
        _ => None,
    }
}

fn check_ends(hours: Typed<'_>, start: TimeOfDay, end: TimeOfDay) -> Result<(), Slip> {
    if start == end {
        let message = format!("{} begins and ends at the same time.", shown(hours.text()));
        return Err(hours.slip(&EMPTY_SHIFT, message, "Write `00:00-24:00` for 24 hours, or `closed` for a day off."));
    }
    if start == TimeOfDay::END_OF_DAY {
        let message = "`24:00` is the end of a day; no shift begins there.";
        let help = format!("If it belongs to the next day, write `00:00-{end}` there.");
        return Err(hours.slip(&BAD_HOURS, message, help));
    }
    Ok(())
}

/// A stretch that is not two times.
fn no_shift(stretch: Typed<'_>, hours: Typed<'_>) -> Slip {
    let message = format!("{} is not a start and an end.", shown(stretch.text()));
    let lower = stretch.lower();
    let help = match lower.as_str() {
        "closed" => "Write `closed` alone, or leave it out.".to_owned(),
        BY_APPOINTMENT => {
            "Say from when to when: `09:00-17:00 by appointment`; if it goes for all the day's hours, end with `all by appointment`.".to_owned()
        }
        _ => open_end(without_from(hours)).unwrap_or_else(|| TRY.to_owned()),
    };
    stretch.slip(&BAD_HOURS, message, help)
}

/// `9am` of `from 9am`.
fn without_from(hours: Typed<'_>) -> Typed<'_> {
    let start = ["from ", "since ", "after "].iter().find(|word| hours.lower().starts_with(**word));
    start.map_or(hours, |word| hours.split_at(word.len()).1.trim())
}

/// One time alone: the owner must say the other.
fn open_end(hours: Typed<'_>) -> Option<String> {
    let start = Spelled::read(hours).ok()?.readings().into_iter().next()?;
    Some(format!("Say when it ends too: `{start}-` and then your closing time."))
}

/// Words for a whole day, and what they are written as.
const WHOLE_DAYS: &[(&str, &str)] = &[
    ("24/7", "00:00-24:00"),
    ("24h", "00:00-24:00"),
    ("24 h", "00:00-24:00"),
    ("24hrs", "00:00-24:00"),
    ("24 hours", "00:00-24:00"),
    ("open 24 hours", "00:00-24:00"),
    ("all day", "00:00-24:00"),
    ("always", "00:00-24:00"),
    ("none", "closed"),
    ("no", "closed"),
    ("off", "closed"),
    ("shut", "closed"),
    ("not open", "closed"),
    ("n/a", "closed"),
    ("-", "closed"),
    ("–", "closed"),
    ("—", "closed"),
];

/// Turns of phrase around hours, and what stands for them in ours.
const TURNS: &[(&str, &str)] = &[
    (" from ", " "),
    (" open ", " "),
    (" between ", " "),
    (" by appointment only", " by appointment"),
    (" only by appointment", " by appointment"),
    (" uhr", ""),
    (" h ", " "),
    ("/", ","),
    (" + ", ","),
    ("~", "-"),
    ("...", "-"),
];

/// Help for hours that small changes turn into something understood.
fn mended_help(text: &str) -> Option<String> {
    let trimmed = text.trim().to_lowercase();
    let mended = match WHOLE_DAYS.iter().find(|(words, _)| *words == trimmed) {
        Some((_, written)) => (*written).to_owned(),
        None => mended(&trimmed),
    };
    match strict(&mended) {
        Ok(shifts) => Some(format!("Write `{}`.", Shifts(shifts))),
        Err(slip) if slip.code == &UNCLEAR_HOUR => Some(slip.help),
        Err(_) => None,
    }
}

fn mended(trimmed: &str) -> String {
    let mut text = format!(" {trimmed} ");
    for (turn, ours) in TURNS {
        text = text.replace(turn, ours);
    }
    let shifts: Vec<String> =
        stretches(Typed::new(&text)).into_iter().filter(|part| !part.is_empty()).map(mended_shift).collect();
    shifts.join(", ")
}

fn mended_shift(stretch: Typed<'_>) -> String {
    let hours = stretch.before_ending(BY_APPOINTMENT).map_or(stretch, Typed::trim);
    let Some((start, end)) = two_times(hours) else { return stretch.text().to_owned() };
    let appointment = if hours.text() == stretch.text() { "" } else { " by appointment" };
    format!("{}-{}{appointment}", mended_time(start), mended_time(end))
}

fn mended_time(typed: Typed<'_>) -> String {
    let guessed = if Spelled::read(typed).is_err() { guess(typed.text()) } else { None };
    guessed.map_or_else(|| typed.text().to_owned(), |time| time.to_string())
}
