//! The days a key of a schedule stands for: `mon`, `mon-thu`, `fri-mon`, `weekdays`, `weekends`, `daily`.
//!
//! A week may name one day by several keys; the more specific decides: a day before a range before `weekdays` and `weekends` before `daily`.
//! Two keys of one level for one day are a contradiction; whoever reads a week tells it.

use std::fmt;

use jiff::civil::Weekday;

use super::Slip;
use super::typed::{Typed, is_dash, shown};
use super::words::Wording;
use crate::diagnostic::codes::policy::BAD_DAY;
use crate::diagnostic::nearest;

/// How specific a key is; of several keys for one day the highest decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Specificity {
    /// `daily`.
    Daily,
    /// `weekdays` or `weekends`.
    PartOfWeek,
    /// `mon-thu`.
    Range,
    /// `mon`.
    Day,
}

/// The days one key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayRange {
    /// `daily`: all seven.
    Daily,
    /// `weekdays`: Monday to Friday.
    Weekdays,
    /// `weekends`: Saturday and Sunday.
    Weekends,
    /// From the first to the second, which differs from it; may wrap round the week's end.
    From(Weekday, Weekday),
    /// One day.
    Day(Weekday),
}

/// Every accepted name of a day; the first of each day is the canonical one.
const NAMES: &[(&str, Weekday)] = &[
    ("mon", Weekday::Monday),
    ("monday", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("tuesday", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("weds", Weekday::Wednesday),
    ("wednesday", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("thur", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("thursday", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("friday", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("saturday", Weekday::Saturday),
    ("sun", Weekday::Sunday),
    ("sunday", Weekday::Sunday),
];
const GROUPS: &[(&str, DayRange)] =
    &[("weekdays", DayRange::Weekdays), ("weekends", DayRange::Weekends), ("daily", DayRange::Daily)];
/// What people write for a group of days.
const ALSO_CALLED: &[(&str, &str)] = &[
    ("every day", "daily"),
    ("everyday", "daily"),
    ("all days", "daily"),
    ("all week", "daily"),
    ("always", "daily"),
    ("7 days", "daily"),
    ("weekday", "weekdays"),
    ("working days", "weekdays"),
    ("business days", "weekdays"),
    ("week", "weekdays"),
    ("weekend", "weekends"),
    ("th", "thu"),
    ("tu", "tue"),
];
const TRY: &str = "Write a day (`mon`), a range (`mon-thu`), `weekdays`, `weekends` or `daily`.";

impl DayRange {
    /// Reads the key of a line of a schedule.
    ///
    /// # Errors
    /// A slip that names the nearest day.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        let lower = typed.lower();
        if let Some(&(_, group)) = GROUPS.iter().find(|(name, _)| *name == lower) {
            return Ok(group);
        }
        match ends_of_range(typed).as_slice() {
            [day] => weekday(*day).map(DayRange::Day),
            [first, last] => Self::from_to(typed, weekday(*first)?, weekday(*last)?),
            _ => Err(typed.slip(&BAD_DAY, format!("{} is more than one range of days.", shown(typed.text())), TRY)),
        }
    }

    fn from_to(typed: Typed<'_>, first: Weekday, last: Weekday) -> Result<Self, Slip> {
        if first == last {
            let message = format!("{} begins and ends on the same day.", shown(typed.text()));
            return Err(typed.slip(
                &BAD_DAY,
                message,
                format!("Write `{}` for that day, or `daily` for all seven.", short(first)),
            ));
        }
        Ok(DayRange::From(first, last))
    }

    /// How specific the key is.
    #[must_use]
    pub fn specificity(self) -> Specificity {
        match self {
            DayRange::Daily => Specificity::Daily,
            DayRange::Weekdays | DayRange::Weekends => Specificity::PartOfWeek,
            DayRange::From(..) => Specificity::Range,
            DayRange::Day(_) => Specificity::Day,
        }
    }

    /// The first and the last day, going forward.
    #[must_use]
    pub fn ends(self) -> (Weekday, Weekday) {
        match self {
            DayRange::Daily => (Weekday::Monday, Weekday::Sunday),
            DayRange::Weekdays => (Weekday::Monday, Weekday::Friday),
            DayRange::Weekends => (Weekday::Saturday, Weekday::Sunday),
            DayRange::From(first, last) => (first, last),
            DayRange::Day(day) => (day, day),
        }
    }

    /// Its days, from the first to the last.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        let (first, last) = self.ends();
        let count = usize::from(first.until(last).unsigned_abs()) + 1;
        first.cycle_forward().take(count)
    }

    /// Whether it names this day.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.days().any(|named| named == day)
    }

    /// In words: "Monday to Thursday", "every day".
    #[must_use]
    pub fn words(self, wording: &dyn Wording) -> String {
        wording.days(self)
    }
}

impl fmt::Display for DayRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            DayRange::Daily => f.write_str("daily"),
            DayRange::Weekdays => f.write_str("weekdays"),
            DayRange::Weekends => f.write_str("weekends"),
            DayRange::From(first, last) => write!(f, "{}-{}", short(first), short(last)),
            DayRange::Day(day) => f.write_str(short(day)),
        }
    }
}

/// Reads one day's name.
pub(super) fn weekday(typed: Typed<'_>) -> Result<Weekday, Slip> {
    let lower = typed.lower();
    if let Some(&(_, day)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return Ok(day);
    }
    if typed.is_empty() {
        return Err(typed.slip(&BAD_DAY, "A day is missing here.", TRY));
    }
    Err(typed.slip(&BAD_DAY, format!("{} is not a day.", shown(typed.text())), help(&lower)))
}

/// The canonical name of a day.
pub(super) fn short(day: Weekday) -> &'static str {
    NAMES.iter().find(|(_, named)| *named == day).map_or("mon", |&(name, _)| name)
}

/// The one or two stretches around the dash or "to".
fn ends_of_range(typed: Typed<'_>) -> Vec<Typed<'_>> {
    match typed.lower().find(" to ") {
        Some(at) => vec![typed.split_at(at).0.trim(), typed.split_at(at + " to ".len()).1.trim()],
        None => typed.split(is_dash),
    }
}

fn help(lower: &str) -> String {
    if let Some((_, name)) = ALSO_CALLED.iter().find(|(called, _)| *called == lower) {
        return format!("Write `{name}`.");
    }
    let several = lower.contains([',', '/', '&', '+']) || lower.contains(" and ");
    if several {
        return "Give each day a line of its own, or write a range such as `mon-thu`.".to_owned();
    }
    let joined = lower.replace(['_', '.', ' '], "-");
    if joined != lower
        && let Ok(range) = DayRange::read(joined.trim_matches('-'))
    {
        return format!("Write `{range}`.");
    }
    let names = NAMES.iter().map(|(name, _)| *name).chain(GROUPS.iter().map(|(name, _)| *name));
    nearest(lower, names).map_or_else(|| TRY.to_owned(), |name| format!("Did you mean `{name}`?"))
}
