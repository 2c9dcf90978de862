//! Every touch of the disk in this room.
//!
//! What changes something goes through [`Disk`], so that a test can stop or fail a build at each single step.

#![expect(clippy::disallowed_methods, reason = "`output` is the only writer, and this file is where it writes")]

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The changes a build makes.
pub(super) trait Disk: Sync {
    /// Makes a folder and those above it; one that is there is fine.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that does not exist yet.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Moves a file or folder within one disk, replacing a file of that name at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file or a link, never what a link leads to.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Asks whether files may be made in a folder and taken from it; changes nothing.
    fn may_change(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file nobody else can hold as long as the result lives; `None` when somebody does.
    fn lock(&self, path: &Path) -> io::Result<Option<File>>;
}

/// The real disk.
pub(super) struct LocalDisk;

impl Disk for LocalDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::create_new(path)?.write_all(bytes)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patiently(|| fs::rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        patiently(|| fs::remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    #[cfg(unix)]
    fn may_change(&self, folder: &Path) -> io::Result<()> {
        use rustix::fs::{Access, access};
        // With the point a file that lies there is told to be no folder, and not to be one without rights.
        Ok(access(folder.join("."), Access::WRITE_OK | Access::EXEC_OK)?)
    }

    /// Elsewhere rights hang on each file, and only the attempt tells.
    #[cfg(not(unix))]
    fn may_change(&self, folder: &Path) -> io::Result<()> {
        look(folder).map(drop)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Ok(None),
            // A network drive may know no locks; two builds at once on one are then the owner's own risk.
            Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => Err(error),
            _ => Ok(Some(file)),
        }
    }
}

/// On Windows virus scanners, search and cloud folders open a fresh file for a moment, and meanwhile it can be
/// neither moved nor removed. About a second of trying outlasts them.
fn patiently(attempt: impl Fn() -> io::Result<()>) -> io::Result<()> {
    let mut pause = Duration::from_millis(5);
    let mut result = attempt();
    while result.as_ref().is_err_and(may_pass) && pause < Duration::from_secs(1) {
        std::thread::sleep(pause);
        pause *= 2;
        result = attempt();
    }
    result
}

/// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`; elsewhere nothing is held that way.
fn may_pass(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    File {
        size: u64,
    },
    Folder,
    /// A symbolic link (on Windows also a junction), or something stranger such as a device.
    Link,
}

/// Looks without following a link at the end of the path.
pub(super) fn look(path: &Path) -> io::Result<Found> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_file() => Ok(Found::File { size: about.len() }),
        Ok(about) if about.is_dir() => Ok(Found::Folder),
        Ok(_) => Ok(Found::Link),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Found::Nothing),
        Err(error) => Err(error),
    }
}

/// What the system knows of a file without opening it. On Unix the same look means the same bytes, unless the file was changed in the
/// same moment twice: a copy may bring its old times and length along, but not which file it is, nor when anything about it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Look {
    size: u64,
    /// In seconds and nanoseconds.
    changed: (i64, i64),
    modified: (i64, i64),
    file: u64,
}

/// So long, in nanoseconds, a file must have rested before its look can be trusted: systems count moments in steps of up to ten
/// milliseconds.
const REST: i128 = 11_000_000;
/// The same where moments seem to be counted in whole seconds, or in two.
const LONG_REST: i128 = 2_000_000_000;

impl Look {
    /// Looks at a file; nothing where there is none, or a link, or where the system does not say when a file changed.
    #[cfg(unix)]
    pub(super) fn at(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let about = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
        let changed = (about.ctime(), about.ctime_nsec());
        let modified = (about.mtime(), about.mtime_nsec());
        Some(Look { size: about.len(), changed, modified, file: about.ino() })
    }

    /// Elsewhere no moment of change is known, so that no look is ever sure.
    #[cfg(not(unix))]
    pub(super) fn at(path: &Path) -> Option<Self> {
        let about = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
        let modified = about.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
        let modified = (i64::try_from(modified.as_secs()).ok()?, i64::from(modified.subsec_nanos()));
        Some(Look { size: about.len(), changed: (0, 0), modified, file: 0 })
    }

    /// Whether the file had rested before another was last changed, so that a change after that shows.
    pub(super) fn had_rested(self, before: Look) -> bool {
        let moment = |(seconds, parts): (i64, i64)| i128::from(seconds) * 1_000_000_000 + i128::from(parts);
        let rest = if self.changed.1 == 0 { LONG_REST } else { REST };
        cfg!(unix) && moment(self.changed) + rest < moment(before.changed)
    }

    /// Length in bytes.
    pub(super) fn size(self) -> u64 {
        self.size
    }
}

/// The names in a folder, sorted.
pub(super) fn list(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// A file's bytes; `None` when there is no such file, or a link in its place.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match look(path)? {
        Found::File { .. } => fs::read(path).map(Some),
        _ => Ok(None),
    }
}

/// A file to be read in pieces.
pub(super) fn open(path: &Path) -> io::Result<impl Read> {
    File::open(path)
}

/// The path without links, `.` and `..`; fails when it does not exist.
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// Whether two paths name one file: on most Windows and macOS disks `Prices.html` and `prices.html` do.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    same_file::is_same_file(one, other).unwrap_or(false)
}
