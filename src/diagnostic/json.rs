//! Findings for programs: the one object that `--format json` prints.
//!
//! Its keys are a contract with other people's scripts: always all of them, always in this order, `null` where a
//! value is unknown. Lines and columns count from 1, columns in characters; `end_line` and `end_column` name the
//! character *after* the last one, so `end_column - column` is the length of a finding within one line, and both
//! are equal where nothing is marked. A finding's second places are for people and are left out.

use serde::Serialize;

use super::location::Location;
use super::{Diagnostic, Findings, Position, Sources};

/// What a run did beside finding things; `None` is printed as `null`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Pages of the site.
    pub pages: Option<usize>,
    /// Files written.
    pub written: Option<usize>,
    /// Files that were already right.
    pub unchanged: Option<usize>,
    /// Files of an earlier build that are gone.
    pub removed: Option<usize>,
    /// How long it took.
    pub milliseconds: Option<u64>,
}

#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Finding<'a>>,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    help: Option<&'a str>,
}

/// The object, on one line with a line end, its findings in reading order.
#[must_use]
pub fn report(findings: &Findings, sources: &Sources, counts: Counts) -> String {
    let sorted = findings.sorted(sources);
    let findings = sorted.iter().map(|finding| Finding::of(finding, sources)).collect();
    // Text and numbers under fixed keys always have a JSON form; the other arm exists for the type's sake.
    serde_json::to_string(&Report { findings, counts }).map(|object| object + "\n").unwrap_or_default()
}

impl<'a> Finding<'a> {
    fn of(finding: &'a Diagnostic, sources: &'a Sources) -> Self {
        let location = finding.place.map(|place| Location::of(place, sources));
        let range = location.and_then(|location| location.range);
        let start = |part: fn(Position) -> u32| range.map(|(start, _)| part(start));
        let end = |part: fn(Position) -> u32| range.map(|(_, end)| part(end));
        Finding {
            code: finding.code.id,
            severity: finding.severity.word(),
            message: &finding.message,
            file: location.map(|location| location.file),
            line: start(|position| position.line),
            column: start(|position| position.column),
            end_line: end(|position| position.line),
            end_column: end(|position| position.column),
            help: finding.help.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests;
