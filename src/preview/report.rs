//! What is said about the newest state of the site: for the panel, as JSON, and for the terminal in one line.

use serde::Serialize;

use super::showing::Showing;
use crate::diagnostic::{Diagnostic, Findings, Place, Severity, Sources, human};

/// More findings than this are counted, not listed: nobody reads them in a panel.
const MOST_LISTED: usize = 300;

/// How far the newest state has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It is shown; the whole build is still looking it over.
    #[default]
    Looking,
    /// It is shown, and a build would publish it.
    Good,
    /// Something is wrong with it: the last good one stays.
    Held,
}

/// What the panel is told.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// How far the newest state has come.
    pub stage: Stage,
    /// The number of the state that is shown: when it changes, there is something new to see.
    pub shown: u64,
    /// The number of the newest state.
    pub newest: u64,
    /// The business's name.
    pub name: String,
    /// The day the site is shown for.
    pub today: String,
    /// The business's zone.
    pub zone: String,
    /// Whether there are pages for the business's own people.
    pub has_team: bool,
    /// How many mistakes, things to look at, things to know.
    pub counts: [usize; 3],
    /// The tally in words.
    pub tally: String,
    /// The findings, in reading order, mistakes first.
    pub findings: Vec<Finding>,
}

/// One finding as the panel shows it.
#[derive(Debug, Serialize)]
pub struct Finding {
    /// `error`, `warning` or `notice`.
    pub severity: &'static str,
    /// Its code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to type or do.
    pub help: Option<String>,
    /// The file, as it is called from the site's folder.
    pub file: Option<String>,
    /// The line, from 1; absent for a file as a whole.
    pub line: Option<u32>,
    /// The column in characters, from 1.
    pub column: Option<u32>,
    /// The owner's own line.
    pub text: Option<String>,
}

impl Report {
    /// What is to be said about the newest state, while `shown` is what is seen.
    #[must_use]
    pub fn of(stage: Stage, shown: u64, newest: &Showing, findings: &Findings) -> Self {
        let prepared = &newest.prepared;
        let sources = &prepared.inputs.sources;
        let mut listed: Vec<&Diagnostic> = findings.iter().collect();
        listed.sort_by_key(|finding| finding.severity);
        let business = &prepared.site.business;
        Report {
            stage,
            shown,
            newest: newest.number,
            name: business.name.clone(),
            today: prepared.today.to_string(),
            zone: business.zone.as_ref().map(ToString::to_string).unwrap_or_default(),
            has_team: prepared.has_staff_pages(),
            counts: [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| findings.count(severity)),
            tally: human::tally(findings),
            findings: listed.into_iter().take(MOST_LISTED).map(|finding| Finding::of(finding, sources)).collect(),
        }
    }

    /// As JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The little that every open page is told at once: whether there is something new to see or to read.
    #[must_use]
    pub fn signal(&self) -> String {
        let stage = serde_json::to_string(&self.stage).unwrap_or_default();
        format!("{{\"shown\":{},\"newest\":{},\"stage\":{stage}}}", self.shown, self.newest)
    }
}

impl Finding {
    fn of(finding: &Diagnostic, sources: &Sources) -> Self {
        let file = finding.place.map(|place| sources.file(place.file()));
        let position = match (finding.place, file) {
            (Some(Place::Text(span)), Some(file)) => Some(file.position(span.start)),
            _ => None,
        };
        Finding {
            severity: finding.severity.word(),
            code: finding.code.id,
            message: finding.message.clone(),
            help: finding.help.clone(),
            file: file.map(|file| file.name().to_owned()),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            text: position.zip(file).map(|(position, file)| file.line(position.line).to_owned()),
        }
    }
}
