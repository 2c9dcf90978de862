//! Runs of text: the pieces between two other events, with the references and bare addresses in them.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::super::autolink::{BareAddress, address_at};
use super::super::document::{Kind, Link, Nodes, Typed, count};
use super::super::shield::Restore;
use super::super::target::TargetKind;
use super::Reader;

/// One piece: bytes of the shielded text, and the words where they differ from those.
struct Piece<'a> {
    range: Range<usize>,
    words: Option<CowStr<'a>>,
}

/// The pieces gathered so far.
#[derive(Default)]
pub(super) struct Run<'a> {
    pieces: Vec<Piece<'a>>,
}

impl<'a> Run<'a> {
    /// Adds a piece, to the last one when it goes on there.
    fn push(&mut self, range: Range<usize>, words: Option<CowStr<'a>>) {
        match self.pieces.last_mut() {
            Some(last) if words.is_none() && last.words.is_none() && last.range.end == range.start => {
                last.range.end = range.end;
            }
            _ => self.pieces.push(Piece { range, words }),
        }
    }
}

/// How pieces are written that stand for what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// With typographic quotes and dashes.
    Smart,
    /// With quotes and dashes as typed: in an address they are part of it.
    Plain,
}

impl<'a> Reader<'a> {
    /// Takes a piece of text.
    pub(super) fn text(&mut self, words: CowStr<'a>, range: Range<usize>) {
        if self.is_literal() {
            self.literal(&words, &range);
            return;
        }
        match &words {
            CowStr::Borrowed(verbatim) => match self.ground.place_of(verbatim) {
                Some(place) => self.run.push(without_lead(place, self.ground.lead), None),
                None => self.run.push(range, Some(words)),
            },
            _ => self.run.push(range, Some(words)),
        }
    }

    /// Whether text is shown as it is here, without references or links.
    fn is_literal(&self) -> bool {
        matches!(self.draft.innermost(), Some(Kind::CodeBlock(_)))
    }

    /// Writes the run gathered so far.
    pub(super) fn flush(&mut self) {
        let Some(bounds) = self.run_bounds() else { return };
        let mut pieces = std::mem::take(&mut self.run.pieces);
        self.report_missing_notes(&bounds);
        self.report_blanks_in_links(&bounds);
        let mut rest = pieces.as_slice();
        let mut done = bounds.start;
        for address in self.addresses_in(&bounds) {
            rest = self.write_up_to(rest, done..address.place.start, Spelling::Smart);
            rest = self.write_link(rest, &address);
            done = address.place.end;
        }
        // A piece without a length may stand at the very end.
        self.write_up_to(rest, done..usize::MAX, Spelling::Smart);
        pieces.clear();
        self.run.pieces = pieces;
    }

    fn run_bounds(&self) -> Option<Range<usize>> {
        let pieces = &self.run.pieces;
        Some(pieces.first()?.range.start..pieces.last()?.range.end)
    }

    /// The bare addresses of a run, in order and apart from each other.
    fn addresses_in(&self, bounds: &Range<usize>) -> Vec<BareAddress> {
        let mut found = Vec::new();
        if self.addresses.is_empty() || self.links_open > 0 {
            return found;
        }
        let first = self.addresses.partition_point(|&at| at < bounds.start);
        let mut done = bounds.start;
        for &at in self.addresses.get(first..).unwrap_or_default().iter().take_while(|&&at| at < bounds.end) {
            let address = if at < done { None } else { address_at(self.ground.shield.text(), at, &(done..bounds.end)) };
            if let Some(address) = address {
                done = address.place.end;
                if address.kind != TargetKind::Reference {
                    found.push(address);
                }
            }
        }
        found
    }

    /// Writes the pieces, or parts of them, that start inside `part`; hands back the pieces that go on after it.
    fn write_up_to<'p>(&mut self, pieces: &'p [Piece<'a>], part: Range<usize>, spelling: Spelling) -> &'p [Piece<'a>] {
        let mut rest = pieces;
        while let [piece, tail @ ..] = rest {
            if piece.range.start >= part.end {
                break;
            }
            match &piece.words {
                Some(words) if piece.range.start >= part.start => self.write_words(words, &piece.range, spelling),
                Some(_) => {}
                None => self.write_verbatim(piece.range.start.max(part.start)..piece.range.end.min(part.end)),
            }
            if piece.range.end > part.end {
                break;
            }
            rest = tail;
        }
        rest
    }

    fn write_words(&mut self, words: &str, range: &Range<usize>, spelling: Spelling) {
        let typed = self.ground.shield.text().get(range.clone()).unwrap_or_default();
        if spelling == Spelling::Plain && is_smart(typed) {
            self.draft.verbatim(self.ground.stretch(range));
            return;
        }
        let (words, _) = self.ground.shield.restore(words, Restore::Meant);
        self.draft.words(&words, self.ground.stretch(range));
    }

    /// Writes words as they stand, with the references among them.
    fn write_verbatim(&mut self, range: Range<usize>) {
        let mut done = range.start;
        let shield = self.ground.shield;
        for stand_in in shield.within(&range) {
            self.write_plain(done..stand_in.place.start);
            done = stand_in.place.end;
            match self.keep_reference(stand_in, self.position()) {
                Some(index) => self.draft.leaf(Kind::Reference(index), self.ground.stretch(&stand_in.place)),
                None => self.write_plain(stand_in.place.start + 1..done),
            }
        }
        self.write_plain(done..range.end);
    }

    fn write_plain(&mut self, range: Range<usize>) {
        if range.start < range.end {
            self.draft.verbatim(self.ground.stretch(&range));
        }
    }

    /// Writes a bare address as a link around itself.
    fn write_link<'p>(&mut self, pieces: &'p [Piece<'a>], address: &BareAddress) -> &'p [Piece<'a>] {
        let place = self.ground.stretch(&address.place);
        let row = self.draft.links.len();
        self.draft.links.push(Link {
            target: self.bare_target(pieces, &address.place),
            kind: address.kind,
            place,
            title: None,
            node: Nodes { start: 0, end: 0 },
            references: (0, 0),
        });
        self.draft.open(Kind::Link(count(row)), place);
        let rest = self.write_up_to(pieces, address.place.clone(), Spelling::Plain);
        self.close_link_row(row);
        rest
    }

    /// What a bare address means: as typed, unless Markdown's own marks stand in it.
    fn bare_target(&self, pieces: &[Piece<'a>], place: &Range<usize>) -> Typed {
        let mut target = String::new();
        for piece in pieces.iter().take_while(|piece| piece.range.start < place.end) {
            let part = piece.range.start.max(place.start)..piece.range.end.min(place.end);
            let typed = self.ground.shield.text().get(part).unwrap_or_default();
            let words = piece.words.as_deref().filter(|_| !is_smart(typed));
            target.push_str(words.unwrap_or(typed));
        }
        let typed = self.ground.shield.text().get(place.clone()).unwrap_or_default();
        if target == typed { Typed::Verbatim(self.ground.stretch(place)) } else { Typed::Words(target.into()) }
    }
}

/// Whether something was replaced for looks alone: quotes, dashes and dots.
fn is_smart(typed: &str) -> bool {
    !typed.is_empty() && typed.bytes().all(|byte| b"'\"-.".contains(&byte))
}

fn without_lead(place: Range<usize>, lead: usize) -> Range<usize> {
    place.start.max(lead).min(place.end)..place.end
}
