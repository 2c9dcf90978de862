//! Pictures beside the pages: made on all cores while the pages are.

use std::sync::Arc;

use rayon::prelude::*;

use super::output::{Content, Output, Segment};
use crate::address::Address;
use crate::diagnostic::{Findings, Severity, Sources};
use crate::markdown::html::Choices;
use crate::pictures::{Emblem, Fault, Picture};
use crate::site::{PublishedFile, Site};
use crate::source::Layout;

/// How much is done with pictures that have to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// They are made.
    Make,
    /// They are decoded, so that what is wrong with them is found; nothing is made.
    Judge,
}

/// A file to be published.
type File = (Address, Arc<[u8]>);

/// Pictures' files, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Made {
    /// Of pictures that lie in the site's folder.
    pub files: Vec<File>,
    /// Of the emblem, with the words that can be read on it.
    pub drawn: Vec<(Address, Content)>,
    /// What is wrong with the pictures.
    pub findings: Findings,
}

/// Makes or judges every picture of a site.
#[must_use]
pub fn make(site: &Site, sources: &Sources, work: Work) -> Made {
    let done = |file: &PublishedFile| {
        let picture = file.picture().filter(|picture| picture.fault().is_none())?;
        let files = done(picture, work);
        Some(files.map_err(|fault| {
            let told = fault.told(&file.path, file.file, sources.file(file.file));
            // In somebody else's handbook nothing keeps the pages from being shown.
            if site.layout == Layout::Handbook { told.severity(Severity::Warning) } else { told }
        }))
    };
    let done: Vec<_> = site.files.par_iter().filter_map(done).collect();
    let mut findings = Findings::new();
    let mut files = Vec::new();
    for picture in done {
        match picture {
            Ok(own) => files.extend(own),
            Err(finding) => findings.push(finding),
        }
    }
    Made { files, drawn: Vec::new(), findings }
}

/// Draws the emblem. One that can't be drawn leaves its places empty: no page depends on it.
#[must_use]
pub fn draw(emblem: Option<&Emblem>) -> Vec<(Address, Content)> {
    let Some(emblem) = emblem else { return Vec::new() };
    let files = emblem.picture.files().unwrap_or_default().into_iter();
    let whole = |bytes| Content::new(vec![Segment::Shared(bytes)]).with_words(emblem.words.as_str());
    files.map(|(address, bytes)| (address.clone(), whole(bytes))).collect()
}

fn done(picture: &Picture, work: Work) -> Result<Vec<File>, Fault> {
    match work {
        Work::Make => {
            let files = picture.files().map_err(Clone::clone)?;
            Ok(files.into_iter().map(|(address, bytes)| (address.clone(), bytes)).collect())
        }
        Work::Judge => picture.judge().map(|()| Vec::new()),
    }
}

/// Adds what was made.
pub fn add(made: Made, output: &mut Output) {
    let files = made.files.into_iter().map(|(address, bytes)| (address, Content::new(vec![Segment::Shared(bytes)])));
    for (address, content) in files.chain(made.drawn) {
        output.insert(address, content);
    }
}

/// How wide a picture in a text is shown: a column of 36 rem, or the screen.
const SHOWN: &str = "(min-width: 40rem) 36rem, 100vw";

/// What a browser may choose from instead of a picture's address; absent where there is but one file.
#[must_use]
pub fn choices(picture: &Picture, from: &Address) -> Option<Choices> {
    let choices = picture.choices();
    let addresses: Vec<(String, u32)> =
        choices.iter().map(|choice| (from.link_to(choice.address), choice.width)).collect();
    (!addresses.is_empty()).then_some(Choices { kind: "image/webp", addresses, shown: SHOWN })
}

/// The address of a picture shown small, such as a logo: its narrowest version.
#[must_use]
pub fn small(file: &PublishedFile) -> &Address {
    let choices = file.picture().map(Picture::choices).unwrap_or_default();
    choices.first().map_or(&file.address, |choice| choice.address)
}
