//! One node of a document as others see it.

use super::{Document, Embed, Footnote, Heading, Image, Kind, Link, Node, Nodes, Reference, Stretch};

/// A node with all that is below it.
#[derive(Clone, Copy, Debug)]
pub struct Branch<'a> {
    document: &'a Document,
    index: u32,
    node: Node,
}

impl<'a> Branch<'a> {
    pub(super) fn new(document: &'a Document, index: u32, node: Node) -> Self {
        Branch { document, index, node }
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.node.kind
    }

    /// Where it was typed.
    #[must_use]
    pub fn place(self) -> Stretch {
        self.node.place
    }

    /// The node and all below it.
    #[must_use]
    pub fn nodes(self) -> Nodes {
        Nodes { start: self.index, end: self.node.after }
    }

    /// All below it.
    #[must_use]
    pub fn inside(self) -> Nodes {
        Nodes { start: self.index + 1, end: self.node.after }
    }

    /// The only node right below it, if it is the only one.
    #[must_use]
    pub fn only_child(self) -> Option<Branch<'a>> {
        let child = self.document.branch(self.index + 1)?;
        (child.nodes().end == self.node.after).then_some(child)
    }

    /// The words of a node that is text; empty for others.
    #[must_use]
    pub fn text(self) -> &'a str {
        match self.node.kind {
            Kind::Text => self.document.text(self.node.place),
            Kind::Words(index) => self.document.0.words.get(index as usize).map_or("", AsRef::as_ref),
            _ => "",
        }
    }

    /// The language named after the fence of a code block; empty when none is.
    #[must_use]
    pub fn language(self) -> &'a str {
        let Kind::CodeBlock(index) = self.node.kind else { return "" };
        self.document.0.words.get(index as usize).map_or("", AsRef::as_ref)
    }

    /// What is known of a heading.
    #[must_use]
    pub fn heading(self) -> Option<&'a Heading> {
        let Kind::Heading(index) = self.node.kind else { return None };
        self.document.0.headings.get(index as usize)
    }

    /// What is known of a link.
    #[must_use]
    pub fn link(self) -> Option<&'a Link> {
        let Kind::Link(index) = self.node.kind else { return None };
        self.document.0.links.get(index as usize)
    }

    /// What is known of a picture.
    #[must_use]
    pub fn image(self) -> Option<&'a Image> {
        let Kind::Image(index) = self.node.kind else { return None };
        self.document.0.images.get(index as usize)
    }

    /// What is known of something of another company's.
    #[must_use]
    pub fn embed(self) -> Option<&'a Embed> {
        let Kind::Embed(index) = self.node.kind else { return None };
        self.document.0.embeds.get(index as usize)
    }

    /// What is known of a reference.
    #[must_use]
    pub fn reference(self) -> Option<&'a Reference> {
        let Kind::Reference(index) = self.node.kind else { return None };
        self.document.0.references.get(index as usize)
    }

    /// The footnote a mark points to, and which of its marks this is, from 1; absent when the note is never shown.
    #[must_use]
    pub fn footnote_use(self) -> Option<(&'a Footnote, u32)> {
        let Kind::FootnoteUse(index) = self.node.kind else { return None };
        let mark = self.document.0.uses.get(index as usize).filter(|mark| mark.ordinal > 0)?;
        Some((self.document.0.footnotes.get(mark.footnote as usize)?, mark.ordinal))
    }
}
