//! Whom a leaf sends a client to, and what helps when nobody answers there.

use super::{Leaf, Topic, Way};
use crate::policy::boundaries::Boundary;
use crate::policy::channels::{Channel, ChannelKind};
use crate::policy::emergencies::{Escalation, Fallback, Severity};
use crate::policy::written::{Prose, Words};
use crate::site::Site;

/// More other ways than these are a list to read, not help.
const MOST_OTHERS: usize = 2;

/// The leaf of a topic, without its id.
pub(super) fn leaf<'s>(site: &'s Site, topic: Topic<'s>) -> Leaf<'s> {
    let way = way(site, topic);
    let channel = if let Way::Channel(channel) = way { Some(channel) } else { None };
    let tier = if let Topic::Tier(tier) = topic { Some(tier) } else { None };
    let own_promise = tier.and_then(|tier| tier.respond_within.as_ref());
    let own_schedule = tier.and_then(|tier| tier.schedule.as_ref());
    Leaf {
        id: String::new(),
        topic,
        way,
        promise: own_promise.or_else(|| channel.and_then(|channel| channel.reply_within.as_ref())),
        schedule: own_schedule.or_else(|| channel.and_then(|channel| channel.schedule.as_ref())),
        fallbacks: tier.map(|tier| fallbacks(site, tier)).unwrap_or_default(),
        rungs: channel.map(|channel| rungs(site, channel)).unwrap_or_default(),
        others: channel.filter(|_| tier.is_none()).map(|channel| others(site, channel)).unwrap_or_default(),
    }
}

fn way<'s>(site: &'s Site, topic: Topic<'s>) -> Way<'s> {
    let best = || site.policies.read_channels().first().copied();
    let channel = match topic {
        Topic::Tier(tier) => return way_of_tier(site, tier),
        Topic::Boundary(boundary) => return way_of_boundary(site, boundary),
        Topic::Use(channel) => Some(channel),
        Topic::Complaint(_) | Topic::Category(_) => for_questions(site),
        Topic::Unread(channel) => channel.say.as_ref().and_then(|say| named_in(site, &say.value)).or_else(best),
    };
    channel.map_or(Way::Nowhere, Way::Channel)
}

/// A tier's own channel; else the number for danger if its steps name that; else the fallbacks; else the best channel there is.
fn way_of_tier<'s>(site: &'s Site, tier: &'s Severity) -> Way<'s> {
    if let Some(channel) = tier.channel.as_ref().and_then(|id| site.policies.channel(&id.value)) {
        return Way::Channel(channel);
    }
    let steps = tier.steps.iter().chain(&tier.first_minutes).flat_map(|at| &at.value);
    let said = steps.chain(&tier.outside_hours);
    let safety = site.policies.emergencies.safety.as_ref();
    if let Some(safety) = safety.filter(|_| said.into_iter().any(|at| names_safety(site, &at.value))) {
        return Way::Safety(safety);
    }
    if !fallbacks(site, tier).is_empty() {
        return Way::Fallbacks;
    }
    site.policies.read_channels().first().map_or(Way::Nowhere, |best| Way::Channel(best))
}

/// What `please` names; else the best channel, where a client may ask.
fn way_of_boundary<'s>(site: &'s Site, boundary: &'s Boundary) -> Way<'s> {
    let safety = site.policies.emergencies.safety.as_ref();
    if let Some(safety) = safety.filter(|_| names_safety(site, &boundary.please.value)) {
        return Way::Safety(safety);
    }
    let named = named_in(site, &boundary.please.value).or_else(|| called_in(site, &boundary.please.value));
    named.or_else(|| for_questions(site)).map_or(Way::Nowhere, Way::Channel)
}

/// The best channel that its owner says is for questions; else the best of all.
fn for_questions(site: &Site) -> Option<&Channel> {
    let read = site.policies.read_channels();
    let wording = site.voice.wording();
    let takes = |channel: &&&Channel| {
        channel.use_for.iter().any(|at| wording.speaks_of_questions(&site.sayer().say(&Words::Prose(at.value.clone()))))
    };
    read.iter().find(takes).or_else(|| read.first()).copied()
}

/// The first channel that a reference names, if somebody reads it.
fn named_in<'s>(site: &'s Site, prose: &Prose) -> Option<&'s Channel> {
    let mut ids = paths(site, prose).into_iter().filter_map(|path| path.strip_prefix("channel.")?.split('.').next());
    ids.find_map(|id| {
        site.policies.channels.iter().find(|channel| channel.id.value.as_str() == id && channel.monitored)
    })
}

fn names_safety(site: &Site, prose: &Prose) -> bool {
    paths(site, prose).iter().any(|path| path.split('.').next() == Some("safety"))
}

fn paths<'s>(site: &'s Site, prose: &Prose) -> Vec<&'s str> {
    let document = site.prose.document(prose);
    let mentions = document.into_iter().flat_map(|it| it.references().iter().map(|reference| it.mention(reference)));
    mentions.map(|mention| mention.path).collect()
}

/// The channel that is called by its name; or as an email or a portal, which mean nothing else (“post” and “form” may).
fn called_in<'s>(site: &'s Site, prose: &Prose) -> Option<&'s Channel> {
    let said = words(&site.sayer().say(&Words::Prose(prose.clone())));
    let read = site.policies.read_channels();
    let by_name = read.iter().find(|channel| {
        channel.name.as_ref().is_some_and(|name| {
            let name = words(&name.value);
            !name.is_empty() && said.windows(name.len()).any(|window| window == name.as_slice())
        })
    });
    let by_kind = read.iter().find(|channel| {
        let kind = channel.kind.value;
        matches!(kind, ChannelKind::Email | ChannelKind::Portal) && said.iter().any(|word| word == kind.word())
    });
    by_name.or(by_kind).copied()
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn fallbacks<'s>(site: &'s Site, tier: &Severity) -> Vec<&'s Fallback> {
    let helps =
        |fallback: &&Fallback| fallback.for_.iter().flat_map(|at| &at.value).any(|id| id.value == tier.id.value);
    site.policies.emergencies.fallbacks.iter().filter(helps).collect()
}

/// The ladder from the channel's own step upwards.
fn rungs<'s>(site: &'s Site, channel: &Channel) -> Vec<&'s Escalation> {
    let ladder = &site.policies.emergencies.escalation;
    let first = channel.if_missed.as_ref().and_then(|id| ladder.iter().find(|rung| rung.id.value == id.value));
    let from = first.map(|rung| rung.step.value.0);
    ladder.iter().filter(|rung| from.is_some_and(|from| rung.step.value.0 >= from)).collect()
}

/// What is kept free for emergencies is no other way.
fn others<'s>(site: &'s Site, channel: &Channel) -> Vec<&'s Channel> {
    let urgent = site.policies.emergencies.severities.first().and_then(|tier| tier.channel.as_ref());
    let read = site.policies.read_channels().into_iter();
    let fitting = read.filter(|other| {
        other.id.value != channel.id.value && urgent.is_none_or(|urgent| urgent.value != other.id.value)
    });
    fitting.take(MOST_OTHERS).collect()
}
