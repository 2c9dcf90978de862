//! Hours in the words of schema.org, in the forms that Google documents for local businesses.
//!
//! - A shift is an `OpeningHoursSpecification`; days with the same shift share one, a day with two shifts stands in two.
//! - `closes` before `opens` is on the next day. A whole day is `00:00` to `23:59`, a closed one `00:00` to `00:00`.
//! - The week stands alone, without seasons. Every date of the coming year on which anything else holds (season, closure, special day) stands
//!   in the special ones with its dates, so that no two of them speak of the same date and no reader has to know which rule wins.
//! - By-appointment shifts are left out: nobody may come by then.
//!
//! Source: "Local business structured data", <https://developers.google.com/search/docs/appearance/structured-data/local-business>.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde_json::Value;

use super::Node;
use crate::policy::availability::{Schedule, Week};
use crate::policy::values::{Shift, TimeOfDay, weekday_name};
use crate::site::Site;

/// Special hours are told for this month and so many after it.
const MONTHS_AHEAD: i32 = 12;

/// The shifts of a week.
pub(super) fn week(week: &Week) -> Vec<Value> {
    let mut shared: Vec<((String, String), Vec<&'static str>)> = Vec::new();
    for weekday in Weekday::Monday.cycle_forward().take(7) {
        for bounds in week.shifts(weekday).iter().filter(|shift| !shift.by_appointment()).map(|shift| bounds(*shift)) {
            match shared.iter_mut().find(|(same, _)| *same == bounds) {
                Some((_, days)) => days.push(weekday_name(weekday)),
                None => shared.push((bounds, vec![weekday_name(weekday)])),
            }
        }
    }
    let specification = |((opens, closes), days): ((String, String), Vec<&'static str>)| {
        let mut node = specification(&opens, &closes);
        node.set("dayOfWeek", days);
        node.into_value()
    };
    shared.into_iter().map(specification).collect()
}

/// Every date of the coming year on which a schedule's hours are not those of its week. Whole months, so that the page changes once a month.
pub(super) fn special(site: &Site, schedule: &Schedule, today: Date) -> Vec<Value> {
    let (first, last) = (today.first_of_month(), today.saturating_add(MONTHS_AHEAD.months()).last_of_month());
    let hours = site.hours_between(first, last);
    let mut runs: Vec<Run> = Vec::new();
    let mut pending: Option<Run> = None;
    for date in first.series(1.day()).take_while(|date| *date <= last) {
        let shifts = counted(hours.shifts_on(schedule, date));
        let is_special = shifts != counted(schedule.week.shifts(date.weekday()));
        match &mut pending {
            Some(run) if run.shifts == shifts => run.to = if is_special { date } else { run.to },
            _ => {
                runs.extend(pending.take());
                pending = is_special.then_some(Run { from: date, to: date, shifts });
            }
        }
    }
    runs.extend(pending);
    runs.iter().flat_map(Run::specifications).collect()
}

/// Dates in a row with the same hours. Dates of the week that happen to have them too may lie between.
struct Run {
    from: Date,
    to: Date,
    shifts: Vec<Shift>,
}

impl Run {
    fn specifications(&self) -> Vec<Value> {
        let closed = ("00:00".to_owned(), "00:00".to_owned());
        let bounds = match self.shifts.as_slice() {
            [] => vec![closed],
            shifts => shifts.iter().map(|shift| bounds(*shift)).collect(),
        };
        let dated = bounds.iter().map(|(opens, closes)| {
            let mut node = specification(opens, closes);
            node.set("validFrom", self.from.to_string());
            node.set("validThrough", self.to.to_string());
            node.into_value()
        });
        dated.collect()
    }
}

fn counted(shifts: &[Shift]) -> Vec<Shift> {
    shifts.iter().filter(|shift| !shift.by_appointment()).copied().collect()
}

fn specification(opens: &str, closes: &str) -> Node {
    let mut node = Node::of("OpeningHoursSpecification");
    node.set("opens", opens);
    node.set("closes", closes);
    node
}

/// The bounds of a shift. Midnight at its end is `00:00`, which lies before its start and so on the next day.
fn bounds(shift: Shift) -> (String, String) {
    let is_midnight = shift.end() == TimeOfDay::END_OF_DAY;
    let closes = match (shift.start().minutes(), is_midnight) {
        (0, true) => "23:59".to_owned(),
        (_, true) => "00:00".to_owned(),
        _ => shift.end().to_string(),
    };
    (shift.start().to_string(), closes)
}
