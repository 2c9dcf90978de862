//! What was read before: a page is a function of its own bytes and of three settings, so a page whose bytes are the same is the same.
//!
//! There are no flags that say what is out of date. Assembling again is assembling, with most of the reading remembered; a first
//! assembly is one with nothing to remember.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::page::{self, PageRead, Readings};
use super::pictures::{self, Matter, PublishedFile};
use super::prose::{ProseMemory, ProseReader};
use crate::address::SourcePath;
use crate::diagnostic::FileId;
use crate::markdown::Rules;
use crate::pictures::Picture;
use crate::policy::business::Business;
use crate::policy::values::Country;
use crate::source::{Attachment, Inputs, Layout, PageText};

/// Pages and prose as read before.
#[derive(Debug, Default)]
pub struct Memory {
    settings: Option<Settings>,
    // Looked up by path only, never walked through.
    pages: HashMap<SourcePath, Kept>,
    prose: ProseMemory,
    read: Vec<SourcePath>,
    pictures: HashMap<SourcePath, Arc<Picture>>,
    readings: Option<Arc<dyn Readings>>,
}

/// What reading a page depends on beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Settings {
    layout: Layout,
    country: Option<Country>,
    unsafe_html: bool,
}

#[derive(Debug)]
struct Kept {
    text: Arc<str>,
    file: FileId,
    page: PageRead,
}

impl Memory {
    /// Takes documents over from an earlier build, as far as it remembers them.
    pub fn take_over(&mut self, readings: Arc<dyn Readings>) {
        self.readings = Some(readings);
    }

    /// The pages that were not remembered last time, in order of their path.
    #[must_use]
    pub fn freshly_read(&self) -> &[SourcePath] {
        &self.read
    }

    pub(super) fn read(&mut self, inputs: &Inputs, business: &Business, layout: Layout) -> Vec<PageRead> {
        let settings = Settings { layout, country: business.country, unsafe_html: business.unsafe_html };
        if self.settings.replace(settings) != Some(settings) {
            self.pages = HashMap::new();
            self.prose = ProseMemory::default();
        }
        let remembered = |text: &PageText| {
            let whole = inputs.sources.file(text.file).text();
            // A text that did not change is the very same one: see `source::Memory`.
            let is_same = |kept: &&Kept| kept.file == text.file && Arc::ptr_eq(&kept.text, whole);
            self.pages.get(&text.path).filter(is_same).map(|kept| kept.page.clone())
        };
        let read = inputs.pages.par_iter().map(|text| match remembered(text) {
            Some(page) => (page, false),
            None => (page::read(text, inputs, (business, layout), self.readings.as_deref()), true),
        });
        let read: Vec<(PageRead, bool)> = read.collect();
        let fresh = || read.iter().filter(|(_, is_new)| *is_new).map(|(page, _)| page);
        self.read = fresh().map(|page| page.path.clone()).collect();
        // Of ten thousand pages one changed: the others stay where they are.
        for page in fresh() {
            let text = Arc::clone(inputs.sources.file(page.file).text());
            self.pages.insert(page.path.clone(), Kept { text, file: page.file, page: page.clone() });
        }
        let pages: Vec<PageRead> = read.into_iter().map(|(page, _)| page).collect();
        self.forget_all_but(&pages);
        pages
    }

    /// Forgets pages that are no more. Every page there is was just remembered, so a greater number tells that some are gone.
    fn forget_all_but(&mut self, pages: &[PageRead]) {
        if self.pages.len() > pages.len() {
            let paths: HashSet<&SourcePath> = pages.iter().map(|page| &page.path).collect();
            self.pages.retain(|path, _| paths.contains(path));
        }
    }

    /// Gives every file its address. Pictures that did not change keep what was made of them.
    pub(super) fn publish(&mut self, attachments: &[Attachment]) -> Vec<PublishedFile> {
        let before = std::mem::take(&mut self.pictures);
        let publish = |attachment: &Attachment| pictures::publish(attachment, before.get(&attachment.path));
        let files: Vec<PublishedFile> = attachments.par_iter().map(publish).collect();
        let kept = files.iter().filter_map(|file| match &file.matter {
            Matter::Picture(picture) => Some((file.path.clone(), Arc::clone(picture))),
            Matter::Whole(_) => None,
        });
        self.pictures = kept.collect();
        files
    }

    pub(super) fn prose(&mut self, rules: Rules) -> ProseReader<'_> {
        ProseReader { rules, memory: &mut self.prose }
    }
}
