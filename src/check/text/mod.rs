//! A document as its readers' sentences: passages of plain text that know where each word was typed.
//!
//! 1. A document is walked once: every paragraph, heading, item and cell becomes a [`Passage`]; code, raw HTML and quotations are left out.
//! 2. Typographic signs are made plain (`’` becomes `'`, every dash `-`, every quotation mark `"`), references to facts become one
//!    [`OPAQUE`] sign: what they say is right by construction.
//! 3. The text is cut into [`Token`]s and sentences once ([`words`]); every rule reads those.

mod sentences;
mod shapes;
mod words;

use std::collections::BTreeSet;

use crate::diagnostic::Span;
use crate::markdown::Document;
use crate::markdown::document::{Branch, Kind, Nodes, Stretch};
use crate::policy::reply::ReplyWritten;
use crate::policy::written::Prose;
use crate::site::{PageFacts, Site};

pub(super) use sentences::Sentence;
pub(super) use shapes::Shapes;
pub(super) use words::{Sign, Token};

/// Stands for a reference, and for code in a sentence.
pub(super) const OPAQUE: char = '\u{FFFC}';

/// What a passage is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A paragraph, or a line of a header.
    Paragraph,
    /// A heading and its level.
    Heading(u8),
    /// An item of a list, a term or its meaning.
    Item,
    /// A cell of a table.
    Cell,
}

/// A run of text that is read in one go.
#[derive(Debug)]
pub(super) struct Passage {
    /// What it is.
    pub role: Role,
    /// The words, with plain signs.
    pub text: String,
    /// The same in small letters, byte for byte as long.
    pub lower: String,
    /// Words, numbers and signs in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order, as runs of tokens.
    pub sentences: Vec<Sentence>,
    /// Whether a link stands in it.
    pub has_link: bool,
    /// How many references stand in it.
    pub references: usize,
    map: Vec<Piece>,
}

/// Bytes of a passage from `at` on, and where they were typed.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    place: Stretch,
    /// Whether the bytes stand in the text one for one.
    is_verbatim: bool,
}

/// Every passage of a document, in reading order.
pub(super) fn passages(document: &Document) -> Vec<Passage> {
    let mut walk = Walk { document, done: Vec::new(), open: None };
    walk.nodes(document.all(), Role::Paragraph);
    walk.close();
    walk.done
}

struct Walk<'d> {
    document: &'d Document,
    done: Vec<Passage>,
    open: Option<Passage>,
}

impl Walk<'_> {
    fn nodes(&mut self, nodes: Nodes, role: Role) {
        for branch in self.document.branches(nodes) {
            match branch.kind() {
                Kind::Quote | Kind::CodeBlock(_) | Kind::Html | Kind::Embed(_) | Kind::Rule => self.close(),
                kind if kind.is_block() => {
                    self.close();
                    self.nodes(branch.inside(), role_of(&branch, role));
                    self.close();
                }
                _ => self.inline(&branch, role),
            }
        }
    }

    fn inline(&mut self, branch: &Branch<'_>, role: Role) {
        let document = self.document;
        let open = self.open.get_or_insert_with(|| Passage::new(role));
        match branch.kind() {
            Kind::Text => open.push_verbatim(branch.text(), branch.place()),
            Kind::Words(_) => open.push_other(branch.text(), branch.place()),
            Kind::Glyph(letter) => open.push_other(plain(letter), branch.place()),
            Kind::SoftBreak | Kind::HardBreak => open.push_other(" ", branch.place()),
            Kind::Reference(_) => {
                open.references += 1;
                open.push_opaque(branch.place());
            }
            Kind::Code => open.push_opaque(branch.place()),
            Kind::Link(_) => {
                open.has_link = true;
                document.branches(branch.inside()).for_each(|inside| self.inline(&inside, role));
            }
            Kind::Emphasis | Kind::Strong => {
                document.branches(branch.inside()).for_each(|inside| self.inline(&inside, role));
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(mut passage) = self.open.take() else { return };
        if passage.text.trim().is_empty() {
            return;
        }
        passage.lower = passage.text.to_ascii_lowercase();
        passage.tokens = words::tokens(&passage.lower);
        passage.sentences = sentences::cut(&passage.text, &passage.tokens);
        self.done.push(passage);
    }
}

fn role_of(branch: &Branch<'_>, around: Role) -> Role {
    match branch.kind() {
        Kind::Heading(_) => Role::Heading(branch.heading().map_or(1, |heading| heading.level)),
        Kind::Item | Kind::Term | Kind::Meaning => Role::Item,
        Kind::Cell(_) | Kind::HeadCell(_) => Role::Cell,
        Kind::Paragraph if around == Role::Cell || around == Role::Item => around,
        Kind::Paragraph => Role::Paragraph,
        _ => around,
    }
}

/// A sign as people type it on a keyboard; nothing where it is plain already.
fn sign(letter: char) -> Option<&'static str> {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => Some("'"),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' | '\u{BB}' => Some("\""),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some("-"),
        '\u{A0}' | '\u{202F}' | '\u{2009}' | '\n' => Some(" "),
        '\u{2026}' => Some("..."),
        _ => None,
    }
}

fn plain(letter: char) -> &'static str {
    // Whatever Markdown makes of typed signs is one of these; another letter says nothing to any rule.
    sign(letter).unwrap_or("*")
}

impl Passage {
    fn new(role: Role) -> Self {
        let (text, lower) = (String::new(), String::new());
        Passage {
            role,
            text,
            lower,
            tokens: Vec::new(),
            sentences: Vec::new(),
            has_link: false,
            references: 0,
            map: Vec::new(),
        }
    }

    fn push_verbatim(&mut self, text: &str, place: Stretch) {
        let mut from = 0;
        for (at, letter) in text.char_indices() {
            let Some(plain) = sign(letter) else { continue };
            self.push_run(&text[from..at], place.start as usize + from);
            let start = place.start as usize + at;
            from = at + letter.len_utf8();
            self.push_other(plain, (start..place.start as usize + from).into());
        }
        self.push_run(&text[from..], place.start as usize + from);
    }

    fn push_run(&mut self, text: &str, start: usize) {
        if !text.is_empty() {
            self.map.push(Piece { at: self.text.len(), place: (start..start + text.len()).into(), is_verbatim: true });
            self.text.push_str(text);
        }
    }

    fn push_other(&mut self, text: &str, place: Stretch) {
        self.map.push(Piece { at: self.text.len(), place, is_verbatim: false });
        self.text.push_str(text);
    }

    fn push_opaque(&mut self, place: Stretch) {
        self.map.push(Piece { at: self.text.len(), place, is_verbatim: false });
        self.text.push(OPAQUE);
    }

    /// Where bytes of the text were typed.
    pub(super) fn span(&self, document: &Document, range: std::ops::Range<usize>) -> Span {
        let start = self.piece(range.start).map_or(0, |piece| piece.start(range.start));
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.piece(last).map_or(start, |piece| piece.end(range.end));
        document.span((start..end.max(start)).into())
    }

    /// Where a whole sentence was typed.
    pub(super) fn sentence_span(&self, document: &Document, sentence: Sentence) -> Span {
        self.span(document, self.range(sentence))
    }

    /// The bytes of a sentence.
    pub(super) fn range(&self, sentence: Sentence) -> std::ops::Range<usize> {
        let tokens = self.of(sentence);
        let start = tokens.first().map_or(0, |token| token.start);
        let end = tokens.last().map_or(start, |token| token.end);
        start..end
    }

    /// The tokens of a sentence.
    pub(super) fn of(&self, sentence: Sentence) -> &[Token] {
        self.tokens.get(sentence.first..sentence.end).unwrap_or_default()
    }

    /// The letters of a token, in small ones.
    pub(super) fn word(&self, token: &Token) -> &str {
        self.lower.get(token.start..token.end).unwrap_or_default()
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.map.partition_point(|piece| piece.at <= at);
        after.checked_sub(1).and_then(|index| self.map.get(index))
    }
}

impl Piece {
    fn start(&self, at: usize) -> usize {
        let range = self.place.range();
        if self.is_verbatim { (range.start + at - self.at).min(range.end) } else { range.start }
    }

    fn end(&self, at: usize) -> usize {
        let range = self.place.range();
        if self.is_verbatim { (range.start + at - self.at).min(range.end) } else { range.end }
    }
}

/// Header texts that are somebody else's words: what clients think, what they should not do, what staff should not say.
pub(super) fn left_out(site: &Site) -> BTreeSet<Span> {
    let mut spans = BTreeSet::new();
    let mut leave = |prose: Option<&Prose>| spans.extend(prose.map(|prose| prose.span));
    for page in &site.staff {
        // A title of theirs names a situation: “A message on WhatsApp”.
        leave(page.header.title.as_ref().map(|at| &at.value));
        let PageFacts::Reply(ReplyWritten { opener: Some(openers), .. }) = &page.facts else { continue };
        openers.value.iter().for_each(|row| leave(row.value.instead_of.as_ref().map(|at| &at.value)));
    }
    for row in &site.policies.responsibilities {
        leave(row.often_thought.as_ref().map(|at| &at.value));
    }
    for row in &site.policies.boundaries {
        leave(row.please_dont.as_ref().map(|at| &at.value));
    }
    for tier in &site.policies.emergencies.severities {
        let lists = [tier.examples.as_ref(), tier.not_examples.as_ref()];
        lists.into_iter().flatten().flat_map(|list| &list.value).for_each(|at| leave(Some(&at.value)));
    }
    spans
}
