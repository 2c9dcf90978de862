use std::collections::BTreeSet;

use super::*;

/// Words of the trade that an owner should never have to read.
const BANNED: &[&str] = &[
    "parse",
    "token",
    "unmarshal",
    "deserialize",
    "eof",
    "none",
    "some",
    "panic",
    "unwrap",
    "struct",
    "enum",
    "string",
    "boolean",
    "integer",
    "array",
    "syntax",
    "invalid",
    "null",
    "utf-8 offset",
];

/// Every banned word found in `text` as a whole word, whatever its case.
fn banned_in(text: &str) -> Vec<&'static str> {
    let is_letter = |character: char| character.is_alphanumeric() || character == '-';
    let padded = format!(" {} ", text.to_lowercase().replace(|character| !is_letter(character), " "));
    BANNED.iter().copied().filter(|word| padded.contains(&format!(" {word} "))).collect()
}

#[test]
fn the_banned_words_are_recognised() {
    assert_eq!(banned_in("We could not PARSE it: None."), ["parse", "none"]);
    assert_eq!(banned_in("a UTF-8 offset"), ["utf-8 offset"]);
    assert!(banned_in("parsley, something, nonetheless, strings attached").is_empty());
}

#[test]
fn every_code_speaks_in_full_and_plainly() {
    for code in all() {
        for (part, text) in
            [("meaning", code.meaning), ("why", code.why), ("mend", code.mend), ("example", code.example)]
        {
            assert!(!text.trim().is_empty(), "{}: {part} is empty", code.id);
            assert_eq!(banned_in(text), [""; 0], "{}: {part}", code.id);
        }
        for sentence in [code.meaning, code.why, code.mend] {
            assert!(sentence.ends_with(['.', '?', '!', '`']), "{}: {sentence:?} is no sentence", code.id);
        }
    }
}

/// A right form stands as it would in the file; a slip and its remedy stand in backticks on both sides of an arrow.
#[test]
fn every_example_has_one_of_two_forms() {
    for code in all() {
        for line in code.example.lines() {
            let is_clumsy = ["->", "Instead of", "`    `"].iter().any(|form| line.contains(form));
            assert!(!is_clumsy, "{}: {line}", code.id);
            let sides = line.split_once(" → ");
            let fits = sides.is_none_or(|(slip, remedy)| slip.starts_with('`') && remedy.ends_with('`'));
            assert!(fits, "{}: {line}", code.id);
        }
    }
}

#[test]
fn every_id_is_well_formed_and_stands_once() {
    let is_name = |name: &str| {
        let letters = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        name.split('-').all(letters)
    };
    let mut seen = BTreeSet::new();
    for code in all() {
        let parts: Vec<&str> = code.id.split('/').collect();
        assert!(parts.len() == 2 && parts.iter().all(|part| is_name(part)), "{}", code.id);
        assert!(seen.insert(code.id), "{} stands twice", code.id);
        assert_eq!(find(code.id), Some(code));
    }
}

#[test]
fn a_family_holds_only_its_own() {
    for family in FAMILIES {
        let names: BTreeSet<_> = family.iter().filter_map(|code| code.id.split('/').next()).collect();
        assert!(names.len() <= 1, "{names:?} in one family");
    }
}
