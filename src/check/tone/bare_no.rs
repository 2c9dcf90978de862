//! A paragraph that only says no: neither a reason nor a way forward stands in it.

use crate::check::text::{Passage, Sign};
use crate::diagnostic::{Diagnostic, codes};
use crate::markdown::Document;

/// How a no begins.
const NO: &[[&str; 2]] = &[
    ["we", "don't"],
    ["we", "can't"],
    ["we", "cannot"],
    ["we", "won't"],
    ["we", "never"],
    ["i", "can't"],
    ["i", "don't"],
    ["i", "won't"],
    ["no", "refunds"],
    ["no", "exceptions"],
    ["no", "visits"],
    ["no", "returns"],
];
const NO_OF_THREE: &[[&str; 3]] =
    &[["we", "do", "not"], ["we", "will", "not"], ["we", "are", "unable"], ["it", "is", "not"], ["this", "is", "not"]];

/// Words that lead on: a reason, another way, a condition, a promise.
const LEADS_ON: &[&str] = &[
    "because", "so", "since", "instead", "but", "please", "you", "you'll", "try", "ask", "call", "write", "email",
    "use", "can", "until", "if", "unless", "and", "that", "which", "who", "here", "see", "rather", "while", "when",
    "though", "for", "to", "as", "or", "than",
];

/// Most sentences of a paragraph that is only a no.
const SHORT: usize = 2;

pub(super) fn check(document: &Document, passage: &Passage) -> Option<Diagnostic> {
    let first = passage.sentences.first().filter(|_| passage.sentences.len() <= SHORT)?;
    let words: Vec<&str> = passage.tokens.iter().map(|token| passage.word(token)).collect();
    let begins = |start: &[&str]| {
        words.iter().zip(start).filter(|(word, start)| word == start).count() == start.len()
            && words.len() > start.len()
    };
    let is_no = NO.iter().any(|start| begins(start)) || NO_OF_THREE.iter().any(|start| begins(start));
    let leads_on = passage.has_link
        || passage.references > 0
        || passage.tokens.iter().any(|token| matches!(token.sign, Sign::Number(_) | Sign::Mark(':')))
        || words.iter().any(|word| LEADS_ON.contains(word));
    if !is_no || leads_on {
        return None;
    }
    let message = "This only says no: there is neither a reason nor another way.";
    let finding = Diagnostic::new(&codes::tone::BARE_NO, message).at(passage.sentence_span(document, *first));
    Some(finding.help("Add why, and what a client can do instead."))
}
