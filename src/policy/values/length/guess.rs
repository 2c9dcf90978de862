//! What somebody means who spells a length otherwise: `48hrs`, `2 days max`, `2-3 days`, `tomorrow`.

use super::{Length, Number, Unit};

/// Abbreviations and other names; the accepted names are the units' own, singular or plural.
const ALSO_CALLED: &[(&str, Unit)] = &[
    ("m", Unit::Minutes),
    ("min", Unit::Minutes),
    ("h", Unit::Hours),
    ("hr", Unit::Hours),
    ("d", Unit::Days),
    ("wk", Unit::Weeks),
    ("w", Unit::Weeks),
    ("mo", Unit::Months),
    ("mth", Unit::Months),
    ("workday", Unit::BusinessDays),
    ("office day", Unit::BusinessDays),
    ("office hour", Unit::BusinessHours),
    ("opening hour", Unit::BusinessHours),
    ("weekday", Unit::BusinessDays),
    ("calendar day", Unit::Days),
    ("calendar month", Unit::Months),
    ("business week", Unit::Weeks),
];
/// What people say instead of a length.
const SAYINGS: &[(&str, &str)] = &[
    ("tomorrow", "1 business day"),
    ("next day", "1 business day"),
    ("the next day", "1 business day"),
    ("next business day", "1 business day"),
    ("next working day", "1 business day"),
    ("overnight", "1 business day"),
    ("half a day", "4 business hours"),
    ("daily", "1 day"),
    ("weekly", "1 week"),
    ("monthly", "1 month"),
    ("quarterly", "3 months"),
    ("yearly", "12 months"),
    ("every year", "12 months"),
    ("annually", "12 months"),
    ("a year", "12 months"),
    ("a fortnight", "2 weeks"),
    ("fortnight", "2 weeks"),
    ("half a year", "6 months"),
    ("an hour and a half", "90 minutes"),
];

/// The length behind `48hrs`, `2 days max`, `within 2-3 days`, `1h30`, `tomorrow`.
pub(super) fn meant(lower: &str) -> Option<String> {
    if let Some((_, written)) = SAYINGS.iter().find(|(saying, _)| *saying == lower) {
        return Some((*written).to_owned());
    }
    let words = words(lower);
    let numbers: Vec<(usize, Number)> =
        words.iter().enumerate().filter_map(|(at, word)| Some((at, Number::read(&word.replace(',', "."))?))).collect();
    match numbers.as_slice() {
        [(at, number)] => measured(*number, &words, *at).map(|length| length.to_string()),
        // "2-3 days": whoever promises a range is held to its end.
        [(first, _), (second, number)] if is_range(&words, *first, *second) => {
            measured(*number, &words, *second).map(|length| length.to_string())
        }
        [(first, hours), (second, minutes)] => both(*hours, *first, *minutes, *second, &words),
        _ => None,
    }
}

/// Whether nothing, or "to" or "or", stands between two numbers.
fn is_range(words: &[String], first: usize, second: usize) -> bool {
    let between = words.get(first + 1..second).unwrap_or_default();
    between.iter().all(|word| matches!(word.as_str(), "to" | "or"))
}

/// `1 hour 30 minutes`, `1h30`.
fn both(hours: Number, first: usize, minutes: Number, second: usize, words: &[String]) -> Option<String> {
    let hours = measured(hours, words, first).filter(|length| length.unit().in_minutes().is_some())?;
    let minutes = match words.get(second + 1) {
        None => minutes.of(Unit::Minutes),
        Some(_) => measured(minutes, words, second),
    }?;
    let unit = hours.unit().in_minutes()?;
    Length::new(hours.minutes()?.checked_add(minutes.minutes()?)?, unit).map(|length| length.to_string())
}

/// The words, numbers parted from what is glued to them: `48hrs` is two.
fn words(lower: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last_kind = 0;
    for character in lower.chars() {
        let kind = match character {
            '0'..='9' | '.' | ',' => 1,
            _ if character.is_alphabetic() => 2,
            _ => 0,
        };
        match words.last_mut().filter(|_| kind == last_kind && kind > 0) {
            Some(word) => word.push(character),
            None if kind > 0 => words.push(character.to_string()),
            None => {}
        }
        last_kind = kind;
    }
    words.retain(|word| word.chars().any(char::is_alphanumeric));
    words.iter().map(|word| word.trim_end_matches(['.', ',']).to_owned()).collect()
}

/// The number and the unit that follows it in one or two words.
fn measured(number: Number, words: &[String], at: usize) -> Option<Length> {
    let next = words.get(at + 1)?;
    let after = words.get(at + 2).map(|word| format!("{next} {word}"));
    let unit = after.as_deref().and_then(loosely_named).or_else(|| loosely_named(next));
    if let Some(unit) = unit {
        return number.of(unit);
    }
    let year = matches!(next.as_str(), "year" | "years" | "yr" | "yrs");
    if year { Number(number.0 * 12).of(Unit::Months) } else { None }
}

fn loosely_named(name: &str) -> Option<Unit> {
    let single = name.strip_suffix('s').unwrap_or(name).replace("working ", "business ");
    let business = single.strip_prefix("business ");
    let called = |name: &str| ALSO_CALLED.iter().find(|(called, _)| *called == name).map(|&(_, unit)| unit);
    Unit::named(&single).or_else(|| called(&single)).or_else(|| match called(business?)? {
        Unit::Minutes => Some(Unit::BusinessMinutes),
        Unit::Hours => Some(Unit::BusinessHours),
        Unit::Days => Some(Unit::BusinessDays),
        unit => Some(unit),
    })
}
