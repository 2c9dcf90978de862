//! The worked examples of the data model, and the clock's odd days.

mod days_off;

use jiff::civil::{Date, date};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

use super::hours::Hours;
use super::intervals::Status;
use crate::diagnostic::SourceFile;
use crate::diagnostic::Sources;
use crate::policy::availability::{Availability, AvailabilityWritten, mean};
use crate::policy::values::Length;
use crate::policy::written::Reading;

/// The availability typed in a header.
fn typed(header: &str) -> Availability {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("availability.md", header));
    let table = toml::de::DeTable::parse(header).unwrap().into_inner();
    let mut reading = Reading::new(file, 0, header, None);
    let place = reading.whole();
    let written = AvailabilityWritten::read_keys(&table, place, &mut reading);
    let availability = mean(&written, &mut reading);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    availability
}

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap()
}

/// A wall clock's time in a zone as an instant; none of the examples stands in a gap or fold.
fn at(text: &str, zone: &TimeZone) -> Timestamp {
    text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(zone.clone()).unwrap().timestamp()
}

fn due(availability: &Availability, zone: &TimeZone, schedule: &str, length: &str, from: &str) -> String {
    let start = at(from, zone);
    let first = start.to_zoned(zone.clone()).date();
    let hours = Hours::between(availability, Vec::new(), zone, first - 40.days(), first + 800.days());
    let schedule = availability.schedules.iter().find(|it| it.id.value.as_str() == schedule).unwrap();
    let due = hours.due(Length::read(length).unwrap(), Some(schedule), start).unwrap();
    due.to_zoned(zone.clone()).datetime().to_string()
}

const TIDEWATER: &str = "
[hours.office]
mon-thu = \"09:00-17:00\"
fri = \"09:00-13:00\"
[hours.oncall]
sat = \"22:00-04:00\"
[[closure]]
name = \"Winter break\"
from = \"2026-12-24\"
to = \"2027-01-01\"
";

#[test]
fn a_mail_before_the_break_is_answered_after_it() {
    let (availability, new_york) = (typed(TIDEWATER), zone("America/New_York"));
    let check = |length, from, expected: &str| {
        assert_eq!(due(&availability, &new_york, "office", length, from), expected, "{length} {from}");
    };
    check("8 business hours", "2026-12-23T16:00", "2027-01-04T16:00:00");
    check("1 business day", "2026-11-24T15:00", "2026-11-25T17:00:00");
    check("1 business day", "2026-11-24T08:00", "2026-11-24T17:00:00");
    check("1 business day", "2026-11-24T20:00", "2026-11-25T17:00:00");
    check("4 business hours", "2026-11-24T13:00", "2026-11-24T17:00:00");
    check("24 hours", "2026-11-24T13:00", "2026-11-25T13:00:00");
}

#[test]
fn a_night_shift_is_as_long_as_its_night() {
    let (availability, new_york) = (typed(TIDEWATER), zone("America/New_York"));
    let length = |day: Date| {
        let hours = Hours::between(&availability, Vec::new(), &new_york, day, day);
        let night = hours.intervals_on(&availability.schedules[1], day);
        night[0].end.duration_since(night[0].start).as_hours()
    };
    assert_eq!(length(date(2026, 3, 7)), 5);
    assert_eq!(length(date(2026, 10, 31)), 7);
    assert_eq!(length(date(2026, 6, 6)), 6);
}

#[test]
fn split_hours_are_counted_part_by_part() {
    let availability = typed("[hours.office]\nwed = \"09:30-12:00, 18:00-20:00\"\nthu = \"09:30-15:00\"\n");
    assert_eq!(
        due(&availability, &zone("Europe/London"), "office", "4 business hours", "2026-11-25T11:00"),
        "2026-11-26T10:30:00"
    );
}

#[test]
fn nine_in_new_york_is_one_in_london_in_mid_march() {
    let (availability, new_york) = (typed(TIDEWATER), zone("America/New_York"));
    let day = date(2026, 3, 16);
    let hours = Hours::between(&availability, Vec::new(), &new_york, day, day);
    let opening = hours.intervals_on(&availability.schedules[0], day)[0].start;
    assert_eq!(opening.to_zoned(zone("Europe/London")).datetime().to_string(), "2026-03-16T13:00:00");
}

#[test]
fn closures_leave_the_tail_of_last_night() {
    let availability = typed(
        "[hours.oncall]\nsat = \"22:00-04:00\"\nsun = \"22:00-04:00\"\n[[closure]]\nname = \"Day off\"\non = \"2026-11-29\"\n",
    );
    let utc = zone("UTC");
    let hours = Hours::between(&availability, Vec::new(), &utc, date(2026, 11, 1), date(2026, 12, 31));
    let schedule = &availability.schedules[0];
    let status = |text| hours.status(schedule, at(text, &utc));
    assert_eq!(status("2026-11-29T03:00"), Status::Open { until: at("2026-11-29T04:00", &utc) });
    assert_eq!(status("2026-11-29T23:00"), Status::Closed { opens: Some(at("2026-12-05T22:00", &utc)) });
}

#[test]
fn bounds_in_a_gap_move_to_its_end_and_twice_told_ones_mean_the_first() {
    let availability = typed("[hours.office]\ndaily = \"01:30-02:30\"\n");
    let new_york = zone("America/New_York");
    let on = |day: Date| {
        let hours = Hours::between(&availability, Vec::new(), &new_york, day, day);
        hours
            .intervals_on(&availability.schedules[0], day)
            .iter()
            .map(|it| (it.start.to_string(), it.end.to_string()))
            .collect::<Vec<_>>()
    };
    let pair = |start: &str, end: &str| vec![(start.to_owned(), end.to_owned())];
    // 8 March 2026: the clock jumps from 02:00 to 03:00 at 07:00 UTC.
    assert_eq!(on(date(2026, 3, 8)), pair("2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z"));
    // 1 November 2026: 01:30 happens twice; the first is 05:30 UTC.
    assert_eq!(on(date(2026, 11, 1)), pair("2026-11-01T05:30:00Z", "2026-11-01T07:30:00Z"));
    // Samoa had no 30 December 2011 at all.
    let apia = zone("Pacific/Apia");
    let hours = Hours::between(&availability, Vec::new(), &apia, date(2011, 12, 30), date(2011, 12, 30));
    assert!(hours.intervals_on(&availability.schedules[0], date(2011, 12, 30)).is_empty());
}

#[test]
fn seasons_run_over_the_years_end_and_dated_days_win() {
    let availability = typed(
        "[hours.office]\nmon-fri = \"09:00-17:00\"\n[[season]]\nschedule = \"office\"\nfrom = \"12-15\"\nto = \"01-10\"\nmon-fri = \"10:00-12:00\"\n\
         [[closure]]\nname = \"Yearly\"\non = \"01-04\"\n[[closure]]\nname = \"This year\"\non = \"2027-01-04\"\nopen_instead = \"11:00-12:00\"\n",
    );
    let utc = zone("UTC");
    let hours = Hours::between(&availability, Vec::new(), &utc, date(2026, 12, 1), date(2028, 2, 1));
    let first =
        |day: Date| hours.shifts_on(&availability.schedules[0], day).first().map(|shift| shift.start().to_string());
    assert_eq!(first(date(2026, 12, 14)).as_deref(), Some("09:00"));
    assert_eq!(first(date(2026, 12, 15)).as_deref(), Some("10:00"));
    assert_eq!(first(date(2027, 1, 4)).as_deref(), Some("11:00"));
    assert_eq!(first(date(2027, 1, 8)).as_deref(), Some("10:00"));
    assert_eq!(first(date(2027, 1, 11)).as_deref(), Some("09:00"));
    assert_eq!(first(date(2028, 1, 4)), None);
}
