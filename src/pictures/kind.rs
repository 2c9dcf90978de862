//! What a file is, by its first bytes: names lie, above all those of photos that came by way of a phone.

/// Endings of files that are taken for pictures.
const ENDS: [&str; 17] = [
    "png", "jpg", "jpeg", "jfif", "gif", "webp", "avif", "svg", "ico", "heic", "heif", "hif", "tif", "tiff", "bmp",
    "jxl", "psd",
];

/// Pictures that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    Webp,
    Gif,
    Avif,
    Icon,
    Drawing,
}

impl Kind {
    /// The ending it is published with.
    pub(super) fn end(self) -> &'static str {
        match self {
            Kind::Jpeg => "jpg",
            Kind::Png => "png",
            Kind::Webp => "webp",
            Kind::Gif => "gif",
            Kind::Avif => "avif",
            Kind::Icon => "ico",
            Kind::Drawing => "svg",
        }
    }
}

/// What a file that is called a picture really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Known(Kind),
    /// Something that no browser shows, in words: "a HEIC picture, as iPhones take them".
    Foreign(&'static str),
    Empty,
    Unknown,
}

/// Whether a file's ending says that it is a picture.
#[must_use]
pub fn is_called_picture(end: &str) -> bool {
    ENDS.contains(&end.to_ascii_lowercase().as_str())
}

/// What the file is. The ending only tells drawings, which are text.
pub(super) fn sort(bytes: &[u8], end: &str) -> Sort {
    const KNOWN: [(&[u8], Kind); 5] = [
        (b"\xFF\xD8\xFF", Kind::Jpeg),
        (b"\x89PNG\r\n\x1A\n", Kind::Png),
        (b"GIF87a", Kind::Gif),
        (b"GIF89a", Kind::Gif),
        (b"\0\0\x01\0", Kind::Icon),
    ];
    const FOREIGN: [(&[u8], &str); 8] = [
        (b"II*\0", "a TIFF picture or a camera's raw one"),
        (b"MM\0*", "a TIFF picture or a camera's raw one"),
        (b"BM", "a BMP picture"),
        (b"8BPS", "a Photoshop file"),
        (b"\xFF\x0A", "a JPEG XL picture"),
        (b"\0\0\0\x0CJXL ", "a JPEG XL picture"),
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "a packed folder or an Office document"),
    ];
    if bytes.is_empty() {
        return Sort::Empty;
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Sort::Known(Kind::Webp);
    }
    let known = KNOWN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| Sort::Known(*kind));
    let foreign = || FOREIGN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| Sort::Foreign(name));
    known.or_else(|| boxed(bytes)).or_else(foreign).unwrap_or_else(|| {
        let is_drawing = end.eq_ignore_ascii_case("svg") || looks_like_drawing(bytes);
        if is_drawing { Sort::Known(Kind::Drawing) } else { Sort::Unknown }
    })
}

/// ISO/IEC 23008-12 (HEIF): the brands in the first box say which of the pictures kept in boxes it is.
fn boxed(bytes: &[u8]) -> Option<Sort> {
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    let length = usize::try_from(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?)).ok()?;
    let brands = bytes.get(8..length.clamp(12, 256).min(bytes.len()))?;
    let has = |wanted: [&[u8]; 2]| brands.chunks(4).any(|brand| wanted.contains(&brand));
    let is_avif = has([b"avif", b"avis"]);
    Some(if is_avif { Sort::Known(Kind::Avif) } else { Sort::Foreign("a HEIC picture, as iPhones take them") })
}

fn looks_like_drawing(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    memchr::memmem::find(start, b"<svg").is_some()
}
