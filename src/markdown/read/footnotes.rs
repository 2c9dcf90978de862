//! Footnotes: marks and notes are matched once everything has been read, since a note may stand before its mark.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::document::{Footnote, FootnoteUse, Kind, Nodes, Typed, count};
use super::super::shield::Restore;
use super::Reader;
use crate::diagnostic::{Diagnostic, codes};

/// A mark, in reading order: what it names and the note it stands in.
pub(super) struct Wanted {
    label: String,
    inside: Option<usize>,
}

/// How labels are compared: capitals don't count.
fn key(label: &str) -> String {
    label.to_lowercase()
}

impl Reader<'_> {
    pub(super) fn footnote_use(&mut self, label: &str, range: &Range<usize>) {
        let index = count(self.draft.uses.len());
        self.draft.uses.push(FootnoteUse { footnote: 0, ordinal: 0 });
        self.wanted_notes.push(Wanted { label: key(label), inside: self.innermost_footnote() });
        self.draft.leaf(Kind::FootnoteUse(index), self.ground.stretch(range));
    }

    fn innermost_footnote(&self) -> Option<usize> {
        self.draft.innermost_of(|kind| if let Kind::Footnote(index) = kind { Some(index as usize) } else { None })
    }

    pub(super) fn start_footnote(&mut self, label: &str, range: &Range<usize>) {
        let typed = match self.ground.place_of(label) {
            Some(place) => Typed::Verbatim(self.ground.stretch(&place)),
            None => Typed::Words(self.ground.shield.restore(label, Restore::AsTyped).0.into()),
        };
        let index = count(self.draft.footnotes.len());
        let place = self.ground.stretch(range);
        let node = Nodes { start: 0, end: 0 };
        self.draft.footnotes.push(Footnote { label: typed, place, node, number: 0, uses: 0 });
        self.draft.open(Kind::Footnote(index), place);
    }

    pub(super) fn end_footnote(&mut self) {
        let Some(Kind::Footnote(index)) = self.draft.innermost() else { return };
        let Some(node) = self.draft.close() else { return };
        if let Some(note) = self.draft.footnotes.get_mut(index as usize) {
            note.node = node;
        }
    }

    /// Numbers the notes in the order their first marks are met: those in the text, then those in the notes.
    pub(super) fn settle_footnotes(&mut self) {
        if self.draft.footnotes.is_empty() {
            return;
        }
        let labels = self.labels();
        let wanted = std::mem::take(&mut self.wanted_notes);
        let mut marks_of: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (mark, wanted) in wanted.iter().enumerate() {
            marks_of.entry(wanted.inside).or_default().push(mark);
        }
        let mut numbered = Vec::new();
        let mut next = marks_of.remove(&None).unwrap_or_default();
        let mut read = 0;
        loop {
            for mark in next {
                let note = wanted.get(mark).and_then(|wanted| labels.get(&wanted.label));
                if let Some(&note) = note {
                    self.count_mark(mark, note, &mut numbered);
                }
            }
            let Some(note) = numbered.get(read) else { break };
            next = marks_of.remove(&Some(*note)).unwrap_or_default();
            read += 1;
        }
        self.report_unused();
    }

    /// The note that each label names: the first one written.
    fn labels(&self) -> BTreeMap<String, usize> {
        let mut labels = BTreeMap::new();
        for (index, note) in self.draft.footnotes.iter().enumerate() {
            let label = match &note.label {
                Typed::Verbatim(stretch) => self.ground.text.get(stretch.range()).unwrap_or_default(),
                Typed::Words(words) => words,
            };
            labels.entry(key(label)).or_insert(index);
        }
        labels
    }

    fn count_mark(&mut self, mark: usize, note: usize, numbered: &mut Vec<usize>) {
        let Some(row) = self.draft.footnotes.get_mut(note) else { return };
        if row.number == 0 {
            numbered.push(note);
            row.number = count(numbered.len());
        }
        row.uses += 1;
        if let Some(mark) = self.draft.uses.get_mut(mark) {
            *mark = FootnoteUse { footnote: count(note), ordinal: row.uses };
        }
    }

    fn report_unused(&mut self) {
        for note in self.draft.footnotes.iter().filter(|note| note.number == 0) {
            let label = match &note.label {
                Typed::Verbatim(stretch) => self.ground.text.get(stretch.range()).unwrap_or_default(),
                Typed::Words(words) => words,
            };
            let message = format!("Nothing in the text points to the footnote `[^{label}]`, so it was left out.");
            let finding = Diagnostic::new(&codes::markdown::UNUSED_FOOTNOTE, message);
            let typed = self.ground.text.get(note.place.range()).unwrap_or_default();
            let start = note.place.range().start;
            let finding = finding.at(self.ground.origin.span((start..start + typed.trim_end().len()).into()));
            self.findings.push(finding.help(format!("Put `[^{label}]` where the note belongs, or take the note out.")));
        }
    }

    /// Findings about marks in a run of text: Markdown leaves a mark without a note as text.
    pub(super) fn report_missing_notes(&mut self, bounds: &Range<usize>) {
        let first = self.marks.partition_point(|&at| at < bounds.start);
        for index in first..self.marks.len() {
            let Some(&at) = self.marks.get(index).filter(|&&at| at < bounds.end) else { break };
            let shielded = self.ground.shield.text();
            let rest = shielded.get(at + 2..bounds.end).unwrap_or_default();
            let label = rest.split([']', '[', ' ', '\n']).next().unwrap_or_default();
            let is_mark = !label.is_empty() && rest[label.len()..].starts_with(']');
            if !is_mark || shielded[..at].ends_with('\\') {
                continue;
            }
            let place = at..at + 3 + label.len();
            let (label, _) = self.ground.shield.restore(label, Restore::AsTyped);
            let message = format!("There is no footnote `[^{label}]` on this page.");
            let finding = Diagnostic::new(&codes::markdown::MISSING_FOOTNOTE, message).at(self.ground.span(&place));
            self.findings
                .push(finding.help(format!("Write it on a line of its own: `[^{label}]: …`, or take the mark out.")));
        }
    }
}
