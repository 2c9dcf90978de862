//! A value typed wrongly.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Span};

/// A value typed wrongly: what is wrong with it and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Which kind of finding it is.
    pub code: &'static Code,
    /// The part of the typed text that is wrong, in bytes.
    pub range: Range<usize>,
    /// What is wrong, in the owner's words.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

impl Slip {
    /// The finding, where `typed` is the place of the whole text that was read.
    ///
    /// The wrong part is found inside it by its offset, so the text must stand in the file as it was read: where TOML's `\` changed
    /// it, or the span holds its quotes, hand in the place of the wrong part with [`Slip::finding_at`] instead.
    #[must_use]
    pub fn finding(self, typed: Span) -> Diagnostic {
        let start = typed.range().start;
        let place = Span::new(typed.file, start + self.range.start..start + self.range.end);
        self.finding_at(place)
    }

    /// The finding at a place of the caller's choice.
    #[must_use]
    pub fn finding_at(self, place: Span) -> Diagnostic {
        Diagnostic::new(self.code, self.message).at(place).help(self.help)
    }
}
