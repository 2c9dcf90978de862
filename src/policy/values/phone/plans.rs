//! How long a country's numbers are, and which country a `+` number calls.
//!
//! E.164 allows 15 digits in all. The lengths are those of fixed, mobile and service numbers in ordinary use, settled by hand with
//! libphonenumber's metadata of July 2026 beside them; rare lengths it knows (long German extensions, short South African mobile
//! codes) are left out. Where a country is not listed, four digits to what E.164 leaves room for are taken.

use crate::policy::values::Country;

/// The lengths of national numbers, without calling code and trunk prefix.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// The fewest digits of a number with its area code.
    pub(super) shortest: usize,
    /// The most digits.
    pub(super) longest: usize,
    /// The fewest digits that are surely more than a local number without its area code, when no trunk prefix was typed.
    pub(super) surely_whole: usize,
}

/// Country, shortest, longest, surely whole.
const PLANS: &[(&str, usize, usize, usize)] = &[
    ("AE", 5, 12, 8),
    ("AR", 10, 11, 10),
    ("AT", 4, 13, 9),
    ("AU", 6, 10, 9),
    ("BA", 8, 9, 8),
    ("BD", 6, 10, 10),
    ("BE", 8, 9, 8),
    ("BG", 6, 9, 8),
    ("BH", 8, 8, 8),
    ("BO", 8, 9, 8),
    ("BR", 8, 11, 10),
    ("BY", 9, 9, 9),
    ("CH", 9, 9, 9),
    ("CL", 9, 11, 9),
    ("CN", 7, 11, 10),
    ("CO", 8, 11, 10),
    ("CR", 8, 10, 8),
    ("CY", 8, 8, 8),
    ("CZ", 9, 9, 9),
    ("DE", 5, 13, 10),
    ("DK", 8, 8, 8),
    ("DZ", 8, 9, 8),
    ("EC", 8, 11, 8),
    ("EE", 7, 10, 7),
    ("EG", 8, 10, 10),
    ("ES", 9, 9, 9),
    ("FI", 5, 11, 9),
    ("FR", 9, 9, 9),
    ("GB", 7, 10, 10),
    ("GE", 9, 9, 9),
    ("GG", 7, 10, 10),
    ("GH", 8, 9, 9),
    ("GR", 10, 12, 10),
    ("GT", 8, 11, 8),
    ("HK", 8, 9, 8),
    ("HN", 8, 11, 8),
    ("HR", 7, 9, 8),
    ("HU", 8, 9, 8),
    ("ID", 7, 12, 9),
    ("IE", 7, 10, 9),
    ("IL", 8, 10, 8),
    ("IM", 10, 10, 10),
    ("IN", 10, 11, 10),
    ("IR", 6, 10, 10),
    ("IS", 7, 9, 7),
    ("IT", 6, 12, 6),
    ("JE", 7, 10, 10),
    ("JO", 8, 9, 8),
    ("JP", 9, 11, 10),
    ("KE", 7, 10, 9),
    ("KR", 8, 11, 9),
    ("KW", 7, 8, 7),
    ("KZ", 10, 10, 10),
    ("LB", 7, 8, 7),
    ("LK", 9, 9, 9),
    ("LT", 8, 8, 8),
    ("LU", 4, 11, 4),
    ("LV", 8, 8, 8),
    ("MA", 9, 9, 9),
    ("MT", 8, 8, 8),
    ("MX", 10, 10, 10),
    ("MY", 8, 10, 9),
    ("NG", 8, 11, 10),
    ("NL", 7, 11, 9),
    ("NO", 5, 8, 8),
    ("NP", 8, 11, 10),
    ("NZ", 7, 10, 9),
    ("OM", 7, 9, 7),
    ("PA", 7, 11, 7),
    ("PE", 8, 9, 9),
    ("PH", 6, 13, 10),
    ("PK", 9, 11, 10),
    ("PL", 9, 10, 9),
    ("PT", 9, 9, 9),
    ("QA", 7, 8, 8),
    ("RO", 9, 9, 9),
    ("RS", 7, 12, 8),
    ("RU", 10, 10, 10),
    ("SA", 9, 10, 9),
    ("SE", 7, 9, 9),
    ("SG", 8, 11, 8),
    ("SI", 8, 8, 8),
    ("SK", 6, 9, 9),
    ("SV", 7, 11, 8),
    ("TH", 8, 10, 9),
    ("TN", 8, 8, 8),
    ("TR", 7, 13, 10),
    ("TW", 8, 10, 9),
    ("TZ", 9, 9, 9),
    ("UA", 9, 10, 9),
    ("UG", 9, 9, 9),
    ("UY", 8, 11, 8),
    ("VE", 10, 10, 10),
    ("VN", 9, 10, 9),
    ("ZA", 9, 10, 9),
];

/// Which of several countries with one calling code stands for it.
const LEADING: &str = "US GB IT RU NO AU FI FR RE GP MA CW";
/// Calling codes that belong to no country of ISO 3166-1, with what they are.
const SHARED: &[(&str, &str)] = &[
    ("383", "Kosovo"),
    ("800", "the international freephone service"),
    ("808", "international shared-cost numbers"),
    ("870", "satellite phones"),
    ("878", "universal personal numbers"),
    ("881", "satellite phones"),
    ("882", "international networks"),
    ("883", "international networks"),
    ("979", "international premium-rate numbers"),
];

/// The lengths of a country's numbers.
pub(super) fn plan(country: Country) -> Plan {
    if country.calling_code() == "1" {
        return Plan { shortest: 10, longest: 10, surely_whole: 10 };
    }
    let row = PLANS.binary_search_by(|(code, ..)| (*code).cmp(country.code())).ok().and_then(|index| PLANS.get(index));
    row.map_or_else(
        || elsewhere(country.calling_code()),
        |&(_, shortest, longest, surely_whole)| Plan { shortest, longest, surely_whole },
    )
}

/// What E.164 says of numbers whose plan is not listed.
pub(super) fn elsewhere(calling_code: &str) -> Plan {
    Plan { shortest: 4, longest: 15 - calling_code.len(), surely_whole: 4 }
}

/// The calling code at the beginning of international digits, and its country if it has one. Calling codes are prefix-free.
pub(super) fn calling_code(digits: &str) -> Option<(&'static str, Option<Country>)> {
    let begins = |country: &Country| digits.starts_with(country.calling_code());
    let leads = |country: &Country| LEADING.split(' ').any(|code| code == country.code());
    if let Some(country) = Country::all().filter(begins).find(leads).or_else(|| Country::all().find(begins)) {
        return Some((country.calling_code(), Some(country)));
    }
    SHARED.iter().find(|(code, _)| digits.starts_with(code)).map(|&(code, _)| (code, None))
}
