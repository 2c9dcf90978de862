//! The Markdown library's events → a [`Document`] and its findings.
//!
//! Text comes in pieces; they are gathered into a run (`text`) and written as nodes when anything else comes. What
//! needs the whole text, ids of headings and numbers of footnotes, is settled at the end.

mod blocks;
mod embeds;
mod footnotes;
mod headings;
mod links;
mod raw_html;
mod text;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::Rules;
use super::document::{Document, Draft, Kind, Origin, Position, Reference, Stretch};
use super::shield::{Restore, Shield, StandIn};
use super::{autolink, references};
use crate::diagnostic::{Findings, Span};

/// What is read, and where it comes from.
pub(super) struct Ground<'a> {
    /// The text of the future document.
    pub(super) text: Arc<str>,
    /// Where that text lies.
    pub(super) origin: Origin,
    /// Where in that text the shielded part starts.
    pub(super) first: usize,
    /// How many bytes at the start of the shielded part are none of that text.
    pub(super) lead: usize,
    /// What Markdown gets to see.
    pub(super) shield: &'a Shield<'a>,
}

impl Ground<'_> {
    /// Bytes of the shielded part → the text they stand for.
    fn stretch(&self, range: &Range<usize>) -> Stretch {
        let byte = |offset: usize| self.first + offset.saturating_sub(self.lead);
        Stretch::from(byte(range.start)..byte(range.end))
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.origin.span(self.stretch(range))
    }

    /// Where in the shielded part `copy` stands, if it is not a copy but a part of it.
    fn place_of(&self, copy: &str) -> Option<Range<usize>> {
        let text = self.shield.text();
        let start = (copy.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let range = start..start.checked_add(copy.len())?;
        text.get(range.clone()).map(|_| range)
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
}

/// Reads a text.
pub(super) fn read(ground: &Ground<'_>, rules: Rules) -> (Document, Findings) {
    let mut reader = Reader::new(ground, rules);
    for (event, range) in Parser::new_ext(ground.shield.text(), options()).into_offset_iter() {
        match event {
            event if reader.passes_over(&event) => {}
            Event::Text(words) => reader.text(words, range),
            other => {
                reader.flush();
                reader.event(other, range);
            }
        }
    }
    reader.finish()
}

/// A document being read.
struct Reader<'a> {
    ground: &'a Ground<'a>,
    rules: Rules,
    draft: Draft,
    findings: Findings,
    run: text::Run<'a>,
    /// Where bare addresses may start.
    addresses: Vec<usize>,
    /// Where marks of footnotes may start.
    marks: Vec<usize>,
    /// How many links and pictures are open: no address is linked inside.
    links_open: u32,
    html: raw_html::Seen,
    /// Whether the paragraph being read has been taken as a whole.
    is_taken: bool,
    table: blocks::Columns,
    wanted_notes: Vec<footnotes::Wanted>,
    wanted_ids: Vec<headings::Wanted>,
}

impl<'a> Reader<'a> {
    fn new(ground: &'a Ground<'a>, rules: Rules) -> Self {
        let text = ground.shield.text();
        Reader {
            ground,
            rules,
            draft: Draft::for_length(text.len()),
            findings: Findings::new(),
            run: text::Run::default(),
            addresses: autolink::candidates(text),
            marks: memchr::memmem::find_iter(text.as_bytes(), "[^").collect(),
            links_open: 0,
            html: raw_html::Seen::default(),
            is_taken: false,
            table: blocks::Columns::default(),
            wanted_notes: Vec::new(),
            wanted_ids: Vec::new(),
        }
    }

    /// Whether an event belongs to a paragraph that has been taken as a whole.
    fn passes_over(&mut self, event: &Event<'_>) -> bool {
        let passes = self.is_taken;
        self.is_taken = passes && *event != Event::End(TagEnd::Paragraph);
        passes
    }

    fn finish(mut self) -> (Document, Findings) {
        self.flush();
        self.settle_ids();
        self.settle_footnotes();
        self.report_misspelt();
        (self.draft.finish(Arc::clone(&self.ground.text), self.ground.origin), self.findings)
    }

    /// Findings about references that are none, save those that stand in code.
    fn report_misspelt(&mut self) {
        let misspelt = self.ground.shield.misspelt();
        if misspelt.is_empty() {
            return;
        }
        let code = self.draft.code();
        for (range, what) in misspelt {
            let stretch = self.ground.stretch(range);
            let before = code.partition_point(|code| code.start <= stretch.start);
            let in_code = before.checked_sub(1).and_then(|last| code.get(last)).is_some_and(|c| stretch.start < c.end);
            if !in_code && !self.html.is_kept(stretch.start) {
                let typed = self.ground.shield.typed().get(range.clone()).unwrap_or_default();
                self.findings.push(references::finding(*what, typed, self.ground.span(range)));
            }
        }
    }

    /// Keeps a reference where it was met.
    fn keep_reference(&mut self, stand_in: &StandIn, position: Position) -> Option<u32> {
        let path = stand_in.path.as_ref()?;
        let (path, place) = (self.ground.stretch(path), self.ground.stretch(&stand_in.place));
        Some(self.draft.keep_reference(Reference { path, place, position }))
    }

    /// Where a reference stands that is met among words now.
    fn position(&self) -> Position {
        let block = self.draft.innermost_of(|kind| kind.is_block().then_some(kind));
        if matches!(block, Some(Kind::Heading(_))) { Position::InHeading } else { Position::InProse }
    }

    /// Words exactly as typed: what is handed out verbatim as a place, anything else as words.
    fn literal(&mut self, words: &str, range: &Range<usize>) {
        match self.ground.place_of(words) {
            Some(place) => self.draft.verbatim(self.ground.stretch(&place)),
            None => {
                let (typed, _) = self.ground.shield.restore(words, Restore::AsTyped);
                self.draft.words(&typed, self.ground.stretch(range));
            }
        }
    }
}
