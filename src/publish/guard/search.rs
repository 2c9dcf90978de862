//! The search of one file for all private entries: first its skeleton, then, if that is suspicious, every character, then what is
//! packed in it.

use std::ops::Range;

use super::layers::{self, Layer};
use super::pictures;
use super::reading::{self, Left, Skeleton};
use super::secret::Secret;
use super::trail::Trail;
use crate::policy::business::Business;

/// So often a text is taken out of another one: an escaped address of data in an escaped attribute, and one more.
const DEEPEST: u8 = 4;

/// All entries of `private`.
#[derive(Debug)]
pub(super) struct Secrets {
    list: Vec<Secret>,
    /// Whether one is written with letters that need UTF-16 read as such.
    foreign: bool,
}

/// A private entry in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Which entry.
    pub(super) secret: usize,
    /// Where in the file; of what is packed in it, where the packing stands.
    pub(super) range: Range<usize>,
}

/// Whether what is searched is a file, or already a text out of one.
#[derive(Clone, Copy, Debug)]
struct Depth(u8);

impl Secrets {
    /// The entries of a business.
    pub(super) fn of(business: &Business) -> Self {
        let list: Vec<Secret> =
            business.private.iter().filter_map(|entry| Secret::read(entry, business.country)).collect();
        let foreign = list.iter().any(Secret::is_foreign);
        Secrets { list, foreign }
    }

    /// Whether there is nothing to guard.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The entry a hit names.
    pub(super) fn get(&self, secret: usize) -> Option<&Secret> {
        self.list.get(secret)
    }

    /// Every place of every entry in a file, in order, none twice. `room` is used again from file to file.
    pub(super) fn search(&self, file: &[u8], room: &mut Skeleton) -> Vec<Hit> {
        let mut hits = self.search_layer(file, room, Depth(0));
        hits.sort_by_key(|hit| (hit.secret, hit.range.start, std::cmp::Reverse(hit.range.end)));
        // The longer spelling of a number holds the shorter, and a deeper look finds again what the first one saw.
        hits.dedup_by(|next, kept| {
            next.secret == kept.secret && next.range.start < kept.range.end.max(kept.range.start + 1)
        });
        hits
    }

    fn search_layer(&self, file: &[u8], room: &mut Skeleton, depth: Depth) -> Vec<Hit> {
        let text = pictures::searched(file);
        room.clear();
        let left = reading::read(&text, room);
        let mut hits = self.look_closer(&text, room, pictures::is_picture(file));
        if depth.0 >= DEEPEST {
            return hits;
        }
        let mut below = layers::packed(file);
        if left == Left::Escapes || layers::is_quoted_printable(file) {
            below.push(layers::undone(&text));
        }
        if self.foreign {
            below.extend(layers::wide(file));
        }
        let is_new = |layer: &&Layer| layer.bytes != *text;
        for layer in below.iter().filter(is_new) {
            let found = self.search_layer(&layer.bytes, room, Depth(depth.0 + 1));
            hits.extend(found.into_iter().map(|hit| Hit { range: layer.above(&hit.range), ..hit }));
        }
        hits
    }

    /// Reads character by character what its skeleton makes suspicious.
    fn look_closer(&self, text: &[u8], room: &Skeleton, is_noisy: bool) -> Vec<Hit> {
        let is_suspect =
            |(_, secret): &(usize, &Secret)| secret.may_be_in(room.bytes()) && (secret.is_rare() || !is_noisy);
        let suspects: Vec<(usize, &Secret)> = self.list.iter().enumerate().filter(is_suspect).collect();
        if suspects.is_empty() {
            return Vec::new();
        }
        let trail = Trail::of(text);
        let places = |(index, secret): (usize, &Secret)| {
            secret.places(&trail).into_iter().map(move |range| Hit { secret: index, range }).collect::<Vec<_>>()
        };
        suspects.into_iter().flat_map(places).collect()
    }
}
