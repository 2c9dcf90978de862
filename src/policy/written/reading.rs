//! A header's text → typed values, with every place known.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Key, Typed};
use crate::diagnostic::{At, Code, Diagnostic, FileId, Findings, Span, codes, nearest};
use crate::policy::values::{Country, Slip};

/// A value as the header holds it, with its place relative to the header.
pub type Value<'t> = Spanned<DeValue<'t>>;

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
    path: Vec<String>,
}

impl<'t> Reading<'t> {
    /// Starts on the header that stands at byte `base` of `file`.
    #[must_use]
    pub fn new(file: FileId, base: usize, header: &'t str, country: Option<Country>) -> Self {
        Reading { country, findings: Findings::new(), file, base, header, path: Vec::new() }
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
        let span = self.span(value.span());
        let read = T::read(value, self).map(|read| At::new(read, span));
        self.path.pop();
        read
    }

    /// The name of the key being read.
    #[must_use]
    pub fn key_name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Tells every key of `table` that is none of `known`.
    pub fn tell_unknown(&mut self, table: &DeTable<'_>, known: &[&Key], also: impl Fn(&str) -> bool) {
        for (key, value) in in_file_order(table) {
            let name = key.get_ref().as_ref();
            if !known.iter().any(|known| known.name == name) && !also(name) {
                let diagnostic = self.unknown(name, key.span(), value, known);
                self.find(diagnostic);
            }
        }
    }

    fn unknown(&self, name: &str, range: Range<usize>, value: &Value<'_>, known: &[&Key]) -> Diagnostic {
        let names: Vec<&str> = known.iter().map(|key| key.name).collect();
        let what = if value.get_ref().is_table() || is_rows(value) { "table" } else { "key" };
        let place = self.path.last().map_or_else(String::new, |table| format!(" in `{table}`"));
        let message = format!("There is no {what} `{name}`{place}.");
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("What may stand here: {}.", listed(&names)),
        };
        Diagnostic::new(&codes::policy::UNKNOWN_KEY, message).at(self.span(range)).help(help)
    }

    /// Tells that a needed key is missing from the table at `place`.
    pub fn tell_missing(&mut self, place: Span, key: &Key) {
        let table = self.path.last().map_or_else(|| "This header".to_owned(), |table| format!("This `{table}`"));
        let message =
            format!("{table} has no `{}`: {}.", key.name, key.sense().trim_end_matches('.').to_lowercase_first());
        let help = format!("Add a line such as `{} = {}`.", key.name, key.example);
        self.find(Diagnostic::new(&codes::policy::MISSING_KEY, message).at(place).help(help));
    }

    /// Tells that something of another type stands where a `T` should.
    pub fn tell_wrong_type<T: Typed>(&mut self, value: &Value<'_>) {
        let typed = self.typed(value.span());
        let name = self.key_name().to_owned();
        let message = format!("`{name}` should be {}, but here stands {}.", T::TYPE, described(value.get_ref()));
        let wants_quotes = T::EXAMPLE.starts_with('"') && !typed.contains('\n') && is_bare(value.get_ref());
        let help = if wants_quotes {
            format!("Put it in quotes: `{name} = \"{typed}\"`.")
        } else {
            format!("Write it like this: `{name} = {}`.", T::EXAMPLE)
        };
        let span = self.span(value.span());
        self.find(Diagnostic::new(&codes::policy::WRONG_TYPE, message).at(span).help(help));
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
        let inside = typed.find(text).filter(|_| !text.is_empty())?;
        let quotes = typed.len() - text.len();
        // A longer remainder means that escapes or line joins stand between the text and what was typed.
        (quotes <= 8 && inside <= 4).then_some(range.start + inside)
    }

    /// Tells a value typed wrongly.
    pub fn tell_slip(&mut self, value: &Value<'_>, text: &str, slip: Slip) {
        let span = match self.verbatim(value, text) {
            Some(start) => self.span(start + slip.range.start..start + slip.range.end),
            None => self.span(value.span()),
        };
        self.find(Diagnostic::new(slip.code, slip.message).at(span).help(slip.help));
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

fn is_rows(value: &Value<'_>) -> bool {
    value.get_ref().as_array().is_some_and(|rows| rows.iter().any(|row| row.get_ref().is_table()))
}

fn is_bare(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_))
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text in quotes",
        DeValue::Integer(_) | DeValue::Float(_) => "a number without quotes",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table of its own",
    }
}

/// Words in a sentence: `a`, `b` and `c`.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "nothing".to_owned(),
    }
}

trait LowercaseFirst {
    fn to_lowercase_first(&self) -> String;
}

impl LowercaseFirst for str {
    fn to_lowercase_first(&self) -> String {
        let mut letters = self.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + letters.as_str())
    }
}
