//! Values in the words of a language.
//!
//! A language is one file that answers [`Wording`]; nothing outside this folder puts a time, a date or a price into words. English has rules
//! of its own, the others are tables ([`mod@tongue`]). A site in any other language has its values in English, until its table follows as a
//! further file and a line in [`wording`].

mod arabic;
mod away;
mod clock;
mod dutch;
mod english;
mod french;
mod german;
mod numbers;
mod places;
mod plural;
mod polish;
mod spanish;
#[cfg(test)]
mod tests;
mod tongue;

use jiff::civil::{Date, Weekday};

pub use away::Away;
pub use clock::Clock;
pub use english::English;
pub use places::{city, country};

use super::{Country, DayRange, Language, Length, Money, Owner, Shift, Shifts, TimeOfDay, YearlyDate};
use tongue::{Local, Tongue};

/// What a language must be able to say. Nothing begins with a capital or ends with a full stop, so that it fits into a sentence.
pub trait Wording: Send + Sync {
    /// How a clock is read out.
    fn clock(&self) -> Clock;
    /// "9 am", "noon".
    fn time(&self, time: TimeOfDay) -> String {
        self.clock().time(time)
    }
    /// "9 am–5 pm", "2 pm–4 pm by appointment".
    fn shift(&self, shift: Shift) -> String;
    /// All shifts of a day, or that it is closed.
    fn shifts(&self, shifts: &Shifts) -> String;
    /// "closed".
    fn closed(&self) -> &'static str;
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
    /// "15 June to 31 August", of days already in words.
    fn span(&self, from: &str, to: &str) -> String;
    /// "Thursday 24 December 2026 to Friday 1 January 2027"; one day alone where both are the same.
    fn date_range(&self, first: Date, last: Date) -> String {
        let said = self.date_with_weekday(first);
        if first == last { said } else { self.span(&said, &self.date_with_weekday(last)) }
    }
    /// "25 December", "the fourth Thursday of November".
    fn yearly_date(&self, date: YearlyDate) -> String;
    /// "4 business hours".
    fn length(&self, length: Length) -> String;
    /// The same behind some words of a sentence: "2 Tage", but "innerhalb von 2 Tagen".
    fn length_behind(&self, _before: &str, length: Length) -> String {
        self.length(length)
    }
    /// "$110.00 an hour", "50%".
    fn money(&self, money: &Money) -> String;
    /// The sentences of a note for days off.
    fn away(&self) -> Away;
    /// "us", "you", a name.
    fn owner(&self, owner: &Owner) -> String;
    /// "a, b and c".
    fn list(&self, items: &[String]) -> String;
    /// "a, b, c".
    fn row(&self, items: &[String]) -> String {
        items.join(", ")
    }
    /// A number to call or an address of the web, kept in its own order among words that run from right to left.
    fn left_to_right(&self, text: &str) -> String {
        text.to_owned()
    }
    /// Whether some words an owner typed speak of questions: "questions that can wait".
    fn speaks_of_questions(&self, words: &str) -> bool;
}

/// Days that Easter gives a name to, and the others.
struct Easter {
    /// Days after Easter Sunday, with their names.
    names: &'static [(i16, &'static str)],
    /// `{days}`.
    before: &'static str,
    /// `{days}`.
    after: &'static str,
}

/// The wording of a language, dates and money in the habits of a country: the business's, unless the tag names another.
#[must_use]
pub fn wording(language: &Language, country: Option<Country>) -> Box<dyn Wording> {
    let habits = language.country().or(country);
    let prices = country.or(habits);
    match tongue(language.primary()) {
        Some(tongue) => Box::new(Local::new(tongue, habits, prices)),
        None => Box::new(English::new(habits, prices)),
    }
}

/// Whether values are said in this language; all others hear them in English.
#[must_use]
pub fn is_spoken(language: &Language) -> bool {
    language.primary() == "en" || tongue(language.primary()).is_some()
}

fn tongue(primary: &str) -> Option<&'static Tongue> {
    Some(match primary {
        "ar" => &arabic::TONGUE,
        "de" => &german::TONGUE,
        "es" => &spanish::TONGUE,
        "fr" => &french::TONGUE,
        "nl" => &dutch::TONGUE,
        "pl" => &polish::TONGUE,
        _ => return None,
    })
}
