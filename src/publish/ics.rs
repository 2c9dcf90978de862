//! `closures.ics`: the closures for clients' calendars, as RFC 5545 writes them.
//!
//! - Every stretch of days on which a closure decides is one all-day event; its end is the day after, because ends don't belong to events.
//!   Special days are all-day events too, with their hours in the words: a day without a zone cannot be shown an hour off.
//! - **`UID`**: the closure's name, its number among closures of that name in the order typed, and the year: `thanksgiving-2027@…`. No date and
//!   no place among other closures is in it, so a closure that moves keeps its own and leaves the others alone, and calendars move the event they
//!   have. Renaming a closure makes a new event. The part behind the `@` is the site's host, else the business's name.
//! - **`DTSTAMP`**: midnight of the day from which the hours page holds (`effective`), else the day it was last checked, else 1970. Never the
//!   clock: the same input gives the same bytes.
//! - `TRANSP:TRANSPARENT`: that we are closed does not make our client busy.
//! - No `METHOD`: a calendar that is published needs none, and `PUBLISH` would ask for an organiser with an address (RFC 5546, 3.2.1).
//! - No rule repeats (`RRULE`): observed days, Easter and exceptions are worked out here, once, by the evaluator every page uses.

use jiff::civil::Date;

use super::content_lines::ContentLines;
use crate::address::Address;
use crate::markdown::slug;
use crate::policy::availability::Closure;
use crate::policy::kinds::Kind;
use crate::policy::written::{Prose, Words};
use crate::render::views::Labels;
use crate::render::{Content, Output, canonical, schedule_name};
use crate::site::{CALENDAR_FILE, Site};
use crate::time::stretches::Stretch;

/// Who made the file, as ISO 9070 asks for it.
pub(super) const PRODUCT: &str = "-//welcomemat//welcomemat//EN";
/// Calendars look again once a day.
const REFRESH: &str = "P1D";

/// Adds the calendar, if there is any closure ahead. Whole months from `today`'s on, two years far.
pub fn add(site: &Site, labels: &Labels, today: Date, output: &mut Output) {
    let closures = site.closures_ahead(today);
    if !closures.is_empty() {
        output.insert(Address::new(CALENDAR_FILE), Content::text(Calendar { site, labels }.file(&closures)));
    }
}

struct Calendar<'s> {
    site: &'s Site,
    labels: &'s Labels,
}

impl Calendar<'_> {
    fn file(&self, closures: &[Stretch<'_>]) -> String {
        let name = format!("{}: {}", self.site.business.name, self.labels.closed());
        let mut lines = ContentLines::default();
        lines.plain("BEGIN", "VCALENDAR");
        lines.plain("VERSION", "2.0");
        lines.words("PRODID", PRODUCT);
        lines.plain("CALSCALE", "GREGORIAN");
        // RFC 7986 came late: most calendars know only the older names that begin with X.
        for key in ["NAME", "X-WR-CALNAME"] {
            lines.words(key, &name);
        }
        lines.plain("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        lines.plain("X-PUBLISHED-TTL", REFRESH);
        let keys = self.keys();
        for closure in closures {
            self.event(closure, &keys, &mut lines);
        }
        lines.plain("END", "VCALENDAR");
        lines.into_text()
    }

    fn event(&self, stretch: &Stretch<'_>, keys: &[String], lines: &mut ContentLines) {
        lines.plain("BEGIN", "VEVENT");
        lines.words("UID", &self.uid(stretch, keys));
        lines.plain("DTSTAMP", &self.stamp());
        lines.plain("DTSTART;VALUE=DATE", &basic(stretch.from));
        lines.plain("DTEND;VALUE=DATE", &basic(stretch.to.tomorrow().unwrap_or(stretch.to)));
        lines.words("SUMMARY", &self.summary(stretch));
        if let Some(message) = &stretch.closure.message {
            lines.words("DESCRIPTION", &self.say(&message.value));
        }
        let page = self.site.page_of(Kind::Availability);
        if let (Some(url), Some(page)) = (&self.site.business.url, page) {
            lines.plain("URL", &canonical(url, page.address.as_str()));
        }
        lines.plain("TRANSP", "TRANSPARENT");
        lines.plain("END", "VEVENT");
    }

    /// Each closure's name as it stands in `UID`s, in the order typed: `fair`, `fair-2`.
    fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for closure in &self.site.policies.availability.closures {
            let name = slug(&self.say(&closure.name.value));
            let same = names.iter().filter(|other| **other == name).count();
            keys.push(if same == 0 { name.clone() } else { format!("{name}-{}", same + 1) });
            names.push(name);
        }
        keys
    }

    fn uid(&self, stretch: &Stretch<'_>, keys: &[String]) -> String {
        let closures = &self.site.policies.availability.closures;
        let at = closures.iter().position(|closure| std::ptr::eq(closure, stretch.closure));
        let key = at.and_then(|at| keys.get(at)).map_or("", String::as_str);
        let observed = if stretch.is_observed { "-observed" } else { "" };
        let part = if stretch.part == 0 { String::new() } else { format!("-part-{}", stretch.part + 1) };
        format!("{key}-{}{observed}{part}@{}", stretch.year, self.host())
    }

    fn host(&self) -> String {
        let host = self.site.business.url.as_deref().and_then(|url| url.split("://").nth(1)?.split('/').next());
        host.map_or_else(|| slug(&self.site.business.name), str::to_owned)
    }

    fn stamp(&self) -> String {
        let header = self.site.page_of(Kind::Availability).map(|page| &page.header);
        let day = header.and_then(|header| header.effective.as_ref().or(header.reviewed.as_ref()));
        day.map_or_else(|| "19700101".to_owned(), |at| basic(at.value.date())) + "T000000Z"
    }

    /// "Tidewater Web Studio closed: Thanksgiving", "Tidewater Web Studio, visits closed: Training", "… open 1 pm–5 pm: Inventory".
    fn summary(&self, stretch: &Stretch<'_>) -> String {
        let Closure { name, open_instead, .. } = stretch.closure;
        let availability = &self.site.policies.availability;
        let usual = availability.usual().map(|usual| &usual.id.value);
        let is_usual = stretch.schedules.iter().any(|schedule| Some(&schedule.id.value) == usual);
        let mut who = self.site.business.name.clone();
        if !is_usual && !stretch.schedules.is_empty() {
            let names: Vec<String> =
                stretch.schedules.iter().map(|schedule| schedule_name(self.labels, schedule)).collect();
            who = format!("{who}, {}", self.site.voice.wording().list(&names));
        }
        let hours = open_instead.as_ref().filter(|hours| !hours.value.is_closed());
        let state = match hours {
            Some(hours) => {
                let hours = hours.value.words(self.site.voice.wording());
                format!("{} {hours}", self.labels.open_instead().to_lowercase())
            }
            None => self.labels.closed().to_lowercase(),
        };
        format!("{who} {state}: {}", self.say(&name.value))
    }

    fn say(&self, prose: &Prose) -> String {
        self.site.sayer().say(&Words::Prose(prose.clone()))
    }
}

/// A date without its dashes, as ISO 8601 calls its basic form.
pub(super) fn basic(date: Date) -> String {
    date.to_string().replace('-', "")
}
