//! The tables hold together: sorted where they are searched, and each name they use exists elsewhere.

use jiff::civil::Weekday;

use crate::diagnostic::codes;
use crate::policy::values::*;

#[test]
fn countries_hold_together() {
    let all: Vec<Country> = Country::all().collect();
    assert_eq!(all.len(), 249);
    assert!(all.windows(2).all(|pair| pair[0].code() < pair[1].code()));
    for country in all {
        assert_eq!(Country::read(country.code()), Ok(country));
        assert!(country.currency().is_some(), "{country}");
        assert!(country.calling_code().bytes().all(|byte| byte.is_ascii_digit()), "{country}");
        assert!(country.calling_code() != "1" || country.trunk_prefix() == "1", "{country}");
        for zone in country.zones() {
            assert_eq!(Zone::find(zone).map(|zone| zone.name().to_owned()).as_deref(), Some(*zone), "{country}");
        }
    }
}

#[test]
fn countries_know_their_habits() {
    let habits = |code: &str| {
        let country = Country::find(code).unwrap();
        (country.paper(), country.first_day_of_week(), country.dials_out_with(), country.currency().unwrap().code())
    };
    assert_eq!(habits("US"), (Paper::Letter, Weekday::Sunday, "011", "USD"));
    assert_eq!(habits("GB"), (Paper::A4, Weekday::Monday, "00", "GBP"));
    assert_eq!(habits("AU"), (Paper::A4, Weekday::Monday, "0011", "AUD"));
    assert_eq!(habits("EG"), (Paper::A4, Weekday::Saturday, "00", "EGP"));
    assert_eq!(habits("BG"), (Paper::A4, Weekday::Monday, "00", "EUR"));
}

#[test]
fn currencies_are_found_once() {
    let mut codes: Vec<&str> = Currency::all().map(Currency::code).collect();
    assert!(codes.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
    codes.sort_unstable();
    let count = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), count);
    assert_eq!(Currency::find("jpy").map(Currency::digits), Some(0));
    assert_eq!(Currency::find("KWD").map(Currency::digits), Some(3));
}

/// Dates as kept, and as announced for the years to come; the earliest and the latest possible day among them.
#[test]
fn easter_falls_where_it_fell() {
    for (year, date) in [
        (1761, "1761-03-22"),
        (1818, "1818-03-22"),
        (1943, "1943-04-25"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2028, "2028-04-16"),
        (2038, "2038-04-25"),
    ] {
        assert_eq!(easter(year).map(|easter| easter.to_string()).as_deref(), Some(date));
    }
    assert_eq!(easter(1582), None);
}

/// J.-M. Oudin's algorithm of 1940, from the *Explanatory Supplement to the Astronomical Almanac*: another way to the same day.
fn easter_by_oudin(year: i32) -> (i32, i32) {
    let century = year / 100;
    let golden = year % 19;
    let k = (century - 17) / 25;
    let mut moon = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
    moon -= (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let from_march = moon - weekday;
    let month = 3 + (from_march + 40) / 44;
    (month, from_march + 28 - 31 * (month / 4))
}

#[test]
fn easter_agrees_with_another_algorithm() {
    for year in 1583..=4099_i16 {
        let found = easter(year).unwrap();
        assert_eq!((i32::from(found.month()), i32::from(found.day())), easter_by_oudin(i32::from(year)), "{year}");
        assert_eq!(found.weekday(), Weekday::Sunday);
    }
}

#[test]
fn yearly_rules_find_their_day() {
    for (rule, year, date) in [
        ("4th thursday of november", 2026, Some("2026-11-26")),
        ("last monday of may", 2027, Some("2027-05-31")),
        ("1st monday of may", 2027, Some("2027-05-03")),
        ("easter+1", 2027, Some("2027-03-29")),
        ("easter-2", 2027, Some("2027-03-26")),
        ("12-25", 2026, Some("2026-12-25")),
        ("02-29", 2028, Some("2028-02-29")),
        ("02-29", 2027, None),
        ("5th monday of may", 2027, Some("2027-05-31")),
        ("5th monday of may", 2026, None),
    ] {
        let found = YearlyDate::read(rule).unwrap().in_year(year).map(|date| date.to_string());
        assert_eq!(found.as_deref(), date, "{rule} in {year}");
    }
    assert!(!YearlyDate::read("02-29").unwrap().comes_every_year());
    assert!(!YearlyDate::read("5th monday of may").unwrap().comes_every_year());
    assert!(YearlyDate::read("02-28").unwrap().comes_every_year());
}

#[test]
fn prices_are_read_as_at_home() {
    let language = Language::read("en").unwrap();
    let words = |text: &str, code: &str| {
        let country = Country::find(code);
        Money::read(text, country).unwrap().words(&*wording(&language, country))
    };
    assert_eq!(words("110.00 USD / hour", "US"), "$110.00 an hour");
    assert_eq!(words("1250.50 CAD", "CA"), "$1,250.50");
    assert_eq!(words("110.00 USD / page", "CA"), "US$110.00 a page");
    assert_eq!(words("20.00 EUR", "IE"), "€20.00");
    assert_eq!(words("7500 JPY / unit", "US"), "JPY 7,500 a unit");
    assert_eq!(words("12.5 % / month", "US"), "12.5% a month");
    assert_eq!(words("30.00 GBP / 15 minutes", "GB"), "£30.00 per 15 minutes");
}

#[test]
fn dates_follow_the_tag_and_else_the_country() {
    let words = |tag: &str, code: &str| {
        let date = CalendarDate::read("2026-12-24").unwrap();
        date.words(&*wording(&Language::read(tag).unwrap(), Country::find(code)))
    };
    assert_eq!(words("en", "US"), "December 24, 2026");
    assert_eq!(words("en", "IE"), "24 December 2026");
    assert_eq!(words("en-GB", "US"), "24 December 2026");
    let american = wording(&Language::read("en").unwrap(), Country::find("US"));
    assert_eq!(
        american.date_with_weekday(CalendarDate::read("2026-12-24").unwrap().date()),
        "Thursday, December 24, 2026"
    );
}

#[test]
fn lengths_know_their_minutes() {
    let minutes = |text: &str| Length::read(text).unwrap().minutes();
    assert_eq!(minutes("1.5 hours"), Some(90));
    assert_eq!(minutes("8 business hours"), Some(480));
    assert_eq!(minutes("2 business days"), None);
    assert!(Length::read("8 business hours").unwrap().unit().is_business());
    assert_eq!(Length::new(0, Unit::Hours), None);
}

#[test]
fn every_code_of_these_families_is_typed_by_somebody() {
    let table = include_str!("spellings.txt");
    // What concerns a whole row, a week or a year is raised by whoever holds them.
    let of_values = ["policy/emergency-number", "time/unclear-hour", "time/empty-shift", "time/overlap"];
    let families = codes::all().filter(|code| code.id.starts_with("policy/bad-") || of_values.contains(&code.id));
    for code in families {
        assert!(table.contains(code.id), "{} is in no spelling", code.id);
    }
}
