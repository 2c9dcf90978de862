//! The folder a site is published into, and the folders that can never be one.
//!
//! Everything is compared after links, `.` and `..` are resolved, so that no way of spelling a folder gets around a refusal.

use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::disk::{self, Found};
use super::manifest::Manifest;
use super::trouble::{Doing, Unpublished};
use super::{JOURNAL, MANIFEST, STAGING};
use crate::address::names;
use crate::diagnostic::{Diagnostic, codes};

/// What a file system, an owner's file browser or Git leaves in an otherwise empty folder. It is neither
/// counted as the owner's work nor ever touched.
const BYSTANDERS: &[&str] =
    &[".DS_Store", "Thumbs.db", "desktop.ini", ".git", ".gitattributes", ".gitignore", ".gitkeep"];

/// Of foreign files so many are named.
const NAMED: usize = 3;

/// The folders of the owner's that no build may write over. None of them has to exist.
#[derive(Clone, Copy, Debug)]
pub struct Protected<'a> {
    /// The site's folder: the output may lie in it, but may neither be it nor hold it.
    pub site: &'a Path,
    /// Folders the output may neither be nor lie in nor hold: `content/`, `themes/`, the other edition's output.
    pub closed: &'a [PathBuf],
    /// The home folder, when known: the output may neither be it nor hold it.
    pub home: Option<&'a Path>,
}

/// A folder that may be published into.
///
/// Invariant: `root` has no links and no `..` in it, and was no protected folder when it was opened.
#[derive(Clone, Debug)]
pub struct Destination {
    root: PathBuf,
    shown: String,
    edition: Edition,
    /// The manifest as it was first read, with its bytes: most builds find the same a second time.
    pub(super) known: Arc<OnceLock<(Vec<u8>, Manifest)>>,
}

/// Whose pages a folder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Clients'.
    Site,
    /// The business's own people's.
    Staff,
}

impl Edition {
    /// What an owner types to choose another folder for it.
    #[must_use]
    pub fn option(self) -> &'static str {
        match self {
            Edition::Site => "--output",
            Edition::Staff => "--staff",
        }
    }
}

impl Destination {
    /// Accepts `folder` as an output if that can harm nothing of the owner's. Only looks; writes nothing.
    /// Findings call it `shown`: as the owner typed it, or seen from the site's folder.
    ///
    /// # Errors
    /// When the folder is protected, is a file, or holds files that no build made; or when it cannot be looked at.
    pub fn open(folder: &Path, shown: &str, edition: Edition, protected: &Protected) -> Result<Self, Unpublished> {
        let shown = shown.to_owned();
        let root = resolve(folder).map_err(|obstacle| obstacle.trouble(&shown, edition))?;
        if let Some(refusal) = refusal(&root, &shown, protected) {
            return Err(Unpublished::refused([refusal]));
        }
        let destination = Destination { root, shown, edition, known: Arc::default() };
        destination.check_contents()?;
        Ok(destination)
    }

    /// The folder as the owner named it.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The folder itself.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Where the file or folder at an address lies. Part by part: behind `\\?\` Windows takes no `/`.
    pub(super) fn path(&self, address: &str) -> PathBuf {
        let mut path = self.root.clone();
        path.extend(address.split('/'));
        path
    }

    /// What the owner calls the file or folder at an address.
    pub(super) fn name(&self, address: &str) -> String {
        format!("{}/{address}", self.shown.trim_end_matches(['/', '\\']))
    }

    /// Only a folder that is empty or has our records in it is ours to fill.
    fn check_contents(&self) -> Result<(), Unpublished> {
        let failed = |error| Unpublished::io(Doing::Read, &self.shown, &error);
        match disk::look(&self.root).map_err(failed)? {
            Found::Nothing => return Ok(()),
            Found::Folder => {}
            Found::File { .. } | Found::Link => return Err(Obstacle::File.trouble(&self.shown, self.edition)),
        }
        let names = disk::list(&self.root).map_err(failed)?;
        if names.iter().any(|name| name == MANIFEST || name == JOURNAL) {
            return Manifest::read(self).map(drop);
        }
        let is_foreign = |name: &String| name != STAGING && !BYSTANDERS.contains(&name.as_str());
        let foreign: Vec<String> = names.iter().map(|name| name.display().to_string()).filter(is_foreign).collect();
        if foreign.is_empty() { Ok(()) } else { Err(Unpublished::refused([self.foreign(&foreign)])) }
    }

    fn foreign(&self, names: &[String]) -> Diagnostic {
        let named: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
        let more = names.len() - named.len();
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        let message = format!("`{}` already holds {}{rest}, which no build made.", self.shown, named.join(", "));
        let option = self.edition.option();
        let help = format!("Choose an empty or a new folder with `{option}`, or move these files away.");
        Diagnostic::new(&codes::output::FOREIGN_FOLDER, message).help(help)
    }
}

/// Why this folder can never be an output.
fn refusal(root: &Path, shown: &str, protected: &Protected) -> Option<Diagnostic> {
    let real = |path: &Path| resolve(path).unwrap_or_else(|_| path.to_owned());
    let site = real(protected.site);
    let refuse = |code, words: &str| {
        let message = format!("`{shown}` {words}, so nothing can be published there.");
        let help =
            "Choose a folder that is only for built pages, such as `public` for clients and `staff` for yourselves.";
        Some(Diagnostic::new(code, message).help(help))
    };
    if root.parent().is_none() {
        return refuse(&codes::output::ROOT, "is a whole drive");
    }
    if protected.home.is_some_and(|home| real(home).starts_with(root)) {
        return refuse(&codes::output::HOME, "is your home folder or holds it");
    }
    if site == root {
        return refuse(&codes::output::IS_SOURCE, "is the folder your site is written in");
    }
    if site.starts_with(root) {
        return refuse(&codes::output::HOLDS_SOURCE, "holds the folder your site is written in");
    }
    let mixed = |closed: &&PathBuf| lies_in(root, &real(closed)) || lies_in(&real(closed), root);
    let closed = protected.closed.iter().find(mixed)?;
    let closed = closed.strip_prefix(protected.site).unwrap_or(closed).display();
    refuse(&codes::output::KEEP_OUT, &format!("must stay apart from `{closed}`"))
}

/// Whether a folder is another or lies in it, on any system: `Public` and `public` that are not there yet may become one.
fn lies_in(folder: &Path, other: &Path) -> bool {
    let parts =
        |path: &Path| path.components().map(|part| names::key(&part.as_os_str().to_string_lossy())).collect::<Vec<_>>();
    parts(folder).starts_with(&parts(other))
}

/// Why a path leads to no folder.
enum Obstacle {
    DeadLink,
    File,
    Disk(io::Error),
}

impl Obstacle {
    fn trouble(self, shown: &str, edition: Edition) -> Unpublished {
        let (code, message) = match self {
            Obstacle::Disk(error) => return Unpublished::io(Doing::Read, shown, &error),
            Obstacle::DeadLink => {
                (&codes::output::DEAD_LINK, format!("`{shown}` is a link to a folder that is not there."))
            }
            Obstacle::File => {
                (&codes::output::IS_FILE, format!("`{shown}` is a file, or lies in one, and a site needs a folder."))
            }
        };
        let help = format!("Choose another folder with `{}`.", edition.option());
        Unpublished::refused([Diagnostic::new(code, message).help(help)])
    }
}

/// The real path of a folder that need not exist yet: its deepest existing part without links, the rest read as written.
fn resolve(folder: &Path) -> Result<PathBuf, Obstacle> {
    let mut existing = folder;
    let mut rest = Vec::new();
    loop {
        let here = if existing.as_os_str().is_empty() { Path::new(".") } else { existing };
        match disk::canonical(here) {
            Ok(real) => return Ok(rest.into_iter().rev().fold(real, stepped)),
            Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(Obstacle::File),
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Obstacle::Disk(error)),
            Err(_) if matches!(disk::look(here), Ok(Found::Link)) => return Err(Obstacle::DeadLink),
            Err(error) => {
                let (Some(step), Some(above)) = (existing.components().next_back(), existing.parent()) else {
                    return Err(Obstacle::Disk(error));
                };
                rest.push(step);
                existing = above;
            }
        }
    }
}

fn stepped(mut path: PathBuf, step: Component) -> PathBuf {
    match step {
        Component::ParentDir => _ = path.pop(),
        Component::CurDir => {}
        other => path.push(other),
    }
    path
}
