//! What many pages share: the navigation and the fixed links, worked out once a folder and spliced into each page.

use std::sync::Arc;

use memchr::memmem;
use serde::Serialize;

use super::Edition;
use super::output::{Content, Segment};
use super::scene::Scene;
use super::theme::{Context, Value};
use super::views::{Body, DoorView, FrameView, LinksView, NavGroup, NavLink, NavView, PageInfo};
use crate::address::Address;
use crate::diagnostic::{Diagnostic, Findings};
use crate::policy::kinds::Kind;
use crate::router::Router;
use crate::site::{Group, GroupName, HOURS_SCRIPT, Site};

/// A folder with more pages than this is opened by its index, not in the menu of every page in it.
const MOST_IN_MENU: usize = 30;
/// Opens and closes the mark of a [`Place`].
const MARK: &str = "\u{E000}";
/// Stands for the stylesheet of facts until it is known whether the page needs it.
const FACTS_MARK: &str = "\u{E000}facts\u{E000}";

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

/// A place in a page's template for what is rendered elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Header,
    Nav,
    Content,
    Quick,
}

impl Place {
    const ALL: [Place; 4] = [Place::Header, Place::Nav, Place::Content, Place::Quick];

    /// What templates call it.
    fn name(self) -> &'static str {
        match self {
            Place::Header => "header",
            Place::Nav => "nav",
            Place::Content => "content",
            Place::Quick => "quick",
        }
    }

    /// What a template writes there.
    fn mark(self) -> String {
        [MARK, self.name(), MARK].concat()
    }

    /// The first place in a page, with what stands before and behind it. Marks of nobody's are words of the page.
    fn first_in(shell: &str) -> Option<(&str, Place, &str)> {
        memmem::find_iter(shell.as_bytes(), MARK).find_map(|at| {
            let (before, found) = shell.split_at_checked(at)?;
            let named = found.strip_prefix(MARK)?;
            let place = Place::ALL.into_iter().find(|place| named.starts_with(place.name()))?;
            Some((before, place, named.strip_prefix(place.name())?.strip_prefix(MARK)?))
        })
    }
}

/// What all pages of one folder share.
pub struct Frame<'s> {
    /// The version shown, when there is one.
    version: Option<&'s str>,
    links: Value,
    /// The same for pages with something of another company's.
    embed_links: Value,
    door: Value,
    header: Arc<[u8]>,
    quick: Arc<[u8]>,
    nav: Arc<[u8]>,
    /// Where in the navigation each page's link ends: ` aria-current="page"` goes there.
    marks: Vec<(String, usize)>,
    /// Whether any of that needs the stylesheet of facts.
    shows_facts: bool,
    /// Of all the above but the version.
    pub(super) key: blake3::Hash,
}

impl<'s> Frame<'s> {
    /// Works out what the pages of the scene's folder share.
    #[must_use]
    pub fn new(scene: &Scene<'_>, edition: Edition<'s>) -> (Self, Findings) {
        let mut findings = Findings::new();
        let view = NavView { groups: nav_groups(scene) };
        let nav = shared(scene, "nav.html", &view, &mut findings);
        let marks = marks(&nav, view.groups.iter().flat_map(|group| &group.links));
        let links = links(scene, edition);
        let embed = scene.theme.assets.embed.iter().map(|script| scene.href(script));
        let scripts = links.scripts.iter().cloned().chain(embed).collect();
        let around = FrameView { links, door: door(scene) };
        let header = shared(scene, "header.html", &around, &mut findings);
        let quick = shared(scene, "quick.html", &around, &mut findings);
        let FrameView { links, door } = around;
        let frame = Frame {
            version: edition.version,
            key: key(&nav, &links, &door),
            shows_facts: [&header, &quick, &nav].iter().any(|part| scene.theme.assets.fact_classes.occur_in(part)),
            header: Arc::from(header.into_bytes()),
            quick: Arc::from(quick.into_bytes()),
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
        for place in Place::ALL {
            context.insert(place.name(), &place.mark());
        }
        let shell = scene.theme.render(parts.body.template(), &context)?;
        let shell = self.dressed(scene, shell, &parts.content);
        Ok(self.spliced(&shell, parts))
    }

    /// The page with the stylesheet of facts, or without its link where nothing on it has a class that only this sheet knows.
    fn dressed(&self, scene: &Scene<'_>, shell: String, content: &str) -> String {
        let Some((before, after)) = cut(&shell, FACTS_MARK) else { return shell };
        let assets = &scene.theme.assets;
        let facts = assets.facts.as_ref().filter(|_| {
            self.shows_facts || [before, after, content].iter().any(|part| assets.fact_classes.occur_in(part))
        });
        let (before, href, after) = match facts {
            Some(facts) => (before, scene.href(facts), after),
            None => {
                let before = before.rsplit_once('<').map_or(before, |(before, _)| before.trim_end());
                (before, String::new(), after.split_once('>').map_or(after, |(_, after)| after))
            }
        };
        [before, &href, after].concat()
    }

    fn spliced(&self, shell: &str, parts: PageParts) -> Content {
        let own = |text: &str| Segment::Own(text.as_bytes().into());
        let PageParts { address, content, .. } = parts;
        let mut content = content.into_bytes().into_boxed_slice();
        let mut segments = Vec::with_capacity(11);
        let mut rest = shell;
        while let Some((before, place, after)) = Place::first_in(rest) {
            segments.push(own(before));
            match place {
                Place::Header => segments.push(Segment::Shared(Arc::clone(&self.header))),
                Place::Nav => self.push_nav(address.file_name(), &mut segments),
                Place::Content => segments.push(Segment::Own(std::mem::take(&mut content))),
                Place::Quick => segments.push(Segment::Shared(Arc::clone(&self.quick))),
            }
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

/// A part of every page of a folder, rendered once.
fn shared(scene: &Scene<'_>, template: &str, view: &impl Serialize, findings: &mut Findings) -> String {
    let rendered = Context::from_serialize(view)
        .map_err(|_| None)
        .and_then(|context| scene.theme.render(template, &context).map_err(Some));
    rendered.unwrap_or_else(|diagnostic| {
        findings.extend(diagnostic.map(|boxed| *boxed));
        String::new()
    })
}

/// What stands before and behind a mark.
fn cut<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    let at = memmem::find(text.as_bytes(), mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Views always have a JSON form. The script of embeds is the theme's, which is no folder's own.
fn key(nav: &str, links: &LinksView, door: &DoorView) -> blake3::Hash {
    let parts = serde_json::to_string(&(nav, links, door)).unwrap_or_default();
    blake3::hash(parts.as_bytes())
}

/// Where each link of this folder ends in the navigation. Only such a link can be the current page.
fn marks<'l>(nav: &str, links: impl Iterator<Item = &'l NavLink>) -> Vec<(String, usize)> {
    let mut done = 0;
    let mark = |link: &NavLink| {
        if link.href.contains('/') {
            return None;
        }
        let written = format!("<a href=\"{}\"", crate::markdown::html::escaped(&link.href));
        // Nearly always they stand in the order in which the template was given them.
        let behind = nav.get(done..).and_then(|rest| Some(done + memmem::find(rest.as_bytes(), written.as_bytes())?));
        done = behind.or_else(|| nav.find(&written))? + written.len();
        Some((link.href.clone(), done))
    };
    links.filter_map(mark).collect()
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
    let facts = assets.facts.iter().map(|_| FACTS_MARK.to_owned());
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
        styles: assets.style.iter().map(|style| scene.href(style)).chain(facts).collect(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_any_order_and_as_often_as_a_template_likes() {
        let shell = ["<a>", &Place::Quick.mark(), "<b>", &Place::Nav.mark(), &Place::Nav.mark()].concat();
        let mut found = Vec::new();
        let mut rest = shell.as_str();
        while let Some((before, place, after)) = Place::first_in(rest) {
            found.push((before, place.name()));
            rest = after;
        }
        assert_eq!(found, [("<a>", "quick"), ("<b>", "nav"), ("", "nav")]);
        assert_eq!(rest, "");
    }

    #[test]
    fn links_are_marked_in_whatever_order_they_stand() {
        let link = |href: &str| NavLink { href: href.to_owned(), ..NavLink::default() };
        let nav = "<a href=\"b.html\">B</a> <a href=\"a.html\">A</a> <a href=\"c&amp;d.html\">C</a> <a href=\"../e.html\">E</a>";
        let links = [link("a.html"), link("b.html"), link("c&d.html"), link("../e.html"), link("gone.html")];
        let marks = marks(nav, links.iter());
        let named: Vec<(&str, &str)> = marks.iter().map(|(href, at)| (href.as_str(), &nav[*at..=*at + 1])).collect();
        assert_eq!(named, [("a.html", ">A"), ("b.html", ">B"), ("c&d.html", ">C")]);
    }

    #[test]
    fn marks_of_nobody_are_words_of_the_page() {
        let shell = format!("A{MARK}title{MARK}{} and {MARK}", Place::Content.mark());
        let (before, place, after) = Place::first_in(&shell).expect("the article has a place");
        assert_eq!(
            (before, place.name(), after),
            (format!("A{MARK}title{MARK}").as_str(), "content", format!(" and {MARK}").as_str())
        );
        assert!(Place::first_in(after).is_none());
    }
}
