//! Text → words, numbers and signs.

use super::OPAQUE;

/// A word, a number or a sign of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Token {
    /// First byte in the passage's text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub sign: Sign,
    /// Whether nothing stands between it and the token before.
    pub is_glued: bool,
    /// Whether it stands in quotation marks: somebody else's words.
    pub is_quoted: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Sign {
    /// Letters, with apostrophes inside.
    Word,
    /// A run of digits and its value, at most 4294967295.
    Number(u32),
    /// A reference to a fact, or code.
    Opaque,
    /// Any other letter.
    Mark(char),
}

impl Token {
    /// Whether it is this mark.
    pub(in crate::check) fn is(&self, mark: char) -> bool {
        self.sign == Sign::Mark(mark)
    }
}

/// Cuts a text; blanks are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            continue;
        }
        let mut end = start + letter.len_utf8();
        let is_digit = letter.is_ascii_digit();
        if is_digit || letter.is_alphabetic() {
            while let Some(&(at, next)) = letters.peek() {
                let goes_on =
                    if is_digit { next.is_ascii_digit() } else { next.is_alphabetic() || is_inside(text, at, next) };
                if !goes_on {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
        }
        let is_glued = tokens.last().is_some_and(|last| last.end == start);
        let sign = match letter {
            OPAQUE => Sign::Opaque,
            _ if is_digit => Sign::Number(text[start..end].parse().unwrap_or(u32::MAX)),
            letter if letter.is_alphabetic() => Sign::Word,
            mark => Sign::Mark(mark),
        };
        tokens.push(Token { start, end, sign, is_glued, is_quoted: false });
    }
    mark_quotations(&mut tokens);
    tokens
}

/// An apostrophe between two letters belongs to the word.
fn is_inside(text: &str, at: usize, letter: char) -> bool {
    letter == '\'' && text[at + 1..].chars().next().is_some_and(char::is_alphabetic)
}

/// Marks come in pairs; one without a partner quotes nothing.
fn mark_quotations(tokens: &mut [Token]) {
    let marks: Vec<usize> = tokens.iter().enumerate().filter(|(_, token)| token.is('"')).map(|(at, _)| at).collect();
    for pair in marks.chunks_exact(2) {
        let &[open, close] = pair else { continue };
        tokens.iter_mut().take(close + 1).skip(open).for_each(|token| token.is_quoted = true);
    }
}
