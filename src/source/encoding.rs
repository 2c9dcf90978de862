//! Bytes as an owner's editor saved them → text.
//!
//! Order of belief: a byte order mark, then the zero bytes that UTF-16 leaves behind, then UTF-8, then Windows-1252 (which reads
//! anything). Line ends become `\n`: one line stays one line, so positions still match what the owner sees.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text in `bytes`, without a byte order mark and with `\n` line ends.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let body = &bytes[mark..];
    let text = match encoding.decode_without_bom_handling(body) {
        (text, false) => text,
        (text, true) if encoding != UTF_8 => text,
        _ => WINDOWS_1252.decode_without_bom_handling(body).0,
    };
    with_plain_line_ends(text)
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
    if !text.contains('\r') {
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
            assert_eq!(decode(bytes), TEXT, "way {way}");
        }
    }

    #[test]
    fn odd_bytes_are_text_all_the_same() {
        assert_eq!(decode(b""), "");
        assert_eq!(decode(b"\x80"), "€");
        assert_eq!(decode(b"a\0b"), "a\0b");
    }
}
