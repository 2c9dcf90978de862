//! Paper: what the templates in `print/` receive, and what the PDF is set from.
//!
//! Ids and links are those of the pack: every id starts with its chapter's name and a colon, and a link to a page that is bound in is
//! `#chapter:id`.

use serde::Serialize;

use super::{ActionView, ChannelView, ClosureView, Html, Link, RungView, SafetyView, SeverityView, WeekView};

/// The whole context of `print/pack.html`, `print/chapter.html`, `print/sheet.html` and `print/card.html`, beside `site`, `labels` and
/// `page`. Parts a page does not show are empty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PackView {
    /// Stylesheets in order.
    pub styles: Vec<String>,
    /// What stands on every sheet of paper.
    pub imprint: ImprintView,
    /// The logo picture, seen from the page; absent when there is none.
    pub logo: Option<String>,
    /// Where the same is on screen.
    pub online: Option<String>,
    /// The chapters with their headings, numbered.
    pub contents: Vec<ContentsEntry>,
    /// The chapters; one on a chapter's own page, none on sheet and card.
    pub chapters: Vec<ChapterView>,
    /// “How to reach us”; absent when there is no way to.
    pub reach: Option<ReachSheet>,
    /// The wallet card; absent without tiers of urgency.
    pub card: Option<CardView>,
    /// What is signed; absent without an acknowledge page.
    pub signature: Option<SignatureView>,
}

/// What stands on every sheet of paper.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImprintView {
    /// The business name.
    pub name: String,
    /// The latest `effective` and the code: “2026-09-01 · 7QK4-M2XD”.
    pub version: String,
    /// The latest `effective` in words; absent when no page says since when it holds.
    pub effective: Option<String>,
}

/// A line of the contents.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ContentsEntry {
    /// “3”, “3.2”.
    pub number: String,
    /// The heading's words.
    pub title: String,
    /// Its place in the pack: `#availability:christmas`.
    pub href: String,
    /// The headings under it; empty below the second level.
    pub inside: Vec<ContentsEntry>,
}

/// One chapter.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChapterView {
    /// “3”.
    pub number: String,
    /// Its name, also its anchor: “availability”.
    pub id: String,
    /// The page's title.
    pub title: String,
    /// The page's summary.
    pub summary: Option<String>,
    /// Since when it holds, in words.
    pub effective: Option<String>,
    /// Its text (block content); a link that leaves the pack is followed by the number of its note.
    pub content: Html,
    /// The addresses behind the notes, in order from 1.
    pub notes: Vec<NoteView>,
    /// Whether the signature page follows.
    pub signature: SignaturePlace,
}

/// Whether the signature page follows a chapter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignaturePlace {
    /// It does not.
    #[default]
    Elsewhere,
    /// It does: the chapter is what a client signs.
    Here,
}

/// Where a link of the text leads, for readers who cannot press it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// From 1, chapter by chapter.
    pub number: usize,
    /// Its anchor.
    pub id: String,
    /// The address.
    pub href: String,
    /// The address as people say it: without `https://`, `mailto:`, `tel:`.
    pub words: String,
}

/// “How to reach us” on one page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ReachSheet {
    /// Danger to people comes first.
    pub safety: SafetyView,
    /// The most urgent tier; absent when there is none.
    pub urgent: Option<SeverityView>,
    /// The channels, best first; unmonitored ones last.
    pub channels: Vec<ChannelView>,
    /// The usual week; absent when no hours are typed.
    pub week: Option<WeekView>,
    /// The next closures.
    pub closures: Vec<ClosureView>,
    /// Who hears next when nobody answers.
    pub rungs: Vec<RungView>,
    /// The way to the live page; absent without `url`.
    pub code: Option<CodeView>,
}

/// A square code to point a phone at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CodeView {
    /// The picture: one `<svg>` element without measures of its own.
    pub svg: Html,
    /// How many modules it is wide, quiet zone included.
    pub modules: u32,
    /// The address it holds.
    pub href: String,
    /// The address as people say it.
    pub words: String,
}

/// The wallet card.
#[derive(Debug, Clone, Default, Serialize)]
pub struct CardView {
    /// The number for danger to people; absent when none is typed.
    pub safety: Option<String>,
    /// The tier's name: “Emergency”.
    pub name: String,
    /// The one number or address to use.
    pub action: Option<ActionView>,
    /// When it is answered.
    pub hours: Option<Html>,
    /// What to do.
    pub steps: Vec<Html>,
    /// What it is not for.
    pub not_for: Vec<Html>,
    /// The way to the live page; absent without `url`.
    pub code: Option<CodeView>,
}

/// The page that is signed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SignatureView {
    /// The pages covered.
    pub documents: Vec<Link>,
    /// Lines to initial.
    pub initials: Vec<Html>,
    /// The agreement that wins when the two differ.
    pub agreement: Option<String>,
    /// Changes that call for a new signature.
    pub sign_again_on: Vec<Html>,
}
