//! English, and the only file that holds any of its words for values.

use jiff::civil::{Date, Weekday};

use super::{Away, Clock, Wording};
use crate::policy::values::money::{Amount, Currency};
use crate::policy::values::yearly_date::Which;
use crate::policy::values::yearly_date::weekday_name;
use crate::policy::values::{Country, DayRange, Length, Money, Owner, Shift, Shifts, TimeOfDay, YearlyDate, month};

/// English as written in one country.
#[derive(Clone, Copy, Debug, Default)]
pub struct English {
    month_first: bool,
    home_currency: Option<Currency>,
}

/// Countries that write "December 24, 2026": the United States with its territories, Canada, the Philippines and a few Pacific states.
const MONTH_FIRST: &str = "AS CA FM GU MH MP PH PR PW UM US VI";
/// Noon and midnight by name, because "12 am" is read both ways.
const CLOCK: Clock = Clock {
    whole: "{h}\u{a0}{half}",
    part: "{h}:{m}\u{a0}{half}",
    alone: "{time}",
    range: "{from}–{to}",
    am: "am",
    pm: "pm",
    noon: "noon",
    midnight: "midnight",
    tick: "",
    comma: ", ",
};
const AWAY: Away = Away {
    one_day: "Thank you for your message. {name} is closed on {day} ({reason}).",
    days: "Thank you for your message. {name} is closed from {from} to {to} ({reason}).",
    back: "We are back on {day}. Your message keeps its place until then.",
    danger: "If anyone is in danger, call {number} first.",
};
/// Days that Easter gives a name to.
const AROUND_EASTER: &[(i16, &str)] = &[
    (-46, "Ash Wednesday"),
    (-3, "Maundy Thursday"),
    (-2, "Good Friday"),
    (0, "Easter Sunday"),
    (1, "Easter Monday"),
    (39, "Ascension Day"),
    (49, "Whit Sunday"),
    (50, "Whit Monday"),
];

impl English {
    /// Dates in the habits of one country, prices as read in another: usually the same.
    #[must_use]
    pub fn new(dates: Option<Country>, prices: Option<Country>) -> Self {
        let month_first = dates.is_some_and(|country| MONTH_FIRST.split(' ').any(|code| code == country.code()));
        English { month_first, home_currency: prices.and_then(Country::currency) }
    }

    fn hours(shift: Shift) -> String {
        let whole_day = shift.start() == TimeOfDay::START_OF_DAY && shift.end() == TimeOfDay::END_OF_DAY;
        if whole_day { "24 hours".to_owned() } else { CLOCK.range(shift.start(), shift.end()) }
    }

    fn day_and_month(self, day: i8, month: i8) -> String {
        let month = month::name(month);
        if self.month_first { format!("{month} {day}") } else { format!("{day} {month}") }
    }

    /// The sign before a sum: `$` for a country's own dollars, `US$` elsewhere, the code where there is no sign all know.
    fn sign(self, currency: Currency) -> Option<&'static str> {
        let is_home = self.home_currency == Some(currency);
        match currency.code() {
            _ if is_home && currency.sign_at_home().is_some() => currency.sign_at_home(),
            "EUR" => Some("€"),
            "GBP" => Some("£"),
            "USD" if self.home_currency.and_then(Currency::sign_at_home) == Some("$") => Some("US$"),
            "USD" => Some("$"),
            _ => None,
        }
    }
}

impl Wording for English {
    fn clock(&self) -> Clock {
        CLOCK
    }

    fn shift(&self, shift: Shift) -> String {
        let hours = Self::hours(shift);
        if shift.by_appointment() { format!("{hours} by appointment") } else { hours }
    }

    fn shifts(&self, shifts: &Shifts) -> String {
        if shifts.is_closed() {
            return "closed".to_owned();
        }
        let (booked, open): (Vec<Shift>, Vec<Shift>) =
            shifts.shifts().iter().copied().partition(|shift| shift.by_appointment());
        let list = |shifts: &[Shift]| self.list(&shifts.iter().map(|shift| Self::hours(*shift)).collect::<Vec<_>>());
        // Said apart, so that "by appointment" is not taken for the open hours too.
        match (open.as_slice(), booked.as_slice()) {
            (open, []) => list(open),
            ([], booked) => format!("{} by appointment", list(booked)),
            (open, booked) => format!("{}, and by appointment {}", list(open), list(booked)),
        }
    }

    fn closed(&self) -> &'static str {
        "closed"
    }

    fn weekday(&self, day: Weekday) -> &'static str {
        weekday_name(day)
    }

    fn short_weekday(&self, day: Weekday) -> &'static str {
        self.weekday(day).get(..3).unwrap_or_default()
    }

    fn day_run(&self, first: Weekday, last: Weekday) -> String {
        let (from, to) = (self.weekday(first), self.weekday(last));
        match first.until(last) {
            0 => from.to_owned(),
            1 => format!("{from} and {to}"),
            _ => format!("{from} to {to}"),
        }
    }

    fn days(&self, days: DayRange) -> String {
        let (first, last) = days.ends();
        if days.days().count() == 7 { "every day".to_owned() } else { self.day_run(first, last) }
    }

    fn date(&self, date: Date) -> String {
        let comma = if self.month_first { "," } else { "" };
        format!("{}{comma} {}", self.day_and_month(date.day(), date.month()), date.year())
    }

    fn date_with_weekday(&self, date: Date) -> String {
        let comma = if self.month_first { "," } else { "" };
        format!("{}{comma} {}", self.weekday(date.weekday()), self.date(date))
    }

    fn short_month(&self, month: i8) -> &'static str {
        month::name(month).get(..3).unwrap_or_default()
    }

    fn away(&self) -> Away {
        AWAY
    }

    fn span(&self, from: &str, to: &str) -> String {
        format!("{from} to {to}")
    }

    fn yearly_date(&self, date: YearlyDate) -> String {
        match date {
            YearlyDate::Day { month, day } => self.day_and_month(day, month),
            YearlyDate::Weekday { which, weekday, month } => {
                format!("the {} {} of {}", ordinal(which), self.weekday(weekday), month::name(month))
            }
            YearlyDate::Easter { days_after } => from_easter(days_after),
        }
    }

    fn length(&self, length: Length) -> String {
        // The canonical spelling is English already.
        length.to_string()
    }

    fn money(&self, money: &Money) -> String {
        let amount = match money.amount() {
            Amount::Percent { .. } => format!("{}%", money.amount().number()),
            Amount::Sum { currency, .. } => {
                let number = grouped(&money.amount().number());
                self.sign(currency).map_or_else(|| format!("{currency} {number}"), |sign| format!("{sign}{number}"))
            }
        };
        money.per().map_or(amount.clone(), |per| format!("{amount} {}", per_unit(per)))
    }

    fn owner(&self, owner: &Owner) -> String {
        match owner {
            Owner::Us => "us".to_owned(),
            Owner::Client => "you".to_owned(),
            Owner::Third(name) => name.to_string(),
        }
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => format!("{} and {last}", before.join(", ")),
        }
    }

    fn speaks_of_questions(&self, words: &str) -> bool {
        words.to_lowercase().contains("question")
    }
}

fn ordinal(which: Which) -> &'static str {
    match which {
        Which::First => "first",
        Which::Second => "second",
        Which::Third => "third",
        Which::Fourth => "fourth",
        Which::Fifth => "fifth",
        Which::Last => "last",
    }
}

fn from_easter(days_after: i16) -> String {
    if let Some((_, name)) = AROUND_EASTER.iter().find(|(days, _)| *days == days_after) {
        return (*name).to_owned();
    }
    let days = days_after.unsigned_abs();
    let (unit, side) = (if days == 1 { "day" } else { "days" }, if days_after < 0 { "before" } else { "after" });
    format!("{days} {unit} {side} Easter Sunday")
}

/// `1250.00` with a comma before each three digits of the whole part.
fn grouped(number: &str) -> String {
    let (whole, part) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut grouped = String::with_capacity(number.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + part
}

/// "an hour", "a page", "per 15 minutes".
fn per_unit(per: &str) -> String {
    let lower = per.to_lowercase();
    let article_already = ["a ", "an ", "each ", "every ", "per "].iter().any(|start| lower.starts_with(start));
    if article_already {
        return per.to_owned();
    }
    if !lower.starts_with(char::is_alphabetic) {
        return format!("per {per}");
    }
    let article = if sounds_like_vowel(&lower) { "an" } else { "a" };
    format!("{article} {per}")
}

/// Whether "an" goes before it: "an hour", "an update", but "a unit", "a one-off".
fn sounds_like_vowel(lower: &str) -> bool {
    let silent_h = ["hour", "heir", "honest", "honour"].iter().any(|start| lower.starts_with(start));
    let sounds_like_consonant =
        ["uni", "use", "usual", "utility", "eu", "one", "once"].iter().any(|start| lower.starts_with(start));
    silent_h || (lower.starts_with(['a', 'e', 'i', 'o', 'u']) && !sounds_like_consonant)
}
