//! Every value behind one function, so that tables and properties can go through all of them.

use crate::policy::values::*;

/// A value read: its canonical spelling and its words, where it has any.
pub(super) struct Reading {
    pub(super) canonical: String,
    pub(super) words: Option<String>,
}

/// What may follow the name of a value in a table: the country it is read in.
pub(super) const KINDS: &[&str] = &[
    "time",
    "shifts",
    "days",
    "date",
    "yearly",
    "closure",
    "length",
    "money",
    "money US",
    "money IE",
    "money JP",
    "phone US",
    "phone GB",
    "phone IE",
    "phone DE",
    "phone IT",
    "phone FR",
    "phone HU",
    "phone AU",
    "phone DK",
    "emergency",
    "country",
    "language",
    "zone",
    "zone US",
    "zone GB",
    "zone DE",
    "id",
    "color",
    "email",
    "web",
    "host",
    "owner",
];

/// Reads `text` as a value of `kind`: a name from [`KINDS`].
pub(super) fn read(kind: &str, text: &str) -> Result<Reading, Slip> {
    let (kind, code) = kind.split_once(' ').map_or((kind, None), |(kind, code)| (kind, Some(code)));
    let country = code.and_then(Country::find);
    let wording = words::English::new(country, country);
    let wording: &dyn Wording = &wording;
    match kind {
        "time" => TimeOfDay::read(text).map(|value| with_words(&value, value.words(wording))),
        "shifts" => Shifts::read(text).map(|value| with_words(&value, value.words(wording))),
        "days" => DayRange::read(text).map(|value| with_words(&value, value.words(wording))),
        "date" => CalendarDate::read(text).map(|value| with_words(&value, value.words(wording))),
        "yearly" => YearlyDate::read(text).map(|value| with_words(&value, value.words(wording))),
        "closure" => ClosureDay::read(text).map(|value| with_words(&value, value.words(wording))),
        "length" => Length::read(text).map(|value| with_words(&value, value.words(wording))),
        "money" => Money::read(text, country).map(|value| with_words(&value, value.words(wording))),
        "phone" => Phone::read(text, country.unwrap()).map(|value| with_words(&value, value.tel())),
        "emergency" => EmergencyNumber::read(text).map(|value| with_words(&value, value.tel())),
        "country" => Country::read(text).map(|value| with_words(&value, value.with_article())),
        "language" => Language::read(text).map(|value| with_words(&value, value.direction().attribute().to_owned())),
        "zone" => Zone::read(text, country).map(|value| without_words(&value)),
        "id" => Id::read(text).map(|value| without_words(&value)),
        "color" => Color::read(text).map(|value| without_words(&value)),
        "email" => Email::read(text).map(|value| with_words(&value, value.mailto())),
        "web" => WebAddress::read(text).map(|value| with_words(&value, format!("{} | {}", value.host(), value.path()))),
        "host" => Host::read(text).map(|value| without_words(&value)),
        "owner" => Owner::read(text).map(|value| with_words(&value, value.words(wording))),
        other => panic!("no value is called {other}"),
    }
}

fn with_words(value: &impl ToString, words: String) -> Reading {
    Reading { canonical: value.to_string(), words: Some(words) }
}

fn without_words(value: &impl ToString) -> Reading {
    Reading { canonical: value.to_string(), words: None }
}
