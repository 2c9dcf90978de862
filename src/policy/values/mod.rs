//! What may be typed as a value: times, dates, spans, money, phones and the like, each read from the owner's spelling.

use std::ops::Range;

use crate::diagnostic::Code;

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
