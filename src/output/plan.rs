//! What a publish is going to do: the difference between what is wanted, what is there, and what is ours.
//!
//! A file on the disk is ours only if the manifest lists it *and* its bytes still have the listed fingerprint.
//! A foreign file with the very bytes we would write is adopted: replacing it would change nothing.

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use super::Destination;
use super::disk::{self, Found};
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Move};
use super::manifest::Manifest;
use super::refusal::{changed, foreign, kept, linked};
use super::stale::Stale;
use super::survey::{Ground, Survey, gives_way};
use super::trouble::{Doing, Unpublished};
use super::workshop::busy;
use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::render::{Content, Output};

/// The steps and what will be true after them.
pub(super) struct Plan {
    /// The steps.
    pub(super) journal: Journal,
    /// What will be ours.
    pub(super) manifest: Manifest,
    /// Files that are right as they are.
    pub(super) unchanged: usize,
    /// Files that are going to be removed.
    pub(super) removed: usize,
    /// Warnings about files that are left behind.
    pub(super) kept: Vec<Diagnostic>,
}

impl Plan {
    /// Compares; changes nothing.
    ///
    /// # Errors
    /// With a finding for each file that is in the way and not ours.
    pub(super) fn draw(output: &Output, destination: &Destination, ours: &Manifest) -> Result<Self, Unpublished> {
        let survey = Survey::take(destination, output.iter().map(|(address, _)| address).chain(ours.files.keys()))?;
        let stale = Stale::find(output, ours, destination, &survey)?;
        let judge = Judge { destination, ours, survey: &survey, stale: &stale };
        let files: Vec<(&Address, &Content)> = output.iter().collect();
        let verdicts: Vec<Verdict> =
            files.par_iter().map(|(address, content)| judge.verdict(address, content)).collect::<Result<_, _>>()?;
        let addresses = files.into_iter().map(|(address, _)| address);
        Plan::new(addresses.zip(verdicts), stale, destination)
    }

    fn new<'a>(
        verdicts: impl Iterator<Item = (&'a Address, Verdict)>,
        stale: Stale,
        destination: &Destination,
    ) -> Result<Self, Unpublished> {
        let in_the_way = stale.changed_in_the_way.iter();
        let mut refusals: Vec<Diagnostic> = in_the_way.map(|address| changed(destination, address)).collect();
        let mut plan = Plan {
            removed: stale.cleared.len() + stale.removed.len() - stale.gone,
            kept: stale.changed.iter().map(|address| kept(destination, address)).collect(),
            journal: Journal { cleared: stale.cleared, moved: BTreeMap::new(), removed: stale.removed },
            manifest: Manifest::default(),
            unchanged: 0,
        };
        for (address, verdict) in verdicts {
            let fingerprint = match verdict {
                Verdict::Right(fingerprint) => {
                    plan.unchanged += 1;
                    fingerprint
                }
                Verdict::Write(step) => {
                    plan.journal.moved.insert(address.clone(), step);
                    step.after
                }
                Verdict::Refuse(finding) => {
                    refusals.push(finding);
                    continue;
                }
            };
            plan.manifest.files.insert(address.clone(), fingerprint);
        }
        if refusals.is_empty() { Ok(plan) } else { Err(Unpublished::refused(refusals)) }
    }
}

/// What is to become of one wanted file.
enum Verdict {
    Right(Fingerprint),
    Write(Move),
    Refuse(Diagnostic),
}

/// All that is needed to judge a wanted file.
struct Judge<'a> {
    destination: &'a Destination,
    ours: &'a Manifest,
    survey: &'a Survey<'a>,
    stale: &'a Stale<'a>,
}

impl Judge<'_> {
    fn verdict(&self, address: &Address, content: &Content) -> Result<Verdict, Unpublished> {
        let after = Fingerprint::of_content(content);
        if content.as_it_stands().is_some() {
            return self.standing(address, after);
        }
        if let Some((folder, ground)) = self.survey.obstacle(address) {
            return Ok(self.blocked(folder, ground).map_or(write(None, after), Verdict::Refuse));
        }
        if !self.survey.is_folder(address.folder()) {
            return Ok(write(None, after));
        }
        let failed = |error| Unpublished::io(Doing::Read, self.destination.name(address.as_str()), &error);
        match disk::look(&self.destination.path(address.as_str())).map_err(failed)? {
            Found::Nothing => Ok(write(None, after)),
            Found::File { size } => self.file(address, (content, after), size).map_err(failed),
            Found::Folder if gives_way(self.destination, address.as_str(), &self.stale.in_the_way)? => {
                Ok(write(None, after))
            }
            Found::Folder => Ok(Verdict::Refuse(foreign(self.destination, address.as_str(), "folder"))),
            Found::Link => Ok(Verdict::Refuse(linked(self.destination, address.as_str()))),
        }
    }

    /// A page that was found as an earlier build left it a moment ago. Its bytes are not at hand, so all must be as it was then.
    fn standing(&self, address: &Address, after: Fingerprint) -> Result<Verdict, Unpublished> {
        let is_ours = self.ours.files.get(address) == Some(&after);
        let is_there = is_ours && self.survey.obstacle(address).is_none() && self.survey.is_folder(address.folder());
        if is_there { Ok(Verdict::Right(after)) } else { Err(busy(self.destination)) }
    }

    /// A link is always in the way; a file only if it is none that is going to be cleared.
    fn blocked(&self, folder: &str, ground: Ground) -> Option<Diagnostic> {
        if ground == Ground::Link {
            return Some(linked(self.destination, folder));
        }
        let goes = self.stale.in_the_way.contains(&Address::new(folder));
        (!goes).then(|| foreign(self.destination, folder, "file"))
    }

    fn file(&self, address: &Address, (content, after): (&Content, Fingerprint), size: u64) -> io::Result<Verdict> {
        let twin = self.stale.twins.get(address);
        let before = self.ours.files.get(address).or(twin).copied();
        let path = self.destination.path(address.as_str());
        let found = if size == after.size() {
            Some(Fingerprint::of_file_like(&path, content, after)?)
        } else if before.is_some_and(|before| before.size() == size) {
            Some(Fingerprint::of_file(&path)?)
        } else {
            None
        };
        Ok(match before {
            // What looks right may be the twin itself, which is about to be cleared.
            _ if found == Some(after) && twin.is_none() => Verdict::Right(after),
            _ if found == Some(after) => write(before, after),
            Some(_) if found == before => write(before, after),
            Some(_) => Verdict::Refuse(changed(self.destination, address)),
            None => Verdict::Refuse(foreign(self.destination, address.as_str(), "file")),
        })
    }
}

fn write(before: Option<Fingerprint>, after: Fingerprint) -> Verdict {
    Verdict::Write(Move { before, after })
}
