//! Reaching the business: channels, safety, tiers of urgency, fallbacks, escalation, people.

use crate::address::Address;
use crate::diagnostic::{At, Diagnostic};
use crate::policy::channels::{Channel, Door};
use crate::policy::emergencies::{Escalation, Fallback, Severity};
use crate::policy::kinds::Kind;
use crate::policy::values::Length;
use crate::policy::written::Words;
use crate::render::scene::Scene;
use crate::render::views::{
    ChannelView, ChannelsView, EscalationView, FallbackView, FallbacksView, Html, Link, PeopleView, RungView,
    SafetyView, SeveritiesView, SeverityTone, SeverityView, Standing,
};
use crate::site::CARD_FILE;

/// Channel cards, best first; unmonitored ones last.
pub(super) fn channels(scene: &Scene<'_>, only: Option<&str>, level: u8) -> ChannelsView {
    let named = |channel: &&Channel| only.is_none_or(|id| channel.id.value.as_str() == id);
    let mut channels: Vec<&Channel> = scene.site.policies.channels.iter().filter(named).collect();
    channels.sort_by_key(|channel| (standing(scene, channel) as u8, channel.rank()));
    let is_published = only.is_none() && !scene.site.policies.for_address_books().is_empty();
    ChannelsView {
        level,
        channels: channels.into_iter().map(|channel| channel_view(scene, channel)).collect(),
        card: is_published.then(|| scene.href(&Address::new(CARD_FILE))),
    }
}

/// The channel to try first: the best ranked that somebody reads.
pub fn best_channel<'s>(scene: &Scene<'s>) -> Option<&'s Channel> {
    scene.site.policies.read_channels().first().copied()
}

fn standing(scene: &Scene<'_>, channel: &Channel) -> Standing {
    let policies = &scene.site.policies;
    let best = policies.channels.iter().filter(|other| other.monitored).map(Channel::rank).min().unwrap_or(u32::MAX);
    match channel.monitored {
        false => Standing::Unmonitored,
        true if channel.rank() == best && best != u32::MAX => Standing::Preferred,
        true if policies.is_for_emergencies(channel) => Standing::Emergency,
        true => Standing::Ordinary,
    }
}

fn channel_view(scene: &Scene<'_>, channel: &Channel) -> ChannelView {
    let id = &channel.id.value;
    let standing = standing(scene, channel);
    let copyable = channel.door.as_ref().filter(|door| matches!(door.value, Door::Number(_) | Door::Mail(_)));
    let hours = channel.schedule.as_ref().filter(|_| channel.monitored);
    let promise = channel.reply_within.as_ref().filter(|_| channel.monitored);
    let better = best_channel(scene).filter(|_| !channel.monitored).and_then(|better| scene.channel_link(better));
    ChannelView {
        id: format!("channel-{id}"),
        key: id.to_string(),
        action: scene.action(channel),
        copy: copyable.and_then(|_| scene.action(channel).value),
        use_for: channel.use_for.iter().map(|at| scene.prose(&at.value)).collect(),
        not_for: channel.not_for.iter().map(|at| scene.prose(&at.value)).collect(),
        hours: hours.map(|schedule| scene.open(&schedule.value)),
        hours_href: hours.and_then(|schedule| hours_href(scene, schedule.value.as_str())),
        reply_within: promise.map(|at| scene.length_behind(scene.theme.labels.reply_within(), at.value)),
        say: scene.maybe(channel.say.as_ref()),
        if_missed: channel.if_missed.as_ref().and_then(|rung| rung_link(scene, rung.value.as_str())),
        better,
        standing,
    }
}

fn hours_href(scene: &Scene<'_>, schedule: &str) -> Option<String> {
    let page = scene.site.page_of(Kind::Availability)?;
    let shown = crate::render::document::shown_shapes(scene.site, page);
    let is_shown = shown.iter().any(|shape| {
        shape.component == crate::site::Component::Week
            && shape
                .only
                .as_deref()
                .or_else(|| scene.site.policies.availability.usual().map(|usual| usual.id.value.as_str()))
                == Some(schedule)
    });
    Some(scene.href_with(page, &if is_shown { format!("#hours-{schedule}") } else { String::new() }))
}

fn rung_link(scene: &Scene<'_>, rung: &str) -> Option<Link> {
    let page = scene.site.page_of(Kind::Emergencies)?;
    let escalation = scene.site.policies.emergencies.escalation.iter().find(|step| step.id.value.as_str() == rung)?;
    let name = scene.site.business.person(&escalation.to.value).map(|person| person.name.value.to_string())?;
    let shown = crate::render::document::shown_shapes(scene.site, page);
    let is_shown = shown.iter().any(|shape| shape.component == crate::site::Component::Escalation);
    let fragment = if is_shown { format!("#escalation-{rung}") } else { String::new() };
    Some(Link { title: name, href: scene.href_with(page, &fragment) })
}

/// Danger to people comes first.
pub(in crate::render) fn safety(scene: &Scene<'_>) -> SafetyView {
    let Some(safety) = &scene.site.policies.emergencies.safety else { return SafetyView::default() };
    let number = safety.number.value.to_string();
    SafetyView {
        href: Some(format!("tel:{number}")),
        number: Some(number),
        statement: scene.maybe(safety.statement.as_ref()),
    }
}

/// The tiers of urgency.
pub(super) fn severities(scene: &Scene<'_>, only: Option<&str>, level: u8) -> SeveritiesView {
    let tiers = &scene.site.policies.emergencies.severities;
    let named = tiers.iter().enumerate().filter(|(_, tier)| only.is_none_or(|id| tier.id.value.as_str() == id));
    SeveritiesView { level, tiers: named.map(|(index, tier)| tier_view(scene, tier, index, tiers.len())).collect() }
}

fn tier_view(scene: &Scene<'_>, tier: &Severity, index: usize, of: usize) -> SeverityView {
    let channel = tier.channel.as_ref().and_then(|id| scene.site.policies.channel(&id.value));
    let labels = &scene.theme.labels;
    let length = |label, at: Option<&At<Length>>| at.map(|at| scene.length_behind(label, at.value));
    let schedule = tier.schedule.as_ref().or_else(|| channel.and_then(|channel| channel.schedule.as_ref()));
    SeverityView {
        id: format!("severity-{}", tier.id.value),
        name: scene.sayer().say(&Words::Prose(tier.name.value.clone())),
        tone: match index {
            0 => SeverityTone::Emergency,
            1 if of > 2 => SeverityTone::Urgent,
            _ => SeverityTone::Normal,
        },
        means: Some(scene.prose(&tier.means.value)),
        examples: scene.list(tier.examples.as_ref()),
        not_examples: scene.list(tier.not_examples.as_ref()),
        action: channel.map(|channel| scene.action(channel)),
        hours: schedule.map(|schedule| scene.open(&schedule.value)),
        respond_within: length(labels.respond_within(), tier.respond_within.as_ref()),
        update_every: length(labels.update_every(), tier.update_every.as_ref()),
        outside_hours: scene.maybe(tier.outside_hours.as_ref()),
        who_may_declare: scene.list(tier.who_may_declare.as_ref()),
        needs_first: scene.list(tier.needs_first.as_ref()),
        fee: tier.fee.as_ref().map(|at| scene.said(&at.value)),
        first_minutes: scene.list(tier.first_minutes.as_ref()),
        steps: scene.list(tier.steps.as_ref()),
        cannot_undo: scene.list(tier.cannot_undo.as_ref()),
    }
}

/// Help that is not the business.
pub(super) fn fallbacks(scene: &Scene<'_>) -> FallbacksView {
    FallbacksView {
        fallbacks: scene.site.policies.emergencies.fallbacks.iter().map(|row| fallback_view(scene, row)).collect(),
    }
}

pub(in crate::render) fn fallback_view(scene: &Scene<'_>, fallback: &Fallback) -> FallbackView {
    let ids = fallback.for_.iter().flat_map(|at| &at.value);
    let tiers = ids.filter_map(|id| scene.site.policies.severity(&id.value)).filter_map(|tier| {
        let href = scene.href_of(Kind::Emergencies, &format!("#severity-{}", tier.id.value))?;
        Some(Link { title: scene.sayer().say(&Words::Prose(tier.name.value.clone())), href })
    });
    let phone = fallback.phone.as_ref().map(|at| format!("tel:{}", at.value.replace(' ', "")));
    FallbackView {
        name: scene.prose(&fallback.name.value),
        href: fallback.url.as_ref().map(|at| at.value.to_string()).or(phone),
        when: scene.maybe(fallback.when.as_ref()),
        tiers: tiers.collect(),
    }
}

/// Who hears next, and after how long.
///
/// # Errors
/// What is wrong with the template of the picture.
pub(super) fn escalation(scene: &Scene<'_>) -> Result<EscalationView, Box<Diagnostic>> {
    let ladder = &scene.site.policies.emergencies.escalation;
    let steps: Vec<String> = ladder.iter().map(|rung| rung_words(scene, rung)).collect();
    let rungs = ladder.iter().map(|rung| rung_view(scene, rung)).collect();
    Ok(EscalationView { picture: super::pictures::ladder(scene, &steps)?, rungs })
}

/// "After 60 minutes: Kofi Mensah."
fn rung_words(scene: &Scene<'_>, rung: &Escalation) -> String {
    let name = scene.person(&rung.to.value).map(|person| person.name).unwrap_or_default();
    format!(
        "{} {}: {name}.",
        scene.theme.labels.after(),
        scene.wording().length_behind(scene.theme.labels.after(), rung.after.value)
    )
}

pub(in crate::render) fn rung_view(scene: &Scene<'_>, rung: &Escalation) -> RungView {
    let labels = &scene.theme.labels;
    RungView {
        id: format!("escalation-{}", rung.id.value),
        step: rung.step.value.0,
        after: Some(scene.length_behind(labels.after(), rung.after.value)),
        to: scene.person(&rung.to.value),
        by: rung.by.as_ref().and_then(|by| scene.site.policies.way(&by.value)).map(|channel| scene.action(channel)),
        promise: rung.promise.as_ref().map(|at| scene.length_behind(labels.promise(), at.value)),
    }
}

/// Who works here.
pub(super) fn people(scene: &Scene<'_>) -> PeopleView {
    PeopleView {
        people: scene.site.business.people.iter().filter_map(|person| scene.person(&person.id.value)).collect(),
    }
}

/// The words of a fact, when there is such a fact.
/// They stand behind a label, and take the form that it asks for.
pub(crate) fn fact_words(scene: &Scene<'_>, label: &str, path: &str) -> Option<Html> {
    scene.site.facts.get(path).map(|_| scene.fact_behind(label, path)).filter(|html| !html.0.is_empty())
}
