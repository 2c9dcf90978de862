//! Texts for readers: noise, pieces of a grammar in any order, and good texts with slips in them.

use std::sync::OnceLock;

use clap::ValueEnum as _;
use welcomemat::policy::kinds::{BUSINESS, EVERY_PAGE, KINDS};
use welcomemat::policy::written::{Key, Shape};
use welcomemat::starters::Trade;

use crate::dice::Dice;

/// What owners type as values, in pieces.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "9", "09:00", "9am", "9.30", "17:00", "24:00", "25", "60", "noon", "midnight", "-", "–", " to ", ",", ";", " and ", "/", ":", ".", " ",
    "closed", "by appointment", "all ", "mon", "tues", "weekdays", "daily", "2026", "12", "02", "29", "31", "easter", "+", "1", "4th",
    "last", "thursday", "of", "november", "business", "hours", "days", "half an", "1.5", "two", "$", "€", "USD", "%", "(0)", "(", ")", "00",
    "011", "757", "555", "0100", "ext.", "x", "#", "@", "https://", "http:", "www.", "third:", "us", "É", "ß", "\u{a0}", "🙂", "\u{301}",
    "\0", "١", "İ", "\u{212a}", "99999999999999999999", "-1", "America/", "New_York", "EST", "GB", "en", "#1f6f78", "example", ".com",
];

/// What Markdown is made of.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "\n# a\n", "\n## a {#a-2}\n", "# ", "## ", "{#a}", "{#b c}", "- ", "- [ ] ", "1. ", "> ", "> [!NOTE]\n> ", "\n", "\n\n", "    ",
    "```", "`", "*", "**", "_", "~~", "[", "](", ")", "![", "](javascript:x)", "<b>", "</b>", "<div>\n", "<!-- ", " -->", "{{ a.b }}",
    "{{ hours.office }}", "{{ channel.email }}", "{{ a", "{{", "}}", "\\{{", "\\", "|", "| a | b |\n|--|:-:|\n| c | d |\n", ": ",
    "term\n: ", "[^1]", "[^1]: ", "\n[^1]: n\n", "https://a.example", "www.a.example/", "@", "a@b.example", "&amp;", "&#0;", "&Auml;",
    "'", "\"", "--", "...", "---\n", "+++\n", "é", "日本", "\u{E000}", "\u{0}", "\r", "\t", " ", "\u{A0}", "[x]: ", "//h", "words ", "?\n",
    "](welcome.md)", "](#a)", "](../x.md#y)", "e\u{301}", "\u{FEFF}", "\u{202E}",
];

/// What headers are made of, beside their keys.
#[rustfmt::skip]
const TOML: &[&str] = &[
    "\"", "'", "\"\"\"", "'''", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n", "\t", " ", "true", "True", "false", "1", "-1",
    "1.5", "inf", "nan", "0x1F", "2026-12-24", "12:30:00", "\\u00e9", "\\", "é", "“", "”", "\u{A0}", "＝", "\0", "🙂", "null", ":", "- ", "+++",
];

/// Paths of facts, and what they are mangled with.
#[rustfmt::skip]
const PATHS: &[&str] = &[
    "business", "hours", "channel", "fee", "person", "severity", "safety", "closures", "channels", "people", "office", "email", "hourly",
    "dana", "p1", "number", "reply_within", "name", "agreement", ".", ".", ".", " ", "{{", "}}", "-", "é", "\"", "\\", "\n", "|", "`", "\u{301}",
];

/// A letter of any kind, the rarer ones more often than in life.
fn letter(dice: &mut Dice) -> char {
    let any = |dice: &mut Dice, from: u32, to: u32| {
        char::from_u32(from + u32::try_from(dice.below((to - from) as usize)).expect("a letter")).unwrap_or('\u{FFFD}')
    };
    match dice.below(10) {
        0..5 => any(dice, 0x20, 0x7F),
        5 => any(dice, 0, 0x20),
        6 => any(dice, 0x80, 0x250),
        7 => any(dice, 0x300, 0x370),
        8 => any(dice, 0x2000, 0x3100),
        _ => any(dice, 0x1F300, 0x1F700),
    }
}

/// Letters in any order.
pub fn noise(dice: &mut Dice, longest: usize) -> String {
    let length = dice.below(longest);
    (0..length).map(|_| letter(dice)).collect()
}

fn pieces(dice: &mut Dice, list: &[&str], most: usize) -> String {
    let count = dice.below(most);
    (0..count).map(|_| *dice.pick(list)).collect()
}

/// A place between two letters.
fn between(dice: &mut Dice, text: &str) -> usize {
    let mut at = dice.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A few slips: stretches that go, come twice, or are replaced.
fn slipped(dice: &mut Dice, text: &str, list: &[&str]) -> String {
    let mut text = text.to_owned();
    for _ in 0..=dice.below(4) {
        let (one, other) = (between(dice, &text), between(dice, &text));
        let (start, mut end) = (one.min(other), one.max(other));
        // Mostly short ones: what is gone for the most part tells little.
        if dice.below(8) > 0 {
            end = text[start..end].char_indices().nth(dice.below(12)).map_or(end, |(at, _)| start + at);
        }
        let new = match dice.below(4) {
            0 => String::new(),
            1 => text[start..end].repeat(2),
            2 => letter(dice).to_string(),
            _ => (*dice.pick(list)).to_owned(),
        };
        text.replace_range(start..end, &new);
    }
    text
}

/// Lines of the table of spellings that the readers of values are tested with.
fn spellings() -> &'static [&'static str] {
    static LINES: OnceLock<Vec<&str>> = OnceLock::new();
    LINES.get_or_init(|| {
        let table = include_str!("../../../src/policy/values/tests/spellings.txt");
        table.lines().filter(|line| !line.starts_with([' ', '#', '[']) && !line.is_empty()).collect()
    })
}

/// The texts of the examples, with where they lie.
pub fn examples() -> &'static [(String, String)] {
    static TEXTS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let files = Trade::value_variants().iter().flat_map(|trade| trade.files(&trade.example()));
        files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
    })
}

/// A value.
pub fn value(dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => noise(dice, 40),
        1 | 2 => pieces(dice, VALUES, 9),
        3 => (*dice.pick(spellings())).to_owned(),
        _ => {
            let spelling = *dice.pick(spellings());
            slipped(dice, spelling, VALUES)
        }
    }
}

/// A page's text, or that of a header's line.
pub fn markdown(dice: &mut Dice) -> String {
    match dice.below(6) {
        0 => noise(dice, 200),
        1..4 => pieces(dice, MARKS, 60),
        _ => {
            let text = &dice.pick(examples()).1;
            let (one, other) = (between(dice, text), between(dice, text));
            slipped(dice, &text[one.min(other)..one.max(other)], MARKS)
        }
    }
}

/// A text with references in it.
pub fn referring(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..=dice.below(6) {
        let path = pieces(dice, PATHS, 6);
        text += *dice.pick(&["", "Write to ", "\n\n", "# ", "| a |\n|--|\n| ", "[x](", "- ", "`", "\\"]);
        text += &format!("{{{{ {path} }}}}");
        text += *dice.pick(&["", ".", "\n\n", ")", " |\n", "`", " and "]);
    }
    if dice.once_in(3) { slipped(dice, &text, PATHS) } else { text }
}

/// A whole page or the whole settings: where it lies, a line end, and its text.
pub fn page(dice: &mut Dice) -> String {
    let row = dice.pick(KINDS);
    let (place, keys) = if dice.once_in(6) { ("business.toml", BUSINESS) } else { (row.file, row.keys) };
    let place = place.replace('*', "some");
    let mut header = String::new();
    for _ in 0..dice.below(12) {
        let every = dice.once_in(4) && place != "business.toml";
        header += &key(dice, if every { EVERY_PAGE } else { keys }, "");
    }
    if dice.once_in(3) {
        header = slipped(dice, &header, TOML);
    }
    let mark = if dice.once_in(12) { "---" } else { "+++" };
    let text =
        if place == "business.toml" { header } else { format!("{mark}\n{header}{mark}\n{}", pieces(dice, MARKS, 12)) };
    format!("{place}\n{text}")
}

/// A key with something behind it, or a table with such keys.
fn key(dice: &mut Dice, keys: &[Key], within: &str) -> String {
    if keys.is_empty() {
        return pieces(dice, TOML, 4) + "\n";
    }
    let key = dice.pick(keys);
    let name = if dice.once_in(15) { slipped(dice, key.name, TOML) } else { key.name.to_owned() };
    if key.keys.is_empty() || dice.once_in(10) {
        return format!("{name} = {}\n", typed(dice, key.example));
    }
    let inner: String = (0..dice.below(6)).map(|_| self::key(dice, key.keys, &name)).collect();
    let path = if within.is_empty() { name } else { format!("{within}.{name}") };
    match key.shape {
        Shape::Rows => format!("[[{path}]]\n{inner}"),
        Shape::Named => format!("[{path}.office]\n{inner}"),
        Shape::Line | Shape::Table => format!("[{path}]\n{inner}"),
    }
}

fn typed(dice: &mut Dice, example: &str) -> String {
    match dice.below(6) {
        0 => slipped(dice, example, TOML),
        1 => pieces(dice, TOML, 5),
        2 => format!("\"{}\"", value(dice).replace(['"', '\\', '\n'], "")),
        3 => format!("\"{}\"", *dice.pick(spellings())),
        _ => example.to_owned(),
    }
}

/// One file of an example with slips in it: where it lies, a line end, and its text.
pub fn mistyped_file(dice: &mut Dice) -> String {
    let (path, text) = dice.pick(examples());
    let list = if dice.once_in(2) { TOML } else { MARKS };
    format!("{path}\n{}", slipped(dice, text, list))
}
