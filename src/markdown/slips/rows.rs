//! Lines that were meant to stay apart: addresses, opening times, `Phone: …`.

use super::super::document::Kind;
use super::page::{KEPT_END, Line, Page, Passage};
use crate::diagnostic::codes::markdown as codes;

/// Letters of the longest line that somebody would not have broken to fit a window.
const SHORT: usize = 36;
/// Letters of the longest `Name: value` line.
const LONGEST_ENTRY: usize = 70;

pub(super) fn find(page: &mut Page<'_>) {
    for passage in page.passages.clone() {
        let shown = page.shown(&passage.range);
        let is_candidate = passage.holder == Kind::Paragraph
            && memchr::memchr(b'\n', shown.as_bytes()).is_some()
            && !shown.contains(KEPT_END)
            && !page.is_told(&page.whole_lines(&passage.range));
        if is_candidate {
            joined(page, &passage);
        }
    }
}

fn joined(page: &mut Page<'_>, passage: &Passage) {
    let lines = page.lines(passage);
    if lines.len() < 2 {
        return;
    }
    let words: Vec<String> = lines.iter().map(Line::clean).collect();
    let entries = words.len() >= 2 && words.iter().all(|line| is_entry(line));
    if !entries && !is_address(&words) {
        return;
    }
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let place = page.whole_lines(&(first.start..last.whole().end));
    let typed = page.typed(page.whole_lines(&first.whole()));
    let help = format!(
        "End each line but the last with a backslash: `{typed}\\`. Or make them a list, with `- ` before each."
    );
    page.tell(&codes::LINES_JOINED, place, "On the page these lines run together into one.", help);
}

/// `Phone: 757 555 0100`.
fn is_entry(line: &str) -> bool {
    let Some((name, value)) = line.split_once(':') else { return false };
    let is_name = name.starts_with(char::is_uppercase)
        && name.chars().count() <= 24
        && name.split_whitespace().count() <= 3
        && name.chars().all(|letter| letter.is_alphanumeric() || " -/&.".contains(letter));
    is_name && value.starts_with(' ') && !value.trim().is_empty() && line.chars().count() <= LONGEST_ENTRY
}

/// Short lines that each start anew, with a number among them: a street, a postcode, a time.
fn is_address(lines: &[String]) -> bool {
    let is_row = |line: &String| {
        let starts = line.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        starts && line.chars().count() <= SHORT && !line.ends_with(['.', '!', '?', ':', ';'])
    };
    let numbered = lines.iter().filter(|line| line.contains(|letter: char| letter.is_ascii_digit())).count();
    let enough = match lines.len() {
        0 | 1 => false,
        2 => numbered == 2,
        _ => numbered >= 1,
    };
    enough && lines.iter().all(is_row)
}
