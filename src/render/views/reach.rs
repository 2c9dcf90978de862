//! The contact router: what `reach-us.html` receives.

use serde::Serialize;

use super::{ActionView, FallbackView, Html, Link, RungView, SafetyView, SeverityTone};

/// The contact router: at most four questions, safety first.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ReachView {
    /// Danger to people, before anything else; absent when no emergency number is typed.
    pub safety: Option<SafetyView>,
    /// The first question: plain words.
    pub question: String,
    /// Its answers.
    pub routes: Vec<RouteView>,
    /// The same as a table, for paper: one row a leaf.
    pub decisions: Vec<DecisionView>,
}

/// One answer in the router: it leads to a further question or to a leaf.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RouteView {
    /// Anchor of what the answer opens. It stands inside the fold, not on it: a browser opens the folds around the place an address names.
    pub id: String,
    /// The answer the client picks: "My site is down for everyone".
    pub answer: Html,
    /// A short line under the answer; absent when none is needed.
    pub hint: Option<Html>,
    /// Whether it is open from the start.
    pub state: RouteState,
    /// The next question; absent at a leaf.
    pub question: Option<String>,
    /// Its answers; empty at a leaf.
    pub routes: Vec<RouteView>,
    /// What to do; absent above a leaf.
    pub leaf: Option<LeafView>,
}

/// Whether an answer is open from the start. Kebab case in templates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouteState {
    /// It opens when it is picked.
    #[default]
    Closed,
    /// It is the only one.
    Open,
}

/// Where the router ends: one way and what to expect.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LeafView {
    /// What to do before anything else, in order.
    pub first_minutes: Vec<Html>,
    /// What we ask for instead of what was in mind.
    pub please: Option<Html>,
    /// What not to do.
    pub please_dont: Vec<Html>,
    /// What a client gets from it.
    pub you_get: Option<Html>,
    /// Questions that are answered on this site already: plain words.
    pub questions: Vec<Link>,
    /// How loud it is drawn.
    pub tone: SeverityTone,
    /// The channel to use; absent when the way forward is no channel.
    pub action: Option<ActionView>,
    /// The channel whose own hours these are: the live script tells by it whether somebody is there. Absent when the hours are others.
    pub open: Option<String>,
    /// The channel whose own promise this is: the live script tells by it when an answer comes. Absent when the promise is another one.
    pub reply: Option<String>,
    /// The owner's own line about the channel.
    pub say: Option<Html>,
    /// Why this one.
    pub why: Option<Html>,
    /// When an answer comes: "within 60 minutes".
    pub hear: Option<Html>,
    /// When somebody is there: "every day 7 am–10 pm".
    pub hours: Option<Html>,
    /// The steps, in order.
    pub steps: Vec<Html>,
    /// Ready words to say or paste, plain text; may run over several lines.
    pub ready_words: Option<String>,
    /// `mailto:` or `sms:` with the ready words filled in; absent where no link can carry them.
    pub ready_href: Option<String>,
    /// What the channel is not for.
    pub not_for: Vec<Html>,
    /// What happens outside the hours.
    pub outside_hours: Option<Html>,
    /// If nobody answers: help that is not the business.
    pub fallbacks: Vec<FallbackView>,
    /// If nobody answers: who is asked next, and after how long.
    pub rungs: Vec<RungView>,
    /// If nobody answers: other ways to reach the business, best first.
    pub others: Vec<ActionView>,
    /// The page that owns this answer.
    pub policy: Option<Link>,
}

/// One row of the router's table on paper.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DecisionView {
    /// The answers that lead here, in order.
    pub situation: Vec<Html>,
    /// What to do: channel and number in words.
    pub action: Html,
    /// When an answer comes.
    pub hear: Option<Html>,
}
