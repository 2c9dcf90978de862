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
    let mut world = World { hasher: blake3::Hasher::new(), gathered: String::with_capacity(2 * ROOM) };
    world.settings(site, inputs, edition, theme);
    world.pages(site, inputs);
    world.files(site);
    world.hasher.update(world.gathered.as_bytes()).finalize()
}

/// A hash takes this much in one go several times faster than piece by piece.
const ROOM: usize = 16 << 10;

struct World {
    hasher: blake3::Hasher,
    gathered: String,
}

impl World {
    fn settings(&mut self, site: &Site, inputs: &Inputs, edition: &Edition<'_>, theme: blake3::Hash) {
        self.add(format_args!("{theme}"));
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
        let before = self.gathered.len();
        // A text takes whatever it is given.
        self.gathered.write_fmt(part).ok();
        let length = self.gathered.len() - before;
        write!(self.gathered, "{length:016x}").ok();
        if self.gathered.len() > ROOM {
            self.hasher.update(self.gathered.as_bytes());
            self.gathered.clear();
        }
    }
}
