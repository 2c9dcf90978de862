//! Colour profiles: phones photograph in more colours than a plain file can name (Display P3), and say so in a profile.
//!
//! Numbers stay as they are and the profile goes along: to convert them would be one more thing that differs between processors.

/// Profiles of cameras and screens take about half a kilobyte. A larger one is a printer's, or something else in disguise.
const LARGEST: usize = 4096;

/// ICC.1:2022, 7.2: whether it is a profile for the colours of a screen, and small.
pub(super) fn is_worth_keeping(profile: &[u8]) -> bool {
    profile.len() <= LARGEST && profile.get(16..20) == Some(b"RGB ") && profile.get(36..40) == Some(b"acsp")
}

/// The same WebP with a profile (RFC 9649, 2.7): in an extended header, before the picture.
pub(super) fn put_into_webp(webp: &[u8], profile: &[u8]) -> Option<Vec<u8>> {
    const HAS_PROFILE: u8 = 0x20;
    const HAS_ALPHA: u8 = 0x10;
    let size = imagesize::blob_size(webp).ok()?;
    let mut rest = webp.get(12..)?;
    let mut flags = HAS_PROFILE;
    if rest.starts_with(b"VP8X") {
        flags |= rest.get(8)? & HAS_ALPHA;
        rest = rest.get(18..)?;
    } else if rest.starts_with(b"VP8L") {
        // The bit behind the two measures says whether anything shows through.
        flags |= rest.get(12)? & HAS_ALPHA;
    }
    let measure = |length: usize| Some(u32::try_from(length).ok()?.checked_sub(1)?.to_le_bytes());
    let (width, height) = (measure(size.width)?, measure(size.height)?);
    let mut body = b"WEBPVP8X\x0A\0\0\0".to_vec();
    body.extend([flags, 0, 0, 0]);
    body.extend(width.get(..3)?);
    body.extend(height.get(..3)?);
    body.extend(b"ICCP");
    body.extend(u32::try_from(profile.len()).ok()?.to_le_bytes());
    body.extend(profile);
    body.extend(vec![0; profile.len() % 2]);
    body.extend(rest);
    let length = u32::try_from(body.len()).ok()?.to_le_bytes();
    Some([b"RIFF", &length[..], &body].concat())
}
