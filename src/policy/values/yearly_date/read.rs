//! The spellings of a yearly rule.

use jiff::civil::Date;

use super::{Which, YearlyDate};
use crate::diagnostic::codes::policy::BAD_YEARLY_DATE;
use crate::diagnostic::nearest;
use crate::policy::values::date_guess;
use crate::policy::values::day_range::weekday;
use crate::policy::values::typed::{Typed, is_dash, shown};
use crate::policy::values::words::{English, Wording};
use crate::policy::values::{Slip, month};

/// How far from Easter Sunday a day may lie: further on, the year could end.
const FROM_EASTER: i16 = 80;
const TRY: &str =
    "Write a day such as `12-25` (month, then day), `4th thursday of november`, `last monday of may` or `easter+1`.";

const ORDINALS: &[(&str, Which)] = &[
    ("1st", Which::First),
    ("first", Which::First),
    ("2nd", Which::Second),
    ("second", Which::Second),
    ("3rd", Which::Third),
    ("third", Which::Third),
    ("4th", Which::Fourth),
    ("fourth", Which::Fourth),
    ("5th", Which::Fifth),
    ("fifth", Which::Fifth),
    ("last", Which::Last),
];

/// Holidays whose rule is the same wherever they are kept, and two that America made its own.
const HOLIDAYS: &[(&str, &str)] = &[
    ("new year", "01-01"),
    ("new year's day", "01-01"),
    ("epiphany", "01-06"),
    ("ash wednesday", "easter-46"),
    ("maundy thursday", "easter-3"),
    ("good friday", "easter-2"),
    ("easter saturday", "easter-1"),
    ("easter sunday", "easter"),
    ("easter monday", "easter+1"),
    ("ascension day", "easter+39"),
    ("pentecost", "easter+49"),
    ("whit monday", "easter+50"),
    ("corpus christi", "easter+60"),
    ("independence day", "07-04"),
    ("thanksgiving", "4th thursday of november"),
    ("halloween", "10-31"),
    ("all saints' day", "11-01"),
    ("christmas", "12-25"),
    ("xmas", "12-25"),
    ("christmas eve", "12-24"),
    ("christmas day", "12-25"),
    ("boxing day", "12-26"),
    ("st stephen's day", "12-26"),
    ("new year's eve", "12-31"),
];

/// Reads a rule.
pub(super) fn yearly(text: &str) -> Result<YearlyDate, Slip> {
    let typed = Typed::new(text);
    let lower = typed.lower();
    if typed.is_empty() {
        return Err(typed.slip(&BAD_YEARLY_DATE, "The day is missing.", TRY));
    }
    if let Some(offset) = lower.strip_prefix("easter").filter(|rest| is_offset(rest)) {
        return from_easter(typed, offset);
    }
    if let [month, day] = typed.split(|character| character == '-').as_slice()
        && is_two_digits(*month)
        && is_two_digits(*day)
    {
        return month_and_day(*month, *day);
    }
    let words = words(typed);
    match words.first().and_then(|word| ordinal(*word)) {
        Some(which) => weekday_of_month(typed, which, &words),
        None => Err(unknown(typed)),
    }
}

/// The words, without a "the" at the beginning.
fn words(typed: Typed<'_>) -> Vec<Typed<'_>> {
    let words = typed.split(char::is_whitespace).into_iter().filter(|word| !word.is_empty());
    words.skip_while(|word| word.lower() == "the").collect()
}

fn is_two_digits(typed: Typed<'_>) -> bool {
    typed.text().len() == 2 && typed.text().bytes().all(|byte| byte.is_ascii_digit())
}

fn is_offset(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with('+') || rest.starts_with(is_dash)
}

fn ordinal(word: Typed<'_>) -> Option<Which> {
    let lower = word.lower();
    ORDINALS.iter().find(|(name, _)| *name == lower).map(|&(_, which)| which)
}

fn from_easter(typed: Typed<'_>, offset: &str) -> Result<YearlyDate, Slip> {
    let offset = offset.trim();
    if offset.is_empty() {
        return Ok(YearlyDate::Easter { days_after: 0 });
    }
    let digits = offset.trim_start_matches(|character| character == '+' || is_dash(character)).trim_start();
    let days = if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse::<i16>().ok() } else { None };
    let Some(days) = days.filter(|days| *days <= FROM_EASTER) else {
        let message = format!("{} does not count days from Easter.", shown(typed.text()));
        let help = format!(
            "Write `easter+1` for the day after Easter Sunday, `easter-2` for two days before; {FROM_EASTER} at most."
        );
        return Err(typed.slip(&BAD_YEARLY_DATE, message, help));
    };
    Ok(YearlyDate::Easter { days_after: if offset.starts_with('+') { days } else { -days } })
}

/// Two digits and two digits.
fn month_and_day(month: Typed<'_>, day: Typed<'_>) -> Result<YearlyDate, Slip> {
    const LEAP_YEAR: i16 = 2000;
    let number = |part: Typed<'_>| part.text().parse::<i8>().unwrap_or_default();
    let (m, d) = (number(month), number(day));
    let Some(days) = month::days(LEAP_YEAR, m) else {
        let help = match Date::new(LEAP_YEAR, d, m) {
            Ok(_) => format!("The month comes first: write `{d:02}-{m:02}`."),
            Err(_) => "Months go from `01` to `12`.".to_owned(),
        };
        return Err(month.slip(&BAD_YEARLY_DATE, format!("There is no month {}.", month.text()), help));
    };
    if d < 1 || d > days {
        let message = format!("{} has no day {}.", month::name(m), day.text());
        return Err(day.slip(&BAD_YEARLY_DATE, message, format!("Write a day from `{m:02}-01` to `{m:02}-{days}`.")));
    }
    Ok(YearlyDate::Day { month: m, day: d })
}

/// `4th thursday of november`, whose first word is understood.
fn weekday_of_month(typed: Typed<'_>, which: Which, words: &[Typed<'_>]) -> Result<YearlyDate, Slip> {
    let (day, month) = match words {
        [_, day, joint, month] if matches!(joint.lower().as_str(), "of" | "in") => (*day, *month),
        _ => return Err(unknown(typed)),
    };
    let weekday = weekday(day).map_err(|slip| Slip { code: &BAD_YEARLY_DATE, ..slip })?;
    let Some(month) = month::named(month.text()) else {
        let names = (1..=12).map(month::name);
        let help = nearest(month.text(), names)
            .map_or_else(|| TRY.to_owned(), |name| format!("Did you mean `{}`?", name.to_lowercase()));
        return Err(month.slip(&BAD_YEARLY_DATE, format!("{} is not a month.", shown(month.text())), help));
    };
    Ok(YearlyDate::Weekday { which, weekday, month })
}

fn unknown(typed: Typed<'_>) -> Slip {
    let rule = meant(typed.text());
    let readings = if rule.is_none() { date_guess::yearly_readings(typed.text()) } else { Vec::new() };
    if let [one, other, ..] = readings.as_slice() {
        let message = format!("{} leaves open which number is the month.", shown(typed.text()));
        return typed.slip(&BAD_YEARLY_DATE, message, either(*one, *other));
    }
    let rule = rule.or_else(|| readings.first().map(|date| rule_of(*date).to_string()));
    let help = rule.map_or_else(|| TRY.to_owned(), |rule| format!("Write `{rule}`."));
    typed.slip(&BAD_YEARLY_DATE, format!("{} is not a day of the year as written here.", shown(typed.text())), help)
}

fn rule_of(date: Date) -> YearlyDate {
    YearlyDate::Day { month: date.month(), day: date.day() }
}

fn either(one: Date, other: Date) -> String {
    let english = English::default();
    let words = |date: Date| format!("`{}` for {}", rule_of(date), english.yearly_date(rule_of(date)));
    format!("Write {}, or {}.", words(one), words(other))
}

/// The rule behind a holiday's name, a date with a year, or words in another order.
fn meant(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase().replace('’', "'");
    if let Some((_, rule)) = HOLIDAYS.iter().find(|(name, _)| *name == lower) {
        return Some((*rule).to_owned());
    }
    if let [date] = date_guess::readings(text).as_slice() {
        return Some(rule_of(*date).to_string());
    }
    if let Some(rule) = scattered_rule(&lower) {
        return Some(rule.to_string());
    }
    let name = nearest(&lower, HOLIDAYS.iter().map(|(name, _)| *name))?;
    HOLIDAYS.iter().find(|(holiday, _)| *holiday == name).map(|(_, rule)| (*rule).to_owned())
}

/// An ordinal before a weekday and a month anywhere: `november, 4th thursday`. What comes after the fifth is the last.
fn scattered_rule(lower: &str) -> Option<YearlyDate> {
    let words: Vec<&str> =
        lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (which, weekday) = words.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let past_fifth = ["6th", "7th", "8th", "9th"].contains(first).then_some(Which::Last);
        let weekday = weekday(Typed::new(second.trim_end_matches('s'))).ok()?;
        Some((ordinal(Typed::new(first)).or(past_fifth)?, weekday))
    })?;
    let month = words.iter().find_map(|word| month::named(word))?;
    Some(YearlyDate::Weekday { which, weekday, month })
}
