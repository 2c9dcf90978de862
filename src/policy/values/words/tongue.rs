//! A language as a table, and how values are said by it.
//!
//! English has a file with rules of its own; every other language is one [`Tongue`]. Names of days and months, the order of dates and the
//! shape of lists and ranges are those of CLDR 48. The crates that carry CLDR's data know neither business hours nor what is said of a closed
//! day, and would bring some megabytes for a few hundred words, so the words stand here.

use jiff::civil::{Date, Weekday};

use super::clock::Clock;
use super::numbers::{HARD_BLANK, Numbers, sign};
use super::plural::{Plural, form};
use super::{Away, Easter, Wording};
use crate::policy::values::money::{Amount, Currency};
use crate::policy::values::yearly_date::Which;
use crate::policy::values::{Country, DayRange, Length, Money, Owner, Shift, Shifts, TimeOfDay, Unit, YearlyDate};

/// Twelve names, January first.
pub(super) type Months = [&'static str; 12];
/// Seven names, Monday first.
pub(super) type Weekdays = [&'static str; 7];

/// A language. `{…}` are gaps.
pub(super) struct Tongue {
    /// As they stand in a date.
    pub months: fn(&str) -> &'static Months,
    pub short_months: fn(&str) -> &'static Months,
    pub weekdays: Weekdays,
    pub short_weekdays: Weekdays,
    /// As they stand in a run: Polish says them in the genitive there.
    pub weekdays_in_runs: Weekdays,
    /// `{from}` and `{to}`.
    pub day_run: &'static str,
    pub every_day: &'static str,
    /// `{d}` and `{m}`.
    pub day_and_month: &'static str,
    /// The first day of a month, where it is said otherwise: "1er".
    pub first: &'static str,
    /// `{date}` and `{y}`.
    pub date: &'static str,
    /// `{w}` and `{date}`.
    pub weekday_and_date: &'static str,
    /// `{from}` and `{to}`: dates, and days of a year.
    pub span: &'static str,
    /// What runs together in a span: "du le" is "du".
    pub contracted: &'static [(&'static str, &'static str)],
    /// `{nth}`, `{w}` and `{m}`.
    pub nth_weekday: &'static str,
    /// First to fifth, last; for weekdays of the feminine gender in the second list.
    pub nth: [[&'static str; 6]; 2],
    pub feminine: fn(Weekday) -> bool,
    pub easter: Easter,
    /// Between the last two of a list, and between the others.
    pub and: &'static str,
    pub others: &'static str,
    pub comma: &'static str,
    pub closed: &'static str,
    pub all_day: &'static str,
    /// `{hours}`.
    pub by_appointment: &'static str,
    /// `{open}` and `{booked}`.
    pub open_and_booked: &'static str,
    pub us: &'static str,
    pub you: &'static str,
    pub away: Away,
    /// Beginnings of words that speak of questions, in small letters.
    pub questions: &'static [&'static str],
    pub plural: fn(u32) -> Plural,
    /// Forms by unit, in the order of [`unit_place`]; `=` before one that says its number itself.
    pub units: [&'static str; 8],
    /// The same behind the words of `governors`.
    pub governed_units: [&'static str; 8],
    pub governors: &'static [&'static str],
    /// `{per}`.
    pub per: &'static str,
    /// The units that are read in English, with their words behind `per`.
    pub per_units: &'static [(&'static str, &'static str)],
    pub clock: fn(&str) -> Clock,
    pub numbers: fn(&str) -> Numbers,
    /// The American dollar from afar.
    pub dollar: &'static str,
    pub currencies: &'static [(&'static str, &'static str)],
    /// What goes before and behind something that is written from left to right whatever is around it.
    pub isolated: (&'static str, &'static str),
}

/// A language in the habits of a country.
#[derive(Clone, Copy)]
pub(super) struct Local {
    tongue: &'static Tongue,
    country: &'static str,
    home: Option<Currency>,
    clock: Clock,
    numbers: Numbers,
}

impl Local {
    /// Dates and clock in the habits of one country, prices as read in another.
    pub fn new(tongue: &'static Tongue, habits: Option<Country>, prices: Option<Country>) -> Self {
        let country = habits.map_or("", Country::code);
        let at_home = prices.map_or("", Country::code);
        Local {
            tongue,
            country,
            home: prices.and_then(Country::currency),
            clock: (tongue.clock)(country),
            numbers: (tongue.numbers)(at_home),
        }
    }

    fn hours(&self, shift: Shift) -> String {
        let is_whole_day = shift.start() == TimeOfDay::START_OF_DAY && shift.end() == TimeOfDay::END_OF_DAY;
        if is_whole_day { self.tongue.all_day.to_owned() } else { self.clock.range(shift.start(), shift.end()) }
    }

    fn month(&self, month: i8) -> &'static str {
        named((self.tongue.months)(self.country), month)
    }

    fn day_and_month(&self, day: i8, month: i8) -> String {
        let day = if day == 1 { self.tongue.first.to_owned() } else { day.to_string() };
        self.tongue.day_and_month.replace("{d}", &day).replace("{m}", self.month(month))
    }

    fn nth_weekday(&self, which: Which, weekday: Weekday, month: i8) -> String {
        let place = match which {
            Which::First => 0,
            Which::Second => 1,
            Which::Third => 2,
            Which::Fourth => 3,
            Which::Fifth => 4,
            Which::Last => 5,
        };
        let [masculine, feminine] = &self.tongue.nth;
        let forms = if (self.tongue.feminine)(weekday) { feminine } else { masculine };
        let nth = forms.get(place).copied().unwrap_or_default();
        let said = self.tongue.nth_weekday.replace("{nth}", nth).replace("{w}", self.weekday(weekday));
        said.replace("{m}", self.month(month))
    }

    fn around_easter(&self, days_after: i16) -> String {
        let Easter { names, before, after } = &self.tongue.easter;
        if let Some((_, name)) = names.iter().find(|(days, _)| *days == days_after) {
            return (*name).to_owned();
        }
        let pattern = if days_after < 0 { before } else { after };
        let words_before = pattern.split("{days}").next().unwrap_or_default();
        let days = Length::new(u32::from(days_after.unsigned_abs()), Unit::Days);
        let days = days.map_or_else(String::new, |days| self.length_behind(words_before, days));
        pattern.replace("{days}", &days)
    }

    fn counted(&self, units: &[&'static str; 8], length: Length) -> String {
        let forms = units.get(unit_place(length.unit())).copied().unwrap_or_default();
        let form = form(forms, (self.tongue.plural)(length.count()));
        match form.strip_prefix('=') {
            Some(whole) => whole.to_owned(),
            None => format!("{}{HARD_BLANK}{form}", length.count()),
        }
    }

    fn is_governed(&self, before: &str) -> bool {
        let words = before.split_whitespace().rev().take(2);
        words.map(str::to_lowercase).any(|word| self.tongue.governors.contains(&word.as_str()))
    }
}

/// A unit's place in the lists of a tongue.
fn unit_place(unit: Unit) -> usize {
    match unit {
        Unit::Minutes => 0,
        Unit::Hours => 1,
        Unit::Days => 2,
        Unit::Weeks => 3,
        Unit::Months => 4,
        Unit::BusinessMinutes => 5,
        Unit::BusinessHours => 6,
        Unit::BusinessDays => 7,
    }
}

fn named(months: &'static Months, month: i8) -> &'static str {
    usize::try_from(month).ok().and_then(|number| months.get(number.checked_sub(1)?)).copied().unwrap_or_default()
}

fn of_week(names: &Weekdays, day: Weekday) -> &'static str {
    usize::try_from(day.to_monday_zero_offset()).ok().and_then(|place| names.get(place)).copied().unwrap_or_default()
}

fn between(pattern: &str, from: &str, to: &str) -> String {
    pattern.replace("{from}", from).replace("{to}", to)
}

impl Wording for Local {
    fn clock(&self) -> Clock {
        self.clock
    }

    fn shift(&self, shift: Shift) -> String {
        let hours = self.hours(shift);
        if shift.by_appointment() { self.tongue.by_appointment.replace("{hours}", &hours) } else { hours }
    }

    fn shifts(&self, shifts: &Shifts) -> String {
        if shifts.is_closed() {
            return self.tongue.closed.to_owned();
        }
        let (booked, open): (Vec<Shift>, Vec<Shift>) =
            shifts.shifts().iter().copied().partition(|shift| shift.by_appointment());
        let list = |shifts: &[Shift]| self.list(&shifts.iter().map(|shift| self.hours(*shift)).collect::<Vec<_>>());
        match (open.as_slice(), booked.as_slice()) {
            (open, []) => list(open),
            ([], booked) => self.tongue.by_appointment.replace("{hours}", &list(booked)),
            (open, booked) => {
                self.tongue.open_and_booked.replace("{open}", &list(open)).replace("{booked}", &list(booked))
            }
        }
    }

    fn closed(&self) -> &'static str {
        self.tongue.closed
    }

    fn weekday(&self, day: Weekday) -> &'static str {
        of_week(&self.tongue.weekdays, day)
    }

    fn short_weekday(&self, day: Weekday) -> &'static str {
        of_week(&self.tongue.short_weekdays, day)
    }

    fn day_run(&self, first: Weekday, last: Weekday) -> String {
        let said = |day: Weekday| self.weekday(day).to_owned();
        match first.until(last) {
            0 => said(first),
            1 => self.list(&[said(first), said(last)]),
            _ => {
                let names = &self.tongue.weekdays_in_runs;
                between(self.tongue.day_run, of_week(names, first), of_week(names, last))
            }
        }
    }

    fn days(&self, days: DayRange) -> String {
        let (first, last) = days.ends();
        if days.days().count() == 7 { self.tongue.every_day.to_owned() } else { self.day_run(first, last) }
    }

    fn date(&self, date: Date) -> String {
        let day = self.day_and_month(date.day(), date.month());
        self.tongue.date.replace("{date}", &day).replace("{y}", &date.year().to_string())
    }

    fn date_with_weekday(&self, date: Date) -> String {
        let weekday = self.weekday(date.weekday());
        self.tongue.weekday_and_date.replace("{w}", weekday).replace("{date}", &self.date(date))
    }

    fn short_month(&self, month: i8) -> &'static str {
        named((self.tongue.short_months)(self.country), month)
    }

    fn away(&self) -> Away {
        self.tongue.away
    }

    fn span(&self, from: &str, to: &str) -> String {
        let said = between(self.tongue.span, from, to);
        self.tongue.contracted.iter().fold(said, |said, (apart, together)| said.replace(apart, together))
    }

    fn yearly_date(&self, date: YearlyDate) -> String {
        match date {
            YearlyDate::Day { month, day } => self.day_and_month(day, month),
            YearlyDate::Weekday { which, weekday, month } => self.nth_weekday(which, weekday, month),
            YearlyDate::Easter { days_after } => self.around_easter(days_after),
        }
    }

    fn length(&self, length: Length) -> String {
        self.counted(&self.tongue.units, length)
    }

    fn length_behind(&self, before: &str, length: Length) -> String {
        let is_governed = self.is_governed(before);
        self.counted(if is_governed { &self.tongue.governed_units } else { &self.tongue.units }, length)
    }

    fn money(&self, money: &Money) -> String {
        let number = money.amount().number();
        let amount = match money.amount() {
            Amount::Percent { .. } => format!("{}{}", self.numbers.number(&number), self.numbers.percent),
            Amount::Sum { currency, .. } => {
                let sign = sign(currency, self.home, self.tongue.dollar, self.tongue.currencies);
                self.numbers.sum(&number, &sign)
            }
        };
        let Some(per) = money.per() else { return amount };
        let lower = per.to_lowercase();
        let known = self.tongue.per_units.iter().find(|(english, _)| *english == lower);
        format!("{amount} {}", self.tongue.per.replace("{per}", known.map_or(per, |(_, word)| word)))
    }

    fn owner(&self, owner: &Owner) -> String {
        match owner {
            Owner::Us => self.tongue.us.to_owned(),
            Owner::Client => self.tongue.you.to_owned(),
            Owner::Third(name) => name.to_string(),
        }
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => format!("{}{}{last}", before.join(self.tongue.others), self.tongue.and),
        }
    }

    fn row(&self, items: &[String]) -> String {
        items.join(self.tongue.comma)
    }

    fn left_to_right(&self, text: &str) -> String {
        let (before, behind) = self.tongue.isolated;
        format!("{before}{text}{behind}")
    }

    fn speaks_of_questions(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        self.tongue.questions.iter().any(|stem| words.contains(stem))
    }
}
