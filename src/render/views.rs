//! What a theme's templates may see: the contract between welcomemat and every theme.
//!
//! These structs are the only `Serialize` types templates ever receive. They hold finished words: whoever fills
//! them has resolved references, written dates and hours out in the site's language, and made every address
//! relative to the page it stands on. A template only arranges them.
//!
//! Rules that hold for every struct here:
//! - `Option` is `None` and a list is empty when the owner typed nothing; a template then prints no label for it.
//! - `String` is plain text and is escaped by the template; [`Html`] is finished markup, printed with `| safe`.
//! - `href` is relative to the page (or `mailto:`, `tel:`, `https:`); no template builds an address.
//! - `id` is unique on its page and safe as an HTML id.
//! - Fields are added, never renamed or removed; a change that breaks a template raises [`CONTRACT`].

mod care;
mod contact;
mod labels;
mod live_words;
mod page;
mod pictures;
mod print;
mod reach;
mod special;
mod terms;
mod text;
mod time;

use serde::Serialize;

pub use care::*;
pub use contact::*;
pub use labels::{COUNTED, Labels, Table};
pub use live_words::LIVE_WORDS;
pub use page::*;
pub use pictures::*;
pub use print::*;
pub use reach::*;
pub use special::*;
pub use terms::*;
pub use text::*;
pub use time::*;

/// The number of this contract. A theme states the number it was written for in `theme.toml`.
pub const CONTRACT: u32 = 2;

/// Finished HTML: already escaped, references resolved, times and amounts already in `<time>` and `<data>`.
///
/// Unless a field says otherwise it is inline (phrasing) content, without a paragraph around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

impl From<&str> for Html {
    fn from(markup: &str) -> Self {
        Self(markup.to_owned())
    }
}

impl From<String> for Html {
    fn from(markup: String) -> Self {
        Self(markup)
    }
}

/// A link with its words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words of the link, plain text.
    pub title: String,
    /// Where it leads.
    pub href: String,
}

/// A calendar date, for people and for machines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// `2026-12-24`, for `<time datetime>`.
    pub iso: String,
    /// The whole date in words: "Thursday 24 December 2026".
    pub words: String,
    /// The day of the month alone: "24".
    pub day: String,
    /// The month's short name: "Dec".
    pub month: String,
    /// The weekday's short name: "Thu".
    pub weekday: String,
    /// The year: "2026".
    pub year: String,
}

/// A page as a list shows it: on the home page, in a folder's index, under a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PageCard {
    /// The page's title.
    pub title: String,
    /// Its summary (≤ 160 characters); absent when the owner wrote none.
    pub summary: Option<String>,
    /// Where it is.
    pub href: String,
    /// Its kind, which also decides its icon.
    pub kind: PageKind,
    /// How many questions or pages lie behind it; only for FAQ categories and folders.
    pub count: Option<usize>,
}

/// What a page is about. Written in kebab case: `availability`, `folder`, `not-found`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// The home page.
    Home,
    /// First weeks together.
    Onboarding,
    /// Hours, seasons, closures.
    Availability,
    /// Ways to reach the business.
    Channels,
    /// Severity tiers, first steps, escalation.
    Emergencies,
    /// What is and is not part of the service.
    Scope,
    /// Who looks after what.
    Responsibilities,
    /// What is needed by when.
    Deadlines,
    /// When something went wrong.
    Mistakes,
    /// Please and please don't.
    Boundaries,
    /// What a client signs.
    Acknowledge,
    /// One category of questions.
    Faq,
    /// Any other page.
    #[default]
    Guide,
    /// A folder's index.
    Folder,
    /// Every topic and question, A–Z.
    Find,
    /// The contact router.
    ReachUs,
    /// The page a host shows for a missing address.
    NotFound,
}

/// A person, as a name to turn to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PersonView {
    /// The person's id; the anchor of their row where people are listed.
    pub id: String,
    /// Full name.
    pub name: String,
    /// What they do; absent when not typed.
    pub role: Option<String>,
    /// Ways to reach just this person; usually empty.
    pub actions: Vec<ActionView>,
}

/// One way to make contact, ready to press.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ActionView {
    /// What it opens; decides icon and verb ("Call", "Write to").
    pub kind: ChannelKind,
    /// The channel's name: "Emergency line".
    pub name: String,
    /// The address or number as the owner wrote it; absent for ways that have none (a visit).
    pub value: Option<String>,
    /// `tel:`, `mailto:`, `sms:`, an address, or the channel's card on this site; absent when nothing can be opened.
    pub href: Option<String>,
}

/// A way to make contact. Kebab case in templates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// A phone line.
    Phone,
    /// Text messages.
    Sms,
    /// Electronic mail.
    #[default]
    Email,
    /// A client portal.
    Portal,
    /// A chat window.
    Chat,
    /// A web form.
    Form,
    /// Letters and parcels.
    Post,
    /// Coming by.
    Visit,
    /// Social networks.
    Social,
}
