//! Months by name and their lengths.

use jiff::civil::Date;

/// English names, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a month from its English name or its first three letters or more (`sept`, `nov.`), in any case.
pub(super) fn named(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    if word.len() < 3 {
        return None;
    }
    let index = MONTHS.iter().position(|month| month.to_lowercase().starts_with(&word))?;
    i8::try_from(index + 1).ok()
}

/// The English name of month 1 to 12.
pub(super) fn name(month: i8) -> &'static str {
    usize::try_from(month).ok().and_then(|number| MONTHS.get(number.checked_sub(1)?)).copied().unwrap_or_default()
}

/// How many days a month has; nothing for a month that is none.
pub(super) fn days(year: i16, month: i8) -> Option<i8> {
    Date::new(year, month, 1).ok().map(Date::days_in_month)
}
