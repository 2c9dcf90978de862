//! Marks in a header that only look like the ones meant: curly quotes around a value, blanks that are none, a wide `＝`.
//!
//! Word processors, phones and chat windows set them unasked. A header that does not read as typed is tried again with each of
//! them replaced by a plain mark *of the same length in bytes* (filled up with blanks, which mean nothing there), so every place
//! stays true. Nothing inside straight quotes is touched, and the owner's file never is.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, FileId, Findings, Span, codes};

/// The header as it can be read: with look-alikes replaced if more of it reads that way, else as typed.
pub(super) fn legible<'t>(file: FileId, base: usize, header: &'t str, findings: &mut Findings) -> Cow<'t, str> {
    let mended = Mended::of(header);
    let slips = |text: &str| DeTable::parse_recoverable(text).1.len();
    if mended.replaced.is_empty() || slips(&mended.text) >= slips(header) {
        return Cow::Borrowed(header);
    }
    findings.push(mended.told(file, base, header));
    Cow::Owned(mended.text)
}

/// A header with its look-alikes replaced.
struct Mended<'t> {
    typed: &'t str,
    text: String,
    replaced: Vec<Range<usize>>,
    at: usize,
}

impl<'t> Mended<'t> {
    fn of(typed: &'t str) -> Self {
        let mut mended = Mended { typed, text: String::with_capacity(typed.len()), replaced: Vec::new(), at: 0 };
        while let Some(next) = mended.rest().chars().next() {
            mended.step(next);
        }
        mended
    }

    fn rest(&self) -> &'t str {
        self.typed.get(self.at..).unwrap_or_default()
    }

    fn keep(&mut self, length: usize) {
        let length = length.min(self.rest().len());
        self.text.push_str(self.rest().get(..length).unwrap_or_default());
        self.at += length;
    }

    fn step(&mut self, next: char) {
        match next {
            '#' => self.keep(line_of(self.rest()).len()),
            '"' | '\'' => self.straight(next),
            _ if is_curly(next) => self.curly(next),
            '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{3000}' | '\u{200B}' | '\u{FEFF}' => self.replace(next, Some(' ')),
            '＝' => self.replace(next, Some('=')),
            _ => self.keep(next.len_utf8()),
        }
    }

    /// Replaces the character here by a mark and blanks up to its length; a mark before a value comes last.
    fn replace(&mut self, character: char, mark: Option<char>) {
        let length = character.len_utf8();
        self.text.extend(mark);
        self.text.extend(std::iter::repeat_n(' ', length - mark.map_or(0, char::len_utf8)));
        self.replaced.push(self.at..self.at + length);
        self.at += length;
    }

    /// Skips a text in straight quotes. One that ends in a curly quote gets a straight end.
    fn straight(&mut self, quote: char) {
        let rest = self.rest();
        let long: String = [quote; 3].iter().collect();
        if rest.starts_with(&long) {
            let end = rest.get(3..).and_then(|inner| inner.find(&long)).map_or(rest.len(), |end| end + 6);
            return self.keep(end);
        }
        match straight_end(rest, quote) {
            Some(end) => self.keep(end),
            None => match curly_end(rest, quote) {
                Some((start, mark)) => {
                    self.keep(start);
                    self.replace(mark, Some(quote));
                }
                None => self.keep(line_of(rest).len()),
            },
        }
    }

    /// Makes the quotes around a value straight that starts with a curly one.
    fn curly(&mut self, opening: char) {
        let rest = self.rest();
        let Some((end, closing)) = curly_end(rest, opening) else { return self.keep(opening.len_utf8()) };
        let inner = rest.get(opening.len_utf8()..end).unwrap_or_default();
        let quote = if inner.contains('"') { '\'' } else { '"' };
        self.text.extend(std::iter::repeat_n(' ', opening.len_utf8() - 1));
        self.text.push(quote);
        self.replaced.push(self.at..self.at + opening.len_utf8());
        self.at += opening.len_utf8();
        self.keep(inner.len());
        if is_curly(closing) {
            self.replace(closing, Some(quote));
        } else {
            self.text.push(quote);
            self.at += closing.len_utf8();
        }
    }

    fn told(&self, file: FileId, base: usize, header: &str) -> Diagnostic {
        let first = self.replaced.first().cloned().unwrap_or(0..0);
        let quotes = self.replaced.iter().filter(|range| header[(*range).clone()].starts_with(is_curly)).count();
        let span = Span::new(file, base + first.start..base + first.end);
        if quotes == 0 {
            let message = "A mark here only looks like the one a header needs; it was read as if it were.";
            let help = "Type it again on your keyboard: a plain blank, or a plain `=`.";
            return Diagnostic::new(&codes::header::LOOK_ALIKE, message).at(span).help(help);
        }
        let message = match quotes {
            1 => "This header has a curly quote; it was read as a straight one.".to_owned(),
            _ => format!("This header has {} curly quotes; they were read as straight ones.", in_words(quotes)),
        };
        let help = "Nothing has to be done. Straight quotes, such as `\"…\"`, are what other programs expect.";
        Diagnostic::new(&codes::header::CURLY_QUOTES, message).at(span).help(help)
    }
}

fn is_curly(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‛' | '＂')
}

fn line_of(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// Where a text in straight quotes ends, on its line, past its last quote.
fn straight_end(text: &str, quote: char) -> Option<usize> {
    let mut characters = line_of(text).char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == quote {
            return Some(at + 1);
        }
        if character == '\\' && quote == '"' {
            characters.next();
        }
    }
    None
}

/// The quote that ends a value which starts with `opening`: the first after which a value may end. A single quote goes with a
/// single one, so that `’` in `“don’t”` ends nothing.
fn curly_end(text: &str, opening: char) -> Option<(usize, char)> {
    let line = line_of(text);
    let fits = |mark: char| (is_curly(mark) || mark == '"' || mark == '\'') && is_single(mark) == is_single(opening);
    let ends = line.char_indices().skip(1).filter(|&(_, mark)| fits(mark));
    let mut ends = ends.filter(|&(at, mark)| may_follow_a_value(line.get(at + mark.len_utf8()..).unwrap_or_default()));
    ends.next()
}

fn is_single(quote: char) -> bool {
    matches!(quote, '‘' | '’' | '‚' | '‛' | '\'')
}

fn may_follow_a_value(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([',', ']', '}', '=', '＝', '#', '.'])
}

/// Small numbers as people write them.
fn in_words(count: usize) -> String {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    count.checked_sub(2).and_then(|index| words.get(index)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceFile, Sources};

    fn file() -> FileId {
        Sources::default().add(SourceFile::new("a.md", ""))
    }

    /// What is read, with runs of blanks joined, or nothing when it stays as typed.
    #[track_caller]
    fn check(typed: &str, read: Option<&str>) {
        let mut findings = Findings::new();
        let legible = legible(file(), 0, typed, &mut findings);
        assert_eq!(legible.len(), typed.len(), "{typed}");
        let shown = matches!(legible, Cow::Owned(_)).then(|| legible.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(shown.as_deref(), read, "{typed}");
        assert_eq!(findings.is_empty(), read.is_none(), "{typed}");
    }

    #[test]
    fn curly_quotes_around_values_are_made_straight() {
        check("a = “b”", Some("a = \"b\""));
        check("a = „b“ # “c”", Some("a = \"b\" # “c”"));
        check("a = « b »", Some("a = \" b \""));
        check("a = ‘b’", Some("a = \"b\""));
        check("a = ‘don’t’", Some("a = \"don’t\""));
        check("a = “don’t say ”no“ here”", Some("a = \"don’t say ”no“ here\""));
        check("a = [“b”, “c, d”]\ne = { f = “g” }", Some("a = [ \"b\" , \"c, d\" ] e = { f = \"g\" }"));
        check("a = “b\"", Some("a = \"b\""));
        check("a = \"b”", Some("a = \"b\""));
        check("a = “say \"hi\" now”", Some("a = 'say \"hi\" now'"));
        check("[“x”.y]\na = “b”", Some("[ \"x\" .y] a = \"b\""));
        check("a\u{A0}=\u{A0}1", Some("a = 1"));
        check("a ＝ ＂b＂", Some("a = \"b\""));
    }

    #[test]
    fn what_reads_or_does_not_help_stays_as_typed() {
        check("a = \"“b”\" # “c”", None);
        check("a = '“b”'", None);
        check("a = \"\"\"\n“b”\n\"\"\"", None);
        check("a = “b” c", None);
        check("a = “b\nc = d", None);
        check("a = “b” c\nd = e", None);
        check("a = \"x\\\" “y”\"", None);
        check("”", None);
        check("\"", None);
    }
}
