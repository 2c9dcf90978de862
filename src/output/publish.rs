//! One publish from beginning to end.

use super::disk::{Disk, LocalDisk};
use super::heal::heal;
use super::journal::Journal;
use super::manifest::{self, Manifest};
use super::plan::Plan;
use super::steps::{Halted, carry_out, check_rights};
use super::trouble::Unpublished;
use super::workshop::Workshop;
use super::{Destination, JOURNAL, names};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings};
use crate::render::Output;

/// What a publish did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files written, new or changed.
    pub written: usize,
    /// Files that were right already.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
    /// Worth knowing: files left behind, an interrupted build put in order. Never an error.
    pub findings: Findings,
    /// What is ours in the folder now.
    pub(super) manifest: Manifest,
}

/// Brings a folder to hold exactly this output, beside whatever in it is not ours.
///
/// A second publish of the same output touches nothing.
///
/// # Errors
/// When a file that is not ours is in the way: nothing was touched, every such file is named. When the disk
/// fails before the first file is moved: everything is as it was. When it fails later: every file is whole, old
/// or new, and the next publish finishes.
pub fn publish(output: &Output, destination: &Destination) -> Result<Published, Unpublished> {
    publish_on(&LocalDisk, output, destination)
}

/// The same on any disk.
pub(super) fn publish_on(
    disk: &dyn Disk,
    output: &Output,
    destination: &Destination,
) -> Result<Published, Unpublished> {
    check_names(output)?;
    let healed = heal(destination, disk)?;
    let listed = manifest::file(destination)?;
    let ours = Manifest::of(listed.as_deref(), destination)?;
    let plan = Plan::draw(output, destination, &ours)?;
    if plan.journal != Journal::default() || plan.manifest != ours {
        Press { destination, disk }.replace(&plan, listed.as_deref(), output)?;
    }
    let mut findings = Findings::new();
    findings.extend(healed.into_iter().chain(plan.kept));
    Ok(Published {
        written: plan.journal.moved.len(),
        unchanged: plan.unchanged,
        removed: plan.removed,
        findings,
        manifest: plan.manifest,
    })
}

/// Where, and by what means.
struct Press<'a> {
    destination: &'a Destination,
    disk: &'a dyn Disk,
}

impl Press<'_> {
    /// Takes the output from what was `listed` as ours to what the plan says.
    fn replace(&self, plan: &Plan, listed: Option<&[u8]>, output: &Output) -> Result<(), Unpublished> {
        let as_it_was = format!("The site in `{}` is as it was.", self.destination.shown());
        let workshop = Workshop::open(self.destination, self.disk).map_err(|trouble| trouble.state(&as_it_was))?;
        if let Err(trouble) = self.prepare(&workshop, plan, listed, output) {
            // What cannot be cleared away now is cleared away by the next build.
            let _ = workshop.close();
            return Err(trouble.state(&as_it_was));
        }
        match carry_out(&plan.journal, &workshop, self.destination, self.disk) {
            Err(Halted { trouble, has_begun: false }) => {
                forget_and_close(workshop);
                Err(trouble.state(&as_it_was))
            }
            Err(Halted { trouble, .. }) => Err(trouble.state(HALF_DONE)),
            Ok(()) => {
                workshop.place_manifest().map_err(|trouble| trouble.state(HALF_DONE))?;
                forget_and_close(workshop);
                Ok(())
            }
        }
    }

    /// Everything that can be done before the first file of the site is touched.
    fn prepare(
        &self,
        workshop: &Workshop,
        plan: &Plan,
        listed: Option<&[u8]>,
        output: &Output,
    ) -> Result<(), Unpublished> {
        // Between reading and getting the workshop another build may have been at work.
        if manifest::file(self.destination)?.as_deref() != listed || Journal::read(self.destination)?.is_some() {
            return Err(workshop.busy());
        }
        check_rights(&plan.journal, self.destination, self.disk)?;
        workshop.stage(output, &plan.journal)?;
        workshop.prepare_manifest(&plan.manifest.text())?;
        workshop.record(JOURNAL, &plan.journal.text())
    }
}

const HALF_DONE: &str = "Every page is whole, but not all of them are new yet: the next build finishes that.";

/// The journal goes first: without it, what is staged means nothing. Whatever fails here is left to the next build.
fn forget_and_close(workshop: Workshop) {
    if workshop.forget(JOURNAL).is_ok() {
        let _ = workshop.close();
    }
}

/// The last gate: the site was assembled with names that work everywhere, and nothing else may leave this room.
fn check_names(output: &Output) -> Result<(), Unpublished> {
    let files = || output.iter().map(|(address, _)| (address, address.as_str()));
    let problem = |(address, label): (&Address, &str)| Some(names::problem(address)?.finding(address, label));
    let mut refusals: Vec<Diagnostic> = files().filter_map(problem).collect();
    refusals.extend(names::collisions(files()).iter().map(names::Collision::finding));
    if refusals.is_empty() { Ok(()) } else { Err(Unpublished::refused(refusals)) }
}
