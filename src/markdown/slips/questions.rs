//! Questions of a FAQ that are not read as questions.

use super::page::Page;
use crate::diagnostic::codes::markdown as codes;

/// What questions start with, in the languages whose owners write to us most. Others are known by their neighbours.
const OPENINGS: &[&str] = &[
    "what", "what's", "what’s", "when", "where", "who", "whom", "whose", "why", "which", "how", "can", "could", "do",
    "does", "did", "is", "are", "am", "was", "were", "will", "would", "should", "shall", "may", "must", "has", "wann",
    "wer", "wie", "warum", "welche", "wieso", "quand", "comment", "pourquoi", "qui", "combien", "cuándo", "cómo",
    "quién", "dónde", "cuánto",
];

pub(super) fn find(page: &mut Page<'_>) {
    let document = page.document;
    let mut under_question = false;
    for heading in document.headings() {
        let place = heading.place.range();
        let typed = document.text(heading.place).trim_end();
        let place = place.start..place.start + typed.len();
        let words = typed.trim_start_matches('#').split(" {#").next().unwrap_or_default().trim();
        if heading.level == 2 {
            under_question = heading.asks;
            if !heading.asks && is_question(words) {
                let help = format!("Write `## {}?`.", words.trim_end_matches(['.', ':', ' ']));
                page.tell(&codes::NOT_A_QUESTION, place, "This is not shown as a question: its `?` is missing.", help);
            }
        } else if heading.level > 2 && heading.asks && !under_question {
            let message = "This is not shown as a question: questions have two `#`.";
            page.tell(&codes::NOT_A_QUESTION, place, message, format!("Write `## {words}`."));
        }
    }
}

fn is_question(words: &str) -> bool {
    let mut all = words.split_whitespace();
    let first = all.next().unwrap_or_default().to_lowercase();
    OPENINGS.contains(&first.as_str()) && all.next().is_some()
}
