//! The owner's own words from headers, read as Markdown once and looked up by their place.

use std::collections::{BTreeMap, HashMap};

use crate::diagnostic::{Findings, Span};
use crate::markdown::{self, Document, Rules};
use crate::policy::written::{Prose, Words};

/// Every prose value of every header as a document.
#[derive(Debug, Default)]
pub struct ProseBook {
    documents: BTreeMap<Span, Document>,
}

impl ProseBook {
    /// The document of a prose value; nothing if it was never gathered, which only an empty one is not.
    #[must_use]
    pub fn document(&self, prose: &Prose) -> Option<&Document> {
        self.documents.get(&prose.span)
    }

    /// All of them, in order of their place.
    pub fn iter(&self) -> impl Iterator<Item = (&Span, &Document)> {
        self.documents.iter()
    }
}

/// Prose as read before: the same words at the same place say the same.
#[derive(Debug, Default)]
pub(super) struct ProseMemory {
    // Looked up by place only, never walked through.
    kept: HashMap<Span, Kept>,
}

#[derive(Debug)]
struct Kept {
    text: Box<str>,
    document: Document,
    told: Findings,
}

/// Reads prose by these rules, what has not changed from memory.
pub(super) struct ProseReader<'m> {
    pub rules: Rules,
    pub memory: &'m mut ProseMemory,
}

impl ProseReader<'_> {
    fn read(&mut self, prose: &Prose) -> (Document, Findings) {
        let kept = self.memory.kept.get(&prose.span).filter(|kept| kept.text == prose.text);
        if let Some(kept) = kept {
            return (kept.document.clone(), kept.told.clone());
        }
        let (document, told) = markdown::read_inline(&prose.text, prose.span, self.rules);
        let read = (document.clone(), told.clone());
        self.memory.kept.insert(prose.span, Kept { text: prose.text.clone(), document, told });
        read
    }
}

/// A book being filled.
pub(super) struct Gathering<'g, 'm> {
    pub book: ProseBook,
    pub reader: ProseReader<'m>,
    pub findings: &'g mut Findings,
}

impl Gathering<'_, '_> {
    /// The book, once everything has been added. What is in no book any more is forgotten.
    pub(super) fn finish(self) -> ProseBook {
        let kept = &mut self.reader.memory.kept;
        // Whatever is in the book was just remembered, so a greater number tells that something is not.
        if kept.len() > self.book.documents.len() {
            kept.retain(|span, _| self.book.documents.contains_key(span));
        }
        self.book
    }

    /// Reads one prose value.
    pub(super) fn add(&mut self, prose: &Prose) {
        if self.book.documents.contains_key(&prose.span) {
            return;
        }
        let (document, told) = self.reader.read(prose);
        self.findings.append(told);
        self.book.documents.insert(prose.span, document);
    }

    /// Reads every prose value in some words.
    pub(super) fn add_words(&mut self, words: &Words) {
        match words {
            Words::Prose(prose) => self.add(prose),
            Words::List(list) => list.iter().for_each(|words| self.add_words(words)),
            _ => {}
        }
    }
}
