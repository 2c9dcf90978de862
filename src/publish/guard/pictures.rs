//! Pictures: what cameras and programs write into them beside the picture itself.
//!
//! Only that is searched. The picture's own bytes are noise in which a short word is found sooner or later, and they are by far the most.

use std::borrow::Cow;

use super::{fold, layers};

const PNG: &[u8] = b"\x89PNG\r\n\x1A\n";
const JPEG: &[u8] = b"\xFF\xD8\xFF";

/// What of a file is to be searched: of pictures all but the picture, of everything else all.
pub(super) fn searched(file: &[u8]) -> Cow<'_, [u8]> {
    let parts = if file.starts_with(PNG) {
        png(file).filter(|(kind, _)| *kind != b"IDAT" && *kind != b"fdAT").map(|(_, data)| data).collect()
    } else if file.starts_with(JPEG) {
        jpeg(file)
    } else if is_webp(file) {
        let noise: [&[u8]; 4] = [b"VP8 ", b"VP8L", b"ALPH", b"ANMF"];
        webp(file).filter(|(kind, _)| !noise.contains(kind)).map(|(_, data)| data).collect()
    } else {
        return Cow::Borrowed(file);
    };
    Cow::Owned(parts.join(&fold::APART))
}

/// Whether a file is one of the pictures that are not text.
pub(super) fn is_picture(file: &[u8]) -> bool {
    file.starts_with(PNG) || file.starts_with(JPEG) || is_webp(file) || file.starts_with(b"GIF8")
}

fn is_webp(file: &[u8]) -> bool {
    file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP")
}

/// The texts that a PNG keeps compressed: `zTXt` and `iTXt`.
pub(super) fn compressed_texts(file: &[u8]) -> Vec<Vec<u8>> {
    if !file.starts_with(PNG) {
        return Vec::new();
    }
    png(file).filter_map(|(kind, data)| compressed_text(kind, data)).collect()
}

/// PNG 3, 11.3.3: `zTXt` is keyword, zero, method, stream; `iTXt` is keyword, zero, flag, method, language, zero, translation, zero, stream.
fn compressed_text(kind: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let mut rest = after_zero(data)?;
    match kind {
        b"zTXt" => rest = rest.get(1..)?,
        b"iTXt" if rest.first() == Some(&1) => rest = after_zero(after_zero(rest.get(2..)?)?)?,
        _ => return None,
    }
    layers::inflated(rest)
}

fn after_zero(bytes: &[u8]) -> Option<&[u8]> {
    let zero = memchr::memchr(0, bytes)?;
    bytes.get(zero + 1..)
}

/// The chunks of a PNG: kind and data. What follows the last whole chunk counts as one more.
fn png(file: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = file.get(PNG.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = rest.get(..4).and_then(|bytes| Some(u32::from_be_bytes(bytes.try_into().ok()?) as usize));
        let chunk = length.and_then(|length| Some((rest.get(4..8)?, rest.get(8..)?.get(..length)?)));
        next_chunk(&mut rest, chunk, |(_, data)| data.len() + 12)
    })
}

/// The chunks of a WebP: kind and data, which is padded to an even length.
fn webp(file: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = file.get(12..).unwrap_or_default();
    std::iter::from_fn(move || {
        let length = rest.get(4..8).and_then(|bytes| Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize));
        let chunk = length.and_then(|length| Some((rest.get(..4)?, rest.get(8..)?.get(..length)?)));
        next_chunk(&mut rest, chunk, |(_, data)| data.len() + data.len() % 2 + 8)
    })
}

type Chunk<'f> = (&'f [u8], &'f [u8]);

fn next_chunk<'f>(
    rest: &mut &'f [u8],
    chunk: Option<Chunk<'f>>,
    length: impl Fn(&Chunk<'f>) -> usize,
) -> Option<Chunk<'f>> {
    if rest.is_empty() {
        return None;
    }
    let end = chunk.as_ref().map_or(rest.len(), length).min(rest.len());
    let (here, after) = rest.split_at(end);
    *rest = after;
    Some(chunk.unwrap_or((b"", here)))
}

/// The segments of a JPEG before, between and behind its scans (ITU-T T.81, annex B).
fn jpeg(file: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = file;
    while let Some(start) = marker(rest) {
        rest = rest.get(start..).unwrap_or_default();
        let length = rest.get(2..4).and_then(|bytes| Some(usize::from(u16::from_be_bytes(bytes.try_into().ok()?))));
        let end = match (rest.get(1), length) {
            // The beginning and the end have nothing in them; behind the end other programs hide what they like.
            (Some(0xD8 | 0x01), _) => 2,
            (Some(0xD9), _) | (_, None) => rest.len(),
            (_, Some(length)) => (length + 2).min(rest.len()),
        };
        parts.extend(rest.get(..end));
        rest = rest.get(end..).unwrap_or_default();
    }
    parts
}

/// The next marker that is more than a stuffed byte or a restart inside a scan.
fn marker(bytes: &[u8]) -> Option<usize> {
    let mut candidates = memchr::memchr_iter(0xFF, bytes);
    candidates.find(|place| !matches!(bytes.get(place + 1), None | Some(0x00 | 0xD0..=0xD7 | 0xFF)))
}
