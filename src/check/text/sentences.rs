//! Words → sentences.

use super::words::{Sign, Token};

/// A run of tokens of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Sentence {
    /// Its first token.
    pub first: usize,
    /// One past its last.
    pub end: usize,
    /// Whether it asks.
    pub asks: bool,
}

/// Words before a point that does not end a sentence.
const SHORTENED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "st", "no", "nr", "co", "inc", "ltd", "vs", "approx", "etc", "eg", "ie", "e", "g", "i",
    "p", "a", "m", "jr", "sr", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "jan", "feb", "mar",
    "apr", "aug", "sept", "sep", "oct", "nov", "dec", "tel", "ext", "min", "hrs", "u", "s",
];

/// Cuts tokens at points, question marks and exclamation marks that end a sentence.
pub(super) fn cut(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut first = 0;
    for (at, token) in tokens.iter().enumerate() {
        if ends(text, tokens, at, token) {
            // Closing marks belong to the sentence they close.
            let closing = tokens.iter().skip(at + 1).take_while(|next| next.is_glued && is_closing(next)).count();
            let end = at + 1 + closing;
            if end > first {
                sentences.push(Sentence { first, end, asks: token.is('?') });
                first = end;
            }
        }
    }
    if first < tokens.len() {
        sentences.push(Sentence { first, end: tokens.len(), asks: tokens.last().is_some_and(|token| token.is('?')) });
    }
    sentences
}

fn is_closing(token: &Token) -> bool {
    [')', ']', '"', '!', '?', '.'].iter().any(|mark| token.is(*mark))
}

fn ends(text: &str, tokens: &[Token], at: usize, token: &Token) -> bool {
    let next = tokens.get(at + 1);
    let is_apart = next.is_none_or(|next| !next.is_glued || is_closing(next));
    match token.sign {
        Sign::Mark('?' | '!') => is_apart,
        Sign::Mark('.') if is_apart => {
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let word = before.and_then(|before| text.get(before.start..before.end)).unwrap_or_default().to_lowercase();
            let is_shortened = SHORTENED.contains(&word.as_str());
            let starts_small =
                next.and_then(|next| text.get(next.start..)?.chars().next()).is_some_and(char::is_lowercase);
            !(starts_small
                || is_shortened && next.is_some_and(|next| !starts_large(text, next))
                || is_shortened && word.len() == 1 && !ends_time(text, tokens, at))
        }
        _ => false,
    }
}

fn starts_large(text: &str, token: &Token) -> bool {
    text.get(token.start..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// `5 p.m.` may end a sentence; `e.g.` does not.
fn ends_time(text: &str, tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| tokens.get(before)).and_then(|token| text.get(token.start..token.end))
        == Some("m")
}
