//! The outside world as a small trait: list files, read a file. On disk for real, in memory for tests.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::address::SourcePath;

/// What a walk over a folder found.
#[derive(Debug, Default)]
pub struct Walked {
    /// Files that can be read, sorted by path.
    pub files: Vec<SourcePath>,
    /// Places that could not be walked or are not followed.
    pub troubles: Vec<Trouble>,
}

/// A place in the folder that is left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The system would not let us look.
    Unreadable {
        /// The place, as well as it can be shown.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// A link that leads nowhere, or in a circle.
    DeadLink {
        /// The link.
        path: String,
    },
    /// A link that leads out of the project.
    LeadsAway {
        /// The link.
        path: String,
    },
    /// A name that is not readable text, so that no address can be made of it.
    OddName {
        /// The name with `�` for what cannot be shown.
        path: String,
    },
}

/// A file that may be too large to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Within {
    /// It is not: its bytes.
    Whole(Vec<u8>),
    /// It is: its length in bytes.
    TooLarge(u64),
}

/// Where files come from.
pub trait Files: Sync {
    /// All files below `folder` (`""` for the top), in a fixed order, without what is passed over: dot files and folders, and at the
    /// top of a handbook `public/`, `staff/` and `themes/`.
    fn walk(&self, folder: &str) -> Walked;

    /// The bytes of one file.
    ///
    /// # Errors
    /// What the system said.
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>>;

    /// The bytes of one file, unless they are more than `limit`.
    ///
    /// # Errors
    /// What the system said.
    fn read_within(&self, path: &SourcePath, limit: u64) -> io::Result<Within> {
        self.read(path).map(|bytes| match bytes.len() as u64 {
            size if size > limit => Within::TooLarge(size),
            _ => Within::Whole(bytes),
        })
    }

    /// What an earlier build kept under a name, for the next one. Whoever asks looks at it as at a stranger's.
    fn kept(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    /// Which version of a file this is, where that is known without reading it: the same stamp means the same bytes.
    fn stamp(&self, _path: &SourcePath) -> Option<Stamp> {
        None
    }
}

/// A version of a file. Two versions of one file have different stamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(pub u64);

/// The files of a folder on disk.
#[derive(Debug)]
pub struct DiskFiles {
    root: PathBuf,
}

impl DiskFiles {
    /// The files below `root`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        DiskFiles { root: root.into() }
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }
}

impl Files for DiskFiles {
    fn walk(&self, folder: &str) -> Walked {
        let start = if folder.is_empty() { self.root.clone() } else { self.root.join(folder) };
        let mut walked = Walked::default();
        let home = canonical(&self.root);
        let walk = walkdir::WalkDir::new(start).follow_links(true).sort_by_file_name();
        let mut entries = walk.into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    walked.troubles.extend(self.trouble(&error));
                    continue;
                }
            };
            let passed_over = entry.depth() > 0 && (is_passed_over(&entry) || self.is_ours(&entry));
            let leads_away = entry.path_is_symlink() && !canonical(entry.path()).starts_with(&home);
            if leads_away && !passed_over {
                walked.troubles.push(Trouble::LeadsAway { path: self.shown(entry.path()) });
            }
            if (passed_over || leads_away) && entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            if !passed_over && !leads_away && entry.file_type().is_file() {
                self.keep(entry.path(), &mut walked);
            }
        }
        walked.files.sort();
        walked
    }

    #[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path.as_str()))
    }

    fn read_within(&self, path: &SourcePath, limit: u64) -> io::Result<Within> {
        let mut file = std::fs::File::open(self.root.join(path.as_str()))?;
        // Asked of the open file, so that it is looked up by its name only once.
        let size = file.metadata()?.len();
        if size > limit {
            return Ok(Within::TooLarge(size));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        file.read_to_end(&mut bytes)?;
        Ok(Within::Whole(bytes))
    }

    #[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.root.join(KEPT).join(name)).ok()
    }
}

/// Where builds keep what takes long to make, below the site's folder.
pub const KEPT: &str = ".welcomemat/cache";

impl DiskFiles {
    fn keep(&self, path: &Path, walked: &mut Walked) {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
        match parts {
            Some(parts) => walked.files.push(SourcePath::new(&parts.join("/"))),
            None => walked.troubles.push(Trouble::OddName { path: self.shown(path) }),
        }
    }

    /// The built site, the staff edition and the themes at the top of a folder are never content.
    fn is_ours(&self, entry: &walkdir::DirEntry) -> bool {
        let name = entry.file_name();
        let is_top = entry.path().parent() == Some(self.root.as_path());
        is_top
            && entry.file_type().is_dir()
            && ["public", "staff", "themes"].iter().any(|ours| name == OsStr::new(ours))
    }

    fn trouble(&self, error: &walkdir::Error) -> Option<Trouble> {
        let path = self.shown(error.path().unwrap_or(&self.root));
        let io = match error.io_error() {
            Some(io) if error.depth() == 0 || io.kind() != io::ErrorKind::NotFound && !is_circle(error) => io,
            _ => return Some(Trouble::DeadLink { path }),
        };
        // A missing `content/` or `themes/` is an empty one.
        let is_missing_start = error.depth() == 0 && io.kind() == io::ErrorKind::NotFound;
        let reason = super::inputs::in_words(io);
        (!is_missing_start).then_some(Trouble::Unreadable { path, reason })
    }

    /// What the system knows of a file without opening it; nothing when there is no such file.
    pub(super) fn look(&self, path: &SourcePath) -> Option<Look> {
        Look::at(&self.root.join(path.as_str()))
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

/// What the system knows of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    length: u64,
    modified: Option<std::time::SystemTime>,
    /// On Unix when anything about the file changed, in seconds and nanoseconds, and which file it is: a copy may bring its old time
    /// and length along, this it cannot.
    changed: (i64, i64, u64),
}

impl Look {
    #[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
    fn at(path: &Path) -> Option<Self> {
        let facts = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt as _;
            (facts.ctime(), facts.ctime_nsec(), facts.ino())
        };
        #[cfg(not(unix))]
        let changed = (0, 0, 0);
        Some(Look { length: facts.len(), modified: facts.modified().ok(), changed })
    }
}

/// A link to itself looks like any other fault of the disk; that of a forbidden place is one.
fn is_circle(error: &walkdir::Error) -> bool {
    let is_forbidden = error.io_error().is_some_and(|io| io.kind() == io::ErrorKind::PermissionDenied);
    !is_forbidden && error.path().is_some_and(Path::is_symlink)
}

/// Dot files and folders, and what editors and systems leave behind, are nobody's content.
pub(super) fn is_passed_over(entry: &walkdir::DirEntry) -> bool {
    is_left_behind(&entry.file_name().to_string_lossy())
}

/// Whether a file's name is one that editors, Office programs or systems leave behind: swap, backup and lock files.
#[must_use]
pub fn is_left_behind(name: &str) -> bool {
    let starts = [".", "~$", "#"].iter().any(|mark| name.starts_with(mark));
    let ends = ["~", ".swp", ".swx", ".tmp", ".bak", ".orig"].iter().any(|mark| name.ends_with(mark));
    starts || ends || ["Thumbs.db", "desktop.ini", "node_modules"].contains(&name)
}

#[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
fn canonical(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Files in memory, for tests. Unlike a disk it has no links, no permissions and no odd names.
#[derive(Clone, Debug, Default)]
pub struct MemoryFiles {
    files: BTreeMap<SourcePath, Vec<u8>>,
}

impl MemoryFiles {
    /// The files given as path and bytes.
    pub fn new<'a, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (&'a str, B)>) -> Self {
        let owned = files.into_iter().map(|(path, bytes)| (SourcePath::new(path), bytes.into()));
        MemoryFiles { files: owned.collect() }
    }

    /// Adds or replaces one file.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(SourcePath::new(path), bytes.into());
    }
}

impl Files for MemoryFiles {
    fn walk(&self, folder: &str) -> Walked {
        let below = |path: &&SourcePath| {
            folder.is_empty() || path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
        };
        let seen = |path: &&SourcePath| {
            let ours =
                ["public/", "staff/", "themes/"].iter().any(|top| folder.is_empty() && path.as_str().starts_with(top));
            !ours && !path.as_str().split('/').any(is_left_behind)
        };
        Walked { files: self.files.keys().filter(below).filter(seen).cloned().collect(), troubles: Vec::new() }
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.read(&SourcePath::new(&format!("{KEPT}/{name}"))).ok()
    }
}
