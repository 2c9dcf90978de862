//! The chapters of the welcome pack: one list for the screen, the paged pages and the PDF.
//!
//! Without a choice they are the client policies in their natural order, then every category of questions, and last what is
//! signed. `[print] chapters` in `business.toml` names others, guides too, in the order wanted; `faq` there is every category.

use std::collections::BTreeSet;

use super::{GroupName, Page, PageId};
use crate::diagnostic::At;
use crate::policy::business::Business;
use crate::policy::kinds::Kind;
use crate::policy::written::Text;
use crate::source::Layout;

/// The word that names all categories of questions at once.
pub(super) const ALL_QUESTIONS: &str = "faq";
/// Names of made pages that lie beside the chapters in `print/`.
const TAKEN: [&str; 3] = ["index", "sheet", "card"];

/// A chapter of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The page it shows.
    pub page: PageId,
    /// Its name: the file below `print/`, and what every id of its text starts with. Unique in the pack.
    pub name: String,
}

/// The chapters in order; empty when there is nothing to bind.
pub(super) fn chapters(layout: Layout, business: &Business, pages: &[Page]) -> Vec<Chapter> {
    let chosen = &business.print.chapters;
    let bound = if chosen.is_empty() { usual(layout, pages) } else { named(chosen, pages) };
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    let chapter = |id: PageId| Some(Chapter { page: id, name: free_name(pages.get(id.index())?, &mut taken) });
    bound.into_iter().filter_map(chapter).collect()
}

/// A handbook has no policies to bind; its pages are guides, and guides come in by name.
fn usual(layout: Layout, pages: &[Page]) -> Vec<PageId> {
    if layout == Layout::Handbook {
        return Vec::new();
    }
    let bound = numbered(pages).filter(|(_, page)| page.group() != GroupName::Guides);
    let (signed, others): (Vec<_>, Vec<_>) = bound.partition(|(_, page)| page.kind == Kind::Acknowledge);
    others.into_iter().chain(signed).map(|(id, _)| id).collect()
}

/// The pages that were named, each once.
fn named(chosen: &[At<Text>], pages: &[Page]) -> Vec<PageId> {
    let mut bound: Vec<PageId> = Vec::new();
    for name in chosen {
        let mut named: Vec<PageId> = those(pages, |page| page.id() == &*name.value);
        if named.is_empty() && &*name.value == ALL_QUESTIONS {
            named = those(pages, |page| page.kind == Kind::Faq);
        }
        named.retain(|id| !bound.contains(id));
        bound.extend(named);
    }
    bound
}

fn those(pages: &[Page], wanted: impl Fn(&Page) -> bool) -> Vec<PageId> {
    numbered(pages).filter(|(_, page)| wanted(page)).map(|(id, _)| id).collect()
}

fn numbered(pages: &[Page]) -> impl Iterator<Item = (PageId, &Page)> {
    pages.iter().enumerate().map(|(index, page)| (PageId::new(index), page))
}

/// The page's place without its ending, in one word: `faq/hours.md` → `faq-hours`.
fn free_name(page: &Page, taken: &mut BTreeSet<String>) -> String {
    let stem = super::addresses::strip_end(page.path.as_str()).replace('/', "-");
    let stem = crate::markdown::slug(&stem);
    let mut name = stem.clone();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("{stem}-{number}");
        number += 1;
    }
    name
}
