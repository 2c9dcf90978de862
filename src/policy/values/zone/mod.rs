//! A time zone by its IANA name: `America/New_York`.
//!
//! Only the rules bundled with the program are used: the machine's own would make the bytes differ from machine to machine. Names
//! that are offsets or abbreviations in disguise (`EST`, `Etc/GMT+5`, `US/Eastern`) are refused: they do not know summer time, or are kept only for old programs.

mod by_country;

use std::fmt;
use std::sync::LazyLock;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::typed::{Typed, shown};
use super::{Country, Slip};
use crate::diagnostic::codes::policy::BAD_ZONE;
use crate::diagnostic::nearest;

static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);
/// Every name that may be typed.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = DATABASE.available().map(|name| name.as_str().to_owned());
    all.filter(|name| name == UTC || name.split_once('/').is_some_and(|(area, _)| AREAS.contains(&area))).collect()
});

/// The areas of the world the database names; anything else before a `/` is an old alias.
const AREAS: &[&str] =
    &["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];
const UTC: &str = "UTC";
/// Abbreviations and everyday names with the zone most who type them live in. The country, where known, is asked first.
const ALSO_CALLED: &[(&str, &str)] = &[
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("et", "America/New_York"),
    ("est5edt", "America/New_York"),
    ("eastern", "America/New_York"),
    ("us/eastern", "America/New_York"),
    ("cst", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("ct", "America/Chicago"),
    ("cst6cdt", "America/Chicago"),
    ("central", "America/Chicago"),
    ("us/central", "America/Chicago"),
    ("mst", "America/Denver"),
    ("mdt", "America/Denver"),
    ("mst7mdt", "America/Denver"),
    ("mountain", "America/Denver"),
    ("us/mountain", "America/Denver"),
    ("us/arizona", "America/Phoenix"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pt", "America/Los_Angeles"),
    ("pst8pdt", "America/Los_Angeles"),
    ("pacific", "America/Los_Angeles"),
    ("us/pacific", "America/Los_Angeles"),
    ("us/alaska", "America/Anchorage"),
    ("us/hawaii", "Pacific/Honolulu"),
    ("hst", "Pacific/Honolulu"),
    ("canada/eastern", "America/Toronto"),
    ("canada/central", "America/Winnipeg"),
    ("canada/mountain", "America/Edmonton"),
    ("canada/pacific", "America/Vancouver"),
    ("canada/atlantic", "America/Halifax"),
    ("gmt", "Europe/London"),
    ("bst", "Europe/London"),
    ("uk", "Europe/London"),
    ("gb", "Europe/London"),
    ("ist", "Asia/Kolkata"),
    ("wet", "Europe/Lisbon"),
    ("cet", "Europe/Berlin"),
    ("cest", "Europe/Berlin"),
    ("met", "Europe/Berlin"),
    ("eet", "Europe/Athens"),
    ("msk", "Europe/Moscow"),
    ("jst", "Asia/Tokyo"),
    ("aest", "Australia/Sydney"),
    ("aedt", "Australia/Sydney"),
    ("acst", "Australia/Adelaide"),
    ("awst", "Australia/Perth"),
    ("nzst", "Pacific/Auckland"),
    ("nzdt", "Pacific/Auckland"),
    ("z", UTC),
    ("etc/utc", UTC),
    ("etc/uct", UTC),
    ("zulu", UTC),
    ("universal", UTC),
];
/// A country with more zones than this is not listed whole in a message.
const MOST_LISTED: usize = 7;
const TRY: &str = "Write its name as `Area/City`, such as `America/New_York` or `Europe/London`.";

/// A zone of the IANA database, with its rules.
#[derive(Clone, Debug)]
pub struct Zone {
    name: &'static str,
    rules: TimeZone,
}

impl Zone {
    /// Reads `Area/City` or `UTC`, in any case. `country` makes suggestions better.
    ///
    /// # Errors
    /// A slip that names the zone meant, or the country's zones.
    pub fn read(text: &str, country: Option<Country>) -> Result<Self, Slip> {
        let typed = Typed::new(text);
        if let Some(zone) = Self::find(typed.text()) {
            return Ok(zone);
        }
        let message = if typed.is_empty() {
            "The time zone is missing.".to_owned()
        } else if is_offset(typed.text()) {
            format!("{} does not know summer time.", shown(typed.text()))
        } else {
            format!("{} is not the full name of a time zone.", shown(typed.text()))
        };
        Err(typed.slip(&BAD_ZONE, message, help(typed.text(), country)))
    }

    /// The zone of a name in any case; nothing for aliases that are no `Area/City`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let name = NAMES.iter().find(|known| known.eq_ignore_ascii_case(name))?;
        let rules = DATABASE.get(name).ok()?;
        Some(Zone { name, rules })
    }

    /// The IANA name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its rules, as bundled.
    #[must_use]
    pub fn rules(&self) -> &TimeZone {
        &self.rules
    }

    /// The names of a country's zones, the most used first.
    pub(super) fn names_in(country: Country) -> &'static [&'static str] {
        let row = by_country::ZONES.binary_search_by(|(code, _)| (*code).cmp(country.code()));
        row.ok().and_then(|index| by_country::ZONES.get(index)).map_or(&[], |&(_, zones)| zones)
    }
}

fn is_offset(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest =
        ["etc/gmt", "etc/utc", "gmt", "utc"].iter().find_map(|start| lower.strip_prefix(start)).unwrap_or(&lower);
    let rest = rest.trim_start();
    rest.starts_with(['+', '-', '−']) && rest.contains(|character: char| character.is_ascii_digit())
}

fn help(text: &str, country: Option<Country>) -> String {
    if let Some(name) = meant(text, country) {
        return format!("Write `{name}`.");
    }
    let zones = country.map_or(&[][..], Zone::names_in);
    match (zones, country) {
        ([], _) | (_, None) => TRY.to_owned(),
        ([only], Some(country)) => format!("Write `{only}`, the zone of {}.", country.with_article()),
        (zones, Some(country)) => {
            let list: Vec<String> = zones.iter().take(MOST_LISTED).map(|zone| format!("`{zone}`")).collect();
            format!("Write one of the zones of {}: {}.", country.with_article(), list.join(", "))
        }
    }
}

/// The zone behind a city, an abbreviation or a misspelling; a country with one zone only leaves no choice.
fn meant(text: &str, country: Option<Country>) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    let zones = country.map_or(&[][..], Zone::names_in);
    let called = ALSO_CALLED.iter().find(|(name, _)| *name == lower.trim_end_matches(" time")).map(|&(_, zone)| zone);
    if let Some(zone) = called.filter(|zone| zones.is_empty() || *zone == UTC || zones.contains(zone)) {
        return Some(zone);
    }
    let underscored = lower.replace([' ', '-'], "_");
    if let Some(zone) = same_name(&underscored, zones) {
        return Some(zone);
    }
    match zones {
        [only] => Some(only),
        _ if called.is_some() || is_offset(text) => None,
        _ => near_name(&underscored),
    }
}

/// The zone of a city or of a whole name with its blanks mended; the country's own cities first.
fn same_name(typed: &str, zones: &[&'static str]) -> Option<&'static str> {
    let typed_city = city(typed);
    let own = zones.iter().copied().find(|zone| city(zone).eq_ignore_ascii_case(typed_city));
    let whole = || names().find(|name| name.eq_ignore_ascii_case(typed));
    own.or_else(whole).or_else(|| names().find(|name| city(name).eq_ignore_ascii_case(typed_city)))
}

/// A slip of the finger in the whole name or in the city.
fn near_name(typed: &str) -> Option<&'static str> {
    let whole = nearest(typed, names()).filter(|_| typed.contains('/'));
    whole.or_else(|| {
        let near = nearest(typed, names().map(city))?;
        names().find(|name| city(name) == near)
    })
}

fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(String::as_str)
}

/// The last part of a name.
fn city(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}
