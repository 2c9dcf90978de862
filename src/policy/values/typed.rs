//! What the owner typed, and where: stretches of text that still know their place, so that a slip can point at the wrong part alone.

use std::ops::Range;

use super::Slip;
use crate::diagnostic::Code;

/// A stretch of the text a value is read from.
///
/// Invariant: `text` is `whole[start..start + text.len()]` of the text handed to [`Typed::new`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Typed<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Typed<'t> {
    /// The whole text, without the blanks around it.
    pub(crate) fn new(text: &'t str) -> Self {
        Typed { text, start: 0 }.trim()
    }

    pub(crate) fn text(self) -> &'t str {
        self.text
    }

    /// The text with ASCII letters in lower case: offsets stay true.
    pub(crate) fn lower(self) -> String {
        self.text.to_ascii_lowercase()
    }

    pub(crate) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// Where it stands, in bytes of the text handed to [`Typed::new`].
    pub(crate) fn range(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The same without blanks around it.
    pub(crate) fn trim(self) -> Self {
        let text = self.text.trim_start();
        Typed { text: text.trim_end(), start: self.start + self.text.len() - text.len() }
    }

    /// The same without such characters, and blanks, at its end.
    pub(crate) fn trim_end_of<const N: usize>(self, characters: [char; N]) -> Self {
        let kept =
            self.text.trim_end_matches(|character: char| character.is_whitespace() || characters.contains(&character));
        self.part(0..kept.len())
    }

    /// The stretch between two offsets of this one; empty where they do not fit.
    pub(crate) fn part(self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or("");
        Typed { text, start: self.start + range.start.min(self.text.len()) }
    }

    /// What stands before and from `offset`.
    pub(crate) fn split_at(self, offset: usize) -> (Self, Self) {
        (self.part(0..offset), self.part(offset..self.text.len()))
    }

    /// The stretches between separators, trimmed; empty ones are kept.
    pub(crate) fn split(self, is_separator: impl Fn(char) -> bool) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, separator) in self.text.char_indices().filter(|&(_, character)| is_separator(character)) {
            parts.push(self.part(from..at).trim());
            from = at + separator.len_utf8();
        }
        parts.push(self.part(from..self.text.len()).trim());
        parts
    }

    /// What stands before `ending` (lower-case ASCII), if it ends so in any case.
    pub(crate) fn before_ending(self, ending: &str) -> Option<Self> {
        let offset = self.text.len().checked_sub(ending.len())?;
        self.text.get(offset..)?.eq_ignore_ascii_case(ending).then(|| self.part(0..offset))
    }

    /// A slip that points at this stretch.
    pub(crate) fn slip(self, code: &'static Code, message: impl Into<String>, help: impl Into<String>) -> Slip {
        Slip { code, range: self.range(), message: message.into(), help: help.into() }
    }
}

/// How typed text is shown in a message: in backticks, on one line, and not longer than a message bears.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 48;
    let line: String =
        text.trim().chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    if line.chars().count() <= LONGEST {
        return format!("`{line}`");
    }
    let head: String = line.chars().take(LONGEST - 1).collect();
    format!("`{}…`", head.trim_end())
}

/// Hyphens, dashes and the minus sign: whatever an editor made of the key beside the zero.
pub(crate) fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}
