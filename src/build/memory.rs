//! What one build leaves for the next: in the same process all it read, on disk what takes long to make.

use std::sync::Arc;

use rayon::prelude::*;

use crate::address::SourcePath;
use crate::diagnostic::Findings;
use crate::output::keep::Keepsakes;
use crate::pictures::{Emblem, Picture};
use crate::render::shelf::Remembered;
use crate::render::theme::{Stock, Theme};
use crate::render::views::SiteView;
use crate::render::{self, emblem};
use crate::site::{self, Readings, Site};
use crate::source::{self, Files, Inputs};

/// What earlier preparations read and made, for the next one to take over.
#[derive(Default)]
pub struct Memory {
    pub(super) source: source::Memory,
    pub(super) site: site::Memory,
    pub(super) theme: Option<KeptTheme>,
    pub(super) emblem: Option<Arc<Emblem>>,
    pub(super) remembered: Option<Arc<dyn Remembered>>,
    #[cfg(feature = "pdf")]
    pub(super) pdfs: Arc<crate::print::KeptPdfs>,
}

/// A theme, and what it was made of.
pub(super) struct KeptTheme {
    pub(super) key: blake3::Hash,
    pub(super) theme: Arc<Theme>,
    pub(super) findings: Findings,
}

impl Memory {
    /// A memory of another process's last build: of the pages it left, and of the documents it read.
    #[must_use]
    pub fn of_earlier(pages: Arc<dyn Remembered>, readings: Arc<dyn Readings>) -> Self {
        let mut memory = Memory { remembered: Some(pages), ..Memory::default() };
        memory.site.take_over(readings);
        memory
    }

    /// The pages that were not remembered at the last preparation, in order of their path.
    #[must_use]
    pub fn freshly_read(&self) -> &[SourcePath] {
        self.site.freshly_read()
    }
}

/// The theme of a site, the remembered one if nothing it is made of changed. `fresh` is one just loaded.
pub(super) fn dress<'m>(
    site: &Site,
    inputs: &Inputs,
    fresh: Option<(Theme, Findings)>,
    kept: &'m mut Option<KeptTheme>,
) -> &'m KeptTheme {
    let view = render::site_view(site);
    let key = theme_key(site, inputs, &view);
    if let Some(same) = kept.take().filter(|kept| kept.key == key) {
        return kept.insert(same);
    }
    let load = || Theme::load(Stock::load(), &site.business, &inputs.overrides, &inputs.sources);
    let (mut theme, mut findings) = fresh.unwrap_or_else(load);
    findings.append(theme.share(&view));
    kept.insert(KeptTheme { key, theme: Arc::new(theme), findings })
}

/// Everything a theme is made of: the brand, the site's view of itself, and each file that overrides one, with its place for findings.
fn theme_key(site: &Site, inputs: &Inputs, view: &SiteView) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let view = serde_json::to_string(view).unwrap_or_default();
    hasher.update(format!("{:?}\0{:?}\0{view}", site.business.brand, site.business.language_place).as_bytes());
    for file in &inputs.overrides {
        hasher.update(format!("\0{}\0{:?}\0{}\0", file.path, file.file, file.bytes.len()).as_bytes());
        hasher.update(&file.bytes);
    }
    hasher.finalize()
}

/// The icon and the card, the remembered ones if nothing they are drawn from changed.
pub(super) fn emblem_of(site: &Site, theme: &Theme, kept: &mut Option<Arc<Emblem>>) -> Option<Arc<Emblem>> {
    let new = emblem::emblem(site, theme);
    let same = kept.take().filter(|kept| new.as_ref().is_some_and(|new| kept.is_same(new)));
    *kept = same.or_else(|| new.map(Arc::new));
    kept.clone()
}

/// Every picture that may have to be made.
pub(super) fn pictures_of<'s>(site: &'s Site, emblem: Option<&'s Emblem>) -> Vec<&'s Picture> {
    let emblem = emblem.map(|emblem| &emblem.picture);
    site.files.iter().filter_map(site::PublishedFile::picture).chain(emblem).collect()
}

/// Takes over what earlier builds made of the pictures.
pub(super) fn recall(pictures: Vec<&Picture>, files: &dyn Files) {
    let to_make = pictures.into_par_iter().filter(|picture| !picture.is_made());
    to_make.for_each(|picture| {
        if let Some(record) = picture.kept_name().and_then(|name| files.kept(&name)) {
            picture.recall(&record);
        }
    });
}

/// What is worth keeping of what was made: the names in use, and what is new under them.
#[must_use]
pub fn keepsakes(site: &Site, emblem: Option<&Emblem>) -> Keepsakes {
    let pictures = pictures_of(site, emblem);
    let new = pictures.iter().filter_map(|picture| Some((picture.kept_name()?, picture.record()?))).collect();
    Keepsakes { wanted: pictures.iter().filter_map(|picture| picture.kept_name()).collect(), new }
}
