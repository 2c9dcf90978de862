//! How old pages are: when they must be checked, and what holds only from a day to come. Clients only ever see “checked on”.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::policy::values::{Length, Unit};
use crate::site::{Page, Site};

/// Days ahead of a check that the owner hears of it.
const AHEAD: i32 = 30;

/// Looks at the dates in every page's header.
pub(super) fn check(site: &Site, today: Date) -> Findings {
    let mut findings = Findings::new();
    for page in site.pages.iter().chain(&site.staff) {
        findings.extend(review(page, today));
        findings.extend(effective(page, today));
    }
    findings
}

fn review(page: &Page, today: Date) -> Option<Diagnostic> {
    let reviewed = page.header.reviewed.as_ref()?;
    let day = reviewed.value.date();
    if day > today {
        let message = format!("This page says that it was checked on {day}, which is still to come.");
        let help = format!("Write the day on which it was checked: `reviewed = \"{today}\"` if that is today.");
        return Some(Diagnostic::new(&codes::fresh::REVIEWED_AHEAD, message).at(reviewed.span).help(help));
    }
    let every = page.header.review_every.as_ref()?;
    let due = after(day, every.value)?;
    let help = format!("Read it, correct it, and write `reviewed = \"{today}\"`.");
    if due <= today {
        let message = format!("This page was to be checked again by {due}.");
        return Some(Diagnostic::new(&codes::fresh::REVIEW_DUE, message).at(reviewed.span).help(help));
    }
    let is_soon = today.checked_add(AHEAD.days()).is_ok_and(|limit| due <= limit);
    is_soon.then(|| {
        let message = format!("This page is to be checked again by {due}.");
        Diagnostic::new(&codes::fresh::REVIEW_SOON, message).at(reviewed.span).help(help)
    })
}

/// The day a length after another; business days count as days here.
fn after(day: Date, length: Length) -> Option<Date> {
    let count = i32::try_from(length.count()).ok()?;
    let span = match length.unit() {
        Unit::Months => count.months(),
        Unit::Weeks => count.weeks(),
        Unit::Days | Unit::BusinessDays => count.days(),
        Unit::Hours | Unit::Minutes | Unit::BusinessHours | Unit::BusinessMinutes => 1.day(),
    };
    day.checked_add(span).ok()
}

fn effective(page: &Page, today: Date) -> Option<Diagnostic> {
    let effective = page.header.effective.as_ref().filter(|effective| effective.value.date() > today)?;
    let message = format!("This page holds only from {}, and clients can read it already.", effective.value.date());
    let help = "Say on the page what holds until then, or add `draft = true`.";
    Some(Diagnostic::new(&codes::fresh::NOT_YET, message).at(effective.span).help(help))
}
