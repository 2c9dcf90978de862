//! Lists that are none, and lines that became part of one.

use super::super::document::Kind;
use super::page::{Line, Page, Slip};
use crate::diagnostic::codes::markdown as codes;

/// Marks people take for bullets. A dot in the middle of a line and a dash also stand between words.
const BULLETS: &[char] = &['•', '‣', '◦', '▪', '●', '○', '■', '►', '▶', '➤', '➢', '·', '–', '—'];

pub(super) fn find(page: &mut Page<'_>) {
    let mut last_bullet = None;
    let mut found = Vec::new();
    for (index, passage) in page.passages.iter().enumerate() {
        match passage.holder {
            Kind::Paragraph if !passage.in_list => {
                let lines = page.lines(passage);
                found.extend(late_number(&lines));
                found.extend(missing_blank(&lines));
                found.extend(odd_bullet(&lines, index, &mut last_bullet));
                found.extend(box_alone(&lines));
            }
            Kind::Item | Kind::Paragraph => found.extend(joined_after(page, &page.lines(passage))),
            _ => {}
        }
    }
    found.into_iter().for_each(|slip| page.tell_slip(slip));
    odd_numbers(page);
}

/// `2. …` under a line of text: only `1.` may start a list there.
fn late_number(lines: &[Line<'_>]) -> Option<Slip> {
    let numbers: Vec<Option<(u32, usize)>> = lines.iter().map(|line| number_mark(line.words)).collect();
    let rises = |at: usize| {
        let number = |at: usize| numbers.get(at).copied().flatten().map(|(number, _)| number);
        number(at).is_some_and(|first| number(at + 1) == first.checked_add(1))
    };
    let at = (1..lines.len()).find(|&at| rises(at))?;
    let (_, length) = numbers.get(at).copied().flatten()?;
    Some(Slip {
        code: &codes::LIST_JOINED,
        place: lines.get(at)?.part(0..length),
        message: "These numbers are no list: they go on from the line above.".to_owned(),
        help: "Leave an empty line above the first number.".to_owned(),
    })
}

/// The number at the start of a line with its dot or bracket, when a blank follows.
fn number_mark(words: &str) -> Option<(u32, usize)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..)?;
    let fits = rest.starts_with(['.', ')']) && rest.get(1..)?.starts_with(' ');
    let number = words.get(..digits)?.parse().ok().filter(|_| fits && digits <= 3)?;
    Some((number, digits + 1))
}

/// A line at the margin right under an item becomes part of the item.
fn joined_after(page: &Page<'_>, lines: &[Line<'_>]) -> Option<Slip> {
    let [first, second, ..] = lines else { return None };
    let ends = first.words.ends_with(['.', '!', '?', ':']) && first.words.chars().count() <= 60;
    let starts = second.words.starts_with(char::is_uppercase) && page.indent(second.start) == 0;
    (ends && starts && page.indent(first.start) > 0).then(|| Slip {
        code: &codes::LIST_JOINED,
        place: second.whole(),
        message: "This line goes on in the list above it.".to_owned(),
        help: "Leave an empty line above it, or put blanks before it if it belongs to the item.".to_owned(),
    })
}

/// `-Milk`: a bullet needs a blank behind it.
fn missing_blank(lines: &[Line<'_>]) -> Option<Slip> {
    let is_item = |line: &Line<'_>| {
        let mut characters = line.words.chars();
        let mark = characters.next().filter(|mark| ['-', '*', '+'].contains(mark));
        mark.is_some() && characters.next().is_some_and(char::is_alphabetic)
    };
    let first = lines.windows(2).find(|pair| pair.iter().all(is_item))?.first()?;
    let (mark, rest) = first.words.split_at_checked(1)?;
    let word = rest.split_whitespace().next().unwrap_or_default();
    Some(Slip {
        code: &codes::BULLET_WITHOUT_BLANK,
        place: first.part(0..1),
        message: "These lines are no list: a bullet needs a blank behind it.".to_owned(),
        help: format!("Write `{mark} {word} …`, with a blank behind each `{mark}`."),
    })
}

/// `• Milk`; told once for a run of such lines or paragraphs.
fn odd_bullet(lines: &[Line<'_>], index: usize, last: &mut Option<usize>) -> Option<Slip> {
    let bullet = |line: &Line<'_>| {
        let bullet = line.words.chars().next().filter(|first| BULLETS.contains(first))?;
        line.words.get(bullet.len_utf8()..)?.starts_with([' ', '\t', '\u{A0}']).then_some(bullet)
    };
    let marks: Vec<Option<char>> = lines.iter().map(bullet).collect();
    let certain = |mark: &Option<char>| mark.is_some_and(|mark| !['·', '–', '—'].contains(&mark));
    let repeated = |pair: &[Option<char>]| pair.first() == pair.last() && pair.iter().all(Option::is_some);
    let at = marks.iter().position(certain).or_else(|| marks.windows(2).position(repeated))?;
    let (line, mark) = (lines.get(at)?, marks.get(at).copied().flatten()?);
    let goes_on = last.is_some_and(|last| last + 1 == index);
    *last = Some(index);
    (!goes_on).then(|| Slip {
        code: &codes::ODD_BULLET,
        place: line.part(0..mark.len_utf8()),
        message: format!("`{mark}` starts no list, so these lines run together."),
        help: format!("Write `- ` instead of each `{mark}`."),
    })
}

/// `[ ] Backup`: a box to tick stands in a list.
fn box_alone(lines: &[Line<'_>]) -> Option<Slip> {
    let is_box = |line: &&Line<'_>| ["[ ] ", "[x] ", "[X] "].iter().any(|mark| line.words.starts_with(mark));
    let line = lines.iter().find(is_box)?;
    let mark = line.words.get(..3)?;
    Some(Slip {
        code: &codes::BOX_OUTSIDE_LIST,
        place: line.part(0..3),
        message: "This box to tick stands outside a list.".to_owned(),
        help: format!("Write `- {mark} …`, each on a line of its own."),
    })
}

/// `1 .` and `1.Milk` on two lines or in two paragraphs that count on.
fn odd_numbers(page: &mut Page<'_>) {
    let mut before: Option<(u32, std::ops::Range<usize>, String)> = None;
    let mut found = Vec::new();
    for passage in page.passages.iter().filter(|passage| passage.holder == Kind::Paragraph) {
        for line in page.lines(passage) {
            let Some((number, length, right)) = odd_number(line.words) else {
                before = None;
                continue;
            };
            if let Some((1, place, right)) = before.take().filter(|_| number == 2) {
                found.push((place, right));
            }
            before = Some((number, line.part(0..length), right));
        }
    }
    for (place, right) in found {
        let help = format!("Write `{right}`, with the dot at the number and a blank behind it.");
        page.tell(&codes::ODD_NUMBER, place, "These numbered lines are no list.", help);
    }
}

/// A number that misses being one of a list: its value, its length with mark, and how to type it.
fn odd_number(words: &str) -> Option<(u32, usize, String)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = words.get(..digits).filter(|_| (1..=2).contains(&digits))?.parse().ok()?;
    let rest = words.get(digits..)?;
    let bare = rest.trim_start_matches(' ');
    let mark = bare.chars().next().filter(|mark| ['.', ')'].contains(mark))?;
    let after = bare.get(1..)?;
    let apart = bare.len() < rest.len() && after.starts_with(' ');
    let close = bare.len() == rest.len() && after.starts_with(char::is_alphabetic);
    let word = after.split_whitespace().next().unwrap_or_default();
    (apart || close).then(|| (number, words.len() - after.len(), format!("{number}{mark} {word}")))
}
