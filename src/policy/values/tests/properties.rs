//! For all texts and all values.

use jiff::civil::Date;
use proptest::prelude::*;

use super::reader::{KINDS, read};
use crate::policy::values::*;

/// What owners type, in pieces.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "9", "09:00", "9am", "9.30", "17:00", "24:00", "25", "60", "noon", "midnight", "-", "–", " to ", ",", ";", " and ", "/", ":", ".", " ",
    "closed", "by appointment", "all ", "mon", "tues", "weekdays", "daily", "2026", "12", "02", "29", "31", "easter", "+", "1", "4th",
    "last", "thursday", "of", "november", "business", "hours", "days", "half an", "1.5", "two", "$", "€", "USD", "%", "(0)", "(", ")", "00",
    "011", "757", "555", "0100", "ext.", "x", "#", "@", "https://", "http:", "www.", "third:", "us", "É", "ß", "\u{a0}", "🙂", "\u{301}",
    "\0", "١", "İ", "\u{212a}",
];

/// Texts made of such pieces in any order: nearer to the edges than pure noise.
fn near_misses() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..9).prop_map(|pieces| pieces.concat())
}

fn check(kind: &str, text: &str) -> Result<(), TestCaseError> {
    match read(kind, text) {
        Ok(reading) => {
            let again = read(kind, &reading.canonical);
            prop_assert_eq!(again.map(|again| again.canonical), Ok(reading.canonical), "{} {:?}", kind, text);
        }
        Err(slip) => {
            prop_assert!(text.get(slip.range.clone()).is_some(), "{} {:?}: {:?} lies outside", kind, text, slip.range);
            prop_assert!(!slip.message.is_empty() && !slip.help.is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_stops_the_program(text in any::<String>()) {
        for kind in KINDS {
            check(kind, &text)?;
        }
    }

    #[test]
    fn no_near_miss_stops_the_program(text in near_misses()) {
        for kind in KINDS {
            check(kind, &text)?;
        }
    }

    #[test]
    fn times_come_back(minutes in 0_u16..=1440) {
        let time = TimeOfDay::from_minutes(minutes).unwrap();
        prop_assert_eq!(TimeOfDay::read(&time.to_string()), Ok(time));
    }

    #[test]
    fn shifts_come_back(ends in prop::collection::vec((0_u16..1440, 0_u16..=1440, any::<bool>()), 1..4)) {
        let clock = |minutes| TimeOfDay::from_minutes(minutes).unwrap();
        let texts = ends.iter().map(|(start, end, by_appointment)| {
            format!("{}-{}{}", clock(*start), clock(*end), if *by_appointment { " by appointment" } else { "" })
        });
        if let Ok(shifts) = Shifts::read(&texts.collect::<Vec<_>>().join(", ")) {
            prop_assert_eq!(Shifts::read(&shifts.to_string()), Ok(shifts.clone()));
            for pair in shifts.shifts().windows(2) {
                prop_assert!(pair[0].end_minutes() <= pair[1].start().minutes());
            }
            for shift in shifts.shifts() {
                prop_assert!(shift.start() < TimeOfDay::END_OF_DAY && (1..=1440).contains(&shift.minutes()));
            }
        }
    }

    #[test]
    fn words_of_a_time_are_read_as_it(minutes in 1_u16..1440) {
        let time = TimeOfDay::from_minutes(minutes).unwrap();
        prop_assert_eq!(TimeOfDay::read(&time.words(&words::English::default())), Ok(time));
    }

    #[test]
    fn yearly_dates_come_back(which in 0_usize..6, weekday in 0_i8..7, month in 1_i8..=12, day in 1_i8..=31, easter in -80_i16..=80) {
        let which = [Which::First, Which::Second, Which::Third, Which::Fourth, Which::Fifth, Which::Last][which];
        let weekday = jiff::civil::Weekday::from_monday_zero_offset(weekday).unwrap();
        let rules = [
            YearlyDate::Weekday { which, weekday, month },
            YearlyDate::Easter { days_after: easter },
            YearlyDate::Day { month, day: day.min(28) },
        ];
        for rule in rules {
            prop_assert_eq!(YearlyDate::read(&rule.to_string()), Ok(rule));
        }
        for year in 2020..2032 {
            let date = YearlyDate::Weekday { which, weekday, month }.in_year(year);
            prop_assert!(date.is_none_or(|date| date.weekday() == weekday && date.month() == month));
            prop_assert!(date.is_some() || which == Which::Fifth);
            prop_assert_eq!(YearlyDate::Easter { days_after: easter }.in_year(year).map(Date::year), Some(year));
        }
    }

    #[test]
    fn phones_are_the_same_however_spelled(area in 200_u32..1000, exchange in 200_u32..1000, line in 0_u32..10000) {
        let country = Country::find("US").unwrap();
        let phone = Phone::read(&format!("({area}) {exchange}-{line:04}"), country).unwrap();
        let spellings = [
            format!("{area}.{exchange}.{line:04}"),
            format!("1-{area}-{exchange}-{line:04}"),
            format!("+1 {area} {exchange} {line:04}"),
            format!("011 1 {area} {exchange} {line:04}"),
        ];
        for spelling in spellings {
            prop_assert!(phone.same_number(&spelling), "{}", spelling);
            prop_assert_eq!(Phone::read(&spelling, country).unwrap().e164(), phone.e164());
        }
        let next_door = format!("{area}{exchange}{:04}", (line + 1) % 10000);
        prop_assert!(!phone.same_number(&next_door), "{}", next_door);
    }
}
