//! Prose against facts: hours, numbers, addresses, reply times, prices, days off and invitations typed by hand, held against the facts.
//!
//! 1. What the facts say is gathered once ([`Known`]).
//! 2. A sentence without any number, day or telling word is passed over.
//! 3. In the others, readings ([`grammar`]) are judged only where the sentence speaks of the business itself ([`context`]): a film from nine
//!    to six, the bank's hours, last year's price, a question, an example and a quotation stay quiet.
//!
//! A finding shows both places and the reference to write instead. Deliberately absent: guesses about sentences that only might be meant.

mod always;
mod contact;
mod context;
mod days;
mod grammar;
mod hours;
mod known;
mod money;
mod promise;
mod scene;
#[cfg(test)]
mod tests;

pub(super) use known::Known;

use crate::diagnostic::Findings;
use crate::markdown::Document;
use scene::Scene;

use super::text::Passage;

/// What one passage says otherwise than the facts.
pub(super) fn check(known: &Known<'_>, document: &Document, passage: &Passage) -> Findings {
    let mut findings = Findings::new();
    for sentence in &passage.sentences {
        if sentence.asks || !passage.of(*sentence).iter().any(|token| context::may_tell(passage, token)) {
            continue;
        }
        let scene = Scene::of(known, document, passage, *sentence);
        if scene.is_told_of_others() {
            continue;
        }
        findings.extend(hours::check(&scene));
        findings.extend(contact::check(&scene));
        findings.extend(promise::check(&scene));
        findings.extend(money::check(&scene));
        findings.extend(days::check(&scene));
        findings.extend(days::stale(&scene));
    }
    findings
}
