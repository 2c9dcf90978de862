//! Changed stretches of a text put back into the bytes an owner's editor saved, with every other byte as it was.

use std::ops::Range;

use super::encoding::decode;

/// The mark some editors put before UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The bytes with some stretches of their text replaced. `changes` are ranges of the decoded text, in order and apart.
///
/// Nothing when the file is not plain UTF-8: a stretch of another encoding can't be changed without touching the rest.
#[must_use]
pub fn rewrite(bytes: &[u8], changes: &[(Range<usize>, &str)]) -> Option<Vec<u8>> {
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    std::str::from_utf8(body).ok()?;
    let text = decode(bytes).text;
    let places = places(body);
    if places.len() != text.len() + 1 {
        return None;
    }
    let lead = bytes.len() - body.len();
    let mut out = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for (range, with) in changes {
        let (start, end) = (lead + *places.get(range.start)?, lead + *places.get(range.end)?);
        out.extend_from_slice(bytes.get(done..start)?);
        out.extend_from_slice(with.as_bytes());
        done = end;
    }
    out.extend_from_slice(bytes.get(done..)?);
    Some(out)
}

/// For every byte of the decoded text where it lies in the file, and one more for the end: a line end of two bytes is one.
fn places(body: &[u8]) -> Vec<usize> {
    let mut places = Vec::with_capacity(body.len() + 1);
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        places.push(at);
        at += if *byte == b'\r' && body.get(at + 1) == Some(&b'\n') { 2 } else { 1 };
    }
    places.push(body.len());
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_other_byte_stays() {
        for (typed, wanted) in [
            (&b"open 9-6\nnow"[..], &b"open {{ h }}\nnow"[..]),
            (b"\xEF\xBB\xBFopen 9-6\r\nnow\r", b"\xEF\xBB\xBFopen {{ h }}\r\nnow\r"),
        ] {
            assert_eq!(rewrite(typed, &[(5..8, "{{ h }}")]).as_deref(), Some(wanted));
        }
        assert_eq!(rewrite(b"a\r\nb\r\nc", &[(2..3, "x"), (4..5, "y")]).as_deref(), Some(&b"a\r\nx\r\ny"[..]));
    }

    #[test]
    fn another_encoding_is_left_alone() {
        assert_eq!(rewrite(b"caf\xE9 9-6", &[(5..8, "x")]), None);
        assert_eq!(rewrite(b"\xFF\xFEa\0b\0", &[(0..1, "x")]), None);
        assert_eq!(rewrite(b"ab", &[(5..8, "x")]), None);
    }
}
