//! What a document knows of its headings, links, pictures, embeds, references and footnotes.

use serde::{Deserialize, Serialize};

use super::{Nodes, Stretch};
use crate::diagnostic::Span;
use crate::markdown::target::TargetKind;

/// Words that stand in the text, or that differ from what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Typed {
    /// As they stand.
    Verbatim(Stretch),
    /// With Markdown's own marks (`\_`, `&amp;`) undone.
    Words(Box<str>),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, unique on the page and never empty.
    pub id: Box<str>,
    /// Where the owner typed the id, when it comes from `{#id}`.
    pub id_place: Option<Stretch>,
    /// The heading itself.
    pub node: Nodes,
    /// What stands under it, up to the next heading of its level or above.
    pub section: Nodes,
    /// Where it was typed.
    pub place: Stretch,
    /// Whether it ends with a question mark.
    pub asks: bool,
}

impl Heading {
    /// The words of the heading, without the heading itself.
    #[must_use]
    pub fn title(&self) -> Nodes {
        Nodes { start: self.node.start + 1, end: self.node.end }
    }
}

/// A link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Where it leads; references in it as typed.
    pub target: Typed,
    /// What kind of place that is.
    pub kind: TargetKind,
    /// Where the target itself was typed, at the link or at the definition it names.
    pub place: Stretch,
    /// What shows when a mouse rests on it; references in it as typed.
    pub title: Option<Typed>,
    /// The link with its words.
    pub node: Nodes,
    /// The references in target and title: a run of [`super::Document::references`].
    pub(in crate::markdown) references: (u32, u32),
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// Where it lies; references in it as typed.
    pub target: Typed,
    /// What kind of place that is.
    pub kind: TargetKind,
    /// Where the target itself was typed.
    pub place: Stretch,
    /// Its title: the caption of a picture that stands alone.
    pub title: Option<Typed>,
    /// The picture with its description.
    pub node: Nodes,
    /// Whether it is all its paragraph holds.
    pub is_alone: bool,
    pub(in crate::markdown) references: (u32, u32),
}

impl Image {
    /// The nodes that describe the picture.
    #[must_use]
    pub fn alt(&self) -> Nodes {
        Nodes { start: self.node.start + 1, end: self.node.end }
    }
}

/// What something of another company's is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EmbedKind {
    /// A page in a frame: a calendar, a map, a form, a player.
    Page,
    /// A film.
    Video,
    /// Something to listen to.
    Sound,
    /// A picture.
    Picture,
}

/// A tag that would show something of another company's: `<iframe>`, `<video>`, `<audio>`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Embed {
    /// What it is.
    pub kind: EmbedKind,
    /// Where it lies: an address that starts with `https://` or `http://`.
    pub address: Box<str>,
    /// What it is called; empty without a title.
    pub title: Box<str>,
    /// Width and height in CSS pixels, as far as they were typed as numbers.
    pub size: (Option<u32>, Option<u32>),
    /// Where the tag was typed.
    pub place: Stretch,
}

/// Where a reference stands, which decides what it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// Among words: becomes words.
    InProse,
    /// Alone in its paragraph: becomes its table or picture, when it has one.
    AloneInParagraph,
    /// In the target of a link or picture: becomes an address.
    InLinkTarget,
    /// In a heading: becomes words.
    InHeading,
}

/// A reference to a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The path alone.
    pub path: Stretch,
    /// The whole of it, braces and all.
    pub place: Stretch,
    /// Where it stands.
    pub position: Position,
}

/// A reference as the world outside is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// The path: `fee.hourly`.
    pub path: &'a str,
    /// Where it was typed.
    pub span: Span,
    /// Where it stands.
    pub position: Position,
}

/// A footnote, where it was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Footnote {
    /// The name between `[^` and `]`.
    pub label: Typed,
    /// Where it was written.
    pub place: Stretch,
    /// The footnote with its words.
    pub node: Nodes,
    /// Its number on the page, from 1; 0 when nothing points to it.
    pub number: u32,
    /// How many marks point to it.
    pub uses: u32,
}

impl Footnote {
    /// The words of the note.
    #[must_use]
    pub fn content(&self) -> Nodes {
        Nodes { start: self.node.start + 1, end: self.node.end }
    }
}

/// A mark that points to a footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FootnoteUse {
    /// Index of the footnote in [`super::Document::footnotes`].
    pub footnote: u32,
    /// Which of the marks of this footnote it is, from 1; 0 for a mark that stands in a footnote that is never shown.
    pub ordinal: u32,
}

/// A question and its answer.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The heading that asks.
    pub heading: &'a Heading,
    /// What stands under it.
    pub answer: Nodes,
}
