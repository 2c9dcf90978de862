//! Phone numbers, as people write them.
//!
//! 1. Digits, blanks, brackets, dots, dashes and slashes are read; letters only where phones still bear them (North America).
//! 2. `+…`, `00…` and `011…` say their country; everything else is a number of the business's own country, whose trunk prefix (the 0 of
//!    London's 020) is taken off.
//! 3. What is left is held against the country's lengths, so that a missing area code is found here and not by a client.
//!
//! A number is shown as the owner wrote it; links and comparisons use its E.164 form. What is deliberately absent is the knowledge which numbers are
//! in service. Argentina's mobile `15` and Brazil's carrier codes are not translated either: those are written with `+`.

mod emergency;
mod keypad;
mod plans;
mod read;

use std::fmt;

pub use emergency::EmergencyNumber;

use super::{Country, Slip};

/// A number that can be called from anywhere.
///
/// Two are equal when they are written alike; [`Phone::same_number`] compares what is dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone {
    written: Box<str>,
    calling_code: &'static str,
    national: Box<str>,
    trunk_prefix: &'static str,
    dials_out_with: &'static str,
    extension: Option<Box<str>>,
}

impl Phone {
    /// Reads a number of `country`, or of any country in its international form.
    ///
    /// # Errors
    /// A slip with what is missing or too much. Numbers such as 911 are told where they belong.
    pub fn read(text: &str, country: Country) -> Result<Self, Slip> {
        read::phone(text, country)
    }

    /// As the owner wrote it, extension included.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The E.164 form: `+17575550100`.
    #[must_use]
    pub fn e164(&self) -> String {
        format!("+{}{}", self.calling_code, self.national)
    }

    /// The digits dialled once connected.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        self.extension.as_deref()
    }

    /// The link that calls it (RFC 3966): `tel:+17575550100;ext=5`.
    #[must_use]
    pub fn tel(&self) -> String {
        let extension = self.extension().map_or(String::new(), |digits| format!(";ext={digits}"));
        format!("tel:{}{extension}", self.e164())
    }

    /// Whether `text` spells this number in any way somebody may dial or write it; extensions do not matter.
    ///
    /// Everything but digits in `text` is passed over, so it must hold the number alone.
    #[must_use]
    pub fn same_number(&self, text: &str) -> bool {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        self.dialled_forms().contains(&digits)
    }

    /// The digits of every way to dial it: national with and without trunk prefix, international with and without what is dialled
    /// before it, and with the trunk prefix after the country (`+44 (0)20`).
    #[must_use]
    pub fn dialled_forms(&self) -> Vec<String> {
        let (code, national, trunk) = (self.calling_code, &self.national, self.trunk_prefix);
        let international = format!("{code}{national}");
        let mut forms = vec![
            national.to_string(),
            format!("{trunk}{national}"),
            format!("{code}{trunk}{national}"),
            format!("00{international}"),
            format!("{}{international}", self.dials_out_with),
            international,
        ];
        forms.sort();
        forms.dedup();
        forms
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}
