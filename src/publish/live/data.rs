//! The data itself, as the script is given it. Its format is in the words above the room.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use serde::Serialize;

use super::coded::{coded, minute};
use super::gather::{Span, counted};
use crate::policy::availability::{Closure, Schedule};
use crate::policy::channels::{Channel, ChannelKind};
use crate::policy::kinds::Kind;
use crate::policy::values::{Clock, Length};
use crate::policy::written::Words;
use crate::render::theme::Theme;
use crate::render::zone_words;
use crate::site::Site;
use crate::time::hours::{DAYS_AHEAD, Hours};

#[derive(Serialize)]
pub(super) struct Data<'s> {
    format: u32,
    locale: String,
    zone: &'s str,
    clock: String,
    page: &'s str,
    from: i64,
    until: i64,
    horizon: i32,
    offsets: Vec<(i64, i32)>,
    usual: Option<&'s str>,
    schedules: BTreeMap<&'s str, ScheduleData>,
    closures: Vec<(i64, i64, String, String)>,
    channels: BTreeMap<&'s str, ChannelData<'s>>,
    words: &'s BTreeMap<&'static str, Box<str>>,
    time: Clock,
}

#[derive(Serialize)]
struct ScheduleData {
    shifts: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    appointment: bool,
}

#[derive(Serialize)]
struct ChannelData<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    promise: Option<(u32, &'static str)>,
    say: &'static str,
}

impl<'s> Data<'s> {
    /// Gathers all that holds within the span.
    pub(super) fn gather(site: &'s Site, theme: &'s Theme, span: &'s Span) -> Self {
        let business = &site.business;
        let hours = span.hours(site);
        let mut last = span.last_due(&hours, &promises(site, |_| true));
        let mut schedules = BTreeMap::new();
        for schedule in &site.policies.availability.schedules {
            let days = span.days(&hours, schedule, &promises_in(site, &hours, schedule));
            last = days.iter().flatten().map(|shift| shift.end).fold(last, Ord::max);
            let shifts = coded(&days, span.from);
            let data = ScheduleData { shifts, appointment: is_by_appointment(schedule) };
            schedules.insert(schedule.id.value.as_str(), data);
        }
        let read = site.policies.channels.iter().filter(|channel| channel.monitored);
        Data {
            format: 1,
            locale: locale(site),
            zone: business.zone.as_ref().map_or("UTC", |zone| zone.name()),
            clock: zone_words(site, &theme.labels),
            page: site.page_of(Kind::Availability).map_or("index.html", |page| page.address.as_str()),
            from: minute(span.from),
            until: minute(span.until),
            horizon: DAYS_AHEAD,
            offsets: span.offsets(last).into_iter().map(|(from, east)| (minute(from), east)).collect(),
            usual: hours.usual().map(|schedule| schedule.id.value.as_str()),
            closures: closures(site, &hours, span),
            channels: read.map(|channel| (channel.id.value.as_str(), channel_data(channel, &hours))).collect(),
            schedules,
            words: theme.labels.live(),
            time: site.sayer().wording().clock(),
        }
    }
}

/// The promises of the channels that somebody reads.
fn promises(site: &Site, is_meant: impl Fn(&Channel) -> bool) -> Vec<Length> {
    let read = site.policies.channels.iter().filter(|channel| channel.monitored && is_meant(channel));
    read.filter_map(|channel| channel.reply_within.as_ref()).map(|promise| promise.value).collect()
}

/// Those that are counted in one schedule.
fn promises_in(site: &Site, hours: &Hours<'_>, schedule: &Schedule) -> Vec<Length> {
    promises(site, |channel| hours.counted_in(channel).is_some_and(|own| own.id.value == schedule.id.value))
}

/// The language with the country whose habits dates follow: `en-US`. Dates that the browser names have the digits and the calendar that
/// the pages have: without the ending it would name them by the Islamic calendar for `ar-SA`.
fn locale(site: &Site) -> String {
    let language = &site.business.language;
    let tag = match site.business.country {
        Some(country) if language.country().is_none() => format!("{language}-{}", country.code()),
        _ => language.to_string(),
    };
    let is_settled = ["en", "de", "es", "fr", "nl", "pl"].contains(&language.primary());
    if is_settled { tag } else { format!("{tag}-u-ca-gregory-nu-latn") }
}

/// Whether somebody is there, but only ever by appointment.
pub(super) fn is_by_appointment(schedule: &Schedule) -> bool {
    let has_any = Weekday::Monday.cycle_forward().take(7).any(|weekday| !schedule.week.shifts(weekday).is_empty());
    has_any && schedule.week.is_empty()
}

fn channel_data<'s>(channel: &'s Channel, hours: &Hours<'s>) -> ChannelData<'s> {
    let id = |schedule: &'s Schedule| schedule.id.value.as_str();
    let own = hours.schedule_of(channel).map(id);
    let promise = channel.reply_within.as_ref().map(|length| counted(length.value));
    let counts = hours.counted_in(channel).map(id).filter(|counts| promise.is_some() && Some(*counts) != own);
    let say = match channel.kind.value {
        ChannelKind::Phone => "call",
        ChannelKind::Post => "post",
        ChannelKind::Visit => "visit",
        _ => "write",
    };
    ChannelData { hours: own, counts, promise, say }
}

/// A closure as shown: first day, number of days, name; and the schedules it changes.
type Run = (i64, i64, String);

fn closures<'s>(site: &'s Site, hours: &Hours<'s>, span: &Span) -> Vec<(i64, i64, String, String)> {
    let mut by_run: BTreeMap<Run, Vec<&str>> = BTreeMap::new();
    for schedule in &site.policies.availability.schedules {
        for run in runs(site, hours, schedule, span) {
            by_run.entry(run).or_default().push(schedule.id.value.as_str());
        }
    }
    by_run.into_iter().map(|((first, days, name), ids)| (first, days, name, ids.join(" "))).collect()
}

/// The days in a row that one closure closes; only where there would have been hours.
fn runs<'s>(site: &Site, hours: &Hours<'s>, schedule: &'s Schedule, span: &Span) -> Vec<Run> {
    let mut found: Vec<(Run, &Closure, bool)> = Vec::new();
    let last = span.date(span.until);
    for (day, date) in (days_since_1970(span.first)..).zip(span.first.series(1.day()).take_while(|date| *date <= last))
    {
        let closing = hours.closure_on(schedule, date).filter(|closure| closure.open_instead.is_none());
        let Some(closure) = closing else { continue };
        let is_change = !hours.shifts_but_for_closures(schedule, date).is_empty();
        match found.last_mut() {
            Some((run, same, changes)) if same.place == closure.place && run.0 + run.1 == day => {
                run.1 += 1;
                *changes |= is_change;
            }
            _ => found.push(((day, 1, name(site, closure)), closure, is_change)),
        }
    }
    found.into_iter().filter(|(_, _, changes)| *changes).map(|(run, ..)| run).collect()
}

fn days_since_1970(day: Date) -> i64 {
    date(1970, 1, 1).until(day).map_or(0, |span| i64::from(span.get_days()))
}

fn name(site: &Site, closure: &Closure) -> String {
    site.sayer().say(&Words::Prose(closure.name.value.clone()))
}
