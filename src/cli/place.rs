//! Where we stand: the site's folder, the home folder, the moment.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::Ending;
use super::terminal;
use crate::build::Today;
use crate::diagnostic::human;
use crate::diagnostic::json::{self, Counts};
use crate::diagnostic::{Diagnostic, Findings, Sources, codes};
use crate::source::Layout;

/// A site found on disk.
#[derive(Debug)]
pub(super) struct Place {
    pub root: PathBuf,
    pub layout: Layout,
}

impl Place {
    /// The site at `folder`, or at the current one, or above it.
    ///
    /// # Errors
    /// With a finding when there is none.
    pub(super) fn find(folder: Option<&Path>) -> Result<Self, Box<Diagnostic>> {
        let here = folder.map_or_else(current_folder, |folder| Ok(absolute(folder)))?;
        let found = Layout::find(&here);
        found.map(|(root, layout)| Place { root, layout }).ok_or_else(|| {
            let shown = folder.map_or_else(|| "this folder".to_owned(), |folder| format!("`{}`", folder.display()));
            let message = format!("There is no site in {shown}.");
            let help = "Go to the folder that holds `content`, or start a site with `welcomemat new my-business`.";
            Box::new(Diagnostic::new(&codes::source::NO_SITE, message).help(help))
        })
    }

    /// The folder's own name: what a business without settings is called.
    pub(super) fn name(&self) -> String {
        self.root.file_name().map_or_else(|| "Handbook".to_owned(), |name| name.to_string_lossy().into_owned())
    }
}

/// Prints one finding on stderr.
pub(super) fn tell_one(diagnostic: Diagnostic) {
    let mut findings = Findings::new();
    findings.push(diagnostic);
    terminal::tell(human::list_in_short(&findings, &Sources::default(), terminal::look_of_stderr()).trim_end());
    terminal::tell("\n");
}

/// Tells people that there is no site.
pub(super) fn tell_missing(missing: Diagnostic) -> Ending {
    tell_one(missing);
    Ending::OutsideWorld
}

/// Tells people, or a program, that there is no site.
pub(super) fn tell_or_report(missing: Diagnostic, reader: Reader) -> Ending {
    if reader == Reader::Person {
        return tell_missing(missing);
    }
    let mut findings = Findings::new();
    findings.push(missing);
    terminal::say(&json::report(&findings, &Sources::default(), Counts::default()));
    Ending::OutsideWorld
}

/// Who reads what a command says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// Somebody at a terminal.
    Person,
    /// A program that asked for JSON.
    Program,
}

/// The day given with `--today`, else the moment.
pub(super) fn today(given: Option<Date>) -> Today {
    given.map_or_else(|| Today::At(now()), Today::Given)
}

/// The moment.
#[expect(clippy::disallowed_methods, reason = "`cli` is where the clock may be read")]
pub(super) fn now() -> Timestamp {
    Timestamp::try_from(std::time::SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The home folder, as the system names it.
#[expect(clippy::disallowed_methods, reason = "`cli` is where the environment may be asked")]
pub(super) fn home() -> Option<PathBuf> {
    let named = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok();
    named.filter(|home| !home.is_empty()).map(PathBuf::from)
}

/// This program's own file, where the system names it.
pub(super) fn program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Reads a date given on the command line.
pub(super) fn date(text: &str) -> Result<Date, String> {
    crate::policy::values::CalendarDate::read(text)
        .map(crate::policy::values::CalendarDate::date)
        .map_err(|slip| format!("{} {}", slip.message, slip.help))
}

#[expect(clippy::disallowed_methods, reason = "`cli` is where the current folder may be asked")]
fn current_folder() -> Result<PathBuf, Box<Diagnostic>> {
    std::env::current_dir().map_err(|_| {
        let message = "The current folder is no longer there.";
        Box::new(Diagnostic::new(&codes::source::NO_SITE, message).help("Go to your site's folder and try again."))
    })
}

fn absolute(folder: &Path) -> PathBuf {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
}
