//! The types that may stand behind a key, beside the tables themselves.

use super::reading::is_bare;
use super::{Key, Measure, Reading, Shape, Typed, Value, Words};
use crate::diagnostic::{At, Diagnostic, Span, codes};
use crate::policy::values::{
    CalendarDate, ClosureDay, Color, Country, Email, EmergencyNumber, Host, Id, Language, Length, Money, Owner, Shifts,
    WebAddress, YearlyDate, Zone,
};

/// A short text without references.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(pub Box<str>);

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// The owner's own words in a header: may hold references and inline Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The words, escapes resolved.
    pub text: Box<str>,
    /// Where they stand; the quotes are not part of it when [`Prose::verbatim`].
    pub span: Span,
    /// Whether `text` stands in the file letter for letter, so that places in it can be shown exactly.
    pub verbatim: bool,
}

/// `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag(pub bool);

/// A whole number, not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub u32);

/// `[[key]]` rows, in the order typed.
pub type Rows<T> = Vec<At<T>>;

/// `[key.name]` tables, in the order typed; and the names of those that could not be read, which has been told.
#[derive(Clone, Debug)]
pub struct Named<T>(pub Vec<(At<Id>, T)>, pub Vec<String>);

impl Typed for Text {
    const TYPE: &'static str = "a text in quotes";
    const EXAMPLE: &'static str = "\"…\"";

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(text) = value.get_ref().as_str() else {
            reading.tell_wrong_type::<Self>(value);
            return None;
        };
        Some(Text(text.trim().into()))
    }

    fn words(&self) -> Words {
        Words::Plain(self.0.to_string())
    }
}

impl Typed for Prose {
    const TYPE: &'static str = "a text in quotes";
    const EXAMPLE: &'static str = "\"…\"";

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(text) = value.get_ref().as_str() else {
            reading.tell_wrong_type::<Self>(value);
            return None;
        };
        let start = reading.verbatim(value, text);
        let span = start.map_or(value.span(), |start| start..start + text.len());
        Some(Prose { text: text.into(), span: reading.span(span), verbatim: start.is_some() })
    }

    fn words(&self) -> Words {
        if self.text.is_empty() { Words::Silent } else { Words::Prose(self.clone()) }
    }
}

impl Typed for Flag {
    const TYPE: &'static str = "`true` or `false`";
    const EXAMPLE: &'static str = "true";

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        if let Some(flag) = value.get_ref().as_bool() {
            return Some(Flag(flag));
        }
        let meant = match value.get_ref().as_str().map(|text| text.trim().to_lowercase()).as_deref() {
            Some("no" | "false" | "off" | "never") => "false",
            _ => "true",
        };
        let help = format!("Write it without quotes: `{} = {meant}`.", reading.key_name());
        reading.tell_other_type::<Self>(value, help);
        None
    }

    fn words(&self) -> Words {
        Words::Plain(if self.0 { "yes" } else { "no" }.to_owned())
    }
}

impl Typed for Whole {
    const TYPE: &'static str = "a whole number";
    const EXAMPLE: &'static str = "1";

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let number =
            value.get_ref().as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            reading.tell_wrong_type::<Self>(value);
        }
        number.map(Whole)
    }

    fn words(&self) -> Words {
        Words::Plain(self.0.to_string())
    }
}

impl<T: Typed> Typed for Vec<At<T>> {
    const TYPE: &'static str = if matches!(T::SHAPE, Shape::Table) { "a table" } else { "a list" };
    const EXAMPLE: &'static str = "[\"…\", \"…\"]";
    const KEYS: &'static [Key] = T::KEYS;
    const SHAPE: Shape = if matches!(T::SHAPE, Shape::Table) { Shape::Rows } else { Shape::Line };

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(rows) = value.get_ref().as_array() else {
            if matches!(T::SHAPE, Shape::Table) {
                tell_single_brackets(value, reading);
            } else {
                reading.tell_wrong_type::<Self>(value);
            }
            return None;
        };
        let mut read = Vec::with_capacity(rows.len());
        for row in rows {
            let span = reading.place(row);
            read.extend(T::read(row, reading).map(|row| At::new(row, span)));
        }
        Some(read)
    }

    fn words(&self) -> Words {
        let words: Vec<Words> =
            self.iter().map(|at| at.value.words()).filter(|words| *words != Words::Silent).collect();
        if words.is_empty() { Words::Silent } else { Words::List(words) }
    }
}

/// `[channel]` where `[[channel]]` is meant is the commonest slip in a header.
fn tell_single_brackets(value: &Value<'_>, reading: &mut Reading<'_>) {
    let name = reading.key_name().to_owned();
    let span = reading.span(value.span());
    let message = format!("There may be several of `{name}`, so each starts with two brackets.");
    let help = format!("Write `[[{name}]]`.");
    reading.find(Diagnostic::new(&codes::policy::WRONG_TYPE, message).at(span).help(help));
}

impl<T: Typed> Typed for Named<T> {
    const TYPE: &'static str = "a table under a name of yours";
    const EXAMPLE: &'static str = "…";
    const KEYS: &'static [Key] = T::KEYS;
    const SHAPE: Shape = if matches!(T::SHAPE, Shape::Table) { Shape::Named } else { Shape::Table };

    fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(tables) = value.get_ref().as_table() else {
            reading.tell_wrong_type::<Self>(value);
            return None;
        };
        if T::SHAPE == Shape::Table && tables.values().any(|value| !value.get_ref().is_table()) {
            tell_nameless(value, reading);
            return None;
        }
        let (mut named, mut slips) = (Vec::new(), Vec::new());
        for (key, table) in super::reading::in_file_order(tables) {
            let Some(id) = read_name(key.get_ref(), key.span(), reading) else { continue };
            let row = reading.within(key.get_ref(), |reading| T::read(table, reading));
            match row {
                Some(row) => named.push((id, row)),
                None => slips.push(id.value.to_string()),
            }
        }
        Some(Named(named, slips))
    }

    fn words(&self) -> Words {
        Words::Silent
    }
}

/// `[hours]` where `[hours.office]` is meant.
fn tell_nameless(value: &Value<'_>, reading: &mut Reading<'_>) {
    let name = reading.key_name().to_owned();
    let message = format!("There may be several `{name}`, so each has a name of its own behind a dot.");
    let help = format!("Write `[{name}.office]`, or another name of yours.");
    let span = reading.span(value.span());
    reading.find(Diagnostic::new(&codes::policy::WRONG_TYPE, message).at(span).help(help));
}

fn read_name(name: &str, range: std::ops::Range<usize>, reading: &mut Reading<'_>) -> Option<At<Id>> {
    let span = reading.span(range);
    match Id::read(name) {
        Ok(id) => Some(At::new(id, span)),
        Err(slip) => {
            let message = format!("`{name}` can't be a name here: names are small letters, digits and `-`.");
            reading.tell(slip.code, span, message, slip.help);
            None
        }
    }
}

/// A value that is typed as text and has a spelling of its own.
macro_rules! spelled {
    ($($type:ty: $words:literal, $example:literal, |$text:ident, $country:ident| $read:expr, |$value:ident| $says:expr;)*) => {$(
        impl Typed for $type {
            const TYPE: &'static str = $words;
            const EXAMPLE: &'static str = $example;

            fn read(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Self> {
                let $country = reading.country;
                let _ = $country;
                let Some($text) = reading.text(value) else {
                    let $text = loosely_typed(value, reading);
                    let $text = $text.as_str();
                    match $read {
                        Err(slip) if is_bare(value.get_ref()) => {
                            reading.tell_other_type::<Self>(value, format!("{} Put it in quotes.", slip.help));
                        }
                        Ok(_) if value.get_ref().is_array() => {
                            let help = format!("Write it as one text: `{} = \"{}\"`.", reading.key_name(), $text);
                            reading.tell_other_type::<Self>(value, help);
                        }
                        _ => reading.tell_wrong_type::<Self>(value),
                    }
                    return None;
                };
                let $text = $text.as_ref();
                match $read {
                    Ok(read) => Some(read),
                    Err(slip) => {
                        reading.tell_slip(value, $text, slip);
                        None
                    }
                }
            }

            fn words(&self) -> Words {
                let $value = self;
                $says
            }
        }
    )*};
}

spelled! {
    Id: "a short name of small letters, digits and dashes", "\"front-desk\"", |text, country| Id::read(text), |id| Words::Plain(id.to_string());
    Length: "a length of time", "\"4 business hours\"", |text, country| Length::read(text), |length| Words::Measure(Measure::Length(*length));
    Money: "an amount of money", "\"75.00 USD\"", |text, country| Money::read(text, country), |money| Words::Measure(Measure::Money(money.clone()));
    CalendarDate: "a date", "\"2026-12-24\"", |text, country| CalendarDate::read(text), |date| Words::Measure(Measure::Date(*date));
    YearlyDate: "a day of the year", "\"12-25\"", |text, country| YearlyDate::read(text), |date| Words::Measure(Measure::YearlyDate(*date));
    ClosureDay: "a day", "\"12-25\"", |text, country| ClosureDay::read(text), |day| Words::Measure(Measure::ClosureDay(*day));
    Shifts: "opening times", "\"09:00-17:00\"", |text, country| Shifts::read(text), |shifts| Words::Measure(Measure::Shifts(shifts.clone()));
    EmergencyNumber: "an emergency number", "\"911\"", |text, country| EmergencyNumber::read(text), |number| Words::Plain(number.to_string());
    Email: "an e-mail address", "\"help@business.example\"", |text, country| Email::read(text), |mail| Words::Mail(mail.to_string());
    WebAddress: "a web address", "\"https://business.example\"", |text, country| WebAddress::read(text), |web| Words::Web(web.to_string());
    Host: "the name of a host", "\"calendly.com\"", |text, country| Host::read(text), |host| Words::Plain(host.to_string());
    Color: "a colour", "\"#1f6f78\"", |text, country| Color::read(text), |color| Words::Plain(color.to_string());
    Country: "a country's two letters", "\"US\"", |text, country| Country::read(text), |country| Words::Measure(Measure::Country(*country));
    Language: "a language's short name", "\"en\"", |text, country| Language::read(text), |language| Words::Plain(language.to_string());
    Zone: "a time zone", "\"America/New_York\"", |text, country| Zone::read(text, country), |zone| Words::Plain(zone.to_string());
    Owner: "who is responsible", "\"us\"", |text, country| Owner::read(text), |owner| Words::Measure(Measure::Owner(owner.clone()));
}

/// What was typed in another form, as one text: a list with commas between its entries.
fn loosely_typed(value: &Value<'_>, reading: &Reading<'_>) -> String {
    match value.get_ref().as_array() {
        Some(entries) => entries.iter().filter_map(|entry| entry.get_ref().as_str()).collect::<Vec<_>>().join(", "),
        None => reading.typed(value.span()).to_owned(),
    }
}

/// Declares a set of words of which one may be typed.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $what:literal { $( #[doc = $meaning:literal] $word:literal => $variant:ident ),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( #[doc = $meaning] $variant ),* }

        impl $name {
            /// The words that may be typed.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word as typed.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( $name::$variant => $word ),* }
            }
        }

        impl $crate::policy::written::Typed for $name {
            const TYPE: &'static str = concat!("one of ", $crate::policy::written::choice!(@list $($word),*));
            const EXAMPLE: &'static str = $crate::policy::written::choice!(@first $($word),*);

            fn read(
                value: &$crate::policy::written::Value<'_>,
                reading: &mut $crate::policy::written::Reading<'_>,
            ) -> Option<Self> {
                let Some(text) = value.get_ref().as_str() else {
                    reading.tell_wrong_type::<Self>(value);
                    return None;
                };
                match text.trim() {
                    $( $word => Some($name::$variant), )*
                    other => {
                        let span = reading.place(value);
                        let message = format!("There is no {} `{other}`.", $what);
                        let help = $crate::policy::written::one_of(other, Self::WORDS);
                        reading.tell(&$crate::diagnostic::codes::policy::UNKNOWN_CHOICE, span, message, help);
                        None
                    }
                }
            }

            fn words(&self) -> $crate::policy::written::Words {
                $crate::policy::written::Words::Plain(self.word().replace('-', " "))
            }
        }
    };
    (@first $first:literal $(, $rest:literal)*) => { concat!("\"", $first, "\"") };
    (@list $first:literal $(, $rest:literal)*) => { concat!("`\"", $first, "\"`" $(, ", `\"", $rest, "\"`")*) };
}

pub(crate) use choice;

/// The hint for a word that is none of `words`.
pub(crate) fn one_of(typed: &str, words: &[&str]) -> String {
    let inside = || words.iter().copied().find(|word| typed.to_lowercase().contains(word));
    match crate::diagnostic::nearest(typed, words.iter().copied()).or_else(inside) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => {
            let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            format!("It may be {}.", quoted.join(", "))
        }
    }
}
