//! A picture without what cameras and programs write into it beside the picture: where it was taken, when, with what, by whom, and what
//! else hangs on behind its end.
//!
//! What is kept is listed, not what is dropped: a note of a sort nobody has heard of goes as well. Pixels stay as they are.

mod gif;
mod jpeg;
mod png;
mod webp;

use super::kind::Kind;

/// A colour profile larger than this is not kept.
const LARGEST_PROFILE: usize = 5000;

/// The picture without notes. Nothing when the file ends before the picture does.
pub(super) fn strip(kind: Kind, bytes: &[u8]) -> Option<Vec<u8>> {
    match kind {
        Kind::Jpeg => jpeg::strip(bytes),
        Kind::Png => png::strip(bytes),
        Kind::Webp => webp::strip(bytes),
        Kind::Gif => gif::strip(bytes),
        Kind::Avif | Kind::Icon | Kind::Drawing => Some(bytes.to_vec()),
    }
}
