//! Times, days, lengths and amounts as people write them in sentences.
//!
//! Every reading starts at a token and gives what it means and the token after it. Whatever could be read two ways is read both ways: “9-6”
//! may start at nine in the morning or in the evening.

use std::ops::Range;

use jiff::civil::Weekday;

use super::scene::Scene;
use crate::policy::values::{Length, Unit};

const HOUR: u16 = 60;
const HALF_DAY: u16 = 12 * HOUR;
const DAY: u16 = 24 * HOUR;

/// A time of day with all it may mean, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub minutes: u16,
    /// Whether it may be meant twelve hours later as well.
    pub is_open: bool,
    /// Whether anything beside a bare number says that it is a time.
    pub is_marked: bool,
}

impl Clock {
    /// All it may mean.
    pub(super) fn readings(self) -> impl Iterator<Item = u16> {
        let later = self.is_open.then_some((self.minutes + HALF_DAY) % DAY);
        std::iter::once(self.minutes).chain(later)
    }
}

/// Two times with “to” between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hours {
    pub from: Clock,
    pub to: Clock,
    pub tokens: Range<usize>,
}

const NUMBERS: &[&str] =
    &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A number in digits or in words up to twelve.
pub(super) fn number(scene: &Scene<'_>, at: usize) -> Option<u32> {
    scene.number(at).or_else(|| {
        let word = scene.word(at);
        NUMBERS.iter().position(|name| *name == word).and_then(|number| u32::try_from(number).ok())
    })
}

/// A time of day at a token.
pub(super) fn clock(scene: &Scene<'_>, at: usize) -> Option<(Clock, usize)> {
    let named = |minutes| Some((Clock { minutes, is_open: false, is_marked: true }, at + 1));
    match scene.word(at) {
        "noon" | "midday" => return named(HALF_DAY),
        "midnight" => return named(0),
        _ => {}
    }
    let follows = |mark: &char| scene.is_glued(at) && at > 0 && scene.is_mark(at - 1, *mark);
    let is_part = [':', '.', ',', '$', '£', '€', '#', '/'].iter().any(follows)
        || follows(&'-') && at > 1 && scene.word(at - 2).len() == 4 && scene.number(at - 2).is_some();
    let hour = u16::try_from(number(scene, at)?).ok().filter(|hour| *hour <= 24 && !is_part)?;
    let (minute, mut next) = minute(scene, at + 1).map_or((0, at + 1), |(minute, next)| (minute, next));
    let has_minutes = next > at + 1;
    let half = half_of_day(scene, next);
    if let Some((_, after)) = half {
        next = after;
    }
    let is_oclock = scene.word(next) == "o'clock";
    next += usize::from(is_oclock);
    if half.is_some() && !(1..=12).contains(&hour) {
        return None;
    }
    let minutes = match half {
        Some((Half::Morning, _)) => hour % 12 * HOUR + minute,
        Some((Half::Evening, _)) => hour % 12 * HOUR + HALF_DAY + minute,
        None => hour % 24 * HOUR + minute,
    };
    let typed_full = scene.word(at).len() == 2 && scene.word(at).starts_with('0');
    let is_open = half.is_none() && (1..=12).contains(&hour) && !typed_full;
    let minutes = if is_open { hour % 12 * HOUR + minute } else { minutes };
    Some((Clock { minutes, is_open, is_marked: half.is_some() || has_minutes || is_oclock }, next))
}

fn minute(scene: &Scene<'_>, at: usize) -> Option<(u16, usize)> {
    let is_joint = (scene.is_mark(at, ':') || scene.is_mark(at, '.')) && scene.is_glued(at) && scene.is_glued(at + 1);
    let minute = scene.number(at + 1).filter(|minute| is_joint && *minute < 60 && scene.word(at + 1).len() == 2)?;
    u16::try_from(minute).ok().map(|minute| (minute, at + 2))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Evening,
}

fn half_of_day(scene: &Scene<'_>, at: usize) -> Option<(Half, usize)> {
    let half = match scene.word(at).chars().next()? {
        'a' => Half::Morning,
        'p' => Half::Evening,
        _ => return None,
    };
    match scene.word(at) {
        "am" | "pm" => Some((half, at + 1)),
        "a" | "p" if scene.is_mark(at + 1, '.') && scene.word(at + 2) == "m" => {
            Some((half, at + 3 + usize::from(scene.is_mark(at + 3, '.') && scene.is_glued(at + 3))))
        }
        _ => None,
    }
}

/// Words that may follow a bare “9-6” when it is hours; any other word makes it something else, as in “a 9-6 film”.
const AFTER_HOURS: &[&str] = &[
    "on",
    "every",
    "each",
    "daily",
    "weekdays",
    "weekends",
    "from",
    "and",
    "but",
    "except",
    "in",
    "during",
    "or",
    "at",
    "all",
    "for",
    "most",
    "with",
    "so",
    "unless",
    "apart",
    "excluding",
    "because",
    "to",
    "if",
    "when",
    "only",
    "today",
    "tomorrow",
    "as",
];

/// Two times in a row.
pub(super) fn hours(scene: &Scene<'_>, at: usize) -> Option<Hours> {
    let (from, joint) = clock(scene, at)?;
    let is_joint = match scene.word(joint) {
        "-" | "to" | "till" | "until" | "til" | "through" => true,
        "and" => scene.before(at) == "between",
        _ => false,
    };
    let (to, end) = clock(scene, joint + 1).filter(|_| is_joint)?;
    let next = scene.word(end);
    let is_bare = !from.is_marked && !to.is_marked;
    let is_word = next.chars().next().is_some_and(char::is_alphabetic);
    let fits = !is_word || AFTER_HOURS.contains(&next) || weekday(scene, end).is_some();
    let goes_on = scene.is_glued(end)
        && ['%', '-', '/', '.', ',', '$', '€', '£'].iter().any(|mark| scene.is_mark(end, *mark))
        && scene.is_glued(end + 1);
    (!is_bare || fits && !goes_on).then_some(Hours { from, to, tokens: at..end })
}

/// Days that are named together, and the tokens that name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// Monday first.
    pub days: [bool; 7],
    pub tokens: Range<usize>,
}

impl Days {
    pub(super) fn iter(&self) -> impl Iterator<Item = Weekday> {
        super::super::facts::measure::days().zip(self.days).filter(|(_, named)| *named).map(|(day, _)| day)
    }
}

const NAMES: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// One day's name; short ones need a capital, because “sat” and “wed” are words.
fn weekday(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let word = scene.word(at);
    let single = word.strip_suffix('s').unwrap_or(word);
    let full = NAMES.iter().position(|name| *name == single || *name == word);
    full.or_else(|| {
        let is_short =
            matches!(word, "mon" | "tue" | "tues" | "wed" | "weds" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun");
        NAMES.iter().position(|name| is_short && scene.is_capital(at) && name.starts_with(&word[..3]))
    })
}

/// Days at a token: a name, a range, a list, “weekdays”, “every day”.
pub(super) fn days(scene: &Scene<'_>, at: usize) -> Option<Days> {
    let mut found = group(scene, at)?;
    loop {
        let mut next = found.tokens.end;
        while scene.is_mark(next, ',') || scene.is_mark(next, '&') || ["and", "or"].contains(&scene.word(next)) {
            next += 1;
        }
        let more = (next > found.tokens.end).then(|| group(scene, next)).flatten();
        let Some(more) = more else { return Some(found) };
        found.days.iter_mut().zip(more.days).for_each(|(day, named)| *day |= named);
        found.tokens.end = more.tokens.end;
    }
}

fn group(scene: &Scene<'_>, at: usize) -> Option<Days> {
    let all = |end| Some(Days { days: [true; 7], tokens: at..end });
    match scene.word(at) {
        "weekdays" => return Some(Days { days: [true, true, true, true, true, false, false], tokens: at..at + 1 }),
        "weekends" => return Some(Days { days: [false, false, false, false, false, true, true], tokens: at..at + 1 }),
        "daily" => return all(at + 1),
        "every" if scene.word(at + 1) == "day" => return all(at + 2),
        "every" if scene.word(at + 1) == "weekday" => {
            return Some(Days { days: [true, true, true, true, true, false, false], tokens: at..at + 2 });
        }
        "seven" | "7" if scene.reads(at + 1, &["days", "a", "week"]) => return all(at + 4),
        _ => {}
    }
    let first = weekday(scene, at)?;
    let is_joint = ["-", "to", "through", "thru", "till", "until"].contains(&scene.word(at + 1));
    let last = is_joint.then(|| weekday(scene, at + 2)).flatten();
    let mut days = [false; 7];
    let (count, end) = last.map_or((0, at + 1), |last| ((last + 7 - first) % 7, at + 3));
    (0..=count).for_each(|step| days[(first + step) % 7] = true);
    Some(Days { days, tokens: at..end })
}

/// A length of time at a token: “two days”, “a business day”, “24 hours”.
pub(super) fn length(scene: &Scene<'_>, at: usize) -> Option<(Length, Range<usize>)> {
    let (count, mut next) = match scene.word(at) {
        "a" | "an" => (1, at + 1),
        "half" if scene.word(at + 1) == "an" && scene.word(at + 2) == "hour" => {
            return Length::new(30, Unit::Minutes).map(|length| (length, at..at + 3));
        }
        _ => (number(scene, at)?, at + 1),
    };
    next += usize::from(scene.is_mark(next, '-'));
    let is_business = ["business", "working", "office", "work"].contains(&scene.word(next));
    next += usize::from(is_business);
    let unit = match (scene.word(next).trim_end_matches('s'), is_business) {
        ("minute" | "min", false) => Unit::Minutes,
        ("minute" | "min", true) => Unit::BusinessMinutes,
        ("hour" | "hr", false) => Unit::Hours,
        ("hour" | "hr", true) => Unit::BusinessHours,
        ("day", false) => Unit::Days,
        ("day", true) => Unit::BusinessDays,
        ("week", _) => Unit::Weeks,
        ("month", _) => Unit::Months,
        _ => return None,
    };
    Length::new(count, unit).map(|length| (length, at..next + 1))
}

/// An amount of money in hundredths, what it is per, and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub hundredths: u64,
    /// `hour` in “an hour”.
    pub per: Option<String>,
    pub tokens: Range<usize>,
}

const CURRENCIES: &[&str] =
    &["usd", "gbp", "eur", "dollar", "dollars", "pound", "pounds", "euro", "euros", "cad", "aud"];

/// An amount with its sign before it or its name behind it.
pub(super) fn sum(scene: &Scene<'_>, at: usize) -> Option<Sum> {
    let has_sign = ['$', '£', '€'].iter().any(|sign| scene.is_mark(at, *sign));
    let start = if has_sign { at + 1 } else { at };
    let is_part = at > 0
        && scene.is_glued(at)
        && (scene.number(at - 1).is_some() || scene.is_mark(at - 1, '.') || scene.is_mark(at - 1, ','));
    let (hundredths, end) = decimal(scene, start).filter(|_| !is_part)?;
    let names = CURRENCIES.contains(&scene.word(end))
        || ['$', '£', '€'].iter().any(|sign| scene.is_mark(end, *sign) && scene.is_glued(end));
    if !has_sign && !names {
        return None;
    }
    let end = end + usize::from(names && (!has_sign || CURRENCIES.contains(&scene.word(end))));
    let unit = |at: usize| {
        scene.word(at).chars().all(char::is_alphabetic).then(|| scene.word(at).trim_end_matches('s').to_owned())
    };
    let (per, end) = match scene.word(end) {
        "a" | "an" | "per" | "each" | "/" => (unit(end + 1), end + 2),
        "hourly" => (Some("hour".to_owned()), end + 1),
        "monthly" => (Some("month".to_owned()), end + 1),
        _ => (None, end),
    };
    let per = per.filter(|per| !per.is_empty());
    Some(Sum { hundredths, per, tokens: at..end.min(scene.tokens.len()) })
}

/// `1,250.50` in hundredths.
fn decimal(scene: &Scene<'_>, at: usize) -> Option<(u64, usize)> {
    let mut whole = u64::from(scene.number(at)?);
    let mut next = at + 1;
    let joined = |mark: char, at: usize| scene.is_mark(at, mark) && scene.is_glued(at) && scene.is_glued(at + 1);
    while joined(',', next) && scene.word(next + 1).len() == 3 {
        whole = whole.checked_mul(1000)?.checked_add(u64::from(scene.number(next + 1)?))?;
        next += 2;
    }
    let mut part = 0;
    if joined('.', next) && matches!(scene.word(next + 1).len(), 1 | 2) && scene.number(next + 1).is_some() {
        let digits = u64::from(scene.number(next + 1)?);
        part = if scene.word(next + 1).len() == 1 { digits * 10 } else { digits };
        next += 2;
    }
    Some((whole.checked_mul(100)?.checked_add(part)?, next))
}

/// A share in hundredths of a percent, and its tokens.
pub(super) fn percent(scene: &Scene<'_>, at: usize) -> Option<(u64, Range<usize>)> {
    let (hundredths, end) = decimal(scene, at)?;
    let end = match scene.word(end) {
        "%" | "percent" => end + 1,
        "per" if scene.word(end + 1) == "cent" => end + 2,
        _ => return None,
    };
    Some((hundredths, at..end))
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month a word names, from 1; short ones need a capital.
fn month(scene: &Scene<'_>, at: usize) -> Option<i8> {
    let word = scene.word(at);
    let is_short = word.len() == 3 || word == "sept";
    let found =
        MONTHS.iter().position(|name| *name == word || is_short && name.starts_with(&word[..3.min(word.len())]));
    found.filter(|_| scene.is_capital(at)).and_then(|index| i8::try_from(index + 1).ok())
}

/// A day of the year, with its year if one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
}

/// A date at a token: “24 December 2026”, “December 24th”, “2026-12-24”.
pub(super) fn date(scene: &Scene<'_>, at: usize) -> Option<(Dated, Range<usize>)> {
    if let Some(year) = scene
        .number(at)
        .filter(|_| scene.word(at).len() == 4 && scene.is_mark(at + 1, '-') && scene.is_mark(at + 3, '-'))
    {
        let part = |at: usize| i8::try_from(scene.number(at)?).ok();
        let dated = Dated { year: i16::try_from(year).ok(), month: part(at + 2)?, day: part(at + 4)? };
        return Some((dated, at..at + 5));
    }
    if let Some(month) = month(scene, at) {
        let (day, end) = day_of_month(scene, at + 1)?;
        let (year, end) = year(scene, end);
        return Some((Dated { year, month, day }, at..end));
    }
    let (day, mut next) = day_of_month(scene, at)?;
    next += usize::from(scene.word(next) == "of");
    let month = month(scene, next)?;
    let (year, end) = year(scene, next + 1);
    Some((Dated { year, month, day }, at..end))
}

fn day_of_month(scene: &Scene<'_>, at: usize) -> Option<(i8, usize)> {
    let day = i8::try_from(scene.number(at)?).ok().filter(|day| (1..=31).contains(day))?;
    let is_ordinal = ["st", "nd", "rd", "th"].contains(&scene.word(at + 1)) && scene.is_glued(at + 1);
    Some((day, at + 1 + usize::from(is_ordinal)))
}

fn year(scene: &Scene<'_>, at: usize) -> (Option<i16>, usize) {
    let start = at + usize::from(scene.is_mark(at, ','));
    let year = scene.number(start).filter(|year| scene.word(start).len() == 4 && (1990..=2100).contains(year));
    year.map_or((None, at), |year| (i16::try_from(year).ok(), start + 1))
}
