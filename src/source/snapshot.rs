//! What a folder held when somebody last looked, so that the next look says whether anything changed, and what.
//!
//! Two ways to look: at the places that the system named ([`Snapshot::look_at`]), which is quick, and at everything
//! ([`Snapshot::look_around`]), which misses nothing. Where a system's own times cannot be trusted, a few files are also compared byte by
//! byte at each look around, in turn.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{Look, Stamp, Within};
use super::{DiskFiles, Files, Layout, Walked, is_left_behind};
use crate::address::SourcePath;

/// Files compared byte by byte at each look around.
const COMPARED: usize = 8;

/// A folder's files as last seen. Reading one still reads the disk.
#[derive(Debug)]
pub struct Snapshot {
    disk: DiskFiles,
    layout: Layout,
    content: Walked,
    themes: Walked,
    // Looked up by path only, never walked through.
    seen: HashMap<SourcePath, Seen>,
    stamps: u64,
    /// The next file to be compared byte by byte.
    turn: usize,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    look: Option<Look>,
    stamp: Stamp,
    /// Of the bytes, once they were compared.
    hash: Option<blake3::Hash>,
}

/// Whether anything that a site is made of changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Something did.
    Yes,
    /// All is as it was.
    No,
}

impl Snapshot {
    /// Looks at a site's folder for the first time.
    #[must_use]
    pub fn take(root: &Path, layout: Layout) -> Self {
        let mut snapshot = Snapshot {
            disk: DiskFiles::new(root),
            layout,
            content: Walked::default(),
            themes: Walked::default(),
            seen: HashMap::new(),
            stamps: 0,
            turn: 0,
        };
        snapshot.look_around();
        snapshot
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.content.files.len() + self.themes.files.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks at the places that the system named. Whatever is new or gone calls for a look around.
    pub fn look_at(&mut self, places: &[PathBuf]) -> Changed {
        let mut changed = Changed::No;
        for place in places {
            if self.is_nobodys(place) {
                continue;
            }
            let Some(path) = self.path_of(place) else { return self.look_around() };
            match (self.seen.contains_key(&path), self.disk.look(&path)) {
                (true, Some(look)) => changed = changed.or(self.note(&path, look)),
                (false, None) if !self.is_folder_of_ours(&path) && !is_folder(place) => {}
                _ => return self.look_around(),
            }
        }
        changed
    }

    /// Looks at everything.
    pub fn look_around(&mut self) -> Changed {
        let content = self.disk.walk(self.layout.content_folder());
        let themes = self.disk.walk("themes");
        let is_same = |old: &Walked, new: &Walked| old.files == new.files && old.troubles == new.troubles;
        let mut changed =
            if is_same(&self.content, &content) && is_same(&self.themes, &themes) { Changed::No } else { Changed::Yes };
        (self.content, self.themes) = (content, themes);
        if changed == Changed::Yes {
            self.forget_what_is_gone();
        }
        let all: Vec<SourcePath> = self.paths().cloned().collect();
        for path in &all {
            if let Some(look) = self.disk.look(path) {
                changed = changed.or(self.note(path, look));
            }
        }
        changed.or(self.compare_some(&all))
    }

    fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.content.files.iter().chain(&self.themes.files)
    }

    fn forget_what_is_gone(&mut self) {
        let mut before = std::mem::take(&mut self.seen);
        self.seen = self.paths().filter_map(|path| before.remove_entry(path)).collect();
    }

    /// Takes down how a file looks now.
    fn note(&mut self, path: &SourcePath, look: Look) -> Changed {
        if self.seen.get(path).is_some_and(|seen| seen.look == Some(look)) {
            return Changed::No;
        }
        self.stamp(path, Some(look), None);
        Changed::Yes
    }

    fn stamp(&mut self, path: &SourcePath, look: Option<Look>, hash: Option<blake3::Hash>) {
        self.stamps += 1;
        self.seen.insert(path.clone(), Seen { look, stamp: Stamp(self.stamps), hash });
    }

    fn compare_some(&mut self, all: &[SourcePath]) -> Changed {
        let mut changed = Changed::No;
        for _ in 0..COMPARED.min(all.len()) {
            self.turn = (self.turn + 1) % all.len();
            if let Some(path) = all.get(self.turn) {
                changed = changed.or(self.compare(path));
            }
        }
        changed
    }

    fn compare(&mut self, path: &SourcePath) -> Changed {
        let Some(seen) = self.seen.get(path).copied() else { return Changed::No };
        let Ok(bytes) = self.disk.read(path) else { return Changed::No };
        let hash = blake3::hash(&bytes);
        match seen.hash {
            Some(before) if before != hash => {
                self.stamp(path, seen.look, Some(hash));
                Changed::Yes
            }
            _ => {
                self.seen.insert(path.clone(), Seen { hash: Some(hash), ..seen });
                Changed::No
            }
        }
    }

    /// Swap, backup and lock files, and what lies in folders that no site is made of.
    fn is_nobodys(&self, place: &Path) -> bool {
        let Ok(below) = place.strip_prefix(self.disk.root()) else { return false };
        let mut parts = below.components().map(|part| part.as_os_str().to_string_lossy());
        let top = parts.next();
        let is_ours = match (top.as_deref(), self.layout) {
            (Some("content" | "themes") | None, _) => true,
            (Some(_), Layout::Site) | (Some("public" | "staff"), _) => false,
            (Some(name), Layout::Handbook) => !is_left_behind(name),
        };
        !is_ours || parts.any(|part| is_left_behind(&part))
    }

    fn path_of(&self, place: &Path) -> Option<SourcePath> {
        let below = place.strip_prefix(self.disk.root()).ok()?;
        let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
        Some(SourcePath::new(&parts?.join("/")))
    }

    fn is_folder_of_ours(&self, path: &SourcePath) -> bool {
        let inside = format!("{path}/");
        path.as_str().is_empty() || self.paths().any(|file| file.as_str().starts_with(&inside))
    }
}

impl Files for Snapshot {
    fn walk(&self, folder: &str) -> Walked {
        let walked = if folder == "themes" { &self.themes } else { &self.content };
        Walked { files: walked.files.clone(), troubles: walked.troubles.clone() }
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.disk.read(path)
    }

    fn read_within(&self, path: &SourcePath, limit: u64) -> io::Result<Within> {
        self.disk.read_within(path, limit)
    }

    fn kept(&self, name: &str) -> Option<Vec<u8>> {
        self.disk.kept(name)
    }

    fn stamp(&self, path: &SourcePath) -> Option<Stamp> {
        self.seen.get(path).map(|seen| seen.stamp)
    }
}

#[expect(clippy::disallowed_methods, reason = "`source` is the reader of the disk")]
fn is_folder(place: &Path) -> bool {
    place.is_dir()
}

impl Changed {
    fn or(self, other: Changed) -> Changed {
        if self == Changed::Yes { self } else { other }
    }
}
