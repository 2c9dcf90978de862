//! One end of the router in words.

use super::ready;
use crate::markdown::html::escaped;
use crate::policy::channels::Channel;
use crate::policy::emergencies::{Safety, Severity};
use crate::policy::kinds::Kind;
use crate::policy::values::Length;
use crate::policy::written::Words;
use crate::render::components::{fallback_view, rung_view};
use crate::render::scene::Scene;
use crate::render::views::{ActionView, ChannelKind, Html, LeafView, Link, SeverityTone};
use crate::router::{Leaf, Topic, Way};
use crate::site::Page;

/// More questions than these are read on their own page.
const MOST_QUESTIONS: usize = 6;

/// A leaf's view.
pub(super) fn view(scene: &Scene<'_>, leaf: &Leaf<'_>) -> LeafView {
    let common = LeafView {
        policy: policy(scene, leaf),
        hear: leaf.promise.map(|at| within(scene, at.value)),
        hours: leaf.schedule.map(|schedule| scene.open(&schedule.value)),
        fallbacks: leaf.fallbacks.iter().map(|row| fallback_view(scene, row)).collect(),
        rungs: leaf.rungs.iter().map(|rung| rung_view(scene, rung)).collect(),
        others: leaf.others.iter().map(|channel| scene.action(channel)).collect(),
        ..LeafView::default()
    };
    let with_way = match leaf.way {
        Way::Channel(channel) => with_channel(scene, leaf, channel, common),
        Way::Safety(safety) => LeafView { action: Some(call(scene, safety)), why: why_safety(scene), ..common },
        Way::Fallbacks | Way::Nowhere => common,
    };
    with_topic(scene, leaf, with_way)
}

fn with_channel(scene: &Scene<'_>, leaf: &Leaf<'_>, channel: &Channel, view: LeafView) -> LeafView {
    let key = channel.id.value.to_string();
    let has_own_hours =
        leaf.schedule.is_some_and(|at| channel.schedule.as_ref().is_some_and(|own| own.value == at.value));
    let has_own_promise = leaf.schedule.is_none() || has_own_hours;
    let own = channel.reply_within.as_ref().filter(|_| has_own_promise);
    let is_own = own.is_some_and(|own| leaf.promise.is_some_and(|at| at.value == own.value));
    let action = scene.action(channel);
    let words = ready::words(scene, leaf.topic, channel);
    LeafView {
        open: has_own_hours.then(|| key.clone()),
        reply: is_own.then_some(key),
        say: scene.maybe(channel.say.as_ref()),
        not_for: channel.not_for.iter().map(|at| scene.prose(&at.value)).collect(),
        why: why_channel(scene, channel),
        ready_href: words.as_ref().and_then(|words| ready::link(scene, leaf.topic, channel, words)),
        ready_words: words,
        action: Some(action),
        ..view
    }
}

fn with_topic(scene: &Scene<'_>, leaf: &Leaf<'_>, view: LeafView) -> LeafView {
    match leaf.topic {
        Topic::Tier(tier) => with_tier(scene, tier, view),
        Topic::Complaint(complaints) => {
            let person = complaints.to.as_ref().and_then(|id| scene.person(&id.value));
            let goes_to =
                person.map(|person| Html(escaped(&format!("{} {}", scene.theme.labels.complaints_to(), person.name))));
            let hear = complaints.acknowledge_within.as_ref().map(|at| within(scene, at.value));
            let is_own = hear.is_none();
            LeafView {
                why: goes_to.or(view.why),
                hear: hear.or(view.hear),
                reply: view.reply.filter(|_| is_own),
                ..view
            }
        }
        Topic::Category(page) => LeafView { questions: questions(scene, page), ..view },
        Topic::Boundary(boundary) => LeafView {
            please: Some(scene.prose(&boundary.please.value)),
            you_get: scene.maybe(boundary.you_get.as_ref()),
            why: Some(scene.prose(&boundary.why.value)),
            ..view
        },
        Topic::Unread(channel) => LeafView { please: scene.maybe(channel.say.as_ref()), ..view },
        Topic::Use(_) => view,
    }
}

fn with_tier(scene: &Scene<'_>, tier: &Severity, view: LeafView) -> LeafView {
    let name = scene.sayer().say(&Words::Prose(tier.name.value.clone()));
    let counts_as = Html(escaped(&scene.theme.labels.why_tier().replace("{tier}", &name)));
    let is_first =
        scene.site.policies.emergencies.severities.first().is_some_and(|first| first.id.value == tier.id.value);
    LeafView {
        tone: if is_first { SeverityTone::Emergency } else { SeverityTone::Normal },
        first_minutes: scene.list(tier.first_minutes.as_ref()),
        steps: scene.list(tier.steps.as_ref()),
        outside_hours: scene.maybe(tier.outside_hours.as_ref()),
        why: Some(match view.why {
            Some(why) => Html(format!("{} {}", counts_as.0, why.0)),
            None => counts_as,
        }),
        ..view
    }
}

/// The questions of a category that are answered already.
fn questions(scene: &Scene<'_>, page: &Page) -> Vec<Link> {
    let link = |heading: &crate::markdown::document::Heading| Link {
        title: scene.sayer().plain_nodes(&page.document, heading.title()),
        href: scene.href_with(page, &format!("#{}", heading.id)),
    };
    page.document.questions().take(MOST_QUESTIONS).map(|question| link(question.heading)).collect()
}

fn call(scene: &Scene<'_>, safety: &Safety) -> ActionView {
    let number = safety.number.value.to_string();
    ActionView {
        kind: ChannelKind::Phone,
        name: scene.theme.labels.emergency_number().to_owned(),
        href: Some(safety.number.value.tel()),
        value: Some(number),
    }
}

fn why_safety(scene: &Scene<'_>) -> Option<Html> {
    Some(Html(escaped(scene.theme.labels.why_safety())))
}

/// What the channel is for, in the owner's words.
fn why_channel(scene: &Scene<'_>, channel: &Channel) -> Option<Html> {
    let uses = uses(scene, channel);
    (!uses.is_empty()).then(|| Html(escaped(&scene.theme.labels.why_use().replace("{uses}", &uses.join(" · ")))))
}

/// What a channel is for, in plain words.
pub(super) fn uses(scene: &Scene<'_>, channel: &Channel) -> Vec<String> {
    channel.use_for.iter().map(|at| scene.sayer().say(&Words::Prose(at.value.clone()))).collect()
}

fn within(scene: &Scene<'_>, length: Length) -> Html {
    let label = scene.theme.labels.within();
    let before = label.split("{time}").next().unwrap_or_default();
    Html(escaped(label).replace("{time}", &scene.length_behind(before, length).0))
}

/// The page that owns the answer.
fn policy(scene: &Scene<'_>, leaf: &Leaf<'_>) -> Option<Link> {
    let site = scene.site;
    let to = |kind: Kind, fragment: &str| {
        let page = site.page_of(kind)?;
        Some(Link { title: page.title.clone(), href: scene.href_with(page, fragment) })
    };
    match leaf.topic {
        Topic::Tier(tier) => to(Kind::Emergencies, &format!("#severity-{}", tier.id.value)),
        Topic::Complaint(_) => to(Kind::Mistakes, ""),
        Topic::Category(page) => Some(Link { title: page.title.clone(), href: scene.href(&page.address) }),
        Topic::Boundary(boundary) => to(Kind::Boundaries, &format!("#boundary-{}", boundary.id.value)),
        Topic::Use(channel) | Topic::Unread(channel) => to(Kind::Channels, &format!("#channel-{}", channel.id.value)),
    }
}
