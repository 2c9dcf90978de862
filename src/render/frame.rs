//! What many pages share: the navigation and the fixed links, worked out once a folder and spliced into each page.

use std::sync::Arc;

use super::Edition;
use super::output::{Content, Segment};
use super::scene::Scene;
use super::theme::{Context, Value};
use super::views::{Body, DoorView, LinksView, NavGroup, NavLink, NavView, PageInfo};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings};
use crate::policy::kinds::Kind;
use crate::router::Router;
use crate::site::{Group, GroupName, HOURS_SCRIPT, Site};

/// A folder with more pages than this is opened by its index, not in the menu of every page in it.
const MOST_IN_MENU: usize = 30;
const NAV_MARK: &str = "\u{E000}nav\u{E000}";
const CONTENT_MARK: &str = "\u{E000}content\u{E000}";

/// The parts of a page before they are joined.
pub struct PageParts {
    /// Where it is published.
    pub address: Address,
    /// What its template is told.
    pub info: PageInfo,
    /// What only its kind has.
    pub body: Body,
    /// The article.
    pub content: String,
    /// Whether the article shows something of another company's once somebody asks for it.
    pub has_embeds: bool,
}

/// What all pages of one folder share.
pub struct Frame<'s> {
    /// The version shown, when there is one.
    version: Option<&'s str>,
    links: Value,
    /// The same for pages with something of another company's.
    embed_links: Value,
    door: Value,
    nav: Arc<[u8]>,
    /// Where in the navigation each page's link ends: ` aria-current="page"` goes there.
    marks: Vec<(String, usize)>,
    /// Of all the above but the version.
    pub(super) key: blake3::Hash,
}

impl<'s> Frame<'s> {
    /// Works out what the pages of the scene's folder share.
    #[must_use]
    pub fn new(scene: &Scene<'_>, edition: Edition<'s>) -> (Self, Findings) {
        let mut findings = Findings::new();
        let view = NavView { groups: nav_groups(scene) };
        let nav = Context::from_serialize(&view)
            .map_err(|_| None)
            .and_then(|context| scene.theme.render("nav.html", &context).map_err(Some))
            .unwrap_or_else(|diagnostic| {
                findings.extend(diagnostic.map(|boxed| *boxed));
                String::new()
            });
        let marks =
            view.groups.iter().flat_map(|group| &group.links).filter_map(|link| mark(&nav, &link.href)).collect();
        let links = links(scene, edition);
        let embed = scene.theme.assets.embed.iter().map(|script| scene.href(script));
        let scripts = links.scripts.iter().cloned().chain(embed).collect();
        let door = door(scene);
        let frame = Frame {
            version: edition.version,
            key: key(&nav, &links, &door),
            links: Value::from_serializable(&links),
            embed_links: Value::from_serializable(&LinksView { scripts, ..links }),
            door: Value::from_serializable(&door),
            nav: Arc::from(nav.into_bytes()),
            marks,
        };
        (frame, findings)
    }

    /// Puts a page's parts into its template, around the shared navigation.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn page(&self, scene: &Scene<'_>, mut parts: PageParts) -> Result<Content, Box<Diagnostic>> {
        parts.info.version = self.version.map(str::to_owned);
        let mut context = Context::new();
        let links = if parts.has_embeds { &self.embed_links } else { &self.links };
        context.insert_value("links", links.clone());
        context.insert_value("door", self.door.clone());
        context.insert("page", &parts.info);
        context.insert("body", &parts.body);
        context.insert("nav", NAV_MARK);
        context.insert("content", CONTENT_MARK);
        let shell = scene.theme.render(parts.body.template(), &context)?;
        Ok(self.spliced(&shell, parts))
    }

    fn spliced(&self, shell: &str, parts: PageParts) -> Content {
        let own = |text: &str| Segment::Own(text.as_bytes().into());
        let mut segments = Vec::with_capacity(7);
        let mut rest = shell;
        if let Some((before, after)) = rest.split_once(NAV_MARK) {
            segments.push(own(before));
            self.push_nav(parts.address.file_name(), &mut segments);
            rest = after;
        }
        if let Some((before, after)) = rest.split_once(CONTENT_MARK) {
            segments.push(own(before));
            segments.push(Segment::Own(parts.content.into_bytes().into_boxed_slice()));
            rest = after;
        }
        segments.push(own(rest));
        Content::new(segments)
    }

    /// The navigation with the current page marked, without a copy of it.
    fn push_nav(&self, own: &str, segments: &mut Vec<Segment>) {
        let own = crate::address::encoded(own);
        match self.marks.iter().find(|(href, _)| *href == own) {
            Some((_, at)) => {
                segments.push(Segment::SharedPart(Arc::clone(&self.nav), 0..*at));
                segments.push(Segment::Embedded(b" aria-current=\"page\""));
                segments.push(Segment::SharedPart(Arc::clone(&self.nav), *at..self.nav.len()));
            }
            None => segments.push(Segment::Shared(Arc::clone(&self.nav))),
        }
    }
}

/// Views always have a JSON form. The script of embeds is the theme's, which is no folder's own.
fn key(nav: &str, links: &LinksView, door: &DoorView) -> blake3::Hash {
    let parts = serde_json::to_string(&(nav, links, door)).unwrap_or_default();
    blake3::hash(parts.as_bytes())
}

/// Where a link of this folder ends in the navigation. Only such a link can be the current page.
fn mark(nav: &str, href: &str) -> Option<(String, usize)> {
    if href.contains('/') {
        return None;
    }
    let written = format!("<a href=\"{}\"", crate::markdown::html::escaped(href));
    nav.find(&written).map(|at| (href.to_owned(), at + written.len()))
}

fn nav_groups(scene: &Scene<'_>) -> Vec<NavGroup> {
    let labels = &scene.theme.labels;
    let title = |name: GroupName| match name {
        GroupName::Policies => None,
        GroupName::Questions => Some(labels.questions().to_owned()),
        GroupName::Guides => Some(labels.guides().to_owned()),
    };
    let groups = scene.site.navigation.groups.iter();
    let mut groups: Vec<NavGroup> =
        groups.map(|group| NavGroup { title: title(group.name), links: nav_links(scene, group) }).collect();
    if let Some(router) = Router::address(scene.site) {
        let link = NavLink { title: labels.reach_us().to_owned(), href: scene.href(&router), depth: 0 };
        match groups.first_mut().filter(|group| group.title.is_none()) {
            // The home page stands first.
            Some(group) => group.links.insert(group.links.len().min(1), link),
            None => groups.insert(0, NavGroup { title: None, links: vec![link] }),
        }
    }
    groups
}

fn nav_links(scene: &Scene<'_>, group: &Group) -> Vec<NavLink> {
    let page = |id: &crate::site::PageId, depth: u8| {
        let page = scene.site.page(*id);
        NavLink { title: page.label().to_owned(), href: scene.href(&page.address), depth }
    };
    let mut links: Vec<NavLink> = group.pages.iter().map(|id| page(id, 0)).collect();
    for path in &group.folders {
        push_folder(scene, path, 0, &mut links);
    }
    links
}

/// A folder in the menu; the one the page stands in is opened.
fn push_folder(scene: &Scene<'_>, path: &str, depth: u8, links: &mut Vec<NavLink>) {
    let Some(folder) = scene.site.navigation.folders.get(path) else { return };
    let Some(address) = &folder.address else { return };
    links.push(NavLink { title: scene.folder_title(path).to_owned(), href: scene.href(address), depth });
    let here = scene.from.folder();
    let is_open = here == path || here.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
    if !is_open {
        return;
    }
    if folder.pages.len() <= MOST_IN_MENU {
        for id in &folder.pages {
            let page = scene.site.page(*id);
            links.push(NavLink { title: page.title.clone(), href: scene.href(&page.address), depth: depth + 1 });
        }
    }
    for inside in &folder.folders {
        push_folder(scene, inside, depth + 1, links);
    }
}

fn links(scene: &Scene<'_>, edition: Edition<'_>) -> LinksView {
    let Edition { papers, emblem, .. } = edition;
    let to = |address: &str| scene.href(&Address::new(address));
    let assets = &scene.theme.assets;
    let logo = scene.site.logo().map(|logo| scene.href(super::pictures::small(logo)));
    LinksView {
        home: to("index.html"),
        find: to("find.html"),
        reach: Router::address(scene.site).map(|router| scene.href(&router)),
        emergency: scene.href_of(Kind::Emergencies, ""),
        pack: papers.map(|papers| scene.href(&papers.pack)),
        paged: papers.and_then(|papers| Some(scene.href(papers.paged.as_ref()?))),
        sheet: papers.and_then(|papers| Some(scene.href(papers.sheet.as_ref()?))),
        cards: papers.and_then(|papers| Some(scene.href(papers.cards.as_ref()?))),
        icon: emblem.and_then(|emblem| Some(scene.href(emblem.icon.as_ref()?))).or_else(|| logo.clone()),
        touch_icon: emblem.map(|emblem| scene.href(&emblem.touch_icon)),
        card: emblem.and_then(|emblem| {
            let url = scene.site.business.url.as_ref()?;
            Some(super::pages::canonical(url, emblem.card.as_ref()?.as_str()))
        }),
        logo,
        styles: assets.style.iter().map(|address| scene.href(address)).collect(),
        scripts: hours_script(scene).into_iter().chain(assets.script.iter().map(|script| scene.href(script))).collect(),
        search: assets.search.iter().flat_map(|search| [to(super::search::DATA), scene.href(search)]).collect(),
    }
}

/// The live data goes before the script that reads it.
fn hours_script(scene: &Scene<'_>) -> Option<String> {
    scene.site.policies.are_live().then(|| scene.href(&Address::new(HOURS_SCRIPT)))
}

fn door(scene: &Scene<'_>) -> DoorView {
    let has_hours = !scene.site.policies.availability.schedules.is_empty();
    DoorView {
        words: scene.theme.labels.hours().to_owned(),
        href: has_hours.then(|| scene.href_of(Kind::Availability, "")).flatten(),
    }
}

/// The business and its look, as every page's template sees it.
#[must_use]
pub fn site_view(site: &Site) -> super::views::SiteView {
    use super::views::{Corners, DarkMode, Dir, FontChoice, LogoShows, LogoView, SiteView};
    use crate::policy::business;
    use crate::policy::values::Direction;
    let brand = &site.business.brand;
    let logo = site.logo().and_then(crate::site::PublishedFile::size).map(|(width, height)| LogoView {
        width,
        height,
        shows: if width >= 3 * height { LogoShows::Name } else { LogoShows::Mark },
    });
    SiteView {
        name: site.business.name.clone(),
        tagline: site.business.tagline.clone(),
        language: site.business.language.to_string(),
        dir: match site.business.language.direction() {
            Direction::Rtl => Dir::Rtl,
            Direction::Ltr => Dir::Ltr,
        },
        logo,
        font: match brand.font {
            business::Font::Humanist => FontChoice::Humanist,
            business::Font::Grotesque => FontChoice::Grotesque,
            business::Font::Serif => FontChoice::Serif,
            business::Font::System => FontChoice::System,
        },
        corners: match brand.corners {
            business::Corners::Soft => Corners::Soft,
            business::Corners::Square => Corners::Square,
        },
        dark: if brand.dark { DarkMode::Auto } else { DarkMode::Off },
    }
}

/// A page that is made, not written: its title and body.
#[must_use]
pub fn made(scene: &Scene<'_>, title: &str, body: Body) -> PageParts {
    let kind = match &body {
        Body::Find(_) => super::views::PageKind::Find,
        Body::Reach(_) => super::views::PageKind::ReachUs,
        Body::NotFound(_) => super::views::PageKind::NotFound,
        _ => super::views::PageKind::Folder,
    };
    // How to reach us stands on a sheet of its own wherever there is a pack.
    let is_on_paper = matches!(body, Body::Reach(_)) && !scene.site.chapters.is_empty();
    let info = PageInfo {
        title: title.to_owned(),
        tab_title: super::pages::tab_title(scene, title),
        kind,
        breadcrumbs: super::pages::breadcrumbs(scene, scene.from.folder(), scene.from.file_name() == "index.html"),
        canonical: scene.site.business.url.as_ref().map(|url| super::pages::canonical(url, scene.from.as_str())),
        robots: super::pages::robots(scene),
        print: is_on_paper.then(|| scene.href(&Address::new("print/sheet.html"))),
        summary: matches!(body, Body::Reach(_)).then(|| scene.theme.labels.reach_lead().to_owned()),
        ..PageInfo::default()
    };
    PageParts { address: scene.from.clone(), info, body, content: String::new(), has_embeds: false }
}
