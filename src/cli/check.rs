//! `welcomemat check`: every finding; nothing written, but for what `--fix` puts in.

mod fix;
mod online;
mod score;

use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::place::{self, Place, Reader};
use super::progress::{Quiet, while_working};
use super::{Ending, terminal};
use crate::build::{self, Checked};
use crate::diagnostic::human::Extent;
use crate::diagnostic::json::Counts;
use crate::diagnostic::{Findings, Severity, github, human, json};
use crate::source::{DiskFiles, Layout};
use fix::Fixed;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder; without it the current one, or the site above it
    dir: Option<PathBuf>,
    /// Treat warnings like errors
    #[arg(long)]
    strict: bool,
    /// Put references in where sentences say otherwise than the facts; shows each change, and lays the files aside first
    #[arg(long)]
    fix: bool,
    /// Ask the hosts of outside links whether they still work; needs the internet, and a while
    #[arg(long)]
    online: bool,
    /// Show everything, not just about a screenful
    #[arg(long)]
    all: bool,
    /// Check as if it were this day
    #[arg(long, value_name = "DATE", value_parser = place::date)]
    today: Option<Date>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Github,
}

impl Format {
    fn reader(self) -> Reader {
        match self {
            Format::Json => Reader::Program,
            Format::Human | Format::Github => Reader::Person,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    let started = Instant::now();
    let place = match Place::find(arguments.dir.as_deref()) {
        Ok(place) => place,
        Err(missing) => return place::tell_or_report(*missing, arguments.format.reader()),
    };
    let files = DiskFiles::new(&place.root);
    let mut checked = look(arguments, &place, &files);
    if arguments.fix {
        match fix::fix(&place, &files, &checked.build.findings, &checked.build.sources) {
            Fixed::Nothing => terminal::tell("There is nothing to put in.\n\n"),
            Fixed::Changed => checked = look(arguments, &place, &files),
            Fixed::Failed => return Ending::OutsideWorld,
        }
    }
    if arguments.online {
        online::ask(&place, &mut checked.build, arguments.today);
    }
    report(arguments, &place, &checked, started);
    let findings = &checked.build.findings;
    let fails = findings.has_errors() || arguments.strict && findings.count(Severity::Warning) > 0;
    if fails { Ending::of_faulty(findings) } else { Ending::Fine }
}

fn look(arguments: &Arguments, place: &Place, files: &DiskFiles) -> Checked {
    let today = place::today(arguments.today);
    while_working("Checking the site …", Quiet::No, || build::check(files, place.layout, &place.name(), today))
}

fn report(arguments: &Arguments, place: &Place, checked: &Checked, started: Instant) {
    let (findings, sources) = (&checked.build.findings, &checked.build.sources);
    match arguments.format {
        Format::Human => terminal::say(&in_words(arguments, place, checked)),
        Format::Json => {
            let counts = Counts {
                pages: Some(checked.build.site.pages.len()),
                written: Some(0),
                unchanged: Some(0),
                removed: Some(0),
                milliseconds: u64::try_from(started.elapsed().as_millis()).ok(),
            };
            terminal::say(&json::report(findings, sources, counts));
        }
        Format::Github => terminal::say(&github::report(findings, sources, "")),
    }
}

/// Page by page; what clients still miss is told in a paragraph of its own, and one by one only with `--all`.
fn in_words(arguments: &Arguments, place: &Place, checked: &Checked) -> String {
    let (findings, sources) = (&checked.build.findings, &checked.build.sources);
    let look = terminal::look_of_stdout();
    // Whoever has mistakes to mend needs no advice yet, and a handbook promised nothing.
    let has_score = place.layout == Layout::Site && !findings.has_errors();
    let told = if arguments.all {
        human::report_by_page(findings, sources, look, Extent::All)
    } else {
        human::report_by_page(&without_gaps(findings), sources, look, Extent::Screenful)
    };
    if has_score { told + &score::told(&checked.score) } else { told }
}

/// All findings but the gaps that only advise.
fn without_gaps(findings: &Findings) -> Findings {
    let is_gap = |id: &str, severity| id.starts_with("needs/") && severity == Severity::Notice;
    let mut rest = Findings::new();
    rest.extend(findings.iter().filter(|finding| !is_gap(finding.code.id, finding.severity)).cloned());
    rest
}
