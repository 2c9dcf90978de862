//! Days and nights of a whole week.

use jiff::civil::Weekday;

use crate::diagnostic::codes;
use crate::diagnostic::{SourceFile, Sources, Span};
use crate::policy::values::*;

fn week(hours: [&str; 7]) -> [Shifts; 7] {
    hours.map(|text| Shifts::read(text).unwrap())
}

#[test]
fn a_night_runs_into_the_next_morning() {
    let closed = "closed";
    let found =
        overnight_overlaps(&week([closed, closed, closed, closed, closed, "22:00-04:00", "02:00-05:00, 09:00-12:00"]));
    let summary: Vec<_> =
        found.iter().map(|overlap| (overlap.day, overlap.next_day, overlap.next_shift.to_string())).collect();
    assert_eq!(summary, [(Weekday::Saturday, Weekday::Sunday, "02:00-05:00".to_owned())]);
}

#[test]
fn sunday_night_meets_monday() {
    let closed = "closed";
    let found = overnight_overlaps(&week(["03:00-08:00", closed, closed, closed, closed, closed, "20:00-04:00"]));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].day, found[0].next_day), (Weekday::Sunday, Weekday::Monday));
}

#[test]
fn a_night_may_touch_the_morning() {
    assert_eq!(overnight_overlaps(&week(["22:00-04:00, 04:00-08:00"; 7])), []);
    assert_eq!(overnight_overlaps(&week(["00:00-24:00"; 7])), []);
    assert_eq!(overnight_overlaps(&week(["22:00-04:00, 03:59-08:00"; 7])).len(), 7);
}

fn keys(names: &[&str]) -> Vec<DayRange> {
    names.iter().map(|name| DayRange::read(name).unwrap()).collect()
}

#[test]
fn the_more_specific_key_decides() {
    let keys = keys(&["daily", "weekdays", "fri-mon", "sat"]);
    let deciding = |day| deciding_key(&keys, day);
    assert_eq!(deciding(Weekday::Tuesday), Some(1));
    assert_eq!(deciding(Weekday::Friday), Some(2));
    assert_eq!(deciding(Weekday::Monday), Some(2));
    assert_eq!(deciding(Weekday::Saturday), Some(3));
    assert_eq!(deciding_key(&keys[3..], Weekday::Sunday), None);
}

#[test]
fn a_day_named_twice_is_found_at_one_level_only() {
    assert_eq!(days_named_twice(&keys(&["daily", "weekdays", "weekends", "mon-wed", "mon", "thu-fri"])), []);
    let twice = days_named_twice(&keys(&["mon-wed", "fri", "wed-fri", "friday"]));
    let summary: Vec<_> = twice.iter().map(|twice| (twice.day, twice.first, twice.second)).collect();
    assert_eq!(summary, [(Weekday::Wednesday, 0, 2), (Weekday::Friday, 1, 3)]);
}

#[test]
fn lengths_of_shifts_count_the_night() {
    let shifts = Shifts::read("22:00-04:00").unwrap();
    let night = shifts.shifts()[0];
    assert!(night.is_overnight());
    assert_eq!((night.minutes(), night.end_minutes()), (360, 1680));
    let whole = Shifts::read("00:00-24:00").unwrap();
    assert!(!whole.shifts()[0].is_overnight());
    assert_eq!(whole.shifts()[0].minutes(), 1440);
}

#[test]
fn a_slip_finds_its_place_in_the_file() {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("content/availability.md", "mon = \"9:60-17:00\"\n"));
    let slip = Shifts::read("9:60-17:00").unwrap_err();
    let finding = slip.finding(Span::new(file, 7..17));
    assert_eq!(finding.code.id, codes::policy::BAD_TIME.id);
    let Some(crate::diagnostic::Place::Text(span)) = finding.place else { panic!("no place") };
    assert_eq!(sources.text(span), "60");
}
