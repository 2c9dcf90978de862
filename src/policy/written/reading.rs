//! A header's text → typed values, with every place known.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Typed;
use crate::diagnostic::{At, Code, Diagnostic, FileId, Findings, Span};
use crate::policy::values::{Country, Slip};

/// A value as the header holds it, with its place relative to the header.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// Whether lines of a header could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HasGaps {
    /// Every line was.
    No,
    /// What is not there may stand in one of those lines.
    Yes,
}

/// One header being read: where it lies, and what has been found so far.
#[derive(Debug)]
pub struct Reading<'t> {
    /// Whose phones and money are meant where the owner leaves the country out.
    pub country: Option<Country>,
    /// What was found.
    pub findings: Findings,
    file: FileId,
    base: usize,
    header: &'t str,
    pub(super) path: Vec<String>,
    /// Lines of this header could not be read, so nothing can be said to be missing.
    pub(super) has_gaps: bool,
}

impl<'t> Reading<'t> {
    /// Starts on the header that stands at byte `base` of `file`.
    #[must_use]
    pub fn new(file: FileId, base: usize, header: &'t str, country: Option<Country>) -> Self {
        Reading { country, findings: Findings::new(), file, base, header, path: Vec::new(), has_gaps: false }
    }

    /// The same for a header with lines that could not be read.
    #[must_use]
    pub fn with_gaps(self, has_gaps: HasGaps) -> Self {
        Reading { has_gaps: has_gaps == HasGaps::Yes, ..self }
    }

    /// The span of a range of the header. A mark that was read as a shorter one is pointed to whole.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let range = self.whole_characters(&range);
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn whole_characters(&self, range: &Range<usize>) -> Range<usize> {
        self.header.floor_char_boundary(range.start)..self.header.ceil_char_boundary(range.end)
    }

    /// Where a value stands: a text without the quotes around it.
    #[must_use]
    pub fn place(&self, value: &Value<'_>) -> Span {
        let inside = value.get_ref().as_str().and_then(|text| Some((self.verbatim(value, text)?, text.len())));
        inside.map_or_else(|| self.span(value.span()), |(start, length)| self.span(start..start + length))
    }

    /// The span of the whole header.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.span(0..self.header.len())
    }

    /// The header's own text under a range.
    #[must_use]
    pub fn typed(&self, range: Range<usize>) -> &'t str {
        self.header.get(self.whole_characters(&range)).unwrap_or("")
    }

    /// Adds a finding.
    pub fn find(&mut self, diagnostic: Diagnostic) {
        self.findings.push(diagnostic);
    }

    /// Reads one key of a table, if it is there.
    pub fn key<T: Typed>(&mut self, table: &DeTable<'_>, name: &str) -> Option<At<T>> {
        let value = table.get(name)?;
        self.path.push(name.to_owned());
        let span = self.place(value);
        let read = T::read(value, self).map(|read| At::new(read, span));
        self.path.pop();
        read
    }

    /// The name of the key being read.
    #[must_use]
    pub fn key_name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The text of a value: of a quoted one what is in the quotes, of a bare date or time what was typed.
    pub fn text<'v>(&self, value: &'v Value<'_>) -> Option<Cow<'v, str>>
    where
        't: 'v,
    {
        match value.get_ref() {
            DeValue::String(text) => Some(Cow::Borrowed(text.as_ref())),
            DeValue::Datetime(_) => Some(Cow::Borrowed(self.typed(value.span()))),
            _ => None,
        }
    }

    /// Where the text of a value stands in the file, if it stands there letter for letter (no escapes).
    #[must_use]
    pub fn verbatim(&self, value: &Value<'_>, text: &str) -> Option<usize> {
        let range = value.span();
        let typed = self.typed(range.clone());
        let begins = |at: &usize| typed.get(*at..).is_some_and(|rest| rest.starts_with(text));
        let inside = (0..=4).find(begins).filter(|_| !text.is_empty())?;
        let quotes = typed.len() - text.len();
        // A longer remainder means that escapes or line joins stand between the text and what was typed.
        (quotes <= 8).then_some(range.start + inside)
    }

    /// Tells a value typed wrongly.
    pub fn tell_slip(&mut self, value: &Value<'_>, text: &str, slip: Slip) {
        let span = match self.verbatim(value, text) {
            Some(start) => self.span(start + slip.range.start..start + slip.range.end),
            None => self.span(value.span()),
        };
        self.find(Diagnostic::new(slip.code, slip.message).at(span).help(slip.help));
    }

    /// Tells a value typed wrongly that was read from the text at `place`.
    pub fn tell_slip_at(&mut self, place: Span, text: &str, slip: Slip) {
        let is_verbatim = place.range().len() == text.len();
        self.find(if is_verbatim { slip.finding(place) } else { slip.finding_at(place) });
    }

    /// A short way to tell a rule of the model that is broken at `span`.
    pub fn tell(&mut self, code: &'static Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.find(Diagnostic::new(code, message).at(span).help(help));
    }

    /// Runs `inner` with `name` as the innermost table, for messages.
    pub fn within<R>(&mut self, name: &str, inner: impl FnOnce(&mut Self) -> R) -> R {
        self.path.push(name.to_owned());
        let result = inner(self);
        self.path.pop();
        result
    }
}

/// The entries of a table in the order typed; the TOML reader sorts them by name.
#[must_use]
pub fn in_file_order<'a, 't>(table: &'a DeTable<'t>) -> Vec<(&'a Spanned<Cow<'t, str>>, &'a Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

pub(super) fn is_rows(value: &Value<'_>) -> bool {
    value.get_ref().as_array().is_some_and(|rows| rows.iter().any(|row| row.get_ref().is_table()))
}

pub(super) fn is_bare(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_))
}

pub(super) fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text in quotes",
        DeValue::Integer(_) | DeValue::Float(_) => "a number without quotes",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table of its own",
    }
}
