//! WebP (RFC 9649): a RIFF container of chunks.

/// Chunks that say how the picture looks.
const KEPT: [&[u8; 4]; 6] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"];
/// Flags of the extended header.
const HAS_NOTES: u8 = 0x08 | 0x04;
const HAS_PROFILE: u8 = 0x20;

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let length = usize::try_from(u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?)).ok()?;
    // What lies behind the container is no part of the picture.
    let mut rest = bytes.get(12..length.checked_add(8)?)?;
    let mut body = b"WEBP".to_vec();
    let mut profile = 0;
    while !rest.is_empty() {
        let kind: &[u8; 4] = rest.get(..4)?.try_into().ok()?;
        let length = usize::try_from(u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?)).ok()?;
        let whole = length.checked_add(8)?;
        let data = rest.get(..whole)?;
        let is_profile = kind == b"ICCP" && whole <= super::LARGEST_PROFILE;
        if is_profile || KEPT.contains(&kind) {
            body.extend_from_slice(data);
            // The byte that makes a length even may hide something.
            body.extend(vec![0; length % 2]);
        }
        if is_profile {
            profile = HAS_PROFILE;
        }
        rest = rest.get(whole + length % 2..).unwrap_or_default();
    }
    if body.get(4..8) == Some(b"VP8X") {
        let flags = body.get_mut(12)?;
        *flags = *flags & !HAS_NOTES & !HAS_PROFILE | profile;
    }
    let length = u32::try_from(body.len()).ok()?.to_le_bytes();
    Some([b"RIFF", &length[..], &body].concat())
}
