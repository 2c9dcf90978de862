//! Every value an owner may type: what is read comes back the same, and a slip lies inside what was typed.

use welcomemat::policy::values::{
    CalendarDate, ClosureDay, Color, Country, DayRange, Email, EmergencyNumber, Host, Id, Language, Length, Money,
    Owner, Phone, Shifts, Slip, TimeOfDay, WebAddress, YearlyDate, Zone,
};

type Reader = fn(&str, Country) -> Result<String, Slip>;

/// Reads a value; gives its one canonical spelling.
fn canonical<T: ToString>(read: Result<T, Slip>) -> Result<String, Slip> {
    read.map(|value| value.to_string())
}

const READERS: &[(&str, Reader)] = &[
    ("time", |text, _| canonical(TimeOfDay::read(text))),
    ("hours", |text, _| canonical(Shifts::read(text))),
    ("days", |text, _| canonical(DayRange::read(text))),
    ("date", |text, _| canonical(CalendarDate::read(text))),
    ("yearly date", |text, _| canonical(YearlyDate::read(text))),
    ("closure", |text, _| canonical(ClosureDay::read(text))),
    ("length", |text, _| canonical(Length::read(text))),
    ("money", |text, country| canonical(Money::read(text, Some(country)))),
    ("phone", |text, country| canonical(Phone::read(text, country))),
    ("emergency number", |text, _| canonical(EmergencyNumber::read(text))),
    ("country", |text, _| canonical(Country::read(text))),
    ("language", |text, _| canonical(Language::read(text))),
    ("zone", |text, country| canonical(Zone::read(text, Some(country)))),
    ("id", |text, _| canonical(Id::read(text))),
    ("color", |text, _| canonical(Color::read(text))),
    ("email", |text, _| canonical(Email::read(text))),
    ("web address", |text, _| canonical(WebAddress::read(text))),
    ("host", |text, _| canonical(Host::read(text))),
    ("owner", |text, _| canonical(Owner::read(text))),
];

const COUNTRIES: [&str; 6] = ["US", "GB", "IE", "DE", "IT", "HU"];

/// Reads the text as every value there is.
pub fn check(text: &str) {
    let country = COUNTRIES[text.len() % COUNTRIES.len()];
    let country = Country::find(country).expect("a country");
    for (name, read) in READERS {
        match read(text, country) {
            Ok(once) => {
                let again = read(&once, country);
                assert_eq!(again, Ok(once), "{name} {text:?} does not come back");
            }
            Err(slip) => {
                assert!(text.get(slip.range.clone()).is_some(), "{name} {text:?}: {:?} lies outside", slip.range);
                assert!(!slip.message.is_empty() && !slip.help.is_empty(), "{name} {text:?}: nothing is said");
            }
        }
    }
}
