//! How large a picture is, which way up it is and what it can show: all that its first bytes tell, before anything is decoded.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{ColorType, ImageDecoder, ImageResult, Limits};

use super::fault::Fault;
use super::kind::Kind;
use super::make::Format;

/// More pixels than this are not decoded: the largest phone cameras have 50 million, and each takes up to four bytes.
pub(super) const MOST_PIXELS: u64 = 64_000_000;
/// What a decoder may take of the memory, in bytes.
const MOST_MEMORY: u64 = 512 << 20;
/// Photos take more bytes a pixel than this as PNG; what was drawn or is a picture of a screen takes fewer.
const PHOTO_BYTES: u64 = 1;

/// What is known of a picture before it is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Looks {
    pub kind: Kind,
    /// Width and height as stored, in pixels.
    stored: (u32, u32),
    pub orientation: Orientation,
    pub is_see_through: bool,
    /// Drawn, not photographed: every pixel counts.
    pub is_drawn: bool,
    /// It is a little film.
    pub moves: bool,
}

impl Looks {
    /// Width and height as people see it.
    pub(super) fn shown(&self) -> (u32, u32) {
        let (width, height) = self.stored;
        let is_turned = matches!(
            self.orientation,
            Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
        );
        if is_turned { (height, width) } else { (width, height) }
    }

    pub(super) fn is_upright(&self) -> bool {
        self.orientation == Orientation::NoTransforms
    }

    /// What it is written as for programs that do not know WebP.
    pub(super) fn plain_format(&self) -> Format {
        if self.is_see_through || self.is_drawn { Format::Png } else { Format::Jpeg }
    }
}

/// Looks at a picture of pixels.
pub(super) fn look(kind: Kind, bytes: &[u8]) -> Result<Looks, Fault> {
    let read = |mut decoder: Box<dyn ImageDecoder + '_>, moves: bool| {
        let (width, height) = decoder.dimensions();
        let pixels = u64::from(width) * u64::from(height);
        if pixels > MOST_PIXELS {
            return Err(Fault::Huge(width, height));
        }
        let is_see_through = matches!(
            decoder.color_type(),
            ColorType::La8 | ColorType::La16 | ColorType::Rgba8 | ColorType::Rgba16 | ColorType::Rgba32F
        );
        let is_exact = kind == Kind::Png || bytes.get(12..16) == Some(b"VP8L");
        let is_drawn = is_exact && (bytes.len() as u64) < pixels * PHOTO_BYTES;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        Ok(Looks { kind, stored: (width, height), orientation, is_see_through, is_drawn, moves })
    };
    let input = Cursor::new(bytes);
    let opened = match kind {
        Kind::Png => opened_png(input),
        Kind::Webp => WebPDecoder::new(input).map(|decoder| {
            let moves = decoder.has_animation();
            (Box::new(decoder) as Box<dyn ImageDecoder + '_>, moves)
        }),
        _ => JpegDecoder::new(input).map(|decoder| (Box::new(decoder) as Box<dyn ImageDecoder + '_>, false)),
    };
    let (decoder, moves) = opened.map_err(|_| Fault::Broken)?;
    if decoder.dimensions().0 == 0 || decoder.dimensions().1 == 0 {
        return Err(Fault::Broken);
    }
    read(decoder, moves)
}

fn opened_png(input: Cursor<&[u8]>) -> ImageResult<(Box<dyn ImageDecoder + '_>, bool)> {
    let decoder = PngDecoder::with_limits(input, limits())?;
    let moves = decoder.is_apng()?;
    Ok((Box::new(decoder), moves))
}

/// The decoder of a picture that was looked at.
pub(super) fn decoder(kind: Kind, bytes: &[u8]) -> ImageResult<Box<dyn ImageDecoder + '_>> {
    let input = Cursor::new(bytes);
    let mut decoder: Box<dyn ImageDecoder + '_> = match kind {
        Kind::Png => Box::new(PngDecoder::with_limits(input, limits())?),
        Kind::Webp => Box::new(WebPDecoder::new(input)?),
        _ => Box::new(JpegDecoder::new(input)?),
    };
    decoder.set_limits(limits())?;
    Ok(decoder)
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

/// Whether a picture kept in boxes (AVIF) brings notes along: a camera's (`Exif`) or a program's (`mime`, which holds XMP).
///
/// Four such bytes turn up in a picture's own once in a thousand megabytes; then a sound picture is refused, and none lets a place slip.
pub(super) fn has_notes(bytes: &[u8]) -> bool {
    let notes: [&[u8]; 2] = [b"Exif", b"application/rdf+xml"];
    notes.iter().any(|note| memchr::memmem::find(bytes, note).is_some())
}

/// Width and height from a picture's first bytes; for a drawing its own measures or its view box.
pub(super) fn measure(bytes: &[u8]) -> Option<(u32, u32)> {
    if let Ok(size) = imagesize::blob_size(bytes) {
        return Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?));
    }
    super::drawing::measure(std::str::from_utf8(bytes).ok()?)
}
