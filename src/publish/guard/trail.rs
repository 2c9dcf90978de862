//! A file read slowly: every character with its place, so that a spelling can be judged by what stands in it and beside it.

use std::ops::Range;

use memchr::memmem;

use super::fold;
use super::reading::{self, Sink};

/// Tags inside a line: what stands on both sides of them is read as one. All others part what they stand between, and so do `sup` and
/// `sub`, which set the number of a footnote beside a phone number.
const INLINE: &str = " a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong \
    time tspan tt u var wbr ";
/// Stands where a tag parts two lines.
const LINE: char = '\u{1D}';
/// So many characters beside a spelling are looked at.
const BESIDE: usize = 64;

/// One character of a text.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    character: char,
    start: usize,
    end: usize,
}

/// A text, character by character, and its skeleton.
#[derive(Debug, Default)]
pub(super) struct Trail {
    glyphs: Vec<Glyph>,
    folded: Vec<u8>,
    /// The glyph each byte of the skeleton comes from.
    owners: Vec<usize>,
}

/// A stretch of a skeleton, and what stands in it and beside it.
#[derive(Debug)]
pub(super) struct Spot<'t> {
    trail: &'t Trail,
    owners: &'t [usize],
    /// What stands before it, nearest last; nothing that cannot be seen.
    pub(super) before: String,
    /// What stands behind it.
    pub(super) after: String,
    /// The characters it is spelled with.
    pub(super) inside: String,
    /// Where it stands in the text read.
    pub(super) range: Range<usize>,
}

impl Trail {
    /// Reads a text.
    pub(super) fn of(text: &[u8]) -> Self {
        let mut trail = Trail::default();
        reading::read(text, &mut trail);
        trail
    }

    /// Every place where the skeleton reads like this.
    pub(super) fn spots<'t>(&'t self, skeleton: &'t [u8]) -> impl Iterator<Item = Spot<'t>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = memmem::find(self.folded.get(from..)?, skeleton)? + from;
            // One step on, not behind it: in 1212 12, the second 12 12 is the one that stands alone.
            from = found + 1;
            Some(found..found + skeleton.len())
        })
        .filter_map(|range| self.spot(&range))
    }

    fn spot(&self, range: &Range<usize>) -> Option<Spot<'_>> {
        let owners = self.owners.get(range.clone())?;
        let (first, last) = (*owners.first()?, *owners.last()?);
        // A letter that folds to several must belong to the spelling whole.
        let is_cut_before = range.start.checked_sub(1).and_then(|before| self.owners.get(before)) == Some(&first);
        if is_cut_before || self.owners.get(range.end) == Some(&last) {
            return None;
        }
        let inside = self.glyphs.get(first..=last)?;
        let mut before: Vec<char> = seen(self.glyphs.get(..first)?.iter().rev()).collect();
        before.reverse();
        Some(Spot {
            trail: self,
            owners,
            before: before.into_iter().collect(),
            after: seen(self.glyphs.get(last + 1..)?.iter()).collect(),
            inside: seen(inside.iter()).collect(),
            range: inside.first()?.start..inside.last()?.end,
        })
    }

    fn push(&mut self, character: char, range: Range<usize>) {
        let owner = self.glyphs.len();
        self.glyphs.push(Glyph { character, start: range.start, end: range.end });
        fold::fold(character, &mut |byte| {
            self.folded.push(byte);
            self.owners.push(owner);
        });
    }
}

/// The characters that can be seen, as the rules know them, up to the end of the stretch.
fn seen<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> impl Iterator<Item = char> {
    glyphs
        .map(|glyph| glyph.character)
        .take_while(|character| *character != char::from(fold::APART))
        .filter(|character| !fold::is_unseen(*character))
        .map(|character| if character == LINE { LINE } else { fold::plain(character) })
        .take(BESIDE)
}

impl Spot<'_> {
    /// Whether each word of these lengths (in bytes of the skeleton, added up) is spelled without a break.
    pub(super) fn has_whole_words(&self, ends: &[usize]) -> bool {
        let pairs = self.owners.windows(2).enumerate();
        pairs.filter(|(place, _)| !ends.contains(&(place + 1))).all(|(_, pair)| match pair {
            [first, second] => first == second || self.is_no_break(first + 1..*second),
            _ => true,
        })
    }

    /// Inside a word only what cannot be seen may stand, the stars of Markdown, and the line ends that mail and calendars put in.
    fn is_no_break(&self, between: Range<usize>) -> bool {
        let glyphs = self.trail.glyphs.get(between).unwrap_or_default();
        let signs: String = glyphs.iter().map(|glyph| glyph.character).filter(|sign| !fold::is_unseen(*sign)).collect();
        matches!(signs.as_str(), "=\n" | "=\r\n" | "\r\n " | "\r\n\t")
            || signs.chars().all(|sign| matches!(sign, '*' | '_' | '`' | '\\'))
    }
}

impl Sink for Trail {
    fn begin(&mut self, _length: usize) {
        self.push(char::from(fold::APART), 0..0);
    }

    fn plain(&mut self, run: &[u8], at: usize) -> usize {
        let plain = run.iter().take_while(|byte| fold::FOLDED[usize::from(**byte)] != fold::SPECIAL);
        let mut taken = 0;
        for byte in plain {
            self.push(char::from(*byte), at + taken..at + taken + 1);
            taken += 1;
        }
        taken
    }

    fn character(&mut self, character: char, range: Range<usize>) {
        self.push(character, range);
    }

    fn tag(&mut self, name: &[u8], at: usize) {
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        if !INLINE.contains(&format!(" {name} ")) {
            self.push(LINE, at..at);
        }
    }
}
