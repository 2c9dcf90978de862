//! `hours.json`: the open hours of the next 400 days, for an owner's other programs.
//!
//! ```json
//! {"format": 1, "timezone": "America/New_York", "from": "2026-11-22T05:00:00Z", "valid_until": "2027-12-27T05:00:00Z",
//!  "usual": "office",
//!  "schedules": {"office": {"by_appointment": false, "open": [["2026-11-23T14:00:00Z", "2026-11-23T22:00:00Z"]]}},
//!  "closures": [{"name": "Thanksgiving", "from": "2026-11-26", "to": "2026-11-26", "schedules": ["office"], "hours": null}],
//!  "channels": {"email": {"kind": "email", "schedule": "office", "reply_within": "8 business hours"}}}
//! ```
//!
//! Instants are RFC 3339 in UTC. Each of `open` is from its first instant until just before its second; touching shifts are one. Hours by
//! appointment are not counted. `closures` are the days in a row on which one closure decides the hours of `schedules`; `hours` says what is
//! open instead. A channel that nobody reads is not listed.
//! `format` changes when something here changes its meaning; keys may be added without that.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use super::gather::Span;
use crate::policy::availability::Schedule;
use crate::policy::channels::Channel;
use crate::policy::written::Words;
use crate::site::Site;
use crate::time::hours::Hours;
use crate::time::stretches::{Stretch, stretches};

#[derive(Serialize)]
struct Document<'s> {
    format: u32,
    timezone: &'s str,
    from: String,
    valid_until: String,
    usual: Option<&'s str>,
    schedules: BTreeMap<&'s str, ScheduleHours>,
    closures: Vec<ClosureDays<'s>>,
    channels: BTreeMap<&'s str, ChannelPromise<'s>>,
}

#[derive(Serialize)]
struct ScheduleHours {
    by_appointment: bool,
    open: Vec<(Instant, Instant)>,
}

/// Written in RFC 3339, as an instant says itself. There are more than a thousand of them.
struct Instant(Timestamp);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[derive(Serialize)]
struct ClosureDays<'s> {
    name: String,
    from: String,
    to: String,
    schedules: Vec<&'s str>,
    hours: Option<String>,
}

#[derive(Serialize)]
struct ChannelPromise<'s> {
    kind: &'static str,
    schedule: Option<&'s str>,
    reply_within: Option<String>,
}

/// The file as published.
#[must_use]
pub fn written(site: &Site, span: &Span) -> String {
    let hours = span.hours(site);
    let availability = &site.policies.availability;
    let last = span.date(span.until);
    let read = site.policies.channels.iter().filter(|channel| channel.monitored);
    let found = stretches(availability, &hours, span.first, last);
    let document = Document {
        format: 1,
        timezone: site.business.zone.as_ref().map_or("UTC", |zone| zone.name()),
        from: span.from.to_string(),
        valid_until: span.until.to_string(),
        usual: availability.usual().map(|schedule| schedule.id.value.as_str()),
        schedules: availability.schedules.iter().map(|own| (own.id.value.as_str(), open(&hours, own, span))).collect(),
        closures: found.iter().map(|stretch| closure_days(site, stretch)).collect(),
        channels: read.map(|channel| (channel.id.value.as_str(), promise(channel))).collect(),
    };
    serde_json::to_string(&document).unwrap_or_default() + "\n"
}

/// What is open within the span; what runs over its edges is cut there.
fn open<'a>(hours: &Hours<'a>, schedule: &'a Schedule, span: &Span) -> ScheduleHours {
    let first = span.first.yesterday().unwrap_or(span.first);
    let all = hours.intervals(schedule, first, span.date(span.until)).into_iter();
    let cut = all.map(|it| (it.start.max(span.from), it.end.min(span.until))).filter(|(start, end)| start < end);
    ScheduleHours {
        by_appointment: super::data::is_by_appointment(schedule),
        open: cut.map(|(start, end)| (Instant(start), Instant(end))).collect(),
    }
}

fn closure_days<'s>(site: &Site, stretch: &Stretch<'s>) -> ClosureDays<'s> {
    ClosureDays {
        name: site.sayer().say(&Words::Prose(stretch.closure.name.value.clone())),
        from: stretch.from.to_string(),
        to: stretch.to.to_string(),
        schedules: stretch.schedules.iter().map(|schedule| schedule.id.value.as_str()).collect(),
        hours: stretch.closure.open_instead.as_ref().map(|hours| hours.value.to_string()),
    }
}

fn promise(channel: &Channel) -> ChannelPromise<'_> {
    ChannelPromise {
        kind: channel.kind.value.word(),
        schedule: channel.schedule.as_ref().map(|id| id.value.as_str()),
        reply_within: channel.reply_within.as_ref().map(|length| length.value.to_string()),
    }
}
