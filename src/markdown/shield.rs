//! Keeps references whole while Markdown is read.
//!
//! Each reference and each `\{{` is replaced by a stand-in of the same length: a private-use character that the text
//! does not hold, filled up with letters. So every offset stays true, `[mail us]({{ channel.email }})` is a link, smart
//! punctuation leaves `--` in an id alone, and no brace is taken for a heading's attributes. Every stand-in has a
//! character of its own, so that it can be told apart even where Markdown hands out a changed copy of the text.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::lone_ids::{self, LoneId};
use super::references::{Braces, Misspelling, scan};

/// One stand-in; ranges are bytes of the shielded text, and of the typed text alike.
#[derive(Clone, Debug)]
pub(super) struct StandIn {
    /// The whole stretch that was replaced.
    pub(super) place: Range<usize>,
    /// The path of a reference; `None` stands for two literal braces.
    pub(super) path: Option<Range<usize>>,
    character: char,
}

/// A text whose references have been replaced.
#[derive(Debug)]
pub(super) struct Shield<'a> {
    typed: &'a str,
    text: Cow<'a, str>,
    stand_ins: Vec<StandIn>,
    misspelt: Vec<(Range<usize>, Misspelling)>,
    lone_ids: Vec<LoneId>,
}

impl<'a> Shield<'a> {
    /// Finds the references of `typed` and replaces them.
    pub(super) fn over(typed: &'a str) -> Self {
        let mut shield = Shield::without_references(typed);
        let found = scan(typed);
        if found.is_empty() {
            return shield;
        }
        let mut text = String::with_capacity(typed.len());
        let mut done = 0;
        let mut characters = unused_characters(typed).peekable();
        for braces in found {
            let (place, path) = match braces {
                Braces::Reference { place, path } => (place, Some(path)),
                Braces::Escape { place } => (place, None),
                Braces::Misspelt { place, what } => {
                    shield.misspelt.push((place, what));
                    continue;
                }
            };
            // An escape has room for a short character only; Markdown itself reads one that gets none.
            let Some(character) = characters.next_if(|next| next.len_utf8() <= place.len()) else { continue };
            text.push_str(&typed[done..place.start]);
            text.push(character);
            text.extend(std::iter::repeat_n('x', place.len() - character.len_utf8()));
            done = place.end;
            shield.stand_ins.push(StandIn { place, path, character });
        }
        text.push_str(&typed[done..]);
        shield.text = Cow::Owned(text);
        shield
    }

    /// Takes `typed` as it is: braces mean nothing in it.
    pub(super) fn without_references(typed: &'a str) -> Self {
        Shield { typed, text: Cow::Borrowed(typed), stand_ins: Vec::new(), misspelt: Vec::new(), lone_ids: Vec::new() }
    }

    /// Hides every `{#name}` that stands on the line under its heading; [`Shield::lone_id`] hands it out.
    pub(super) fn lift_ids(&mut self) {
        self.lone_ids = lone_ids::scan(&self.text);
        for lone in &self.lone_ids {
            self.text.to_mut().replace_range(lone.place.clone(), &" ".repeat(lone.place.len()));
        }
    }

    /// The id on the line under the heading that stands in `range`.
    pub(super) fn lone_id(&self, range: &Range<usize>) -> Option<&LoneId> {
        let after = self.lone_ids.partition_point(|lone| lone.heading < range.start);
        self.lone_ids.get(after).filter(|lone| lone.heading < range.end)
    }

    /// The text to be read as Markdown.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The text as the owner typed it.
    pub(super) fn typed(&self) -> &'a str {
        self.typed
    }

    /// What was meant as a reference and is none, in reading order.
    pub(super) fn misspelt(&self) -> &[(Range<usize>, Misspelling)] {
        &self.misspelt
    }

    /// The stand-ins that lie wholly inside `range`, in reading order.
    pub(super) fn within(&self, range: &Range<usize>) -> &[StandIn] {
        let first = self.stand_ins.partition_point(|stand_in| stand_in.place.start < range.start);
        let rest = self.stand_ins.get(first..).unwrap_or_default();
        &rest[..rest.partition_point(|stand_in| stand_in.place.end <= range.end)]
    }

    /// Puts back what the owner typed into a copy that Markdown handed out, and names the references met.
    /// In code everything stays as typed; elsewhere `\{{` becomes `{{`.
    pub(super) fn restore(&self, copy: &str, mode: Restore) -> (String, Vec<&StandIn>) {
        let mut text = String::with_capacity(copy.len());
        let mut met = Vec::new();
        let mut rest = copy.chars();
        while let Some(character) = rest.next() {
            let Some(stand_in) = self.stand_in(character) else {
                text.push(character);
                continue;
            };
            let filling = stand_in.place.len() - character.len_utf8();
            if filling > 0 {
                rest.nth(filling - 1);
            }
            if stand_in.path.is_some() || mode == Restore::AsTyped {
                text.push_str(&self.typed[stand_in.place.clone()]);
                met.push(stand_in);
            } else {
                text.push_str("{{");
            }
        }
        (text, met)
    }

    /// The stand-in that `character` begins.
    pub(super) fn stand_in(&self, character: char) -> Option<&StandIn> {
        // Characters were handed out in rising order.
        let index = self.stand_ins.binary_search_by_key(&character, |stand_in| stand_in.character).ok()?;
        self.stand_ins.get(index)
    }
}

/// How an escaped pair of braces comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Restore {
    /// `\{{` stays: code, and what is shown as it is.
    AsTyped,
    /// `\{{` becomes `{{`.
    Meant,
}

/// The private-use characters, short ones first.
fn private_characters() -> impl Iterator<Item = char> {
    ('\u{E000}'..='\u{F8FF}').chain('\u{F0000}'..='\u{FFFFD}').chain('\u{100000}'..='\u{10FFFD}')
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// The private-use characters that `text` does not hold. There are 137,468 of them: a text with more references than
/// that shows the rest as typed.
fn unused_characters(text: &str) -> impl Iterator<Item = char> {
    // The first bytes of every private-use character: few texts hold any of them.
    let may_hold_any = text.bytes().any(|byte| matches!(byte, 0xEE | 0xEF | 0xF3 | 0xF4));
    let searched = if may_hold_any { text } else { "" };
    let used: BTreeSet<char> = searched.chars().filter(|&character| is_private(character)).collect();
    private_characters().filter(move |character| !used.contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_keep_every_offset() {
        let typed = "a {{ fee.hourly }} \u{E000} \\{{ b `{{x}}`";
        let shield = Shield::over(typed);
        assert_eq!(shield.text().len(), typed.len());
        assert!(!shield.text().contains("{{"));
        let (restored, met) = shield.restore(shield.text(), Restore::AsTyped);
        assert_eq!(restored, typed);
        assert_eq!(met.len(), 3);
        assert_eq!(shield.restore(shield.text(), Restore::Meant).0, typed.replace("\\{{", "{{"));
    }

    #[test]
    fn a_text_that_uses_every_short_private_character_is_still_shielded() {
        let typed: String = ('\u{E000}'..='\u{F8FF}').chain("{{x}} \\{{".chars()).collect();
        let shield = Shield::over(&typed);
        assert!(!shield.text().contains("{{x"));
        assert_eq!(shield.restore(shield.text(), Restore::AsTyped).0, typed);
    }
}
