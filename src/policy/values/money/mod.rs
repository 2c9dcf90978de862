//! What something costs: `75.00 USD`, `110.00 USD / hour`, `50%`.
//!
//! Amounts are whole numbers of the currency's smallest part; nothing is ever rounded. A `$` alone is a slip: a client in Toronto and one in Texas
//! read it differently, and structured data needs the three letters.

mod currency;
mod guess;

use std::fmt;

pub use currency::Currency;

use super::typed::{Typed, shown};
use super::words::Wording;
use super::{Country, Slip};
use crate::diagnostic::codes::policy::BAD_MONEY;
use crate::diagnostic::nearest;

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A sum of money.
    Sum {
        /// In the currency's smallest part (cents), not negative.
        minor_units: i64,
        /// Of which currency.
        currency: Currency,
    },
    /// A share of something else.
    Percent {
        /// Hundredths of a percent: 50 % is 5000.
        hundredths: i64,
    },
}

/// A price, a fee or a surcharge.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    amount: Amount,
    per: Option<Box<str>>,
}

/// Digits enough for any price, few enough for 64 bits with four more behind the point.
const MOST_DIGITS: usize = 12;

impl Money {
    /// Reads an amount with its currency or `%`, and after `/` what it is per. `country` makes suggestions better; it
    /// never decides what a text means.
    ///
    /// # Errors
    /// A slip with the amount spelled out, in the country's currency where a sign leaves it open.
    pub fn read(text: &str, country: Option<Country>) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        let example = country.and_then(Country::currency).map_or("USD", Currency::code);
        if typed.is_empty() {
            return Err(typed.slip(
                &BAD_MONEY,
                "The amount is missing.",
                format!("Write an amount such as `{}`.", sample(example)),
            ));
        }
        let (head, per) = match typed.text().find('/') {
            Some(at) => (typed.part(0..at).trim(), Some(typed.part(at + 1..typed.text().len()).trim())),
            None => (typed, None),
        };
        let amount = amount(head).map_err(|slip| helped(slip, typed, country))?;
        match per.map(|per| per.text().split_whitespace().collect::<Vec<_>>().join(" ")) {
            Some(per) if per.is_empty() => {
                let message = format!("{} does not say what it is per.", shown(typed.text()));
                Err(typed.slip(&BAD_MONEY, message, format!("Write `{amount} / hour`, or leave the `/` out.")))
            }
            per => Ok(Money { amount, per: per.map(Box::from) }),
        }
    }

    /// How much.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.amount
    }

    /// Per what, in the owner's words: `hour`, `page`.
    #[must_use]
    pub fn per(&self) -> Option<&str> {
        self.per.as_deref()
    }

    /// In words: "$110.00 an hour", "50%".
    #[must_use]
    pub fn words(&self, wording: &dyn Wording) -> String {
        wording.money(self)
    }
}

impl Amount {
    /// The number alone: `110.00`, `12.5`.
    #[must_use]
    pub fn number(self) -> String {
        match self {
            Amount::Sum { minor_units, currency } => decimal(minor_units, currency.digits()),
            Amount::Percent { hundredths } => {
                let number = decimal(hundredths, 2);
                number.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
        }
    }
}

/// A whole number of smallest parts with a point before its last `digits`.
fn decimal(minor_units: i64, digits: u8) -> String {
    let width = usize::from(digits);
    let mut number = format!("{minor_units:0>least$}", least = width + 1);
    if width > 0 {
        number.insert(number.len() - width, '.');
    }
    number
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Sum { currency, .. } => write!(f, "{} {currency}", self.number()),
            Amount::Percent { .. } => write!(f, "{}%", self.number()),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.amount.fmt(f)?;
        self.per().map_or(Ok(()), |per| write!(f, " / {per}"))
    }
}

/// Reads what stands before the `/`.
fn amount(head: Typed<'_>) -> Result<Amount, Slip> {
    if let Some(number) = head.text().strip_suffix('%') {
        let number = head.part(0..number.len()).trim();
        return units(number, 2, |hundredths| Amount::Percent { hundredths });
    }
    let Some((number, code)) = number_and_code(head) else { return Err(unclear(head)) };
    let Some(currency) = Currency::find(code.text()) else { return Err(unknown_code(code)) };
    units(number, currency.digits(), |minor_units| Amount::Sum { minor_units, currency })
}

/// `75.00 USD` or `USD 75.00`: a number, and three letters before or after it.
fn number_and_code(head: Typed<'_>) -> Option<(Typed<'_>, Typed<'_>)> {
    let text = head.text();
    let letters = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (first, last) = (text.get(..3).unwrap_or(""), text.get(text.len().saturating_sub(3)..).unwrap_or(""));
    let (code, number) = if letters(last) {
        (head.part(text.len() - 3..text.len()), head.part(0..text.len() - 3).trim())
    } else if letters(first) {
        (head.part(0..3), head.part(3..text.len()).trim())
    } else {
        return None;
    };
    // `75 dollars` ends in three letters too.
    let is_number = number.text().starts_with(|character: char| character.is_ascii_digit());
    (is_number && !number.text().ends_with(char::is_alphabetic)).then_some((number, code))
}

/// The amount of a plain decimal number in smallest parts, with at most `digits` behind the point.
fn units(number: Typed<'_>, digits: u8, amount: impl Fn(i64) -> Amount) -> Result<Amount, Slip> {
    let (whole, part) = number.text().split_once('.').unwrap_or((number.text(), ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let pointless = number.text().ends_with('.');
    if whole.is_empty() || !is_digits(whole) || !is_digits(part) || pointless || whole.len() > MOST_DIGITS {
        return Err(not_plain(number));
    }
    let width = usize::from(digits);
    let kept = part.get(..width.min(part.len())).unwrap_or(part);
    let units: i64 = format!("{whole}{kept:0<width$}").parse().map_err(|_| not_plain(number))?;
    if part.len() > width {
        Err(too_exact(number, digits, [amount(units), amount(units + 1)]))
    } else {
        Ok(amount(units))
    }
}

fn not_plain(number: Typed<'_>) -> Slip {
    let message = format!("{} is not an amount as written here.", shown(number.text()));
    number.slip(&BAD_MONEY, message, "Write plain digits with a point before the cents, such as `1250.00`.")
}

/// More digits than there are coins for: the amounts on either side.
fn too_exact(number: Typed<'_>, digits: u8, [below, above]: [Amount; 2]) -> Slip {
    let allowed = if digits == 0 { "no digits".to_owned() } else { format!("at most {digits} digits") };
    let message = format!("{} may have {allowed} behind the point.", shown(number.text()));
    number.slip(&BAD_MONEY, message, format!("Write `{below}` or `{above}`."))
}

fn unknown_code(code: Typed<'_>) -> Slip {
    let upper = code.text().to_ascii_uppercase();
    let help = match nearest(&upper, Currency::all().map(Currency::code)) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "Write its three-letter code, such as `USD`, `EUR` or `GBP`.".to_owned(),
    };
    code.slip(&BAD_MONEY, format!("There is no currency {}.", shown(&upper)), help)
}

fn unclear(head: Typed<'_>) -> Slip {
    let message = format!("{} is not an amount of money as written here.", shown(head.text()));
    head.slip(
        &BAD_MONEY,
        message,
        "Write an amount and its currency, such as `75.00 USD`, or a percentage, such as `50%`.",
    )
}

/// The slip with the amount that was probably meant, spelled out.
fn helped(slip: Slip, typed: Typed<'_>, country: Option<Country>) -> Slip {
    // A slip that already names amounts knows better than a guess.
    let names_amounts = slip.help.starts_with("Write `") && slip.help.contains("` or `");
    let Some(guess) = guess::meant(typed.text(), country).filter(|_| !names_amounts) else { return slip };
    let message = guess.message.unwrap_or(slip.message);
    Slip { message, help: guess.help, ..slip }
}

fn sample(code: &str) -> String {
    Currency::find(code).map_or("75.00 USD".to_owned(), |currency| {
        let minor_units = 75 * 10_i64.pow(u32::from(currency.digits()));
        Amount::Sum { minor_units, currency }.to_string()
    })
}
