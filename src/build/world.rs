//! Everything that a guide may be made of but the texts of guides, as one hash.
//!
//! What is not in here must not reach a guide's page. So it is not made of what pages are known to need: it is all there is, whole, and a
//! site whose settings, policies, questions, theme, files or list of pages changed has all its guides made anew.

use std::fmt::{self, Write};

use crate::policy::kinds::Kind;
use crate::render::Edition;
use crate::site::Site;
use crate::source::Inputs;

/// The hash. `theme` is what the looks are made of.
pub(super) fn hash(site: &Site, inputs: &Inputs, edition: &Edition<'_>, theme: blake3::Hash) -> blake3::Hash {
    let mut world = World(blake3::Hasher::new());
    world.settings(site, inputs, edition, theme);
    world.pages(site, inputs);
    world.files(site);
    world.0.finalize()
}

struct World(blake3::Hasher);

impl World {
    fn settings(&mut self, site: &Site, inputs: &Inputs, edition: &Edition<'_>, theme: blake3::Hash) {
        self.0.update(theme.as_bytes());
        self.add(format_args!("{:?}", (site.layout, &site.business.name, edition.today, edition.version)));
        self.add(format_args!("{:?}", edition.papers));
        if let Some(emblem) = edition.emblem {
            self.add(format_args!("{:?}", (&emblem.icon, &emblem.touch_icon, &emblem.card, &emblem.words)));
        }
        if let Some(file) = inputs.business {
            self.add(format_args!("{}", inputs.sources.file(file).text()));
        }
    }

    /// Every page: guides by name alone, all others with their text.
    fn pages(&mut self, site: &Site, inputs: &Inputs) {
        for page in &site.pages {
            self.add(format_args!("{}", page.path));
            self.add(format_args!("{}", page.address));
            if page.kind != Kind::Guide {
                self.add(format_args!("{}", inputs.sources.file(page.file).text()));
            }
        }
        for page in &site.staff {
            self.add(format_args!("{} {}", page.path, inputs.sources.file(page.file).text()));
        }
        self.add(format_args!("{:?} {:?} {:?}", site.drafts, site.chapters, site.outside));
        for (path, folder) in &site.navigation.folders {
            self.add(format_args!("{path} {:?} {:?}", folder.title, folder.address));
        }
    }

    /// Files that go out as they are count by name: no page shows what is in them. Pictures are named by their bytes.
    fn files(&mut self, site: &Site) {
        for file in &site.files {
            let kept = file.picture().and_then(crate::pictures::Picture::kept_name);
            self.add(format_args!("{} {} {:?} {kept:?}", file.path, file.address, file.size()));
        }
    }

    /// Adds a part and its length, so that no two lists of parts are one.
    fn add(&mut self, part: fmt::Arguments<'_>) {
        let mut length = Length(0);
        // A hash takes whatever it is given.
        length.write_fmt(part).and_then(|()| self.write_fmt(part)).ok();
        self.0.update(&length.0.to_le_bytes());
    }
}

impl Write for World {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0.update(words.as_bytes());
        Ok(())
    }
}

struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0 += words.len();
        Ok(())
    }
}
