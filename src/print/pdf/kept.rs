//! PDFs as they were made last: the same data, set by the same templates in the same letters, gives the same file.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::address::Address;
use crate::render::Content;

/// What was made before, in this process.
#[derive(Debug, Default)]
pub struct KeptPdfs {
    made: Mutex<BTreeMap<Address, (blake3::Hash, Content)>>,
}

impl KeptPdfs {
    /// The file made last, if it was made of the same.
    pub(super) fn get(&self, address: &Address, of: blake3::Hash) -> Option<Content> {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.get(address).filter(|(hash, _)| *hash == of).map(|(_, content)| content.clone())
    }

    /// Keeps a file in place of the one before.
    pub(super) fn keep(&self, address: Address, of: blake3::Hash, content: Content) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(address, (of, content));
    }
}
