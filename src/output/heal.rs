//! After a build that was killed: finish what it had begun, or clear away what it had only prepared.
//!
//! With a journal everything was staged, so the steps that are open are done now. A file that somebody has touched
//! since, and a staged file that did not survive a power cut whole, are left out; the build that follows sees to them.
//! Without a journal nothing had begun, and the staged files are cleared away.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use super::disk::{self, Disk, Found};
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Move};
use super::manifest::Manifest;
use super::steps::{Halted, carry_out};
use super::survey::{Ground, Survey, gives_way};
use super::trouble::{Doing, Unpublished};
use super::workshop::{Workshop, has_leftovers};
use super::{Destination, JOURNAL, MANIFEST};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, codes};

/// Puts the output in order. Gives a notice if a build had been interrupted half way.
pub(super) fn heal(destination: &Destination, disk: &dyn Disk) -> Result<Option<Diagnostic>, Unpublished> {
    let journal = Journal::read(destination)?;
    if journal.is_none() && !has_leftovers(destination)? {
        return Ok(None);
    }
    let workshop = Workshop::open(destination, disk)?;
    // Read again: until the workshop was ours, the build it belongs to may have been running.
    let journal = Journal::read(destination)?;
    if let Some(journal) = &journal {
        finish(journal, &workshop, destination, disk)?;
    }
    workshop.close()?;
    Ok(journal.map(|_| notice(destination)))
}

fn finish(
    journal: &Journal,
    workshop: &Workshop,
    destination: &Destination,
    disk: &dyn Disk,
) -> Result<(), Unpublished> {
    let ours = Manifest::read(destination)?;
    let wreck = Wreck { destination, workshop };
    let open = wreck.open_steps(journal, disk)?;
    carry_out(&open, workshop, destination, disk).map_err(|Halted { trouble, .. }| {
        trouble.state("An earlier build was interrupted; the next one tries again to finish it.")
    })?;
    let manifest = wreck.settled(journal, ours)?;
    workshop.record(MANIFEST, &manifest.text())?;
    workshop.forget(JOURNAL)
}

/// The output as a killed build left it.
struct Wreck<'a> {
    destination: &'a Destination,
    workshop: &'a Workshop<'a>,
}

impl Wreck<'_> {
    /// The part of the journal that is still to be done and still harms nobody.
    fn open_steps(&self, journal: &Journal, disk: &dyn Disk) -> Result<Journal, Unpublished> {
        let cleared = self.still_ours(&journal.cleared)?;
        let leaving = cleared.keys().cloned().collect();
        let mut open = Journal { cleared, ..Journal::default() };
        for (address, step) in &journal.moved {
            if self.is_open(address, *step, &leaving)? {
                open.moved.insert(address.clone(), *step);
            } else {
                // It would otherwise come along when its folder is moved.
                self.discard(address, disk)?;
            }
        }
        open.removed = self.still_ours(&journal.removed)?;
        Ok(open)
    }

    /// Those that are ours or gone already: of the latter the folder may still be there, empty.
    fn still_ours(
        &self,
        files: &BTreeMap<Address, Fingerprint>,
    ) -> Result<BTreeMap<Address, Fingerprint>, Unpublished> {
        let mut ours = BTreeMap::new();
        for (address, fingerprint) in files {
            if matches!(self.there(address)?, State::Free) || self.there(address)? == State::Known(*fingerprint) {
                ours.insert(address.clone(), *fingerprint);
            }
        }
        Ok(ours)
    }

    /// Staged whole, and its place is free, or is made free first, or holds our file that it replaces.
    fn is_open(&self, address: &Address, step: Move, leaving: &BTreeSet<Address>) -> Result<bool, Unpublished> {
        let staged = self.workshop.staged(address.as_str());
        if self.fingerprint(address, &staged)? != Some(step.after) {
            return Ok(false);
        }
        Ok(match self.there(address)? {
            State::Free => true,
            State::Known(found) => Some(found) == step.before,
            State::File(path) => leaving.contains(&Address::new(&path)),
            State::Folder => gives_way(self.destination, address.as_str(), leaving)?,
            State::Link => false,
        })
    }

    fn discard(&self, address: &Address, disk: &dyn Disk) -> Result<(), Unpublished> {
        let staged = self.workshop.staged(address.as_str());
        let failed = |error| Unpublished::io(Doing::Remove, self.destination.name(address.as_str()), &error);
        match disk::look(&staged) {
            Ok(Found::File { .. }) => disk.remove_file(&staged).map_err(failed),
            _ => Ok(()),
        }
    }

    /// What is ours now, judged by what really lies there.
    fn settled(&self, journal: &Journal, mut ours: Manifest) -> Result<Manifest, Unpublished> {
        for address in journal.cleared.keys().chain(journal.removed.keys()) {
            if !matches!(self.there(address)?, State::Known(_)) {
                ours.files.remove(address);
            }
        }
        for (address, step) in &journal.moved {
            if self.there(address)? == State::Known(step.after) {
                ours.files.insert(address.clone(), step.after);
            }
        }
        Ok(ours)
    }

    fn there(&self, address: &Address) -> Result<State, Unpublished> {
        let survey = Survey::take(self.destination, std::iter::once(address))?;
        match survey.obstacle(address) {
            Some((_, Ground::Link)) => return Ok(State::Link),
            Some((file, _)) => return Ok(State::File(file.to_owned())),
            None => {}
        }
        if !survey.is_folder(address.folder()) {
            return Ok(State::Free);
        }
        let path = self.destination.path(address.as_str());
        match disk::look(&path).map_err(|error| self.failed(address, &error))? {
            Found::Nothing => Ok(State::Free),
            Found::File { .. } => {
                Fingerprint::of_file(&path).map(State::Known).map_err(|error| self.failed(address, &error))
            }
            Found::Folder => Ok(State::Folder),
            Found::Link => Ok(State::Link),
        }
    }

    fn fingerprint(&self, address: &Address, file: &Path) -> Result<Option<Fingerprint>, Unpublished> {
        let is_file = matches!(disk::look(file), Ok(Found::File { .. }));
        let fingerprint = is_file.then(|| Fingerprint::of_file(file)).transpose();
        fingerprint.map_err(|error| self.failed(address, &error))
    }

    fn failed(&self, address: &Address, error: &io::Error) -> Unpublished {
        Unpublished::io(Doing::Read, self.destination.name(address.as_str()), error)
    }
}

/// What lies at an address.
#[derive(PartialEq, Eq)]
enum State {
    Free,
    Known(Fingerprint),
    /// By a folder.
    Folder,
    /// By this file, which lies where a folder has to be.
    File(String),
    /// By a link, which is never passed through.
    Link,
}

fn notice(destination: &Destination) -> Diagnostic {
    let message =
        format!("An earlier build into `{}` was interrupted; it was put in order first.", destination.shown());
    Diagnostic::new(&codes::output::HEALED, message)
}
