//! The moment asked about, as people type it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};

use crate::policy::values::{CalendarDate, TimeOfDay};
use crate::time::intervals::instant;

/// A moment, and what had to be decided to find it.
#[derive(Debug)]
pub(super) struct Moment {
    pub at: Timestamp,
    pub note: Option<String>,
}

/// Reads `2026-12-24 09:00` (the business's clock), `…Z`, `…+02:00` or `…[Europe/London]`.
pub(super) fn read(typed: &str, zone: &TimeZone) -> Result<Moment, String> {
    let text = typed.trim();
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(Moment { at, note: None });
    }
    if let Some((local, name)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        let zone =
            TimeZoneDatabase::bundled().get(name).map_err(|_| format!("There is no time zone called `{name}`."))?;
        // With an offset beside the zone there is no gap or fold to decide.
        return match local.parse::<Timestamp>() {
            Ok(at) => Ok(Moment { at, note: None }),
            Err(_) => local_moment(local, &zone),
        };
    }
    local_moment(text, zone)
}

fn local_moment(text: &str, zone: &TimeZone) -> Result<Moment, String> {
    let moment = civil(text).ok_or_else(|| {
        format!("`{text}` is not a moment as written here. Write a date and a time, such as `2026-12-24 09:00`.")
    })?;
    let note = match zone.to_ambiguous_timestamp(moment).offset() {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { .. } => {
            Some(format!("The clocks jump over {} on that day; the moment after the jump is taken.", shown(moment)))
        }
        AmbiguousOffset::Fold { .. } => {
            Some(format!("{} comes twice on that day; the first time is taken.", shown(moment)))
        }
    };
    let at = instant(moment, zone).ok_or_else(|| format!("`{text}` is too far away."))?;
    Ok(Moment { at, note })
}

/// The time as clocks show it, without seconds.
fn shown(moment: DateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// A date and a time; a date alone means its first minute.
fn civil(text: &str) -> Option<DateTime> {
    if let Ok(moment) = text.parse::<DateTime>() {
        return Some(moment);
    }
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, "00:00"));
    let date: Date = CalendarDate::read(date).ok()?.date();
    let minutes = TimeOfDay::read(time.trim()).ok()?.minutes();
    let time = Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()?;
    Some(date.to_datetime(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, instant: &str, is_noted: bool) {
        let zone = TimeZoneDatabase::bundled().get("America/New_York").unwrap();
        let moment = read(typed, &zone).unwrap();
        assert_eq!((moment.at.to_string().as_str(), moment.note.is_some()), (instant, is_noted), "{typed}");
    }

    #[test]
    fn moments_are_read_as_people_type_them() {
        check("2026-12-24T09:00", "2026-12-24T14:00:00Z", false);
        check("2026-12-24 9am", "2026-12-24T14:00:00Z", false);
        check("2026-12-24", "2026-12-24T05:00:00Z", false);
        check("2026-12-24T09:00:00Z", "2026-12-24T09:00:00Z", false);
        check("2026-12-24T09:00+02:00", "2026-12-24T07:00:00Z", false);
        check("2026-12-24T09:00[Europe/London]", "2026-12-24T09:00:00Z", false);
        check("2026-03-08T02:30", "2026-03-08T07:00:00Z", true);
        check("2026-03-29T01:30[Europe/London]", "2026-03-29T01:00:00Z", true);
        check("2026-10-25T01:30[Europe/London]", "2026-10-25T00:30:00Z", true);
        check("2026-10-25T01:30+00:00[Europe/London]", "2026-10-25T01:30:00Z", false);
        check("2026-11-01T01:30", "2026-11-01T05:30:00Z", true);
    }

    #[test]
    fn what_is_no_moment_is_told() {
        assert!(read("soon", &TimeZone::UTC).is_err());
        assert!(read("2026-12-24T09:00[Mars/Base]", &TimeZone::UTC).unwrap_err().contains("Mars/Base"));
    }
}
