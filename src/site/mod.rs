//! What the site *is*: business, policies, pages, navigation and the index of facts, assembled once, complete and immutable.
//!
//! [`assemble()`] is the way from what was read to what is meant:
//! 1. settings (`settings`) and every page (`page`) are read, each on its own, on all cores;
//! 2. the policies are gathered from the pages of their kind (`policies`);
//! 3. every page gets its address (`addresses`), its title and its neighbours (`navigation`);
//! 4. every fact that can be referred to goes into one index (`facts`), and every reference and id is looked up in it.
//!
//! Deliberately absent: templates, HTML pages, the disk and the present moment.

mod addresses;
mod assemble;
mod chapters;
mod collisions;
mod embeds;
mod exported;
mod facts;
mod handbook;
mod ids;
mod leaning;
mod links;
mod look_alikes;
mod memory;
mod navigation;
mod page;
mod pictures;
mod policies;
mod prose;
mod references;
mod settings;
mod unclosed;
mod yaml;

pub use assemble::{assemble, assemble_again};
pub use chapters::Chapter;
pub use embeds::{Outside, company, has_embeds};
pub use exported::{CALENDAR_FILE, CARD_FILE};
pub use facts::{Component, Fact, Facts, Shape};
pub use links::{HeldBack, Lead, LinkIndex, Published};
pub use memory::Memory;
pub use navigation::{Folder, Group, GroupName, Navigation};
pub use page::{Page, PageFacts, PageId, Readings};
pub use pictures::{Matter, PublishedFile};
pub use policies::Policies;
pub use prose::ProseBook;
pub use references::{Sayer, Voice, english};
pub use settings::{SettingsRead, read_settings};

use crate::policy::business::Business;
use crate::source::Layout;

/// From so many pages on a site is large: reading and making them takes longer than remembering them.
pub const LARGE: usize = 200;

/// Where the live data is published: a fixed name, so that pages do not change when it does.
pub const HOURS_SCRIPT: &str = "assets/hours.js";

/// A whole site.
#[derive(Debug)]
pub struct Site {
    /// How its folder is laid out.
    pub layout: Layout,
    /// Who we are.
    pub business: Business,
    /// How values are said in the site's language.
    pub voice: Voice,
    /// The facts of all policies.
    pub policies: Policies,
    /// Every page clients may see, in reading order.
    pub pages: Vec<Page>,
    /// Pages for the business's own people, in order of their path.
    pub staff: Vec<Page>,
    /// Paths of pages held back by `draft = true`.
    pub drafts: Vec<crate::address::SourcePath>,
    /// The owner's own words from headers, read as Markdown.
    pub prose: ProseBook,
    /// Every fact that can be referred to.
    pub facts: Facts,
    /// The menu and the order of pages.
    pub navigation: Navigation,
    /// Pictures and files that are copied, in order of path.
    pub files: Vec<PublishedFile>,
    /// Where every source is published.
    pub links: LinkIndex,
    /// What pages may fetch from other companies once a client asks for it.
    pub outside: Outside,
    /// The chapters of the welcome pack, in order; empty when there is nothing to bind.
    pub chapters: Vec<Chapter>,
}

impl Site {
    /// The page behind an id.
    #[must_use]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// The page of a kind that stands once, if the site has it.
    #[must_use]
    pub fn page_of(&self, kind: crate::policy::kinds::Kind) -> Option<&Page> {
        self.pages.iter().find(|page| page.kind == kind)
    }
}
