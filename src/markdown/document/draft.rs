//! A document that is being read.

use std::sync::Arc;

use super::{
    Document, Embed, Footnote, FootnoteUse, Heading, Image, Kind, Link, Node, Nodes, Origin, Parts, Position,
    Reference, Stretch,
};

/// The tables of a future document. Nodes are opened and closed in reading order.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Draft {
    nodes: Vec<Node>,
    open: Vec<u32>,
    /// Whether the last node is text that the next words may join.
    joins: bool,
    words: Vec<Box<str>>,
    pub(in crate::markdown) headings: Vec<Heading>,
    pub(in crate::markdown) links: Vec<Link>,
    pub(in crate::markdown) images: Vec<Image>,
    pub(in crate::markdown) embeds: Vec<Embed>,
    pub(in crate::markdown) references: Vec<Reference>,
    pub(in crate::markdown) footnotes: Vec<Footnote>,
    pub(in crate::markdown) uses: Vec<FootnoteUse>,
}

/// A length as a table keeps it.
pub(in crate::markdown) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Draft {
    /// An empty draft with room for the nodes of a text of `length` bytes.
    pub(in crate::markdown) fn for_length(length: usize) -> Self {
        Draft { nodes: Vec::with_capacity(length / 16), ..Draft::default() }
    }

    /// Starts a node; all that follows is below it until [`Draft::close`].
    pub(in crate::markdown) fn open(&mut self, kind: Kind, place: Stretch) {
        self.joins = false;
        self.open.push(self.next());
        self.nodes.push(Node { kind, place, after: 0 });
    }

    /// Ends the node opened last and hands back all of it.
    pub(in crate::markdown) fn close(&mut self) -> Option<Nodes> {
        self.joins = false;
        let start = self.open.pop()?;
        let end = self.next();
        if let Some(node) = self.nodes.get_mut(start as usize) {
            node.after = end;
        }
        Some(Nodes { start, end })
    }

    /// Adds a node with nothing below it.
    pub(in crate::markdown) fn leaf(&mut self, kind: Kind, place: Stretch) {
        self.joins = false;
        let after = self.next() + 1;
        self.nodes.push(Node { kind, place, after });
    }

    /// Adds words as they stand in the text, to the words before them when they go on there.
    pub(in crate::markdown) fn verbatim(&mut self, place: Stretch) {
        match self.nodes.last_mut().filter(|last| self.joins && last.place.end == place.start) {
            Some(last) => last.place.end = place.end,
            None => self.leaf(Kind::Text, place),
        }
        self.joins = true;
    }

    /// Adds words that differ from what was typed at `place`.
    pub(in crate::markdown) fn words(&mut self, words: &str, place: Stretch) {
        let mut characters = words.chars();
        match (characters.next(), characters.next()) {
            (None, _) => {}
            (Some(character), None) => self.leaf(Kind::Glyph(character), place),
            _ => {
                let index = self.keep(words);
                self.leaf(Kind::Words(index), place);
            }
        }
    }

    /// Keeps words for a node to name.
    pub(in crate::markdown) fn keep(&mut self, words: &str) -> u32 {
        if self.words.last().is_none_or(|last| last.as_ref() != words) {
            self.words.push(words.into());
        }
        count(self.words.len()) - 1
    }

    /// Keeps a reference for a node or a link to name.
    pub(in crate::markdown) fn keep_reference(&mut self, reference: Reference) -> u32 {
        self.references.push(reference);
        count(self.references.len()) - 1
    }

    /// What the innermost open node is.
    pub(in crate::markdown) fn innermost(&self) -> Option<Kind> {
        self.open.last().and_then(|&index| self.nodes.get(index as usize)).map(|node| node.kind)
    }

    /// What `wanted` makes of the innermost open node that it makes anything of.
    pub(in crate::markdown) fn innermost_of<T>(&self, wanted: impl Fn(Kind) -> Option<T>) -> Option<T> {
        self.open.iter().rev().filter_map(|&index| self.nodes.get(index as usize)).find_map(|node| wanted(node.kind))
    }

    /// How many nodes there are: the index of the next one.
    pub(in crate::markdown) fn next(&self) -> u32 {
        count(self.nodes.len())
    }

    /// Marks a reference or picture that turned out to be all its paragraph holds.
    pub(in crate::markdown) fn mark_if_alone(&mut self, paragraph: Nodes) {
        let only = self.nodes.get(paragraph.start as usize + 1).filter(|only| only.after == paragraph.end);
        match only.map(|only| only.kind) {
            Some(Kind::Reference(index)) => {
                if let Some(reference) = self.references.get_mut(index as usize) {
                    reference.position = Position::AloneInParagraph;
                }
            }
            Some(Kind::Image(index)) => {
                if let Some(image) = self.images.get_mut(index as usize) {
                    image.is_alone = true;
                }
            }
            _ => {}
        }
    }

    /// Fills in what stands under each heading: the nodes after it, up to the next heading of its level or above, or
    /// to the end of the list, quote or page it stands in.
    fn settle_sections(&mut self) {
        let mut parents: Vec<u32> = Vec::new();
        let mut sections = Vec::with_capacity(self.headings.len());
        for (index, node) in self.nodes.iter().enumerate() {
            while parents.last().is_some_and(|&end| end as usize <= index) {
                parents.pop();
            }
            if let Kind::Heading(heading) = node.kind {
                let end = parents.last().copied().unwrap_or(self.next());
                sections.push((heading, self.section(heading, node.after, end)));
            }
            if node.after as usize > index + 1 {
                parents.push(node.after);
            }
        }
        for (heading, section) in sections {
            if let Some(heading) = self.headings.get_mut(heading as usize) {
                heading.section = section;
            }
        }
    }

    fn section(&self, heading: u32, start: u32, limit: u32) -> Nodes {
        let level_of = |index: u32| self.headings.get(index as usize).map_or(0, |heading| heading.level);
        let level = level_of(heading);
        let mut end = start;
        while let Some(node) = self.nodes.get(end as usize).filter(|_| end < limit) {
            if matches!(node.kind, Kind::Heading(next) if level_of(next) <= level) {
                break;
            }
            end = node.after;
        }
        Nodes { start, end }
    }

    /// The stretches of code, in reading order.
    pub(in crate::markdown) fn code(&self) -> Vec<Stretch> {
        let is_code = |node: &&Node| matches!(node.kind, Kind::Code | Kind::CodeBlock(_));
        self.nodes.iter().filter(is_code).map(|node| node.place).collect()
    }

    /// The finished document.
    pub(in crate::markdown) fn finish(mut self, text: Arc<str>, origin: Origin) -> Document {
        while self.close().is_some() {}
        self.settle_sections();
        Document(Arc::new(Parts {
            text,
            origin,
            nodes: self.nodes.into_boxed_slice(),
            words: self.words.into_boxed_slice(),
            headings: self.headings.into_boxed_slice(),
            links: self.links.into_boxed_slice(),
            images: self.images.into_boxed_slice(),
            embeds: self.embeds.into_boxed_slice(),
            references: self.references.into_boxed_slice(),
            footnotes: self.footnotes.into_boxed_slice(),
            uses: self.uses.into_boxed_slice(),
        }))
    }

    /// The words of a stretch of nodes as they decide ids: text and code as it reads, a reference as its path.
    pub(in crate::markdown) fn id_words(&self, nodes: Nodes, text: &str) -> String {
        let mut words = String::new();
        let slice = |stretch: Stretch| text.get(stretch.range()).unwrap_or_default();
        for node in self.nodes.get(nodes.start as usize..nodes.end as usize).unwrap_or_default() {
            match node.kind {
                Kind::Text => words.push_str(slice(node.place)),
                Kind::Glyph(character) => words.push(character),
                Kind::Words(index) => words.push_str(self.words.get(index as usize).map_or("", AsRef::as_ref)),
                Kind::Reference(index) => {
                    words.push_str(self.references.get(index as usize).map_or("", |reference| slice(reference.path)));
                }
                Kind::SoftBreak | Kind::HardBreak => words.push(' '),
                _ => {}
            }
        }
        words
    }
}
