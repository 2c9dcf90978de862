//! The words, as data: seven families, each phrase with why it hurts, what to say instead, and near misses that stay quiet.
//!
//! Collected from the stories behind this project and from what support desks advise against. `*` stands for any one word. An owner's duty
//! (“you must send the papers by Friday”) is no threat: plain-language guides prefer “must” to every softer word.

mod accuse;
mod hide;

use crate::diagnostic::Code;

/// When a phrase counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Wherever it stands.
    Always,
    /// In a sentence that promises something of ours and names no time.
    PromiseWithoutTime,
    /// The same, with the clause ending at the phrase: “when we can” promises nothing, “when we can see it” says when.
    PromiseThatEndsHere,
    /// What is promised follows at once: “we aim to answer”, not “we aim to be fair”.
    PromiseAhead,
}

/// Phrases that hurt in one way.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its family.
    pub code: &'static Code,
    /// The phrases, in small letters with plain apostrophes.
    pub phrases: &'static [&'static str],
    /// How the message goes on behind the phrase.
    pub why: &'static str,
    /// What to say instead.
    pub instead: &'static str,
    /// Words right before a phrase that make it harmless.
    pub not_after: &'static [&'static str],
    /// When it counts.
    pub when: When,
    /// Sentences that look alike and stay quiet: the tests read them.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by the tests, and by whoever wonders what a rule is not about")
    )]
    pub near_misses: &'static [&'static str],
}

/// Every rule, family by family.
const FAMILIES: &[&[Rule]] =
    &[accuse::BLAME, accuse::THREAT, hide::SHIELD, hide::BUCK_PASSING, hide::DISMISSIVE, hide::VAGUE_PROMISE];

/// Every rule.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.iter())
}
