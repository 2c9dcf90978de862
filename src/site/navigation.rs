//! The menu and the order of pages, from kinds and folders. No page is ever left out.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::page::{Page, PageFacts, PageId};
use crate::address::Address;
use crate::policy::kinds::Kind;

/// The menu and the folders behind it.
#[derive(Debug, Default)]
pub struct Navigation {
    /// Groups of the menu.
    pub groups: Vec<Group>,
    /// Every folder that holds pages or folders, by path; `""` is the top.
    pub folders: BTreeMap<String, Folder>,
}

/// A group of the menu.
#[derive(Debug)]
pub struct Group {
    /// What it holds.
    pub name: GroupName,
    /// Its pages at the top, in order.
    pub pages: Vec<PageId>,
    /// Its folders at the top, in order.
    pub folders: Vec<String>,
}

/// What a group of the menu holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupName {
    /// The policies.
    Policies,
    /// The categories of questions.
    Questions,
    /// Everything else.
    Guides,
}

/// A folder of pages.
#[derive(Debug, Default)]
pub struct Folder {
    /// Its own page, if the owner wrote one.
    pub index: Option<PageId>,
    /// The name shown for it: its index page's title, else its own name in words.
    pub title: String,
    /// Its place among its neighbours.
    pub order: Option<u32>,
    /// Where its index is published.
    pub address: Option<Address>,
    /// The pages directly in it, in order, without its index.
    pub pages: Vec<PageId>,
    /// The folders directly in it, in order.
    pub folders: Vec<String>,
}

/// Sorts pages into reading order: policies by kind, questions, then guides folder by folder.
pub(super) fn sort(pages: &mut [Page]) {
    let folders = folder_orders(pages);
    pages.par_sort_by_cached_key(|page| reading_key(page, &folders));
}

/// A folder's `order` and title, from its index page.
fn folder_orders(pages: &[Page]) -> BTreeMap<String, (u32, String)> {
    let of = |page: &Page| (page.order(), page.title.to_lowercase());
    pages.iter().filter(|page| page.is_index()).map(|page| (page.address.folder().to_owned(), of(page))).collect()
}

type Step = (u8, u32, String);

/// Where a page stands: its group, then folder by folder, then itself. A folder's index comes first in it.
fn reading_key(page: &Page, folders: &BTreeMap<String, (u32, String)>) -> (u8, usize, Vec<Step>) {
    let mut steps = Vec::new();
    let mut path = String::new();
    for part in page.address.folder().split('/').filter(|part| !part.is_empty()) {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part);
        let (order, title) = folders.get(&path).cloned().unwrap_or_else(|| (u32::MAX, part.to_lowercase()));
        steps.push((2, order, title + "\u{0}" + part));
    }
    if page.is_index() {
        steps.push((0, 0, String::new()));
    } else {
        let mut name = String::with_capacity(page.title.len() + 1 + page.path.as_str().len());
        name.extend(page.title.chars().flat_map(char::to_lowercase));
        name.push('\u{0}');
        name.push_str(page.path.as_str());
        steps.push((1, page.order(), name));
    }
    let (group, rank) = match page.group() {
        GroupName::Policies => (0, page.kind.rank()),
        GroupName::Questions => (1, 0),
        GroupName::Guides => (2, 0),
    };
    (group, rank, steps)
}

/// Builds the menu over pages in reading order.
pub(super) fn build(pages: &[Page]) -> Navigation {
    let mut navigation = Navigation::default();
    for (index, page) in pages.iter().enumerate() {
        add(&mut navigation, PageId::new(index), page);
    }
    navigation.groups = [GroupName::Policies, GroupName::Questions, GroupName::Guides]
        .into_iter()
        .map(|name| group(name, pages, &navigation))
        .filter(|group| !group.pages.is_empty() || !group.folders.is_empty())
        .collect();
    navigation
}

fn add(navigation: &mut Navigation, id: PageId, page: &Page) {
    let path = page.address.folder();
    make_folders(navigation, path);
    let Some(folder) = navigation.folders.get_mut(path) else { return };
    if page.is_index() {
        folder.index = Some(id);
        folder.title.clone_from(&page.title);
        folder.order = page.header.order.as_ref().map(|at| at.value.0);
    } else {
        folder.pages.push(id);
    }
}

fn make_folders(navigation: &mut Navigation, path: &str) {
    if navigation.folders.contains_key(path) {
        return;
    }
    let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
    let address = super::addresses::index_of(path);
    let folder = Folder { title: in_words(name), address: Some(address), ..Folder::default() };
    navigation.folders.insert(path.to_owned(), folder);
    if !path.is_empty() {
        make_folders(navigation, parent);
        if let Some(parent) = navigation.folders.get_mut(parent) {
            parent.folders.push(path.to_owned());
        }
    }
}

fn group(name: GroupName, pages: &[Page], navigation: &Navigation) -> Group {
    // `faq/` and `guides/` are the groups themselves; what lies in them stands at the top of the menu.
    let home = match name {
        GroupName::Policies => "",
        GroupName::Questions => "faq",
        GroupName::Guides => "guides",
    };
    let ids = pages.iter().enumerate().filter(|(_, page)| page.group() == name);
    let at_top = ids.filter(|(_, page)| page.address.folder() == home || page.address.folder().is_empty());
    let top = navigation.folders.get("").map(|top| top.folders.as_slice()).unwrap_or_default();
    let inside = navigation.folders.get(home).map(|folder| folder.folders.as_slice()).unwrap_or_default();
    let folders = match name {
        GroupName::Guides => inside
            .iter()
            .chain(top.iter().filter(|path| !["faq", "guides"].contains(&path.as_str())))
            .cloned()
            .collect(),
        _ => Vec::new(),
    };
    Group { name, pages: at_top.map(|(index, _)| PageId::new(index)).collect(), folders }
}

/// A folder's name as a title: `site-care` → "Site care".
fn in_words(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

impl Page {
    /// The name other pages call it by: its file's stem; a folder's index goes by `folder/index`.
    #[must_use]
    pub fn id(&self) -> &str {
        let stem = super::addresses::strip_end(self.path.as_str());
        stem.rsplit_once('/').map_or(stem, |(_, name)| if name == "index" { stem } else { name })
    }

    /// What lists call it: a category of questions by its `category`, any other page by its title.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.facts {
            PageFacts::Faq(faq) => faq.category.as_ref().map_or(self.title.as_str(), |category| &category.value),
            _ => &self.title,
        }
    }

    /// Its place among its neighbours; pages without one come last.
    #[must_use]
    pub fn order(&self) -> u32 {
        self.header.order.as_ref().map_or(u32::MAX, |at| at.value.0)
    }

    /// Whether it is its folder's own page (the home page is the top's).
    #[must_use]
    pub fn is_index(&self) -> bool {
        self.address.file_name() == "index.html"
    }

    /// The group of the menu it belongs to.
    #[must_use]
    pub fn group(&self) -> GroupName {
        match self.kind {
            Kind::Faq => GroupName::Questions,
            Kind::Guide | Kind::Reply if self.address.as_str() != "index.html" => GroupName::Guides,
            _ => GroupName::Policies,
        }
    }
}
