//! Dates as people elsewhere spell them, so that a slip can give the date meant: `24/12/2026`, `24.12.26`, `December 24, 2026`, `25 dec`.

use jiff::civil::Date;

use super::month;

/// The words and numbers of a spelled date, lower-case.
struct Spelling<'t> {
    numbers: Vec<&'t str>,
    month: Option<i8>,
    dotted: bool,
}

/// The dates a spelling may mean: two where day and month may be confused.
pub(super) fn readings(text: &str) -> Vec<Date> {
    let lower = text.to_lowercase();
    let spelling = Spelling::of(&lower);
    let candidates = match (spelling.numbers.as_slice(), spelling.month) {
        ([first, second], Some(month)) if first.len() == 4 => vec![(year(first), Some(month), small(second))],
        ([first, second], Some(month)) => vec![(year(second), Some(month), small(first))],
        ([first, second, third], None) if first.len() == 4 => vec![(year(first), small(second), small(third))],
        ([first, second, third], None) if spelling.dotted => vec![(year(third), small(second), small(first))],
        ([first, second, third], None) => {
            vec![(year(third), small(first), small(second)), (year(third), small(second), small(first))]
        }
        ([joined], None) => compact(joined).into_iter().collect(),
        _ => Vec::new(),
    };
    dates(candidates)
}

/// The days of a year a spelling without one may mean, as dates of a leap year.
pub(super) fn yearly_readings(text: &str) -> Vec<Date> {
    const LEAP: Option<i16> = Some(2000);
    let lower = text.to_lowercase();
    let spelling = Spelling::of(&lower);
    let candidates = match (spelling.numbers.as_slice(), spelling.month) {
        ([day], Some(month)) => vec![(LEAP, Some(month), small(day))],
        ([first, second], None) if spelling.dotted => vec![(LEAP, small(second), small(first))],
        ([first, second], None) => {
            vec![(LEAP, small(first), small(second)), (LEAP, small(second), small(first))]
        }
        _ => Vec::new(),
    };
    dates(candidates)
}

impl<'t> Spelling<'t> {
    fn of(lower: &'t str) -> Self {
        let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.map(without_ordinal).collect();
        let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
        let month = words.iter().find_map(|word| month::named(word));
        Spelling { numbers: words.into_iter().filter(is_number).collect(), month, dotted: lower.contains('.') }
    }
}

fn dates(candidates: Vec<(Option<i16>, Option<i8>, Option<i8>)>) -> Vec<Date> {
    let mut dates: Vec<Date> =
        candidates.into_iter().filter_map(|(year, month, day)| Date::new(year?, month?, day?).ok()).collect();
    dates.dedup();
    dates
}

/// `20261224`.
fn compact(joined: &str) -> Option<(Option<i16>, Option<i8>, Option<i8>)> {
    let (year_part, rest) = joined.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    (day.len() == 2).then(|| (year(year_part), small(month), small(day)))
}

/// `1st`, `22nd`: the number alone.
fn without_ordinal(word: &str) -> &str {
    let endings = ["st", "nd", "rd", "th"];
    let number = endings.iter().find_map(|ending| word.strip_suffix(ending));
    number.filter(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(word)
}

/// A year of four digits, or of two: 26 is 2026.
fn year(text: &str) -> Option<i16> {
    let number: i16 = text.parse().ok()?;
    match text.len() {
        4 => Some(number),
        2 => Some(2000 + number),
        _ => None,
    }
}

fn small(text: &str) -> Option<i8> {
    text.parse().ok()
}
