//! `welcomemat check`: every finding, nothing written.

use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::place::{self, Place};
use super::progress::{Quiet, while_working};
use super::{Ending, terminal};
use crate::build;
use crate::diagnostic::json::Counts;
use crate::diagnostic::{Severity, github, human, json};
use crate::source::DiskFiles;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder; without it the current one, or the site above it
    dir: Option<PathBuf>,
    /// Treat warnings like errors
    #[arg(long)]
    strict: bool,
    /// Show every warning and notice, not just the first few of each kind
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

pub(super) fn run(arguments: &Arguments) -> Ending {
    let started = Instant::now();
    let place = match Place::find(arguments.dir.as_deref()) {
        Ok(place) => place,
        Err(ending) => return ending,
    };
    let files = DiskFiles::new(&place.root);
    let today = place::today(arguments.today);
    let checked =
        while_working("Checking the site …", Quiet::No, || build::check(&files, place.layout, &place.name(), today));
    let build = &checked.build;
    let (findings, sources) = (&build.findings, &build.sources);
    match arguments.format {
        Format::Human => {
            let report = if arguments.all { human::report } else { human::report_in_short };
            terminal::say(&report(findings, sources, terminal::look_of_stdout()));
        }
        Format::Json => {
            let counts = Counts {
                pages: Some(build.site.pages.len()),
                written: Some(0),
                unchanged: Some(0),
                removed: Some(0),
                milliseconds: u64::try_from(started.elapsed().as_millis()).ok(),
            };
            terminal::say(&json::report(findings, sources, counts));
        }
        Format::Github => terminal::say(&github::report(findings, sources, "")),
    }
    let fails = findings.has_errors() || arguments.strict && findings.count(Severity::Warning) > 0;
    if fails { Ending::Errors } else { Ending::Fine }
}
