//! References as they are typed: `{{ path }}`, found on the text before Markdown is read.
//!
//! A path is one or more names joined by dots; a name holds letters of any script, digits, `-` and `_`. Blanks inside
//! the braces are free, line ends are not. `\{{` is two braces. There are no filters, no quotes, no logic.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Diagnostic, Span, codes};

/// Something that starts with two braces; all ranges are bytes of the scanned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Braces {
    /// `{{ path }}`, whole and its path alone.
    Reference { place: Range<usize>, path: Range<usize> },
    /// `\{{`: three bytes that stand for two braces.
    Escape { place: Range<usize> },
    /// What was meant as a reference and is none.
    Misspelt { place: Range<usize>, what: Misspelling },
}

/// What is wrong with a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misspelling {
    /// No `}}` before the line ends or the next reference starts.
    Unclosed,
    /// Nothing between the braces.
    Empty,
    /// `{{ fee.hourly | upper }}`.
    Filter,
    /// `{{ "fee.hourly" }}`.
    Quotes,
    /// `{{ fee hourly }}`.
    Blank,
    /// `{{ .fee }}`, `{{ fee..hourly }}`.
    Dots,
    /// Any other character.
    Character(char),
}

/// Finds every pair of opening braces in reading order.
pub(super) fn scan(text: &str) -> Vec<Braces> {
    let mut found = Vec::new();
    let mut from = 0;
    let braces = memchr::memmem::Finder::new("{{");
    while let Some(at) = braces.find(&text.as_bytes()[from..]).map(|offset| from + offset) {
        let braces = if is_escaped(text, from, at) { Braces::Escape { place: at - 1..at + 2 } } else { read(text, at) };
        from = match &braces {
            Braces::Reference { place, .. } | Braces::Escape { place } | Braces::Misspelt { place, .. } => place.end,
        };
        found.push(braces);
    }
    found
}

/// Whether an odd number of backslashes stands before `at`, counted back to `from` at most.
fn is_escaped(text: &str, from: usize, at: usize) -> bool {
    text[from..at].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1
}

/// Reads what starts with the two braces at `at`. The place always ends past the opening braces.
fn read(text: &str, at: usize) -> Braces {
    let start = at + 2;
    let stop = start + stop(&text.as_bytes()[start..]);
    let inner = &text[start..stop];
    if !text[stop..].starts_with("}}") {
        return Braces::Misspelt { place: at..start + inner.trim_end().len(), what: Misspelling::Unclosed };
    }
    let place = at..stop + 2;
    let path = inner.trim();
    match misspelling(path) {
        Some(what) => Braces::Misspelt { place, what },
        None => {
            let path_start = start + inner.len() - inner.trim_start().len();
            Braces::Reference { place, path: path_start..path_start + path.len() }
        }
    }
}

/// Where a reference stops, well closed or not: at `}}`, at the next `{{`, at the end of the line.
fn stop(rest: &[u8]) -> usize {
    let stops = |at: &usize| matches!(rest[*at..], [b'}', b'}', ..] | [b'{', b'{', ..] | [b'\n', ..]);
    memchr::memchr3_iter(b'}', b'{', b'\n', rest).find(stops).unwrap_or(rest.len())
}

/// What keeps `path` from being one.
fn misspelling(path: &str) -> Option<Misspelling> {
    if path.is_empty() {
        return Some(Misspelling::Empty);
    }
    if let Some(odd) = path.chars().find(|&character| !belongs_in_path(character)) {
        return Some(match odd {
            _ if path.contains('|') => Misspelling::Filter,
            '"' | '\'' | '`' | '‘' | '’' | '“' | '”' => Misspelling::Quotes,
            _ if odd.is_whitespace() => Misspelling::Blank,
            _ => Misspelling::Character(odd),
        });
    }
    path.split('.').any(str::is_empty).then_some(Misspelling::Dots)
}

fn belongs_in_path(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-' | '_') || is_combining_mark(character)
}

/// The finding about a reference typed as `typed`.
pub(super) fn finding(what: Misspelling, typed: &str, span: Span) -> Diagnostic {
    let message = match what {
        Misspelling::Unclosed => "This `{{` is not closed by `}}` on its line.".to_owned(),
        Misspelling::Empty => "Nothing stands between these braces.".to_owned(),
        Misspelling::Filter => {
            "A reference can't change the fact it stands for: nothing may follow a `|` here.".to_owned()
        }
        Misspelling::Quotes => "The name of a fact is written without quotation marks.".to_owned(),
        Misspelling::Blank => "The name of a fact is one word, without blanks inside.".to_owned(),
        Misspelling::Dots => "Dots stand between the words of a name, one at a time.".to_owned(),
        Misspelling::Character(odd) => {
            format!("`{}` can't be part of the name of a fact.", odd.escape_debug())
        }
    };
    Diagnostic::new(&codes::references::MISSPELT, message).at(span).help(help(what, typed))
}

fn help(what: Misspelling, typed: &str) -> String {
    if what == Misspelling::Unclosed {
        return "Close it on the same line, as in `{{ business.name }}`. To show two braces, write `\\{{`.".to_owned();
    }
    match suggestion(typed) {
        Some(path) => format!("Write `{{{{ {path} }}}}`. To show two braces, write `\\{{{{`."),
        None => "Write the name of a fact, as in `{{ business.name }}`. To show two braces, write `\\{{`.".to_owned(),
    }
}

/// The path somebody probably meant: without filter and quotes, blanks taken for dots.
fn suggestion(typed: &str) -> Option<String> {
    let inner = typed.trim_matches(['{', '}']);
    let inner = inner.split('|').next().unwrap_or(inner);
    let words = inner.split(|character: char| !belongs_in_path(character) || character == '.');
    let path = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".");
    (!path.is_empty()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let seen: Vec<(String, String)> = scan(text)
            .into_iter()
            .map(|braces| match braces {
                Braces::Reference { place, path } => (text[place].to_owned(), text[path].to_owned()),
                Braces::Escape { place } => (text[place].to_owned(), "escape".to_owned()),
                Braces::Misspelt { place, what } => (text[place].to_owned(), format!("{what:?}")),
            })
            .collect();
        let seen: Vec<(&str, &str)> = seen.iter().map(|(place, what)| (place.as_str(), what.as_str())).collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn references_are_found_and_slips_are_named() {
        check("a {{ fee.hourly }} b {{x}}", &[("{{ fee.hourly }}", "fee.hourly"), ("{{x}}", "x")]);
        check("{{\tüber.maß_1-2 }}", &[("{{\tüber.maß_1-2 }}", "über.maß_1-2")]);
        check("\\{{ a }}", &[("\\{{", "escape")]);
        check("\\\\{{ a }}", &[("{{ a }}", "a")]);
        check("{{ a b }}", &[("{{ a b }}", "Blank")]);
        check("{{ }} {{}}", &[("{{ }}", "Empty"), ("{{}}", "Empty")]);
        check("{{ a\n}}", &[("{{ a", "Unclosed")]);
        check("{{ a {{ b }}", &[("{{ a", "Unclosed"), ("{{ b }}", "b")]);
        check("{{ a | upper }}", &[("{{ a | upper }}", "Filter")]);
        check("{{ \"a\" }}", &[("{{ \"a\" }}", "Quotes")]);
        check("{{ .a }} {{ a..b }}", &[("{{ .a }}", "Dots"), ("{{ a..b }}", "Dots")]);
        check("{{{ a }}}", &[("{{{ a }}", "Character('{')")]);
        check("{{", &[("{{", "Unclosed")]);
    }

    #[test]
    fn suggestions_are_computed_from_what_was_typed() {
        assert_eq!(suggestion("{{ fee hourly | upper }}").as_deref(), Some("fee.hourly"));
        assert_eq!(suggestion("{{ .\"fee\"..hourly }}").as_deref(), Some("fee.hourly"));
        assert_eq!(suggestion("{{ }}"), None);
    }
}
