//! The interface's words: which tables they come from.
//!
//! For `de-AT` a word is looked for in `labels/de-AT.toml`, then in `labels/de.toml`, then in `labels/en.toml`; at each step the site's own
//! table comes before the built-in one. What only English has is told once.

use std::collections::BTreeMap;

use super::built_in;
use super::settings::broken;
use crate::diagnostic::{Diagnostic, FileId, Findings, Span, codes};
use crate::policy::business::Brand;
use crate::policy::values::{Language, is_spoken};
use crate::render::views::{LIVE_WORDS, Labels, Table};

const ENGLISH: &str = "en";
/// More words than this are not named one by one.
const MOST_NAMED: usize = 5;

/// Whose words are wanted.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'b> {
    pub language: &'b Language,
    /// Where it was typed.
    pub place: Option<Span>,
    pub brand: &'b Brand,
}

/// A table of the site's own.
type OwnText<'s> = Option<(FileId, &'s str)>;

/// The words for a language. `own` gives the site's own text at a place in its theme.
pub(super) fn labels<'s>(wanted: Wanted<'_>, own: impl Fn(&str) -> OwnText<'s>, findings: &mut Findings) -> Labels {
    let tags = tags(wanted.language.tag());
    let own_file = tags.iter().find_map(|tag| own(&place(tag))).map(|(file, _)| file);
    let mut tables: Vec<Table> = tags.iter().flat_map(|tag| of_tag(tag, &own, findings)).collect();
    if wanted.language.primary() != ENGLISH {
        findings.extend(missing(wanted, &tables, own_file));
        tables.extend(of_tag(ENGLISH, &own, findings));
    }
    Labels::of(&tables)
}

/// A tag and what it is a special case of: `de-AT`, `de`.
fn tags(tag: &str) -> Vec<&str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(general, _)| general)).collect()
}

fn place(tag: &str) -> String {
    format!("labels/{tag}.toml")
}

/// The site's own table for a tag and the built-in one, as far as there are any.
fn of_tag<'s>(tag: &str, own: &impl Fn(&str) -> OwnText<'s>, findings: &mut Findings) -> Vec<Table> {
    let mut found = Vec::new();
    if let Some((file, text)) = own(&place(tag)) {
        match toml::from_str::<Table>(text) {
            Ok(table) => found.push(table),
            Err(error) => findings.push(broken(file, text, &error, "The theme's built-in words are used.")),
        }
    }
    found.extend(built_in_table(tag));
    found
}

/// A table that comes with the built-in theme.
fn built_in_table(tag: &str) -> Option<Table> {
    Some(built_in::text(&place(tag))).filter(|text| !text.is_empty()).and_then(|text| toml::from_str(text).ok())
}

/// Told when words come from English though another language was asked for.
fn missing(wanted: Wanted<'_>, tables: &[Table], own: Option<FileId>) -> Option<Diagnostic> {
    let live = LIVE_WORDS.iter().map(|(key, _)| *key);
    let all = Labels::KEYS.iter().copied().chain(live).chain(["found_other"]);
    let missing: Vec<&str> = all.filter(|key| !tables.iter().any(|table| table.contains_key(*key))).collect();
    let tag = wanted.language.tag();
    let file = format!("themes/{}/labels/{}.toml", wanted.brand.theme, wanted.language.primary());
    let (message, help) = if tables.is_empty() {
        let values = if is_spoken(wanted.language) { "" } else { ", and so are dates, hours and prices" };
        (
            format!("There are no words in `{tag}` for menus, buttons and headings, so these are in English{values}."),
            format!(
                "Write them into `{file}`, a line for each line of the built-in `en.toml`. Built in are {}.",
                known()
            ),
        )
    } else if !missing.is_empty() {
        (
            format!("{} in `{tag}`, so English stands in: {}.", how_many(missing.len()), named(&missing)),
            format!("Write them into `{file}`; the built-in `en.toml` shows what each of them says."),
        )
    } else if is_spoken(wanted.language) {
        return None;
    } else {
        (
            format!("Dates, hours and prices are in English: how they are said in `{tag}` is not known here."),
            "Everything else is in your language. Where such a value matters, type it out in your text.".to_owned(),
        )
    };
    let finding = Diagnostic::new(&codes::theme::MISSING_WORDS, message).help(help);
    Some(match (own.filter(|_| !missing.is_empty()), wanted.place) {
        (Some(file), _) => finding.at(file),
        (None, Some(place)) => finding.at(place),
        (None, None) => finding,
    })
}

fn how_many(missing: usize) -> String {
    if missing == 1 { "One word is missing".to_owned() } else { format!("{missing} words are missing") }
}

fn named(missing: &[&str]) -> String {
    let shown: Vec<String> = missing.iter().take(MOST_NAMED).map(|key| format!("`{key}`")).collect();
    let more = missing.len() - shown.len();
    let rest = if more == 0 { String::new() } else { format!(" and {more} more") };
    shown.join(", ") + &rest
}

/// The languages of the built-in theme.
fn known() -> String {
    let files = built_in::files("labels").filter_map(|(name, _)| name.strip_suffix(".toml"));
    let tags: BTreeMap<&str, String> = files.map(|tag| (tag, format!("`{tag}`"))).collect();
    tags.into_values().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::render::views::COUNTED;

    /// The languages that come with us, and the categories CLDR 48 counts in for whole numbers; `many` of French and Spanish begins
    /// at a million.
    const BUILT_IN: [(&str, &[&str]); 7] = [
        ("en", &["one", "other"]),
        ("de", &["one", "other"]),
        ("fr", &["one", "other"]),
        ("es", &["one", "other"]),
        ("nl", &["one", "other"]),
        ("pl", &["one", "few", "many", "other"]),
        ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ];

    fn gaps(words: &str) -> BTreeSet<&str> {
        words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(gap, _)| gap).collect()
    }

    #[test]
    fn every_built_in_table_has_every_word_and_no_other() {
        let live = LIVE_WORDS.iter().map(|(key, _)| *key);
        let plain: BTreeSet<String> = Labels::KEYS.iter().copied().chain(live).map(str::to_owned).collect();
        for (tag, categories) in BUILT_IN {
            let counted = categories.iter().map(|category| format!("found_{category}"));
            let wanted: BTreeSet<String> = plain.iter().cloned().chain(counted).collect();
            let found: BTreeSet<String> = built_in_table(tag).unwrap().into_keys().collect();
            assert_eq!(found, wanted, "{tag}");
        }
        assert_eq!(known(), "`ar`, `de`, `en`, `es`, `fr`, `nl`, `pl`");
    }

    #[test]
    fn every_built_in_word_has_the_gaps_of_the_english_one() {
        let english = built_in_table(ENGLISH).unwrap();
        for (tag, _) in BUILT_IN {
            let table = built_in_table(tag).unwrap();
            for (key, words) in table.iter().filter(|(key, _)| !key.starts_with("found_") || *key == "found_nothing") {
                assert_eq!(gaps(words), gaps(&english[key]), "{tag}: {key}");
                assert!(!words.is_empty() && !words.contains("  "), "{tag}: {key}");
            }
        }
    }

    #[test]
    fn counted_words_come_from_one_table() {
        let own = Table::from([("found_other".to_owned(), "{count} trovati".to_owned())]);
        let labels = Labels::of(&[own, built_in_table(ENGLISH).unwrap()]);
        assert_eq!(labels.found().len(), 1);
        assert!(COUNTED.iter().any(|(key, _)| *key == "found_zero"));
        assert_eq!(labels.home(), "Home");
    }

    #[test]
    fn a_tag_is_cut_from_its_end() {
        assert_eq!(tags("zh-Hant-TW"), ["zh-Hant-TW", "zh-Hant", "zh"]);
    }
}
