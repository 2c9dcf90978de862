//! The kinds table: every kind of page, its file, its keys. Hints, `explain KIND` and the docs all come from it.

use super::written::Key;
use super::{
    acknowledge, availability, boundaries, business, channels, deadlines, emergencies, faq, guide, mistakes,
    onboarding, page, reply, responsibilities, scope, welcome,
};

/// A kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The home page.
    Welcome,
    /// What happens first.
    Onboarding,
    /// When we are there.
    Availability,
    /// How to reach us.
    Channels,
    /// When it can't wait.
    Emergencies,
    /// What we do and don't.
    Scope,
    /// Who looks after what.
    Responsibilities,
    /// What we need by when.
    Deadlines,
    /// When it goes wrong.
    Mistakes,
    /// Please, and please don't.
    Boundaries,
    /// What a client signs.
    Acknowledge,
    /// A category of questions.
    Faq,
    /// Any other page.
    Guide,
    /// Ready answers, for staff only.
    Reply,
}

/// A row of the kinds table.
#[derive(Debug)]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// As typed in `kind = "…"`.
    pub name: &'static str,
    /// Where its pages usually lie.
    pub file: &'static str,
    /// How often it may stand in a site.
    pub stands: Stands,
    /// What it answers for a client, in one line.
    pub meaning: &'static str,
    /// Its keys beside those every page may have.
    pub keys: &'static [Key],
}

/// How often a kind may stand in a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Once: a second one would say the same fact in two places.
    Once,
    /// As often as wanted.
    Often,
}

/// Every kind, in the natural order of a site and of the pack's chapters.
pub const KINDS: &[KindRow] = &[
    once(
        Kind::Welcome,
        "welcome",
        "welcome.md",
        "The home page: who you are and what to read first.",
        welcome::WelcomeWritten::KEYS,
    ),
    once(
        Kind::Onboarding,
        "onboarding",
        "getting-started.md",
        "What happens on day 0 and in the first weeks, and who does what.",
        onboarding::OnboardingWritten::KEYS,
    ),
    once(
        Kind::Availability,
        "availability",
        "availability.md",
        "When you are there: hours, seasons, days off, waiting.",
        availability::AvailabilityWritten::KEYS,
    ),
    once(
        Kind::Channels,
        "channels",
        "channels.md",
        "How to reach you, and when an answer comes.",
        channels::ChannelsWritten::KEYS,
    ),
    once(
        Kind::Emergencies,
        "emergencies",
        "emergencies.md",
        "What to do when it can't wait: safety, tiers, fallbacks, escalation.",
        emergencies::EmergenciesWritten::KEYS,
    ),
    once(
        Kind::Scope,
        "scope",
        "scope.md",
        "What is included, what costs extra, what you don't do and who does.",
        scope::ScopeWritten::KEYS,
    ),
    once(
        Kind::Responsibilities,
        "responsibilities",
        "responsibilities.md",
        "Who looks after what, and the things you keep for clients.",
        responsibilities::ResponsibilitiesWritten::KEYS,
    ),
    once(
        Kind::Deadlines,
        "deadlines",
        "deadlines.md",
        "What you need by when, and what happens when it is late or lost.",
        deadlines::DeadlinesWritten::KEYS,
    ),
    once(
        Kind::Mistakes,
        "mistakes",
        "mistakes.md",
        "What happens when something goes wrong, and how to complain.",
        mistakes::MistakesWritten::KEYS,
    ),
    once(
        Kind::Boundaries,
        "boundaries",
        "boundaries.md",
        "Please and please don't, with the reasons and what follows.",
        boundaries::BoundariesWritten::KEYS,
    ),
    once(
        Kind::Acknowledge,
        "acknowledge",
        "acknowledge.md",
        "What a client signs.",
        acknowledge::AcknowledgeWritten::KEYS,
    ),
    often(Kind::Faq, "faq", "faq/*.md", "Questions in the client's words, one file a category.", faq::FaqWritten::KEYS),
    often(Kind::Guide, "guide", "guides/**/*.md", "Any other page.", guide::GuideWritten::KEYS),
    often(
        Kind::Reply,
        "reply",
        "replies/*.md",
        "Ready answers for phone, voicemail, text, e-mail and the doorstep. Staff only.",
        reply::ReplyWritten::KEYS,
    ),
];

/// The keys every page's header may have.
pub const EVERY_PAGE: &[Key] = page::HeaderWritten::KEYS;
/// The keys of `business.toml`.
pub const BUSINESS: &[Key] = business::BusinessWritten::KEYS;

const fn once(
    kind: Kind,
    name: &'static str,
    file: &'static str,
    meaning: &'static str,
    keys: &'static [Key],
) -> KindRow {
    KindRow { kind, name, file, stands: Stands::Once, meaning, keys }
}

const fn often(
    kind: Kind,
    name: &'static str,
    file: &'static str,
    meaning: &'static str,
    keys: &'static [Key],
) -> KindRow {
    KindRow { kind, name, file, stands: Stands::Often, meaning, keys }
}

impl Kind {
    /// Its row of the table.
    #[must_use]
    pub fn row(self) -> &'static KindRow {
        KINDS.iter().find(|row| row.kind == self).unwrap_or(&KINDS[0])
    }

    /// The kind typed as `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    /// The kind that a page's place below the content folder says: its folder, else its file's name, else a guide.
    #[must_use]
    pub fn of_path(path: &str) -> Kind {
        match path.split_once('/') {
            Some(("faq", _)) => Kind::Faq,
            Some(("replies", _)) => Kind::Reply,
            Some(_) => Kind::Guide,
            None => KINDS.iter().find(|row| row.file == path).map_or(Kind::Guide, |row| row.kind),
        }
    }

    /// Its place in the natural order.
    #[must_use]
    pub fn rank(self) -> usize {
        KINDS.iter().position(|row| row.kind == self).unwrap_or(KINDS.len())
    }
}
