//! JPEG (ITU-T T.81, annex B): segments, and scans between some of them.

/// The segments without notes, up to the end of the picture: behind it phones keep films and second pictures.
pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let marker = *rest.get(1)?;
        if *rest.first()? != 0xFF {
            return None;
        }
        match marker {
            // Any number of 0xFF may stand before a marker.
            0xFF => rest = rest.get(1..)?,
            0xD8 | 0x01 => {
                out.extend_from_slice(rest.get(..2)?);
                rest = rest.get(2..)?;
            }
            0xD9 => {
                out.extend_from_slice(&[0xFF, 0xD9]);
                return Some(out);
            }
            _ => {
                let length = usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?)).checked_add(2)?;
                let segment = rest.get(..length)?;
                if is_kept(marker, segment) {
                    out.extend_from_slice(segment);
                }
                rest = rest.get(length..)?;
                if marker == 0xDA {
                    let scan = scan(rest)?;
                    out.extend_from_slice(rest.get(..scan)?);
                    rest = rest.get(scan..)?;
                }
            }
        }
    }
}

/// Tables, frames and scans; of the notes those that say how colours are meant: JFIF without its thumbnail, Adobe’s, a profile in one small piece.
fn is_kept(marker: u8, segment: &[u8]) -> bool {
    let body = segment.get(4..).unwrap_or_default();
    match marker {
        0xE0 => body.starts_with(b"JFIF\0") && body.len() == 14,
        0xE2 => body.starts_with(b"ICC_PROFILE\0\x01\x01") && segment.len() <= super::LARGEST_PROFILE,
        0xEE => body.starts_with(b"Adobe") && body.len() == 12,
        0xE1 | 0xE3..=0xED | 0xEF..=0xFE => false,
        _ => true,
    }
}

/// Where a scan ends: at the next marker that is neither a stuffed byte nor a restart.
fn scan(bytes: &[u8]) -> Option<usize> {
    let mut candidates = memchr::memchr_iter(0xFF, bytes);
    candidates.find(|place| !matches!(bytes.get(place + 1), None | Some(0x00 | 0xD0..=0xD7 | 0xFF)))
}
