//! Shouting: words in capitals, and more than one exclamation mark.

use crate::check::text::{Passage, Sentence, Sign, Token};
use crate::diagnostic::{Diagnostic, codes};
use crate::markdown::Document;

/// Small words that nobody writes in capitals unless to shout.
const SHOUTED: &[&str] = &[
    "NOT",
    "NEVER",
    "MUST",
    "DON'T",
    "DO",
    "ALL",
    "ALWAYS",
    "STOP",
    "PLEASE",
    "WILL",
    "ONLY",
    "NO",
    "ANY",
    "EVER",
    "CANNOT",
    "CAN'T",
    "WON'T",
    "IMMEDIATELY",
    "TERMINATED",
    "STRICTLY",
    "WARNING",
    "IMPORTANT",
    "ABSOLUTELY",
    "YOU",
    "YOUR",
    "BEFORE",
    "AFTER",
];

/// Words in capitals in a row that are no shortened names.
const IN_A_ROW: usize = 4;

/// One finding for each stretch of a sentence that shouts.
pub(super) fn check(document: &Document, passage: &Passage, sentence: Sentence) -> Option<Diagnostic> {
    let tokens = passage.of(sentence);
    let (range, what) = capitals(passage, tokens)
        .map(|range| (range, "in capitals"))
        .or_else(|| marks(tokens).map(|range| (range, "with several exclamation marks")))?;
    let said = passage.text.get(range.clone()).unwrap_or_default();
    let message = format!("“{said}” {what} is read as shouting.");
    let finding = Diagnostic::new(&codes::tone::THREAT, message).at(passage.span(document, range));
    Some(finding.help("Write it in small letters with one full stop; bold is enough for what matters."))
}

fn capitals(passage: &Passage, tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    let typed = |token: &Token| passage.text.get(token.start..token.end).unwrap_or_default();
    let is_capital = |token: &Token| {
        token.sign == Sign::Word
            && !token.is_quoted
            && token.end - token.start > 1
            && !typed(token).chars().any(char::is_lowercase)
    };
    let mut run: Vec<&Token> = Vec::new();
    for token in tokens.iter().chain(std::iter::once(&END)) {
        if is_capital(token) {
            run.push(token);
            continue;
        }
        let is_loud = run.len() >= IN_A_ROW || run.iter().any(|token| SHOUTED.contains(&typed(token)));
        if let (true, Some(first), Some(last)) = (is_loud, run.first(), run.last()) {
            return Some(first.start..last.end);
        }
        run.clear();
    }
    None
}

/// Stands behind the last token.
static END: Token = Token { start: 0, end: 0, sign: Sign::Opaque, is_glued: false, is_quoted: false };

fn marks(tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    let pair = tokens.windows(2).find(
        |pair| matches!(pair, [one, other] if one.is('!') && other.is('!') && other.is_glued && !one.is_quoted),
    )?;
    let start = pair.first()?.start;
    let run = tokens.iter().filter(|token| token.start >= start).take_while(|token| token.is('!'));
    Some(start..run.last().map_or(start + 1, |token| token.end))
}
