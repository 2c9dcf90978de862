//! `spellings.txt`: what people type, and what becomes of it.
//!
//! `[kind]` begins a section, a line at the margin is a text as typed (in quotes where blanks or its first character would mislead), indented lines are
//! what came of it: `=` the canonical form, `~` its words (of a phone its link), `!` the code and the wrong part, then message and help.

use super::reader::read;
use crate::policy::values::Slip;

const TABLE: &str = include_str!("spellings.txt");
/// The words no owner is ever shown.
const BANNED: &str = "parse token unmarshal deserialize eof none some panic unwrap struct enum string boolean integer array syntax invalid null utf-8";

struct Entry<'t> {
    kind: &'t str,
    typed: String,
    line: &'t str,
    expected: Vec<&'t str>,
}

fn entries() -> Vec<Entry<'static>> {
    let mut kind = "";
    let mut entries: Vec<Entry<'static>> = Vec::new();
    for line in TABLE.lines() {
        if line.is_empty() || line.starts_with('#') && kind.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            kind = name;
        } else if let Some(result) = line.strip_prefix("  ") {
            entries.last_mut().unwrap().expected.push(result);
        } else {
            let typed = if line.starts_with('"') { serde_json::from_str(line).unwrap() } else { line.to_owned() };
            entries.push(Entry { kind, typed, line, expected: Vec::new() });
        }
    }
    entries
}

fn outcome(kind: &str, typed: &str) -> Vec<String> {
    match read(kind, typed) {
        Ok(reading) => {
            let words = reading.words.filter(|words| *words != reading.canonical).map(|words| format!("~ {words}"));
            std::iter::once(format!("= {}", reading.canonical)).chain(words).collect()
        }
        Err(Slip { code, range, message, help }) => {
            let wrong = typed.get(range.clone()).expect("a slip points into the text");
            vec![format!("! {} {range:?} «{wrong}»", code.id), message, help]
        }
    }
}

#[test]
fn every_spelling_becomes_what_the_table_says() {
    let entries = entries();
    let mut wrong = Vec::new();
    for entry in &entries {
        let found = outcome(entry.kind, &entry.typed);
        // Nobody can see in the table which blank is a no-break space.
        let seen = |line: &str| line.replace('\u{A0}', " ");
        if !found.iter().map(|line| seen(line)).eq(entry.expected.iter().map(|line| seen(line))) {
            wrong.push(format!("[{}]\n{}\n  {}", entry.kind, entry.line, found.join("\n  ")));
        }
    }
    assert!(entries.len() >= 150, "only {} spellings", entries.len());
    assert!(wrong.is_empty(), "{} spellings came out otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn slips_speak_to_owners() {
    for entry in entries() {
        let Err(slip) = read(entry.kind, &entry.typed) else { continue };
        let said = format!("{} {}", slip.message, slip.help).replace(entry.typed.trim(), "");
        let words: Vec<String> =
            said.split(|character: char| !character.is_alphanumeric()).map(str::to_lowercase).collect();
        let banned = BANNED.split(' ').find(|banned| words.iter().any(|word| word == banned));
        assert_eq!(banned, None, "[{}] {}: {said}", entry.kind, entry.line);
        assert!(
            slip.message.ends_with('.') && slip.help.ends_with(['.', '?']),
            "[{}] {}: {said}",
            entry.kind,
            entry.line
        );
    }
}

#[test]
fn suggestions_can_be_typed() {
    for entry in entries() {
        let Err(slip) = read(entry.kind, &entry.typed) else { continue };
        let Some(suggestion) = slip.help.strip_prefix("Write `").and_then(|help| help.strip_suffix("`.")) else {
            continue;
        };
        if suggestion.contains('`') {
            continue;
        }
        assert!(read(entry.kind, suggestion).is_ok(), "[{}] {}: {suggestion} cannot be read", entry.kind, entry.line);
    }
}
