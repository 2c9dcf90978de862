//! Pictures and files that are copied: where they go, and how large a picture is, so that a page does not jump when it comes.

use std::sync::Arc;

use super::Site;
use crate::address::{Address, SourcePath};
use crate::diagnostic::FileId;
use crate::source::Attachment;

/// A file that is published as it is.
#[derive(Clone, Debug)]
pub struct PublishedFile {
    /// Its place below the content folder.
    pub path: SourcePath,
    /// Its name, for findings.
    pub file: FileId,
    /// Where it is published.
    pub address: Address,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Width and height in CSS pixels, for a picture whose size is known.
    pub size: Option<(u32, u32)>,
}

/// Endings of files that browsers show as pictures.
const PICTURES: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico"];

/// Gives a file its address: pictures are named by their content, everything else keeps its place, since people link to it.
pub(super) fn publish(attachment: &Attachment) -> PublishedFile {
    let name = attachment.path.file_name();
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_picture = PICTURES.contains(&end.to_ascii_lowercase().as_str());
    let address = if is_picture {
        Address::hashed(&crate::markdown::slug(stem), &end.to_ascii_lowercase(), &attachment.bytes)
    } else {
        Address::new(attachment.path.as_str())
    };
    let size = if is_picture { measure(&attachment.bytes) } else { None };
    PublishedFile {
        path: attachment.path.clone(),
        file: attachment.file,
        address,
        bytes: Arc::clone(&attachment.bytes),
        size,
    }
}

/// Width and height from a picture's first bytes; for a drawing (SVG) its own measures or its view box.
fn measure(bytes: &[u8]) -> Option<(u32, u32)> {
    if let Ok(size) = imagesize::blob_size(bytes) {
        return Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?));
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let tag = &text[text.find("<svg")?..];
    let tag = &tag[..tag.find('>')?];
    let number = |name: &str| attribute(tag, name)?.trim_end_matches("px").parse::<f64>().ok();
    if let (Some(width), Some(height)) = (number("width"), number("height")) {
        return rounded(width, height);
    }
    let bounds: Vec<f64> = attribute(tag, "viewBox")?.split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
    rounded(*bounds.get(2)?, *bounds.get(3)?)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie between 1 and 100,000")]
fn rounded(width: f64, height: f64) -> Option<(u32, u32)> {
    let is_sane = |length: f64| (1.0..100_000.0).contains(&length);
    (is_sane(width) && is_sane(height)).then(|| (width.round() as u32, height.round() as u32))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

impl Site {
    /// The size of a published picture.
    #[must_use]
    pub fn picture_size(&self, address: &Address) -> Option<(u32, u32)> {
        self.files.iter().find(|file| file.address == *address).and_then(|file| file.size)
    }

    /// The logo's file, when there is one.
    #[must_use]
    pub fn logo(&self) -> Option<&PublishedFile> {
        let logo = self.business.brand.logo.as_ref()?;
        self.files.iter().find(|file| file.path.as_str() == &*logo.value)
    }
}
