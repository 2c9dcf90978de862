//! A page as clients see its words, byte for byte under the text as typed.

use std::ops::Range;

use super::super::Document;
use super::super::document::{Kind, Stretch};
use crate::diagnostic::{Code, Diagnostic, Findings, Place};

/// Stands for every byte that is no word of the page: marks, targets, code, HTML.
pub(super) const BLOT: char = '\u{1}';
/// Stands for a line end that Markdown keeps.
pub(super) const KEPT_END: char = '\u{B}';

/// A page being looked through.
pub(super) struct Page<'d> {
    /// The page as read.
    pub document: &'d Document,
    /// Runs of words, in reading order.
    pub passages: Vec<Passage>,
    /// What was found.
    pub findings: Findings,
    /// The words where they stand, everything else blotted out.
    shown: String,
    first: usize,
    told: Vec<Range<usize>>,
}

/// A run of words without a block between: a paragraph, a heading, a cell, the text of a tight list's item.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// What holds it.
    pub holder: Kind,
    /// Whether it stands in a list.
    pub in_list: bool,
    /// Where it stands in the text.
    pub range: Range<usize>,
}

/// Something to tell, found while the page is looked at.
pub(super) struct Slip {
    pub code: &'static Code,
    pub place: Range<usize>,
    pub message: String,
    pub help: String,
}

/// A line of a passage: where it stands, without the blanks and marks around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'p> {
    /// Its first byte in the text.
    pub start: usize,
    /// Its words; what is no word is blotted out.
    pub words: &'p str,
}

impl Line<'_> {
    /// The bytes of a part of the line, in the text.
    pub(super) fn part(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The whole line, in the text.
    pub(super) fn whole(&self) -> Range<usize> {
        self.part(0..self.words.len())
    }

    /// The words with blots left out.
    pub(super) fn clean(&self) -> String {
        self.words.replace(BLOT, "")
    }
}

impl<'d> Page<'d> {
    /// Lays out `document`, without what stands in the ranges of `told`.
    pub(super) fn of(document: &'d Document, body: &Range<usize>, told: &[Range<usize>]) -> Self {
        let mut layout = Layout { shown: vec![BLOT as u8; body.len()], first: body.start, passages: Vec::new() };
        layout.walk(document);
        for range in told {
            layout.write(range.start, &vec![BLOT as u8; range.len()]);
        }
        let shown = String::from_utf8(layout.shown).unwrap_or_default();
        let passages = layout.passages;
        Page { document, passages, findings: Findings::new(), shown, first: body.start, told: told.to_vec() }
    }

    /// What is shown of a range of the text.
    pub(super) fn shown(&self, range: &Range<usize>) -> &str {
        let part = range.start.saturating_sub(self.first)..range.end.saturating_sub(self.first);
        self.shown.get(part).unwrap_or_default()
    }

    /// Whether `words` are shown anywhere: most pages hold none of the marks looked for.
    pub(super) fn shows(&self, words: &str) -> bool {
        memchr::memmem::find(self.shown.as_bytes(), words.as_bytes()).is_some()
    }

    /// The lines of a passage, without those that hold no word.
    pub(super) fn lines(&self, passage: &Passage) -> Vec<Line<'_>> {
        let shown = self.shown(&passage.range);
        let mut lines = Vec::new();
        let mut start = 0;
        // Every passage of every page comes this way several times, so the ends are looked for many bytes at a time.
        for end in memchr::memchr2_iter(b'\n', KEPT_END as u8, shown.as_bytes()).chain([shown.len()]) {
            lines.extend(line(shown, start..end, passage.range.start));
            start = end + 1;
        }
        lines
    }

    /// The text as typed.
    pub(super) fn typed(&self, range: Range<usize>) -> &'d str {
        self.document.text(Stretch::from(range))
    }

    /// Whether nothing but blanks and quote marks stands before `at` on its line, and how many bytes that is.
    pub(super) fn indent(&self, at: usize) -> usize {
        let before = self.typed(self.first..at);
        before.len() - before.rfind('\n').map_or(0, |end| end + 1)
    }

    /// The lines of the text that hold a range, marks and all.
    pub(super) fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let start = range.start - self.indent(range.start);
        let end = range.end + line_of(self.typed(range.end..self.first + self.shown.len())).trim_end().len();
        let typed = self.typed(start..end);
        start + typed.len() - typed.trim_start_matches([' ', '\t', '>']).len()..end
    }

    /// Whether a finding, of this room or another, points into a range of the text.
    pub(super) fn is_told(&self, range: &Range<usize>) -> bool {
        if self.told.iter().any(|told| told.start < range.end && range.start < told.end) {
            return true;
        }
        let whole = self.document.span(Stretch::from(range.clone()));
        let meets =
            |place: Place| matches!(place, Place::Text(span) if span.start < whole.end && whole.start < span.end);
        self.findings.iter().filter_map(|finding| finding.place).any(meets)
    }

    /// Adds what was found.
    pub(super) fn tell_slip(&mut self, slip: Slip) {
        self.tell(slip.code, slip.place, &slip.message, slip.help);
    }

    /// Adds a finding at a range of the text.
    pub(super) fn tell(&mut self, code: &'static Code, range: Range<usize>, message: &str, help: String) {
        let span = self.document.span(Stretch::from(range));
        self.findings.push(Diagnostic::new(code, message).at(span).help(help));
    }
}

/// The words of a stretch of what is shown, which begins at byte `first` of the text.
fn line(shown: &str, stretch: Range<usize>, first: usize) -> Option<Line<'_>> {
    let is_word = |byte: &u8| !matches!(*byte, b'\x01' | b' ' | b'\t');
    let bytes = shown.as_bytes().get(stretch.clone())?;
    let start = stretch.start + bytes.iter().position(is_word)?;
    let end = stretch.start + bytes.iter().rposition(is_word)? + 1;
    Some(Line { start: first + start, words: shown.get(start..end)? })
}

fn line_of(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// A page being laid out.
struct Layout {
    shown: Vec<u8>,
    first: usize,
    passages: Vec<Passage>,
}

/// A node whose end has not come yet.
#[derive(Clone, Copy)]
struct Open {
    kind: Kind,
    after: usize,
    passage: Option<usize>,
}

impl Layout {
    fn walk(&mut self, document: &Document) {
        let mut open: Vec<Open> = Vec::new();
        let mut skip = 0;
        for (index, (kind, place, after)) in document.nodes().enumerate() {
            while open.last().is_some_and(|open| open.after <= index) {
                open.pop();
            }
            if index < skip {
                continue;
            }
            if kind.is_block() {
                // A list or quote inside an item ends the run of words before it.
                open.iter_mut().for_each(|open| open.passage = None);
            } else {
                self.extend(&mut open, place.range());
            }
            if matches!(kind, Kind::Code | Kind::CodeBlock(_) | Kind::Html | Kind::Embed(_)) {
                skip = after;
            }
            self.show(document, kind, place.range());
            if after > index + 1 {
                open.push(Open { kind, after, passage: None });
            }
        }
    }

    /// Makes the passage that goes on here go on to the end of `range`.
    fn extend(&mut self, open: &mut [Open], range: Range<usize>) {
        let in_list = open.iter().any(|open| open.kind == Kind::Item);
        let Some(holder) = open.iter_mut().rev().find(|open| open.kind.is_block()) else { return };
        match holder.passage.and_then(|index| self.passages.get_mut(index)) {
            Some(passage) => passage.range.end = passage.range.end.max(range.end),
            None => {
                holder.passage = Some(self.passages.len());
                self.passages.push(Passage { holder: holder.kind, in_list, range });
            }
        }
    }

    fn show(&mut self, document: &Document, kind: Kind, range: Range<usize>) {
        let typed = document.text(Stretch::from(range.clone()));
        match kind {
            Kind::Text => {
                self.write(range.start, typed.as_bytes());
                let before =
                    range.start.checked_sub(1).map_or("", |before| document.text(Stretch::from(before..range.start)));
                // What stands behind a backslash was meant to be no mark.
                if before == "\\" && typed.starts_with(|mark: char| mark.is_ascii_punctuation()) {
                    self.write(range.start, &[BLOT as u8]);
                }
            }
            // Quotes, dashes and dots that became finer ones; not `&amp;`.
            Kind::Glyph(_) if !typed.starts_with('&') && !typed.starts_with('\\') => {
                self.write(range.start, typed.as_bytes());
            }
            Kind::Reference(_) => self.write(range.start, "x".repeat(range.len()).as_bytes()),
            Kind::SoftBreak | Kind::HardBreak => {
                let end = if kind == Kind::SoftBreak { '\n' } else { KEPT_END };
                if let Some(at) = typed.find('\n') {
                    self.write(range.start + at, &[end as u8]);
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, at: usize, bytes: &[u8]) {
        let start = at.saturating_sub(self.first);
        if let Some(place) = self.shown.get_mut(start..start + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }
}
