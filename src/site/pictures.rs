//! Pictures and files that go out beside the pages: where they go, and what of them is known.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Site;
use crate::address::{Address, SourcePath};
use crate::diagnostic::{FileId, Findings, Severity, Sources};
use crate::pictures::{Fault, Picture, is_called_picture};
use crate::source::Attachment;

/// A file that goes out beside the pages.
#[derive(Clone, Debug)]
pub struct PublishedFile {
    /// Its place below the content folder.
    pub path: SourcePath,
    /// Its name, for findings.
    pub file: FileId,
    /// Where it is published.
    pub address: Address,
    /// What is published.
    pub matter: Matter,
}

/// What is published of a file.
#[derive(Clone, Debug)]
pub enum Matter {
    /// Its bytes as they are.
    Whole(Arc<[u8]>),
    /// What becomes of a picture. The bytes as they were never go out.
    Picture(Arc<Picture>),
}

impl PublishedFile {
    /// The picture, if it is one.
    #[must_use]
    pub fn picture(&self) -> Option<&Picture> {
        if let Matter::Picture(picture) = &self.matter { Some(picture) } else { None }
    }

    /// Width and height as shown, for a picture whose size is known.
    #[must_use]
    pub fn size(&self) -> Option<(u32, u32)> {
        self.picture()?.size()
    }
}

/// Gives a file its address: pictures are named by their content, everything else keeps its place, since people link to it.
///
/// What was read and looked at before, and did not change, is taken from there with all that was made of it since.
pub(super) fn publish(attachment: &Attachment, before: Option<&Arc<Picture>>) -> PublishedFile {
    let name = attachment.path.file_name();
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let (address, matter) = if is_called_picture(end) {
        let same = before.filter(|before| before.is_of(&attachment.bytes)).map(Arc::clone);
        let new = || Arc::new(Picture::new(&crate::markdown::slug(stem), end, &attachment.bytes));
        let picture = same.unwrap_or_else(new);
        (picture.address().clone(), Matter::Picture(picture))
    } else {
        (Address::new(attachment.path.as_str()), Matter::Whole(Arc::clone(&attachment.bytes)))
    };
    PublishedFile { path: attachment.path.clone(), file: attachment.file, address, matter }
}

/// Tells which pictures can't go out. One that no page shows is just left out: somebody may keep the originals beside their copies.
pub(super) fn check(files: &[PublishedFile], sources: &Sources, used: impl Fn() -> BTreeSet<Address>) -> Findings {
    let unfit = files.iter().filter_map(|file| Some((file, file.picture()?.fault()?)));
    let unfit: Vec<(&PublishedFile, &Fault)> = unfit.collect();
    let mut findings = Findings::new();
    let used = if unfit.is_empty() { BTreeSet::new() } else { used() };
    findings.extend(unfit.into_iter().map(|(file, fault)| {
        let told = fault.told(&file.path, file.file, sources.file(file.file));
        if used.contains(&file.address) { told } else { told.severity(Severity::Warning) }
    }));
    findings
}

impl Site {
    /// The picture that is published at an address.
    #[must_use]
    pub fn picture(&self, address: &Address) -> Option<&Picture> {
        self.files.iter().find(|file| file.address == *address).and_then(PublishedFile::picture)
    }

    /// The logo's file, when there is one.
    #[must_use]
    pub fn logo(&self) -> Option<&PublishedFile> {
        let logo = self.business.brand.logo.as_ref()?;
        self.files.iter().find(|file| file.path.as_str() == &*logo.value)
    }
}
