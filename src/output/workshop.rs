//! The staging folder: where changed files are written whole before any of them takes its place.
//!
//! It lies inside the output, so that a move from it stays within one disk. Its lock keeps two builds apart; a lock
//! file that nobody holds is what a killed build left behind.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{self, Disk, Found};
use super::journal::Journal;
use super::trouble::{Doing, Unpublished};
use super::{Destination, MANIFEST, STAGING};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, codes};
use crate::render::{Content, Output};

/// Held while a build runs.
const LOCK: &str = "lock";
/// Staged files, in folders as they will lie in the output.
const NEW: &str = "new";
/// A manifest or journal that is being written.
const RECORD: &str = "record";
/// The manifest as it will be, written while nothing has been touched: at the end a full disk may have no room for it.
const LIST: &str = "list";

/// A staging folder that nobody else works in.
pub(super) struct Workshop<'a> {
    destination: &'a Destination,
    disk: &'a dyn Disk,
    folder: PathBuf,
    lock: File,
}

impl<'a> Workshop<'a> {
    /// Makes the folder, or takes over what a killed build left.
    pub(super) fn open(destination: &'a Destination, disk: &'a dyn Disk) -> Result<Self, Unpublished> {
        let folder = destination.root().join(STAGING);
        // An owner knows the output folder, and not the one inside it.
        let failed = |error| Unpublished::io(Doing::Change, destination.shown(), &error);
        if is_foreign(&folder).map_err(failed)? {
            return Err(Unpublished::refused([foreign(destination)]));
        }
        disk.create_folder(&folder).map_err(failed)?;
        match disk.lock(&folder.join(LOCK)) {
            Ok(Some(lock)) => Ok(Workshop { destination, disk, folder, lock }),
            Ok(None) => Err(busy(destination)),
            Err(error) => {
                let _ = disk.remove_folder(&folder);
                Err(failed(error))
            }
        }
    }

    /// Where the file or folder at `address` is staged.
    pub(super) fn staged(&self, address: &str) -> PathBuf {
        let mut path = self.folder.join(NEW);
        path.extend(address.split('/'));
        path
    }

    /// The trouble of having met another build.
    pub(super) fn busy(&self) -> Unpublished {
        busy(self.destination)
    }

    /// Writes every file the journal is going to move.
    pub(super) fn stage(&self, output: &Output, journal: &Journal) -> Result<(), Unpublished> {
        let folders: BTreeSet<&str> = journal.moved.keys().map(Address::folder).collect();
        for folder in folders {
            self.disk.create_folder(&self.staged(folder)).map_err(|error| self.failed(folder, &error))?;
        }
        let files: Vec<_> = journal.moved.keys().filter_map(|address| Some((address, output.get(address)?))).collect();
        files.par_iter().try_for_each(|(address, content)| {
            self.write(address, content).map_err(|error| self.failed(address.as_str(), &error))
        })
    }

    /// Puts one of our own records in place, at once.
    pub(super) fn record(&self, name: &str, text: &str) -> Result<(), Unpublished> {
        let draft = self.folder.join(RECORD);
        // A killed build may have left half of one.
        let written = clear(self.disk, &draft).and_then(|()| self.disk.write(&draft, text.as_bytes()));
        let placed = written.and_then(|()| self.disk.rename(&draft, &self.destination.root().join(name)));
        placed.map_err(|error| self.failed(name, &error))
    }

    /// Writes the manifest that is to be put in place at the end.
    pub(super) fn prepare_manifest(&self, text: &str) -> Result<(), Unpublished> {
        let written = self.disk.write(&self.folder.join(LIST), text.as_bytes());
        written.map_err(|error| self.failed(MANIFEST, &error))
    }

    /// Puts the prepared manifest in place, at once.
    pub(super) fn place_manifest(&self) -> Result<(), Unpublished> {
        let placed = self.disk.rename(&self.folder.join(LIST), &self.destination.root().join(MANIFEST));
        placed.map_err(|error| self.failed(MANIFEST, &error))
    }

    /// Removes one of our own records.
    pub(super) fn forget(&self, name: &str) -> Result<(), Unpublished> {
        let removed = self.disk.remove_file(&self.destination.root().join(name));
        removed.map_err(|error| Unpublished::io(Doing::Remove, self.destination.name(name), &error))
    }

    /// Clears the folder away with all that is still staged.
    pub(super) fn close(self) -> Result<(), Unpublished> {
        let Workshop { destination, disk, folder, lock } = self;
        let closed = clear(disk, &folder.join(NEW))
            .and_then(|()| clear(disk, &folder.join(RECORD)))
            .and_then(|()| clear(disk, &folder.join(LIST)))
            .and_then(|()| {
                // Windows keeps the name of an open file, so it is let go first.
                drop(lock);
                disk.remove_file(&folder.join(LOCK))
            })
            .and_then(|()| disk.remove_folder(&folder));
        closed.map_err(|error| Unpublished::io(Doing::Remove, destination.name(STAGING), &error))
    }

    fn write(&self, address: &Address, content: &Content) -> io::Result<()> {
        let path = self.staged(address.as_str());
        match content.segments() {
            [all] => self.disk.write(&path, all.bytes()),
            _ => self.disk.write(&path, &content.joined()),
        }
    }

    fn failed(&self, address: &str, error: &io::Error) -> Unpublished {
        Unpublished::io(Doing::Write, self.destination.name(address), error)
    }
}

/// Whether a build left something behind that has not been cleared away.
pub(super) fn has_leftovers(destination: &Destination) -> Result<bool, Unpublished> {
    let found = disk::look(&destination.root().join(STAGING));
    let found = found.map_err(|error| Unpublished::io(Doing::Read, destination.name(STAGING), &error))?;
    Ok(found != Found::Nothing)
}

/// A staging folder of ours has a lock in it before anything else.
fn is_foreign(folder: &Path) -> io::Result<bool> {
    match disk::look(folder)? {
        Found::Nothing => Ok(false),
        Found::Folder => {
            let names = disk::list(folder)?;
            Ok(!names.is_empty() && !names.iter().any(|name| name == LOCK))
        }
        Found::File { .. } | Found::Link => Ok(true),
    }
}

/// Removes what is staged; a link is removed, not followed.
fn clear(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    match disk::look(path)? {
        Found::Nothing => Ok(()),
        Found::File { .. } | Found::Link => disk.remove_file(path),
        Found::Folder => {
            for name in disk::list(path)? {
                clear(disk, &path.join(name))?;
            }
            disk.remove_folder(path)
        }
    }
}

fn foreign(destination: &Destination) -> Diagnostic {
    let message = format!("`{}` is not ours, and we need that name to prepare new pages.", destination.name(STAGING));
    Diagnostic::new(&codes::output::FOREIGN_FILE, message).help("Move it away, then build again. Nothing was changed.")
}

/// The trouble of having met another build.
pub(super) fn busy(destination: &Destination) -> Unpublished {
    let message = format!("Another build is writing into `{}` at this moment.", destination.shown());
    let finding = Diagnostic::new(&codes::output::BUSY, message).help("Wait until it is done, then build again.");
    Unpublished::outside(finding)
}
