//! A country, by its two-letter code: what follows from it for phones, money, paper and the week.
//!
//! Kosovo's `XK` is not (yet) part of ISO 3166-1 and therefore absent; its phone numbers are read in their `+383` form.

mod table;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use jiff::civil::Weekday;

use super::money::Currency;
use super::typed::{Typed, shown};
use super::{Slip, Zone};
use crate::diagnostic::codes::policy::BAD_COUNTRY;
use crate::diagnostic::nearest;

/// One row of the table.
#[derive(Debug)]
struct Row {
    code: &'static str,
    name: &'static str,
    calling_code: &'static str,
    trunk_prefix: &'static str,
    currency: &'static str,
}

/// A country of ISO 3166-1.
#[derive(Clone, Copy)]
pub struct Country(&'static Row);

/// The paper a printer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Letter paper, by CLDR 47, `measurementData/paperSize`.
const LETTER: &str = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE";
/// First days of the week other than Monday, by CLDR 48, `weekData/firstDay`.
const SUNDAY_FIRST: &str = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP \
    PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY_FIRST: &str = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const FRIDAY_FIRST: &str = "MV";
/// Where the number dialled to call abroad is not `00`; of several (one a carrier) the plain one.
const DIALS_OUT: &[(&str, &str)] = &[
    ("001", "GY HK KH MN SG TH"),
    ("0011", "AU CC CX"),
    ("002", "TW"),
    ("000", "KE TZ UG"),
    ("009", "NG"),
    ("010", "JP"),
    ("119", "CU"),
    ("810", "BY KZ RU TJ TM"),
];
/// What people type for a country that is neither its code nor near its name.
const ALSO_CALLED: &[(&str, &str)] = &[
    ("america", "US"),
    ("u.s.", "US"),
    ("u.s.a.", "US"),
    ("usa", "US"),
    ("britain", "GB"),
    ("eng", "GB"),
    ("england", "GB"),
    ("gbr", "GB"),
    ("great britain", "GB"),
    ("northern ireland", "GB"),
    ("scotland", "GB"),
    ("u.k.", "GB"),
    ("uk", "GB"),
    ("wales", "GB"),
    ("deu", "DE"),
    ("deutschland", "DE"),
    ("eire", "IE"),
    ("el", "GR"),
    ("espana", "ES"),
    ("españa", "ES"),
    ("holland", "NL"),
    ("österreich", "AT"),
    ("schweiz", "CH"),
    ("suisse", "CH"),
    ("turkey", "TR"),
    ("czech republic", "CZ"),
    ("korea", "KR"),
];

impl Country {
    /// Reads a two-letter code, in any case.
    ///
    /// # Errors
    /// Anything else is a slip that names the code of the nearest country.
    pub fn read(text: &str) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if let Some(country) = Self::find(typed.text()) {
            return Ok(country);
        }
        if typed.is_empty() {
            return Err(typed.slip(
                &BAD_COUNTRY,
                "The country is missing.",
                "Write its two-letter code, such as `US`, `GB` or `IE`.",
            ));
        }
        let message = format!("There is no country with the code {}.", shown(typed.text()));
        let help = match Self::meant(typed.text()) {
            Some(meant) => format!("Write `{meant}` for {}.", meant.with_article()),
            None => "Write the country's two-letter code, such as `US`, `GB` or `IE`.".to_owned(),
        };
        Err(typed.slip(&BAD_COUNTRY, message, help))
    }

    /// The country of an exact two-letter code, in any case.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        let code = code.to_ascii_uppercase();
        let index = table::ROWS.binary_search_by(|row| row.code.cmp(&code)).ok()?;
        table::ROWS.get(index).map(Country)
    }

    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        table::ROWS.iter().map(Country)
    }

    /// The two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The everyday English name, without an article.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The name as it stands inside a sentence: "the United States", "Ireland".
    #[must_use]
    pub fn with_article(self) -> String {
        let takes_the = ["United ", "British ", "French S"].iter().any(|start| self.name().starts_with(start))
            || [" Islands", " Republic", " Territories", " Territory"].iter().any(|end| self.name().ends_with(end))
            || "AE BQ BS CD CG GM IM MV NL PH".split(' ').any(|code| code == self.code());
        if takes_the { format!("the {}", self.name()) } else { self.name().to_owned() }
    }

    /// The digits behind the `+`, without an area: `1` for the whole North American plan.
    #[must_use]
    pub fn calling_code(self) -> &'static str {
        self.0.calling_code
    }

    /// What is dialled before a national number inside the country and left out behind `+`; empty where there is none
    /// (as in Italy, whose 0 belongs to the number).
    #[must_use]
    pub fn trunk_prefix(self) -> &'static str {
        self.0.trunk_prefix
    }

    /// What is dialled there to call abroad: `00` nearly everywhere, `011` in North America.
    #[must_use]
    pub fn dials_out_with(self) -> &'static str {
        let special = DIALS_OUT.iter().find(|(_, codes)| lists(codes, self)).map(|&(prefix, _)| prefix);
        special.unwrap_or(if self.calling_code() == "1" { "011" } else { "00" })
    }

    /// What people pay with.
    #[must_use]
    pub fn currency(self) -> Option<Currency> {
        Currency::find(self.0.currency)
    }

    /// The paper its printers hold.
    #[must_use]
    pub fn paper(self) -> Paper {
        if lists(LETTER, self) { Paper::Letter } else { Paper::A4 }
    }

    /// The day its calendars begin the week with.
    #[must_use]
    pub fn first_day_of_week(self) -> Weekday {
        match self {
            _ if lists(SUNDAY_FIRST, self) => Weekday::Sunday,
            _ if lists(SATURDAY_FIRST, self) => Weekday::Saturday,
            _ if lists(FRIDAY_FIRST, self) => Weekday::Friday,
            _ => Weekday::Monday,
        }
    }

    /// The names of its time zones, the most used first; empty for uninhabited places.
    #[must_use]
    pub fn zones(self) -> &'static [&'static str] {
        Zone::names_in(self)
    }

    /// The country somebody means who types this.
    fn meant(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        if let Some((_, code)) = ALSO_CALLED.iter().find(|(name, _)| *name == lower) {
            return Self::find(code);
        }
        let name = nearest(text, table::ROWS.iter().map(|row| row.name))?;
        Self::all().find(|country| country.name() == name)
    }
}

/// Whether a list of codes, parted by blanks, holds a country's.
fn lists(codes: &str, country: Country) -> bool {
    codes.split(' ').any(|code| code == country.code())
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Country {}

impl PartialOrd for Country {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Country {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}
