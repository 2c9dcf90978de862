//! A YAML header as the TOML its owner should type instead: our names for what other programs call otherwise, our types for what
//! our keys hold, and a word about what is left out.

use std::fmt::Write as _;

use yaml_rust2::Yaml;
use yaml_rust2::yaml::Hash;

use crate::policy::kinds::{EVERY_PAGE, Kind};
use crate::policy::written::{Key, Shape};

/// The same header in TOML.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Rewritten {
    /// The lines between the `+++`.
    pub toml: String,
    /// Keys that mean nothing here, as typed.
    pub left_out: Vec<String>,
}

/// What other programs call a key: Hugo, Jekyll, Docusaurus, Eleventy, Ghost, Obsidian.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("description", "summary"),
    ("excerpt", "summary"),
    ("abstract", "summary"),
    ("subtitle", "summary"),
    ("date", "effective"),
    ("publishdate", "effective"),
    ("publish_date", "effective"),
    ("lastmod", "reviewed"),
    ("last_modified", "reviewed"),
    ("last_modified_at", "reviewed"),
    ("last_reviewed", "reviewed"),
    ("last_reviewed_on", "reviewed"),
    ("last_updated", "reviewed"),
    ("updated", "reviewed"),
    ("modified", "reviewed"),
    ("review_in", "review_every"),
    ("weight", "order"),
    ("nav_order", "order"),
    ("menu_order", "order"),
    ("sidebar_position", "order"),
    ("position", "order"),
    ("name", "title"),
    ("heading", "title"),
];

/// Writes the header of a page of `kind` anew.
pub(super) fn rewrite(header: &Hash, kind: Kind) -> Rewritten {
    let keys: Vec<&Key> = EVERY_PAGE.iter().chain(kind.row().keys).collect();
    let (mut lines, mut tables, mut left_out) = (String::new(), String::new(), Vec::new());
    for (typed, value) in header {
        let typed = words(typed);
        match known(&typed, &keys, header) {
            Some(key) => entry(&mut lines, &mut tables, key, value),
            None if typed == "published" => lines.push_str(held_back(value)),
            None => left_out.push(typed),
        }
    }
    Rewritten { toml: lines + &tables, left_out }
}

/// Reads a header that is no YAML either, line by line: `name: value`.
pub(super) fn line_by_line(header: &str) -> Hash {
    let lines = header.lines().filter_map(|line| line.split_once(':')).filter(|(key, _)| !key.trim().is_empty());
    let bare = |text: &str| Yaml::String(text.trim().trim_matches(['"', '\'', '“', '”']).to_owned());
    lines.map(|(key, value)| (bare(key), bare(value))).collect()
}

/// Our key for what was typed. Another program's name counts only where ours is not typed as well.
fn known<'k>(typed: &str, keys: &[&'k Key], header: &Hash) -> Option<&'k Key> {
    let plain = plain_name(typed);
    let named = |name: &str| keys.iter().copied().find(|key| key.name == name);
    let is_typed = |name: &str| header.keys().any(|key| plain_name(&words(key)) == name);
    let other = OTHER_NAMES.iter().find(|(other, ours)| *other == plain && !is_typed(ours));
    named(typed).or_else(|| named(&plain)).or_else(|| other.and_then(|(_, ours)| named(ours)))
}

fn plain_name(typed: &str) -> String {
    typed.trim().to_lowercase().replace(['-', ' '], "_")
}

/// Jekyll says it the other way round.
fn held_back(published: &Yaml) -> &'static str {
    if published.as_bool() == Some(false) { "draft = true\n" } else { "" }
}

/// Writes one entry: a line, or a table below all lines.
fn entry(lines: &mut String, tables: &mut String, key: &Key, value: &Yaml) {
    match (key.shape, value) {
        (_, Yaml::Null | Yaml::BadValue) => {}
        (Shape::Table, Yaml::Hash(table)) => push_table(tables, &format!("[{}]", key.name), table, key),
        (Shape::Named, Yaml::Hash(named)) => {
            for (name, table) in named {
                let name = format!("[{}.{}]", key.name, bare_key(&words(name)));
                table.as_hash().into_iter().for_each(|table| push_table(tables, &name, table, key));
            }
        }
        (Shape::Rows, Yaml::Array(rows)) if rows.iter().all(|row| row.as_hash().is_some()) => {
            let rows = rows.iter().filter_map(Yaml::as_hash);
            rows.for_each(|row| push_table(tables, &format!("[[{}]]", key.name), row, key));
        }
        (Shape::Rows, Yaml::Hash(row)) => push_table(tables, &format!("[[{}]]", key.name), row, key),
        _ => push_line(lines, key.name, &typed_as(value, Some(key))),
    }
}

fn push_table(tables: &mut String, heading: &str, table: &Hash, of: &Key) {
    let _ = writeln!(tables, "{heading}");
    for (name, value) in table.iter().filter(|(_, value)| !value.is_null()) {
        let name = words(name);
        let key = of.keys.iter().find(|key| key.name == name);
        push_line(tables, &name, &typed_as(value, key));
    }
}

fn push_line(lines: &mut String, name: &str, value: &str) {
    let _ = writeln!(lines, "{} = {value}", bare_key(name));
}

/// A value as the key wants it typed.
fn typed_as(value: &Yaml, key: Option<&Key>) -> String {
    let wants = Wants::of(key);
    match value {
        Yaml::Hash(table) => {
            let entries =
                table.iter().map(|(key, value)| format!("{} = {}", bare_key(&words(key)), typed_as(value, None)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Yaml::Array(list) if matches!(wants, Wants::List | Wants::Anything) => {
            format!("[{}]", list.iter().map(|value| typed_as(value, None)).collect::<Vec<_>>().join(", "))
        }
        Yaml::Array(list) => quoted(&list.iter().map(words).collect::<Vec<_>>().join(", ")),
        _ if wants == Wants::List => format!("[{}]", typed_as(value, None)),
        _ => scalar(value, wants),
    }
}

fn scalar(value: &Yaml, wants: Wants) -> String {
    let text = words(value);
    let bare = match wants {
        Wants::Flag => flag(&text).map(|flag| flag.to_string()),
        Wants::Number => text.parse::<u32>().ok().map(|number| number.to_string()),
        Wants::Date => text.get(..10).filter(|date| is_date(date)).map(quoted),
        Wants::Text | Wants::List => None,
        Wants::Anything => matches!(value, Yaml::Integer(_) | Yaml::Boolean(_)).then(|| text.clone()),
    };
    bare.unwrap_or_else(|| quoted(&text))
}

/// What stands behind a key of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wants {
    Text,
    Flag,
    Number,
    Date,
    List,
    /// No key of ours is meant.
    Anything,
}

impl Wants {
    fn of(key: Option<&Key>) -> Self {
        match key.map(|key| (key.kind, key.example)) {
            None => Wants::Anything,
            Some(("a date", _)) => Wants::Date,
            Some((_, "true")) => Wants::Flag,
            Some((_, "1")) => Wants::Number,
            Some((_, example)) if example.starts_with('[') => Wants::List,
            Some(_) => Wants::Text,
        }
    }
}

fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => Some(true),
        "false" | "no" | "off" | "n" => Some(false),
        _ => None,
    }
}

fn is_date(text: &str) -> bool {
    text.bytes().enumerate().all(|(at, byte)| if [4, 7].contains(&at) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A value without a type: what was typed, as far as YAML still knows.
pub(super) fn words(value: &Yaml) -> String {
    match value {
        Yaml::String(text) | Yaml::Real(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Yaml::Integer(number) => number.to_string(),
        Yaml::Boolean(flag) => flag.to_string(),
        Yaml::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

fn bare_key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_bare { name.to_owned() } else { quoted(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yaml_rust2::YamlLoader;

    #[track_caller]
    fn check(kind: Kind, yaml: &str, toml: &str, left_out: &[&str]) {
        let loaded = YamlLoader::load_from_str(yaml).unwrap();
        let seen = rewrite(loaded[0].as_hash().unwrap(), kind);
        assert_eq!(seen.toml.trim_end(), toml, "{yaml}");
        assert_eq!(seen.left_out, left_out, "{yaml}");
        assert!(toml::de::DeTable::parse(&seen.toml).is_ok(), "{}", seen.toml);
    }

    #[test]
    fn names_of_other_programs_become_ours() {
        check(Kind::Guide, "title: A\ndescription: B", "title = \"A\"\nsummary = \"B\"", &[]);
        check(Kind::Guide, "summary: A\ndescription: B", "summary = \"A\"", &["description"]);
        check(Kind::Guide, "Weight: 3\ntags: [a, b]\nlayout: x", "order = 3", &["tags", "layout"]);
        check(Kind::Guide, "date: 2026-03-01T10:00:00Z", "effective = \"2026-03-01\"", &[]);
        check(Kind::Guide, "lastmod: 2026-03-01", "reviewed = \"2026-03-01\"", &[]);
        check(Kind::Guide, "published: false", "draft = true", &[]);
    }

    #[test]
    fn values_take_the_type_our_keys_want() {
        check(Kind::Guide, "title: 2026", "title = \"2026\"", &[]);
        check(Kind::Guide, "draft: yes\norder: \"7\"", "draft = true\norder = 7", &[]);
        check(Kind::Guide, "title: true\nsummary:\n", "title = \"true\"", &[]);
        check(Kind::Guide, "summary: >\n  a \"b\"\n  c\\d\n", "summary = \"a \\\"b\\\" c\\\\d\"", &[]);
        check(Kind::Guide, "title: [a, b]", "title = \"a, b\"", &[]);
        check(Kind::Welcome, "read_first: availability", "read_first = [\"availability\"]", &[]);
        check(Kind::Faq, "category: 5\npolicy: scope", "category = \"5\"\npolicy = \"scope\"", &[]);
    }

    #[test]
    fn tables_stand_below_all_lines() {
        let yaml = "hours:\n  office:\n    mon-thu: 9:00-17:00\n    fri: closed\ntitle: Hours\n\
                    closure:\n  - name: Christmas\n    on: 12-25\n  - name: Inventory\n    on: 2027-03-12\n    schedules: [office]\n\
                    waiting:\n  usual: 10 minutes\n";
        let toml = "title = \"Hours\"\n[hours.office]\nmon-thu = \"9:00-17:00\"\nfri = \"closed\"\n\
                    [[closure]]\nname = \"Christmas\"\non = \"12-25\"\n\
                    [[closure]]\nname = \"Inventory\"\non = \"2027-03-12\"\nschedules = [\"office\"]\n\
                    [waiting]\nusual = \"10 minutes\"";
        check(Kind::Availability, yaml, toml, &[]);
        check(Kind::Channels, "channel:\n  id: email", "[[channel]]\nid = \"email\"", &[]);
    }

    #[test]
    fn what_is_no_yaml_is_read_line_by_line() {
        let seen = rewrite(&line_by_line("title: Hours: when\nsummary: \"we're\ndraft: true\n- x"), Kind::Guide);
        assert_eq!(seen.toml, "title = \"Hours: when\"\nsummary = \"we're\"\ndraft = true\n");
    }
}
