//! Keys nobody knows, keys that are missing, values of another sort: what does not fit the declaration of a table.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::reading::{described, is_bare, is_rows};
use super::{Key, Needed, Reading, Shape, Typed, Value, in_file_order};
use crate::diagnostic::{Diagnostic, Span, codes, nearest};
use crate::policy::kinds::{BUSINESS, EVERY_PAGE, KINDS};

impl Reading<'_> {
    /// Tells every key of `table` that is none of `known`.
    pub fn tell_unknown(&mut self, table: &DeTable<'_>, known: &[&Key]) {
        for (key, value) in in_file_order(table) {
            let name = key.get_ref().as_ref();
            if !known.iter().any(|known| known.name == name) {
                let diagnostic = self.unknown(name, key.span(), value, &Around { table, known });
                self.find(diagnostic);
            }
        }
    }

    fn unknown(&self, name: &str, range: Range<usize>, value: &Value<'_>, around: &Around<'_, '_>) -> Diagnostic {
        let span = self.span(range);
        if !self.path.is_empty() && EVERY_PAGE.iter().any(|key| key.name == name) {
            return self.too_low(name, span);
        }
        let is_table = value.get_ref().is_table() || is_rows(value);
        let what = if is_table { "table" } else { "key" };
        let place = self.path.last().map_or_else(|| "here".to_owned(), |table| format!("in `{table}`"));
        let message = format!("There is no {what} `{name}` {place}.");
        let fitting = around.known.iter().filter(|key| is_table == (key.shape != Shape::Line)).map(|key| key.name);
        let help = match (elsewhere(name).filter(|_| self.path.is_empty()), around.meant(name)) {
            (Some(file), _) => format!("It belongs in `{file}`."),
            (None, Some(near)) => format!("Did you mean `{}`?", near.as_typed()),
            (None, None) => format!("What may stand here: {}.", listed(fitting)),
        };
        Diagnostic::new(&codes::policy::UNKNOWN_KEY, message).at(span).help(help)
    }

    /// A line for the whole page that stands below the beginning of a table.
    pub fn too_low(&self, name: &str, span: Span) -> Diagnostic {
        let table = self.path.last().map_or("", String::as_str);
        let message = format!("`{name}` stands below a table, so it counts as a part of `{table}`.");
        let help = "Move this line up, above the first line in brackets.";
        Diagnostic::new(&codes::policy::UNKNOWN_KEY, message).at(span).help(help)
    }

    /// Tells every needed key that is not there, unless a line that could not be read, or a misspelt key, may be it.
    pub fn tell_all_missing(&mut self, table: &DeTable<'_>, place: Span, keys: &'static [Key]) {
        if self.has_gaps {
            return;
        }
        let known: Vec<&Key> = keys.iter().collect();
        let around = Around { table, known: &known };
        for key in keys.iter().filter(|key| key.needed == Needed::Needed) {
            let is_misspelt = |typed: &str| around.meant(typed).is_some_and(|meant| meant.name == key.name);
            let unknown = table.keys().map(|typed| typed.get_ref().as_ref()).filter(|typed| !around.knows(typed));
            if table.get(key.name).is_none() && !unknown.into_iter().any(is_misspelt) {
                self.tell_missing(place, key);
            }
        }
    }

    /// Tells that a needed key is missing from the table at `place`.
    fn tell_missing(&mut self, place: Span, key: &Key) {
        let table = self.path.last().map_or_else(|| "This file".to_owned(), |table| format!("This `{table}`"));
        let message = format!("{table} has no `{}`: {}.", key.name, lowered(key.sense().trim_end_matches('.')));
        let help = match key.shape {
            Shape::Line => format!("Add a line such as `{} = {}`.", key.name, key.example),
            _ => format!("Add a line `{}` and its own lines under it.", key.as_typed()),
        };
        self.find(Diagnostic::new(&codes::policy::MISSING_KEY, message).at(place).help(help));
    }

    /// Tells that something of another type stands where a `T` should.
    pub fn tell_wrong_type<T: Typed>(&mut self, value: &Value<'_>) {
        let help = self.in_type::<T>(value);
        self.tell_other_type::<T>(value, help);
    }

    /// The same with help worked out by the caller.
    pub fn tell_other_type<T: Typed>(&mut self, value: &Value<'_>, help: impl Into<String>) {
        let message =
            format!("`{}` should be {}, but here stands {}.", self.key_name(), T::TYPE, described(value.get_ref()));
        let span = self.place(value);
        self.find(Diagnostic::new(&codes::policy::WRONG_TYPE, message).at(span).help(help));
    }

    /// How a value of another sort is written as a `T`.
    fn in_type<T: Typed>(&self, value: &Value<'_>) -> String {
        let (name, typed) = (self.key_name(), self.typed(value.span()));
        match (T::SHAPE, value.get_ref()) {
            (Shape::Table, DeValue::Array(_)) => format!("Write `[{name}]`, with one bracket on each side."),
            (Shape::Table, _) => format!("Write `[{name}]` on a line of its own, and what belongs to it under it."),
            _ if T::EXAMPLE.starts_with('"') && !typed.contains('\n') && is_bare(value.get_ref()) => {
                format!("Put it in quotes: `{name} = \"{typed}\"`.")
            }
            _ if T::EXAMPLE.starts_with("[\"") && value.get_ref().is_str() => {
                format!("Put it in brackets: `{name} = [{typed}]`.")
            }
            _ => format!("Write it like this: `{name} = {}`.", T::EXAMPLE),
        }
    }
}

/// A table as typed, and the keys it may have.
struct Around<'a, 't> {
    table: &'a DeTable<'t>,
    known: &'a [&'a Key],
}

impl Around<'_, '_> {
    fn knows(&self, name: &str) -> bool {
        self.known.iter().any(|key| key.name == name)
    }

    /// The key a misspelt one most likely stands for: one that is not there yet, if there is any.
    fn meant(&self, name: &str) -> Option<&Key> {
        let open = self.known.iter().filter(|key| self.table.get(key.name).is_none()).map(|key| key.name);
        let near = nearest(name, open).or_else(|| nearest(name, self.known.iter().map(|key| key.name)))?;
        self.known.iter().find(|key| key.name == near).copied()
    }
}

impl Key {
    /// The key as it stands in a file: a table in its brackets.
    fn as_typed(&self) -> String {
        match self.shape {
            Shape::Line => self.name.to_owned(),
            Shape::Table => format!("[{}]", self.name),
            Shape::Rows => format!("[[{}]]", self.name),
            Shape::Named => format!("[{}.…]", self.name),
        }
    }
}

/// The file in which a table or key is known that is not known here.
fn elsewhere(name: &str) -> Option<&'static str> {
    let is_called = |key: &Key| key.name == name;
    let kind = KINDS.iter().find(|row| row.keys.iter().any(is_called)).map(|row| row.file);
    kind.or_else(|| BUSINESS.iter().any(is_called).then_some("business.toml"))
}

/// Words in a sentence: `a`, `b` and `c`.
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "nothing".to_owned(),
    }
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + letters.as_str())
}
