//! Bytes as an owner's editor saved them → text.
//!
//! Order of belief: a byte order mark, then the zero bytes that UTF-16 leaves behind, then UTF-8, then Windows-1252 (which reads
//! anything). Line ends become `\n`: one line stays one line, so positions still match what the owner sees.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and what there is to doubt about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark and with `\n` line ends.
    pub text: String,
    /// What its owner should know about how it was read.
    pub doubt: Option<Doubt>,
}

/// Why a text may not be what its owner typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It was read as Windows-1252, because it is no UTF-8.
    OldEncoding,
    /// Some bytes are no letters.
    OddCharacters,
    /// It is no text at all.
    NoText,
}

/// More zero bytes than this, and it is a picture or a document of an Office program.
const MOST_ZEROS: usize = 3;

/// The text in `bytes`.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let body = &bytes[mark..];
    let (text, doubt) = match encoding.decode_without_bom_handling(body) {
        (text, false) => (text, None),
        (text, true) if encoding != UTF_8 || mark > 0 || is_mostly_sound(&text) => (text, Some(Doubt::OddCharacters)),
        _ => (WINDOWS_1252.decode_without_bom_handling(body).0, Some(Doubt::OldEncoding)),
    };
    let zeros = memchr::memchr_iter(0, text.as_bytes()).count();
    if zeros > MOST_ZEROS {
        return Decoded { text: String::new(), doubt: Some(Doubt::NoText) };
    }
    Decoded { text: with_plain_line_ends(text), doubt }
}

/// More letters beyond ASCII came out whole than broken: no other way of storing letters looks like that by chance.
fn is_mostly_sound(text: &str) -> bool {
    let beyond = text.chars().filter(|character| !character.is_ascii());
    let (broken, whole): (Vec<char>, Vec<char>) = beyond.partition(|&character| character == '\u{FFFD}');
    whole.len() > broken.len()
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(512)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let half = sample.len() / 2;
    // Latin text in UTF-16 has a zero in nearly every second byte; no other text an editor saves has.
    match (zeros(0), zeros(1)) {
        (_, odd) if half > 1 && odd * 10 > half * 6 => UTF_16LE,
        (even, _) if half > 1 && even * 10 > half * 6 => UTF_16BE,
        _ => UTF_8,
    }
}

fn with_plain_line_ends(text: Cow<'_, str>) -> String {
    if memchr::memchr(b'\r', text.as_bytes()).is_none() {
        return text.into_owned();
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "+++\ntitle = \"Über uns\"\n+++\n\nCafé – “quoted”\n";

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_way_of_saving_reads_the_same() {
        let windows = WINDOWS_1252.encode(TEXT).0.into_owned();
        let with_bom = |bytes: Vec<u8>, bom: &[u8]| [bom, &bytes].concat();
        let saved: Vec<Vec<u8>> = vec![
            TEXT.into(),
            with_bom(TEXT.into(), b"\xEF\xBB\xBF"),
            TEXT.replace('\n', "\r\n").into(),
            TEXT.replace('\n', "\r").into(),
            with_bom(utf16(TEXT, u16::to_le_bytes), b"\xFF\xFE"),
            with_bom(utf16(TEXT, u16::to_be_bytes), b"\xFE\xFF"),
            utf16(TEXT, u16::to_le_bytes),
            utf16(TEXT, u16::to_be_bytes),
            windows,
        ];
        for (way, bytes) in saved.iter().enumerate() {
            assert_eq!(decode(bytes).text, TEXT, "way {way}");
        }
    }

    #[test]
    fn odd_bytes_are_text_all_the_same() {
        let check = |bytes: &[u8], text: &str, doubt: Option<Doubt>| {
            assert_eq!(decode(bytes), Decoded { text: text.into(), doubt });
        };
        check(b"", "", None);
        check(b"\x80", "€", Some(Doubt::OldEncoding));
        check(b"gr\xC3\xBCn \xC3 gr\xC3\xB6", "grün \u{FFFD} grö", Some(Doubt::OddCharacters));
        check(b"a\0b", "a\0b", None);
        check(b"\x89PNG\r\n\0\0\0\0\0\rIHDR", "", Some(Doubt::NoText));
        check(b"\xFF\xFEa\0\x00\xD8b\0", "a\u{FFFD}b", Some(Doubt::OddCharacters));
    }
}
