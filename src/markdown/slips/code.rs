//! Text that became code: by blanks before it, by a tab, by a mark that was never closed.

use std::ops::Range;

use super::super::document::Kind;
use super::page::Page;
use crate::diagnostic::codes::markdown as codes;

pub(super) fn find(page: &mut Page<'_>) {
    let document = page.document;
    for (kind, place, _) in document.nodes() {
        if matches!(kind, Kind::CodeBlock(_)) {
            block(page, place.range());
        }
    }
    if page.shows("`") {
        lone_marks(page);
    }
}

fn block(page: &mut Page<'_>, place: Range<usize>) {
    let typed = page.typed(place.clone());
    let start = place.start + typed.len() - typed.trim_start().len();
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let Some(first) = lines.first() else { return };
    let mark = if first.starts_with('~') { '~' } else { '`' };
    let fence = first.chars().take_while(|&letter| letter == mark).count();
    if fence >= 3 {
        unclosed_fence(page, start, &lines, (mark, fence));
    } else if is_item(first) {
        let message = "The blanks before this list turn it into code.";
        let help = "Start its lines at the margin: `- …`. A list below another needs two blanks.".to_owned();
        page.tell(&codes::LIST_AS_CODE, start..start + first.len(), message, help);
    } else if is_prose(&lines) {
        let help = "Start its lines at the margin.".to_owned();
        page.tell(
            &codes::TEXT_AS_CODE,
            start..start + first.len(),
            "The blanks before this text turn it into code.",
            help,
        );
    }
}

/// Everything after a fence without a partner is code.
fn unclosed_fence(page: &mut Page<'_>, start: usize, lines: &[&str], (mark, length): (char, usize)) {
    let bare = |line: &&str| line.trim_start_matches(['>', ' ']).len() >= length;
    let closes = |line: &&str| line.trim_start_matches(['>', ' ']).chars().all(|letter| letter == mark);
    if lines.iter().skip(1).next_back().is_some_and(|last| bare(last) && closes(last)) {
        return;
    }
    let fence: String = std::iter::repeat_n(mark, length).collect();
    let help = format!("Where the code ends, add a line with nothing but {fence} on it.");
    page.tell(&codes::UNCLOSED_FENCE, start..start + length, "All text after this is shown as code.", help);
}

fn is_item(line: &str) -> bool {
    let bullet = ["- ", "* ", "+ ", "• "].iter().find_map(|mark| line.strip_prefix(mark));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line.get(digits..).and_then(|rest| rest.strip_prefix(". ")).filter(|_| (1..=2).contains(&digits));
    let words = bullet.or(number).unwrap_or_default().trim_start();
    words.starts_with(|first: char| first.is_alphabetic() || "*[".contains(first)) && !looks_like_code(words)
}

/// A key, a command, an assignment.
fn looks_like_code(line: &str) -> bool {
    let marks = |letter: char| "{}<>=;$\\|_@~^".contains(letter);
    let key = line.split_whitespace().next().is_some_and(|word| word.ends_with(':'));
    line.contains(marks) || key || line.contains("()") || line.contains("//")
}

/// Sentences: they start with a capital, hold words and little else, and end like one.
fn is_prose(lines: &[&str]) -> bool {
    let starts = lines
        .first()
        .is_some_and(|first| first.starts_with(char::is_uppercase) && first.split_whitespace().count() >= 4);
    let ends = lines.last().is_some_and(|last| last.ends_with(['.', '!', '?']));
    let (mut words, mut others) = (0, 0);
    for letter in lines.iter().flat_map(|line| line.chars()).filter(|letter| !letter.is_whitespace()) {
        if letter.is_alphabetic() { words += 1 } else { others += 1 }
    }
    starts && ends && others * 8 <= words && !lines.iter().any(|line| looks_like_code(line))
}

/// One backtick that starts a word and has no partner in its paragraph.
fn lone_marks(page: &mut Page<'_>) {
    for passage in page.passages.clone() {
        let shown = page.shown(&passage.range);
        let mut marks = shown.match_indices('`');
        let (Some((at, _)), None) = (marks.next(), marks.next()) else { continue };
        let before = shown[..at].chars().next_back();
        let opens = before.is_none_or(|before| before.is_whitespace() || before == '(');
        let word = shown[at + 1..].split(char::is_whitespace).next().unwrap_or_default();
        let word = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']).to_owned();
        if opens && word.starts_with(char::is_alphanumeric) {
            let place = passage.range.start + at..passage.range.start + at + 1;
            let help =
                format!("Write a second one behind the last word, as in `` `{word}` ``, or use straight quotes: `\"`.");
            page.tell(&codes::UNCLOSED_CODE, place, "This backtick has no partner, so it is shown on the page.", help);
        }
    }
}
