//! Promises of an answer against the hours they are counted in, and against each other.

use super::measure::{felt, longest_gap, working_days};
use crate::diagnostic::{At, Diagnostic, Span, codes};
use crate::policy::availability::Schedule;
use crate::policy::channels::Channel;
use crate::policy::values::{Id, Length};
use crate::policy::written::{Measure, Words};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let channels = || site.policies.channels.iter().filter(|channel| channel.monitored);
    let mut found: Vec<Diagnostic> = channels().filter_map(|channel| without_hours(site, channel)).collect();
    found.extend(channels().filter_map(|channel| while_closed(site, channel)));
    found.extend(long_business_hours(site));
    found.extend(rush(site));
    found.extend(backwards(site));
    found.extend(waiting(site));
    found
}

/// The schedule a promise is counted in: its own, else the usual one.
pub(super) fn counted_in<'s>(site: &'s Site, schedule: Option<&At<Id>>) -> Option<&'s Schedule> {
    let availability = &site.policies.availability;
    match schedule {
        Some(id) => availability.schedule(&id.value),
        None => availability.usual(),
    }
}

fn without_hours(site: &Site, channel: &Channel) -> Option<Diagnostic> {
    let promise = channel.reply_within.as_ref().filter(|promise| promise.value.unit().is_business())?;
    let schedule = counted_in(site, channel.schedule.as_ref()).filter(|schedule| is_never_open(site, schedule))?;
    let name = &schedule.id.value;
    let message = format!(
        "`{}` promises an answer within {}, but `{name}` has no hours in which that could be counted.",
        channel.id.value, promise.value
    );
    let finding = Diagnostic::new(&codes::facts::PROMISE_WITHOUT_HOURS, message).at(promise.span);
    let help =
        format!("Name a schedule with opening hours, or give `[hours.{name}]` hours that are not by appointment.");
    Some(finding.also(schedule.id.span, "these hours").help(help))
}

/// Whether a schedule has no counted hours: neither in its week nor in a season nor on a special day.
fn is_never_open(site: &Site, schedule: &Schedule) -> bool {
    let availability = &site.policies.availability;
    let mut seasons = availability.seasons.iter().filter(|season| season.schedule.value == schedule.id.value);
    let has_special_day = availability.closures.iter().any(|closure| closure.open_instead.is_some());
    schedule.week.is_empty() && seasons.all(|season| season.week.is_empty()) && !has_special_day
}

/// A promise by the clock on a line that closes for longer; where a tier says what happens then, all is said.
fn while_closed(site: &Site, channel: &Channel) -> Option<Diagnostic> {
    let promise = channel.reply_within.as_ref().filter(|promise| !promise.value.unit().is_business())?;
    let schedule = channel.schedule.as_ref().and_then(|id| site.policies.availability.schedule(&id.value))?;
    let gap = longest_gap(&schedule.week)?;
    let mut tiers = site.policies.emergencies.severities.iter();
    let is_told = tiers.any(|tier| {
        tier.outside_hours.is_some() && tier.channel.as_ref().is_some_and(|id| id.value == channel.id.value)
    });
    if is_told || felt(promise.value, Some(schedule)) >= gap {
        return None;
    }
    let message = format!(
        "`{}` promises an answer within {} by the clock, but `{}` is closed for {} at a stretch.",
        channel.id.value,
        promise.value,
        schedule.id.value,
        said(gap)
    );
    let finding = Diagnostic::new(&codes::facts::PROMISE_WHILE_CLOSED, message).at(promise.span);
    let better = if promise.value.minutes().is_some_and(|minutes| minutes < 8 * 60) {
        "2 business hours"
    } else {
        "1 business day"
    };
    Some(
        finding
            .also(schedule.id.span, "these hours")
            .help(format!("Promise business time, such as `{better}`: it waits while you are closed.")),
    )
}

/// Minutes as an owner says them.
fn said(minutes: u64) -> String {
    let (count, unit) = if minutes >= 2 * 24 * 60 { (minutes / (24 * 60), "day") } else { (minutes / 60, "hour") };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

/// More working days than this are not what “hours” sounds like.
const MOST_DAYS: u64 = 2;

fn long_business_hours(site: &Site) -> Vec<Diagnostic> {
    let lengths = site.facts.iter().filter_map(|(path, fact)| match &fact.words {
        Words::Measure(Measure::Length(length)) => Some((path, *length, fact.place?)),
        _ => None,
    });
    lengths.filter_map(|(path, length, place)| long(site, path, length, place)).collect()
}

fn long(site: &Site, path: &str, length: Length, place: Span) -> Option<Diagnostic> {
    let channel =
        site.policies.channels.iter().find(|channel| path.starts_with(&format!("channel.{}.", channel.id.value)));
    let schedule = counted_in(site, channel.and_then(|channel| channel.schedule.as_ref()));
    let days = working_days(length, schedule).filter(|days| *days > MOST_DAYS)?;
    let message = format!("“{length}” means {days} working days in your hours, and sounds like fewer.");
    let help = format!("Write `{days} business days`, or the shorter time you mean.");
    Some(Diagnostic::new(&codes::facts::LONG_BUSINESS_HOURS, message).at(place).help(help))
}

/// Rush work that is done before anybody has answered.
fn rush(site: &Site) -> Option<Diagnostic> {
    let rush = site.policies.written.deadlines.as_ref()?.rush.as_ref()?;
    let within = rush.value.within.as_ref().filter(|_| rush.value.offered.as_ref().is_some_and(|at| at.value.0))?;
    let replies = site.policies.channels.iter().filter(|channel| channel.monitored).filter_map(|channel| {
        let reply = channel.reply_within.as_ref()?;
        Some((felt(reply.value, counted_in(site, channel.schedule.as_ref())), channel, reply))
    });
    let (quickest, channel, reply) = replies.min_by_key(|(felt, ..)| *felt)?;
    if felt(within.value, site.policies.availability.usual()) >= quickest {
        return None;
    }
    let message = format!(
        "Rush work is promised within {}, but even `{}` answers only within {}.",
        within.value, channel.id.value, reply.value
    );
    let finding = Diagnostic::new(&codes::facts::RUSH_BEFORE_REPLY, message).at(within.span);
    Some(
        finding
            .also(reply.span, "the quickest answer")
            .help(format!("Write `within = \"{}\"` or longer.", reply.value)),
    )
}

/// Two promises of which the second can't be kept before the first.
fn backwards(site: &Site) -> Vec<Diagnostic> {
    let Some(mistakes) = &site.policies.written.mistakes else { return Vec::new() };
    let ours = mistakes.ours.as_ref().map(|at| &at.value);
    let complaints = mistakes.complaints.as_ref().map(|at| &at.value);
    let custody = site.policies.written.responsibilities.as_ref().and_then(|page| page.custody.as_ref());
    let pairs = [
        (
            "own_within",
            ours.and_then(|it| it.own_within.as_ref()),
            "plan_within",
            ours.and_then(|it| it.plan_within.as_ref()),
        ),
        (
            "acknowledge_within",
            complaints.and_then(|it| it.acknowledge_within.as_ref()),
            "answer_within",
            complaints.and_then(|it| it.answer_within.as_ref()),
        ),
        (
            "tell_within",
            custody.and_then(|it| it.value.tell_within.as_ref()),
            "replace_within",
            custody.and_then(|it| it.value.replace_within.as_ref()),
        ),
    ];
    let usual = site.policies.availability.usual();
    let told = pairs.into_iter().filter_map(|(first, one, second, other)| {
        let (one, other) = (one?, other?);
        if felt(one.value, usual) <= felt(other.value, usual) {
            return None;
        }
        let message = format!("`{second}` ({}) is over before `{first}` ({}).", other.value, one.value);
        let finding = Diagnostic::new(&codes::facts::STEPS_BACKWARDS, message).at(other.span);
        Some(finding.also(one.span, "the step before it").help(format!("Make `{first}` the shorter of the two.")))
    });
    told.collect()
}

fn waiting(site: &Site) -> Option<Diagnostic> {
    let waiting = site.policies.availability.waiting.as_ref()?;
    let (usual, most) = (waiting.usual.as_ref()?, waiting.most.as_ref()?);
    if felt(usual.value, None) <= felt(most.value, None) {
        return None;
    }
    let message = format!("The usual wait ({}) is longer than the longest ({}).", usual.value, most.value);
    let finding = Diagnostic::new(&codes::facts::WAITING_BACKWARDS, message).at(usual.span);
    Some(finding.also(most.span, "the longest").help("Swap the two, or correct one of them."))
}
