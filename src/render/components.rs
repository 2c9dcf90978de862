//! Facts as tables, cards and pictures: one function a component, filling the view its template arranges.

mod care;
mod contact;
mod hours;
mod pictures;
mod terms;

use super::scene::Scene;
use super::theme::Theme;
use super::views::{
    BoundariesView, ChannelsView, ClosuresView, ConsequencesView, CustodyView, DeadlinesView, DocumentsView,
    EscalationView, FallbacksView, FeesView, GoodwillsView, PeopleView, RecoveryView, ResponsibilitiesView, RushView,
    SafetyView, ScopeView, SeveritiesView, StepsView, WaitingView, WeekView,
};
use crate::diagnostic::Diagnostic;
use crate::site::{Component, Shape};

pub use contact::best_channel;
pub(in crate::render) use contact::{fallback_view, rung_view, safety};
pub use hours::{closures_ahead, date_view, schedule_name, zone_words};

/// A component filled with its facts, ready to be arranged: by its template on a page, by other means on paper.
#[derive(Debug, Clone)]
pub enum Part {
    /// One schedule's week.
    Week(WeekView),
    /// Closures ahead.
    Closures(ClosuresView),
    /// Waiting times.
    Waiting(WaitingView),
    /// Channel cards.
    Channels(ChannelsView),
    /// Danger to people.
    Safety(SafetyView),
    /// Tiers of urgency.
    Severities(SeveritiesView),
    /// Help that is not the business.
    Fallbacks(FallbacksView),
    /// Who hears next.
    Escalation(EscalationView),
    /// Who works here.
    People(PeopleView),
    /// What is part of the service.
    Scope(ScopeView),
    /// Who looks after what.
    Responsibilities(ResponsibilitiesView),
    /// Things held for clients.
    Custody(CustodyView),
    /// What is needed by when.
    Deadlines(DeadlinesView),
    /// Faster work.
    Rush(RushView),
    /// Please and please don't.
    Boundaries(BoundariesView),
    /// What follows.
    Consequences(ConsequencesView),
    /// Prices.
    Fees(FeesView),
    /// What is signed.
    Documents(DocumentsView),
    /// First weeks.
    Steps(StepsView),
    /// When something went wrong.
    Recovery(Box<RecoveryView>),
    /// Favours.
    Goodwill(GoodwillsView),
}

/// Fills the component a shape names. `level` is that of the headings it brings.
///
/// # Errors
/// What is wrong with the template of a picture in it.
pub fn part(scene: &Scene<'_>, shape: &Shape, level: u8) -> Result<Part, Box<Diagnostic>> {
    let only = shape.only.as_deref();
    Ok(match shape.component {
        Component::Week => Part::Week(hours::week(scene, only, level)),
        Component::Closures => Part::Closures(hours::closures(scene)?),
        Component::Waiting => Part::Waiting(hours::waiting(scene)),
        Component::Channels => Part::Channels(contact::channels(scene, only, level)),
        Component::Safety => Part::Safety(contact::safety(scene)),
        Component::Severities => Part::Severities(contact::severities(scene, only, level)),
        Component::Fallbacks => Part::Fallbacks(contact::fallbacks(scene)),
        Component::Escalation => Part::Escalation(contact::escalation(scene)?),
        Component::People => Part::People(contact::people(scene)),
        Component::Scope => Part::Scope(terms::scope(scene)),
        Component::Responsibilities => Part::Responsibilities(terms::responsibilities(scene)),
        Component::Custody => Part::Custody(terms::custody(scene)),
        Component::Deadlines => Part::Deadlines(terms::deadlines(scene)),
        Component::Rush => Part::Rush(terms::rush(scene)),
        Component::Boundaries => Part::Boundaries(terms::boundaries(scene, only)),
        Component::Consequences => Part::Consequences(terms::consequences(scene)?),
        Component::Fees => Part::Fees(terms::fees(scene)),
        Component::Documents => Part::Documents(terms::documents(scene)),
        Component::Steps => Part::Steps(care::steps(scene, level)),
        Component::Recovery => Part::Recovery(Box::new(care::recovery(scene, only, level))),
        Component::Goodwill => Part::Goodwill(care::goodwill(scene)),
    })
}

impl Part {
    /// Arranges it by its template.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn html(&self, theme: &Theme) -> Result<String, Box<Diagnostic>> {
        match self {
            Part::Week(view) => theme.component("week", view),
            Part::Closures(view) => theme.component("closures", view),
            Part::Waiting(view) => theme.component("waiting", view),
            Part::Channels(view) => theme.component("channels", view),
            Part::Safety(view) => theme.component("safety", view),
            Part::Severities(view) => theme.component("severity", view),
            Part::Fallbacks(view) => theme.component("fallbacks", view),
            Part::Escalation(view) => theme.component("escalation", view),
            Part::People(view) => theme.component("people", view),
            Part::Scope(view) => theme.component("scope", view),
            Part::Responsibilities(view) => theme.component("responsibilities", view),
            Part::Custody(view) => theme.component("custody", view),
            Part::Deadlines(view) => theme.component("deadlines", view),
            Part::Rush(view) => theme.component("rush", view),
            Part::Boundaries(view) => theme.component("boundaries", view),
            Part::Consequences(view) => theme.component("consequences", view),
            Part::Fees(view) => theme.component("fees", view),
            Part::Documents(view) => theme.component("documents", view),
            Part::Steps(view) => theme.component("steps", view),
            Part::Recovery(view) => theme.component("recovery", &**view),
            Part::Goodwill(view) => theme.component("goodwill", view),
        }
    }
}

/// An id as words: `on-call` → "On call".
#[must_use]
pub fn title_words(id: &str) -> String {
    capital(&id.replace(['-', '_'], " "))
}

/// Words with a capital at their beginning.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
