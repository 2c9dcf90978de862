//! Links that are shown with their brackets.

use std::ops::Range;

use super::super::mistyped;
use super::page::{BLOT, Line, Page};
use crate::diagnostic::codes::markdown as codes;

/// A slip in one line: what to tell, and where in the line.
enum Slip {
    Gap(Range<usize>, String),
    Swapped(Range<usize>, String),
    Brackets(Range<usize>, String),
}

pub(super) fn find(page: &mut Page<'_>) {
    let has_brackets = page.shows("[") || page.shows("<www");
    let has_address = page.shows("http") || page.shows("www");
    if !has_brackets && !has_address {
        return;
    }
    for passage in page.passages.clone() {
        let mut found = Vec::new();
        for line in page.lines(&passage) {
            slips(&line).into_iter().for_each(|slip| found.push((slip, line.start)));
        }
        for (slip, start) in found {
            tell(page, slip, start);
        }
        mistyped_addresses(page, &passage.range);
    }
}

fn slips(line: &Line<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, mark) in line.words.match_indices(['[', '(', '<']) {
        if at < done {
            continue;
        }
        let slip = match mark {
            "[" => after_words(line.words, at),
            "(" => swapped(line.words, at),
            _ => angled(line.words, at),
        };
        if let Some(slip) = slip {
            done = slip.range().end;
            found.push(slip);
        }
    }
    found
}

impl Slip {
    fn range(&self) -> &Range<usize> {
        match self {
            Slip::Gap(range, _) | Slip::Swapped(range, _) | Slip::Brackets(range, _) => range,
        }
    }
}

/// What starts with `[words]`.
fn after_words(line: &str, at: usize) -> Option<Slip> {
    let words = between(line, at, ']')?;
    let end = at + words.len() + 2;
    let rest = line.get(end..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if line.get(end + gap..)?.starts_with('(') {
        let target = between(line, end + gap, ')')?;
        let range = at..end + gap + target.len() + 2;
        let trimmed = target.trim();
        if gap > 0 && is_target(trimmed) {
            return Some(Slip::Gap(range, format!("[{words}]({trimmed})")));
        }
        return None;
    }
    if let Some(target) = rest.strip_prefix('[').and_then(|_| between(line, end, ']')).filter(|target| is_web(target)) {
        return Some(Slip::Swapped(at..end + target.len() + 2, format!("[{words}]({target})")));
    }
    let is_address = is_web(words);
    (is_address && !rest.starts_with(['[', ':'])).then(|| Slip::Brackets(at..end, with_scheme(words)))
}

fn is_web(words: &str) -> bool {
    (words.starts_with("www.") || words.starts_with("http://") || words.starts_with("https://")) && is_target(words)
}

/// `(words)[target]`.
fn swapped(line: &str, at: usize) -> Option<Slip> {
    let words = between(line, at, ')')?;
    let end = at + words.len() + 2;
    let target = between(line, end, ']').filter(|_| line.get(end..).is_some_and(|rest| rest.starts_with('[')))?;
    let is_link = is_target(target) && !target.starts_with('#') && !words.is_empty();
    is_link.then(|| Slip::Swapped(at..end + target.len() + 2, format!("[{words}]({target})")))
}

/// `<www.business.example>`.
fn angled(line: &str, at: usize) -> Option<Slip> {
    let words = between(line, at, '>').filter(|words| words.starts_with("www.") && is_target(words))?;
    Some(Slip::Brackets(at..at + words.len() + 2, with_scheme(words)))
}

/// The words behind the bracket at `at`, up to its partner on the same line.
fn between(line: &str, at: usize, end: char) -> Option<&str> {
    let inner = line.get(at + 1..)?;
    let words = inner.get(..inner.find(end)?)?;
    (!words.contains('[')).then_some(words)
}

/// Whether this can only have been meant as the target of a link.
fn is_target(words: &str) -> bool {
    let starts =
        ["http://", "https://", "mailto:", "tel:", "www.", "./", "../"].iter().any(|start| words.starts_with(start));
    let file = words.split('#').next().unwrap_or_default();
    let ends = [".md", ".html", ".pdf"].iter().any(|end| file.len() > end.len() && file.ends_with(end));
    let place = words.strip_prefix('#').is_some_and(|id| id.starts_with(char::is_alphabetic));
    (starts || ends || place) && !words.contains([' ', BLOT])
}

fn with_scheme(address: &str) -> String {
    if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() }
}

fn tell(page: &mut Page<'_>, slip: Slip, start: usize) {
    let place = start + slip.range().start..start + slip.range().end;
    let (code, message, help) = match slip {
        Slip::Gap(_, right) => (
            &codes::LINK_GAP,
            "The blank between `]` and `(` keeps this from being a link.",
            format!("Write `{right}`."),
        ),
        Slip::Swapped(_, right) => {
            (&codes::LINK_SWAPPED, "The brackets of this link are the wrong way round.", format!("Write `{right}`."))
        }
        Slip::Brackets(_, address) => (
            &codes::ADDRESS_IN_BRACKETS,
            "These brackets are shown on the page.",
            format!("Write `[words]({address})`, or the address alone: `{address}`."),
        ),
    };
    page.tell(code, place, message, help);
}

/// `http//business.example` among words.
fn mistyped_addresses(page: &mut Page<'_>, passage: &Range<usize>) {
    let shown = page.shown(passage).to_owned();
    let mut found = Vec::new();
    let mut at = 0;
    for word in shown.split_inclusive(|letter: char| letter.is_whitespace() || letter == BLOT) {
        let start = at + word.len() - word.trim_start_matches(['(', '[', '<', '"', '“']).len();
        at += word.len();
        let word = shown.get(start..at).unwrap_or_default();
        let address = word.trim_end().trim_end_matches([BLOT, '.', ',', ')', ']', '>', ';', '"', '”', '!', '?']);
        if let Some(right) = mistyped::address(address).filter(|_| address.contains('.')) {
            found.push((start..start + address.len(), right));
        }
    }
    for (range, right) in found {
        let place = passage.start + range.start..passage.start + range.end;
        let span = page.document.span(place.into());
        page.findings.push(mistyped::finding(&right, span));
    }
}
