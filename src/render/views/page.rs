//! The page around the article: what `base.html`, `page.html`, `header.html`, `nav.html` and `quick.html` receive.

use serde::Serialize;

use super::{Body, DateView, Html, Labels, Link, PageKind};

/// The whole context of a page template.
///
/// `site` and `labels` are the same on every page, `links` and `door` on every page of one folder depth, `page` and
/// `body` belong to this page. `header`, `nav`, `content` and `quick` are opaque markers which the renderer replaces
/// afterwards: a template prints `content` exactly once, the others where it wants them, and never looks inside.
/// Beside these, every template knows `icons`, what stands inside each drawing by its name in `icons.toml`, and `drawn`,
/// the same as the component `icon` draws it: what stands on every page takes it from there.
#[derive(Debug, Clone, Serialize)]
pub struct PageView<'a> {
    /// [`super::CONTRACT`].
    pub contract: u32,
    /// The business and the look.
    pub site: &'a SiteView,
    /// Every interface word.
    pub labels: &'a Labels,
    /// Where the fixed pages and assets are, seen from this page.
    pub links: &'a LinksView,
    /// The door status.
    pub door: &'a DoorView,
    /// This page.
    pub page: PageInfo,
    /// What only this kind of page has.
    pub body: Body,
    /// Marker for the head of the page.
    pub header: Html,
    /// Marker for the navigation.
    pub nav: Html,
    /// Marker for the article's body (block content).
    pub content: Html,
    /// Marker for quick help, which small screens keep in reach.
    pub quick: Html,
}

/// What `header.html` and `quick.html` receive, rendered once per folder (with `labels` and `site` beside it).
#[derive(Debug, Clone, Default, Serialize)]
pub struct FrameView {
    /// Where the fixed pages and assets are, seen from this folder.
    pub links: LinksView,
    /// The door status.
    pub door: DoorView,
}

/// The business and its look; the same on every page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SiteView {
    /// The business name.
    pub name: String,
    /// One line under the name; absent when not typed.
    pub tagline: Option<String>,
    /// BCP 47: "en".
    pub language: String,
    /// Writing direction.
    pub dir: Dir,
    /// The logo picture; absent when there is none (the name is then written).
    pub logo: Option<LogoView>,
    /// Typeface choice.
    pub font: FontChoice,
    /// Corner style.
    pub corners: Corners,
    /// Whether pages follow a reader's wish for dark.
    pub dark: DarkMode,
}

/// The logo's measures; its address is [`LinksView::logo`].
#[derive(Debug, Clone, Default, Serialize)]
pub struct LogoView {
    /// Width in CSS pixels of the picture itself.
    pub width: u32,
    /// Height in CSS pixels of the picture itself.
    pub height: u32,
    /// Whether the picture already shows the name, so that it need not be written beside it.
    pub shows: LogoShows,
}

/// What the logo picture shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogoShows {
    /// A sign only: the name is written beside it.
    #[default]
    Mark,
    /// The name too (a picture at least three times as wide as high).
    Name,
}

/// Writing direction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dir {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// `[brand] font`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FontChoice {
    /// Atkinson Hyperlegible Next.
    #[default]
    Humanist,
    /// Inter.
    Grotesque,
    /// Source Serif 4.
    Serif,
    /// The reader's own system face; nothing is fetched.
    System,
}

/// `[brand] corners`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Corners {
    /// Rounded.
    #[default]
    Soft,
    /// Straight.
    Square,
}

/// `[brand] dark`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DarkMode {
    /// Follows the reader's setting.
    #[default]
    Auto,
    /// Always light.
    Off,
}

/// Addresses of fixed pages and assets, relative to the page; the same for all pages of one folder depth.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LinksView {
    /// The home page.
    pub home: String,
    /// `find.html`: search, and every topic A–Z without JavaScript.
    pub find: String,
    /// `reach-us.html`; absent when there is not a single channel.
    pub reach: Option<String>,
    /// The emergencies page; absent when there is none.
    pub emergency: Option<String>,
    /// The welcome pack as PDF (or its paged page when no PDF is made); absent when there is none.
    pub pack: Option<String>,
    /// The welcome pack as one paged page, when `pack` is a PDF.
    pub paged: Option<String>,
    /// How to reach us on one page, to print; absent without a channel.
    pub sheet: Option<String>,
    /// The emergency cards to cut out; absent without a severity.
    pub cards: Option<String>,
    /// The logo picture.
    pub logo: Option<String>,
    /// The browser tab's icon; absent when there is none.
    pub icon: Option<String>,
    /// The icon of a phone's home screen, 180 × 180 pixels; absent when there is none.
    pub touch_icon: Option<String>,
    /// The picture beside a link that somebody sends, 1200 × 630 pixels: a full address; absent when the site has none.
    pub card: Option<String>,
    /// Stylesheets in order: one for every page, and one for facts, whose link is taken out again where a page has none. Each is linked by a
    /// tag of its own.
    pub styles: Vec<String>,
    /// Classic scripts in order, loaded with `defer`.
    pub scripts: Vec<String>,
    /// Classic scripts in order that the search field loads when it is first used: the data, then what searches it.
    pub search: Vec<String>,
}

/// The door status: what stands there before (or without) the live script.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DoorView {
    /// Fallback words: "Hours". A few words at most.
    pub words: String,
    /// Where the whole week stands; absent when no hours are typed (then no door is shown).
    pub href: Option<String>,
}

/// One page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PageInfo {
    /// The page's heading, plain text; the one `<h1>`.
    pub title: String,
    /// What the browser tab says: the title with the business name.
    pub tab_title: String,
    /// Summary (≤ 160 characters), shown under the heading and given to search engines; absent when not written.
    pub summary: Option<String>,
    /// What the page is about.
    pub kind: PageKind,
    /// The way here from the home page, without this page itself; empty at the top level.
    pub breadcrumbs: Vec<Link>,
    /// The headings of the article in order; a template shows them only when there are at least three.
    pub toc: Vec<TocEntry>,
    /// The page before in reading order.
    pub previous: Option<Link>,
    /// The page after in reading order.
    pub next: Option<Link>,
    /// Since when the policy holds.
    pub effective: Option<DateView>,
    /// When it was last checked.
    pub checked: Option<DateView>,
    /// Who looks after this page: a person's name.
    pub keeper: Option<String>,
    /// The version code: "7QK4-M2XD"; absent on pages a version does not cover.
    pub version: Option<String>,
    /// The paged form of this page for printing; absent where there is none (the browser's own print is then used).
    pub print: Option<String>,
    /// Absolute address of this page; absent without `url`.
    pub canonical: Option<String>,
    /// Whether search engines may list it.
    pub robots: Robots,
    /// Structured data: JSON text with `<` escaped, for one `<script type="application/ld+json">`.
    pub structured: Option<Html>,
}

/// Whether search engines may list a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Robots {
    /// They may.
    #[default]
    Index,
    /// They may not: `<meta name="robots" content="noindex">`.
    Noindex,
}

/// One heading in "on this page".
#[derive(Debug, Clone, Default, Serialize)]
pub struct TocEntry {
    /// The heading's id.
    pub id: String,
    /// The heading's words, plain text.
    pub title: String,
    /// 2 or 3.
    pub level: u8,
}

/// The navigation, rendered once per folder depth by `nav.html` (with `labels` beside it).
///
/// A link must be written as `<a href="…">` with `href` as its only attribute: the renderer marks the current page
/// by inserting ` aria-current="page"` right after the closing quote.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavView {
    /// Groups in reading order.
    pub groups: Vec<NavGroup>,
}

/// A group of navigation links.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavGroup {
    /// The group's heading ("How we work", "Questions"); absent for the first, unnamed group.
    pub title: Option<String>,
    /// Its links in order.
    pub links: Vec<NavLink>,
}

/// A navigation link.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavLink {
    /// The page's title.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// How deep it is set in: 0 for the group's own pages, 1 for pages in a folder, and so on.
    pub depth: u8,
}
