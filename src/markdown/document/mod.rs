//! A text that has been read: complete, immutable, and small enough to keep ten thousand of them.
//!
//! Everything is one flat list of nodes in reading order; a node knows where the part below it ends. What stands
//! verbatim in the text is kept as a range of it, only the rest as words of its own. The HTML and the printed pack are
//! made from the same list; nothing in it knows either.

mod branch;
mod draft;
mod kind;
mod packed;
mod rows;
mod words;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use branch::Branch;
pub(super) use draft::{Draft, count};
pub use kind::{Alignment, CalloutKind, Kind};
pub use rows::{
    Embed, EmbedKind, Footnote, FootnoteUse, Heading, Image, Link, Mention, Position, Question, Reference, Typed,
};

use crate::diagnostic::{FileId, Span};

/// A stretch of a document's text, in bytes, half open, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Stretch {
    /// The byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Stretch {
    fn from(range: Range<usize>) -> Self {
        let byte = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Stretch { start: byte(range.start), end: byte(range.end) }
    }
}

/// A run of nodes in reading order, half open: whole nodes with all that is below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nodes {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Nodes {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// How many nodes, those inside others counted too.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// The nodes of this run that come before `other` does.
    #[must_use]
    pub fn before(self, other: Nodes) -> Nodes {
        Nodes { start: self.start, end: self.end.min(other.start) }
    }

    /// The nodes of this run up to the end of `other`.
    #[must_use]
    pub fn through(self, other: Nodes) -> Nodes {
        Nodes { start: self.start, end: self.end.min(other.end) }
    }

    /// The nodes of this run from the start of `other` on.
    #[must_use]
    pub fn from(self, other: Nodes) -> Nodes {
        Nodes { start: self.start.max(other.start), end: self.end }
    }

    /// Whether `other` lies in this run.
    #[must_use]
    pub fn contains(self, other: Nodes) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The nodes of this run that come after `other`.
    #[must_use]
    pub fn after(self, other: Nodes) -> Nodes {
        Nodes { start: self.start.max(other.end), end: self.end }
    }
}

/// One node: what it is, where it was typed, and where the part below it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Node {
    kind: Kind,
    place: Stretch,
    /// Index of the first node that is not below this one.
    after: u32,
}

/// Where a document's text lies in the files that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The text's first byte is this byte of the file.
    Verbatim(FileId, u32),
    /// The text was typed here in another spelling, so every place is the whole of it.
    Whole(Span),
}

/// A text that has been read. A clone is the same text, not a copy of it: whoever remembers documents keeps them cheaply.
#[derive(Clone, Debug, PartialEq)]
pub struct Document(Arc<Parts>);

/// What a document is made of.
#[derive(Debug, PartialEq)]
struct Parts {
    text: Arc<str>,
    origin: Origin,
    nodes: Box<[Node]>,
    words: Box<[Box<str>]>,
    headings: Box<[Heading]>,
    links: Box<[Link]>,
    images: Box<[Image]>,
    embeds: Box<[Embed]>,
    references: Box<[Reference]>,
    footnotes: Box<[Footnote]>,
    uses: Box<[FootnoteUse]>,
}

impl Document {
    /// All nodes.
    #[must_use]
    pub fn all(&self) -> Nodes {
        Nodes { start: 0, end: u32::try_from(self.0.nodes.len()).unwrap_or(u32::MAX) }
    }

    /// All nodes but the page's own title.
    #[must_use]
    pub fn body(&self) -> Nodes {
        self.title().map_or(self.all(), |title| self.all().after(title.node))
    }

    /// The heading of level 1 that stands first on the page.
    #[must_use]
    pub fn title(&self) -> Option<&Heading> {
        self.0.headings.first().filter(|heading| heading.node.start == 0 && heading.level == 1)
    }

    /// Every heading, in reading order.
    #[must_use]
    pub fn headings(&self) -> &[Heading] {
        &self.0.headings
    }

    /// Every link, in reading order: those typed as such and the addresses typed bare.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.0.links
    }

    /// Every picture, in reading order.
    #[must_use]
    pub fn images(&self) -> &[Image] {
        &self.0.images
    }

    /// Every tag that would show something of another company's, in reading order.
    #[must_use]
    pub fn embeds(&self) -> &[Embed] {
        &self.0.embeds
    }

    /// Every reference, in reading order save that a link's own come before those in its words.
    #[must_use]
    pub fn references(&self) -> &[Reference] {
        &self.0.references
    }

    /// Every footnote written, in the order written.
    #[must_use]
    pub fn footnotes(&self) -> &[Footnote] {
        &self.0.footnotes
    }

    /// The footnotes that something points to, in the order of their numbers.
    #[must_use]
    pub fn numbered_footnotes(&self) -> Vec<&Footnote> {
        let mut used: Vec<&Footnote> = self.0.footnotes.iter().filter(|note| note.number > 0).collect();
        used.sort_by_key(|note| note.number);
        used
    }

    /// The first paragraph of the page that stands on its own, outside lists, quotes and the like.
    /// What a page has to add goes right after it.
    #[must_use]
    pub fn first_paragraph(&self) -> Option<Nodes> {
        self.branches(self.body()).find(|branch| branch.kind() == Kind::Paragraph).map(Branch::nodes)
    }

    /// The questions of a page read as FAQ: headings of level 2 that end with a question mark, with what stands under
    /// each up to the next heading of level 2 or 1.
    pub fn questions(&self) -> impl Iterator<Item = Question<'_>> {
        let asks = |heading: &&Heading| heading.level == 2 && heading.asks;
        self.0.headings.iter().filter(asks).map(|heading| Question { heading, answer: heading.section })
    }

    /// The top nodes of a run, in order.
    pub fn branches(&self, nodes: Nodes) -> impl Iterator<Item = Branch<'_>> {
        let mut index = nodes.start;
        std::iter::from_fn(move || {
            let branch = self.branch(index).filter(|_| index < nodes.end)?;
            index = branch.nodes().end;
            Some(branch)
        })
    }

    /// The file and bytes of a stretch of this document's text.
    #[must_use]
    pub fn span(&self, stretch: Stretch) -> Span {
        self.0.origin.span(stretch)
    }

    /// The text under a stretch.
    #[must_use]
    pub fn text(&self, stretch: Stretch) -> &str {
        self.0.text.get(stretch.range()).unwrap_or_default()
    }

    /// Words that were typed, or what they mean once Markdown's own marks are undone.
    #[must_use]
    pub fn typed<'a>(&'a self, typed: &'a Typed) -> &'a str {
        match typed {
            Typed::Verbatim(stretch) => self.text(*stretch),
            Typed::Words(words) => words,
        }
    }

    /// Where every node of a kind was typed.
    #[must_use]
    pub fn places_of(&self, kind: Kind) -> Vec<Stretch> {
        self.0.nodes.iter().filter(|node| node.kind == kind).map(|node| node.place).collect()
    }

    /// Every node in reading order: what it is, where it was typed, and the index of the first one that is not below it.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (Kind, Stretch, usize)> {
        self.0.nodes.iter().map(|node| (node.kind, node.place, node.after as usize))
    }

    pub(super) fn branch(&self, index: u32) -> Option<Branch<'_>> {
        self.0.nodes.get(index as usize).map(|&node| Branch::new(self, index, node))
    }

    /// A reference as the world outside is asked about it.
    #[must_use]
    pub fn mention(&self, reference: &Reference) -> Mention<'_> {
        let Reference { path, place, position } = *reference;
        Mention { path: self.text(path), span: self.span(place), position }
    }

    /// How many bytes this document takes beside the text it shares.
    #[must_use]
    pub fn weight(&self) -> usize {
        let words: usize = self.0.words.iter().map(|words| words.len() + size_of::<Box<str>>()).sum();
        let headings: usize = self.0.headings.iter().map(|heading| heading.id.len() + size_of::<Heading>()).sum();
        size_of::<Document>()
            + size_of::<Parts>()
            + size_of_val(&*self.0.nodes)
            + words
            + headings
            + size_of_val(&*self.0.links)
            + size_of_val(&*self.0.images)
            + size_of_val(&*self.0.embeds)
            + size_of_val(&*self.0.references)
            + size_of_val(&*self.0.footnotes)
            + size_of_val(&*self.0.uses)
    }
}

impl Origin {
    pub(super) fn span(self, stretch: Stretch) -> Span {
        match self {
            Origin::Whole(span) => span,
            Origin::Verbatim(file, first) => {
                let range = stretch.range();
                Span::new(file, range.start + first as usize..range.end + first as usize)
            }
        }
    }
}
