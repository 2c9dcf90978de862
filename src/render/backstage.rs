//! What several pages share, worked out once: which questions belong together, and components that stand in two places.
//!
//! A policy's page and its chapter in the welcome pack show the same components. Whichever is rendered first has them arranged by their
//! templates; the other takes them over.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::Related;
use crate::address::Address;
use crate::diagnostic::Diagnostic;
use crate::site::{Shape, Site};

/// A component as its template arranged it, or what is wrong with the template.
type Arranged = Result<String, Box<Diagnostic>>;

/// Where it is put; whoever comes second waits for the first.
type Place = Arc<OnceLock<Arranged>>;

/// What several pages share.
#[derive(Debug)]
pub struct Backstage<'s> {
    /// Which questions belong together.
    pub related: Related<'s>,
    /// Pages that are chapters of the pack as well.
    bound: BTreeSet<&'s Address>,
    // Looked up only, never walked through.
    arranged: Mutex<HashMap<(Address, Shape), Place>>,
}

impl<'s> Backstage<'s> {
    /// Sets up for one rendering of a site.
    #[must_use]
    pub fn of(site: &'s Site) -> Self {
        let bound = site.chapters.iter().map(|chapter| &site.page(chapter.page).address).collect();
        Backstage { related: Related::of(site), bound, arranged: Mutex::default() }
    }

    /// A component seen from a page: taken over if it was arranged before, else made by `arrange`.
    pub(super) fn component(&self, from: &Address, shape: &Shape, arrange: impl FnOnce() -> Arranged) -> Arranged {
        if !self.bound.contains(from) {
            return arrange();
        }
        let place = {
            let mut arranged = self.arranged.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(arranged.entry((from.clone(), shape.clone())).or_default())
        };
        place.get_or_init(arrange).clone()
    }
}
