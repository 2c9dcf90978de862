//! Which facts a kind of page shows by itself, in the order they help a reader.

use crate::policy::kinds::Kind;

/// Paths of facts with a shape; `hours.*` is every schedule.
#[must_use]
pub fn own_facts(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Onboarding => &["steps"],
        Kind::Availability => &["hours.*", "closures", "waiting"],
        Kind::Channels => &["channels"],
        Kind::Emergencies => &["safety", "severities", "fallbacks", "escalations"],
        Kind::Scope => &["services"],
        Kind::Responsibilities => &["responsibilities", "custody"],
        Kind::Deadlines => &["deadlines", "rush"],
        Kind::Mistakes => &["ours", "yours", "complaints", "feedback", "goodwills"],
        Kind::Boundaries => &["boundaries", "consequences"],
        Kind::Acknowledge => &["documents"],
        Kind::Welcome | Kind::Faq | Kind::Guide | Kind::Reply => &[],
    }
}
