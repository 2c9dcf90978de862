//! Facts against facts: what cannot both be true.
//!
//! One file a family of rules. A rule is a function from the site to findings, and each names both places. Whatever depends on the day
//! ([`closures`]) is asked with it. Deliberately absent: ids that lead nowhere and values that can't be read; those are told where a site
//! is assembled.

mod channels;
pub(super) mod closures;
mod emergencies;
pub(super) mod measure;
mod promises;
mod terms;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, Findings, Severity};
use crate::policy::kinds::Kind;
use crate::site::Site;

/// Every contradiction between facts that holds on any day. `found` is what was found so far: hours with a mistake in them measure nothing,
/// and one slip is one finding.
#[must_use]
pub fn check(site: &Site, found: &Findings) -> Findings {
    let mut findings = Findings::new();
    findings.extend(channels::check(site));
    findings.extend(terms::check(site));
    if hours_are_sound(site, found) {
        findings.extend(promises::check(site));
        findings.extend(emergencies::check(site));
    }
    findings
}

/// Whether the page with the hours, and the one that says what happens outside of them, have no mistake in them.
#[must_use]
pub fn hours_are_sound(site: &Site, found: &Findings) -> bool {
    let pages = [Kind::Availability, Kind::Emergencies].map(|kind| site.page_of(kind).map(|page| page.file));
    let is_there = |finding: &Diagnostic| finding.place.is_some_and(|place| pages.contains(&Some(place.file())));
    !found.iter().any(|finding| finding.severity == Severity::Error && is_there(finding))
}
