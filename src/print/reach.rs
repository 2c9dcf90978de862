//! “How to reach us” on one page, for the fridge, and the wallet card.

use super::code::code;
use crate::policy::kinds::Kind;
use crate::render::components::{self, Part, best_channel, closures_ahead};
use crate::render::pages::canonical;
use crate::render::scene::Scene;
use crate::render::views::{CardView, ReachSheet, SafetyView, SeverityView};
use crate::site::{Component, Shape, Site};

/// More closures than this push what matters off the page.
const NEXT_CLOSURES: usize = 5;
/// What a card has room to say it is not for.
const CARD_NOT_FOR: usize = 3;

/// Whether there is anything to put on the sheet.
pub(super) fn is_possible(site: &Site) -> bool {
    !site.policies.channels.is_empty() && !site.chapters.is_empty()
}

/// Whether there is something so urgent that a card is worth carrying.
pub(super) fn has_card(site: &Site) -> bool {
    !site.policies.emergencies.severities.is_empty() && !site.chapters.is_empty()
}

/// The sheet, as seen from the scene's page.
pub(super) fn sheet(scene: &Scene<'_>) -> Option<ReachSheet> {
    if !is_possible(scene.site) {
        return None;
    }
    let Some(Part::Channels(channels)) = part(scene, Component::Channels) else { return None };
    let mut closures = closures_ahead(scene);
    closures.truncate(NEXT_CLOSURES);
    let Some(Part::Escalation(escalation)) = part(scene, Component::Escalation) else { return None };
    Some(ReachSheet {
        safety: safety(scene),
        urgent: tiers(scene).into_iter().next(),
        channels: channels.channels,
        week: week(scene),
        closures,
        rungs: escalation.rungs,
        code: page_code(scene, Kind::Channels),
    })
}

/// The card for the most urgent tier.
pub(super) fn card(scene: &Scene<'_>) -> Option<CardView> {
    let tier = tiers(scene).into_iter().next()?;
    let action = tier.action.clone().or_else(|| best_channel(scene).map(|channel| scene.action(channel)));
    let mut not_for = tier.not_examples;
    not_for.truncate(CARD_NOT_FOR);
    Some(CardView {
        safety: safety(scene).number,
        name: tier.name,
        action,
        hours: tier.hours,
        steps: tier.steps,
        not_for,
        code: page_code(scene, Kind::Emergencies),
    })
}

/// What is wrong with a template was told when the chapters were made.
fn part(scene: &Scene<'_>, component: Component) -> Option<Part> {
    components::part(scene, &Shape { component, only: None }, 3).ok()
}

fn safety(scene: &Scene<'_>) -> SafetyView {
    match part(scene, Component::Safety) {
        Some(Part::Safety(safety)) => safety,
        _ => SafetyView::default(),
    }
}

fn tiers(scene: &Scene<'_>) -> Vec<SeverityView> {
    match part(scene, Component::Severities) {
        Some(Part::Severities(severities)) => severities.tiers,
        _ => Vec::new(),
    }
}

fn week(scene: &Scene<'_>) -> Option<crate::render::views::WeekView> {
    match part(scene, Component::Week) {
        Some(Part::Week(week)) if !week.days.is_empty() => Some(week),
        _ => None,
    }
}

/// The code that leads to the live page of a kind.
pub(super) fn page_code(scene: &Scene<'_>, kind: Kind) -> Option<crate::render::views::CodeView> {
    let url = scene.site.business.url.as_ref()?;
    code(&canonical(url, scene.site.page_of(kind)?.address.as_str()))
}
