//! What only some pages have: the home page's doors, a category's list, a folder's index, the A–Z, the missing page.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::components::{best_channel, closures_ahead};
use super::related::leads_in;
use super::scene::Scene;
use super::views::{
    Body, Doorway, DoorwayView, FaqView, FindEntry, FindKind, FindView, FolderView, HomeView, LetterView, Link,
    NotFoundView, PageCard, PageKind,
};
use crate::address::Address;
use crate::markdown::document::Kind as Node;
use crate::policy::channels::Door;
use crate::policy::kinds::Kind;
use crate::router::{ADDRESS, Need, Router};
use crate::site::{Folder, GroupName, Page, PageId};

/// On the home page the next few closures are enough; the others wait until these are over.
const NEXT_CLOSURES: usize = 6;
/// Above this many entries the A–Z lists pages and questions only.
const MOST_TOPICS: usize = 1_500;

/// The part of a page that depends on its kind.
#[must_use]
pub fn body(scene: &Scene<'_>, page: &Page) -> Body {
    match page.kind {
        Kind::Welcome => Body::Home(home(scene)),
        Kind::Faq => Body::Faq(faq(scene, page)),
        Kind::Guide if page.is_index() => described_folder(scene, page),
        _ => Body::Plain,
    }
}

/// The home page's own part, for a site whose owner wrote no `welcome.md` yet.
#[must_use]
pub fn home_body(scene: &Scene<'_>) -> Body {
    Body::Home(home(scene))
}

fn home(scene: &Scene<'_>) -> HomeView {
    let read_first = scene.site.policies.written.welcome.as_ref().and_then(|welcome| welcome.read_first.as_ref());
    let named = read_first.iter().flat_map(|at| &at.value);
    let first: Vec<&Page> =
        named.filter_map(|id| scene.site.pages.iter().find(|page| page.id() == &*id.value)).collect();
    let mut closures = closures_ahead(scene);
    closures.truncate(NEXT_CLOSURES);
    HomeView {
        more: None,
        doorways: doorways(scene),
        read_first: first.iter().map(|page| card(scene, page)).collect(),
        policies: group(scene, GroupName::Policies),
        categories: group(scene, GroupName::Questions),
        guides: guides(scene),
        closures_href: (!closures.is_empty()).then(|| scene.href_of(Kind::Availability, "#closures")).flatten(),
        closures,
    }
}

fn doorways(scene: &Scene<'_>) -> Vec<DoorwayView> {
    let has_questions = scene.site.page_of(Kind::Faq).is_some();
    let question =
        has_questions.then(|| scene.href(&Address::new("find.html"))).or_else(|| scene.href_of(Kind::Channels, ""));
    let wrong = scene.href_of(Kind::Mistakes, "").or_else(|| scene.href_of(Kind::Channels, ""));
    let urgent = scene.href_of(Kind::Emergencies, "");
    let ways = [
        (Doorway::Question, Need::Question, question),
        (Doorway::Wrong, Need::Wrong, wrong),
        (Doorway::Urgent, Need::Urgent, urgent),
    ];
    let router = Router::of(scene.site);
    let into_router = |need: Need| {
        // Where there is one need alone, the router does not ask about it, and has no place for it.
        let router = router.as_ref().filter(|router| router.branches.len() > 1)?;
        router.branch(need).map(|branch| format!("{}#{}", scene.href(&Address::new(ADDRESS)), branch.need.id()))
    };
    let doorways =
        ways.into_iter().filter_map(|(kind, need, page)| Some(DoorwayView { kind, href: into_router(need).or(page)? }));
    doorways.collect()
}

fn group(scene: &Scene<'_>, name: GroupName) -> Vec<PageCard> {
    let pages = scene.site.pages.iter().filter(|page| page.group() == name && page.kind != Kind::Welcome);
    pages.map(|page| card(scene, page)).collect()
}

fn guides(scene: &Scene<'_>) -> Vec<PageCard> {
    let group = scene.site.navigation.groups.iter().find(|group| group.name == GroupName::Guides);
    let Some(group) = group else { return Vec::new() };
    let pages = group.pages.iter().map(|id| scene.site.page(*id)).filter(|page| !page.is_index());
    let folders = group.folders.iter().filter_map(|path| Some((path, scene.site.navigation.folders.get(path)?)));
    pages.map(|page| card(scene, page)).chain(folders.map(|(path, folder)| folder_card(scene, path, folder))).collect()
}

/// A page as a list shows it.
pub(super) fn card(scene: &Scene<'_>, page: &Page) -> PageCard {
    let questions = page.document.questions().count();
    PageCard {
        title: page.label().to_owned(),
        summary: page.summary.clone(),
        href: scene.href(&page.address),
        kind: super::pages::kind_view(page),
        count: (page.kind == Kind::Faq).then_some(questions),
    }
}

fn folder_card(scene: &Scene<'_>, path: &str, folder: &Folder) -> PageCard {
    let summary = folder.index.and_then(|id| scene.site.page(id).summary.clone());
    PageCard {
        title: scene.folder_title(path).to_owned(),
        summary,
        href: folder.address.as_ref().map(|address| scene.href(address)).unwrap_or_default(),
        kind: PageKind::Folder,
        count: Some(folder.pages.len() + folder.folders.len()),
    }
}

fn faq(scene: &Scene<'_>, page: &Page) -> FaqView {
    let link = |heading: &crate::markdown::document::Heading| Link {
        title: scene.sayer().plain_nodes(&page.document, heading.title()),
        href: format!("#{}", heading.id),
    };
    let others = scene.site.pages.iter().filter(|other| other.kind == Kind::Faq && other.file != page.file);
    FaqView {
        questions: page.document.questions().map(|question| link(question.heading)).collect(),
        others: others.map(|other| card(scene, other)).collect(),
    }
}

/// A folder's index: its pages and the folders in it.
#[must_use]
pub fn folder_body(scene: &Scene<'_>, path: &str) -> Body {
    folder_view(scene, path).map_or(Body::Plain, Body::Folder)
}

fn folder_view(scene: &Scene<'_>, path: &str) -> Option<FolderView> {
    let folder = scene.site.navigation.folders.get(path)?;
    let pages = folder.pages.iter().map(|id: &PageId| card(scene, scene.site.page(*id)));
    let folders = folder.folders.iter().filter_map(|path| Some((path, scene.site.navigation.folders.get(path)?)));
    Some(FolderView {
        pages: pages.collect(),
        folders: folders.map(|(path, folder)| folder_card(scene, path, folder)).collect(),
    })
}

/// A folder's index with words of its own. When a list among them names everything in the folder, in the owner's order and with the
/// owner's reasons, ours would say it all a second time. A link in the middle of a sentence is no list.
fn described_folder(scene: &Scene<'_>, page: &Page) -> Body {
    let Some(folder) = folder_view(scene, page.address.folder()) else { return Body::Plain };
    let text = &page.document;
    let lists = text
        .branches(text.body())
        .filter(|branch| matches!(branch.kind(), Node::Bullets | Node::Numbers(_) | Node::Definitions | Node::Table));
    let led = lists.flat_map(|list| leads_in(scene.site, page, list.nodes()));
    let named: BTreeSet<String> = led.map(|(address, _)| scene.href(&address)).collect();
    let is_whole = folder.folders.iter().chain(&folder.pages).all(|card| named.contains(&card.href));
    Body::Folder(if is_whole { FolderView::default() } else { folder })
}

/// Every topic and question, A–Z.
#[must_use]
pub fn find_body(scene: &Scene<'_>) -> Body {
    let mut entries: Vec<(String, FindEntry)> = Vec::new();
    for page in &scene.site.pages {
        entries.push(entry(page.title.clone(), scene.href(&page.address), FindKind::Page, None));
        entries.extend(page.document.questions().filter(|_| page.kind == Kind::Faq).map(|question| {
            let title = scene.sayer().plain_nodes(&page.document, question.heading.title());
            entry(
                title,
                scene.href_with(page, &format!("#{}", question.heading.id)),
                FindKind::Question,
                Some(page.title.clone()),
            )
        }));
    }
    let topics = scene.site.pages.iter().filter(|page| page.kind != Kind::Faq).flat_map(|page| {
        let headings = page.document.headings().iter().filter(|heading| heading.level == 2);
        headings.map(move |heading| {
            let title = scene.sayer().plain_nodes(&page.document, heading.title());
            entry(title, scene.href_with(page, &format!("#{}", heading.id)), FindKind::Topic, Some(page.title.clone()))
        })
    });
    let count = scene.site.pages.iter().map(|page| page.document.headings().len()).sum::<usize>();
    if count + entries.len() <= MOST_TOPICS {
        entries.extend(topics);
    }
    entries.sort_by(|(key, a), (other, b)| key.cmp(other).then_with(|| a.href.cmp(&b.href)));
    Body::Find(FindView { letters: letters(entries) })
}

fn entry(title: String, href: String, kind: FindKind, on: Option<String>) -> (String, FindEntry) {
    (folded(&title), FindEntry { title, href, kind, on })
}

/// For sorting: without accents, capitals and marks at the start.
fn folded(title: &str) -> String {
    let plain = title.nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter));
    let lower: String = plain.flat_map(char::to_lowercase).collect();
    lower.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

fn letters(entries: Vec<(String, FindEntry)>) -> Vec<LetterView> {
    let mut letters: BTreeMap<String, LetterView> = BTreeMap::new();
    for (key, entry) in entries {
        let first = key.chars().next().unwrap_or('#');
        let (letter, id) = if first.is_alphabetic() {
            (first.to_uppercase().to_string(), first.to_string())
        } else {
            ("0–9".to_owned(), "0-9".to_owned())
        };
        let view = letters.entry(id.clone()).or_insert_with(|| LetterView { letter, id, entries: Vec::new() });
        view.entries.push(entry);
    }
    letters.into_values().collect()
}

/// The contact router.
#[must_use]
pub fn reach_body(scene: &Scene<'_>) -> Body {
    Body::Reach(super::reach::view(scene))
}

/// The page a host shows for a missing address: it stands alone and leads home in words when it can't by link.
#[must_use]
pub fn not_found_body(scene: &Scene<'_>) -> Body {
    let reaches = |door: &Door| matches!(door, Door::Number(_) | Door::Mail(_));
    let channels = scene.site.policies.channels.iter().filter(|channel| channel.monitored);
    let reachable = channels.filter(|channel| channel.door.as_ref().is_some_and(|door| reaches(&door.value)));
    let best = best_channel(scene).map(|channel| channel.id.value.clone());
    let mut reachable: Vec<_> = reachable.collect();
    reachable.sort_by_key(|channel| Some(&channel.id.value) != best.as_ref());
    Body::NotFound(NotFoundView {
        ramp: super::views::Html(scene.theme.ramp.clone()),
        home: scene.site.business.url.as_ref().map(|url| format!("{url}/")),
        actions: reachable.into_iter().take(2).map(|channel| scene.action(channel)).collect(),
        reach: Router::address(scene.site).zip(scene.site.business.url.as_ref()).map(|(to, url)| format!("{url}/{to}")),
    })
}
