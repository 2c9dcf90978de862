//! One sentence, ready to be judged.

use std::ops::Range;

use super::context;
use super::known::Known;
use crate::check::text::{OPAQUE, Passage, Sentence, Sign, Token};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::markdown::Document;

/// A sentence with its words, and what the facts say.
pub(super) struct Scene<'p> {
    pub known: &'p Known<'p>,
    pub tokens: &'p [Token],
    /// The letters of each token, in small ones.
    pub words: Vec<&'p str>,
    document: &'p Document,
    passage: &'p Passage,
}

/// Who does what a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The business.
    Us,
    /// Somebody else.
    Other,
    /// Nobody is named.
    Nobody,
}

impl<'p> Scene<'p> {
    pub(super) fn of(known: &'p Known<'p>, document: &'p Document, passage: &'p Passage, sentence: Sentence) -> Self {
        let tokens = passage.of(sentence);
        let words = tokens.iter().map(|token| passage.word(token)).collect();
        Scene { known, tokens, words, document, passage }
    }

    /// The word at an index; nothing there is an empty one.
    pub(super) fn word(&self, at: usize) -> &'p str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word before an index.
    pub(super) fn before(&self, at: usize) -> &'p str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The number at an index.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        match self.tokens.get(at)?.sign {
            Sign::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_glued)
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_quoted)
    }

    /// Whether a word was typed with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let text = self.tokens.get(at).and_then(|token| self.passage.text.get(token.start..token.end));
        text.and_then(|text| text.chars().next()).is_some_and(char::is_uppercase)
    }

    /// Whether any word of the sentence is one of these.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(word))
    }

    /// Whether these words stand in a row at an index.
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(at + offset) == *word)
    }

    /// The index of the first of these words before `at`, counted back.
    pub(super) fn last_before(&self, at: usize, words: &[&str]) -> Option<usize> {
        (0..at.min(self.words.len())).rev().find(|index| words.contains(&self.word(*index)))
    }

    /// An example, the past, or a case that is only imagined: nothing in it is said of today.
    pub(super) fn is_told_of_others(&self) -> bool {
        context::is_elsewhere(self)
    }

    /// Who is spoken of at an index.
    pub(super) fn subject(&self, at: usize) -> Subject {
        context::subject(self, at)
    }

    /// Where some tokens were typed.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        self.passage.span(self.document, start..end)
    }

    /// The letters of some tokens, as typed.
    pub(super) fn typed(&self, tokens: &Range<usize>) -> &'p str {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        self.passage.text.get(start..end).unwrap_or_default()
    }

    /// A finding about some tokens, with the place of the fact and the reference that says it.
    pub(super) fn finding(
        &self,
        code: &'static Code,
        tokens: &Range<usize>,
        message: String,
        path: &str,
    ) -> Diagnostic {
        let span = self.span(tokens);
        let reference = format!("{{{{ {path} }}}}");
        let finding = Diagnostic::new(code, message)
            .at(span)
            .help(format!("Write `{reference}` here, so that it is typed once."));
        let finding = match self.known.place(path) {
            Some(place) => finding.also(place, "what the facts say"),
            None => finding,
        };
        // A long dash takes three bytes where we read one sign. Words with marks or other facts in them are for the owner to rewrite.
        let typed = self.typed(tokens);
        let signs = typed.chars().filter(|letter| !letter.is_alphanumeric() && *letter != ' ').count();
        let is_plain = (typed.len()..=typed.len() + 2 * signs).contains(&span.range().len()) && !typed.contains(OPAQUE);
        if is_plain { finding.fix(span, reference) } else { finding }
    }
}
