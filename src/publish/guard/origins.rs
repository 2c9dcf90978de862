//! Where what would be shown was typed: searched only when the build fails anyway.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::reading::Skeleton;
use super::search::Secrets;
use super::{Part, Shown};
use crate::address::{Address, SourcePath};
use crate::diagnostic::{FileId, SourceFile, Sources, Span};
use crate::site::{Page, PublishedFile, Site};
use crate::source::{self, Header};

/// Where a private entry in a published file comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// It is typed here; never without a place.
    Typed(Vec<Span>),
    /// A page is called so.
    PageName(FileId),
    /// A picture or another file is called so.
    FileName(SourcePath),
    /// It stands in a picture or another file that is copied.
    File(SourcePath),
    /// It comes about on this page, from nothing that reads like it.
    Page(FileId),
    /// On a page that nobody wrote.
    Unknown,
}

/// Where texts that clients get to see stand, by how likely a text there turns up on other pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// Settings and themes: on every page.
    Everywhere,
    /// Facts, titles: on any page.
    Header,
    /// Headings: on lists of pages.
    Text,
}

/// All places of all entries in the owner's texts, and the files called so.
#[derive(Debug)]
pub(super) struct Origins<'s> {
    pages: BTreeMap<&'s Address, &'s Page>,
    files: BTreeMap<&'s Address, &'s PublishedFile>,
    typed: BTreeMap<(usize, FileId), Vec<(Reach, Span)>>,
    named: BTreeMap<usize, Origin>,
    secrets: &'s Secrets,
}

impl<'s> Origins<'s> {
    /// Searches what clients' pages are made of: no staff page, no draft.
    pub(super) fn find(site: &'s Site, sources: &'s Sources, secrets: &'s Secrets) -> Self {
        let pages: BTreeMap<&Address, &Page> = site.pages.iter().map(|page| (&page.address, page)).collect();
        let files: BTreeMap<&Address, &PublishedFile> = site.files.iter().map(|file| (&file.address, file)).collect();
        let mut origins = Origins { pages, files, typed: BTreeMap::new(), named: BTreeMap::new(), secrets };
        origins.note_names(site);
        origins.note_texts(site, sources);
        origins
    }

    /// The name clients would see, without what is private in it.
    pub(super) fn masked(&self, path: &str) -> String {
        let hits = self.secrets.search(path.as_bytes(), &mut Skeleton::default());
        let mut ranges: Vec<_> = hits.into_iter().map(|hit| hit.range).collect();
        ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
        let mut masked = path.to_owned();
        for range in ranges.into_iter().filter(|range| path.get(range.clone()).is_some()) {
            if masked.is_char_boundary(range.end) {
                masked.replace_range(range, "…");
            }
        }
        masked
    }

    /// Where what is shown comes from.
    pub(super) fn of(&self, shown: &Shown<'_>) -> Origin {
        let page = self.pages.get(shown.address);
        let file = self.files.get(shown.address);
        match (page, file, shown.part) {
            (Some(page), _, Part::Name) => return Origin::PageName(page.file),
            (_, Some(file), Part::Name) => return Origin::FileName(file.path.clone()),
            (_, Some(file), Part::Content) => return Origin::File(file.path.clone()),
            _ => {}
        }
        let typed = page.and_then(|page| self.typed_in(shown.secret, page.file));
        let elsewhere = || self.typed_elsewhere(shown.secret).or_else(|| self.named.get(&shown.secret).cloned());
        let here = || page.map_or(Origin::Unknown, |page| Origin::Page(page.file));
        typed.or_else(elsewhere).unwrap_or_else(here)
    }

    /// Whether a published page is the one that a file becomes.
    pub(super) fn is_page_of(&self, address: &Address, file: FileId) -> bool {
        self.pages.get(address).is_some_and(|page| page.file == file)
    }

    fn typed_in(&self, secret: usize, file: FileId) -> Option<Origin> {
        let places = self.typed.get(&(secret, file))?;
        Some(Origin::Typed(places.iter().map(|(_, span)| *span).collect()))
    }

    /// In the text from which it most likely reached a page that does not hold it itself.
    fn typed_elsewhere(&self, secret: usize) -> Option<Origin> {
        let places = self.typed.iter().filter(|((of, _), _)| *of == secret);
        let first = places.flat_map(|(_, places)| places).min()?;
        self.typed_in(secret, first.1.file)
    }

    fn note_names(&mut self, site: &Site) {
        let pages = site.pages.iter().map(|page| (&page.path, Origin::PageName(page.file)));
        let files = site.files.iter().map(|file| (&file.path, Origin::FileName(file.path.clone())));
        let mut room = Skeleton::default();
        for (path, origin) in pages.chain(files) {
            for hit in self.secrets.search(path.as_str().as_bytes(), &mut room) {
                self.named.entry(hit.secret).or_insert_with(|| origin.clone());
            }
        }
    }

    fn note_texts(&mut self, site: &Site, sources: &Sources) {
        let settings = site.business.private.first().map(|entry| entry.span.file);
        let pages: BTreeSet<FileId> = self.pages.values().map(|page| page.file).collect();
        let is_read = |(id, file): &(FileId, &SourceFile)| {
            Some(*id) == settings || pages.contains(id) || file.name().starts_with("themes/")
        };
        let read: Vec<(FileId, &SourceFile)> = sources.iter().filter(is_read).collect();
        let secrets = self.secrets;
        let search = |room: &mut Skeleton, (id, file): &(FileId, &SourceFile)| {
            let hits = secrets.search(file.text().as_bytes(), room);
            hits.into_iter().map(|hit| (hit.secret, Span::new(*id, hit.range))).collect::<Vec<_>>()
        };
        let found: Vec<(usize, Span)> = read.par_iter().map_init(Skeleton::default, search).flatten_iter().collect();
        let is_list = |span: &Span| {
            site.business.private.iter().any(|entry| {
                entry.span.file == span.file && entry.span.start <= span.start && span.end <= entry.span.end
            })
        };
        for (secret, span) in found.into_iter().filter(|(_, span)| !is_list(span)) {
            if let Some(reach) = reach(sources.file(span.file), span, settings) {
                self.typed.entry((secret, span.file)).or_default().push((reach, span));
            }
        }
    }
}

/// What a text at this place can reach; nothing for the owner's notes to themselves.
fn reach(file: &SourceFile, span: Span, settings: Option<FileId>) -> Option<Reach> {
    if file.name().starts_with("themes/") {
        return Some(Reach::Everywhere);
    }
    let place = span.start as usize;
    let in_header = match source::split(file.text()).0 {
        Header::Toml(range) | Header::Yaml(range) => range.contains(&place),
        Header::Absent | Header::Unclosed(_) => false,
    };
    let is_settings = Some(span.file) == settings;
    let line = file.text().get(..place)?.rsplit('\n').next()?;
    if (in_header || is_settings) && line.trim_start().starts_with('#') {
        return None;
    }
    Some(if is_settings {
        Reach::Everywhere
    } else if in_header {
        Reach::Header
    } else {
        Reach::Text
    })
}
