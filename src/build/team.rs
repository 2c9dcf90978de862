//! The pages for the business's own people: made of a build, never part of its output.

use super::{Build, Prepared, Today, all_told};
use crate::check::Looked;
use crate::check::needs::Score;
use crate::diagnostic::Findings;
use crate::render::Output;
use crate::source::Layout;
use crate::staff::{self, Material};

impl Prepared {
    /// Whether there are pages for the business's own people.
    #[must_use]
    pub fn has_staff_pages(&self) -> bool {
        !self.site.staff.is_empty() && self.site.layout == Layout::Site
    }

    /// The pages for the business's own people, with what [`Prepared::finish`] found. That of its findings looks the whole site over; without
    /// any it is empty, and the others are made at once.
    #[must_use]
    pub fn staff_pages(&self, found: Option<&Findings>) -> Output {
        let (site, sources) = (&self.site, &self.inputs.sources);
        let looked = match found {
            Some(_) => self.look_over(),
            None => Looked { score: Score::of(site), findings: Findings::new() },
        };
        let findings = found.map_or_else(Findings::new, |found| all_told(site, sources, found, &looked));
        staff::edition(Material { site, score: &looked.score, findings: &findings, sources, today: self.today })
    }
}

/// The pages for the business's own people, with what a check finds. Never part of a build's own output.
#[must_use]
pub fn staff_edition(build: &Build, looked: &Looked, today: Today) -> Output {
    let Build { site, sources, .. } = build;
    let findings = build.findings_with(looked);
    let today = today.in_zone_of(site);
    staff::edition(Material { site, score: &looked.score, findings: &findings, sources, today })
}
