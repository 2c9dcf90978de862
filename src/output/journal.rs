//! The journal: what a build is about to do, written before it begins and removed when it is done.
//!
//! Its presence means: everything that is to be moved in has been staged. So the next build can finish the work, and
//! tells by the fingerprints which steps are done, which are open, and which files somebody else has touched since.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use super::manifest::{FORMAT, own_address, read_json, read_record, unreadable};
use super::trouble::Unpublished;
use super::{Destination, JOURNAL};
use crate::address::Address;
use crate::diagnostic::codes;

/// A file to move into place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Move {
    /// Our own file that it replaces; absent when there is none.
    pub(super) before: Option<Fingerprint>,
    /// The file itself.
    pub(super) after: Fingerprint,
}

/// All steps, in the order they are done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Journal {
    /// Stale files that lie where a new file or its folder has to go.
    pub(super) cleared: BTreeMap<Address, Fingerprint>,
    /// Files to move into place.
    pub(super) moved: BTreeMap<Address, Move>,
    /// Stale files.
    pub(super) removed: BTreeMap<Address, Fingerprint>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: u64,
    cleared: BTreeMap<String, Fingerprint>,
    moved: BTreeMap<String, Move>,
    removed: BTreeMap<String, Fingerprint>,
}

impl Journal {
    /// Reads what an interrupted build left behind.
    pub(super) fn read(destination: &Destination) -> Result<Option<Self>, Unpublished> {
        let damaged = &codes::output::JOURNAL_DAMAGED;
        let Some(bytes) = read_record(destination, JOURNAL, damaged)? else { return Ok(None) };
        let written: Written = read_json(&bytes, destination, damaged)?;
        Journal::checked(written).map(Some).ok_or_else(|| unreadable(destination, damaged))
    }

    fn checked(written: Written) -> Option<Self> {
        Some(Journal {
            cleared: own_addresses(written.cleared)?,
            moved: own_addresses(written.moved)?,
            removed: own_addresses(written.removed)?,
        })
    }

    /// The journal as text.
    pub(super) fn text(&self) -> String {
        let written = Written {
            format: FORMAT,
            cleared: spelled(&self.cleared),
            moved: spelled(&self.moved),
            removed: spelled(&self.removed),
        };
        serde_json::to_string(&written).map(|text| text + "\n").unwrap_or_default()
    }
}

fn own_addresses<T>(files: BTreeMap<String, T>) -> Option<BTreeMap<Address, T>> {
    files.into_iter().map(|(path, about)| Some((own_address(&path)?, about))).collect()
}

fn spelled<T: Copy>(files: &BTreeMap<Address, T>) -> BTreeMap<String, T> {
    files.iter().map(|(address, about)| (address.to_string(), *about)).collect()
}
