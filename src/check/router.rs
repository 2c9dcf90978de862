//! The contact router: nobody who follows it may end at a door that is closed or unread without a word about what to do then.
//!
//! What is written waits, so a mailbox is no dead end at night. A phone, a chat or a counter is one whenever nobody is there,
//! unless something is stated for that moment:
//! - for a tier of urgency: `outside_hours`, a fallback for it, or a step of the ladder that can be taken at that moment;
//! - for everything else: when a caller hears back, what the owner says of the channel, who is asked next, or another channel.
//!
//! The first moment is found on the evaluator's intervals. What stands in lines that could not be read is taken for stated.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::policy::channels::Channel;
use crate::policy::emergencies::{Escalation, Severity};
use crate::policy::values::{Id, TimeOfDay, Wording};
use crate::policy::written::Words;
use crate::router::{Leaf, Router, Topic, Way};
use crate::site::{Site, english};
use crate::time::gaps::first_gap;
use crate::time::hours::Hours;
use crate::time::intervals::Interval;

/// So far ahead no moment may be a dead end.
const DAYS_AHEAD: i32 = 400;
/// A shift that began in the last days may still run.
const DAYS_BACK: i32 = 2;

/// Checks every leaf of the router at every moment of the 400 days from `today`.
pub fn check(site: &Site, today: Date, findings: &mut Findings) {
    let Some(router) = Router::of(site) else { return };
    if router.leaves().any(|leaf| matches!(leaf.way, Way::Nowhere)) {
        findings.extend(nowhere(site));
        return;
    }
    let calendar = Calendar::of(site, today);
    let mut told: BTreeSet<&Id> = BTreeSet::new();
    let (tiers, others): (Vec<_>, Vec<_>) = router.leaves().partition(|leaf| matches!(leaf.topic, Topic::Tier(_)));
    for leaf in tiers.into_iter().chain(others) {
        let Way::Channel(channel) = leaf.way else { continue };
        match leaf.topic {
            Topic::Tier(tier) if !channel.monitored => findings.push(unread(site, tier, channel)),
            Topic::Tier(tier) if !is_stated_for_tier(site, tier, leaf) => {
                let Some(gap) = calendar.gap(leaf, channel) else { continue };
                told.insert(&channel.id.value);
                findings.push(calendar.nobody_for_tier(tier, channel, gap));
            }
            Topic::Tier(_) => {}
            // Many leaves lead to one channel; it is told once, and with a tier that leads there not again.
            _ if !is_stated(site, channel, leaf) && told.insert(&channel.id.value) => {
                findings.extend(calendar.gap(leaf, channel).map(|gap| calendar.nobody(channel, gap)));
            }
            _ => {}
        }
    }
}

/// Whether the owner says what to do in the emergency when nobody answers; steps of the ladder are judged with the calendar.
fn is_stated_for_tier(site: &Site, tier: &Severity, leaf: &Leaf<'_>) -> bool {
    let own = format!("severity.{}", tier.id.value);
    let says = tier.outside_hours.as_ref().is_some_and(|at| !at.value.text.trim().is_empty());
    says || !leaf.fallbacks.is_empty() || is_unsure(site, &own, &["outside_hours", "schedule", "channel"])
}

/// Whether a caller knows what comes next when nobody answers an ordinary channel.
fn is_stated(site: &Site, channel: &Channel, leaf: &Leaf<'_>) -> bool {
    let own = format!("channel.{}", channel.id.value);
    let keys = ["reply_within", "say", "if_missed", "schedule"];
    channel.reply_within.is_some()
        || channel.say.is_some()
        || !leaf.rungs.is_empty()
        || !leaf.others.is_empty()
        || is_unsure(site, &own, &keys)
}

fn is_unsure(site: &Site, row: &str, keys: &[&str]) -> bool {
    let tables = ["fallback", "escalation", "hours", "channel"];
    let own = keys.iter().any(|key| site.facts.is_unsure(&format!("{row}.{key}")));
    own || tables.iter().any(|table| site.facts.is_unsure(table))
}

/// The hours of the days that are checked.
struct Calendar<'s> {
    site: &'s Site,
    /// Nothing without a zone: then no wall clock can be read.
    hours: Option<Hours<'s>>,
    today: Date,
}

impl<'s> Calendar<'s> {
    fn of(site: &'s Site, today: Date) -> Self {
        let policies = &site.policies;
        let (first, last) = (today.saturating_sub(DAYS_BACK.days()), today.saturating_add((DAYS_AHEAD + 1).days()));
        let hours = site.business.zone.as_ref().map(|zone| {
            Hours::between(&policies.availability, policies.on_call_schedules(), zone.rules(), first, last)
        });
        Calendar { site, hours, today }
    }

    fn zone(&self) -> Option<&'s TimeZone> {
        self.hours.as_ref().map(Hours::zone)
    }

    /// The first moment at which the leaf's channel is closed and no step of the ladder can be taken.
    fn gap(&self, leaf: &Leaf<'_>, channel: &Channel) -> Option<Timestamp> {
        if !channel.kind.value.is_live() {
            return None;
        }
        // For an ordinary channel a ladder is stated already.
        let rungs = leaf.rungs.iter().filter(|_| matches!(leaf.topic, Topic::Tier(_)));
        let mut open = self.intervals(&leaf.schedule?.value)?;
        for rung in rungs {
            open.extend(self.intervals_of_rung(rung)?);
        }
        let from = self.start_of(self.today)?;
        first_gap(&open, from, self.start_of(self.today.saturating_add(DAYS_AHEAD.days()))?)
    }

    /// When a step can be taken; nothing when it always can: it is written, or it is a message that is answered in business time.
    fn intervals_of_rung(&self, rung: &Escalation) -> Option<Vec<Interval>> {
        let Some(by) = &rung.by else { return Some(Vec::new()) };
        let way = self.site.policies.way(&by.value)?;
        let waits = rung.promise.as_ref().is_some_and(|at| at.value.unit().is_business());
        if !way.monitored {
            return Some(Vec::new());
        }
        if waits || !way.kind.value.is_live() {
            return None;
        }
        self.intervals(&way.schedule.as_ref()?.value)
    }

    /// The open intervals of a schedule; nothing when it is not known.
    fn intervals(&self, schedule: &Id) -> Option<Vec<Interval>> {
        let hours = self.hours.as_ref()?;
        let (first, last) = hours.range();
        Some(hours.intervals(hours.schedule(schedule)?, first, last))
    }

    fn start_of(&self, date: Date) -> Option<Timestamp> {
        date.to_zoned(self.zone()?.clone()).ok().map(|start| start.timestamp())
    }

    /// "At 3 am on Friday 25 December 2026".
    fn moment(&self, at: Timestamp) -> String {
        let wording = english(&self.site.business);
        let local = at.to_zoned(self.zone().cloned().unwrap_or(TimeZone::UTC));
        let minutes = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or(0);
        let time = TimeOfDay::from_minutes(minutes).map_or_else(String::new, |time| time.words(&wording));
        format!("At {time} on {}", wording.date_with_weekday(local.date()))
    }

    fn nobody_for_tier(&self, tier: &Severity, channel: &Channel, gap: Timestamp) -> Diagnostic {
        let id = &tier.id.value;
        let message = format!(
            "{} nobody answers {} for “{}”, and no fallback is stated.",
            self.moment(gap),
            called(channel),
            said(self.site, tier)
        );
        let help = format!(
            "Add `outside_hours = \"…\"` to `{id}`: what should a client do then? Or add a `[[fallback]]` with `for = [\"{id}\"]`."
        );
        let place = tier.channel.as_ref().map_or(tier.id.span, |channel| channel.span);
        let finding = Diagnostic::new(&codes::router::NOBODY_THERE, message).at(place).help(help);
        let schedule = tier.schedule.as_ref().or(channel.schedule.as_ref());
        match schedule {
            Some(schedule) => finding.also(schedule.span, "its hours"),
            None => finding,
        }
    }

    fn nobody(&self, channel: &Channel, gap: Timestamp) -> Diagnostic {
        let message = format!("{} nobody answers {}, and no fallback is stated.", self.moment(gap), called(channel));
        let help =
            "Add `reply_within = \"1 business day\"` if you call back, or `say = \"…\"`: what should a client do then?";
        let place = channel.schedule.as_ref().map_or(channel.id.span, |schedule| schedule.span);
        Diagnostic::new(&codes::router::NOBODY_THERE, message).at(place).help(help)
    }
}

fn unread(site: &Site, tier: &Severity, channel: &Channel) -> Diagnostic {
    let message = format!("“{}” sends clients to {}, and nobody reads that.", said(site, tier), called(channel));
    let help = match site.policies.read_channels().first() {
        Some(best) => format!("Name another channel, such as `channel = \"{}\"`.", best.id.value),
        None => "Add a channel that somebody reads, and name it here.".to_owned(),
    };
    let place = tier.channel.as_ref().map_or(tier.id.span, |channel| channel.span);
    let finding = Diagnostic::new(&codes::router::UNREAD_CHANNEL, message).at(place).help(help);
    finding.also(channel.id.span, "`monitored = false` stands here")
}

/// Nobody reads any channel; told once.
fn nowhere(site: &Site) -> Option<Diagnostic> {
    let first = site.policies.channels.first().filter(|_| !site.facts.is_unsure("channel"))?;
    let message = "Nobody reads any of your channels, so the page “Reach us” leads nowhere.";
    let help = "Add a `[[channel]]` that somebody reads, with its `value` and `reply_within`.";
    Some(Diagnostic::new(&codes::router::NOWHERE, message).at(first.id.span).help(help))
}

/// What an owner finds the channel by.
fn called(channel: &Channel) -> String {
    match &channel.name {
        Some(name) => format!("“{}”", &*name.value),
        None => format!("`{}`", channel.id.value),
    }
}

fn said(site: &Site, tier: &Severity) -> String {
    site.sayer().say(&Words::Prose(tier.name.value.clone()))
}
