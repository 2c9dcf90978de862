//! `welcomemat build`: the site into its folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::place::{self, Place, Reader};
use super::progress::{Quiet, while_working};
use super::{Ending, terminal};
use crate::build::{self, Build, Memory, Order, Staff};
use crate::diagnostic::json::Counts;
use crate::diagnostic::{Findings, Severity, human, json};
use crate::output::{Cause, Destination, Edition, Ledger, Protected, Published, Texts, Unpublished, keep, publish};
use crate::print::Pdf;
use crate::source::{DiskFiles, Layout};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder; without it the current one, or the site above it
    dir: Option<PathBuf>,
    /// Where the built site goes
    #[arg(long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Where the pages for your own people go
    #[arg(long, value_name = "DIR")]
    staff: Option<PathBuf>,
    /// Treat warnings like errors
    #[arg(long)]
    strict: bool,
    /// Build as if it were this day
    #[arg(long, value_name = "DATE", value_parser = place::date)]
    today: Option<Date>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Leave the PDF out
    #[arg(long)]
    no_pdf: bool,
    /// Leave the pages for your own people out
    #[arg(long)]
    no_staff: bool,
    /// Speak only of errors
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Format {
    fn reader(self) -> Reader {
        match self {
            Format::Json => Reader::Program,
            Format::Human => Reader::Person,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Ending {
    let started = Instant::now();
    let place = match Place::find(arguments.dir.as_deref()) {
        Ok(place) => place,
        Err(missing) => return place::tell_or_report(*missing, arguments.format.reader()),
    };
    let quiet = if arguments.quiet { Quiet::Yes } else { Quiet::No };
    let files = DiskFiles::new(&place.root);
    let pdf = if arguments.no_pdf { Pdf::Skip } else { Pdf::Make };
    let staff = if arguments.no_staff { Staff::LeftOut } else { Staff::Wanted };
    let order = Order { pdf, staff, ..Order::from(place::today(arguments.today)) };
    if pdf == Pdf::Make {
        ask_for_small_pages();
    }
    let output = Target::of(arguments.output.as_deref(), Edition::Site, &place);
    let kept = place::program().map(|program| Kept::of(&place, &output, &program));
    let mut memory = kept.as_ref().map_or_else(Memory::default, Kept::memory);
    let build = while_working("Building the site …", quiet, || {
        build::build_again(&files, place.layout, &place.name(), order, &mut memory)
    });
    let stops = build.findings.has_errors() || arguments.strict && build.findings.count(Severity::Warning) > 0;
    let published = (!stops).then(|| publish_all(arguments, &place, &output, &build, kept.as_ref()));
    // Who was refused a folder asked for the wrong thing; then nothing is left anywhere.
    if !matches!(published, Some(Err(_))) {
        keep::settle(&place.root, &build::keepsakes(&build.site, build.emblem.as_deref()));
    }
    let milliseconds = started.elapsed().as_millis();
    let ending = Report { arguments, output: &output, build: &build, milliseconds }.finish(published);
    // The program ends here. Giving back ten thousand pages one by one would take longer than many a site takes to build.
    std::mem::forget(build);
    ending
}

/// What earlier builds of a large site kept of their work.
struct Kept {
    pages: Arc<Ledger>,
    texts: Arc<Texts>,
}

impl Kept {
    fn of(place: &Place, output: &Target, program: &Path) -> Self {
        let texts = Arc::new(Texts::of(&place.root, program));
        let pages = Arc::new(Ledger::of(&place.root, &output.folder, program));
        let opening = (Arc::clone(&texts), Arc::clone(&pages));
        // The folder is walked on one core; the others have time for this.
        rayon::spawn(move || opening.0.open());
        rayon::spawn(move || opening.1.open());
        Kept { pages, texts }
    }

    fn memory(&self) -> Memory {
        Memory::of_earlier(Arc::clone(&self.pages) as _, Arc::clone(&self.texts) as _)
    }
}

/// The PDF engine asks for memory in many small pieces. On Linux, huge pages would round those up by a third, and save it no time.
fn ask_for_small_pages() {
    #[cfg(all(feature = "pdf", target_os = "linux"))]
    rustix::thread::disable_transparent_huge_pages(true).ok();
}

/// Publishes the site, then the staff edition, which is made while the disk is busy with the site, and keeps what the next build may need.
fn publish_all(
    arguments: &Arguments,
    place: &Place,
    output: &Target,
    build: &Build,
    kept: Option<&Kept>,
) -> Result<Published, Unpublished> {
    let staff = Target::of(arguments.staff.as_deref(), Edition::Staff, place);
    // Both folders are looked at before either is written: a site without the edition that was asked for is half a build.
    let site = output.open(place, &staff)?;
    let is_wanted = build.looked.is_some() || arguments.staff.is_some();
    let desk = if is_wanted { Some(staff.open(place, output)?) } else { None };
    let quiet = if arguments.quiet { Quiet::Yes } else { Quiet::No };
    let edition =
        || build.looked.as_ref().map(|looked| build::staff_edition(build, looked, place::today(arguments.today)));
    let write = || while_working("Writing the site …", quiet, || publish(&build.output, &site));
    let keep_texts = || kept.map(|kept| kept.texts.keep(&build.site.pages));
    let (published, (edition, _)) = rayon::join(write, || rayon::join(edition, keep_texts));
    let mut published = published?;
    if let Some(kept) = kept {
        kept.pages.keep(&build.output, &published);
    }
    if let (Some(edition), Some(desk)) = (edition, desk) {
        published.findings.append(publish(&edition, &desk)?.findings);
    }
    Ok(published)
}

/// The folder an edition goes into.
struct Target {
    folder: PathBuf,
    /// As the owner typed it; the usual one as seen from the site's folder.
    shown: String,
    edition: Edition,
    /// Where this edition goes when nobody says otherwise; an earlier build may lie there.
    usual: PathBuf,
}

impl Target {
    fn of(typed: Option<&Path>, edition: Edition, place: &Place) -> Self {
        let usual = match edition {
            Edition::Site => "public",
            Edition::Staff => "staff",
        };
        let shown = typed.map_or_else(|| usual.to_owned(), |typed| typed.display().to_string());
        let usual = place.root.join(usual);
        Target { folder: typed.map_or_else(|| usual.clone(), Path::to_owned), shown, edition, usual }
    }

    /// Accepts the folder if it keeps apart from the owner's own and from those of the other edition, `other`.
    fn open(&self, place: &Place, other: &Target) -> Result<Destination, Unpublished> {
        let home = place::home();
        let mut closed = vec![place.root.join("themes"), other.usual.clone(), other.folder.clone()];
        if place.layout == Layout::Site {
            closed.push(place.root.join("content"));
        }
        let protected = Protected { site: &place.root, closed: &closed, home: home.as_deref() };
        Destination::open(&self.folder, &self.shown, self.edition, &protected)
    }
}

struct Report<'r> {
    arguments: &'r Arguments,
    output: &'r Target,
    build: &'r Build,
    milliseconds: u128,
}

impl Report<'_> {
    fn finish(&self, published: Option<Result<Published, Unpublished>>) -> Ending {
        let mut findings = self.build.findings.clone();
        let (counts, ending) = match published {
            None => (Published::default(), Ending::of_faulty(&findings)),
            Some(Ok(published)) => {
                findings.append(published.findings.clone());
                (published, Ending::Fine)
            }
            Some(Err(unpublished)) => {
                findings.append(unpublished.findings);
                let ending = if unpublished.cause == Cause::Refused { Ending::Errors } else { Ending::OutsideWorld };
                (Published::default(), ending)
            }
        };
        match self.arguments.format {
            Format::Json => terminal::say(&self.json(&findings, &counts)),
            Format::Human => self.tell(&findings, &counts, ending),
        }
        ending
    }

    fn json(&self, findings: &Findings, counts: &Published) -> String {
        let counts = Counts {
            pages: Some(self.build.site.pages.len()),
            written: Some(counts.written),
            unchanged: Some(counts.unchanged),
            removed: Some(counts.removed),
            milliseconds: u64::try_from(self.milliseconds).ok(),
        };
        json::report(findings, &self.build.sources, counts)
    }

    fn tell(&self, findings: &Findings, counts: &Published, ending: Ending) {
        let shown = if self.arguments.quiet { only_errors(findings) } else { findings.clone() };
        if !shown.is_empty() {
            terminal::tell(&human::list_in_short(&shown, &self.build.sources, terminal::look_of_stderr()));
        }
        if !self.arguments.quiet || ending != Ending::Fine {
            terminal::tell(&self.summary(findings, counts, ending));
        }
    }

    /// One line an owner understands: "18 pages, 2 things to look at, ready in public/".
    fn summary(&self, findings: &Findings, counts: &Published, ending: Ending) -> String {
        let pages = counted(self.build.site.pages.len(), "page", "pages");
        let tally = human::tally(findings);
        let tally = if findings.is_empty() { String::new() } else { format!(", {}", tally.trim_end_matches('.')) };
        match ending {
            Ending::Fine => {
                let shown = self.output.shown.trim_end_matches(['/', '\\']);
                let changed = if counts.written + counts.removed == 0 { " (nothing had changed)" } else { "" };
                format!("{pages}{tally}, ready in {shown}/{changed}\n")
            }
            _ => format!("{pages}{tally}. Nothing was published; the site is as it was.\n"),
        }
    }
}

fn only_errors(findings: &Findings) -> Findings {
    let mut errors = Findings::new();
    errors.extend(findings.iter().filter(|finding| finding.severity == Severity::Error).cloned());
    errors
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
