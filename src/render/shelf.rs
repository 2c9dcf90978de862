//! Pages that need not be made: an earlier build made them of the same, and nobody has touched them since.
//!
//! A guide is a function of its own text, of its neighbours' names, of what its folder's pages share, and of everything on the site but the
//! texts of other guides. All of that goes into one key. Whoever remembers what a page with that key looked like may leave the page as it
//! stands. Only guides are asked about: they alone come by the thousand, and no other page shows their words. One that shows a component is
//! made anew each time, since a component may show anything.
//!
//! Deliberately absent: where earlier pages lie and how it is known that they still do. That is the business of whoever fills the shelf.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::frame::Frame;
use super::output::{Content, Standing};
use crate::address::Address;
use crate::diagnostic::Sources;
use crate::markdown::document::Position;
use crate::policy::kinds::Kind;
use crate::site::{Page, Site};

/// Whoever remembers pages of an earlier build.
pub trait Remembered: Debug + Send + Sync {
    /// The page at an address, if it was made of what has this key and still lies where it was put.
    fn page(&self, address: &Address, key: &blake3::Hash) -> Option<Standing>;
}

/// What pages are looked for on.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'e> {
    /// Everything that a guide may be made of but the texts of guides.
    pub world: blake3::Hash,
    /// All texts.
    pub sources: &'e Sources,
    /// Whoever remembers.
    pub remembered: &'e dyn Remembered,
    /// Pages whose bytes are needed whatever is remembered.
    pub needed: &'e BTreeSet<Address>,
}

impl Shelf<'_> {
    /// What a page is made of; nothing if it is not to be remembered.
    pub(super) fn key(&self, site: &Site, frame: &Frame<'_>, index: usize) -> Option<blake3::Hash> {
        let page = site.pages.get(index).filter(|page| is_rememberable(page))?;
        let text = self.sources.file(page.file).hash();
        let mut parts = Vec::with_capacity(1 << 10);
        [self.world, frame.key, *text].iter().for_each(|hash| parts.extend_from_slice(hash.as_bytes()));
        let mut add = |part: &str| {
            parts.extend_from_slice(&part.len().to_le_bytes());
            parts.extend_from_slice(part.as_bytes());
        };
        [page.path.as_str(), page.address.as_str(), &page.title].into_iter().for_each(&mut add);
        let before = index.checked_sub(1).and_then(|before| site.pages.get(before));
        for neighbour in [before, site.pages.get(index + 1)] {
            add(neighbour.map_or("", |page| page.label()));
            add(neighbour.map_or("", |page| page.address.as_str()));
        }
        Some(blake3::hash(&parts))
    }

    /// A page as it stands, if it was made of what has this key.
    pub(super) fn take(&self, address: &Address, key: &blake3::Hash) -> Option<Content> {
        let standing = if self.needed.contains(address) { None } else { self.remembered.page(address, key) };
        Some(Content::standing(standing?).made_of(*key))
    }
}

fn is_rememberable(page: &Page) -> bool {
    let shows_component = || page.document.references().iter().any(|it| it.position == Position::AloneInParagraph);
    page.kind == Kind::Guide && !page.is_index() && !shows_component()
}
