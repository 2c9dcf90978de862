//! Days off: where they are observed, which of two decides, and how they stand in a calendar.

use jiff::civil::{Date, date};

use super::{typed, zone};
use crate::policy::availability::Availability;
use crate::time::calendar::occurrences;
use crate::time::hours::Hours;
use crate::time::stretches::stretches;
use crate::time::ties;

/// Every stretch of two years as `name from..to (schedules)`.
fn shown(availability: &Availability) -> Vec<String> {
    let utc = zone("UTC");
    let (first, last) = (date(2026, 12, 1), date(2027, 12, 31));
    let hours = Hours::between(availability, Vec::new(), &utc, date(2025, 12, 1), date(2028, 12, 31));
    let found = stretches(availability, &hours, first, last);
    let shown = found.iter().map(|it| {
        let schedules: Vec<&str> = it.schedules.iter().map(|schedule| schedule.id.value.as_str()).collect();
        let observed = if it.is_observed { " observed" } else { "" };
        let name = &it.closure.name.value.text;
        format!("{name}{observed} {}..{} {}", it.from, it.to, schedules.join("+"))
    });
    shown.collect()
}

const HOURS: &str = "[hours.office]\nweekdays = \"09:00-17:00\"\n[hours.shop]\ndaily = \"10:00-12:00\"\n";

fn with(closures: &str) -> Availability {
    typed(&format!("{HOURS}{closures}"))
}

#[test]
fn a_day_within_a_longer_closure_is_no_stretch_of_its_own() {
    let availability = with(
        "[[closure]]\nname = \"Christmas\"\non = \"12-25\"\n[[closure]]\nname = \"Break\"\nfrom = \"2026-12-24\"\nto = \"2027-01-01\"\n",
    );
    assert_eq!(
        shown(&availability),
        ["Break 2026-12-24..2027-01-01 office+shop", "Christmas 2027-12-25..2027-12-25 office+shop"]
    );
}

#[test]
fn a_special_day_cuts_a_closure_in_two_and_each_decides_its_own_schedules() {
    let availability = with(
        "[[closure]]\nname = \"Break\"\nfrom = \"2026-12-24\"\nto = \"2026-12-28\"\n\
         [[closure]]\nname = \"Sale\"\non = \"2026-12-26\"\nopen_instead = \"10:00-11:00\"\nschedules = [\"shop\"]\n",
    );
    assert_eq!(
        shown(&availability),
        [
            "Break 2026-12-24..2026-12-25 office+shop",
            "Break 2026-12-26..2026-12-26 office",
            "Sale 2026-12-26..2026-12-26 shop",
            "Break 2026-12-27..2026-12-28 office+shop",
        ]
    );
}

/// The day before the first of January 2028, a Saturday, lies in the year asked about; the holiday itself does not.
#[test]
fn a_saturday_past_the_end_is_observed_on_its_friday() {
    let availability = with("[[closure]]\nname = \"New Year\"\non = \"01-01\"\nobserved = \"nearest-weekday\"\n");
    let shown = shown(&availability);
    assert_eq!(shown.last().map(String::as_str), Some("New Year observed 2027-12-31..2027-12-31 office+shop"));
}

/// Found by the second opinion: a special day is no day off, so the next holiday may be observed on it.
#[test]
fn a_holiday_may_be_observed_on_a_special_day() {
    let availability = with(
        "[[closure]]\nname = \"Early\"\non = \"12-25\"\nobserved = \"next-free-weekday\"\nopen_instead = \"10:00-11:00\"\n\
         [[closure]]\nname = \"Boxing Day\"\non = \"12-26\"\nobserved = \"next-free-weekday\"\n",
    );
    let found = occurrences(&availability.closures, date(2027, 12, 20), date(2027, 12, 31));
    let observed: Vec<Option<Date>> = found.iter().map(|occurrence| occurrence.observed).collect();
    assert_eq!(observed, [Some(date(2027, 12, 27)), Some(date(2027, 12, 27))]);
}

#[test]
fn rules_of_one_rank_that_differ_are_a_tie_and_others_are_none() {
    let utc = zone("UTC");
    let check = |typed: &str, expected: &[&str]| {
        let availability = with(typed);
        let hours = Hours::between(&availability, Vec::new(), &utc, date(2027, 1, 1), date(2028, 12, 31));
        let closures = ties::of_closures(&availability, &hours);
        let seasons = ties::of_seasons(&availability, &hours);
        let days = closures.iter().map(|tie| tie.date).chain(seasons.iter().map(|tie| tie.date));
        assert_eq!(days.map(|day| day.to_string()).collect::<Vec<_>>(), expected, "{typed}");
    };
    let closure = |name: &str, rest: &str| format!("[[closure]]\nname = \"{name}\"\n{rest}\n");
    let short = "open_instead = \"10:00-11:00\"";
    let dated = closure("A", "on = \"2027-05-03\"");
    check(&(dated.clone() + &closure("B", &format!("on = \"2027-05-03\"\n{short}"))), &["2027-05-03"]);
    check(&(dated.clone() + &closure("B", "from = \"2027-05-01\"\nto = \"2027-05-09\"")), &[]);
    check(&(dated + &closure("B", &format!("on = \"05-03\"\n{short}"))), &[]);
    let yearly = closure("A", "on = \"05-03\"") + &closure("B", &format!("on = \"1st monday of may\"\n{short}"));
    check(&yearly, &["2027-05-03"]);
    let season = |from: &str, to: &str, days: &str| {
        format!("[[season]]\nschedule = \"office\"\nfrom = \"{from}\"\nto = \"{to}\"\n{days}\n")
    };
    let summer = season("06-15", "08-31", "fri = \"closed\"");
    check(&(summer.clone() + &season("08-15", "09-30", "fri = \"09:00-12:00\"")), &["2027-08-20"]);
    check(&(summer + &season("08-15", "09-30", "thu = \"09:00-12:00\"")), &[]);
}
