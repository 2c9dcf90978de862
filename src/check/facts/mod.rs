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

use crate::diagnostic::Findings;
use crate::site::Site;

/// Every contradiction between facts that holds on any day.
#[must_use]
pub fn check(site: &Site) -> Findings {
    let mut findings = Findings::new();
    findings.extend(channels::check(site));
    findings.extend(promises::check(site));
    findings.extend(emergencies::check(site));
    findings.extend(terms::check(site));
    findings
}
