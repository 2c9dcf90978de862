//! `welcomemat when`: what is open at a moment, and when an answer is due on each channel.
//!
//! It answers whenever its own schedules are sound, whatever else is wrong with the site: the owner checks a promise before making it.

mod answer;
mod moment;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::place;
use super::{Ending, terminal};
use crate::build::Today;
use crate::diagnostic::{Diagnostic, Findings, Place, Severity, human};
use crate::policy::channels::Channel;
use crate::policy::kinds::Kind;
use crate::policy::values::Id;
use crate::site::{self, Site};
use crate::source::{self, DiskFiles, Inputs, Layout};
use crate::time::hours::Hours;

/// Families of findings that hours and zones are told in.
const OF_HOURS: [&str; 4] = ["header/", "policy/", "site/", "time/"];

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// One channel's id; without it all of them
    channel: Option<String>,
    /// The moment: a time as your clock shows it, or with Z, an offset or a [Zone/Name] behind it; without it now
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The site's folder; without it the current one, or the site above it
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// How the answer is printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    match answer(arguments) {
        Ok(()) => Ending::Fine,
        Err(ending) => ending,
    }
}

fn answer(arguments: &Arguments) -> Result<(), Ending> {
    let place = place::Place::find(arguments.site.as_deref()).map_err(|missing| place::tell_missing(*missing))?;
    let (inputs, mut findings) = source::read(&DiskFiles::new(&place.root), place.layout);
    let (site, found) = site::assemble(&inputs, place.layout, &place.name());
    findings.append(found);
    refuse_unsound(&findings, &site, &inputs)?;
    let zone = site.business.zone.as_ref().map_or(TimeZone::UTC, |zone| zone.rules().clone());
    let at = moment(arguments, &zone)?;
    let hours = Hours::around(&site.policies.availability, site.policies.on_call_schedules(), &zone, at);
    let channels = channels(&site, arguments.channel.as_deref())?;
    let answer = answer::Answer::new(&site, &hours, at, channels);
    terminal::say(&match arguments.format {
        Format::Human => answer.words(arguments.channel.is_some()),
        Format::Json => answer.json(),
    });
    Ok(())
}

/// An answer from hours that could not be read would be wrong by hours, and worse than silence. Whatever else is wrong does not matter here.
fn refuse_unsound(findings: &Findings, site: &Site, inputs: &Inputs) -> Result<(), Ending> {
    let hours = site.page_of(Kind::Availability).map(|page| page.file);
    let settings = inputs.business.filter(|_| site.business.zone.is_none() && site.layout == Layout::Site);
    let decides = |finding: &&Diagnostic| {
        let file = finding.place.map(Place::file);
        let is_read_here = OF_HOURS.iter().any(|family| finding.code.id.starts_with(family));
        finding.severity == Severity::Error && is_read_here && file.is_some() && (file == hours || file == settings)
    };
    let mut unsound = Findings::new();
    unsound.extend(findings.iter().filter(decides).cloned());
    if unsound.is_empty() {
        return Ok(());
    }
    unsound.sort(&inputs.sources);
    terminal::tell(&human::report(&unsound, &inputs.sources, terminal::look_of_stderr()));
    Err(Ending::Errors)
}

fn moment(arguments: &Arguments, zone: &TimeZone) -> Result<Timestamp, Ending> {
    let Some(typed) = &arguments.at else {
        return Ok(match place::today(None) {
            Today::At(now) => now,
            Today::Given(_) => Timestamp::UNIX_EPOCH,
        });
    };
    let moment = moment::read(typed, zone).map_err(|message| {
        terminal::tell(&format!("{message}\n"));
        Ending::OutsideWorld
    })?;
    if let Some(note) = &moment.note {
        terminal::tell(&format!("{note}\n"));
    }
    Ok(moment.at)
}

fn channels<'s>(site: &'s Site, wanted: Option<&str>) -> Result<Vec<&'s Channel>, Ending> {
    let Some(wanted) = wanted else { return Ok(site.policies.channels.iter().collect()) };
    let found = Id::read(wanted).ok().and_then(|id| site.policies.channel(&id));
    found.map(|channel| vec![channel]).ok_or_else(|| {
        let ids: Vec<&str> = site.policies.channels.iter().map(|channel| channel.id.value.as_str()).collect();
        let near = crate::diagnostic::nearest(wanted, ids.iter().copied());
        let help =
            near.map_or_else(|| format!("There are: {}.", ids.join(", ")), |near| format!("Did you mean `{near}`?"));
        terminal::tell(&format!("There is no channel called `{wanted}`. {help}\n"));
        Ending::OutsideWorld
    })
}
