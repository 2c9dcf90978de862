//! Looking after clients: first weeks, mistakes, complaints, goodwill.

use serde::Serialize;

use super::{ActionView, Html, Link, PersonView};

/// `components/steps.html`: the first weeks together, a timeline.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StepsView {
    /// Heading level of a moment, 2–6.
    pub level: u8,
    /// In the owner's order; neighbours with the same moment share one.
    pub moments: Vec<MomentView>,
}

/// One moment of the timeline: "Day 0".
#[derive(Debug, Clone, Default, Serialize)]
pub struct MomentView {
    /// Anchor: "step-day-0".
    pub id: String,
    /// "Day 0"; absent when the owner typed no moment.
    pub when: Option<String>,
    /// What happens then.
    pub steps: Vec<StepView>,
}

/// One step of the timeline.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StepView {
    /// Who does it; absent when not typed.
    pub who: Option<StepBy>,
    /// What is done.
    pub what: Html,
    /// What is needed for it.
    pub needs: Vec<Html>,
}

/// Who does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepBy {
    /// The business.
    Us,
    /// The client.
    Client,
}

/// `components/recovery.html`: when something went wrong. Each part is shown when it is there; one alone when only
/// that one was placed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RecoveryView {
    /// Heading level of the parts, 2–6.
    pub level: u8,
    /// When it is our mistake.
    pub ours: Option<OursView>,
    /// When it is the client's.
    pub yours: Option<YoursView>,
    /// Complaining.
    pub complaints: Option<ComplaintsView>,
    /// Telling us anything else.
    pub feedback: Option<FeedbackView>,
}

/// What the business does about its own mistake, in order of time.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OursView {
    /// How soon a client hears of it.
    pub own_within: Option<Html>,
    /// How often news comes until it is mended.
    pub update_every: Option<Html>,
    /// How soon it is mended or there is a plan.
    pub plan_within: Option<Html>,
    /// When we ask whether all is well.
    pub follow_up_after: Option<Html>,
    /// What we do to make up for it.
    pub remedies: Vec<Html>,
}

/// When it is the client's mistake.
#[derive(Debug, Clone, Default, Serialize)]
pub struct YoursView {
    /// The owner's words.
    pub say: Html,
}

/// Complaining.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ComplaintsView {
    /// Who reads it.
    pub to: Option<PersonView>,
    /// How to send it.
    pub action: Option<ActionView>,
    /// How soon it is acknowledged.
    pub acknowledge_within: Option<Html>,
    /// How soon it is answered.
    pub answer_within: Option<Html>,
    /// A body outside the business.
    pub outside: Option<OutsideView>,
}

/// A body outside the business.
#[derive(Debug, Clone, Default, Serialize)]
pub struct OutsideView {
    /// Its name.
    pub name: String,
    /// Its address; absent when none was typed.
    pub href: Option<String>,
}

/// Telling the business anything else.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FeedbackView {
    /// Who reads it.
    pub to: Option<PersonView>,
    /// How.
    pub how: Option<Html>,
}

/// `components/goodwill.html`: favours that anybody gets.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GoodwillsView {
    /// In the owner's order.
    pub goodwills: Vec<GoodwillView>,
}

/// One favour.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GoodwillView {
    /// Anchor: "goodwill-one-15-minute-fix".
    pub id: String,
    /// What.
    pub what: Html,
    /// For whom.
    pub who: Option<Html>,
    /// How often.
    pub how_often: Option<Html>,
}

/// `components/question.html`: one question with its answer.
#[derive(Debug, Clone, Default, Serialize)]
pub struct QuestionView {
    /// Anchor, and the permalink.
    pub id: String,
    /// The question.
    pub question: Html,
    /// The answer (block content).
    pub answer: Html,
    /// The one policy that owns the answer.
    pub policy: Option<Link>,
    /// Related questions.
    pub related: Vec<Link>,
}
