//! Findings for GitHub: workflow commands that become annotations beside the lines of a change.
//!
//! The form and its escaping are those of `actions/toolkit`, `packages/core/src/command.ts`: `%`, CR and LF are
//! percent-encoded everywhere, `:` and `,` in properties too. Columns are given only when a finding begins and ends
//! on one line: the Checks API refuses an annotation with columns over several lines, and with it the whole batch.

use std::fmt::Write;

use super::location::Location;
use super::{Diagnostic, Findings, Place, Sources};

/// One command a finding, in reading order.
///
/// `folder` is the site's folder as seen from the top of the repository, with `/`; empty when they are the same.
/// GitHub shows an annotation only if its file is named from there.
#[must_use]
pub fn report(findings: &Findings, sources: &Sources, folder: &str) -> String {
    let mut text = String::new();
    for finding in &findings.sorted(sources) {
        push_command(&mut text, finding, sources, folder);
    }
    text
}

fn push_command(text: &mut String, finding: &Diagnostic, sources: &Sources, folder: &str) {
    let mut properties = String::new();
    if let Some(place) = finding.place {
        push_location(&mut properties, Location::of(place, sources), folder);
    }
    properties.push_str("title=");
    properties.push_str(&property(finding.code.id));
    let words = message(&words(finding, sources));
    let _ = writeln!(text, "::{} {properties}::{words}", finding.severity.word());
}

fn push_location(properties: &mut String, location: Location, folder: &str) {
    let folder = folder.trim_end_matches('/');
    let slash = if folder.is_empty() { "" } else { "/" };
    let _ = write!(properties, "file={}{slash}{},", property(folder), property(location.file));
    let Some((start, end)) = location.range else { return };
    let _ = write!(properties, "line={},", start.line);
    if start.line == end.line {
        let _ = write!(properties, "col={},endLine={},endColumn={},", start.column, end.line, end.column);
    } else {
        let _ = write!(properties, "endLine={},", end.line);
    }
}

/// An annotation is one paragraph: the message, the help, and the other places by name.
fn words(finding: &Diagnostic, sources: &Sources) -> String {
    let mut words = finding.message.clone();
    if let Some(help) = &finding.help {
        let _ = write!(words, "\n{help}");
    }
    for label in &finding.labels {
        let location = Location::of(Place::Text(label.span), sources);
        let line = location.range.map_or(1, |(start, _)| start.line);
        let _ = write!(words, "\n{}, line {line}: {}", location.file, label.words);
    }
    words
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests;
