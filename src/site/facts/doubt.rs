//! Which paths may stand in lines that could not be read.
//!
//! One slip is one finding: a reference to a fee that is typed `$75` is sound, and so is the name of a schedule in a
//! header that is not closed.

use super::Facts;
use crate::policy::kinds::Kind;
use crate::policy::written::Facts as TableFacts;
use crate::site::policies::WrittenPolicies;

/// Headers of which lines could not be read.
#[derive(Debug, Default)]
pub(in crate::site) struct Gaps {
    /// Kinds of pages.
    pub kinds: Vec<Kind>,
    /// `business.toml`, or there is none.
    pub business: bool,
}

/// Paths that `business.toml` owns.
const BUSINESS: &[&str] = &["business", "fee", "fees", "person", "people"];

impl Facts {
    /// Takes everything a header with gaps may hold for typed.
    pub(super) fn doubt_gaps(&mut self, gaps: &Gaps) {
        if gaps.business {
            self.doubt(BUSINESS.iter().copied());
        }
        for kind in &gaps.kinds {
            self.doubt(roots(*kind).iter().copied());
        }
    }

    /// The same where a whole table of a page was typed in another form.
    pub(super) fn doubt_pages(&mut self, written: &WrittenPolicies) {
        self.doubt_page(written.onboarding.as_ref(), Kind::Onboarding);
        self.doubt_page(written.availability.as_ref(), Kind::Availability);
        self.doubt_page(written.channels.as_ref(), Kind::Channels);
        self.doubt_page(written.emergencies.as_ref(), Kind::Emergencies);
        self.doubt_page(written.scope.as_ref(), Kind::Scope);
        self.doubt_page(written.responsibilities.as_ref(), Kind::Responsibilities);
        self.doubt_page(written.deadlines.as_ref(), Kind::Deadlines);
        self.doubt_page(written.mistakes.as_ref(), Kind::Mistakes);
        self.doubt_page(written.boundaries.as_ref(), Kind::Boundaries);
        self.doubt_page(written.acknowledge.as_ref(), Kind::Acknowledge);
    }

    fn doubt_page<T: TableFacts>(&mut self, written: Option<&T>, kind: Kind) {
        if written.is_some_and(|written| !written.slips().is_empty()) {
            self.doubt(roots(kind).iter().copied());
        }
    }

    /// Keys of the table at `path` that could not be read.
    pub(super) fn doubt_keys<T: TableFacts>(&mut self, path: &str, table: &T) {
        self.unsure.extend(table.slips().iter().map(|key| format!("{path}.{key}")));
    }

    /// These paths and all below them.
    pub(super) fn doubt<P: Into<String>>(&mut self, paths: impl IntoIterator<Item = P>) {
        self.unsure.extend(paths.into_iter().map(Into::into));
    }
}

/// The beginnings of all paths that pages of a kind own.
fn roots(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Onboarding => &["step", "steps"],
        Kind::Availability => &["hours", "closure", "closures", "waiting"],
        Kind::Channels => &["channel", "channels"],
        Kind::Emergencies => {
            &["safety", "severity", "severities", "fallback", "fallbacks", "escalation", "escalations"]
        }
        Kind::Scope => &["scope", "services"],
        Kind::Responsibilities => &["responsibility", "responsibilities", "custody"],
        Kind::Deadlines => &["deadline", "deadlines", "rush"],
        Kind::Mistakes => &["ours", "yours", "complaints", "feedback", "goodwill", "goodwills"],
        Kind::Boundaries => &["boundary", "boundaries", "consequence", "consequences"],
        Kind::Acknowledge => &["documents"],
        Kind::Welcome | Kind::Faq | Kind::Guide | Kind::Reply => &[],
    }
}
