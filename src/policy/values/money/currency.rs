//! Currencies by their three-letter code.
//!
//! Source: ISO 4217 list one (SIX Financial Information, as of 2026), without metals, test codes and the funds nobody charges in; Chile's
//! `CLF`, in which rents are set, is kept.

use std::fmt;

use crate::policy::values::Country;

/// Codes by the number of digits after the point.
const BY_DIGITS: &[(u8, &[&str])] = &[
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF"]),
    (
        2,
        &[
            "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD", "BND", "BOB",
            "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP", "CRC", "CUP", "CVE", "CZK",
            "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ",
            "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD",
            "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR",
            "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP",
            "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS",
            "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH",
            "USD", "UYU", "UZS", "VED", "VES", "WST", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG",
        ],
    ),
];

/// The signs and words people type for money, with the currencies to suggest and, behind a `|`, those that are meant only where they are at home.
const SIGNS: &[(&str, &str)] = &[
    ("us$", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("ca$", "CAD"),
    ("c$", "CAD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("r$", "BRL"),
    ("$", "USD CAD AUD | NZD SGD HKD MXN ARS CLP COP TTD JMD BBD BSD BMD XCD"),
    ("dollar", "USD CAD AUD | NZD SGD HKD TTD JMD BBD BSD BMD XCD"),
    ("buck", "USD CAD AUD | NZD"),
    ("cent", "USD EUR CAD | AUD NZD"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("£", "GBP | EGP GIP FKP SHP"),
    ("pound", "GBP | EGP GIP FKP SHP"),
    ("sterling", "GBP"),
    ("quid", "GBP"),
    ("¥", "JPY CNY"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("₹", "INR"),
    ("rs", "INR PKR LKR | NPR MUR"),
    ("rupee", "INR PKR LKR | NPR MUR"),
    ("kr", "SEK NOK DKK | ISK"),
    ("sfr", "CHF"),
    ("fr", "CHF"),
    ("franc", "CHF"),
    ("zł", "PLN"),
    ("kč", "CZK"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("rand", "ZAR"),
    ("r", "ZAR BRL"),
    ("peso", "MXN ARS PHP | CLP COP"),
    ("real", "BRL"),
    ("reais", "BRL"),
];

/// The sign a currency bears at home, where prices are read with it.
const AT_HOME: &[(&str, &str)] = &[
    ("$", "USD CAD AUD NZD SGD HKD MXN ARS CLP COP TTD JMD BBD BSD BMD XCD"),
    ("€", "EUR"),
    ("£", "GBP GIP FKP SHP"),
    ("¥", "JPY CNY"),
    ("₹", "INR"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("R$", "BRL"),
];

/// A currency of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    digits: u8,
}

impl Currency {
    /// The currency of a three-letter code, in any case.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        Self::all().find(|currency| currency.code.eq_ignore_ascii_case(code))
    }

    /// Every currency.
    pub fn all() -> impl Iterator<Item = Self> {
        BY_DIGITS.iter().flat_map(|&(digits, codes)| codes.iter().map(move |&code| Currency { code, digits }))
    }

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    /// How many digits stand after the point: 2 for dollars, 0 for yen.
    #[must_use]
    pub fn digits(self) -> u8 {
        self.digits
    }

    /// The sign its prices bear where it is the country's own money.
    #[must_use]
    pub fn sign_at_home(self) -> Option<&'static str> {
        AT_HOME.iter().find(|(_, codes)| lists(codes, self)).map(|&(sign, _)| sign)
    }

    /// The currencies somebody may mean by a sign or a word (`$`, `euros`, `USD`); the country's own first.
    pub(super) fn meant_by(text: &str, country: Option<Country>) -> Vec<Self> {
        let lower = text.trim().trim_end_matches('.').to_lowercase();
        if let Some(currency) = Self::find(&lower) {
            return vec![currency];
        }
        let single = lower.strip_suffix('s').unwrap_or(&lower);
        let codes = SIGNS.iter().find(|&&(sign, _)| sign == lower || sign == single).map_or("", |&(_, codes)| codes);
        if let Some(own) = country.and_then(Country::currency).filter(|own| lists(codes, *own)) {
            return vec![own];
        }
        let suggested = codes.split_once('|').map_or(codes, |(suggested, _)| suggested);
        suggested.split_whitespace().filter_map(Self::find).collect()
    }
}

/// Whether a list of codes, parted by blanks, holds a currency's.
fn lists(codes: &str, currency: Currency) -> bool {
    codes.split(' ').any(|code| code == currency.code)
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}
