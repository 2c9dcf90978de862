//! The steps of a journal: clear the way, move files in, remove stale ones. Each is one change that is whole or not done.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};

use super::disk::{self, Disk, Found};
use super::journal::Journal;
use super::trouble::{Doing, Unpublished};
use super::workshop::Workshop;
use super::{Destination, names};
use crate::address::Address;

/// The steps could not all be done.
pub(super) struct Halted {
    /// Why.
    pub(super) trouble: Unpublished,
    /// Whether anything was changed before.
    pub(super) has_begun: bool,
}

/// Does what the journal says, in its order.
pub(super) fn carry_out(
    journal: &Journal,
    workshop: &Workshop,
    destination: &Destination,
    disk: &dyn Disk,
) -> Result<(), Halted> {
    let mut steps = Steps { workshop, destination, disk, folders: BTreeSet::new(), moved: None, has_begun: false };
    let done = steps.all(journal);
    done.map_err(|trouble| Halted { trouble, has_begun: steps.has_begun })
}

/// Asks whether every folder that is going to change may be changed, so that no build stops half way for want of a right.
pub(super) fn check_rights(journal: &Journal, destination: &Destination, disk: &dyn Disk) -> Result<(), Unpublished> {
    let addresses = journal.cleared.keys().chain(journal.moved.keys()).chain(journal.removed.keys());
    let folders: BTreeSet<&str> = addresses.map(Address::folder).collect();
    for folder in folders {
        let (folder, asked) = ask(folder, destination, disk);
        asked.map_err(|error| Unpublished::io(Doing::Change, destination.name(folder), &error))?;
    }
    Ok(())
}

/// Asks for a folder, or, where it is still to be made, for the first one above it that is there.
fn ask<'f>(folder: &'f str, destination: &Destination, disk: &dyn Disk) -> (&'f str, io::Result<()>) {
    let mut here = folder;
    while !here.is_empty() {
        match disk.may_change(&destination.path(here)) {
            // A file lies there that is going to be cleared.
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            asked => return (here, asked),
        }
        here = here.rsplit_once('/').map_or("", |(above, _)| above);
    }
    (here, disk.may_change(destination.root()))
}

struct Steps<'a> {
    workshop: &'a Workshop<'a>,
    destination: &'a Destination,
    disk: &'a dyn Disk,
    /// Folders known to be there.
    folders: BTreeSet<&'a str>,
    /// The folder that was last moved in with all that is staged in it, with a `/` behind it.
    moved: Option<String>,
    has_begun: bool,
}

impl<'a> Steps<'a> {
    fn all(&mut self, journal: &'a Journal) -> Result<(), Unpublished> {
        self.remove(journal.cleared.keys())?;
        for address in journal.moved.keys() {
            self.move_in(address.as_str())?;
        }
        self.remove(journal.removed.keys())
    }

    /// Removes files, then the folders they leave empty. A folder with anything in it stays: the disk refuses.
    fn remove(&mut self, addresses: impl Iterator<Item = &'a Address>) -> Result<(), Unpublished> {
        let mut folders = BTreeSet::new();
        for address in addresses {
            match self.disk.remove_file(&self.destination.path(address.as_str())) {
                Ok(()) => self.has_begun = true,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(self.failed(Doing::Remove, address.as_str(), &error)),
            }
            folders.extend(names::ancestors(address.as_str()));
        }
        for folder in folders.into_iter().rev() {
            let _ = self.disk.remove_folder(&self.destination.path(folder));
        }
        Ok(())
    }

    /// Moves a staged file to its place. Where its folder is missing the whole staged folder is moved, which
    /// takes one step for a thousand pages; what else is staged in it is then in place, too.
    fn move_in(&mut self, address: &'a str) -> Result<(), Unpublished> {
        if self.moved.as_ref().is_some_and(|folder| address.starts_with(folder)) {
            return Ok(());
        }
        for folder in names::ancestors(address) {
            if self.folders.contains(folder) {
                continue;
            }
            let found = disk::look(&self.destination.path(folder));
            if found.map_err(|error| self.failed(Doing::Read, folder, &error))? == Found::Nothing {
                self.moved = Some(format!("{folder}/"));
                return self.rename(folder);
            }
            self.folders.insert(folder);
        }
        self.rename(address)
    }

    fn rename(&mut self, path: &str) -> Result<(), Unpublished> {
        let renamed = self.disk.rename(&self.workshop.staged(path), &self.destination.path(path));
        renamed.map_err(|error| self.failed(Doing::Write, path, &error))?;
        self.has_begun = true;
        Ok(())
    }

    fn failed(&self, doing: Doing, path: &str, error: &io::Error) -> Unpublished {
        Unpublished::io(doing, self.destination.name(path), error)
    }
}
