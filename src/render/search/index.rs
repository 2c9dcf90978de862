//! The index as MiniSearch 7 writes it down (`toJSON`, serializationVersion 2), worked out here so that no phone has to.
//!
//! Source: MiniSearch 7.2.0, `addAll` and `toJSON`. Its own reading of the result is compared in `tests/browser/search.mjs`.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::entries::Entry;
use super::terms::terms;

/// The searched fields, in the order of [`Entry::fields`].
const FIELDS: [&str; 4] = ["title", "also", "text", "on"];

/// By field, by entry: how often a word stands there.
type Places = BTreeMap<usize, BTreeMap<usize, usize>>;

/// A finished index.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Index {
    document_count: usize,
    next_id: usize,
    document_ids: Numbered<usize>,
    field_ids: Named,
    field_length: Numbered<[usize; 4]>,
    average_field_length: [f64; 4],
    stored_fields: Numbered<()>,
    dirt_count: usize,
    index: Vec<(String, Places)>,
    serialization_version: u8,
}

/// A list written as an object whose keys count from 0.
#[derive(Debug)]
struct Numbered<T>(Vec<T>);

impl<T: Serialize> Serialize for Numbered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().enumerate())
    }
}

/// The fields with their numbers.
#[derive(Debug)]
struct Named;

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(FIELDS.len()))?;
        for (number, name) in FIELDS.iter().enumerate() {
            map.serialize_entry(name, &number)?;
        }
        map.end()
    }
}

impl Index {
    /// The index of all entries, each known by its place in the list.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let read: Vec<[Vec<String>; 4]> = entries.par_iter().map(|entry| entry.fields().map(terms)).collect();
        let lengths: Vec<[usize; 4]> =
            read.iter().map(|fields| fields.each_ref().map(|words| different(words))).collect();
        let mut places: BTreeMap<String, Places> = BTreeMap::new();
        for (entry, fields) in read.into_iter().enumerate() {
            for (field, words) in fields.into_iter().enumerate() {
                for word in words {
                    *places.entry(word).or_default().entry(field).or_default().entry(entry).or_default() += 1;
                }
            }
        }
        Index {
            document_count: entries.len(),
            next_id: entries.len(),
            document_ids: Numbered((0..entries.len()).collect()),
            field_ids: Named,
            average_field_length: averages(&lengths),
            field_length: Numbered(lengths),
            stored_fields: Numbered(Vec::new()),
            dirt_count: 0,
            index: places.into_iter().collect(),
            serialization_version: 2,
        }
    }
}

fn different(words: &[String]) -> usize {
    words.iter().collect::<BTreeSet<_>>().len()
}

/// The running mean that MiniSearch keeps, in its order, so that the last digit is the same too.
#[expect(clippy::cast_precision_loss, reason = "no site has 2⁵² words")]
fn averages(lengths: &[[usize; 4]]) -> [f64; 4] {
    let mut means = [0.0; 4];
    for (count, fields) in lengths.iter().enumerate() {
        for (mean, length) in means.iter_mut().zip(fields) {
            *mean = (*mean * count as f64 + *length as f64) / (count + 1) as f64;
        }
    }
    means
}
