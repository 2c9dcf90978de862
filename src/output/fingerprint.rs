//! What tells one file's bytes from another's.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk;
use crate::render::{Content, Segment};

/// Bytes looked at in one go; as many as the hash takes side by side.
const ROOM: usize = 16 << 10;

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
        if let Some(standing) = content.as_it_stands() {
            return Fingerprint { hash: standing.hash, size: standing.size };
        }
        let hash = match content.segments() {
            [all] => blake3::hash(all.bytes()),
            segments => hash_of(segments),
        };
        Fingerprint { hash, size: content.len() as u64 }
    }

    /// Of a file on the disk that may hold this content, whose own fingerprint is `known`.
    ///
    /// Comparing is much faster than hashing, and most files of most builds are as they were.
    pub(super) fn of_file_like(path: &Path, content: &Content, known: Fingerprint) -> io::Result<Self> {
        if holds(disk::open(path)?, content)? { Ok(known) } else { Fingerprint::of_file(path) }
    }

    /// Of a file on the disk.
    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(disk::open(path)?)?;
        Ok(Fingerprint { hash: hasher.finalize(), size: hasher.count() })
    }

    /// The hash.
    pub(super) fn hash(self) -> blake3::Hash {
        self.hash
    }

    /// Length in bytes.
    pub(super) fn size(self) -> u64 {
        self.size
    }
}

/// The hash of stretches in a row. They are gathered first: it is several times faster over long stretches than over many short ones.
fn hash_of(segments: &[Segment]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let mut room = Vec::with_capacity(ROOM);
    for segment in segments {
        let mut rest = segment.bytes();
        while !rest.is_empty() {
            let (taken, after) = rest.split_at(rest.len().min(ROOM - room.len()));
            room.extend_from_slice(taken);
            rest = after;
            if room.len() == ROOM {
                hasher.update(&room);
                room.clear();
            }
        }
    }
    hasher.update(&room).finalize()
}

/// Whether a file holds exactly this content.
fn holds(mut file: impl io::Read, content: &Content) -> io::Result<bool> {
    let mut room = [0; ROOM];
    for segment in content.segments() {
        let mut rest = segment.bytes();
        while !rest.is_empty() {
            let length = rest.len().min(room.len());
            let (wanted, after) = rest.split_at(length);
            let found = &mut room[..length];
            match file.read_exact(found) {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
                read => read?,
            }
            if found != wanted {
                return Ok(false);
            }
            rest = after;
        }
    }
    Ok(file.read(&mut room[..1])? == 0)
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
