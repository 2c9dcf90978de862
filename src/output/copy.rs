//! Files laid beside an owner's own, to be changed by them: nothing that is there is ever replaced.

use std::path::{Path, PathBuf};

use super::disk::{self, Disk, Found, LocalDisk};
use super::starter::first;
use super::trouble::{Doing, Unpublished};
use crate::diagnostic::Diagnostic;

/// Why nothing was copied.
#[derive(Debug)]
pub enum Uncopied {
    /// These places are taken, by something else than what was to be copied.
    InTheWay(Vec<PathBuf>),
    /// The disk refused.
    Refused(Box<Diagnostic>),
}

/// Writes files below a folder, and gives the places written. A file that is there already, byte for byte, is left as it is.
///
/// # Errors
/// When anything else lies at one of the places, before a single file is written; or when the disk refuses.
pub fn beside<'b>(files: &[(&str, &'b [u8])], folder: &Path) -> Result<Vec<PathBuf>, Uncopied> {
    let mut missing: Vec<(PathBuf, &'b [u8])> = Vec::new();
    let mut taken = Vec::new();
    for (place, bytes) in files {
        let path = folder.join(place);
        match state(&path, bytes).map_err(|error| refused(Doing::Read, &path, &error))? {
            State::Free => missing.push((path, bytes)),
            State::Same => {}
            State::Taken => taken.push(path),
        }
    }
    if !taken.is_empty() {
        return Err(Uncopied::InTheWay(taken));
    }
    for (path, bytes) in &missing {
        write(path, bytes).map_err(|error| refused(Doing::Write, path, &error))?;
    }
    Ok(missing.into_iter().map(|(path, _)| path).collect())
}

enum State {
    Free,
    Same,
    Taken,
}

fn state(path: &Path, bytes: &[u8]) -> std::io::Result<State> {
    Ok(match disk::look(path)? {
        Found::Nothing => State::Free,
        Found::File { .. } if disk::read(path)?.as_deref() == Some(bytes) => State::Same,
        Found::File { .. } | Found::Folder | Found::Link => State::Taken,
    })
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let disk = LocalDisk;
    path.parent().map_or(Ok(()), |folder| disk.create_folder(folder))?;
    disk.write(path, bytes)
}

fn refused(doing: Doing, path: &Path, error: &std::io::Error) -> Uncopied {
    Uncopied::Refused(first(&Unpublished::io(doing, path.display(), error)))
}

/// Whether anything lies at a place, or might: a disk that does not say counts as yes.
#[must_use]
pub fn is_taken(place: &Path) -> bool {
    !matches!(disk::look(place), Ok(Found::Nothing))
}
