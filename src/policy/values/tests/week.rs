//! Days and nights of a whole week.

use crate::diagnostic::codes;
use crate::diagnostic::{SourceFile, Sources, Span};
use crate::policy::values::*;

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
