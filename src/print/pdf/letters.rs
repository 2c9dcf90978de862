//! Letters that no font draws. A PDF would show a box in their place; here they become `…`, and are told.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use super::fonts::Fonts;
use crate::diagnostic::{Diagnostic, FileId, Findings, SourceFile, Sources, Span, codes};

/// Keys whose values are no words: names, addresses, drawings.
const SILENT: [&str; 10] = ["is", "id", "to", "file", "href", "svg", "language", "colors", "tone", "kind"];
/// What stands for a run of letters that can't be drawn.
const STAND_IN: &str = "…";
/// More characters than this are not named one by one.
const MOST_NAMED: usize = 12;

/// Whether the value under a key is no words.
pub(super) fn is_silent(key: &str) -> bool {
    SILENT.contains(&key)
}

/// Replaces what can't be drawn in all words of the data.
pub(super) fn replace(data: &mut Value, fonts: &Fonts, sources: &Sources) -> Findings {
    let mut missing = BTreeSet::new();
    turn(data, fonts, &mut missing);
    if missing.is_empty() {
        return Findings::new();
    }
    let mut findings = Findings::new();
    findings.extend(sources.iter().filter_map(|(id, file)| told(id, file, &missing)));
    findings
}

fn turn(value: &mut Value, fonts: &Fonts, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(words) => {
            if words.chars().any(|letter| !fonts.draws(letter)) {
                *words = drawable(words, fonts, missing);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| turn(value, fonts, missing)),
        Value::Object(fields) => {
            let spoken = fields.iter_mut().filter(|(key, _)| !is_silent(key));
            spoken.for_each(|(_, value)| turn(value, fonts, missing));
        }
        _ => {}
    }
}

fn drawable(words: &str, fonts: &Fonts, missing: &mut BTreeSet<char>) -> String {
    let mut written = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            letter if fonts.draws(letter) || letter == '\n' || is_steering(letter) => written.push(letter),
            letter if is_unseen(letter) => {}
            letter if letter.is_whitespace() => written.push(' '),
            letter => {
                missing.insert(letter);
                if !written.ends_with(STAND_IN) {
                    written.push_str(STAND_IN);
                }
            }
        }
    }
    written
}

/// Characters that the engine itself heeds and never draws: where a line must not end, and marks of direction, without which a number among
/// words that run from right to left falls apart (Unicode Standard Annexes 14 and 9).
fn is_steering(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// Other characters that steer and are never drawn: joiners, outdated marks of direction, variation selectors (Unicode,
/// Default_Ignorable_Code_Point).
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200D}' | '\u{202A}'..='\u{202E}' | '\u{2061}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}' | '\u{1F3FB}'..='\u{1F3FF}')
        || letter.is_control()
}

/// The characters of one file that can't be drawn, at the first of them.
fn told(id: FileId, file: &SourceFile, missing: &BTreeSet<char>) -> Option<Diagnostic> {
    let text = file.text();
    let is_source =
        [".md", ".toml"].iter().any(|end| file.name().ends_with(end)) && file.name().starts_with("content/");
    let mut found = text.char_indices().filter(|(_, letter)| is_source && missing.contains(letter));
    let (at, first) = found.next()?;
    let mut letters = vec![first];
    for (_, letter) in found {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let named: Vec<String> = letters.iter().take(MOST_NAMED).map(|letter| format!("`{letter}`")).collect();
    let more = letters.len().saturating_sub(MOST_NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let message = format!("The pack's font can't draw {}{more}; the PDF shows {STAND_IN} there.", named.join(", "));
    let help = "Use other words or signs, or put a font that has them (.ttf or .otf) into the folder `assets/fonts` of your theme.";
    let place = Span::new(id, at..at + first.len_utf8());
    Some(Diagnostic::new(&codes::print::MISSING_LETTERS, message).at(place).help(help))
}

/// All words on the pages, as they stand there.
pub(super) fn on_pages(document: &PagedDocument) -> String {
    let mut words = String::new();
    for page in document.pages() {
        push_words(&page.frame, &mut words);
        words.push('\n');
    }
    words
}

fn push_words(frame: &Frame, words: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => push_words(&group.frame, words),
            FrameItem::Text(text) => {
                words.push_str(&text.text);
                words.push(' ');
            }
            _ => {}
        }
    }
}
