//! What was made of a picture as one file, and back.
//!
//! `RECIPE`, the original's key, the number of versions, the length of each, the versions, and a hash of all that. Integers are little
//! endian, of eight bytes. The hash tells chance and half written files; somebody else's file may have a right one, so every version is
//! looked at as well: it must have the format and the measures that were planned, and no notes.

use std::sync::Arc;

use super::RECIPE;
use super::kind::Kind;
use super::make::{Format, Version};
use super::{drawing, kind, look, strip};

/// The record of some versions.
pub(super) fn write(key: &blake3::Hash, made: &[Arc<[u8]>]) -> Vec<u8> {
    let mut record = [RECIPE.as_bytes(), key.as_bytes()].concat();
    let number = |number: usize| (number as u64).to_le_bytes();
    record.extend(number(made.len()));
    made.iter().for_each(|version| record.extend(number(version.len())));
    made.iter().for_each(|version| record.extend_from_slice(version));
    let hash = blake3::hash(&record);
    record.extend(hash.as_bytes());
    record
}

/// The versions, if the record is one of exactly these.
pub(super) fn read(record: &[u8], key: &blake3::Hash, expected: &[Version]) -> Option<Vec<Arc<[u8]>>> {
    let (body, hash) = record.split_at_checked(record.len().checked_sub(blake3::OUT_LEN)?)?;
    if blake3::hash(body).as_bytes() != hash {
        return None;
    }
    let mut rest = body.strip_prefix(RECIPE.as_bytes())?.strip_prefix(key.as_bytes())?;
    let mut number = || {
        let (first, after) = rest.split_first_chunk::<8>()?;
        rest = after;
        usize::try_from(u64::from_le_bytes(*first)).ok()
    };
    if number()? != expected.len() {
        return None;
    }
    let lengths: Vec<usize> = expected.iter().map(|_| number()).collect::<Option<_>>()?;
    let mut made = Vec::with_capacity(lengths.len());
    for (length, version) in lengths.into_iter().zip(expected) {
        let (bytes, after) = rest.split_at_checked(length)?;
        made.push(Arc::from(bytes));
        is_as_planned(bytes, version).then_some(())?;
        rest = after;
    }
    rest.is_empty().then_some(made)
}

fn is_as_planned(bytes: &[u8], version: &Version) -> bool {
    let kind = match version.format {
        Format::Webp => Kind::Webp,
        Format::Jpeg => Kind::Jpeg,
        Format::Png => Kind::Png,
        Format::Drawing => Kind::Drawing,
    };
    kind::sort(bytes, "") == kind::Sort::Known(kind)
        && look::measure(bytes)
            .is_some_and(|size| version.sizes().any(|version| size == (version.width, version.height)))
        && (kind != Kind::Drawing || drawing::safe(bytes) == Ok(None))
        && strip::strip(kind, bytes).is_some_and(|stripped| stripped == bytes)
}
