//! Site → Output: every page in memory.
//!
//! 1. [`theme`] is loaded: templates, labels, looks.
//! 2. What a folder's pages share is worked out once (`frame`).
//! 3. Every page is made on its own, on all cores (`pages`, `special`, `components`, `document`).
//!
//! Nothing here decides what is true, reads a file, or writes one.

mod backstage;
pub mod chapter;
pub mod components;
mod document;
pub mod emblem;
mod frame;
mod ids;
mod kinds;
pub mod output;
mod own_titles;
pub(crate) mod pages;
pub mod pictures;
mod ramp;
mod reach;
mod related;
pub mod scene;
mod search;
pub mod shelf;
mod special;
mod structured;
pub mod theme;
pub mod views;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

pub use backstage::Backstage;
pub use components::{schedule_name, title_words, zone_words};
pub use document::Medium;
pub use frame::site_view;
pub use output::{Content, Output, Segment, Standing};
pub(crate) use pages::canonical;
pub use related::Related;

use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings, Sources};
use crate::pictures::Emblem;
use crate::router::{self, Router};
use crate::site::{Matter, Site};
use frame::{Frame, PageParts};
use scene::Scene;
use shelf::Shelf;
use theme::Theme;

/// The papers that pages link to: PDFs, or paged pages where no PDF is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Papers {
    /// The welcome pack.
    pub pack: Address,
    /// The welcome pack as one paged page, when `pack` is a PDF.
    pub paged: Option<Address>,
    /// How to reach us on one page; absent without a channel.
    pub sheet: Option<Address>,
    /// The emergency cards; absent without a severity.
    pub cards: Option<Address>,
}

/// What a rendering is for.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'e> {
    /// The day it is made for.
    pub today: jiff::civil::Date,
    /// The version shown on every page: “2026-09-01 · 7QK4-M2XD”.
    pub version: Option<&'e str>,
    /// Where the papers are; absent when there are none.
    pub papers: Option<&'e Papers>,
    /// The icon and the card; absent where nothing can draw them.
    pub emblem: Option<&'e Emblem>,
    /// The texts, if pages shall say where each block was typed: the preview's pages do, built ones never.
    pub marks: Option<&'e Sources>,
    /// Where pages of an earlier build are looked for; absent when all are made.
    pub shelf: Option<Shelf<'e>>,
}

/// Renders every page of a site, and adds its pictures, files and looks.
#[must_use]
pub fn render(site: &Site, theme: &Theme, edition: Edition<'_>, backstage: &Backstage<'_>) -> (Output, Findings) {
    let stage = Stage { site, theme, edition, backstage };
    let (frames, mut findings) = stage.frames();
    let made = stage.made_addresses();
    let written = (0..site.pages.len()).into_par_iter().map(|index| stage.page(&frames, index));
    // Those that are made of the whole site take longest, so they are begun first.
    let made = made.into_par_iter().map(|address| stage.made_page(&frames, &address));
    let (pages, search) = rayon::join(|| made.chain(written).collect::<Vec<Made>>(), || stage.search_data());
    let mut output = Output::new();
    for made in pages {
        findings.append(made.findings);
        if let Some(content) = made.content {
            output.insert(made.address, content);
        }
    }
    output.insert(search::address(), Content::text(search));
    add_files(site, theme, &mut output);
    (output, findings)
}

/// Adds the looks, and the files and pictures that need no making.
pub fn add_files(site: &Site, theme: &Theme, output: &mut Output) {
    let unused = theme.assets.embed.as_ref().filter(|_| site.outside.is_empty());
    for (address, content) in theme.assets.files.iter().filter(|(address, _)| Some(*address) != unused) {
        output.insert(address.clone(), content.clone());
    }
    for file in &site.files {
        let at_hand = match &file.matter {
            Matter::Whole(bytes) => Some((&file.address, bytes)),
            // Those that have to be made come when they are: see `pictures`.
            Matter::Picture(picture) => picture.at_hand(),
        };
        if let Some((address, bytes)) = at_hand {
            output.insert(address.clone(), Content::new(vec![Segment::Shared(Arc::clone(bytes))]));
        }
    }
}

/// Renders one page alone, as [`render`] does; nothing if the site has no page there.
#[must_use]
pub fn page(site: &Site, theme: &Theme, edition: Edition<'_>, address: &Address) -> Option<(Content, Findings)> {
    let (folder, _) = site.navigation.folders.get_key_value(address.folder())?;
    let written = site.pages.iter().position(|page| page.address == *address);
    let backstage = Backstage::of(site);
    let stage = Stage { site, theme, edition, backstage: &backstage };
    if written.is_none() && !stage.made_addresses().contains(address) {
        return None;
    }
    let (frame, mut findings) = stage.frame(folder);
    let frames = BTreeMap::from([(folder.clone(), frame)]);
    let made = match written {
        Some(index) => stage.page(&frames, index),
        None => stage.made_page(&frames, address),
    };
    findings.append(made.findings);
    Some((made.content.unwrap_or_default(), findings))
}

struct Made {
    address: Address,
    content: Option<Content>,
    findings: Findings,
}

struct Stage<'s> {
    site: &'s Site,
    theme: &'s Theme,
    edition: Edition<'s>,
    backstage: &'s Backstage<'s>,
}

type Frames<'s> = BTreeMap<String, Frame<'s>>;

impl<'s> Stage<'s> {
    fn scene<'a>(&self, from: &'a Address) -> Scene<'a>
    where
        's: 'a,
    {
        Scene {
            site: self.site,
            theme: self.theme,
            from,
            today: self.edition.today,
            backstage: self.backstage,
            marks: self.edition.marks,
        }
    }

    /// One frame a folder.
    fn frames(&self) -> (Frames<'_>, Findings) {
        let folders: Vec<&String> = self.site.navigation.folders.keys().collect();
        let frames: Vec<_> = folders.par_iter().map(|folder| self.frame(folder)).collect();
        let mut findings = Findings::new();
        let mut by_folder = BTreeMap::new();
        for (folder, (frame, found)) in folders.into_iter().zip(frames) {
            findings.append(found);
            by_folder.insert(folder.clone(), frame);
        }
        (by_folder, findings)
    }

    fn frame(&self, folder: &str) -> (Frame<'_>, Findings) {
        let slash = if folder.is_empty() { "" } else { "/" };
        let here = Address::new(&format!("{folder}{slash}index.html"));
        Frame::new(&self.scene(&here), self.edition)
    }

    fn page(&self, frames: &Frames<'_>, index: usize) -> Made {
        let address = &self.site.pages[index].address;
        let scene = self.scene(address);
        let Some(frame) = frames.get(address.folder()) else { return nothing(address) };
        let shelf = self.edition.shelf;
        let key = shelf.and_then(|shelf| shelf.key(self.site, frame, index));
        if let Some(content) = shelf.zip(key).and_then(|(shelf, key)| shelf.take(address, &key)) {
            return Made { content: Some(content), ..nothing(address) };
        }
        let (parts, findings) = pages::page(&scene, index);
        let made = finish(&scene, frame, parts, findings);
        // What something is to be said about is made, and told, every time.
        match key.filter(|_| made.findings.is_empty()) {
            Some(key) => Made { content: made.content.map(|content| content.made_of(key)), ..made },
            None => made,
        }
    }

    fn search_data(&self) -> String {
        let top = Address::new("index.html");
        search::data(&self.scene(&top))
    }

    /// Pages nobody wrote: the A–Z, the contact router, the missing page, indexes of folders without one.
    fn made_addresses(&self) -> Vec<Address> {
        let bare = self.site.navigation.folders.values().filter(|folder| folder.index.is_none());
        let indexes = bare.filter_map(|folder| folder.address.clone());
        let always = [Address::new("find.html"), Address::new("404.html")];
        indexes.chain(always).chain(Router::address(self.site)).collect()
    }

    fn made_page(&self, frames: &Frames<'_>, address: &Address) -> Made {
        let scene = self.scene(address);
        let labels = &self.theme.labels;
        let Some(frame) = frames.get(address.folder()) else { return nothing(address) };
        let parts = match address.as_str() {
            "find.html" => frame::made(&scene, labels.search_hint(), special::find_body(&scene)),
            router::ADDRESS => frame::made(&scene, labels.reach_us(), special::reach_body(&scene)),
            "404.html" => frame::made(&scene, labels.missing_title(), special::not_found_body(&scene)),
            _ => self.index_parts(&scene, address),
        };
        finish(&scene, frame, parts, Findings::new())
    }

    fn index_parts(&self, scene: &Scene<'_>, address: &Address) -> PageParts {
        let title = match address.folder() {
            "" => self.site.business.name.clone(),
            folder => scene.folder_title(folder).to_owned(),
        };
        let body = if address.folder().is_empty() {
            special::home_body(scene)
        } else {
            special::folder_body(scene, address.folder())
        };
        let mut parts = frame::made(scene, &title, body);
        if address.folder().is_empty() {
            parts.info.structured = structured::of_home(scene);
        }
        parts
    }
}

fn finish(scene: &Scene<'_>, frame: &Frame<'_>, parts: PageParts, mut findings: Findings) -> Made {
    let address = parts.address.clone();
    let content = frame.page(scene, parts).map_err(|diagnostic: Box<Diagnostic>| findings.push(*diagnostic)).ok();
    Made { address, content, findings }
}

fn nothing(address: &Address) -> Made {
    Made { address: address.clone(), content: None, findings: Findings::new() }
}
