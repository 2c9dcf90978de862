//! Tone: words that make a worried client defend themselves, and the shapes that help.
//!
//! The words are data ([`rules`]): seven families, each phrase with what to say instead and a near miss. A sentence is read once; every word
//! that begins a phrase is compared with those it begins. Quotations stay quiet, and so do a header's own words to avoid. The shapes of
//! replies and of the page about mistakes are looked for in [`shape`]. Nothing here ever keeps a site from going out.

mod bare_no;
mod loud;
mod rules;
mod shape;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::text::{Passage, Role, Sentence, Shapes, Sign};
use crate::diagnostic::{Diagnostic, Findings};
use crate::markdown::Document;
use crate::site::{Page, Site};
use rules::{Rule, When};

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::all);

/// Phrases by the word they begin with.
struct Phrases {
    by_first: BTreeMap<&'static str, Vec<Phrase>>,
    /// Those first words by their shapes.
    firsts: Shapes,
}

impl Phrases {
    fn all() -> Self {
        let mut phrases = Phrases { by_first: BTreeMap::new(), firsts: Shapes::NONE };
        for (rule, phrase) in rules::all().flat_map(|rule| rule.phrases.iter().map(move |phrase| (rule, phrase))) {
            let words: Vec<&'static str> = phrase.split(' ').collect();
            let Some(first) = words.first() else { continue };
            phrases.firsts.add(first);
            phrases.by_first.entry(first).or_default().push(Phrase { rule, words });
        }
        phrases
    }

    /// The phrases that begin with a word.
    fn beginning_with(&self, word: &str) -> &[Phrase] {
        if !self.firsts.may_hold(word) {
            return &[];
        }
        self.by_first.get(word).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A phrase cut into words.
struct Phrase {
    rule: &'static Rule,
    words: Vec<&'static str>,
}

/// What one passage says unkindly.
pub(super) fn check(document: &Document, passage: &Passage) -> Findings {
    let mut findings = Findings::new();
    for sentence in &passage.sentences {
        findings.extend(phrases(document, passage, *sentence));
        findings.extend(loud::check(document, passage, *sentence));
    }
    if passage.role == Role::Paragraph {
        findings.extend(bare_no::check(document, passage));
    }
    findings
}

/// What a whole page lacks.
pub(super) fn page(site: &Site, page: &Page, passages: &[Passage]) -> Findings {
    shape::check(site, page, passages)
}

fn phrases(document: &Document, passage: &Passage, sentence: Sentence) -> Vec<Diagnostic> {
    let tokens = passage.of(sentence);
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let word = tokens.get(at).map_or("", |token| passage.word(token));
        let phrases = PHRASES.beginning_with(word);
        let Some(phrase) = phrases.iter().find(|phrase| matches(passage, sentence, at, phrase)) else {
            at += 1;
            continue;
        };
        let end = at + phrase.words.len();
        if let (Some(first), Some(last)) = (tokens.get(at), tokens.get(end - 1)) {
            let said = passage.text.get(first.start..last.end).unwrap_or_default();
            let message = format!("“{said}” {}", phrase.rule.why);
            let finding = Diagnostic::new(phrase.rule.code, message).at(passage.span(document, first.start..last.end));
            found.push(finding.help(format!("Try instead: {}", phrase.rule.instead)));
        }
        at = end;
    }
    found
}

fn matches(passage: &Passage, sentence: Sentence, at: usize, phrase: &Phrase) -> bool {
    let tokens = passage.of(sentence);
    let fits = phrase.words.iter().enumerate().all(|(offset, word)| {
        tokens.get(at + offset).is_some_and(|token| {
            !token.is_quoted && token.sign != Sign::Opaque && (*word == "*" || passage.word(token) == *word)
        })
    });
    fits && rule_holds(passage, sentence, at, phrase)
}

fn rule_holds(passage: &Passage, sentence: Sentence, at: usize, phrase: &Phrase) -> bool {
    let words: Vec<&str> = passage.of(sentence).iter().map(|token| passage.word(token)).collect();
    let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
    if phrase.rule.not_after.contains(&before) {
        return false;
    }
    let is_open = || !has_time(passage, sentence, &words);
    let behind = at + phrase.words.len();
    match phrase.rule.when {
        When::Always => true,
        When::PromiseWithoutTime => is_promise(&words) && is_open(),
        When::PromiseThatEndsHere => {
            let next = passage.of(sentence).get(behind);
            is_promise(&words)
                && is_open()
                && next.is_none_or(|token| token.sign != Sign::Word || passage.word(token) == "and")
        }
        When::PromiseAhead => is_promised_next(words.get(behind..).unwrap_or_default()) && is_open(),
    }
}

/// Words that make a sentence a promise of ours.
const OURS: &[&str] = &["we", "we'll", "i", "i'll", "us", "our", "you'll", "somebody", "someone"];
const PROMISED: &[&str] = &[
    "reply",
    "replies",
    "answer",
    "answers",
    "respond",
    "get",
    "call",
    "fix",
    "mend",
    "send",
    "finish",
    "deliver",
    "contact",
    "help",
    "be",
    "resolve",
    "return",
    "write",
    "do",
    "hear",
    "repair",
    "work",
    "complete",
    "update",
    "look",
    "acknowledge",
    "notify",
    "come",
    "restore",
    "check",
];

/// Words of [`PROMISED`] that say nothing of their own behind “we try to”.
const SAYING_NOTHING: &[&str] = &["be", "do", "work", "look", "hear", "get"];
/// Words between a hedge and what is promised: “we will do our best to always answer”.
const AHEAD: usize = 3;

/// Whether a promise of ours follows at once, or nothing does.
fn is_promised_next(words: &[&str]) -> bool {
    let ends = words.iter().all(|word| !word.starts_with(char::is_alphanumeric));
    let mut next = words.iter().take(AHEAD).filter(|word| !SAYING_NOTHING.contains(word));
    ends || next.any(|word| PROMISED.contains(word))
}

fn is_promise(words: &[&str]) -> bool {
    words.iter().any(|word| OURS.contains(word)) && words.iter().any(|word| PROMISED.contains(word))
}

/// A number, a fact by reference, or a word for a time.
fn has_time(passage: &Passage, sentence: Sentence, words: &[&str]) -> bool {
    const TIMES: &[&str] = &[
        "today",
        "tomorrow",
        "tonight",
        "minutes",
        "hour",
        "hours",
        "day",
        "days",
        "week",
        "weeks",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "month",
    ];
    let tokens = passage.of(sentence);
    tokens.iter().any(|token| matches!(token.sign, Sign::Number(_) | Sign::Opaque))
        || words.iter().any(|word| TIMES.contains(word))
}
