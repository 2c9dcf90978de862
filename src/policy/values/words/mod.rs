//! Values in the words of a language.
//!
//! A language is one file that answers [`Wording`]; nothing outside this folder puts a time, a date or a price into words. So far there is
//! English; other languages follow as further files and a line in [`wording`].

mod english;

use jiff::civil::{Date, Weekday};

pub use english::English;

use super::{Country, DayRange, Language, Length, Money, Owner, Shift, Shifts, TimeOfDay, YearlyDate};

/// What a language must be able to say. Nothing begins with a capital or ends with a full stop, so that it fits into a sentence.
pub trait Wording: Send + Sync {
    /// "9 am", "noon".
    fn time(&self, time: TimeOfDay) -> String;
    /// "9 am–5 pm", "2 pm–4 pm by appointment".
    fn shift(&self, shift: Shift) -> String;
    /// All shifts of a day, or that it is closed.
    fn shifts(&self, shifts: &Shifts) -> String;
    /// "Monday".
    fn weekday(&self, day: Weekday) -> &'static str;
    /// "Mon", for tables.
    fn short_weekday(&self, day: Weekday) -> &'static str;
    /// "Monday to Thursday"; one day alone where both are the same.
    fn day_run(&self, first: Weekday, last: Weekday) -> String;
    /// "every day", "Monday to Friday".
    fn days(&self, days: DayRange) -> String;
    /// "24 December 2026".
    fn date(&self, date: Date) -> String;
    /// "Thursday 24 December 2026".
    fn date_with_weekday(&self, date: Date) -> String;
    /// "Dec", for calendars; months count from 1.
    fn short_month(&self, month: i8) -> &'static str;
    /// "Thursday 24 December 2026 to Friday 1 January 2027"; one day alone where both are the same.
    fn date_range(&self, first: Date, last: Date) -> String;
    /// "25 December", "the fourth Thursday of November".
    fn yearly_date(&self, date: YearlyDate) -> String;
    /// "4 business hours".
    fn length(&self, length: Length) -> String;
    /// "$110.00 an hour", "50%".
    fn money(&self, money: &Money) -> String;
    /// "us", "you", a name.
    fn owner(&self, owner: &Owner) -> String;
    /// "a, b and c".
    fn list(&self, items: &[String]) -> String;
    /// Whether some words an owner typed speak of questions: "questions that can wait".
    fn speaks_of_questions(&self, words: &str) -> bool;
}

/// The wording of a language, dates and money in the habits of a country: the business's, unless the tag names another.
#[must_use]
pub fn wording(language: &Language, country: Option<Country>) -> Box<dyn Wording> {
    let habits = language.country().or(country);
    Box::new(English::new(habits, country.or(habits)))
}
