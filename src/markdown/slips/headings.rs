//! Headings that are none, that say nothing, or that nobody meant.

use super::super::document::{Kind, Nodes};
use super::page::{Line, Page, Slip};
use crate::diagnostic::codes::markdown as codes;

/// Letters of the longest heading somebody means as one.
const LONGEST: usize = 80;

pub(super) fn find(page: &mut Page<'_>) {
    let mut found = Vec::new();
    for passage in page.passages.iter().filter(|passage| passage.holder == Kind::Paragraph) {
        let lines = page.lines(passage);
        found.extend(missing_blank(&lines));
        found.extend(lone_id(&lines));
    }
    found.into_iter().for_each(|slip| page.tell_slip(slip));
    let headings = page.document.headings();
    for heading in headings {
        let place = heading.place.range();
        let typed = page.typed(place.clone()).trim_end();
        if heading.title().is_empty() {
            let help = "Write the heading's words behind it, or take the line out.";
            page.tell(
                &codes::EMPTY_HEADING,
                place.start..place.start + typed.len(),
                "This heading says nothing.",
                help.to_owned(),
            );
        } else if heading.level == 2 {
            underlined(page, place.start, typed);
        }
    }
    at_end(page);
}

/// `##Prices`.
fn missing_blank(lines: &[Line<'_>]) -> Option<Slip> {
    let is_alone = lines.len() == 1;
    lines.iter().find_map(|line| {
        let marks = line.words.bytes().take_while(|&byte| byte == b'#').count();
        let rest = line.words.get(marks..)?;
        let is_words = rest.starts_with(char::is_alphabetic) && !rest.contains('#') && rest.chars().count() <= LONGEST;
        // One `#` alone is how people mark a word for a search.
        let is_heading = (2..=6).contains(&marks)
            || marks == 1 && is_alone && rest.contains(' ') && rest.starts_with(char::is_uppercase);
        let typed = line.words.get(..marks).filter(|_| is_words && is_heading)?;
        Some(Slip {
            code: &codes::HEADING_WITHOUT_BLANK,
            place: line.part(0..marks),
            message: format!("This is no heading: a blank is missing behind `{typed}`."),
            help: format!("Write `{typed} {}`.", rest.trim_end().replace(super::page::BLOT, "")),
        })
    })
}

/// `{#name}` on a line of its own that stands under no heading.
fn lone_id(lines: &[Line<'_>]) -> Option<Slip> {
    let is_id = |words: &str| words.starts_with("{#") && words.ends_with('}') && !words.contains(' ');
    let line = lines.iter().find(|line| is_id(line.words))?;
    let id = line.words;
    Some(Slip {
        code: &codes::LONE_ID,
        place: line.whole(),
        message: format!("`{id}` stands under no heading, so it is shown on the page."),
        help: format!("Put `{id}` right under its heading, or at the heading's end."),
    })
}

/// Text with a `---` right under it: meant as a line across, read as a heading.
fn underlined(page: &mut Page<'_>, start: usize, typed: &str) {
    let Some((words, under)) = typed.rsplit_once('\n') else { return };
    let words = words.trim_end();
    let is_sentence =
        words.contains('\n') || words.ends_with(['.', '!', ',', ';', ':']) || words.chars().count() > LONGEST;
    let mark = under.trim_start_matches([' ', '>', '\t']);
    if is_sentence && mark.starts_with('-') {
        let end = start + typed.len();
        let message = format!("The `{mark}` makes the text above it a heading.");
        let help = "Leave an empty line above it to get a line across the page.";
        page.tell(&codes::ACCIDENTAL_HEADING, end - mark.len()..end, &message, help.to_owned());
    }
}

/// The page stops at a heading. A title alone is fine: many policies are all facts.
fn at_end(page: &mut Page<'_>) {
    let document = page.document;
    let Some(last) = document.headings().last().filter(|last| last.level > 1 && !last.title().is_empty()) else {
        return;
    };
    let links = || document.links().iter().any(|link| last.node.contains(link.node));
    let is_last = !links() && last.section.is_empty() && Nodes::is_empty(document.all().after(last.node));
    if is_last {
        let place = last.place.range();
        let length = page.typed(place.clone()).trim_end().len();
        let help = "Write what belongs under it, or take it out.";
        page.tell(
            &codes::HEADING_AT_END,
            place.start..place.start + length,
            "The page ends with this heading.",
            help.to_owned(),
        );
    }
}
