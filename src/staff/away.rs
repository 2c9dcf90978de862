//! A note for the next days off, ready for the mail program: when, why, what still works, and when we are back.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::policy::availability::Closure;
use crate::policy::values::CalendarDate;
use crate::policy::written::Words;
use crate::site::Site;
use crate::time::calendar::occurrences;

/// What the note is called on the command line.
pub const NAME: &str = "next-closure";

/// How far ahead days off are looked for, in days.
const AHEAD: i32 = 400;
/// How long after a closure the next opening is looked for, in days.
const AFTER: i32 = 30;

/// The note for the next closure that is not over on `today`; nothing when none is listed.
#[must_use]
pub fn note(site: &Site, today: Date) -> Option<String> {
    let closures = &site.policies.availability.closures;
    let last = today.checked_add(AHEAD.days()).ok()?;
    let found = occurrences(closures, today, last);
    let next = found.iter().find(|occurrence| {
        occurrence.closure.open_instead.is_none() && occurrence.to >= today && concerns_usual(site, occurrence.closure)
    })?;
    let sayer = site.sayer();
    let say = |date: Date| {
        CalendarDate::read(&date.to_string()).map_or_else(|_| date.to_string(), |day| day.words(sayer.wording()))
    };
    let name = sayer.say(&Words::Prose(next.closure.name.value.clone()));
    let words = sayer.wording().away();
    let pattern = if next.from == next.to { words.one_day } else { words.days };
    let dated =
        pattern.replace("{day}", &say(next.from)).replace("{from}", &say(next.from)).replace("{to}", &say(next.to));
    let mut note = dated.replace("{name}", &site.business.name).replace("{reason}", &name);
    if let Some(message) = &next.closure.message {
        note.push_str(&format!(" {}", sayer.say(&Words::Prose(message.value.clone()))));
    }
    if let Some(back) = back(site, next.observed.map_or(next.to, |observed| observed.max(next.to))) {
        note.push_str(&format!("\n\n{}", words.back.replace("{day}", &say(back))));
    }
    if let Some(safety) = &site.policies.emergencies.safety {
        note.push_str(&format!("\n\n{}", words.danger.replace("{number}", &safety.number.value.to_string())));
    }
    Some(note)
}

fn concerns_usual(site: &Site, closure: &Closure) -> bool {
    let usual = site.policies.availability.usual();
    closure
        .schedules
        .as_ref()
        .is_none_or(|ids| usual.is_some_and(|usual| ids.iter().any(|id| id.value == usual.id.value)))
}

/// The first day after `last` on which the usual hours have a shift and no closure holds.
fn back(site: &Site, last: Date) -> Option<Date> {
    let availability = &site.policies.availability;
    let usual = availability.usual()?;
    let until = last.checked_add(AFTER.days()).ok()?;
    let found = occurrences(&availability.closures, last, until);
    let is_off = |day: Date| {
        let mut holds = found
            .iter()
            .filter(|occurrence| occurrence.closure.open_instead.is_none() && concerns_usual(site, occurrence.closure));
        holds.any(|occurrence| occurrence.from <= day && day <= occurrence.to || occurrence.observed == Some(day))
    };
    last.tomorrow()
        .ok()?
        .series(1.day())
        .take_while(|day| *day <= until)
        .find(|day| !usual.week.shifts(day.weekday()).is_empty() && !is_off(*day))
}
