//! `check --fix`: the only place where a file of the owner's is changed, after a copy of it was laid aside.

use std::path::{Path, PathBuf};

use super::disk::{Disk, LocalDisk};
use super::trouble::{Doing, Unpublished};
use crate::diagnostic::Diagnostic;

/// A file of the owner's, as it is and as it shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Below the site's folder, with `/`.
    pub path: String,
    /// The bytes that were read.
    pub before: Vec<u8>,
    /// The bytes wanted.
    pub after: Vec<u8>,
}

/// Where copies are laid aside, below the site's folder. Its name begins with a dot, so it is never taken for content.
pub const ASIDE: &str = ".welcomemat-backup";

/// Most sets of copies that are kept apart; nobody mends a site so often.
const MOST_SETS: u32 = 10_000;

/// Lays a copy of every file aside, then writes the new bytes; each file is at every moment wholly old or wholly new.
///
/// Gives the folder with the copies.
///
/// # Errors
/// When a copy or a file can't be written. Files that were not reached yet are as they were.
pub fn mend(site: &Path, files: &[Mended]) -> Result<PathBuf, Box<Diagnostic>> {
    let disk = LocalDisk;
    let aside = free(&site.join(ASIDE));
    for file in files {
        write(&disk, &aside.join(&file.path), &file.before)?;
    }
    for file in files {
        let place = site.join(&file.path);
        let next = aside.join(format!("{}.new", file.path));
        write(&disk, &next, &file.after)?;
        disk.rename(&next, &place).map_err(|error| first(&Unpublished::io(Doing::Write, place.display(), &error)))?;
    }
    Ok(aside)
}

/// The first numbered folder that is not there yet.
fn free(top: &Path) -> PathBuf {
    let sets = (1..MOST_SETS).map(|number| top.join(number.to_string()));
    let is_free = |folder: &PathBuf| matches!(super::disk::look(folder), Ok(super::disk::Found::Nothing));
    sets.into_iter().find(is_free).unwrap_or_else(|| top.join("last"))
}

fn write(disk: &LocalDisk, place: &Path, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    let made = place.parent().map_or(Ok(()), |folder| disk.create_folder(folder));
    made.and_then(|()| disk.write(place, bytes))
        .map_err(|error| first(&Unpublished::io(Doing::Write, place.display(), &error)))
}

fn first(unpublished: &Unpublished) -> Box<Diagnostic> {
    super::starter::first(unpublished)
}
