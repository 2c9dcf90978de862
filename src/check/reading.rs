//! How hard pages are to read: the grade of each page, and sentences longer than people keep in mind.
//!
//! English pages are measured by the grade of Kincaid and others (1975): years of school. Pages in other languages by Björnsson's LIX (1968),
//! which needs no syllables. Names, numbers, facts by reference, headings and tables are left out: nobody can make a name shorter.

use super::text::{Passage, Role, Sentence, Sign, Token};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::policy::kinds::Kind;
use crate::site::{Page, Site};

/// Words a sentence may have.
const LONGEST: usize = 25;
/// The highest grade, in hundredths of a year of school.
const HIGHEST_GRADE: i64 = 900;
/// The highest LIX; above lies what Björnsson calls difficult.
const HIGHEST_LIX: i64 = 50;
/// Fewer words than this say nothing about a page.
const FEWEST_WORDS: usize = 100;
/// Worst sentences shown.
const SHOWN: usize = 5;

/// A sentence measured.
struct Measured {
    sentence: Sentence,
    passage: usize,
    words: usize,
    syllables: usize,
    long_words: usize,
}

/// How hard a page is. Ready replies are spoken and written by people, who may stop for breath.
pub(super) fn check(site: &Site, page: &Page, passages: &[Passage]) -> Findings {
    let mut findings = Findings::new();
    if page.kind == Kind::Reply {
        return findings;
    }
    let measured: Vec<Measured> = measure(passages);
    for sentence in measured.iter().filter(|sentence| sentence.words > LONGEST) {
        findings.extend(long(page, passages, sentence));
    }
    findings.extend(hard(site, page, passages, measured));
    findings
}

fn measure(passages: &[Passage]) -> Vec<Measured> {
    let prose = passages.iter().enumerate().filter(|(_, passage)| matches!(passage.role, Role::Paragraph | Role::Item));
    let sentences = prose
        .flat_map(|(index, passage)| passage.sentences.iter().map(move |sentence| measured(passage, index, *sentence)));
    sentences.filter(|sentence| sentence.words > 0).collect()
}

fn measured(passage: &Passage, index: usize, sentence: Sentence) -> Measured {
    let mut measured = Measured { sentence, passage: index, words: 0, syllables: 0, long_words: 0 };
    let tokens = passage.of(sentence);
    for (at, token) in tokens.iter().enumerate() {
        if token.sign != Sign::Word || is_name(passage, token, at) {
            continue;
        }
        let word = passage.word(token);
        measured.words += 1;
        measured.syllables += syllables(word);
        measured.long_words += usize::from(word.chars().count() > 6);
    }
    measured
}

/// A word with a capital inside a sentence.
fn is_name(passage: &Passage, token: &Token, at: usize) -> bool {
    at > 0
        && token.end - token.start > 1
        && passage.text.get(token.start..).and_then(|text| text.chars().next()).is_some_and(char::is_uppercase)
}

/// Syllables of an English word: groups of vowels, without the silent `e` at its end.
fn syllables(word: &str) -> usize {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut count = 0;
    let mut was_vowel = false;
    for letter in word.chars() {
        let is = is_vowel(letter);
        count += usize::from(is && !was_vowel);
        was_vowel = is;
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded")
        || word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ches") && !word.ends_with("xes");
    count.saturating_sub(usize::from(is_silent && count > 1)).max(1)
}

fn long(page: &Page, passages: &[Passage], sentence: &Measured) -> Option<Diagnostic> {
    let passage = passages.get(sentence.passage)?;
    let message = format!("This sentence has {} words; {LONGEST} is what most people keep in mind.", sentence.words);
    let finding = Diagnostic::new(&codes::reading::LONG_SENTENCE, message)
        .at(passage.sentence_span(&page.document, sentence.sentence));
    Some(finding.help(suggestion(passage, sentence.sentence)))
}

/// Where a sentence could be cut: at the joint nearest to its middle.
fn suggestion(passage: &Passage, sentence: Sentence) -> String {
    const JOINTS: &[&str] =
        &["and", "but", "which", "because", "so", "while", "although", "if", "when", "where", ";", ","];
    let tokens = passage.of(sentence);
    let middle = tokens.len() / 2;
    let joints = tokens.iter().enumerate().filter(|(at, token)| *at > 2 && JOINTS.contains(&passage.word(token)));
    match joints.min_by_key(|(at, _)| at.abs_diff(middle)) {
        Some((at, token)) => {
            let before =
                at.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |token| passage.word(token));
            format!("Cut it in two, for instance behind “{before}”, before “{}”.", passage.word(token))
        }
        None => "Cut it in two, one thought each.".to_owned(),
    }
}

/// A page above the highest grade, with its worst sentences.
fn hard(site: &Site, page: &Page, passages: &[Passage], mut measured: Vec<Measured>) -> Option<Diagnostic> {
    let words: usize = measured.iter().map(|sentence| sentence.words).sum();
    if words < FEWEST_WORDS {
        return None;
    }
    let is_english = site.business.language.primary() == "en";
    let total = Measured {
        sentence: Sentence { first: 0, end: 0, asks: false },
        passage: 0,
        words,
        syllables: measured.iter().map(|sentence| sentence.syllables).sum(),
        long_words: measured.iter().map(|sentence| sentence.long_words).sum(),
    };
    let (is_hard, said) = if is_english {
        let grade = grade(&total, measured.len());
        (
            grade > HIGHEST_GRADE,
            format!("grade {}: as many years of school as it takes to read it with ease", grade / 100),
        )
    } else {
        let lix = lix(&total, measured.len());
        (lix > HIGHEST_LIX, format!("a LIX of {lix}; up to {HIGHEST_LIX} most people read with ease"))
    };
    if !is_hard {
        return None;
    }
    measured.sort_by_key(|sentence| std::cmp::Reverse(if is_english { grade(sentence, 1) } else { lix(sentence, 1) }));
    let finding = Diagnostic::new(&codes::reading::HARD_PAGE, format!("This page is hard to read ({said})."));
    let mut finding = finding
        .at(page.file)
        .help("Begin with the sentences shown: one thought each, short words, people doing things.");
    for sentence in measured.iter().take(SHOWN) {
        let Some(passage) = passages.get(sentence.passage) else { continue };
        finding =
            finding.also(passage.sentence_span(&page.document, sentence.sentence), format!("{} words", sentence.words));
    }
    Some(finding)
}

/// The Flesch-Kincaid grade in hundredths.
fn grade(total: &Measured, sentences: usize) -> i64 {
    let [words, syllables, sentences] =
        [total.words, total.syllables, sentences.max(1)].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    39 * words / sentences + 1180 * syllables / words.max(1) - 1559
}

/// Björnsson's LIX.
fn lix(total: &Measured, sentences: usize) -> i64 {
    let [words, long, sentences] =
        [total.words, total.long_words, sentences.max(1)].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    words / sentences + 100 * long / words.max(1)
}

#[cfg(test)]
mod tests;
