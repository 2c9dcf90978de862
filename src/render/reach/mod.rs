//! `reach-us.html`: the router's model in words, as folding answers and as a table for paper.

mod leaf;
mod ready;

use super::components::{capital, safety};
use super::scene::Scene;
use super::views::{DecisionView, Html, LeafView, ReachView, RouteState, RouteView};
use crate::markdown::html::escaped;
use crate::policy::written::Words;
use crate::router::{Branch, Leaf, Need, Router, Topic};

/// The contact router; empty for a site that has none.
#[must_use]
pub fn view(scene: &Scene<'_>) -> ReachView {
    let Some(router) = Router::of(scene.site) else { return ReachView::default() };
    let has_safety = scene.site.policies.emergencies.safety.is_some();
    let (question, routes) = questions(scene, &router);
    let mut decisions = Vec::new();
    for route in &routes {
        push_decisions(route, &mut Vec::new(), &mut decisions);
    }
    ReachView { safety: has_safety.then(|| safety(scene)), question, routes: only_open(routes), decisions }
}

/// The first question and its answers. Where only one need has leaves, there is nothing to ask about it.
fn questions(scene: &Scene<'_>, router: &Router<'_>) -> (String, Vec<RouteView>) {
    let answers = |branch: &Branch<'_>| branch.leaves.iter().map(|leaf| route(scene, leaf)).collect();
    match router.branches.as_slice() {
        [only] => (question(scene, only.need).to_owned(), answers(only)),
        branches => {
            let routes = branches.iter().map(|branch| {
                let (answer, hint) = need_words(scene, branch.need);
                RouteView {
                    id: branch.need.id().to_owned(),
                    answer: Html(escaped(answer)),
                    hint: Some(Html(escaped(hint))),
                    question: Some(question(scene, branch.need).to_owned()),
                    routes: answers(branch),
                    ..RouteView::default()
                }
            });
            (scene.theme.labels.ways_in().to_owned(), routes.collect())
        }
    }
}

/// An only answer is open: there is nothing to choose.
fn only_open(mut routes: Vec<RouteView>) -> Vec<RouteView> {
    if let [only] = routes.as_mut_slice() {
        only.state = RouteState::Open;
    }
    routes
}

fn route(scene: &Scene<'_>, leaf: &Leaf<'_>) -> RouteView {
    let (answer, hint) = topic_words(scene, leaf.topic);
    RouteView { id: leaf.id.clone(), answer, hint, leaf: Some(leaf::view(scene, leaf)), ..RouteView::default() }
}

fn need_words<'s>(scene: &Scene<'s>, need: Need) -> (&'s str, &'s str) {
    let labels = &scene.theme.labels;
    match need {
        Need::Urgent => (labels.door_urgent(), labels.door_urgent_hint()),
        Need::Wrong => (labels.door_wrong(), labels.door_wrong_hint()),
        Need::Question => (labels.door_question(), labels.door_question_hint()),
        Need::Request => (labels.door_request(), labels.door_request_hint()),
        Need::Instead => (labels.door_instead(), labels.door_instead_hint()),
    }
}

fn question<'s>(scene: &Scene<'s>, need: Need) -> &'s str {
    let labels = &scene.theme.labels;
    match need {
        Need::Urgent => labels.ask_urgent(),
        Need::Wrong => labels.ask_wrong(),
        Need::Question => labels.ask_question(),
        Need::Request => labels.ask_request(),
        Need::Instead => labels.ask_instead(),
    }
}

/// What a client picks, and a line under it.
fn topic_words(scene: &Scene<'_>, topic: Topic<'_>) -> (Html, Option<Html>) {
    let plain = |words: &str| Html(escaped(words));
    let said = |prose| plain(&capital(&scene.sayer().say(&Words::Prose(prose))));
    match topic {
        Topic::Tier(tier) => {
            let examples: Vec<String> = tier
                .examples
                .iter()
                .flat_map(|at| &at.value)
                .take(MOST_EXAMPLES)
                .map(|at| scene.sayer().say(&Words::Prose(at.value.clone())))
                .collect();
            let hint = (!examples.is_empty()).then(|| plain(&examples.join(" · ")));
            (said(tier.means.value.clone()), hint)
        }
        Topic::Complaint(_) => (plain(scene.theme.labels.complain()), None),
        Topic::Category(page) => (plain(page.label()), page.summary.as_deref().map(plain)),
        Topic::Use(channel) => {
            let uses = leaf::uses(scene, channel);
            let name = scene.channel_name(channel);
            match uses.is_empty() {
                true => (plain(&name), None),
                false => (plain(&capital(&uses.join(" · "))), Some(plain(&name))),
            }
        }
        Topic::Boundary(boundary) => {
            let had_in_mind = boundary.please_dont.as_ref().unwrap_or(&boundary.please);
            (said(had_in_mind.value.clone()), None)
        }
        Topic::Unread(channel) => (plain(&scene.channel_name(channel)), None),
    }
}

/// A few examples tell a client more than a definition.
const MOST_EXAMPLES: usize = 3;

fn push_decisions(route: &RouteView, above: &mut Vec<Html>, decisions: &mut Vec<DecisionView>) {
    above.push(route.answer.clone());
    if let Some(leaf) = &route.leaf {
        decisions.push(DecisionView { situation: above.clone(), action: in_words(leaf), hear: leaf.hear.clone() });
    }
    for deeper in &route.routes {
        push_decisions(deeper, above, decisions);
    }
    above.pop();
}

/// What to do, on paper: what is asked for, the way and its number; without a way the help there is.
fn in_words(leaf: &LeafView) -> Html {
    let way = leaf.action.as_ref().map(|action| match &action.value {
        Some(value) => escaped(&format!("{}: {value}", action.name)),
        None => escaped(&action.name),
    });
    let helpers = leaf.fallbacks.iter().filter(|_| way.is_none()).map(|fallback| fallback.name.0.clone());
    let parts: Vec<String> = leaf.please.iter().map(|html| html.0.clone()).chain(way.clone()).chain(helpers).collect();
    Html(parts.join("<br>"))
}
