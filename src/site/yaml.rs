//! Headers in the style of other programs. In a site they are an error that shows the same header as ours; in a
//! somebody's handbook their title and description are read.

use std::fmt::Write as _;

use yaml_rust2::{Yaml, YamlLoader};

use crate::diagnostic::{At, Diagnostic, Findings, Span, codes};
use crate::policy::kinds::Kind;
use crate::policy::page::HeaderWritten;
use crate::policy::written::{HasGaps, Prose, Reading};
use crate::source::{Layout, PageText};

use super::page::{PageFacts, PageHeader};

/// Reads a YAML header as far as it goes.
pub(super) fn read(text: &PageText, base: usize, header: &str, layout: Layout, findings: &mut Findings) -> PageHeader {
    let span = Span::new(text.file, base..base + header.trim_end().len());
    let mut reading = Reading::new(text.file, base, header, None);
    let mut written = HeaderWritten::read_keys(&toml::de::DeTable::new(), span, &mut reading);
    let document = YamlLoader::load_from_str(header).ok().and_then(|documents| documents.into_iter().next());
    match layout {
        Layout::Site => findings.push(told(span, document.as_ref(), header)),
        Layout::Handbook => {
            let prose = |key: &str| {
                let words = document.as_ref().and_then(|it| it[key].as_str())?;
                let place =
                    place_of(key, header).map_or(span, |at| Span::new(text.file, base + at.start..base + at.end));
                Some(prose(words, place))
            };
            written.title = prose("title");
            written.summary = prose("description");
        }
    }
    let kind = match layout {
        Layout::Site => Kind::of_path(text.path.as_str()),
        Layout::Handbook => Kind::Guide,
    };
    PageHeader { written, kind, facts: PageFacts::Nothing, gaps: HasGaps::Yes }
}

/// Where a key stands in the header. Two keys must not share a place: their words are looked up by it.
fn place_of(key: &str, header: &str) -> Option<std::ops::Range<usize>> {
    let mut places = header.match_indices(key).map(|(at, key)| at..at + key.len());
    places.find(|at| header[at.end..].trim_start_matches('"').trim_start().starts_with(':'))
}

/// Titles of other people's pages are shown as they are: what looks like a reference is none.
fn prose(text: &str, span: Span) -> At<Prose> {
    let text = text.replace("{{", "\\{{");
    At::new(Prose { text: text.into(), span, verbatim: false }, span)
}

fn told(span: Span, document: Option<&Yaml>, header: &str) -> Diagnostic {
    let toml = document.map(as_toml).filter(|toml| !toml.trim().is_empty());
    let help = match toml {
        Some(toml) => format!("Write it like this:\n+++\n{toml}+++"),
        None => format!(
            "Put `+++` above and below, and write each line as `name = \"value\"`:\n+++\n{}\n+++",
            line_by_line(header)
        ),
    };
    Diagnostic::new(
        &codes::header::YAML,
        "This header stands between `---` lines; here it must stand between `+++` lines.",
    )
    .at(span)
    .help(help)
}

fn as_toml(document: &Yaml) -> String {
    let mut toml = String::new();
    push_table(&mut toml, "", document);
    toml
}

/// The lines of a table, then the tables in it, each under its whole name.
fn push_table(toml: &mut String, name: &str, table: &Yaml) {
    let entries = || table.as_hash().into_iter().flatten().filter_map(|(key, value)| Some((key.as_str()?, value)));
    for (key, value) in entries().filter(|(_, value)| !is_table(value)) {
        let _ = writeln!(toml, "{key} = {}", scalar(value));
    }
    for (key, value) in entries().filter(|(_, value)| is_table(value)) {
        let name = if name.is_empty() { key.to_owned() } else { format!("{name}.{key}") };
        for row in value.as_vec().map_or_else(|| vec![value], |rows| rows.iter().collect()) {
            // A table that holds nothing but tables needs no line of its own.
            let has_lines = row.as_hash().is_some_and(|hash| hash.values().any(|value| !is_table(value)));
            match value.as_vec() {
                Some(_) => _ = writeln!(toml, "[[{name}]]"),
                None if has_lines => _ = writeln!(toml, "[{name}]"),
                None => {}
            }
            push_table(toml, &name, row);
        }
    }
}

fn is_table(value: &Yaml) -> bool {
    value.as_hash().is_some() || value.as_vec().is_some_and(|rows| rows.iter().any(|row| row.as_hash().is_some()))
}

fn scalar(value: &Yaml) -> String {
    match value {
        Yaml::Boolean(flag) => flag.to_string(),
        Yaml::Integer(number) => number.to_string(),
        Yaml::Array(list) => format!("[{}]", list.iter().map(scalar).collect::<Vec<_>>().join(", ")),
        Yaml::Real(text) | Yaml::String(text) => {
            format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
        }
        _ => "\"\"".to_owned(),
    }
}

fn line_by_line(header: &str) -> String {
    let lines = header.lines().filter(|line| !line.trim().is_empty()).map(|line| match line.split_once(':') {
        Some((key, value)) => format!("{} = \"{}\"", key.trim(), value.trim().trim_matches(['"', '\''])),
        None => format!("# {line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}
