//! The index as MiniSearch 7 writes it down (`toJSON`, serializationVersion 2), worked out here so that no phone has to.
//!
//! Source: MiniSearch 7.2.0, `addAll` and `toJSON`. Its own reading of the result is compared in `tests/browser/search.mjs`.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::entries::Entry;
use super::terms::terms;

/// The searched fields, in the order of [`Entry::fields`].
const FIELDS: [&str; 4] = ["title", "also", "text", "on"];

/// Where a word stands: by field, the entries with how often it stands there, in their order.
#[derive(Clone, Debug, Default)]
struct Places([Vec<(usize, usize)>; FIELDS.len()]);

impl Places {
    /// Counts the word once more, and says whether it is new in this field of this entry. Entries come in their order.
    fn count(&mut self, field: usize, entry: usize) -> bool {
        let Some(entries) = self.0.get_mut(field) else { return false };
        match entries.last_mut() {
            Some((last, times)) if *last == entry => {
                *times += 1;
                false
            }
            _ => {
                entries.push((entry, 1));
                true
            }
        }
    }

    /// Takes over the places in entries that come later.
    fn append(&mut self, later: Places) {
        self.0.iter_mut().zip(later.0).for_each(|(entries, mut more)| entries.append(&mut more));
    }
}

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.0.iter().enumerate().filter(|(_, entries)| !entries.is_empty());
        serializer.collect_map(fields.map(|(field, entries)| (field, Counted(entries))))
    }
}

/// Entries with numbers, written as an object.
struct Counted<'c>(&'c [(usize, usize)]);

impl Serialize for Counted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

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
        let stretches: Vec<(usize, &[Entry])> =
            entries.chunks(STRETCH).enumerate().map(|(at, stretch)| (at * STRETCH, stretch)).collect();
        let counted: Vec<Stretch> =
            stretches.into_par_iter().map(|(first, entries)| Stretch::of(first, entries)).collect();
        let mut lengths = Vec::with_capacity(entries.len());
        let mut places: HashMap<String, Places> = HashMap::new();
        for mut stretch in counted {
            lengths.append(&mut stretch.lengths);
            let mut words: Vec<(String, usize)> = stretch.numbers.into_iter().collect();
            words.sort_unstable_by_key(|(_, number)| *number);
            for (word, number) in words {
                places.entry(word).or_default().append(std::mem::take(&mut stretch.places[number]));
            }
        }
        let mut index: Vec<(String, Places)> = places.into_iter().collect();
        index.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Index {
            document_count: entries.len(),
            next_id: entries.len(),
            document_ids: Numbered((0..entries.len()).collect()),
            field_ids: Named,
            average_field_length: averages(&lengths),
            field_length: Numbered(lengths),
            stored_fields: Numbered(Vec::new()),
            dirt_count: 0,
            index,
            serialization_version: 2,
        }
    }
}

/// So many entries are counted in one go.
const STRETCH: usize = 256;

/// Some entries, counted.
#[derive(Default)]
struct Stretch {
    /// Of each entry how many different words each field has.
    lengths: Vec<[usize; FIELDS.len()]>,
    /// The number of each word. Put in order when all stretches are put together.
    numbers: HashMap<String, usize>,
    /// By the word's number.
    places: Vec<Places>,
}

impl Stretch {
    /// Counts entries, the first of which has this place in the list.
    fn of(first: usize, entries: &[Entry]) -> Self {
        let mut stretch = Stretch::default();
        for (entry, fields) in (first..).zip(entries.iter().map(Entry::fields)) {
            let mut lengths = [0; FIELDS.len()];
            for (field, (text, length)) in fields.into_iter().zip(&mut lengths).enumerate() {
                terms(text, |word| *length += usize::from(stretch.places_of(word).count(field, entry)));
            }
            stretch.lengths.push(lengths);
        }
        stretch
    }

    fn places_of(&mut self, word: &str) -> &mut Places {
        // Most words are there already, and looking them up needs no copy of them.
        let number = self.numbers.get(word).copied().unwrap_or_else(|| {
            self.numbers.insert(word.to_owned(), self.places.len());
            self.places.push(Places::default());
            self.places.len() - 1
        });
        &mut self.places[number]
    }
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
