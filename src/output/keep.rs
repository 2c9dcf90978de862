//! What takes long to make and would be made again by the next build, in a folder of its own inside the site's.
//!
//! Nothing hangs on it: without it everything is made anew, so whatever goes wrong here is passed over in silence. Only files that begin
//! as ours do are ever removed, and no link is followed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::{self, Disk, Found, LocalDisk, Look};
use crate::source::KEPT;

/// How every file of ours begins.
const OURS: &[u8] = b"welcomemat ";
/// What the name of a file ends with that is being written.
const DRAFT: &str = ".new";
/// Keeps what is in the folder out of the owner's history.
const IGNORE: (&str, &[u8]) = (".gitignore", b"*\n");

/// What is to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keepsakes {
    /// Names in use: hashes in letters and digits.
    pub wanted: BTreeSet<String>,
    /// What is new, by name.
    pub new: Vec<(String, Vec<u8>)>,
}

/// Stores what is new below the site's folder, and removes what is no longer in use.
pub fn settle(root: &Path, keepsakes: &Keepsakes) {
    if keepsakes.new.is_empty() && disk::look(&root.join(KEPT)).ok() != Some(Found::Folder) {
        return;
    }
    let Some(folder) = open(root) else { return };
    for (name, bytes) in &keepsakes.new {
        store(&folder, name, bytes);
    }
    for name in disk::list(&folder).unwrap_or_default() {
        let is_unwanted = name.to_str().is_some_and(|name| is_our_name(name) && !keepsakes.wanted.contains(name));
        let path = folder.join(&name);
        if is_unwanted && is_ours(&path) {
            LocalDisk.remove_file(&path).ok();
        }
    }
}

/// Stores one file of ours under a name of its own, in place of an older one.
pub fn keep(root: &Path, name: &str, bytes: &[u8]) {
    let Some(folder) = open(root) else { return };
    let place = folder.join(name);
    if disk::look(&place).ok() == Some(Found::Nothing) || is_ours(&place) {
        store(&folder, name, bytes);
    }
}

/// The bytes of one file of ours that [`keep`] stored.
pub(super) fn kept(root: &Path, name: &str) -> Option<Vec<u8>> {
    if is_safe(root) { disk::read(&root.join(KEPT).join(name)).ok().flatten() } else { None }
}

/// What the disk takes for this moment: when a draft of the file is begun that [`keep`] is going to store.
pub(super) fn moment(root: &Path, name: &str) -> Option<Look> {
    let draft = open(root)?.join(format!("{name}{DRAFT}"));
    if is_ours(&draft) {
        LocalDisk.remove_file(&draft).ok();
    }
    LocalDisk.write(&draft, b"").ok()?;
    Look::at(&draft)
}

/// The folder, made if need be.
fn open(root: &Path) -> Option<PathBuf> {
    let folder = root.join(KEPT);
    if !is_safe(root) || LocalDisk.create_folder(&folder).is_err() {
        return None;
    }
    if disk::look(&folder.join(IGNORE.0)).ok() == Some(Found::Nothing) {
        LocalDisk.write(&folder.join(IGNORE.0), IGNORE.1).ok();
    }
    Some(folder)
}

/// Whether the folder, as far as it is there, is one and no link to elsewhere.
fn is_safe(root: &Path) -> bool {
    let mut path = root.to_owned();
    KEPT.split('/').all(|part| {
        path.push(part);
        matches!(disk::look(&path), Ok(Found::Folder | Found::Nothing))
    })
}

/// Written beside its place and moved in, so that nobody ever reads half of it.
fn store(folder: &Path, name: &str, bytes: &[u8]) {
    let draft = folder.join(format!("{name}{DRAFT}"));
    // A killed build may have left one.
    if is_ours(&draft) {
        LocalDisk.remove_file(&draft).ok();
    }
    if LocalDisk.write(&draft, bytes).is_ok() {
        LocalDisk.rename(&draft, &folder.join(name)).ok();
    }
}

/// A hash in letters and digits, or a draft of one.
fn is_our_name(name: &str) -> bool {
    let hash = name.strip_suffix(DRAFT).unwrap_or(name);
    hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_ours(path: &Path) -> bool {
    use std::io::Read as _;
    let Ok(Found::File { .. }) = disk::look(path) else { return false };
    let mut start = Vec::new();
    let read = disk::open(path).and_then(|file| file.take(OURS.len() as u64).read_to_end(&mut start));
    // Half a draft of ours may be shorter than its beginning.
    read.is_ok() && OURS.starts_with(&start)
}
