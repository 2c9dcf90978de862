//! How numbers and sums are written.
//!
//! Source: CLDR 48, `numbers` of each language with its countries. Digits are Latin everywhere, in Arabic too: CLDR has them as the usual
//! ones for the Emirates and the Maghreb, and on business pages elsewhere they stand beside phone numbers and prices on the web that are
//! written so; one kind of digits on a page can be compared, dialled and searched.

use crate::policy::values::money::Currency;

/// Keeps two pieces on one line.
pub(super) const HARD_BLANK: &str = "\u{a0}";
/// The same, narrower: what French typographers put between groups of digits.
pub(super) const THIN_BLANK: &str = "\u{202f}";

/// Where the sign of a currency stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `110,00 €`.
    Behind,
    /// `€ 110,00`.
    Before,
    /// `$110.00`; letters keep a blank.
    Close,
}

/// The habits of one country.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    pub point: &'static str,
    pub group: &'static str,
    /// The fewest digits before the point that are grouped.
    pub grouped_from: usize,
    pub sign: Sign,
    /// `%` with the blank before it.
    pub percent: &'static str,
}

impl Numbers {
    /// `1250.00` as it is written here.
    pub fn number(&self, plain: &str) -> String {
        let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
        let mut written = String::new();
        for (index, digit) in whole.chars().enumerate() {
            let is_group = whole.len() >= self.grouped_from && index > 0 && (whole.len() - index).is_multiple_of(3);
            written.push_str(if is_group { self.group } else { "" });
            written.push(digit);
        }
        if part.is_empty() { written } else { format!("{written}{}{part}", self.point) }
    }

    /// A sum with its sign.
    pub fn sum(&self, plain: &str, sign: &str) -> String {
        let number = self.number(plain);
        let is_word = sign.ends_with(char::is_alphabetic);
        match self.sign {
            Sign::Behind => format!("{number}{HARD_BLANK}{sign}"),
            Sign::Close if !is_word => format!("{sign}{number}"),
            Sign::Before | Sign::Close => format!("{sign}{HARD_BLANK}{number}"),
        }
    }
}

/// The sign or the letters of a currency: its own at home, the few that all know, else the code.
///
/// `own` are pairs such as `PLN zł` that a language has beside.
pub(super) fn sign(
    currency: Currency,
    home: Option<Currency>,
    dollar: &'static str,
    own: &[(&str, &'static str)],
) -> String {
    let code = currency.code();
    if let Some((_, sign)) = own.iter().find(|(known, _)| *known == code) {
        return (*sign).to_owned();
    }
    let at_home = currency.sign_at_home().filter(|_| home == Some(currency));
    let known = match code {
        "EUR" => Some("€"),
        "GBP" => Some("£"),
        "USD" => Some(dollar),
        _ => None,
    };
    at_home.or(known).unwrap_or(code).to_owned()
}
