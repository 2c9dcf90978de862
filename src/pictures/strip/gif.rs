//! GIF (89a): blocks one after another, with comments and what programs add among them.

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2C;
const TRAILER: u8 = 0x3B;
/// How long a frame stands, and what shows through.
const CONTROL: u8 = 0xF9;
const APPLICATION: u8 = 0xFF;

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = 13 + colors(*bytes.get(10)?);
    let (start, mut rest) = bytes.split_at_checked(head)?;
    let mut out = start.to_vec();
    let mut has_image = false;
    // Many programs forget the trailer.
    while let Some(first) = rest.first() {
        let (length, is_kept) = match *first {
            TRAILER => break,
            EXTENSION => {
                let label = *rest.get(1)?;
                (2 + sub_blocks(rest.get(2..)?)?, label == CONTROL || label == APPLICATION && repeats(rest))
            }
            IMAGE => {
                has_image = true;
                let lead = 11 + colors(*rest.get(9)?);
                (lead + sub_blocks(rest.get(lead..)?)?, true)
            }
            _ => return None,
        };
        let (block, after) = rest.split_at_checked(length)?;
        if is_kept {
            out.extend_from_slice(block);
        }
        rest = after;
    }
    out.push(TRAILER);
    has_image.then_some(out)
}

/// Bytes of the colour table that the flags announce.
fn colors(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// How long a run of sub-blocks is, its end included.
fn sub_blocks(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += length + 1;
        if length == 0 {
            return Some(at);
        }
    }
}

/// Whether an application's block says how often the film runs; no other is kept.
fn repeats(block: &[u8]) -> bool {
    let name = block.get(3..14);
    (name == Some(b"NETSCAPE2.0") || name == Some(b"ANIMEXTS1.0")) && block.get(14) == Some(&3)
}
