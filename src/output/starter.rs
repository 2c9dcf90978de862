//! A new site's files, into a folder that holds nothing yet.

use std::path::Path;

use super::disk::{self, Found};
use super::trouble::{Doing, Unpublished};
use crate::diagnostic::{Diagnostic, codes};

/// Writes the files of a new site and says how many. Never writes into a folder that holds anything.
///
/// # Errors
/// When the folder holds something, is a file, or cannot be written.
pub fn write(files: &[(String, Vec<u8>)], folder: &Path) -> Result<usize, Box<Diagnostic>> {
    let shown = folder.display().to_string();
    check_empty(folder, &shown)?;
    for (path, bytes) in files {
        let place = folder.join(path);
        write_one(&place, bytes).map_err(|error| first(&Unpublished::io(Doing::Write, place.display(), &error)))?;
    }
    Ok(files.len())
}

fn check_empty(folder: &Path, shown: &str) -> Result<(), Box<Diagnostic>> {
    let failed = |error| first(&Unpublished::io(Doing::Read, shown, &error));
    let is_empty = match disk::look(folder).map_err(failed)? {
        Found::Nothing => true,
        Found::Folder => disk::list(folder).map_err(failed)?.is_empty(),
        Found::File { .. } | Found::Link => false,
    };
    if is_empty {
        return Ok(());
    }
    let message = format!("`{shown}` is not empty, and a new site is never written over something else.");
    let help = "Name a folder that is not there yet: `welcomemat new my-business`.";
    Err(Box::new(Diagnostic::new(&codes::output::FOREIGN_FOLDER, message).help(help)))
}

#[expect(clippy::disallowed_methods, reason = "`output` is the writer")]
fn write_one(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = place.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(place, bytes)
}

pub(super) fn first(unpublished: &Unpublished) -> Box<Diagnostic> {
    let finding = unpublished.findings.iter().next().cloned();
    Box::new(finding.unwrap_or_else(|| Diagnostic::new(&codes::output::FOREIGN_FOLDER, "Nothing was written.")))
}
