//! Files as they are searched: what many of them share is searched once, not in each.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::fold;
use super::reading::Skeleton;
use super::search::Secrets;
use crate::render::{Content, Output, Segment};

/// Smaller stretches are searched with the file they stand in.
const WORTH_SHARING: usize = 2_048;
/// What is spelled across the border of a shared stretch begins at most so far inside it; the nearest tag ends the stretch.
const BORDER: usize = 256;

/// A shared stretch is known by where it lies in memory: nothing is freed or moved while it is searched.
type Key = usize;

/// What was found in the stretches that files share.
#[derive(Debug)]
pub(super) struct SharedStretches {
    found: BTreeMap<Key, BTreeSet<usize>>,
}

impl SharedStretches {
    /// Searches each once, on all cores.
    pub(super) fn search(output: &Output, secrets: &Secrets) -> Self {
        let several = output.iter().filter(|(_, content)| content.segments().len() > 1);
        let stretches: BTreeMap<Key, &[u8]> =
            several.flat_map(|(_, content)| content.segments()).filter_map(stretch).collect();
        let stretches: Vec<(Key, &[u8])> = stretches.into_iter().collect();
        let search = |room: &mut Skeleton, (key, bytes): &(Key, &[u8])| {
            let found = secrets.search(bytes, room).into_iter().map(|hit| hit.secret).collect();
            (*key, found)
        };
        SharedStretches { found: stretches.par_iter().map_init(Skeleton::default, search).collect() }
    }

    /// Which entries stand in the shared parts of a file.
    pub(super) fn found_in(&self, content: &Content) -> BTreeSet<usize> {
        let keys = content.segments().iter().filter_map(stretch).map(|(key, _)| key);
        keys.filter_map(|key| self.found.get(&key)).flatten().copied().collect()
    }
}

/// A shared stretch that is searched for itself.
fn stretch(segment: &Segment) -> Option<(Key, &[u8])> {
    let (Segment::Shared(bytes) | Segment::SharedPart(bytes, _)) = segment else { return None };
    (bytes.len() >= WORTH_SHARING).then(|| (bytes.as_ptr().addr(), &**bytes))
}

/// What of a file is left to search: its own bytes, and the borders of what it shares. `room` is used again from file to file.
pub(super) fn own_part<'c>(content: &'c Content, room: &'c mut Vec<u8>) -> &'c [u8] {
    match content.segments() {
        // What lay in the program before the owner's first word, such as a font, cannot tell on anybody.
        [Segment::Embedded(_)] => return &[],
        [only] => return only.bytes(),
        _ => {}
    }
    room.clear();
    room.reserve(content.len());
    for segment in content.segments() {
        match stretch(segment).and_then(|_| borders(segment.bytes())) {
            Some((head, tail)) => {
                room.extend_from_slice(head);
                room.push(fold::APART);
                room.extend_from_slice(tail);
            }
            None => room.extend_from_slice(segment.bytes()),
        }
    }
    room
}

/// The beginning and the end of a stretch, cut before a tag so that none is cut in two.
fn borders(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let head_end = BORDER + memchr::memchr(b'<', bytes.get(BORDER..)?)?;
    let tail_start = memchr::memrchr(b'<', bytes.get(..bytes.len().checked_sub(BORDER)?)?)?;
    (head_end <= tail_start).then(|| Some((bytes.get(..head_end)?, bytes.get(tail_start..)?)))?
}
