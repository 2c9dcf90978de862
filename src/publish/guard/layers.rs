//! What lies below the surface of a file: escapes undone, and texts packed inside (data addresses, compressed descriptions of pictures).
//!
//! A new format whose text is packed gets its row in [`packed`]; one that has no text at all hands its words along with its bytes.

use std::io::Read as _;
use std::ops::Range;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use memchr::{memchr, memmem};

use super::{escapes, pictures};

/// More than this is not unpacked from one place: no description is so long, and a file made to burst stays small.
const MOST_UNPACKED: u64 = 16 << 20;
/// Fewer letters of base 64 hold nothing worth a look.
const SHORTEST_BASE64: usize = 8;

static BASE64_MARK: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("base64,"));
static MAIL_MARK: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("QUOTED-PRINTABLE"));

/// A text made of another one, and where in that one each byte comes from.
#[derive(Debug)]
pub(super) struct Layer {
    /// The text.
    pub(super) bytes: Vec<u8>,
    /// In order of their place, one after another.
    runs: Vec<Run>,
    /// The end of the text above.
    end: usize,
}

/// Bytes of a layer from `at` on, up to the next run.
#[derive(Clone, Copy, Debug)]
struct Run {
    at: usize,
    /// Where they stand in the text above.
    origin: usize,
    step: Step,
}

/// How the bytes of a run lie in the text above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// One after another, as here.
    Along,
    /// All at one place: they were made of what stands there.
    Still,
}

impl Layer {
    /// Where a stretch of it stands in the text above.
    pub(super) fn above(&self, range: &Range<usize>) -> Range<usize> {
        self.origin(range.start)..self.origin(range.end)
    }

    fn origin(&self, place: usize) -> usize {
        if place >= self.bytes.len() {
            return self.end;
        }
        let after = self.runs.partition_point(|run| run.at <= place);
        match after.checked_sub(1).and_then(|run| self.runs.get(run)) {
            Some(Run { at, origin, step: Step::Along }) => origin + (place - at),
            Some(Run { origin, step: Step::Still, .. }) => *origin,
            None => self.end,
        }
    }

    /// A text packed at one place, whose letters have no places of their own.
    fn at(place: Range<usize>, bytes: Vec<u8>) -> Self {
        Layer { bytes, runs: vec![Run { at: 0, origin: place.start, step: Step::Still }], end: place.end }
    }

    /// Nothing yet of a text.
    fn of(text: &[u8]) -> Self {
        Layer { bytes: Vec::with_capacity(text.len()), runs: Vec::new(), end: text.len() }
    }

    /// Adds a byte as it stands at `origin`.
    fn copy(&mut self, byte: u8, origin: usize) {
        let goes_on = self
            .runs
            .last()
            .is_some_and(|run| run.step == Step::Along && run.origin + (self.bytes.len() - run.at) == origin);
        if !goes_on {
            self.runs.push(Run { at: self.bytes.len(), origin, step: Step::Along });
        }
        self.bytes.push(byte);
    }

    /// Adds what the bytes at `origin` stand for.
    fn put(&mut self, made: &[u8], origin: usize) {
        self.runs.push(Run { at: self.bytes.len(), origin, step: Step::Still });
        self.bytes.extend_from_slice(made);
    }
}

/// Whether a text says that it is written the way mail programs do.
pub(super) fn is_quoted_printable(text: &[u8]) -> bool {
    MAIL_MARK.find(text).is_some()
}

/// The text with every escape undone once.
pub(super) fn undone(text: &[u8]) -> Layer {
    let is_mail = is_quoted_printable(text);
    let mut layer = Layer::of(text);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let quoted = if is_mail { escapes::quoted_printable(rest) } else { None };
        let length = if let Some((byte, length)) = quoted {
            // Letters beyond ASCII are escaped byte by byte, so the byte itself goes on.
            layer.put(&[u8::try_from(u32::from(byte)).unwrap_or(b' ')], at);
            length
        } else if let Some((character, length)) = escapes::any(rest) {
            layer.put(character.encode_utf8(&mut [0; 4]).as_bytes(), at);
            length
        } else {
            rest.first().iter().for_each(|byte| layer.copy(**byte, at));
            1
        };
        at += length;
    }
    layer
}

/// Every text packed inside a file.
pub(super) fn packed(file: &[u8]) -> Vec<Layer> {
    let mut layers = data_addresses(file);
    let whole = 0..file.len();
    layers.extend(pictures::compressed_texts(file).into_iter().map(|text| Layer::at(whole.clone(), text)));
    if file.starts_with(b"\x1F\x8B") {
        layers.extend(unpacked(flate2::read::GzDecoder::new(file)).map(|text| Layer::at(whole, text)));
    }
    layers
}

/// What a zlib stream holds; nothing if it is none. A stream cut short gives what could be read.
pub(super) fn inflated(stream: &[u8]) -> Option<Vec<u8>> {
    unpacked(flate2::read::ZlibDecoder::new(stream))
}

fn unpacked(packed: impl std::io::Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    // What came before an error is in `bytes` all the same.
    let _ = packed.take(MOST_UNPACKED).read_to_end(&mut bytes);
    (!bytes.is_empty()).then_some(bytes)
}

fn data_addresses(file: &[u8]) -> Vec<Layer> {
    let found = BASE64_MARK.find_iter(file).map(|at| at + BASE64_MARK.needle().len());
    found.filter_map(|start| data_address(file, start)).collect()
}

/// The bytes that the base 64 behind `start` stands for; blanks and percent signs in it are passed over.
fn data_address(file: &[u8], start: usize) -> Option<Layer> {
    let mut letters = Vec::new();
    let mut at = start;
    while let Some(rest) = file.get(at..) {
        at += match *rest {
            [letter, ..] if letter.is_ascii_alphanumeric() || matches!(letter, b'+' | b'/' | b'-' | b'_') => {
                letters.push(match letter {
                    b'-' => b'+',
                    b'_' => b'/',
                    plain => plain,
                });
                1
            }
            [b' ' | b'\n' | b'\r' | b'\t', ..] => 1,
            [b'%', ..] => match escapes::percent(rest) {
                Some((sign @ ('+' | '/'), length)) => {
                    letters.extend(u8::try_from(u32::from(sign)));
                    length
                }
                _ => break,
            },
            _ => break,
        };
    }
    let engine = GeneralPurpose::new(
        &alphabet::STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    // One letter too many carries no byte, and would spoil the rest.
    letters.truncate(letters.len() - usize::from(letters.len() % 4 == 1));
    let bytes = engine.decode(&letters).ok().filter(|_| letters.len() >= SHORTEST_BASE64)?;
    Some(Layer::at(start..at, bytes))
}

/// A file read as UTF-16, from both ends of a letter and from both of its halves. Plain letters need none of this: the zero bytes
/// between them are passed over anyway.
pub(super) fn wide(file: &[u8]) -> Vec<Layer> {
    let seems_wide = memchr(0, file).is_some() || file.starts_with(b"\xFF\xFE") || file.starts_with(b"\xFE\xFF");
    if !seems_wide {
        return Vec::new();
    }
    let read = |encoding: &'static Encoding, from: usize| {
        let text = encoding.decode_without_bom_handling(file.get(from..)?).0;
        Some(Layer::at(0..file.len(), text.into_owned().into_bytes()))
    };
    let ways = [(UTF_16LE, 0), (UTF_16LE, 1), (UTF_16BE, 0), (UTF_16BE, 1)];
    ways.into_iter().filter_map(|(encoding, from)| read(encoding, from)).collect()
}
