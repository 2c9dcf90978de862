//! Tiers and the escalation ladder against the lines they use and against each other.

use super::measure::{felt, is_always_open};
use super::promises::counted_in;
use crate::diagnostic::{Diagnostic, codes};
use crate::policy::channels::Channel;
use crate::policy::emergencies::{Escalation, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let emergencies = &site.policies.emergencies;
    let tiers = &emergencies.severities;
    let mut found: Vec<Diagnostic> = tiers.iter().filter_map(|tier| always_on(site, tier)).collect();
    found.extend(tiers.iter().zip(tiers.iter().skip(1)).filter_map(|(one, other)| tiers_order(site, one, other)));
    found.extend(site.policies.channels.iter().filter_map(|channel| too_soon(site, channel)));
    let rungs = &emergencies.escalation;
    found.extend(rungs.iter().zip(rungs.iter().skip(1)).filter_map(|(one, other)| ladder_order(site, one, other)));
    found
}

/// A tier that is covered day and night, or that promises by the clock without naming hours, on a line that closes.
fn always_on(site: &Site, tier: &Severity) -> Option<Diagnostic> {
    let availability = &site.policies.availability;
    let channel = tier.channel.as_ref().and_then(|id| site.policies.channel(&id.value))?;
    let line = channel.schedule.as_ref().and_then(|id| availability.schedule(&id.value))?;
    let promise = tier.respond_within.as_ref().filter(|promise| !promise.value.unit().is_business());
    let place = match &tier.schedule {
        Some(id) => availability.schedule(&id.value).filter(|own| is_always_open(&own.week)).map(|_| id.span),
        None => promise.filter(|_| tier.outside_hours.is_none()).map(|promise| promise.span),
    }?;
    if is_always_open(&line.week) {
        return None;
    }
    let message = format!(
        "`{}` is covered day and night, but its line `{}` has hours: {}.",
        tier.id.value, channel.id.value, line.id.value
    );
    let finding = Diagnostic::new(&codes::facts::ALWAYS_ON_A_LINE_WITH_HOURS, message).at(place);
    let help = format!(
        "Write `schedule = \"{}\"` and what happens outside these hours, or open the line day and night.",
        line.id.value
    );
    Some(finding.also(line.id.span, "the hours of the line").help(help))
}

fn tiers_order(site: &Site, more: &Severity, less: &Severity) -> Option<Diagnostic> {
    let (sooner, later) = (more.respond_within.as_ref()?, less.respond_within.as_ref()?);
    let schedule = |tier: &Severity| counted_in(site, tier.schedule.as_ref());
    if felt(sooner.value, schedule(more)) <= felt(later.value, schedule(less)) {
        return None;
    }
    let message = format!(
        "`{}` is more urgent than `{}`, but is answered later: {} against {}.",
        more.id.value, less.id.value, sooner.value, later.value
    );
    let finding = Diagnostic::new(&codes::facts::TIERS_ORDER, message).at(sooner.span);
    Some(finding.also(later.span, "the less urgent one").help("Swap the two times, or the order of the tiers."))
}

/// The step that follows a missed reply comes before the reply is due.
fn too_soon(site: &Site, channel: &Channel) -> Option<Diagnostic> {
    let promise = channel.reply_within.as_ref()?;
    let id = channel.if_missed.as_ref()?;
    let rung = site.policies.emergencies.escalation.iter().find(|rung| rung.id.value == id.value)?;
    let schedule = counted_in(site, channel.schedule.as_ref());
    if felt(rung.after.value, schedule) >= felt(promise.value, schedule) {
        return None;
    }
    let message = format!(
        "The step `{}` may be taken after {}, but `{}` has {} to answer.",
        id.value, rung.after.value, channel.id.value, promise.value
    );
    let finding = Diagnostic::new(&codes::facts::ESCALATION_TOO_SOON, message).at(rung.after.span);
    let help = format!("Let the step wait at least as long: `after = \"{}\"`.", promise.value);
    Some(finding.also(promise.span, "the answer is due then").help(help))
}

fn ladder_order(site: &Site, one: &Escalation, other: &Escalation) -> Option<Diagnostic> {
    let usual = site.policies.availability.usual();
    if felt(one.after.value, usual) <= felt(other.after.value, usual) {
        return None;
    }
    let message = format!(
        "Step {} comes after {}, but step {} after {} already.",
        one.step.value.0, one.after.value, other.step.value.0, other.after.value
    );
    let finding = Diagnostic::new(&codes::facts::ESCALATION_ORDER, message).at(other.after.span);
    Some(finding.also(one.after.span, "the step before it").help("Number the steps so that the waits get longer."))
}
