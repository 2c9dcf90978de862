//! What only the special pages have: home, FAQ category, folder index, A–Z, router, 404.

use serde::Serialize;

use super::{ActionView, ClosureView, Html, Link, PageCard, ReachView};

/// The part of the context that differs by kind of page: `body.home`, `body.faq`, … in a template.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// Any ordinary page.
    #[default]
    Plain,
    /// The home page.
    Home(HomeView),
    /// One FAQ category; its questions are in `content`, each made by `components/question.html`.
    Faq(FaqView),
    /// A folder's index.
    Folder(FolderView),
    /// Every topic and question, A–Z.
    Find(FindView),
    /// The contact router.
    Reach(ReachView),
    /// The page for a missing address.
    NotFound(NotFoundView),
}

impl Body {
    /// The template that shows this kind of page.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Plain => "page.html",
            Self::Home(_) => "home.html",
            Self::Faq(_) => "faq.html",
            Self::Folder(_) => "folder.html",
            Self::Find(_) => "find.html",
            Self::Reach(_) => "reach-us.html",
            Self::NotFound(_) => "404.html",
        }
    }
}

/// The home page; the owner's welcome words are the page's `content`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct HomeView {
    /// What the owner wrote under the first heading of the welcome (block content); absent when there is none. The words before it are the
    /// page's `content`.
    pub more: Option<Html>,
    /// The three ways in, in order; a way without a destination is left out.
    pub doorways: Vec<DoorwayView>,
    /// Pages a new client reads first.
    pub read_first: Vec<PageCard>,
    /// Every policy with its summary.
    pub policies: Vec<PageCard>,
    /// FAQ categories.
    pub categories: Vec<PageCard>,
    /// Guides at the top level and folders of guides.
    pub guides: Vec<PageCard>,
    /// The next closures, at most six, counted from `--today`: the first three are shown, the live script shows the others as those pass.
    pub closures: Vec<ClosureView>,
    /// Where all closures stand.
    pub closures_href: Option<String>,
}

/// One of the three ways in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DoorwayView {
    /// Which; its words are in the labels.
    pub kind: Doorway,
    /// Where it leads: a part of the router, or the page that answers.
    pub href: String,
}

/// The three ways in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doorway {
    /// I have a question.
    #[default]
    Question,
    /// Something isn't right.
    Wrong,
    /// It can't wait.
    Urgent,
}

/// One FAQ category.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FaqView {
    /// The questions on this page, in order: plain words and `#id`.
    pub questions: Vec<Link>,
    /// The other categories, without this one.
    pub others: Vec<PageCard>,
}

/// A folder's index; what its `index.md` says is the page's `content`. Empty when a list there names all of it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FolderView {
    /// Pages directly inside, in order.
    pub pages: Vec<PageCard>,
    /// Folders directly inside, in order.
    pub folders: Vec<PageCard>,
}

/// Every topic and question, A–Z.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FindView {
    /// The letters that have entries, in the language's order.
    pub letters: Vec<LetterView>,
}

/// One letter of the A–Z.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LetterView {
    /// "A", or "0–9".
    pub letter: String,
    /// The anchor: "a".
    pub id: String,
    /// Its entries in order.
    pub entries: Vec<FindEntry>,
}

/// One entry of the A–Z.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FindEntry {
    /// The topic, heading or question.
    pub title: String,
    /// Where it is, with its fragment.
    pub href: String,
    /// What it is.
    pub kind: FindKind,
    /// The page it stands on; absent when it is a page itself.
    pub on: Option<String>,
}

/// What an entry of the A–Z is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindKind {
    /// A whole page.
    #[default]
    Page,
    /// A question.
    Question,
    /// A heading or fact on a page.
    Topic,
}

/// The page for a missing address. It stands alone: one `<style>`, no other file, absolute links only.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NotFoundView {
    /// The `:root{--brand-…}` block, as in `site.css`.
    pub ramp: Html,
    /// Absolute address of the home page; absent without `url` (the way home is then told in words).
    pub home: Option<String>,
    /// Ways to reach the business that work from anywhere (`tel:`, `mailto:`).
    pub actions: Vec<ActionView>,
    /// Absolute address of the contact router; absent without `url` or without a channel.
    pub reach: Option<String>,
}
