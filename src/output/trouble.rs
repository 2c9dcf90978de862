//! Why nothing was published, in the owner's words.

use std::fmt::Display;
use std::io::{self, ErrorKind};

use crate::diagnostic::{Code, Diagnostic, Findings, codes};

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The owner has to move or rename something, or to choose another folder.
    Refused,
    /// The disk, its rights or another program stood in the way.
    OutsideWorld,
}

/// Nothing was published, or not all of it; the findings say why and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpublished {
    /// Whose turn it is.
    pub cause: Cause,
    /// At least one error.
    pub findings: Findings,
}

/// What was being done to a file when the disk refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    Read,
    Write,
    Remove,
    /// Of a folder: putting files into it and taking them out.
    Change,
}

impl Doing {
    fn words(self) -> &'static str {
        match self {
            Doing::Read => "be read",
            Doing::Write => "be written",
            Doing::Remove => "be removed",
            Doing::Change => "be written to",
        }
    }
}

impl Unpublished {
    /// Something has to be cleared up by the owner first.
    pub(super) fn refused(findings: impl IntoIterator<Item = Diagnostic>) -> Self {
        Unpublished { cause: Cause::Refused, findings: collected(findings) }
    }

    /// The outside world stood in the way of the whole.
    pub(super) fn outside(finding: Diagnostic) -> Self {
        Unpublished { cause: Cause::OutsideWorld, findings: collected([finding]) }
    }

    /// The disk refused to do something to the file or folder called `name`.
    pub(super) fn io(doing: Doing, name: impl Display, error: &io::Error) -> Self {
        let (code, advice) = advice(error);
        let message = format!("`{}` could not {}: {}.", shortened(&name.to_string()), doing.words(), reason(error));
        Unpublished::outside(Diagnostic::new(code, message).help(advice))
    }

    /// Adds a sentence on how the site was left.
    pub(super) fn state(self, sentence: &str) -> Self {
        let mut findings = Findings::new();
        for finding in &self.findings {
            let help = finding.help.as_deref().unwrap_or_default();
            findings.push(finding.clone().help(format!("{help} {sentence}").trim_start()));
        }
        Unpublished { cause: self.cause, findings }
    }
}

fn collected(diagnostics: impl IntoIterator<Item = Diagnostic>) -> Findings {
    let mut findings = Findings::new();
    for diagnostic in diagnostics {
        // Two files behind one link are one trouble.
        if !findings.iter().any(|finding| *finding == diagnostic) {
            findings.push(diagnostic);
        }
    }
    findings
}

/// A name that fills the screen says no more than its beginning and its end.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 120;
    let letters: Vec<char> = name.chars().collect();
    match (letters.get(..LONGEST / 2), letters.get(letters.len().saturating_sub(LONGEST / 2)..)) {
        (Some(head), Some(tail)) if letters.len() > LONGEST => {
            format!("{}…{}", head.iter().collect::<String>(), tail.iter().collect::<String>())
        }
        _ => name.to_owned(),
    }
}

/// What the system says, in words that are the same on each.
fn reason(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full",
        ErrorKind::FileTooLarge => "the disk has no room for it",
        ErrorKind::PermissionDenied => "this computer does not allow it",
        ErrorKind::ReadOnlyFilesystem => "the disk is write-protected",
        ErrorKind::InvalidFilename => "its name is too long, or holds a sign that disks do not take",
        ErrorKind::NotFound => "it is not there",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "another program has it open",
        _ if is_held(error) => "another program has it open",
        _ => {
            return error
                .to_string()
                .split(" (os error")
                .next()
                .unwrap_or_default()
                .trim_end_matches('.')
                .to_lowercase();
        }
    };
    words.to_owned()
}

/// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION` of Windows have no kind of their own.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn advice(error: &io::Error) -> (&'static Code, &'static str) {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            (&codes::output::DISK_FULL, "Free space on the disk, then build again.")
        }
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => (&codes::output::IN_USE, CLOSE),
        _ if is_held(error) => (&codes::output::IN_USE, CLOSE),
        ErrorKind::InvalidFilename => {
            (&codes::output::CANNOT_WRITE, "Choose a shorter name of letters, digits and `-`.")
        }
        _ => (
            &codes::output::CANNOT_WRITE,
            "See that the folder belongs to you and is not write-protected, then build again.",
        ),
    }
}

const CLOSE: &str = "Close the program that has the file open, then build again.";
