//! Ids of headings: slugs of any script, and the allocator that keeps them apart.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The id of a heading without a single letter or digit.
const NAMELESS: &str = "section";

/// The words of `text` in lower case, joined by single `-`: letters, digits and the marks that belong to them, of any
/// script, in normal form C. Text without any of them is `section`.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        push_words(&mut slug, text.chars());
    } else {
        push_words(&mut slug, text.nfc());
    }
    if slug.is_empty() {
        return NAMELESS.to_owned();
    }
    // Lower case can leave normal form C: `J̌` becomes `ǰ`.
    if is_nfc_quick(slug.chars()) == IsNormalized::Yes { slug } else { slug.nfc().collect() }
}

fn push_words(slug: &mut String, text: impl Iterator<Item = char>) {
    let mut gap = false;
    for character in text {
        if !belongs_in_id(character) || (slug.is_empty() && is_combining_mark(character)) {
            gap = true;
            continue;
        }
        if gap && !slug.is_empty() {
            slug.push('-');
        }
        gap = false;
        slug.extend(character.to_lowercase());
    }
}

fn belongs_in_id(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Whether an owner may give a heading this id: letters, digits, `-` and `_`, at least one of them.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| belongs_in_id(character) || matches!(character, '-' | '_'))
}

/// Ids given away on one page.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeSet<Box<str>>,
    /// The number to try next for a slug that was wanted before: a thousand equal headings are no slow page.
    next: BTreeMap<Box<str>, u32>,
}

impl Ids {
    /// Takes an id for good; `false` when it was taken before.
    pub(super) fn reserve(&mut self, id: &str) -> bool {
        self.taken.insert(id.into())
    }

    /// The first free one of `slug`, `slug-2`, `slug-3`…
    pub(super) fn allot(&mut self, slug: &str) -> Box<str> {
        if self.reserve(slug) {
            return slug.into();
        }
        let mut number = self.next.get(slug).copied().unwrap_or(2);
        let mut id = format!("{slug}-{number}");
        while !self.reserve(&id) {
            number += 1;
            id = format!("{slug}-{number}");
        }
        self.next.insert(slug.into(), number + 1);
        id.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_letters_of_any_script() {
        let table = [
            ("Opening hours", "opening-hours"),
            ("  What’s -- included?  ", "what-s-included"),
            ("Größe & Maße", "größe-maße"),
            ("Cafe\u{301}", "café"),
            ("ÉTÉ", "été"),
            ("हिन्दी में", "हिन्दी-में"),
            ("営業時間（平日）", "営業時間-平日"),
            ("İstanbul", "i\u{307}stanbul"),
            ("a_b", "a-b"),
            ("???", "section"),
            ("", "section"),
            ("\u{301}a", "a"),
        ];
        for (text, expected) in table {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn every_candidate_is_checked() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["a", "a", "a-2", "a", "a-2"].into_iter().map(|slug| ids.allot(slug)).collect();
        assert_eq!(given.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["a", "a-2", "a-2-2", "a-3", "a-2-3"]);
    }
}
