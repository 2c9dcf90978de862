//! What leaves the site for other programs: where the calendar and the contact card are published, and what goes into them.
//!
//! Pages link these files and the publisher makes them; neither knows the other, so what there is to publish is said here.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};

use super::{Policies, Site};
use crate::policy::channels::{Channel, Door};
use crate::time::hours::Hours;
use crate::time::stretches::{Stretch, stretches};

/// Where the closures are published for calendars.
pub const CALENDAR_FILE: &str = "closures.ics";
/// Where the contact card is published for address books.
pub const CARD_FILE: &str = "contact.vcf";

/// How far ahead closures are published, in months.
const MONTHS_AHEAD: i32 = 24;
/// Longer closures than this are cut in a calendar.
const LONGEST_CLOSURE: i32 = 400;

static UTC: TimeZone = TimeZone::UTC;

impl Site {
    /// The zone all times are meant in; UTC only where a handbook has none.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        self.business.zone.as_ref().map_or(&UTC, |zone| zone.rules())
    }

    /// What the schedules mean from `first` to `last`, both included.
    #[must_use]
    pub fn hours_between(&self, first: Date, last: Date) -> Hours<'_> {
        Hours::between(&self.policies.availability, self.policies.on_call_schedules(), self.zone(), first, last)
    }

    /// The closures and special days of this month and the 24 after it, soonest first, where each of them really decides.
    ///
    /// Whole months, so that a calendar changes once a month and not with every day it is made on.
    #[must_use]
    pub fn closures_ahead(&self, today: Date) -> Vec<Stretch<'_>> {
        let (first, last) = (today.first_of_month(), today.saturating_add(MONTHS_AHEAD.months()).last_of_month());
        let margin: Span = LONGEST_CLOSURE.days();
        let hours = self.hours_between(first.saturating_sub(margin), last.saturating_add(margin));
        stretches(&self.policies.availability, &hours, first, last)
    }
}

impl Policies {
    /// The channels an address book has a place for: somebody reads them, and they have a number, an address or a page. Best first.
    #[must_use]
    pub fn for_address_books(&self) -> Vec<&Channel> {
        let has_place = |channel: &&Channel| {
            let door = channel.door.as_ref().map(|door| &door.value);
            channel.monitored && matches!(door, Some(Door::Number(_) | Door::Mail(_) | Door::Web(_)))
        };
        let mut channels: Vec<&Channel> = self.channels.iter().filter(has_place).collect();
        channels.sort_by_key(|channel| channel.preferred.as_ref().map_or(u32::MAX, |rank| rank.value.0));
        channels
    }
}
