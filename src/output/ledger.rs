//! What a build knows of the pages it left, for the next one: what each was made of, and how to tell that nobody touched it since.
//!
//! A ledger is believed only where everything fits: written whole by this very program, about this folder, whose list of files (the
//! manifest) is still the one that was left there, with no build begun and not finished. Then a page is as it was if the system says so:
//! the same file, of the same length, nothing about it changed since (on Unix a copy may bring its old times along, but not the moment of
//! its last change). Where the system cannot say that for certain, the page is read. Whatever does not fit makes the page anew.
//!
//! Nothing hangs on it: without one every page is made. It lies among what is kept, is left out of the owner's history, and only pages that
//! a whole build published, with everything looked over, ever get into it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::disk::{self, Look};
use super::fingerprint::Fingerprint;
use super::{JOURNAL, MANIFEST, Published, keep, sealed};
use crate::address::Address;
use crate::render::shelf::Remembered;
use crate::render::{Content, Output, Standing};

/// The name of the file among what is kept.
const NAME: &str = "pages";
const HASH: usize = blake3::OUT_LEN;

/// The pages of an earlier build.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The site's folder.
    root: PathBuf,
    /// The output folder.
    folder: PathBuf,
    /// The program's own file: another one may make other pages.
    program: PathBuf,
    /// Read when the first is asked for.
    pages: OnceLock<Pages>,
}

// Looked up by address only, never walked through.
type Pages = HashMap<Address, Page>;

/// One page as it was left.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Page {
    key: [u8; HASH],
    hash: [u8; HASH],
    size: u64,
    /// How the system knew the file; absent where that would not tell of every change.
    look: Option<Look>,
}

#[derive(Serialize, Deserialize)]
struct Record {
    folder: PathBuf,
    /// Hash of the list of files that was left in the folder.
    manifest: [u8; HASH],
    pages: Vec<(String, Page)>,
}

impl Ledger {
    /// The ledger of an output folder, as kept below the site's folder `root`; empty where there is none to be believed. `program` is this
    /// program's own file.
    #[must_use]
    pub fn of(root: &Path, folder: &Path, program: &Path) -> Self {
        Ledger { root: root.to_owned(), folder: folder.to_owned(), program: program.to_owned(), pages: OnceLock::new() }
    }

    /// Reads it, for whoever has nothing else to do.
    pub fn open(&self) {
        self.pages();
    }

    fn pages(&self) -> &Pages {
        self.pages.get_or_init(|| {
            let opened = sealed::open::<Record>(&self.root, NAME, &self.program).map(|opened| opened.record);
            let fitting = opened.filter(|record| self.fits(record)).into_iter().flat_map(|record| record.pages);
            fitting.map(|(address, page)| (Address::new(&address), page)).collect()
        })
    }

    fn fits(&self, record: &Record) -> bool {
        let is_at_rest = matches!(disk::look(&self.folder.join(JOURNAL)), Ok(disk::Found::Nothing));
        record.folder == self.folder && Some(record.manifest) == manifest(&self.folder) && is_at_rest
    }

    /// Keeps what is worth knowing of an output that was just published into the ledger's folder.
    pub fn keep(&self, output: &Output, published: &Published) {
        let Some(manifest) = manifest(&self.folder) else { return };
        let made = output.iter().filter_map(|(address, content)| Some((address, content, content.key()?)));
        let made: Vec<(&Address, &Content, blake3::Hash)> = made.collect();
        if made.is_empty() {
            return;
        }
        let Some(now) = keep::moment(&self.root, NAME) else { return };
        let page = |(address, content, key): (&Address, &Content, blake3::Hash)| {
            let stood =
                content.as_it_stands().and_then(|_| self.pages().get(address)).filter(|page| page.look.is_some());
            let page = match stood {
                Some(page) => *page,
                None => {
                    let after = published.manifest.files.get(address)?;
                    let look = Look::at(&self.folder.join(address.as_str())).filter(|look| look.had_rested(now));
                    Page { key: *key.as_bytes(), hash: *after.hash().as_bytes(), size: after.size(), look }
                }
            };
            Some((address.as_str().to_owned(), page))
        };
        let pages = made.into_par_iter().filter_map(page).collect();
        let record = Record { folder: self.folder.clone(), manifest, pages };
        sealed::keep(&self.root, NAME, &self.program, &record, &[]);
    }
}

impl Remembered for Ledger {
    fn page(&self, address: &Address, key: &blake3::Hash) -> Option<Standing> {
        let page = self.pages().get(address).filter(|page| page.key == *key.as_bytes())?;
        let hash = blake3::Hash::from_bytes(page.hash);
        let path = self.folder.join(address.as_str());
        let look = Look::at(&path)?;
        let is_there = page.look == Some(look)
            || look.size() == page.size && Fingerprint::of_file(&path).is_ok_and(|found| found.hash() == hash);
        is_there.then_some(Standing { hash, size: page.size })
    }
}

fn manifest(folder: &Path) -> Option<[u8; HASH]> {
    disk::read(&folder.join(MANIFEST)).ok()?.map(|bytes| *blake3::hash(&bytes).as_bytes())
}
