//! One page of the site: its words, its neighbours, its place, put into the theme's page template.

use super::document::{Sheet, unplaced_shapes};
use super::frame::PageParts;
use super::scene::Scene;
use super::views::{Body, DateView, HomeView, Html, Link, PageInfo, PageKind, QuestionView, Robots, TocEntry};
use crate::address::Address;
use crate::diagnostic::Findings;
use crate::markdown::document::Nodes;
use crate::markdown::html;
use crate::policy::business::Visibility;
use crate::policy::kinds::Kind;
use crate::policy::values::CalendarDate;
use crate::site::{Page, PageFacts};

use super::components::date_view;

/// A page's parts: what its template is told, and its article.
#[must_use]
pub fn page(scene: &Scene<'_>, index: usize) -> (PageParts, Findings) {
    let page = &scene.site.pages[index];
    let sheet = Sheet::new(*scene).keeping(&page.document);
    let mut body = super::special::body(scene, page);
    let content = match (&mut body, page.kind) {
        (Body::Home(home), _) => welcome(&sheet, page, home),
        (_, Kind::Faq) => questions(scene, &sheet, page),
        _ => article(scene, &sheet, page),
    };
    let mut info = info(scene, page);
    let pages = &scene.site.pages;
    let link = |other: &Page| Link { title: other.label().to_owned(), href: scene.href(&other.address) };
    info.previous = index.checked_sub(1).and_then(|before| pages.get(before)).map(link);
    info.next = pages.get(index + 1).map(link);
    let has_embeds = crate::site::has_embeds(&scene.site.business, &page.document);
    (PageParts { address: page.address.clone(), info, body, content, has_embeds }, sheet.into_findings_on(page))
}

/// The owner's welcome: the first words greet, the rest comes after the doors and the first reads.
fn welcome(sheet: &Sheet<'_>, page: &Page, home: &mut HomeView) -> String {
    let document = &page.document;
    let text = text_of(page);
    let first_heading = document.headings().iter().find(|heading| text.contains(heading.node));
    let Some(heading) = first_heading else { return sheet.html(document, text) + &html::footnotes(document, sheet) };
    let rest = sheet.html(document, text.from(heading.node)) + &html::footnotes(document, sheet);
    home.more = Some(Html(rest));
    sheet.html(document, text.before(heading.node))
}

/// The text of a page, with the facts of its kind under its first paragraph unless it places them itself.
pub(super) fn article(scene: &Scene<'_>, sheet: &Sheet<'_>, page: &Page) -> String {
    let document = &page.document;
    let body = text_of(page);
    let facts: String = unplaced_shapes(scene.site, page).iter().map(|shape| sheet.component(shape)).collect();
    let mut article = match document.first_paragraph() {
        Some(first) if !facts.is_empty() => {
            sheet.html(document, body.through(first)) + &facts + &sheet.html(document, body.after(first))
        }
        _ => sheet.html(document, body) + &facts,
    };
    article.push_str(&html::footnotes(document, sheet));
    article
}

/// All of a page's text but the heading that already stands above it as its title.
pub(super) fn text_of(page: &Page) -> Nodes {
    let document = &page.document;
    let typed = page.header.title.as_ref();
    let same = document.title().is_some_and(|title| {
        typed.is_none()
            || document.plain_text(title.title(), |mention, words| words.push_str(mention.path)) == page.title
    });
    if same { document.body() } else { document.all() }
}

/// A category of questions: what stands before, between and after them stays where it is.
pub(super) fn questions(scene: &Scene<'_>, sheet: &Sheet<'_>, page: &Page) -> String {
    let document = &page.document;
    let mut rest = text_of(page);
    let mut written = String::new();
    for question in document.questions() {
        written.push_str(&sheet.html(document, rest.before(question.heading.node)));
        let rendered = html::render_question(document, sheet, &question);
        let view = QuestionView {
            id: rendered.id,
            question: Html(rendered.title),
            answer: Html(rendered.answer),
            policy: owning_policy(scene, page, question.answer),
            related: scene.backstage.related.to(scene, page, question),
        };
        written.push_str(&sheet.question(&view));
        rest = rest.after(question.heading.section);
    }
    written.push_str(&sheet.html(document, rest));
    written.push_str(&html::footnotes(document, sheet));
    written
}

/// The policy named in the category's header, unless the answer links it itself.
fn owning_policy(scene: &Scene<'_>, page: &Page, answer: Nodes) -> Option<Link> {
    let PageFacts::Faq(faq) = &page.facts else { return None };
    let id = faq.policy.as_ref()?.value.to_string();
    let policy = scene.site.pages.iter().find(|page| page.id() == id)?;
    let linked =
        super::related::leads_in(scene.site, page, answer).iter().any(|(address, _)| *address == policy.address);
    (!linked).then(|| Link { title: policy.title.clone(), href: scene.href(&policy.address) })
}

/// What a page's template is told about it.
pub(super) fn info(scene: &Scene<'_>, page: &Page) -> PageInfo {
    let business = &scene.site.business;
    PageInfo {
        title: page.title.clone(),
        tab_title: tab_title(scene, &page.title),
        summary: page.summary.clone(),
        kind: kind_view(page),
        breadcrumbs: breadcrumbs(scene, page.address.folder(), page.is_index()),
        toc: toc(scene, page),
        effective: date(scene, page.header.effective.as_ref().map(|at| at.value)),
        checked: date(scene, page.header.reviewed.as_ref().map(|at| at.value)),
        keeper: page
            .header
            .owner
            .as_ref()
            .and_then(|id| business.person(&id.value))
            .map(|person| person.name.value.to_string()),
        print: printed(scene, page),
        canonical: business.url.as_ref().map(|url| canonical(url, page.address.as_str())),
        robots: robots(scene),
        structured: super::structured::of_page(scene, page),
        ..PageInfo::default()
    }
}

/// The paged form of a page that is a chapter of the pack.
fn printed(scene: &Scene<'_>, page: &Page) -> Option<String> {
    let chapters = &scene.site.chapters;
    let chapter = chapters.iter().find(|chapter| scene.site.page(chapter.page).file == page.file)?;
    Some(scene.href(&Address::new(&format!("print/{}.html", chapter.name))))
}

/// The absolute address of a page; the home page's ends with a slash.
pub(crate) fn canonical(url: &str, address: &str) -> String {
    let path = if address == "index.html" { "" } else { address };
    format!("{url}/{}", crate::address::encoded(path))
}

pub(super) fn robots(scene: &Scene<'_>) -> Robots {
    match scene.site.business.visibility {
        Visibility::Public => Robots::Index,
        Visibility::Unlisted => Robots::Noindex,
    }
}

/// What the browser's tab says.
pub(crate) fn tab_title(scene: &Scene<'_>, title: &str) -> String {
    let name = &scene.site.business.name;
    if title == name { name.clone() } else { format!("{title} · {name}") }
}

fn date(scene: &Scene<'_>, date: Option<CalendarDate>) -> Option<DateView> {
    date.map(|date| date_view(scene, date.date()))
}

/// The way here from the home page, folder by folder.
pub(super) fn breadcrumbs(scene: &Scene<'_>, folder: &str, is_index: bool) -> Vec<Link> {
    let mut path = String::new();
    let mut crumbs = Vec::new();
    for part in folder.split('/').filter(|part| !part.is_empty()) {
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part);
        let Some(folder) = scene.site.navigation.folders.get(&path) else { continue };
        let href = folder.address.as_ref().map(|address| scene.href(address)).unwrap_or_default();
        crumbs.push(Link { title: scene.folder_title(&path).to_owned(), href });
    }
    if is_index {
        crumbs.pop();
    }
    if !crumbs.is_empty() {
        let home = scene.theme.labels.home().to_owned();
        crumbs.insert(0, Link { title: home, href: scene.href(&crate::address::Address::new("index.html")) });
    }
    crumbs
}

fn toc(scene: &Scene<'_>, page: &Page) -> Vec<TocEntry> {
    let own_title = page.document.title().map(|title| title.node);
    let headings = page
        .document
        .headings()
        .iter()
        .filter(|heading| matches!(heading.level, 2 | 3) && Some(heading.node) != own_title);
    let entry = |heading: &crate::markdown::document::Heading| TocEntry {
        id: heading.id.to_string(),
        title: scene.sayer().plain_nodes(&page.document, heading.title()),
        level: heading.level,
    };
    headings.map(entry).collect()
}

/// A page's kind as templates know it.
pub(super) fn kind_view(page: &Page) -> PageKind {
    match page.kind {
        Kind::Welcome => PageKind::Home,
        Kind::Onboarding => PageKind::Onboarding,
        Kind::Availability => PageKind::Availability,
        Kind::Channels => PageKind::Channels,
        Kind::Emergencies => PageKind::Emergencies,
        Kind::Scope => PageKind::Scope,
        Kind::Responsibilities => PageKind::Responsibilities,
        Kind::Deadlines => PageKind::Deadlines,
        Kind::Mistakes => PageKind::Mistakes,
        Kind::Boundaries => PageKind::Boundaries,
        Kind::Acknowledge => PageKind::Acknowledge,
        Kind::Faq => PageKind::Faq,
        Kind::Guide | Kind::Reply if page.is_index() => PageKind::Folder,
        Kind::Guide | Kind::Reply => PageKind::Guide,
    }
}
