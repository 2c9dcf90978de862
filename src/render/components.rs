//! Facts as tables, cards and pictures: one function a component, filling the view its template arranges.

mod care;
mod contact;
mod hours;
mod pictures;
mod terms;

use serde::Serialize;

use super::scene::Scene;
use crate::diagnostic::Diagnostic;
use crate::site::{Component, Shape};

pub use contact::best_channel;
pub(in crate::render) use contact::{fallback_view, rung_view, safety};
pub use hours::{closures_ahead, date_view, schedule_name, zone_words};

/// A shape rendered by its template.
///
/// # Errors
/// What is wrong with the template.
pub fn render(scene: &Scene<'_>, shape: &Shape, level: u8) -> Result<String, Box<Diagnostic>> {
    let only = shape.only.as_deref();
    let show = Show { scene };
    match shape.component {
        Component::Week => show.with("week", &hours::week(scene, only, level)),
        Component::Closures => show.with("closures", &hours::closures(scene)?),
        Component::Waiting => show.with("waiting", &hours::waiting(scene)),
        Component::Channels => show.with("channels", &contact::channels(scene, only, level)),
        Component::Safety => show.with("safety", &contact::safety(scene)),
        Component::Severities => show.with("severity", &contact::severities(scene, only, level)),
        Component::Fallbacks => show.with("fallbacks", &contact::fallbacks(scene)),
        Component::Escalation => show.with("escalation", &contact::escalation(scene)?),
        Component::People => show.with("people", &contact::people(scene)),
        Component::Scope => show.with("scope", &terms::scope(scene)),
        Component::Responsibilities => show.with("responsibilities", &terms::responsibilities(scene)),
        Component::Custody => show.with("custody", &terms::custody(scene)),
        Component::Deadlines => show.with("deadlines", &terms::deadlines(scene)),
        Component::Rush => show.with("rush", &terms::rush(scene)),
        Component::Boundaries => show.with("boundaries", &terms::boundaries(scene, only)),
        Component::Consequences => show.with("consequences", &terms::consequences(scene)?),
        Component::Fees => show.with("fees", &terms::fees(scene)),
        Component::Documents => show.with("documents", &terms::documents(scene)),
        Component::Steps => show.with("steps", &care::steps(scene, level)),
        Component::Recovery => show.with("recovery", &care::recovery(scene, only, level)),
        Component::Goodwill => show.with("goodwill", &care::goodwill(scene)),
    }
}

struct Show<'a, 's> {
    scene: &'a Scene<'s>,
}

impl Show<'_, '_> {
    fn with<V: Serialize>(&self, name: &str, view: &V) -> Result<String, Box<Diagnostic>> {
        self.scene.theme.component(name, view)
    }
}

/// An id as words: `on-call` → "On call".
#[must_use]
pub fn title_words(id: &str) -> String {
    let words = id.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
