//! The owner's own words from headers, read as Markdown once and looked up by their place.

use std::collections::BTreeMap;

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

    /// Reads one prose value.
    pub(super) fn add(&mut self, prose: &Prose, rules: Rules, findings: &mut Findings) {
        if self.documents.contains_key(&prose.span) {
            return;
        }
        let (document, told) = markdown::read_inline(&prose.text, prose.span, rules);
        findings.append(told);
        self.documents.insert(prose.span, document);
    }

    /// Reads every prose value in some words.
    pub(super) fn add_words(&mut self, words: &Words, rules: Rules, findings: &mut Findings) {
        match words {
            Words::Prose(prose) => self.add(prose, rules, findings),
            Words::List(list) => list.iter().for_each(|words| self.add_words(words, rules, findings)),
            _ => {}
        }
    }
}
