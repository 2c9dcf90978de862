//! A document packed into bytes, for whoever meets the same text another day and would rather not read it again.
//!
//! Only what stands in the text itself is packed; the text comes with whoever unpacks it. Nothing is checked on the way back: whoever keeps
//! packed documents has to know that they are whole, and made by this very program of this very text.

use std::sync::Arc;

use super::{Document, Embed, Footnote, FootnoteUse, Heading, Image, Link, Node, Origin, Parts, Reference};
use crate::diagnostic::FileId;

type Tables<'p> = (
    &'p [Node],
    &'p [Box<str>],
    &'p [Heading],
    &'p [Link],
    &'p [Image],
    &'p [Embed],
    &'p [Reference],
    (&'p [Footnote], &'p [FootnoteUse]),
);

type OwnTables = (
    Box<[Node]>,
    Box<[Box<str>]>,
    Box<[Heading]>,
    Box<[Link]>,
    Box<[Image]>,
    Box<[Embed]>,
    Box<[Reference]>,
    (Box<[Footnote]>, Box<[FootnoteUse]>),
);

impl Document {
    /// The document as bytes; nothing for one that was not typed as it stands in a file.
    #[must_use]
    pub fn packed(&self) -> Option<Vec<u8>> {
        let parts = &*self.0;
        let Origin::Verbatim(_, 0) = parts.origin else { return None };
        let tables: Tables<'_> = (
            &parts.nodes,
            &parts.words,
            &parts.headings,
            &parts.links,
            &parts.images,
            &parts.embeds,
            &parts.references,
            (&parts.footnotes, &parts.uses),
        );
        postcard::to_stdvec(&tables).ok()
    }

    /// The document that was packed, over the whole text of the file it stands in; nothing if the bytes are no packed document.
    #[must_use]
    pub fn unpacked(bytes: &[u8], text: &Arc<str>, file: FileId) -> Option<Self> {
        let tables: OwnTables = postcard::from_bytes(bytes).ok()?;
        let (nodes, words, headings, links, images, embeds, references, (footnotes, uses)) = tables;
        let (text, origin) = (Arc::clone(text), Origin::Verbatim(file, 0));
        let parts = Parts { text, origin, nodes, words, headings, links, images, embeds, references, footnotes, uses };
        Some(Document(Arc::new(parts)))
    }
}
