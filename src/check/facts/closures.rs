//! Whether the coming year has any day off, asked from November on.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, codes};
use crate::policy::kinds::Kind;
use crate::site::Site;
use crate::time::calendar::occurrences;

/// The first month in which next year's days off are missed.
const FROM_MONTH: i8 = 11;

/// Tells, from 1 November on, that nothing is listed for the coming year.
pub(in crate::check) fn check(site: &Site, today: Date) -> Option<Diagnostic> {
    let availability = &site.policies.availability;
    if today.month() < FROM_MONTH || availability.schedules.is_empty() {
        return None;
    }
    let year = today.year().checked_add(1)?;
    let (first, last) = (Date::new(year, 1, 2).ok()?, Date::new(year, 12, 31).ok()?);
    if !occurrences(&availability.closures, first, last).is_empty() {
        return None;
    }
    let message = format!("No day off is listed for {year}.");
    let help = format!(
        "Add the days you close, such as `[[closure]]` with `name = \"Christmas Day\"` and `on = \"12-25\"`, or `on = \"{year}-12-24\"` for that year alone."
    );
    let finding = Diagnostic::new(&codes::facts::NO_CLOSURES_AHEAD, message).help(help);
    Some(site.page_of(Kind::Availability).map_or(finding.clone(), |page| finding.at(page.file)))
}
