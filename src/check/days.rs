//! Days off and days with hours of their own that may not mean what their owner thinks.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::policy::availability::{Closure, Schedule, When};
use crate::policy::values::{ClosureDay, Wording};
use crate::site::{Site, english};
use crate::time::hours::Hours;
use crate::time::ties::{self, Tie};

/// Two rules that meet later than this may be mended later.
const MONTHS_AHEAD: i32 = 24;

/// Tells closures that close nothing, and days on which two rules of one rank differ.
#[must_use]
pub fn check(site: &Site, today: Date) -> Findings {
    let mut findings = Findings::new();
    let availability = &site.policies.availability;
    let first = today.first_of_month();
    let hours = site.hours_between(first, today.saturating_add(MONTHS_AHEAD.months()).last_of_month());
    findings.extend(ties::of_closures(availability, &hours).iter().map(|tie| tied_closures(site, tie)));
    findings.extend(ties::of_seasons(availability, &hours).iter().map(|tie| {
        let message = format!("Two seasons give {} different hours; the later one wins.", day(site, tie.date));
        tied(message).at(tie.loser.place).also(tie.winner.place, "this one wins")
    }));
    let in_vain = availability.closures.iter().filter_map(|closure| closed_anyway(site, &hours, closure, first));
    findings.extend(in_vain);
    findings
}

fn tied_closures(site: &Site, tie: &Tie<'_, Closure>) -> Diagnostic {
    let [winner, loser] = [tie.winner, tie.loser].map(|closure| &closure.name.value.text);
    let day = day(site, tie.date);
    let message = format!("“{loser}” and “{winner}” give {day} different hours; the later line, “{winner}”, wins.");
    tied(message).at(tie.loser.when.span).also(tie.winner.when.span, "this one wins")
}

fn tied(message: String) -> Diagnostic {
    let help = "Take the day out of one of the two, or put the one that should win below the other.";
    Diagnostic::new(&codes::time::TIE, message).help(help)
}

/// A dated closure on days that are free anyway. Yearly ones are left alone: whoever never works on Mondays still likes to name the holidays,
/// and a date is where a slip hides.
fn closed_anyway(site: &Site, hours: &Hours<'_>, closure: &Closure, first: Date) -> Option<Diagnostic> {
    let (from, to) = match &closure.when.value {
        When::Day(ClosureDay::Dated(day)) => (day.date(), day.date()),
        When::Day(ClosureDay::Yearly(_)) => return None,
        When::Range(from, to) => (from.date(), to.date()),
    };
    let schedules: Vec<&Schedule> =
        site.policies.availability.schedules.iter().filter(|schedule| hours.concerns(closure, schedule)).collect();
    if closure.open_instead.is_some() || schedules.is_empty() || to < first {
        return None;
    }
    let is_anybody_there =
        |date: Date| schedules.iter().any(|schedule| !hours.shifts_but_for_closures(schedule, date).is_empty());
    if from.series(1.day()).take_while(|date| *date <= to).any(is_anybody_there) {
        return None;
    }
    let name = &closure.name.value.text;
    let message = if from == to {
        format!("“{name}” is on {}, when nobody is there anyway.", day(site, from))
    } else {
        format!("“{name}” has only days on which nobody is there anyway.")
    };
    let help = match &closure.schedules {
        Some(_) => "Check the date, and which hours `schedules` names. If both are right, it can go.",
        None => "Check the date. If it is right, the closure can go.",
    };
    Some(Diagnostic::new(&codes::time::CLOSED_ANYWAY, message).at(closure.when.span).help(help))
}

fn day(site: &Site, date: Date) -> String {
    english(&site.business).date_with_weekday(date)
}
