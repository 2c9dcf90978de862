//! Looking after clients: first weeks, mistakes, complaints, goodwill.

use crate::markdown::slug;
use crate::policy::mistakes::{ComplaintsWritten, FeedbackWritten, MistakesWritten, OursWritten};
use crate::policy::onboarding::{Party, Step};
use crate::policy::written::Words;
use crate::render::scene::Scene;
use crate::render::views::{
    ComplaintsView, FeedbackView, GoodwillView, GoodwillsView, MomentView, OursView, OutsideView, RecoveryView, StepBy,
    StepView, StepsView, YoursView,
};

use super::contact::{best_channel, fact_words};

/// The first weeks together.
pub(super) fn steps(scene: &Scene<'_>, level: u8) -> StepsView {
    let mut moments: Vec<MomentView> = Vec::new();
    for step in &scene.site.policies.steps {
        let when = step.when.value.to_string();
        let view = step_view(scene, step);
        match moments.last_mut() {
            Some(moment) if moment.when.as_deref() == Some(&when) => moment.steps.push(view),
            _ => moments.push(MomentView { id: format!("step-{}", slug(&when)), when: Some(when), steps: vec![view] }),
        }
    }
    StepsView { level, moments }
}

fn step_view(scene: &Scene<'_>, step: &Step) -> StepView {
    StepView {
        who: Some(match step.who.value {
            Party::Us => StepBy::Us,
            Party::Client => StepBy::Client,
        }),
        what: scene.prose(&step.what.value),
        needs: scene.maybe(step.needs.as_ref()).into_iter().collect(),
    }
}

/// When something went wrong; one part alone when one is named.
pub(super) fn recovery(scene: &Scene<'_>, only: Option<&str>, level: u8) -> RecoveryView {
    let Some(page) = &scene.site.policies.written.mistakes else { return RecoveryView::default() };
    let wanted = |part: &str| only.is_none_or(|only| only == part);
    let MistakesWritten { ours, yours, complaints, feedback, .. } = page;
    let say = yours.as_ref().and_then(|at| scene.maybe(at.value.say.as_ref()));
    RecoveryView {
        level,
        ours: ours.as_ref().filter(|_| wanted("ours")).map(|at| ours_view(scene, &at.value)),
        yours: say.filter(|_| wanted("yours")).map(|say| YoursView { say }),
        complaints: complaints.as_ref().filter(|_| wanted("complaints")).map(|at| complaints_view(scene, &at.value)),
        feedback: feedback.as_ref().filter(|_| wanted("feedback")).map(|at| feedback_view(scene, &at.value)),
    }
}

fn ours_view(scene: &Scene<'_>, ours: &OursWritten) -> OursView {
    let labels = &scene.theme.labels;
    OursView {
        own_within: fact_words(scene, labels.own_within(), "ours.own_within"),
        update_every: fact_words(scene, labels.news_every(), "ours.update_every"),
        plan_within: fact_words(scene, labels.plan_within(), "ours.plan_within"),
        follow_up_after: fact_words(scene, labels.follow_up_after(), "ours.follow_up_after"),
        remedies: scene.list(ours.remedies.as_ref()),
    }
}

fn complaints_view(scene: &Scene<'_>, complaints: &ComplaintsWritten) -> ComplaintsView {
    let outside = complaints.outside.as_ref().and_then(|at| {
        let name = scene.text(at.value.name.as_ref())?;
        Some(OutsideView { name, href: at.value.url.as_ref().map(|url| url.value.to_string()) })
    });
    let labels = &scene.theme.labels;
    ComplaintsView {
        to: complaints.to.as_ref().and_then(|to| scene.person(&to.value)),
        action: best_channel(scene).map(|channel| scene.action(channel)),
        acknowledge_within: fact_words(scene, labels.acknowledge_within(), "complaints.acknowledge_within"),
        answer_within: fact_words(scene, labels.answer_within(), "complaints.answer_within"),
        outside,
    }
}

fn feedback_view(scene: &Scene<'_>, feedback: &FeedbackWritten) -> FeedbackView {
    FeedbackView {
        to: feedback.to.as_ref().and_then(|to| scene.person(&to.value)),
        how: scene.maybe(feedback.how.as_ref()),
    }
}

/// Favours that anybody gets.
pub(super) fn goodwill(scene: &Scene<'_>) -> GoodwillsView {
    let rows = scene.site.policies.goodwill.iter().map(|row| GoodwillView {
        id: format!("goodwill-{}", slug(&scene.sayer().say(&Words::Prose(row.what.value.clone())))),
        what: scene.prose(&row.what.value),
        who: scene.maybe(row.who.as_ref()),
        how_often: scene.maybe(row.how_often.as_ref()),
    });
    GoodwillsView { goodwills: rows.collect() }
}
