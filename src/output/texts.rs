//! The documents of an earlier build, packed, so that ten thousand texts need not be read again for the sake of one.
//!
//! They go by what they were read from, so none can be out of date. Only of a large site, and only of texts about which there was nothing
//! to say.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::sealed;
use crate::site::{LARGE, Page, Readings};

/// The name of the file among what is kept.
const NAME: &str = "texts";
/// As long as less than one in so many texts is new, those few are read again each time.
const WORTH_WRITING: usize = 20;

/// The documents that are kept below a site's folder.
#[derive(Debug)]
pub struct Texts {
    root: PathBuf,
    program: PathBuf,
    kept: OnceLock<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    file: Vec<u8>,
    // Looked up only, never walked through.
    places: HashMap<[u8; blake3::OUT_LEN], Range<usize>>,
}

/// By the hash of what it was read from, the length of each document, in the order in which they stand behind the record.
type Record = Vec<([u8; blake3::OUT_LEN], usize)>;

impl Texts {
    /// Those of a site's folder, opened when the first is asked for. `program` is this program's own file.
    #[must_use]
    pub fn of(root: &Path, program: &Path) -> Self {
        Texts { root: root.to_owned(), program: program.to_owned(), kept: OnceLock::new() }
    }

    /// Opens them, for whoever has nothing else to do.
    pub fn open(&self) {
        self.kept();
    }

    fn kept(&self) -> &Kept {
        self.kept.get_or_init(|| Kept::read(&self.root, &self.program).unwrap_or_default())
    }

    /// Keeps the documents of these pages, if there are many and enough of them are new.
    pub fn keep(&self, pages: &[Page]) {
        let pages: Vec<(&Page, blake3::Hash)> = pages.iter().filter_map(|page| Some((page, page.reading?))).collect();
        let known = pages.iter().filter(|(_, key)| self.kept().places.contains_key(key.as_bytes())).count();
        if pages.len() < LARGE || (pages.len() - known) * WORTH_WRITING <= pages.len() {
            return;
        }
        let packed = pages.par_iter().filter_map(|(page, key)| Some((*key.as_bytes(), page.document.packed()?)));
        let packed: Vec<([u8; blake3::OUT_LEN], Vec<u8>)> = packed.collect();
        let record: Record = packed.iter().map(|(key, bytes)| (*key, bytes.len())).collect();
        let rest: Vec<&[u8]> = packed.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        sealed::keep(&self.root, NAME, &self.program, &record, &rest.concat());
    }
}

impl Kept {
    fn read(root: &Path, program: &Path) -> Option<Self> {
        let sealed::Opened { record, file, rest } = sealed::open::<Record>(root, NAME, program)?;
        let mut at = rest;
        let place = |(key, length): ([u8; blake3::OUT_LEN], usize)| {
            let start = at;
            at = at.saturating_add(length);
            (key, start..at)
        };
        let places = record.into_iter().map(place).collect();
        Some(Kept { file, places })
    }
}

impl Readings for Texts {
    fn reading(&self, key: &blake3::Hash) -> Option<&[u8]> {
        let kept = self.kept();
        kept.file.get(kept.places.get(key.as_bytes())?.clone())
    }
}
