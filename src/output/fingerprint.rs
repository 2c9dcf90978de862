//! What tells one file's bytes from another's.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk;
use crate::render::Content;

/// BLAKE3 hash and length of a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Spelled", into = "Spelled")]
pub(super) struct Fingerprint {
    hash: blake3::Hash,
    size: u64,
}

/// As the manifest spells it.
#[derive(Serialize, Deserialize)]
struct Spelled {
    hash: String,
    size: u64,
}

impl Fingerprint {
    /// Of a file to be published.
    pub(super) fn of_content(content: &Content) -> Self {
        // Joined first: the hash is several times faster over one long stretch than over many short ones.
        let hash = match content.segments() {
            [all] => blake3::hash(all.bytes()),
            _ => blake3::hash(&content.joined()),
        };
        Fingerprint { hash, size: content.len() as u64 }
    }

    /// Of a file on the disk.
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(disk::open(path)?)?;
        Ok(Fingerprint { hash: hasher.finalize(), size: hasher.count() })
    }

    /// Length in bytes.
    pub(super) fn size(self) -> u64 {
        self.size
    }
}

impl TryFrom<Spelled> for Fingerprint {
    type Error = blake3::HexError;

    fn try_from(spelled: Spelled) -> Result<Self, Self::Error> {
        Ok(Fingerprint { hash: blake3::Hash::from_hex(spelled.hash)?, size: spelled.size })
    }
}

impl From<Fingerprint> for Spelled {
    fn from(fingerprint: Fingerprint) -> Self {
        Spelled { hash: fingerprint.hash.to_hex().to_string(), size: fingerprint.size }
    }
}
