//! `business.toml` → who we are.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, FileId, Findings, Span, codes};
use crate::policy::business::{self, Business, BusinessWritten};
use crate::policy::written::Reading;
use crate::source::{Inputs, Layout};

/// Reads the settings; a handbook may have none.
pub(super) fn read(
    inputs: &Inputs,
    layout: Layout,
    folder_name: &str,
    findings: &mut Findings,
) -> (Business, Option<BusinessWritten>) {
    let written = match inputs.business {
        Some(file) => read_file(inputs, file, findings),
        None => {
            tell_missing(layout, findings);
            None
        }
    };
    (Business::mean(written.as_ref(), folder_name), written)
}

fn read_file(inputs: &Inputs, file: FileId, findings: &mut Findings) -> Option<BusinessWritten> {
    let text = inputs.sources.file(file).text().clone();
    let legible = super::look_alikes::legible(file, 0, &text, findings);
    let table = header_table(file, 0, &legible, findings)?;
    let mut reading = Reading::new(file, 0, &text, None);
    let written = business::read(&table, &mut reading);
    findings.append(reading.findings);
    written
}

fn tell_missing(layout: Layout, findings: &mut Findings) {
    let diagnostic = match layout {
        Layout::Site => Diagnostic::new(
            &codes::site::NO_BUSINESS,
            "There is no `content/business.toml`, so nobody knows whose site this is.",
        ),
        Layout::Handbook => Diagnostic::new(
            &codes::site::HANDBOOK,
            "This folder has no `business.toml`; its pages are shown as they are.",
        ),
    };
    findings.push(diagnostic.help("Make it with `format = 1` and a `[business]` table: name, timezone and country."));
}

/// Reads the TOML of a header; what is misspelt in it is told line by line, and what can be read is kept.
pub(super) fn header_table<'t>(
    file: FileId,
    base: usize,
    header: &'t str,
    findings: &mut Findings,
) -> Option<toml::Spanned<DeValue<'t>>> {
    let (table, slips) = DeTable::parse_recoverable(header);
    for slip in &slips {
        findings.push(header_slip(file, base, header, slip));
    }
    let range = table.span();
    slips.is_empty().then(|| toml::Spanned::new(range, DeValue::Table(table.into_inner())))
}

fn header_slip(file: FileId, base: usize, header: &str, slip: &toml::de::Error) -> Diagnostic {
    let range = slip.span().unwrap_or(0..0);
    let range = range.start.min(header.len())..range.end.min(header.len());
    let line_start = header[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line = header[line_start..].lines().next().unwrap_or("");
    let (message, help) = in_owner_words(slip.message(), line, &header[range.clone()]);
    let span = Span::new(file, base + range.start..base + range.end);
    Diagnostic::new(&codes::header::MISSPELT, message).at(span).help(help)
}

/// The TOML reader speaks to programmers; owners get the same place in their own words.
fn in_owner_words(message: &str, line: &str, typed: &str) -> (String, String) {
    let key = line.split('=').next().unwrap_or("").trim();
    if message.contains("duplicate key") {
        return (format!("`{}` is written twice here.", typed.trim()), "Keep one of the two lines.".to_owned());
    }
    if line.contains(['“', '”', '‘', '’']) {
        let straight = line.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        return (
            "These quotes are curly; a header needs straight ones.".to_owned(),
            format!("Write `{}`.", straight.trim()),
        );
    }
    if !line.contains('=') && line.contains(':') {
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim().trim_matches(['"', '\'']);
        return (
            "Here stands `:` where a header has `=`.".to_owned(),
            format!("Write `{} = \"{value}\"`.", key.trim()),
        );
    }
    if line.trim_start().starts_with('[') && !line.contains(']') {
        return ("This table's name is not closed.".to_owned(), format!("Write `{}]`.", line.trim()));
    }
    if let Some((_, value)) = line.split_once('=') {
        let value = value.trim();
        let needs_quotes = !value.starts_with(['"', '\'', '[', '{']) && !value.is_empty();
        if needs_quotes {
            return (
                format!("The value of `{key}` needs quotes around it."),
                format!("Write `{key} = \"{}\"`.", value.trim_end_matches('"')),
            );
        }
        if value.is_empty() {
            return (format!("`{key}` has no value."), format!("Write `{key} = \"…\"`, or remove the line."));
        }
        if value.matches('"').count() % 2 == 1 {
            return (
                "A quote is missing in this line.".to_owned(),
                format!("Write `{key} = \"{}\"`.", value.trim_matches('"')),
            );
        }
        if value.starts_with('[') && !value.contains(']') {
            return (
                "This list is not closed.".to_owned(),
                "End it with `]`, and put commas between the entries.".to_owned(),
            );
        }
    }
    let message = "This line of the header can't be read.".to_owned();
    (
        message,
        "A header has lines such as `name = \"value\"`, and tables such as `[business]` or `[[channel]]`.".to_owned(),
    )
}
