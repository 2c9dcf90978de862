//! Texts inside pictures and data addresses.

use std::io::Write as _;

use base64::Engine as _;

use super::*;

const TEXT: &str = "Dana, 757 555 0188";

fn base64(bytes: impl AsRef<[u8]>) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn zlib(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// A PNG with one chunk between its header and its end; checksums play no part.
fn png(kind: &str, data: &[u8]) -> Vec<u8> {
    let chunk = |kind: &str, data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length, kind.as_bytes(), data, &[0; 4]].concat()
    };
    [b"\x89PNG\r\n\x1A\n", &chunk("IHDR", &[0; 13])[..], &chunk(kind, data), &chunk("IEND", b"")].concat()
}

fn jpeg(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [b"\xFF\xD8", &[0xFF, marker][..], &length, data, b"\xFF\xDA\x00\x02\x11\xFF\x00\x22\xFF\xD9"].concat()
}

fn webp(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    [b"RIFF\0\0\0\0WEBP", kind, &length, data].concat()
}

fn utf16(order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    TEXT.encode_utf16().flat_map(order).collect()
}

#[test]
fn the_words_in_a_picture_are_found() {
    let itxt = |flag: u8, text: &[u8]| [b"Comment\0", &[flag, 0][..], b"en\0Kommentar\0", text].concat();
    let pictures: Vec<(&str, Vec<u8>)> = vec![
        ("tEXt", png("tEXt", &[b"Author\0", TEXT.as_bytes()].concat())),
        ("zTXt", png("zTXt", &[b"Author\0\0", &zlib(TEXT)[..]].concat())),
        ("iTXt", png("iTXt", &itxt(0, TEXT.as_bytes()))),
        ("packed iTXt", png("iTXt", &itxt(1, &zlib(TEXT)))),
        ("eXIf", png("eXIf", &utf16(u16::to_le_bytes))),
        ("behind a PNG", [png("tIME", b""), TEXT.into()].concat()),
        ("EXIF", jpeg(0xE1, &[b"Exif\0\0", &utf16(u16::to_be_bytes)[..]].concat())),
        ("EXIF, little end", jpeg(0xE1, &utf16(u16::to_le_bytes))),
        ("XMP", jpeg(0xE1, b"http://ns.adobe.com/xap/1.0/\0<dc:creator>757<b>555</b>0188</dc:creator>")),
        ("IPTC", jpeg(0xED, &[b"8BIM\x04\x04", TEXT.as_bytes()].concat())),
        ("comment", jpeg(0xFE, TEXT.as_bytes())),
        ("behind a JPEG", [jpeg(0xFE, b""), TEXT.into()].concat()),
        ("WebP XMP", webp(b"XMP ", TEXT.as_bytes())),
        ("GIF comment", [b"GIF89a\x01\0\x01\0\0\0\0\x21\xFE\x12", TEXT.as_bytes(), b"\0;"].concat()),
        ("Latin-1", [b"GIF89a\xE9t\xE9 ", TEXT.as_bytes()].concat()),
        ("unknown", [b"\0\0\0\x20ftypavif", TEXT.as_bytes()].concat()),
    ];
    let secrets = secrets("US", &[NUMBER]);
    for (name, bytes) in pictures {
        assert_eq!(count(&secrets, &bytes), 1, "{name}");
        let data = format!("<img src=\"data:image/x;base64,{}\">", base64(&bytes));
        assert_eq!(count(&secrets, data.as_bytes()), 1, "{name} in a data address");
    }
}

#[test]
fn the_picture_itself_is_no_text() {
    let secrets = secrets("US", &[NUMBER]);
    assert_eq!(count(&secrets, &png("IDAT", TEXT.as_bytes())), 0);
    assert_eq!(count(&secrets, &webp(b"VP8 ", TEXT.as_bytes())), 0);
}

#[test]
fn data_addresses_are_opened() {
    let svg = "<svg><text>757<tspan>555</tspan>0188</text></svg>";
    let packed = base64(svg);
    let texts = [
        format!("<img src=\"data:image/svg+xml;base64,{packed}\">"),
        format!("url(data:image/svg+xml;base64,{})", packed.trim_end_matches('=')),
        format!("url('data:image/svg+xml;base64,{}\n {}')", &packed[..10], &packed[10..]),
        format!("{{\"icon\":\"data:image\\/svg+xml;base64,{packed}\"}}"),
        format!("<object data=\"data:text/html;base64,{}\">", base64(format!("<img src='data:x;base64,{packed}'>"))),
        "url(\"data:image/svg+xml,%3Csvg%3E%3Ctext%3E757%3Ctspan%3E555%3C/tspan%3E0188%3C/text%3E\")".to_owned(),
        format!("data:x;base64,{}", base64("ab?>757 555 0188").replace('/', "%2F")),
    ];
    let secrets = secrets("US", &[NUMBER]);
    for text in texts {
        assert_eq!(count(&secrets, text.as_bytes()), 1, "{text}");
    }
}

#[test]
fn letters_beyond_latin_are_found_in_wide_texts() {
    let secrets = secrets("US", &["улица Ленина 5"]);
    let wide: Vec<u8> = "Улица Ленина, 5".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "Улица Ленина, 5".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(count(&secrets, &png("eXIf", &wide)), 1);
    assert_eq!(count(&secrets, &[b"\xFE\xFF", &big[..]].concat()), 1);
}

#[test]
fn a_packed_svg_is_unpacked() {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(TEXT.as_bytes()).unwrap();
    assert_eq!(count(&secrets("US", &[NUMBER]), &encoder.finish().unwrap()), 1);
}

#[test]
fn odd_bytes_end_well() {
    let secrets = secrets("US", &[NUMBER, "улица Ленина 5", "jo@home.example"]);
    let whole = [png("zTXt", &[b"A\0\0", &zlib(TEXT)[..]].concat()), jpeg(0xE1, b"x"), webp(b"XMP ", b"y")];
    for bytes in whole {
        for end in 0..bytes.len() {
            secrets.search(&bytes[..end], &mut Skeleton::default());
        }
    }
    let texts = [
        "<a".repeat(20_000),
        "<a \"".repeat(20_000),
        "&".repeat(20_000),
        "<a <".repeat(9_000) + ">",
        "%".repeat(9_000),
        "base64,".repeat(3_000),
    ];
    for text in texts {
        secrets.search(text.as_bytes(), &mut Skeleton::default());
    }
}
