//! The classes a stylesheet knows, and whether a page uses one of them: a page links the sheet of facts only then.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use memchr::memmem::Finder;

const MARK: &[u8] = b"class=";
static MARKS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(MARK));

/// Names of classes.
#[derive(Debug)]
pub struct Classes {
    names: BTreeSet<String>,
    /// By first byte and length, whether there may be such a name: nearly every class of a page is none of these.
    likely: [u32; 256],
}

impl Classes {
    /// Every class a stylesheet without notes names. What stands in quotes is none.
    pub(super) fn named_in(css: &str) -> Self {
        let bare = css.split('"').step_by(2);
        let names = bare.flat_map(|piece| piece.split('.').skip(1)).map(|rest| {
            let end =
                rest.find(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter))).unwrap_or(rest.len());
            rest.get(..end).unwrap_or_default()
        });
        // `.5rem` is a number.
        names.filter(|name| name.starts_with(|first: char| !first.is_numeric())).map(str::to_owned).collect()
    }

    /// These but those.
    pub(super) fn without(self, those: &Classes) -> Self {
        self.names.into_iter().filter(|name| !those.names.contains(name)).collect()
    }

    /// Whether anything in the markup has one of them.
    #[must_use]
    pub fn occur_in(&self, html: &str) -> bool {
        let places = MARKS.find_iter(html.as_bytes());
        let mut lists = places.filter_map(|at| html.get(at + MARK.len()..)).map(names);
        lists.any(|names| names.split_ascii_whitespace().any(|name| self.has(name)))
    }

    fn has(&self, name: &str) -> bool {
        name.as_bytes().first().is_some_and(|first| self.likely[usize::from(*first)] & length_bit(name) != 0)
            && self.names.contains(name)
    }
}

impl Default for Classes {
    fn default() -> Self {
        Classes { names: BTreeSet::new(), likely: [0; 256] }
    }
}

impl FromIterator<String> for Classes {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        let mut classes = Classes { names: BTreeSet::from_iter(names), ..Classes::default() };
        for name in &classes.names {
            if let Some(first) = name.as_bytes().first() {
                classes.likely[usize::from(*first)] |= length_bit(name);
            }
        }
        classes
    }
}

fn length_bit(name: &str) -> u32 {
    1 << name.len().min(31)
}

/// What stands behind `class=`, with either quote or without one.
fn names(rest: &str) -> &str {
    let end = match rest.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => return rest[1..].split(char::from(*quote)).next().unwrap_or_default(),
        _ => rest.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(rest.len()),
    };
    rest.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_uses_what_only_one_sheet_knows() {
        let site = Classes::named_in(".button{padding:.5rem 1.25rem}.page .label::after{content:\".quoted\"}");
        let facts = Classes::named_in("[data-a=\"b.c\"] .tier:not(.open-one)>.button{margin:.5em}").without(&site);
        assert_eq!(facts.names.iter().map(String::as_str).collect::<Vec<_>>(), ["open-one", "tier"]);
        for (html, expected) in [
            ("<p class=\"button\">tier</p>", false),
            ("<p class=\"button tier\">", true),
            ("<p class='tier wide'>", true),
            ("<p class=tier>", true),
            ("<p class=\"tiers\" id=\"tier\">", false),
            ("", false),
        ] {
            assert_eq!(facts.occur_in(html), expected, "{html}");
        }
    }
}
