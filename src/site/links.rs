//! Where every source is published, and where a typed link leads.
//!
//! Links are written to files as they lie in the owner's folder, so that they also work in the owner's editor. This is the
//! one place that turns such a target into an address; render writes it, `check/links` judges it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::page::{Page, PageId};
use crate::address::{Address, SourcePath};
use crate::diagnostic::FileId;

/// The map from sources to addresses.
#[derive(Debug, Default)]
pub struct LinkIndex {
    /// By composed path.
    published: HashMap<String, Published>,
    held_back: BTreeMap<String, HeldBack>,
    /// Lower-cased path → the paths as they really are; made when a link leads nowhere.
    folded: OnceLock<BTreeMap<String, Vec<String>>>,
    typed_in: HashMap<FileId, SourcePath>,
}

/// What a source became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Where it is.
    pub address: Address,
    /// The page, if it is one.
    pub page: Option<PageId>,
}

/// Why a page has no address clients could open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldBack {
    /// `draft = true`.
    Draft,
    /// For the business's own people only: the page at this place in [`super::Site::staff`].
    Staff(usize),
}

/// Where a typed link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To a published file, perhaps to a place on it.
    To {
        /// What it leads to.
        published: Published,
        /// The place: an id, not encoded.
        fragment: Option<String>,
    },
    /// To a page that clients cannot open, perhaps to a place on it.
    HeldBack {
        /// Why they cannot.
        why: HeldBack,
        /// The place: an id, not encoded.
        fragment: Option<String>,
    },
    /// To nothing; capitals aside, to this.
    OtherCapitals(String),
    /// To nothing. The path looked for, below the content folder.
    Nowhere(String),
    /// Out of the content folder.
    Outside,
}

impl LinkIndex {
    /// An index with room for so many pages: each goes by its path and by its address.
    pub(super) fn with_room_for(pages: usize) -> Self {
        LinkIndex {
            published: HashMap::with_capacity(2 * pages),
            typed_in: HashMap::with_capacity(pages),
            ..LinkIndex::default()
        }
    }

    pub(super) fn add_page(&mut self, id: PageId, page: &Page) {
        let published = Published { address: page.address.clone(), page: Some(id) };
        self.typed_in.insert(page.file, page.path.clone());
        self.insert(page.path.as_str(), &published);
        // A folder may be linked as such, and a page by the address it will have.
        self.insert(page.address.as_str(), &published);
        if page.is_index() {
            self.insert(page.address.folder(), &published);
        }
    }

    pub(super) fn add_file(&mut self, path: &SourcePath, address: Address) {
        self.insert(path.as_str(), &Published { address, page: None });
    }

    /// A page that every site has, or a folder's index made by us.
    pub(super) fn add_made(&mut self, address: &Address) {
        let published = Published { address: address.clone(), page: None };
        self.insert(address.as_str(), &published);
        if address.file_name() == "index.html" {
            self.insert(address.folder(), &published);
        }
    }

    pub(super) fn hold_back(&mut self, path: &SourcePath, file: FileId, why: HeldBack) {
        self.held_back.insert(composed(path.as_str()).into_owned(), why);
        self.typed_in.insert(file, path.clone());
    }

    /// Lets pages also be called without an ending, as many programs for handbooks do.
    pub(super) fn add_short_names(&mut self, pages: &[Page]) {
        for (index, page) in pages.iter().enumerate() {
            let published = Published { address: page.address.clone(), page: Some(PageId::new(index)) };
            let without_end = super::addresses::strip_end(page.path.as_str());
            for name in [page.address.as_str().strip_suffix(".html").unwrap_or(without_end), without_end] {
                self.published.entry(name.to_owned()).or_insert_with(|| published.clone());
            }
        }
    }

    fn insert(&mut self, path: &str, published: &Published) {
        self.published.insert(composed(path).into_owned(), published.clone());
    }

    fn folded(&self) -> &BTreeMap<String, Vec<String>> {
        self.folded.get_or_init(|| {
            let mut paths: Vec<&String> = self.published.keys().collect();
            paths.sort_unstable();
            let mut folded: BTreeMap<String, Vec<String>> = BTreeMap::new();
            paths.into_iter().for_each(|path| folded.entry(path.to_lowercase()).or_default().push(path.clone()));
            folded
        })
    }

    /// Where `target`, typed in `file`, leads. Targets typed in `business.toml` start from the content folder.
    #[must_use]
    pub fn lead(&self, file: FileId, target: &str) -> Lead {
        let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
        let path = decoded(path.split('?').next().unwrap_or(""));
        let fragment = fragment.map(decoded).filter(|fragment| !fragment.is_empty()).map(Cow::into_owned);
        let typed_in = self.typed_in.get(&file);
        if path.is_empty() {
            return typed_in.map_or(Lead::Outside, |path| self.found(path.as_str(), fragment));
        }
        let folder = typed_in.map_or("", |path| path.folder());
        match joined(folder, &path) {
            Some(path) => self.found(&path, fragment),
            None => Lead::Outside,
        }
    }

    fn found(&self, path: &str, fragment: Option<String>) -> Lead {
        let path = composed(path);
        if let Some(published) = self.published.get(&*path) {
            return Lead::To { published: published.clone(), fragment };
        }
        if let Some(why) = self.held_back.get(&*path) {
            return Lead::HeldBack { why: *why, fragment };
        }
        match self.folded().get(&path.to_lowercase()).and_then(|paths| paths.first()) {
            Some(right) => Lead::OtherCapitals(right.clone()),
            None => Lead::Nowhere(path.into_owned()),
        }
    }

    /// Every path that may be linked to, for "did you mean".
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.folded().values().flatten().map(String::as_str)
    }

    /// The path of the page a file is, below the content folder.
    #[must_use]
    pub fn path_of(&self, file: FileId) -> Option<&SourcePath> {
        self.typed_in.get(&file)
    }
}

/// A path with each letter in its one composed form: an `ü` typed and the `ü` of a Mac's file name look the same, and
/// are meant to be.
fn composed(path: &str) -> Cow<'_, str> {
    if path.is_ascii() { path.into() } else { path.nfc().collect() }
}

/// A path relative to a folder, without `.` and `..`; nothing if it leads out of the content folder.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut joined = String::with_capacity(folder.len() + 1 + path.len());
    joined.push_str(if path.starts_with('/') { "" } else { folder });
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if joined.is_empty() => return None,
            ".." => joined.truncate(joined.rfind('/').unwrap_or_default()),
            part if joined.is_empty() => joined.push_str(part),
            part => joined.extend(["/", part]),
        }
    }
    Some(joined)
}

/// A target with its percent signs undone.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return text.into();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        let hex = tail
            .get(..2)
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match hex.filter(|_| *byte == b'%') {
            Some(plain) => {
                bytes.push(plain);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_as_an_editor_would() {
        assert_eq!(joined("faq", "../availability.md").as_deref(), Some("availability.md"));
        assert_eq!(joined("", "./faq/a.md").as_deref(), Some("faq/a.md"));
        assert_eq!(joined("guides/a", "/logo.svg").as_deref(), Some("logo.svg"));
        assert_eq!(joined("guides/a", "b\\c.md").as_deref(), Some("guides/a/b/c.md"));
        assert_eq!(joined("faq", "../../x.md"), None);
        assert_eq!(decoded("two%20words%2"), "two words%2");
    }
}
