//! `**` that is shown instead of making words bold.

use std::ops::Range;

use super::page::Page;
use crate::diagnostic::codes::markdown as codes;

pub(super) fn find(page: &mut Page<'_>) {
    if !page.shows("**") {
        return;
    }
    for passage in page.passages.clone() {
        let shown = page.shown(&passage.range).to_owned();
        let marks = marks(&shown);
        let mut rest = marks.as_slice();
        while let [first, tail @ ..] = rest {
            let pair = tail.first().filter(|second| has_inner_blank(&shown, first.clone(), second));
            if let Some(second) = pair {
                tell_blanks(page, passage.range.start, &shown, first.start..second.end);
                rest = tail.get(1..).unwrap_or_default();
            } else {
                tell_unclosed(page, passage.range.start, &shown, first);
                rest = tail;
            }
        }
    }
}

/// Every `**` shown that is no part of a longer row of stars.
fn marks(shown: &str) -> Vec<Range<usize>> {
    let starts = |at: usize| at == 0 || !shown[..at].ends_with('*');
    let found = shown.match_indices("**").map(|(at, _)| at);
    found.filter(|&at| starts(at) && !shown[at + 2..].starts_with('*')).map(|at| at..at + 2).collect()
}

fn has_inner_blank(shown: &str, first: Range<usize>, second: &Range<usize>) -> bool {
    let inner = shown.get(first.end..second.start).unwrap_or_default();
    let words = inner.trim();
    words.len() < inner.len()
        && words.starts_with(char::is_alphanumeric)
        && words.contains(char::is_alphabetic)
        && !words.contains('\n')
}

fn tell_blanks(page: &mut Page<'_>, base: usize, shown: &str, whole: Range<usize>) {
    let inner = shown.get(whole.start + 2..whole.end - 2).unwrap_or_default().trim();
    let place = base + whole.start..base + whole.end;
    let help = format!("Write `**{inner}**`, without blanks inside the stars.");
    page.tell(&codes::BLANK_IN_BOLD, place, "These words are not bold: the stars don't touch them.", help);
}

/// Only stars that start a word: those behind one often point to small print.
fn tell_unclosed(page: &mut Page<'_>, base: usize, shown: &str, mark: &Range<usize>) {
    let before = shown[..mark.start].chars().next_back();
    let opens = before.is_none_or(|before| before.is_whitespace() || "([\"“".contains(before));
    let word = shown[mark.end..].split(char::is_whitespace).next().unwrap_or_default();
    if opens && word.starts_with(char::is_alphabetic) {
        let place = base + mark.start..base + mark.end;
        let help =
            format!("Write `**` behind the last bold word as well, as in `**{}**`.", word.trim_end_matches(['.', ',']));
        page.tell(&codes::UNCLOSED_BOLD, place, "This `**` has no partner, so it is shown on the page.", help);
    }
}
