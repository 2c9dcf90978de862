//! A case without a disk: the site is built from files in memory.

use std::io;

use jiff::civil::date;
use welcomemat::address::SourcePath;
use welcomemat::build::{self, Build, Order, Today};
use welcomemat::check::outside;
use welcomemat::diagnostic::{Diagnostic, Place, Sources, human};
use welcomemat::print::Pdf;
use welcomemat::source::{Files, Layout, MemoryFiles, Walked};

use super::book::{Case, Finding, Found, Step};

/// A sound `business.toml`, for cases that do not bring their own.
pub(super) const BUSINESS: &str = "\
format = 1

[business]
name = \"Tidewater Web Studio\"
timezone = \"America/New_York\"
country = \"US\"
url = \"https://help.tidewater.example\"

[[people]]
id = \"dana\"
name = \"Dana Ruiz\"
";

/// Where it lies.
pub(super) const BUSINESS_PATH: &str = "content/business.toml";

/// Builds a case's site and gathers what was found.
pub(super) fn run(case: &Case) -> Found {
    let layout = if is_site(case) { Layout::Site } else { Layout::Handbook };
    let today = Today::Given(date(2026, 11, 22));
    let pdf = if case.name.starts_with("print/") { Pdf::Make } else { Pdf::Skip };
    let build = if is_looked_over(case) {
        looked_over(case, build::check(&files(case), layout, "Tidewater", today).build)
    } else {
        build::build(&files(case), layout, "Tidewater", Order { pdf, ..Order::from(today) })
    };
    let build = if case.name.starts_with("links/") { asked_outside(build) } else { build };
    Found { findings: findings(&build), report: human::report(&build.findings, &build.sources, human::Look::Plain) }
}

/// What `check --online` adds, with hosts that answer as their names say: `gone.example`, `busy.example`; all others work.
fn asked_outside(mut build: Build) -> Build {
    let links = outside::links(&build.site);
    let answer = |address: &String| match address.split('/').nth(2) {
        Some("gone.example") => outside::Answer::Gone("its host says that there is no such page".to_owned()),
        Some("busy.example") => outside::Answer::CannotTell("it answers with the number 503".to_owned()),
        _ => outside::Answer::Works,
    };
    let answers = links.keys().map(|address| (address.clone(), answer(address))).collect();
    build.findings.append(outside::tell(&links, &answers));
    build.findings.sort(&build.sources);
    build
}

/// Families that `check` finds and a build alone does not.
const LOOKED_OVER: &[&str] = &["facts", "needs", "tone", "reading", "fresh", "structure", "opinion"];

/// Whether a case is about what `check` finds.
pub(super) fn is_looked_over(case: &Case) -> bool {
    case.name.split('/').next().is_some_and(|family| LOOKED_OVER.contains(&family))
}

/// Outside its own family a case says nothing of what a small site still lacks.
fn looked_over(case: &Case, mut build: Build) -> Build {
    if !case.name.starts_with("needs/") {
        let mut kept = welcomemat::diagnostic::Findings::new();
        kept.extend(build.findings.iter().filter(|finding| !finding.code.id.starts_with("needs/")).cloned());
        build.findings = kept;
    }
    build
}

/// Every code that a case finds once its near misses stand in place of the files of the same name.
pub(super) fn codes_of_near_miss(case: &Case) -> Vec<String> {
    let mut drawer = files(case);
    let mut is_site = is_site(case);
    for step in &case.steps {
        if let Step::Near { path, bytes } = step {
            is_site |= path.starts_with("content/");
            drawer.barred.retain(|barred| barred.as_str() != path);
            drawer.files.put(path, bytes.clone());
        }
    }
    let today = Today::Given(date(2026, 11, 22));
    let layout = if is_site { Layout::Site } else { Layout::Handbook };
    let build = build::check(&drawer, layout, "Tidewater", today).build;
    let build = if case.name.starts_with("links/") { asked_outside(build) } else { build };
    build.findings.iter().map(|finding| finding.code.id.to_owned()).collect()
}

/// Whether a case's files are those of a site; else they are a handbook's.
pub(super) fn is_site(case: &Case) -> bool {
    case.steps.iter().any(|step| {
        matches!(step, Step::Put { path, .. } | Step::Link { path, .. } | Step::Remove { path } if path.starts_with("content/"))
    })
}

/// Files of which not all may be opened.
struct Drawer {
    files: MemoryFiles,
    barred: Vec<SourcePath>,
}

impl Files for Drawer {
    fn walk(&self, folder: &str) -> Walked {
        self.files.walk(folder)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        if self.barred.contains(path) { Err(io::ErrorKind::PermissionDenied.into()) } else { self.files.read(path) }
    }
}

fn files(case: &Case) -> Drawer {
    let (mut files, mut barred) = (MemoryFiles::default(), Vec::new());
    let removes = |step: &Step| matches!(step, Step::Remove { path } if path == BUSINESS_PATH);
    if is_site(case) && !case.steps.iter().any(removes) {
        files.put(BUSINESS_PATH, BUSINESS);
    }
    for step in &case.steps {
        match step {
            Step::Put { path, bytes } => files.put(path, bytes.clone()),
            Step::Bar { path } => {
                files.put(path, "");
                barred.push(SourcePath::new(path));
            }
            _ => {}
        }
    }
    Drawer { files, barred }
}

fn findings(build: &Build) -> Vec<Finding> {
    build.findings.iter().map(|finding| told(finding, &build.sources)).collect()
}

fn told(finding: &Diagnostic, sources: &Sources) -> Finding {
    let mut words = vec![finding.message.clone()];
    words.extend(finding.help.clone());
    words.extend(finding.labels.iter().map(|label| label.words.clone()));
    Finding {
        code: finding.code.id.to_owned(),
        severity: finding.severity.word().to_owned(),
        place: finding.place.map_or_else(String::new, |place| shown(place, sources)),
        words: words.join("\n"),
    }
}

fn shown(place: Place, sources: &Sources) -> String {
    let file = sources.file(place.file());
    match place {
        Place::File(_) => file.name().to_owned(),
        Place::Text(span) => {
            let (from, to) = (file.position(span.start), file.position(span.end));
            format!("{}:{}:{}-{}:{}", file.name(), from.line, from.column, to.line, to.column)
        }
    }
}
