//! The classes a stylesheet knows, and whether a page uses one of them: a page links the sheet of facts only then.

use std::collections::BTreeSet;

use memchr::memmem;

const MARK: &[u8] = b"class=";

/// Names of classes.
#[derive(Debug, Default)]
pub struct Classes(BTreeSet<String>);

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
        Classes(names.filter(|name| name.starts_with(|first: char| !first.is_numeric())).map(str::to_owned).collect())
    }

    /// These but those.
    pub(super) fn without(self, those: &Classes) -> Self {
        Classes(self.0.into_iter().filter(|name| !those.0.contains(name)).collect())
    }

    /// Whether anything in the markup has one of them.
    #[must_use]
    pub fn occur_in(&self, html: &str) -> bool {
        let places = memmem::find_iter(html.as_bytes(), MARK);
        let mut lists = places.filter_map(|at| html.get(at + MARK.len()..)).map(names);
        lists.any(|names| names.split_ascii_whitespace().any(|name| self.0.contains(name)))
    }
}

/// What stands behind `class=`, with either quote or without one.
fn names(rest: &str) -> &str {
    let quoted = |quote| rest.strip_prefix(quote).and_then(|inside| inside.split(quote).next());
    let bare = || rest.split(|letter: char| letter.is_whitespace() || letter == '>').next();
    quoted('"').or_else(|| quoted('\'')).or_else(bare).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_uses_what_only_one_sheet_knows() {
        let site = Classes::named_in(".button{padding:.5rem 1.25rem}.page .label::after{content:\".quoted\"}");
        let facts = Classes::named_in("[data-a=\"b.c\"] .tier:not(.open-one)>.button{margin:.5em}").without(&site);
        assert_eq!(facts.0.iter().map(String::as_str).collect::<Vec<_>>(), ["open-one", "tier"]);
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
